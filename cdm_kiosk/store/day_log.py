"""The append-only log of a day on SQLite: durable before it is acknowledged, erased when the day closes."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import peewee
from peewee import SqliteDatabase, Table
from playhouse.migrations import Runner

from cdm_kiosk import disk
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.store.ballast import Ballast, is_full
from cdm_kiosk.store.errors import PositionTaken, StoreFault
from cdm_kiosk.store.reading import JOURNAL_NAME, LOG_NAME, WITNESS_NAME, Reading, is_damage, read, unusable
from cdm_kiosk.store.witness import NOTHING, Known, Today, Value, Witness, chained, closes

logger = logging.getLogger(__name__)

FILE_NAME = LOG_NAME
MIGRATIONS = Path(__file__).parent / "migrations"
COLUMNS = ("position", "body", "key", "fingerprint", "status", "answer", "chain")
INSERT = f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
LAST = "SELECT position, chain FROM event ORDER BY position DESC LIMIT 1"

FAULTS = (peewee.PeeweeException, sqlite3.Error, OSError)


NO_DAY = Today()
ASIDE = "damaged"
"""Folders of this name and a number hold what a rescue put aside."""


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """What was answered under an idempotency key. ``fingerprint`` tells the command it answered."""

    key: str
    fingerprint: str
    status: int
    body: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One command as it is kept: the events it made (as JSON) and, if it came with a key, its answer."""

    events: tuple[str, ...]
    answer: StoredAnswer | None = None


