"""The kiosk: from "what brings you" to a number in hand, and back to the welcome for the next person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

from PySide6.QtCore import (
    Property,
    QAbstractItemModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QObject,
    QTimeZone,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient, Reply, new_key
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.domain.site import Service, Site, Theme, label_in
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.viewmodels.sentences import language_name
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ASK_AFTER_S = 45
"""Seconds without a touch before "are you still there?" (interface brief)."""
ANSWER_WITHIN_S = 15
TICKET_SHOWN_S = 30
GIVE_BACK_WITHIN_MS = 600_000
FIRST_LANGUAGE = "fr"
NO_THEME_COLOUR = "#0F4C5C"
SERVICE_PICTOGRAMS = {"documentation": "documentation", "computers": "ordinateurs", "events": "atelier"}
STARTING = "starting"
CHOOSING = frozenset({"themes", "theme", "help", "look"})

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""

PictogramUrl = Callable[[str], str]
QrImage = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class LanguageRow:
    code: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class ThemeRow:
    theme_id: str
    label: str
    pictogram: str
    colour: str
    served: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class ServiceRow:
    key: str
    kind: str
    label: str
    place: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class Given:
    """A ticket as the hub answered it. ``number`` 0 is no ticket."""

    number: int = 0
    follow_url: str = ""
    zone: str = ""
    people_ahead: int = 0
    band: tuple[int, int] | None = None
    qr: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A ticket asked for whose outcome is not known yet, so that asking again cannot make a second one."""

    key: str
    theme: str
    language: str

    @property
    def body(self) -> dict[str, str]:
        return {"theme": self.theme, "language": self.language}


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that one visitor's touches made; replaced whole for the next visitor, so that no trace remains."""

    language: str = FIRST_LANGUAGE
    page: str = "themes"
    theme: str = ""
    issuing: bool = False
    ticket: Given = Given()
    print_state: str = ""
    notice_code: str = ""
    idle_s: int = 0


@dataclass(frozen=True, slots=True)
class KioskProps:
    """What the screen shows; a pure function of the visit, the offers and the connection."""

    connected: bool = False
    doors_open: bool = False
    sample: bool = False
    site_name: str = ""
    tagline: str = ""
    language: str = FIRST_LANGUAGE
    page: str = STARTING
    theme_label: str = ""
    theme_pictogram: str = ""
    theme_colour: str = NO_THEME_COLOUR
    theme_served: bool = False
    theme_waiting: int = 0
    reception_place: str = ""
    issuing: bool = False
    ticket_number: str = ""
    ticket_zone: str = ""
    people_ahead: int = 0
    band_text: str = ""
    ticket_qr: str = ""
    follow_url: str = ""
    paper_offered: bool = False
    print_state: str = ""
    notice: str = ""
    still_there: bool = False
    seconds_left: int = 0


