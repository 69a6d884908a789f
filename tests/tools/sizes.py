"""The sizes of the screens that stations stand on, and a window given one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QObject, QSize
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow


class Shown(Protocol):
    """A window with its engine: a station's, or that of a machine which is being paired."""

    engine: QQmlApplicationEngine
    window: QQuickWindow


@dataclass(frozen=True, slots=True)
class Size:
    """A window's size in pixels, and how many of them a millimetre of such a screen has."""

    width: int
    height: int
    per_mm: float = 3.78

    @property
    def pixels(self) -> QSize:
        return QSize(self.width, self.height)

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


UPRIGHT = Size(1080, 1920, 3.2)
LYING = Size(1920, 1080, 3.2)
SMALL = Size(1024, 768, 3.4)
LARGE = Size(2160, 3840, 6.4)
LARGE_LYING = Size(3840, 2160, 6.4)
LOW = Size(960, 540)
KIOSK_SCREENS = {
    "27in": (UPRIGHT, LYING),
    "32in": (Size(1366, 768, 1.93),),
    "15in": (Size(1080, 1920, 5.56), Size(1366, 768, 3.95)),
}
DESK_TRIAL = Size(540, 960, 3.21)
HALL = Size(1920, 1080, 1.58)
DESK = Size(1440, 900)
OFFICE = Size(1280, 800)
COMPACT = Size(360, 640)
STRIP = Size(360, 150)


def resize(each: Shown, size: Size) -> None:
    """Give a window the size, and its millimetres the pixels, of a screen."""
    theme = cast(QObject, each.engine.singletonInstance("Cdm.Controls", "Theme"))
    theme.setProperty("pixelsPerMm", size.per_mm)
    each.window.resize(size.width, size.height)
