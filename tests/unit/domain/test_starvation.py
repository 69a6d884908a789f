"""Nobody starves: a place, once reached, is passed by nobody who came later, and the calls until then are counted.

After its effective arrival, the greatest of the site's credits and the overflow threshold, a ticket is called by
the counters that may receive it within as many calls as there were people before it. What a person does out of
order is that person's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.errors import Conflict
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.routing import may_receive
from cdm_kiosk.domain.site import Manners
from tests.unit.domain.stage import HOUSE, TODAY, Stage

COUNTERS = ("1", "2", "3")
OVERFLOW_AFTER = timedelta(minutes=HOUSE.overflow_after_min)
MANNERS = HOUSE.manners
SURE_AFTER = OVERFLOW_AFTER + max(
    timedelta(minutes=MANNERS.priority_credit_min),
    timedelta(minutes=MANNERS.hand_over_credit_min),
)

themes = st.lists(st.sampled_from(["work", "training", "business"]), min_size=1, max_size=3, unique=True)


@dataclass(frozen=True)
class Arrival:
    theme: str
    language: str | None
    accessible: bool
    precedence: Precedence


@dataclass(frozen=True)
class Shift:
    counter: str
    themes: list[str]
    own: int
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """A counter calls, and the visitor leaves, is passed on to another theme, or never comes."""

    counter: str
    then: str


arrivals = st.builds(
    Arrival,
    st.sampled_from(["work", "training", "business"]),
    st.sampled_from([None, "fr", "es"]),
    st.booleans(),
    st.sampled_from([Precedence.NONE, Precedence.NONE, Precedence.PRIORITY]),
)
shifts = st.builds(
    Shift,
    st.sampled_from(COUNTERS),
    themes,
    st.integers(1, 3),
    st.sampled_from([("fr",), ("es",), ("fr", "es")]),
)
calls = st.builds(Call, st.sampled_from(COUNTERS), st.sampled_from(["finish", "finish", "hand over", "absent"]))
minutes = st.sampled_from([1, 3, 10, 25]).map(lambda value: timedelta(minutes=value))
stories = st.lists(st.one_of(arrivals, arrivals, calls, calls, minutes, shifts), min_size=10, max_size=80)


@dataclass
class Witness:
    """Who has waited long enough, and how many people are still before them: that many calls may pass them by."""

    stage: Stage
    before: dict[str, int] = field(default_factory=dict)

    def call(self, counter: str) -> str | None:
        """One call at a counter with a shift; who is called."""
        floor, now = self.stage.floor, self.stage.now
        shift = floor.shifts[counter]
        waiting = floor.waiting()
        able = [ticket for ticket in waiting if may_receive(floor, counter, shift, ticket, now)]
        try:
            self.stage.do(c.CallNext(counter))
        except Conflict as refusal:
            if refusal.code is not Code.NOBODY_WAITING:
                raise
            assert not able, "a counter is free, and somebody whom it may receive waits"
            return None
        called = floor.tickets[self.stage.floor.at_counter[counter][0]]
        for ticket in able:
            if now - ticket.place_at > SURE_AFTER and ticket.id != called.id:
                self.before.setdefault(ticket.id, sum(other.place < ticket.place for other in waiting))
                assert called.place < ticket.place, f"number {called.number} went before number {ticket.number}"
                self.before[ticket.id] -= 1
                assert self.before[ticket.id] >= 0, f"number {ticket.number} was passed once too often"
        return called.id

    def back_in_line(self, name: str) -> None:
        """Who is passed on is before others again, by the first arrival."""
        tickets = self.stage.floor.tickets
        for waiting in self.before:
            self.before[waiting] += tickets[name].place < tickets[waiting].place


@settings(max_examples=300, deadline=None, database=None)
@given(stories)
def test_who_has_waited_long_enough_is_passed_only_by_those_who_were_before(
    story: list[Arrival | Call | Shift | timedelta],
) -> None:
    stage = Stage(HOUSE)
    stage.do(c.OpenDay(TODAY))
    stage.shift("1", "work", overflow=("training",))
    witness = Witness(stage)
    for part in story:
        match part:
            case timedelta():
                stage.now += part
            case Arrival():
                name = f"ticket {stage.floor.last_number + 1}"
                stage.do(
                    c.IssueTicket(name, part.theme, part.language, part.accessible, precedence=part.precedence)
                )
            case Shift():
                own, helps = tuple(part.themes[: part.own]), tuple(part.themes[part.own :])
                stage.do(c.OpenShift(part.counter, own, helps, part.languages))
            case Call() if part.counter in stage.floor.shifts:
                called = witness.call(part.counter)
                if called is not None and part.then == "absent":
                    stage.do(c.MarkNoShow(part.counter))
                elif called is not None:
                    stage.do(c.StartInterview(part.counter))
                    leaving = c.HandOver(part.counter, "work") if part.then == "hand over" else None
                    stage.do(leaving or c.FinishInterview(part.counter))
                    if leaving is not None:
                        witness.back_in_line(called)


@settings(max_examples=100, deadline=None, database=None)
@given(
    before=st.integers(0, 12),
    theme=st.sampled_from(["work", "training"]),
    rush=st.lists(st.sampled_from(["work", "training"]), min_size=30, max_size=40),
)
def test_a_rush_of_later_visitors_never_delays_anybody_for_longer_than_the_threshold(
    before: int, theme: str, rush: list[str]
) -> None:
    """Somebody comes at every call, always for what the counter does first: who waited is called all the same."""
    stage = Stage(replace(HOUSE, manners=Manners(priority_credit_min=30)))
    stage.do(c.OpenDay(TODAY))
    stage.shift("1", "work", overflow=("training",))
    for _ in range(before):
        stage.take("training")
    patient = stage.take(theme)
    stage.now = patient.arrival + SURE_AFTER
    calls_needed = 0
    for later in rush:
        stage.pass_min(1)
        name = f"later {calls_needed}"
        stage.do(c.IssueTicket(name, later, precedence=Precedence.PRIORITY))
        calls_needed += 1
        if stage.receive("1") == patient.id:
            break
    assert calls_needed <= before + 1
