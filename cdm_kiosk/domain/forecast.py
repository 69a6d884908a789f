"""The wait as it may turn out: the floor played forward many times at once, and what most of these plays agree on.

One sample is one way the day may go on: how long each interview takes, who does not come when called, who gives up,
who is passed on to another theme, who comes in meanwhile. All samples step together, one call at a time, in arrays.
The dice are thrown once: a ticket number has the same luck in every forecast, so that two forecasts a minute apart
differ by what happened and not by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from math import ceil, exp

import numpy as np
from numpy.typing import NDArray

from cdm_kiosk.domain.bands import GRID_MIN, Band, Outlook
from cdm_kiosk.domain.experience import PRIOR_INTERVIEWS, Tally
from cdm_kiosk.domain.floor import Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.lengths import Lengths, Numbers, lengths
from cdm_kiosk.domain.rota import PlannedShift
from cdm_kiosk.domain.site import RECEPTION

Integers = NDArray[np.int64]
Answers = NDArray[np.bool_]

SAMPLES = 48
SHARE_INSIDE = 0.64
"""Of the samples in which a visitor is called, how many the band holds at least: more, once it is on the grid."""
LEAST_CALLED = 0.5
"""Of all samples, in how many a visitor must be called for a band to be told."""

SEED = 20
LUCKS = 256
"""Ticket numbers after which the same luck comes again; far more than usually wait at once."""
BACK_ROWS = 3
"""Visitors back by a hand-over for one theme whose luck differs; they take turns."""
MOST_TO_COME = 4
"""Visitors yet to come that are thought of, for each class."""

ABSENT_KEEPS_MIN = 2.0
"""How long a number that nobody answers keeps a counter."""
ON_THE_WAY_MIN = 1.0
LATE_MIN = 5.0
"""How much longer than expected a break lasts on average, once it does."""
PATIENT_FOR_MIN = 20.0
IMPATIENCE = 6.0
"""The site's share of visitors gives up within PATIENT_FOR_MIN; from then on, so many times as many each minute."""
PRIOR_LEAVING = 3.0
"""Visitors expected to give up before today's weigh as much as the site's word."""
ARRIVALS_OF_MIN, LEAST_OF_MIN = 60.0, 20.0
"""Arrivals of the last hour tell how many come, and early in the day those of this many minutes at the least."""

NEVER = 1e7
LAST_MIN = 1e6
"""The end of a shift that names none."""
EMPTY = 1e9
NOBODY = 1e8
FIRST = -1e5
OVERFLOW = 1e4
ENOUGH = 1e-6
JUST_NOW = 0.02
"""Places in line are minutes from now, and a counter calls whoever ranks least: FIRST who is back by a hand-over,
then places, then overflow that lacks minutes of waiting (OVERFLOW for each), then NOBODY whom it may receive."""

NOT, OWN, HELPS = 0, 1, 2
NO_SAMPLE: Integers = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Column:
    """A counter under one shift: open now, or planned for later today. Minutes from now."""

    counter: str
    shift: Shift | PlannedShift
    start_min: float
    until_min: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Eligible:
    """Which columns may receive somebody: NOT, OWN or HELPS (overflow); ``later`` from ``changes_min`` on.

    ``credit_min`` is by how much the place is earlier than the arrival: overflow waits from the arrival.
    """

    first: tuple[int, ...]
    later: tuple[int, ...]
    changes_min: float = NEVER
    credit_min: float = 0.0


@dataclass(frozen=True, slots=True)
class _Luck:
    """Standard random numbers, a row a ticket number and a column a sample, one in each stratum of a row."""

    length: Numbers
    patience: Numbers
    absence: Numbers
    hand_over: Numbers
    arrival: Numbers


@dataclass(frozen=True, slots=True)
class _Line:
    """All who may be called, as rows; columns are samples. ``visit`` numbers are row × samples + sample.

    Rows stand in classes whom the same columns may receive, first come first; who may still come stands behind who
    waits, and an empty row ends the class. Then follow, theme by theme, who is back by a hand-over. The last class
    and the last row are nobody's: what concerns nobody is written there.
    """

    tickets: tuple[tuple[int, Ticket], ...]
    eligible: tuple[_Eligible, ...]
    first_back: int
    starts: Integers
    next_row: Integers
    place_min: Numbers
    busy_min: Numbers
    leaves_at_min: Numbers
    passed_to: Integers
    last_comes_min: float

    @property
    def nobody(self) -> int:
        return len(self.eligible)


