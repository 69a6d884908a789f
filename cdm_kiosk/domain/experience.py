"""What the house has seen of lengths and habits, by theme and never by counter: what forecasts learn from.

Charter, no ranking of staff: nothing here knows who received. Anonymity: what outlives a day are sums over at least
``FEWEST`` visits, weighed into those of the days before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cdm_kiosk.domain.site import Site

FEWEST = 5
"""Visits under which a count of the day is not kept (small cells inside the house)."""
MOST_WEIGHT = 400.0
"""Visits that the past weighs at the most, so that a house which changes is soon known again."""
SHORTEST_MIN = 1.0
PRIOR_INTERVIEWS = 20.0


@dataclass(frozen=True, slots=True)
class Tally:
    """Interviews of one theme: how many, their minutes' logarithms and the squares of these summed, and how many
    ended in a hand-over.
    """

    interviews: float = 0.0
    log_min: float = 0.0
    log_min_squares: float = 0.0
    handed_over: float = 0.0

    def plus(self, other: Tally) -> Tally:
        return Tally(
            self.interviews + other.interviews,
            self.log_min + other.log_min,
            self.log_min_squares + other.log_min_squares,
            self.handed_over + other.handed_over,
        )

    def capped(self) -> Tally:
        share = min(1.0, MOST_WEIGHT / self.interviews) if self.interviews else 1.0
        return Tally(
            *(value * share for value in (self.interviews, self.log_min, self.log_min_squares, self.handed_over))
        )


@dataclass(frozen=True, slots=True)
class Experience:
    """Tallies by theme, and over all themes how many visitors were called and did not come."""

    themes: Mapping[str, Tally] = field(default_factory=dict)
    absent: float = 0.0

    @property
    def interviews(self) -> float:
        return sum(tally.interviews for tally in self.themes.values())

    def with_interview(self, theme: str, minutes: float, handed_over: bool) -> Experience:
        """One interview more, over after ``minutes``."""
        length = log(max(minutes, SHORTEST_MIN))
        tally = self.themes.get(theme, Tally()).plus(Tally(1.0, length, length * length, float(handed_over)))
        return replace(self, themes={**self.themes, theme: tally})

    def with_absence(self) -> Experience:
        return replace(self, absent=self.absent + 1)

    def plus(self, other: Experience) -> Experience:
        names = [*self.themes, *(name for name in other.themes if name not in self.themes)]
        themes = {name: self.themes.get(name, Tally()).plus(other.themes.get(name, Tally())) for name in names}
        return Experience(themes, self.absent + other.absent)


def after_the_day(known: Experience, today: Experience) -> Experience:
    """What outlives the day: counts of fewer than FEWEST visits are forgotten, the past weighs so much at most."""
    themes = {name: tally for name, tally in today.themes.items() if tally.interviews >= FEWEST}
    absent = today.absent if today.interviews + today.absent >= FEWEST else 0.0
    whole = known.plus(Experience(themes, absent))
    return Experience(
        {name: tally.capped() for name, tally in whole.themes.items()}, min(whole.absent, MOST_WEIGHT)
    )


def mean_min(tally: Tally | None, prior_min: float) -> float:
    """How many minutes an interview takes on average: the site's own word, sharpened by what was seen.

    What was seen is taken as log-normal; ``PRIOR_INTERVIEWS`` of it weigh as much as the site's word.
    """
    if tally is None or tally.interviews == 0:
        return prior_min
    mean = tally.log_min / tally.interviews
    variance = max(0.0, tally.log_min_squares / tally.interviews - mean * mean)
    seen = exp(mean + variance / 2)
    return (PRIOR_INTERVIEWS * prior_min + tally.interviews * seen) / (PRIOR_INTERVIEWS + tally.interviews)


def kept_min(site: Site, experience: Experience, theme_id: str) -> float:
    """How many minutes a visitor keeps a counter on average, with the time between two visitors."""
    theme = site.theme(theme_id)
    prior_min = theme.interview_min if theme is not None else 30
    return mean_min(experience.themes.get(theme_id), prior_min) + site.expectations.turnover_min
