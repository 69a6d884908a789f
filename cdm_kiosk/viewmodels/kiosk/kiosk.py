"""The kiosk: from "what brings you" to a number in hand, and back to the welcome for the next person.

What needs the site (``screen.py``, the domain) loads with the first snapshot, after the window's first frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from cdm_kiosk.viewmodels.kiosk.visit import (
    CHOOSING,
    FIRST_LANGUAGE,
    Given,
    KioskProps,
    PictogramUrl,
    Supply,
    Visit,
    unheard,
)
from cdm_kiosk.viewmodels.shared.searching import searching_text
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

if TYPE_CHECKING:
    from cdm_kiosk.printing.layout import TicketPaper
    from cdm_kiosk.viewmodels.shared.paper import TicketFacts

WITHDRAW_WITHIN_MS = 600_000

QrImage = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A ticket asked for whose outcome is not known yet, so that asking again cannot make a second one."""

    ticket: str
    theme: str
    language: str


@known_to_qml
class KioskViewModel(ViewModel[KioskProps]):
    """Composed from what the hub offers and one visitor's touches. ``tick`` is called once a second."""

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
        super().__init__(KioskProps(), parent)
        self._paper = paper
        self._mirror = mirror
        self._client = client
        self._orders = orders
        self._pictogram_url = pictogram_url
        self._qr_image = qr_image
        self._supply = Supply.NEVER
        # Tickets whose papers are on their way, whose visitors went on without them.
        self._done_without: set[str] = set()
        self._clock = clock
        self._visit = Visit()
        self._attempt: Attempt | None = None
        mirror.changed.connect(self._refresh)

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
        if self.props.page == "themes":
            self._change(page="theme", theme=theme_id, notice_code="")

    @Slot()
    def showHelp(self) -> None:
        if self.props.page in CHOOSING and not self._visit.issuing:
            self._change(page="help", notice_code="")

    @Slot()
    def showLook(self) -> None:
        if self.props.page in CHOOSING and not self._visit.issuing:
            self._change(page="look", notice_code="")

    @Slot()
    def back(self) -> None:
        if self._visit.choosing_language:
            self._change(choosing_language=False)
        elif self.props.page in CHOOSING and not self._visit.issuing:
            self._change(page="themes", theme="", asked="", notice_code="")

    @Slot()
    def takeTicket(self) -> None:
        """Ask for a number for the theme. A second tap while the first is under way changes nothing."""
        if self.props.page == "theme":
            self._ask_for(self._visit.theme)

    @Slot()
    def takeDeskTicket(self) -> None:
        """Ask for a number to talk to reception, which knows whom to send whoever does not know to."""
        if self.props.page in ("help", "theme"):
            from cdm_kiosk.domain.site import RECEPTION

            self._ask_for(RECEPTION)

    @Slot()
    def printTicket(self) -> None:
        may_come = self._supply in (Supply.READY, Supply.LOW)
        if self._visit.ticket.number and self._visit.print_state == "" and may_come:
            self._change(print_state="printing")
            site = self._mirror.site
            assert site is not None
            from cdm_kiosk.viewmodels.kiosk.screen import ticket_facts

            self.paperAsked.emit(self._paper(ticket_facts(self._visit, site, self._clock())))

    @Slot()
    def finish(self) -> None:
        """The visitor says that this visit is over: with the number on paper, on the phone, or in mind."""
        if self._visit.print_state == "printing":
            self._done_without.add(self._visit.ticket.id)
        elif self._visit.print_state == "failed":
            self.paperSettled.emit(self._visit.ticket.id)
        self._end_visit()

    @Slot()
    def abandon(self) -> None:
        """Nobody is there any more. Who got no paper and kept no number in mind cannot be called by it."""
        if self._visit.is_without_paper:
            self._withdraw_unprinted(self._visit.ticket.id)
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
    def paperCame(self, ticket: str) -> None:
        """The paper of this ticket went through."""
        if not self._end_printing(ticket, "printed"):
            self._done_without.discard(ticket)

    @Slot(str)
    def paperFailed(self, ticket: str) -> None:
        """The paper of this ticket did not go through whole; who left before waits for nobody."""
        if self._end_printing(ticket, "failed"):
            return
        if ticket in self._done_without:
            self._done_without.discard(ticket)
            self.paperSettled.emit(ticket)
        else:
            self._withdraw_unprinted(ticket)

    @Slot(bool)
    def offerPaper(self, offered: bool) -> None:
        """Whether there is a printer at all."""
        self._supply = Supply.READY if offered else Supply.NEVER
        self._refresh()

    @Slot(str)
    def paperDoubted(self, ticket: str) -> None:
        """Nobody knows whether the paper of this ticket came, nor who has it: reception sees to it."""
        self._orders.keep("paper", {"ticket": ticket, "came": False}, partial(self._settle, ticket))

    @Slot(str, bool)
    def paperIs(self, problem: str, near_end: bool) -> None:
        """How the printer is, by a PrinterProblem's text: where paper is short, "without paper" comes first."""
        # The last word of a printer that is not used any more brings nothing back.
        if self._supply is not Supply.NEVER:
            self._supply = Supply.MISSING if problem else Supply.LOW if near_end else Supply.READY
            self._refresh()

    @Slot()
    def retranslate(self) -> None:
        """The texts made here follow a new language of the screen."""
        self._refresh()

    def _end_printing(self, ticket: str, print_state: str) -> bool:
        """Say it to the visitor whose paper it is; False where a slow printer is still at the one before."""
        is_theirs = self._visit.print_state == "printing" and ticket == self._visit.ticket.id
        if is_theirs:
            self._change(print_state=print_state, idle_s=0)
        return is_theirs

    def _ask_for(self, theme: str) -> None:
        if self._visit.issuing:
            return
        from secrets import token_urlsafe

        from cdm_kiosk.domain.commands import TICKET_ID_BYTES

        # An attempt outlives its failure: if it did reach the hub, the next touch gets that very ticket.
        before = self._attempt
        if before is None or (before.theme, before.language) != (theme, self._visit.language):
            self._give_back()
            before = self._attempt = Attempt(token_urlsafe(TICKET_ID_BYTES), theme, self._visit.language)
        self._change(issuing=True, asked=theme, notice_code="")
        self._orders.ask("issue", asdict(before), partial(self._take_answer, before), once=True)

    def _take_answer(self, attempt: Attempt, reply: Reply) -> None:
        if attempt is not self._attempt:
            return  # given back meanwhile
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
            self._orders.keep("issue", asdict(attempt))
            self._orders.keep("withdraw", {"ticket": attempt.ticket})

    def _withdraw_unprinted(self, ticket: str) -> None:
        answered = partial(self._withdrawn, ticket)
        self._orders.ask("withdraw", {"ticket": ticket}, answered, patience_ms=WITHDRAW_WITHIN_MS)

    def _withdrawn(self, ticket: str, reply: Reply) -> None:
        if reply.is_decided:
            self.paperSettled.emit(ticket)
        else:
            # Later, the visitor may have been to reception.
            self.paperDoubted(ticket)

    def _settle(self, ticket: str, _reply: Reply) -> None:
        self.paperSettled.emit(ticket)

    def _change(self, **changes: object) -> None:
        self._visit = replace(self._visit, **changes)  # type: ignore[arg-type]
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        site, client = self._mirror.site, self._client
        if site is None:
            self._become(unheard(self._visit, client.connected, client.looking, searching_text(client)))
            return
        from cdm_kiosk.viewmodels.kiosk.screen import Surroundings, derive

        if self._visit.language not in site.languages:
            self._visit = replace(self._visit, language=site.languages[0])
        is_rehearsal = self._mirror.clock.tempo is not None
        around = Surroundings(
            site, self._mirror.offers, client.connected, self._supply, self._clock(), is_rehearsal
        )
        self._become(derive(self._visit, around, self._pictogram_url))

    def _first_language(self) -> str:
        site = self._mirror.site
        return site.languages[0] if site is not None else FIRST_LANGUAGE
