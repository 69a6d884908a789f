"""The folder that the gallery's pictures go to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from cdm_kiosk.station.station import Station
from tests.tools.contact_sheets import contact_sheets, four_screens
from tests.tools.sizes import Size, resize
from tests.tools.windows import is_being_fetched, items, wait_until

LANGUAGES = ("fr", "en", "es")
AT_ONCE_MS = 20
"""Enough for screens that show every change at once."""
SETTLED_MS = 500
"""After this long nothing moves any more: the longest pause is the advisor's against a double tap."""


class Album:
    """The folder that the pictures go to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[Path] = []

    def path(self, role: str, state: str, language: str, size: object) -> Path:
        """Where a picture belongs; it counts as taken."""
        picture = self._folder / f"{role}-{state}-{language}-{size}.png"
        assert picture not in self.pictures, f"{picture.name} is taken twice"
        self.pictures.append(picture)
        return picture

    def photograph(self, each: Station, role: str, state: str, language: str, size: Size, settled_ms: int) -> None:
        """Take a window's last picture, at that size, once it stands still."""
        resize(each, size)
        QTest.qWait(settled_ms)
        wait_until(lambda: not any(map(is_being_fetched, items(each.window))), "the pictures on it")
        image = each.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        # Of Qt's compressions the quickest that still makes a small file of flat colours.
        image.save(str(self.path(role, state, language, size)), quality=80)
        each.close()

    def sheets(self) -> list[Path]:
        """Make the contact sheets of each role and language."""
        groups: dict[str, list[Path]] = {}
        for picture in self.pictures:
            role, _, language, _ = picture.stem.split("-")
            groups.setdefault(f"{role}-{language}", []).append(picture)
        folder = self._folder / "sheets"
        folder.mkdir(exist_ok=True)
        if {"kiosk-fr", "display-fr", "advisor-fr", "reception-fr"} <= groups.keys():
            four_screens(self._folder).quantize(200).save(folder / "four-screens.png", optimize=True)
        return [sheet for name, group in groups.items() for sheet in contact_sheets(group, folder, name)]
