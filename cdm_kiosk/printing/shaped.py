"""A line of letters that join, as a picture: what a PDF needs whose library puts one letter after the other."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from cdm_kiosk.printing.faces import CAP_HEIGHT_EM

DOTS_PER_MM = 24
"""600 dpi: finer than any printer of tickets."""


@dataclass(frozen=True)
class Shaped:
    """The ink of a line and where it lies from the line's start on the baseline, in millimetres, y downwards."""

    ink: Image.Image
    x: float
    y: float
    width: float
    height: float


def shaped(line: str, face: Path, cap_mm: float, colour: tuple[int, int, int]) -> Shaped:
    """Draw a line of a text that begins at the right, transparent where there is no ink."""
    font = _font(face, cap_mm)
    left, top, right, bottom = (
        int(edge) for edge in font.getbbox(line, direction=from_the_right(font), anchor="ls")
    )
    mask = Image.new("L", (right - left + 1, bottom - top + 1), 0)
    ImageDraw.Draw(mask).text((-left, -top), line, 255, font, anchor="ls", direction=from_the_right(font))
    ink = Image.new("RGB", mask.size, colour)
    ink.putalpha(mask)
    return Shaped(ink, *(edge / DOTS_PER_MM for edge in (left, top, mask.width, mask.height)))


def from_the_right(font: ImageFont.FreeTypeFont) -> Literal["rtl"] | None:
    """The direction of a text that begins at the right, for a line of it.

    Without the libraries that join letters it is not known: they are drawn apart, rather than no ticket at all.
    """
    return "rtl" if font.layout_engine is ImageFont.Layout.RAQM else None


def width_mm(line: str, face: Path, cap_mm: float) -> float:
    """How long a line is once its letters have joined."""
    return _font(face, cap_mm).getlength(line) / DOTS_PER_MM


def _font(face: Path, cap_mm: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face), cap_mm * DOTS_PER_MM / CAP_HEIGHT_EM)
