"""The strangers of ``flood``: they ask a phones' listener for more than anybody needs, until the process is ended.

Reads ``{"port": 8081, "path": "/t/x", "lines": 300}`` from standard input and says "flooding" once each line asked.
"""

from __future__ import annotations

import asyncio
import json
import sys


async def flood(port: int, path: str, lines: int) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: phone\r\n\r\n".encode()
    asked = 0

    async def ask() -> None:
        nonlocal asked
        is_first = True
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(request)
                asked += is_first
                is_first = False
                if asked == lines:
                    asked += 1
                    print("flooding", flush=True)
                # Kept open for as long as the hub keeps it, and asked again for each answer.
                while await reader.read(65536):
                    writer.write(request)
                writer.close()
            except OSError:
                await asyncio.sleep(0.01)

    await asyncio.gather(*(ask() for _ in range(lines)))


if __name__ == "__main__":
    plan = json.loads(sys.stdin.readline())
    asyncio.run(flood(plan["port"], plan["path"], plan["lines"]))
