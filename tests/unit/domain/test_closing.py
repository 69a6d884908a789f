"""Closing honestly: no number for whom nobody will call, and reception may give it all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.closing import can_be_received
from cdm_kiosk.domain.disclosure import offers
from cdm_kiosk.domain.experience import Experience, Tally
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.site import RECEPTION, DayException, Expectations, Manners, RotaShift, Site
from tests.tools.refusals import refused_with
from tests.unit.domain.stage import HOUSE, OPENING, TODAY, Stage

SITE = replace(HOUSE, manners=Manners(last_call_min=15), expectations=Expectations(turnover_min=3))
"""An interview keeps a counter for 33 minutes: 30 by the theme's own word, and 3 between two visitors."""


def house(minutes: float, site: Site = SITE) -> Stage:
    """A day with one counter for work, and training where it can, until so many minutes after the opening."""
    stage = Stage(site)
    stage.do(c.OpenDay(TODAY), shift(minutes))
    return stage


def shift(
    minutes: float, counter: str = "1", *themes: str, overflow: tuple[str, ...] = ("training",)
) -> c.OpenShift:
    return c.OpenShift(counter, themes or ("work",), overflow, ("fr",), OPENING + timedelta(minutes=minutes))


def wait(stage: Stage, people: int, theme: str = "work") -> None:
    """So many people wait already, whom reception let in."""
    for _ in range(people):
        name = f"{theme}-{stage.floor.last_number + 1}"
        stage.do(c.IssueTicket(name, theme, anyway=True))


def room(stage: Stage, theme: str = "work") -> bool:
    return can_be_received(stage.floor, theme, stage.now)


def test_a_shift_without_an_end_receives_everybody() -> None:
    stage = house(30)
    stage.shift("2", "work")
    wait(stage, 60)
    assert room(stage)


@pytest.mark.parametrize(("waiting", "minutes", "expected"), [(0, 15, True), (0, 14, False)])
def test_an_empty_house_receives_until_the_last_call(waiting: int, minutes: int, expected: bool) -> None:
    stage = house(minutes)
    wait(stage, waiting)
    assert room(stage) is expected


@pytest.mark.parametrize(("waiting", "minutes", "expected"), [(1, 48, True), (1, 47, False), (3, 114, True)])
def test_who_waits_already_takes_time(waiting: int, minutes: int, expected: bool) -> None:
    stage = house(minutes)
    wait(stage, waiting)
    assert room(stage) is expected


def test_a_number_is_refused_with_its_reason_and_given_anyway_by_reception() -> None:
    stage = house(60)
    wait(stage, 2)
    with refused_with(Code.FULL_TODAY) as refusal:
        stage.do(c.IssueTicket("x", "work"))
    assert (refusal.value.code, refusal.value.field) == ("full_today", "theme")
    stage.do(c.IssueTicket("x", "work", anyway=True))
    assert stage.floor.tickets["x"].number == 3


def test_the_kiosk_stops_offering_what_is_full_and_says_when_it_is_served_again() -> None:
    stage = house(60, replace(SITE, rota=(RotaShift("1", ("work",), hours=("09:00-10:00",)),)))
    wait(stage, 2)
    (work, *_) = offers(stage.floor, stage.now, Outlook(stage.now)).themes
    assert (work.served, work.full, work.waiting) == (False, True, 2)
    assert work.next_served == OPENING + timedelta(days=1)


def test_where_nobody_receives_the_closing_has_no_say() -> None:
    assert room(house(60), "business")


def test_once_a_shift_is_over_nobody_is_promised_a_call() -> None:
    stage = house(60)
    wait(stage, 1)
    stage.call()
    stage.pass_min(90)
    assert not room(stage)


def test_whoever_is_received_now_keeps_the_counter_for_the_usual_time() -> None:
    stage = house(48)
    wait(stage, 1)
    stage.call()
    stage.do(c.StartInterview("1"))
    assert room(stage)
    stage.pass_min(1)
    wait(stage, 1)
    assert not room(stage)


def test_an_interview_that_lasts_longer_than_usual_is_not_over_at_once() -> None:
    stage = house(115)
    wait(stage, 1)
    stage.call()
    stage.do(c.StartInterview("1"))
    stage.now = OPENING + timedelta(minutes=95)
    assert not room(stage)
    stage.do(c.FinishInterview("1"))
    assert room(stage)


@pytest.mark.parametrize(("minutes", "expected"), [(None, True), (40, True), (50, False)])
def test_a_break_takes_its_time(minutes: int | None, expected: bool) -> None:
    stage = house(60)
    stage.do(c.TakeBreak("1", minutes))
    assert room(stage) is expected


