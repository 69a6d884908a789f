"""Phones, and what only looks like one: thousands of guesses, streams that nobody reads, heads that never end."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Iterator
from uuid import uuid4

import httpx
import psutil
import pytest

from tests.contract.listening import listen
from tests.tools.hub import RunningHub

GUESSES = 3_000
LINES = 400
GROWTH_BYTES = 60_000_000


@pytest.fixture(scope="module")
def own_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with RunningHub(tmp_path_factory.mktemp("data")) as hub:
        yield hub


def test_thousands_of_guesses_find_nothing_and_hold_nobody_up(own_hub: RunningHub) -> None:
    url = own_hub.issue()["follow_url"]

    async def guess(answers: Counter[bytes], left: list[None]) -> None:
        while left:
            left.pop()
            reader, writer = await asyncio.open_connection("127.0.0.1", own_hub.visitors_port)
            writer.write(f"GET /t/{uuid4().hex} HTTP/1.1\r\nHost: phone\r\n\r\n".encode())
            # The line ends with the answer.
            answers[(await reader.read()).split()[1]] += 1
            writer.close()

    async def everybody() -> Counter[bytes]:
        answers: Counter[bytes] = Counter()
        left = [None] * GUESSES
        async with asyncio.TaskGroup() as many, httpx.AsyncClient(verify=False) as phone:
            for _ in range(LINES):
                many.create_task(guess(answers, left))
            while len(left) > GUESSES / 2:
                answer = await phone.get(url, timeout=60)
                assert answer.status_code == 200
        return answers

    answers = asyncio.run(everybody())
    assert set(answers) <= {b"404", b"429"}
    assert sum(answers.values()) == GUESSES
    assert answers[b"429"] > answers[b"404"]


def test_phones_that_stop_reading_keep_nobody_waiting_and_fill_no_memory(own_hub: RunningHub) -> None:
    issued = [own_hub.issue() for _ in range(30)]
    process = psutil.Process(own_hub.pid)
    before = process.memory_info().rss
    lines = []
    for ticket in issued:
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        line.connect(("127.0.0.1", own_hub.visitors_port))
        line.sendall(f"GET /t/{ticket['id']}/events HTTP/1.1\r\nHost: phone\r\n\r\n".encode())
        lines.append(line)
    with listen(f"{issued[-1]['follow_url']}/events") as phone:
        for turn in range(300):
            own_hub.tell({"fr": f"{turn} " + "Un message pour tous. " * 8})
        assert phone.told("message", lambda content: content["message"].startswith("299 "))
    assert process.memory_info().rss - before < GROWTH_BYTES
    for line in lines:
        line.close()


@pytest.mark.parametrize("size", [70_000, 5_000_000])
def test_a_huge_head_is_hung_up_on_and_the_next_phone_is_served(own_hub: RunningHub, size: int) -> None:
    url = own_hub.issue()["follow_url"]
    with socket.create_connection(("127.0.0.1", own_hub.visitors_port)) as line:
        line.settimeout(20)
        try:
            line.sendall(b"GET /t/x HTTP/1.1\r\nHost: phone\r\nX-Long: " + b"a" * size)
            assert line.recv(100) in (b"", b"HTTP/1.1 400 Bad Request"[:100])
        except OSError:
            pass
    assert httpx.get(url, verify=False).status_code == 200


@pytest.mark.parametrize("token", ["A" * 22, "%00" * 22, "../../api/v1/state", "é" * 30, "A" * 5000, "-", "events"])
def test_a_forged_token_is_a_wrong_address(own_hub: RunningHub, token: str) -> None:
    for path in ("", "/events"):
        answer = httpx.get(f"{own_hub.pages_url}/t/{token}{path}", verify=False, timeout=60)
        assert answer.status_code == 404 or '"state": "over"' in answer.text
        assert "Traceback" not in answer.text
