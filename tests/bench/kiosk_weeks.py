"""Weeks of a kiosk that speaks, in one process: ``… VISITORS EVERY`` prints its memory after each EVERY visitors.

The view model, the window, its pictures and the voice's line to its engine are the real ones; the engine is mute,
the hub is in the same process and keeps one day. Every visitor listens, takes a number and prints it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import psutil
from PySide6.QtCore import QTimer

from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.station import station
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.station.voice import Voice
from cdm_kiosk.viewmodels.kiosk import leave as kiosk_leave  # noqa: F401  # the window knows its type
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.kiosk.voice import KioskVoice
from tests.bench.display_weeks import A_DAY, LANGUAGES
from tests.bench.mute_voice import ENGINE
from tests.tools.fake_hub import FakeHub
from tests.tools.hub import DEMO_SITE
from tests.tools.tickets import in_words
from tests.tools.windows import wait_until


class Weeks:
    """One kiosk and its visitors, one step in each turn of Qt's loop."""

    def __init__(self, visitors: int, every: int) -> None:
        self._visitors = visitors
        self._every = every
        self._hub = FakeHub(read_site(DEMO_SITE))
        self._line = self._hub.line("kiosk")
        mirror = KioskMirror(self._line)
        self._vm = KioskViewModel(
            mirror,
            self._line,
            self._line.orders,
            station.own_pictogram_url,
            station.qr_image,
            in_words,
            self._hub.clock,
        )
        self._vm.offerPaper(True)
        self._vm.paperAsked.connect(self._print)
        self.speech = Voice(ENGINE, self._vm)
        self.voice = KioskVoice(self._vm, self.speech, self._vm)
        self.kiosk = StationWindow(
            self._line, self._vm, [mirror], "Cdm.Kiosk", "KioskWindow", "kiosk", voice=self.voice
        )
        self.kiosk.window.resize(1080, 1920)
        self._vm.languageChanged.connect(lambda: self.kiosk.translations.speak(str(self._vm.language)))
        self._said = 0
        self.speech.done.connect(self._count)
        self._line.start()
        self.speech.warm_up()
        wait_until(lambda: self.speech.speaks("fr"), "the voice")

    def steps(self) -> Iterator[Callable[[], object]]:
        """What visitors do, one after the other."""
        process = psutil.Process()
        for visitor in range(self._visitors):
            if visitor % A_DAY == 0:
                yield self._open
            yield self.voice.begin
            yield partial(self._vm.chooseLanguage, LANGUAGES[visitor % len(LANGUAGES)])
            yield partial(self._vm.chooseTheme, "emploi")
            yield partial(self.voice.read, "Parler à un conseiller", "")
            yield self._vm.takeTicket
            yield self._vm.printTicket
            if visitor % 10 == 0:
                yield self.kiosk.window.grabWindow
            yield self._vm.finish
            yield self._receive
            if (visitor + 1) % self._every == 0:
                seen = json.dumps([visitor + 1, process.memory_info().rss])
                print(seen, flush=True)
        if self._said < self._visitors:
            raise RuntimeError("the voice said less than one text a visitor")

    def _open(self) -> None:
        if self._hub.floor.is_open:
            self._hub.do(c.CloseDay())
        self._hub.open_day()
        self._hub.do(c.OpenShift("2", ("emploi",), (), LANGUAGES))

    def _receive(self) -> None:
        self._hub.now += timedelta(seconds=1)
        for command in (c.CallNext("2"), c.StartInterview("2"), c.FinishInterview("2")):
            self._hub.do(command)

    def _print(self, paper: TicketPaper) -> None:
        self._vm.paperCame(paper.ticket)

    def _count(self) -> None:
        self._said += 1


def main() -> None:
    app = station.application("kiosk")
    weeks = Weeks(int(sys.argv[1]), int(sys.argv[2]))
    steps = weeks.steps()

    def go_on() -> None:
        step = next(steps, None)
        if step is None:
            app.quit()
        else:
            step()

    # In Qt's own loop: what QML throws away is only freed when control returns to it.
    pace = QTimer()
    pace.timeout.connect(go_on)
    pace.start(0)
    app.exec()
    pace.stop()
    weeks.speech.close()
    weeks.kiosk.close()


if __name__ == "__main__":
    main()
