"""The day opens and closes by the clock at the site's door."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.day import closes_at, date_to_open, due
from cdm_kiosk.domain.disclosure import offers
from cdm_kiosk.domain.rota import plan
from cdm_kiosk.domain.site import DayException, RotaShift, Site
from tests.unit.domain.stage import HOUSE, STANDING, TODAY, Stage

LUNCH = ("09:00-12:30", "13:30-18:00")
PLANNED = replace(
    HOUSE,
    rota=(replace(STANDING, hours=LUNCH), RotaShift("2", ("training",), hours=LUNCH[:1])),
    rota_opens_shifts=True,
)
ROUND_THE_CLOCK = replace(HOUSE, hours={"every_day": ("00:00-24:00",)})


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def keep(stage: Stage, moment: datetime) -> list[str]:
    """What the caretaker does at ``moment``."""
    stage.now = moment
    before = len(stage.log)
    while commands := due(stage.floor, moment):
        stage.do(*commands)
    return [event.kind for event in stage.log[before:]]


def test_the_doors_open_at_the_minute_in_the_sites_own_time() -> None:
    stage = Stage()
    assert keep(stage, utc("2026-03-02T07:59:59")) == []
    assert keep(stage, utc("2026-03-02T08:00:00")) == ["day_opened"]
    assert stage.floor.date == TODAY
    assert keep(stage, utc("2026-03-02T08:00:15")) == []


def test_in_summer_the_same_door_opens_an_hour_earlier_by_utc() -> None:
    stage = Stage()
    assert keep(stage, utc("2026-07-06T06:59:59")) == []
    assert keep(stage, utc("2026-07-06T07:00:00")) == ["day_opened"]


def test_shifts_stand_from_the_moment_the_doors_open() -> None:
    stage = Stage(replace(HOUSE, rota=(STANDING,), rota_opens_shifts=True))
    assert keep(stage, utc("2026-03-02T08:00:00")) == ["day_opened", "shift_opened"]
    assert set(stage.floor.shifts) == {"1"}


def test_who_waits_at_closing_time_is_not_thrown_out() -> None:
    stage = Stage()
    keep(stage, utc("2026-03-02T08:00:00"))
    stage.take()
    assert keep(stage, utc("2026-03-02T17:00:01")) == ["entry_closed"]
    assert keep(stage, utc("2026-03-02T17:59:59")) == []
    assert [ticket.number for ticket in stage.floor.waiting()] == [1]


def test_the_day_closes_at_midnight_at_the_door_not_in_greenwich() -> None:
    stage = Stage(ROUND_THE_CLOCK)
    keep(stage, utc("2026-03-02T08:00:00"))
    assert keep(stage, utc("2026-03-02T22:59:59")) == []
    assert keep(stage, utc("2026-03-02T23:00:00")) == ["day_closed", "day_opened"]


def test_midnight_in_a_house_on_the_other_side_of_the_world() -> None:
    stage = Stage(replace(ROUND_THE_CLOCK, timezone="Indian/Reunion"))
    keep(stage, utc("2026-03-02T12:00:00"))
    assert stage.floor.date == date(2026, 3, 2)
    assert keep(stage, utc("2026-03-02T19:59:59")) == []
    assert keep(stage, utc("2026-03-02T20:00:00")) == ["day_closed", "day_opened"]
    assert stage.floor.date == date(2026, 3, 3)


def test_a_house_open_round_the_clock_turns_its_day_once_nobody_is_left_after_midnight() -> None:
    stage = Stage(ROUND_THE_CLOCK)
    keep(stage, utc("2026-03-02T12:00:00"))
    stage.shift("1", "work")
    assert [stage.take().number, stage.take().number] == [1, 2]
    assert keep(stage, utc("2026-03-02T23:00:00")) == []
    stage.receive()
    stage.call()
    stage.do(c.StartInterview("1"))
    assert keep(stage, utc("2026-03-02T23:20:00")) == []
    assert stage.take().number == 3
    stage.do(c.FinishInterview("1"))
    assert keep(stage, utc("2026-03-02T23:40:00")) == []
    stage.receive()
    assert keep(stage, utc("2026-03-02T23:50:00")) == ["day_closed", "day_opened"]
    assert stage.take().number == 1


def test_a_house_that_is_never_empty_gives_no_number_at_the_second_midnight_until_its_day_has_turned() -> None:
    stage = Stage(ROUND_THE_CLOCK)
    keep(stage, utc("2026-03-02T12:00:00"))
    stage.take()
    assert keep(stage, utc("2026-03-03T22:59:59")) == []
    assert keep(stage, utc("2026-03-03T23:00:00")) == ["entry_closed"]
    assert keep(stage, utc("2026-03-03T23:59:59")) == []
    assert keep(stage, utc("2026-03-04T00:00:00")) == ["day_closed", "day_opened"]
    assert stage.floor.date == date(2026, 3, 4)


EVENING = replace(HOUSE, hours={"every_day": ("18:00-23:30",)})
TO_MIDNIGHT = replace(HOUSE, hours={"every_day": ("18:00-24:00",)})
THROUGH_MIDNIGHT = replace(HOUSE, hours={"every_day": ("00:00-02:00", "18:00-24:00")})
"""A night in two spans, as a site file says one."""


@pytest.mark.parametrize(
    ("site", "shut", "over"),
    [
        (EVENING, "2026-03-02T22:30:00", "2026-03-02T23:30:00"),
        (TO_MIDNIGHT, "2026-03-02T23:00:00", "2026-03-03T00:00:00"),
        (THROUGH_MIDNIGHT, "2026-03-03T01:00:00", "2026-03-03T02:00:00"),
    ],
    ids=["to half past eleven", "to midnight", "through midnight"],
)
def test_an_evening_keeps_its_promise_past_midnight(site: Site, shut: str, over: str) -> None:
    stage = Stage(site)
    keep(stage, utc("2026-03-02T18:00:00"))
    stage.shift("1", "work")
    stage.take()
    stage.take()
    stage.now = utc(shut) - timedelta(minutes=5)
    stage.call()
    stage.do(c.StartInterview("1"))
    assert keep(stage, utc(shut) - timedelta(seconds=1)) == []
    assert keep(stage, utc(shut)) == ["entry_closed"]
    assert keep(stage, utc(over) - timedelta(seconds=1)) == []
    assert stage.floor.date == TODAY
    assert len(stage.floor.tickets_at("1")) == len(stage.floor.waiting()) == 1
    stage.do(c.FinishInterview("1"))
    assert keep(stage, utc(over)) == ["day_closed"]
    assert keep(stage, utc("2026-03-03T16:59:59")) == []
    assert keep(stage, utc("2026-03-03T17:00:00")) == ["day_opened"]
    assert (stage.floor.date, stage.take().number) == (date(2026, 3, 3), 1)


@pytest.mark.parametrize("is_finished", [True, False], ids=["finished", "forgotten"])
def test_the_end_of_the_promise_cuts_no_interview_and_a_forgotten_one_keeps_no_day_open(is_finished: bool) -> None:
    stage = Stage(EVENING)
    keep(stage, utc("2026-03-02T18:00:00"))
    stage.shift("1", "work")
    stage.take()
    stage.take()
    stage.now = utc("2026-03-02T22:20:00")
    stage.call()
    stage.do(c.StartInterview("1"))
    assert keep(stage, utc("2026-03-02T22:30:00")) == ["entry_closed"]
    promised = utc("2026-03-02T23:30:00")
    assert closes_at(stage.floor, promised - timedelta(seconds=1)) == promised
    assert keep(stage, promised) == []
    assert closes_at(stage.floor, promised) == promised + timedelta(hours=1)
    if is_finished:
        stage.now = promised + timedelta(minutes=10)
        stage.do(c.FinishInterview("1"))
        assert keep(stage, stage.now) == ["day_closed"]
    else:
        assert keep(stage, promised + timedelta(minutes=59, seconds=59)) == []
        assert keep(stage, promised + timedelta(hours=1)) == ["day_closed"]


def test_an_evening_past_midnight_ends_with_its_last_visitor() -> None:
    stage = Stage(TO_MIDNIGHT)
    keep(stage, utc("2026-03-02T18:00:00"))
    stage.shift("1", "work")
    stage.take()
    stage.now = utc("2026-03-02T22:59:00")
    stage.call()
    stage.do(c.StartInterview("1"))
    assert keep(stage, utc("2026-03-02T23:00:00")) == ["entry_closed"]
    assert keep(stage, utc("2026-03-02T23:20:00")) == []
    stage.do(c.FinishInterview("1"))
    assert keep(stage, utc("2026-03-02T23:20:01")) == ["day_closed"]
    assert stage.floor.closed_on == TODAY


@pytest.mark.parametrize("site", [TO_MIDNIGHT, THROUGH_MIDNIGHT], ids=["to midnight", "through midnight"])
def test_an_evening_closed_by_hand_stays_shut_past_midnight_and_goes_on_counting_if_it_opens_again(
    site: Site,
) -> None:
    stage = Stage(site)
    keep(stage, utc("2026-03-02T18:00:00"))
    stage.take()
    stage.do(c.CloseDay())
    assert keep(stage, utc("2026-03-02T23:10:00")) == []
    stage.do(c.OpenDay(date_to_open(stage.floor, stage.now)))
    assert (stage.floor.date, stage.take().number) == (TODAY, 2)


def test_a_theme_and_the_plan_go_by_the_evenings_own_date_past_midnight() -> None:
    monday = RotaShift("1", ("work",), days=("monday",), hours=("18:00-24:00",))
    tonight = replace(HOUSE.themes[0], until_date=TODAY)
    site = replace(THROUGH_MIDNIGHT, themes=(tonight, *HOUSE.themes[1:]), rota=(monday,), rota_opens_shifts=True)
    stage = Stage(site)
    keep(stage, utc("2026-03-02T18:00:00"))
    stage.now = utc("2026-03-02T23:30:00")
    assert stage.take("work").number == 1
    assert [planned.counter for planned in plan(stage.floor, stage.now)] == ["1"]
    assert "work" in {offer.theme for offer in offers(stage.floor, stage.now, Outlook(stage.now)).themes}


def test_a_day_that_reception_opened_without_hours_keeps_its_promise_past_midnight() -> None:
    stage = Stage(replace(HOUSE, hours={"every_day": ()}))
    stage.now = utc("2026-03-02T20:00:00")
    stage.do(c.OpenDay(TODAY))
    stage.take()
    assert keep(stage, utc("2026-03-02T22:59:59")) == []
    assert keep(stage, utc("2026-03-02T23:00:00")) == ["entry_closed"]
    assert keep(stage, utc("2026-03-02T23:59:59")) == []
    assert keep(stage, utc("2026-03-03T00:00:00")) == ["day_closed"]


def test_a_hub_that_slept_over_the_weekend_closes_friday_and_opens_monday() -> None:
    stage = Stage()
    keep(stage, utc("2026-02-27T08:30:00"))
    stage.take()
    assert keep(stage, utc("2026-03-02T08:30:00")) == ["day_closed", "day_opened"]
    assert stage.floor.date == TODAY
    assert stage.floor.waiting() == []


def test_doors_shut_by_hand_stay_shut_until_tomorrow() -> None:
    stage = Stage()
    keep(stage, utc("2026-03-02T08:00:00"))
    stage.do(c.CloseDay())
    assert keep(stage, utc("2026-03-02T09:00:00")) == []
    assert keep(stage, utc("2026-03-03T08:00:00")) == ["day_opened"]


def test_doors_opened_again_by_hand_go_on_counting() -> None:
    stage = Stage()
    keep(stage, utc("2026-03-02T08:00:00"))
    stage.take()
    stage.do(c.CloseDay(), c.OpenDay(TODAY))
    assert keep(stage, utc("2026-03-02T09:00:00")) == []
    assert stage.take().number == 2


def test_a_day_without_hours_stays_closed() -> None:
    site = replace(HOUSE, hours={"every_day": ("09:00-18:00",), "monday": ()})
    assert keep(Stage(site), utc("2026-03-02T10:00:00")) == []
    assert keep(Stage(site), utc("2026-03-03T10:00:00")) == ["day_opened"]


def test_a_lunch_break_rests_the_entry_and_neither_opens_nor_closes_the_day() -> None:
    site = replace(HOUSE, hours={"monday": ("09:00-12:30", "14:00-18:00")})
    morning = Stage(site)
    keep(morning, utc("2026-03-02T08:00:00"))
    assert keep(morning, utc("2026-03-02T12:00:00")) == ["entry_closed"]
    assert keep(Stage(site), utc("2026-03-02T12:00:00")) == []
    assert keep(Stage(site), utc("2026-03-02T13:00:00")) == ["day_opened"]


@pytest.mark.parametrize(
    ("last_second", "midnight"),
    [("2026-03-29T21:59:59", "2026-03-29T22:00:00"), ("2026-10-25T22:59:59", "2026-10-25T23:00:00")],
    ids=["spring, 23 hours", "autumn, 25 hours"],
)
def test_days_of_23_and_of_25_hours_last_from_midnight_to_midnight(last_second: str, midnight: str) -> None:
    stage = Stage(ROUND_THE_CLOCK)
    noon = utc(midnight) - timedelta(hours=12)
    keep(stage, noon)
    opened = stage.floor.date
    assert keep(stage, utc(last_second)) == []
    assert stage.floor.date == opened
    assert keep(stage, utc(midnight)) == ["day_closed", "day_opened"]


def test_the_hour_that_comes_twice_opens_the_doors_once() -> None:
    site = replace(HOUSE, hours={"every_day": ("02:30-18:00",)})
    stage = Stage(site)
    kinds: list[str] = []
    moment = utc("2026-10-25T00:00:00")
    while moment < utc("2026-10-25T03:00:00"):
        kinds += keep(stage, moment)
        moment += timedelta(minutes=5)
    assert kinds == ["day_opened"]


def test_a_clock_that_jumps_back_neither_closes_the_day_nor_makes_a_wait_negative() -> None:
    stage = Stage(ROUND_THE_CLOCK)
    keep(stage, utc("2026-03-02T12:00:00"))
    stage.shift("1", "work")
    stage.take()
    for hours in (2, 30):
        assert keep(stage, utc("2026-03-02T12:00:00") - timedelta(hours=hours)) == []
        stage.take()
    stage.call()
    for ticket in stage.floor.tickets.values():
        assert ticket.since >= ticket.arrival
    assert [event.at for event in stage.log] == sorted(event.at for event in stage.log)
    assert [ticket.number for ticket in stage.floor.waiting()] == [2, 3]


def test_the_day_that_was_open_is_the_one_that_closes() -> None:
    stage = Stage(ROUND_THE_CLOCK)
    keep(stage, utc("2026-03-02T12:00:00"))
    commands = due(stage.floor, utc("2026-03-03T12:00:00"))
    assert commands == (c.CloseDay(date(2026, 3, 2)), c.OpenDay(date(2026, 3, 3)))


@pytest.mark.parametrize(
    ("local", "expected"),
    [("08:59", None), ("09:00", "18:00:00"), ("17:59", "18:00:00"), ("18:00", None)],
)
def test_opening_hours_hold_their_first_minute_and_not_their_last(local: str, expected: str | None) -> None:
    until = HOUSE.open_until(datetime.fromisoformat(f"2026-03-02T{local}:00+01:00"))
    assert (until.strftime("%H:%M:%S") if until else None) == expected


def test_a_day_open_until_midnight_says_so() -> None:
    site: Site = ROUND_THE_CLOCK
    until = site.open_until(utc("2026-03-02T12:00:00"))
    assert until == utc("2026-03-02T23:00:00")
    assert site.local(until).date() == date(2026, 3, 3)


def test_a_clock_that_once_ran_ahead_does_not_freeze_the_days_that_follow() -> None:
    stage = Stage()
    keep(stage, utc("2027-03-02T08:00:00"))
    stage.do(c.CloseDay())
    assert keep(stage, utc("2026-03-02T08:00:00")) == ["day_opened"]
    first = stage.take()
    stage.pass_min(30)
    stage.shift("1", "work")
    stage.call()
    assert stage.floor.latest - first.arrival == timedelta(minutes=30)


def planned_day() -> Stage:
    """Nine in the morning: the plan's two shifts have begun by themselves."""
    stage = Stage(PLANNED)
    assert keep(stage, utc("2026-03-02T08:00:00")) == ["day_opened", "shift_opened", "shift_opened"]
    return stage


