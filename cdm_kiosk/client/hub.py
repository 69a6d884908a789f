"""The connection of a station to its hub: a snapshot, the feed that follows it, and single requests."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkReply, QNetworkRequest

from cdm_kiosk import __version__
from cdm_kiosk.client.addresses import addressed
from cdm_kiosk.client.sse import EventStream
from cdm_kiosk.client.token import NO_TOKEN, Token
from cdm_kiosk.client.trust import Network, Trust, check_address
from cdm_kiosk.domain.orders import Principal, Role

logger = logging.getLogger(__name__)

RESET = "reset"
TRUST = "trust"
LOST_AFTER_MS = 3_000
"""The hub's heart beats every second: who hears nothing for this long says that the line is lost, and waits on."""
SILENCE_MS = 6_000
"""After this long without a byte another line is tried: on a bad network the old one may come back sooner."""
FIRST_BYTE_WITHIN_MS = 1_200
"""A feed begins with what stands beside the log: where not even that comes, the line is dead."""
FAR_FIRST_BYTE_WITHIN_MS = 6_000
"""The same from another machine: TCP, TLS and the request go there and back, each perhaps more than once."""
FOLLOW_AGAIN_MS = (100, 250, 500)
"""With the first byte's time, the longest that a line which is alive again goes unnoticed."""
ANSWER_WITHIN_MS = 4_000
ALIVE_EVERY_MS = 2_000
"""A station that is not heard for several times as long is missed at reception, although its line is open."""
DOUBT_AFTER_MS = 1_000
"""A hub that answers so late may be slow, or somewhere else by now."""
UNKNOWN_AGAIN_MS = 2_000
"""A hub that does not know this station is asked again for as long as nobody pairs it."""
UNREACHABLE = "hub_unreachable"
NO_TOKEN_CODE = "no_token"
TOKEN_HEADER = b"Authorization"
STATION_HEADER = b"Cdm-Station"
VERSION_HEADER = b"Cdm-Version"
MADE_AT_HEADER = b"Cdm-Made-At"
KEY_HEADER = b"Idempotency-Key"
SESSION_HEADER = b"X-Cdm-Session"
AUDIENCES = {Role.KIOSK: "kiosk", Role.DISPLAY: "public"}
"""As whom a station of this role hears the hub; every other hears it as staff."""
ENTRIES = "entries"
"""Where a reply's body holds a list that the hub answered with."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the hub answered; ``status`` 0 and code ``hub_unreachable`` when it did not."""

    status: int
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def is_decided(self) -> bool:
        """Whether the hub has done what was asked, or refused it; otherwise nobody knows.

        A hub that does not know this station has decided nothing: it may know it soon.
        """
        return 0 < self.status < 500 and self.code != NO_TOKEN_CODE

    @property
    def code(self) -> str:
        return "" if self.ok else str(self.body.get("code", UNREACHABLE))

    @property
    def values(self) -> Mapping[str, Any]:
        """What the sentence of the code names."""
        found: Mapping[str, Any] = self.body.get("values", {})
        return found


