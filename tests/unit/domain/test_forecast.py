"""The forecast on small floors whose answer is known, and on generated days that it has not seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import GRID_MIN, Band, Outlook
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.experience import Experience, Tally
from cdm_kiosk.domain.forecast import forecast
from cdm_kiosk.domain.lengths import lengths
from cdm_kiosk.domain.rota import PlannedShift
from cdm_kiosk.domain.site import Expectations, Site
from tests.bench.forecast import quality
from tests.unit.domain.stage import HOUSE, Stage, open_house

PUNCTUAL = replace(
    HOUSE,
    expectations=Expectations(turnover_min=3, hand_over_percent=0, leave_percent=0, absent_percent=0),
)
"""Whoever is called comes, nobody gives up, and nobody is passed on."""


def seen(minutes: float, site: Site = PUNCTUAL) -> Experience:
    """A house where thousands of interviews lasted exactly so long."""
    many = 1e6
    length = float(np.log(minutes))
    tally = Tally(many, many * length, many * length * length)
    return Experience({theme.id: tally for theme in site.themes})


def look(stage: Stage, *plan: PlannedShift) -> Outlook:
    return forecast(stage.floor, stage.now, plan)


def receive_somebody(stage: Stage, counter: str = "1", theme: str = "work") -> None:
    stage.take(theme)
    stage.call(counter)
    stage.do(c.StartInterview(counter))


def test_a_free_counter_and_nobody_waiting_means_no_wait() -> None:
    assert look(open_house()).themes == {"work": Band(0, 5)}


def test_without_a_shift_nothing_is_foreseen() -> None:
    stage = open_house()
    stage.take()
    stage.do(c.CloseShift("1"))
    assert look(stage) == Outlook(stage.now)


def test_a_closed_house_foresees_nothing() -> None:
    stage = Stage()
    assert look(stage) == Outlook(stage.now)


@pytest.mark.parametrize("ahead", range(6))
def test_known_lengths_at_one_counter_give_the_exact_wait(ahead: int) -> None:
    stage = open_house(PUNCTUAL)
    stage.floor = replace(stage.floor, known=seen(20))
    receive_somebody(stage)
    stage.pass_min(6)
    tickets = [stage.take() for _ in range(ahead + 1)]
    since_min = (stage.now - stage.floor.tickets["work-1"].since).total_seconds() / 60
    exact = 20 + 3 - since_min + 23 * ahead
    band = look(stage).tickets[tickets[ahead].id]
    assert band.low_min - 0.5 <= exact <= band.high_min + 0.5
    assert GRID_MIN.index(band.high_min) - GRID_MIN.index(band.low_min) <= 1


def test_with_two_counters_and_known_lengths_visitors_are_called_in_pairs() -> None:
    stage = open_house(PUNCTUAL)
    stage.shift("2", "work")
    stage.floor = replace(stage.floor, known=seen(20))
    for counter in ("1", "2"):
        receive_somebody(stage, counter)
    names = [stage.take().id for _ in range(4)]
    told = [look(stage).tickets[name] for name in names]
    assert told[0] == told[1]
    assert told[2] == told[3]
    assert 20 <= told[2].low_min - told[0].low_min <= 30


def test_the_lengths_that_are_expected_have_the_mean_that_the_site_says() -> None:
    for mean_min in (6, 20, 30, 40, 60):
        assert lengths(mean_min, None).mean_min == pytest.approx(mean_min, rel=0.03)


def test_what_was_seen_outweighs_the_sites_word_in_time() -> None:
    few = lengths(30, Tally(10, 10 * np.log(10.0), 10 * np.log(10.0) ** 2)).mean_min
    many = lengths(30, Tally(1000, 1000 * np.log(10.0), 1000 * np.log(10.0) ** 2)).mean_min
    assert 10 < many < 12 < few < 30


def test_somebody_who_has_been_there_for_long_is_no_quick_question() -> None:
    expected = lengths(30, None)
    luck = -np.log(np.linspace(0.005, 0.995, 200))
    means = [elapsed + float(expected.remaining(elapsed, luck).mean()) for elapsed in (0, 10, 20, 40, 80)]
    assert means == sorted(means)
    assert float(expected.remaining(500.0, luck).min()) >= 0


def test_a_visitor_received_since_this_morning_does_not_block_the_view() -> None:
    stage = open_house()
    receive_somebody(stage)
    stage.pass_min(500)
    waiting = stage.take()
    band = look(stage).tickets[waiting.id]
    assert 0 <= band.low_min < band.high_min <= 240


def test_who_is_not_likely_to_be_called_before_the_shift_ends_has_no_band() -> None:
    stage = open_house()
    stage.do(c.OpenShift("1", ("work",), (), ("fr",), stage.now + timedelta(minutes=25)))
    receive_somebody(stage)
    for name in ("first", "second", "last"):
        stage.do(c.IssueTicket(name, "work", anyway=True))
    outlook = look(stage)
    assert "last" not in outlook.tickets
    assert "work" not in outlook.themes
    # Whoever is told a band is told one that ends with the shift.
    assert all(band.high_min <= 25 for band in outlook.tickets.values())


def test_a_shift_that_is_planned_for_later_is_believed() -> None:
    stage = open_house()
    ticket = stage.take("business")
    planned = PlannedShift(
        "2", ("business",), (), ("fr",), stage.now + timedelta(minutes=52), stage.now + timedelta(hours=3)
    )
    assert "business" not in look(stage).themes
    outlook = look(stage, planned)
    assert outlook.tickets[ticket.id] == Band(50, 60)
    # Whoever comes next is called after the first, or by luck when the first has gone.
    assert outlook.themes["business"].high_min > 60


def test_a_counter_that_works_on_into_its_planned_shift_is_not_counted_twice() -> None:
    stage = open_house()
    receive_somebody(stage)
    for _ in range(6):
        stage.take()
    planned = PlannedShift(
        "1", ("work",), (), ("fr",), stage.now + timedelta(minutes=10), stage.now + timedelta(hours=5)
    )
    assert look(stage, planned) == look(stage)


def test_a_counter_on_a_break_calls_when_it_is_back() -> None:
    stage = open_house()
    stage.do(c.TakeBreak("1", 18))
    ticket = stage.take()
    assert look(stage).tickets[ticket.id] == Band(15, 20)


def test_a_break_without_an_end_is_thought_to_end() -> None:
    stage = open_house()
    stage.do(c.TakeBreak("1", None))
    ticket = stage.take()
    assert look(stage).tickets[ticket.id] == Band(10, 15)
    stage.pass_min(60)
    assert look(stage).tickets[ticket.id].high_min <= 20


def test_who_was_sent_to_one_counter_waits_for_it_while_another_is_free() -> None:
    stage = open_house()
    stage.shift("2", "work")
    receive_somebody(stage, "2", "work")
    stage.take()
    stage.call("1")
    sent = stage.floor.at_counter["1"][0]
    stage.do(c.HandOver("1", to_counter="2"))
    anybody = stage.take()
    outlook = look(stage)
    assert outlook.tickets[anybody.id] == Band(0, 5)
    assert outlook.tickets[sent].high_min > 5
    # After the time agreed, whoever is free may call them.
    assert outlook.tickets[sent].high_min <= 30


def test_who_asked_for_a_language_waits_for_it_while_another_counter_is_free() -> None:
    stage = open_house()
    stage.shift("2", "work", languages="fr en")
    receive_somebody(stage, "2")
    receive_somebody(stage, "1")
    stage.pass_min(40)
    stage.do(c.FinishInterview("1"))
    in_english = stage.take(language="en")
    in_french = stage.take(language="fr")
    in_spanish = stage.take(language="es")
    outlook = look(stage)
    assert outlook.tickets[in_french.id] == Band(0, 5)
    assert outlook.tickets[in_english.id].high_min > 5
    # A language that nobody speaks holds nobody back: then whoever is free first.
    assert outlook.tickets[in_spanish.id].low_min <= outlook.tickets[in_english.id].high_min


def test_two_themes_with_counters_of_their_own_do_not_mix() -> None:
    stage = open_house()
    stage.shift("2", "training")
    receive_somebody(stage, "1")
    for _ in range(4):
        stage.take("work")
    outlook = look(stage)
    assert outlook.themes["training"] == Band(0, 5)
    assert outlook.themes["work"].low_min >= 30


def test_overflow_goes_behind_a_counters_own_until_it_has_waited_enough() -> None:
    stage = Stage(PUNCTUAL)
    stage.do(c.OpenDay(stage.now.date()))
    stage.shift("1", "work", overflow=("training",))
    stage.floor = replace(stage.floor, known=seen(10))
    receive_somebody(stage)
    overflow = stage.take("training")
    own = [stage.take("work").id for _ in range(3)]
    told = look(stage).tickets
    # At 13 and at 26 minutes the counter is free: the first time it takes its own, then who has waited for 20.
    assert told[own[0]].low_min < told[overflow.id].low_min < told[own[1]].low_min


def test_a_priority_is_foreseen_before_those_who_came_earlier() -> None:
    stage = open_house()
    receive_somebody(stage)
    first = stage.take()
    stage.do(c.IssueTicket("priority", "work", precedence=Precedence.PRIORITY))
    told = look(stage).tickets
    assert told["priority"].low_min < told[first.id].low_min


def test_a_clock_that_went_back_counts_as_standing_still() -> None:
    stage = open_house()
    receive_somebody(stage)
    stage.take()
    assert forecast(stage.floor, stage.now - timedelta(hours=3)) == look(stage)


def test_three_hundred_waiting_are_all_foreseen_in_their_order() -> None:
    stage = open_house()
    for counter in ("2", "3"):
        stage.shift(counter, "work")
    names = []
    for at in range(300):
        stage.now += timedelta(seconds=1)
        names.append(f"t{at}")
        stage.do(c.IssueTicket(names[-1], "work", anyway=True))
    told = look(stage).tickets
    assert len(told) > 250
    assert all(0 <= band.low_min < band.high_min for band in told.values())
    middles = [told[name].low_min + told[name].high_min for name in names if name in told]
    assert sum(later < earlier for earlier, later in pairwise(middles)) < 60
    assert middles[0] < middles[60] < middles[150]


def busy_floor() -> Stage:
    stage = open_house()
    stage.shift("2", "training", overflow=("work",))
    for counter, theme in (("1", "work"), ("2", "training")):
        receive_somebody(stage, counter, theme)
    for at in range(12):
        stage.take(("work", "training")[at % 2])
    return stage


def ends(band: Band) -> tuple[int, int]:
    return band.low_min, band.high_min


def test_the_same_floor_has_the_same_outlook() -> None:
    assert look(busy_floor()) == look(busy_floor())


def test_a_minute_later_no_band_has_jumped() -> None:
    stage = busy_floor()
    # Until the tenth minute each one shows whether somebody only had a quick question, and that is news.
    stage.pass_min(10)
    before = look(stage).tickets
    stage.pass_min(1)
    after = look(stage).tickets
    assert before.keys() == after.keys()
    moves = [
        abs(GRID_MIN.index(old) - GRID_MIN.index(new))
        for name in before
        for old, new in zip(ends(before[name]), ends(after[name]), strict=True)
    ]
    assert max(moves) <= 2
    assert sum(moves) <= len(moves) / 3


def test_somebody_who_comes_now_waits_longer_than_who_came_first() -> None:
    stage = busy_floor()
    outlook = look(stage)
    first = next(iter(stage.floor.waiting()))
    assert outlook.themes["work"].low_min > outlook.tickets[first.id].low_min


def test_a_house_that_has_seen_short_interviews_foresees_short_waits() -> None:
    def last_band(known: Experience) -> Band:
        stage = busy_floor()
        stage.floor = replace(stage.floor, known=known)
        return look(stage).themes["work"]

    assert last_band(seen(8)).high_min < last_band(Experience()).high_min / 2


def test_where_many_give_up_waits_are_shorter() -> None:
    def last_band(leave_percent: int) -> Band:
        stage = busy_floor()
        site = replace(HOUSE, expectations=replace(HOUSE.expectations, leave_percent=leave_percent))
        return forecast(replace(stage.floor, site=site), stage.now).themes["work"]

    assert last_band(30).high_min < last_band(0).high_min


def test_a_number_called_long_ago_is_likely_not_to_come() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    waiting = stage.take()
    soon = look(stage).tickets[waiting.id]
    stage.pass_min(8)
    assert look(stage).tickets[waiting.id].high_min < soon.high_min
    assert look(stage).tickets[waiting.id].low_min == 0


def test_the_floor_is_left_as_it_was() -> None:
    stage = busy_floor()
    before = stage.floor
    kept = wire.Snapshot.of(before, 0).floor()
    look(stage)
    assert stage.floor == kept


@pytest.mark.parametrize(("advisors", "days"), [(2, 10), (4, 5)])
def test_bands_hold_on_generated_days(advisors: int, days: int) -> None:
    figure = quality(advisors, days)
    assert figure["called"] > 150
    missed = [name for name, part in figure.items() if isinstance(part, dict) and part.get("met") is False]
    assert missed == []
