"""A new station at reception's window: seen at once, in nobody's way, answered by mouse or by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk.client.hub import Request
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.site import Site
from tests.qml.conftest import settled
from tests.tools.paired_stations import NewStation, hear_nobody_new
from tests.tools.reception_window import Desk, new_desk
from tests.tools.sizes import DESK, Size, resize
from tests.tools.windows import key, ready, shown, touch, wait_until

Key = Qt.Key


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(site, folder=tmp_path)
    resize(desk.station, DESK)
    settled(desk.station.window)
    yield desk
    desk.line.stop()
    desk.station.close()


def focused(window: QQuickWindow) -> str:
    item = window.activeFocusItem()
    return item.objectName() if item is not None else ""


def has_keyboard(desk: Desk, name: str) -> None:
    wait_until(lambda: focused(desk.station.window) == name, f"{name} to have the keyboard")
    ready(desk.station.window, name)


def type_in(window: QQuickWindow, text: str) -> None:
    for each in text:
        QTest.keyClick(window, each)  # type: ignore[call-overload]  # the stubs know no letters


def paired(desk: Desk) -> list[tuple[str, str]]:
    reply = desk.hub.answer(Request("GET", "/stations"), desk.line.identity)
    return [(each["role"], each["name"]) for each in reply.body["stations"]]


def test_a_new_station_is_taken_in_by_mouse(desk: Desk) -> None:
    station = NewStation(desk.hub)
    touch(desk.station.window, "banner-station")
    touch(desk.station.window, f"number-{station.digits}")
    touch(desk.station.window, "acceptStation")
    wait_until(lambda: shown(desk.station.window, "newStationOutcome"), "the outcome")
    assert paired(desk) == [("kiosk", "Borne 1")]
    assert station.outcome()["state"] == "accepted"
    touch(desk.station.window, "understoodStation")
    wait_until(lambda: shown(desk.station.window, "newStationOutcome") is None, "the sheet to close")
    assert shown(desk.station.window, "banner-station") is None


def test_a_new_station_is_taken_in_by_keys_alone(desk: Desk) -> None:
    window = desk.station.window
    station = NewStation(desk.hub)
    ready(window, "banner-station")
    key(window, Key.Key_S)
    at = [row.number for row in desk.vm.newStation.numbers.rows].index(station.digits)
    first = desk.vm.newStation.numbers.rows[0].number
    has_keyboard(desk, f"number-{first}")
    for _ in range(at):
        key(window, Key.Key_Down)
    has_keyboard(desk, f"number-{station.digits}")
    key(window, Key.Key_Space)
    for _ in range(12):
        if focused(window) == "newStationName":
            break
        key(window, Key.Key_Tab)
    assert focused(window) == "newStationName"
    QTest.keyClick(window, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(window, "Hall 2")
    assert desk.vm.newStation.props.name == "Hall 2"
    assert [row.number for row in desk.vm.newStation.numbers.rows if row.chosen] == [station.digits]
    key(window, Key.Key_Return)
    has_keyboard(desk, "understoodStation")
    assert paired(desk) == [("kiosk", "Hall 2")]
    key(window, Key.Key_Return)
    wait_until(lambda: not desk.vm.newStation.props.outcome_title, "the sheet to close")


def test_a_number_is_chosen_by_its_own_key_also_without_shift(desk: Desk) -> None:
    NewStation(desk.hub)
    touch(desk.station.window, "banner-station")
    ready(desk.station.window, "refuseStation")
    numbers = [row.number for row in desk.vm.newStation.numbers.rows]
    key(desk.station.window, Key.Key_2)
    has_keyboard(desk, f"number-{numbers[1]}")
    assert [row.number for row in desk.vm.newStation.numbers.rows if row.chosen] == [numbers[1]]


def test_who_is_writing_goes_on_writing_while_a_station_presents_itself(desk: Desk) -> None:
    window = desk.station.window
    touch(window, "message")
    touch(window, "text-fr")
    name = focused(window)
    type_in(window, "Ate")
    NewStation(desk.hub)
    settled(window)
    assert focused(window) == name
    type_in(window, "lier")
    assert desk.vm.front.texts.rows[0].text == "Atelier"
    assert desk.vm.newStation.props.outcome_title == ""
    assert shown(window, "refuseStation") is None
    key(window, Key.Key_Escape)
    ready(window, "banner-station")


def test_who_searches_a_number_goes_on_searching(desk: Desk) -> None:
    window = desk.station.window
    key(window, Key.Key_4)
    NewStation(desk.hub)
    ready(window, "banner-station")
    key(window, Key.Key_2)
    assert desk.vm.props.search_text == "42"


def test_escape_leaves_the_question_open(desk: Desk) -> None:
    station = NewStation(desk.hub)
    touch(desk.station.window, "banner-station")
    ready(desk.station.window, "refuseStation")
    key(desk.station.window, Key.Key_Escape)
    wait_until(lambda: shown(desk.station.window, "refuseStation") is None, "the sheet to close")
    touch(desk.station.window, "banner-station")
    touch(desk.station.window, "refuseStation")
    wait_until(lambda: shown(desk.station.window, "newStationOutcome"), "the outcome")
    assert station.outcome()["code"] == "pairing_refused"


def test_a_station_that_leaves_is_told_in_the_open_sheet(desk: Desk) -> None:
    NewStation(desk.hub)
    touch(desk.station.window, "banner-station")
    ready(desk.station.window, "refuseStation")
    hear_nobody_new(desk.line)
    has_keyboard(desk, "understoodStation")


def test_without_a_number_nobody_is_taken_in(desk: Desk) -> None:
    NewStation(desk.hub)
    touch(desk.station.window, "banner-station")
    ready(desk.station.window, "refuseStation")
    accept = shown(desk.station.window, "acceptStation")
    assert accept is not None
    assert not accept.isEnabled()
    assert QAccessible.queryAccessibleInterface(accept).text(QAccessible.Text.Description) == (
        "Choisissez d’abord le nombre qu’elle montre."
    )


def test_everything_on_the_sheet_has_a_name_and_a_role(desk: Desk) -> None:
    station = NewStation(desk.hub, Role.ADVISOR)
    touch(desk.station.window, "banner-station")
    number = ready(desk.station.window, f"number-{station.digits}")
    said = QAccessible.queryAccessibleInterface(number)
    assert said.role() == QAccessible.Role.RadioButton
    assert said.text(QAccessible.Text.Name) == ", ".join(
        " ".join(half) for half in (station.digits[:3], station.digits[3:])
    )
    for name, role, text in (
        ("role-kiosk", QAccessible.Role.RadioButton, "Une borne"),
        ("newStationName", QAccessible.Role.EditableText, "Son nom"),
        ("place-2", QAccessible.Role.RadioButton, "Table 2"),
        ("refuseStation", QAccessible.Role.Button, "Ce n’est pas la nôtre"),
    ):
        item = ready(desk.station.window, name)
        interface = QAccessible.queryAccessibleInterface(item)
        assert (interface.role(), interface.text(QAccessible.Text.Name)) == (role, text)


@pytest.mark.parametrize("size", [Size(960, 600), Size(1024, 768), DESK])
def test_numbers_and_answers_are_whole_at_every_size(desk: Desk, size: Size) -> None:
    resize(desk.station, size)
    NewStation(desk.hub)
    touch(desk.station.window, "banner-station")
    names = [f"number-{row.number}" for row in desk.vm.newStation.numbers.rows]
    boxes = []
    for name in (*names, "refuseStation", "acceptStation"):
        item = shown(desk.station.window, name)
        assert item is not None
        boxes.append(item.mapRectToScene(item.boundingRect()))
    assert all(box.bottom() <= size.height and box.right() <= size.width for box in boxes)
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])
    assert min(box.height() for box in boxes) >= 56
