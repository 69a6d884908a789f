"""A rehearsed day has a clock of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cdm_kiosk.domain.site import DayException
from cdm_kiosk.domain.tempo import Tempo, rehearsal_start
from tests.unit.domain.stage import HOUSE, TODAY

REAL = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


def test_the_clock_of_a_rehearsal_runs_as_many_times_faster_as_was_asked() -> None:
    morning = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    tempo = Tempo(REAL, morning, 20.0)
    assert tempo.at(REAL) == morning
    assert tempo.at(REAL + timedelta(seconds=30)) == morning + timedelta(minutes=10)


def test_a_rehearsal_begins_as_the_doors_open() -> None:
    assert rehearsal_start(HOUSE, REAL).isoformat() == "2026-03-02T09:00:00+01:00"


def test_a_rehearsal_on_a_day_without_opening_hours_takes_the_next_that_has_some() -> None:
    closed = replace(HOUSE, exceptions=(DayException(TODAY, hours=()),))
    assert rehearsal_start(closed, REAL).isoformat() == "2026-03-03T09:00:00+01:00"


def test_where_the_doors_never_close_a_rehearsal_begins_in_the_morning() -> None:
    always = replace(HOUSE, hours={"every_day": ("00:00-24:00",)})
    assert rehearsal_start(always, REAL).isoformat() == "2026-03-02T09:00:00+01:00"
