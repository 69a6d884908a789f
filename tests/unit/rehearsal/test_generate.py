"""Drawn days look like days in a Cité: when people come, for what, for how long, and how patient they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean

import pytest

from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.rehearsal.engine import simulate
from cdm_kiosk.rehearsal.figures import figures
from cdm_kiosk.rehearsal.generate import generate
from cdm_kiosk.rehearsal.visits import PlannedVisit, read_visits, written
from tests.tools.sites import brussels

SITE = brussels()
MONDAY = date(2026, 11, 23)
WEEKS = [MONDAY + timedelta(days=at) for at in range(28)]


@pytest.fixture(scope="module")
def month() -> list[PlannedVisit]:
    return generate(SITE, WEEKS, seed=1)


def share(visits: list[PlannedVisit], holds: list[bool]) -> float:
    return sum(holds) / len(visits)


def test_a_day_is_the_same_whatever_other_days_are_drawn() -> None:
    week = generate(SITE, WEEKS[:5], seed=4)
    alone = generate(SITE, [WEEKS[2]], seed=4)
    assert [visit for visit in week if visit.arrive.date() == WEEKS[2]] == alone
    assert generate(SITE, [WEEKS[2]], seed=5) != alone


def test_as_many_tickets_are_drawn_as_are_asked_for_and_none_on_closed_days() -> None:
    by_date = Counter(visit.arrive.date() for visit in generate(SITE, WEEKS[:14], seed=1, tickets_per_day=37))
    assert by_date == dict.fromkeys((day for day in WEEKS[:14] if day.weekday() < 5), 37)


def test_drawn_visits_are_written_and_read_like_any_others(month: list[PlannedVisit]) -> None:
    assert list(read_visits((written(visit).encode() for visit in month), SITE)) == month


def test_visitors_come_in_order_within_the_hours_and_for_what_is_served(month: list[PlannedVisit]) -> None:
    assert month == sorted(month, key=lambda visit: visit.arrive)
    for visit in month:
        assert SITE.open_until(visit.arrive) is not None
        planned = planned_on(SITE, visit.arrive.date())
        assert any(
            shift.serves(visit.theme) and shift.start - timedelta(minutes=5) <= visit.arrive < shift.end
            for shift in planned
        )


def test_mornings_and_afternoons_have_their_peak_and_noon_its_lull(month: list[PlannedVisit]) -> None:
    by_half_hour = Counter((visit.arrive.hour, visit.arrive.minute // 30) for visit in month)
    peak = fmean(by_half_hour[half] for half in ((10, 0), (10, 1), (11, 0)))
    afternoon = fmean(by_half_hour[half] for half in ((14, 0), (14, 1), (15, 0)))
    assert peak > 2.5 * by_half_hour[12, 1]
    assert afternoon > 2 * by_half_hour[13, 0]


def test_themes_lengths_and_hand_overs_are_those_of_the_site(month: list[PlannedVisit]) -> None:
    themes = Counter(visit.theme for visit in month)
    assert 0.10 < themes["reception"] / len(month) < 0.15
    rest = len(month) - themes["reception"]
    assert 0.28 < themes["orientation"] / rest < 0.36
    assert themes["entreprendre"] < themes["formation"] < themes["emploi"]
    for theme in SITE.themes:
        lengths = [visit.length_min for visit in month if visit.theme == theme.id]
        assert fmean(lengths) == pytest.approx(theme.interview_min, rel=0.15)
    ordinary = [visit.length_min for visit in month if visit.theme in ("orientation", "emploi", "formation")]
    assert 0.17 < sum(5 <= length <= 8 for length in ordinary) / len(ordinary) < 0.25
    assert 0.03 < sum(length > 60 for length in ordinary) / len(ordinary) < 0.07
    assert min(ordinary) >= 4
    assert 0.19 < share(month, [visit.hand_over is not None for visit in month]) <= 0.27


def test_few_ask_for_a_ramp_a_priority_or_another_language(month: list[PlannedVisit]) -> None:
    assert 0.015 < share(month, ["accessible" in visit.needs for visit in month]) < 0.05
    assert 0.005 < share(month, [visit.precedence is Precedence.PRIORITY for visit in month]) < 0.04
    assert 0.05 < share(month, [visit.language not in (None, "fr") for visit in month]) < 0.15


def test_some_come_together(month: list[PlannedVisit]) -> None:
    by_minute = Counter(visit.arrive.replace(second=0) for visit in month)
    assert 2 < sum(count >= 3 for count in by_minute.values()) / 20 < 8


def test_a_usual_day_keeps_the_counters_busy_and_some_visitors_give_up(month: list[PlannedVisit]) -> None:
    day = figures("fair", SITE, simulate(SITE, month))
    assert 0.05 < day.abandoned / len(month) < 0.15
    assert day.busy is not None
    assert 0.5 < day.busy < 0.8
    assert 90 < len(month) / 20 < 130


def test_a_site_without_a_desk_sends_nobody_there_and_other_themes_are_equally_likely() -> None:
    themes = SITE.themes[:2]
    rota = tuple(
        replace(shift, themes=("orientation",), overflow=("emploi",))
        for shift in SITE.rota
        if shift.counter != "accueil"
    )
    visits = generate(replace(SITE, themes=themes, desk=None, rota=rota), WEEKS, seed=1)
    mix = Counter(visit.theme for visit in visits)
    assert set(mix) == {"orientation", "emploi"}
    assert 0.45 < mix["emploi"] / len(visits) < 0.55
