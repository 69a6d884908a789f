"""Phones share what there is: one address cannot take it all, and who asks nothing gives way to who does."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import trustme
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from cdm_kiosk.hub.bounded_http import BoundedHttp, PhoneHttp, StationHttp
from cdm_kiosk.hub.bounded_server import BoundedServer, Settled, _address
from cdm_kiosk.hub.listeners import listen_for_visitors
from cdm_kiosk.options import VisitorsListener

MOST = 40
OTHER = "127.0.0.2"
ASKED = b"GET / HTTP/1.1\r\nHost: phone\r\n\r\n"

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["path"] != "/live":
        await PlainTextResponse("here")(scope, receive, send)
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    while (await receive())["type"] != "http.disconnect":
        pass


class Hall:
    """A server of phones, and phones of several addresses."""

    def __init__(self, port: int, server: BoundedServer) -> None:
        self.port = port
        self.server = server
        self.lines: list[Line] = []

    async def phone(
        self, address: str = "127.0.0.1", said: bytes = b"", trust: ssl.SSLContext | None = None
    ) -> Line:
        line = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(address, 0), ssl=trust)
        line[1].write(said)
        self.lines.append(line)
        return line

    async def is_served(self, address: str = "127.0.0.1", trust: ssl.SSLContext | None = None) -> bool:
        reader, _ = await self.phone(address, ASKED, trust)
        try:
            return (await reader.read()).startswith(b"HTTP/1.1 200")
        except ConnectionError:
            return False

    async def has(self, lines: int) -> None:
        """Wait until so many connections are open."""
        while len(self.server._served) != lines:
            await asyncio.sleep(0.001)


def meet(
    story: Callable[[Hall], Awaitable[None]],
    certificate: Path | None = None,
    app: ASGIApp = answer,
    http: type[BoundedHttp] = PhoneHttp,
) -> None:
    async def main() -> None:
        listening = listen_for_visitors(VisitorsListener("127.0.0.1", 0))
        config = uvicorn.Config(app, http=http, lifespan="off", log_config=None, ssl_certfile=certificate)
        if http is PhoneHttp:
            config.headers = [("connection", "close")]
        server = BoundedServer(config, MOST, lambda: config.ssl)
        running = asyncio.create_task(server._serve([listening]))
        hall = Hall(listening.getsockname()[1], server)
        try:
            await asyncio.wait_for(story(hall), 20)
        finally:
            for _, writer in hall.lines:
                writer.close()
            server.should_exit = True
            await running
        assert not server._lines
        assert not server._served

    asyncio.run(main())


@pytest.mark.parametrize("half", [b"", b"GET / HT"], ids=["silent lines", "half-sent heads"])
def test_a_flood_of_lines_that_ask_nothing_keeps_no_phone_out(half: bytes) -> None:
    async def story(hall: Hall) -> None:
        for _ in range(2 * MOST):
            await hall.phone(said=half)
        await hall.has(MOST // 2)
        assert await hall.is_served()
        assert await hall.is_served(OTHER)

    meet(story)


def test_connections_that_never_shake_hands_are_counted_and_give_way(tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate = tmp_path / "own.pem"
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(certificate))
    trust = ssl.create_default_context()
    authority.configure_trust(trust)

    async def story(hall: Hall) -> None:
        for address in ("127.0.0.1", OTHER, "127.0.0.3"):
            for _ in range(MOST):
                await hall.phone(address)
        await hall.has(MOST)
        assert await hall.is_served(OTHER, trust)

    meet(story, certificate)


def test_one_address_cannot_take_the_lines_of_all() -> None:
    async def story(hall: Hall) -> None:
        for _ in range(MOST):
            await hall.phone(said=b"GET /live HTTP/1.1\r\nHost: phone\r\n\r\n")
        await hall.has(MOST // 2)
        assert not await hall.is_served()
        assert await hall.is_served(OTHER)

    meet(story)


async def known_by_name(scope: Scope, receive: Receive, send: Send) -> None:
    """As the hub does: who is known is known from here on."""
    scope["cdm.by"] = "a station" if (b"authorization", b"known") in scope["headers"] else None
    await Settled(answer)(scope, receive, send)


def test_a_stranger_who_asks_without_end_gives_way_and_a_station_does_not() -> None:
    known = b"GET /live HTTP/1.1\r\nHost: hub\r\nAuthorization: known\r\n\r\n"

    async def story(hall: Hall) -> None:
        stations = [await hall.phone(said=known) for _ in range(MOST // 4)]
        strangers = [await hall.phone(said=ASKED) for _ in range(2 * MOST)]
        await hall.has(MOST // 2)
        fresh, _ = await hall.phone(said=known)
        assert (await fresh.readline()).startswith(b"HTTP/1.1 200")
        assert (await strangers[0][0].read())[:12] in (b"", b"HTTP/1.1 200")
        for reader, _ in stations:
            assert (await reader.readline()).startswith(b"HTTP/1.1 200")
            assert not reader.at_eof()

    meet(story, app=known_by_name, http=StationHttp)


def test_who_never_reads_nor_asks_holds_up_no_stop() -> None:
    async def story(hall: Hall) -> None:
        await hall.phone()
        await hall.has(1)

    meet(story)


@pytest.mark.parametrize(
    ("host", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
    ],
)
def test_the_machines_of_one_household_count_as_one_address(host: str, counted_as: str) -> None:
    assert _address(host) == counted_as
