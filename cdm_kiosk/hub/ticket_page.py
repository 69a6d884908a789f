"""What the QR code on a ticket opens on a phone: number, state, where to go; live, and right without JavaScript.

No cookie, no storage, no third party. A wrong, an old and a guessed address all get the same answer.
"""

from __future__ import annotations

import gettext
import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cdm_kiosk.domain.bands import Band, Outlook, come_back_at
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.front import told_in
from cdm_kiosk.domain.languages import is_right_to_left, language_name
from cdm_kiosk.domain.routing import people_ahead, zone_to_wait_in
from cdm_kiosk.domain.site import RECEPTION, label_in
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
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
FEW_MIN = 10
RETURN_STANDS = timedelta(minutes=10)
"""So much earlier than the forecast, a come-back time that was told is left alone."""

Catalogue = gettext.NullTranslations
Language = Annotated[str | None, Query(alias="lang")]


@dataclass(frozen=True, slots=True)
class View:
    """What a phone shows: all of it already in the visitor's language. ``state`` picks colour and calm.

    ``pause`` is told to who waits for a theme that gives no numbers now, ``message`` to everybody.
    """

    state: str
    heading: str
    number: str
    headline: str
    place: str = ""
    wait: str = ""
    come_back: str = ""
    detail: str = ""
    pause: str = ""
    message: str = ""


class Returns:
    """The come-back times that phones were told: one that wavered by minutes would be believed by nobody."""

    def __init__(self) -> None:
        self._told: dict[str, datetime] = {}

    def of(self, floor: Floor, outlook: Outlook, ticket_id: str) -> datetime | None:
        """Until when this visitor may go away (aware, at the site's door); ``None``: better stay."""
        band = outlook.tickets.get(ticket_id)
        fresh = None if band is None else come_back_at(band, floor.site.local(outlook.at))
        if fresh is None:
            self._told.pop(ticket_id, None)
            return None
        told = self._told.get(ticket_id)
        # Who comes back somewhat early only waits; who comes back late may miss the call.
        if told is not None and fresh - RETURN_STANDS <= told <= fresh:
            return told
        self._told = {name: moment for name, moment in self._told.items() if name in floor.tickets}
        self._told[ticket_id] = fresh
        return fresh


@cache
def catalogue(language: str) -> Catalogue:
    """The hub's texts in ``language``; French is the source and the fall-back."""
    return gettext.translation("hub", CATALOGUES, [language], fallback=True)


def view(
    floor: Floor, ticket_id: str, language: str | None, band: Band | None = None, come_back: datetime | None = None
) -> View:
    """What the page says of a ticket now; an unknown ticket is simply over."""
    ticket = floor.tickets.get(ticket_id)
    spoken = _language(floor, ticket, language)
    words = catalogue(spoken)
    _ = words.gettext
    if ticket is None:
        return View(
            OVER,
            "",
            "",
            _("Ce ticket n’est plus valable."),
            detail=_("Besoin d’aide ? L’accueil est là pour vous."),
        )
    headline, place, detail = _sentences(floor, ticket, come_back, words, spoken)
    message = told_in(floor.front.message, spoken, floor.site.languages[0])
    pause = _pause(floor, ticket, words, spoken)
    shown = View(
        ticket.state.value,
        _("Votre numéro"),
        ticket.label,
        headline,
        place,
        detail=detail,
        pause=pause,
        message=message,
    )
    if ticket.state is not TicketState.WAITING:
        return shown
    return replace(shown, wait=_wait(band, words), come_back=_come_back(come_back, words))


