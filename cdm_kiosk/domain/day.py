"""The day opens and closes by the clock at the site's door, and the plan of shifts has its say."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from datetime import date as Date
from zoneinfo import ZoneInfo

from cdm_kiosk.domain.commands import (
    BringBack,
    CheckClock,
    CloseDay,
    CloseEntry,
    CloseShift,
    Command,
    OpenDay,
    OpenEntry,
)
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.rota import opened_by, plan
from cdm_kiosk.domain.site import Site

CLOCK_PATIENCE = timedelta(minutes=2)
"""By how much a clock may be set without an event of the house."""

LAST_INTERVIEW = timedelta(hours=1)
"""How long the day waits for an interview under way when the time of those who waited is over."""


def due(floor: Floor, now: datetime) -> tuple[Command, ...]:
    """The commands that the site's hours and plan ask for at ``now`` (aware UTC), in order.

    Inside the opening hours a day opens, unless reception closed it by hand. The entry follows the hours, unless
    reception has since said otherwise. When the last hours are over and nobody is left, or those who are have had
    their time, the day closes, past midnight if need be, and after the interviews under way; where the doors never
    shut, once nobody is left after midnight. Who was asked to wait aside is in line again when the time agreed is
    over. A shift whose time is over ends as soon as its counter is free. Where the site says so, the plan's shifts
    begin by themselves, unless somebody has since said otherwise at that counter.
    """
    date = floor.date
    if date is None:
        return _opening(floor, now)
    # As the house decides: a clock that jumped back stands still, or the plan would open what is over.
    now = max(now, floor.latest)
    if _is_over(floor, date, now):
        # The next day may begin at once.
        return (CloseDay(date), *_opening_after(floor, date, now))
    commands: list[Command] = [
        BringBack(ticket.id) for ticket in floor.tickets.values() if _is_due_back(ticket, now)
    ]
    ended = [
        counter for counter, shift in floor.shifts.items() if shift.is_over(now) and counter not in floor.at_counter
    ]
    commands += [CloseShift(counter) for counter in ended]
    if floor.site.rota_opens_shifts:
        commands += _planned(floor, now, ended)
    return (*commands, *_entry(floor, date, now))


def date_to_open(floor: Floor, now: datetime) -> Date:
    """The date of a day that opens now: yesterday's, where that evening was closed by hand and is not over."""
    today = floor.site.local(now).date()
    yesterday = today - timedelta(days=1)
    is_that_evening = floor.closed_on == yesterday and not floor.site.never_shuts(yesterday)
    return yesterday if is_that_evening and now < _promised_until(floor.site, yesterday) else today


def closes_at(floor: Floor, now: datetime) -> datetime | None:
    """When the day closes by itself at the latest (aware UTC), once its hours are over and the entry is closed."""
    if floor.date is None:
        return None
    over = _entry_closed_at(floor, floor.date, now)
    if over is None or now < over:
        return None
    closing = over + timedelta(minutes=floor.site.manners.closing_wait_min)
    # One that somebody forgot to finish keeps no day open for long, nor the next one shut.
    is_received = any(ticket.state is TicketState.IN_INTERVIEW for ticket in floor.tickets.values())
    if now >= closing and is_received and floor.site.open_until(now) is None:
        closing += LAST_INTERVIEW
    return closing


def _entry_closed_at(floor: Floor, date: Date, now: datetime) -> datetime | None:
    """Since when nobody who comes gets a number of the day that began on ``date``, its hours being over."""
    if floor.front.entry_open:
        return _last_midnight(floor, date, now)
    over = _doors_end(floor.site, date)
    # What reception opened by hand after hours, midnight or somebody closed after it.
    return floor.front.entry_since if floor.front.entry_since >= _midnight_after(floor.site, date) > over else over


def _last_midnight(floor: Floor, date: Date, now: datetime) -> datetime | None:
    """The midnight that ends what reception opened by hand after hours, once it has passed."""
    midnight = _midnight_after(floor.site, floor.site.local(now).date() - timedelta(days=1))
    has_passed = floor.site.local(now).date() > date and midnight >= _doors_end(floor.site, date)
    return midnight if has_passed and midnight > floor.front.entry_since else None


def _is_over(floor: Floor, date: Date, now: datetime) -> bool:
    """Whether the day that began on ``date`` closes at ``now``: by the clock, or because nobody is left."""
    closing = closes_at(floor, now)
    if closing is not None:
        return now >= closing or not _anybody_left(floor)
    if floor.site.local(now).date() <= date:
        return False
    if floor.site.never_shuts(date):
        return not _anybody_left(floor)
    # Reception opened by hand what the hours of a new day now take over.
    return now >= _doors_end(floor.site, date) and floor.site.open_until(now) is not None


