"""Who may speak to the hub: the paired stations, and the grants that live as long as this process."""

from __future__ import annotations

import asyncio
import hmac
import logging
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Date
from pathlib import Path

from cdm_kiosk.domain.errors import Conflict, Invalid, Unknown
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import GRANTED_ROLES, PAIRED_ROLES, Principal, Role
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.store.register import PairedStation, hashed, read_register, state_of, write_register

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
TOKEN_BYTES = 32
ID_BYTES = 8
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class _Known:
    """Whose a token is. ``is_paired``: its name is the register's, whatever it calls itself."""

    token_sha256: str
    principal: Principal
    is_paired: bool


class Register:
    """Lives on the hub's event loop, and writes there: pairing is rare, and its answer promises that it is kept.

    Whatever changes the paired stations raises StoreFault where the disk does not take it; nothing changed then.
    """

    def __init__(self, folder: Path, today: Callable[[], Date]) -> None:
        """Raises StoreFault for a file that cannot be read."""
        self._folder = folder
        self._today = today
        self._told: list[Callable[[], None]] = []
        self.changes = 0
        """How often the paired stations changed."""
        self._grants: dict[str, _Known] = {}
        self._paired: dict[str, _Known] = {}
        self._stations: tuple[PairedStation, ...] = ()
        self._take(read_register(folder))

    @property
    def stations(self) -> tuple[PairedStation, ...]:
        """The paired stations, by name."""
        return self._stations

    def is_paired(self, name: str) -> bool:
        """Whether a paired station has this name."""
        return any(each.name == name for each in self._stations)

    @property
    def has_reception(self) -> bool:
        """Whether somebody can say yes to a station that wants to be paired."""
        known = (*self._grants.values(), *self._paired.values())
        return any(each.principal.role is Role.RECEPTION for each in known)

    def principal(self, token: str, called: str = "") -> Principal | None:
        """Who shows a token; None for one that nobody has.

        ``called`` is what the caller calls itself, which counts where a grant has no name: the windows of one
        process share it.
        """
        shown = hashed(token)
        known = self._paired.get(shown) or self._grants.get(shown)
        if known is None or not hmac.compare_digest(known.token_sha256, shown):
            return None
        if known.is_paired or known.principal.station:
            return known.principal
        return Principal(known.principal.role, called)

    def grant(self, role: Role, name: str = "") -> str:
        """A fresh token of a role, for as long as this hub runs."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self.admit(role, hashed(token), name)
        return token

    def admit(self, role: Role, token_sha256: str, name: str = "") -> None:
        """Take a token that was made elsewhere, known by its hash alone, for as long as this hub runs."""
        if role not in GRANTED_ROLES:
            raise Invalid(Code.ROLE_NOT_FOR_STATIONS, "role", role=role)
        self._grants[token_sha256] = _Known(token_sha256, Principal(role, name), is_paired=False)

    def pair(self, role: Role, name: str, place: str = "", replace: str = "") -> str:
        """The token of one more station, told once.

        ``replace`` is the id of a station whose place it takes: that one is struck off. Raises Invalid for a role
        or a name that no station has, Conflict for a name in use, Unknown for an id that nobody has.
        """
        if role not in PAIRED_ROLES:
            raise Invalid(Code.ROLE_NOT_FOR_STATIONS, "role", role=role)
        if replace:
            self._of(replace)
        others = [each for each in self._stations if each.id != replace]
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._keep(
            *others,
            PairedStation(
                secrets.token_hex(ID_BYTES), role, _free_name(name, others), place, self._today(), hashed(token)
            ),
        )
        return token

    def rename(self, station: str, name: str) -> None:
        """Raises Unknown, Invalid or Conflict."""
        others = [each for each in self._stations if each.id != station]
        self._keep(*others, replace(self._of(station), name=_free_name(name, others)))

    def move(self, station: str, place: str) -> None:
        """To another zone or counter; raises Unknown."""
        moved = replace(self._of(station), place=place)
        self._keep(*(moved if each.id == station else each for each in self._stations))

    def remove(self, station: str) -> None:
        """Strike a station off: its token is nobody's from now on; raises Unknown."""
        self._of(station)
        self._keep(*(each for each in self._stations if each.id != station))

    def read_again(self) -> None:
        """Take what somebody else wrote into the file; raises StoreFault, and everybody stays as they are."""
        stations = read_register(self._folder)
        if {*stations} != {*self._stations}:
            self._take(stations)

    async def keep_up(self) -> None:
        """Read again, for ever, what ``cdm-kiosk stations`` writes beside the hub: within a second."""
        seen = state_of(self._folder)
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            found = state_of(self._folder)
            if found == seen:
                continue
            seen = found
            try:
                self.read_again()
            except StoreFault as fault:
                # Told once a change: everybody stays as they are until the file can be read.
                logger.error("%s: %s", fault.code, fault.sentence)

    def on_change(self, told: Callable[[], None]) -> None:
        """``told`` is called after each change of the paired stations."""
        self._told.append(told)

    def _of(self, station: str) -> PairedStation:
        for each in self._stations:
            if each.id == station:
                return each
        raise Unknown(Code.NOT_PAIRED, "station")

    def _keep(self, *stations: PairedStation) -> None:
        write_register(self._folder, stations)
        self._take(stations)

    def _take(self, stations: tuple[PairedStation, ...]) -> None:
        self._stations = tuple(sorted(stations, key=lambda each: each.name))
        self._paired = {
            each.token_sha256: _Known(each.token_sha256, Principal(each.role, each.name), is_paired=True)
            for each in stations
        }
        self.changes += 1
        for told in self._told:
            told()


def _free_name(name: str, others: list[PairedStation]) -> str:
    """A name as it is kept; raises Invalid or Conflict."""
    kept = unicodedata.normalize("NFC", name).strip()
    if not kept or len(kept) > LONGEST_NAME or not kept.isprintable():
        raise Invalid(Code.BAD_STATION_NAME, "name", most=LONGEST_NAME)
    if kept.casefold() in {each.name.casefold() for each in others}:
        raise Conflict(Code.STATION_NAME_TAKEN, "name", name=kept)
    return kept
