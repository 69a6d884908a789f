"""What the house answers to each command: the events that follow, or a refusal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.floor import OVER, Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.routing import EarliestArrival, Routing
from cdm_kiosk.domain.site import Counter

FAIR = EarliestArrival()
LONGEST_SHIFT = timedelta(days=1)


def decide(floor: Floor, command: c.Command, now: datetime, routing: Routing = FAIR) -> tuple[e.Event, ...]:
    """The events that ``command`` makes on ``floor`` at ``now`` (aware UTC); raises a coded Refusal.

    Time never runs backwards within a day: a clock that jumps back counts as standing still. A new day begins when
    it is, so that a clock that once ran ahead freezes one day and not all that follow.
    """
    at = max(now, floor.latest) if floor.is_open else now
    if isinstance(command, c.OpenDay):
        if floor.is_open:
            raise errors.DayAlreadyOpen("the day is open already")
        standing = (
            c.OpenShift(shift.counter, shift.themes, shift.overflow, shift.languages)
            for shift in floor.site.standing_shifts
        )
        return (e.DayOpened(at, command.date), *(_open_shift(floor, shift, at) for shift in standing))
    open_date = floor.date
    if open_date is None:
        raise errors.DayNotOpen("the doors are closed: the day is not open")
    match command:
        case c.CloseDay():
            if command.date not in (None, open_date):
                raise errors.DayNotOpen("that day is closed already")
            return (e.DayClosed(at, open_date, floor.last_number),)
        case c.OpenShift():
            return (_open_shift(floor, command, at),)
        case c.CloseShift():
            _free_counter(floor, command.counter)
            _shift(floor, command.counter)
            return (e.ShiftClosed(at, command.counter),)
        case c.IssueTicket():
            return (_issue(floor, command, at),)
        case c.CallNext():
            return (_call_next(floor, command, at, routing),)
        case c.Recall():
            ticket = _called_at(floor, command.counter)
            return (e.TicketRecalled(at, ticket.id, ticket.number, command.counter),)
        case c.StartInterview():
            return (e.InterviewStarted(at, _called_at(floor, command.counter).id, command.counter),)
        case c.FinishInterview():
            return (e.InterviewFinished(at, _received_at(floor, command.counter).id, command.counter),)
        case c.MarkNoShow():
            return (e.TicketNoShow(at, _called_at(floor, command.counter).id, command.counter),)
        case c.BringBack():
            ticket = _ticket(floor, command.ticket)
            if ticket.state is not TicketState.ABSENT:
                raise errors.TicketNotAbsent("this visitor was not marked absent", "ticket")
            return (e.TicketBack(at, ticket.id),)
        case c.Withdraw():
            return (_withdraw(floor, command, at),)


def _issue(floor: Floor, command: c.IssueTicket, at: datetime) -> e.TicketIssued:
    if floor.site.theme(command.theme) is None:
        raise errors.UnknownTheme(f'there is no theme "{command.theme}" here', "theme")
    if command.language is not None:
        _known_languages(floor, [command.language], "language")
    return e.TicketIssued(
        at, command.ticket, floor.last_number + 1, command.theme, command.language, command.accessible
    )


def _call_next(floor: Floor, command: c.CallNext, at: datetime, routing: Routing) -> e.TicketCalled:
    _counter(floor, command.counter)
    shift = _shift(floor, command.counter)
    _free_counter(floor, command.counter)
    ticket = routing.next_ticket(floor, command.counter, shift, at)
    if ticket is None:
        raise errors.NobodyWaiting("nobody waits for this counter")
    return e.TicketCalled(at, ticket.id, ticket.number, command.counter)


def _open_shift(floor: Floor, command: c.OpenShift, at: datetime) -> e.ShiftOpened:
    _counter(floor, command.counter)
    if not command.themes:
        raise errors.ShiftWithoutTheme("a shift needs at least one theme of its own", "themes")
    if not command.languages:
        raise errors.ShiftWithoutLanguage("a shift needs at least one language", "languages")
    for name, themes in (("themes", command.themes), ("overflow", command.overflow)):
        for theme in themes:
            if floor.site.theme(theme) is None:
                raise errors.UnknownTheme(f'there is no theme "{theme}" here', name)
    named = (*command.themes, *command.overflow)
    if len(set(named)) != len(named):
        raise errors.ThemeNamedTwice("a theme is either a first choice or an overflow, once", "overflow")
    _known_languages(floor, command.languages, "languages")
    if command.until is not None and command.until <= at:
        raise errors.ShiftEndsInThePast("a shift ends after it begins", "until")
    # A day ends the shifts that name no nearer end; the end of time is on no clock that a screen could show.
    until = None if command.until is None else min(command.until, at + LONGEST_SHIFT)
    return e.ShiftOpened(at, command.counter, command.themes, command.overflow, command.languages, until)


def _withdraw(floor: Floor, command: c.Withdraw, at: datetime) -> e.TicketWithdrawn:
    ticket = _ticket(floor, command.ticket)
    if ticket.state in OVER:
        raise errors.TicketOver("this ticket is over already", "ticket")
    if ticket.state is TicketState.IN_INTERVIEW:
        raise errors.TicketInInterview("this visitor is being received", "ticket")
    return e.TicketWithdrawn(at, ticket.id)


def _counter(floor: Floor, counter_id: str) -> Counter:
    counter = floor.site.counter(counter_id)
    if counter is None:
        raise errors.UnknownCounter(f'there is no counter "{counter_id}" here', "counter")
    return counter


def _ticket(floor: Floor, ticket_id: str) -> Ticket:
    ticket = floor.tickets.get(ticket_id)
    if ticket is None:
        raise errors.UnknownTicket("there is no such ticket today", "ticket")
    return ticket


def _shift(floor: Floor, counter_id: str) -> Shift:
    counter = _counter(floor, counter_id)
    shift = floor.shifts.get(counter_id)
    if shift is None:
        raise errors.NoShift(f"no shift is open at {counter.label}", "counter")
    return shift


def _free_counter(floor: Floor, counter_id: str) -> None:
    if counter_id in floor.at_counter:
        raise errors.CounterBusy("a visitor is called to, or received at, this counter", "counter")


def _called_at(floor: Floor, counter_id: str) -> Ticket:
    _counter(floor, counter_id)
    ticket = floor.ticket_at(counter_id)
    if ticket is None or ticket.state is not TicketState.CALLED:
        raise errors.NobodyCalled("nobody is called to this counter", "counter")
    return ticket


def _received_at(floor: Floor, counter_id: str) -> Ticket:
    _counter(floor, counter_id)
    ticket = floor.ticket_at(counter_id)
    if ticket is None or ticket.state is not TicketState.IN_INTERVIEW:
        raise errors.NobodyReceived("nobody is received at this counter", "counter")
    return ticket


def _known_languages(floor: Floor, languages: Iterable[str], field: str) -> None:
    for language in languages:
        if language not in floor.site.languages:
            raise errors.UnknownLanguage(f'the language "{language}" is not offered here', field)
