"""The day opens and closes by the clock at the site's door."""

from __future__ import annotations

from datetime import datetime

from cdm_kiosk.domain.commands import BringBack, CloseDay, Command, OpenDay
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState


def due(floor: Floor, now: datetime) -> tuple[Command, ...]:
    """The commands that the site's hours ask for at ``now`` (aware UTC), in order.

    A day that is no longer today is closed; inside the opening hours a day opens, unless reception shut the doors
    by hand. Reception alone shuts doors within the day: visitors may still wait when the hours end. Who was asked
    to wait aside is in line again when the time agreed is over.
    """
    today = floor.site.local(now).date()
    if floor.date == today:
        return tuple(BringBack(ticket.id) for ticket in floor.tickets.values() if _is_due_back(ticket, now))
    commands: list[Command] = []
    if floor.date is not None and floor.date < today:
        commands.append(CloseDay(floor.date))
    elif floor.is_open or floor.closed_on == today:
        return ()
    if floor.site.open_until(now) is not None:
        commands.append(OpenDay(today))
    return tuple(commands)


def _is_due_back(ticket: Ticket, now: datetime) -> bool:
    return ticket.state is TicketState.PARKED and ticket.until is not None and ticket.until <= now
