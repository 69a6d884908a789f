"""The phones' server: it counts a connection from the moment it is taken, and takes one after the other."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import uvicorn

from cdm_kiosk.hub.bounded_http import WHOLE_WITHIN_S, PhoneHttp

BREATH_S = 0.001
"""Between two connections, everybody else has a turn."""
NO_DESCRIPTOR_S = 0.1
CLOSED_WITHIN_S = 2


class PhonesServer(uvicorn.Server):
    """Serves phones over at most ``most`` connections, half of them from one address.

    A thousand phones of one hall may share an address. Where there is no room, the connection that has kept silent
    for longest gives way: a phone asks at once. No address is kept longer than its connection.
    """

    def __init__(self, config: uvicorn.Config, most: int) -> None:
        super().__init__(config)
        self.servers = []
        self._most = most
        self._most_of_one = most // 2
        self._taking: list[asyncio.Task[None]] = []
        self._lines: Counter[str] = Counter()
        self._served: set[asyncio.Task[None]] = set()
        self._unasked: dict[asyncio.Task[None], str] = {}

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the hub's own server, which ends this one."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._taking = [asyncio.create_task(self._take_from(each)) for each in sockets or ()]
        self.started = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for task in [*self._taking, *self._unasked]:
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
                self._unasked[line] = address
                line.add_done_callback(partial(self._forget, connection, address))
            else:
                connection.close()
            await asyncio.sleep(BREATH_S)

    def _has_room(self, address: str) -> bool:
        """Whether one more connection from ``address`` may come, if need be in place of one that asks nothing."""
        if self._lines[address] >= self._most_of_one:
            idle = next((line for line, of in self._unasked.items() if of == address), None)
        elif len(self._served) >= self._most:
            idle = next(iter(self._unasked), None)
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
        phone = PhoneHttp(self.config, self.server_state, {})
        phone.ended = asyncio.Event()
        phone.asked = partial(self._unasked.pop, line, None)
        encrypted = {"ssl_handshake_timeout": WHOLE_WITHIN_S, "ssl_shutdown_timeout": CLOSED_WITHIN_S}
        make: Callable[[], PhoneHttp] = lambda: phone  # noqa: E731
        loop = asyncio.get_running_loop()
        try:
            await loop.connect_accepted_socket(
                make, connection, ssl=self.config.ssl, **(encrypted if self.config.ssl is not None else {})
            )
            await phone.ended.wait()
        except OSError:
            # Whoever shook hands wrongly, or not in time.
            return
        finally:
            if phone.transport is not None:
                phone.transport.abort()

    def _forget(self, connection: socket.socket, address: str, line: asyncio.Task[None]) -> None:
        # Also of a line that was cancelled before it began.
        connection.close()
        self._served.discard(line)
        self._unasked.pop(line, None)
        self._lines[address] -= 1
        if not self._lines[address]:
            del self._lines[address]


def _address(host: str) -> str:
    """What counts as one address: of IPv6 the network of one household, since each machine there has many."""
    if ":" not in host:
        return host
    address = ipaddress.IPv6Address(host.partition("%")[0])
    mapped = address.ipv4_mapped
    return str(mapped) if mapped is not None else str(ipaddress.IPv6Network((int(address) >> 64 << 64, 64)))
