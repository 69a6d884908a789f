"""What people read from their chairs: capital heights in millimetres, measured on the items of the window.

12 mm of capital height for each metre of distance is 0.7° of the eye; the newest call has twice that.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from cdm_kiosk.domain.site import Site
from tests.qml.conftest import settled
from tests.tools.contrast import contrast_of
from tests.tools.display_window import Hall, call_hub, new_display
from tests.tools.house_variants import house_of_zones, long_labels
from tests.tools.sizes import Size, resize
from tests.tools.windows import items

CAPITAL = 0.668
"""Height of a capital, and of a digit, in parts of the type size, in both typefaces."""
MM_PER_M = 12.0
MM_PER_INCH = 25.4
ZONES = {1: "", 2: "accueil:left,etage:up", 3: "accueil,etage,annexe"}


def screen(width: int, height: int, diagonal_inch: float) -> Size:
    return Size(width, height, math.hypot(width, height) / (diagonal_inch * MM_PER_INCH))


def capital_mm(text: QQuickItem, size: Size) -> float:
    pixels = text.property("pixelSize") or text.property("font").pixelSize()
    return CAPITAL * float(pixels) / size.per_mm


def named(window: QQuickWindow, *names: str) -> list[QQuickItem]:
    return [item for item in items(window) if item.objectName() in names]


@pytest.fixture
def halls() -> Iterator[list[Hall]]:
    opened: list[Hall] = []
    yield opened
    for hall in opened:
        hall.station.close()


def show(halls: list[Hall], site: Site, size: Size, distance_m: float, zones: int = 1, number: int = 134) -> Hall:
    at = house_of_zones(site, zones) if zones > 1 else site
    hall = new_display(call_hub(at, number, 7), ZONES[zones])
    halls.append(hall)
    hall.station.window.setProperty("viewingDistanceM", distance_m)
    resize(hall.station, size)
    settled(hall.station.window)
    return hall


ROOMS = [
    (screen(1920, 1080, 24), 1.5, 1),
    (screen(1920, 1080, 32), 2.0, 1),
    (screen(1920, 1080, 55), 3.0, 1),
    (screen(1080, 1920, 43), 2.5, 1),
    (screen(3840, 2160, 75), 4.0, 1),
    (screen(2160, 3840, 55), 3.0, 1),
    (screen(3840, 2160, 55), 1.8, 2),
    (screen(1080, 1920, 55), 2.0, 2),
    (screen(1920, 1080, 75), 1.5, 3),
    (screen(1080, 1920, 65), 2.0, 3),
]


@pytest.mark.parametrize(("size", "distance_m", "zones"), ROOMS, ids=lambda each: str(each))
def test_every_number_and_place_can_be_read_from_the_farthest_chair(
    halls: list[Hall], site: Site, size: Size, distance_m: float, zones: int
) -> None:
    window = show(halls, site, size, distance_m, zones).station.window
    least = MM_PER_M * distance_m
    listed = named(window, "calledNumber", "calledPlace")
    newest = named(window, "currentNumber", "currentPlace")
    assert len(newest) == 2 * zones
    assert len(listed) >= 2 * zones
    assert min(capital_mm(each, size) for each in listed) >= least
    assert min(capital_mm(each, size) for each in newest) >= 2 * least
    assert window.property("legibleFromM") == pytest.approx(distance_m)


@pytest.mark.parametrize("zones", [1, 2, 3])
@pytest.mark.parametrize("size", [screen(1920, 1080, 24), screen(1080, 1920, 24), screen(1024, 768, 15)], ids=str)
def test_on_a_screen_too_small_for_the_room_the_calls_are_as_large_as_they_go_and_whole(
    halls: list[Hall], site: Site, size: Size, zones: int
) -> None:
    far = show(halls, site, size, 8.0, zones).station.window
    legible_m = float(far.property("legibleFromM"))
    assert legible_m < 8.0
    near = show(halls, site, size, 0.5, zones).station.window
    room = QRectF(0, 0, size.width, size.height)
    for window in (far, near):
        for each in named(window, "calledNumber", "calledPlace", "currentNumber", "currentPlace"):
            drawn = each.mapRectToScene(QRectF(0, 0, each.width(), each.height()))
            assert drawn.left() >= 0
            assert drawn.right() <= room.right()
    smallest = [min(capital_mm(each, size) for each in named(window, "calledPlace")) for window in (far, near)]
    assert smallest[0] >= smallest[1]


@pytest.mark.parametrize("size", [screen(1920, 1080, 55), screen(1080, 1920, 55)], ids=str)
@pytest.mark.parametrize("zones", [1, 2, 3])
def test_no_call_covers_another_however_long_the_names_of_the_places(
    halls: list[Hall], site: Site, size: Size, zones: int
) -> None:
    wordy = replace(long_labels(site), desk=None, rota=())
    window = show(halls, wordy, size, 4.0, zones).station.window
    rows = sorted(
        (each.mapRectToScene(QRectF(0, 0, each.width(), each.height())) for each in named(window, "calledPlace")),
        key=lambda drawn: (drawn.left(), drawn.top()),
    )
    for at, one in enumerate(rows):
        assert not any(_ink(one).intersects(_ink(other)) for other in rows[at + 1 :])


def _ink(text: QRectF) -> QRectF:
    """Where the letters are: lines have air above and below."""
    air = 0.1 * text.height()
    return text.adjusted(0, air, 0, -air)


def test_numbers_and_places_stand_out_in_daylight(halls: list[Hall], site: Site) -> None:
    window = show(halls, site, screen(960, 540, 55), 3.0).station.window
    image = settled(window)
    for each in named(window, "calledNumber", "calledPlace", "currentNumber", "currentPlace"):
        assert contrast_of(image, each.mapRectToScene(QRectF(0, 0, each.width(), each.height()))) >= 7
