"""A ticket in Arabic or Ukrainian: letters joined, lines from the right, a French name in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from cdm_kiosk.printing.dots import draw_ticket
from cdm_kiosk.printing.faces import CAP_HEIGHT_EM, Faces
from cdm_kiosk.printing.layout import SMALL_CAP, Press, Qr, Text, TicketPaper, lay_out
from cdm_kiosk.printing.pdf import ticket_pdf
from cdm_kiosk.printing.qr import qr_matrix

ARABIC: dict[str, Any] = {
    "number_heading": "رقمكم",
    "where": ("تفضلوا بالانتظار هنا:", "قاعة الانتظار"),
    "date_text": "الأحد، 22 نوفمبر 2026، 14:52",
    "follow_text": "تابعوا دوركم على هاتفكم. لا نحتفظ بأي شيء عنكم.",
    "welcome": "مرحبًا بكم.",
    "band_text": "مدة الانتظار المتوقعة: 25 إلى 40 دقيقة.",
    "come_back_text": "يمكنكم العودة نحو الساعة 15:15.",
    "right_to_left": True,
}
UKRAINIAN: dict[str, Any] = {
    "number_heading": "Ваш номер",
    "where": ("Зачекайте тут:", "зал очікування"),
    "follow_text": "Стежте за чергою у своєму телефоні. Ми нічого про вас не зберігаємо.",
    "welcome": "Ласкаво просимо.",
    "band_text": "Час очікування: 25–40 хв.",
    "come_back_text": "Ви можете повернутися близько 15:15.",
}
Tickets = Callable[..., TicketPaper]
LETTER_MM = 1.6
PRESS = Press(
    text_width=lambda line, cap_mm, bold: len(line) * LETTER_MM,
    number_width=lambda digits, height_mm: len(digits) * height_mm / 2,
    qr_modules=qr_matrix,
    picture_shape=lambda png: 0.4,
)


def code_and_words(paper: TicketPaper) -> tuple[Qr, Text]:
    blocks = lay_out(paper, PRESS).blocks
    at = next(index for index, block in enumerate(blocks) if isinstance(block, Qr))
    code, words = blocks[at], blocks[at + 1]
    assert isinstance(code, Qr)
    assert isinstance(words, Text)
    return code, words


def test_in_arabic_the_code_stands_at_the_right_and_its_words_run_towards_it(ticket: Tickets) -> None:
    code, words = code_and_words(ticket(**ARABIC))
    assert code.x + code.size == pytest.approx(72)
    assert words.x + words.width < code.x
    assert words.align == "right"
    code, words = code_and_words(ticket())
    assert (code.x, words.align) == (0, "left")


def ink(text: str, font: ImageFont.FreeTypeFont) -> tuple[int, int]:
    """First and last column with ink of a line that is held at its right end."""
    image = Image.new("1", (400, 90), 0)
    ImageDraw.Draw(image).text((380, 60), text, 1, font, anchor="rs")
    box = image.getbbox()
    assert box is not None
    return box[0], box[2]


@pytest.mark.parametrize("bold", [False, True])
def test_arabic_letters_are_joined_and_begin_at_the_right(faces: Faces, bold: bool) -> None:
    font = ImageFont.truetype(str(faces.of("بيت", bold)), 40)
    # Letters that stand alone are drawn wider than joined ones.
    assert font.getlength("بيت") < sum(font.getlength(letter) for letter in "بيت")
    (word_left, word_right), (left, right) = ink("بيت", font), ink("بيت 1", font)
    assert right == pytest.approx(word_right, abs=1)
    assert left < word_left


@pytest.mark.parametrize(("words", "face"), [(ARABIC, "arabic"), (UKRAINIAN, "cyrillic")])
def test_a_foreign_ticket_is_drawn_with_the_faces_of_its_script(
    faces: Faces, ticket: Tickets, words: dict[str, Any], face: str
) -> None:
    assert faces.of(words["welcome"], False) == getattr(faces, face).regular
    assert faces.of(words["where"][0], True) == getattr(faces, face).bold
    assert faces.of("Cité des métiers", True) == faces.latin.bold
    foreign, french = draw_ticket(ticket(**words), faces), draw_ticket(ticket(), faces)
    assert foreign.width == french.width
    # Much the same to say takes much the same paper.
    assert foreign.height == pytest.approx(french.height, rel=0.1)


def test_a_ticket_kept_as_pdf_is_shaped_too_and_its_words_can_be_searched(faces: Faces, ticket: Tickets) -> None:
    (page,) = pypdfium2.PdfDocument(ticket_pdf(ticket(**ARABIC), faces))
    assert set("رقمكم") <= set(page.get_textpage().get_text_bounded())
    lines = list(page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    assert len(lines) >= len(ARABIC)
    left, _, right, _ = lines[0].get_bounds()
    size = SMALL_CAP / CAP_HEIGHT_EM
    welcome = ImageFont.truetype(str(faces.arabic.regular), size * 10).getlength(ARABIC["welcome"]) / 10
    assert (right - left) * 25.4 / 72 == pytest.approx(welcome, abs=0.5)