def test_planned_shifts_begin_by_themselves_once_with_their_end() -> None:
    stage = planned_day()
    assert stage.floor.shifts["1"].until == utc("2026-03-02T11:30:00")
    assert (stage.floor.shifts["1"].themes, stage.floor.shifts["1"].overflow) == (("work",), ("training",))
    assert keep(stage, utc("2026-03-02T08:00:15")) == []


def test_where_the_site_does_not_say_so_no_shift_begins_by_itself() -> None:
    stage = Stage(replace(PLANNED, rota_opens_shifts=False))
    assert keep(stage, utc("2026-03-02T08:00:00")) == ["day_opened"]


def test_a_shift_that_somebody_closed_by_hand_is_not_opened_again_before_the_next_permanence() -> None:
    stage = planned_day()
    stage.pass_min(60)
    stage.do(c.CloseShift("1"))
    assert keep(stage, utc("2026-03-02T10:00:00")) == []
    assert keep(stage, utc("2026-03-02T11:30:00")) == ["shift_closed"]
    assert keep(stage, utc("2026-03-02T12:30:00")) == ["shift_opened"]
    assert stage.floor.shifts["1"].until == utc("2026-03-02T17:00:00")


def test_a_shift_that_somebody_opened_by_hand_is_left_as_it_is() -> None:
    stage = Stage(PLANNED)
    stage.now = utc("2026-03-02T07:50:00")
    stage.do(c.OpenDay(TODAY), c.OpenShift("1", ("business",), (), ("fr",)))
    assert keep(stage, utc("2026-03-02T08:00:00")) == ["shift_opened"]
    assert stage.floor.shifts["1"].themes == ("business",)
    assert keep(stage, utc("2026-03-02T13:00:00")) == ["shift_closed"]
    assert set(stage.floor.shifts) == {"1"}


