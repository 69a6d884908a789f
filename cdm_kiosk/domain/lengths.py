"""How long an interview may take: a distribution by theme, from the site's own word and what the house has seen.

Shape (domain brief, § 5): one interview in five is a quick question of 5 to 8 minutes, the others are log-normal
and hardly ever end before the fourth minute. Never by counter: the charter has no ranking of staff.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import erfc, exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from cdm_kiosk.domain.experience import PRIOR_INTERVIEWS, Tally

Numbers = NDArray[np.float64]

QUICK_SHARE = 0.2
MOST_QUICK_SHARE = 0.5
QUICK_MIN = (5.0, 8.0)
QUICK_MEAN_MIN = sum(QUICK_MIN) / 2
SHORTEST_MIN = 4.0
SPREAD = 0.38
"""Standard deviation of the logarithm of a length that is no quick question: one interview in twenty, quick ones
included, takes twice the mean or more."""
LEAST_SPREAD = 0.02
TELLING_QUICK_APART = 0.8
"""Logarithms by which interviews must exceed quick questions on average for these to be told apart."""

_MINUTES: Numbers = np.geomspace(0.5, 720.0, 320)
_LOG_MINUTES: Numbers = np.log(_MINUTES)
_Z: Numbers = np.linspace(-6.0, 12.0, 361)
_LOG_NORMAL_SURVIVAL: Numbers = np.log(np.array([erfc(z / sqrt(2)) / 2 for z in _Z]))
_QUICK_SURVIVAL: Numbers = np.clip((QUICK_MIN[1] - _MINUTES) / (QUICK_MIN[1] - QUICK_MIN[0]), 0.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Lengths:
    """A distribution of lengths in minutes, as its cumulative hazard (minus the logarithm of the survival).

    A standard exponential number turned by it is a length; added to the hazard gone through already, it is the
    whole length of an interview that has lasted so long.
    """

    hazard: Numbers

    def drawn(self, exponential: Numbers) -> Numbers:
        """Lengths in minutes for standard exponential numbers, in their shape."""
        return np.interp(exponential, self.hazard, _MINUTES)

    def remaining(self, elapsed_min: float, exponential: Numbers) -> Numbers:
        """How many minutes more, for an interview that has lasted ``elapsed_min``; never negative."""
        gone = np.interp(elapsed_min, _MINUTES, self.hazard)
        return np.maximum(self.drawn(gone + exponential) - elapsed_min, 0.0)

    @property
    def mean_min(self) -> float:
        """The mean in minutes: the area below the survival."""
        return float(_MINUTES[0] + np.trapezoid(np.exp(-self.hazard), _MINUTES))


@lru_cache(maxsize=256)
def lengths(prior_min: float, tally: Tally | None) -> Lengths:
    """What is expected of a theme whose interviews take ``prior_min`` on average by the site's own word.

    ``PRIOR_INTERVIEWS`` of what was seen weigh as much as that word, in mean and spread of the logarithms.
    """
    mean, variance = _prior_moments(prior_min)
    if tally is not None and tally.interviews > 0:
        seen = tally.log_min / tally.interviews
        weight = tally.interviews / (tally.interviews + PRIOR_INTERVIEWS)
        squares = variance + mean * mean
        squares += weight * (tally.log_min_squares / tally.interviews - squares)
        mean += weight * (seen - mean)
        variance = max(squares - mean * mean, 0.0)
    return _fitted(mean, variance)


def _prior_moments(prior_min: float) -> tuple[float, float]:
    """Mean and variance of the logarithms, such that the lengths have the mean asked for."""
    body_min = (prior_min - QUICK_SHARE * QUICK_MEAN_MIN) / (1 - QUICK_SHARE)
    if body_min <= 0 or log(prior_min / QUICK_MEAN_MIN) < TELLING_QUICK_APART:
        return log(prior_min) - SPREAD**2 / 2, SPREAD**2
    quick = log(QUICK_MEAN_MIN)
    body = log(body_min) - SPREAD**2 / 2
    return (
        QUICK_SHARE * quick + (1 - QUICK_SHARE) * body,
        (1 - QUICK_SHARE) * SPREAD**2 + QUICK_SHARE * (1 - QUICK_SHARE) * (body - quick) ** 2,
    )


def _fitted(mean: float, variance: float) -> Lengths:
    """The mix of quick questions and log-normal lengths that has these moments of the logarithms."""
    quick_log = log(QUICK_MEAN_MIN)
    apart = mean - quick_log
    share, spread = 0.0, max(sqrt(variance), LEAST_SPREAD)
    if apart > TELLING_QUICK_APART / 2 and variance > SPREAD**2:
        # The more quick questions, the wider the whole: variance = (1 - q) spread² + q / (1 - q) apart².
        low, high = 0.0, MOST_QUICK_SHARE
        for _ in range(30):
            share = (low + high) / 2
            wide = (1 - share) * SPREAD**2 + share / (1 - share) * apart**2
            low, high = (share, high) if wide < variance else (low, share)
        spread = SPREAD
    body_log = (mean - share * quick_log) / (1 - share)
    log_survival = np.interp((_LOG_MINUTES - body_log) / spread, _Z, _LOG_NORMAL_SURVIVAL)
    survival = share * _QUICK_SURVIVAL + (1 - share) * np.exp(log_survival)
    survival[min(SHORTEST_MIN, exp(body_log)) > _MINUTES] = 1.0
    return Lengths(-np.log(survival))
