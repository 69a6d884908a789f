"""What one visitor's touches made, and what the kiosk's screen and paper say of it: no signal, no effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.bands import NO_WAIT, Band
from cdm_kiosk.domain.disclosure import Offer, Offers
from cdm_kiosk.domain.front import told_with
from cdm_kiosk.domain.languages import NOT_LATIN, language_name, marked
from cdm_kiosk.domain.site import PRIMARY, RECEPTION, Service, Site, Theme, label_in
from cdm_kiosk.viewmodels.kiosk.comfort import SAFE_VOLUME, Comfort
from cdm_kiosk.viewmodels.kiosk.picture_words import short_word
from cdm_kiosk.viewmodels.shared.moments import said_hour, said_moment, said_shortly
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from cdm_kiosk.viewmodels.shared.waits import said_band

ASK_AFTER_S = 45
"""Seconds without a touch before "are you still there?" (interface brief)."""
ANSWER_WITHIN_S = 15
TICKET_SHOWN_S = 30
FIRST_LANGUAGE = "fr"
NO_THEME_COLOUR = PRIMARY
SERVICE_PICTOGRAMS = {"documentation": "documentation", "computers": "ordinateurs", "events": "atelier"}
STARTING = "starting"
LANGUAGES = "languages"
CHOOSING = frozenset({"themes", "theme", "help", "look"})
ENTRY_CLOSED = "entry_closed"

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""

PictogramUrl = Callable[[str], str]


class Supply(StrEnum):
    """Whether tickets come on paper here: never, as usual, for as long as the roll lasts, or not now."""

    NEVER = "never"
    READY = "ready"
    LOW = "low"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Given:
    """A ticket as the hub answered it. ``number`` 0 is no ticket."""

    number: int = 0
    theme: str = ""
    follow_url: str = ""
    zone: str = ""
    people_ahead: int = 0
    band: Band | None = None
    come_back_at: datetime | None = None
    qr: str = ""
    id: str = ""

    @classmethod
    def of(cls, body: Mapping[str, Any], qr: str) -> Given:
        """The hub's answer (``wire.IssuedTicket``), with the picture of its address."""
        band, come_back_at = body["band"], body["come_back_at"]
        return cls(
            int(body["number"]),
            str(body["theme"]),
            str(body["follow_url"]),
            str(body["zone"]),
            int(body["people_ahead"]),
            None if band is None else Band(band["low_min"], band["high_min"]),
            None if come_back_at is None else datetime.fromisoformat(come_back_at),
            qr,
            str(body["id"]),
        )


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that one visitor's touches made; replaced whole for the next visitor, so that no trace remains.

    ``asked`` is the theme that a number was last asked for. ``choosing_language`` covers the page with
    the languages.
    """

    language: str = FIRST_LANGUAGE
    choosing_language: bool = False
    page: str = "themes"
    theme: str = ""
    asked: str = ""
    issuing: bool = False
    ticket: Given = Given()
    print_state: str = ""
    notice_code: str = ""
    idle_s: int = 0
    comfort: Comfort = Comfort()  # noqa: RUF009  # frozen

    @property
    def patience_s(self) -> int:
        """Seconds without a touch after which the visit is over."""
        is_at_rest = self.page == "ticket" and not self.is_without_paper
        return TICKET_SHOWN_S if is_at_rest else ASK_AFTER_S + ANSWER_WITHIN_S

    @property
    def is_without_paper(self) -> bool:
        """The paper that was asked for did not come: the visitor must say that the number is kept in mind."""
        return self.page == "ticket" and self.print_state == "failed"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a kiosk knows besides the visit: the house, the line to it, its own paper, and the time (aware UTC)."""

    site: Site | None
    offers: Offers
    connected: bool
    looking: bool
    paper: Supply
    now: datetime
    rehearsal: bool = False
    searching_text: str = ""

    def offer(self, visit: Visit, theme: str) -> Offer:
        """What is offered for a theme; who was just refused a number sees at once why there is none."""
        told = (*self.offers.themes, *((self.offers.desk,) if self.offers.desk is not None else ()))
        offer = next((each for each in told if each.theme == theme), Offer(theme, False, 0))
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


@dataclass(frozen=True, slots=True)
class LanguageRow:
    code: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class ThemeRow:
    theme_id: str
    label: str
    word: str
    pictogram: str
    colour: str
    served: bool
    full: bool
    paused: bool
    waiting: int
    band: str
    next_time: str


