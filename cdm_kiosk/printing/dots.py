"""Draws a ticket as the black and white dots of a 203 dpi thermal print head."""

import base64
import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from cdm_kiosk.printing.faces import CAP_HEIGHT_EM, Faces
from cdm_kiosk.printing.layout import (
    PRINTABLE_80_MM,
    QUIET_MODULES,
    Frame,
    Number,
    Picture,
    Press,
    Qr,
    Rule,
    Sheet,
    Text,
    TicketPaper,
    lay_out,
)
from cdm_kiosk.printing.qr import qr_matrix
from cdm_kiosk.printing.shaped import from_the_right

DOTS_PER_MM = 8
WHITE, BLACK = 1, 0
ANCHORS = {"left": (0.0, "ls"), "center": (0.5, "ms"), "right": (1.0, "rs")}
"""Where in its box a line is held, and by which of its own points."""


def draw_ticket(paper: TicketPaper, faces: Faces, width_mm: float = PRINTABLE_80_MM) -> Image.Image:
    """Draw the ticket on paper of this printable width, 8 dots per millimetre, one bit per dot (mode "1")."""
    return draw_sheet(placed(paper, faces, width_mm), faces)


def placed(paper: TicketPaper, faces: Faces, width_mm: float = PRINTABLE_80_MM) -> Sheet:
    """What stands where on the ticket, measured in these faces."""
    return lay_out(paper, _Fonts(faces).press(), width_mm)


def draw_sheet(sheet: Sheet, faces: Faces) -> Image.Image:
    """The dots of blocks that are placed already."""
    fonts = _Fonts(faces)
    image = Image.new("1", (_dots(sheet.width), _dots(sheet.height)), WHITE)
    pen = ImageDraw.Draw(image)
    # Grey edges would have to be dithered into noise: every dot is decided by the font's own outline.
    pen.fontmode = "1"
    for block in sheet.blocks:
        if isinstance(block, Picture):
            image.paste(_dotted(block), (_dots(block.x), _dots(block.y)))
        else:
            _draw(pen, block, fonts)
    return image


def picture(png: str) -> Image.Image:
    """A picture (PNG, in base64) on white, in colours."""
    with Image.open(io.BytesIO(base64.b64decode(png))) as drawn:
        whole = drawn.convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    return Image.alpha_composite(ground, whole).convert("RGB")


def picture_shape(png: str) -> float:
    """A picture's height for a width of one."""
    width, height = picture(png).size
    return height / width


def _dotted(block: Picture) -> Image.Image:
    grey = picture(block.png).convert("L")
    return grey.resize((_dots(block.width), _dots(block.height)), Image.Resampling.LANCZOS).convert("1")


def _dots(millimetres: float) -> int:
    return round(millimetres * DOTS_PER_MM)


class _Fonts:
    """The faces at the sizes that one ticket uses."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._loaded: dict[tuple[Path, float], ImageFont.FreeTypeFont] = {}

    def text(self, line: str, cap_mm: float, bold: bool) -> ImageFont.FreeTypeFont:
        return self._at(self._faces.of(line, bold), cap_mm)

    def number(self, height_mm: float) -> ImageFont.FreeTypeFont:
        return self._at(self._faces.latin.bold, height_mm)

    def press(self) -> Press:
        return Press(
            text_width=lambda line, cap_mm, bold: self.text(line, cap_mm, bold).getlength(line) / DOTS_PER_MM,
            number_width=lambda digits, height_mm: self.number(height_mm).getlength(digits) / DOTS_PER_MM,
            qr_modules=qr_matrix,
            picture_shape=picture_shape,
        )

    def _at(self, path: Path, cap_mm: float) -> ImageFont.FreeTypeFont:
        key = (path, cap_mm)
        if key not in self._loaded:
            size = cap_mm * DOTS_PER_MM / CAP_HEIGHT_EM
            self._loaded[key] = ImageFont.truetype(str(path), size)
        return self._loaded[key]


def _draw(pen: ImageDraw.ImageDraw, block: Text | Number | Qr | Frame | Rule, fonts: _Fonts) -> None:
    left, top = _dots(block.x), _dots(block.y)
    match block:
        case Text():
            x, anchor = ANCHORS[block.align]
            for index, line in enumerate(block.lines):
                baseline = _dots(block.y + block.cap + index * block.leading)
                font = fonts.text(line, block.cap, block.bold)
                held = _dots(block.x + block.width * x), baseline
                direction = from_the_right(font) if block.right_to_left else None
                pen.text(held, line, BLACK, font, anchor=anchor, direction=direction)
        case Number():
            pen.text(
                (_dots(block.x), _dots(block.y + block.height)),
                block.digits,
                BLACK,
                fonts.number(block.height),
                anchor="ls",
            )
        case Qr():
            side = _dots(block.module)
            for row, line_of_modules in enumerate(block.modules, start=QUIET_MODULES):
                for column, dark in enumerate(line_of_modules, start=QUIET_MODULES):
                    if dark:
                        x, y = left + column * side, top + row * side
                        pen.rectangle((x, y, x + side - 1, y + side - 1), BLACK)
        case Frame():
            right, bottom = _dots(block.x + block.width) - 1, _dots(block.y + block.height) - 1
            pen.rounded_rectangle(
                (left, top, right, bottom),
                _dots(block.radius),
                fill=None,
                outline=BLACK,
                width=_dots(block.stroke),
            )
        case Rule():
            dot = _dots(block.dot)
            for centre in block.centres():
                x = _dots(centre - block.dot / 2)
                pen.ellipse((x, top, x + dot - 1, top + dot - 1), BLACK)
