"""The folder that the gallery's pictures go to, filled by several processes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import numpy as np
from PIL import Image
from playwright.sync_api import Page
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.tools.contact_sheets import keep_thumb
from tests.tools.png import write_png
from tests.tools.sizes import Shown, Size, resize
from tests.tools.windows import rest, shorten_pauses, wait_until


class Photographed(Shown, Protocol):
    """A window that is closed once its picture is taken."""

    view_model: Any

    def close(self) -> None: ...


LANGUAGES = ("fr", "en", "es")
FRAME_MS = 17


class Album:
    """The folder that the pictures go to, and one for what is of use only meanwhile.

    Every process goes through the same pictures in the same order, and draws those that it is the first to claim.
    ``pictures`` holds what this one drew, by its place in that order.
    """

    def __init__(self, folder: Path, meanwhile: Path) -> None:
        self._folder = folder
        self._meanwhile = meanwhile
        self._place = -1
        self.pictures: list[tuple[int, Path]] = []

    def claims(self) -> bool:
        """Whether the next picture is this process's to draw."""
        self._place += 1
        try:
            (self._meanwhile / str(self._place)).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def path(self, role: str, state: str, language: str, size: object) -> Path:
        """Where a picture belongs; it counts as taken."""
        picture = self._folder / f"{role}-{state}-{language}-{size}.png"
        self.pictures.append((self._place, picture))
        return picture

    def photograph(self, each: Photographed, role: str, state: str, language: str, size: Size) -> None:
        """Take a window's last picture, at that size, once it stands still."""
        resize(each, size)
        self.keep(picture_at_rest(each.window, each.view_model), self.path(role, state, language, size))
        each.close()

    def keep(self, image: QImage, path: Path) -> None:
        """Write a window's picture."""
        rgb = image.convertToFormat(QImage.Format.Format_RGB888)
        lines = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
        pixels = np.ascontiguousarray(lines[:, : 3 * rgb.width()]).reshape(rgb.height(), rgb.width(), 3)
        write_png(path, pixels)
        self._keep_thumb(image, path)

    def save(self, image: Image.Image, path: Path) -> None:
        """Write what is no window's picture."""
        image.save(path)
        self._keep_thumb(QImage(str(path)), path)

    def screenshot(self, page: Page, state: str, language: str) -> None:
        """Write what a phone's browser shows."""
        size = page.viewport_size
        assert size is not None
        path = self.path("phone", state, language, f"{size['width']}x{size['height']}")
        page.screenshot(path=path)
        self._keep_thumb(QImage(str(path)), path)

    def _keep_thumb(self, whole: QImage, path: Path) -> None:
        keep_thumb(whole, self._meanwhile / f"{path.stem}.ppm")


def picture_at_rest(window: QQuickWindow, *view_models: QObject) -> QImage:
    """A window's picture once nothing on it moves or is on its way, and a frame later it is still the same."""
    QTest.qWait(FRAME_MS)
    shorten_pauses(window, *view_models)
    rest(window, *view_models)
    pictures = [window.grabWindow()]

    def stands_still() -> bool:
        QTest.qWait(FRAME_MS)
        pictures.append(window.grabWindow())
        return pictures[-1] == pictures[-2]

    wait_until(stands_still, "two pictures in a row to be the same")
    return pictures[-1]
