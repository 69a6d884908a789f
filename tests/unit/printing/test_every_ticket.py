"""Every ticket of the house, in nine languages, on both rolls, in both sizes: judged by what was really drawn."""

from __future__ import annotations

import io
import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageOps

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from cdm_kiosk.printing.dots import DOTS_PER_MM, draw_sheet, draw_ticket, placed
from cdm_kiosk.printing.escpos import escpos_bytes
from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.layout import (
    LARGE_CAP,
    PRINTABLE_58_MM,
    PRINTABLE_80_MM,
    SMALL_CAP,
    Block,
    Frame,
    Number,
    Sheet,
    Text,
    TicketPaper,
)
from cdm_kiosk.printing.pdf import ticket_pdf
from tests.tools.paper import read_papers
from tests.tools.polyglot import polyglot
from tests.tools.tickets import EVERYTHING, PAGE, cite_logo, paper_of, wordy

ROLLS = [pytest.param(PRINTABLE_80_MM, id="80 mm"), pytest.param(PRINTABLE_58_MM, id="58 mm")]
SIZES = [pytest.param(False, id="everyday"), pytest.param(True, id="large print")]
AROUND_MM = 30.0
"""White put around a ticket, so that ink which leaves the paper is seen."""

Box = tuple[int, int, int, int]


def ink(image: Image.Image) -> Box | None:
    """Left, top, right and bottom of the black dots; None where there are none."""
    return ImageOps.invert(image.convert("L")).getbbox()


def printed(paper: TicketPaper, faces: Faces, width_mm: float) -> Image.Image:
    """What an independent reader of the printer's bytes draws."""
    (sheet,) = read_papers(escpos_bytes(draw_ticket(paper, faces, width_mm)), round(width_mm * DOTS_PER_MM))
    return sheet


