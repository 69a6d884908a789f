"""A screen that is unplugged, plugged in again or changed: the window finds its place, and its millimetres."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickItem, QQuickWindow

from cdm_kiosk.apps.display import DisplayStation
from cdm_kiosk.domain.site import Site
from cdm_kiosk.options import DisplayOptions
from cdm_kiosk.station.screens import Keeper
from tests.qml.conftest import settled
from tests.tools.display_window import Hall, call_hub, new_display
from tests.tools.hub import RunningHub
from tests.tools.sizes import HALL, Size, resize
from tests.tools.windows import shown, wait_until

SCREENS = [
    {"name": "touch", "x": 0, "y": 0, "width": 1080, "height": 1920, "logicalDpi": 96, "dpr": 1},
    {"name": "wall", "x": 1080, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
]
ON_TWO_SCREENS = """
import sys
from PySide6.QtGui import QGuiApplication
from cdm_kiosk.station import station
from cdm_kiosk.apps.display import DisplayStation
from cdm_kiosk.client.token import NO_TOKEN
from cdm_kiosk.options import DisplayOptions
from cdm_kiosk.station.membership import Membership
from cdm_kiosk.station.screens import Keeper, ScreenChoice
station.application("two screens")
display = DisplayStation(DisplayOptions(), Membership("http://127.0.0.1:9", NO_TOKEN))
keeper = Keeper(display.window, ScreenChoice(display.own, 1).screen, full_screen=True)
place = display.window.geometry()
print(display.window.screen().name(), place.x(), place.width(), place.height())
display.close()
"""


def _last_screen() -> QScreen:
    return QGuiApplication.screens()[-1]


@pytest.fixture
def window() -> Iterator[QQuickWindow]:
    made = QQuickWindow()
    made.setGeometry(QRect(0, 0, 640, 360))
    made.show()
    yield made
    made.destroy()


def test_the_display_fills_the_second_screen(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    command = [sys.executable, "-c", ON_TWO_SCREENS, "-platform", f"offscreen:configfile={config}"]
    environment = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "QT_QUICK_BACKEND": "software"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, **environment})
    assert (done.stdout.split(), done.returncode) == (["wall", "1080", "1920", "1080"], 0), done.stderr


@pytest.mark.parametrize("signal", ["screenAdded", "screenRemoved", "geometryChanged", "physicalSizeChanged"])
def test_whenever_the_screens_change_the_window_takes_its_place_again(window: QQuickWindow, signal: str) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    screen = app.primaryScreen()
    keeper = Keeper(window, _last_screen, full_screen=True)
    assert window.geometry() == screen.geometry()
    told: list[str] = []
    keeper.placed.connect(lambda: told.append("placed"))
    window.setGeometry(QRect(10, 10, 300, 200))
    {
        "screenAdded": lambda: app.screenAdded.emit(screen),
        "screenRemoved": lambda: app.screenRemoved.emit(screen),
        "geometryChanged": lambda: screen.geometryChanged.emit(screen.geometry()),
        "physicalSizeChanged": lambda: screen.physicalSizeChanged.emit(screen.physicalSize()),
    }[signal]()
    wait_until(lambda: told, "the window to be placed again")
    assert window.geometry() == screen.geometry()


def test_a_window_that_is_gone_is_no_longer_placed(window: QQuickWindow) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    keeper = Keeper(window, _last_screen, full_screen=False)
    told: list[str] = []
    keeper.placed.connect(lambda: told.append("placed"))
    shiboken6.delete(keeper)
    app.screenAdded.emit(app.primaryScreen())
    app.processEvents()
    assert told == []


def has_width(item: QQuickItem, width: int) -> bool:
    return item.width() == width


def test_the_calls_take_another_size_with_another_resolution_and_are_still_whole(
    halls: list[Hall], site: Site
) -> None:
    hall = new_display(call_hub(site, 34, 6))
    halls.append(hall)
    for size in (HALL, Size(1280, 720, 1.05), Size(1080, 1920, 1.58), Size(3840, 2160, 3.16)):
        resize(hall.station, size)
        window = hall.station.window
        content = window.contentItem()
        wait_until(partial(has_width, content, size.width), "the window to be resized")
        settled(window)
        number = shown(window, "currentNumber")
        assert number is not None
        capital = 0.668 * number.property("font").pixelSize()
        ink = QRectF(0, number.baselineOffset() - capital, number.width(), capital)
        assert QRectF(0, 0, size.width, size.height).contains(number.mapRectToScene(ink))
        stage = shown(window, "stage")
        assert stage is not None
        assert QRectF(stage.x(), stage.y(), stage.width(), stage.height()).contains(
            QRectF(0, 0, size.width, size.height)
        )


@pytest.fixture
def halls() -> Iterator[list[Hall]]:
    opened: list[Hall] = []
    yield opened
    for hall in opened:
        hall.station.close()


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        (DisplayOptions(diagonal_inch=15, distance_m=6), "too small to be read from 6 m"),
        (DisplayOptions(diagonal_inch=55, distance_m=0.5), ""),
        (DisplayOptions(diagonal_inch=24), ""),
    ],
)
def test_a_screen_too_small_for_the_room_says_so_once_and_how_far_it_can_be_read(
    hub: RunningHub, shown: DisplayOptions, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    display = DisplayStation(shown, hub.membership("display"))
    Keeper(display.window, _last_screen, full_screen=True)
    display.start()
    wait_until(lambda: display.view_model.connected, "the display to hear the hub")
    display.fit()
    warned = [record.message for record in caplog.records if "too small" in record.message]
    assert len(warned) == (1 if says else 0)
    assert all(says in sentence for sentence in warned)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING and not says]
    display.close()


def test_where_nobody_said_how_far_people_sit_the_display_says_from_where_it_can_be_read(
    hub: RunningHub, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    display = DisplayStation(DisplayOptions(diagonal_inch=24), hub.membership("display"))
    Keeper(display.window, _last_screen, full_screen=True)
    display.start()
    wait_until(lambda: display.view_model.connected, "the display to hear the hub")
    display.fit()
    told = [record for record in caplog.records if "can be read from" in record.message]
    assert [record.levelname for record in told] == ["INFO"]
    assert "--viewing-distance-m" in told[0].message
    display.close()
