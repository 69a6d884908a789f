"""Pictures of the printed ticket."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from cdm_kiosk.domain.site import Site, TicketLook
from cdm_kiosk.printing.dots import draw_ticket
from cdm_kiosk.printing.layout import PRINTABLE_58_MM, PRINTABLE_80_MM
from cdm_kiosk.printing.pdf import ticket_pdf
from cdm_kiosk.station import station
from tests.tools.kiosk_scenes import printing
from tests.tools.kiosk_window import new_kiosk
from tests.tools.pictures.album import LANGUAGES, Album
from tests.tools.polyglot import polyglot
from tests.tools.tickets import cite_logo, paper_of, wordy


def paper_pictures(album: Album, site: Site) -> None:
    """The ticket as the print head and the PDF have it."""
    faces = station.faces()
    for language in LANGUAGES:
        for number in (42, 1208) if language == "fr" else (42,):
            if not album.claims():
                continue
            kiosk = new_kiosk(site, language, number)
            printing(kiosk)
            (paper,) = kiosk.papers
            kiosk.station.close()
            for roll_mm, printable_mm in ((80, PRINTABLE_80_MM), (58, PRINTABLE_58_MM)):
                image = draw_ticket(paper, faces, printable_mm)
                album.save(image, album.path("paper", f"ticket_{number}", language, f"{roll_mm}mm"))
            with pypdfium2.PdfDocument(ticket_pdf(paper, faces)) as document:
                drawn = document[0].render(scale=3).to_pil()
                album.save(drawn, album.path("paper", f"ticket_{number}", language, "pdf"))
    chosen = replace(polyglot(site), ticket=TicketLook(logo=True, theme=True, words={"fr": "Entrez donc."}))
    bare = replace(chosen, ticket=TicketLook(welcome=False, band=False, come_back=False, code=False, date=False))
    for state, house, language, large in (
        *(("large", polyglot(site), language, True) for language in ("fr", "en", "ar")),
        *(("bilingual", polyglot(site), language, False) for language in ("de", "ar", "uk")),
        *(("chosen", chosen, language, False) for language in ("fr", "en", "ar")),
        ("chosen_large", chosen, "fr", True),
        ("bare", bare, "fr", False),
        ("long_labels", wordy(site), "nl", False),
        ("long_labels_large", wordy(site), "nl", True),
    ):
        if not album.claims():
            continue
        paper = paper_of(house, language, large=large, logo=cite_logo())
        for roll_mm, printable_mm in ((80, PRINTABLE_80_MM), (58, PRINTABLE_58_MM)):
            image = draw_ticket(paper, faces, printable_mm)
            album.save(image, album.path("paper", f"ticket_{state}", language, f"{roll_mm}mm"))
