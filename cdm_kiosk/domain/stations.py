"""The machines that visitors meet, and whether each is there; advisors' windows are none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

ALARM_AFTER = timedelta(seconds=15)
"""A station that is away for less may only have been started again (architecture § 7)."""

MOST_FOUND = 32
"""As many printers of its machine a kiosk tells of."""


ROLLS_MM = (80, 58)
"""The widths of paper that receipt printers take, the usual one first."""
ROLL = re.compile(r"[?&]roll=(80|58)$")


def roll_of(printer: str) -> tuple[str, int]:
    """What names a printer, without its roll; and the roll's width (mm), given by "?roll=58" at the end."""
    roll = ROLL.search(printer)
    return (printer, ROLLS_MM[0]) if roll is None else (printer[: roll.start()], int(roll[1]))


def on_roll(printer: str, roll_mm: int) -> str:
    """The same printer with paper of another width."""
    plain, _ = roll_of(printer)
    return plain if roll_mm == ROLLS_MM[0] else f"{plain}{'&' if '?' in plain else '?'}roll={roll_mm}"


class StationRole(StrEnum):
    """What a station is for; advisors' windows have no place here."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    RECEPTION = "reception"


class Paper(StrEnum):
    """How a kiosk's paper is, as its printer tells; ``none`` where nothing is printed."""

    READY = "ready"
    NEAR_END = "near_end"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"
    BUSY = "busy"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    NONE = "none"


class Trial(StrEnum):
    """How the trial ticket went that administration asked for."""

    NONE = ""
    ASKED = "asked"
    CAME = "came"
    FAILED = "failed"


class Trouble(StrEnum):
    AWAY = "away"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Station:
    """One station seen today; ``away_since`` is None while it listens.

    ``printer`` is the kiosk's own, ``found`` are others of its machine, as they are written in a configuration.
    """

    name: str
    role: StationRole
    away_since: datetime | None = None
    paper: Paper = Paper.NONE
    printer: str = ""
    found: tuple[str, ...] = ()
    trial: Trial = Trial.NONE

    @property
    def is_connected(self) -> bool:
        return self.away_since is None

    @property
    def can_print(self) -> bool:
        """Whether a ticket sent there comes out now."""
        return self.is_connected and self.paper in (Paper.READY, Paper.NEAR_END, Paper.BUSY)


@dataclass(frozen=True, slots=True)
class Stations:
    """All that were seen today, by name; ``hub_trouble`` is the code of what the hub lacks, "" for nothing."""

    seen: tuple[Station, ...] = ()
    hub_trouble: str = ""

    def named(self, name: str) -> Station | None:
        return next((each for each in self.seen if each.name == name), None)

    def troubles(self, now: datetime) -> Iterator[tuple[Station, Trouble]]:
        """What somebody must see to: a machine that visitors miss, then paper."""
        visited = [each for each in self.seen if each.role is not StationRole.RECEPTION]
        for each in visited:
            if each.away_since is not None and now - each.away_since > ALARM_AFTER:
                yield each, Trouble.AWAY
        for each in visited:
            if each.is_connected and each.paper not in (Paper.READY, Paper.BUSY, Paper.NONE):
                yield each, Trouble.PAPER
