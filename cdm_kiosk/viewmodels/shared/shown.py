"""The two shapes that screens bind to: properties that tell what changed, lists that move what moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


def emit_changes(owner: QObject, before: object, after: object) -> None:
    """Emit ``<field>Changed`` of ``owner`` for each field in which two records of one dataclass differ."""
    for each in fields(after):  # type: ignore[arg-type]
        if getattr(before, each.name) != getattr(after, each.name):
            getattr(owner, f"{camel(each.name)}Changed").emit()


def camel(name: str) -> str:
    """``theme_label`` as QML writes it: ``themeLabel``."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def once_a_turn(act: Callable[[], None], parent: QObject) -> QTimer:
    """A timer whose ``start`` asks for ``act``: once, after all that comes in the same turn of the event loop."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(act)
    return timer


class RecordsModel(QAbstractListModel):
    """A list of frozen dataclass records; each field is a role in camel case, the first field is the identity."""

    ROLE_BASE: ClassVar[int] = Qt.ItemDataRole.UserRole + 1

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

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