@QmlElement
@QmlUncreatable("made by the kiosk's composition root")
class KioskViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """Composed from what the hub offers and one visitor's touches. ``tick`` is called once a second."""

    connectedChanged = Signal()
    doorsOpenChanged = Signal()
    sampleChanged = Signal()
    siteNameChanged = Signal()
    taglineChanged = Signal()
    languageChanged = Signal()
    pageChanged = Signal()
    themeLabelChanged = Signal()
    themePictogramChanged = Signal()
    themeColourChanged = Signal()
    themeServedChanged = Signal()
    themeWaitingChanged = Signal()
    receptionPlaceChanged = Signal()
    issuingChanged = Signal()
    ticketNumberChanged = Signal()
    ticketZoneChanged = Signal()
    peopleAheadChanged = Signal()
    bandTextChanged = Signal()
    ticketQrChanged = Signal()
    followUrlChanged = Signal()
    paperOfferedChanged = Signal()
    printStateChanged = Signal()
    noticeChanged = Signal()
    stillThereChanged = Signal()
    secondsLeftChanged = Signal()

    paperAsked = Signal(object)

    def __init__(
        self,
        mirror: KioskMirror,
        client: HubClient,
        pictogram_url: PictogramUrl,
        qr_image: QrImage,
        paper_offered: bool,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mirror = mirror
        self._client = client
        self._pictogram_url = pictogram_url
        self._qr_image = qr_image
        self._paper_offered = paper_offered
        self._clock = clock
        self._visit = Visit()
        self._attempt: Attempt | None = None
        self._props = KioskProps()
        self._languages = RecordsModel(LanguageRow, self)
        self._themes = RecordsModel(ThemeRow, self)
        self._services = RecordsModel(ServiceRow, self)
        mirror.changed.connect(self._refresh)

    @Property(bool, notify=connectedChanged)
    def connected(self) -> bool:
        return self._props.connected

    @Property(bool, notify=doorsOpenChanged)
    def doorsOpen(self) -> bool:
        return self._props.doors_open

    @Property(bool, notify=sampleChanged)
    def sample(self) -> bool:
        return self._props.sample

    @Property(str, notify=siteNameChanged)
    def siteName(self) -> str:
        return self._props.site_name

    @Property(str, notify=taglineChanged)
    def tagline(self) -> str:
        return self._props.tagline

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._props.language

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._props.page

    @Property(QAbstractItemModel, constant=True)
    def languages(self) -> QAbstractItemModel:
        return self._languages

    @Property(QAbstractItemModel, constant=True)
    def themes(self) -> QAbstractItemModel:
        return self._themes

    @Property(QAbstractItemModel, constant=True)
    def services(self) -> QAbstractItemModel:
        return self._services

    @Property(str, notify=themeLabelChanged)
    def themeLabel(self) -> str:
        return self._props.theme_label

    @Property(str, notify=themePictogramChanged)
    def themePictogram(self) -> str:
        return self._props.theme_pictogram

    @Property(str, notify=themeColourChanged)
    def themeColour(self) -> str:
        return self._props.theme_colour

    @Property(bool, notify=themeServedChanged)
    def themeServed(self) -> bool:
        return self._props.theme_served

    @Property(int, notify=themeWaitingChanged)
    def themeWaiting(self) -> int:
        return self._props.theme_waiting

    @Property(str, notify=receptionPlaceChanged)
    def receptionPlace(self) -> str:
        return self._props.reception_place

    @Property(bool, notify=issuingChanged)
    def issuing(self) -> bool:
        return self._props.issuing

    @Property(str, notify=ticketNumberChanged)
    def ticketNumber(self) -> str:
        return self._props.ticket_number

    @Property(str, notify=ticketZoneChanged)
    def ticketZone(self) -> str:
        return self._props.ticket_zone

    @Property(int, notify=peopleAheadChanged)
    def peopleAhead(self) -> int:
        return self._props.people_ahead

    @Property(str, notify=bandTextChanged)
    def bandText(self) -> str:
        return self._props.band_text

    @Property(str, notify=ticketQrChanged)
    def ticketQr(self) -> str:
        return self._props.ticket_qr

    @Property(str, notify=followUrlChanged)
    def followUrl(self) -> str:
        return self._props.follow_url

    @Property(bool, notify=paperOfferedChanged)
    def paperOffered(self) -> bool:
        return self._props.paper_offered

    @Property(str, notify=printStateChanged)
    def printState(self) -> str:
        return self._props.print_state

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(bool, notify=stillThereChanged)
    def stillThere(self) -> bool:
        return self._props.still_there

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        return self._props.seconds_left

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        site = self._mirror.site
        if site is not None and code in site.languages:
            self._change(language=code)

    @Slot(str)
    def chooseTheme(self, theme_id: str) -> None:
        if self._props.page == "themes":
            self._change(page="theme", theme=theme_id, notice_code="")

    @Slot()
    def showHelp(self) -> None:
        if self._props.page in CHOOSING and not self._visit.issuing:
            self._change(page="help", notice_code="")

    @Slot()
    def showLook(self) -> None:
        if self._props.page in CHOOSING and not self._visit.issuing:
            self._change(page="look", notice_code="")

    @Slot()
    def back(self) -> None:
        if self._props.page in CHOOSING and not self._visit.issuing:
            self._change(page="themes", theme="", notice_code="")

    @Slot()
    def takeTicket(self) -> None:
        """Ask for a number. A second tap while the first is under way changes nothing."""
        if self._props.page != "theme" or self._visit.issuing:
            return
        # An attempt outlives its failure: if it did reach the hub, the next touch gets that very ticket.
        before = self._attempt
        if before is None or (before.theme, before.language) != (self._visit.theme, self._visit.language):
            self._give_back()
            self._attempt = Attempt(new_key(), self._visit.theme, self._visit.language)
        attempt = cast(Attempt, self._attempt)
        self._change(issuing=True, notice_code="")
        self._client.send("POST", "/tickets", attempt.body, self._take_answer, attempt.key)

    @Slot()
    def printTicket(self) -> None:
        if self._visit.ticket.number and self._visit.print_state in ("", "failed") and self._paper_offered:
            self._change(print_state="printing")
            self.paperAsked.emit(self._paper())

    @Slot()
    def finish(self) -> None:
        """This visit is over: the next visitor finds nothing of it."""
        self._give_back()
        self._visit = replace(Visit(), language=self._first_language())
        self._refresh()

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._change(idle_s=0)

    @Slot()
    def tick(self) -> None:
        """One second went by."""
        at_rest = self._visit == replace(Visit(), language=self._first_language(), idle_s=self._visit.idle_s)
        idle_s = 0 if at_rest or self._visit.issuing else self._visit.idle_s + 1
        if idle_s >= self._patience_s():
            self.finish()
        else:
            self._change(idle_s=idle_s)

    @Slot(str)
    def paperCame(self, follow_url: str) -> None:
        """The paper with this address went through."""
        self._end_printing(follow_url, "printed")

    @Slot(str)
    def paperFailed(self, follow_url: str) -> None:
        """The paper with this address did not go through whole."""
        self._end_printing(follow_url, "failed")

    @Slot()
    def retranslate(self) -> None:
        """The texts made here follow a new language of the screen."""
        self._refresh()

    def _end_printing(self, follow_url: str, print_state: str) -> None:
        # A slow printer may still be at the paper of the visitor before.
        if self._visit.print_state == "printing" and follow_url == self._visit.ticket.follow_url:
            self._change(print_state=print_state, idle_s=0)

    def _take_answer(self, reply: Reply) -> None:
        if 0 < reply.status < 500:
            self._attempt = None
        if not reply.ok:
            self._change(issuing=False, notice_code=reply.code)
            return
        ticket = Given(
            int(reply.body["number"]),
            str(reply.body["follow_url"]),
            str(reply.body["zone"]),
            int(reply.body["people_ahead"]),
            _band(reply.body["band"]),
            self._qr_image(str(reply.body["follow_url"])),
        )
        self._change(issuing=False, ticket=ticket, page="ticket", notice_code="", idle_s=0)

    def _awaits_paper(self, number: int) -> bool:
        return self._visit.print_state == "printing" and self._visit.ticket.number == number

    def _give_back(self) -> None:
        """Nobody waits for the answer of a failed attempt any more: if it made a ticket, no ghost shall wait."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            self._client.send(
                "POST", "/tickets", attempt.body, self._withdraw, attempt.key, patience_ms=GIVE_BACK_WITHIN_MS
            )

    def _withdraw(self, reply: Reply) -> None:
        if reply.ok:
            path = f"/tickets/{reply.body['id']}/withdraw"
            self._client.send("POST", path, patience_ms=GIVE_BACK_WITHIN_MS)

    def _change(self, **changes: object) -> None:
        self._visit = replace(self._visit, **changes)  # type: ignore[arg-type]
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        site = self._mirror.site
        if site is not None and self._visit.language not in site.languages:
            self._visit = replace(self._visit, language=site.languages[0])
        before, self._props = self._props, self._derive(site)
        # The language first: texts that change with it are asked for while its change is told.
        emit_changes(self, before, self._props)
        if site is not None:
            self._show_lists(site)

    def _derive(self, site: Site | None) -> KioskProps:
        visit = self._visit
        if site is None:
            page = STARTING if self._client.looking else "offline"
            return KioskProps(connected=self._client.connected, page=page)
        language = visit.language
        theme = site.theme(visit.theme)
        offer = next((offer for offer in self._mirror.offers.themes if offer.theme == visit.theme), None)
        zone = site.zone(visit.ticket.zone)
        patience_s = self._patience_s()
        page = self._page()
        return KioskProps(
            connected=self._client.connected,
            doors_open=self._mirror.offers.is_open,
            sample=site.sample,
            site_name=site.name,
            tagline=label_in(site.tagline, language),
            language=language,
            page=page,
            theme_label=label_in(theme.label, language) if theme else "",
            theme_pictogram=self._pictogram_url(theme.pictogram) if theme else "",
            theme_colour=theme.colour if theme else NO_THEME_COLOUR,
            theme_served=offer is not None and offer.served,
            theme_waiting=offer.waiting if offer else 0,
            reception_place=label_in(site.reception, language),
            issuing=visit.issuing,
            ticket_number=str(visit.ticket.number) if visit.ticket.number else "",
            ticket_zone=label_in(zone.label, language) if zone else "",
            people_ahead=visit.ticket.people_ahead,
            band_text=_band_text(visit.ticket.band),
            ticket_qr=visit.ticket.qr,
            follow_url=visit.ticket.follow_url,
            paper_offered=self._paper_offered,
            print_state=visit.print_state,
            # Offline there is nothing to touch again.
            notice=self._notice(visit.notice_code) if page != "offline" else "",
            still_there=visit.page != "ticket" and visit.idle_s >= ASK_AFTER_S,
            seconds_left=max(0, patience_s - visit.idle_s),
        )

    def _page(self) -> str:
        # A number in hand stays on the screen whatever happens to the hub or the doors.
        if self._visit.page == "ticket" or self._visit.issuing:
            return self._visit.page
        if not self._client.connected:
            return "offline"
        return self._visit.page if self._mirror.offers.is_open else "closed"

    def _patience_s(self) -> int:
        return TICKET_SHOWN_S if self._visit.page == "ticket" else ASK_AFTER_S + ANSWER_WITHIN_S

    def _first_language(self) -> str:
        site = self._mirror.site
        return site.languages[0] if site is not None else FIRST_LANGUAGE

    def _notice(self, code: str) -> str:
        if not code:
            return ""
        if code == "day_not_open":
            return translate("KioskViewModel", "Nous venons de fermer. L’accueil peut encore vous renseigner.")
        if code == "hub_unreachable":
            return translate(
                "KioskViewModel",
                "La borne n’a pas pu vous donner de numéro. Touchez encore, ou passez à l’accueil.",
            )
        return translate("KioskViewModel", "Un souci est survenu. Touchez encore, ou passez à l’accueil.")

    def _show_lists(self, site: Site) -> None:
        language = self._visit.language
        self._languages.show([LanguageRow(code, language_name(code), code == language) for code in site.languages])
        offers = {offer.theme: offer for offer in self._mirror.offers.themes}
        self._themes.show([self._theme_row(theme, offers.get(theme.id)) for theme in site.themes])
        theme = site.theme(self._visit.theme)
        services = theme.services if self._visit.page == "theme" and theme is not None else ()
        self._services.show(
            [self._service_row(at, service) for at, service in enumerate(services or site.services)]
        )

    def _theme_row(self, theme: Theme, offer: object) -> ThemeRow:
        served, waiting = getattr(offer, "served", False), getattr(offer, "waiting", 0)
        label = label_in(theme.label, self._visit.language)
        return ThemeRow(theme.id, label, self._pictogram_url(theme.pictogram), theme.colour, served, waiting)

    def _service_row(self, at: int, service: Service) -> ServiceRow:
        language = self._visit.language
        return ServiceRow(
            f"{at}-{service.kind}",
            service.kind,
            label_in(service.label, language),
            label_in(service.place, language),
            self._pictogram_url(SERVICE_PICTOGRAMS[service.kind]),
        )

    def _paper(self) -> TicketPaper:
        props = self._props
        site = self._mirror.site
        zone_name = site.timezone if site is not None else "UTC"
        return TicketPaper(
            site_name=props.site_name,
            number=self._visit.ticket.number,
            number_heading=translate("KioskViewModel", "Votre numéro"),
            where=(translate("KioskViewModel", "Installez-vous ici\u00a0:"), props.ticket_zone),
            date_text=_date_text(self._clock(), zone_name, props.language),
            follow_url=props.follow_url,
            follow_text=translate(
                "KioskViewModel", "Suivez votre tour sur votre téléphone. Aucune donnée personnelle."
            ),
            welcome=translate("KioskViewModel", "Bienvenue. {tagline}.").format(tagline=props.tagline),
            band_text=props.band_text or None,
        )


def _band(answered: Mapping[str, int] | None) -> tuple[int, int] | None:
    return (answered["low_min"], answered["high_min"]) if answered is not None else None


def _band_text(band: tuple[int, int] | None) -> str:
    """A wait as people say it: an interval in minutes, never a precise one."""
    if band is None:
        return ""
    low, high = band
    if low == 0:
        return translate("KioskViewModel", "moins de {high} min").format(high=high)
    return translate("KioskViewModel", "{low} à {high} min").format(low=low, high=high)


def _date_text(moment: datetime, zone: str, language: str) -> str:
    """Date and time at the site's door, in words of the visitor's language."""
    local = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000), QTimeZone(zone.encode()))
    # English as Europe writes dates: the day before the month.
    locale = QLocale("en_GB" if language == "en" else language)
    time_format = "H 'h' mm" if language == "fr" else "H:mm"
    day = locale.toString(local.date(), QLocale.FormatType.LongFormat)
    return f"{day}, {locale.toString(local.time(), time_format)}"
