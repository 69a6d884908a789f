"""Composes the commands about the day on the disk: is all of it there, and what to do where it is not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cdm_kiosk import console, logs, paths
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.site import Site
from cdm_kiosk.hub.rescue import Saved, saved
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.store.data_folder import holding
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.store.reading import Reading, read
from cdm_kiosk.store.rescue import begin_anew, put_aside

DAMAGED = 1
NOT_DONE = 2


def check(site: Path | None, data: Path | None) -> int:
    """Say whether all of the day is there; changes nothing. Leaves with 1 where it is not."""
    described, folder = _asked(site, data)
    reading = read(folder)
    whole = _is_whole(reading, saved(described, reading, 0, datetime.now(UTC)))
    _say(f"The day in {folder} is {'whole' if whole else 'damaged'}: {reading.sentence}.")
    return 0 if whole else DAMAGED


def rescue(site: Path | None, data: Path | None, above: int, yes: bool) -> int:
    """Keep a copy of a damaged day and go on with what can be read; raises faults that have a ``sentence``."""
    logs.set_up("day")
    described, folder = _asked(site, data)
    with holding(folder):
        reading = read(folder)
        day = saved(described, reading, above, datetime.now(UTC))
        if _is_whole(reading, day):
            _say(f"The day in {folder} is whole: {reading.sentence}. Nothing is to be done.")
            return 0
        _say(f"The day in {folder} is damaged: {reading.sentence}.")
        if reading.known is None and not above:
            _say("Look for the highest number that somebody holds, and say it with --above NUMBER.")
            return NOT_DONE
        _say(f"{day.events} events go on, and the next number will be {day.today.number + 1}.")
        if day.lost_numbers:
            _say(f"Lost: {_ranges(day.lost_numbers)}. Whoever holds one of these needs a new number.")
        if not yes and not console.agreed("Go on so?"):
            return NOT_DONE
        try:
            aside = put_aside(folder)
            last = max((row.position for row in reading.rows), default=0)
            after = max(last, reading.known.position if reading.known is not None else 0)
            begin_anew(folder, after, day.entries, day.today)
        except OSError as error:
            raise StoreFault(Code.DATA_UNWRITABLE, path=str(folder), why=str(error.strerror)) from None
    _say(f"Done: start the hub. What was there is kept in {aside} until the day closes.")
    return 0


def _asked(site: Path | None, data: Path | None) -> tuple[Site, Path]:
    own = paths.own_site(data)
    described = read_site(site or (own if own.is_file() else paths.SAMPLE_SITE))
    folder = data or paths.data_folder() / described.id
    if not folder.is_dir():
        raise StoreFault(Code.NO_DATA, folder=str(folder))
    return described, folder


def _is_whole(reading: Reading, day: Saved) -> bool:
    return reading.is_whole and day.events >= reading.events_of_the_day


def _ranges(numbers: tuple[int, ...]) -> str:
    """Numbers as people say them: "3, 7 to 12"."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in spans)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201
