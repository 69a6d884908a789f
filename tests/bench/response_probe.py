"""The real kiosk at 1080 × 1920 in a process of its own, touched all over: ``… HUB_URL TOUCHES``.

Prints for each touch the seconds from the finger down to the next frame presented, and from the finger up to
the first frame after what it chose. A touch begins when the window has stood still.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import cycle, islice

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, Qt
from PySide6.QtTest import QTest

from cdm_kiosk.apps.kiosk import WARM_UP_AFTER_MS, KioskStation
from cdm_kiosk.options import KioskOptions
from cdm_kiosk.station import station
from tests.tools.hub import member
from tests.tools.windows import ready, wait_until

WAY = (
    *("theme-orientation", "back", "theme-formation", "back", "theme-emploi", "back"),
    *("dontKnow", "back", "justLooking", "back", "highContrast", "highContrast", "largeText", "largeText"),
    *("theme-emploi", "takeTicket", "finish"),
)
"""What is touched, in turn; the last touch is back at the welcome."""
STILL_MS = 60


class Finger:
    """Touches one kiosk window and takes the time."""

    def __init__(self, kiosk: KioskStation) -> None:
        self._window = kiosk.window
        self._frame_at = 0.0
        self._window.frameSwapped.connect(self._frame)

    def touch(self, name: str) -> dict[str, float]:
        item = ready(self._window, name)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        self._stand_still()
        pressed_at = time.perf_counter()
        QTest.mousePress(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        frame_s = self._next_frame() - pressed_at
        self._stand_still()
        released_at = time.perf_counter()
        QTest.mouseRelease(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        return {"frame_s": frame_s, "page_s": self._next_frame() - released_at}

    def _next_frame(self) -> float:
        while not self._frame_at:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return self._frame_at

    def _stand_still(self) -> None:
        self._frame_at = 1.0
        while self._frame_at:
            self._frame_at = 0.0
            QTest.qWait(STILL_MS)

    def _frame(self) -> None:
        self._frame_at = time.perf_counter()


def main() -> None:
    url, file, touches = *sys.argv[1:3], int(sys.argv[3])
    station.application("kiosk")
    kiosk = KioskStation(KioskOptions(), member(url, file))
    kiosk.window.resize(1080, 1920)
    kiosk.start()
    wait_until(lambda: kiosk.view_model.page == "themes", "the themes")
    QTest.qWait(2 * WARM_UP_AFTER_MS)
    finger = Finger(kiosk)
    for name in islice(cycle(WAY), touches):
        print(json.dumps(finger.touch(name)), flush=True)
    kiosk.close()


if __name__ == "__main__":
    main()
