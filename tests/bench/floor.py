"""How fast the rules alone are, with no disk and no network: decide and evolve on floors of 10 and 300 waiting."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.day import due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.floor import Floor, evolve
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.packs.site_file import read_site
from tests.bench.report import Figure
from tests.tools.hub import DEMO_SITE

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def commands_per_second(_folder: Path, quick: bool) -> Figure:
    """For each visitor who is received another one comes, so that as many always wait."""
    few, many = _rate(10, quick), _rate(300, quick)
    return {
        "per_s_10_waiting": round(few),
        "per_s_300_waiting": round(many),
        "cost_growth_10_to_300": round(few / many, 2),
    }


def _rate(waiting: int, quick: bool) -> float:
    rates = []
    for _ in range(3 if quick else 9):
        floor = _full_floor(waiting)
        visitors = 300
        started = time.perf_counter()
        for at in range(visitors):
            now = MORNING + timedelta(seconds=waiting + at)
            for command in (
                c.IssueTicket(f"later-{at}", "emploi", "fr"),
                c.CallNext("2"),
                c.StartInterview("2"),
                c.FinishInterview("2"),
            ):
                floor = _after(floor, command, now)
        rates.append(4 * visitors / (time.perf_counter() - started))
    return median(rates)


def _full_floor(waiting: int) -> Floor:
    floor = _after(Floor(read_site(DEMO_SITE)), c.OpenDay(MORNING.date()), MORNING)
    for command in due(floor, MORNING):
        floor = _after(floor, command, MORNING)
    for at in range(waiting):
        floor = _after(floor, c.IssueTicket(f"early-{at}", "emploi", "fr"), MORNING + timedelta(seconds=at))
    return floor


def _after(floor: Floor, command: c.Command, now: datetime) -> Floor:
    for event in decide(floor, by_hub(command), now):
        floor = evolve(floor, event)
    return floor
