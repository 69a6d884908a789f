"""The real advisor's window in a process of its own, clicked again and again: ``… HUB_URL COUNTER CLICKS``.

Prints for each click on the large action the seconds until the hub's answer and what followed from it are shown:
the first frame drawn after the stage has changed and nothing is under way. The first three only warm up.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, Qt
from PySide6.QtTest import QTest

from cdm_kiosk.apps.advisor import AdvisorStation
from cdm_kiosk.station import station
from tests.tools.hub import member
from tests.tools.windows import ready, wait_until

WARM_UP = 3
GIVE_UP_S = 10.0


class Advisor:
    """Presses the large action, whatever it is, and looks when it has been done."""

    def __init__(self, advisor: AdvisorStation) -> None:
        self._window = advisor.window
        self._vm = advisor.view_model
        self._stage = ""
        self._shown_at = 0.0
        self._window.frameSwapped.connect(self._frame)

    def click(self) -> tuple[str, float]:
        """The stage that the click led to, and the seconds till it was shown."""
        wait_until(lambda: not self._window.property("busy"), "the window to be at rest")
        item = ready(self._window, "primaryAction")
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        self._stage, self._shown_at = str(self._vm.stage), 0.0
        clicked = time.perf_counter()
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        while not self._shown_at:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if time.perf_counter() - clicked > GIVE_UP_S:
                raise RuntimeError(f"a click in the stage {self._stage} changed nothing")
        return str(self._vm.stage), self._shown_at - clicked

    def _frame(self) -> None:
        if self._stage and not self._shown_at and not self._vm.busy and self._vm.stage != self._stage:
            self._shown_at = time.perf_counter()


def main() -> None:
    url, file, counter, clicks = *sys.argv[1:4], int(sys.argv[4])
    station.application("advisor")
    advisor = AdvisorStation(member(url, file), counter)
    advisor.start()
    wait_until(lambda: advisor.view_model.stage == "free" and advisor.view_model.waiting > 1, "somebody to wait")
    clicking = Advisor(advisor)
    for at in range(clicks + WARM_UP):
        stage, seconds = clicking.click()
        if at >= WARM_UP:
            print(json.dumps({"stage": stage, "seconds": seconds}), flush=True)
    advisor.close()


if __name__ == "__main__":
    main()
