"""The check of the screens refuses what fails only where one process shows several of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer import qml_check
from tests.tools.hub import CHECKOUT


def screens(root: Path, body: str) -> Path:
    """A checkout with one module of two components, the second with this in it."""
    module = root / "ui" / "Cdm" / "Hall"
    module.mkdir(parents=True)
    (module / "qmldir").write_text("module Cdm.Hall\ninternal Door Door.qml\nHall 1.0 Hall.qml\n")
    (module / "Door.qml").write_text("import QtQuick\n\nItem {\n}\n")
    (module / "Hall.qml").write_text(f"import QtQuick\n\nItem {{\n    {body}\n}}\n")
    return root


@pytest.mark.parametrize(
    "body",
    [
        "function open(door: Door): void {\n    }",
        "function open(count: int, door: Door) {\n    }",
        "function opened(): Door {\n        return null;\n    }",
        "function open(doors: list<Door>): void {\n    }",
        "signal opened(door: Door)",
        "signal opened(Door door)",
        "component Handle: Item {}\n    function turn(handle: Handle): void {\n    }",
        "property var open: (door: Door) => door.open()",
        "property list<Door> doors: [first, second]",
        "property list<Door> doors",
    ],
)
def test_a_function_or_signal_that_names_a_component_of_ours_is_refused_by_its_line(
    tmp_path: Path, body: str
) -> None:
    (told,) = qml_check.typed_by_our_components(screens(tmp_path, body))
    assert told.startswith("ui/Cdm/Hall/Hall.qml:")
    assert "is a component of ours" in told


@pytest.mark.parametrize(
    "body",
    [
        "function open(door: Item): void {\n    }",
        "function open(door: var): var {\n    }",
        "property Door door: Door {}",
        "property list<Door> doors: [\n        Door {}\n    ]",
        "readonly property bool isDoor: (data[0] as Door) !== null",
        "// function open(door: Door): void",
    ],
)
def test_what_every_engine_understands_is_left_alone(tmp_path: Path, body: str) -> None:
    assert [*qml_check.typed_by_our_components(screens(tmp_path, body))] == []


def test_no_screen_of_the_house_names_one_so() -> None:
    assert [*qml_check.typed_by_our_components(CHECKOUT)] == []


def bound_to(root: Path, body: str) -> Path:
    """A formatted checkout whose one screen has a display's view model."""
    module = root / "ui" / "Cdm" / "Hall"
    module.mkdir(parents=True)
    (module / "qmldir").write_text("module Cdm.Hall\nHall 1.0 Hall.qml\n")
    imports = "pragma ComponentBehavior: Bound\n\nimport QtQuick\nimport Cdm.ViewModels\n"
    body = f"id: root\n\n    required property DisplayViewModel vm\n\n    {body}\n"
    (module / "Hall.qml").write_text(f"{imports}\nItem {{\n    {body}}}\n")
    return root


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("readonly property string hour: vm.clok", "clok"),
        ("Component.onCompleted: root.vm.tik()", "tik"),
        ("readonly property int first: ReceptionViewModel.Action.PARKED", "PARKED"),
        ("Repeater {\n        model: root.vm.zoness\n    }", "zoness"),
    ],
)
def test_a_name_that_the_view_model_does_not_have_is_refused(tmp_path: Path, body: str, missing: str) -> None:
    assert missing in "\n".join(qml_check.check(bound_to(tmp_path, body)))


def test_the_names_that_the_view_model_has_are_accepted(tmp_path: Path) -> None:
    names = "readonly property string hour: vm.clock + vm.shiftX + vm.zones.rowCount()"
    body = f"{names}\n\n    Component.onCompleted: root.vm.tick()"
    assert [*qml_check.check(bound_to(tmp_path, body))] == []
