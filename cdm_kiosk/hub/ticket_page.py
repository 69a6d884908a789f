"""What the QR code on a ticket opens on a phone: number, state, where to go; live, and right without JavaScript.

No cookie, no storage, no third party. A wrong, an old and a guessed address all get the same answer.
"""

from __future__ import annotations

import gettext
import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.routing import people_ahead, zone_to_wait_in
from cdm_kiosk.domain.site import label_in
from cdm_kiosk.hub.house import House
from cdm_kiosk.paths import RESOURCES

PAGE_FILES = RESOURCES / "ticket_page"
CATALOGUES = RESOURCES / "translations" / "hub"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
OVER = "over"

Catalogue = gettext.NullTranslations
Language = Annotated[str | None, Query(alias="lang")]


@dataclass(frozen=True, slots=True)
class View:
    """What a phone shows: all of it already in the visitor's language. ``state`` picks colour and calm."""

    state: str
    heading: str
    number: str
    headline: str
    place: str
    detail: str


@cache
def catalogue(language: str) -> Catalogue:
    """The hub's texts in ``language``; French is the source and the fall-back."""
    return gettext.translation("hub", CATALOGUES, [language], fallback=True)


def view(floor: Floor, ticket_id: str, language: str | None) -> View:
    """What the page says of a ticket now; an unknown ticket is simply over."""
    ticket = floor.tickets.get(ticket_id)
    words = catalogue(_language(floor, ticket, language))
    _ = words.gettext
    if ticket is None:
        return View(
            OVER,
            "",
            "",
            _("Ce ticket n’est plus valable."),
            "",
            _("Besoin d’aide ? L’accueil est là pour vous."),
        )
    headline, place, detail = _sentences(floor, ticket, words, _language(floor, ticket, language))
    return View(ticket.state.value, _("Votre numéro"), ticket.label, headline, place, detail)


def router(house: House) -> APIRouter:
    """The ticket pages of one hub, under /t."""
    routes = APIRouter(prefix="/t", include_in_schema=False)
    templates = Environment(
        loader=FileSystemLoader(PAGE_FILES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    page_template = templates.get_template("page.html")
    files = {
        "page.css": ("text/css", (PAGE_FILES / "page.css").read_bytes()),
        "page.js": ("text/javascript", (PAGE_FILES / "page.js").read_bytes()),
    }

    @routes.get("/-/{name}")
    async def file(name: str) -> Response:
        if name not in files:
            return Response(status_code=404)
        media_type, content = files[name]
        return Response(content, media_type=media_type, headers={"X-Content-Type-Options": "nosniff"})

    @routes.get("/{ticket_id}")
    async def page(ticket_id: str, language: Language = None) -> Response:
        floor = house.floor
        shown = view(floor, ticket_id, language)
        spoken = _language(floor, floor.tickets.get(ticket_id), language)
        html = page_template.render(
            view=shown,
            site=floor.site.name,
            tagline=label_in(floor.site.tagline, spoken),
            language=spoken,
            languages=floor.site.languages,
            reload_text=catalogue(spoken).gettext("Actualiser"),
            lost_text=catalogue(spoken).gettext("Connexion perdue. La page se remet à jour toute seule."),
            anonymous_text=catalogue(spoken).gettext("Aucune donnée personnelle n’est demandée ni gardée."),
            over=shown.state == OVER,
        )
        return Response(html, 404 if shown.state == OVER else 200, HEADERS, "text/html")

    @routes.get("/{ticket_id}/events", response_class=EventSourceResponse)
    async def events(ticket_id: str, language: Language = None) -> AsyncIterator[ServerSentEvent]:
        told: View | None = None
        async for changed in house.feed.changes():
            now = view(house.floor, ticket_id, language)
            if now != told:
                told = now
                yield ServerSentEvent(raw_data=json.dumps(asdict(now), ensure_ascii=False), retry=2000)
            elif not changed:
                yield ServerSentEvent(comment="alive")
            if now.state == OVER:
                return

    return routes


def _language(floor: Floor, ticket: Ticket | None, asked: str | None) -> str:
    wanted = asked or (ticket.language if ticket is not None else None)
    return wanted if wanted in floor.site.languages else floor.site.languages[0]


def _sentences(floor: Floor, ticket: Ticket, words: Catalogue, language: str) -> tuple[str, str, str]:
    """Headline, place and detail for a ticket of today."""
    _ = words.gettext
    counter = floor.site.counter(ticket.counter) if ticket.counter is not None else None
    place = counter.label if counter is not None else ""
    match ticket.state:
        case TicketState.WAITING:
            ahead = people_ahead(floor, ticket)
            if ahead == 0:
                headline = _("Vous êtes le prochain numéro.")
            else:
                sentence = words.ngettext("%d personne avant vous.", "%d personnes avant vous.", ahead)
                headline = sentence % ahead
            where = label_in(zone_to_wait_in(floor, ticket.theme).label, language)
            return headline, "", _("Installez-vous : %s. Nous vous appelons bientôt.") % where
        case TicketState.CALLED:
            return _("C’est à vous !"), place, _("On vous y attend.")
        case TicketState.IN_INTERVIEW:
            return _("Bon entretien."), place, ""
        case TicketState.PARKED:
            detail = _("Revenez nous voir dès que vous êtes prêt : votre place est gardée.")
            return _("Nous vous attendons."), "", detail
        case TicketState.ABSENT:
            return (
                _("Nous vous avons appelé."),
                "",
                _("Vous êtes là ? Passez à l’accueil : vous ne perdez pas votre place."),
            )
        case TicketState.WITHDRAWN:
            return _("Ce numéro ne sera plus appelé."), "", _("L’accueil est là pour vous.")
        case TicketState.DONE:
            return _("Merci de votre visite."), "", _("Revenez quand vous voulez : c’est libre et gratuit.")