class DayLog:
    """One log file. Every method must be called from the same thread (SQLite's connection lives there).

    Raises StoreFault when the folder or a file is unusable, and when not all that was acknowledged is there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._first = 0
        self._today = NO_DAY
        self._path = folder / FILE_NAME
        self._ballast = Ballast(folder)
        try:
            self._open()
        except StoreFault as fault:
            if fault.code is not Code.DISK_FULL or not self._make_room():
                raise
            logger.warning("the disk of %s is full: it is read with the room that was kept for that", folder)
            self._open()
        self._has_room = self._ballast.keep()
        # A table rather than a model class: a class is bound to one file for the whole process. Its columns are
        # attributes made at run time, hence Any.
        self._events: Any = Table("event", COLUMNS).bind(self._db)

    def _open(self) -> None:
        folder = self._folder
        try:
            disk.owners_folder(folder)
            reading = read(folder)
            if not reading.is_whole:
                raise damage(folder, reading)
            disk.owners_file(self._path)
            for path in folder.glob("day.*"):
                disk.close_to_others(path)
            self._witness = Witness(folder / WITNESS_NAME)
            # FULL: an acknowledged ticket survives a power cut. secure_delete: an erased day leaves no bytes.
            self._db = SqliteDatabase(
                str(self._path),
                pragmas={
                    "journal_mode": "wal",
                    "synchronous": "full",
                    "secure_delete": 1,
                    "busy_timeout": 5000,
                    # An append needs the last pages alone.
                    "cache_size": -256,
                },
            )
            self._db.connect()
            with self._db.atomic("IMMEDIATE"):
                # Whoever opens a new folder at the same moment waits here, then finds the work done.
                Runner(self._db, directory=str(MIGRATIONS)).up()
                self._adopt(reading)
            # As text: every command looks at them, and making paths takes longer than looking.
            self._journal = str(folder / JOURNAL_NAME)
            in_place = (str(self._path), self._journal, str(folder / WITNESS_NAME))
            self._inodes = [(path, os.stat(path).st_ino) for path in in_place]
            self._seen_journal(self._last()[0])
        except FAULTS as error:
            raise self._fault(error) from None

    def _make_room(self) -> bool:
        try:
            return self._ballast.give_up()
        except OSError:
            return False

    def append(self, position: int, entries: Sequence[Entry], today: Today = NO_DAY) -> int:
        """Write all ``entries`` after ``position`` in one durable transaction; return the new last position.

        ``today`` is what the day is after them. Raises PositionTaken when the log's last position is not
        ``position``, StoreFault when nothing could be written. Either way nothing of ``entries`` is kept.
        """
        if not self._is_in_place():
            raise self._gone()
        # What a start needs is not spent on numbers; a day may always close.
        if not self._has_room and today.is_open and not self._finds_room():
            raise self._full()
        return self._write(position, entries, today)

    def begin(self, position: int, entries: Sequence[Entry], today: Today) -> int:
        """The first entries of a log that goes on after ``position`` of another one; as ``append``."""
        return self._write(position, entries, today, is_first=True)

    def _write(self, position: int, entries: Sequence[Entry], today: Today, is_first: bool = False) -> int:
        try:
            with self._transaction() as connection:
                last, chain = self._last()
                if last != (0 if is_first else position):
                    raise PositionTaken
                rows = [row for entry in entries for row in _rows(entry)]
                numbered: list[tuple[Any, ...]] = []
                for at, row in enumerate(rows, start=position + 1):
                    chain = chained(chain, (at, *row))
                    numbered.append((at, *row, chain))
                connection.executemany(INSERT, numbered)
            last = position + len(rows)
            closings = [row[0] for row in numbered if closes(row[1])]
            self._first = closings[-1] if closings else self._first or position + 1
            self._seen_journal(last)
            # After the log: it may know less than is durable, and never more.
            self._today = today
            self._witness.write(Known(self._first, last, chain, today))
        except FAULTS as error:
            raise self._fault(error) from None
        return last

    def events_after(self, position: int) -> list[tuple[int, str]]:
        """The events after ``position`` as (position, JSON), in order."""
        try:
            rows = self._events.select().where(self._events.position > position).order_by(self._events.position)
            return [(row["position"], row["body"]) for row in rows]
        except peewee.PeeweeException as error:
            raise self._fault(error) from None

    def answers(self) -> list[StoredAnswer]:
        """Every answer of the day, oldest first."""
        try:
            rows = self._events.select().where(self._events.key.is_null(False)).order_by(self._events.position)
            return [StoredAnswer(row["key"], row["fingerprint"], row["status"], row["answer"]) for row in rows]
        except peewee.PeeweeException as error:
            raise self._fault(error) from None

    def erase_before(self, position: int) -> None:
        """Erase every event and answer before ``position``, from the file and from its journal.

        What stands at ``position`` stays: the closing of the day, and its answer to whoever asks again.
        """
        try:
            with self._db.atomic("IMMEDIATE"):
                erased = self._events.delete().where(self._events.position < position).execute()
                for aside in self._folder.glob(f"{ASIDE}-*") if erased else ():
                    # What a rescue put aside holds tickets, too.
                    shutil.rmtree(aside)
            busy, *_ = self._db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                why = "another program reads it, so its journal keeps what was erased: close that one"
                raise StoreFault(Code.DATA_UNWRITABLE, path=str(self._path), why=why)
            last, chain = self._last()
            self._seen_journal(last)
            self._first = position
            self._witness.write_alone(Known(position, last, chain, self._today))
        except FAULTS as error:
            raise self._fault(error) from None

    def vouch(self, today: Today) -> None:
        """From here on the witness knows all that the log holds, which makes ``today``."""
        try:
            self._today = today
            self._witness.write_alone(Known(self._first, *self._last(), today))
        except FAULTS as error:
            raise self._fault(error) from None

    def look_after(self) -> None:
        """What can wait until nobody asks for anything; raises StoreFault for what the next command would meet."""
        if not self._is_in_place():
            raise self._gone()
        if not self._finds_room() or is_full(self._folder):
            raise self._full()
        try:
            self._witness.settle()
        except OSError as error:
            raise self._fault(error) from None

    def damage(self) -> StoreFault:
        """What to say when the file does not hold what was written."""
        return _damaged(self._folder, "it does not make sense")

    def close(self) -> None:
        self._db.close()
        self._witness.close()

    def _adopt(self, reading: Reading) -> None:
        """Make a witness for a log that has none to believe, before the log says that it has one."""
        rows = reading.rows
        closings = [row.position for row in rows if closes(row.values[0])]
        self._first = closings[-1] if closings else rows[0].position if rows else 0
        self._today = reading.known.today if reading.known is not None else NO_DAY
        if reading.is_older and rows:
            logger.warning("the log in %s is from before there was a witness: it is taken for whole", self._folder)
            for row in rows:
                self._db.execute_sql("UPDATE event SET chain = ? WHERE position = ?", (row.chain, row.position))
        if reading.known is None:
            last, chain = (rows[-1].position, rows[-1].chain) if rows else (0, NOTHING)
            self._witness.write_alone(Known(self._first, last, chain))

    def _gone(self) -> StoreFault:
        return StoreFault(Code.DATA_GONE, path=str(self._path))

    def _finds_room(self) -> bool:
        self._has_room = self._ballast.keep()
        return self._has_room

    def _full(self) -> StoreFault:
        return StoreFault(Code.DISK_FULL, path=str(self._path))

    def _is_in_place(self) -> bool:
        """Whether what is written will be found again: SQLite goes on writing to files that were removed."""
        try:
            if any(os.stat(path).st_ino != inode for path, inode in self._inodes):
                return False
            return os.stat(self._journal).st_size >= self._journal_bytes or self._is_whole_without_journal()
        except OSError:
            return False

    def _seen_journal(self, last: int) -> None:
        """What is on the disk now must be there later: in the journal, or in the file if that became shorter."""
        self._journal_bytes = os.stat(self._journal).st_size
        self._seen = last

    def _is_whole_without_journal(self) -> bool:
        """Whether a journal became shorter because all of it went into the file, as SQLite does it."""
        address = f"file:{quote(str(self._path.absolute()))}?immutable=1"
        try:
            with closing(sqlite3.connect(address, uri=True)) as connection:
                last = connection.execute("SELECT MAX(position) FROM event").fetchone()[0] or 0
        except sqlite3.Error:
            return False
        return int(last) >= self._seen

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """A transaction on SQLite's own connection: every ticket is written in one, and peewee's way costs more."""
        connection: sqlite3.Connection = self._db.connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _last(self) -> tuple[int, bytes]:
        """The last position and the chain there."""
        row = self._db.connection().execute(LAST).fetchone()
        return (int(row[0]), bytes(row[1] or NOTHING)) if row is not None else (0, NOTHING)

    def _fault(self, error: Exception) -> StoreFault:
        if isinstance(error, OSError):
            return unusable(self._path, error.strerror)
        name = _name(error)
        return self.damage() if is_damage(name) else unusable(self._path, name)


def damage(folder: Path, reading: Reading) -> StoreFault:
    """What to say when not all is there: what is known, what can be read, and what to do."""
    return _damaged(folder, reading.sentence)


def _damaged(folder: Path, what: str) -> StoreFault:
    return StoreFault(Code.DATA_DAMAGED, folder=str(folder), what=what)


def _name(error: BaseException | None) -> str:
    """SQLite's own name of a fault: where it rolled back by itself, a second error hides the first.

    Never its words: those of a text that cannot be read hold the text.
    """
    name = ""
    while error is not None:
        name = getattr(error, "sqlite_errorname", "") or name
        error = error.__context__
    return name


def _rows(entry: Entry) -> list[tuple[Value, ...]]:
    """A command's events, the last of them with its answer beside it."""
    nothing = (None, None, None, None)
    answer = entry.answer
    beside = nothing if answer is None else (answer.key, answer.fingerprint, answer.status, answer.body)
    *before, last = entry.events
    return [*((body, *nothing) for body in before), (last, *beside)]
