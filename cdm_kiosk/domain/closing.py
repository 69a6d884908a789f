"""Closing honestly: whether one more visitor can still be received for a theme before its last shift ends.

A number that nobody will call wrongs a visitor more than the word "no". The floor is played forward with the
lengths that interviews have on average: the same floor gives the same answer each time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from cdm_kiosk.domain.experience import Experience, kept_min
from cdm_kiosk.domain.floor import Floor, Shift
from cdm_kiosk.domain.rota import PlannedShift, plan
from cdm_kiosk.domain.site import Site


@dataclass(slots=True)
class _Table:
    """A counter under one shift as the play goes on: when it is free next, and until when it calls.

    ``before`` is the same counter under the shift before.
    """

    shift: Shift | PlannedShift
    free: datetime
    until: datetime
    before: _Table | None = None

    @property
    def ready(self) -> datetime:
        return self.free if self.before is None else max(self.free, self.before.ready)


def can_be_received(floor: Floor, theme: str, now: datetime) -> bool:
    """Whether somebody who comes for ``theme`` at ``now`` is called ``last_call_min`` before its last shift ends.

    True as well where no shift for the theme is open: whether a number makes sense then is for reception to say.
    """
    able = floor.serving(theme)
    if not able or any(shift.until is None for _, shift in able):
        return True
    # Shifts that are only planned can but help: the plan is read where the open ones do not suffice.
    open_tables = [table for _, table in _open_tables(floor, now)]
    return _is_reached(floor, theme, open_tables) or _is_reached(floor, theme, _tables(floor, now))


def can_be_called_after(floor: Floor, theme: str, moment: datetime) -> bool:
    """Whether a shift for ``theme`` still calls ``last_call_min`` after ``moment``, for somebody who is first then.

    True as well where none is open, as above.
    """
    able = floor.serving(theme)
    last_call = timedelta(minutes=floor.site.manners.last_call_min)
    return not able or any(not shift.is_over(moment + last_call) for _, shift in able)


def _is_reached(floor: Floor, theme: str, tables: list[_Table]) -> bool:
    able_tables = [table for table in tables if table.shift.serves(theme)]
    last_call = timedelta(minutes=floor.site.manners.last_call_min)
    experience = floor.experience
    taken = {name: _taken(floor.site, experience, name) for name in (theme, *floor.queues)}
    if _work_ahead(floor, able_tables, taken) < _spare(able_tables, last_call, max(taken.values())):
        return True
    serving = {name: [table for table in tables if table.shift.serves(name)] for name in floor.queues}
    for ticket in floor.waiting():
        open_then = [table for table in serving[ticket.theme] if table.ready < table.until]
        table = min(open_then, key=lambda table: table.ready, default=None)
        if table is not None:
            table.free = table.ready + taken[ticket.theme]
    return any(table.ready <= table.until - last_call for table in able_tables)


def _work_ahead(floor: Floor, tables: list[_Table], taken: Mapping[str, timedelta]) -> timedelta:
    """How long everybody who waits and whom these tables serve would keep them, taken together."""
    served = [name for name in floor.queues if any(table.shift.serves(name) for table in tables)]
    return sum((len(floor.queues[name]) * taken[name] for name in served), timedelta())


def _spare(tables: list[_Table], last_call: timedelta, longest: timedelta) -> timedelta:
    """How much work these tables can have for sure before the last call is over at the last of them.

    Less than that leaves one of them free in time, whoever takes whom: most often nothing need be played. A shift
    may begin late by one interview, the last of the shift before.
    """
    late = [timedelta() if table.before is None else longest for table in tables]
    spare = [table.until - last_call - table.ready - by for table, by in zip(tables, late, strict=True)]
    return sum((time for time in spare if time > timedelta()), timedelta())


def _tables(floor: Floor, now: datetime) -> list[_Table]:
    """Counters under the shifts that are open, and under those that the plan has later today."""
    last = dict(_open_tables(floor, now))
    tables = list(last.values())
    for planned in plan(floor, now):
        before = last.get(planned.counter)
        start = planned.start if before is None else max(planned.start, before.until)
        if planned.start > now and start < planned.end:
            last[planned.counter] = _Table(planned, start, planned.end, before)
            tables.append(last[planned.counter])
    return tables


def _open_tables(floor: Floor, now: datetime) -> Iterator[tuple[str, _Table]]:
    experience = floor.experience
    for counter, shift in floor.shifts.items():
        free = max(now, shift.back_by or now)
        for ticket in floor.tickets_at(counter):
            usual = _taken(floor.site, experience, ticket.theme)
            # Somebody who has been there for longer than usual may leave at any moment, or stay as long again.
            free = max(free, ticket.since + usual, now + usual / 4)
        yield counter, _Table(shift, free, shift.until or now + timedelta(days=1))


def _taken(site: Site, experience: Experience, theme_id: str) -> timedelta:
    return timedelta(minutes=kept_min(site, experience, theme_id))
