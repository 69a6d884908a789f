"""The floor: the state of a Cité's day, and how each event changes it.

``evolve`` never judges: what the log says happened. It copies what it changes, so a floor that somebody holds
never moves under them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.experience import Experience
from cdm_kiosk.domain.front import Front, evolve_front
from cdm_kiosk.domain.persistent import Line, Register
from cdm_kiosk.domain.site import Site

T = TypeVar("T")

USUAL_BREAK = timedelta(minutes=15)
"""How long a break lasts of which nobody said the end."""
BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)


Place = tuple[datetime, int, str]
"""A place in line: effective arrival, number, ticket id. Sorts by who comes first."""
Queues = Mapping[str, Line[Place]]
NOBODY: Line[Place] = Line()


class TicketState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    IN_INTERVIEW = "in_interview"
    ABSENT = "absent"
    PARKED = "parked"
    DONE = "done"
    WITHDRAWN = "withdrawn"


OVER = frozenset({TicketState.DONE, TicketState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Ticket:
    """A number of the day; all times aware UTC.

    ``arrival`` never changes; ``place_at``, the effective arrival that orders the line, never moves later;
    ``since`` is when ``state`` began and ``called_at`` the last time the number was called. ``for_counter`` alone
    may call the ticket until ``until``, and keeps it while a call can be taken back; of a parked ticket, ``until``
    is when it is in line again by itself. ``times_taken`` counts how often the visitor let others pass.
    ``paper_came`` is a printer's last word where reception must know it: False where nobody may have the paper.
    """

    id: str
    number: int
    theme: str
    language: str | None
    accessible: bool
    arrival: datetime
    state: TicketState
    since: datetime
    counter: str | None = None
    recalls: int = 0
    people: int = 1
    precedence: Precedence = Precedence.NONE
    place_at: datetime = BEFORE_ALL
    called_at: datetime | None = None
    for_counter: str | None = None
    until: datetime | None = None
    times_taken: int = 0
    paper_came: bool | None = None

    @property
    def place(self) -> Place:
        """The place in line."""
        return (self.place_at, self.number, self.id)

    @property
    def label(self) -> str:
        """The number as everybody reads it: plain, no padding, no letter."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Shift:
    """What a counter covers, from when to when; on a break since ``away_since``, expected back at ``back_at``."""

    themes: tuple[str, ...]
    overflow: tuple[str, ...]
    languages: tuple[str, ...]
    since: datetime
    until: datetime | None = None
    away_since: datetime | None = None
    back_at: datetime | None = None

    def serves(self, theme: str) -> bool:
        return theme in self.themes or theme in self.overflow

    def is_over(self, now: datetime) -> bool:
        """Whether its time is up: it calls nobody any more, even while its last interview goes on."""
        return self.until is not None and self.until <= now

    @property
    def back_by(self) -> datetime | None:
        """When a counter on a break is expected back."""
        return None if self.away_since is None else self.back_at or self.away_since + USUAL_BREAK

    def is_gone(self, now: datetime, patience: timedelta) -> bool:
        """Whether a break has lasted so much longer than expected that nobody should wait for its end."""
        return self.back_by is not None and self.back_by + patience <= now


class Shifts(dict[str, Shift]):
    """The open shifts by counter. Nothing changes them: a floor whose shifts change gets others."""

    def __init__(self, shifts: Mapping[str, Shift] = MappingProxyType({})) -> None:
        super().__init__(shifts)
        self._serving: dict[str, tuple[tuple[str, Shift], ...]] = {}

    def serving(self, theme: str) -> tuple[tuple[str, Shift], ...]:
        """The counters whose shift covers ``theme``, found once: every number asks for it several times."""
        found = self._serving.get(theme)
        if found is None:
            found = self._serving[theme] = tuple(each for each in self.items() if each[1].serves(theme))
        return found


@dataclass(frozen=True, slots=True)
class Clock:
    """How far the hub's clock can be trusted.

    ``doubted``: it stands where it cannot be right; ``set_at`` is when it was last set, by ``set_by_s``.
    ``counts_on``: nobody knows whether the next day to open is another one, so that its numbers go on.
    """

    doubted: bool = False
    set_at: datetime | None = None
    set_by_s: float = 0.0
    counts_on: bool = False


