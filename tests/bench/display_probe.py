"""The real display in a process of its own: ``… HUB_URL`` prints each number that its QML shows, and when.

Times are ``time.perf_counter()``, which all processes of a machine share on Linux and Windows.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickItem

from cdm_kiosk.apps.display import DisplayStation
from cdm_kiosk.options import DisplayOptions
from cdm_kiosk.station import station
from tests.tools.hub import member
from tests.tools.windows import items


def main() -> None:
    app = station.application("display")
    display = DisplayStation(DisplayOptions(), member(*sys.argv[1:3]), announce_ms=0)
    vm = display.view_model
    # The number's item is hidden until somebody is called: wait for the first call, which only warms up.
    number: list[QQuickItem] = []

    def shown() -> None:
        print(f"{number[0].property('text')} {time.perf_counter()}", flush=True)

    def find() -> None:
        found = [item for item in items(display.window) if item.objectName() == "currentNumber"]
        if not number and found:
            number.append(found[0])
            found[0].textChanged.connect(shown)
            print("found", flush=True)

    def ready() -> None:
        if vm.connected:
            print("ready", flush=True)

    vm.anybodyCalledChanged.connect(lambda: QTimer.singleShot(50, find))
    vm.connectedChanged.connect(ready)
    sys.exit(station.run(app, [display]))


if __name__ == "__main__":
    main()
