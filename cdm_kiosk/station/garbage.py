"""Collects Python's garbage in the thread that Qt's objects live in.

Python collects cycles in whichever thread happens to allocate, and a QObject in a cycle then ends in that thread: a
printer's thread would take a timer or a translator away from under the window that is just being drawn.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 1_000


class Collector(QObject):
    """Collects in its own thread, as soon as Python would, and nowhere else while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(LOOK_EVERY_MS)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(counted) if count > most]
        if due:
            gc.collect(due[-1])
