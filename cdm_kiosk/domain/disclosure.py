"""What each kind of listener may learn: the public gets a number and a place, the kiosk what it can offer.

Reciprocal anonymity (charter): never a theme, a language, a need or a ticket's identity on a public screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.closing import can_be_received
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.rota import next_opening, next_served
from cdm_kiosk.domain.site import RECEPTION, Labels, Site, Zone

CALLS_KEPT = 8


@dataclass(frozen=True, slots=True)
class NumberCalled:
    """A number is asked to a place; ``recall`` when it was asked there before."""

    at: datetime
    number: int
    place: str
    zone: str
    recall: bool
    kind: Literal["number_called"] = "number_called"


@dataclass(frozen=True, slots=True)
class CallTakenBack:
    """A number was called by mistake: whoever looks up must not go."""

    at: datetime
    number: int
    kind: Literal["call_taken_back"] = "call_taken_back"


@dataclass(frozen=True, slots=True)
class DoorsOpened:
    at: datetime
    kind: Literal["doors_opened"] = "doors_opened"


@dataclass(frozen=True, slots=True)
class DoorsClosed:
    at: datetime
    kind: Literal["doors_closed"] = "doors_closed"


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """What everybody is told, by language; no language at all takes it away. ``theme`` "" is the house itself."""

    at: datetime
    theme: str
    text: Labels
    kind: Literal["notice_shown"] = "notice_shown"


PublicEvent = NoticeShown | NumberCalled | CallTakenBack | DoorsOpened | DoorsClosed


@dataclass(frozen=True, slots=True)
class Board:
    """What a call display knows: whether the doors are open, the last calls, newest first, and what everybody is
    told, by theme ("" for the house itself).
    """

    is_open: bool = False
    calls: tuple[NumberCalled, ...] = ()
    notices: Mapping[str, Labels] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sign:
    """What a public screen may say of the site itself."""

    name: str
    timezone: str
    languages: tuple[str, ...]
    zones: tuple[Zone, ...]
    sample: bool


def sign(site: Site) -> Sign:
    """The public face of ``site``: no theme, no counter, no plan of who is where."""
    return Sign(site.name, site.timezone, site.languages, site.zones, site.sample)


def disclose(event: e.Event, site: Site) -> PublicEvent | None:
    """The part of ``event`` that the public may hear, or ``None``."""
    match event:
        case e.TicketCalled() | e.TicketRecalled():
            counter = site.counter(event.counter)
            place, zone = (counter.label, counter.zone) if counter else (event.counter, "")
            return NumberCalled(event.at, event.number, place, zone, isinstance(event, e.TicketRecalled))
        case e.CallUndone():
            return CallTakenBack(event.at, event.number)
        case e.ThemePaused():
            return NoticeShown(event.at, event.theme, event.message) if event.message else None
        case e.ThemeResumed():
            return NoticeShown(event.at, event.theme, {})
        case e.MessagePosted():
            return NoticeShown(event.at, "", event.message)
        case e.MessageRemoved():
            return NoticeShown(event.at, "", {})
        case e.DayOpened():
            return DoorsOpened(event.at)
        case e.DayClosed():
            return DoorsClosed(event.at)
        case _:
            return None


def evolve_board(board: Board, event: PublicEvent) -> Board:
    """The display after ``event``: a number stands once, at its newest call."""
    match event:
        case DoorsOpened():
            return Board(is_open=True)
        case DoorsClosed():
            return Board()
        case CallTakenBack():
            return replace(board, calls=tuple(call for call in board.calls if call.number != event.number))
        case NoticeShown():
            others_told = {name: text for name, text in board.notices.items() if name != event.theme}
            told = {event.theme: event.text} if event.text else {}
            return replace(board, notices={**others_told, **told})
        case NumberCalled():
            others = tuple(call for call in board.calls if call.number != event.number)
            return replace(board, calls=(event, *others)[:CALLS_KEPT])


@dataclass(frozen=True, slots=True)
class Offer:
    """What a kiosk may say of a theme now.

    ``served``: somebody receives for it, and one visitor more can be called in time; ``full``: somebody receives,
    but nobody more can be called in time; ``paused`` is what reception says of it where it gives no numbers for
    now. ``waiting`` counts who waits for it; ``band`` is the wait of who would come now; ``next_served`` is when
    the plan has it again, where it is not served.
    """

    theme: str
    served: bool
    waiting: int
    full: bool = False
    paused: Labels | None = None
    band: Band | None = None
    next_served: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offers:
    """``desk`` is the line of those who want to talk to reception; ``opens_at`` when closed doors open again."""

    is_open: bool
    themes: tuple[Offer, ...]
    desk: Offer | None = None
    entry_open: bool = True
    opens_at: datetime | None = None
    kind: Literal["offers"] = "offers"


def offers(floor: Floor, now: datetime, outlook: Outlook) -> Offers:
    """What the kiosks show of the floor at ``now`` (aware UTC)."""
    desk = _offer(floor, RECEPTION, now, outlook) if floor.site.desk is not None else None
    themes = tuple(_offer(floor, theme.id, now, outlook) for theme in floor.site.themes)
    gives = floor.is_open and floor.front.entry_open
    return Offers(floor.is_open, themes, desk, gives, None if gives else next_opening(floor.site, now))


def _offer(floor: Floor, theme: str, now: datetime, outlook: Outlook) -> Offer:
    somebody = bool(floor.serving(theme))
    paused = floor.front.paused.get(theme)
    full = somebody and not can_be_received(floor, theme, now)
    served = somebody and not full and paused is None
    # What begins later today was counted in when the theme was found full.
    after = floor.site.local(now).replace(hour=23, minute=59, second=59) if full else now
    return Offer(
        theme,
        served,
        len(floor.queues.get(theme, ())),
        full,
        paused,
        outlook.themes.get(theme) if served else None,
        None if served else next_served(floor.site, theme, after),
    )