Answered = Callable[[Reply], None]
KeepTrust = Callable[[Trust], None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the hub gave of something that is not JSON; ``status`` 0 when it did not answer, or not to the end."""

    status: int
    media_type: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Request:
    """One request under /api/v1. ``session`` is the token that administration asks for.

    ``made_at`` (ISO 8601) is when the station was asked, where it kept the order since.
    """

    method: str
    path: str
    body: Mapping[str, Any] | None = None
    key: str = ""
    session: str = ""
    made_at: str = ""

    @property
    def headers(self) -> dict[bytes, bytes]:
        """What it says beside its path and body."""
        headers = {b"Content-Type": b"application/json"}
        # Qt sends GET and PUT again by itself when a line breaks: the key makes that safe.
        said = {KEY_HEADER: self.key, SESSION_HEADER: self.session, MADE_AT_HEADER: self.made_at}
        return headers | {name: value.encode() for name, value in said.items() if value}

    @property
    def content(self) -> bytes:
        """Its body as it travels."""
        return b"" if self.body is None else json.dumps(self.body).encode()


class HubClient(QObject):
    """Follows one hub and carries requests to it, as the station ``present``.

    ``trust`` is what the hub proves itself by, None for the hub of this machine; ``keep_trust`` keeps what the hub
    will prove itself by from some day on, and may raise OSError.
    """

    connectedChanged = Signal()
    snapshotReceived = Signal(bytes)
    frameReceived = Signal(str, bytes)
    stopping = Signal()
    doubted = Signal()
    """The hub owes an answer; the line may be alive all the same."""
    missed = Signal()
    """A line ended, or none came about."""
    heard = Signal()
    """The hub answers, after a doubt, a miss or the start."""

    def __init__(
        self,
        url: str,
        present: Principal,
        token: Token = NO_TOKEN,
        parent: QObject | None = None,
        trust: Trust | None = None,
        keep_trust: KeepTrust | None = None,
    ) -> None:
        """Raises AddressFault for a hub that no station may ask."""
        super().__init__(parent)
        self.present = present
        self.audience = AUDIENCES.get(present.role, "staff")
        self._token = token
        self._trust = trust
        self._keep_trust = keep_trust
        self._knows_unsaid: tuple[str, ...] = ()
        self._network = Network(trust, self)
        self._go_to(url)
        self._position: str | None = None
        self._stream: EventStream = EventStream()
        self._line: QNetworkReply | None = None
        self._failures = 0
        self._connected = False
        self._looking = True
        self._met = False
        self._unknown = False
        self._retry = single_shot(self, self._follow)
        self._silence = single_shot(self, self._hang_up)
        self._lost = single_shot(self, partial(self._set_connected, False))
        self._alive = QTimer(self)
        self._alive.setInterval(ALIVE_EVERY_MS)
        self._alive.timeout.connect(self._say_alive)
        self._is_saying = False
        self._is_heard = False
        self._doubt = single_shot(self, self._doubt_it)

    @property
    def connected(self) -> bool:
        """Whether what the station shows is the truth of now, as far as it can know."""
        return self._connected

    @property
    def looking(self) -> bool:
        """Whether the hub has neither been heard nor been given up since the start (``connectedChanged``)."""
        return self._looking

    @property
    def met(self) -> bool:
        """Whether the hub was ever heard."""
        return self._met

    @property
    def is_heard(self) -> bool:
        """Whether the hub answers at the address of now, as far as is known."""
        return self._is_heard

    @property
    def trust(self) -> Trust | None:
        """What the hub proves itself by."""
        return self._trust

    @property
    def identity(self) -> dict[bytes, bytes]:
        """The headers in which each request says who asks."""
        # A header holds no letter beyond ASCII.
        station = {STATION_HEADER: quote(self.present.station, safe=" ").encode()}
        return station | ({TOKEN_HEADER: self._token.header} if self._token.header else {})

    @property
    def unknown(self) -> bool:
        """Whether the hub answers and does not know this station: it is not paired; told by connectedChanged."""
        return self._unknown

    def set_address(self, url: str) -> None:
        """Follow the same hub at another address, if only by the next try; raises AddressFault."""
        if url.rstrip("/") != self.address:
            self._go_to(url)
            # What was said at the address of before is nobody's to answer.
            self._is_saying = False
            if self._line is not None:
                self.look_again()

    def start(self) -> None:
        """Fetch the snapshot, then follow the feed until ``stop``."""
        self._lost.start(LOST_AFTER_MS)
        self._is_saying = False
        self._alive.start()
        self._doubt.start(DOUBT_AFTER_MS)
        self._follow()

    def stop(self) -> None:
        """Hang up; requests under way are given up, and no callback is called."""
        self.stopping.emit()
        for timer in (self._retry, self._silence, self._lost, self._alive, self._doubt):
            timer.stop()
        self._drop_line()
        for exchange in self.findChildren(_Exchange):
            exchange.give_up()

    def look_again(self) -> None:
        """Follow over a new line at once: the old one may be dead without having said so."""
        if self._line is not None or self._retry.isActive():
            self._failures = 0
            self._drop_line()
            self._try_again()

    def exchange(self, asked: Request, answered: Answered) -> None:
        """Send one request once; ``answered`` is called once, on this thread, unless the client stops first."""
        request = self._request(asked.path)
        request.setTransferTimeout(ANSWER_WITHIN_MS)
        for name, value in asked.headers.items():
            request.setRawHeader(name, value)
        content = QByteArray(asked.content)
        line = self._network.manager.sendCustomRequest(request, asked.method.encode(), content)
        _Exchange(self, line, lambda: answered(self._reply(line)))

    def fetch(self, path: str, answered: Callable[[Fetched], None]) -> None:
        """Get what is not JSON, like a picture; ``answered`` is called as by ``exchange``."""
        request = self._request(path)
        request.setTransferTimeout(ANSWER_WITHIN_MS)
        line = self._network.manager.get(request)
        _Exchange(self, line, lambda: answered(self._fetched(line)))

    def _reply(self, line: QNetworkReply) -> Reply:
        reply = reply_of(_status(line), _whole(line))
        if reply.code == NO_TOKEN_CODE:
            self._token.read_again(_token_of(line))
        return reply

    def _fetched(self, line: QNetworkReply) -> Fetched:
        content = _whole(line)
        media_type = str(line.header(QNetworkRequest.KnownHeaders.ContentTypeHeader) or "")
        return Fetched(_status(line), media_type, content) if content else Fetched(0)

    @Slot()
    def _follow(self) -> None:
        if self._position is None:
            request = self._request(f"/state?audience={self.audience}")
            request.setTransferTimeout(ANSWER_WITHIN_MS if self._trust is None else FAR_FIRST_BYTE_WITHIN_MS)
            self._line = self._network.manager.get(request)
            self._line.finished.connect(self._take_snapshot)
            return
        request = self._request(f"/events?audience={self.audience}")
        request.setRawHeader(b"Last-Event-ID", self._position.encode())
        request.setRawHeader(b"Accept", b"text/event-stream")
        request.setRawHeader(VERSION_HEADER, __version__.encode())
        self._stream = EventStream()
        self._line = self._network.manager.get(request)
        self._line.readyRead.connect(self._take_frames)
        self._line.finished.connect(self._hang_up)
        self._silence.start(FIRST_BYTE_WITHIN_MS if self._trust is None else FAR_FIRST_BYTE_WITHIN_MS)

    @Slot()
    def _take_snapshot(self) -> None:
        line = self._line
        if line is None:
            return
        content = _whole(line)
        position = _json_object(content).get("position")
        if _status(line) != HTTPStatus.OK or position is None:
            self._hang_up()
            return
        self._drop_line()
        self._position = str(position)
        self.snapshotReceived.emit(content)
        self._follow()

    @Slot()
    def _take_frames(self) -> None:
        if self._line is None or _status(self._line) != HTTPStatus.OK:
            return
        self._silence.start(SILENCE_MS)
        self._hear()
        self._failures = 0
        self._lost.start(LOST_AFTER_MS)
        for message in self._stream.feed(bytes(self._line.readAll().data())):
            if message.kind == RESET:
                self._position = None
                self._drop_line()
                self._try_again()
                return
            if message.id:
                self._position = message.id
            if message.kind == TRUST:
                self._hear_trust(message.data)
                continue
            self.frameReceived.emit(message.kind, message.data.encode())
        self._unknown = False
        self._set_connected(True)

    def _hear_trust(self, said: str) -> None:
        """The hub says, over a line that it has proved itself on, what it will prove itself by."""
        if self._trust is None:
            return
        try:
            trust = Trust.of(_json_object(said.encode()))
            if trust != self._trust and self._keep_trust is not None:
                self._keep_trust(trust)
        except (OSError, ValueError) as error:
            logger.warning("what the hub proves itself by cannot be kept (%s)", error)
            return
        if trust != self._trust:
            # What is under way goes on; but Qt would verify new lines by what it verified those by.
            for network in self.findChildren(Network):
                if network.is_idle:
                    network.deleteLater()
            self._network, self._trust = Network(trust, self), trust
        self._knows_unsaid = trust.fingerprints if len(trust.pems) > 1 else ()
        self._say_known()

    def _say_known(self) -> None:
        if self._knows_unsaid:
            known = {"fingerprints": [*self._knows_unsaid]}
            self.exchange(Request(*addressed("know", known), key=uuid4().hex), self._said_known)

    def _said_known(self, reply: Reply) -> None:
        if reply.is_decided:
            self._knows_unsaid = ()

    @Slot()
    def _hang_up(self) -> None:
        line = self._line
        is_unknown = (
            line is not None
            and _status(line) == HTTPStatus.UNAUTHORIZED
            and not self._token.read_again(_token_of(line))
        )
        self._drop_line()
        self._try_again()
        if is_unknown:
            self._retry.start(UNKNOWN_AGAIN_MS)
            self._lost.stop()
            self._hear()
            if not self._unknown:
                self._unknown = True
                self._set_connected(False, is_news=True)
            return
        self._is_heard = False
        self.missed.emit()

    def _hear(self) -> None:
        self._doubt.stop()
        if not self._is_heard:
            self._is_heard = True
            self.heard.emit()

    def _doubt_it(self) -> None:
        self._is_heard = False
        self.doubted.emit()

    @Slot()
    def _say_alive(self) -> None:
        """Say that this process's own loop runs: one that is frozen keeps its line open and says nothing."""
        self._say_known()
        if self.present.station and self._connected and not self._is_saying:
            self._is_saying = True
            self._doubt.start(DOUBT_AFTER_MS)
            self.exchange(Request(*addressed("alive", {"station": self.present.station})), self._said_alive)

    def _said_alive(self, reply: Reply) -> None:
        self._is_saying = False
        if reply.is_decided:
            self._hear()
        if reply.ok:
            # Reception may have given a paired station another name.
            self.present = replace(self.present, station=str(reply.body["name"]))

    def _try_again(self) -> None:
        if self._failures == 0 and self._connected:
            self._lost.start(LOST_AFTER_MS)
        self._silence.stop()
        self._retry.start(FOLLOW_AGAIN_MS[min(self._failures, len(FOLLOW_AGAIN_MS) - 1)])
        self._failures += 1

    def _drop_line(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.disconnect(self)
            line.abort()
            line.deleteLater()

    def _set_connected(self, connected: bool, is_news: bool = False) -> None:
        if connected is not self._connected or self._looking or is_news:
            self._connected = connected
            self._looking = False
            self._met = self._met or connected
            self.connectedChanged.emit()

    def _go_to(self, url: str) -> None:
        check_address(url, self._trust)
        self.address = url.rstrip("/")
        self._base = self.address + "/api/v1"

    def _request(self, path: str) -> QNetworkRequest:
        """A request of this station, which says who it is."""
        request = QNetworkRequest(QUrl(self._base + path))
        self._network.prepare(request)
        # Qt would ask for gzip by itself, and take one that was cut short for whole.
        request.setRawHeader(b"Accept-Encoding", b"identity")
        for name, value in self.identity.items():
            request.setRawHeader(name, value)
        return request


class _Exchange(QObject):
    """One request on its way."""

    def __init__(self, client: HubClient, line: QNetworkReply, answered: Callable[[], None]) -> None:
        super().__init__(client)
        self._line = line
        self._answered: Callable[[], None] | None = answered
        line.finished.connect(self._finished)

    def give_up(self) -> None:
        """Forget the request; no callback is called."""
        self._answered = None
        self._line.abort()

    @Slot()
    def _finished(self) -> None:
        answered, self._answered = self._answered, None
        self.deleteLater()
        self._line.deleteLater()
        if answered is not None:
            answered()


def reply_of(status: int, content: bytes) -> Reply:
    """A reply as it came."""
    # The hub always answers with JSON: without it, the answer was cut short or is not the hub's.
    body = _json_body(content)
    return Reply(status, body) if body else Reply(0)


def _status(line: QNetworkReply) -> int:
    """The HTTP status of a reply, 0 when none came."""
    return int(line.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0)


def _whole(line: QNetworkReply) -> bytes:
    """What a reply says; nothing where it is not as long as it was announced: Qt may call that no error."""
    # Of a line that broke, nothing can be read.
    content = bytes(line.readAll().data()) if line.isOpen() else b""
    announced = line.header(QNetworkRequest.KnownHeaders.ContentLengthHeader)
    return content if announced == len(content) else b""


def _token_of(line: QNetworkReply) -> bytes:
    """What a request showed."""
    return bytes(line.request().rawHeader(TOKEN_HEADER.decode()).data())


def _json_body(content: bytes) -> Mapping[str, Any]:
    if not content.startswith(b"["):
        return _json_object(content)
    try:
        return {ENTRIES: json.loads(content)}
    except ValueError:
        return {}


def _json_object(content: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(content)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def single_shot(parent: QObject, act: Callable[[], object]) -> QTimer:
    """A timer that rings once, each time it is started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer
