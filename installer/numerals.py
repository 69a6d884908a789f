"""Draws resources/fonts/CdmNumerals.ttf: Atkinson Hyperlegible Bold's digits with a plain zero.

The typeface slashes its zero and offers no plain one; a number that a visitor carries across a hall must not
read "4Ø". Run by hand when the typeface changes (needs fonttools, which nothing else of ours needs):
``python installer/numerals.py``. The result is under the same SIL Open Font License as its source.
"""

from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

SOURCE = fontpkg_atkinson_hyperlegible.ROOT / "files" / "AtkinsonHyperlegible-Bold.ttf"
TARGET = Path(__file__).parent.parent / "resources" / "fonts" / "CdmNumerals.ttf"

OUTLINE = [
    [(331, -12)],
    [(238, -12), (110, 73), (45, 229), (45, 335)],
    [(45, 496), (191, 680), (331, 680)],
    [(472, 680), (618, 496), (618, 335)],
    [(618, 229), (553, 73), (425, -12), (331, -12)],
]
# The counter that the slash cuts in two, made whole by mirroring the halves that remain. In font units.
COUNTER = [
    [(331, 101)],
    [(389, 101), (461, 214), (461, 334)],
    [(461, 456), (390, 567), (331, 567)],
    [(272, 567), (201, 456), (201, 335)],
    [(201, 214), (273, 101), (331, 101)],
]


def main() -> None:
    """Write the font file; raises OSError when the folder cannot be written."""
    font = TTFont(SOURCE)
    options = subset.Options(layout_features=[], name_IDs=["*"], notdef_outline=True, hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=" 0123456789")
    cutter.subset(font)
    pen = TTGlyphPen(None)
    for contour in (OUTLINE, COUNTER):
        pen.moveTo(contour[0][0])
        for points in contour[1:]:
            pen.qCurveTo(*points)
        pen.closePath()
    font["glyf"]["zero"] = pen.glyph()
    names = {1: "Cdm Numerals", 3: "CdmNumerals-Bold", 4: "Cdm Numerals Bold", 6: "CdmNumerals-Bold"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font.save(TARGET)


if __name__ == "__main__":
    main()
