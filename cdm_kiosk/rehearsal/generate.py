"""Plausible days, drawn from what is known of Cités (domain brief § 5): who comes when, for what, for how long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta
from itertools import pairwise
from math import exp

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.lengths import QUICK_MEAN_MIN, QUICK_MIN, QUICK_SHARE, SHORTEST_MIN, SPREAD
from cdm_kiosk.domain.rota import PlannedShift, planned_on
from cdm_kiosk.domain.site import RECEPTION, Site
from cdm_kiosk.rehearsal.visits import Onward, PlannedVisit

FIVE_THEMES = (32.0, 30.0, 20.0, 10.0, 8.0)
"""Orientation, employment, training, change, business: percent of tickets."""
RECEPTION_SHARE = 0.12
USUAL_UTILISATION = 0.85
LEAD = timedelta(minutes=5)
"""How long before a theme's shift its visitors begin to come; ``LAST_CALL`` before the end they stop coming."""
LAST_CALL = timedelta(minutes=20)

SHORT_THEME_MIN = 10
"""A theme whose interviews are this short on average has no quick questions of its own."""

CROWD = (
    (7.0, 0.02),
    (8.5, 0.7),
    (9.5, 1.0),
    (10.0, 1.8),
    (11.5, 1.8),
    (12.25, 0.5),
    (13.5, 0.5),
    (14.0, 1.6),
    (15.5, 1.6),
    (16.25, 0.8),
    (18.0, 0.4),
    (20.0, 0.02),
)
"""Hour at the door, and how many come then compared with a quiet hour."""
GROUP_SHARE = 0.02
"""Of the times that the door opens, so many let in people who came together."""
GROUP_SIZE = (3, 8)

NO_LANGUAGE_SHARE = 0.6
OTHER_LANGUAGE_SHARE = 0.1
ACCESSIBLE_SHARE = 0.03
PRIORITY_SHARE = 0.02
IN_A_HURRY_SHARE = 0.14
STAYS_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class _Minute:
    """A minute at which somebody may come in, how crowded it is, and the themes that are served about then."""

    at: datetime
    crowd: float
    themes: tuple[str, ...]


def generate(
    site: Site, dates: Iterable[Date], seed: int, tickets_per_day: int | None = None
) -> list[PlannedVisit]:
    """The visits of ``dates``, in the order of arrival, each day the same whatever other days are asked for.

    ``tickets_per_day`` come on every date that has a permanence; without it about as many as keep the plan's
    counters busy for four fifths of the day.
    """
    visits: list[PlannedVisit] = []
    for date in dates:
        minutes = _minutes(site, date)
        if minutes:
            chance = np.random.default_rng([seed, date.toordinal()])
            count = (
                tickets_per_day if tickets_per_day is not None else int(chance.poisson(usual_tickets(site, date)))
            )
            visits += _day(site, date, minutes, count, chance)
    return visits


