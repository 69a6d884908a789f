"""Puts many pictures on one, each with its name, so that a role can be seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import fontpkg_atkinson_hyperlegible
from PIL import Image, ImageDraw, ImageFont

THUMB_HEIGHT = 420
SHEET_WIDTH = 1800
GAP = 16
CAPTION_HEIGHT = 26
FACE = fontpkg_atkinson_hyperlegible.ROOT / "files" / "AtkinsonHyperlegible-Regular.ttf"


def contact_sheet(pictures: Sequence[Path], sheet: Path) -> None:
    """Draw ``pictures`` in rows on one ``sheet``, a row as high as its highest picture."""
    font = ImageFont.truetype(str(FACE), 15)
    rows: list[list[tuple[Path, Image.Image]]] = [[]]
    filled = GAP
    for picture in pictures:
        thumb = _thumb(picture)
        if rows[-1] and filled + thumb.width + GAP > SHEET_WIDTH:
            rows.append([])
            filled = GAP
        rows[-1].append((picture, thumb))
        filled += thumb.width + GAP
    heights = [max(thumb.height for _, thumb in row) + CAPTION_HEIGHT + GAP for row in rows]
    image = Image.new("RGB", (SHEET_WIDTH, sum(heights) + GAP), "#8A8F98")
    pen = ImageDraw.Draw(image)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for picture, thumb in row:
            image.paste(thumb, (left, top))
            pen.text((left, top + thumb.height + 4), picture.stem.partition("-")[2], "#FFFFFF", font)
            left += thumb.width + GAP
        top += height
    sheet.parent.mkdir(parents=True, exist_ok=True)
    image.save(sheet)


def _thumb(picture: Path) -> Image.Image:
    with Image.open(picture) as image:
        scale = min(THUMB_HEIGHT / image.height, (SHEET_WIDTH - 2 * GAP) / image.width / 2)
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        return image.convert("RGB").resize(size, Image.Resampling.BOX, reducing_gap=2)
