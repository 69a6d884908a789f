"""Brings the kiosk back to its welcome after an error nobody foresaw, and ends it when that does not help."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable, Iterator
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QQmlEngine, QQmlError

from cdm_kiosk.client.hub import single_shot

logger = logging.getLogger(__name__)

GIVEN_UP = 70
"""The process's code when errors repeat: whoever started it shall start it again."""
MOST_ERRORS = 5
WITHIN_S = 30.0
RESET_EVERY_S = 1.0


class Recovery(QObject):
    """``needed`` when a new visit shall begin, at most once a second. ``clock`` counts seconds, never backwards."""

    needed = Signal()

    def __init__(self, engine: QQmlEngine, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._errors: list[float] = []
        self._reset_at = -RESET_EVERY_S
        self._soon = single_shot(self, self._begin_anew)
        engine.warnings.connect(self._heard)

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Hear of every exception that no slot caught."""
        before = sys.excepthook
        sys.excepthook = self._raised
        try:
            yield
        finally:
            sys.excepthook = before

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logger.error("an unexpected error", exc_info=(kind, error, trace))
        self.count()

    @Slot(list)
    def _heard(self, errors: list[QQmlError]) -> None:
        # What QML only warns of changes nothing of what can be done. Qt's own log names file and line.
        if any("Error" in each.description() for each in errors):
            self.count()

    @property
    def due_ms(self) -> int:
        """When the next new visit begins; -1 while none is due."""
        return self._soon.remainingTime()

    def count(self) -> None:
        """One more error; too many of them end the process."""
        now = self._clock()
        self._errors = [at for at in self._errors if now - at < WITHIN_S] + [now]
        if len(self._errors) > MOST_ERRORS:
            logger.critical(
                "%d errors within %g s: the kiosk ends, to be started again", len(self._errors), WITHIN_S
            )
            QCoreApplication.exit(GIVEN_UP)
        elif not self._soon.isActive():
            from PySide6.QtCore import Qt

            self._soon.setTimerType(Qt.TimerType.PreciseTimer)
            # Later, for whatever raised it may be in the middle of a change.
            self._soon.start(max(0, round((self._reset_at + RESET_EVERY_S - now) * 1_000)))

    @Slot()
    def _begin_anew(self) -> None:
        self._reset_at = self._clock()
        self.needed.emit()
