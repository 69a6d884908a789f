"""Holds many feeds open and reads them, as the screens of a large house would: ``… PORT HOW_MANY TOKEN_FILE``.

Half of them listen as staff and half as the public. Prints a line once all of them are heard.
"""

from __future__ import annotations

import selectors
import socket
import sys
from pathlib import Path


def main() -> None:
    port, how_many = int(sys.argv[1]), int(sys.argv[2])
    token = Path(sys.argv[3]).read_text("ascii")
    silent = set()
    with selectors.DefaultSelector() as selector:
        for at in range(how_many):
            line = socket.create_connection(("127.0.0.1", port))
            audience = ("staff", "public")[at % 2]
            request = (
                f"GET /api/v1/events?audience={audience} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                f"Authorization: Bearer {token}\r\n\r\n"
            )
            line.sendall(request.encode())
            selector.register(line, selectors.EVENT_READ, line)
            silent.add(line)
        while True:
            for key, _ in selector.select():
                line = key.data
                if not line.recv(65536):
                    return
                if line in silent:
                    silent.remove(line)
                    if not silent:
                        print("listening", flush=True)


if __name__ == "__main__":
    main()
