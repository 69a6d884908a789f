"""Draws a ticket as an 80 mm wide PDF: vectors, embedded fonts, text that can be searched and read aloud."""

import io

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cdm_kiosk.printing.faces import CAP_HEIGHT_EM, Faces
from cdm_kiosk.printing.layout import (
    PRINTABLE_80_MM,
    QUIET_MODULES,
    Block,
    Frame,
    Number,
    Press,
    Qr,
    Rule,
    Text,
    TicketPaper,
    lay_out,
)
from cdm_kiosk.printing.qr import qr_matrix

PAGE_WIDTH_MM = 80.0
EDGE_MM = 6.0
"""White above and below the layout; on a thermal roll the way from head to cutter gives it."""

REGULAR, BOLD, NUMERALS = "CdmText", "CdmText-Bold", "CdmNumerals"
INK, SOFT_INK, PRIMARY, LINE = (HexColor(code) for code in ("#1C2330", "#5B6472", "#0F4C5C", "#B9AE9C"))


def ticket_pdf(paper: TicketPaper, faces: Faces) -> bytes:
    """One page, 80 mm wide and as long as the ticket. The same ticket gives the same bytes."""
    for name, path in ((REGULAR, faces.regular), (BOLD, faces.bold), (NUMERALS, faces.numerals)):
        pdfmetrics.registerFont(TTFont(name, str(path)))
    sheet = lay_out(paper, _press(), PRINTABLE_80_MM)
    height = sheet.height + 2 * EDGE_MM
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH_MM * mm, height * mm),
        invariant=1,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub takes this name for a size
    )
    canvas.setTitle(f"Ticket {paper.number}")
    # Left alone, the library fills these with names that mean nothing to anybody.
    for say_nothing in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer):
        say_nothing("")
    canvas.translate((PAGE_WIDTH_MM - PRINTABLE_80_MM) / 2 * mm, (height - EDGE_MM) * mm)
    for block in sheet.blocks:
        _draw(canvas, block)
    canvas.save()
    return buffer.getvalue()


def _size_pt(cap_mm: float) -> float:
    return cap_mm * mm / CAP_HEIGHT_EM


def _press() -> Press:
    def width(text: str, font: str, cap_mm: float) -> float:
        return float(pdfmetrics.stringWidth(text, font, _size_pt(cap_mm))) / mm

    return Press(
        text_width=lambda line, cap_mm, bold: width(line, BOLD if bold else REGULAR, cap_mm),
        number_width=lambda digits, height_mm: width(digits, NUMERALS, height_mm),
        qr_modules=qr_matrix,
    )


def _draw(canvas: Canvas, block: Block) -> None:
    """Draw one block; the canvas's origin is the top left corner of the layout, y upwards."""
    match block:
        case Text():
            canvas.setFillColor(INK)
            canvas.setFont(BOLD if block.bold else REGULAR, _size_pt(block.cap))
            for index, line in enumerate(block.lines):
                baseline = -(block.y + block.cap + index * block.leading) * mm
                if block.align == "center":
                    canvas.drawCentredString((block.x + block.width / 2) * mm, baseline, line)
                else:
                    canvas.drawString(block.x * mm, baseline, line)
        case Number():
            canvas.setFillColor(PRIMARY)
            canvas.setFont(NUMERALS, _size_pt(block.height))
            canvas.drawString(block.x * mm, -(block.y + block.height) * mm, block.digits)
        case Qr():
            _draw_qr(canvas, block, INK)
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
