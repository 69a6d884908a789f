"""What is decided about one ticket: given, put right, let go earlier or later, given up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.closing import can_be_called_after, can_be_received
from cdm_kiosk.domain.decisions.found import languages_known, theme_named, ticket_named, ticket_of_today
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor, TicketState
from cdm_kiosk.domain.orders import Order, Role

RISING = (e.Precedence.NONE, e.Precedence.HAND_OVER, e.Precedence.PRIORITY)


def came_at(floor: Floor, order: Order, at: datetime) -> datetime:
    """When a visitor came: by the kiosk's own time where it kept the order, within the day, never in the future."""
    if order.made_at is None or order.by.role is not Role.KIOSK or floor.date is None:
        return at
    day_began = datetime.combine(floor.date, time(), ZoneInfo(floor.site.timezone))
    return min(at, max(order.made_at, day_began).astimezone(UTC))


def issue(floor: Floor, command: c.IssueTicket, at: datetime, came: datetime) -> e.TicketIssued:
    if command.ticket in floor.tickets:
        raise errors.Conflict(Code.TICKET_TAKEN, "ticket")
    theme = theme_named(floor, command.theme)
    if not theme.is_offered_on(floor.date_at(at)):
        raise errors.Conflict(Code.THEME_NOT_OFFERED, "theme")
    if command.language is not None:
        languages_known(floor, [command.language], "language")
    if not command.anyway and not floor.front.entry_open:
        raise errors.Conflict(Code.ENTRY_CLOSED)
    if not command.anyway and command.theme in floor.front.paused:
        raise errors.Conflict(Code.THEME_PAUSED, "theme")
    if not command.anyway and not can_be_received(floor, command.theme, at):
        raise errors.Conflict(Code.FULL_TODAY, "theme")
    return e.TicketIssued(
        at,
        command.ticket,
        floor.last_number + 1,
        command.theme,
        command.language,
        command.accessible,
        command.people,
        command.precedence,
        came - credit(floor, command.precedence),
    )


def give_precedence(floor: Floor, command: c.GivePrecedence, at: datetime) -> e.PrecedenceGiven:
    ticket = ticket_of_today(floor, command.ticket)
    if RISING.index(command.precedence) <= RISING.index(ticket.precedence):
        raise errors.Conflict(Code.PRECEDENCE_ONLY_RISES, "precedence")
    place_at = min(ticket.place_at, ticket.arrival - credit(floor, command.precedence))
    return e.PrecedenceGiven(at, ticket.id, command.precedence, place_at)


def correct(floor: Floor, command: c.CorrectTicket, at: datetime) -> e.TicketCorrected:
    ticket = ticket_of_today(floor, command.ticket)
    if ticket.counter is not None:
        raise errors.Conflict(Code.TICKET_NOT_WAITING, "ticket", number=ticket.label)
    theme_named(floor, command.theme)
    if command.language is not None:
        languages_known(floor, [command.language], "language")
    return e.TicketCorrected(at, ticket.id, command.theme, command.language)


def bring_back(floor: Floor, command: c.BringBack, at: datetime) -> e.TicketBack:
    ticket = ticket_named(floor, command.ticket)
    if ticket.state is TicketState.PARKED:
        if ticket.for_counter is None:
            return e.TicketBack(at, ticket.id, None, None)
        fall_back = at + timedelta(minutes=floor.site.manners.same_counter_min)
        return e.TicketBack(at, ticket.id, ticket.for_counter, fall_back)
    if ticket.state is not TicketState.ABSENT:
        raise errors.Conflict(Code.TICKET_NOT_ABSENT, "ticket")
    if at - ticket.since > timedelta(minutes=floor.site.manners.grace_min):
        raise errors.Conflict(Code.GRACE_OVER, "ticket")
    return e.TicketBack(at, ticket.id, None, None)


def take_time(floor: Floor, command: c.TakeTime, at: datetime) -> e.TimeTaken:
    ticket = ticket_named(floor, command.ticket)
    manners = floor.site.manners
    if ticket.state is not TicketState.WAITING:
        raise errors.Conflict(Code.TICKET_NOT_WAITING, "ticket", number=ticket.label)
    if ticket.times_taken >= manners.more_time_limit:
        raise errors.Conflict(Code.NO_MORE_TIME, "ticket", most=manners.more_time_limit)
    until = at + timedelta(minutes=manners.more_time_min)
    if not can_be_called_after(floor, ticket.theme, until):
        raise errors.Conflict(Code.TOO_LATE_FOR_MORE_TIME, "ticket")
    return e.TimeTaken(at, ticket.id, until)


def tell_paper(floor: Floor, command: c.TellPaper, at: datetime) -> e.PaperTold:
    return e.PaperTold(at, ticket_of_today(floor, command.ticket).id, command.came)


def withdraw(floor: Floor, command: c.Withdraw, at: datetime) -> e.TicketWithdrawn:
    ticket = ticket_of_today(floor, command.ticket)
    if ticket.state is TicketState.IN_INTERVIEW:
        raise errors.Conflict(Code.TICKET_IN_INTERVIEW, "ticket")
    return e.TicketWithdrawn(at, ticket.id)


def credit(floor: Floor, precedence: e.Precedence) -> timedelta:
    """By how much earlier a precedence makes a visitor count as arrived."""
    manners = floor.site.manners
    minutes = {
        e.Precedence.NONE: 0,
        e.Precedence.HAND_OVER: manners.hand_over_credit_min,
        e.Precedence.PRIORITY: manners.priority_credit_min,
    }
    return timedelta(minutes=minutes[precedence])


RULES: Mapping[type[c.Command], Any] = {
    c.BringBack: bring_back,
    c.GivePrecedence: give_precedence,
    c.CorrectTicket: correct,
    c.TellPaper: tell_paper,
    c.Withdraw: withdraw,
    c.TakeTime: take_time,
}
