"""The certificate by which stations on other machines know the hub: its own, made once, or one of the site's CA."""

from __future__ import annotations

import logging
import os
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cdm_kiosk.disk import close_to_others, owners_folder, settle, write_whole
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.trust import OWN_NAME, Trust, certificates_in, fingerprint
from cdm_kiosk.hub.faults import HubFault

logger = logging.getLogger(__name__)

FOLDER = "tls"
HUB, NEXT = "hub", "next"
CERTIFICATE, KEY = ".pem", ".key"
NOT_BEFORE, NOT_AFTER = datetime(1950, 1, 1), datetime(9999, 12, 31, 23, 59, 59)
"""All that X.509 can say: a clock that is wrong by years keeps no station out."""
READABLE_BY_ALL = 0o004
IGNORE_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The hub's certificate with its key, and what stations know it by.

    ``fingerprint`` is the SHA-256 of what the hub shows when a station connects, in hexadecimal.
    """

    file: Path
    key: Path
    fingerprint: str
    trust: Trust

    def context(self) -> ssl.SSLContext:
        """What encrypts the hub's lines: TLS 1.3; raises OSError or ssl.SSLError."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        # A key behind a passphrase fails here rather than ask on a terminal that nobody sees.
        context.load_cert_chain(self.file, self.key, password="")
        return context


def own_certificate(data: Path) -> Certificate:
    """The hub's own certificate in the ``data`` folder, made at the first start.

    Raises HubFault where its files are damaged: nothing is made anew then, since no station would know it.
    """
    folder = data / FOLDER
    try:
        owners_folder(folder, is_ours=True)
        if not _exists(folder, HUB, CERTIFICATE) and not _exists(folder, HUB, KEY):
            make_next(data)
            change_over(data)
        elif _exists(folder, NEXT, CERTIFICATE) and not _exists(folder, NEXT, KEY):
            change_over(data)
        for name in (HUB, NEXT):
            _keep_to_owner(folder / (name + KEY))
    except OSError as error:
        raise _damaged(folder, f"they cannot be made or read: {error.strerror}") from None
    return _kept(folder, HUB)


def next_certificate(data: Path) -> Certificate | None:
    """The certificate that the hub shows after the next change-over, where one was made."""
    folder = data / FOLDER
    if not (_exists(folder, NEXT, CERTIFICATE) and _exists(folder, NEXT, KEY)):
        return None
    return _kept(folder, NEXT)


def make_next(data: Path) -> None:
    """Make the next certificate unless there is one; may raise OSError.

    The key comes first: a certificate without its key means a change-over that was cut short.
    """
    folder = data / FOLDER
    owners_folder(folder, is_ours=True)
    if _exists(folder, NEXT, CERTIFICATE) and _exists(folder, NEXT, KEY):
        return
    certificate, key = _made()
    write_whole(folder / (NEXT + KEY), key)
    write_whole(folder / (NEXT + CERTIFICATE), certificate)


def change_over(data: Path) -> None:
    """Put the next certificate in the place of the one in use, whoever else does the same; may raise OSError."""
    folder = data / FOLDER
    for kind in (KEY, CERTIFICATE):
        with suppress(FileNotFoundError):
            os.replace(folder / (NEXT + kind), folder / (HUB + kind))
    settle(folder)


def sites_certificate(file: Path, key: Path) -> Certificate:
    """A certificate that the site's own CA signed: in ``file`` the hub's first, the CA's last.

    Raises HubFault for one by which stations could not know the hub.
    """
    try:
        if os.name != "nt" and key.stat().st_mode & READABLE_BY_ALL:
            raise _unusable(file, f"everybody on this machine can read {key}: chmod o-r {key}")
        pems = certificates_in(file.read_text(encoding="ascii", errors="replace"))
        if not pems:
            raise _unusable(file, "it holds no certificate (PEM)")
        given = Certificate(file, key, fingerprint(pems[0]), Trust(pems[-1:], ""))
        name = _name_shown(given)
        _shown(given, name)
    except ssl.SSLCertVerificationError as error:
        raise _unusable(
            file,
            f"{error.verify_message}. The file holds the hub's certificate first, then those that signed it, up to "
            "the site's CA",
        ) from None
    except (OSError, ValueError) as error:
        raise _unusable(file, str(error)) from None
    return Certificate(file, key, given.fingerprint, Trust(given.trust.pems, name))


def _kept(folder: Path, name: str) -> Certificate:
    file, key = folder / (name + CERTIFICATE), folder / (name + KEY)
    try:
        pems = certificates_in(file.read_text(encoding="ascii", errors="replace"))
        if len(pems) != 1:
            raise _damaged(folder, f"{file.name} does not hold one certificate")
        kept = Certificate(file, key, fingerprint(pems[0]), Trust(pems))
        _shown(kept, OWN_NAME)
    except ssl.SSLError as error:
        belongs = "KEY_VALUES_MISMATCH" in str(error)
        why = f"{file.name} and {key.name} do not belong together" if belongs else str(error)
        raise _damaged(folder, why) from None
    except (OSError, ValueError) as error:
        raise _damaged(folder, f"{error}") from None
    return kept


def _name_shown(certificate: Certificate) -> str:
    """The first name that the certificate is for; raises ValueError where it has none of its own."""
    shown = _shown(certificate, None)
    for kind, name in shown.get("subjectAltName", ()):
        if kind == "DNS" and "*" not in name and name != OWN_NAME:
            return str(name)
    raise ValueError("it is for no name: a DNS name among its alternative names is needed")


def _shown(certificate: Certificate, name: str | None) -> dict[str, Any]:
    """What a station sees that trusts this certificate for ``name``; raises ssl.SSLError where it would hang up.

    The clock is left out: it may be wrong.
    """
    judging = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    judging.check_hostname = name is not None
    judging.verify_flags |= IGNORE_TIME
    judging.load_verify_locations(cadata="".join(certificate.trust.pems))
    to_hub, to_station = ssl.MemoryBIO(), ssl.MemoryBIO()
    hub = certificate.context().wrap_bio(to_hub, to_station, server_side=True)
    station = judging.wrap_bio(to_station, to_hub, server_hostname=name)
    for end in (station, hub, station):
        with suppress(ssl.SSLWantReadError):
            end.do_handshake()
    shown = station.getpeercert()
    assert shown is not None
    return dict(shown)


def _keep_to_owner(key: Path) -> None:
    if not key.exists():
        return
    before = key.stat().st_mode
    close_to_others(key)
    if key.stat().st_mode != before:
        logger.warning(
            "%s was open to other users of this machine: make another by cdm-kiosk certificate renew", key
        )


def _exists(folder: Path, name: str, kind: str) -> bool:
    return (folder / (name + kind)).exists()


def _damaged(folder: Path, why: str) -> HubFault:
    return HubFault(Code.BAD_OWN_CERTIFICATE, folder=str(folder), why=why)


def _unusable(file: Path, why: str) -> HubFault:
    return HubFault(Code.BAD_CERTIFICATE, file=str(file), why=why)


def _made() -> tuple[bytes, bytes]:
    """A fresh certificate of our own and its key, PEM."""
    # Loaded when a certificate is made, once in a hub's life.
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, OWN_NAME)])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), NOT_BEFORE, NOT_AFTER)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(OWN_NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    written = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return certificate.public_bytes(serialization.Encoding.PEM), written
