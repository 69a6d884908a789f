"""What a station remembers between two starts: its window and its table, nothing about people."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, Slot

from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

COUNTER, COMPACT, ON_TOP = "counter", "window/compact", "window/on_top"


@dataclass(frozen=True, slots=True)
class HabitsProps:
    compact: bool = False
    """Whether the window is a narrow strip while somebody works with it."""
    on_top: bool = False
    """Whether the window stays above all others."""


@known_to_qml
class Habits(ViewModel[HabitsProps]):
    """Kept in ``settings``; without them, till the station is closed."""

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(HabitsProps(), parent)
        self._settings = settings
        self.counter = self._text(COUNTER)
        """The counter that the station last sat at, "" when it has never sat at one."""
        self._update(compact=self._text(COMPACT).lower() == "true", on_top=self._text(ON_TOP).lower() == "true")

    @Slot(bool)
    def setCompact(self, compact: bool) -> None:
        self._keep(COMPACT, compact)
        self._update(compact=compact)

    @Slot(bool)
    def setOnTop(self, on_top: bool) -> None:
        self._keep(ON_TOP, on_top)
        self._update(on_top=on_top)

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
