"""The plan of shifts: weeks and half-days, exceptions, holidays, the two odd days of the clock, and other zones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.rota import next_opening, next_served, planned_on, proposal, usual
from cdm_kiosk.domain.site import (
    EVERY_DAY,
    RECEPTION,
    WEEKDAYS,
    DayException,
    PublicHolidays,
    RotaShift,
    Site,
)
from cdm_kiosk.domain.site_rules import faults
from tests.unit.domain.stage import HOUSE

MONDAY = date(2026, 3, 2)
WEEK = dict.fromkeys(WEEKDAYS[:5], ("09:00-12:30", "13:30-18:00"))
MORNINGS = RotaShift("1", ("work",), ("training",), days=("monday", "tuesday", "friday"), hours=("09:00-12:30",))
ALL_DAY = RotaShift("2", ("training",))
BUSINESS = RotaShift("3", ("business",), days=("wednesday",), hours=("13:30-18:00",))
SITE = replace(HOUSE, hours=WEEK, rota=(MORNINGS, ALL_DAY, BUSINESS))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def plan(site: Site, day: date) -> list[str]:
    """The plan of a day as people write it, on the clock of the door."""
    return [
        f"{shift.counter} {site.local(shift.start):%H:%M}-{site.local(shift.end):%H:%M}"
        for shift in planned_on(site, day)
    ]


def on(day: date, **changes: object) -> Site:
    return replace(SITE, exceptions=(DayException(day, **changes),))


def test_a_permanence_has_its_days_and_its_hours() -> None:
    assert plan(SITE, MONDAY) == ["1 09:00-12:30", "2 09:00-12:30", "2 13:30-18:00"]
    assert plan(SITE, date(2026, 3, 4)) == ["2 09:00-12:30", "2 13:30-18:00", "3 13:30-18:00"]
    first = planned_on(SITE, MONDAY)[0]
    assert (first.themes, first.overflow, first.languages) == (("work",), ("training",), ("fr",))


def test_nobody_is_planned_where_the_doors_stay_closed() -> None:
    assert plan(SITE, date(2026, 3, 7)) == []
    weekend = replace(SITE, rota=(replace(MORNINGS, days=(EVERY_DAY,)),))
    assert plan(weekend, date(2026, 3, 8)) == []


def test_an_exception_closes_a_day_or_some_days() -> None:
    assert plan(on(MONDAY, hours=()), MONDAY) == []
    fair = on(MONDAY, last_date=date(2026, 3, 4), hours=())
    assert [bool(plan(fair, date(2026, 3, day))) for day in range(2, 7)] == [False, False, False, True, True]


def test_the_hours_of_an_exception_replace_those_of_the_week() -> None:
    short = on(MONDAY, hours=("10:00-16:00",))
    assert short.open_until(utc("2026-03-02T08:30:00")) is None
    assert "2 10:00-16:00" in plan(short, MONDAY)


def test_nobody_is_planned_for_hours_that_an_exception_took_away() -> None:
    # The doors shut at 11: the rota's morning ends then, and there is no afternoon to wait for.
    short = on(date(2026, 3, 4), hours=("09:00-11:00",))
    assert plan(short, date(2026, 3, 4)) == ["2 09:00-11:00"]
    assert next_served(short, "business", utc("2026-03-04T08:00:00")) == utc("2026-03-11T12:30:00")
    assert plan(on(MONDAY, hours=("09:00-11:00",)), MONDAY) == ["1 09:00-11:00", "2 09:00-11:00"]


def test_a_permanence_that_an_exception_adds_keeps_the_hours_it_was_given() -> None:
    late = RotaShift("3", ("business",), hours=("17:00-20:00",))
    assert plan(on(MONDAY, hours=("09:00-11:00",), shifts=(late,)), MONDAY)[-1] == "3 17:00-20:00"


def test_who_is_absent_falls_out_and_who_is_added_comes_in() -> None:
    assert plan(on(MONDAY, absent=("2",)), MONDAY) == ["1 09:00-12:30"]
    extra = RotaShift("3", ("business",), hours=("14:00-15:00",))
    assert plan(on(MONDAY, shifts=(extra,)), MONDAY)[-1] == "3 14:00-15:00"
    assert plan(on(MONDAY, shifts=(extra,)), date(2026, 3, 3))[-1] == "2 13:30-18:00"


def test_a_permanence_that_is_added_takes_the_place_of_the_counters_own() -> None:
    instead = RotaShift("2", ("work",), hours=("09:00-10:00",))
    assert plan(on(MONDAY, shifts=(instead,)), MONDAY) == ["1 09:00-12:30", "2 09:00-10:00"]


def test_a_holiday_closes_the_doors_and_an_exception_opens_them_again() -> None:
    holiday = replace(SITE, public_holidays=PublicHolidays("FR", dates=(MONDAY,)))
    assert plan(holiday, MONDAY) == []
    fair = replace(holiday, exceptions=(DayException(MONDAY, hours=("10:00-12:00",)),))
    assert plan(fair, MONDAY) == ["1 10:00-12:00", "2 10:00-12:00"]


def test_the_next_time_a_theme_is_served_passes_over_weekends_and_holidays() -> None:
    assert next_served(SITE, "work", utc("2026-03-02T08:00:00")) == utc("2026-03-03T08:00:00")
    friday_noon = utc("2026-03-06T12:00:00")
    assert next_served(SITE, "work", friday_noon) == utc("2026-03-09T08:00:00")
    holiday = replace(SITE, public_holidays=PublicHolidays("FR", dates=(date(2026, 3, 9), date(2026, 3, 10))))
    assert next_served(holiday, "work", friday_noon) == utc("2026-03-13T08:00:00")
    assert next_opening(holiday, utc("2026-03-06T17:00:00")) == utc("2026-03-11T08:00:00")


def test_help_with_a_theme_counts_as_serving_it() -> None:
    helped = replace(SITE, rota=(MORNINGS,))
    assert next_served(helped, "training", utc("2026-03-02T09:00:00")) == utc("2026-03-03T08:00:00")


def test_a_theme_that_nobody_is_planned_for_has_no_next_time() -> None:
    assert next_served(SITE, "sailing", utc("2026-03-02T08:00:00")) is None
    assert next_served(replace(SITE, hours={}), "work", utc("2026-03-02T08:00:00")) is None
    assert next_opening(replace(SITE, hours={}), utc("2026-03-02T08:00:00")) is None


@pytest.mark.parametrize(
    ("now", "proposed"),
    [
        ("2026-03-02T07:00:00", None),
        ("2026-03-02T07:20:00", "09:00"),
        ("2026-03-02T11:29:59", "09:00"),
        ("2026-03-02T11:30:00", None),
        ("2026-03-02T12:00:00", "13:30"),
        ("2026-03-02T16:59:59", "13:30"),
        ("2026-03-02T17:00:00", None),
    ],
)
def test_a_counter_is_proposed_the_permanence_under_way_or_about_to_begin(now: str, proposed: str | None) -> None:
    shift = proposal(Floor(SITE), "2", utc(now))
    assert (f"{SITE.local(shift.start):%H:%M}" if shift else None) == proposed


def test_what_a_counter_usually_covers_is_known_on_any_day() -> None:
    assert usual(SITE, "3") == BUSINESS
    assert usual(SITE, "9") is None


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 3, 30), 24)],
    ids=["spring", "autumn", "ordinary"],
)
def test_the_two_odd_days_of_the_clock_are_counted_in_true_hours(day: date, hours: int) -> None:
    site = replace(HOUSE, hours={"every_day": ("00:00-24:00",)}, rota=(ALL_DAY,))
    ((start, end),) = site.spans_on(day)
    assert end - start == timedelta(hours=hours)
    (shift,) = planned_on(site, day)
    assert (shift.start, shift.end) == (start, end)


def test_an_hour_that_a_spring_morning_does_not_have_is_nobodys() -> None:
    site = replace(HOUSE, hours={"every_day": ("02:30-03:10",)}, rota=(ALL_DAY,))
    assert site.spans_on(date(2026, 3, 29)) == ()
    assert plan(site, date(2026, 3, 29)) == []
    assert plan(site, date(2026, 3, 30)) == ["2 02:30-03:10"]


def test_a_house_in_reunion_keeps_its_own_clock_all_year() -> None:
    site = replace(SITE, timezone="Indian/Reunion")
    for day in (date(2026, 1, 5), date(2026, 7, 6)):
        assert planned_on(site, day)[0].start == datetime.combine(day, time(5), UTC)
    # Sunday evening in Greenwich is Monday morning at the door.
    assert next_served(site, "work", utc("2026-03-01T21:00:00")) == utc("2026-03-02T05:00:00")
    assert proposal(Floor(site), "1", utc("2026-03-02T05:00:00")) is not None


def test_a_permanence_until_midnight_ends_with_the_day_where_the_doors_stay_open() -> None:
    through = replace(HOUSE, hours={"every_day": ("00:00-24:00",)}, rota=(ALL_DAY,))
    (shift,) = planned_on(through, MONDAY)
    assert shift.end == utc("2026-03-02T23:00:00")
    assert shift.until(through) is None
    until_midnight = replace(through, hours={"every_day": ("09:00-24:00",)})
    (shift,) = planned_on(until_midnight, MONDAY)
    assert shift.until(until_midnight) == utc("2026-03-02T23:00:00")
    assert planned_on(SITE, MONDAY)[0].until(SITE) == utc("2026-03-02T11:30:00")


def test_the_desk_is_planned_like_any_counter() -> None:
    site = replace(SITE, desk="3", rota=(RotaShift("3", (RECEPTION,)),))
    assert list(faults(site)) == []
    assert next_served(site, RECEPTION, utc("2026-03-06T17:00:00")) == utc("2026-03-09T08:00:00")


clock_times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
zones = st.sampled_from(
    ["Europe/Paris", "Indian/Reunion", "America/Havana", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe"]
)


@st.composite
def hours(draw: st.DrawFn) -> tuple[str, ...]:
    start, end = sorted(draw(st.tuples(clock_times, clock_times)))
    return () if start == end else (f"{start:%H:%M}-{'24:00' if draw(st.booleans()) else f'{end:%H:%M}'}",)


@example(zone="Europe/Paris", open_hours=("00:00-24:00",), own=("02:30-03:10",), day=date(2026, 3, 29))
@example(zone="America/Havana", open_hours=("00:00-00:30",), own=(), day=date(2026, 3, 8))
@given(zone=zones, open_hours=hours(), own=hours(), day=st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_a_plan_runs_forward_within_its_date_in_every_zone_on_every_day(
    zone: str, open_hours: tuple[str, ...], own: tuple[str, ...], day: date
) -> None:
    site = replace(HOUSE, timezone=zone, hours={"every_day": open_hours}, rota=(replace(ALL_DAY, hours=own),))
    begins = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    ends = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
    for start, end in [*site.spans_on(day), *((shift.start, shift.end) for shift in planned_on(site, day))]:
        assert begins <= start < end <= ends
        assert start.tzinfo is end.tzinfo is UTC


@given(after=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)), zone=zones)
def test_the_next_time_is_the_first_of_the_plan_that_is_still_to_come(after: datetime, zone: str) -> None:
    site = replace(SITE, timezone=zone)
    days = [site.local(after).date() + timedelta(days=ahead) for ahead in range(-1, 15)]
    for theme in ("work", "training", "business"):
        starts = [s.start for day in days for s in planned_on(site, day) if s.serves(theme) and s.start > after]
        assert next_served(site, theme, after) == min(starts)


def with_theme(theme: str, **changes: object) -> Site:
    """The site with the dates of one theme."""
    return replace(
        SITE, themes=tuple(replace(each, **changes) if each.id == theme else each for each in SITE.themes)
    )


def test_a_theme_is_planned_from_its_first_day_to_its_last() -> None:
    seasonal = with_theme("work", from_date=date(2026, 3, 3), until_date=date(2026, 3, 3))
    served = {day: [shift.themes for shift in planned_on(seasonal, date(2026, 3, day))] for day in (2, 3)}
    # Who has no first choice left receives for what was to help out on.
    assert served[2] == [("training",), ("training",), ("training",)]
    assert served[3][0] == ("work",)


def test_a_permanence_for_nothing_that_is_offered_is_none() -> None:
    over = with_theme("business", until_date=date(2026, 3, 3))
    assert plan(over, date(2026, 3, 4)) == ["2 09:00-12:30", "2 13:30-18:00"]
    assert next_served(over, "business", utc("2026-03-02T08:00:00")) is None
    assert next_served(SITE, "business", utc("2026-03-02T08:00:00")) is not None