@dataclass(frozen=True)
class Floor:
    """The day as it stands.

    ``queues`` maps a theme to its places in line, first come first; ``at_counter`` a counter to the tickets called
    or received there; ``closed_on`` is the last date whose doors were shut; ``sent`` are the waiting tickets that
    were sent to one counter, ``advanced`` those whose place is earlier than their arrival; ``turned`` is when a
    counter's shift was last opened or closed today. ``known`` is what earlier days taught, ``today`` what this one
    does; ``front`` is all that is neither ticket nor shift. ``occasions`` counts the calls and recalls, of several
    together as one.
    The ``date`` of an evening that lasts past midnight stays that of the evening.
    """

    site: Site
    date: Date | None = None
    closed_on: Date | None = None
    latest: datetime = BEFORE_ALL
    last_number: int = 0
    tickets: Register[Ticket] = field(default_factory=Register)
    queues: Queues = field(default_factory=dict)
    shifts: Shifts = field(default_factory=Shifts)
    at_counter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sent: frozenset[str] = frozenset()
    advanced: frozenset[str] = frozenset()
    turned: Mapping[str, datetime] = field(default_factory=dict)
    known: Experience = field(default_factory=Experience)
    today: Experience = field(default_factory=Experience)
    front: Front = field(default_factory=Front)
    clock: Clock = field(default_factory=Clock)
    occasions: int = 0

    @property
    def is_open(self) -> bool:
        return self.date is not None

    def date_at(self, now: datetime) -> Date:
        """The date that hours, plan and themes go by: the open day's own, else the one at the door."""
        return self.site.local(now).date() if self.date is None else self.date

    def waiting(self) -> list[Ticket]:
        """Everybody who waits, first come first."""
        return [self.tickets[ticket_id] for _, _, ticket_id in sorted(chain.from_iterable(self.queues.values()))]

    def tickets_at(self, counter: str) -> tuple[Ticket, ...]:
        """Who is called to, or received at, a counter: several in a session in common."""
        there = (self.tickets[ticket_id] for ticket_id in self.at_counter.get(counter, ()))
        return tuple(sorted(there, key=lambda ticket: ticket.number))

    def ticket_at(self, counter: str) -> Ticket | None:
        """The first who is called to, or received at, a counter."""
        return next(iter(self.tickets_at(counter)), None)

    def only_adds_to(self, before: Floor) -> bool:
        """Whether nothing changed since ``before`` but that numbers were given, each behind all others in line."""
        tables = self.shifts is before.shifts and self.at_counter is before.at_counter
        house = self.site is before.site and self.front is before.front
        return tables and house and self.advanced is before.advanced and self.tickets.only_adds_to(before.tickets)

    @property
    def experience(self) -> Experience:
        """All that the house knows of lengths and habits, this day included."""
        return self.known.plus(self.today)

    def serving(self, theme: str) -> tuple[tuple[str, Shift], ...]:
        """The counters whose open shift covers a theme, first choice or overflow."""
        return self.shifts.serving(theme)

    @classmethod
    def restored(cls, tickets: Iterable[Ticket], shifts: Mapping[str, Shift], **carried: Any) -> Floor:
        """A floor rebuilt from what a snapshot carries: queues and counters follow from the tickets."""
        kept = Register(tickets)
        waiting = [ticket for ticket in kept.values() if ticket.state is TicketState.WAITING]
        queues: Queues = {}
        for ticket in waiting:
            queues = _queued(queues, ticket)
        at_counter: dict[str, tuple[str, ...]] = {}
        for ticket in kept.values():
            if ticket.counter is not None and ticket.state in (TicketState.CALLED, TicketState.IN_INTERVIEW):
                at_counter = _joined(at_counter, ticket.counter, ticket.id)
        return cls(
            tickets=kept,
            queues=queues,
            shifts=Shifts(shifts),
            at_counter=at_counter,
            sent=frozenset(ticket.id for ticket in waiting if _is_sent(ticket)),
            advanced=frozenset(ticket.id for ticket in waiting if _is_advanced(ticket)),
            **carried,
        )


