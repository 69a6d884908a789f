"""How a rehearsal's clock runs: from a moment of a day that is played, faster than the real one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cdm_kiosk.domain.site import Site

USUAL_MORNING = time(9)
LOOK_AHEAD_DAYS = 28


@dataclass(frozen=True, slots=True)
class Tempo:
    """At the real moment ``real`` the clock shows ``shown``; from there it runs ``speed`` times as fast."""

    real: datetime
    shown: datetime
    speed: float

    def at(self, real: datetime) -> datetime:
        """What the clock shows at a real moment, aware UTC."""
        return (self.shown + (real - self.real) * self.speed).astimezone(UTC)


def rehearsal_start(site: Site, now: datetime) -> datetime:
    """When a rehearsed day begins: as the doors open on the first open date from today on.

    Where they never close, at nine in the morning.
    """
    today = site.local(now).date()
    for days in range(LOOK_AHEAD_DAYS):
        for start, end in site.spans_on(today + timedelta(days=days)):
            opening = site.local(start)
            if opening.time() == time() and end - start > timedelta(hours=12):
                return datetime.combine(opening.date(), USUAL_MORNING, opening.tzinfo)
            return opening
    return site.local(now)
