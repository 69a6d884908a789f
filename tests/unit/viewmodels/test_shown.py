"""Lists and properties tell views what changed, and only that."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMetaProperty, QModelIndex, QObject, Signal
from PySide6.QtTest import QAbstractItemModelTester

from cdm_kiosk.viewmodels.shared.shown import RecordsModel, ViewModel, camel, constant, known_to_qml


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


@dataclass(frozen=True, slots=True)
class DoorProps:
    retry_s: int = 0
    is_open: bool = False
    ratio: float = 0.0
    notice: str = ""
    names: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()


@known_to_qml
class Door(ViewModel[DoorProps]):
    entered = Signal(str)

    def become(self, props: DoorProps) -> None:
        self._become(props)

    def tell(self, **changes: object) -> None:
        self._update(**changes)


class House(ViewModel[DoorProps]):
    door = constant(Door, "_door")

    def __init__(self) -> None:
        super().__init__(DoorProps(rows=(Row(1, "a"),)))
        self._door = Door(DoorProps(), self)


def described(kind: type[QObject]) -> dict[str, QMetaProperty]:
    """The properties that a class has of its own, by name."""
    meta, common = kind.staticMetaObject, QObject.staticMetaObject
    own = [meta.property(at) for at in range(common.propertyCount(), meta.propertyCount())]
    return {str(each.name()): each for each in own}


def test_each_field_of_the_record_is_a_property_of_its_type_with_a_signal() -> None:
    found = {
        name: (each.typeName(), each.isConstant(), each.isWritable(), bytes(each.notifySignal().name().data()))
        for name, each in described(Door).items()
    }
    assert found == {
        "retryS": ("int", False, False, b"retrySChanged"),
        "isOpen": ("bool", False, False, b"isOpenChanged"),
        "ratio": ("double", False, False, b"ratioChanged"),
        "notice": ("QString", False, False, b"noticeChanged"),
        "names": ("QStringList", False, False, b"namesChanged"),
        "counts": ("QVariantList", False, False, b"countsChanged"),
        "rows": ("QAbstractItemModel*", True, False, b""),
    }


def test_a_view_model_tells_only_what_changed_in_the_order_of_the_fields() -> None:
    door, told = Door(DoorProps()), list[str]()
    for name in ("retry_s", "is_open", "notice", "names"):
        door.signal_of(name).connect(lambda name=name: told.append(name))
    door.become(DoorProps(notice="wrong", retry_s=3))
    door.tell(retry_s=3, names=("x",))
    assert told == ["retry_s", "notice", "names"]
    assert [door.property(name) for name in ("retryS", "notice", "names", "counts")] == [3, "wrong", ["x"], []]
    assert door.props == DoorProps(notice="wrong", retry_s=3, names=("x",))


def test_rows_are_one_list_model_that_follows_them() -> None:
    house = House()
    model = house.property("rows")
    assert isinstance(model, RecordsModel)
    assert list(model.rows) == [Row(1, "a")]
    house._update(rows=(Row(2, "b"), Row(1, "a")))
    assert house.property("rows") is model
    assert list(model.rows) == [Row(2, "b"), Row(1, "a")]


def test_a_list_shows_the_newest_rows_though_a_signal_before_it_brought_them() -> None:
    house = House()
    house.signal_of("notice").connect(lambda: house._update(rows=(Row(3, "newest"),)))
    house._update(notice="more", rows=(Row(2, "b"),))
    assert list(house.property("rows").rows) == [Row(3, "newest")] == list(house.props.rows)


def test_an_object_that_stays_is_a_constant_property_of_its_type() -> None:
    house = House()
    assert (described(House)["door"].typeName(), described(House)["door"].isConstant()) == ("Door*", True)
    assert not house.door.props.is_open
