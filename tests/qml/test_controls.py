"""The shared controls under finger, mouse and keyboard, and numbers within their boxes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPointingDevice
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.qml.conftest import Show
from tests.tools.windows import shown

MIDDLE = QPoint(200, 150)
NO_KEYS = Qt.KeyboardModifier.NoModifier


@cache
def touchscreen() -> QPointingDevice:
    return QTest.createTouchDevice()


def touch(window: QQuickWindow) -> None:
    QTest.touchEvent(window, touchscreen()).press(0, MIDDLE, window).commit()
    QTest.touchEvent(window, touchscreen()).release(0, MIDDLE, window).commit()


def click(window: QQuickWindow) -> None:
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, NO_KEYS, MIDDLE)


def press(key: Qt.Key) -> Callable[[QQuickWindow], None]:
    return lambda window: QTest.keyClick(window, key)


ACTS: dict[str, Callable[[QQuickWindow], None]] = {
    "a finger": touch,
    "the mouse": click,
    "Enter": press(Qt.Key.Key_Enter),
    "Return": press(Qt.Key.Key_Return),
    "Space": press(Qt.Key.Key_Space),
}
BUTTONS = ("ActionButton", "PressButton")


def button(kind: str, more: str = "") -> str:
    act = "" if "onActivated" in more else "onActivated: window.taps++"
    return f'{kind} {{ text: "Imprimer"; focus: true; anchors.fill: parent\n{more}\n{act} }}'


@pytest.mark.parametrize("kind", BUTTONS)
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_button_answers_once(show: Show, kind: str, act: Callable[[QQuickWindow], None]) -> None:
    window = show(button(kind))
    act(window)
    assert window.property("taps") == 1


@pytest.mark.parametrize("kind", BUTTONS)
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_busy_button_swallows_the_second_tap(show: Show, kind: str, act: Callable[[QQuickWindow], None]) -> None:
    window = show(button(kind, "onActivated: { window.taps++; busy = true }"))
    act(window)
    act(window)
    assert window.property("taps") == 1


@pytest.mark.parametrize("kind", BUTTONS)
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_button_that_may_not_be_used_stays_silent(
    show: Show, kind: str, act: Callable[[QQuickWindow], None]
) -> None:
    window = show(button(kind, "enabled: false"))
    act(window)
    assert window.property("taps") == 0


@pytest.mark.parametrize("kind", BUTTONS)
@pytest.mark.parametrize("act", [touch, click])
def test_the_end_of_a_double_tap_does_not_choose_what_appears_under_the_finger(
    show: Show, kind: str, act: Callable[[QQuickWindow], None]
) -> None:
    below = button(kind, "id: below; visible: false; settleMs: 60000")
    window = show(below + button(kind, "onActivated: { visible = false; below.visible = true }"))
    for _ in range(3):
        act(window)
    assert window.property("taps") == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_held_down_is_one_command(show: Show, key: Qt.Key) -> None:
    window = show(button("ActionButton"))
    for repeated in (False, True, True, True):
        QCoreApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, NO_KEYS, "", repeated))
    assert window.property("taps") == 1


def test_a_finger_that_slides_off_a_button_changes_its_mind(show: Show) -> None:
    window = show(button("ActionButton", "anchors.margins: 100"))
    QTest.touchEvent(window, touchscreen()).press(0, MIDDLE, window).commit()
    QTest.touchEvent(window, touchscreen()).move(0, QPoint(5, 5), window).commit()
    QTest.touchEvent(window, touchscreen()).release(0, QPoint(5, 5), window).commit()
    assert window.property("taps") == 0


@pytest.mark.parametrize("digits", ["1", "7", "10", "42", "88", "100", "888", "1111", "1234", "8888"])
@pytest.mark.parametrize(("width", "height"), [(300, 60), (60, 200), (200, 200), (340, 240)])
def test_a_number_stays_within_its_box_and_fills_it(show: Show, digits: str, width: int, height: int) -> None:
    window = show(
        f"""
        color: "white"
        FittedNumber {{
            objectName: "box"; color: "black"; text: "{digits}"
            anchors.centerIn: parent; width: {width}; height: {height}
        }}
        """
    )
    item = shown(window, "box")
    assert item is not None
    box = item.mapRectToScene(QRectF(0, 0, width, height))
    ink = inked(window)
    assert box.adjusted(-1, -1, 1, 1).contains(ink)
    # A lone "1" is the slimmest.
    assert ink.height() > 0.93 * height or ink.width() > 0.45 * width


def inked(window: QQuickWindow) -> QRectF:
    """The smallest box around all that is not white."""
    image = window.grabWindow()
    white = QColor("white").rgb()
    points = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != white]
    assert points
    across, down = [x for x, _ in points], [y for _, y in points]
    return QRectF(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)
