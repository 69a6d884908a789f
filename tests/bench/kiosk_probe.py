"""The real kiosk in a process of its own, touched visit after visit: ``… HUB_URL PRINTER VISITS``.

Prints for each visit the seconds from the touch to the ticket's properties and to its first drawn frame, and
the moments (``time.perf_counter()``) of the touch on "print". The first visit only warms up.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, Qt
from PySide6.QtTest import QTest

from cdm_kiosk.apps.kiosk import WARM_UP_AFTER_MS, KioskStation
from cdm_kiosk.options import KioskOptions
from cdm_kiosk.station import station
from tests.tools.hub import member
from tests.tools.windows import ready, shown, wait_until


class Visitor:
    """Touches one kiosk window and takes the time."""

    def __init__(self, kiosk: KioskStation) -> None:
        self._kiosk = kiosk
        self._window = kiosk.window
        self._vm = kiosk.view_model
        self._ticket_at = self._frame_at = 0.0
        self._vm.pageChanged.connect(self._page_changed)
        self._window.frameSwapped.connect(self._frame)

    def visit(self) -> dict[str, float]:
        """A ticket taken and printed."""
        wait_until(lambda: self._vm.page == "themes", "the themes")
        self._touch("theme-emploi")
        wait_until(lambda: self._vm.page == "theme", "the theme")
        self._ticket_at = self._frame_at = 0.0
        touched = self._touch("takeTicket")
        while not self._frame_at:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        taken = {"ticket_s": self._ticket_at - touched, "frame_s": self._frame_at - touched}
        print_touched = self._touch("printTicket")
        while self._vm.printState == "printing":
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if self._vm.printState == "failed":
            raise RuntimeError("a ticket was not printed")
        self._vm.finish()
        return {**taken, "print_touched": print_touched}

    def _touch(self, name: str) -> float:
        item = ready(self._window, name)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        touched = time.perf_counter()
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        return touched

    def _page_changed(self) -> None:
        if self._vm.page == "ticket":
            self._ticket_at = time.perf_counter()

    def _frame(self) -> None:
        if self._ticket_at and not self._frame_at and shown(self._window, "ticketNumber") is not None:
            self._frame_at = time.perf_counter()


def main() -> None:
    url, file, printer, visits = *sys.argv[1:4], int(sys.argv[4])
    station.application("kiosk")
    kiosk = KioskStation(KioskOptions(printer=printer), member(url, file))
    kiosk.start()
    visitor = Visitor(kiosk)
    wait_until(lambda: kiosk.view_model.page == "themes", "the themes")
    QTest.qWait(2 * WARM_UP_AFTER_MS)
    for _ in range(visits + 1):
        print(json.dumps(visitor.visit()), flush=True)
    kiosk.close()


if __name__ == "__main__":
    main()
