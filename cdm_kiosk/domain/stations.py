"""The machines of the house, whether each is there, and what is wrong with those that visitors meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta
from enum import StrEnum

ALARM_AFTER = timedelta(seconds=15)
"""A station that is away for less may only have been started again (architecture § 7)."""

MOST_FOUND = 32
"""As many printers of its machine a kiosk tells of."""


ROLLS_MM = (80, 58)
"""The widths of paper that receipt printers take, the usual one first."""
ROLL = re.compile(r"[?&]roll=(80|58)$")
VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")


def roll_of(printer: str) -> tuple[str, int]:
    """What names a printer, without its roll; and the roll's width (mm), given by "?roll=58" at the end."""
    roll = ROLL.search(printer)
    return (printer, ROLLS_MM[0]) if roll is None else (printer[: roll.start()], int(roll[1]))


def on_roll(printer: str, roll_mm: int) -> str:
    """The same printer with paper of another width."""
    plain, _ = roll_of(printer)
    return plain if roll_mm == ROLLS_MM[0] else f"{plain}{'&' if '?' in plain else '?'}roll={roll_mm}"


class StationRole(StrEnum):
    """What a station is for."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    ADVISOR = "advisor"
    RECEPTION = "reception"


VISITED = frozenset({StationRole.KIOSK, StationRole.DISPLAY})
"""What visitors stand before: somebody must see to it when it is away."""


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


UNTROUBLED = frozenset({Paper.READY, Paper.BUSY, Paper.NONE})
"""Nobody need see to such paper."""


class Trial(StrEnum):
    """How the trial ticket went that administration asked for."""

    NONE = ""
    ASKED = "asked"
    CAME = "came"
    FAILED = "failed"


class Age(StrEnum):
    """How a station's program compares with the hub's."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"


def age(version: str, of_hub: str) -> Age:
    """What follows from two versions; whoever does not say its own, or not in numbers, is taken for alike."""
    own, hub = _numbers(version), _numbers(of_hub)
    if not own or own == hub:
        return Age.SAME
    return Age.OLDER if own < hub else Age.NEWER


def is_version(text: str) -> bool:
    """Whether it is a version as this program has them; another age may have others, which are not compared."""
    return VERSION.fullmatch(text) is not None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split(".")) if is_version(version) else ()


class Trouble(StrEnum):
    AWAY = "away"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Station:
    """One station seen today; ``away_since`` is None while it listens.

    ``version`` is its program's, "" for one that does not say. ``printer`` is the kiosk's own,
    ``found`` are others of its machine, as they are written in a configuration.
    """

    name: str
    role: StationRole
    away_since: datetime | None = None
    paper: Paper = Paper.NONE
    printer: str = ""
    found: tuple[str, ...] = ()
    trial: Trial = Trial.NONE
    version: str = ""

    @property
    def is_connected(self) -> bool:
        return self.away_since is None

    @property
    def can_print(self) -> bool:
        """Whether a ticket sent there comes out now."""
        return self.is_connected and self.paper in (Paper.READY, Paper.NEAR_END, Paper.BUSY)


@dataclass(frozen=True, slots=True)
class PresentedStation:
    """A station that wants to be paired: it shows one of ``numbers``, and waits ``until`` then.

    ``role`` and ``name`` are what it says to be, "" for no name.
    """

    id: str
    role: str
    name: str
    version: str
    numbers: tuple[str, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class ListedStation:
    """A paired station; ``place`` is its zone or counter, "" for none."""

    id: str
    role: str
    name: str
    place: str
    paired_on: Date


@dataclass(frozen=True, slots=True)
class StationList:
    """The paired stations by name, and the hub's own ``version``."""

    version: str
    stations: tuple[ListedStation, ...]


@dataclass(frozen=True, slots=True)
class Stations:
    """All that were seen today, by name; ``hub_trouble`` is the code of what the hub lacks, "" for nothing."""

    seen: tuple[Station, ...] = ()
    hub_trouble: str = ""

    def named(self, name: str) -> Station | None:
        return next((each for each in self.seen if each.name == name), None)

    def troubles(self, now: datetime) -> Iterator[tuple[Station, Trouble]]:
        """What somebody must see to: a machine that visitors miss, then paper."""
        visited = [each for each in self.seen if each.role in VISITED]
        for each in visited:
            if each.away_since is not None and now - each.away_since > ALARM_AFTER:
                yield each, Trouble.AWAY
        for each in visited:
            if each.is_connected and each.paper not in UNTROUBLED:
                yield each, Trouble.PAPER
