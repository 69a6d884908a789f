"""How fast days are rehearsed: a year of a large house without bands, and what a band costs a ticket."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

from cdm_kiosk.apps.simulate import forecaster
from cdm_kiosk.rehearsal.engine import simulate
from cdm_kiosk.rehearsal.generate import generate
from tests.bench.report import Figure, at_most
from tests.tools.sites import brussels

FIRST = date(2026, 1, 5)
A_YEAR, A_MONTH, A_WEEK = 250, 20, 5
YEAR_TARGET_S = 30.0


def year(_folder: Path, quick: bool) -> Figure:
    """A working year of Brussels without bands; then some of its days with them."""
    days = A_MONTH if quick else A_YEAR
    visits = generate(brussels(), _working_days(days), seed=1)
    started = time.perf_counter()
    results = list(simulate(brussels(), visits))
    took_s = time.perf_counter() - started
    talks = [talk for result in results for talk in (result.first, result.second) if talk is not None]
    few, many = _ms_a_ticket(A_WEEK), _ms_a_ticket(A_WEEK if quick else A_MONTH)
    return {
        "days": days,
        "interviews": sum(talk.started_at is not None for talk in talks),
        "a_year_s": at_most(took_s * A_YEAR / days, YEAR_TARGET_S),
        "ms_a_ticket": round(1000 * took_s / len(visits), 2),
        "with_bands_ms_a_ticket": {"5 days": round(few, 2), "20 days": round(many, 2)},
    }


def _ms_a_ticket(days: int) -> float:
    visits = generate(brussels(), _working_days(days), seed=2)
    started = time.perf_counter()
    list(simulate(brussels(), visits, forecaster=forecaster()))
    return 1000 * (time.perf_counter() - started) / len(visits)


def _working_days(count: int) -> list[date]:
    days = (FIRST + timedelta(days=after) for after in range(2 * count))
    return [day for day in days if day.weekday() < 5][:count]
