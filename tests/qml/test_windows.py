"""The advisor's and the display's windows: buttons at rest look at rest, and no zero has a slash."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk.apps.station import Station
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from tests.qml.conftest import settled
from tests.tools.contrast import contrast_of
from tests.tools.gallery import COMPACT, HALL, Table, call_hub, new_desk, new_display, new_table, resize
from tests.tools.windows import items, key, ready, shown, touch, wait_until

AT_REST = QColor("#0F4C5C")
PRESSED = QColor("#0B3A46")
SOON_MS = 500

Keep = Callable[[Station], Station]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Closes the stations that a test built."""
    kept: list[Station] = []

    def one(station: Station) -> Station:
        kept.append(station)
        return station

    yield one
    for station in kept:
        station.close()


def corner(window: QQuickWindow, name: str) -> QColor:
    """The ground of a button, away from its text and its rounded corners."""
    item = shown(window, name)
    assert item is not None
    point = item.mapToScene(QPointF(item.width() / 2, item.height() - 8)).toPoint()
    return window.grabWindow().pixelColor(point)


def middle(window: QQuickWindow, name: str) -> QPoint:
    item = shown(window, name)
    assert item is not None
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


@pytest.fixture
def table(site: Site, keep: Keep) -> Table:
    """A free table with people waiting."""
    table = new_table(site)
    keep(table.station)
    table.open_shift()
    resize(table.station, COMPACT)
    settled(table.station.window)
    return table


def test_a_button_looks_at_rest_soon_after_the_stage_changed(table: Table) -> None:
    window = table.station.window
    wait_until(lambda: not shown_busy(window), "the window to be ready")
    QTest.mouseClick(
        window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(window, "primaryAction")
    )
    assert table.vm.stage == "called"
    wait_until(lambda: corner(window, "primaryAction") == AT_REST, "the button at rest", SOON_MS)


def test_a_button_under_the_finger_while_the_stage_changes_comes_back_to_rest(table: Table) -> None:
    window = table.station.window
    spot = middle(window, "primaryAction")
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert corner(window, "primaryAction") == PRESSED
    table.hub.do(c.CallNext("4"))  # by its colleague at reception
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert table.vm.stage == "called", "the finger meant the button that stood there before"
    wait_until(lambda: corner(window, "primaryAction") == AT_REST, "the button at rest", SOON_MS)


def shown_busy(window: QQuickWindow) -> bool:
    item = shown(window, "primaryAction")
    return item is not None and bool(item.property("busy"))


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def texts(window: QQuickWindow) -> list[QQuickItem]:
    return [item for item in items(window) if item.inherits("QQuickText") and item.property("text")]


def test_nothing_is_drawn_over_the_number_of_the_visitor(table: Table) -> None:
    for act in (c.CallNext("4"), c.Recall("4"), c.StartInterview("4")):
        table.hub.do(act)
        settled(table.station.window)
        number = shown(table.station.window, "number")
        assert number is not None
        others = [item for item in texts(table.station.window) if item.parentItem() != number]
        assert not [item.property("text") for item in others if place(item).intersects(place(number))]


def test_every_digit_of_a_call_has_a_plain_zero(site: Site, keep: Keep) -> None:
    hub = call_hub(site, number=99, calls=6)
    station = keep(new_display(hub).station)
    resize(station, HALL)
    settled(station.window)
    with_digits = [item for item in texts(station.window) if any(c.isdigit() for c in str(item.property("text")))]
    assert len(with_digits) > 12
    for item in with_digits:
        font = item.property("font")
        assert isinstance(font, QFont)
        assert font.family() == "Cdm Numerals", item.property("text")


def test_the_newest_number_is_whole(site: Site, keep: Keep) -> None:
    """The typeface cuts the flag of its 1 straight: what looks cut is the glyph, all of which is on the screen."""
    for number in (1, 11, 111, 1111):
        station = keep(new_display(call_hub(site, number, calls=1)).station)
        resize(station, HALL)
        image = settled(station.window)
        item = shown(station.window, "currentNumber")
        assert item is not None
        box = place(item).toAlignedRect()
        for x in (box.left() - 2, box.right() + 2):
            column = {image.pixelColor(x, y).name() for y in range(box.top(), box.bottom())}
            assert QColor("white").name() not in column


@pytest.mark.parametrize("role", ["display", "advisor", "reception"])
def test_text_of_the_stations_stands_out_from_its_ground(site: Site, keep: Keep, role: str) -> None:
    if role == "display":
        station = keep(new_display(call_hub(site, 34, calls=6)).station)
    elif role == "advisor":
        table = new_table(site)
        table.open_shift(c.CallNext("4"))
        station = keep(table.station)
    else:
        station = keep(new_desk(site).station)
    image = settled(station.window)
    for item in texts(station.window):
        assert contrast_of(image, place(item)) >= 4.5, item.property("text")


def test_reception_gives_a_number_by_two_keys_from_the_first_one_on(site: Site, keep: Keep) -> None:
    station = new_desk(site).station
    window, vm = keep(station).window, station.view_model
    settled(window)
    key(window, Qt.Key.Key_N)
    wait_until(lambda: focused(window).startswith("issue-"), "the first theme to have the keyboard")
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Return)
    assert vm.lastNumber != "", "the number stays until it can have been read"
    ready(window, "dismissLast")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert vm.lastNumber == ""


def focused(window: QQuickWindow) -> str:
    item = window.activeFocusItem()
    return item.objectName() if item is not None else ""


def test_an_advisor_sees_which_table_the_keys_have_reached(site: Site, keep: Keep) -> None:
    table = new_table(site, counter="")
    window = keep(table.station).window
    settled(window)
    key(window, Qt.Key.Key_Down)
    item = window.activeFocusItem()
    assert item is not None
    assert (item.objectName(), item.property("visualFocus")) == ("counter-2", True)


def test_an_advisor_who_sat_down_at_the_wrong_table_can_leave_it_as_it_is(table: Table) -> None:
    touch(table.station.window, "leaveCounter")
    assert table.vm.stage == "choose"
    assert "4" in table.hub.floor.shifts
