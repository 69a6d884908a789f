"""What the kiosk's screen and paper say of a visit; loaded with the first snapshot, after the first frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.bands import NO_WAIT
from cdm_kiosk.domain.disclosure import Offer, Offers
from cdm_kiosk.domain.front import text_with_language
from cdm_kiosk.domain.languages import NOT_LATIN, language_name, marked
from cdm_kiosk.domain.site import RECEPTION, Service, Site, Theme, label_in
from cdm_kiosk.viewmodels.kiosk.picture_words import short_word
from cdm_kiosk.viewmodels.kiosk.visit import (
    ASK_AFTER_S,
    CHOOSING,
    LANGUAGES,
    NO_THEME_COLOUR,
    KioskLanguageRow,
    KioskProps,
    KioskThemeRow,
    PictogramUrl,
    ServiceRow,
    Supply,
    Visit,
    comfortable,
)
from cdm_kiosk.viewmodels.shared.moments import said_hour, said_moment, said_shortly
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from cdm_kiosk.viewmodels.shared.waits import said_band

SERVICE_PICTOGRAMS = {"documentation": "documentation", "computers": "ordinateurs", "events": "atelier"}
ENTRY_CLOSED = "entry_closed"

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a kiosk knows besides the visit: the house, the line to it, its own paper, and the time (aware UTC)."""

    site: Site
    offers: Offers
    connected: bool
    paper: Supply
    now: datetime
    rehearsal: bool = False

    def offer(self, visit: Visit, theme: str) -> Offer:
        """What is offered for a theme; who was just refused a number sees at once why there is none."""
        offers = (*self.offers.themes, *((self.offers.desk,) if self.offers.desk is not None else ()))
        offer = next((each for each in offers if each.theme == theme), Offer(theme, False, 0))
        if visit.asked != theme:
            return offer
        match visit.notice_code:
            case "full_today":
                return replace(offer, served=False, full=True, band=None)
            case "theme_paused":
                return replace(offer, served=False, paused=offer.paused or {}, band=None)
        return offer

    def entry_open(self, visit: Visit) -> bool:
        """Whether numbers are given; who was just refused one at a closed entry knows before the feed tells."""
        return self.offers.entry_open and visit.notice_code != ENTRY_CLOSED


def derive(visit: Visit, around: Surroundings, pictogram_url: PictogramUrl) -> KioskProps:
    """The whole screen."""
    site = around.site
    language, ticket = visit.language, visit.ticket
    now = site.local(around.now)
    theme = site.theme(visit.theme)
    offer, desk = around.offer(visit, visit.theme), around.offer(visit, RECEPTION)
    opens_at = site.local(around.offers.opens_at) if around.offers.opens_at is not None else None
    zone = site.zone(ticket.zone)
    page = _page(visit, around)
    message, message_in = text_with_language(offer.paused or {}, language, site.languages[0])
    named = _named_beside(language, site.languages)
    props = KioskProps(
        connected=around.connected,
        doors_open=around.offers.is_open,
        sample=site.sample,
        rehearsal=around.rehearsal,
        site_name=site.name,
        tagline=label_in(site.tagline, language),
        accent=site.accent,
        language=language,
        language_name=language_name(language),
        other_languages=" · ".join(map(language_name, named)),
        unnamed_languages=len(site.languages) - 1 - len(named),
        page=page,
        opens_text=said_moment(opens_at, now, language) if opens_at is not None else "",
        opens_today=opens_at is not None and opens_at.date() == now.date(),
        # Within the hours it was reception that closed: it may open again at any moment.
        may_open_sooner=site.open_until(around.now) is not None,
        theme_label=label_in(theme.label, language) if theme else "",
        theme_pictogram=pictogram_url(theme.pictogram) if theme else "",
        theme_colour=theme.colour if theme else NO_THEME_COLOUR,
        theme_served=offer.served,
        theme_full=offer.full,
        theme_paused=offer.paused is not None,
        theme_message=marked(message, message_in, language),
        theme_message_said=message,
        theme_message_in=message_in,
        theme_waiting=_said_waiting(offer),
        theme_band=_said_wait(offer),
        theme_next=said_moment(site.local(offer.next_served), now, language) if offer.next_served else "",
        desk_served=desk.served,
        desk_waiting=_said_waiting(desk),
        desk_band=_said_wait(desk),
        reception_place=label_in(site.reception, language),
        issuing=visit.issuing,
        ticket_number=str(ticket.number) if ticket.number else "",
        ticket_at_desk=ticket.theme == RECEPTION,
        ticket_zone=label_in(zone.label, language) if zone else "",
        people_ahead=ticket.people_ahead,
        band_text=said_band(ticket.band),
        ticket_no_wait=ticket.band == NO_WAIT,
        come_back_text=said_hour(site.local(ticket.come_back_at), language) if ticket.come_back_at else "",
        ticket_qr=ticket.qr,
        follow_url=ticket.follow_url,
        paper=around.paper,
        print_state=visit.print_state,
        # Elsewhere there is nothing to touch again, or the page itself says it.
        notice=_notice(visit.notice_code) if page in CHOOSING else "",
        still_there=(page in CHOOSING | {LANGUAGES} or visit.is_without_paper) and visit.idle_s >= ASK_AFTER_S,
        seconds_left=max(0, visit.patience_s - visit.idle_s),
        languages=tuple(KioskLanguageRow(code, language_name(code), code == language) for code in site.languages),
        themes=tuple(
            _theme_row(each, visit, around, site, pictogram_url)
            for each in site.themes
            if each.is_offered_on(now.date())
        ),
        services=tuple(
            _service_row(at, service, language, pictogram_url)
            for at, service in enumerate((theme.services if page == "theme" and theme else ()) or site.services)
        ),
    )
    return comfortable(props, visit)


