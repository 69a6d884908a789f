"""What a hub's lines to other machines are encrypted by, and how it goes over to another certificate."""

from __future__ import annotations

import json
import logging
import ssl
from collections.abc import Callable, Collection
from pathlib import Path

from cdm_kiosk.disk import write_whole
from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.hub.certificate import (
    CERTIFICATE,
    FOLDER,
    KEY,
    NEXT,
    Certificate,
    change_over,
    next_certificate,
    own_certificate,
    sites_certificate,
)
from cdm_kiosk.hub.faults import HubFault
from cdm_kiosk.options import HubOptions
from cdm_kiosk.store.register import read_register

logger = logging.getLogger(__name__)

KNOWN = "next.known"
"""Beside the next certificate: its fingerprint, and the names of the stations that keep it."""
LOOK_EVERY_S = 1.0

Shown = tuple[Certificate, Certificate | None]
"""The certificate in use, and the next one where there is one."""
Read = Callable[[], Shown]


def certificates(data: Path, options: HubOptions) -> Read:
    """Reads the site's certificate where ``options`` name one, else the hub's own in ``data``; raises HubFault."""
    file, key = options.certificate, options.key
    if file is not None and key is not None:
        return lambda: (sites_certificate(file, key), None)
    return lambda: (own_certificate(data), next_certificate(data))


class Encryption:
    """The certificate that the hub shows to whoever connects. Lives on the hub's event loop.

    A next one that ``cdm-kiosk certificate renew`` made is told to every station. Once all that are ``paired`` keep
    it, the hub goes over to it, without a restart; lines that are open stay so.
    """

    def __init__(
        self, data: Path, read: Read, paired: Callable[[], Collection[str]], tell: Callable[[Trust], None]
    ) -> None:
        """Raises HubFault for files that cannot be used."""
        self._data = data
        self._read = read
        self._paired = paired
        self._tell = tell
        self._take(*read())
        self._seen = self._states()

    @property
    def fingerprint(self) -> str:
        """Of the certificate that is shown now."""
        return self._shown.fingerprint

    @property
    def trust(self) -> Trust:
        """What a station needs to know this hub now and after the next change-over."""
        following = () if self._next is None else self._next.trust.pems
        return Trust((*self._shown.trust.pems, *following), self._shown.trust.name)

    def context(self) -> ssl.SSLContext:
        """What encrypts the next line."""
        return self._context

    def tell(self) -> None:
        """Tell every station what to know the hub by."""
        self._tell(self.trust)

    def keeps(self, station: str, fingerprints: Collection[str]) -> None:
        """A station says which certificates it knows this hub by."""
        if self._next is None or self._next.fingerprint not in fingerprints or station in self._known:
            return
        self._known |= {station}
        content = {"fingerprint": self._next.fingerprint, "names": sorted(self._known)}
        try:
            write_whole(self._data / FOLDER / KNOWN, json.dumps(content, ensure_ascii=False).encode())
        except OSError as error:
            logger.warning("who knows the next certificate cannot be written (%s)", error.strerror)

    def look(self) -> None:
        """Go over to the next certificate in time, and notice files that somebody put in place."""
        try:
            if self._next is not None and not {*self._paired()} - self._known:
                change_over(self._data)
            states = self._states()
            if states != self._seen:
                # Once a change: files that do not fit each other are told once, and the next change is looked at.
                self._seen = states
                self._take(*self._read())
                self.tell()
        except (OSError, HubFault) as fault:
            logger.error("the hub keeps the certificate that it shows: %s", fault)

    def _take(self, shown: Certificate, following: Certificate | None) -> None:
        self._context = shown.context()
        self._shown, self._next = shown, following
        self._known = frozenset() if following is None else known_by(self._data, following.fingerprint)

    def _states(self) -> list[tuple[int, int]]:
        folder = self._data / FOLDER
        files = (self._shown.file, self._shown.key, folder / (NEXT + CERTIFICATE), folder / (NEXT + KEY))
        return [(file.stat().st_ino, file.stat().st_mtime_ns) if file.exists() else (0, 0) for file in files]


def known_by(data: Path, fingerprint: str) -> frozenset[str]:
    """The names of the stations that keep the next certificate, as far as its hub has heard."""
    try:
        content = json.loads((data / FOLDER / KNOWN).read_bytes())
        return frozenset(map(str, content["names"])) if content["fingerprint"] == fingerprint else frozenset()
    except (OSError, ValueError, LookupError, TypeError):
        return frozenset()


def would_be_lost(data: Path, following: Certificate) -> list[str]:
    """The paired stations that do not know the next certificate yet; raises StoreFault."""
    return sorted({station.name for station in read_register(data)} - known_by(data, following.fingerprint))