@dataclass(frozen=True, slots=True)
class _Log:
    """What each step did in each sample: which visit was called, if any, when, by which column, and its rank.

    The rank is NOBODY where the column found nobody, and -NEVER where its shift was over. ``free_min`` is when the
    columns are free after the last step.
    """

    visit: Integers
    at_min: Numbers
    column: Integers
    rank: Numbers
    free_min: Numbers


def forecast(floor: Floor, now: datetime, plan: Sequence[PlannedShift] = (), samples: int = SAMPLES) -> Outlook:
    """The bands of all who wait, and of somebody without needs who would come now for each theme.

    ``now`` is aware UTC and counts as no earlier than the floor's last event. Of ``plan``, the shifts that begin
    later than that are believed. Who is likely not to be called before the shifts end has no band.
    """
    now = max(now, floor.latest)
    columns = _columns(floor, now, plan)
    if not floor.is_open or not columns:
        return Outlook(now)
    known = _Known(floor, now, columns, samples)
    line = known.line()
    free_min, passes_to = known.seats(line)
    log = _play(line, columns, free_min, passes_to, float(floor.site.overflow_after_min))
    called = np.full(line.place_min.size, NEVER)
    called[log.visit] = log.at_min
    waiting = called.reshape(line.place_min.shape)[[row for row, _ in line.tickets]]
    tickets = {ticket.id: band for (_, ticket), band in zip(line.tickets, _bands(waiting), strict=True) if band}
    newcomers = np.array([known.called_if_they_came(log, theme) for theme in known.themes])
    themes = {theme: band for theme, band in zip(known.themes, _bands(newcomers), strict=True) if band}
    return Outlook(now, tickets, themes)


def _columns(floor: Floor, now: datetime, plan: Sequence[PlannedShift]) -> list[_Column]:
    columns = [
        _Column(counter, shift, 0.0, _min_until(shift.until, now), True) for counter, shift in floor.shifts.items()
    ]
    # A counter receives under one shift at a time: what is planned begins when what comes before it is over.
    over_min = {column.counter: column.until_min for column in columns}
    for planned in plan:
        start_min = max(_min_until(planned.start, now), over_min.get(planned.counter, 0.0))
        until_min = _min_until(planned.until(floor.site), now)
        if planned.start > now and start_min < until_min:
            columns.append(_Column(planned.counter, planned, start_min, until_min, False))
            over_min[planned.counter] = until_min
    return columns


def _min_until(moment: datetime | None, now: datetime) -> float:
    return LAST_MIN if moment is None else (moment - now).total_seconds() / 60


@lru_cache(maxsize=4)
def _luck(samples: int) -> _Luck:
    """The same numbers whoever asks."""
    generator = np.random.Generator(np.random.PCG64(SEED))

    def uniform() -> Numbers:
        strata = generator.permuted(np.tile(np.arange(samples, dtype=np.float64), (LUCKS, 1)), axis=1)
        return (strata + generator.random((LUCKS, samples))) / samples

    return _Luck(-np.log1p(-uniform()), -np.log1p(-uniform()), uniform(), uniform(), -np.log1p(-uniform()))


def _sharpened(prior_percent: float, seen: float, visits: float) -> float:
    """A share that begins as the site's word and becomes what was seen."""
    return (PRIOR_INTERVIEWS * prior_percent / 100 + seen) / (PRIOR_INTERVIEWS + visits)


