"""A wait as people are told it: an interval in round minutes, that moves calmly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile

from cdm_kiosk.domain.experience import kept_min
from cdm_kiosk.domain.floor import NOBODY, Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.routing import may_receive, who_may_receive


@dataclass(frozen=True, slots=True)
class Band:
    """A wait from ``low_min`` to ``high_min``, in minutes from now, on the grid of round minutes."""

    low_min: int
    high_min: int


NO_WAIT = Band(0, 0)
"""A table is free for this visitor: nobody speaks of minutes."""
AT_ONCE = timedelta(minutes=2)
"""For so long somebody for whom a table is free is told that there is no wait; a later call is told in minutes."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the forecast says of one floor at ``at`` (aware UTC).

    ``tickets`` maps who waits to their band; ``themes`` maps a theme to the band of somebody who would come now.
    There is no entry where nobody is likely to call them today.
    """

    at: datetime
    tickets: Mapping[str, Band] = field(default_factory=dict)
    themes: Mapping[str, Band] = field(default_factory=dict)


GRID_MIN = (*range(0, 30, 5), *range(30, 60, 10), *range(60, 24 * 60 + 1, 15))
"""The round minutes that a band may begin or end with."""


def grid_below(minutes: float) -> int:
    """The round minute at or below: steps of 5 up to 30, of 10 up to 60, of 15 beyond."""
    whole = max(0, int(minutes))
    step = 5 if whole < 30 else 10 if whole < 60 else 15
    return whole // step * step


def grid_above(minutes: float) -> int:
    """The round minute at or above, on the same steps; at least 5."""
    below = grid_below(minutes)
    if below >= minutes and below > 0:
        return below
    return below + (5 if below < 30 else 10 if below < 60 else 15)


def come_back_at(band: Band, now: datetime) -> datetime | None:
    """Until when a visitor may leave the waiting area, in round five minutes; ``None`` when it is not worth going.

    ``now`` on the clock of the site's door.
    """
    if band.low_min < 15:
        return None
    # Counted in UTC: on a local clock an hour is skipped, or comes twice, as summer begins and ends.
    soonest = (now.astimezone(UTC) + timedelta(minutes=band.low_min)).astimezone(now.tzinfo)
    return soonest - timedelta(minutes=soonest.minute % 5, seconds=soonest.second, microseconds=soonest.microsecond)


def calmed(before: Outlook | None, fresh: Outlook) -> Outlook:
    """The fresh outlook as pages and screens show it after ``before``: nothing jumps back and forth.

    Of a ticket's band, each end falls at once and rises only when it is clearly later, by more than one step of the
    grid. A theme's band, which is nobody's own, changes when both ends move, or one by more than a step.
    """
    if before is None:
        return fresh
    return Outlook(
        fresh.at,
        {name: _calmer(before.tickets.get(name, band), band) for name, band in fresh.tickets.items()},
        {name: _steadier(before.themes.get(name, band), band) for name, band in fresh.themes.items()},
    )


def _calmer(shown: Band, fresh: Band) -> Band:
    if shown == fresh:
        return shown
    low, high = (
        old if 0 < _steps(old, new) <= 1 else new
        for old, new in ((shown.low_min, fresh.low_min), (shown.high_min, fresh.high_min))
    )
    return _band(low, high)


def _steadier(shown: Band, fresh: Band) -> Band:
    moves = _steps(shown.low_min, fresh.low_min), _steps(shown.high_min, fresh.high_min)
    return fresh if all(moves) or max(map(abs, moves)) > 1 else shown


def _steps(old_min: int, new_min: int) -> int:
    """How many steps of the grid later ``new_min`` is."""
    return bisect_left(GRID_MIN, new_min) - bisect_left(GRID_MIN, old_min)


def _band(low_min: int, high_min: int) -> Band:
    """A band on the grid that is one step wide at the least."""
    return Band(low_min, max(high_min, grid_above(low_min + 1)))


def wait_for(floor: Floor, outlook: Outlook, theme: str, now: datetime) -> Band | None:
    """The wait that everybody is told of ``theme``: none while a table is free for who would come now."""
    free = _free(floor, floor.serving(theme), now)
    others = (ticket for name in floor.queues for ticket in _first_in(floor, name, len(free)))
    return NO_WAIT if _leaves_one(floor, free, others, now) else outlook.themes.get(theme)


def wait_of(floor: Floor, outlook: Outlook, ticket: Ticket, now: datetime) -> Band | None:
    """The wait that everybody is told of ``ticket``: none while a table is free for it and the call is not late."""
    return NO_WAIT if _has_table(floor, ticket, now) else outlook.tickets.get(ticket.id)


def wait_at_issue(outlook: Outlook, floor: Floor, ticket: Ticket) -> Band | None:
    """The wait that a visitor is told whose ticket was just issued."""
    is_free = _has_table(floor, ticket, ticket.arrival)
    return NO_WAIT if is_free else band_at_issue(outlook, floor, ticket)


def _has_table(floor: Floor, ticket: Ticket, now: datetime) -> bool:
    if ticket.state is not TicketState.WAITING or now - ticket.since >= AT_ONCE:
        return False
    free = _free(floor, who_may_receive(floor, ticket, now), now)
    others = (
        other
        for name in floor.queues
        for other in _first_in(floor, name, len(free) + 1)
        if other.id != ticket.id and (other.place < ticket.place or _goes_first(free, other, ticket))
    )
    return _leaves_one(floor, free, others, now)


def _free(floor: Floor, counters: Iterable[tuple[str, Shift]], now: datetime) -> list[tuple[str, Shift]]:
    """Those of ``counters`` that can call at once."""
    return [
        (name, shift)
        for name, shift in counters
        if name not in floor.at_counter and shift.away_since is None and not shift.is_over(now)
    ]


def _goes_first(free: Sequence[tuple[str, Shift]], other: Ticket, ticket: Ticket) -> bool:
    """Whether a table helps out with ``ticket`` alone, and has ``other`` for its own."""
    return any(other.theme in shift.themes and ticket.theme not in shift.themes for _, shift in free)


def _first_in(floor: Floor, theme: str, count: int) -> Iterator[Ticket]:
    """No more need be looked at than there are tables."""
    return (floor.tickets[name] for _, _, name in islice(floor.queues[theme], count))


def _leaves_one(floor: Floor, free: Sequence[tuple[str, Shift]], others: Iterable[Ticket], now: datetime) -> bool:
    """Whether one of the free tables is left when each of ``others`` whom they may receive has one."""
    left = len(free)
    # Most of a line need the same.
    received: dict[tuple[object, ...], bool] = {}
    for other in others if left else ():
        need = (other.theme, other.language, other.accessible, other.for_counter, other.until)
        if need not in received:
            able = who_may_receive(floor, other, now)
            received[need] = any(each in able for each in free)
        left -= received[need]
        if left <= 0:
            return False
    return left > 0


def band_at_issue(outlook: Outlook, floor: Floor, ticket: Ticket) -> Band | None:
    """What a visitor whose ticket was just issued is told at once, from an outlook that may be a few tickets old.

    It is the band of their theme, later by what those take who joined the same line since. Who has a precedence is
    told what the first visitor behind them was; who asks for a language or an accessible counter that not every
    shift offers, a band whose end allows for the fewer counters. ``None``: nobody is likely to call them today.
    """
    band = outlook.themes.get(ticket.theme)
    if band is None:
        return None
    if ticket.place_at < ticket.arrival:
        behind = (name for _, _, name in floor.queues.get(ticket.theme, NOBODY).since(ticket.place))
        return next((outlook.tickets[name] for name in behind if name in outlook.tickets), band)
    serving = floor.serving(ticket.theme)
    now_able = who_may_receive(floor, ticket, ticket.arrival)
    able = [each[0] for each in serving if each in now_able or may_receive(floor, *each, ticket, ticket.arrival)]
    free = sum(name not in floor.at_counter and floor.shifts[name].away_since is None for name in able)
    joined = _joined_since(outlook, floor, ticket)
    if not able or joined < free or (joined == 0 and len(able) == len(serving)):
        return band
    length_min = kept_min(floor.site, floor.experience, ticket.theme)
    before = joined - free + 1 if free else joined
    later_min = before * length_min / len(able)
    high_min = band.high_min + later_min
    if len(able) < len(serving):
        high_min = max(high_min * len(serving) / len(able), length_min / len(able))
    return _band(_nearest(band.low_min + later_min), _nearest(high_min))


def _joined_since(outlook: Outlook, floor: Floor, ticket: Ticket) -> int:
    """How many took a number after the outlook, are before ``ticket`` and wait for the same shifts."""
    shared = {ticket.theme}
    for _, shift in floor.serving(ticket.theme):
        shared.update(shift.themes, shift.overflow)
    joined = 0
    for line in (floor.queues.get(theme, NOBODY) for theme in shared):
        joined += max(0, line.before(ticket.place) - line.before((outlook.at,)))
        # Who came at the very moment of the outlook may stand in it already.
        with_it = takewhile(lambda place: place[0] == outlook.at, line.since((outlook.at,)))
        joined -= sum(name in outlook.tickets for _, _, name in with_it)
    for other in (floor.tickets[name] for name in floor.advanced):
        came_since = other.place_at < outlook.at <= other.arrival and other.id not in outlook.tickets
        joined += came_since and other.place < ticket.place and other.theme in shared
    return joined


def _nearest(minutes: float) -> int:
    """The round minute that is nearest."""
    return min(grid_below(minutes), grid_above(minutes), key=lambda end: abs(end - minutes))
