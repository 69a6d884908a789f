"""Whom a station's requests reach: this machine's hub in the clear, or over TLS the hub that the station knows."""

from __future__ import annotations

import hashlib
import ipaddress
from urllib.parse import urlsplit

from PySide6.QtNetwork import QSsl, QSslCertificate, QSslConfiguration, QSslSocket

from cdm_kiosk.domain.trust import Trust

__all__ = ["AddressFault", "Trust", "check_address", "shows_pin", "verifying"]


class AddressFault(Exception):
    """A hub's address that no station may use; ``sentence`` says why."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def check_address(url: str, trust: Trust | None) -> None:
    """Raises AddressFault for an address where somebody between could listen, or pass for the hub."""
    try:
        parts = urlsplit(url)
        host, scheme = parts.hostname or "", parts.scheme
    except ValueError:
        host = scheme = ""
    if not host or scheme not in ("http", "https"):
        raise AddressFault(
            "bad_hub", f'"{url}" is not the address of a hub. Expected one like https://192.168.1.20:8080.'
        )
    if scheme == "http" and not _is_this_machine(host):
        raise AddressFault(
            "hub_not_encrypted",
            f"The hub at {url} is on another machine: everybody on the way could listen. Expected https://…",
        )
    if scheme == "https" and trust is None:
        raise AddressFault(
            "not_paired",
            f"This station does not know the hub at {url} yet: pair it first (cdm-kiosk pair).",
        )


def verifying(trust: Trust) -> QSslConfiguration:
    """TLS 1.3 to a hub that proves itself by ``trust``, and by nothing else that this machine trusts."""
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setProtocol(QSsl.SslProtocol.TlsV1_3OrLater)
    configuration.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyPeer)
    certificates = QSslCertificate.fromData("".join(trust.pems).encode("ascii"))
    configuration.setCaCertificates(certificates)
    return configuration


def shows_pin(connected: QSslConfiguration, trust: Trust) -> bool:
    """Whether a connection's other end shows a certificate that ``trust`` pins, where it pins any."""
    shown = hashlib.sha256(connected.peerCertificate().toDer().data()).hexdigest()
    return not trust.is_pin or shown in trust.fingerprints


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
