"""The phones of ``phones``: each follows its ticket, and notes when it was first told how many are before it."""

from __future__ import annotations

import json
import re
import selectors
import socket
import sys
import time

BEFORE = re.compile(r'"headline": "(\d+) personnes? avant vous')
NEXT = '"headline": "Vous êtes le prochain'


def main() -> None:
    asked = json.loads(sys.stdin.readline())
    heard: list[dict[int, float]] = [{} for _ in asked["tickets"]]
    with selectors.DefaultSelector() as selector:
        for rank, ticket in enumerate(asked["tickets"]):
            line = socket.create_connection(("127.0.0.1", asked["port"]))
            line.sendall(f"GET /t/{ticket}/events HTTP/1.1\r\nHost: phone\r\n\r\n".encode())
            selector.register(line, selectors.EVENT_READ, (line, rank))
        selector.register(sys.stdin, selectors.EVENT_READ, None)
        is_told = False
        while True:
            for key, _ in selector.select():
                if key.data is None:
                    print(json.dumps(heard), flush=True)
                    return
                line, rank = key.data
                text = line.recv(65536).decode()
                now = time.monotonic()
                for number in BEFORE.findall(text):
                    heard[rank].setdefault(int(number), now)
                if NEXT in text:
                    heard[rank].setdefault(0, now)
            if not is_told and all(heard):
                is_told = True
                print("listening", flush=True)


if __name__ == "__main__":
    main()
