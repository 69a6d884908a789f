"""How much one client may pile up in the hub before it is a request: uvicorn's fast parser knows no limit."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD_BYTES = 64 * 1024
MAX_AHEAD = 64
"""Requests that a client may send on one connection before it reads the first answer."""


class BoundedHttp(HttpToolsProtocol):
    """HTTP on one connection, hung up on whoever sends an endless head or reads no answer."""

    _head_bytes = 0
    _in_head = False

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._in_head:
            self._head_bytes += len(data)
        if self._head_bytes > MAX_HEAD_BYTES or len(self.pipeline) > MAX_AHEAD:
            self.transport.abort()

    def on_message_begin(self) -> None:
        self._in_head, self._head_bytes = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head, self._head_bytes = False, 0
        super().on_headers_complete()
