"""What is decided at a counter: shifts and breaks, calls and interviews."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.decisions.found import (
    counter_named,
    languages_known,
    nobody_at,
    shift_at,
    theme_named,
    ticket_named,
)
from cdm_kiosk.domain.decisions.tickets import RISING, credit
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.routing import Routing

LONGEST_SHIFT = timedelta(days=1)

AtCounter = c.UndoCall | c.Recall | c.StartInterview | c.FinishInterview | c.MarkNoShow | c.HandOver | c.Park


def open_shift(floor: Floor, command: c.OpenShift, at: datetime) -> e.ShiftOpened:
    counter_named(floor, command.counter)
    if not command.themes:
        raise errors.Invalid(Code.SHIFT_WITHOUT_THEME, "themes")
    if not command.languages:
        raise errors.Invalid(Code.SHIFT_WITHOUT_LANGUAGE, "languages")
    for name, themes in (("themes", command.themes), ("overflow", command.overflow)):
        for theme in themes:
            theme_named(floor, theme, name)
    named = (*command.themes, *command.overflow)
    if len(set(named)) != len(named):
        raise errors.Invalid(Code.THEME_NAMED_TWICE, "overflow")
    languages_known(floor, command.languages, "languages")
    if command.until is not None and command.until <= at:
        raise errors.Invalid(Code.SHIFT_ENDS_IN_THE_PAST, "until")
    # A day ends the shifts that name no nearer end; the end of time is on no clock that a screen could show.
    until = None if command.until is None else min(command.until, at + LONGEST_SHIFT)
    return e.ShiftOpened(at, command.counter, command.themes, command.overflow, command.languages, until)


def close_shift(floor: Floor, command: c.CloseShift, at: datetime) -> e.ShiftClosed:
    nobody_at(floor, command.counter)
    shift_at(floor, command.counter)
    return e.ShiftClosed(at, command.counter)


def take_break(floor: Floor, command: c.TakeBreak, at: datetime) -> e.BreakTaken:
    shift = shift_at(floor, command.counter)
    nobody_at(floor, command.counter)
    if shift.away_since is not None:
        raise errors.Conflict(Code.ON_BREAK, "counter")
    back_at = None if command.minutes is None else at + timedelta(minutes=command.minutes)
    return e.BreakTaken(at, command.counter, back_at)


def end_break(floor: Floor, command: c.EndBreak, at: datetime) -> e.BreakEnded:
    if shift_at(floor, command.counter).away_since is None:
        raise errors.Conflict(Code.NOT_ON_BREAK, "counter")
    return e.BreakEnded(at, command.counter)


def call_next(floor: Floor, command: c.CallNext, at: datetime, routing: Routing) -> tuple[e.Event, ...]:
    shift = _ready(floor, command.counter, at)
    ticket = routing.next_ticket(floor, command.counter, shift, at)
    if ticket is None:
        raise errors.Conflict(Code.NOBODY_WAITING)
    return _call(floor, [ticket], command.counter, at)


def call_ticket(floor: Floor, command: c.CallTicket, at: datetime) -> tuple[e.Event, ...]:
    return _call_named(floor, (command.ticket,), command.counter, at)


def call_together(floor: Floor, command: c.CallTogether, at: datetime) -> tuple[e.Event, ...]:
    if not command.tickets:
        raise errors.Invalid(Code.NOBODY_NAMED, "tickets")
    if len(set(command.tickets)) != len(command.tickets):
        raise errors.Invalid(Code.TICKET_NAMED_TWICE, "tickets")
    return _call_named(floor, command.tickets, command.counter, at)


def _ready(floor: Floor, counter_id: str, at: datetime) -> Shift:
    """The shift of a counter that may call now."""
    shift = shift_at(floor, counter_id)
    nobody_at(floor, counter_id)
    if shift.is_over(at):
        raise errors.Conflict(Code.SHIFT_OVER, "counter")
    return shift


def _call_named(floor: Floor, names: Iterable[str], counter_id: str, at: datetime) -> tuple[e.Event, ...]:
    _ready(floor, counter_id, at)
    tickets = [ticket_named(floor, name) for name in names]
    for ticket in tickets:
        if ticket.state is not TicketState.WAITING:
            raise errors.Conflict(Code.TICKET_NOT_WAITING, "ticket", number=ticket.label)
    return _call(floor, tickets, counter_id, at)


def _call(floor: Floor, tickets: Iterable[Ticket], counter_id: str, at: datetime) -> tuple[e.Event, ...]:
    """Calling somebody ends a break: an advisor need not say so first."""
    back = () if floor.shifts[counter_id].away_since is None else (e.BreakEnded(at, counter_id),)
    occasion = floor.occasions + 1
    called = (e.TicketCalled(at, ticket.id, ticket.number, counter_id, occasion) for ticket in tickets)
    return (*back, *called)


def _undo(floor: Floor, ticket: Ticket, counter_id: str, at: datetime) -> e.CallUndone:
    if at - ticket.since > timedelta(seconds=floor.site.manners.undo_s):
        raise errors.Conflict(Code.TOO_LATE_TO_UNDO, "counter")
    return e.CallUndone(at, ticket.id, ticket.number, counter_id)


def _recall(floor: Floor, ticket: Ticket, counter_id: str, at: datetime) -> e.TicketRecalled:
    manners = floor.site.manners
    if ticket.recalls >= manners.recall_limit:
        raise errors.Conflict(Code.RECALL_LIMIT, "counter", most=manners.recall_limit)
    if ticket.called_at is not None and at - ticket.called_at < timedelta(seconds=manners.recall_after_s):
        raise errors.Conflict(Code.RECALL_TOO_SOON, "counter")
    return e.TicketRecalled(at, ticket.id, ticket.number, counter_id, floor.occasions + 1)


def _start(_floor: Floor, ticket: Ticket, counter_id: str, at: datetime) -> e.InterviewStarted:
    return e.InterviewStarted(at, ticket.id, counter_id)


def _no_show(_floor: Floor, ticket: Ticket, counter_id: str, at: datetime) -> e.TicketNoShow:
    return e.TicketNoShow(at, ticket.id, counter_id)


def _of_the_called(rule: Callable[[Floor, Ticket, str, datetime], e.Event]) -> Any:
    """A rule for each visitor who is called to the counter, or for the one that is named."""

    def decide(floor: Floor, command: AtCounter, at: datetime) -> tuple[e.Event, ...]:
        called = [ticket for ticket in _there(floor, command) if ticket.state is TicketState.CALLED]
        if not called:
            raise errors.Conflict(Code.NOBODY_CALLED, "counter")
        return tuple(rule(floor, ticket, command.counter, at) for ticket in called)

    return decide


def finish(floor: Floor, command: c.FinishInterview, at: datetime) -> tuple[e.Event, ...]:
    received = [ticket for ticket in _there(floor, command) if ticket.state is TicketState.IN_INTERVIEW]
    if not received:
        raise errors.Conflict(Code.NOBODY_RECEIVED, "counter")
    return tuple(e.InterviewFinished(at, ticket.id, command.counter) for ticket in received)


def hand_over(floor: Floor, command: c.HandOver, at: datetime) -> e.TicketHandedOver:
    ticket = _one_there(floor, command)
    if command.theme is None and command.to_counter is None:
        raise errors.Invalid(Code.HAND_OVER_TO_NOWHERE, "theme")
    theme = theme_named(floor, ticket.theme if command.theme is None else command.theme).id
    until = None
    if command.to_counter is not None:
        # The counter in the address was found; it is the body that names one which does not exist.
        counter_named(floor, command.to_counter, "to_counter")
        until = at + timedelta(minutes=floor.site.manners.same_counter_min)
    precedence = max(ticket.precedence, e.Precedence.HAND_OVER, key=RISING.index)
    # The first arrival counts, with what a hand-over is worth: nobody loses by being sent on.
    place_at = min(ticket.place_at, ticket.arrival - credit(floor, precedence))
    return e.TicketHandedOver(
        at, ticket.id, command.counter, theme, command.to_counter, until, precedence, place_at
    )


def park(floor: Floor, command: c.Park, at: datetime) -> e.TicketParked:
    until = at + timedelta(minutes=command.minutes)
    return e.TicketParked(at, _one_there(floor, command).id, command.counter, until)


def _there(floor: Floor, command: AtCounter) -> tuple[Ticket, ...]:
    """Who is at the command's counter: whom it names, or everybody."""
    counter_named(floor, command.counter)
    there = floor.tickets_at(command.counter)
    if command.ticket is None:
        return there
    return tuple(ticket for ticket in there if ticket.id == command.ticket)


def _one_there(floor: Floor, command: c.HandOver | c.Park) -> Ticket:
    there = _there(floor, command)
    if not there:
        raise errors.Conflict(Code.NOBODY_THERE, "counter")
    if len(there) > 1:
        raise errors.Conflict(Code.SEVERAL_THERE, "ticket")
    return there[0]


RULES: Mapping[type[c.Command], Any] = {
    c.OpenShift: open_shift,
    c.CloseShift: close_shift,
    c.TakeBreak: take_break,
    c.EndBreak: end_break,
    c.CallTicket: call_ticket,
    c.CallTogether: call_together,
    c.UndoCall: _of_the_called(_undo),
    c.Recall: _of_the_called(_recall),
    c.StartInterview: _of_the_called(_start),
    c.FinishInterview: finish,
    c.MarkNoShow: _of_the_called(_no_show),
    c.HandOver: hand_over,
    c.Park: park,
}
