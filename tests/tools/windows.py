"""Uses a station's window as a person does: finds what is on it by name, touches it, waits for what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer
from PySide6.QtQml import QJSValue, QQmlEngine, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk.viewmodels.display.calls import ZoneCalls
from cdm_kiosk.viewmodels.display.display import DisplayViewModel, ZoneRow
from cdm_kiosk.viewmodels.shared.shown import RecordsModel

PATIENCE_MS = 60_000
SHORT_PAUSE_MS = 1_000
# Asked of the engine: in Python every object of a window would need a wrapper, which takes twenty times as long.
MOVING = """(function moving(root) {
    const found = [];
    const waiting = [root];
    while (waiting.length > 0) {
        const item = waiting.pop();
        if (!item.visible)
            continue;
        for (const each of item.resources)
            if (each.running === true && !each.repeat && !(each.repeat === false && item.settleMs !== undefined))
                found.push(each);
        if (item.progress < 1 && item.source !== undefined && item.source != "")
            found.push(item);
        waiting.push(...item.children);
    }
    return found;
})"""


def items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item that is shown in ``window``, delegates too."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(item.childItems())


def moving(window: QQuickWindow, *view_models: QObject) -> list[QObject]:
    """What still changes ``window`` by itself: animations, short pauses of QML and Python, pictures on their way.

    A button's own pause against double taps does not count: nothing of it is seen.
    """
    engine = cast(QQmlEngine, qmlEngine(window))
    root = window.contentItem()
    QQmlEngine.setObjectOwnership(root, QQmlEngine.ObjectOwnership.CppOwnership)
    found = cast(QJSValue, engine.evaluate(MOVING)).call([engine.newQObject(root)])
    assert not found.isError(), found.toString()
    timers = [timer for each in view_models for timer in each.findChildren(QTimer) if timer.isSingleShot()]
    return [
        *(found.property(at).toQObject() for at in range(found.property("length").toInt())),
        *(timer for timer in timers if 0 <= timer.remainingTime() < SHORT_PAUSE_MS),
    ]


def is_being_fetched(item: QQuickItem) -> bool:
    """Whether it is a picture that is not there yet."""
    return item.inherits("QQuickImage") and not item.property("source").isEmpty() and item.property("progress") < 1


def has_ended(each: QObject) -> bool:
    """Whether an animation, a pause or a picture's way is over, or gone with what it belonged to."""
    if not shiboken6.isValid(each):
        return True
    if isinstance(each, QTimer):
        return not each.isActive()
    return not (is_being_fetched(each) if isinstance(each, QQuickItem) else each.property("running"))


def shorten_pauses(window: QQuickWindow, *view_models: QObject) -> None:
    """Let the pauses of ``window`` that ``rest`` would wait for be over at once."""
    for each in moving(window, *view_models):
        if each.inherits("QQmlTimer") or isinstance(each, QTimer):
            each.setProperty("interval", 0)


def rest(window: QQuickWindow, *view_models: QObject) -> None:
    """Wait until nothing on ``window`` moves or is on its way."""
    clock = QElapsedTimer()
    clock.start()
    while found := moving(window, *view_models):
        while not all(map(has_ended, found)):
            assert clock.elapsed() < PATIENCE_MS, f"waited {PATIENCE_MS} ms for the window to stand still"
            QTest.qWait(5)


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
