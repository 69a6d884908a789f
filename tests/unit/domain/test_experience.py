"""What the house learns: by theme and never by counter, nothing of a few, and never more than a year's worth."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.events import DayClosed
from cdm_kiosk.domain.experience import (
    FEWEST,
    MOST_WEIGHT,
    PRIOR_INTERVIEWS,
    Experience,
    Tally,
    after_the_day,
    mean_min,
)
from cdm_kiosk.domain.floor import Floor, evolve
from cdm_kiosk.domain.site import Counter
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house


def seen(interviews: int, minutes: float, theme: str = "work", handed_over: int = 0) -> Experience:
    """So many interviews of the same length."""
    experience = Experience()
    for number in range(interviews):
        experience = experience.with_interview(theme, minutes, number < handed_over)
    return experience


def receive_for(stage: Stage, minutes: float) -> None:
    stage.take()
    stage.call()
    stage.do(c.StartInterview("1"))
    stage.pass_min(minutes)
    stage.do(c.FinishInterview("1"))


def test_an_interview_teaches_its_length_under_its_theme() -> None:
    stage = open_house()
    receive_for(stage, 20)
    receive_for(stage, 40)
    tally = stage.floor.today.themes["work"]
    assert tally.interviews == 2
    assert tally.log_min == pytest.approx(log(20) + log(40))
    assert tally.log_min_squares == pytest.approx(log(20) ** 2 + log(40) ** 2)
    assert stage.floor.experience == stage.floor.today


def test_a_hand_over_in_the_middle_of_an_interview_is_one_that_ended_so() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    stage.do(c.StartInterview("1"))
    stage.pass_min(10)
    stage.do(c.HandOver("1", "training"))
    assert stage.floor.today.themes == {
        "work": Tally(1.0, pytest.approx(log(10)), pytest.approx(log(10) ** 2), 1.0)
    }


def test_who_is_passed_on_before_the_interview_began_teaches_nothing() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    stage.do(c.HandOver("1", "training"))
    assert stage.floor.today == Experience()


def test_an_absence_is_counted_for_the_whole_house() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    stage.do(c.MarkNoShow("1"))
    assert stage.floor.today == Experience(absent=1.0)


def test_a_session_in_common_teaches_as_many_interviews_as_it_had_visitors() -> None:
    stage = open_house()
    names = tuple(stage.take().id for _ in range(3))
    stage.do(c.CallTogether("1", names), c.StartInterview("1"))
    stage.pass_min(60)
    stage.do(c.FinishInterview("1"))
    assert stage.floor.today.interviews == 3


def test_an_interview_shorter_than_a_minute_counts_as_one_minute() -> None:
    assert seen(1, 0).themes["work"].log_min == 0.0


def test_nothing_that_is_learnt_knows_a_counter() -> None:
    unlike = HOUSE.counters[0].id
    site = replace(HOUSE, counters=(Counter("guichet-z", "Table Z", "hall"),))
    stage = Stage(site)
    stage.do(c.OpenDay(TODAY), c.OpenShift("guichet-z", ("work",), (), ("fr",)))
    for _ in range(2 * FEWEST):
        stage.take()
        stage.receive("guichet-z")
    closed = stage.do(c.CloseDay())
    assert isinstance(closed, DayClosed)
    assert closed.known.interviews == 2 * FEWEST
    assert "guichet" not in wire.EVENT.dump_json(closed).decode()
    assert "guichet" not in repr(stage.floor.known)
    assert unlike not in {field.name for field in (*fields(Experience), *fields(Tally))}


def test_counts_of_fewer_than_five_are_forgotten_when_the_day_ends() -> None:
    few = seen(FEWEST - 1, 20).plus(seen(FEWEST, 20, "training"))
    kept = after_the_day(Experience(), replace(few, absent=3.0))
    assert set(kept.themes) == {"training"}
    assert kept.absent == 3.0
    assert after_the_day(Experience(), replace(seen(1, 20), absent=2.0)) == Experience()


def test_the_past_weighs_so_much_at_most_and_keeps_its_mean() -> None:
    known = Experience()
    for _ in range(100):
        known = after_the_day(known, replace(seen(20, 30, handed_over=5), absent=10.0))
    tally = known.themes["work"]
    assert tally.interviews == pytest.approx(MOST_WEIGHT)
    assert exp(tally.log_min / tally.interviews) == pytest.approx(30)
    assert tally.handed_over / tally.interviews == pytest.approx(0.25)
    assert known.absent == MOST_WEIGHT


def test_a_house_that_changes_is_soon_known_again() -> None:
    known = after_the_day(Experience(), seen(1000, 60))
    for _ in range(40):
        known = after_the_day(known, seen(20, 15))
    assert mean_min(known.themes["work"], 30) < 25


def test_a_house_that_runs_for_days_keeps_what_it_knows_and_nothing_of_the_day() -> None:
    stage = open_house()
    for day in range(4):
        for _ in range(FEWEST):
            receive_for(stage, 25)
        assert stage.floor.experience.interviews == (day + 1) * FEWEST
        stage.do(c.CloseDay())
        assert (stage.floor.known.interviews, stage.floor.today) == ((day + 1) * FEWEST, Experience())
        stage.now += timedelta(days=1)
        stage.do(c.OpenDay(TODAY + timedelta(days=day + 1)), c.OpenShift("1", ("work",), (), ("fr",)))
    floor = Floor(stage.site)
    for event in stage.log:
        floor = evolve(floor, wire.EVENT.validate_json(wire.EVENT.dump_json(event)))
    assert floor == stage.floor
    # The days before were erased: the one event that closed the last of them is enough.
    erased = Floor(stage.site)
    last_close = max(at for at, event in enumerate(stage.log) if isinstance(event, DayClosed))
    for event in stage.log[last_close:]:
        erased = evolve(erased, event)
    assert erased.known == stage.floor.known


def test_the_sites_own_word_holds_until_something_was_seen() -> None:
    assert mean_min(None, 30) == 30
    assert mean_min(Tally(), 30) == 30


@given(
    interviews=st.integers(1, 2000),
    minutes=st.floats(1, 480),
    prior=st.integers(1, 480),
)
def test_what_is_expected_lies_between_the_sites_word_and_what_was_seen(
    interviews: int, minutes: float, prior: int
) -> None:
    tally = Tally(interviews, interviews * log(minutes), interviews * log(minutes) ** 2)
    expected = mean_min(tally, prior)
    low, high = sorted((float(prior), minutes))
    assert low * 0.999 <= expected <= high * 1.001
    assert expected == pytest.approx(
        (PRIOR_INTERVIEWS * prior + interviews * minutes) / (PRIOR_INTERVIEWS + interviews), rel=1e-3
    )


lengths = st.lists(st.tuples(st.sampled_from(["work", "training"]), st.floats(0, 200), st.booleans()), max_size=30)


def all_of(interviews: list[tuple[str, float, bool]]) -> Experience:
    experience = Experience()
    for theme, minutes, handed_over in interviews:
        experience = experience.with_interview(theme, minutes, handed_over)
    return experience


@given(lengths, lengths)
def test_days_add_up(morning: list[tuple[str, float, bool]], evening: list[tuple[str, float, bool]]) -> None:
    apart = all_of(morning).plus(all_of(evening))
    together = all_of([*morning, *evening])
    assert set(apart.themes) == set(together.themes)
    for theme, tally in together.themes.items():
        other = apart.themes[theme]
        assert (other.interviews, other.handed_over) == (tally.interviews, tally.handed_over)
        assert other.log_min == pytest.approx(tally.log_min)
        assert other.log_min_squares == pytest.approx(tally.log_min_squares)


@given(st.lists(lengths, max_size=6))
def test_however_many_days_pass_no_small_count_survives_one_of_them(
    days: list[list[tuple[str, float, bool]]],
) -> None:
    known = Experience()
    for day in days:
        today = all_of(day)
        after = after_the_day(known, today)
        for theme, tally in today.themes.items():
            if tally.interviews < FEWEST:
                assert after.themes.get(theme) == known.themes.get(theme)
        assert all(tally.interviews <= MOST_WEIGHT for tally in after.themes.values())
        known = after
