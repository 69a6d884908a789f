"""What comes out of a thermal printer, read from the bytes it would get and from the paper it would draw."""

from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image, ImageOps

from cdm_kiosk.printing.dots import draw_ticket
from cdm_kiosk.printing.escpos import escpos_bytes
from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.layout import PRINTABLE_58_MM, PRINTABLE_80_MM, TicketPaper
from tests.tools.paper import PaperError, PaperReader, read_papers

Tickets = Callable[..., TicketPaper]
ROLLS = [pytest.param(PRINTABLE_80_MM, 576, id="80 mm"), pytest.param(PRINTABLE_58_MM, 384, id="58 mm")]


def printed(paper: TicketPaper, faces: Faces, width_mm: float, width_dots: int) -> Image.Image:
    (sheet,) = read_papers(escpos_bytes(draw_ticket(paper, faces, width_mm)), width_dots)
    return sheet


def dark_bands(sheet: Image.Image) -> list[tuple[int, int]]:
    """First and last row of each run of rows that have dark dots, top to bottom."""
    dark = [row.find(b"\0") >= 0 for row in rows_of(sheet)]
    edges = [
        index
        for index, (one, next_one) in enumerate(zip([False, *dark], [*dark, False], strict=True))
        if one != next_one
    ]
    return list(zip(edges[::2], (edge - 1 for edge in edges[1::2]), strict=True))


def rows_of(sheet: Image.Image) -> list[bytes]:
    pixels = sheet.convert("L").tobytes()
    return [pixels[start : start + sheet.width] for start in range(0, len(pixels), sheet.width)]


@pytest.mark.parametrize(("width_mm", "width_dots"), ROLLS)
def test_the_code_on_the_paper_opens_the_ticket_page(
    faces: Faces, ticket: Tickets, width_mm: float, width_dots: int
) -> None:
    sheet = printed(ticket(), faces, width_mm, width_dots)
    (code,) = zxingcpp.read_barcodes(sheet.convert("L"))
    assert code.text == ticket().follow_url


@pytest.mark.parametrize(("width_mm", "width_dots"), ROLLS)
@pytest.mark.parametrize("number", [1, 7, 10, 42, 100, 888, 1000, 4040])
def test_the_number_is_the_largest_thing_on_the_paper(
    faces: Faces, ticket: Tickets, number: int, width_mm: float, width_dots: int
) -> None:
    # Without the card and the code, whose outlines are taller than their ink.
    sheet = printed(
        ticket(number=number, where=(), band_text=None, come_back_text="", follow_url=None),
        faces,
        width_mm,
        width_dots,
    )
    heights = sorted((bottom - top + 1, top, bottom) for top, bottom in dark_bands(sheet))
    tallest, top, bottom = heights[-1]
    assert tallest > 2.5 * heights[-2][0]
    left, _, right, _ = (
        ImageOps.invert(sheet.crop((0, top, width_dots, bottom + 1)).convert("L")).getbbox() or (0,) * 4
    )
    assert tallest >= 0.48 * width_dots or right - left >= 0.9 * width_dots
    assert abs((left + right) / 2 - width_dots / 2) <= 0.04 * width_dots


def test_a_zero_in_the_number_has_no_slash(faces: Faces, ticket: Tickets) -> None:
    sheet = printed(
        ticket(number=0, where=(), band_text=None, come_back_text="", follow_url=None), faces, PRINTABLE_80_MM, 576
    )
    top, bottom = max(dark_bands(sheet), key=lambda band: band[1] - band[0])
    assert sheet.getpixel((576 // 2, (top + bottom) // 2)) != 0


@pytest.mark.parametrize(("width_mm", "width_dots"), ROLLS)
def test_the_paper_is_the_drawing_dot_for_dot(
    faces: Faces, ticket: Tickets, width_mm: float, width_dots: int
) -> None:
    drawing = draw_ticket(ticket(), faces, width_mm)
    sheet = printed(ticket(), faces, width_mm, width_dots)
    assert drawing.width == width_dots
    assert sheet.crop((0, 0, *drawing.size)).tobytes() == drawing.tobytes()
    # Below, nothing but the way to the cutter.
    assert sheet.crop((0, drawing.height, *sheet.size)).convert("L").getextrema() == (255, 255)
    assert 12 <= (sheet.height - drawing.height) / 8 <= 30


def test_a_printer_with_a_small_buffer_gets_strips_that_fit_it(faces: Faces, ticket: Tickets) -> None:
    reader = PaperReader()
    reader.feed(escpos_bytes(draw_ticket(ticket(), faces)))
    assert reader.tallest_raster_dots * 576 // 8 + 8 <= 4096
    assert reader.resets == 1


def test_nothing_is_on_the_paper_but_what_was_given(faces: Faces, ticket: Tickets) -> None:
    bare = TicketPaper("", 42, "", (), "", None, "", "", None)
    sheet = printed(bare, faces, PRINTABLE_80_MM, 576)
    assert len(dark_bands(sheet)) == 1


def test_drawing_a_ticket_says_nothing_on_the_console(
    faces: Faces, ticket: Tickets, capsys: pytest.CaptureFixture[str]
) -> None:
    escpos_bytes(draw_ticket(ticket(), faces))
    assert capsys.readouterr() == ("", "")


def test_the_reader_takes_a_job_byte_by_byte(faces: Faces, ticket: Tickets) -> None:
    job = escpos_bytes(draw_ticket(ticket(), faces, PRINTABLE_58_MM))
    whole = read_papers(job, 384)
    reader = PaperReader(384)
    for byte in job:
        reader.feed(bytes([byte]))
    assert [sheet.tobytes() for sheet in reader.finish()] == [sheet.tobytes() for sheet in whole]


@pytest.mark.parametrize(
    "job",
    [b"Bonjour", b"\x1b@\x07", b"\x1bZ", b"\x1dv0\x00\x49\x00\x01\x00" + bytes(73), b"\x1b@\x1b", b"\x1bJ\x18"],
    ids=["typed text", "a bell", "an unknown command", "wider than the paper", "half a command", "never cut"],
)
def test_the_reader_refuses_what_no_printer_would_draw(job: bytes) -> None:
    with pytest.raises(PaperError):
        read_papers(job)