def router(house: House) -> APIRouter:
    """The ticket pages of one hub, under /t."""
    routes = APIRouter(prefix="/t", include_in_schema=False)
    templates = Environment(
        loader=FileSystemLoader(PAGE_FILES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    page_template = templates.get_template("page.html")
    returns = Returns()

    def shown_of(ticket_id: str, language: str | None) -> View:
        floor, outlook = house.floor, house.outlook
        come_back = returns.of(floor, outlook, ticket_id)
        return view(floor, ticket_id, language, outlook.tickets.get(ticket_id), come_back)

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
        shown = shown_of(ticket_id, language)
        spoken = _language(floor, floor.tickets.get(ticket_id), language)
        html = page_template.render(
            view=shown,
            site=floor.site.name,
            tagline=label_in(floor.site.tagline, spoken),
            language=spoken,
            direction="rtl" if is_right_to_left(spoken) else "ltr",
            languages=[(code, language_name(code)) for code in floor.site.languages],
            reload_text=catalogue(spoken).gettext("Mettre à jour"),
            lost_text=catalogue(spoken).gettext("Connexion perdue. La page se remet à jour toute seule."),
            anonymous_text=catalogue(spoken).gettext(
                "Nous ne demandons pas votre nom. Nous ne gardons rien sur vous."
            ),
            over=shown.state == OVER,
        )
        return Response(html, 404 if shown.state == OVER else 200, HEADERS, "text/html")

    @routes.get("/{ticket_id}/events", response_class=EventSourceResponse)
    async def events(ticket_id: str, language: Language = None) -> AsyncIterator[ServerSentEvent]:
        told: View | None = None
        async for changed in house.feed.changes():
            now = shown_of(ticket_id, language)
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


def _turn(ahead: int, words: Catalogue) -> str:
    if ahead == 0:
        return words.gettext("Vous êtes le prochain numéro.")
    # Not by "%": Arabic says one and two in a word, and leaves the figure out.
    return words.ngettext("%d personne avant vous.", "%d personnes avant vous.", ahead).replace("%d", str(ahead))


def _wait(band: Band | None, words: Catalogue) -> str:
    _ = words.gettext
    if band is None:
        return ""
    # Arabic counts up to ten minutes with another word than more of them.
    match band.low_min == 0, band.high_min <= FEW_MIN:
        case True, True:
            text = words.pgettext("ten at most", "Attente prévue :\nmoins de {high}\u00a0min")
        case True, False:
            text = _("Attente prévue :\nmoins de {high}\u00a0min")
        case False, True:
            text = words.pgettext("ten at most", "Attente prévue :\n{low} à {high}\u00a0min")
        case _:
            text = _("Attente prévue :\n{low} à {high}\u00a0min")
    return text.format(low=band.low_min, high=band.high_min)


def _come_back(moment: datetime | None, words: Catalogue) -> str:
    _ = words.gettext
    if moment is None:
        return _("Restez près de nous :\nvotre tour peut venir vite.")
    said = _("Vous pouvez revenir\nvers {hour}\u00a0h\u00a0{minute}.")
    return said.format(hour=moment.hour, minute=f"{moment.minute:02}")


def _pause(floor: Floor, ticket: Ticket, words: Catalogue, language: str) -> str:
    _ = words.gettext
    said = floor.front.paused.get(ticket.theme)
    if said is None or ticket.state not in (TicketState.WAITING, TicketState.PARKED):
        return ""
    message = told_in(said, language, floor.site.languages[0])
    lines = (_("En pause pour le moment."), message, _("Votre numéro reste valable."))
    return "\n".join(line for line in lines if line)


def _where(floor: Floor, ticket: Ticket, come_back: datetime | None, words: Catalogue, language: str) -> str:
    _ = words.gettext
    zone = label_in(zone_to_wait_in(floor, ticket.theme).label, language)
    if is_right_to_left(language):
        # A name that nobody translated runs its own way, and leaves the full stop behind it where it belongs.
        zone = f"{ISOLATE}{zone}{END_ISOLATE}"
    if come_back is not None:
        return _("À votre retour, installez-vous : %s.") % zone
    if ticket.theme == RECEPTION:
        return _("Installez-vous : %s. L’accueil vous appelle bientôt.") % zone
    return _("Installez-vous : %s. Nous vous appelons bientôt.") % zone


def _sentences(
    floor: Floor, ticket: Ticket, come_back: datetime | None, words: Catalogue, language: str
) -> tuple[str, str, str]:
    """Headline, place and detail for a ticket of today."""
    _ = words.gettext
    counter = floor.site.counter(ticket.counter) if ticket.counter is not None else None
    place = counter.label if counter is not None else ""
    match ticket.state:
        case TicketState.WAITING:
            return _turn(people_ahead(floor, ticket), words), "", _where(floor, ticket, come_back, words, language)
        case TicketState.CALLED:
            return _("C’est à vous !"), place, _("On vous attend.")
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
            return _("Nous n’appellerons plus ce numéro."), "", _("L’accueil est là pour vous.")
        case TicketState.DONE:
            return _("Merci de votre visite."), "", _("Revenez quand vous voulez : c’est libre et gratuit.")
