"""Papers of the house as its kiosk makes them, in every language, with labels as long as they may be."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from cdm_kiosk.domain.bands import Band
from cdm_kiosk.domain.site import Labels, Site, TicketLook
from cdm_kiosk.packs.texts import LONGEST
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.station import station
from cdm_kiosk.station.translations import Catalogues
from cdm_kiosk.viewmodels.shared.paper import TicketFacts, ticket_paper
from tests.tools.polyglot import polyglot

NOW = datetime(2026, 11, 25, 13, 52, tzinfo=UTC)
BACK_AT = datetime(2026, 11, 25, 14, 45, tzinfo=UTC)
PAGE = "https://tickets.cite-des-metiers.example.org/t/A1b2C3d4E5f6G7h8I9j0kl"


EVERYTHING = TicketLook(logo=True, theme=True)

qr_image = cache(station.qr_image)
"""As stations draw it, once for all tickets of one address."""


def in_words(facts: TicketFacts) -> TicketPaper:
    """The paper of a ticket, whatever language its screen speaks."""
    return ticket_paper(facts, Catalogues("kiosk").say)


def paper_of(site: Site, language: str, *, large: bool = False, number: int = 42, logo: str = "") -> TicketPaper:
    """A ticket of an afternoon at this site."""
    facts = TicketFacts(
        site, number, "evolution", site.zones[0].id, Band(25, 40), BACK_AT, PAGE, language, NOW, large, logo
    )
    return in_words(facts)


def wordy(site: Site) -> Site:
    """The site in nine languages, its texts as long as a site file may have them, every line on its tickets."""
    house = polyglot(site)
    words = _stretched(house.tagline, LONGEST["words"])
    zones = tuple(replace(zone, label=_stretched(zone.label, LONGEST["zones.label"])) for zone in house.zones)
    themes = tuple(replace(theme, label=_stretched(theme.label, LONGEST["label"])) for theme in house.themes)
    name = "Cité des métiers de la Communauté de communes de l’Estuaire et du Haut-Pays"
    return replace(house, name=name, zones=zones, themes=themes, ticket=replace(EVERYTHING, words=words))


def cite_logo() -> str:
    """A drawn logo, wide and in two colours, as PNG in base64."""
    picture = Image.new("RGBA", (600, 200), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((10, 10, 190, 190), 40, fill="#0F4C5C")
    pen.ellipse((60, 60, 140, 140), fill="white")
    pen.rectangle((230, 60, 580, 90), fill="#0F4C5C")
    pen.rectangle((230, 120, 480, 150), fill="#B5541C")
    png = BytesIO()
    picture.save(png, "PNG")
    return base64.b64encode(png.getvalue()).decode("ascii")


def _stretched(labels: Labels, length: int) -> Labels:
    """The same words over again in each language, as far as they may go."""
    return {code: (f"{text} " * (length // len(text) + 1))[:length].strip() for code, text in labels.items()}
