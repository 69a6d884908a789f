"""The real reception's window in a process of its own, its list scrolled without a rest: ``… HUB_URL SECONDS``.

Each frame asks for the next one and moves the list on, so that every frame is drawn anew. Prints "ready" once the
overview is shown, then the seconds between each two frames as one JSON list.
"""

from __future__ import annotations

import itertools
import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickItem

from cdm_kiosk.apps.reception import ReceptionStation
from cdm_kiosk.station import station
from tests.tools.hub import member
from tests.tools.windows import ready, wait_until

PIXELS_A_FRAME = 7
WIDTH, HEIGHT = 1280, 800


class Scrolling:
    """Moves the list with each frame and notes when each was drawn."""

    def __init__(self, reception: ReceptionStation, rows: QQuickItem) -> None:
        self._window = reception.window
        self._rows = rows
        self._step = PIXELS_A_FRAME
        self.frames: list[float] = []
        self._next = QTimer()
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._move)
        self._window.frameSwapped.connect(self._frame)

    def begin(self) -> None:
        self._move()

    def _frame(self) -> None:
        self.frames.append(time.perf_counter())
        self._next.start(0)

    def _move(self) -> None:
        top = float(self._rows.property("contentY"))
        lowest = float(self._rows.property("contentHeight")) - self._rows.height()
        if not 0 <= top + self._step <= lowest:
            self._step = -self._step
        self._rows.setProperty("contentY", top + self._step)
        self._window.update()


def main() -> None:
    url, file, seconds = *sys.argv[1:3], float(sys.argv[3])
    app = station.application("reception")
    reception = ReceptionStation(member(url, file))
    reception.window.resize(WIDTH, HEIGHT)
    reception.start()
    wait_until(lambda: reception.view_model.tickets.rowCount() > 1, "the line")
    scrolling = Scrolling(reception, ready(reception.window, "ticketList"))
    print("ready", flush=True)
    scrolling.begin()
    QTimer.singleShot(round(1000 * seconds), app.quit)
    app.exec()
    frames = scrolling.frames
    print(json.dumps([after - before for before, after in itertools.pairwise(frames)]), flush=True)
    reception.close()


if __name__ == "__main__":
    main()
