"""What the paper of a ticket says, whoever prints it: in the visitor's language, the house's own beneath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cdm_kiosk.domain.bands import NO_WAIT, Band
from cdm_kiosk.domain.languages import is_right_to_left
from cdm_kiosk.domain.site import RECEPTION, Site, label_in
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.viewmodels.shared.moments import said_date, said_hour
from cdm_kiosk.viewmodels.shared.waits import Translate, said_band

Words = Callable[[str], Translate]
"""What translates the kiosk's texts into a language, whatever language the screen speaks meanwhile."""


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """A ticket as the hub gave it, and for whom: ``language`` is the visitor's. ``now`` is aware.

    ``large`` is large print. ``logo`` is the site's picture (PNG, in base64), "" where there is none. ``ticket`` is
    the ticket's id.
    """

    site: Site
    number: int
    theme: str
    zone: str
    band: Band | None
    come_back_at: datetime | None
    follow_url: str
    language: str
    now: datetime
    large: bool = False
    logo: str = ""
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """The ticket's texts in one language; "" for what is not on it."""

    welcome: str
    heading: str
    theme: str
    here: str
    zone: str
    wait: str
    come_back: str
    follow: str


def ticket_paper(ticket: TicketFacts, words: Words) -> TicketPaper:
    """The paper of a ticket. Beside another language the house's first stands too (law 94-665, in France).

    What is the same in both is not said twice.
    """
    look, site = ticket.site.ticket, ticket.site
    house = site.languages[0]
    said = _said(ticket, ticket.language, words(ticket.language))
    other = _said(ticket, house, words(house))

    def beneath(own: str, again: str) -> str:
        return again if again != own else ""

    return TicketPaper(
        site_name=site.name,
        number=ticket.number,
        number_heading=said.heading,
        where=tuple(filter(None, (said.here, said.zone))),
        date_text=said_date(site.local(ticket.now), ticket.language) if look.date else "",
        follow_url=ticket.follow_url,
        follow_text=said.follow,
        welcome=said.welcome,
        band_text=said.wait or None,
        come_back_text=said.come_back,
        right_to_left=is_right_to_left(ticket.language),
        theme=said.theme,
        welcome_beneath=beneath(said.welcome, other.welcome),
        number_heading_beneath=beneath(said.heading, other.heading),
        theme_beneath=beneath(said.theme, other.theme),
        where_beneath=beneath(_in_one(said.here, said.zone), _in_one(other.here, other.zone)),
        wait_beneath=beneath(_in_one(said.wait, said.come_back), _in_one(other.wait, other.come_back)),
        follow_beneath=beneath(said.follow, other.follow),
        has_code=look.code,
        large=ticket.large,
        logo=ticket.logo if look.logo else "",
        ticket=ticket.ticket,
    )


def _said(ticket: TicketFacts, language: str, translate: Translate) -> _Said:
    site, look = ticket.site, ticket.site.ticket
    zone, theme = site.zone(ticket.zone), site.theme(ticket.theme)
    wait = come_back = ""
    if ticket.band is not None and look.band:
        band = said_band(ticket.band, translate)
        if ticket.band == NO_WAIT:
            wait = f"{band}."
        elif ticket.theme == RECEPTION:
            wait = translate("KioskViewModel", "L’accueil vous appelle dans {band}.").format(band=band)
        else:
            wait = translate("KioskViewModel", "Attente prévue\u00a0: {band}.").format(band=band)
    if ticket.come_back_at is not None and look.come_back:
        hour = said_hour(site.local(ticket.come_back_at), language)
        come_back = translate("KioskViewModel", "Vous pouvez revenir vers\u00a0{hour}.").format(hour=hour)
    return _Said(
        welcome=_welcome(site, language, translate) if look.welcome else "",
        heading=translate("KioskViewModel", "Votre numéro"),
        theme=label_in(theme.label, language) if theme is not None and look.theme else "",
        here=translate("KioskViewModel", "Installez-vous ici\u00a0:"),
        zone=label_in(zone.label, language) if zone is not None else "",
        wait=wait,
        come_back=come_back,
        follow=(
            translate("KioskViewModel", "Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.")
            if look.code
            else ""
        ),
    )


def _welcome(site: Site, language: str, translate: Translate) -> str:
    """In another language than the house's nothing of the house's is mixed: its own words stand beneath."""
    is_house = language == site.languages[0]
    own, tagline = (
        label_in(labels, language) if is_house else labels.get(language, "")
        for labels in (site.ticket.words, site.tagline)
    )
    if own:
        return own
    if not tagline:
        return translate("KioskViewModel", "Bienvenue.")
    return translate("KioskViewModel", "Bienvenue. {tagline}.").format(tagline=tagline)


def _in_one(*texts: str) -> str:
    return " ".join(filter(None, texts))
