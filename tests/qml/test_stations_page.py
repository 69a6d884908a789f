"""The page of stations by keyboard and mouse: chosen, renamed, moved, struck off, and read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from cdm_kiosk.client.hub import Request
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.orders import Role
from tests.qml.conftest import settled
from tests.tools.administration_window import Office, new_office, office_content
from tests.tools.fake_hub import PIN, FakeLine, dispose
from tests.tools.paired_stations import NewStation
from tests.tools.windows import ready, shown, touch, wait_until

CONTROL = Qt.KeyboardModifier.ControlModifier


def take_in(office: Office, mirror: StaffMirror, other: FakeLine, role: Role, name: str, place: str = "") -> None:
    """A station that another reception has paired."""
    station = NewStation(office.hub, role, name)
    assert mirror.pending is not None
    values = {"number": station.digits, "role": role.value, "name": name, "place": place, "replace": ""}
    other.orders.ask("accept-station", {"pairing": mirror.pending.id, **values})
    assert station.outcome()["state"] == "accepted"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = new_office(tmp_path, office_content())
    office.window.requestActivate()
    wait_until(office.window.isActive, "the window to be active")
    ready(office.window, "pin")
    wait_until(lambda: focused(office) == "pin", "the PIN to have the keyboard")
    type_in(office, PIN)
    QTest.keyClick(office.window, Qt.Key.Key_Return)
    wait_until(lambda: focused(office) == "section-rota", "the sections to have the keyboard")
    office.vm.chooseSection("stations")
    other = office.hub.line("reception")
    mirror = StaffMirror(other)
    other.start()
    take_in(office, mirror, other, Role.KIOSK, "Borne 1")
    take_in(office, mirror, other, Role.ADVISOR, "Table 1", "1")
    ready(office.window, "station-Borne 1")
    yield office
    office.station.close()
    dispose(mirror, other)


def paired(office: Office) -> list[tuple[str, str]]:
    reply = office.hub.answer(Request("GET", "/stations"), office.line.identity)
    return [(each["name"], each["place"]) for each in reply.body["stations"]]


def focused(office: Office) -> str:
    window = office.window
    item = window.activeFocusItem()
    return item.objectName() if item is not None else ""


def tab_to(office: Office, name: str) -> None:
    for _ in range(80):
        if focused(office) == name:
            return
        QTest.keyClick(office.window, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


def type_in(office: Office, text: str) -> None:
    QTest.keyClick(office.window, Qt.Key.Key_A, CONTROL)
    for each in text:
        QTest.keyClick(office.window, each)  # type: ignore[call-overload]  # the stubs know no letters


def test_a_station_is_renamed_by_keyboard(office: Office) -> None:
    tab_to(office, "station-Borne 1")
    QTest.keyClick(office.window, Qt.Key.Key_Return)
    tab_to(office, "stationName")
    type_in(office, "Borne 7")
    QTest.keyClick(office.window, Qt.Key.Key_Return)
    assert paired(office) == [("Borne 7", ""), ("Table 1", "1")]
    ready(office.window, "station-Borne 7")
    assert not office.vm.draft.dirty


def test_the_stations_are_gone_through_by_arrows(office: Office) -> None:
    tab_to(office, "station-Borne 1")
    QTest.keyClick(office.window, Qt.Key.Key_Down)
    assert focused(office) == "station-Table 1"
    QTest.keyClick(office.window, Qt.Key.Key_Space)
    assert office.vm.stations.props.chosen_name == "Table 1"


def test_a_station_is_moved_to_another_table_by_mouse(office: Office) -> None:
    touch(office.window, "station-Table 1")
    touch(office.window, "stationPlace-4")
    assert paired(office) == [("Borne 1", ""), ("Table 1", "4")]


def test_a_station_is_struck_off_only_after_a_question(office: Office) -> None:
    touch(office.window, "station-Borne 1")
    touch(office.window, "strikeOff")
    ready(office.window, "confirm")
    wait_until(lambda: focused(office) == "cancel", "the harmless answer to have the keyboard")
    QTest.keyClick(office.window, Qt.Key.Key_Escape)
    wait_until(lambda: shown(office.window, "confirm") is None, "the question to close")
    assert len(paired(office)) == 2
    touch(office.window, "strikeOff")
    touch(office.window, "confirm")
    assert paired(office) == [("Table 1", "1")]
    settled(office.window)
    assert shown(office.window, "station-Borne 1") is None


def test_everything_on_the_page_has_a_name_and_a_role(office: Office) -> None:
    touch(office.window, "station-Table 1")
    for name, role, text in (
        ("station-Table 1", QAccessible.Role.ListItem, "Table 1"),
        ("stationName", QAccessible.Role.EditableText, "Nom"),
        ("stationPlace-2", QAccessible.Role.RadioButton, "Table 2"),
        ("strikeOff", QAccessible.Role.Button, "Radier «\u00a0Table 1\u00a0»…"),
        ("pairCommand", QAccessible.Role.EditableText, "Commande d’association"),
    ):
        item = ready(office.window, name)
        interface = QAccessible.queryAccessibleInterface(item)
        assert (interface.role(), interface.text(QAccessible.Text.Name)) == (role, text)
    row = QAccessible.queryAccessibleInterface(ready(office.window, "station-Borne 1"))
    assert row.text(QAccessible.Text.Description) == "Borne, pas entendue aujourd’hui"
