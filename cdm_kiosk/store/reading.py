"""Reads a data folder and changes nothing in it: what can be read of the day, and whether that is all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cdm_kiosk.domain.faults import Code
from cdm_kiosk.store import witness
from cdm_kiosk.store.ballast import is_full
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.store.witness import NOTHING, Known, Value, chained, closes

LOG_NAME = "day.sqlite3"
JOURNAL_NAME = f"{LOG_NAME}-wal"
INDEX_NAME = f"{LOG_NAME}-shm"
WITNESS_NAME = witness.FILE_NAME
FILES = (LOG_NAME, JOURNAL_NAME, INDEX_NAME, WITNESS_NAME)
"""What a day consists of on the disk."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the log, and whether it is what was written."""

    position: int
    values: tuple[Value, ...]
    chain: bytes
    is_sound: bool

    @property
    def body(self) -> str:
        return str(self.values[0])


@dataclass(frozen=True, slots=True)
class Reading:
    """``known`` is the witness's word, None where there is none to believe; ``rows`` are what the log gives.

    ``is_readable`` is False where the files have lost their form; ``is_older`` is a log that never had a witness.
    """

    known: Known | None
    rows: tuple[Row, ...]
    is_readable: bool
    is_older: bool

    @property
    def sound(self) -> list[Row]:
        return [row for row in self.rows if row.is_sound]

    @property
    def events_of_the_day(self) -> int:
        """How many rows count: those from the last closing on."""
        closings = [at for at, row in enumerate(self.rows) if closes(row.values[0])]
        return len(self.rows) - (closings[-1] if closings else 0)

    @property
    def is_whole(self) -> bool:
        """Whether everything that was acknowledged is there, as far as anybody can know."""
        if not self.is_readable or len(self.sound) < len(self.rows):
            return False
        if self.known is None:
            # Where nobody waits, the log itself says all that the next day needs.
            return self.is_older or not self.rows or closes(self.rows[-1].values[0])
        known = self.known
        return known.position == 0 or any(
            row.position == known.position and row.chain == known.chain for row in self.rows
        )

    @property
    def sentence(self) -> str:
        """What is known and what can be read, for whoever runs the hub."""
        readable = f"{len(self.sound)} events of it can be read"
        if self.known is None:
            return f"how many numbers were given is not known, and {readable}"
        return (
            f"{self.known.events} events and numbers up to {self.known.today.number} were acknowledged, "
            f"and {readable}"
        )


def read(folder: Path) -> Reading:
    """Look at the files of a day while no hub runs; raises StoreFault where they cannot even be looked at."""
    path = folder / LOG_NAME
    try:
        known = witness.known_by(folder / WITNESS_NAME)
        journal_bytes = _size(folder / JOURNAL_NAME)
        if not _size(path):
            # SQLite would throw away a journal without its file.
            return Reading(known, (), not journal_bytes, not (folder / WITNESS_NAME).exists())
    except OSError as error:
        raise unusable(path, error.strerror) from None
    rows: list[Row] = []
    is_readable, is_older = True, False
    try:
        with closing(_connected(path)) as connection:
            columns = [row[1] for row in connection.execute("PRAGMA table_info(event)")]
            is_older = "chain" not in columns
            if columns:
                rows.extend(_rows(connection, is_older))
            is_readable = connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.Error as error:
        # Whatever could be read before is kept.
        name = getattr(error, "sqlite_errorname", "")
        if not is_damage(name):
            raise unusable(path, name) from None
        is_readable = False
    return Reading(known, tuple(rows), is_readable, is_older)


def is_damage(name: str) -> bool:
    """Whether SQLite's name of an error means that the file is not what was written; "" is a text that is none."""
    return name in ("", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA") or name.startswith("SQLITE_CORRUPT")


def unusable(path: Path, why: str | None) -> StoreFault:
    """A file that cannot be used, and the system's own name for the reason: never what stands in the file."""
    # SQLite has many names for it: what it cannot open, map or make longer.
    if is_full(path.parent) or (why is not None and "SQLITE_FULL" in why):
        return StoreFault(Code.DISK_FULL, path=str(path))
    return StoreFault(Code.DATA_UNWRITABLE, path=str(path), why=str(why))


def _connected(path: Path) -> sqlite3.Connection:
    # Read-only: what SQLite makes of a damaged journal stays in memory, and the journal as it is.
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return connection


def _rows(connection: sqlite3.Connection, is_older: bool) -> Iterator[Row]:
    chain = "NULL" if is_older else "chain"
    before = NOTHING
    names = f"position, body, key, fingerprint, status, answer, {chain}"
    for position, *values, written in connection.execute(f"SELECT {names} FROM event ORDER BY position"):
        whole = (position, *values)
        if is_older:
            before = chained(before, whole)
            yield Row(position, tuple(values), before, all(_is_text(value) for value in values))
            continue
        is_sound = written == chained(before, whole)
        before = written if isinstance(written, bytes) else NOTHING
        yield Row(position, tuple(values), before, is_sound)


def _is_text(value: Value) -> bool:
    if isinstance(value, str):
        with suppress(UnicodeEncodeError):
            return bool(value.encode("utf-8")) or True
        return False
    return True


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