def _minutes(site: Site, date: Date) -> list[_Minute]:
    planned = planned_on(site, date)
    changes = {change for shift in planned for change in (shift.start - LEAD, shift.end - LAST_CALL)}
    weights = _weights(site)
    minutes = []
    for start, end in site.spans_on(date):
        for since, until in pairwise(sorted({start, end, *(each for each in changes if start < each < end)})):
            themes = _served(site, planned, since)
            # Whose theme is not served about then comes at another time.
            drawn = sum(weights[theme] for theme in themes) / sum(weights.values())
            moments = [since + timedelta(minutes=at) for at in range(int((until - since).total_seconds()) // 60)]
            crowds = _crowd(site, since, len(moments)) * drawn
            minutes += [_Minute(*each, themes) for each in zip(moments, crowds.tolist(), strict=True) if themes]
    return minutes


def _crowd(site: Site, since: datetime, minutes: int) -> NDArray[np.float64]:
    """How many come in each of ``minutes`` minutes from ``since`` on, compared with a quiet hour."""
    local = site.local(since)
    hours, crowds = zip(*CROWD, strict=True)
    crowd: NDArray[np.float64] = np.interp(local.hour + (local.minute + np.arange(minutes)) / 60, hours, crowds)
    return crowd


def _served(site: Site, planned: Sequence[PlannedShift], moment: datetime) -> tuple[str, ...]:
    about_now = [shift for shift in planned if shift.start - LEAD <= moment < shift.end - LAST_CALL]
    ids = [RECEPTION, *(theme.id for theme in site.themes)]
    return tuple(theme for theme in ids if any(shift.serves(theme) for shift in about_now))


def usual_tickets(site: Site, date: Date) -> float:
    """How many tickets a day of the plan takes: each is an interview or more, and the time between two visitors."""
    advisors = [shift for shift in planned_on(site, date) if shift.themes != (RECEPTION,)]
    available_min = sum(_reached_min(site, shift) for shift in advisors)
    weights = _weights(site)
    themes = sum(weights[theme.id] for theme in site.themes)
    length_min = sum(weights[theme.id] * theme.interview_min for theme in site.themes) / themes
    expected = site.expectations
    # Of a hundred tickets, some go to the desk first and some are given up; every hand-over is an interview more.
    interviews = themes / sum(weights.values()) + expected.hand_over_percent / 100
    interviews *= 1 - expected.leave_percent / 100
    return USUAL_UTILISATION * available_min / ((length_min + expected.turnover_min) * interviews)


def _reached_min(site: Site, shift: PlannedShift) -> float:
    """The minutes of a permanence; those at which few come, at noon or at night, count as much as few need them."""
    crowds = _crowd(site, shift.start, int((shift.end - shift.start).total_seconds()) // 60)
    return float(np.minimum(1, crowds).sum())


def _weights(site: Site) -> dict[str, float]:
    """How often each theme is chosen, compared with the others; reception's too, where it has a desk."""
    known = FIVE_THEMES if len(site.themes) == len(FIVE_THEMES) else (1.0,) * len(site.themes)
    weights = {theme.id: weight for theme, weight in zip(site.themes, known, strict=True)}
    if site.desk is not None:
        weights[RECEPTION] = sum(known) * RECEPTION_SHARE / (1 - RECEPTION_SHARE)
    return weights


def _day(site: Site, date: Date, minutes: Sequence[_Minute], count: int, chance: Generator) -> list[PlannedVisit]:
    crowds = np.array([minute.crowd for minute in minutes])
    odds = crowds / crowds.sum()
    arrivals: list[tuple[datetime, _Minute]] = []
    while len(arrivals) < count:
        minute = minutes[int(chance.choice(len(minutes), p=odds))]
        together = int(chance.integers(*GROUP_SIZE, endpoint=True)) if chance.random() < GROUP_SHARE else 1
        seconds = sorted(chance.integers(0, 60, size=together).tolist())
        arrivals += [(minute.at + timedelta(seconds=second), minute) for second in seconds]
    arrivals = sorted(arrivals[:count], key=lambda arrival: arrival[0])
    planned = planned_on(site, date)
    return [
        _visit(site, f"{date}/{at}", moment, minute, planned, chance)
        for at, (moment, minute) in enumerate(arrivals, start=1)
    ]


def _visit(
    site: Site, ref: str, moment: datetime, minute: _Minute, planned: Sequence[PlannedShift], chance: Generator
) -> PlannedVisit:
    theme = _theme(site, minute.themes, chance)
    length_min = _length_min(site, theme, chance)
    onward = None
    if chance.random() * 100 < site.expectations.hand_over_percent:
        later = _served(site, planned, moment + timedelta(minutes=length_min + 15))
        others = tuple(other for other in later if other not in (theme, RECEPTION))
        if others:
            second = _theme(site, others, chance)
            onward = Onward(second, _length_min(site, second, chance))
    return PlannedVisit(
        ref=ref,
        arrive=site.local(moment),
        theme=theme,
        language=_language(site, chance),
        needs=("accessible",) if chance.random() < ACCESSIBLE_SHARE else (),
        precedence=Precedence.PRIORITY if chance.random() < PRIORITY_SHARE else Precedence.NONE,
        length_min=length_min,
        patience_min=_patience_min(chance),
        hand_over=onward,
    )


def _theme(site: Site, themes: Sequence[str], chance: Generator) -> str:
    known = _weights(site)
    weights = np.array([known[theme] for theme in themes])
    return themes[int(chance.choice(len(themes), p=weights / weights.sum()))]


def _length_min(site: Site, theme_id: str, chance: Generator) -> float:
    """Minutes of an interview, to a tenth; their mean is the theme's own ``interview_min``."""
    theme = site.theme(theme_id)
    mean = theme.interview_min if theme is not None else 30
    if mean < SHORT_THEME_MIN:
        return max(1.0, round(float(chance.lognormal(np.log(mean) - SPREAD**2 / 2, SPREAD)), 1))
    if chance.random() < QUICK_SHARE:
        return round(float(chance.uniform(*QUICK_MIN)), 1)
    longer = (mean - QUICK_SHARE * QUICK_MEAN_MIN) / (1 - QUICK_SHARE)
    return max(SHORTEST_MIN, round(float(longer * exp(-(SPREAD**2) / 2 + SPREAD * chance.standard_normal())), 1))


def _language(site: Site, chance: Generator) -> str | None:
    drawn = chance.random()
    if drawn < NO_LANGUAGE_SHARE:
        return None
    others = site.languages[1:]
    if others and drawn > 1 - OTHER_LANGUAGE_SHARE:
        return others[int(chance.integers(len(others)))]
    return site.languages[0]


def _patience_min(chance: Generator) -> int | None:
    """Some are in a hurry, some stay whatever happens; most begin to give up after twenty minutes."""
    drawn = chance.random()
    if drawn < IN_A_HURRY_SHARE:
        return int(chance.integers(5, 20))
    if drawn > 1 - STAYS_SHARE:
        return None
    return 20 + int(chance.exponential(20))
