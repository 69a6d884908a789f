"""A desktop with a tray, and an advisor's window on it: needs a display and a session bus of its own.

``xvfb-run -a dbus-run-session python -m tests.tools.tray_desktop`` prints what the desktop was told, a line each.
"""

from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtCore import Property as QtProperty
from PySide6.QtDBus import QDBusConnection

WATCHER = "org.kde.StatusNotifierWatcher"
NOTIFICATIONS = "org.freedesktop.Notifications"


@ClassInfo({"D-Bus Interface": WATCHER})  # type: ignore[call-arg]  # its stub knows keywords only
class Watcher(QObject):
    """Where marks are announced."""

    @Slot(str)
    def RegisterStatusNotifierItem(self, _service: str) -> None:
        print("a mark", flush=True)

    @QtProperty(bool)
    def IsStatusNotifierHostRegistered(self) -> bool:
        return True

    @QtProperty(int)
    def ProtocolVersion(self) -> int:
        return 0


@ClassInfo({"D-Bus Interface": NOTIFICATIONS})  # type: ignore[call-arg]  # the same
class Notifications(QObject):
    """Where notices are shown."""

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(
        self,
        _program: str,
        _replaces: int,
        _icon: str,
        title: str,
        text: str,
        _actions: list[str],
        hints: dict[str, object],
        _for_ms: int,
    ) -> int:
        print(f"a notice of urgency {hints['urgency']}: {title}: {text}", flush=True)
        return 1


def desktop() -> None:
    """Answer on the session's bus until this process is ended."""
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    everything = QDBusConnection.RegisterOption.ExportAllContents
    served = {
        WATCHER: ("/StatusNotifierWatcher", Watcher(app)),
        NOTIFICATIONS: ("/org/freedesktop/Notifications", Notifications(app)),
    }
    for name, (path, answering) in served.items():
        assert bus.registerObject(path, answering, everything)
        assert bus.registerService(name)
    print("ready", flush=True)
    app.exec()


def advise() -> None:
    """A free table with nobody in front of it: somebody comes."""
    os.environ.update(QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software")
    from PySide6.QtQuick import QQuickWindow

    from cdm_kiosk.client.qt import load_qt

    load_qt()
    from cdm_kiosk.packs.site_file import read_site
    from cdm_kiosk.station import station
    from cdm_kiosk.station.tray import Tray
    from tests.tools.advisor_window import new_table
    from tests.tools.hub import DEMO_SITE
    from tests.tools.windows import wait_until

    station.application("tray")
    table = new_table(read_site(DEMO_SITE), waiting=0)
    other = QQuickWindow()
    other.show()
    tray = Tray(table.vm, table.station.window, table.station.engine)
    wait_until(lambda: tray.is_shown, "the mark")
    table.open_shift()
    table.hub.issue("emploi")
    wait_until(lambda: table.station.window.title() == "(1) Table 4", "the count")
    other.destroy()
    table.station.close()


def main() -> None:
    """The desktop as a child, the advisor's window here."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.tools.tray_desktop", "desktop"], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    advise()
    for _ in range(2):
        print(child.stdout.readline(), end="", flush=True)
    child.terminate()
    child.wait(10)
    child.stdout.close()


if __name__ == "__main__":
    if sys.argv[1:] == ["desktop"]:
        desktop()
    else:
        main()
