"""The pictograms are one set, drawn for somebody who cannot read, and every screen can draw each of them."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from cdm_kiosk import paths
from cdm_kiosk.packs import pictures
from cdm_kiosk.station.station import own_pictogram_url
from cdm_kiosk.viewmodels.kiosk.screen import SERVICE_PICTOGRAMS

FOLDER = paths.RESOURCES / "pictograms"
FILES = sorted(FOLDER.rglob("*.svg"))
SIDE = 96
"""Units of the grid that every pictogram is drawn on."""
DRAWN_AT_MM = 20
LEAST_STROKE_MM = 0.8
"""A line of 0.8 mm is 4.6 minutes of arc at 600 mm: more than four times what an eye of 10/10 tells apart."""
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("svg", "g", "path", "circle", "ellipse", "rect")}
each_pictogram = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])


def ink(file: Path, side_px: int) -> NDArray[np.float64]:
    """How much of each pixel Qt covers, 0 to 1, shape (side, side), as the screens' own image reader draws it."""
    reader = QImageReader(str(file))
    reader.setScaledSize(QSize(side_px, side_px))
    image = reader.read()
    assert not image.isNull(), reader.errorString()
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    rows = np.frombuffer(alpha.constBits(), np.uint8).reshape(side_px, alpha.bytesPerLine())
    return rows[:, :side_px] / 255


@each_pictogram
def test_a_pictogram_is_made_of_plain_lines_and_holds_no_word(file: Path) -> None:
    root = ElementTree.fromstring(file.read_text())
    assert root.get("viewBox") == f"0 0 {SIDE} {SIDE}"
    for element in root.iter():
        assert element.tag in SHAPES
        assert not (element.text or "").strip()
        assert not any("href" in key or "url(" in value for key, value in element.attrib.items())


@each_pictogram
def test_a_pictogram_is_drawn_in_white_with_one_pen_that_20_mm_still_show(file: Path) -> None:
    text = file.read_text()
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "#FFFFFF"}
    assert re.findall(r'stroke-(linecap|linejoin)="round"', text) == ["linecap", "linejoin"]
    (width,) = map(float, re.findall(r'stroke-width="([^"]+)"', text))
    assert width == 7
    assert width / SIDE * DRAWN_AT_MM >= LEAST_STROKE_MM
    assert "transform" not in text, "a transform would change the pen's width"


@each_pictogram
def test_a_pictogram_fills_its_frame_and_nothing_of_it_is_cut_off(file: Path) -> None:
    drawn = ink(file, SIDE)
    assert 0.08 < drawn.mean() < 0.45
    assert not any(edge.any() for edge in (drawn[:2], drawn[-2:], drawn[:, :2], drawn[:, -2:]))
    covered = drawn > 0.5
    assert max(np.ptp(np.flatnonzero(covered.any(axis=side))) for side in (0, 1)) > 0.7 * SIDE


def test_no_two_pictograms_look_alike_even_as_small_as_40_pixels() -> None:
    drawn = {file.stem: ink(file, 40) for file in FILES}
    for one, other in itertools.combinations(drawn, 2):
        differing = np.abs(drawn[one] - drawn[other]).sum()
        assert differing > 0.1 * min(drawn[one].sum(), drawn[other].sum()), f"{one} looks like {other}"


def test_what_a_site_or_a_screen_names_is_there() -> None:
    sites = sorted((paths.RESOURCES / "sites").rglob("*.toml"))
    named = {name for site in sites for name in re.findall(r'^pictogram = "([^"]+)"', site.read_text(), re.M)}
    assert {"orientation", "formation", "emploi"} <= named
    screens = "\n".join(file.read_text() for file in sorted(paths.UI.rglob("*.qml")))
    shown = set(re.findall(r"pictograms/([\w/-]+)\.svg", screens))
    assert shown
    for name in named | shown | {*SERVICE_PICTOGRAMS.values(), "inconnu"}:
        assert (FOLDER / f"{name}.svg").is_file(), f"there is no pictogram {name}"
        assert own_pictogram_url(name).endswith(f"/{name}.svg")


def test_a_theme_cannot_take_the_pictogram_of_a_button_of_the_bar() -> None:
    assert {"ecouter", "contraste"} <= {file.stem for file in (FOLDER / "actions").glob("*.svg")}
    assert not pictures.ours() & {file.stem for file in (FOLDER / "actions").glob("*.svg")}
