"""What is decided about the day itself: opened, closed, and the clock that it goes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.day import date_after, is_inside_hours
from cdm_kiosk.domain.decisions.counters import open_shift
from cdm_kiosk.domain.experience import after_the_day
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.rota import opened_by, planned_on


def open_day(floor: Floor, command: c.OpenDay, at: datetime) -> tuple[e.Event, ...]:
    if floor.is_open:
        raise errors.Conflict(Code.DAY_ALREADY_OPEN)
    # The permanences under way as the doors open, where the site lets them begin by themselves.
    planned = planned_on(floor.site, command.date) if floor.site.rota_opens_shifts else ()
    shifts = (open_shift(floor, opened_by(each, floor.site), at) for each in planned if each.start <= at < each.end)
    return (e.DayOpened(at, command.date), *shifts)


def close_day(floor: Floor, command: c.CloseDay, at: datetime) -> e.DayClosed:
    date = command.date or floor.date
    if floor.date is None or date != floor.date:
        raise errors.Conflict(Code.DAY_NOT_OPEN)
    known = after_the_day(floor.known, floor.today)
    return e.DayClosed(at, date, floor.last_number, known, floor.clock.doubted)


def check_clock(floor: Floor, command: c.CheckClock, now: datetime) -> Iterator[e.Event]:
    """The clock as it is from ``now`` on; an entry that a wrong clock had closed too early opens again."""
    if floor.date is None:
        yield e.ClockChecked(now, None, command.by.total_seconds(), command.doubted)
        return
    if not command.by:
        yield e.ClockChecked(max(now, floor.latest), floor.date, 0.0, command.doubted)
        return
    at = max(now, floor.latest + command.by)
    before = at - command.by
    date = date_after(floor, before, at)
    yield e.ClockChecked(at, date, command.by.total_seconds(), command.doubted)
    was_inside = is_inside_hours(floor.site, floor.date, before)
    if not floor.front.entry_open and not was_inside and is_inside_hours(floor.site, date, at):
        yield e.EntryOpened(at)


RULES: Mapping[type[c.Command], Any] = {c.OpenDay: open_day, c.CloseDay: close_day}