class _Known:
    """What is known of a floor: who waits, who is received, and what to expect of them."""

    def __init__(self, floor: Floor, now: datetime, columns: list[_Column], samples: int) -> None:
        site, seen = floor.site, floor.experience
        self.floor, self.now, self.columns, self.samples = floor, now, columns, samples
        self.luck = _luck(samples)
        self.turnover_min = site.expectations.turnover_min
        themes = [*site.themes, *filter(None, [site.theme(RECEPTION)])]
        self.themes = [theme.id for theme in themes]
        self.index = {name: at for at, name in enumerate(self.themes)}
        self.anybody = [_anybody(columns, name) for name in self.themes]
        self.lengths = [lengths(theme.interview_min, seen.themes.get(theme.id)) for theme in themes]
        self.absent = _sharpened(site.expectations.absent_percent, seen.absent, seen.interviews + seen.absent)
        tallies = [seen.themes.get(name, Tally()) for name in self.themes]
        prior = site.expectations.hand_over_percent
        self.handed_over = [_sharpened(prior, tally.handed_over, tally.interviews) for tally in tallies]
        self._learn_from_today()

    def _learn_from_today(self) -> None:
        """How many come and give up a minute, and how often each theme is asked for."""
        tickets = self.floor.tickets.values()
        asked = np.ones(len(self.themes))
        for ticket in tickets:
            asked[self.index[ticket.theme]] += 1
        served = [max(eligible.first) > NOT for eligible in self.anybody]
        self.asked: Numbers = asked * served / asked.sum()
        ages = [(self.now - ticket.arrival).total_seconds() / 60 for ticket in tickets]
        window = min(ARRIVALS_OF_MIN, max(LEAST_OF_MIN, max(ages, default=0.0)))
        self.arriving = sum(age < window for age in ages) / window
        # A hazard with a gamma prior: as many leave as were expected to, times what today says.
        expected = self.floor.site.expectations.leave_percent / 100 / PATIENT_FOR_MIN
        left = sum(_gave_up(ticket) for ticket in tickets)
        waited = np.array([_waited_min(ticket, self.now) for ticket in tickets])
        would = expected * float(_impatience(waited).sum())
        self.leaving = expected * (PRIOR_LEAVING + left) / (PRIOR_LEAVING + would)

    def line(self) -> _Line:
        """Who waits, who may still come, and room for who is back."""
        classes = self._classes()
        eligible = (*classes, *(_welcome(each) for each in self.anybody))
        samples, nobody = self.samples, len(eligible)
        tickets: list[tuple[int, Ticket]] = []
        themes: list[int] = []
        lucks: list[int] = []
        starts: list[int] = []
        coming: list[tuple[int, Numbers]] = []
        for waiting, theme, rate in classes.values():
            starts.append(len(themes))
            tickets += [(len(themes) + at, ticket) for at, ticket in enumerate(waiting)]
            themes += [self.index[ticket.theme] for ticket in waiting]
            lucks += [ticket.number % LUCKS for ticket in waiting]
            # Later on, who comes stands behind everybody: overflow has waited long enough by then.
            more = min(MOST_TO_COME, ceil(1.5 * rate * self.floor.site.overflow_after_min))
            if more:
                luck = [(len(starts) * MOST_TO_COME + at) % LUCKS for at in range(more)]
                coming.append((len(themes), self.luck.arrival[luck].cumsum(axis=0) / rate))
                lucks += luck
            themes += [theme] * more + [-1]
            lucks.append(0)
        following = [*range(1, len(themes) + 1)]
        for theme in range(len(self.themes)):
            first = len(themes)
            starts.append(first)
            following += [*range(first + 1, first + BACK_ROWS), first]
            lucks += [(LUCKS - 1 - theme * BACK_ROWS - at) % LUCKS for at in range(BACK_ROWS)]
            themes += [theme] * BACK_ROWS
        rows = len(themes) + 1
        starts.append(rows - 1)
        place = np.full((rows, samples), EMPTY)
        place[[row for row, _ in tickets]] = np.array(
            [(ticket.place_at - self.now).total_seconds() / 60 for _, ticket in tickets]
        ).reshape(-1, 1)
        for first, arrivals in coming:
            place[first : first + len(arrivals)] = arrivals
        busy = np.full((rows, samples), NEVER)
        of_theme, of_luck = np.array(themes), np.array(lucks)
        for at, length in enumerate(self.lengths):
            own = np.flatnonzero(of_theme == at)
            busy[own] = length.drawn(self.luck.length[of_luck[own]]) + self.turnover_min
        leaves = np.full((rows, samples), NEVER)
        passed = np.full((rows, samples), nobody)
        if tickets:
            index = np.array([row for row, _ in tickets])
            numbers = of_luck[index]
            absent = self.luck.absence[numbers] < self.absent
            passed[index] = np.where(absent, nobody, self._passed(of_theme[index], numbers, len(classes), nobody))
            busy[index] = np.where(absent, ABSENT_KEEPS_MIN, busy[index])
            leaves[index] = self._leaves_at(numbers, [ticket for _, ticket in tickets])
        last_comes = max((float(arrivals.max()) for _, arrivals in coming), default=0.0)
        next_row = np.array([*following, rows - 1])
        return _Line(
            tuple(tickets),
            eligible,
            len(classes),
            np.array(starts),
            next_row,
            place,
            busy,
            leaves,
            passed,
            last_comes,
        )

    def _classes(self) -> dict[_Eligible, tuple[list[Ticket], int, float]]:
        """Who waits, by who may receive them; with the theme of those who may still come, and how many a minute do.

        Who is yet to come stands in the way only of overflow.
        """
        classes: dict[_Eligible, tuple[list[Ticket], int, float]] = {}
        known: dict[tuple[str, str | None, bool, str | None, datetime | None, timedelta], list[Ticket]] = {}
        some_help = any(column.shift.overflow for column in self.columns)
        for ticket in self.floor.waiting():
            credit = ticket.arrival - ticket.place_at if some_help else timedelta()
            need = (ticket.theme, ticket.language, ticket.accessible, ticket.for_counter, ticket.until, credit)
            if need not in known:
                eligible = replace(self._eligible(ticket), credit_min=credit.total_seconds() / 60)
                known[need] = classes.setdefault(eligible, ([], 0, 0.0))[0]
            known[need].append(ticket)
        if some_help:
            for theme, eligible in enumerate(self.anybody):
                if self.asked[theme] > 0:
                    waiting, _, rate = classes.get(eligible, ([], 0, 0.0))
                    classes[eligible] = (waiting, theme, rate + self.arriving * float(self.asked[theme]))
        return classes

    def _eligible(self, ticket: Ticket) -> _Eligible:
        """The rules of ``routing.may_receive``, for shifts that are planned as well.

        Who was sent to one counter is anybody's when the time agreed is over or its shift ends; who asked for a
        language or an accessible counter is anybody's once no shift offers it any more.
        """
        anybody = self.anybody[self.index[ticket.theme]]
        serving = [at for at, code in enumerate(anybody.first) if code != NOT]
        able = serving
        if ticket.accessible:
            able = [at for at in able if self._is_accessible(self.columns[at])] or able
        if ticket.language is not None:
            able = [at for at in able if ticket.language in self.columns[at].shift.languages] or able
        if len(able) < len(serving):
            codes = tuple(code if at in able else NOT for at, code in enumerate(anybody.first))
            anybody = _Eligible(codes, anybody.first, max(self._held_min(self.columns[at]) for at in able))
        is_agreed = ticket.for_counter is not None and (ticket.until is None or self.now < ticket.until)
        for at, column in enumerate(self.columns):
            if is_agreed and column.is_open and column.counter == ticket.for_counter:
                codes = tuple(OWN if other == at else NOT for other in range(len(self.columns)))
                agreed_min = min(_min_until(ticket.until, self.now), column.until_min)
                return _Eligible(codes, anybody.first, agreed_min)
        return anybody

    def _held_min(self, column: _Column) -> float:
        """For how long it is worth waiting for this very column."""
        back_by = column.shift.back_by if isinstance(column.shift, Shift) else None
        if back_by is None:
            return column.until_min
        patience = timedelta(minutes=self.floor.site.manners.same_counter_min)
        return min(column.until_min, _min_until(back_by + patience, self.now))

    def _is_accessible(self, column: _Column) -> bool:
        counter = self.floor.site.counter(column.counter)
        return counter is not None and counter.accessible

    def _leaves_at(self, numbers: Integers, tickets: list[Ticket]) -> Numbers:
        """In how many minutes from now each gives up, in each sample."""
        if self.leaving <= 0:
            return np.full((len(tickets), self.samples), NEVER)
        waited = np.array([[_waited_min(ticket, self.now)] for ticket in tickets])
        reached = _impatience(waited) + self.luck.patience[numbers] / self.leaving
        late = PATIENT_FOR_MIN + (reached - PATIENT_FOR_MIN) / IMPATIENCE
        leaves: Numbers = np.where(reached < PATIENT_FOR_MIN, reached, late) - waited
        return leaves

    def _passed(self, themes: Integers, numbers: Integers, first_back: int, nobody: int) -> Integers:
        """To which class an interview is passed on in each sample; one number decides whether, and where to."""
        passed = np.full((len(themes), self.samples), nobody)
        for theme, share in enumerate(self.handed_over):
            own = np.flatnonzero(themes == theme)
            others = np.where([name == RECEPTION for name in self.themes], 0.0, self.asked)
            others[theme] = 0.0
            if own.size and others.any():
                where = np.searchsorted(share * (others / others.sum()).cumsum(), self.luck.hand_over[numbers[own]])
                passed[own] = np.where(where < len(self.themes), first_back + where, nobody)
        return passed

    def seats(self, line: _Line) -> tuple[Numbers, Integers]:
        """When each column is free, and to which class it then passes on whoever is there: [samples, columns]."""
        free = np.array([[column.start_min] for column in self.columns]).repeat(self.samples, axis=1)
        passes = np.full(free.shape, line.nobody)
        received: list[tuple[int, Ticket]] = []
        for at, column in enumerate(self.columns):
            if column.is_open:
                free[at] = self._back_from_break(column)
                received += [(at, ticket) for ticket in self.floor.tickets_at(column.counter)]
        if received:
            themes = np.array([self.index[ticket.theme] for _, ticket in received])
            numbers = np.array([ticket.number % LUCKS for _, ticket in received])
            passed = self._passed(themes, numbers, line.first_back, line.nobody)
            for (at, ticket), theme, passes_to in zip(received, themes.tolist(), passed, strict=True):
                left, is_absent = self._left_min(ticket, self.lengths[theme])
                free[at] = np.maximum(free[at], left)
                passes[at] = np.where(is_absent, line.nobody, passes_to)
        return np.ascontiguousarray(free.T), np.ascontiguousarray(passes.T)

    def _back_from_break(self, column: _Column) -> Numbers | float:
        assert isinstance(column.shift, Shift)
        if column.shift.back_by is None:
            return 0.0
        # Who is late may come at any moment, or not for a while.
        late = LATE_MIN * self.luck.length[len(column.counter)]
        return max(_min_until(column.shift.back_by, self.now), 0.0) or late

    def _left_min(self, ticket: Ticket, length: Lengths) -> tuple[Numbers, Answers]:
        """Minutes until the counter is free of who is there, and in which samples they do not come at all."""
        luck, absence = self.luck.length[ticket.number % LUCKS], self.luck.absence[ticket.number % LUCKS]
        elapsed = max(0.0, (self.now - ticket.since).total_seconds() / 60)
        if ticket.state is TicketState.IN_INTERVIEW:
            return length.remaining(elapsed, luck) + self.turnover_min, np.zeros(self.samples, dtype=np.bool_)
        # The longer nobody has come to the counter, the likelier nobody will.
        coming = (1 - self.absent) * exp(-elapsed / ON_THE_WAY_MIN)
        is_absent = absence < self.absent / (self.absent + coming)
        left = np.where(is_absent, max(0.5, ABSENT_KEEPS_MIN - elapsed), length.drawn(luck) + self.turnover_min)
        return left, is_absent

    def called_if_they_came(self, log: _Log, theme: str) -> Numbers:
        """When somebody who came now for ``theme``, last in line, would be called in each sample."""
        eligible = np.array(self.anybody[self.index[theme]].first)
        codes = eligible[log.column]
        # A column takes them when it prefers nobody who is in line now: as its own, or to help out.
        after_now = log.rank > JUST_NOW
        has_waited = log.at_min > self.floor.site.overflow_after_min
        helps = np.where(has_waited, after_now, log.rank > NOBODY / 2)
        takes = (codes == OWN) & after_now | (codes == HELPS) & helps
        logged = np.where(takes, log.at_min, NEVER).min(axis=0, initial=NEVER)
        # Once nobody waits any more, whoever is free first takes them.
        until = np.array([column.until_min for column in self.columns])
        free = np.where((eligible != NOT) & (log.free_min < until), log.free_min, NEVER)
        called: Numbers = np.minimum(logged, free.min(axis=1))
        return called


