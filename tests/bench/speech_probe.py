"""The real kiosk in its speech mode, its choices touched one after the other: ``… HUB_URL TOUCHES``.

Prints for each touch the seconds (``time.perf_counter()``) until the voice is given a text, and until the
engine says that it speaks.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF, Qt
from PySide6.QtTest import QTest

from cdm_kiosk.apps.kiosk import KioskStation
from cdm_kiosk.options import KioskOptions
from cdm_kiosk.station import station, voice
from tests.tools.hub import member
from tests.tools.windows import ready, wait_until

CHOICES = ("theme-emploi", "theme-orientation")


class Listener:
    """Touches one kiosk window and takes the time until something is heard."""

    def __init__(self, kiosk: KioskStation) -> None:
        self._window = kiosk.window
        self._speech = kiosk.speech
        self._given_at = self._heard_at = 0.0
        self._speech.speaking.connect(self._heard)
        say = self._speech.say

        def timed_say(text: str, language: str, volume: int) -> None:
            self._given_at = time.perf_counter()
            say(text, language, volume)

        self._speech.say = timed_say  # type: ignore[method-assign]

    def touch(self, name: str) -> dict[str, float]:
        wait_until(lambda: not self._speech.is_speaking(), "silence")
        item = ready(self._window, name)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        self._given_at = self._heard_at = 0.0
        touched = time.perf_counter()
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        while not self._heard_at:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return {"given_s": self._given_at - touched, "heard_s": self._heard_at - touched}

    def _heard(self) -> None:
        if not self._heard_at and self._given_at:
            self._heard_at = time.perf_counter()


def main() -> None:
    url, file, touches = *sys.argv[1:3], int(sys.argv[3])
    station.application("kiosk")
    kiosk = KioskStation(KioskOptions(), member(url, file))
    kiosk.start()
    wait_until(lambda: kiosk.view_model.page == "themes", "the themes")
    wait_until(lambda: kiosk.speech.speaks("fr"), "the voice", voice.READY_WITHIN_MS)
    QTest.keyClick(kiosk.window, Qt.Key.Key_F1)
    wait_until(lambda: kiosk.view_model.speech, "the speech mode")
    listener = Listener(kiosk)
    for at in range(touches + 1):
        print(json.dumps(listener.touch(CHOICES[at % len(CHOICES)])), flush=True)
    kiosk.close()


if __name__ == "__main__":
    main()
