"""Rehearses days: written or drawn visits through the house's rules, under policies and plans side by side."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Self

from rich import box
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from cdm_kiosk import paths
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.rota import plan, planned_on
from cdm_kiosk.domain.routing import POLICIES
from cdm_kiosk.domain.sentence_fault import SentenceFault
from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.rehearsal import engine, visits
from cdm_kiosk.rehearsal.engine import Forecaster, Result, simulate
from cdm_kiosk.rehearsal.figures import Figures, figures
from cdm_kiosk.rehearsal.lines import appearing_whole, keep_apart, telling_of_files, write_lines
from cdm_kiosk.rehearsal.visits import PlannedVisit, read_visits
from cdm_kiosk.rehearsal.what_if import with_shift

HOUSE_POLICY = "fair"
SILENT_S = 2.0
"""A command that is done by then shows no progress."""
FIRST_DRAWN = Date(2026, 11, 23)
"""A Monday, whatever today is: the same command gives the same bytes on every day."""
LAST_DRAWN = Date(2100, 12, 31)
NOTHING = "–"
WIDE = 160


class AskedWrongly(SentenceFault):
    """Options that cannot be meant together."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Days to draw instead of reading them: ``days`` with open doors from ``first`` on."""

    seed: int = 1
    first: Date = FIRST_DRAWN
    days: int = 1
    tickets: int | None = None


@dataclass(frozen=True, slots=True)
class SimulateOptions:
    """``visits`` is read, or written where days are ``drawn``; ``policies`` and ``what_if`` are compared."""

    site: Path | None
    visits: Path | None
    out: Path
    drawn: Drawn | None = None
    bands: bool = True
    policies: tuple[str, ...] = ()
    what_if: tuple[str, ...] = ()


def main(asked: SimulateOptions) -> int:
    """Rehearse; ``out`` appears whole or not at all. Raises faults that carry a ``sentence``."""
    for policy in asked.policies:
        if policy not in POLICIES:
            raise AskedWrongly(f'--compare: there is no policy "{policy}". Expected some of {", ".join(POLICIES)}.')
    site = read_site(asked.site or paths.SAMPLE_SITE)
    plans = {"": site}
    if asked.what_if:
        changed = site
        for text in asked.what_if:
            changed = with_shift(changed, text)
        plans[" + what if"] = changed
    keep_apart(asked.out, asked.site, asked.visits)
    runs = [
        (f"{policy}{plan}", each, policy)
        for policy in asked.policies or (HOUSE_POLICY,)
        for plan, each in plans.items()
    ]
    compares = bool(asked.policies or asked.what_if)
    picture = asked.out.with_suffix(".png")
    if compares and picture == asked.out:
        raise AskedWrongly("--out: the picture takes that name. Expected one like OUT.jsonl.")
    if compares:
        keep_apart(picture, asked.site, asked.visits)
    if asked.drawn is not None and asked.visits is not None:
        keep_apart(asked.visits, asked.site)
    with telling_of_files():
        coming = _coming(asked, site)
        rehearsed: list[Figures] = []
        with appearing_whole(asked.out) as out, _Bar(len(runs) * len(coming)) as bar:
            for name, plan, policy in runs:
                bands = forecaster() if asked.bands else None
                results = list(bar.over(simulate(plan, coming, POLICIES[policy], bands)))
                if not rehearsed:
                    write_lines(out, (engine.written(result, site) for result in results))
                rehearsed.append(figures(name, plan, results))
            if compares:
                from cdm_kiosk.rehearsal.picture import draw

                with appearing_whole(picture) as unfinished:
                    draw(rehearsed, site.name, _subject(coming, site, asked.what_if), unfinished)
    if compares:
        _tell(rehearsed, _subject(coming, site, asked.what_if))
    return 0


