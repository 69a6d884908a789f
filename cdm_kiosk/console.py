"""Standard input and output that hold no command up, whatever their encoding, and when nobody reads them."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from contextlib import suppress
from typing import Any

PLAINLY = "plainly"
MEANT = {"Zs": " ", "Pd": "-", "Pi": '"', "Pf": '"', "Cf": ""}
"""What is meant by letters of these categories of Unicode."""
SINGLE_QUOTES = "‘’‛‹›"


class _WhileRead(io.RawIOBase):
    """Writes to another stream as long as somebody takes it: a closed pipe or a full disk stops nothing."""

    def __init__(self, raw: Any) -> None:
        super().__init__()
        self._raw = raw

    def write(self, content: Any) -> int | None:
        with suppress(OSError):
            written: int | None = self._raw.write(content)
            return written
        return len(content)

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        return bool(self._raw.isatty())


def _plainly(fault: UnicodeError) -> tuple[str, int]:
    """What stands for letters that an encoding lacks: the plain space, dash, quote or letter, else "?"."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return "".join(_plain(letter, fault.encoding) for letter in fault.object[fault.start : fault.end]), fault.end


def _plain(letter: str, encoding: str) -> str:
    kind = unicodedata.category(letter)
    if kind in MEANT:
        return "'" if letter in SINGLE_QUOTES else MEANT[kind]
    parts = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    try:
        parts.encode(encoding)
    except UnicodeEncodeError:
        return "?"
    return parts


def set_up() -> None:
    """Let every later line go out, in letters that the encoding has, or be dropped in silence."""
    codecs.register_error(PLAINLY, _plainly)
    sys.stdout = _calm(sys.stdout)
    sys.stderr = _calm(sys.stderr)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def ask(question: str) -> str:
    """The line typed in answer; "" where the input has ended.

    Python's own ``input`` forgets an interruption that comes while it flushes what it asked.
    """
    sys.stdout.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line.endswith("\n"):
        sys.stdout.write("\n")
    return line.rstrip("\r\n")


def agreed(question: str) -> bool:
    """Whether a person at the terminal says yes; nobody can be asked elsewhere."""
    if not sys.stdin.isatty():
        sys.stdout.write("Nobody can be asked here: add --yes to do it.\n")
        return False
    return ask(f"{question} yes or no [no]: ").strip().lower() in ("y", "yes", "o", "oui")


def _calm(stream: Any) -> Any:
    if stream is None:
        # Closed by whoever started this process, or a program of Windows without a console.
        return open(os.devnull, "w", encoding="utf-8")
    if type(stream) is not io.TextIOWrapper:
        return stream
    raw = getattr(stream.buffer, "raw", stream.buffer)
    buffer = io.BufferedWriter(_WhileRead(raw))
    # What was written through at once (stderr into a pipe or a journal) still goes out line by line.
    at_once = stream.line_buffering or stream.write_through
    return io.TextIOWrapper(buffer, stream.encoding, PLAINLY, line_buffering=at_once)
