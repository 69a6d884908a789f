"""Weeks of a call display in one process: ``… VISITORS EVERY`` prints its memory after each EVERY visitors.

The view model, the window, its pictures and the voice's line to its engine are the real ones; the engine is mute,
the hub is in the same process and keeps one day. Every call is said, half a minute after the one before.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from itertools import count

import psutil
from PySide6.QtCore import QTimer

from cdm_kiosk.apps.display import in_language
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.station import station
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.station.voice import Voice
from cdm_kiosk.viewmodels.display.display import DisplayViewModel
from cdm_kiosk.viewmodels.display.voice import DisplayVoice
from tests.bench.mute_voice import ENGINE
from tests.tools.fake_hub import FakeHub
from tests.tools.hub import DEMO_SITE
from tests.tools.windows import wait_until

A_DAY = 200
"""Visitors between two openings of the doors."""
LANGUAGES = ("fr", "en", "es")
BETWEEN_SOUNDS_S = 15.0
"""How far the voice's clock moves each time it is read: no chime or text is waited for in real time."""


def main() -> None:
    visitors, every = int(sys.argv[1]), int(sys.argv[2])
    app = station.application("display")
    site = read_site(DEMO_SITE)
    hub = FakeHub(site)
    line = hub.line("display")
    mirror = PublicMirror(line)
    vm = DisplayViewModel(mirror, line, announce_ms=0, clock=hub.clock)
    display = StationWindow(line, vm, [mirror], "Cdm.Display", "DisplayWindow", "display")
    display.window.resize(1920, 1080)
    speech = Voice(ENGINE, vm)
    seconds = count(0.0, BETWEEN_SOUNDS_S)
    sound = DisplayVoice(speech, in_language, lambda: next(seconds), vm)
    vm.announced.connect(sound.announce)
    vm.joined.connect(sound.join)
    vm.standing.connect(sound.keep)
    speech.done.connect(sound.ended)
    chimes: list[int] = []
    sound.chimed.connect(chimes.append)
    line.start()
    speech.warm_up()
    wait_until(lambda: speech.speaks("fr"), "the voice")
    process = psutil.Process()
    come = iter(range(visitors))

    def next_visitor() -> None:
        # One that is given texts faster than it reads them would be taken for one that hangs.
        if speech.is_speaking():
            return
        visitor = next(come, None)
        if visitor is None:
            app.quit()
            return
        _receive(hub, site, visitor)
        sound.move_on()
        vm.tick()
        if visitor % 10 == 0:
            display.window.grabWindow()
        if (visitor + 1) % every == 0:
            print(json.dumps([visitor + 1, process.memory_info().rss]), flush=True)

    # In Qt's own loop: what QML throws away is only freed when control returns to it.
    pace = QTimer()
    pace.timeout.connect(next_visitor)
    pace.start(0)
    app.exec()
    if len(chimes) < visitors:
        raise RuntimeError("not every call was heard")
    speech.close()
    display.close()


def _receive(hub: FakeHub, site: Site, visitor: int) -> None:
    counters = [counter.id for counter in site.counters if counter.id != site.desk]
    if visitor % A_DAY == 0:
        if hub.floor.is_open:
            hub.do(c.CloseDay())
        hub.open_day()
        for counter in counters:
            hub.do(c.OpenShift(counter, ("emploi",), (), LANGUAGES))
    counter = counters[visitor % len(counters)]
    hub.issue("emploi", LANGUAGES[visitor % len(LANGUAGES)], anyway=True)
    hub.now += timedelta(seconds=1)
    hub.do(c.CallNext(counter))
    if visitor % 5 == 0:
        hub.do(c.Recall(counter))
    if visitor % 50 == 0:
        hub.do(c.PostMessage({"fr": f"Atelier {visitor}", "en": f"Workshop {visitor}"}))
    hub.do(c.StartInterview(counter))
    hub.do(c.FinishInterview(counter))


if __name__ == "__main__":
    main()
