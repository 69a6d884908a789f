"""A connection is a loan: whoever neither asks nor reads gives it back."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Awaitable, Callable

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from cdm_kiosk.hub.bounded_http import BoundedHttp
from cdm_kiosk.hub.listeners import listen

GRANTED = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (256, {most}))
from cdm_kiosk.hub.server import at_once, descriptors
print(at_once(descriptors(), False)[0], resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


async def _hung_up(reader: asyncio.StreamReader) -> bool:
    try:
        return await reader.read(1) == b""
    except ConnectionResetError:
        return True


async def serving(story: Callable[[int], Awaitable[None]]) -> None:
    listening = listen("127.0.0.1", 0)
    config = uvicorn.Config(PlainTextResponse("here"), http=BoundedHttp, lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server._serve([listening]))
    try:
        await asyncio.wait_for(story(listening.getsockname()[1]), 20)
    finally:
        server.should_exit = True
        await running


@pytest.mark.parametrize("rest", [b"\r\n", b"x"], ids=["no request at all", "more of an answered one"])
def test_bytes_after_an_answer_do_not_keep_the_line_for_ever(monkeypatch: pytest.MonkeyPatch, rest: bytes) -> None:
    monkeypatch.setattr("cdm_kiosk.hub.bounded_http.WHOLE_WITHIN_S", 0.2)

    async def story(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        length = b"0" if rest == b"\r\n" else b"1000000000"
        writer.write(b"POST / HTTP/1.1\r\nHost: phone\r\nContent-Length: " + length + b"\r\n\r\n")
        assert await reader.readuntil(b"here")
        writer.write(rest)
        assert await _hung_up(reader)
        writer.close()

    asyncio.run(serving(story))


@pytest.mark.parametrize(
    "half",
    [b"", b"GET / HT", b"POST / HTTP/1.1\r\nHost: phone\r\nContent-Length: 9\r\n\r\nhalf"],
    ids=["nothing", "half a head", "half a body"],
)
def test_who_says_half_of_something_is_hung_up_on(monkeypatch: pytest.MonkeyPatch, half: bytes) -> None:
    monkeypatch.setattr("cdm_kiosk.hub.bounded_http.WHOLE_WITHIN_S", 0.2)

    async def story(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(half)
        # What was said whole is answered; the line ends all the same.
        with contextlib.suppress(ConnectionResetError):
            await reader.read()
        writer.close()

    asyncio.run(serving(story))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
@pytest.mark.parametrize(("most", "said"), [(1024, "724 1024"), (20_000, "4000 8192")])
def test_the_hub_asks_for_descriptors_and_keeps_some_from_phones(most: int, said: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", GRANTED.format(most=most)], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == said
