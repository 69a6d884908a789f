"""Puts many pictures on one, each with its name, so that a role can be seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from cdm_kiosk import paths
from tests.tools.png import write_png

SHEET_WIDTH = 1600
ROWS = 2
THUMB_HEIGHT = 440
WIDEST_THUMB = 776
GAP = 16
ROW_HEIGHT = THUMB_HEIGHT + 26 + GAP
KEEP_SHAPE = Qt.AspectRatioMode.KeepAspectRatio
FACE = paths.RESOURCES / "fonts" / "CdmText-Regular.ttf"


def keep_thumb(whole: QImage, thumb: Path) -> None:
    """Write the small form of a picture that contact sheets are made of, while the whole is at hand."""
    small = whole.scaled(WIDEST_THUMB, THUMB_HEIGHT, KEEP_SHAPE, Qt.TransformationMode.SmoothTransformation)
    small.save(str(thumb))


def contact_sheets(thumbs: Sequence[Path], folder: Path, name: str) -> list[Path]:
    """Put ``thumbs`` in rows, as many sheets ``name-1.png``, ``name-2.png``… as they need; return the sheets."""
    rows: list[list[Path]] = [[]]
    filled = GAP
    for thumb in thumbs:
        with Image.open(thumb) as picture:
            width = picture.width + GAP
        if rows[-1] and filled + width > SHEET_WIDTH:
            rows.append([])
            filled = GAP
        rows[-1].append(thumb)
        filled += width
    sheets = []
    for first in range(0, len(rows), ROWS):
        sheets.append(folder / f"{name}-{first // ROWS + 1}.png")
        write_png(sheets[-1], np.asarray(_sheet(rows[first : first + ROWS])))
    return sheets


def _sheet(rows: Sequence[Sequence[Path]]) -> Image.Image:
    font = ImageFont.truetype(str(FACE), 15)
    image = Image.new("RGB", (SHEET_WIDTH, GAP + len(rows) * ROW_HEIGHT), "#5B6472")
    pen = ImageDraw.Draw(image)
    for at, row in enumerate(rows):
        left, top = GAP, GAP + at * ROW_HEIGHT
        for thumb in row:
            with Image.open(thumb) as picture:
                image.paste(picture, (left, top))
                width = picture.width
            pen.text((left, top + THUMB_HEIGHT + 4), thumb.stem.partition("-")[2], "#FFFFFF", font)
            left += width + GAP
    return image


def four_screens(folder: Path) -> Image.Image:
    """The README's picture, from the gallery's pictures in ``folder``: the floor of a Cité at a glance."""
    places = {
        "kiosk-themes-fr-1080x1920": (0, 0, 540, 960),
        "display-many_calls-fr-1920x1080": (564, 0, 852, 479),
        "advisor-receiving-fr-360x640": (1440, 0, 269, 479),
        "reception-waiting_7-fr-1440x900": (564, 503, 864, 457),
        "kiosk-ticket-fr-1080x1920": (1452, 503, 257, 457),
    }
    image = Image.new("RGB", (1709, 960), "#FFFFFF")
    for name, (left, top, width, height) in places.items():
        with Image.open(folder / f"{name}.png") as whole:
            tall = round(whole.height * width / whole.width)
            picture = whole.convert("RGB").resize((width, tall), Image.Resampling.LANCZOS)
        image.paste(picture.crop((0, 0, width, height)), (left, top))
        ImageDraw.Draw(image).rectangle((left, top, left + width - 1, top + height - 1), outline="#E4DCCF")
    return image
