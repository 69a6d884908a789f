"""Standard input and output that hold no command up, whatever their encoding, and when nobody reads them."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Any


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


def set_up() -> None:
    """Let every later line go out, with "?" for a letter that the encoding lacks, or be dropped in silence."""
    sys.stdout = _calm(sys.stdout)
    sys.stderr = _calm(sys.stderr)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def _calm(stream: Any) -> Any:
    if stream is None:
        # Closed by whoever started this process, or a program of Windows without a console.
        return open(os.devnull, "w", encoding="utf-8")
    if type(stream) is not io.TextIOWrapper:
        return stream
    raw = getattr(stream.buffer, "raw", stream.buffer)
    buffer = io.BufferedWriter(_WhileRead(raw))
    return io.TextIOWrapper(
        buffer, stream.encoding, "replace", line_buffering=stream.line_buffering, write_through=stream.write_through
    )
