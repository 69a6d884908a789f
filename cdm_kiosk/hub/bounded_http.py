"""What a connection may ask and pile up before there is a request: uvicorn's fast parser knows no limit."""

from __future__ import annotations

import asyncio
from typing import ClassVar, cast
from urllib.parse import urlsplit

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from cdm_kiosk.hub.problems import constant

MAX_HEAD_BYTES = 64 * 1024
MAX_AHEAD = 64
"""Requests that a client may send on one connection before it reads the first answer."""
WHOLE_WITHIN_S = 15
"""Whoever has not said a whole request for so long, handshake, head or body, holds the line for nothing."""
READ_WITHIN_S = 30
"""Whoever has read nothing for so long, while answers pile up, has gone away without saying so."""
SETTLED = "cdm.settled"
"""In a connection's state: what to call once it shall not give way to others any more."""
FOREIGN_HOST = constant(400, "foreign_host", "the request names no host, several, or another than this hub")
FOREIGN_ORIGIN = constant(400, "foreign_origin", "the request comes from a page of another site")


class BoundedHttp(HttpToolsProtocol):
    """HTTP on one connection, hung up on whoever is slow to ask, or reads no answer.

    What a page of another site makes a browser ask is refused before anything else sees it, as is a request whose
    host can be read in two ways. A refusal is always the same bytes, and ends the connection.
    """

    hosts: ClassVar[frozenset[bytes] | None] = None
    """The names that this machine answers to; ``None``: whatever phones call it."""
    may_come_from_elsewhere: ClassVar[bool] = False
    """Whether a link on another site may lead here."""
    settles_by_asking: ClassVar[bool] = False
    """Whether a whole request is enough for a connection to be kept where there is hardly any room."""

    _head_bytes = 0
    _in_head = False
    _refused = False
    _deadline: asyncio.TimerHandle | None = None
    ended: asyncio.Event | None = None
    """Set when the connection is gone."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast(asyncio.Transport, transport))
        self._hang_up_in(WHOLE_WITHIN_S)

    def connection_lost(self, exc: Exception | None) -> None:
        self._go_on()
        super().connection_lost(exc)
        if self.ended is not None:
            self.ended.set()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._hang_up_in(READ_WITHIN_S)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._go_on()

    def data_received(self, data: bytes) -> None:
        if self._refused:
            return
        super().data_received(data)
        if self._refused:
            return
        if self._in_head:
            self._head_bytes += len(data)
        if self._head_bytes > MAX_HEAD_BYTES or len(self.pipeline) > MAX_AHEAD:
            self.transport.abort()
        # Bytes that begin no request, or belong to one that is answered already, stop the wait for the next one.
        if (self.cycle is None or self.cycle.response_complete) and self._deadline is None:
            self._hang_up_in(WHOLE_WITHIN_S)

    def on_message_begin(self) -> None:
        self._in_head, self._head_bytes = True, 0
        self._hang_up_in(WHOLE_WITHIN_S)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head, self._head_bytes = False, 0
        refusal = self._refusal()
        if refusal is None:
            super().on_headers_complete()
            return
        self._refused = True
        if self.cycle is None or self.cycle.response_complete:
            self.transport.write(refusal)
            self.transport.close()
        else:
            # An answer to what was asked before is under way: nothing may be said into it.
            self.transport.abort()

    def on_body(self, body: bytes) -> None:
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        if self._refused:
            return
        super().on_message_complete()
        self._go_on()
        if self.flow.write_paused:
            self._hang_up_in(READ_WITHIN_S)
        if self.settles_by_asking and SETTLED in self.app_state:
            self.app_state[SETTLED]()

    def _refusal(self) -> bytes | None:
        """Why the request whose head just came is not for this hub; one pass over the headers, for every ticket."""
        hosts, origin, site, mode = [], None, None, b""
        for name, value in self.headers:
            if name == b"host":
                hosts.append(value.lower())
            elif name == b"origin":
                origin = value
            elif name == b"sec-fetch-site":
                site = value
            elif name == b"sec-fetch-mode":
                mode = value
        if len(hosts) != 1 or (self.hosts is not None and _without_port(hosts[0]) not in self.hosts):
            return FOREIGN_HOST
        if not self.url.startswith(b"/") and _host(self.url) != hosts[0]:
            return FOREIGN_HOST
        if site is not None:
            is_link = self.may_come_from_elsewhere and mode == b"navigate" and self.parser.get_method() == b"GET"
            return None if site in (b"same-origin", b"none") or is_link else FOREIGN_ORIGIN
        # An older browser, or one that was told an address without encryption, says no more than this.
        return None if origin is None or _host(origin) == hosts[0] else FOREIGN_ORIGIN

    def _hang_up_in(self, seconds: float) -> None:
        self._go_on()
        self._deadline = self.loop.call_later(seconds, self.transport.abort)

    def _go_on(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


class DeskHttp(BoundedHttp):
    """What stations of this machine say; a page that points its own name at this machine is no station."""

    hosts = frozenset({b"127.0.0.1", b"localhost", b"[::1]"})


class StationHttp(BoundedHttp):
    """What stations of other machines say, whatever they call this one: they know it by its certificate."""


class PhoneHttp(BoundedHttp):
    """What phones say: a messenger, a site or a reader of codes may lead to a ticket's page."""

    may_come_from_elsewhere = True
    settles_by_asking = True


def _without_port(host: bytes) -> bytes:
    name, _, port = host.rpartition(b":")
    return name if name and port.isdigit() else host


def _host(url: bytes) -> bytes:
    """The host and port that a whole address names; nothing where it is none."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return b""
