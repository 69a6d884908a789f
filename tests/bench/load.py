"""Sends requests on connections that stay open, as cheaply as Python can; a process of its own.

Reads one plan (JSON, one line) from standard input and prints what it saw as JSON:
``{"port": 8080, "clients": [{"steps": [["issue", "POST", "/api/v1/tickets", "{…}"]], "repeat": 50}]}``
→ ``{"wall_s": 1.2, "statuses": {"201": 400}, "latencies_s": {"issue": [0.001, …]}}``
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from tests.tools.verbs import role_for


@dataclass
class Client:
    """One connection and the requests it still has to send, one after the other."""

    line: socket.socket
    requests: list[tuple[str, bytes]]
    heard: bytes = b""
    sent_at: float = 0.0
    label: str = ""
    seen: list[tuple[str, float, int]] = field(default_factory=list)

    def send_next(self) -> bool:
        """Whether there was another request to send."""
        if not self.requests:
            return False
        self.label, request = self.requests.pop()
        self.sent_at = time.perf_counter()
        self.line.sendall(request)
        return True

    def hear(self) -> bool:
        """Take what came; whether an answer is complete."""
        more = self.line.recv(65536)
        if not more:
            raise RuntimeError("the server hung up")
        self.heard += more
        head, gap, body = self.heard.partition(b"\r\n\r\n")
        if not gap or len(body) < _length(head):
            return False
        self.seen.append((self.label, time.perf_counter() - self.sent_at, int(head[9:12])))
        self.heard = b""
        return True


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line[15:])
    return 0


def _request(method: str, path: str, body: str, tokens: Mapping[str, str]) -> bytes:
    content = body.encode()
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {tokens[role_for(method, path)]}\r\nIdempotency-Key: {uuid4().hex}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def carry_out(plan: dict[str, Any]) -> dict[str, Any]:
    """Send everything in ``plan``; the clock runs from the first request to the last answer."""
    clients = []
    for described in plan["clients"]:
        line = socket.create_connection(("127.0.0.1", plan["port"]))
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        steps = described["steps"] * described["repeat"]
        requests = [
            (label, _request(method, path, body, plan["tokens"])) for label, method, path, body in reversed(steps)
        ]
        clients.append(Client(line, requests))
    with selectors.DefaultSelector() as selector:
        started = time.perf_counter()
        for client in clients:
            selector.register(client.line, selectors.EVENT_READ, client)
            client.send_next()
        busy = len(clients)
        while busy:
            for key, _ in selector.select():
                client = key.data
                if client.hear() and not client.send_next():
                    busy -= 1
        wall_s = time.perf_counter() - started
    latencies: dict[str, list[float]] = defaultdict(list)
    statuses: Counter[int] = Counter()
    for client in clients:
        client.line.close()
        for label, latency_s, status in client.seen:
            latencies[label].append(latency_s)
            statuses[status] += 1
    return {"wall_s": wall_s, "statuses": statuses, "latencies_s": latencies}


if __name__ == "__main__":
    print(json.dumps(carry_out(json.loads(sys.stdin.readline()))))
