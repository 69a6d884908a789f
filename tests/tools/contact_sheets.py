"""Puts many pictures on one, each with its name, so that a role can be seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from cdm_kiosk import paths

SHEET_WIDTH = 1600
ROWS = 2
THUMB_HEIGHT = 440
WIDEST_THUMB = 776
GAP = 16
ROW_HEIGHT = THUMB_HEIGHT + 26 + GAP
FACE = paths.RESOURCES / "fonts" / "CdmText-Regular.ttf"


def contact_sheets(pictures: Sequence[Path], folder: Path, name: str) -> list[Path]:
    """Draw ``pictures`` in rows, as many sheets ``name-1.png``, ``name-2.png``… as they need; return the sheets."""
    rows: list[list[Path]] = [[]]
    filled = GAP
    for picture in pictures:
        width = _thumb_size(picture)[0] + GAP
        if rows[-1] and filled + width > SHEET_WIDTH:
            rows.append([])
            filled = GAP
        rows[-1].append(picture)
        filled += width
    folder.mkdir(parents=True, exist_ok=True)
    sheets = []
    for first in range(0, len(rows), ROWS):
        sheets.append(folder / f"{name}-{first // ROWS + 1}.png")
        _sheet(rows[first : first + ROWS]).save(sheets[-1])
    return sheets


def _sheet(rows: Sequence[Sequence[Path]]) -> Image.Image:
    font = ImageFont.truetype(str(FACE), 15)
    image = Image.new("RGB", (SHEET_WIDTH, GAP + len(rows) * ROW_HEIGHT), "#5B6472")
    pen = ImageDraw.Draw(image)
    for at, row in enumerate(rows):
        left, top = GAP, GAP + at * ROW_HEIGHT
        for picture in row:
            size = _thumb_size(picture)
            with Image.open(picture) as whole:
                image.paste(whole.convert("RGB").resize(size, Image.Resampling.BOX, reducing_gap=2), (left, top))
            pen.text((left, top + THUMB_HEIGHT + 4), picture.stem.partition("-")[2], "#FFFFFF", font)
            left += size[0] + GAP
    return image


def _thumb_size(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as whole:
        scale = min(THUMB_HEIGHT / whole.height, WIDEST_THUMB / whole.width)
        return max(1, round(whole.width * scale)), max(1, round(whole.height * scale))


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
