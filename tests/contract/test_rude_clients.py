"""Clients that no station is: an endless head, requests without end and no answer read. The hub bears them."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.tools.hub import RunningHub

PIECE = b"a" * 500_000
ENOUGH_BYTES = 40_000_000
GROWTH_BYTES = 60_000_000


@pytest.fixture
def own_hub(tmp_path: Path) -> Iterator[RunningHub]:
    with RunningHub(tmp_path / "data") as hub:
        yield hub


def line_to(hub: RunningHub) -> socket.socket:
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.connect(("127.0.0.1", hub.port))
    return line


def sent_before_hanging_up(line: socket.socket, start: bytes, more: bytes) -> int:
    """Send for ever; returns how many bytes went before the hub hung up, or stopped to read."""
    line.settimeout(5)
    sent = 0
    try:
        line.sendall(start)
        while sent < ENOUGH_BYTES:
            line.sendall(more)
            sent += len(more)
    except OSError:
        pass
    return sent


@pytest.mark.parametrize("start", [b"GET /api/v1/health HTTP/1.1\r\nX-Endless: ", b"GET /t/"])
def test_a_head_without_end_is_hung_up_on(own_hub: RunningHub, start: bytes) -> None:
    with line_to(own_hub) as line:
        assert sent_before_hanging_up(line, start, PIECE) < ENOUGH_BYTES
    assert own_hub.issue()["number"] == 1


def test_requests_whose_answers_nobody_reads_do_not_fill_the_memory(own_hub: RunningHub) -> None:
    process = psutil.Process(own_hub.pid)
    before = process.memory_info().rss
    request = (
        f"GET /api/v1/state HTTP/1.1\r\nHost: localhost\r\n{own_hub.authorization('reception')}\r\n\r\n".encode()
    )
    with line_to(own_hub) as line:
        sent_before_hanging_up(line, b"", request * 1000)
        assert own_hub.issue()["number"] == 1
        assert process.memory_info().rss - before < GROWTH_BYTES


def test_the_hub_stops_within_five_seconds_whatever_nobody_reads(own_hub: RunningHub) -> None:
    process = psutil.Process(own_hub.pid)
    request = (
        f"GET /api/v1/state HTTP/1.1\r\nHost: localhost\r\n{own_hub.authorization('reception')}\r\n\r\n".encode()
    )
    for _ in range(300):
        own_hub.issue()
    lines = [line_to(own_hub) for _ in range(4)]
    for line in lines:
        # Enough answers that the kernel's buffers cannot take them, few enough to be borne.
        line.sendall(request * 60)
    while sum(one.status == "ESTABLISHED" for one in process.net_connections()) < len(lines):
        pass
    begin = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) in (0, None)
    assert time.monotonic() - begin < 5
    for line in lines:
        line.close()
