"""What a station remembers between two starts: its window and its table, nothing about people."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QSettings, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

COUNTER, COMPACT, ON_TOP = "counter", "window/compact", "window/on_top"


@QmlElement
@QmlUncreatable("made by the advisor's composition root")
class Habits(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """Kept in ``settings``; without them, till the station is closed."""

    compactChanged = Signal()
    onTopChanged = Signal()

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.counter = self._text(COUNTER)
        """The counter that the station last sat at, "" when it has never sat at one."""
        self._compact = self._text(COMPACT).lower() == "true"
        self._on_top = self._text(ON_TOP).lower() == "true"

    @Property(bool, notify=compactChanged)
    def compact(self) -> bool:
        """Whether the window is a narrow strip while somebody works with it."""
        return self._compact

    @Property(bool, notify=onTopChanged)
    def onTop(self) -> bool:
        """Whether the window stays above all others."""
        return self._on_top

    @Slot(bool)
    def setCompact(self, compact: bool) -> None:
        self._compact = compact
        self._keep(COMPACT, compact)
        self.compactChanged.emit()

    @Slot(bool)
    def setOnTop(self, on_top: bool) -> None:
        self._on_top = on_top
        self._keep(ON_TOP, on_top)
        self.onTopChanged.emit()

    def sit_at(self, counter: str) -> None:
        """Remember the counter."""
        if counter != self.counter:
            self.counter = counter
            self._keep(COUNTER, counter)

    def _text(self, name: str) -> str:
        # A file that somebody has spoilt reads as empty: the station starts as if for the first time.
        return "" if self._settings is None else str(self._settings.value(name, ""))

    def _keep(self, name: str, value: str | bool) -> None:
        if self._settings is not None:
            self._settings.setValue(name, value)
