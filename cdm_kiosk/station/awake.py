"""Keeps a screen that nobody touches from going dark, by every means that the session has.

Each lasts as long as the process and ends with it, however that ends. Wayland has a protocol for it that Qt 6.11
does not speak: there the desktop is asked, and a bare compositor must be told itself (docs/kiosk.md).
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

logger = logging.getLogger(__name__)

AFTER_MS = 500
"""The first page comes first."""
ANSWERED_WITHIN_MS = 5_000
WAKE_EVERY_MS = 5_000
"""Shorter than any time after which a screen goes dark."""
PROGRAM = "cdm-kiosk"
WHY = "Numbers are shown to people who touch nothing"
DESKTOP = "org.freedesktop.ScreenSaver"
DESKTOP_PATH = "/org/freedesktop/ScreenSaver"
LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
SYSTEM_BUS = Path("/run/dbus/system_bus_socket")
WINDOWS_AWAKE = 0x80000000 | 0x00000002 | 0x00000001
"""Until told otherwise: the display is needed, and the system."""
NOT_HERE = (
    "Nothing in this session keeps the screen from going dark: switch blanking off in its own settings "
    "(docs/kiosk.md)."
)


class Awake(QObject):
    """Asks for it soon after it is made; ``by`` says who does it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by: set[str] = set()
        self._kept: list[object] = []
        # Nothing to keep awake where nothing is seen.
        if QGuiApplication.platformName() not in ("offscreen", "minimal"):
            QTimer.singleShot(AFTER_MS, self, self._begin)
            QTimer.singleShot(AFTER_MS + ANSWERED_WITHIN_MS, self, self._tell)

    @Slot()
    def _begin(self) -> None:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(WINDOWS_AWAKE)
            self.by.add("Windows")
            return
        if QGuiApplication.platformName() == "xcb":
            self._suspend_x11()
        self._ask_the_desktop()
        self._ask_the_login()

    @Slot()
    def _tell(self) -> None:
        if self.by <= {"logind"}:
            logger.warning(NOT_HERE)
        else:
            logger.info("the screen is kept awake by %s", ", ".join(sorted(self.by)))

    def _suspend_x11(self) -> None:
        """X11's own screen saver and power saving; they stay suspended while the connection made here is open."""
        try:
            x11 = ctypes.CDLL("libX11.so.6")
        except OSError:
            return
        x11.XOpenDisplay.restype = ctypes.c_void_p
        display = ctypes.c_void_p(x11.XOpenDisplay(None))
        if not display:
            return
        self.by.add("X11")
        try:
            saver = ctypes.CDLL("libXss.so.1")
        except OSError:
            # Without the extension's library the screen is woken before it sleeps.
            waking = QTimer(self)
            waking.timeout.connect(lambda: (x11.XResetScreenSaver(display), x11.XFlush(display)))
            waking.start(WAKE_EVERY_MS)
            return
        saver.XScreenSaverSuspend(display, True)
        x11.XFlush(display)

    def _ask_the_desktop(self) -> None:
        if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            return
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        watcher = QDBusServiceWatcher(DESKTOP, bus, QDBusServiceWatcher.WatchModeFlag.WatchForRegistration, self)
        # A desktop that was started again has forgotten.
        watcher.serviceRegistered.connect(self._inhibit)
        self._inhibit()

    @Slot()
    def _inhibit(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        asked = _asked(QDBusConnection.sessionBus(), (DESKTOP, DESKTOP_PATH, DESKTOP), (PROGRAM, WHY), self)
        asked.finished.connect(self._desktop_answered)

    @Slot("QDBusPendingCallWatcher*")
    def _desktop_answered(self, asked: QDBusPendingCallWatcher) -> None:
        if not asked.isError():
            self.by.add("the desktop")
        asked.deleteLater()

    def _ask_the_login(self) -> None:
        """The login manager blanks nothing itself, but may suspend the machine when it thinks nobody is there."""
        if "DBUS_SYSTEM_BUS_ADDRESS" not in os.environ and not SYSTEM_BUS.exists():
            return
        from PySide6.QtDBus import QDBusConnection

        what = ("idle", PROGRAM, WHY, "block")
        asked = _asked(QDBusConnection.systemBus(), (LOGIN, LOGIN_PATH, f"{LOGIN}.Manager"), what, self)
        asked.finished.connect(self._login_answered)

    @Slot("QDBusPendingCallWatcher*")
    def _login_answered(self, asked: QDBusPendingCallWatcher) -> None:
        if not asked.isError():
            # What came is a descriptor: it holds for as long as it is open.
            self._kept.extend(asked.reply().arguments())
            self.by.add("logind")
        asked.deleteLater()


def _asked(
    bus: QDBusConnection, whom: tuple[str, str, str], what: tuple[str, ...], parent: QObject
) -> QDBusPendingCallWatcher:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

    message = QDBusMessage.createMethodCall(*whom, "Inhibit")
    message.setArguments([*what])
    return QDBusPendingCallWatcher(bus.asyncCall(message), parent)