def _anybody(columns: Sequence[_Column], theme: str) -> _Eligible:
    """Somebody for ``theme`` without any needs."""
    codes = tuple(
        OWN if theme in column.shift.themes else HELPS if theme in column.shift.overflow else NOT
        for column in columns
    )
    return _Eligible(codes, codes)


def _welcome(anybody: _Eligible) -> _Eligible:
    """The same somebody where no column puts its own themes first: whoever is back has waited long enough."""
    codes = tuple(min(code, OWN) for code in anybody.first)
    return _Eligible(codes, codes)


def _gave_up(ticket: Ticket) -> bool:
    return ticket.state is TicketState.WITHDRAWN and ticket.called_at is None


def _waited_min(ticket: Ticket, now: datetime) -> float:
    """From the arrival to the call, to giving up, or to now."""
    until = ticket.since if _gave_up(ticket) else ticket.called_at or now
    return max(0.0, (until - ticket.arrival).total_seconds() / 60)


def _impatience(waited_min: Numbers) -> Numbers:
    """Minutes waited, each as many as patience counts it."""
    return waited_min + (IMPATIENCE - 1) * np.maximum(waited_min - PATIENT_FOR_MIN, 0.0)


def _play(
    line: _Line, columns: Sequence[_Column], free: Numbers, passes_to: Integers, overflow_after: float
) -> _Log:
    """Play on until nobody waits or all shifts are over.

    In each step, in each sample, the column that is free first calls the best of all classes' heads. ``free`` and
    ``passes_to`` are used up.
    """
    samples, nobody, no_row = len(free), line.nobody, len(line.next_row) - 1
    sample = np.arange(samples)
    of_columns, of_classes = sample * len(columns), sample * (nobody + 1)
    of_nobody = of_classes + nobody
    no_visit = no_row * samples + sample
    next_visit = line.next_row.repeat(samples) * samples + np.tile(sample, no_row + 1)
    next_place = line.place_min.take(next_visit)
    heads = np.ascontiguousarray(line.place_min[line.starts].T)
    visits = line.starts * samples + sample[:, None]
    far_now = _distances(columns, [eligible.first for eligible in line.eligible])
    far_later = _distances(columns, [eligible.later for eligible in line.eligible])
    changes_at = np.array([*(eligible.changes_min for eligible in line.eligible), NEVER])
    changes = np.unique(changes_at)
    has_changes = len(changes) > 1
    until = np.array([column.until_min for column in columns])
    # Where who is back stands: first in line, and nowhere once an idle column takes them at once.
    back_at = np.full(heads.shape, FIRST)
    takes_back = np.where(far_now <= OVERFLOW, EMPTY, FIRST)
    log: list[tuple[Integers, Numbers, Integers, Numbers]] = []
    helped_after = overflow_after + np.array([*(eligible.credit_min for eligible in line.eligible), 0.0])
    all_have_waited = False
    while True:
        column = free.argmin(axis=1)
        seat = of_columns + column
        at = free.take(seat)
        if len(log) % 4 == 0:
            earliest = at.min()
            if earliest >= NEVER or not np.count_nonzero(heads[:, : line.first_back] <= 0):
                break
            all_have_waited = earliest > max(overflow_after, line.last_comes_min)
        back = of_classes + passes_to.take(seat)
        heads.put(back, back_at.take(back))
        far = far_now.take(column, axis=0)
        if has_changes and np.count_nonzero(at >= changes[0]):
            far = np.where(at[:, None] >= changes_at, far_later.take(column, axis=0), far)
        key = heads + ENOUGH * far if all_have_waited else _ranks(heads, far, at[:, None], helped_after)
        head = of_classes + key.argmin(axis=1)
        rank = key.take(head)
        visit = visits.take(head)
        serves = at < until.take(column)
        finds = (rank < NOBODY / 2) & serves
        idle = NO_SAMPLE
        if np.count_nonzero(finds) < samples:
            visit = np.where(finds, visit, no_visit)
            head = np.where(finds, head, of_nobody)
            rank = np.where(serves, np.minimum(rank, NOBODY), -NEVER)
            idle = np.flatnonzero(serves & ~finds)
            back_at[idle] = np.maximum(back_at[idle], takes_back[column[idle]])
        is_there = line.leaves_at_min.take(visit) >= at
        log.append((visit, at, column, rank))
        busy = line.busy_min.take(visit)
        busy *= is_there
        busy += at
        if has_changes and len(idle):
            # Who finds nobody looks again when somebody's eligibility changes.
            busy[idle] = changes[np.searchsorted(changes, at[idle], side="right")]
        free.put(seat, busy)
        passes_to.put(seat, np.where(is_there, line.passed_to.take(visit), nobody))
        visits.put(head, next_visit.take(visit))
        heads.put(head, next_place.take(visit))
    shape = (len(log), samples)
    return _Log(
        np.array([visit for visit, _, _, _ in log], dtype=np.int64).reshape(shape),
        np.array([at for _, at, _, _ in log]).reshape(shape),
        np.array([column for _, _, column, _ in log], dtype=np.int64).reshape(shape),
        np.array([rank for _, _, _, rank in log]).reshape(shape),
        free,
    )


