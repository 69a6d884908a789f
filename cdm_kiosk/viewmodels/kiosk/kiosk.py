"""The kiosk: from "what brings you" to a number in hand, and back to the welcome for the next person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QAbstractItemModel, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import Answered, HubClient, Reply
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.client.orders import UNTIL_ANSWERED_MS, Orders
from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.site import RECEPTION
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from cdm_kiosk.viewmodels.kiosk.visit import (
    CHOOSING,
    FIRST_LANGUAGE,
    Given,
    KioskProps,
    PictogramUrl,
    ServiceRow,
    Supply,
    Surroundings,
    ThemeRow,
    Visit,
    derive,
    service_rows,
    theme_rows,
    ticket_facts,
    ticket_id,
)
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from cdm_kiosk.viewmodels.shared.searching import searching_text
from cdm_kiosk.viewmodels.shared.shown import RecordsModel, emit_changes

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

QrImage = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class LanguageRow:
    code: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class Attempt:
    """A ticket asked for whose outcome is not known yet, so that asking again cannot make a second one."""

    theme: str
    language: str

    @property
    def values(self) -> dict[str, str]:
        return {"theme": self.theme, "language": self.language}


@QmlElement
@QmlUncreatable("made by the kiosk's composition root")
class KioskViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """Composed from what the hub offers and one visitor's touches. ``tick`` is called once a second."""

    connectedChanged = Signal()
    searchingTextChanged = Signal()
    doorsOpenChanged = Signal()
    sampleChanged = Signal()
    rehearsalChanged = Signal()
    siteNameChanged = Signal()
    taglineChanged = Signal()
    accentChanged = Signal()
    languageChanged = Signal()
    languageNameChanged = Signal()
    otherLanguagesChanged = Signal()
    unnamedLanguagesChanged = Signal()
    pageChanged = Signal()
    opensTextChanged = Signal()
    opensTodayChanged = Signal()
    mayOpenSoonerChanged = Signal()
    themeLabelChanged = Signal()
    themePictogramChanged = Signal()
    themeColourChanged = Signal()
    themeServedChanged = Signal()
    themeFullChanged = Signal()
    themePausedChanged = Signal()
    themeMessageChanged = Signal()
    themeMessageSaidChanged = Signal()
    themeMessageInChanged = Signal()
    """Both for the voice alone: the message without the name of its language, and that language."""
    themeWaitingChanged = Signal()
    themeBandChanged = Signal()
    themeNextChanged = Signal()
    deskServedChanged = Signal()
    deskWaitingChanged = Signal()
    deskBandChanged = Signal()
    receptionPlaceChanged = Signal()
    issuingChanged = Signal()
    ticketNumberChanged = Signal()
    ticketAtDeskChanged = Signal()
    ticketZoneChanged = Signal()
    peopleAheadChanged = Signal()
    bandTextChanged = Signal()
    ticketNoWaitChanged = Signal()
    comeBackTextChanged = Signal()
    ticketQrChanged = Signal()
    followUrlChanged = Signal()
    paperChanged = Signal()
    printStateChanged = Signal()
    noticeChanged = Signal()
    stillThereChanged = Signal()
    secondsLeftChanged = Signal()
    speechChanged = Signal()
    volumeChanged = Signal()
    largeTextChanged = Signal()
    highContrastChanged = Signal()
    lowReachChanged = Signal()
    picturesFirstChanged = Signal()

    paperAsked = Signal(object)
    paperSettled = Signal(str)

    def __init__(
        self,
        mirror: KioskMirror,
        client: HubClient,
        orders: Orders,
        pictogram_url: PictogramUrl,
        qr_image: QrImage,
        paper: Callable[[TicketFacts], TicketPaper],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paper = paper
        self._mirror = mirror
        self._client = client
        self._orders = orders
        self._pictogram_url = pictogram_url
        self._qr_image = qr_image
        self._supply = Supply.NEVER
        # Addresses of papers on their way, whose visitors went on without them.
        self._done_without: set[str] = set()
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

    @Property(str, notify=searchingTextChanged)
    def searchingText(self) -> str:
        """Where the hub is looked for; "" once it was heard."""
        return self._props.searching_text

    @Property(bool, notify=doorsOpenChanged)
    def doorsOpen(self) -> bool:
        return self._props.doors_open

    @Property(bool, notify=sampleChanged)
    def sample(self) -> bool:
        return self._props.sample

    @Property(bool, notify=rehearsalChanged)
    def rehearsal(self) -> bool:
        return self._props.rehearsal

    @Property(str, notify=siteNameChanged)
    def siteName(self) -> str:
        return self._props.site_name

    @Property(str, notify=taglineChanged)
    def tagline(self) -> str:
        return self._props.tagline

    @Property(str, notify=accentChanged)
    def accent(self) -> str:
        return self._props.accent

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._props.language

    @Property(str, notify=languageNameChanged)
    def languageName(self) -> str:
        return self._props.language_name

    @Property(str, notify=otherLanguagesChanged)
    def otherLanguages(self) -> str:
        return self._props.other_languages

    @Property(int, notify=unnamedLanguagesChanged)
    def unnamedLanguages(self) -> int:
        return self._props.unnamed_languages

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        return self._props.page

    @Property(str, notify=opensTextChanged)
    def opensText(self) -> str:
        return self._props.opens_text

    @Property(bool, notify=opensTodayChanged)
    def opensToday(self) -> bool:
        return self._props.opens_today

    @Property(bool, notify=mayOpenSoonerChanged)
    def mayOpenSooner(self) -> bool:
        return self._props.may_open_sooner

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

    @Property(bool, notify=themeFullChanged)
    def themeFull(self) -> bool:
        return self._props.theme_full

    @Property(bool, notify=themePausedChanged)
    def themePaused(self) -> bool:
        return self._props.theme_paused

    @Property(str, notify=themeMessageChanged)
    def themeMessage(self) -> str:
        return self._props.theme_message

    @Property(int, notify=themeWaitingChanged)
    def themeWaiting(self) -> int:
        return self._props.theme_waiting

    @Property(str, notify=themeBandChanged)
    def themeBand(self) -> str:
        return self._props.theme_band

    @Property(str, notify=themeNextChanged)
    def themeNext(self) -> str:
        return self._props.theme_next

    @Property(bool, notify=deskServedChanged)
    def deskServed(self) -> bool:
        return self._props.desk_served

    @Property(int, notify=deskWaitingChanged)
    def deskWaiting(self) -> int:
        return self._props.desk_waiting

    @Property(str, notify=deskBandChanged)
    def deskBand(self) -> str:
        return self._props.desk_band

    @Property(str, notify=receptionPlaceChanged)
    def receptionPlace(self) -> str:
        return self._props.reception_place

    @Property(bool, notify=issuingChanged)
    def issuing(self) -> bool:
        return self._props.issuing

    @Property(str, notify=ticketNumberChanged)
    def ticketNumber(self) -> str:
        return self._props.ticket_number

    @Property(bool, notify=ticketAtDeskChanged)
    def ticketAtDesk(self) -> bool:
        return self._props.ticket_at_desk

    @Property(str, notify=ticketZoneChanged)
    def ticketZone(self) -> str:
        return self._props.ticket_zone

    @Property(int, notify=peopleAheadChanged)
    def peopleAhead(self) -> int:
        return self._props.people_ahead

    @Property(bool, notify=ticketNoWaitChanged)
    def ticketNoWait(self) -> bool:
        """Whether a table is free for the number: the wait is said without minutes, and without a lead."""
        return self._props.ticket_no_wait

    @Property(str, notify=bandTextChanged)
    def bandText(self) -> str:
        return self._props.band_text

    @Property(str, notify=comeBackTextChanged)
    def comeBackText(self) -> str:
        return self._props.come_back_text

    @Property(str, notify=ticketQrChanged)
    def ticketQr(self) -> str:
        return self._props.ticket_qr

    @Property(str, notify=followUrlChanged)
    def followUrl(self) -> str:
        return self._props.follow_url

    @Property(str, notify=paperChanged)
    def paper(self) -> str:
        return self._props.paper

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

    @Property(bool, notify=speechChanged)
    def speech(self) -> bool:
        return self._props.speech

    @Property(int, notify=volumeChanged)
    def volume(self) -> int:
        return self._props.volume

    @Property(bool, notify=largeTextChanged)
    def largeText(self) -> bool:
        return self._props.large_text

    @Property(bool, notify=highContrastChanged)
    def highContrast(self) -> bool:
        return self._props.high_contrast

    @Property(bool, notify=lowReachChanged)
    def lowReach(self) -> bool:
        return self._props.low_reach

    @Property(bool, notify=picturesFirstChanged)
    def picturesFirst(self) -> bool:
        return self._props.pictures_first

    @property
    def shown(self) -> KioskProps:
        """The whole screen, for who says it instead of showing it."""
        return self._props

    @property
    def shown_services(self) -> Sequence[ServiceRow]:
        """What the page shows that needs no ticket."""
        return self._services.rows

    def spoken(self, language: str) -> str:
        """A language with the region that the site speaks it in."""
        site = self._mirror.site
        return site.spoken(language) if site is not None else language

    @property
    def comfort(self) -> Comfort:
        return self._visit.comfort

    def prefer(self, comfort: Comfort) -> None:
        """Be as this visitor wants it, until the visit is over."""
        self._change(comfort=comfort, idle_s=0)

    @Slot()
    def toggleLargeText(self) -> None:
        self.prefer(replace(self.comfort, large_text=not self.comfort.large_text))

    @Slot()
    def toggleHighContrast(self) -> None:
        self.prefer(replace(self.comfort, high_contrast=not self.comfort.high_contrast))

    @Slot()
    def toggleLowReach(self) -> None:
        self.prefer(replace(self.comfort, low_reach=not self.comfort.low_reach))

    @Slot()
    def togglePictures(self) -> None:
        self.prefer(replace(self.comfort, pictures_first=not self.comfort.pictures_first))

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        site = self._mirror.site
        if site is not None and code in site.languages:
            self._change(language=code, choosing_language=False)

    @Slot()
    def showLanguages(self) -> None:
        """All languages of the house; choosing one, or going back, shows again what was there."""
        if not self._visit.issuing:
            self._change(choosing_language=True)

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
        if self._visit.choosing_language:
            self._change(choosing_language=False)
        elif self._props.page in CHOOSING and not self._visit.issuing:
            self._change(page="themes", theme="", asked="", notice_code="")

    @Slot()
    def takeTicket(self) -> None:
        """Ask for a number for the theme. A second tap while the first is under way changes nothing."""
        if self._props.page == "theme":
            self._ask_for(self._visit.theme)

    @Slot()
    def takeDeskTicket(self) -> None:
        """Ask for a number to talk to reception, which knows whom to send whoever does not know to."""
        if self._props.page in ("help", "theme"):
            self._ask_for(RECEPTION)

    @Slot()
    def printTicket(self) -> None:
        may_come = self._supply in (Supply.READY, Supply.LOW)
        if self._visit.ticket.number and self._visit.print_state == "" and may_come:
            self._change(print_state="printing")
            site = self._mirror.site
            assert site is not None
            self.paperAsked.emit(self._paper(ticket_facts(self._visit, site, self._clock())))

    @Slot()
    def finish(self) -> None:
        """The visitor says that this visit is over: with the number on paper, on the phone, or in mind."""
        if self._visit.print_state == "printing":
            self._done_without.add(self._visit.ticket.follow_url)
        elif self._visit.print_state == "failed":
            self.paperSettled.emit(self._visit.ticket.follow_url)
        self._end_visit()

    @Slot()
    def abandon(self) -> None:
        """Nobody is there any more. Who got no paper and kept no number in mind cannot be called by it."""
        if self._visit.is_without_paper:
            self._withdraw_unprinted(self._visit.ticket.follow_url)
        self._end_visit()

    def _end_visit(self) -> None:
        """The next visitor finds nothing of this one."""
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
        if idle_s >= self._visit.patience_s:
            self.abandon()
        else:
            self._change(idle_s=idle_s)

    @Slot(str)
    def paperCame(self, follow_url: str) -> None:
        """The paper with this address went through."""
        if not self._end_printing(follow_url, "printed"):
            self._done_without.discard(follow_url)

    @Slot(str)
    def paperFailed(self, follow_url: str) -> None:
        """The paper with this address did not go through whole; who left before waits for nobody."""
        if self._end_printing(follow_url, "failed"):
            return
        if follow_url in self._done_without:
            self._done_without.discard(follow_url)
            self.paperSettled.emit(follow_url)
        else:
            self._withdraw_unprinted(follow_url)

    def paper_of(self, issued: Mapping[str, Any], language: str | None) -> TicketPaper | None:
        """The paper of a ticket as the hub has it now (``wire.IssuedTicket``); None before the hub was heard."""
        site = self._mirror.site
        if site is None:
            return None
        visit = Visit(language or site.languages[0], ticket=Given.of(issued, ""))
        return self._paper(ticket_facts(visit, site, self._clock()))

    @Slot(bool)
    def offerPaper(self, offered: bool) -> None:
        """Whether there is a printer at all."""
        self._supply = Supply.READY if offered else Supply.NEVER
        self._refresh()

    @Slot(str)
    def paperDoubted(self, follow_url: str) -> None:
        """Nobody knows whether the paper with this address came, nor who has it: reception sees to it."""
        told = {"ticket": ticket_id(follow_url), "came": False}
        self._orders.ask("paper", told, partial(self._settle, follow_url), patience_ms=UNTIL_ANSWERED_MS)

    @Slot(str, bool)
    def paperIs(self, problem: str, near_end: bool) -> None:
        """How the printer is, by a Problem's text: where paper is short, "without paper" comes first."""
        # The last word of a printer that is not used any more brings nothing back.
        if self._supply is not Supply.NEVER:
            self._supply = Supply.MISSING if problem else Supply.LOW if near_end else Supply.READY
            self._refresh()

    @Slot()
    def retranslate(self) -> None:
        """The texts made here follow a new language of the screen."""
        self._refresh()

    def _end_printing(self, follow_url: str, print_state: str) -> bool:
        """Say it to the visitor whose paper it is; False where a slow printer is still at the one before."""
        is_theirs = self._visit.print_state == "printing" and follow_url == self._visit.ticket.follow_url
        if is_theirs:
            self._change(print_state=print_state, idle_s=0)
        return is_theirs

    def _ask_for(self, theme: str) -> None:
        if self._visit.issuing:
            return
        # An attempt outlives its failure: if it did reach the hub, the next touch gets that very ticket.
        attempt = Attempt(theme, self._visit.language)
        if self._attempt != attempt:
            self._give_back()
            self._attempt = attempt
        self._change(issuing=True, asked=theme, notice_code="")
        self._orders.ask("issue", attempt.values, self._take_answer, once=True)

    def _take_answer(self, reply: Reply) -> None:
        if reply.is_decided:
            self._attempt = None
        if not reply.ok:
            self._change(issuing=False, notice_code=reply.code)
            return
        ticket = Given.of(reply.body, self._qr_image(str(reply.body["follow_url"])))
        self._change(issuing=False, ticket=ticket, page="ticket", notice_code="", idle_s=0)

    def _give_back(self) -> None:
        """Nobody waits for the answer of a failed attempt any more: if it made a ticket, no ghost shall wait."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            self._orders.ask_again("issue", attempt.values, self._withdraw_made)

    def _withdraw_made(self, reply: Reply) -> None:
        if reply.ok:
            self._withdraw(str(reply.body["id"]))

    def _withdraw(self, ticket: str, answered: Answered | None = None) -> None:
        self._orders.ask("withdraw", {"ticket": ticket}, answered, patience_ms=UNTIL_ANSWERED_MS)

    def _withdraw_unprinted(self, follow_url: str) -> None:
        self._withdraw(ticket_id(follow_url), partial(self._settle, follow_url))

    def _settle(self, follow_url: str, reply: Reply) -> None:
        """Without an answer the next start of this kiosk sees to it."""
        if reply.is_decided:
            self.paperSettled.emit(follow_url)

    def _change(self, **changes: object) -> None:
        self._visit = replace(self._visit, **changes)  # type: ignore[arg-type]
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        site = self._mirror.site
        if site is not None and self._visit.language not in site.languages:
            self._visit = replace(self._visit, language=site.languages[0])
        around = self._surroundings()
        before, self._props = self._props, derive(self._visit, around, self._pictogram_url)
        # The language first: texts that change with it are asked for while its change is told.
        emit_changes(self, before, self._props)
        if site is not None:
            current = self._visit.language
            self._languages.show(
                [LanguageRow(code, language_name(code), code == current) for code in site.languages]
            )
            self._themes.show(theme_rows(self._visit, around, site, self._pictogram_url))
            self._services.show(service_rows(self._props.page, self._visit, site, self._pictogram_url))

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            self._mirror.site,
            self._mirror.offers,
            self._client.connected,
            self._client.looking,
            self._supply,
            self._clock(),
            self._mirror.clock.tempo is not None,
            searching_text(self._client),
        )

    def _first_language(self) -> str:
        site = self._mirror.site
        return site.languages[0] if site is not None else FIRST_LANGUAGE
