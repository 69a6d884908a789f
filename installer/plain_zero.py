"""Makes resources/fonts/CdmText-*.ttf: Atkinson Hyperlegible with a plain zero.

The typeface slashes its zero and offers no plain one; a number that a visitor carries across a hall must not read
"4Ø", and "15 à 4Ø min" looks technical to who reads with trouble. Run by hand when the typeface changes (needs
fonttools, which nothing else needs): ``python installer/plain_zero.py``. The result has a name of its own and is
under the same SIL Open Font License as its source.
"""

from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

SOURCE = fontpkg_atkinson_hyperlegible.ROOT / "files"
TARGET = Path(__file__).parent.parent / "resources" / "fonts"
FAMILY = "Cdm Text"

Contour = list[list[tuple[int, int]]]

REGULAR: tuple[Contour, Contour] = (
    [
        [(324, -12)],
        [(195, -12), (60, 167), (60, 335)],
        [(60, 502), (195, 680), (324, 680)],
        [(453, 680), (588, 502), (588, 335)],
        [(588, 167), (453, -12), (324, -12)],
    ],
    [
        [(324, 62)],
        [(412, 62), (497, 204), (497, 335)],
        [(497, 466), (412, 606), (324, 606)],
        [(236, 606), (151, 466), (151, 335)],
        [(151, 204), (236, 62), (324, 62)],
    ],
)
BOLD: tuple[Contour, Contour] = (
    [
        [(331, -12)],
        [(238, -12), (110, 73), (45, 229), (45, 335)],
        [(45, 496), (191, 680), (331, 680)],
        [(472, 680), (618, 496), (618, 335)],
        [(618, 229), (553, 73), (425, -12), (331, -12)],
    ],
    [
        [(331, 101)],
        [(389, 101), (461, 214), (461, 334)],
        [(461, 456), (390, 567), (331, 567)],
        [(272, 567), (201, 456), (201, 335)],
        [(201, 214), (273, 101), (331, 101)],
    ],
)
"""The zero's outline, and its counter that the slash cuts in two, made whole by mirroring what remains of it."""


def main() -> None:
    """Write both font files; raises OSError when the folder cannot be written."""
    for weight, contours in (("Regular", REGULAR), ("Bold", BOLD)):
        font = TTFont(SOURCE / f"AtkinsonHyperlegible-{weight}.ttf")
        pen = TTGlyphPen(None)
        for contour in contours:
            pen.moveTo(contour[0][0])
            for points in contour[1:]:
                pen.qCurveTo(*points)
            pen.closePath()
        font["glyf"]["zero"] = pen.glyph()
        file = f"{FAMILY.replace(' ', '')}-{weight}"
        names = {1: FAMILY, 3: file, 4: f"{FAMILY} {weight}", 6: file, 16: FAMILY}
        for record in font["name"].names:
            if record.nameID in names:
                record.string = names[record.nameID]
        font.save(TARGET / f"{file}.ttf")


if __name__ == "__main__":
    main()
