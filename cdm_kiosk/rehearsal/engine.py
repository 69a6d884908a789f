"""Plays visits through the house's own rules on a virtual clock: who gets a number, who is called where and when.

Advisors follow the plan of shifts and take the next visitor as the routing says; nothing here decides what
``decide`` decides.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from enum import IntEnum, StrEnum
from heapq import heapify, heappop, heappush
from typing import Any, NamedTuple

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.day import due
from cdm_kiosk.domain.decisions import FAIR, decide
from cdm_kiosk.domain.errors import Conflict, Refusal
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import BEFORE_ALL, Floor, TicketState, evolve
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.routing import Routing
from cdm_kiosk.domain.site import Site
from cdm_kiosk.rehearsal.visits import PlannedVisit

Forecaster = Callable[[Floor, datetime], Outlook]


class Outcome(StrEnum):
    """How a visit ended.

    ``done``: received, twice if handed over. ``abandoned``: not called within the visitor's patience.
    ``turned_away``: no number was given. ``unserved``: still waiting, for the first interview or the second, when
    the day closed.
    """

    DONE = "done"
    ABANDONED = "abandoned"
    TURNED_AWAY = "turned_away"
    UNSERVED = "unserved"


@dataclass(frozen=True, slots=True)
class Interview:
    """A call and what followed, all times aware UTC; all ``None`` where nobody called."""

    called_at: datetime | None = None
    counter: str | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a visit. ``number`` is none for who was turned away, with the code why in ``refused``.

    ``band`` is what the visitor was told at issue; ``second`` is there if the visit was handed over.
    """

    visit: PlannedVisit
    outcome: Outcome
    number: int | None = None
    band: Band | None = None
    first: Interview = Interview()
    second: Interview | None = None
    refused: str | None = None

    @property
    def wait_min(self) -> float | None:
        """From the arrival to the first call."""
        called_at = self.first.called_at
        return None if called_at is None else (called_at - self.visit.arrive).total_seconds() / 60


def simulate(
    site: Site, visits: Iterable[PlannedVisit], routing: Routing = FAIR, forecaster: Forecaster | None = None
) -> Iterator[Result]:
    """One result a visit, in the order of arrival (who arrives at the same moment: in the order given).

    The site's rota opens the shifts, whoever opens them otherwise. What the house learns on a day, it knows the
    next: with ``forecaster``, bands grow sharper as days pass.
    """
    # In UTC: two moments on one clock are compared by what it shows, which goes back when summer ends.
    ordered = sorted(visits, key=lambda visit: visit.arrive.astimezone(UTC))
    return _Play(site, ordered, routing, forecaster).results()


def written(result: Result, site: Site) -> str:
    """The result as one line of JSON, times on the clock of the site's door."""
    line: dict[str, Any] = {
        "ref": result.visit.ref,
        "number": result.number,
        "band": _band(result.band),
        **_interview(result.first, site),
        "outcome": result.outcome,
    }
    if result.refused is not None:
        line["refused"] = result.refused
    if result.second is not None:
        line["hand_over"] = _interview(result.second, site)
    return json.dumps(line, ensure_ascii=False)


def _band(band: Band | None) -> dict[str, int] | None:
    return None if band is None else {"low_min": band.low_min, "high_min": band.high_min}


def _interview(interview: Interview, site: Site) -> dict[str, str | None]:
    return {
        "called_at": _moment(interview.called_at, site),
        "counter": interview.counter,
        "started_at": _moment(interview.started_at, site),
        "ended_at": _moment(interview.ended_at, site),
    }


def _moment(moment: datetime | None, site: Site) -> str | None:
    return None if moment is None else site.local(moment).isoformat()


class _Rank(IntEnum):
    """What comes first of what happens at one moment: who is called in the last minute of patience is received."""

    END = 0
    HOURS = 1
    ARRIVAL = 2
    READY = 3
    PATIENCE_OVER = 4