def _coming(asked: SimulateOptions, site: Site) -> list[PlannedVisit]:
    """The visits of the file, or drawn ones, which are then written to it."""
    if asked.drawn is None:
        if asked.visits is None:
            raise AskedWrongly("Expected --visits with a file, or --generate.")
        with asked.visits.open("rb") as lines:
            return list(read_visits(lines, site))
    from cdm_kiosk.rehearsal.generate import generate

    drawn = asked.drawn
    coming = generate(site, _open_dates(site, drawn.first, drawn.days), drawn.seed, drawn.tickets)
    if asked.visits is not None:
        with appearing_whole(asked.visits) as unfinished:
            write_lines(unfinished, map(visits.written, coming))
    return coming


def _open_dates(site: Site, first: Date, days: int) -> list[Date]:
    """The first ``days`` dates from ``first`` on at which the plan has anybody receive."""
    whole = (first + timedelta(days=after) for after in range((LAST_DRAWN - first).days + 1))
    dates = list(islice((date for date in whole if planned_on(site, date)), days))
    if len(dates) < days:
        raise AskedWrongly(f"--generate: from {first} to {LAST_DRAWN} the rota has {len(dates)} days, not {days}.")
    return dates


def forecaster() -> Forecaster:
    """What the house tells those who wait, from the floor and the plan alone."""
    from cdm_kiosk.domain.forecast import forecast

    def look(floor: Floor, now: datetime) -> Outlook:
        return forecast(floor, now, plan(floor, now))

    return look


def _subject(coming: Sequence[PlannedVisit], site: Site, what_if: tuple[str, ...]) -> str:
    """What was rehearsed, in one line."""
    dates = sorted({site.local(visit.arrive).date() for visit in coming})
    days = f"{dates[0]}" if len(dates) == 1 else f"{len(dates)} days"
    subject = f"{len(coming):,} visits, {days}"
    return subject if not what_if else f"{subject}; what if: {', '.join(what_if)}"


def _tell(rehearsed: Sequence[Figures], subject: str) -> None:
    """The comparison as a table on the terminal, or in the file that takes its place."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("", no_wrap=True)
    for each in rehearsed:
        table.add_column(each.name.replace(" + ", "\n+ "), justify="right", no_wrap=True)
    rows: dict[str, Callable[[Figures], str]] = {
        "received": lambda each: f"{each.received:,}",
        "mean wait, minutes": lambda each: _wait(each.mean_min),
        "median wait": lambda each: _wait(each.median_min),
        "nine of ten within": lambda each: _wait(each.p90_min),
        "longest wait": lambda each: _wait(each.longest_min),
        "abandoned": lambda each: f"{each.abandoned:,}",
        "turned away": lambda each: f"{each.turned_away:,}",
        "unserved": lambda each: f"{each.unserved:,}",
        "called in their band": lambda each: _share(each.inside),
        "counters busy": lambda each: _share(each.busy),
    }
    for heading, figure in rows.items():
        table.add_row(heading, *map(figure, rehearsed))
    console = Console()
    console = console if console.is_terminal else Console(width=WIDE)
    console.print(Text(subject), soft_wrap=True)
    console.print(table)


def _wait(minutes: float | None) -> str:
    return NOTHING if minutes is None else f"{minutes:.1f}"


def _share(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.0%}"


class _Bar:
    """Progress on a terminal's stderr, once a rehearsal takes longer than anybody waits without wondering."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._started = time.monotonic()
        self._shown: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        if self._shown is not None:
            self._shown.stop()

    def over(self, results: Iterable[Result]) -> Iterator[Result]:
        """``results``, counted as they pass."""
        for result in results:
            self._done += 1
            if self._shown is not None:
                self._shown.update(self._shown.task_ids[0], completed=self._done)
            elif sys.stderr.isatty() and time.monotonic() - self._started > SILENT_S:
                self._shown = Progress(console=Console(stderr=True), transient=True)
                self._shown.add_task("Rehearsing", total=self._total, completed=self._done)
                self._shown.start()
            yield result