def evolve(floor: Floor, event: e.Event) -> Floor:
    """The floor after ``event``. Total over every event that ``decide`` can make on that floor."""
    match event:
        case e.DayOpened():
            # A date that opens a second time goes on counting: papers of the morning are still about. So does one
            # that a wrong clock may have closed already.
            closed_before = floor.closed_on is not None and event.date <= floor.closed_on
            last_number = floor.last_number if closed_before or floor.clock.counts_on else 0
            return Floor(
                floor.site,
                event.date,
                floor.closed_on,
                latest=event.at,
                last_number=last_number,
                known=floor.known,
                front=Front(entry_since=event.at),
                clock=replace(floor.clock, counts_on=False),
            )
        case e.DayClosed():
            # Nothing of a ticket outlives its day, not even in memory.
            return Floor(
                floor.site,
                closed_on=event.date,
                latest=event.at,
                last_number=event.last_number,
                known=event.known,
                clock=replace(floor.clock, counts_on=event.doubted),
            )
        case e.ShiftOpened():
            shift = Shift(event.themes, event.overflow, event.languages, event.at, event.until)
            shifts = Shifts({**floor.shifts, event.counter: shift})
            return replace(floor, latest=event.at, shifts=shifts, turned={**floor.turned, event.counter: event.at})
        case e.ShiftClosed():
            shifts = Shifts(_without(floor.shifts, event.counter))
            return replace(floor, latest=event.at, shifts=shifts, turned={**floor.turned, event.counter: event.at})
        case e.BreakTaken():
            away = replace(floor.shifts[event.counter], away_since=event.at, back_at=event.back_at)
            return replace(floor, latest=event.at, shifts=Shifts({**floor.shifts, event.counter: away}))
        case e.BreakEnded():
            here = replace(floor.shifts[event.counter], away_since=None, back_at=None)
            return replace(floor, latest=event.at, shifts=Shifts({**floor.shifts, event.counter: here}))
        case e.SiteChanged():
            return replace(floor, site=event.site, latest=event.at)
        case e.ClockChecked():
            return _clock_checked(floor, event)
        case e.TicketIssued():
            ticket = Ticket(
                event.ticket,
                event.number,
                event.theme,
                event.language,
                event.accessible,
                event.at,
                TicketState.WAITING,
                event.at,
                people=event.people,
                precedence=event.precedence,
                place_at=event.place_at,
            )
            queues = _queued(floor.queues, ticket)
            return _with_ticket(
                floor, ticket, event.at, queues=queues, last_number=max(floor.last_number, event.number)
            )
        case e.TicketCalled():
            before = floor.tickets[event.ticket]
            called = replace(
                before,
                state=TicketState.CALLED,
                since=event.at,
                counter=event.counter,
                recalls=0,
                called_at=event.at,
            )
            return _with_ticket(
                floor,
                called,
                event.at,
                queues=_unqueued(floor.queues, before),
                at_counter=_joined(floor.at_counter, event.counter, event.ticket),
                occasion=event.occasion,
            )
        case e.TicketRecalled():
            before = floor.tickets[event.ticket]
            again = replace(before, recalls=before.recalls + 1, called_at=event.at)
            return _with_ticket(floor, again, event.at, occasion=event.occasion)
        case e.CallUndone():
            return _in_line(floor, event.ticket, event.at)
        case e.InterviewStarted():
            # Only now: a call that is taken back leaves whoever was sent to a counter sent there.
            started = replace(
                floor.tickets[event.ticket],
                state=TicketState.IN_INTERVIEW,
                since=event.at,
                for_counter=None,
                until=None,
            )
            return _with_ticket(floor, started, event.at)
        case e.InterviewFinished():
            learnt = _learnt(floor, event.ticket, event.at, handed_over=False)
            return _left(floor, event.ticket, TicketState.DONE, event.at, learnt)
        case e.TicketNoShow():
            return _left(floor, event.ticket, TicketState.ABSENT, event.at, floor.today.with_absence())
        case e.TicketHandedOver():
            learnt = _learnt(floor, event.ticket, event.at, handed_over=True)
            return _in_line(
                replace(floor, today=learnt),
                event.ticket,
                event.at,
                theme=event.theme,
                precedence=event.precedence,
                place_at=event.place_at,
                for_counter=event.to_counter,
                until=event.until,
            )
        case e.TicketParked():
            aside = _left(floor, event.ticket, TicketState.PARKED, event.at)
            parked = replace(aside.tickets[event.ticket], for_counter=event.counter, until=event.until)
            return _with_ticket(aside, parked, event.at)
        case e.TimeTaken():
            aside = _left(floor, event.ticket, TicketState.PARKED, event.at)
            before = aside.tickets[event.ticket]
            later = replace(before, until=event.until, times_taken=before.times_taken + 1)
            return _with_ticket(aside, later, event.at)
        case e.PrecedenceGiven():
            return _placed(floor, event)
        case e.TicketCorrected():
            return _corrected(floor, event)
        case e.PaperTold():
            ticket = replace(floor.tickets[event.ticket], paper_came=event.came)
            return _with_ticket(floor, ticket, event.at)
        case e.TicketBack():
            return _in_line(floor, event.ticket, event.at, for_counter=event.to_counter, until=event.until)
        case e.TicketWithdrawn():
            return _left(floor, event.ticket, TicketState.WITHDRAWN, event.at)
        case _:
            return replace(floor, latest=event.at, front=evolve_front(floor.front, event))


