"""A rehearsed day: advisors follow the plan, visitors come and go, and the house's own rules decide the rest."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from heapq import heapify, heapreplace
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.site import DayException, Expectations, Manners, RotaShift
from cdm_kiosk.rehearsal.engine import Interview, Outcome, Result, simulate, written
from cdm_kiosk.rehearsal.generate import generate
from tests.tools.sites import brussels
from tests.unit.rehearsal.house import NINE, called, house, minutes, played, visit

ONE_TABLE = house(RotaShift("1", ("work",)))
TWO_TABLES = house(RotaShift("1", ("work",)), RotaShift("2", ("training",), ("work",)))


def test_who_finds_a_counter_free_is_received_at_once() -> None:
    assert played(ONE_TABLE, visit(5, length=12.5, ref="first")) == [
        {
            "ref": "first",
            "number": 1,
            "band": None,
            "called_at": "2026-03-02T09:05:00+01:00",
            "counter": "1",
            "started_at": "2026-03-02T09:05:00+01:00",
            "ended_at": "2026-03-02T09:17:30+01:00",
            "outcome": "done",
        }
    ]


def test_the_next_visitor_is_taken_the_turnover_time_after_the_last_one_left() -> None:
    lines = played(ONE_TABLE, visit(0, length=10), visit(1, length=10), visit(2))
    assert called(lines) == {"0": 0, "1": 13, "2": 26}


def test_results_come_in_the_order_of_arrival_however_the_visits_are_written() -> None:
    visits = [visit(at, length=7) for at in (30, 0, 12, 4)]
    assert [line["ref"] for line in played(ONE_TABLE, *visits)] == ["0", "4", "12", "30"]
    assert played(ONE_TABLE, *visits) == played(ONE_TABLE, *sorted(visits, key=lambda each: each.arrive))


def test_a_counter_of_the_theme_takes_a_visitor_before_one_that_helps_out() -> None:
    lines = played(TWO_TABLES, visit(0, "training", 1), visit(60), visit(61))
    assert [line["counter"] for line in lines] == ["2", "1", "2"]


def test_of_two_free_counters_the_one_that_rested_longer_goes_first() -> None:
    site = house(RotaShift("1", ("work",)), RotaShift("2", ("work",)))
    lines = played(site, visit(0, length=30), visit(1, length=5), visit(60), visit(61), visit(120), visit(121))
    assert [line["counter"] for line in lines] == ["1", "2", "2", "1", "2", "1"]


def test_who_is_not_called_in_time_gives_up_and_who_is_called_in_the_last_minute_stays() -> None:
    lines = played(ONE_TABLE, visit(0, length=20), visit(1, patience=21.9), visit(2, patience=21))
    assert [(line["outcome"], line["called_at"] is None) for line in lines] == [
        ("done", False),
        ("abandoned", True),
        ("done", False),
    ]
    assert lines[1]["number"] == 2
    assert called(lines)["2"] == 23


def test_nobody_gives_up_who_was_received_once_and_waits_for_a_second_interview() -> None:
    waits_on = visit(0, length=5, patience=1, onward=("training", 7))
    lines = played(TWO_TABLES, visit(0, "training", 40, ref="busy"), waits_on)
    assert lines[1]["outcome"] == "done"
    assert minutes(lines[1]["hand_over"]["called_at"]) == 43
    assert minutes(lines[1]["hand_over"]["ended_at"]) == 50
    assert lines[1]["hand_over"]["counter"] == "2"


def test_a_handed_over_visitor_goes_before_those_who_came_later() -> None:
    lines = played(
        TWO_TABLES,
        visit(0, length=20, onward=("training", 10), ref="handed over"),
        visit(1, "training", 30, ref="before"),
        visit(2, "training", 30, ref="later"),
    )
    assert minutes(lines[0]["hand_over"]["called_at"]) == 34
    assert called(lines) == {"handed over": 0, "before": 1, "later": 47}


def test_a_second_interview_that_nobody_has_is_told_as_waited_for_in_vain() -> None:
    lines = played(ONE_TABLE, visit(0, onward=("business", 5)))
    nothing = {"called_at": None, "counter": None, "started_at": None, "ended_at": None}
    assert (lines[0]["outcome"], lines[0]["hand_over"]) == ("unserved", nothing)
    assert minutes(lines[0]["ended_at"]) == 10


def test_an_interview_is_finished_though_the_shift_is_over_and_nobody_more_is_called() -> None:
    site = house(RotaShift("1", ("work",), hours=("09:00-09:30",)), manners=Manners(last_call_min=0))
    lines = played(site, visit(0, length=45), visit(1), visit(2))
    assert [line["outcome"] for line in lines] == ["done", "turned_away", "turned_away"]
    assert minutes(lines[0]["ended_at"]) == 45
    assert {line.get("refused") for line in lines[1:]} == {"full_today"}


def test_the_next_shift_at_a_counter_waits_until_the_last_visitor_has_left() -> None:
    site = house(
        RotaShift("1", ("work",), hours=("09:00-09:30",)),
        RotaShift("1", ("training",), hours=("09:30-12:00",)),
    )
    lines = played(site, visit(0, length=50), visit(31, "training"))
    assert called(lines) == {"0": 0, "31": 53}


def test_who_waits_when_the_doors_close_is_unserved() -> None:
    lines = played(house(RotaShift("1", ("training",))), visit(500, "work"))
    assert [(line["outcome"], line["number"]) for line in lines] == [("unserved", 1)]


@pytest.mark.parametrize("after_nine", [-1, 540, 700])
def test_who_comes_before_or_after_hours_is_turned_away(after_nine: float) -> None:
    (line,) = played(ONE_TABLE, visit(after_nine))
    assert (line["outcome"], line["refused"], line["number"]) == ("turned_away", "day_not_open", None)


def test_on_a_closed_day_everybody_is_turned_away() -> None:
    closed = DayException(date(2026, 3, 2), hours=())
    lines = played(house(RotaShift("1", ("work",)), exceptions=(closed,)), visit(0), visit(24 * 60))
    assert [line["outcome"] for line in lines] == ["turned_away", "done"]


def test_a_doors_lunch_break_lets_nobody_in_and_the_day_goes_on_after_it() -> None:
    site = house(RotaShift("1", ("work",)), hours={"every_day": ("09:00-12:00", "14:00-18:00")})
    lines = played(site, visit(0), visit(200), visit(301))
    assert [(line["outcome"], line["number"]) for line in lines] == [
        ("done", 1),
        ("turned_away", None),
        ("done", 2),
    ]


def test_numbers_begin_again_the_next_day() -> None:
    lines = played(ONE_TABLE, visit(0), visit(24 * 60), visit(7 * 24 * 60))
    assert [(line["number"], line["outcome"]) for line in lines] == [(1, "done")] * 3


def test_a_visitor_with_a_priority_goes_first() -> None:
    lines = played(
        ONE_TABLE, visit(0, length=20), visit(1), visit(2, precedence=Precedence.PRIORITY, ref="priority")
    )
    assert called(lines) == {"0": 0, "priority": 23, "1": 36}


def test_who_needs_a_ramp_or_a_language_waits_for_the_counter_that_has_it() -> None:
    site = house(RotaShift("3", ("work",)), RotaShift("1", ("work",), languages=("fr", "es")))
    lines = played(site, visit(0, length=30, needs=("accessible",)), visit(1, length=5), visit(10, language="es"))
    assert [line["counter"] for line in lines] == ["1", "3", "1"]
    assert called(lines)["10"] == 33


def test_on_the_night_the_clocks_change_lengths_are_real_and_the_door_shows_both_hours() -> None:
    all_day = house(RotaShift("1", ("work",)), hours={"every_day": ("00:00-24:00",)})
    summer = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    winter = summer.replace(fold=1, minute=20)
    lines = played(
        all_day,
        replace(visit(0, ref="winter"), arrive=winter),
        replace(visit(0, length=60, ref="summer"), arrive=summer),
    )
    assert [(line["ref"], line["number"], line["outcome"]) for line in lines] == [
        ("summer", 1, "done"),
        ("winter", 2, "done"),
    ]
    assert (lines[0]["called_at"], lines[0]["ended_at"]) == (
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    )
    assert lines[1]["called_at"] == "2026-10-25T02:33:00+01:00"


def test_an_interview_that_goes_on_past_midnight_keeps_its_counter_busy() -> None:
    all_day = house(RotaShift("1", ("work",)), hours={"every_day": ("00:00-24:00",)})
    evening = NINE.replace(hour=23, minute=50)
    lines = played(
        all_day,
        visit(0, length=30, opening=evening),
        visit(1, opening=evening),
        visit(15, opening=evening),
    )
    assert [(line["number"], line["outcome"]) for line in lines] == [(1, "done"), (2, "done"), (3, "done")]
    assert minutes(lines[1]["called_at"], evening) == 33


def test_a_house_that_never_shuts_turns_its_day_when_the_last_visitor_of_the_night_has_left() -> None:
    all_day = house(RotaShift("1", ("work",)), hours={"every_day": ("00:00-24:00",)})
    evening = NINE.replace(hour=23, minute=50)
    lines = played(all_day, visit(0, length=30, opening=evening), visit(31, opening=evening))
    assert [(line["number"], line["outcome"]) for line in lines] == [(1, "done"), (1, "done")]


def test_the_band_is_the_one_that_was_forecast_right_after_issue() -> None:
    seen: list[tuple[datetime, int]] = []

    def look(floor: Floor, now: datetime) -> Outlook:
        seen.append((now, len(floor.waiting())))
        return Outlook(now, {ticket.id: Band(5 * ticket.number, 20) for ticket in floor.waiting()})

    lines = played(ONE_TABLE, visit(0), visit(1), visit(2), forecaster=look)
    assert [line["band"] for line in lines] == [{"low_min": low, "high_min": 20} for low in (5, 10, 15)]
    assert [(minutes(now.isoformat()), waiting) for now, waiting in seen] == [(0, 1), (1, 1), (2, 2)]


def test_what_a_day_taught_is_known_the_next() -> None:
    known: list[float] = []

    def look(floor: Floor, now: datetime) -> Outlook:
        known.append(floor.known.interviews)
        return Outlook(now)

    played(ONE_TABLE, *(visit(20 * at, length=5) for at in range(6)), visit(24 * 60), forecaster=look)
    assert known == [0] * 6 + [6]


def test_one_theme_and_three_counters_go_as_a_line_before_three_tills_does() -> None:
    site = house(
        *(RotaShift(counter, ("work",)) for counter in ("1", "2", "3")),
        expectations=Expectations(turnover_min=2),
        manners=Manners(last_call_min=0),
    )
    chance = random.Random(7)
    arrivals = sorted(round(chance.uniform(0, 420), 2) for _ in range(60))
    lengths = [round(chance.uniform(3, 35), 2) for _ in arrivals]
    free = [0.0, 0.0, 0.0]
    heapify(free)
    expected = []
    for arrive, length in zip(arrivals, lengths, strict=True):
        start = max(arrive, free[0])
        expected.append(start)
        heapreplace(free, start + length + 2)
    lines = played(site, *(visit(at, length=length) for at, length in zip(arrivals, lengths, strict=True)))
    assert [minutes(line["called_at"]) for line in lines] == pytest.approx(expected)
    assert sum(at > arrive for at, arrive in zip(expected, arrivals, strict=True)) > 30


@pytest.fixture(scope="module")
def week() -> list[Result]:
    days = [date(2026, 11, 23) + timedelta(days=at) for at in range(5)]
    return list(simulate(brussels(), generate(brussels(), days, seed=3, tickets_per_day=150)))


def interviews(results: list[Result]) -> list[tuple[str, datetime, datetime, Result]]:
    """Every interview: counter, start, end, and whose."""
    return [
        (talk.counter, talk.started_at, talk.ended_at, result)
        for result in results
        for talk in (result.first, result.second)
        if talk is not None and talk.counter and talk.started_at and talk.ended_at
    ]


def test_every_visit_has_one_result_and_a_crowded_week_has_most_kinds(week: list[Result]) -> None:
    assert len({result.visit.ref for result in week}) == len(week) == 750
    assert {result.outcome for result in week} >= {Outcome.DONE, Outcome.ABANDONED, Outcome.TURNED_AWAY}
    for result in week:
        assert (result.outcome is Outcome.TURNED_AWAY) == (result.number is None) == (result.refused is not None)
        assert (result.first != Interview()) >= (result.outcome is Outcome.DONE)
        if result.outcome is Outcome.DONE:
            assert (result.second is not None) == (result.visit.hand_over is not None)
        if result.outcome is Outcome.ABANDONED:
            assert result.visit.patience_min is not None
            assert result.first == Interview()


def test_no_counter_receives_two_visitors_at_once(week: list[Result]) -> None:
    turnover = timedelta(minutes=brussels().expectations.turnover_min)
    by_counter: dict[str, list[tuple[datetime, datetime]]] = {}
    for counter, start, end, _ in interviews(week):
        by_counter.setdefault(counter, []).append((start, end))
    assert len(by_counter) == 13
    for talks in by_counter.values():
        assert all(end + turnover <= start for (_, end), (start, _) in pairwise(sorted(talks)))


def test_nobody_is_called_before_coming_or_outside_a_shift_for_the_theme(week: list[Result]) -> None:
    site = brussels()
    for counter, start, _, result in interviews(week):
        onward = result.visit.hand_over
        is_second = result.second is not None and start == result.second.started_at
        theme = onward.theme if onward is not None and is_second else result.visit.theme
        planned = planned_on(site, site.local(start).date())
        assert any(
            shift.counter == counter and shift.serves(theme) and shift.start <= start < shift.end
            for shift in planned
        )
        assert start >= result.visit.arrive


def test_nobody_who_waits_was_called_after_their_patience_ended(week: list[Result]) -> None:
    for result in week:
        if result.wait_min is not None and result.visit.patience_min is not None:
            assert result.wait_min <= result.visit.patience_min


def test_the_same_visits_give_the_same_bytes(week: list[Result]) -> None:
    again = simulate(brussels(), [result.visit for result in week])
    assert [written(result, brussels()) for result in again] == [written(result, brussels()) for result in week]
