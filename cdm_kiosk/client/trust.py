"""Whom a station's requests reach: this machine's hub in the clear, or over TLS the hub that the station knows."""

from __future__ import annotations

import hashlib
import ipaddress
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import (
    QHttp1Configuration,
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
    QSsl,
    QSslCertificate,
    QSslConfiguration,
    QSslSocket,
)

from cdm_kiosk.domain.errors import Lack
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.trust import Trust

__all__ = ["AddressFault", "Network", "Trust", "check_address"]

CONNECTIONS = 12
"""A feed holds one for ever: of Qt's six, few would be left for commands."""
KEEP_ALIVE_AFTER_S, KEEP_ALIVE_EVERY_S, KEEP_ALIVE_PROBES = 5, 2, 3
"""A hub that vanished without a word is noticed after some eleven seconds of silence."""


class AddressFault(Lack):
    """A hub's address that no station may use."""


def check_address(url: str, trust: Trust | None) -> None:
    """Raises AddressFault for an address where somebody between could listen, or pass for the hub."""
    try:
        parts = urlsplit(url)
        host, scheme = parts.hostname or "", parts.scheme
    except ValueError:
        host = scheme = ""
    if not host or scheme not in ("http", "https"):
        raise AddressFault(Code.BAD_HUB, url=url)
    if scheme == "http" and not _is_this_machine(host):
        raise AddressFault(Code.HUB_NOT_ENCRYPTED, url=url)
    if scheme == "https" and trust is None:
        raise AddressFault(Code.UNKNOWN_HUB, url=url)


class Network(QObject):
    """Carries requests to the hub that ``trust`` knows, past any proxy; None: to the hub of this machine."""

    def __init__(self, trust: Trust | None, parent: QObject) -> None:
        super().__init__(parent)
        self._trust = trust
        self._verifying = None if trust is None else _verifying(trust)
        self.manager = QNetworkAccessManager(self)
        self.manager.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        # No hub sends anybody elsewhere, and what a station shows is for this one alone.
        self.manager.setRedirectPolicy(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
        self.manager.encrypted.connect(self._check)

    def prepare(self, request: QNetworkRequest) -> None:
        """Set how ``request`` travels."""
        connections = QHttp1Configuration()
        connections.setNumberOfConnectionsPerHost(CONNECTIONS)
        request.setHttp1Configuration(connections)
        if self._trust is None or self._verifying is None:
            return
        request.setAttribute(QNetworkRequest.Attribute.Http2AllowedAttribute, False)
        request.setSslConfiguration(self._verifying)
        request.setPeerVerifyName(self._trust.name)
        request.setTcpKeepAliveIdleTimeBeforeProbes(KEEP_ALIVE_AFTER_S)
        request.setTcpKeepAliveIntervalBetweenProbes(KEEP_ALIVE_EVERY_S)
        request.setTcpKeepAliveProbeCount(KEEP_ALIVE_PROBES)

    @property
    def is_idle(self) -> bool:
        return not self.manager.findChildren(QNetworkReply)

    @Slot(QNetworkReply)
    def _check(self, line: QNetworkReply) -> None:
        # Qt has verified the certificate, and nothing was said yet: a pin does not rest on that alone.
        if self._trust is not None and not _shows_pin(line.sslConfiguration(), self._trust):
            line.abort()


def _verifying(trust: Trust) -> QSslConfiguration:
    """TLS 1.3 to a hub that proves itself by ``trust``, and by nothing else that this machine trusts."""
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setProtocol(QSsl.SslProtocol.TlsV1_3OrLater)
    configuration.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyPeer)
    configuration.setCaCertificates(QSslCertificate.fromData("".join(trust.pems).encode("ascii")))
    return configuration


def _shows_pin(connected: QSslConfiguration, trust: Trust) -> bool:
    shown = hashlib.sha256(connected.peerCertificate().toDer().data()).hexdigest()
    return not trust.is_pin or shown in trust.fingerprints


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