def test_a_shift_ends_when_its_time_is_over_and_its_counter_is_free() -> None:
    stage = planned_day()
    stage.take()
    stage.call()
    stage.do(c.StartInterview("1"))
    assert keep(stage, utc("2026-03-02T11:30:00")) == ["shift_closed"]
    assert set(stage.floor.shifts) == {"1"}
    stage.now = utc("2026-03-02T11:50:00")
    stage.do(c.FinishInterview("1"))
    assert keep(stage, utc("2026-03-02T11:50:01")) == ["shift_closed"]
    assert stage.floor.shifts == {}


def test_an_interview_over_noon_does_not_cost_the_afternoon() -> None:
    stage = planned_day()
    stage.take()
    stage.call()
    stage.do(c.StartInterview("1"))
    assert keep(stage, utc("2026-03-02T12:40:00")) == ["shift_closed"]
    stage.do(c.FinishInterview("1"))
    assert keep(stage, utc("2026-03-02T12:45:00")) == ["shift_closed", "shift_opened"]
    assert stage.floor.shifts["1"].until == utc("2026-03-02T17:00:00")


def test_a_hub_that_starts_late_opens_what_is_under_way_and_nothing_that_is_over() -> None:
    stage = Stage(PLANNED)
    assert keep(stage, utc("2026-03-02T13:00:00")) == ["day_opened", "shift_opened"]
    assert set(stage.floor.shifts) == {"1"}