def _distances(columns: Sequence[_Column], eligible: Sequence[tuple[int, ...]]) -> Numbers:
    """What each minute of waiting that is lacking weighs: [columns, classes and nobody's]."""
    codes = np.array([*eligible, (NOT,) * len(columns)]).T
    weights: Numbers = np.array([NOBODY / ENOUGH, 0.0, OVERFLOW])[codes]
    return weights


def _ranks(heads: Numbers, far: Numbers, at: Numbers, helped_after: Numbers) -> Numbers:
    """In which order all classes' heads are called by the columns to which they are ``far``."""
    since = heads - at
    rank = since + helped_after
    np.maximum(rank, ENOUGH, out=rank)
    rank *= far
    rank += heads
    # Who is yet to come is not there.
    np.maximum(since, 0.0, out=since)
    since *= NOBODY / ENOUGH
    rank += since
    return rank


ROWS_AT_ONCE = 64

_GRID: Numbers = np.array(GRID_MIN, dtype=np.float64)


def _bands(called: Numbers) -> list[Band | None]:
    """For each row, the narrowest band on the grid that holds SHARE_INSIDE of the samples in which it is called.

    Some rows at a time: all bands of thousands would take a gigabyte.
    """
    return [
        band
        for at in range(0, len(called), ROWS_AT_ONCE)
        for band in _bands_of_some(called[at : at + ROWS_AT_ONCE])
    ]


