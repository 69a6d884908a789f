"""An independent witness of the day log: how far it goes, by a file of its own.

SQLite drops what follows a damaged frame of its journal without a word, and begins anew where its files lack. The
witness knows better. It is written after each append and is never ahead of what is durable; after a power cut it
may be behind.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from cdm_kiosk.disk import owners_file

FILE_NAME = "day.witness"
DIGEST_BYTES = 16
SLOT_BYTES = 4096
SLOTS = 2
_FORM = struct.Struct(f"<8sQQQQ?{DIGEST_BYTES}s")
_MARK = b"cdm-wit1"

NOTHING = bytes(DIGEST_BYTES)
"""The chain before the first event."""

CLOSED = '"kind":"day_closed"'
"""Stands in an event's body where a day closes, and cannot stand in a text of it, where a quote is escaped."""

Value = str | bytes | int | None


@dataclass(frozen=True, slots=True)
class Today:
    """What must be known of a day even if its log is lost: its highest number, its date, whether it is open."""

    number: int = 0
    date: Date | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The log as it was acknowledged: its first and last position, the chain at the last, and the day then.

    The first is that of the last closing, where a day was closed: what stands before it counts no more.
    """

    first: int
    position: int
    chain: bytes
    today: Today = Today()

    @property
    def events(self) -> int:
        return self.position - self.first + 1 if self.position else 0


def closes(body: Value) -> bool:
    """Whether an event closes a day."""
    return isinstance(body, str) and CLOSED in body


def chained(before: bytes, row: Sequence[Value]) -> bytes:
    """The chain after ``row`` (position, body and the rest): it stands for all rows before as well.

    It begins anew where a day closes, since what was before is erased.
    """
    digest = blake2b(NOTHING if closes(row[1]) else before, digest_size=DIGEST_BYTES)
    for value in row:
        # Its kind and its length first: no two rows look alike.
        if isinstance(value, str):
            value, kind = value.encode("utf-8", "surrogateescape"), b"s"
        else:
            value, kind = (value, b"b") if isinstance(value, bytes) else (str(value).encode(), b"i")
        digest.update(kind + str(len(value)).encode() + b":" + value)
    return digest.digest()


class Witness:
    """The file. Two slots are written by turns, each with a checksum: a write that breaks off spares the other.

    May raise OSError.
    """

    def __init__(self, path: Path) -> None:
        owners_file(path)
        self._file: BinaryIO = path.open("r+b", buffering=0)
        if not path.stat().st_size:
            # Of one size from the start: on a full disk it can still be written.
            self._file.write(bytes(SLOTS * SLOT_BYTES))
        self._turn = 0
        self._settled = False

    def write(self, known: Known) -> None:
        """Say how far the log goes now."""
        self._put(known, self._turn)
        self._turn = (self._turn + 1) % SLOTS

    def write_alone(self, known: Known) -> None:
        """Say how far the log goes, and nothing of what was before; it is on the disk when this returns."""
        for turn in range(SLOTS):
            self._put(known, turn)
        self.settle()

    def settle(self) -> None:
        """What was written is on the disk when this returns."""
        if not self._settled:
            os.fsync(self._file.fileno())
            self._settled = True

    def close(self) -> None:
        self._file.close()

    def _put(self, known: Known, turn: int) -> None:
        today = known.today
        ordinal = today.date.toordinal() if today.date is not None else 0
        said = _FORM.pack(_MARK, known.first, known.position, today.number, ordinal, today.is_open, known.chain)
        self._settled = False
        self._file.seek(turn * SLOT_BYTES)
        self._file.write(_checksum(said) + said)


def known_by(path: Path) -> Known | None:
    """What the witness at ``path`` knows; None where there is none, or none that can be believed.

    May raise OSError.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    slots = [content[at * SLOT_BYTES : (at + 1) * SLOT_BYTES] for at in range(SLOTS)]
    return max(filter(None, map(_read, slots)), key=lambda known: known.position, default=None)


def _read(slot: bytes) -> Known | None:
    checksum, said = slot[:DIGEST_BYTES], slot[DIGEST_BYTES : DIGEST_BYTES + _FORM.size]
    if len(said) < _FORM.size or _checksum(said) != checksum:
        return None
    mark, first, position, number, ordinal, is_open, chain = _FORM.unpack(said)
    if mark != _MARK:
        return None
    date = Date.fromordinal(ordinal) if ordinal else None
    return Known(first, position, chain, Today(number, date, is_open))


def _checksum(said: bytes) -> bytes:
    return blake2b(said, digest_size=DIGEST_BYTES).digest()
