"""How much one client may pile up in the hub before it is a request: uvicorn's fast parser knows no limit."""

from __future__ import annotations

import asyncio
from typing import cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD_BYTES = 64 * 1024
MAX_AHEAD = 64
"""Requests that a client may send on one connection before it reads the first answer."""


TOLD_LATER = 50
"""Connections beyond the limit that are answered before they are hung up on."""
HEAD_WITHIN_S = 15
READ_WITHIN_S = 30
"""Whoever has read nothing for so long, while answers pile up, has gone away without saying so."""


class BoundedHttp(HttpToolsProtocol):
    """HTTP on one connection, hung up on whoever sends an endless or an idle head, or reads no answer."""

    _head_bytes = 0
    _in_head = False
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast(asyncio.Transport, transport))
        # To a few too many it is said that they are; more would take the descriptors that the desks need.
        if self.limit_concurrency is not None and len(self.connections) > self.limit_concurrency + TOLD_LATER:
            self.transport.abort()
        self._hang_up_in(HEAD_WITHIN_S)

    def connection_lost(self, exc: Exception | None) -> None:
        self._go_on()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._hang_up_in(READ_WITHIN_S)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._go_on()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._in_head:
            self._head_bytes += len(data)
        if self._head_bytes > MAX_HEAD_BYTES or len(self.pipeline) > MAX_AHEAD:
            self.transport.abort()
        # Bytes that begin no request, or belong to one that is answered already, stop the wait for the next one.
        if (self.cycle is None or self.cycle.response_complete) and self._deadline is None:
            self._hang_up_in(HEAD_WITHIN_S)

    def on_message_begin(self) -> None:
        self._in_head, self._head_bytes = True, 0
        self._hang_up_in(HEAD_WITHIN_S)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head, self._head_bytes = False, 0
        self._go_on()
        super().on_headers_complete()

    def _hang_up_in(self, seconds: float) -> None:
        self._go_on()
        self._deadline = self.loop.call_later(seconds, self.transport.abort)

    def _go_on(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
