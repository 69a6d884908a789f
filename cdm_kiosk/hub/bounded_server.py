"""A server for a network that anybody may be on: it counts a connection from the moment it is taken."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import ssl
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from cdm_kiosk.hub.bounded_http import SETTLED, WHOLE_WITHIN_S, BoundedHttp

BREATH_S = 0.001
"""Between two connections, everybody else has a turn."""
NO_DESCRIPTOR_S = 0.1
CLOSED_WITHIN_S = 2


class BoundedServer(uvicorn.Server):
    """Serves at most ``most`` connections, half of them from one address, encrypted by what ``encryption`` answers.

    A thousand phones of one hall may share an address. Where there is no room, the connection that has been
    unsettled for longest gives way: a phone asks at once, a station shows its token at once. No address is kept
    longer than its connection.
    """

    def __init__(
        self, config: uvicorn.Config, most: int, encryption: Callable[[], ssl.SSLContext | None] = lambda: None
    ) -> None:
        super().__init__(config)
        self.servers = []
        self._most = most
        self._most_of_one = most // 2
        self._encryption = encryption
        self._taking: list[asyncio.Task[None]] = []
        self._lines: Counter[str] = Counter()
        self._served: set[asyncio.Task[None]] = set()
        self._unsettled: dict[asyncio.Task[None], str] = {}

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the hub's own server, which ends this one."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._taking = [asyncio.create_task(self._take_from(each)) for each in sockets or ()]
        self.started = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for task in [*self._taking, *self._unsettled]:
            task.cancel()
        await asyncio.gather(*self._taking, return_exceptions=True)
        await super().shutdown(sockets)

    async def _take_from(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        listening.setblocking(False)
        if sys.platform == "linux":
            # The system itself keeps those that say nothing, and wakes nobody for them.
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, WHOLE_WITHIN_S)
        while True:
            try:
                connection, (host, *_) = await loop.sock_accept(listening)
            except OSError:
                await asyncio.sleep(NO_DESCRIPTOR_S)
                continue
            address = _address(host)
            if self._has_room(address):
                line = asyncio.create_task(self._serve_line(connection))
                self._lines[address] += 1
                self._served.add(line)
                self._unsettled[line] = address
                line.add_done_callback(partial(self._forget, connection, address))
            else:
                connection.close()
            await asyncio.sleep(BREATH_S)

    def _has_room(self, address: str) -> bool:
        """Whether one more connection from ``address`` may come, if need be in place of an unsettled one."""
        if self._lines[address] >= self._most_of_one:
            idle = next((line for line, of in self._unsettled.items() if of == address), None)
        elif len(self._served) >= self._most:
            idle = next(iter(self._unsettled), None)
        else:
            return True
        if idle is None:
            return False
        idle.cancel()
        return True

    async def _serve_line(self, connection: socket.socket) -> None:
        """Serve one connection until it ends; cancelled, it is hung up on."""
        line = asyncio.current_task()
        assert line is not None
        settle = partial(self._unsettled.pop, line, None)
        speak = cast(type[BoundedHttp], self.config.http_protocol_class)
        http = speak(self.config, self.server_state, {SETTLED: settle})
        http.ended = asyncio.Event()
        encryption = self._encryption()
        limits = {"ssl_handshake_timeout": WHOLE_WITHIN_S, "ssl_shutdown_timeout": CLOSED_WITHIN_S}
        make: Callable[[], BoundedHttp] = lambda: http  # noqa: E731
        loop = asyncio.get_running_loop()
        try:
            await loop.connect_accepted_socket(
                make, connection, ssl=encryption, **(limits if encryption is not None else {})
            )
            await http.ended.wait()
        except OSError:
            # Whoever shook hands wrongly, or not in time.
            return
        finally:
            if http.transport is not None:
                http.transport.abort()

    def _forget(self, connection: socket.socket, address: str, line: asyncio.Task[None]) -> None:
        # Also of a line that was cancelled before it began.
        connection.close()
        self._served.discard(line)
        self._unsettled.pop(line, None)
        self._lines[address] -= 1
        if not self._lines[address]:
            del self._lines[address]


class Settled:
    """Stands behind the question who asks: from then on, the connection of a station gives way to nobody."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        settle = scope.get("state", {}).get(SETTLED)
        if settle is not None and scope.get("cdm.by") is not None:
            settle()
        await self._app(scope, receive, send)


def _address(host: str) -> str:
    """What counts as one address: of IPv6 the network of one household, since each machine there has many."""
    if ":" not in host:
        return host
    address = ipaddress.IPv6Address(host.partition("%")[0])
    mapped = address.ipv4_mapped
    return str(mapped) if mapped is not None else str(ipaddress.IPv6Network((int(address) >> 64 << 64, 64)))