def inks(sheet: Sheet, faces: Faces) -> Iterator[tuple[Block, Box]]:
    """Each block with the ink it leaves when it is drawn alone, from the corner of the paper."""
    for block in sheet.blocks:
        alone = replace(block, x=block.x + AROUND_MM, y=AROUND_MM)
        height = 2 * AROUND_MM + (block.size if hasattr(block, "size") else getattr(block, "height", 1.0))
        box = ink(draw_sheet(Sheet(sheet.width + 2 * AROUND_MM, height, (alone,)), faces))
        if box is not None:
            left, top, right, bottom = box
            x, y = round(AROUND_MM * DOTS_PER_MM), round((AROUND_MM - block.y) * DOTS_PER_MM)
            yield block, (left - x, top - y, right - x, bottom - y)


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize("width_mm", ROLLS)
@pytest.mark.parametrize("language", NAMES)
def test_nothing_overlaps_or_leaves_the_paper_however_long_the_words_are(
    faces: Faces, site: Site, language: str, width_mm: float, large: bool
) -> None:
    paper = paper_of(wordy(site), language, large=large, number=1208, logo=cite_logo())
    sheet = placed(paper, faces, width_mm)
    drawn = list(inks(sheet, faces))
    width, height = round(sheet.width * DOTS_PER_MM), round(sheet.height * DOTS_PER_MM)
    for block, (left, top, right, bottom) in drawn:
        assert left >= 0, block
        assert top >= 0, block
        assert right <= width, block
        assert bottom <= height, block
    frames = [box for block, box in drawn if isinstance(block, Frame)]
    others = [(block, box) for block, box in drawn if not isinstance(block, Frame)]
    for (one, a), (other, b) in itertools.combinations(others, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, f"{one} lies on {other}"
    for left, top, right, bottom in frames:
        for block, box in others:
            outside = box[3] <= top or box[1] >= bottom
            inside = left + 4 <= box[0] and top < box[1] and box[2] <= right - 4 and box[3] < bottom
            assert inside or outside, f"{block} crosses the frame"


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize("width_mm", ROLLS)
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_the_number_stands_where_and_as_large_as_it_should_on_the_paper(
    faces: Faces, site: Site, language: str, width_mm: float, large: bool
) -> None:
    paper = paper_of(polyglot(site), language, large=large)
    (number,) = (block for block in placed(paper, faces, width_mm).blocks if isinstance(block, Number))
    sheet = printed(paper, faces, width_mm)
    # Above and below the number there is a band without any ink; the band between is the number and nothing else.
    middle = round((number.y + number.height / 2) * DOTS_PER_MM)
    rows = [ink(sheet.crop((0, row, sheet.width, row + 1))) is not None for row in range(sheet.height)]
    top = next(row for row in range(middle, 0, -1) if not rows[row]) + 1
    bottom = next(row for row in range(middle, sheet.height) if not rows[row])
    box = ink(sheet.crop((0, top, sheet.width, bottom)))
    assert box is not None
    left, _, right, _ = box
    tall_mm, wide_mm = (bottom - top) / DOTS_PER_MM, (right - left) / DOTS_PER_MM
    # Two digits: all the paper's width in large print, half of it as height in the everyday one.
    assert wide_mm >= (0.92 if large else 0.85) * width_mm
    assert tall_mm >= 0.48 * width_mm
    assert (left + right) / 2 / DOTS_PER_MM == pytest.approx(width_mm / 2, abs=1.5)
    # In the upper half of the paper: it is what people look for.
    assert bottom < sheet.height / 2
    others = [block for block in placed(paper, faces, width_mm).blocks if isinstance(block, Text)]
    assert tall_mm > 4 * max(block.cap for block in others)


@pytest.mark.parametrize("number", [7, 42, 108, 1208])
@pytest.mark.parametrize("width_mm", ROLLS)
def test_in_large_print_the_number_is_as_large_as_the_paper_allows(
    faces: Faces, site: Site, number: int, width_mm: float
) -> None:
    paper = paper_of(site, "fr", large=True, number=number)
    (block,) = (block for block in placed(paper, faces, width_mm).blocks if isinstance(block, Number))
    assert block.width >= 0.97 * width_mm or block.height == width_mm


@pytest.mark.parametrize("width_mm", ROLLS)
@pytest.mark.parametrize("language", NAMES)
def test_no_text_is_smaller_than_who_reads_it_needs(
    faces: Faces, site: Site, language: str, width_mm: float
) -> None:
    for large in (False, True):
        paper = paper_of(polyglot(site), language, large=large)
        texts = [block for block in placed(paper, faces, width_mm).blocks if isinstance(block, Text)]
        beneath = {paper.welcome_beneath, paper.number_heading_beneath, paper.where_beneath, paper.wait_beneath}
        beneath |= {paper.follow_beneath}
        house = [block for block in texts if any(block.lines[0] in words for words in beneath if words)]
        assert bool(house) == (language != "fr")
        assert all(block.cap >= SMALL_CAP for block in texts)
        if large:
            assert all(block.cap >= LARGE_CAP for block in texts if block not in house)


@pytest.mark.parametrize("width_mm", ROLLS)
def test_a_capital_of_large_print_is_five_millimetres_of_ink(faces: Faces, width_mm: float) -> None:
    sheet = printed(TicketPaper("", 1, "HHH", (), "", None, "", "", None, large=True), faces, width_mm)
    rows = [ink(sheet.crop((0, row, sheet.width, row + 1))) is not None for row in range(sheet.height)]
    first = rows.index(True)
    assert rows.index(False, first) - first >= 5.0 * DOTS_PER_MM - 1


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize("width_mm", ROLLS)
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_the_code_of_each_paper_opens_its_page(
    faces: Faces, site: Site, language: str, width_mm: float, large: bool
) -> None:
    sheet = printed(paper_of(wordy(site), language, large=large, logo=cite_logo()), faces, width_mm)
    (code,) = zxingcpp.read_barcodes(sheet.convert("L"))
    assert code.text == PAGE


def test_french_beneath_makes_a_ticket_longer_but_never_twice_as_long(faces: Faces, site: Site) -> None:
    for language, width_mm in itertools.product([code for code in NAMES if code != "fr"], (72.0, 48.0)):
        bilingual, french = (
            placed(paper_of(polyglot(site), code), faces, width_mm).height for code in (language, "fr")
        )
        assert french < bilingual < 1.6 * french, language


def test_a_logo_is_drawn_in_dots_at_the_head_of_the_paper(faces: Faces, site: Site) -> None:
    house = replace(site, ticket=EVERYTHING)
    with_logo, without = paper_of(house, "fr", logo=cite_logo()), paper_of(house, "fr")
    sheet = printed(with_logo, faces, PRINTABLE_58_MM)
    left, top, right, bottom = ink(sheet.crop((0, 0, sheet.width, 14 * DOTS_PER_MM))) or (0, 0, 0, 0)
    assert (right - left) / DOTS_PER_MM == pytest.approx(0.62 * 48 * 570 / 600, abs=1)
    assert (left + right) / 2 == pytest.approx(sheet.width / 2, abs=4)
    assert sheet.height > printed(without, faces, PRINTABLE_58_MM).height + (bottom - top)
    with pypdfium2.PdfDocument(ticket_pdf(with_logo, faces)) as document:
        (picture,) = document[0].get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        low, high = picture.get_bounds()[1::2]
        assert high == pytest.approx(document[0].get_height() - 8 * 72 / 25.4, abs=0.1)
        assert low < high


@pytest.mark.parametrize("large", SIZES)
@pytest.mark.parametrize("language", NAMES)
def test_each_pdf_is_whole_carries_its_fonts_and_can_be_read_aloud(
    faces: Faces, site: Site, language: str, large: bool
) -> None:
    paper = paper_of(replace(polyglot(site), ticket=EVERYTHING), language, large=large, logo=cite_logo())
    content = ticket_pdf(paper, faces)
    with pikepdf.open(io.BytesIO(content)) as document:
        assert document.check_pdf_syntax() == []
        (page,) = document.pages
        fonts = [each.get("/DescendantFonts", [each])[0] for each in page.resources.Font.values()]
        used = [font.FontDescriptor for font in fonts]
        assert used
        assert all("/FontFile2" in descriptor for descriptor in used)
        assert math.isclose(float(page.mediabox[2]), 80 * 72 / 25.4, abs_tol=0.01)
    with pypdfium2.PdfDocument(content) as opened:
        text = opened[0].get_textpage().get_text_range()
    said = "".join(text.split()).replace("-", "")
    assert "42" in said
    for words in (paper.wait_beneath or paper.band_text, paper.follow_beneath or paper.follow_text):
        assert "".join((words or "").split()).replace("-", "") in said
