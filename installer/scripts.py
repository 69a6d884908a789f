"""Makes the typefaces of Arabic and Cyrillic in resources/fonts: Noto Sans in two weights, in lines of our height.

Noto Sans Arabic asks for lines of 2.1 em, which makes a page half as long again, and holds its weights in one
variable file, of which Qt draws no bold in large sizes. Run by hand when a typeface changes (needs fonttools and
the two packages of Noto): ``python installer/scripts.py``. The results are under the same SIL Open Font License as
their sources.
"""

from pathlib import Path

import fontpkg_noto_sans  # type: ignore[import-not-found, import-untyped, unused-ignore]
import fontpkg_noto_sans_arabic  # type: ignore[import-not-found, import-untyped, unused-ignore]
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).parent.parent / "resources" / "fonts"
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2039, 0x203A, 0x20AC)
"""So that a line with a French name in it can be drawn in one face."""
SCRIPTS = {
    "Arabic": (
        fontpkg_noto_sans_arabic.ROOT / "files" / "NotoSansArabic[wdth,wght].ttf",
        (*range(0x600, 0x700), *range(0x200C, 0x2010)),
        (1000, -360),
    ),
    "Cyrillic": (
        fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf",
        (*range(0x400, 0x530), 0x2116),
        (950, -290),
    ),
}
"""File, letters, and the line's ascent and descent in thousandths of an em: what the signs above and the letters
below need, and for Cyrillic the same as Atkinson Hyperlegible."""
WEIGHTS = {"Regular": 400, "Bold": 700}


def main() -> None:
    """Write the four files."""
    for script, (source, letters, line) in SCRIPTS.items():
        for style, weight in WEIGHTS.items():
            font = instancer.instantiateVariableFont(
                TTFont(source, recalcTimestamp=False), {"wght": weight, "wdth": 100}
            )
            options = subset.Options(layout_features=["*"], name_IDs=["*"], hinting=False, notdef_outline=True)
            maker = subset.Subsetter(options)
            maker.populate(unicodes=[*LATIN, *letters])
            maker.subset(font)
            _set_line(font, *line)
            _name(font, f"Cdm {script}", style)
            font.save(TARGET / f"Cdm{script}-{style}.ttf")


def _set_line(font: TTFont, ascent: int, descent: int) -> None:
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, -descent


def _name(font: TTFont, family: str, style: str) -> None:
    """Modified fonts do not carry the name of the original (SIL OFL 1.1, 3); Qt tells weights by these entries."""
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family}-{style}"}
    for number in (*names, 16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, text in names.items():
        font["name"].setName(text.replace(" ", "") if number == 6 else text, number, 3, 1, 0x409)
    is_bold = style == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[style]
    font["OS/2"].fsSelection = 0x20 if is_bold else 0x40
    font["head"].macStyle = int(is_bold)


if __name__ == "__main__":
    main()
