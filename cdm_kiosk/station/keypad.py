"""The keys of an audio keypad: which key listens, repeats, speaks louder; a table that an installer can change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk.station.station import StationFault

USUAL_KEYS: Mapping[str, tuple[str, ...]] = {
    "listen": ("F1", "F17"),
    "headphones_in": ("F15",),
    "headphones_out": ("F16",),
    "repeat": ("F2", "F18"),
    "louder": ("F3", "VolumeUp"),
    "softer": ("F4", "VolumeDown"),
}
"""What each key asks for, by the names of Qt's keys. Arrows and Enter are no part of it: they always work."""
LEAVE = "leave"
USUAL_LEAVE = ("F2", "F2", "F4", "F4", "F3", "F3", "F1")
"""In this order within 6 s: the hidden way to the PIN that ends the kiosk."""
LEAST_TO_LEAVE = 5


class KeypadFault(StationFault):
    """A table of keys that cannot be used; ``field`` names its line."""

    code = "bad_keypad"

    def __init__(self, path: Path, field: str, expected: str) -> None:
        self.field = field
        super().__init__(f"The keypad's table {path} cannot be used. {field}: {expected} ({self.code})")


class Keys:
    """Which act each key (Qt's number of it) stands for, and the keys that ask, in turn, to leave the kiosk.

    The numbers are looked up when the first key comes: all that Qt calls ``Qt`` takes 20 ms to load.
    """

    def __init__(
        self, table: Mapping[str, tuple[str, ...]] = USUAL_KEYS, leave: tuple[str, ...] = USUAL_LEAVE
    ) -> None:
        self._table = table
        self._leave = leave

    @cached_property
    def acts(self) -> Mapping[int, str]:
        return _by_key(self._table)

    @cached_property
    def leave(self) -> tuple[int, ...]:
        return tuple(map(_number, self._leave))


def read_keys(path: Path) -> Keys:
    """The table in a TOML file of lines like ``listen = ["F1"]``; an act that it leaves out keeps its usual keys.

    Raises KeypadFault.
    """
    import tomllib

    try:
        chosen = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise KeypadFault(path, "the file", str(fault)) from None
    for act, names in chosen.items():
        if act not in (*USUAL_KEYS, LEAVE):
            raise KeypadFault(path, act, f"expected one of {', '.join((*USUAL_KEYS, LEAVE))}")
        if not isinstance(names, list) or not all(isinstance(name, str) and _number(name) for name in names):
            raise KeypadFault(path, act, 'expected names of keys, like ["F1", "VolumeUp"]')
    leave = chosen.pop(LEAVE, USUAL_LEAVE)
    if len(leave) < LEAST_TO_LEAVE:
        raise KeypadFault(path, LEAVE, f"expected {LEAST_TO_LEAVE} keys in turn, or more")
    table = {**USUAL_KEYS, **{act: tuple(names) for act, names in chosen.items()}}
    numbers = [_number(name) for names in table.values() for name in names]
    twice = {number for number in numbers if numbers.count(number) > 1}
    for act, names in table.items():
        if any(_number(name) in twice for name in names):
            raise KeypadFault(path, act, "one of its keys asks for something else, too")
    return Keys(table, tuple(leave))


class Listened(Protocol):
    """What the keys of a keypad ask of a voice."""

    def toggle(self) -> None: ...
    def begin(self) -> None: ...
    def end(self) -> None: ...
    def repeat(self) -> None: ...
    def louder(self) -> None: ...
    def softer(self) -> None: ...
    def interrupt(self) -> None: ...


class Keypad(QObject):
    """Hears the keys of a kiosk's window before its controls do."""

    def __init__(self, window: QQuickWindow, voice: Listened, keys: Keys) -> None:
        super().__init__(window)
        self._keys = keys
        self._voice = voice
        self._acts = {
            "listen": voice.toggle,
            "headphones_in": voice.begin,
            "headphones_out": voice.end,
            "repeat": voice.repeat,
            "louder": voice.louder,
            "softer": voice.softer,
        }
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        act = self._keys.acts.get(event.key())
        if act is None:
            self._voice.interrupt()
            return False
        self._acts[act]()
        return True


def _by_key(table: Mapping[str, tuple[str, ...]]) -> dict[int, str]:
    return {_number(name): act for act, names in table.items() for name in names}


def _number(name: str) -> int:
    """Qt's number of its key ``Key_<name>``; 0 where it knows none."""
    from PySide6.QtCore import Qt

    key = getattr(Qt.Key, f"Key_{name}", None)
    return int(key.value) if isinstance(key, Qt.Key) else 0
