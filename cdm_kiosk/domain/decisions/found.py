"""What a command names, found on the floor or refused."""

from __future__ import annotations

from collections.abc import Iterable

from cdm_kiosk.domain import errors
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import OVER, Floor, Shift, Ticket
from cdm_kiosk.domain.site import Counter, Theme


def theme_named(floor: Floor, theme_id: str, field: str = "theme") -> Theme:
    theme = floor.site.theme(theme_id)
    if theme is None:
        raise errors.Unknown(Code.UNKNOWN_THEME, field, theme=theme_id)
    return theme


def counter_named(floor: Floor, counter_id: str, field: str = "counter") -> Counter:
    counter = floor.site.counter(counter_id)
    if counter is None:
        raise errors.Unknown(Code.UNKNOWN_COUNTER, field, counter=counter_id)
    return counter


def languages_known(floor: Floor, languages: Iterable[str], field: str) -> None:
    for language in languages:
        if language not in floor.site.languages:
            raise errors.Unknown(Code.UNKNOWN_LANGUAGE, field, language=language)


def ticket_named(floor: Floor, ticket_id: str) -> Ticket:
    ticket = floor.tickets.get(ticket_id)
    if ticket is None:
        raise errors.Unknown(Code.UNKNOWN_TICKET, "ticket")
    return ticket


def ticket_of_today(floor: Floor, ticket_id: str) -> Ticket:
    """The ticket, if there is still something to wait for; raises UnknownTicket or TicketOver."""
    ticket = ticket_named(floor, ticket_id)
    if ticket.state in OVER:
        raise errors.Conflict(Code.TICKET_OVER, "ticket")
    return ticket


def shift_at(floor: Floor, counter_id: str) -> Shift:
    counter = counter_named(floor, counter_id)
    shift = floor.shifts.get(counter_id)
    if shift is None:
        raise errors.Conflict(Code.NO_SHIFT, "counter", counter=counter.label)
    return shift


def nobody_at(floor: Floor, counter_id: str) -> None:
    if counter_id in floor.at_counter:
        raise errors.Conflict(Code.COUNTER_BUSY, "counter")
