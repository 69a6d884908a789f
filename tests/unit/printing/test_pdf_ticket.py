"""The PDF ticket, opened by a reader that is not ours."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
import zxingcpp

from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.pdf import ticket_pdf

Tickets = Callable[..., TicketPaper]
POINTS_PER_MM = 72 / 25.4


def test_the_page_is_80_mm_wide_and_as_long_as_its_ticket(faces: Faces, ticket: Tickets) -> None:
    sizes = []
    for paper in (ticket(), ticket(where=(), band_text=None)):
        with pypdfium2.PdfDocument(ticket_pdf(paper, faces)) as document:
            assert len(document) == 1
            sizes.append(document[0].get_size())
    assert all(width == pytest.approx(80 * POINTS_PER_MM, abs=0.01) for width, _ in sizes)
    assert sizes[0][1] > sizes[1][1]


def test_the_text_can_be_searched_and_read_aloud(faces: Faces, ticket: Tickets) -> None:
    with pypdfium2.PdfDocument(ticket_pdf(ticket(), faces)) as document:
        said = " ".join(document[0].get_textpage().get_text_range().split())
    assert said == (
        "Cité des métiers de Nantes Bienvenue. Libre, gratuit, anonyme. Votre numéro 42 "
        "Attendez dans : l’espace d’attente, près de l’accueil Un conseiller vous reçoit dans 25 à 40 min. "
        "Vous pouvez revenir vers 15 h 15. "
        "Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous. dimanche 22 novembre 2026, 14 h 52"
    )


@pytest.mark.parametrize("number", [7, 42, 108, 4040])
def test_the_number_is_the_largest_thing_and_stands_in_the_middle(
    faces: Faces, ticket: Tickets, number: int
) -> None:
    with pypdfium2.PdfDocument(ticket_pdf(ticket(number=number), faces)) as document:
        texts = document[0].get_textpage()
        start, count = texts.search(str(number)).get_next()
        boxes = [texts.get_charbox(index) for index in range(start, start + count)]
        others = [
            texts.get_charbox(index)
            for index in range(texts.count_chars())
            if index not in range(start, start + count)
        ]
    left, right = boxes[0][0], boxes[-1][2]
    height = max(top - bottom for _, bottom, _, top in boxes)
    assert height > 4 * max(top - bottom for _, bottom, _, top in others)
    assert (left + right) / 2 == pytest.approx(40 * POINTS_PER_MM, abs=2 * POINTS_PER_MM)


@pytest.mark.parametrize("scale", [2, 4], ids=["on a screen", "from a printer"])
def test_the_code_opens_the_ticket_page(faces: Faces, ticket: Tickets, scale: int) -> None:
    with pypdfium2.PdfDocument(ticket_pdf(ticket(), faces)) as document:
        picture = document[0].render(scale=scale).to_pil()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == ticket().follow_url


def test_the_document_knows_its_number_and_nothing_about_anybody(faces: Faces, ticket: Tickets) -> None:
    with pypdfium2.PdfDocument(ticket_pdf(ticket(), faces)) as document:
        about = document.get_metadata_dict()
    assert about.pop("Title") == "Ticket 42"
    # The library's fixed date, the same for every ticket.
    assert {about.pop("CreationDate"), about.pop("ModDate")} == {"D:20000101000000+00'00'"}
    assert set(about.values()) == {""}


def test_the_same_ticket_gives_the_same_bytes(faces: Faces, ticket: Tickets) -> None:
    assert ticket_pdf(ticket(), faces) == ticket_pdf(ticket(), faces)


def test_every_font_travels_with_the_document(faces: Faces, ticket: Tickets) -> None:
    document = ticket_pdf(ticket(), faces)
    fonts = set(re.findall(rb"/BaseFont /(\S+)", document))
    assert len(fonts) == document.count(b"/FontFile2") == 2
