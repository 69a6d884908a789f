"""What a station knows its hub by, wherever the hub's address leads."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

OWN_NAME = "hub.cdm.internal"
"""The name in every certificate that a hub made itself: its address may change."""
PEM = re.compile(r"-----BEGIN CERTIFICATE-----\s+([A-Za-z0-9+/=\s]+?)\s+-----END CERTIFICATE-----")


def certificates_in(text: str) -> tuple[str, ...]:
    """The certificates of a PEM text, each a PEM text of its own."""
    return tuple(found[0] + "\n" for found in PEM.finditer(text))


def fingerprint(pem: str) -> str:
    """The SHA-256 of a certificate, in hexadecimal; raises ValueError where ``pem`` holds none."""
    found = PEM.search(pem)
    if found is None:
        raise ValueError("no certificate")
    return hashlib.sha256(base64.b64decode(found[1])).hexdigest()


@dataclass(frozen=True, slots=True)
class Trust:
    """Certificates (PEM), and the name that the hub proves.

    A hub with a certificate of its own shows one of ``pems`` itself, whatever the clock says. A hub with another
    ``name`` shows a certificate for that name that one of ``pems`` signed.
    """

    pems: tuple[str, ...]
    name: str = OWN_NAME

    @property
    def is_pin(self) -> bool:
        return self.name == OWN_NAME

    @property
    def fingerprints(self) -> tuple[str, ...]:
        return tuple(fingerprint(pem) for pem in self.pems)

    def said(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {"pems": list(self.pems), "name": self.name}

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Self:
        """What ``said`` made; raises ValueError for anything else."""
        pems, name = said.get("pems"), said.get("name")
        if not isinstance(pems, list) or not isinstance(name, str) or not name or not pems:
            raise ValueError("no trust")
        found = tuple(certificate for pem in pems for certificate in certificates_in(str(pem)))
        if len(found) != len(pems):
            raise ValueError("no certificate")
        return cls(found, name)
