"""Puts a damaged day aside and a readable one in its place."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from cdm_kiosk import disk
from cdm_kiosk.store.day_log import ASIDE, DayLog, Entry
from cdm_kiosk.store.reading import FILES, INDEX_NAME, JOURNAL_NAME, LOG_NAME, WITNESS_NAME
from cdm_kiosk.store.witness import Today


def put_aside(folder: Path) -> Path:
    """Copy the files of the day into a folder of their own; returns it. May raise OSError."""
    at = 1
    while (folder / f"{ASIDE}-{at}").exists():
        at += 1
    aside = folder / f"{ASIDE}-{at}"
    disk.owners_folder(aside, is_ours=True)
    for name in FILES:
        if (folder / name).exists():
            disk.write_whole(aside / name, (folder / name).read_bytes())
    return aside


def begin_anew(folder: Path, after: int, entries: Sequence[Entry], today: Today) -> None:
    """A log of ``entries`` alone, after a position that nobody has heard of; raises StoreFault or OSError.

    It is made elsewhere and takes its place at the end, its witness last: where this breaks off, the former witness
    still refuses what is there.
    """
    made = folder / f"{ASIDE}-new"
    shutil.rmtree(made, ignore_errors=True)
    log = DayLog(made)
    log.begin(after, entries, today)
    log.close()
    for name in (JOURNAL_NAME, INDEX_NAME):
        (folder / name).unlink(missing_ok=True)
    for name in (LOG_NAME, WITNESS_NAME):
        (made / name).replace(folder / name)
        disk.settle(folder)
    shutil.rmtree(made, ignore_errors=True)
