"""Where Python's garbage ends while a station runs."""

from __future__ import annotations

import gc
import threading

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt
from pytestqt.qtbot import QtBot

from cdm_kiosk.station.garbage import Collector


class Cycle:
    """Holds a QObject, and itself."""

    def __init__(self, held: QObject) -> None:
        self.held = held
        self.itself = self


def test_a_qt_object_in_a_cycle_ends_in_the_windows_own_thread(qapp: QCoreApplication, qtbot: QtBot) -> None:
    ended_in: list[int] = []
    held = QObject()
    held.destroyed.connect(lambda: ended_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)
    Cycle(held)
    del held
    collector = Collector(qapp)

    made: list[list[int]] = []
    printing = threading.Thread(target=lambda: made.extend([number] for number in range(100_000)))
    printing.start()
    printing.join()
    assert ended_in == []

    qtbot.waitUntil(lambda: bool(ended_in), timeout=60_000)
    assert ended_in == [threading.get_ident()]
    assert not gc.isenabled()
    shiboken6.delete(collector)
