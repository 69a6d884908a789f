"""A visitor's digits have a plain zero wherever one is read: "40" never looks like "4Ø", at any size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QPainterPath, QRawFont
from PySide6.QtQuick import QQuickItem, QQuickWindow

from cdm_kiosk.domain.site import Site
from cdm_kiosk.station import station
from tests.qml.conftest import ShowKiosk
from tests.tools.display_window import call_hub, new_display
from tests.tools.kiosk_scenes import KIOSK_LEAVE, KIOSK_MAIN
from tests.tools.sizes import UPRIGHT
from tests.tools.windows import items, shown

FACES = station.faces()
FILES = [file for face in (FACES.latin, FACES.arabic, FACES.cyrillic) for file in (face.regular, face.bold)]


def strokes(outline: QPainterPath) -> int:
    """Of how many closed lines a letter is drawn: a plain zero has two, its rim and its hole."""
    kinds = (outline.elementAt(at).type for at in range(outline.elementCount()))
    return sum(kind == QPainterPath.ElementType.MoveToElement for kind in kinds)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_typeface_of_screens_and_paper_has_a_plain_zero(file: Path) -> None:
    font = QRawFont(str(file), 100)
    (zero,) = font.glyphIndexesForString("0")
    assert strokes(font.pathForGlyph(zero)) == 2


def text_fonts(window: QQuickWindow) -> list[tuple[str, QFont]]:
    found: list[QQuickItem] = [item for item in items(window) if item.inherits("QQuickText")]
    with_digits = [item for item in found if any(letter.isdigit() for letter in str(item.property("text")))]
    return [(str(item.property("text")), item.property("font")) for item in with_digits]


def assert_plain(window: QQuickWindow) -> None:
    found = text_fonts(window)
    assert found
    for text, font in found:
        outline = QPainterPath()
        outline.addText(0, 0, font, "0")
        assert QFontInfo(font).family() == station.TEXT_FAMILY, text
        assert strokes(outline) == 2, text


@pytest.mark.parametrize("name", ["themes", "theme", "theme_unserved", "ticket", "still_there", "leave"])
def test_every_number_on_the_kiosk_has_a_plain_zero(show_kiosk: ShowKiosk, name: str) -> None:
    kiosk = show_kiosk(UPRIGHT)
    (KIOSK_MAIN | KIOSK_LEAVE)[name](kiosk)
    assert_plain(kiosk.station.window)


def test_every_number_on_the_display_has_a_plain_zero(site: Site) -> None:
    display = new_display(call_hub(site, number=99, calls=6))
    assert_plain(display.station.window)
    newest = shown(display.station.window, "currentNumber")
    assert newest is not None
    assert newest.property("font").bold(), "it is read from across the hall"
    display.station.close()
