"""Keeps a window on its screen: while that is unplugged, plugged in again, or gets another resolution."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk.apps import station
from cdm_kiosk.viewmodels.shown import once_a_turn


class Keeper(QObject):
    """Puts ``window`` on the screen of that index, or on the last there is, again whenever the screens change.

    ``placed`` follows each time: sizes in millimetres may be others now.
    """

    placed = Signal()

    def __init__(self, window: QQuickWindow, screen_at: int, full_screen: bool) -> None:
        super().__init__(window)
        self._window = window
        self._screen_at = screen_at
        self._full_screen = full_screen
        # Unplugging one screen moves others about: what counts is how they stand afterwards.
        self._soon = once_a_turn(self._place, self)
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._soon.start)
        for screen in app.screens():
            self._watch(screen)
        self._place()

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon.start)
        screen.physicalSizeChanged.connect(self._soon.start)
        self._soon.start()

    @Slot()
    def _place(self) -> None:
        if QGuiApplication.screens():
            station.place(self._window, self._screen_at, self._full_screen)
            self.placed.emit()
