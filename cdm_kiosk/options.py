"""What each command was asked for, checked once on the command line and handed over whole."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path

from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.sentence_fault import SentenceFault
from cdm_kiosk.domain.tempo import Tempo

DIAGONALS_INCH = (7.0, 150.0)
HEIGHTS_MM = (0.0, 2000.0)
DISTANCES_M = (0.5, 30.0)
MOST_ZONES = 3
DIRECTIONS = ("left", "right", "up", "down")
DOCUMENTATION = "documentation"


class OptionFault(SentenceFault):
    """An option that cannot be meant; ``field`` names it, ``code`` says whose it is."""

    def __init__(self, code: str, field: str, given: str, expected: str) -> None:
        self.code = code
        self.field = field
        super().__init__(f'{field}: "{given}" cannot be used. Expected {expected}. ({code})')


@dataclass(frozen=True, slots=True)
class VisitorsListener:
    """Where phones find the ticket pages: an address of this machine (0.0.0.0 for all) and a port (0: a free one).

    ``certificate`` and ``key`` are PEM files of the site's own; without them the pages travel plain.
    """

    host: str = "0.0.0.0"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None


@dataclass(frozen=True, slots=True)
class HubOptions:
    """What a hub serves, from where. Port 0 is a free one; a ``tempo`` makes it a rehearsal.

    ``certificate`` and ``key`` are PEM files of the site's own CA, for a ``host`` beyond this machine; without them
    the hub shows its own certificate there.

    ``grants`` are the files that get a token of each role; ``takes_grants``: the parent sends the hashes of those
    that it made.
    """

    site: Path | None = None
    data: Path | None = None
    host: str = "127.0.0.1"
    port: int = 0
    visitors: VisitorsListener = field(default_factory=VisitorsListener)
    until_parent_leaves: bool = False
    tempo: Tempo | None = None
    certificate: Path | None = None
    key: Path | None = None
    grants: tuple[tuple[Role, Path], ...] = ()
    takes_grants: bool = False

    def arguments(self) -> list[str]:
        """The words after ``cdm-kiosk hub`` that say the same to another process."""
        said: dict[str, object] = {
            "--site": self.site,
            "--data": self.data,
            "--host": self.host,
            "--port": self.port,
            "--visitors-host": self.visitors.host,
            "--visitors-port": self.visitors.port,
            "--visitors-certificate": self.visitors.certificate,
            "--visitors-key": self.visitors.key,
            "--certificate": self.certificate,
            "--key": self.key,
            "--tempo": _tempo_text(self.tempo) if self.tempo is not None else None,
        }
        words = [word for name, value in said.items() if value is not None for word in (name, str(value))]
        words += [word for role, file in self.grants for word in ("--grant", f"{role}={file}")]
        switches = {"--until-parent-leaves": self.until_parent_leaves, "--takes-grants": self.takes_grants}
        return words + [name for name, is_on in switches.items() if is_on]


@dataclass(frozen=True, slots=True)
class KioskOptions:
    """A kiosk: its printer, its keypad's table, and how its screen is built in; None asks the screen itself."""

    hub_url: str = ""
    printer: str = "none"
    keypad: Path | None = None
    diagonal_inch: float | None = None
    height_mm: float | None = None
    name: str = ""
    data: Path | None = None
    screen: str = ""
    windowed: bool = False
    token_file: Path | None = None


@dataclass(frozen=True, slots=True)
class ShownZone:
    """A waiting area to show, and where it lies as seen from the screen: left, right, up, down, or not said."""

    zone: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """A display: what it shows and where it hangs.

    ``diagonal_inch`` None asks the screen itself; ``distance_m`` is how far the farthest reader sits; where nobody
    said it, the numbers are as large as four metres need or the screen allows.
    """

    hub_url: str = ""
    zones: tuple[ShownZone, ...] = ()
    diagonal_inch: float | None = None
    distance_m: float | None = None
    in_a_quiet_room: bool = False
    name: str = ""
    data: Path | None = None
    screen: str = ""
    windowed: bool = False
    token_file: Path | None = None


@dataclass(frozen=True, slots=True)
class DoctorOptions:
    """Which station of this machine is looked at, "" for the one that is paired here; ``printer`` "" is its own."""

    hub_url: str = ""
    role: str = ""
    printer: str = ""
    token_file: Path | None = None
    data: Path | None = None
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class RunOptions:
    """All of a house on one machine, with the windows ``also`` asked for; with a ``speed``, as a rehearsal.

    ``windowed`` puts all of it in windows, and locks nothing.
    """

    hub: HubOptions
    kiosk: KioskOptions
    display: DisplayOptions
    also: tuple[str, ...] = ()
    windowed: bool = False
    speed: float | None = None


def measure(code: str, option: str, text: str, limits: tuple[float, float], unit: str) -> float | None:
    """A measure as typed, None where nothing was; raises OptionFault with ``code``."""
    if not text:
        return None
    low, high = limits
    try:
        measured = float(text.replace(",", "."))
    except ValueError:
        measured = math.nan
    if not low <= measured <= high:
        raise OptionFault(code, option, text, f"from {low:g} to {high:g} {unit}")
    return measured


def is_quiet_room(text: str) -> bool:
    """Whether ``--room`` names the documentation room; raises OptionFault for a room of another kind."""
    if text not in ("", DOCUMENTATION):
        raise OptionFault("bad_display_option", "--room", text, f'"{DOCUMENTATION}"')
    return text == DOCUMENTATION


def shown_zones(text: str) -> tuple[ShownZone, ...]:
    """``"hall:left,etage:up"`` as zones in that order, each with where it lies; raises OptionFault."""
    shown: list[ShownZone] = []
    for each in filter(None, (part.strip() for part in text.split(","))):
        zone, _, direction = each.partition(":")
        if direction not in ("", *DIRECTIONS):
            raise _bad_zone(each, f"a direction like {', '.join(DIRECTIONS)} after the colon")
        if zone in [other.zone for other in shown]:
            raise _bad_zone(text, "each zone once")
        shown.append(ShownZone(zone, direction))
    if len(shown) > MOST_ZONES:
        raise _bad_zone(text, f"at most {MOST_ZONES} zones on one display")
    return tuple(shown)


def _bad_zone(given: str, expected: str) -> OptionFault:
    return OptionFault("bad_display_option", "--zone", given, expected)


def _tempo_text(tempo: Tempo) -> str:
    return f"{tempo.real.isoformat()}/{tempo.shown.isoformat()}/{tempo.speed}"
