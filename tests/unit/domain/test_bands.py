"""Bands as people read them: on the grid, calm on a page, and told at once when a number is issued."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import (
    GRID_MIN,
    NO_WAIT,
    Band,
    Outlook,
    band_at_issue,
    calmed,
    come_back_at,
    grid_above,
    grid_below,
    wait_at_issue,
    wait_for,
    wait_of,
)
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.floor import Ticket
from tests.unit.domain.stage import OPENING, Stage, open_house

GRID = GRID_MIN[:20]


@st.composite
def bands(draw: st.DrawFn) -> Band:
    low = draw(st.integers(0, len(GRID) - 2))
    return Band(GRID[low], GRID[draw(st.integers(low + 1, len(GRID) - 1))])


def shown(bands_told: list[Band]) -> list[Band]:
    """What a ticket's page shows as the house foresees one band after the other."""
    page: Outlook | None = None
    seen: list[Band] = []
    for minute, band in enumerate(bands_told):
        page = calmed(page, Outlook(OPENING + timedelta(minutes=minute), {"a": band}))
        seen.append(page.tickets["a"])
    return seen


def later(band: Band, steps: int) -> Band:
    low, high = (GRID_MIN[max(0, GRID_MIN.index(end) + steps)] for end in (band.low_min, band.high_min))
    return Band(low, max(high, grid_above(low + 1)))


@given(st.floats(0, 600))
def test_round_minutes_lie_around_a_wait(minutes: float) -> None:
    assert grid_below(minutes) <= minutes <= grid_above(minutes)
    assert grid_below(minutes) in GRID_MIN
    assert grid_above(minutes) in GRID_MIN


@given(st.lists(bands(), min_size=1, max_size=12))
def test_a_page_never_shows_a_band_without_width_nor_off_the_grid(told: list[Band]) -> None:
    for band in shown(told):
        assert band.low_min < band.high_min
        assert {band.low_min, band.high_min} <= set(GRID_MIN)


@given(st.lists(bands(), min_size=1, max_size=12))
def test_a_wait_that_only_falls_is_shown_as_it_is(told: list[Band]) -> None:
    lows = sorted((band.low_min for band in told), reverse=True)
    highs = sorted((band.high_min for band in told), reverse=True)
    falling = [Band(low, high) for low, high in zip(lows, highs, strict=True) if low < high]
    assert shown(falling) == falling


@given(bands(), st.lists(st.sampled_from([0, 1]), max_size=12))
def test_a_band_that_trembles_by_one_step_stands_still_on_the_page(band: Band, trembling: list[int]) -> None:
    assert set(shown([band, *(later(band, steps) for steps in trembling)])) == {band}


@given(bands(), st.lists(st.sampled_from([0, -1]), max_size=12))
def test_a_band_that_trembles_downwards_falls_once(band: Band, trembling: list[int]) -> None:
    pages = shown([band, *(later(band, steps) for steps in trembling)])
    assert len([page for page, before in zip(pages[1:], pages, strict=False) if page != before]) <= 1


@given(bands(), bands())
def test_a_band_clearly_later_is_told_at_once(before: Band, fresh: Band) -> None:
    page = shown([before, fresh])[-1]
    for old, new, told in (
        (before.low_min, fresh.low_min, page.low_min),
        (before.high_min, fresh.high_min, page.high_min),
    ):
        if GRID_MIN.index(new) > GRID_MIN.index(old) + 1:
            assert told == new


def test_a_theme_changes_only_when_both_ends_move_or_one_moves_far() -> None:
    before = Outlook(OPENING, themes={"work": Band(10, 20)})

    def theme_after(fresh: Band) -> Band:
        return calmed(before, Outlook(OPENING, themes={"work": fresh})).themes["work"]

    assert theme_after(Band(10, 25)) == Band(10, 20)
    assert theme_after(Band(5, 20)) == Band(10, 20)
    assert theme_after(Band(15, 25)) == Band(15, 25)
    assert theme_after(Band(10, 30)) == Band(10, 30)


def test_who_is_no_longer_foreseen_to_be_called_loses_the_band() -> None:
    before = Outlook(OPENING, {"a": Band(10, 20)}, {"work": Band(10, 20)})
    page = calmed(before, Outlook(OPENING))
    assert not page.tickets
    assert not page.themes


def test_coming_back_is_offered_from_a_quarter_of_an_hour_on() -> None:
    assert come_back_at(Band(10, 30), OPENING) is None
    assert come_back_at(Band(15, 30), OPENING + timedelta(minutes=3)) == OPENING + timedelta(minutes=15)


def test_a_come_back_time_of_the_night_in_which_summer_begins_is_on_the_clock() -> None:
    before = datetime(2026, 3, 29, 0, 50, tzinfo=UTC).astimezone(ZoneInfo("Europe/Paris"))
    back_at = come_back_at(Band(30, 60), before)
    assert back_at is not None
    assert back_at.isoformat() == "2026-03-29T03:20:00+02:00"


def outlook_of(stage: Stage, **themes: Band) -> Outlook:
    return Outlook(stage.now, {}, themes)


def test_a_number_is_told_the_band_of_its_theme() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    outlook = outlook_of(stage, work=Band(15, 30))
    assert band_at_issue(outlook, stage.floor, stage.take()) == Band(15, 30)


def waits(stage: Stage, theme: str, said: Band) -> Band | None:
    return wait_for(stage.floor, outlook_of(stage, **{theme: said}), theme, stage.now)


