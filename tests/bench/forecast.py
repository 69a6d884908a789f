"""How good the bands are, and how fast: generated days that the forecast has not seen, with 2, 4 and 10 advisors.

Whoever was called is judged by the band told at issue; who gave up or was not called has nothing to be judged by.
Beside it stands the rule of thumb "place in line × mean length ÷ advisors", as a point and with a band as wide.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import mean, median, pstdev

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook, band_at_issue, calmed
from cdm_kiosk.domain.day import due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.errors import Conflict
from cdm_kiosk.domain.events import TicketWithdrawn
from cdm_kiosk.domain.experience import mean_min
from cdm_kiosk.domain.floor import Floor, Ticket, evolve
from cdm_kiosk.domain.forecast import forecast
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.routing import may_receive, people_ahead
from cdm_kiosk.domain.site import Counter, RotaShift, Site, Theme, Zone
from cdm_kiosk.rehearsal.engine import Outcome, Result, simulate
from cdm_kiosk.rehearsal.generate import generate
from tests.bench.report import Figure, at_least, at_most, milliseconds, spread

MONDAY = date(2026, 3, 2)
SEED = 11
DAYS = 30
NUMBERS = {2: 24, 4: 48, 10: 125}
"""Numbers a day for so many advisors, so that most of them wait."""
INSIDE = (0.75, 0.90)
WIDEST = 0.60
SLOWEST_MS = 5.0
THEMES = ("orientation", "emploi", "formation", "evolution", "creation")


@dataclass(frozen=True, slots=True)
class Told:
    """What a visitor was told: the band of the ticket's page, the one told at once, the rule of thumb. Minutes."""

    band: Band | None
    at_once: Band | None
    thumb_min: float


@dataclass
class Watch:
    """A forecaster that remembers what else could have been told, and how often a page's band would have risen."""

    site: Site
    told: dict[str, Told] = field(default_factory=dict)
    page: Outlook | None = None
    updates: int = 0
    rises: int = 0
    falls: int = 0

    def __call__(self, floor: Floor, now: datetime) -> Outlook:
        plan = planned_on(self.site, self.site.local(now).date())
        newest = max(floor.tickets.values(), key=lambda ticket: ticket.number)
        before = forecast(evolve(floor, TicketWithdrawn(now, newest.id, newest.number)), now, plan)
        outlook = forecast(floor, now, plan)
        self.told[newest.id] = Told(
            outlook.tickets.get(newest.id),
            band_at_issue(before, floor, newest),
            rule_of_thumb(floor, newest, now),
        )
        self._turn_page(outlook)
        return outlook

    def _turn_page(self, outlook: Outlook) -> None:
        page = calmed(self.page, outlook)
        for ticket, band in page.tickets.items():
            shown = self.page.tickets.get(ticket) if self.page is not None else None
            if shown is not None:
                self.updates += 1
                self.rises += band.low_min > shown.low_min or band.high_min > shown.high_min
                self.falls += band.low_min < shown.low_min or band.high_min < shown.high_min
        self.page = page


def forecasts(_folder: Path, quick: bool) -> Figure:
    """Speed on a full floor, then quality for each number of advisors."""
    figure: Figure = {"speed": speed(quick)}
    for advisors in NUMBERS:
        figure[f"advisors_{advisors}"] = quality(advisors, 3 if quick else DAYS)
    return figure


def speed(quick: bool) -> Figure:
    """One forecast with 60 waiting and 12 counters, most of them with somebody."""
    floor, now = full_floor(waiting=60, counters=12)
    plan = planned_on(floor.site, MONDAY)
    times, processor_times = [], []
    gc.collect()
    for _ in range(30 if quick else 600):
        started, processor_started = time.perf_counter(), time.thread_time()
        forecast(floor, now, plan)
        times.append(time.perf_counter() - started)
        processor_times.append(time.thread_time() - processor_started)
    return {
        "waiting": len(floor.waiting()),
        **spread(times),
        "processor_p50_ms": milliseconds(median(processor_times)),
        "p50_held_ms": at_most(1000 * median(times), SLOWEST_MS),
    }


def quality(advisors: int, days: int, seed: int = SEED, numbers_a_day: int | None = None) -> Figure:
    """Coverage, width and error of the bands told at issue, and of the rule of thumb."""
    visits, watch = watched(advisors, days, seed, numbers_a_day)
    called = [(watch.told[str(at)], wait) for at, each in enumerate(visits) if (wait := each.wait_min) is not None]
    with_band = [(told.band, told.thumb_min, wait) for told, wait in called if told.band is not None]
    at_once = [(told.at_once, wait) for told, wait in called if told.at_once is not None]
    waits = [wait for _, wait in called]
    usual_min = 2 * pstdev(waits)
    widths = [band.high_min - band.low_min for band, _, _ in with_band]
    inside = share(_holds(band, wait) for band, _, wait in with_band)
    thumb_inside = share(_holds(_around(thumb, band), wait) for band, thumb, wait in with_band)
    in_line = [each for each in with_band if each[1] > 0]
    error = mean(abs((band.low_min + band.high_min) / 2 - wait) for band, _, wait in in_line)
    thumb_error = mean(abs(thumb - wait) for _, thumb, wait in in_line)
    return {
        "days": days,
        "called": len(called),
        "gave_up": sum(each.outcome is Outcome.ABANDONED for each in visits),
        "turned_away": sum(each.outcome is Outcome.TURNED_AWAY for each in visits),
        "counters_busy": round(_busy_min(visits, watch.site) / (days * advisors * 480), 2),
        "wait_min": {
            "median": round(median(waits), 1),
            "mean": round(mean(waits), 1),
            "sd": round(usual_min / 2, 1),
        },
        "without_band": len(called) - len(with_band),
        "inside_at_least": at_least(inside, INSIDE[0]),
        "inside_at_most": at_most(inside, INSIDE[1]),
        "called_before_band": share(wait < band.low_min for band, _, wait in with_band),
        "called_after_band": share(wait > band.high_min for band, _, wait in with_band),
        "inside_of_those_who_waited_10_min": share(_holds(band, wait) for band, _, wait in with_band if wait > 10),
        "told_at_once_inside": share(_holds(band, wait) for band, wait in at_once),
        "width_min": {"median": median(widths), "mean": round(mean(widths), 1)},
        "width_to_two_sd": at_most(median(widths) / usual_min, WIDEST),
        "thumb_inside_if_as_wide": at_most(thumb_inside, inside),
        "error_min_of_those_in_line": at_most(error, thumb_error),
        "pages": {
            "updates": watch.updates,
            "rises": round(watch.rises / max(1, watch.updates), 3),
            "falls": round(watch.falls / max(1, watch.updates), 3),
        },
    }


