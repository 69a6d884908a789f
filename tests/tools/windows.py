"""Uses a station's window as a person does: finds what is on it by name, touches it, waits for what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk.viewmodels.display.calls import ZoneCalls
from cdm_kiosk.viewmodels.display.display import DisplayViewModel, ZoneRow
from cdm_kiosk.viewmodels.shared.shown import RecordsModel

PATIENCE_MS = 60_000
SHORT_PAUSE_MS = 1_000


def items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item that is shown in ``window``, delegates too."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(item.childItems())


def is_being_fetched(item: QQuickItem) -> bool:
    """Whether it is a picture that is not there yet."""
    return item.inherits("QQuickImage") and not item.property("source").isEmpty() and item.property("progress") < 1


def moving(window: QQuickWindow, *view_models: QObject) -> list[QObject]:
    """What still changes ``window`` by itself: animations, short pauses of QML and Python.

    A button's own pause against double taps does not count: nothing of it is seen.
    """
    children = [(owner, child) for owner in (window, *items(window)) for child in owner.children()]
    animations = [child for _, child in children if child.inherits("QQuickAbstractAnimation")]
    pauses = [
        child
        for owner, child in children
        if child.inherits("QQmlTimer") and not child.property("repeat") and owner.property("settleMs") is None
    ]
    timers = [timer for each in view_models for timer in each.findChildren(QTimer) if timer.isSingleShot()]
    return [
        *(each for each in (*animations, *pauses) if each.property("running")),
        *(timer for timer in timers if 0 <= timer.remainingTime() < SHORT_PAUSE_MS),
    ]


def has_ended(each: QObject) -> bool:
    """Whether an animation or a pause is over, or gone with what it belonged to."""
    if not shiboken6.isValid(each):
        return True
    return not (each.isActive() if isinstance(each, QTimer) else each.property("running"))


def rest(window: QQuickWindow, *view_models: QObject) -> None:
    """Wait until nothing on ``window`` moves or is on its way."""
    clock = QElapsedTimer()
    clock.start()
    while found := moving(window, *view_models):
        while not all(map(has_ended, found)):
            assert clock.elapsed() < PATIENCE_MS, f"waited {PATIENCE_MS} ms for the window to stand still"
            QTest.qWait(5)
    fetched = [item for item in items(window) if is_being_fetched(item)]
    wait_until(lambda: not any(map(is_being_fetched, fetched)), "the pictures on it")


def shown(window: QQuickWindow, name: str) -> QQuickItem | None:
    """The visible item of that objectName, if there is one."""
    return next((item for item in items(window) if item.objectName() == name), None)


def wait_until(condition: Callable[[], object], what: str = "it", patience_ms: int = PATIENCE_MS) -> None:
    """Let Qt work until ``condition`` is true; fails with what was waited for."""
    clock = QElapsedTimer()
    clock.start()
    while not condition():
        assert clock.elapsed() < patience_ms, f"waited {patience_ms} ms for {what}"
        QTest.qWait(5)


def ready(window: QQuickWindow, name: str) -> QQuickItem:
    """The item of that name once it is there, may be used, and stands still."""

    def usable() -> bool:
        item = shown(window, name)
        if item is None or not item.isEnabled() or item.width() == 0:
            return False
        return not item.property("busy") and not item.property("settling")

    wait_until(usable, f"{name} to be usable")
    # A layout may still be about to move it: what a finger aims at is what was drawn.
    drawn = window.grabWindow()
    assert not drawn.isNull()
    item = shown(window, name)
    assert item is not None
    return item


def touch(window: QQuickWindow, name: str) -> None:
    """Press the item of that name in its middle."""
    item = ready(window, name)
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def key(window: QQuickWindow, pressed: Qt.Key) -> None:
    """Press and release a key while the window has the keyboard."""
    window.requestActivate()
    wait_until(window.isActive, "the window to be active")
    QTest.keyClick(window, pressed)


def calls_of(display: DisplayViewModel, at: int = 0) -> ZoneCalls:
    """The calls of one of the areas that a display shows."""
    row: ZoneRow = cast(RecordsModel, display.zones).rows[at]
    return row.calls