def test_a_free_table_that_serves_the_theme_means_no_wait_whatever_was_foreseen() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    assert waits(stage, "work", Band(5, 50)) == waits(stage, "training", Band(0, 25)) == NO_WAIT
    stage.do(c.TakeBreak("1"))
    assert waits(stage, "work", Band(5, 50)) == Band(5, 50)
    stage.do(c.EndBreak("1"))
    stage.take()
    assert waits(stage, "work", Band(5, 50)) == waits(stage, "training", Band(5, 50)) == Band(5, 50)
    stage.shift("2", "work")
    assert waits(stage, "work", Band(5, 50)) == NO_WAIT
    stage.call("1")
    assert waits(stage, "training", Band(5, 50)) == Band(5, 50)


def test_a_number_for_which_a_table_is_free_has_no_wait_until_the_call_is_late() -> None:
    stage = open_house()
    first, second = stage.take(), stage.take()
    outlook = Outlook(stage.now, {first.id: Band(0, 5), second.id: Band(15, 30)}, {"work": Band(0, 5)})
    told = [wait_of(stage.floor, outlook, ticket, stage.now) for ticket in (first, second)]
    assert told == [NO_WAIT, Band(15, 30)]
    stage.pass_min(2)
    assert wait_of(stage.floor, outlook, first, stage.now) == Band(0, 5)


def test_who_takes_a_number_where_there_is_no_wait_is_told_so_and_the_next_is_not() -> None:
    stage = open_house()
    outlook = outlook_of(stage, work=Band(0, 5))
    assert wait_at_issue(outlook, stage.floor, stage.take()) == NO_WAIT
    assert wait_at_issue(outlook, stage.floor, stage.take()) != NO_WAIT


def test_a_table_that_only_helps_out_is_not_free_while_somebody_waits_for_its_own_theme() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    helped = stage.take("training")
    assert wait_of(stage.floor, outlook_of(stage), helped, stage.now) == NO_WAIT
    stage.take("work")
    assert wait_of(stage.floor, outlook_of(stage), helped, stage.now) is None


def test_a_theme_that_nobody_is_foreseen_to_call_has_no_band_to_tell() -> None:
    stage = open_house()
    assert band_at_issue(outlook_of(stage), stage.floor, stage.take()) is None


def test_each_visitor_who_joined_since_the_outlook_moves_the_band_later() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    outlook = outlook_of(stage, work=Band(10, 25))
    told = [band_at_issue(outlook, stage.floor, stage.take()) for _ in range(3)]
    lows = [band.low_min for band in told if band is not None]
    assert lows[0] == 10
    # Thirty minutes for an interview and three until the next, at one counter.
    assert lows[1:] == [40, 75]


def test_who_joined_another_line_moves_nothing() -> None:
    stage = open_house()
    stage.shift("2", "training")
    for theme, counter in (("work", "1"), ("training", "2")):
        stage.take(theme)
        stage.call(counter)
    outlook = outlook_of(stage, work=Band(10, 25), training=Band(10, 25))
    stage.take("training")
    assert band_at_issue(outlook, stage.floor, stage.take()) == Band(10, 25)


def test_two_who_come_to_two_free_counters_are_both_called_at_once() -> None:
    stage = open_house()
    stage.shift("2", "work")
    outlook = outlook_of(stage, work=Band(0, 5))
    assert [band_at_issue(outlook, stage.floor, stage.take()) for _ in range(2)] == [Band(0, 5)] * 2
    third = band_at_issue(outlook, stage.floor, stage.take())
    assert third is not None
    assert third.high_min > 5


def test_a_priority_is_told_what_the_first_visitor_behind_was() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    waiting = [stage.take() for _ in range(3)]
    told = {ticket.id: Band(30 * at, 30 * at + 30) for at, ticket in enumerate(waiting)}
    outlook = Outlook(stage.now, told, {"work": Band(90, 120)})
    assert band_at_issue(outlook, stage.floor, issued(stage, precedence=Precedence.PRIORITY)) == Band(0, 30)


@pytest.mark.parametrize("need", [{"language": "en"}, {"accessible": True}])
def test_who_needs_one_counter_of_two_is_told_a_later_end(need: dict[str, str | bool]) -> None:
    stage = open_house()
    stage.do(c.CloseShift("1"))
    stage.shift("1", "work", languages="fr en")
    stage.shift("3", "work", languages="fr")
    for counter in ("1", "3"):
        stage.take()
        stage.call(counter)
    outlook = outlook_of(stage, work=Band(10, 20))
    stage.pass_min(0.5)
    told = band_at_issue(outlook, stage.floor, issued(stage, **need))
    assert told == Band(10, 40)


def issued(stage: Stage, **wish: Any) -> Ticket:
    name = f"wish-{stage.floor.last_number + 1}"
    stage.do(c.IssueTicket(name, "work", **wish))
    return stage.floor.tickets[name]


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(Precedence), st.booleans()), max_size=12), st.data())
def test_whoever_came_since_the_outlook_and_stands_before_counts_once(
    coming: list[tuple[int, Precedence, bool]], data: st.DataObject
) -> None:
    stage = open_house()
    stage.take()
    stage.call()
    floors = [(stage.now, stage.floor)]
    for after_min, precedence, is_withdrawn in coming:
        stage.pass_min(after_min)
        ticket = issued(stage, precedence=precedence)
        floors.append((stage.now, stage.floor))
        if is_withdrawn:
            stage.do(c.Withdraw(ticket.id))
    at, floor = data.draw(st.sampled_from(floors))
    known = {ticket.id: Band(0, 5) for ticket in floor.waiting()}
    newest = stage.take()
    joined = [
        other
        for other in stage.floor.waiting()
        if other.arrival >= at and other.place < newest.place and other.id not in known
    ]
    told = band_at_issue(Outlook(at, known, {"work": Band(10, 25)}), stage.floor, newest)
    assert told is not None
    # Thirty minutes for an interview and three until the next, at one counter.
    later = 10 + 33 * len(joined)
    assert told.low_min in (grid_below(later), grid_above(later))
