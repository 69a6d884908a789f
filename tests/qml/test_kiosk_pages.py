"""Every kiosk page as a finger, a screen reader and tired eyes meet it (EN 301 549, interface brief)."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from tests.qml.conftest import ShowKiosk, settled
from tests.tools.contrast import contrast_of
from tests.tools.gallery import KIOSK_MAIN, KIOSK_MORE, LYING, SMALL, UPRIGHT, KioskScene, Size
from tests.tools.windows import items, ready

SCENES = KIOSK_MAIN | KIOSK_MORE
LEAST_TARGET_MM = 20
LEAST_GAP_MM = 4
LEAST_CONTRAST = 4.5

every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
every_shape = pytest.mark.parametrize(
    ("size", "language"), [(UPRIGHT, "fr"), (UPRIGHT, "en"), (UPRIGHT, "es"), (LYING, "es"), (SMALL, "es")], ids=str
)
every_language = pytest.mark.parametrize("language", ["fr", "en", "es"])


def controls(window: QQuickWindow) -> list[QQuickItem]:
    """All that a person can use now."""
    settled(window)
    return [item for item in items(window) if item.inherits("QQuickAbstractButton") and item.isEnabled()]


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def distance(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right())
    down = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(across, down)


@every_shape
@every_scene
def test_fingers_have_room(show_kiosk: ShowKiosk, scene: KioskScene, language: str, size: Size) -> None:
    kiosk = show_kiosk(size, language)
    scene(kiosk)
    found = controls(kiosk.station.window)
    assert found
    screen = QRectF(0, 0, size.width, size.height)
    for item in found:
        least = min(item.width(), item.height()) / size.per_mm
        assert least >= LEAST_TARGET_MM, f"{item.objectName()}: {least:.1f} mm"
        assert screen.contains(place(item)), f"{item.objectName()} is not whole on the screen"
    for one, other in combinations(found, 2):
        gap = distance(place(one), place(other)) / size.per_mm
        assert gap >= LEAST_GAP_MM, f"{one.objectName()} and {other.objectName()}: {gap:.1f} mm"


ROLES = {QAccessible.Role.Button, QAccessible.Role.RadioButton}


@every_scene
@every_language
def test_a_screen_reader_can_name_every_control(show_kiosk: ShowKiosk, scene: KioskScene, language: str) -> None:
    kiosk = show_kiosk(UPRIGHT, language)
    scene(kiosk)
    for item in controls(kiosk.station.window):
        spoken = QAccessible.queryAccessibleInterface(item)
        assert spoken is not None, item.objectName()
        assert item.objectName(), f"“{spoken.text(QAccessible.Text.Name)}” has no objectName"
        assert spoken.text(QAccessible.Text.Name), item.objectName()
        assert spoken.role() in ROLES, item.objectName()


@every_scene
def test_every_control_is_reached_by_the_keyboard(show_kiosk: ShowKiosk, scene: KioskScene) -> None:
    kiosk = show_kiosk(UPRIGHT)
    scene(kiosk)
    window = kiosk.station.window
    expected = {item.objectName() for item in controls(window)}
    reached: set[str] = set()
    item = window.activeFocusItem()
    for _ in range(2 * len(expected) + 2):
        item = item.nextItemInFocusChain(True)
        reached.add(item.objectName())
    assert expected <= reached


@every_scene
def test_text_stands_out_from_its_ground(show_kiosk: ShowKiosk, scene: KioskScene) -> None:
    kiosk = show_kiosk(UPRIGHT)
    scene(kiosk)
    window = kiosk.station.window
    image = settled(window)
    texts = [item for item in items(window) if item.inherits("QQuickText") and item.isEnabled()]
    texts = [item for item in texts if item.property("text")]
    assert texts
    for item in texts:
        assert contrast_of(image, place(item)) >= LEAST_CONTRAST, item.property("text")


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=str)
def test_a_trembling_hand_goes_one_page_at_a_time(show_kiosk: ShowKiosk, size: Size) -> None:
    kiosk = show_kiosk(size)
    window, vm = kiosk.station.window, kiosk.vm

    def tremble(name: str) -> None:
        spot = place(ready(window, name)).center().toPoint()
        for _ in range(3):
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
            settled(window)

    for theme in ("orientation", "formation", "emploi"):
        tremble(f"theme-{theme}")
        assert vm.page == "theme"
        vm.finish()
    tremble("theme-emploi")
    tremble("takeTicket")
    assert (vm.page, vm.printState) == ("ticket", "")
    tremble("noPaper")
    assert (vm.page, vm.ticketNumber) == ("themes", "")