def watched(advisors: int, days: int, seed: int, numbers_a_day: int | None = None) -> tuple[list[Result], Watch]:
    """Days one after the other; the house learns from those that are over, never from the one it forecasts."""
    site = house(advisors)
    watch = Watch(site)
    dates = [MONDAY + timedelta(days=at) for at in range(days)]
    visits = generate(site, dates, seed, numbers_a_day or NUMBERS[advisors])
    return list(simulate(site, visits, forecaster=watch)), watch


def rule_of_thumb(floor: Floor, ticket: Ticket, now: datetime) -> float:
    """Place in line × mean length ÷ advisors; nothing where a counter that may receive the visitor is free."""
    serving = floor.serving(ticket.theme)
    able = [name for name, shift in serving if may_receive(floor, name, shift, ticket, now)]
    ahead = people_ahead(floor, ticket)
    if ahead == 0 and any(name not in floor.at_counter for name in able):
        return 0.0
    theme = floor.site.theme(ticket.theme)
    prior_min = 30 if theme is None else theme.interview_min
    return (ahead + 1) * mean_min(floor.experience.themes.get(ticket.theme), prior_min) / max(1, len(serving))


def house(advisors: int) -> Site:
    """A Cité where each advisor covers some themes and helps with others, and every second one speaks English."""
    rota = []
    for at in range(advisors):
        covered = 5 if advisors == 2 else 3 if advisors == 4 else 2
        own = tuple(THEMES[(at + step) % 5] for step in range(covered))
        helps = tuple(name for name in THEMES if name not in own)[: 1 + 2 * (at % 2)]
        rota.append(RotaShift(str(at + 1), own, helps, ("fr", "en") if at % 2 else ("fr",)))
    return Site(
        id=f"house-{advisors}",
        name="Cité des essais",
        timezone="Europe/Paris",
        languages=("fr", "en"),
        reception={"fr": "à l’accueil"},
        hours={"every_day": ("09:00-17:00",)},
        zones=(Zone("hall", {"fr": "le hall"}),),
        counters=tuple(Counter(str(at + 1), f"Table {at + 1}", "hall", at % 4 != 3) for at in range(advisors)),
        themes=tuple(_theme(name) for name in THEMES),
        rota=tuple(rota),
        rota_opens_shifts=True,
    )


def full_floor(waiting: int, counters: int) -> tuple[Floor, datetime]:
    """A morning on which somebody comes every minute; all counters receive, and so many wait."""
    now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    floor = Floor(house(counters))
    while commands := due(floor, now):
        for command in commands:
            floor = _after(floor, command, now)
    for at in range(waiting + counters):
        now += timedelta(seconds=50)
        language = "en" if at % 6 == 0 else None
        command = c.IssueTicket(f"t{at}", THEMES[at * 7 % 5], language, at % 11 == 0, anyway=True)
        floor = _after(floor, command, now)
        if at >= counters:
            floor = _somebody_received(floor, now)
    return floor, now


def _somebody_received(floor: Floor, now: datetime) -> Floor:
    for counter in floor.shifts:
        if counter not in floor.at_counter:
            try:
                called = _after(floor, c.CallNext(counter), now)
            except Conflict:
                continue
            return _after(called, c.StartInterview(counter), now)
    return floor


def _after(floor: Floor, command: c.Command, now: datetime) -> Floor:
    for event in decide(floor, by_hub(command), now):
        floor = evolve(floor, event)
    return floor


def _theme(name: str) -> Theme:
    return Theme(name, {"fr": name.title()}, name, "#2F6690", interview_min=40 if name == "creation" else 30)


def _busy_min(visits: Iterable[Result], site: Site) -> float:
    interviews = [each for result in visits for each in (result.first, result.second) if each is not None]
    spent = [
        (each.ended_at - each.started_at).total_seconds() / 60 + site.expectations.turnover_min
        for each in interviews
        if each.started_at is not None and each.ended_at is not None
    ]
    return sum(spent)


def _around(point_min: float, band: Band) -> Band:
    """A band as wide as ``band`` around the point, and none of it before now."""
    width = band.high_min - band.low_min
    low = max(0, round(point_min - width / 2))
    return Band(low, low + width)


def _holds(band: Band, wait_min: float) -> bool:
    return band.low_min <= wait_min <= band.high_min


def share(answers: Iterable[bool]) -> float:
    """How many of the answers are yes, from 0 to 1; 0 where nobody was asked."""
    listed = list(answers)
    return round(sum(listed) / len(listed), 3) if listed else 0.0
