"""One logging set-up for every process: to standard error, with nothing about visitors or their machines."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from cdm_kiosk.disk import keep_to_owner

Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Tells where an error came from and of what kind it is, never its words: they may show a row, a body, a token.

    pydantic shows what it was given, SQLite the text that it could not read, a KeyError the key.
    """

    def formatException(self, ei: Caught) -> str:
        return discreetly(ei[1])

    def formatMessage(self, record: logging.LogRecord) -> str:
        if record.name == "asyncio" and record.levelno >= logging.ERROR:
            # It shows the arguments and the results of what failed.
            record.message = "something in the event loop failed"
        return super().formatMessage(record)


def set_up(role: str) -> None:
    """Send log lines to standard error, marked with this process's role; what it writes is its owner's alone."""
    keep_to_owner()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet(f"%(asctime)s {role} %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    logging.getLogger("peewee").setLevel(logging.WARNING)
    # An interface that carries no multicast is no fault: the others do, and an address can be typed.
    logging.getLogger("zeroconf").setLevel(logging.ERROR)
    sys.excepthook = _tell
    threading.excepthook = lambda failed: _tell(failed.exc_type, failed.exc_value, failed.exc_traceback)


def discreetly(error: BaseException | None) -> str:
    """An error with those that it came from: their kinds and the lines of the program, oldest first."""
    parts: list[str] = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        words = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
        parts.append(f"Traceback (most recent call last):\n{''.join(frames.format())}{_kind(error)}{words}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(reversed(parts))


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _tell(kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
    if error is None or issubclass(kind, SystemExit):
        return
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("\n")
        return
    logging.getLogger("cdm_kiosk").critical("an unexpected error", exc_info=error)
