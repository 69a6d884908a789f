"""A small house with a plan, and visits written in a few words: minutes after nine on a Monday in winter."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.routing import EarliestArrival, Routing
from cdm_kiosk.domain.site import RotaShift, Site
from cdm_kiosk.rehearsal.engine import Forecaster, simulate, written
from cdm_kiosk.rehearsal.visits import Onward, PlannedVisit
from tests.unit.domain.stage import HOUSE

NINE = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Paris"))


def house(*rota: RotaShift, **changes: Any) -> Site:
    return replace(HOUSE, rota=rota, **changes)


def visit(
    minutes: float,
    theme: str = "work",
    length: float = 10,
    *,
    ref: str = "",
    patience: float | None = None,
    onward: tuple[str, float] | None = None,
    language: str | None = None,
    needs: tuple[Any, ...] = (),
    precedence: Precedence = Precedence.NONE,
    opening: datetime = NINE,
) -> PlannedVisit:
    return PlannedVisit(
        ref=ref or f"{minutes:g}",
        arrive=opening + timedelta(minutes=minutes),
        theme=theme,
        length_min=length,
        language=language,
        needs=needs,
        precedence=precedence,
        patience_min=patience,
        hand_over=None if onward is None else Onward(*onward),
    )


def played(
    site: Site, *visits: PlannedVisit, routing: Routing | None = None, forecaster: Forecaster | None = None
) -> list[dict[str, Any]]:
    """The lines of the results, read again."""
    results = simulate(site, visits, routing or EarliestArrival(), forecaster)
    return [json.loads(written(result, site)) for result in results]


def minutes(moment: str | None, opening: datetime = NINE) -> float | None:
    """A moment of a line as minutes after nine."""
    return None if moment is None else (datetime.fromisoformat(moment) - opening).total_seconds() / 60


def called(lines: list[dict[str, Any]]) -> dict[str, float | None]:
    """When each visitor was called, in minutes after nine."""
    return {line["ref"]: minutes(line["called_at"]) for line in lines}
