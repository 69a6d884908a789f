"""What a rehearsal comes to: waits, who was received and who was not, for the house as a whole.

Charter, no ranking of staff: nothing here is counted by counter or by advisor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, median

from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.site import Site
from cdm_kiosk.rehearsal.engine import Interview, Outcome, Result


@dataclass(frozen=True, slots=True)
class Figures:
    """One rehearsal, called ``name``. ``waits_min`` are those of everybody received, shortest first.

    ``inside`` is the share of visitors received who were called inside the band they were told, ``busy`` that of
    the plan's time during which counters received somebody; ``None`` where there is nothing to divide by.
    """

    name: str
    waits_min: tuple[float, ...]
    abandoned: int
    turned_away: int
    unserved: int
    inside: float | None
    busy: float | None

    @property
    def received(self) -> int:
        return len(self.waits_min)

    @property
    def mean_min(self) -> float | None:
        return fmean(self.waits_min) if self.waits_min else None

    @property
    def median_min(self) -> float | None:
        return median(self.waits_min) if self.waits_min else None

    @property
    def p90_min(self) -> float | None:
        """The wait that nine of ten visitors do not exceed."""
        return self.waits_min[-(-9 * len(self.waits_min) // 10) - 1] if self.waits_min else None

    @property
    def longest_min(self) -> float | None:
        return self.waits_min[-1] if self.waits_min else None


def figures(name: str, site: Site, results: Iterable[Result]) -> Figures:
    """The figures of a rehearsal that ``site``'s rota was played in."""
    known = list(results)
    outcomes = [result.outcome for result in known]
    banded = [
        result.band.low_min <= wait_min <= result.band.high_min
        for result in known
        if (wait_min := result.wait_min) is not None and result.band is not None
    ]
    talks = [talk for result in known for talk in (result.first, result.second) if talk is not None]
    dates = {site.local(result.visit.arrive).date() for result in known}
    planned = [shift for date in dates for shift in planned_on(site, date)]
    planned_min = sum((shift.end - shift.start).total_seconds() / 60 for shift in planned)
    return Figures(
        name,
        tuple(sorted(wait for result in known if (wait := result.wait_min) is not None)),
        outcomes.count(Outcome.ABANDONED),
        outcomes.count(Outcome.TURNED_AWAY),
        outcomes.count(Outcome.UNSERVED),
        sum(banded) / len(banded) if banded else None,
        sum(map(_length_min, talks)) / planned_min if planned_min else None,
    )


def _length_min(talk: Interview) -> float:
    if talk.started_at is None or talk.ended_at is None:
        return 0.0
    return (talk.ended_at - talk.started_at).total_seconds() / 60
