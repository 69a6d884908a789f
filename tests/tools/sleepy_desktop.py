"""A desktop and a login manager that write down, a line each, who asks them to keep the screen awake.

``python -m tests.tools.sleepy_desktop`` answers on the session's bus and on the system's until it is ended.
"""

from __future__ import annotations

import os

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusUnixFileDescriptor

DESKTOP = "org.freedesktop.ScreenSaver"
LOGIN = "org.freedesktop.login1"


@ClassInfo({"D-Bus Interface": DESKTOP})  # type: ignore[call-arg]  # its stub knows keywords only
class Desktop(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, program: str, _why: str) -> int:
        print(f"the desktop: {program}", flush=True)
        return 1


@ClassInfo({"D-Bus Interface": f"{LOGIN}.Manager"})  # type: ignore[call-arg]  # the same
class Login(QObject):
    @Slot(str, str, str, str, result="QDBusUnixFileDescriptor")
    def Inhibit(self, what: str, program: str, _why: str, how: str) -> QDBusUnixFileDescriptor:
        self.mine, theirs = os.pipe()
        given = QDBusUnixFileDescriptor(theirs)
        os.close(theirs)
        print(f"the login: {what} {program} {how}", flush=True)
        return given


def main() -> None:
    app = QCoreApplication([])
    everything = QDBusConnection.RegisterOption.ExportAllContents
    for bus, name, path, answering in (
        (QDBusConnection.sessionBus(), DESKTOP, "/org/freedesktop/ScreenSaver", Desktop(app)),
        (QDBusConnection.systemBus(), LOGIN, "/org/freedesktop/login1", Login(app)),
    ):
        assert bus.registerObject(path, answering, everything)
        assert bus.registerService(name)
    print("ready", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