def ticket_facts(visit: Visit, site: Site, now: datetime) -> TicketFacts:
    """The ticket that a visit made."""
    given = visit.ticket
    return TicketFacts(
        site,
        given.number,
        given.theme,
        given.zone,
        given.band,
        given.come_back_at,
        given.follow_url,
        visit.language,
        now,
        large=visit.comfort.large_text,
        ticket=given.id,
    )


def _said_wait(offer: Offer) -> str:
    """The minutes of an offer; "" where the screen says that there is no wait, or counts who waits."""
    if offer.band == NO_WAIT:
        return ""
    # Nobody waits, and no table is free.
    unknown = offer.served and offer.band is None and offer.waiting == 0
    return translate("KioskViewModel", "incertaine", "a wait") if unknown else said_band(offer.band)


def _said_waiting(offer: Offer) -> int:
    """How many wait, as it counts for who comes now: where a table is free, nobody."""
    return 0 if offer.band == NO_WAIT else offer.waiting


def _named_beside(language: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Two languages that the switch names beside the current one: the site's next, and one of another script."""
    others = [code for code in languages if code != language]
    scripts = [code for code in others[1:] if code in NOT_LATIN]
    return (*others[:1], *(scripts or others[1:])[:1])


def _page(visit: Visit, around: Surroundings) -> str:
    if visit.choosing_language:
        return LANGUAGES
    # A number in hand stays on the screen whatever happens to the hub or the doors.
    if visit.page == "ticket" or visit.issuing:
        return visit.page
    if not around.connected:
        return "offline"
    if not around.offers.is_open:
        return "closed"
    if not around.entry_open(visit):
        return "entry_closed"
    # A theme that the site has no more has no page either: there are the others.
    is_gone = visit.page == "theme" and around.site.theme(visit.theme) is None
    return "themes" if is_gone else visit.page


def _theme_row(
    theme: Theme, visit: Visit, around: Surroundings, site: Site, pictogram_url: PictogramUrl
) -> KioskThemeRow:
    offer = around.offer(visit, theme.id)
    then = offer.next_served
    return KioskThemeRow(
        theme.id,
        label_in(theme.label, visit.language),
        short_word(theme.pictogram),
        pictogram_url(theme.pictogram),
        theme.colour,
        offer.served,
        offer.full,
        offer.paused is not None,
        _said_waiting(offer),
        _said_wait(offer),
        said_shortly(site.local(then), site.local(around.now), visit.language) if then is not None else "",
    )


def _service_row(at: int, service: Service, language: str, pictogram_url: PictogramUrl) -> ServiceRow:
    return ServiceRow(
        f"{at}-{service.kind}",
        service.kind,
        label_in(service.label, language),
        short_word(SERVICE_PICTOGRAMS[service.kind]),
        label_in(service.place, language),
        pictogram_url(SERVICE_PICTOGRAMS[service.kind]),
    )


def _notice(code: str) -> str:
    notices = {
        "": "",
        "day_not_open": translate("KioskViewModel", "Nous venons de fermer. L’accueil peut encore vous aider."),
        "full_today": translate("KioskViewModel", "Nous ne pouvons plus donner de numéro pour aujourd’hui."),
        "theme_paused": translate("KioskViewModel", "Ce sujet est en pause pour le moment."),
        "hub_unreachable": translate(
            "KioskViewModel", "Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil."
        ),
    }
    other = translate("KioskViewModel", "Cela n’a pas marché. Touchez encore, ou passez à l’accueil.")
    return notices.get(code, other)
