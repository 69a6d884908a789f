"""Makes the papers of a kiosk's tickets, with the site's own logo on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.station.paper_pictures import PaperPictures
from cdm_kiosk.station.translations import Catalogues

if TYPE_CHECKING:
    from cdm_kiosk.domain.site import Site
    from cdm_kiosk.printing.layout import TicketPaper
    from cdm_kiosk.viewmodels.shared.paper import TicketFacts


class PaperMaker(QObject):
    """Makes the papers of tickets, in two languages where the visitor chose another, with the site's own logo."""

    def __init__(self, mirror: KioskMirror, picture_url: Callable[[str], str]) -> None:
        super().__init__(mirror)
        self._mirror = mirror
        self._picture_url = picture_url
        self._catalogues = Catalogues("kiosk")
        self._pictures = PaperPictures(self)
        self._site: Site | None = None
        mirror.changed.connect(self._prepare)

    def paper(self, ticket: TicketFacts) -> TicketPaper:
        from cdm_kiosk.viewmodels.shared.paper import ticket_paper

        logo = self._pictures.at(self._logo_url(ticket.site))
        return ticket_paper(replace(ticket, logo=logo), self._catalogues.say)

    def paper_of(self, issued: Mapping[str, Any], language: str | None) -> TicketPaper | None:
        """The paper of a ticket as the hub has it now (``wire.IssuedTicket``); None before the hub was heard."""
        from cdm_kiosk.viewmodels.kiosk.screen import ticket_facts
        from cdm_kiosk.viewmodels.kiosk.visit import Given, Visit

        site = self._mirror.site
        if site is None:
            return None
        visit = Visit(language or site.languages[0], ticket=Given.of(issued, ""))
        return self.paper(ticket_facts(visit, site, self._mirror.clock()))

    @Slot()
    def _prepare(self) -> None:
        """Have the logo before the first ticket wants it."""
        if self._mirror.site is not self._site:
            self._site = self._mirror.site
            self._pictures.forget()
            self.look_again()

    @Slot()
    def look_again(self) -> None:
        """The logo may have come."""
        if self._site is not None:
            self._pictures.at(self._logo_url(self._site))

    def _logo_url(self, site: Site) -> str:
        return self._picture_url(site.logo) if site.logo and site.ticket.logo else ""
