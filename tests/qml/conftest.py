"""What tests of screens may ask for: a small window of controls, and a whole kiosk with its hub within reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cdm_kiosk import paths
from cdm_kiosk.domain.site import Site
from cdm_kiosk.station import station
from tests.tools.kiosk_window import Kiosk, new_kiosk
from tests.tools.sizes import Size, resize
from tests.tools.windows import items, wait_until

Show = Callable[[str], QQuickWindow]
ShowKiosk = Callable[..., Kiosk]


@pytest.fixture(autouse=True)
def typefaces(qtbot: QtBot) -> None:
    """Our own typefaces, and the tree that screen readers walk."""
    station.application("tests")
    QAccessible.setActive(True)


@pytest.fixture
def show() -> Iterator[Show]:
    """Shows controls in a window of 400 × 300 whose property ``taps`` they may count in."""
    engines: list[QQmlApplicationEngine] = []

    def shown(controls: str) -> QQuickWindow:
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.addImportPath(str(paths.UI))
        engine.loadData(
            f"""
            import QtQuick
            import Cdm.Controls
            Window {{ id: window; property int taps: 0; visible: true; width: 400; height: 300; {controls} }}
            """.encode()
        )
        assert engine.rootObjects(), controls
        window = cast(QQuickWindow, engine.rootObjects()[0])
        window.requestActivate()
        wait_until(window.isActive, "the window to be active")
        settled(window)
        wait_until(
            lambda: not any(item.property("settling") for item in items(window)), "the controls to be usable"
        )
        return window

    yield shown
    for engine in engines:
        shiboken6.delete(engine)


@pytest.fixture
def show_kiosk(site: Site) -> Iterator[ShowKiosk]:
    """Shows a kiosk on a busy afternoon; takes a size, then what ``new_kiosk`` takes."""
    kiosks: list[Kiosk] = []

    def shown(size: Size, language: str = "fr", **more: object) -> Kiosk:
        kiosk = new_kiosk(site, language, **more)
        kiosks.append(kiosk)
        resize(kiosk.station, size)
        return kiosk

    yield shown
    for kiosk in kiosks:
        kiosk.station.close()


def settled(window: QQuickWindow) -> QImage:
    """The window's picture once it no longer changes: layouts inside layouts take a few rounds."""
    assert QTest.qWaitForWindowExposed(window)
    pictures = [window.grabWindow()]

    def stands_still() -> bool:
        pictures.append(window.grabWindow())
        return pictures[-1] == pictures[-2]

    wait_until(stands_still, "the window to stand still")
    return pictures[-1]