def clock_check(floor: Floor, now: datetime, by: timedelta, earliest: Date = Date.min) -> CheckClock | None:
    """What the house must be told of its clock, which tells ``now`` since it was set forward by ``by`` (or back).

    No day before ``earliest`` can be. ``None``: the clock is as it was.
    """
    if not by and floor.is_open and floor.latest - now > CLOCK_PATIENCE:
        by = now - floor.latest
    doubted = is_doubtful(floor, now, earliest)
    return CheckClock(by, doubted) if by or doubted != floor.clock.doubted else None


def clock_check_at_start(floor: Floor, now: datetime, earliest: Date) -> CheckClock | None:
    """What the log tells of a clock that nobody watched while the hub was away.

    One behind the last event was set back, or is right again. One that stood where it could not be right, and no
    longer does, was put right: what lies between is nobody's wait, and ends no day.
    """
    was_doubtful = floor.clock.doubted or is_doubtful(floor, floor.latest, earliest)
    if floor.is_open and now > floor.latest and was_doubtful and not is_doubtful(floor, now, earliest):
        return CheckClock(now - floor.latest, doubted=False)
    return clock_check(floor, now, timedelta(), earliest)


def is_doubtful(floor: Floor, now: datetime, earliest: Date) -> bool:
    """Whether a clock that tells ``now`` cannot be right: it is of a day before one that has closed already."""
    return floor.site.local(now).date() < max(earliest, floor.closed_on or Date.min)


def date_after(floor: Floor, before: datetime, after: datetime) -> Date:
    """The open day's date as the clock is set from ``before`` to ``after``; past midnight an evening stays one."""
    site = floor.site
    date = site.local(after).date()
    yesterday = date - timedelta(days=1)
    was_past_midnight = floor.date is not None and site.local(before).date() > floor.date
    return yesterday if was_past_midnight and after < _promised_until(site, yesterday) else date


def is_inside_hours(site: Site, date: Date, now: datetime) -> bool:
    """Whether the doors of the day that began on ``date`` are open at ``now`` by its hours."""
    return any(start <= now < end for start, end in site.doors_on(date))


def _opening(floor: Floor, now: datetime) -> tuple[Command, ...]:
    date = date_to_open(floor, now)
    if floor.closed_on == date or floor.site.open_until(now) is None:
        return ()
    return (OpenDay(date),)


def _opening_after(floor: Floor, closed: Date, now: datetime) -> tuple[Command, ...]:
    today = floor.site.local(now).date()
    return (OpenDay(today),) if today != closed and floor.site.open_until(now) is not None else ()


def _doors_end(site: Site, date: Date) -> datetime:
    """When the doors of the day that began on ``date`` shut; its midnight where it has no hours."""
    return max((end for _, end in site.doors_on(date)), default=_midnight_after(site, date))


def _promised_until(site: Site, date: Date) -> datetime:
    """Until when whoever is still there may count on being received."""
    return _doors_end(site, date) + timedelta(minutes=site.manners.closing_wait_min)


def _midnight_after(site: Site, date: Date) -> datetime:
    return datetime.combine(date + timedelta(days=1), time(), ZoneInfo(site.timezone)).astimezone(UTC)


def _anybody_left(floor: Floor) -> bool:
    aside = any(ticket.state is TicketState.PARKED for ticket in floor.tickets.values())
    return bool(floor.queues) or bool(floor.at_counter) or aside


def _entry(floor: Floor, date: Date, now: datetime) -> list[Command]:
    """What the hours say of the entry, if their last word is newer than anybody's."""
    words = [moment for span in floor.site.doors_on(date) for moment in span if moment <= now]
    midnight = _last_midnight(floor, date, now)
    said = max((*words, midnight) if midnight is not None else words, default=None)
    if said is None or floor.front.entry_since >= said:
        return []
    inside = is_inside_hours(floor.site, date, now)
    if inside == floor.front.entry_open:
        return []
    return [OpenEntry() if inside else CloseEntry()]


def _planned(floor: Floor, now: datetime, ended: list[str]) -> list[Command]:
    opening: list[Command] = []
    for planned in plan(floor, now):
        turned = floor.turned.get(planned.counter)
        is_free = planned.counter not in floor.shifts or planned.counter in ended
        if planned.start <= now < planned.end and is_free and (turned is None or turned < planned.start):
            opening.append(opened_by(planned, floor.site))
    return opening


def _is_due_back(ticket: Ticket, now: datetime) -> bool:
    return ticket.state is TicketState.PARKED and ticket.until is not None and ticket.until <= now
