"""The day opens and closes by the clock at the site's door, and the plan of shifts has its say."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime

from cdm_kiosk.domain.commands import BringBack, CloseDay, CloseShift, Command, OpenDay
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.rota import opened_by, planned_on


def due(floor: Floor, now: datetime) -> tuple[Command, ...]:
    """The commands that the site's hours and plan ask for at ``now`` (aware UTC), in order.

    A day that is no longer today is closed; inside the opening hours a day opens, unless reception shut the doors
    by hand. Reception alone shuts doors within the day: visitors may still wait when the hours end. Who was asked
    to wait aside is in line again when the time agreed is over. A shift whose time is over ends as soon as its
    counter is free. Where the site says so, the plan's shifts begin by themselves, unless somebody has since said
    otherwise at that counter.
    """
    today = floor.site.local(now).date()
    if floor.date == today:
        # As the house decides: a clock that jumped back stands still, or the plan would open what is over.
        now = max(now, floor.latest)
        commands: list[Command] = [
            BringBack(ticket.id) for ticket in floor.tickets.values() if _is_due_back(ticket, now)
        ]
        ended = [
            counter
            for counter, shift in floor.shifts.items()
            if shift.is_over(now) and counter not in floor.at_counter
        ]
        commands += [CloseShift(counter) for counter in ended]
        if floor.site.rota_opens_shifts:
            commands += _planned(floor, today, now, ended)
        return tuple(commands)
    turn: list[Command] = []
    if floor.date is not None and floor.date < today:
        turn.append(CloseDay(floor.date))
    elif floor.is_open or floor.closed_on == today:
        return ()
    if floor.site.open_until(now) is not None:
        turn.append(OpenDay(today))
    return tuple(turn)


def _planned(floor: Floor, today: Date, now: datetime, ended: list[str]) -> list[Command]:
    opening: list[Command] = []
    for planned in planned_on(floor.site, today):
        turned = floor.turned.get(planned.counter)
        is_free = planned.counter not in floor.shifts or planned.counter in ended
        if planned.start <= now < planned.end and is_free and (turned is None or turned < planned.start):
            opening.append(opened_by(planned, floor.site))
    return opening


def _is_due_back(ticket: Ticket, now: datetime) -> bool:
    return ticket.state is TicketState.PARKED and ticket.until is not None and ticket.until <= now