def _with_ticket(
    floor: Floor,
    ticket: Ticket,
    at: datetime,
    queues: Queues | None = None,
    at_counter: Mapping[str, tuple[str, ...]] | None = None,
    last_number: int | None = None,
    today: Experience | None = None,
    occasion: int = 0,
) -> Floor:
    return Floor(
        floor.site,
        floor.date,
        floor.closed_on,
        at,
        floor.last_number if last_number is None else last_number,
        floor.tickets.having(ticket),
        floor.queues if queues is None else queues,
        floor.shifts,
        floor.at_counter if at_counter is None else at_counter,
        _marked(floor.sent, ticket, _is_sent(ticket)),
        _marked(floor.advanced, ticket, _is_advanced(ticket)),
        floor.turned,
        floor.known,
        floor.today if today is None else today,
        floor.front,
        floor.clock,
        occasion or floor.occasions,
    )


def _clock_checked(floor: Floor, event: e.ClockChecked) -> Floor:
    """All times move with the clock, so that no wait changes; the ends of shifts keep their hour at the door."""
    by = timedelta(seconds=event.by_s)
    clock = replace(floor.clock, doubted=event.doubted)
    if by:
        clock = replace(clock, set_at=event.at, set_by_s=event.by_s)
    if floor.date is None or event.date is None:
        # The hall's papers may be of the same true day, whatever date opens next.
        return replace(floor, latest=event.at, clock=replace(clock, counts_on=clock.counts_on or bool(by)))
    if not by:
        return replace(floor, latest=event.at, clock=clock)
    days = event.date - floor.date
    at_the_door = floor.site.at_the_same_hour
    shifts = {
        counter: replace(
            shift,
            since=shift.since + by,
            until=None if shift.until is None else at_the_door(shift.until, days),
            away_since=_moved(shift.away_since, by),
            back_at=_moved(shift.back_at, by),
        )
        for counter, shift in floor.shifts.items()
    }
    return replace(
        floor,
        date=event.date,
        latest=event.at,
        tickets=Register(
            replace(
                ticket,
                arrival=ticket.arrival + by,
                since=ticket.since + by,
                place_at=ticket.place_at + by,
                called_at=_moved(ticket.called_at, by),
                until=_moved(ticket.until, by),
            )
            for ticket in floor.tickets.values()
        ),
        queues={
            theme: Line((at + by, number, name) for at, number, name in line)
            for theme, line in floor.queues.items()
        },
        shifts=Shifts(shifts),
        # The hours and the plan speak by the hour on the wall: whoever spoke after them did so by the same.
        turned={counter: min(at_the_door(at, days), event.at) for counter, at in floor.turned.items()},
        front=replace(
            floor.front,
            entry_since=min(at_the_door(floor.front.entry_since, days), event.at),
            help={counter: at + by for counter, at in floor.front.help.items()},
        ),
        clock=clock,
    )


