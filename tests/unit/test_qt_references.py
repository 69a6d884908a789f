"""Qt for Python must not eat the interpreter's constants: a window that does ends in an abort after some hours."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class Bell(QObject):
    rung = Signal()

    @Slot()
    def hear(self) -> None:
        pass


def test_ringing_a_bell_all_day_leaves_as_many_references_as_before(qapp: object) -> None:
    bell, timer = Bell(), QTimer()

    def counted() -> tuple[int, int, int]:
        return sys.getrefcount(True), sys.getrefcount(False), sys.getrefcount(None)

    before = counted()
    for _ in range(200):
        bell.rung.connect(bell.hear)
        bell.rung.emit()
        bell.rung.disconnect(bell.hear)
        timer.start(1000)
        timer.stop()
    assert all(now - then > -50 for then, now in zip(before, counted(), strict=True))
