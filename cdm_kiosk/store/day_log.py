"""The append-only log of a day on SQLite: durable before it is acknowledged, erased when the day closes."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peewee
from peewee import SqliteDatabase, Table
from playhouse.migrations import Runner

from cdm_kiosk.store.errors import PositionTaken, StoreFault

FILE_NAME = "day.sqlite3"
MIGRATIONS = Path(__file__).parent / "migrations"
COLUMNS = ("position", "body", "key", "fingerprint", "status", "answer")


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

    Raises StoreFault when the folder or the file is unusable.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # FULL: an acknowledged ticket survives a power cut. secure_delete: an erased day leaves no bytes.
            self._db = SqliteDatabase(
                str(self._path),
                pragmas={
                    "journal_mode": "wal",
                    "synchronous": "full",
                    "secure_delete": 1,
                    "busy_timeout": 5000,
                },
            )
            self._db.connect()
            with self._db.atomic("IMMEDIATE"):
                # Whoever opens a new folder at the same moment waits here, then finds the work done.
                Runner(self._db, directory=str(MIGRATIONS)).up()
            self._file_id = self._path.stat().st_ino
        except (peewee.PeeweeException, OSError) as error:
            raise self._fault(error) from error
        # A table rather than a model class: a class is bound to one file for the whole process. Its columns are
        # attributes made at run time, hence Any.
        self._events: Any = Table("event", COLUMNS).bind(self._db)

    def append(self, position: int, entries: Sequence[Entry]) -> int:
        """Write all ``entries`` after ``position`` in one durable transaction; return the new last position.

        Raises PositionTaken when the log's last position is not ``position``, StoreFault when nothing could be
        written. Either way nothing of ``entries`` is kept.
        """
        rows = [row for entry in entries for row in _rows(entry)]
        numbered = [(position + at, *row) for at, row in enumerate(rows, start=1)]
        if not self._is_in_place():
            raise StoreFault(
                "data_gone",
                f"The file {self._path} was removed or replaced while the hub ran. Start the hub again.",
            )
        try:
            with self._db.atomic("IMMEDIATE"):
                if self._last_position() != position:
                    raise PositionTaken
                self._insert(numbered)
        except peewee.PeeweeException as error:
            raise self._fault(error) from error
        return position + len(rows)

    def events_after(self, position: int) -> list[tuple[int, str]]:
        """The events after ``position`` as (position, JSON), in order."""
        try:
            rows = self._events.select().where(self._events.position > position).order_by(self._events.position)
            return [(row["position"], row["body"]) for row in rows]
        except peewee.PeeweeException as error:
            raise self._fault(error) from error

    def answers(self) -> list[StoredAnswer]:
        """Every answer of the day, oldest first."""
        try:
            rows = self._events.select().where(self._events.key.is_null(False)).order_by(self._events.position)
            return [StoredAnswer(row["key"], row["fingerprint"], row["status"], row["answer"]) for row in rows]
        except peewee.PeeweeException as error:
            raise self._fault(error) from error

    def erase_before(self, position: int) -> None:
        """Erase every event and answer before ``position``, from the file and from its journal.

        What stands at ``position`` stays: the closing of the day, and its answer to whoever asks again.
        """
        try:
            with self._db.atomic("IMMEDIATE"):
                self._events.delete().where(self._events.position < position).execute()
            busy, *_ = self._db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise peewee.OperationalError("another program reads it, so its journal keeps what was erased")
        except peewee.PeeweeException as error:
            raise self._fault(error) from error

    def damage(self) -> StoreFault:
        """What to say when the file does not hold what was written."""
        return StoreFault(
            "data_damaged",
            f"The file {self._path} is damaged. Keep a copy of it, then restore a backup in its place.",
        )

    def close(self) -> None:
        self._db.close()

    def _is_in_place(self) -> bool:
        """Whether what is written will be found again: SQLite goes on writing to a file that was removed."""
        try:
            return self._path.stat().st_ino == self._file_id
        except OSError:
            return False

    def _last_position(self) -> int:
        return int(self._db.execute_sql("SELECT MAX(position) FROM event").fetchone()[0] or 0)

    def _insert(self, rows: Sequence[tuple[object, ...]]) -> None:
        """All rows in one statement, written out: making it from a query object costs more than running it."""
        values = ", ".join([f"({', '.join('?' * len(COLUMNS))})"] * len(rows))
        statement = f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES {values}"
        self._db.execute_sql(statement, [each for row in rows for each in row])

    def _fault(self, error: Exception) -> StoreFault:
        words = _words(error)
        if "malformed" in words or "not a database" in words or "corrupt" in words:
            return self.damage()
        if "full" in words or (isinstance(error, OSError) and error.errno == errno.ENOSPC):
            return StoreFault("disk_full", f"The disk that holds {self._path} is full. Free some space.")
        return StoreFault(
            "data_unwritable",
            f"The file {self._path} cannot be used ({error}). "
            "Check that the folder exists and that this user may write in it.",
        )


def _words(error: BaseException | None) -> str:
    """What the database said of a fault: where SQLite rolled back by itself, a second error hides the first."""
    if error is None:
        return ""
    # The words of a fault of the system hold the path, which may hold any word.
    own = "" if isinstance(error, OSError) else str(error).lower()
    return own + _words(error.__context__)


def _rows(entry: Entry) -> list[tuple[object, ...]]:
    """A command's events, the last of them with its answer beside it."""
    nothing = (None, None, None, None)
    answer = entry.answer
    beside = nothing if answer is None else (answer.key, answer.fingerprint, answer.status, answer.body)
    *before, last = entry.events
    return [*((body, *nothing) for body in before), (last, *beside)]
