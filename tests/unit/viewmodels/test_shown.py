"""Lists and properties tell views what changed, and only that."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from cdm_kiosk.viewmodels.shared.shown import RecordsModel, camel


@dataclass(frozen=True)
class Row:
    row_id: int
    some_text: str


ROWS = st.lists(
    st.builds(Row, st.integers(0, 12), st.sampled_from("abc")), unique_by=lambda row: row.row_id, max_size=12
)


@given(st.lists(ROWS, max_size=6))
def test_a_list_becomes_whatever_it_is_asked_to_show(states: list[list[Row]]) -> None:
    model = RecordsModel(Row)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mirrored: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, _last: mirrored.insert(first, -1))
    model.rowsRemoved.connect(lambda _parent, first, _last: mirrored.pop(first))
    for rows in states:
        model.show(rows)
        assert list(model.rows) == rows
        assert model.rowCount() == len(rows) == len(mirrored)
    assert tester.model() is model


def test_only_the_row_that_changed_is_told_to_views() -> None:
    model = RecordsModel(Row)
    model.show([Row(1, "a"), Row(2, "b"), Row(3, "c")])
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    model.rowsInserted.connect(lambda *_: told.append(-1))
    model.show([Row(1, "a"), Row(2, "changed"), Row(3, "c")])
    assert told == [1]


def test_roles_are_named_as_qml_writes_them() -> None:
    model = RecordsModel(Row)
    model.show([Row(7, "seven")])
    names = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    assert list(names) == ["rowId", "someText"]
    assert model.data(model.index(0), names["someText"]) == "seven"
    assert model.data(QModelIndex(), names["rowId"]) is None
    assert camel("people_ahead") == "peopleAhead"
