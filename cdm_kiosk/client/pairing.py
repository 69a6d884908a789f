"""The station's side of pairing: a hub that it does not know yet, six digits, and what reception gives for them."""

from __future__ import annotations

import contextlib
import hashlib
import ipaddress
import json
import re
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
    QSsl,
    QSslCertificate,
    QSslConfiguration,
    QSslError,
    QSslSocket,
)

from cdm_kiosk import __version__
from cdm_kiosk.domain.announcement import url_of
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.pairing import LASTS_S, NONCE_BYTES, VERSION, Terms, digits_at_station, station_commitment
from cdm_kiosk.domain.trust import Trust

DEFAULT_PORT = 8080
HOST = re.compile(r"[\w.:%-]{1,255}")
CONNECTED_WITHIN_MS = 4_000
ANSWER_WITHIN_MS = 4_000
OUTCOME_WITHIN_MS = 15_000
"""The hub keeps that question for ten seconds."""
AGAIN_MS = 1_000
BUSY_FOR_S = 180.0
"""For so long a station waits for its turn."""
LONGEST_ANSWER = 256 * 1024
UNREACHABLE = "hub_unreachable"
BUSY = Code.PAIRING_BUSY
NOT_A_HUB = "not_a_hub"


class Step(StrEnum):
    """How far a station is: from ``ACCEPTED`` and ``REFUSED`` on nothing more comes."""

    IDLE = "idle"
    CONNECTING = "connecting"
    BUSY = "busy"
    """Another station is being paired: this one asks again by itself."""
    SHOWING = "showing"
    """``digits`` are there to be seen, and reception looks for them."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    """``why`` says it, with ``values`` for its sentence."""


@dataclass(frozen=True, slots=True)
class Given:
    """What pairing gave; ``trust`` is None where the hub is on this machine and its line is not encrypted."""

    role: Role
    name: str
    place: str
    site_id: str
    site_name: str
    url: str
    trust: Trust | None
    token: str = field(repr=False)
    confirmed_itself: bool = False
    """Nobody compared the digits: the hub had no reception yet, and this station became it."""


def urls_typed(text: str) -> tuple[str, ...]:
    """Where a person means by HOST, HOST:PORT or a URL, in the order to try; raises ValueError for no address.

    Only this machine's own hub may speak without encryption.
    """
    said, schemes = text.strip(), ["https", "http"]
    if "://" in said:
        scheme, _, said = said.partition("://")
        schemes = [each for each in schemes if each == scheme]
    with contextlib.suppress(ValueError):
        said = f"[{ipaddress.IPv6Address(said)}]"
    parts = urlsplit(f"//{said}")
    host, port = parts.hostname or "", parts.port or DEFAULT_PORT
    urls = [url_of(host, port, each) for each in schemes if each == "https" or _is_this_machine(host)]
    if not urls or HOST.fullmatch(host) is None or parts.path.strip("/") or "@" in said:
        raise ValueError(text)
    return tuple(urls)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class StationPairing(QObject):
    """Pairs one station with one hub; a window shows what it is at, and a ``HubBrowser`` which hubs there are.

    Whoever is at the other end learns what the station wants to be, and nothing else, until reception has picked
    the digits. The certificate seen first is the only one that any later line of this pairing may show.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.step = Step.IDLE
        self.digits = ""
        self.why = ""
        self.values: Mapping[str, Any] = {}
        self.given: Given | None = None
        self._attempt: _Attempt | None = None

    def begin(self, urls: Sequence[str], role: Role, name: str) -> None:
        """Pair with the hub at the first of ``urls`` that answers; what was under way is given up."""
        self.cancel()
        self._attempt = _Attempt(self, urls, role, name)
        self._attempt.start()

    def cancel(self) -> None:
        """Give up, and be idle."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            attempt.give_up()
        self.tell(Step.IDLE)

    def tell(
        self,
        step: Step,
        *,
        digits: str = "",
        why: str = "",
        values: Mapping[str, Any] | None = None,
        given: Given | None = None,
    ) -> None:
        """Be at this step, and say so."""
        before = (self.step, self.digits, self.why)
        self.step, self.digits, self.why = step, digits, why
        self.values, self.given = values or {}, given
        if (step, digits, why) != before:
            self.changed.emit()


class _Attempt(QObject):
    """One try with its certificate, its nonce and its digits."""

    def __init__(self, pairing: StationPairing, urls: Sequence[str], role: Role, name: str) -> None:
        super().__init__(pairing)
        self._pairing = pairing
        self._urls = list(urls)
        self._role = role
        self._name = name
        self._url = ""
        self._certificate: bytes | None = None
        self._nonce = b""
        self._of_hub = b""
        self._id = ""
        self._is_over = False
        self._ends_at = 0.0
        self._busy_until = time.monotonic() + BUSY_FOR_S
        self._socket: QSslSocket | None = None
        self._patience = self._timer(self._next_url)
        self._again = self._timer(self._ask_again)
        self._asked_again: Callable[[], None] = self._begin
        self._network = QNetworkAccessManager(self)
        self._network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))

    @property
    def _terms(self) -> Terms:
        shown = b"" if self._certificate is None else hashlib.sha256(self._certificate).digest()
        return Terms(self._role, self._name, shown)

    def start(self) -> None:
        self._pairing.tell(Step.CONNECTING)
        self._next_url()

    def give_up(self) -> None:
        """Say nothing more to anybody."""
        self._is_over = True
        self._patience.stop()
        self._again.stop()
        self._hang_up()
        for line in self.findChildren(_Question):
            line.give_up()
        self.deleteLater()

    # ----- the certificate that the hub shows

    @Slot()
    def _next_url(self) -> None:
        self._hang_up()
        if not self._urls:
            self._refuse(UNREACHABLE)
            return
        self._url = self._urls.pop(0)
        parts = urlsplit(self._url)
        if parts.scheme == "http":
            self._certificate = None
            self._begin()
            return
        # Nothing is sent on this line: it only shows the certificate that the digits are made of.
        self._socket = QSslSocket(self)
        self._socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._socket.setSslConfiguration(_unverified())
        self._socket.encrypted.connect(self._take_certificate)
        self._socket.errorOccurred.connect(self._next_url)
        self._patience.start(CONNECTED_WITHIN_MS)
        self._socket.connectToHostEncrypted(QUrl(self._url).host(), parts.port or DEFAULT_PORT)

    @Slot()
    def _take_certificate(self) -> None:
        if self._socket is None:
            return
        self._certificate = bytes(self._socket.peerCertificate().toDer().data())
        self._patience.stop()
        self._hang_up()
        self._begin()

    def _hang_up(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.disconnect(self)
            socket.abort()
            socket.deleteLater()

    # ----- what is said

    def _begin(self) -> None:
        """Commit to a fresh nonce: one that was told once is worth nothing."""
        self._nonce = secrets.token_bytes(NONCE_BYTES)
        body = {
            "pairing": VERSION,
            "version": __version__,
            "role": self._role,
            "name": self._name,
            "commitment": station_commitment(self._terms, self._nonce).hex(),
        }
        self._ask("POST", "", body, self._begun)

    def _begun(self, status: int, body: Mapping[str, Any]) -> None:
        code = str(body.get("code", ""))
        if status == 201:
            self._id, self._of_hub = str(body.get("id", "")), _bytes_of(body.get("commitment"))
            self._ends_at = time.monotonic() + LASTS_S
            self._reveal()
        elif code == BUSY or (status == 0 and self._pairing.step is Step.BUSY):
            self._wait_for_turn(body)
        elif status == 0 and self._urls:
            self._next_url()
        else:
            self._refuse(code or (UNREACHABLE if status == 0 else NOT_A_HUB), _values(body))

    def _wait_for_turn(self, body: Mapping[str, Any]) -> None:
        seconds = _values(body).get("seconds", 2)
        if time.monotonic() > self._busy_until:
            self._refuse(BUSY, _values(body))
            return
        self._pairing.tell(Step.BUSY, why=BUSY, values=_values(body))
        # Whoever is before it may be done sooner than it could last.
        wait_s = min(seconds, 5) if isinstance(seconds, int) and seconds > 0 else 2
        self._later(self._begin, wait_s * 1000)

    def _reveal(self) -> None:
        self._ask("POST", f"/{self._id}/nonce", {"nonce": self._nonce.hex()}, self._revealed)

    def _revealed(self, status: int, body: Mapping[str, Any]) -> None:
        if status == 0 and time.monotonic() < self._ends_at:
            # The same nonce once more changes nothing.
            self._later(self._reveal, AGAIN_MS)
            return
        if status != 200:
            self._refuse(str(body.get("code", NOT_A_HUB)), _values(body))
            return
        shown = digits_at_station(self._terms, self._nonce, self._of_hub, _bytes_of(body.get("nonce")))
        if shown is None:
            self._refuse(Code.PAIRING_INTERCEPTED)
            return
        self._pairing.tell(Step.SHOWING, digits=shown)
        self._ask_outcome()

    def _ask_outcome(self) -> None:
        self._ask("GET", f"/{self._id}", None, self._take_outcome, OUTCOME_WITHIN_MS)

    def _take_outcome(self, status: int, body: Mapping[str, Any]) -> None:
        state = body.get("state") if status == 200 else ""
        if state == "accepted":
            self._accept(body)
        elif state == "refused" or (status and status != 200):
            self._refuse(str(body.get("code") or NOT_A_HUB), _values(body))
        elif time.monotonic() > self._ends_at + OUTCOME_WITHIN_MS / 1000:
            self._refuse(UNREACHABLE if status == 0 else Code.PAIRING_TOO_SLOW)
        else:
            self._later(self._ask_outcome, AGAIN_MS if status == 0 else 0)

    def _accept(self, body: Mapping[str, Any]) -> None:
        try:
            given = self._given(body)
        except (ValueError, LookupError, TypeError):
            # What was agreed on was this certificate: one that the hub does not stand by is no hub's.
            self._refuse(Code.PAIRING_INTERCEPTED)
            return
        self._is_over = True
        self._pairing.tell(Step.ACCEPTED, given=given)

    def _given(self, body: Mapping[str, Any]) -> Given:
        trust = None
        if self._certificate is not None:
            trust = Trust.of(body["trust"])
            if trust.is_pin and hashlib.sha256(self._certificate).hexdigest() not in trust.fingerprints:
                raise ValueError("another certificate")
        told = {name: str(body[name]) for name in ("name", "place", "site_id", "site_name", "token")}
        if not all(each.isprintable() for each in told.values()) or not told["token"]:
            raise ValueError("no text")
        return Given(
            role=Role(body["role"]),
            url=self._url,
            trust=trust,
            confirmed_itself=body.get("confirmed_itself") is True,
            **told,
        )

    def _refuse(self, code: str, values: Mapping[str, Any] | None = None) -> None:
        self._is_over = True
        self._pairing.tell(Step.REFUSED, why=code, values=values)

    # ----- lines and times

    def _ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        answered: Callable[[int, Mapping[str, Any]], None],
        within_ms: int = ANSWER_WITHIN_MS,
    ) -> None:
        request = QNetworkRequest(QUrl(f"{self._url}/api/v1/pairing{path}"))
        request.setTransferTimeout(within_ms)
        request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
        request.setRawHeader(b"Accept-Encoding", b"identity")
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
        )
        request.setAttribute(QNetworkRequest.Attribute.Http2AllowedAttribute, False)
        if self._certificate is not None:
            request.setSslConfiguration(_unverified(QSslSocket.PeerVerifyMode.VerifyPeer))
        content = QByteArray(b"" if body is None else json.dumps(body).encode())
        line = self._network.sendCustomRequest(request, method.encode(), content)
        _Question(self, line, self._certificate, answered)

    def _later(self, act: Callable[[], None], after_ms: int) -> None:
        self._asked_again = act
        self._again.start(after_ms)

    @Slot()
    def _ask_again(self) -> None:
        if not self._is_over:
            self._asked_again()

    def _timer(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer


class _Question(QObject):
    """One request to a hub that shows ``certificate`` (DER), and to no other; None: a line without encryption."""

    def __init__(
        self,
        attempt: QObject,
        line: QNetworkReply,
        certificate: bytes | None,
        answered: Callable[[int, Mapping[str, Any]], None],
    ) -> None:
        super().__init__(attempt)
        self._line = line
        self._certificate = certificate
        self._answered: Callable[[int, Mapping[str, Any]], None] | None = answered
        line.sslErrors.connect(self._judge)
        line.encrypted.connect(self._look)
        line.finished.connect(self._finished)

    def give_up(self) -> None:
        """Forget the question; nobody is told."""
        self._answered = None
        self._line.abort()

    @Slot("QList<QSslError>")
    def _judge(self, errors: list[QSslError]) -> None:
        """Nobody vouches for a certificate that is met for the first time: the digits will. No other passes."""
        if self._shows_the_same():
            self._line.ignoreSslErrors(errors)

    @Slot()
    def _look(self) -> None:
        if not self._shows_the_same():
            self._line.abort()

    def _shows_the_same(self) -> bool:
        return bytes(self._line.sslConfiguration().peerCertificate().toDer().data()) == self._certificate

    @Slot()
    def _finished(self) -> None:
        answered, self._answered = self._answered, None
        self.deleteLater()
        self._line.deleteLater()
        if answered is None:
            return
        status = int(self._line.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0)
        # One that was given up cannot be read any more.
        content = bytes(self._line.read(LONGEST_ANSWER).data()) if self._line.isOpen() else b""
        announced = self._line.header(QNetworkRequest.KnownHeaders.ContentLengthHeader)
        # An answer that was cut short is none.
        body = _object_of(content) if announced is not None and int(announced) == len(content) else None
        answered(*((status, body) if body is not None else (0, {})))


def _unverified(mode: QSslSocket.PeerVerifyMode = QSslSocket.PeerVerifyMode.VerifyNone) -> QSslConfiguration:
    """TLS 1.3 to a certificate that nobody vouches for."""
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setProtocol(QSsl.SslProtocol.TlsV1_3OrLater)
    configuration.setPeerVerifyMode(mode)
    nobody: list[QSslCertificate] = []
    configuration.setCaCertificates(nobody)
    return configuration


def _object_of(content: bytes) -> Mapping[str, Any] | None:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _values(body: Mapping[str, Any]) -> Mapping[str, Any]:
    values = body.get("values")
    return values if isinstance(values, dict) else {}


def _bytes_of(text: object) -> bytes:
    """What hexadecimal digits stand for, nothing where they are none."""
    try:
        return bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        return b""