def _moved(moment: datetime | None, by: timedelta) -> datetime | None:
    return None if moment is None else moment + by


def _learnt(floor: Floor, ticket_id: str, at: datetime, handed_over: bool) -> Experience:
    """What an interview that ends now teaches; somebody passed on before it began teaches nothing."""
    ticket = floor.tickets[ticket_id]
    if ticket.state is not TicketState.IN_INTERVIEW:
        return floor.today
    return floor.today.with_interview(ticket.theme, (at - ticket.since).total_seconds() / 60, handed_over)


def _is_sent(ticket: Ticket) -> bool:
    return ticket.state is TicketState.WAITING and ticket.for_counter is not None


def _is_advanced(ticket: Ticket) -> bool:
    return ticket.state is TicketState.WAITING and ticket.place_at < ticket.arrival


def _marked(marked: frozenset[str], ticket: Ticket, belongs: bool) -> frozenset[str]:
    if belongs == (ticket.id in marked):
        return marked
    return marked | {ticket.id} if belongs else marked - {ticket.id}


def _in_line(floor: Floor, ticket_id: str, at: datetime, **changes: object) -> Floor:
    """A ticket that was somewhere else waits; a counter that it leaves is free."""
    away = _left(floor, ticket_id, TicketState.WAITING, at)
    back = replace(away.tickets[ticket_id], **changes)  # type: ignore[arg-type]
    return _with_ticket(away, back, at, queues=_queued(away.queues, back))


def _corrected(floor: Floor, event: e.TicketCorrected) -> Floor:
    before = floor.tickets[event.ticket]
    after = replace(before, theme=event.theme, language=event.language)
    if before.state is not TicketState.WAITING:
        return _with_ticket(floor, after, event.at)
    if after.theme != before.theme:
        # Whoever was sent to one counter was sent there for the other theme.
        after = replace(after, for_counter=None, until=None)
    return _with_ticket(floor, after, event.at, queues=_queued(_unqueued(floor.queues, before), after))


def _placed(floor: Floor, event: e.PrecedenceGiven) -> Floor:
    before = floor.tickets[event.ticket]
    after = replace(before, precedence=event.precedence, place_at=event.place_at)
    queues = None
    if before.state is TicketState.WAITING:
        queues = _queued(_unqueued(floor.queues, before), after)
    return _with_ticket(floor, after, event.at, queues=queues)


def _left(floor: Floor, ticket_id: str, state: TicketState, at: datetime, today: Experience | None = None) -> Floor:
    """A ticket leaves its queue or its counter for good or for a while."""
    before = floor.tickets[ticket_id]
    at_counter = floor.at_counter
    if before.counter is not None:
        at_counter = _parted(at_counter, before.counter, ticket_id)
    queues = _unqueued(floor.queues, before) if before.state is TicketState.WAITING else None
    after = replace(before, state=state, since=at, counter=None)
    return _with_ticket(floor, after, at, queues=queues, at_counter=at_counter, today=today)


def _joined(at_counter: Mapping[str, tuple[str, ...]], counter: str, ticket_id: str) -> dict[str, tuple[str, ...]]:
    # In the order of their names, as a floor restored from a snapshot has them.
    return {**at_counter, counter: tuple(sorted((*at_counter.get(counter, ()), ticket_id)))}


def _parted(at_counter: Mapping[str, tuple[str, ...]], counter: str, ticket_id: str) -> dict[str, tuple[str, ...]]:
    rest = tuple(name for name in at_counter.get(counter, ()) if name != ticket_id)
    return {**at_counter, counter: rest} if rest else _without(at_counter, counter)


def _queued(queues: Queues, ticket: Ticket) -> Queues:
    return {**queues, ticket.theme: queues.get(ticket.theme, NOBODY).joined(ticket.place)}


def _unqueued(queues: Queues, ticket: Ticket) -> Queues:
    line = queues[ticket.theme].left(ticket.place)
    # No empty lines: a floor folded from the log and one restored from a snapshot are equal.
    return {**queues, ticket.theme: line} if len(line) else _without(queues, ticket.theme)


def _without(mapping: Mapping[str, T], key: str) -> dict[str, T]:
    return {name: value for name, value in mapping.items() if name != key}
