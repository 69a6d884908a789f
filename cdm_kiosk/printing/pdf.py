"""Draws a ticket as a PDF as wide as the roll: vectors, embedded fonts, text to search and to read aloud."""

import io
from pathlib import Path
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cdm_kiosk.printing.dots import picture, picture_shape
from cdm_kiosk.printing.faces import CAP_HEIGHT_EM, Faces
from cdm_kiosk.printing.layout import (
    PRINTABLE_MM,
    QUIET_MODULES,
    Block,
    Frame,
    Number,
    Picture,
    Press,
    Qr,
    Rule,
    Text,
    TicketPaper,
    lay_out,
)
from cdm_kiosk.printing.qr import qr_matrix
from cdm_kiosk.printing.shaped import Shaped, shaped, width_mm

EDGE_MM = 6.0
"""White above and below the layout; on a thermal roll the way from head to cutter gives it."""

INVISIBLE: Final = 3
"""The PDF text mode that draws nothing (ISO 32000, 9.3.6)."""
REGULAR, NUMERALS = "CdmText", "CdmText-Bold"
INK, SOFT_INK, PRIMARY, LINE = (HexColor(code) for code in ("#1C2330", "#5B6472", "#0F4C5C", "#B9AE9C"))


def ticket_pdf(paper: TicketPaper, faces: Faces, roll_mm: int = 80) -> bytes:
    """One page as wide as the roll and as long as the ticket. The same ticket gives the same bytes."""
    fonts = _Fonts(faces)
    printable_mm = PRINTABLE_MM[roll_mm]
    sheet = lay_out(paper, fonts.press(), printable_mm)
    height = sheet.height + 2 * EDGE_MM
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(roll_mm * mm, height * mm),
        invariant=1,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes this name for a size
    )
    canvas.setTitle(f"Ticket {paper.number}")
    # Left alone, the library fills these with names that mean nothing to anybody.
    for say_nothing in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer):
        say_nothing("")
    canvas.translate((roll_mm - printable_mm) / 2 * mm, (height - EDGE_MM) * mm)
    for block in sheet.blocks:
        _draw(canvas, block, fonts)
    canvas.save()
    return buffer.getvalue()


def _size_pt(cap_mm: float) -> float:
    return cap_mm * mm / CAP_HEIGHT_EM


class _Fonts:
    """The names under which one document knows the faces that it uses; a file is read when its first line is."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._names: dict[Path, str] = {}
        self._named(faces.latin.regular, REGULAR)
        self._named(faces.latin.bold, NUMERALS)

    def name(self, line: str, bold: bool) -> str:
        path = self._faces.of(line, bold)
        return self._named(path, path.stem)

    def shaped(self, line: str, bold: bool, cap_mm: float) -> Shaped:
        """The picture of a line whose letters join, or that stands among such."""
        return shaped(line, self._faces.of(line, bold), cap_mm, INK.bitmap_rgb())

    def width_mm(self, line: str, cap_mm: float, bold: bool) -> float:
        if self._faces.joins(line):
            return width_mm(line, self._faces.of(line, bold), cap_mm)
        return _width_mm(line, self.name(line, bold), cap_mm)

    def press(self) -> Press:
        return Press(
            text_width=self.width_mm,
            number_width=lambda digits, height_mm: _width_mm(digits, NUMERALS, height_mm),
            qr_modules=qr_matrix,
            picture_shape=picture_shape,
        )

    def _named(self, path: Path, name: str) -> str:
        if path not in self._names:
            pdfmetrics.registerFont(TTFont(name, str(path)))
            self._names[path] = name
        return self._names[path]


def _width_mm(text: str, font: str, cap_mm: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, _size_pt(cap_mm))) / mm


def _draw_line(canvas: Canvas, block: Text, line: str, baseline: float, fonts: _Fonts) -> None:
    """Draw a line with its baseline at ``baseline`` millimetres below the top."""
    room = block.width - fonts.width_mm(line, block.cap, block.bold)
    x = block.x + {"left": 0.0, "center": 0.5, "right": 1.0}[block.align] * room
    canvas.setFont(fonts.name(line, block.bold), _size_pt(block.cap))
    if not block.right_to_left:
        canvas.drawString(x * mm, -baseline * mm, line)
        return
    picture = fonts.shaped(line, block.bold, block.cap)
    bottom = baseline + picture.y + picture.height
    place = ((x + picture.x) * mm, -bottom * mm, picture.width * mm, picture.height * mm)
    canvas.drawImage(ImageReader(picture.ink), *place, mask="auto")
    # The words themselves, unseen: they can still be searched and read aloud.
    canvas.drawString(x * mm, -baseline * mm, line, mode=INVISIBLE)


def _draw(canvas: Canvas, block: Block, fonts: _Fonts) -> None:
    """Draw one block; the canvas's origin is the top left corner of the layout, y upwards."""
    match block:
        case Text():
            canvas.setFillColor(INK)
            for index, line in enumerate(block.lines):
                _draw_line(canvas, block, line, block.y + block.cap + index * block.leading, fonts)
        case Number():
            canvas.setFillColor(PRIMARY)
            canvas.setFont(NUMERALS, _size_pt(block.height))
            canvas.drawString(block.x * mm, -(block.y + block.height) * mm, block.digits)
        case Qr():
            _draw_qr(canvas, block, INK)
        case Picture():
            place = (block.x * mm, -(block.y + block.height) * mm, block.width * mm, block.height * mm)
            canvas.drawImage(ImageReader(picture(block.png)), *place)
        case Frame():
            inset = block.stroke / 2
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(block.stroke * mm)
            canvas.roundRect(
                (block.x + inset) * mm,
                -(block.y + block.height - inset) * mm,
                (block.width - block.stroke) * mm,
                (block.height - block.stroke) * mm,
                block.radius * mm,
            )
        case Rule():
            canvas.setFillColor(SOFT_INK)
            middle = -(block.y + block.dot / 2) * mm
            for x in block.centres():
                canvas.circle(x * mm, middle, block.dot / 2 * mm, stroke=0, fill=1)


def _draw_qr(canvas: Canvas, block: Qr, ink: Color) -> None:
    # One path for the whole code, and one rectangle for a run of dark modules: separate neighbours
    # would show hairlines between them on many screens and printers.
    path = canvas.beginPath()
    for row, modules in enumerate(block.modules):
        top = block.y + (row + QUIET_MODULES) * block.module
        for start, length in _dark_runs(modules):
            left = block.x + (start + QUIET_MODULES) * block.module
            path.rect(left * mm, -(top + block.module) * mm, length * block.module * mm, block.module * mm)
    canvas.setFillColor(ink)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(modules: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where dark modules begin in a row, and how many follow each other."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if dark and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((column, 1))
    return runs