@dataclass(frozen=True, slots=True)
class ServiceRow:
    key: str
    kind: str
    label: str
    word: str
    place: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class KioskProps:
    """What the screen shows; a pure function of the visit and its surroundings.

    The language stands first: texts that change with it are asked for while its change is told.
    """

    language: str = FIRST_LANGUAGE

    connected: bool = False
    searching_text: str = ""
    """Where the hub is looked for; "" once it was heard."""
    doors_open: bool = False
    sample: bool = False
    rehearsal: bool = False
    site_name: str = ""
    tagline: str = ""
    accent: str = PRIMARY
    language_name: str = ""
    other_languages: str = ""
    unnamed_languages: int = 0
    page: str = STARTING
    opens_text: str = ""
    opens_today: bool = False
    may_open_sooner: bool = False
    theme_label: str = ""
    theme_pictogram: str = ""
    theme_colour: str = NO_THEME_COLOUR
    theme_served: bool = False
    theme_full: bool = False
    theme_paused: bool = False
    theme_message: str = ""
    theme_message_said: str = ""
    """For the voice alone: the message without the name of its language."""
    theme_message_in: str = ""
    """For the voice alone: the language of the message."""
    theme_waiting: int = 0
    theme_band: str = ""
    theme_next: str = ""
    desk_served: bool = False
    desk_waiting: int = 0
    desk_band: str = ""
    reception_place: str = ""
    issuing: bool = False
    ticket_number: str = ""
    ticket_at_desk: bool = False
    ticket_zone: str = ""
    people_ahead: int = 0
    band_text: str = ""
    ticket_no_wait: bool = False
    """Whether a table is free for the number: the wait is said without minutes, and without a lead."""
    come_back_text: str = ""
    ticket_qr: str = ""
    follow_url: str = ""
    paper: str = Supply.NEVER
    print_state: str = ""
    notice: str = ""
    still_there: bool = False
    seconds_left: int = 0
    speech: bool = False
    volume: int = SAFE_VOLUME
    large_text: bool = False
    high_contrast: bool = False
    low_reach: bool = False
    pictures_first: bool = False
    languages: tuple[LanguageRow, ...] = ()
    themes: tuple[ThemeRow, ...] = ()
    """The themes that there are today, each with what is offered for it now."""
    services: tuple[ServiceRow, ...] = ()
    """What needs no ticket: the theme's own on its page, else the site's."""


def derive(visit: Visit, around: Surroundings, pictogram_url: PictogramUrl) -> KioskProps:
    """The whole screen."""
    site = around.site
    if site is None:
        page = STARTING if around.looking else "offline"
        return _comfortable(
            KioskProps(connected=around.connected, searching_text=around.searching_text, page=page), visit
        )
    language, ticket = visit.language, visit.ticket
    now = site.local(around.now)
    theme = site.theme(visit.theme)
    offer, desk = around.offer(visit, visit.theme), around.offer(visit, RECEPTION)
    opens_at = site.local(around.offers.opens_at) if around.offers.opens_at is not None else None
    zone = site.zone(ticket.zone)
    page = _page(visit, around)
    message, message_in = told_with(offer.paused or {}, language, site.languages[0])
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
        languages=tuple(LanguageRow(code, language_name(code), code == language) for code in site.languages),
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
    return _comfortable(props, visit)


def _comfortable(props: KioskProps, visit: Visit) -> KioskProps:
    """How the visitor wants the screen to be; before the hub was heard, too."""
    return replace(
        props,
        speech=visit.comfort.speech,
        volume=visit.comfort.volume,
        large_text=visit.comfort.large_text,
        high_contrast=visit.comfort.high_contrast,
        low_reach=visit.comfort.low_reach,
        pictures_first=visit.comfort.pictures_first,
    )


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
    is_gone = visit.page == "theme" and around.site is not None and around.site.theme(visit.theme) is None
    return "themes" if is_gone else visit.page


def _theme_row(
    theme: Theme, visit: Visit, around: Surroundings, site: Site, pictogram_url: PictogramUrl
) -> ThemeRow:
    offer = around.offer(visit, theme.id)
    then = offer.next_served
    return ThemeRow(
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
    match code:
        case "":
            return ""
        case "day_not_open":
            return translate("KioskViewModel", "Nous venons de fermer. L’accueil peut encore vous aider.")
        case "full_today":
            return translate("KioskViewModel", "Nous ne pouvons plus donner de numéro pour aujourd’hui.")
        case "theme_paused":
            return translate("KioskViewModel", "Ce sujet est en pause pour le moment.")
        case "hub_unreachable":
            return translate(
                "KioskViewModel",
                "Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.",
            )
    return translate("KioskViewModel", "Cela n’a pas marché. Touchez encore, ou passez à l’accueil.")
