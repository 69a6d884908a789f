"""What each kind of listener may learn: the public gets a number and a place, the kiosk what it can offer.

Reciprocal anonymity (charter): never a theme, a language, a need or a ticket's identity on a public screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Literal

from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Band, Outlook, wait_for
from cdm_kiosk.domain.closing import can_be_received
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.rota import next_opening, next_served
from cdm_kiosk.domain.site import RECEPTION, Labels, Site, Zone
from cdm_kiosk.domain.sound import Sound, said_in

CALLS_KEPT = 64
"""More than one place may call together: a call must stand here until a display has announced it."""


@dataclass(frozen=True, slots=True)
class NumberCalled:
    """A number is asked to a place; ``recall`` when it was asked there before.

    Those who are called together share an ``occasion``, and nobody else does.
    ``aloud`` are the languages it is said in, at the moment it is called: no board keeps them and no screen shows
    them (docs/decisions/0011).
    """

    at: datetime
    number: int
    place: str
    zone: str
    recall: bool
    aloud: tuple[str, ...] = ()
    occasion: int = 0
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
    """What everybody is told, by language; no language at all takes it away.

    ``theme`` "" is the house itself; ``label`` names a theme of which something is told, and no other.
    """

    at: datetime
    theme: str
    label: Labels
    text: Labels
    kind: Literal["notice_shown"] = "notice_shown"


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The hub's clock was set forward by so much, or back: whatever was called is as long ago as it was."""

    at: datetime
    by_s: float
    kind: Literal["clock_set"] = "clock_set"


PublicEvent = (
    NoticeShown
    | NumberCalled
    | CallTakenBack
    | e.EntryOpened
    | e.EntryClosed
    | DoorsOpened
    | DoorsClosed
    | ClockSet
)


@dataclass(frozen=True, slots=True)
class Board:
    """What a call display knows: whether the doors are open, the last calls, newest first, what everybody is told,
    once for each theme and for the house itself, oldest first, and whether numbers are given.
    """

    is_open: bool = False
    calls: tuple[NumberCalled, ...] = ()
    notices: tuple[NoticeShown, ...] = ()
    entry_open: bool = True


@dataclass(frozen=True, slots=True)
class Sign:
    """What a public screen may say of the site itself."""

    name: str
    timezone: str
    languages: tuple[str, ...]
    zones: tuple[Zone, ...]
    sample: bool
    sound: Sound = field(default_factory=Sound)
    regions: Mapping[str, str] = field(default_factory=dict)


def sign(site: Site) -> Sign:
    """The public face of ``site``: no theme, no counter, no plan of who is where."""
    return Sign(site.name, site.timezone, site.languages, site.zones, site.sample, site.sound, site.regions)


def disclose(event: e.Event, site: Site) -> PublicEvent | None:
    """The part of ``event`` that the public may hear, or ``None``."""
    match event:
        case e.TicketCalled() | e.TicketRecalled():
            counter = site.counter(event.counter)
            place, zone = (counter.label, counter.zone) if counter else (event.counter, "")
            is_recall = isinstance(event, e.TicketRecalled)
            return NumberCalled(event.at, event.number, place, zone, is_recall, occasion=event.occasion)
        case e.CallUndone():
            return CallTakenBack(event.at, event.number)
        case e.ThemePaused():
            theme = site.theme(event.theme)
            # A pause without words still takes away what an earlier one told.
            label = theme.label if theme is not None and event.message else {}
            return NoticeShown(event.at, event.theme, label, event.message)
        case e.ThemeResumed():
            return NoticeShown(event.at, event.theme, {}, {})
        case e.MessagePosted():
            return NoticeShown(event.at, "", {}, event.message)
        case e.MessageRemoved():
            return NoticeShown(event.at, "", {}, {})
        case e.EntryOpened() | e.EntryClosed():
            return event
        case e.DayOpened():
            return DoorsOpened(event.at)
        case e.DayClosed():
            return DoorsClosed(event.at)
        case e.ClockChecked():
            return ClockSet(event.at, event.by_s) if event.by_s else None
        case _:
            return None


def say_aloud(public: PublicEvent, event: e.Event, floor: Floor) -> PublicEvent:
    """``public`` as whoever listens at this moment hears it: a call with the languages it is said in.

    ``floor`` knows the ticket. Only the live feed may tell this; nothing that is kept does.
    """
    if not isinstance(public, NumberCalled) or not isinstance(event, e.TicketCalled | e.TicketRecalled):
        return public
    ticket = floor.tickets.get(event.ticket)
    language = ticket.language if ticket is not None else None
    return replace(public, aloud=said_in(floor.site.sound, floor.site.languages[0], language))


def evolve_board(board: Board, event: PublicEvent) -> Board:
    """The display after ``event``: a number stands once, at its newest call."""
    match event:
        case DoorsOpened():
            return Board(is_open=True)
        case DoorsClosed():
            return Board()
        case ClockSet():
            by = timedelta(seconds=event.by_s)
            calls = tuple(replace(call, at=call.at + by) for call in board.calls)
            notices = tuple(replace(notice, at=notice.at + by) for notice in board.notices)
            return replace(board, calls=calls, notices=notices)
        case CallTakenBack():
            return replace(board, calls=tuple(call for call in board.calls if call.number != event.number))
        case NoticeShown():
            notices = tuple(notice for notice in board.notices if notice.theme != event.theme)
            return replace(board, notices=(*notices, event) if event.text else notices)
        case e.EntryOpened() | e.EntryClosed():
            return replace(board, entry_open=isinstance(event, e.EntryOpened))
        case NumberCalled():
            others = tuple(call for call in board.calls if call.number != event.number)
            return replace(board, calls=(replace(event, aloud=()), *others)[:CALLS_KEPT])


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
    today = floor.date_at(now)
    offered = (theme for theme in floor.site.themes if theme.is_offered_on(today))
    themes = tuple(_offer(floor, theme.id, now, outlook) for theme in offered)
    gives = floor.is_open and floor.front.entry_open
    return Offers(floor.is_open, themes, desk, gives, None if gives else next_opening(floor.site, now))


def _end_of(floor: Floor, now: datetime) -> datetime:
    return datetime.combine(floor.date_at(now), time(23, 59, 59), floor.site.local(now).tzinfo)


def _offer(floor: Floor, theme: str, now: datetime, outlook: Outlook) -> Offer:
    somebody = bool(floor.serving(theme))
    paused = floor.front.paused.get(theme)
    # Not by `may`, which would say of a paused theme, or after the entry closed, nothing but that.
    full = somebody and not can_be_received(floor, theme, now)
    served = somebody and not full and paused is None
    # What begins later today was counted in when the theme was found full.
    after = max(now, _end_of(floor, now)) if full else now
    return Offer(
        theme,
        served,
        len(floor.queues.get(theme, ())),
        full,
        paused,
        wait_for(floor, outlook, theme, now) if served else None,
        None if served else next_served(floor.site, theme, after),
    )
