"""The day opens and closes by the clock at the site's door, and the plan of shifts has its say."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime, timedelta

from cdm_kiosk.domain.commands import BringBack, CloseDay, CloseEntry, CloseShift, Command, OpenDay, OpenEntry
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.rota import opened_by, planned_on


def due(floor: Floor, now: datetime) -> tuple[Command, ...]:
    """The commands that the site's hours and plan ask for at ``now`` (aware UTC), in order.

    A day that is no longer today is closed; inside the opening hours a day opens, unless reception closed it by
    hand. The entry follows the hours, unless reception has since said otherwise. When the last hours are over and
    nobody is left, or those who are have had their time, the day closes. Who was asked to wait aside is in line
    again when the time agreed is over. A shift whose time is over ends as soon as its counter is free. Where the
    site says so, the plan's shifts begin by themselves, unless somebody has since said otherwise at that counter.
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
        closing = closes_at(floor, now)
        if closing is not None and (now >= closing or not _anybody_left(floor)):
            return (*commands, CloseDay(today))
        return (*commands, *_entry(floor, today, now))
    turn: list[Command] = []
    if floor.date is not None and floor.date < today:
        turn.append(CloseDay(floor.date))
    elif floor.is_open or floor.closed_on == today:
        return ()
    if floor.site.open_until(now) is not None:
        turn.append(OpenDay(today))
    return tuple(turn)


def closes_at(floor: Floor, now: datetime) -> datetime | None:
    """When the day closes by itself at the latest (aware UTC), once its hours are over and the entry is closed."""
    if floor.date is None or floor.front.entry_open:
        return None
    spans = floor.site.spans_on(floor.date)
    over = max((end for _, end in spans), default=None)
    if over is None or now < over:
        return None
    return over + timedelta(minutes=floor.site.manners.closing_wait_min)


def _anybody_left(floor: Floor) -> bool:
    aside = any(ticket.state is TicketState.PARKED for ticket in floor.tickets.values())
    return bool(floor.queues) or bool(floor.at_counter) or aside


def _entry(floor: Floor, today: Date, now: datetime) -> list[Command]:
    """What the hours say of the entry, if their last word is newer than anybody's."""
    spans = floor.site.spans_on(today)
    said = max((moment for span in spans for moment in span if moment <= now), default=None)
    if said is None or floor.front.entry_since >= said:
        return []
    inside = any(start <= now < end for start, end in spans)
    if inside == floor.front.entry_open:
        return []
    return [OpenEntry() if inside else CloseEntry()]


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