class _Turn(NamedTuple):
    """Something that happens at a moment; ``whose`` visit it is (by its index) keeps the order among equals."""

    at: datetime
    rank: _Rank
    whose: int


@dataclass(slots=True)
class _Course:
    """A visit under way."""

    visit: PlannedVisit
    number: int | None = None
    band: Band | None = None
    interviews: list[Interview] = field(default_factory=list)
    outcome: Outcome | None = None
    refused: str | None = None


class _Play:
    """The floor, the clock, and where every visit stands."""

    def __init__(
        self, site: Site, visits: list[PlannedVisit], routing: Routing, forecaster: Forecaster | None
    ) -> None:
        self._site = replace(site, rota_opens_shifts=True)
        self._floor = Floor(self._site)
        self._routing = routing
        self._forecaster = forecaster
        self._courses = [_Course(visit) for visit in visits]
        self._ready: dict[str, datetime] = {}
        """When a counter can call again: the turnover time after its last visitor left."""
        self._closing: dict[Date, datetime] = {}
        """When the doors and the plan's shifts of a date are over."""
        self._order = {counter.id: at for at, counter in enumerate(site.counters)}
        self._turns = [
            _Turn(course.visit.arrive.astimezone(UTC), _Rank.ARRIVAL, at) for at, course in enumerate(self._courses)
        ]
        self._turns += self._hours({site.local(visit.arrive).date() for visit in visits})
        heapify(self._turns)

    def results(self) -> Iterator[Result]:
        given = 0
        while self._turns:
            self._pass(self._turns[0].at)
            while given < len(self._courses) and (outcome := self._courses[given].outcome) is not None:
                yield _result(self._courses[given], outcome)
                given += 1

    def _hours(self, dates: set[Date]) -> Iterator[_Turn]:
        """The moments at which doors and shifts have their turn, on the days that somebody comes."""
        for date in sorted(dates):
            spans = self._site.spans_on(date)
            spans += tuple((shift.start, shift.end) for shift in planned_on(self._site, date))
            if spans:
                self._closing[date] = max(end for _, end in spans)
            for moment in sorted({moment for span in spans for moment in span}):
                yield _Turn(moment, _Rank.HOURS, -1)

    def _pass(self, now: datetime) -> None:
        while self._turns and self._turns[0].at == now and self._turns[0].rank < _Rank.PATIENCE_OVER:
            turn = heappop(self._turns)
            match turn.rank:
                case _Rank.END:
                    self._end(turn.whose, now)
                case _Rank.HOURS:
                    self._keep_hours(now)
                case _Rank.ARRIVAL:
                    self._arrive(turn.whose, now)
        self._call(now)
        self._turn_the_day(now)
        while self._turns and self._turns[0].at == now and self._turns[0].rank is _Rank.PATIENCE_OVER:
            self._give_up(heappop(self._turns).whose, now)

    def _do(self, command: c.Command, now: datetime) -> None:
        for event in decide(self._floor, by_hub(command), now, self._routing):
            if isinstance(event, e.DayClosed):
                for ticket in self._floor.waiting():
                    self._courses[int(ticket.id)].outcome = Outcome.UNSERVED
            self._floor = evolve(self._floor, event)

    def _keep_hours(self, now: datetime) -> None:
        while asked := due(self._floor, now):
            for command in asked:
                self._do(command, now)
        date = self._floor.date
        is_over = date is not None and self._closing.get(date, now) <= now and not self._site.never_shuts(date)
        if is_over and not self._floor.at_counter:
            self._do(c.CloseDay(date), now)

    def _turn_the_day(self, now: datetime) -> None:
        """Past midnight the day ends with the last visitor."""
        date = self._floor.date
        if date is not None and self._site.local(now).date() > date:
            self._keep_hours(now)

    def _arrive(self, index: int, now: datetime) -> None:
        course = self._courses[index]
        visit = course.visit
        try:
            if self._site.open_until(now) is None:
                raise Conflict(Code.DAY_NOT_OPEN)
            accessible = "accessible" in visit.needs
            self._do(
                c.IssueTicket(str(index), visit.theme, visit.language, accessible, precedence=visit.precedence),
                now,
            )
        except Refusal as refusal:
            course.outcome, course.refused = Outcome.TURNED_AWAY, refusal.code
            return
        course.number = self._floor.last_number
        if self._forecaster is not None:
            course.band = self._forecaster(self._floor, now).tickets.get(str(index))
        if visit.patience_min is not None:
            patience = timedelta(minutes=visit.patience_min)
            heappush(self._turns, _Turn(now + patience, _Rank.PATIENCE_OVER, index))

    def _call(self, now: datetime) -> None:
        """Whoever is free takes the next visitor: on a theme of their own before helping out, then by idleness."""
        floor = self._floor
        free = [
            counter
            for counter in floor.shifts
            if counter not in floor.at_counter and self._ready.get(counter, BEFORE_ALL) <= now
        ]
        while free and self._floor.queues:
            takers = sorted(taker for counter in free if (taker := self._taker(counter, now)) is not None)
            if not takers:
                return
            counter = takers[0][-1]
            self._do(c.CallNext(counter), now)
            self._receive(counter, now)
            free = [taker[-1] for taker in takers[1:]]

    def _taker(self, counter: str, now: datetime) -> tuple[bool, datetime, int, str] | None:
        """How eagerly a counter would take whom the rules give it, least first; ``None`` when that is nobody."""
        try:
            events = decide(self._floor, by_hub(c.CallNext(counter)), now, self._routing)
        except Refusal:
            return None
        called = next(event for event in events if isinstance(event, e.TicketCalled))
        shift = self._floor.shifts[counter]
        helps = self._floor.tickets[called.ticket].theme not in shift.themes
        idle_since = max(shift.since, self._ready.get(counter, BEFORE_ALL))
        return helps, idle_since, self._order[counter], counter

    def _receive(self, counter: str, now: datetime) -> None:
        index = int(self._floor.at_counter[counter][0])
        course = self._courses[index]
        self._do(c.StartInterview(counter), now)
        onward = course.visit.hand_over
        is_second = bool(course.interviews) and onward is not None
        length_min = onward.length_min if onward is not None and is_second else course.visit.length_min
        end = now + timedelta(minutes=length_min)
        course.interviews.append(Interview(now, counter, now, end))
        self._ready[counter] = end + timedelta(minutes=self._site.expectations.turnover_min)
        heappush(self._turns, _Turn(end, _Rank.END, index))
        heappush(self._turns, _Turn(self._ready[counter], _Rank.READY, index))

    def _end(self, index: int, now: datetime) -> None:
        course = self._courses[index]
        onward = course.visit.hand_over if len(course.interviews) == 1 else None
        counter = course.interviews[-1].counter
        if counter is None or str(index) not in self._floor.tickets:
            # The day was over; the two went on talking, and nobody is handed over into another day.
            course.outcome = Outcome.DONE if onward is None else Outcome.UNSERVED
            return
        if onward is not None:
            self._do(c.HandOver(counter, onward.theme), now)
        else:
            self._do(c.FinishInterview(counter), now)
            course.outcome = Outcome.DONE
        shift = self._floor.shifts[counter]
        if shift.is_over(now):
            self._keep_hours(now)

    def _give_up(self, index: int, now: datetime) -> None:
        ticket = self._floor.tickets.get(str(index))
        course = self._courses[index]
        if ticket is not None and ticket.state is TicketState.WAITING and not course.interviews:
            self._do(c.Withdraw(ticket.id), now)
            course.outcome = Outcome.ABANDONED


def _result(course: _Course, outcome: Outcome) -> Result:
    first, second = (*course.interviews, None, None)[:2]
    if first is not None and second is None and outcome is Outcome.UNSERVED:
        second = Interview()
    return Result(course.visit, outcome, course.number, course.band, first or Interview(), second, course.refused)
