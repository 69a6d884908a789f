"""Keeps visitors inside the kiosk: no closing, no system keys, no ghost touches, one hidden way to the PIN."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QEventPoint, QGuiApplication, QKeyEvent, QMouseEvent, QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk.station.keypad import Keys
from cdm_kiosk.station.kiosk_touch import CORNERS, Sequence, TouchGuard, corner

SYSTEM_MODIFIERS = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
)
VISITORS_KEYS = frozenset(
    getattr(Qt.Key, f"Key_{name}").value
    for name in (
        *("Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End"),
        *("Return", "Enter", "Tab", "Backtab", "Backspace", "Delete", "Shift"),
    )
)
"""Of the keys that write nothing, those that a visitor uses."""
FIRST_WITHOUT_A_LETTER = 0x01000000
"""Qt numbers the keys that write nothing from here: Escape, F1, the menu's, the player's, the browser's."""
CLICK = -1
"""The mouse among the touches."""


class KioskLock(QObject):
    """Sees what comes to the kiosk's window before it does. ``asked`` when somebody knows the hidden way."""

    asked = Signal()

    def __init__(
        self,
        window: QQuickWindow,
        keys: Keys,
        pixels_per_mm: Callable[[], float],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._pixels_per_mm = pixels_per_mm
        self._clock = clock
        self._guard = TouchGuard(clock)
        self._corners = Sequence(CORNERS)
        self._typed = Sequence(keys.leave)
        self._touchscreen: QPointingDevice | None = None
        self._may_close = False
        self._is_relaying = False
        window.setFlag(Qt.WindowType.WindowStaysOnTopHint)
        window.installEventFilter(self)
        # The end of the session closes windows, too: it must not be held up.
        cast(QGuiApplication, QGuiApplication.instance()).commitDataRequest.connect(self.allow_closing)

    @Slot()
    def allow_closing(self) -> None:
        """From now on the window may be closed."""
        self._may_close = True

    @Slot()
    def tick(self) -> None:
        """One second went by: is there a touch that does not end?"""
        if self._guard.look():
            self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Close:
            if not self._may_close:
                event.ignore()
            return not self._may_close
        if isinstance(event, QKeyEvent):
            return self._takes_key(event)
        if isinstance(event, QTouchEvent):
            return not self._is_relaying and self._takes_touch(event)
        if isinstance(event, QMouseEvent):
            return self._takes_click(event)
        return kind == QEvent.Type.ContextMenu

    def _takes_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        # A key that is stuck would keep the screen from being wiped, a held one moves only once.
        if event.isAutoRepeat():
            return True
        is_new = event.type() == QEvent.Type.KeyPress
        if is_new and self._typed.step(key, self._clock()):
            self.asked.emit()
            return True
        if key in self._keys.acts and not event.modifiers() & SYSTEM_MODIFIERS:
            return False
        is_system = key >= FIRST_WITHOUT_A_LETTER and key not in VISITORS_KEYS
        return is_system or bool(event.modifiers() & SYSTEM_MODIFIERS)

    def _takes_click(self, event: QMouseEvent) -> bool:
        device = event.pointingDevice()
        if device is not None and device.type() == QPointingDevice.DeviceType.TouchScreen:
            # Made by Qt from a touch that was seen already.
            return False
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return self._begins(CLICK, event.position())
        taken = self._guard.ignores(CLICK)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._guard.released(CLICK)
        return taken

    def _takes_touch(self, event: QTouchEvent) -> bool:
        self._touchscreen = event.pointingDevice()
        if event.type() == QEvent.Type.TouchCancel:
            self._guard.cancelled()
            return False
        points = event.points()
        for point in points:
            if point.state() == QEventPoint.State.Pressed:
                self._begins(point.id(), point.position())
        peoples = [point for point in points if not self._guard.ignores(point.id())]
        for point in points:
            if point.state() == QEventPoint.State.Released:
                self._guard.released(point.id())
        if len(peoples) == len(points):
            return False
        # Accepted, or Qt would make clicks of it.
        event.accept()
        if peoples:
            self._relay(event, peoples)
        return True

    def _begins(self, point: int, position: QPointF) -> bool:
        """A touch begins; True when it is nobody's."""
        was_ignoring = self._guard.ignores(point)
        self._guard.pressed(point)
        taken = self._guard.ignores(point)
        if taken and not was_ignoring:
            self._let_go()
        per_mm = self._pixels_per_mm()
        where = corner(position.x() / per_mm, position.y() / per_mm, self._window.width() / per_mm)
        if not taken and self._corners.step(where, self._clock()):
            self.asked.emit()
        return taken

    def _relay(self, event: QTouchEvent, points: list[QEventPoint]) -> None:
        """The same event with the touches of people only."""
        states = {point.state() for point in points}
        kind = QEvent.Type.TouchUpdate
        if states == {QEventPoint.State.Pressed}:
            kind = QEvent.Type.TouchBegin
        elif states == {QEventPoint.State.Released}:
            kind = QEvent.Type.TouchEnd
        self._send(QTouchEvent(kind, event.pointingDevice(), event.modifiers(), points))

    def _let_go(self) -> None:
        """What is held down now shall not count as pressed any more."""
        grabber = self._window.mouseGrabberItem()
        if grabber is not None:
            grabber.ungrabMouse()
        if self._touchscreen is not None:
            self._send(QTouchEvent(QEvent.Type.TouchCancel, self._touchscreen))

    def _send(self, event: QTouchEvent) -> None:
        self._is_relaying = True
        try:
            QCoreApplication.sendEvent(self._window, event)
        finally:
            self._is_relaying = False
