"""The plan of shifts: who should be at which counter when, and when a theme is next served."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import datetime, time, timedelta

from cdm_kiosk.domain.commands import OpenShift
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.site import EVERY_DAY, WEEKDAYS, RotaShift, Site, Span

LOOK_AHEAD_DAYS = 28
PROPOSE_BEFORE = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A permanence on one day, from ``start`` to ``end`` (aware UTC)."""

    counter: str
    themes: tuple[str, ...]
    overflow: tuple[str, ...]
    languages: tuple[str, ...]
    start: datetime
    end: datetime

    def until(self, site: Site) -> datetime | None:
        """What its shift is told of its end: nothing where the doors stay open through midnight."""
        local = site.local(self.end)
        ends_the_day = local.time() == time() and site.open_until(self.end) is not None
        return None if ends_the_day else self.end

    def serves(self, theme: str) -> bool:
        return theme in self.themes or theme in self.overflow


def planned_on(site: Site, date: Date) -> tuple[PlannedShift, ...]:
    """The permanences of ``date``, first come first: the week's, less who is absent, and those that are added.

    A permanence without hours of its own lasts as long as the doors are open; there is none when they stay closed.
    Where an exception changes the hours, the week's permanences are held within them. Themes that are not offered
    on ``date`` fall out; who has no first choice left receives what was to help out on, and without any there is no
    permanence.
    """
    opening = site.spans_on(date)
    if not opening:
        return ()
    exceptions = site.exceptions_on(date)
    absent = {counter for exception in exceptions for counter in exception.absent}
    added = [shift for exception in exceptions for shift in exception.shifts]
    # A counter has either the week's permanences or added ones.
    own = {shift.counter for shift in added}
    rota = [shift for shift in site.rota if shift.counter not in absent | own] + added
    weekday = WEEKDAYS[date.weekday()]
    changed = any(exception.hours is not None for exception in exceptions)

    def held(shift: RotaShift) -> tuple[Span, ...]:
        if not shift.hours:
            return opening
        spans = site.spans(date, shift.hours)
        return _within(spans, opening) if changed and shift.counter not in own else spans

    today = [_offered(site, shift, date) for shift in rota if EVERY_DAY in shift.days or weekday in shift.days]
    planned = [
        PlannedShift(shift.counter, shift.themes, shift.overflow, shift.languages, start, end)
        for shift in today
        if shift.themes
        for start, end in held(shift)
    ]
    return tuple(sorted(planned, key=lambda shift: (shift.start, shift.counter)))


def _offered(site: Site, shift: RotaShift, date: Date) -> RotaShift:
    """A permanence with those of its themes that are offered on ``date``."""

    def offered(names: tuple[str, ...]) -> tuple[str, ...]:
        themes = ((name, site.theme(name)) for name in names)
        return tuple(name for name, theme in themes if theme is not None and theme.is_offered_on(date))

    themes, overflow = offered(shift.themes), offered(shift.overflow)
    return (
        replace(shift, themes=themes, overflow=overflow) if themes else replace(shift, themes=overflow, overflow=())
    )


def _within(spans: tuple[Span, ...], opening: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is left of ``spans`` while the doors are open."""
    common = ((max(start, opens), min(end, shuts)) for start, end in spans for opens, shuts in opening)
    return tuple((start, end) for start, end in common if start < end)


def plan(floor: Floor, now: datetime) -> tuple[PlannedShift, ...]:
    """The permanences of the open day, else of today; past midnight the next day's too while the doors are open."""
    site, date = floor.site, floor.date_at(now)
    today = site.local(now).date()
    planned = planned_on(site, date)
    if today <= date or not (doors := site.doors_on(date)):
        return planned
    return planned + tuple(shift for shift in planned_on(site, today) if shift.start < doors[-1][1])


def proposal(floor: Floor, counter: str, now: datetime) -> PlannedShift | None:
    """The permanence that a counter should open at ``now``: the one under way, or one that is about to begin."""
    own = (shift for shift in plan(floor, now) if shift.counter == counter)
    return next((shift for shift in own if shift.start - PROPOSE_BEFORE <= now < shift.end), None)


def opened_by(planned: PlannedShift, site: Site) -> OpenShift:
    """The command that opens a planned shift."""
    return OpenShift(planned.counter, planned.themes, planned.overflow, planned.languages, planned.until(site))


def next_served(site: Site, theme: str, after: datetime) -> datetime | None:
    """When the plan next has a permanence for ``theme`` that begins later than ``after``, within four weeks."""
    first = site.local(after).date()
    for days in range(LOOK_AHEAD_DAYS):
        for shift in planned_on(site, first + timedelta(days=days)):
            if shift.start > after and shift.serves(theme):
                return shift.start
    return None


def next_opening(site: Site, after: datetime) -> datetime | None:
    """When the doors next open after ``after``, within four weeks."""
    first = site.local(after).date()
    starts = (start for days in range(LOOK_AHEAD_DAYS) for start, _ in site.spans_on(first + timedelta(days=days)))
    return next((start for start in starts if start > after), None)


def usual(site: Site, counter: str) -> RotaShift | None:
    """What a counter usually covers, when the plan has nothing for it now."""
    return next((shift for shift in site.rota if shift.counter == counter), None)
