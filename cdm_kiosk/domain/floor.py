"""The floor: the state of a Cité's day, and how each event changes it.

``evolve`` never judges: what the log says happened. It copies what it changes, so a floor that somebody holds
never moves under them.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from datetime import date as Date
from enum import StrEnum
from typing import TypeVar

from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.site import Site

T = TypeVar("T")

BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)


Place = tuple[datetime, int, str]
"""A place in line: effective arrival, number, ticket id. Sorts by who comes first."""


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
    may call the ticket until ``until``; of a parked ticket, ``until`` is when it is in line again by itself.
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
    """What a counter covers, from when to when."""

    themes: tuple[str, ...]
    overflow: tuple[str, ...]
    languages: tuple[str, ...]
    since: datetime
    until: datetime | None = None

    def serves(self, theme: str) -> bool:
        return theme in self.themes or theme in self.overflow


@dataclass(frozen=True)
class Floor:
    """The day as it stands.

    ``queues`` maps a theme to its places in line, first come first; ``at_counter`` a counter to the ticket called
    or received there; ``closed_on`` is the last date whose doors were shut; ``sent`` are the waiting tickets that
    were sent to one counter.
    """

    site: Site
    date: Date | None = None
    closed_on: Date | None = None
    latest: datetime = BEFORE_ALL
    last_number: int = 0
    tickets: Mapping[str, Ticket] = field(default_factory=dict)
    queues: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    at_counter: Mapping[str, str] = field(default_factory=dict)
    sent: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        return self.date is not None

    def waiting(self) -> list[Ticket]:
        """Everybody who waits, first come first."""
        places = sorted(place for queue in self.queues.values() for place in queue)
        return [self.tickets[ticket_id] for _, _, ticket_id in places]

    def ticket_at(self, counter: str) -> Ticket | None:
        """Who is called to, or received at, a counter."""
        ticket_id = self.at_counter.get(counter)
        return self.tickets[ticket_id] if ticket_id is not None else None

    def serving(self, theme: str) -> list[tuple[str, Shift]]:
        """The counters whose open shift covers a theme, first choice or overflow."""
        return [(counter, shift) for counter, shift in self.shifts.items() if shift.serves(theme)]

    @classmethod
    def restored(
        cls,
        site: Site,
        date: Date | None,
        closed_on: Date | None,
        latest: datetime,
        last_number: int,
        tickets: Iterable[Ticket],
        shifts: Mapping[str, Shift],
    ) -> Floor:
        """A floor rebuilt from what a snapshot carries: queues and counters follow from the tickets."""
        kept = {ticket.id: ticket for ticket in tickets}
        queues: dict[str, tuple[Place, ...]] = {}
        at_counter: dict[str, str] = {}
        for ticket in kept.values():
            if ticket.state is TicketState.WAITING:
                queues = _queued(queues, ticket)
            elif ticket.counter is not None and ticket.state in (TicketState.CALLED, TicketState.IN_INTERVIEW):
                at_counter[ticket.counter] = ticket.id
        sent = frozenset(name for name, ticket in kept.items() if _sent(frozenset(), ticket))
        return cls(site, date, closed_on, latest, last_number, kept, queues, dict(shifts), at_counter, sent)


def evolve(floor: Floor, event: e.Event) -> Floor:
    """The floor after ``event``. Total over every event that ``decide`` can make on that floor."""
    match event:
        case e.DayOpened():
            # A date that opens a second time goes on counting: papers of the morning are still about.
            last_number = floor.last_number if floor.closed_on == event.date else 0
            return Floor(floor.site, event.date, latest=event.at, last_number=last_number)
        case e.DayClosed():
            # Nothing of a ticket outlives its day, not even in memory.
            return Floor(floor.site, closed_on=event.date, latest=event.at, last_number=event.last_number)
        case e.ShiftOpened():
            shift = Shift(event.themes, event.overflow, event.languages, event.at, event.until)
            return replace(floor, latest=event.at, shifts={**floor.shifts, event.counter: shift})
        case e.ShiftClosed():
            return replace(floor, latest=event.at, shifts=_without(floor.shifts, event.counter))
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
            return _with_ticket(floor, ticket, event.at, queues=queues, last_number=event.number)
        case e.TicketCalled():
            before = floor.tickets[event.ticket]
            called = replace(
                before,
                state=TicketState.CALLED,
                since=event.at,
                counter=event.counter,
                recalls=0,
                called_at=event.at,
                for_counter=None,
                until=None,
            )
            return _with_ticket(
                floor,
                called,
                event.at,
                queues=_unqueued(floor.queues, before),
                at_counter={**floor.at_counter, event.counter: event.ticket},
            )
        case e.TicketRecalled():
            before = floor.tickets[event.ticket]
            again = replace(before, recalls=before.recalls + 1, called_at=event.at)
            return _with_ticket(floor, again, event.at)
        case e.CallUndone():
            return _in_line(floor, event.ticket, event.at)
        case e.InterviewStarted():
            started = replace(floor.tickets[event.ticket], state=TicketState.IN_INTERVIEW, since=event.at)
            return _with_ticket(floor, started, event.at)
        case e.InterviewFinished():
            return _left(floor, event.ticket, TicketState.DONE, event.at)
        case e.TicketNoShow():
            return _left(floor, event.ticket, TicketState.ABSENT, event.at)
        case e.TicketHandedOver():
            return _in_line(
                floor,
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
        case e.PrecedenceGiven():
            return _placed(floor, event)
        case e.TicketBack():
            return _in_line(floor, event.ticket, event.at, for_counter=event.to_counter, until=event.until)
        case e.TicketWithdrawn():
            return _left(floor, event.ticket, TicketState.WITHDRAWN, event.at)


def _with_ticket(
    floor: Floor,
    ticket: Ticket,
    at: datetime,
    queues: Mapping[str, tuple[Place, ...]] | None = None,
    at_counter: Mapping[str, str] | None = None,
    last_number: int | None = None,
) -> Floor:
    return Floor(
        floor.site,
        floor.date,
        floor.closed_on,
        at,
        floor.last_number if last_number is None else last_number,
        {**floor.tickets, ticket.id: ticket},
        floor.queues if queues is None else queues,
        floor.shifts,
        floor.at_counter if at_counter is None else at_counter,
        _sent(floor.sent, ticket),
    )


def _sent(sent: frozenset[str], ticket: Ticket) -> frozenset[str]:
    if ticket.state is TicketState.WAITING and ticket.for_counter is not None:
        return sent | {ticket.id}
    return sent - {ticket.id} if ticket.id in sent else sent


def _in_line(floor: Floor, ticket_id: str, at: datetime, **changes: object) -> Floor:
    """A ticket that was somewhere else waits; a counter that it leaves is free."""
    away = _left(floor, ticket_id, TicketState.WAITING, at)
    back = replace(away.tickets[ticket_id], **changes)  # type: ignore[arg-type]
    return _with_ticket(away, back, at, queues=_queued(away.queues, back))


def _placed(floor: Floor, event: e.PrecedenceGiven) -> Floor:
    before = floor.tickets[event.ticket]
    after = replace(before, precedence=event.precedence, place_at=event.place_at)
    queues = None
    if before.state is TicketState.WAITING:
        queues = _queued(_unqueued(floor.queues, before), after)
    return _with_ticket(floor, after, event.at, queues=queues)


def _left(floor: Floor, ticket_id: str, state: TicketState, at: datetime) -> Floor:
    """A ticket leaves its queue or its counter for good or for a while."""
    before = floor.tickets[ticket_id]
    at_counter = floor.at_counter
    if before.counter is not None and at_counter.get(before.counter) == ticket_id:
        at_counter = _without(at_counter, before.counter)
    queues = _unqueued(floor.queues, before) if before.state is TicketState.WAITING else None
    after = replace(before, state=state, since=at, counter=None)
    return _with_ticket(floor, after, at, queues=queues, at_counter=at_counter)


def _queued(queues: Mapping[str, tuple[Place, ...]], ticket: Ticket) -> dict[str, tuple[Place, ...]]:
    line = list(queues.get(ticket.theme, ()))
    insort(line, ticket.place)
    return {**queues, ticket.theme: tuple(line)}


def _unqueued(queues: Mapping[str, tuple[Place, ...]], ticket: Ticket) -> dict[str, tuple[Place, ...]]:
    line = tuple(place for place in queues.get(ticket.theme, ()) if place[2] != ticket.id)
    # No empty lines: a floor folded from the log and one restored from a snapshot are equal.
    return {**queues, ticket.theme: line} if line else _without(queues, ticket.theme)


def _without(mapping: Mapping[str, T], key: str) -> dict[str, T]:
    return {name: value for name, value in mapping.items() if name != key}
