"""What screens bind to: view models whose properties are one record's fields, and lists that move what moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from operator import attrgetter
from typing import Any, ClassVar, Generic, TypeVar, cast, get_args, get_origin, get_type_hints

from PySide6.QtCore import (
    Property,
    QAbstractItemModel,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtQml import qmlRegisterUncreatableType

from cdm_kiosk.client.hub import single_shot

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
QML_MODULE = "Cdm.ViewModels"

Props = TypeVar("Props")
Kind = TypeVar("Kind")
ViewModelType = TypeVar("ViewModelType", bound="type[QObject]")


def known_to_qml(view_model: ViewModelType) -> ViewModelType:
    """Let QML files name the type of a view model; only Python makes one."""
    # The stub of Qt for Python 6.11 wants bytes, the function itself takes text alone.
    qmlRegisterUncreatableType(view_model, QML_MODULE, 1, 0, view_model.__name__, "made in Python")  # type: ignore[arg-type]
    return view_model


def constant(kind: type[Kind], attribute: str) -> Kind:
    """Declare a property that gives QML an object which stays the same: the private ``attribute`` of its owner."""
    return cast(Kind, Property(kind, attrgetter(attribute), constant=True))


class ViewModel(QObject, Generic[Props]):
    """A QObject that has each field of a frozen dataclass as a read-only property in camel case.

    ``class Door(ViewModel[DoorProps])`` gives QML ``retryS`` with its notify signal for a field ``retry_s: int``. A
    tuple of a dataclass becomes a list model (``RecordsModel``) that stays the same object; a tuple of ``int`` or
    ``str`` becomes a list, a dict a map. Python reads ``props``.
    """

    _lists: ClassVar[dict[str, type]]
    """The fields that are list models, with the dataclass of their rows."""

    def __init_subclass__(cls) -> None:
        # Here, and not in a decorator: Qt for Python reads the class's properties when this is over.
        super().__init_subclass__()
        (record,) = get_args(cls.__dict__["__orig_bases__"][0])
        cls._lists = {}
        for name, kind in get_type_hints(record).items():
            qml_name = camel(name)
            element: type | None = get_args(kind)[0] if get_origin(kind) is tuple else None
            if element is not None and is_dataclass(element):
                cls._lists[name] = element
                setattr(cls, qml_name, Property(QAbstractItemModel, _list_model(name), constant=True))
                continue
            notify = Signal()
            read: Callable[[Any], Any] = attrgetter(f"props.{name}")
            if element is not None:
                kind, read = "QStringList" if element is str else "QVariantList", _list(name)
            elif get_origin(kind) is dict:
                kind = "QVariantMap"
            setattr(cls, f"{qml_name}Changed", notify)
            setattr(cls, qml_name, Property(kind, read, notify=notify))

    def __init__(self, props: Props, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.props = props
        """What the screen shows now; only ``_become`` and ``_update`` change it."""
        self._models = {name: RecordsModel(row, self) for name, row in self._lists.items()}
        for name, model in self._models.items():
            model.show(getattr(props, name))

    def signal_of(self, name: str) -> SignalInstance:
        """The signal that tells of a change of the field ``name``."""
        return cast(SignalInstance, getattr(self, f"{camel(name)}Changed"))

    def _become(self, props: Props) -> None:
        """Show something else: emit what changed, and only that, in the order of the fields."""
        before, self.props = self.props, props
        for each in fields(cast(Any, props)):
            # What hears of a change may bring the next one: a list follows what is shown by then.
            now = getattr(self.props, each.name)
            if each.name in self._models:
                if now is not getattr(before, each.name):
                    self._models[each.name].show(now)
            elif getattr(before, each.name) != getattr(props, each.name):
                self.signal_of(each.name).emit()

    def _update(self, **changes: Any) -> None:
        """Show the same with these fields changed."""
        self._become(replace(cast(Any, self.props), **changes))


def _list_model(name: str) -> Callable[[ViewModel[Any]], QAbstractItemModel]:
    return lambda view_model: view_model._models[name]


def _list(name: str) -> Callable[[ViewModel[Any]], list[Any]]:
    return lambda view_model: [*getattr(view_model.props, name)]


def camel(name: str) -> str:
    """``theme_label`` as QML writes it: ``themeLabel``."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def once_a_turn(act: Callable[[], None], parent: QObject) -> QTimer:
    """A timer whose ``start`` asks for ``act``: once, after all that comes in the same turn of the event loop."""
    timer = single_shot(parent, act)
    timer.setInterval(0)
    return timer


class RecordsModel(QAbstractListModel):
    """A list of frozen dataclass records; each field is a role in camel case, the first field is the identity."""

    ROLE_BASE: ClassVar[int] = 0x0101
    """Qt.ItemDataRole.UserRole + 1: all that Qt calls ``Qt`` would take 20 ms of a window's start to load."""

    def __init__(self, record: type[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [each.name for each in fields(record)]
        self._rows: list[Any] = []

    @property
    def rows(self) -> Sequence[Any]:
        return self._rows

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {self.ROLE_BASE + at: QByteArray(camel(name).encode()) for at, name in enumerate(self._names)}

    def data(self, index: AnyIndex, role: int = 0) -> Any:
        if not index.isValid() or not 0 <= role - self.ROLE_BASE < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[role - self.ROLE_BASE])

    def show(self, rows: Sequence[Any]) -> None:
        """Become ``rows``, telling views only the removals, moves, insertions and changes in between."""
        wanted = {self._key(row) for row in rows}
        for at in range(len(self._rows) - 1, -1, -1):
            if self._key(self._rows[at]) not in wanted:
                self.beginRemoveRows(NO_PARENT, at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(rows):
            if at < len(self._rows) and self._key(self._rows[at]) == self._key(row):
                pass
            elif (found := self._find(row, at)) is not None:
                self.beginMoveRows(NO_PARENT, found, found, NO_PARENT, at)
                self._rows.insert(at, self._rows.pop(found))
                self.endMoveRows()
            else:
                self.beginInsertRows(NO_PARENT, at, at)
                self._rows.insert(at, row)
                self.endInsertRows()
            if self._rows[at] is not row and self._rows[at] != row:
                self._rows[at] = row
                here = self.index(at)
                self.dataChanged.emit(here, here)

    def _key(self, row: Any) -> Any:
        return getattr(row, self._names[0])

    def _find(self, row: Any, after: int) -> int | None:
        key = self._key(row)
        return next((at for at in range(after + 1, len(self._rows)) if self._key(self._rows[at]) == key), None)