def _bands_of_some(called: Numbers) -> list[Band | None]:
    rows, samples = called.shape
    is_called = called < NEVER
    times = np.count_nonzero(is_called, axis=1)
    latest = float(called.max(where=is_called, initial=0.0))
    size = min(int(np.searchsorted(_GRID, latest)) + 2, len(_GRID))
    grid = _GRID[:size]
    cells = np.searchsorted(grid, called) + np.arange(rows)[:, None] * (size + 1)
    until = np.bincount(cells.ravel(), minlength=rows * (size + 1)).reshape(rows, size + 1)[:, :size].cumsum(axis=1)
    before = until.copy()
    # Whoever is called at once is called after zero minutes, not before.
    before[:, 0] = 0
    inside = until[:, None, :] - before[:, :, None]
    width = grid - grid[:, None]
    # Of bands equally narrow, the one that holds more.
    score = np.where(width > 0, width, NEVER) - inside / (100 * samples)
    score[inside < np.maximum(SHARE_INSIDE * times, 1.0)[:, None, None]] = NEVER
    best = score.reshape(rows, -1).argmin(axis=1)
    return [
        Band(int(grid[cell // size]), int(grid[cell % size])) if often else None
        for cell, often in zip(best.tolist(), (times >= LEAST_CALLED * samples).tolist(), strict=True)
    ]