def test_a_shift_that_is_planned_later_today_counts() -> None:
    afternoon = RotaShift("2", ("work",), hours=("14:00-18:00",))
    stage = house(30, replace(SITE, rota=(afternoon,)))
    wait(stage, 4)
    assert room(stage)
    wait(stage, 20)
    assert not room(stage)


def test_a_planned_shift_that_falls_out_does_not_count() -> None:
    afternoon = RotaShift("2", ("work",), hours=("14:00-18:00",))
    site = replace(SITE, rota=(afternoon,), exceptions=(DayException(TODAY, absent=("2",)),))
    stage = house(30, site)
    wait(stage, 4)
    assert not room(stage)


def test_one_counter_is_not_counted_as_two() -> None:
    # The advisor opened early and stays until 13:00 UTC; the plan's shift begins when that one ends.
    planned = RotaShift("1", ("work",), hours=("10:00-14:30",))
    stage = house(300, replace(SITE, rota=(planned,)))
    wait(stage, 9)
    assert room(stage)
    wait(stage, 1)
    assert not room(stage)


def test_the_end_of_the_last_shift_counts_not_that_of_the_first() -> None:
    stage = house(20)
    stage.do(shift(120, "2", "work"))
    wait(stage, 3)
    assert room(stage)


def test_a_counter_that_only_helps_receives_as_well() -> None:
    stage = house(60)
    assert room(stage, "training")
    wait(stage, 2, "work")
    assert not room(stage, "training")


def test_who_waits_for_something_else_takes_nobodys_time() -> None:
    stage = house(60)
    stage.do(shift(60, "2", "business", overflow=()))
    wait(stage, 5, "business")
    assert room(stage, "work")
    assert not room(stage, "business")


def test_two_counters_receive_twice_as_many() -> None:
    stage = house(60)
    stage.do(shift(60, "2", "work"))
    wait(stage, 3)
    assert room(stage)
    wait(stage, 1)
    assert not room(stage)


def test_the_site_says_how_late_the_last_call_may_be() -> None:
    stage = house(34, replace(SITE, manners=Manners(last_call_min=0)))
    wait(stage, 1)
    assert room(stage)


def test_lengths_that_the_house_has_seen_count_more_than_the_sites_own_word() -> None:
    stage = house(60)
    wait(stage, 3)
    assert not room(stage)
    brief = Tally(interviews=400.0, log_min=400 * 1.6, log_min_squares=400 * 1.6**2)
    stage.floor = replace(stage.floor, known=Experience({"work": brief}))
    assert room(stage)


def test_the_desks_own_line_closes_like_any_other() -> None:
    stage = house(60, replace(SITE, desk="3"))
    stage.do(c.OpenShift("3", (RECEPTION,), (), ("fr",), OPENING + timedelta(minutes=60)))
    wait(stage, 4, RECEPTION)
    assert room(stage, RECEPTION)
    wait(stage, 4, RECEPTION)
    assert not room(stage, RECEPTION)


def test_the_same_floor_gives_the_same_answer_each_time() -> None:
    stage = house(60)
    wait(stage, 1)
    moment: datetime = stage.now
    assert {can_be_received(stage.floor, "work", moment) for _ in range(5)} == {True}


@given(
    ends=st.lists(st.integers(5, 400), min_size=1, max_size=3),
    themes=st.lists(st.sampled_from([("work",), ("training",), ("work", "training")]), min_size=3, max_size=3),
    waiting=st.lists(st.sampled_from(["work", "training", "business"]), max_size=40),
)
def test_the_answer_is_that_of_a_day_played_minute_by_minute(
    ends: list[int], themes: list[tuple[str, ...]], waiting: list[str]
) -> None:
    stage = Stage(SITE)
    stage.do(c.OpenDay(TODAY))
    tables = [(names, 0.0, float(end)) for names, end in zip(themes, ends, strict=False)]
    for counter, (names, _, end) in enumerate(tables, start=1):
        stage.do(shift(end, str(counter), *names, overflow=()))
    for theme in waiting:
        wait(stage, 1, theme)
        able = [at for at, (names, free, end) in enumerate(tables) if theme in names and free < end]
        if able:
            first = min(able, key=lambda at: tables[at][1])
            names, free, end = tables[first]
            tables[first] = (names, free + 33, end)
    for theme in ("work", "training"):
        serving = [(free, end) for names, free, end in tables if theme in names]
        assert room(stage, theme) is (not serving or any(free <= end - 15 for free, end in serving))