def test_a_counter_that_an_exception_leaves_empty_opens_nothing() -> None:
    stage = Stage(replace(PLANNED, exceptions=(DayException(TODAY, absent=("1",)),)))
    keep(stage, utc("2026-03-02T08:00:00"))
    assert set(stage.floor.shifts) == {"2"}


def test_a_plan_that_goes_through_midnight_goes_on_with_the_new_day() -> None:
    stage = Stage(replace(ROUND_THE_CLOCK, rota=(STANDING,), rota_opens_shifts=True))
    keep(stage, utc("2026-03-02T12:00:00"))
    assert stage.floor.shifts["1"].until is None
    stage.take()
    assert keep(stage, utc("2026-03-02T22:59:59")) == []
    assert keep(stage, utc("2026-03-02T23:00:00")) == []
    stage.receive()
    assert keep(stage, utc("2026-03-02T23:00:15")) == ["day_closed", "day_opened", "shift_opened"]


def test_a_clock_that_jumped_back_asks_for_no_shift_that_is_over() -> None:
    stage = Stage(replace(PLANNED, rota=(RotaShift("2", ("training",), hours=("10:00-11:00",)),)))
    keep(stage, utc("2026-03-02T08:00:00"))
    stage.now = utc("2026-03-02T11:15:00")
    stage.take()
    assert keep(stage, utc("2026-03-02T09:30:00")) == []
    assert stage.floor.shifts == {}


def test_who_waits_aside_is_asked_back_once() -> None:
    stage = planned_day()
    stage.take()
    stage.call()
    stage.do(c.Park("1", 10))
    at = stage.now + timedelta(minutes=10)
    assert keep(stage, at) == ["ticket_back"]
    assert keep(stage, at + timedelta(seconds=15)) == []


def test_the_day_that_has_25_hours_opens_its_plan_once() -> None:
    site = replace(
        PLANNED, hours={"every_day": ("00:00-24:00",)}, rota=(replace(STANDING, hours=("02:00-03:00",)),)
    )
    stage = Stage(site)
    kinds: list[str] = []
    moment = utc("2026-10-24T23:00:00")
    while moment < utc("2026-10-25T04:00:00"):
        kinds += keep(stage, moment)
        moment += timedelta(minutes=5)
    # From two o'clock in summer time to three in winter time: two true hours.
    assert kinds == ["day_opened", "shift_opened", "shift_closed"]
    opened, closed = (event.at for event in stage.log[1:])
    assert closed - opened == timedelta(hours=2)
