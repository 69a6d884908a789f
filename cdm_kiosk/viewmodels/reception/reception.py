"""The reception desk: who waits, every counter's state, and a number given in person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Property, QAbstractItemModel, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import NOTHING, Orders
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.floor import Floor, TicketState
from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.site import RECEPTION
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.reception import rows
from cdm_kiosk.viewmodels.reception.front import FrontViewModel
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from cdm_kiosk.viewmodels.shared.searching import searching_text
from cdm_kiosk.viewmodels.shared.shown import RecordsModel, emit_changes, once_a_turn

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FRENCH_DIGITS = "à&é\"'(-è_ç"
"""The digits' row, 0 first, typed without Shift on a French keyboard."""
ASKED_ABOUT = frozenset({"full_today", "entry_closed", "theme_paused"})
"""The house would rather not give this number; reception may, all the same."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A number that reception asks for; ``anyway`` although the house would rather not."""

    theme: str
    language: str
    people: int = 1
    accessible: bool = False
    priority: bool = False
    anyway: bool = False

    def values(self) -> dict[str, object]:
        """The wish as the hub reads it."""
        return {
            "theme": self.theme,
            "language": self.language or None,
            "accessible": self.accessible,
            "people": self.people,
            "precedence": Precedence.PRIORITY if self.priority else Precedence.NONE,
            "anyway": self.anyway,
        }


@dataclass(frozen=True, slots=True)
class ReceptionProps:
    connected: bool = False
    searching_text: str = ""
    sample: bool = False
    rehearsal: bool = False
    site_name: str = ""
    clock: str = ""
    doors_open: bool = False
    day_text: str = ""
    has_desk: bool = False
    waiting: int = 0
    receiving: int = 0
    received: int = 0
    issuing: bool = False
    anyway_text: str = ""
    last_number: str = ""
    last_follow_qr: str = ""
    last_printer: str = ""
    picked_theme: str = ""
    picked_language: str = ""
    notice: str = ""
    stations_text: str = ""
    shown: str = "line"
    search_text: str = ""
    empty_title: str = ""
    empty_text: str = ""


@QmlElement
@QmlUncreatable("made by the reception's composition root")
class ReceptionViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """The whole floor at a glance, and the hand that mends it."""

    connectedChanged = Signal()
    searchingTextChanged = Signal()
    sampleChanged = Signal()
    rehearsalChanged = Signal()
    siteNameChanged = Signal()
    clockChanged = Signal()
    doorsOpenChanged = Signal()
    dayTextChanged = Signal()
    hasDeskChanged = Signal()
    waitingChanged = Signal()
    receivingChanged = Signal()
    receivedChanged = Signal()
    issuingChanged = Signal()
    anywayTextChanged = Signal()
    lastNumberChanged = Signal()
    lastFollowQrChanged = Signal()
    lastPrinterChanged = Signal()
    pickedThemeChanged = Signal()
    pickedLanguageChanged = Signal()
    noticeChanged = Signal()
    stationsTextChanged = Signal()
    administrationAsked = Signal()
    shownChanged = Signal()
    searchTextChanged = Signal()
    emptyTitleChanged = Signal()
    emptyTextChanged = Signal()

    def __init__(
        self,
        mirror: StaffMirror,
        client: HubClient,
        orders: Orders,
        qr_image: Callable[[str], str],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mirror = mirror
        self._client = client
        self._orders = orders
        self._qr_image = qr_image
        self._now = clock
        self._desk = AdvisorViewModel(mirror, client, orders, clock=clock, parent=self)
        self._desk_counter = ""
        self._front = FrontViewModel(orders, self._take_reply, self)
        self._issuing = False
        self._refused: tuple[Wish, str] | None = None
        self._last_number = ""
        self._last_follow_qr = ""
        self._last_ticket = ""
        self._notice = ""
        self._shown = "line"
        self._search = ""
        self._picked = ""
        self._props = ReceptionProps(searching_text=searching_text(client))
        self._ticket_rows = rows.TicketRows()
        self._tickets = RecordsModel(rows.TicketRow, self)
        self._filters = RecordsModel(rows.FilterRow, self)
        self._actions = RecordsModel(rows.ActionRow, self)
        self._counters = RecordsModel(rows.CounterRow, self)
        self._themes = RecordsModel(rows.ThemeRow, self)
        self._ticket_themes = RecordsModel(rows.ThemeRow, self)
        self._languages = RecordsModel(rows.LanguageRow, self)
        self._alarms = RecordsModel(rows.AlarmRow, self)
        self._soon = once_a_turn(self._refresh, self)
        mirror.changed.connect(self._soon.start)

    @Property(bool, notify=connectedChanged)
    def connected(self) -> bool:
        return self._props.connected

    @Property(str, notify=searchingTextChanged)
    def searchingText(self) -> str:
        """Where the hub is looked for; "" once it was heard."""
        return self._props.searching_text

    @Property(bool, notify=sampleChanged)
    def sample(self) -> bool:
        return self._props.sample

    @Property(bool, notify=rehearsalChanged)
    def rehearsal(self) -> bool:
        return self._props.rehearsal

    @Property(str, notify=siteNameChanged)
    def siteName(self) -> str:
        return self._props.site_name

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._props.clock

    @Property(bool, notify=doorsOpenChanged)
    def doorsOpen(self) -> bool:
        return self._props.doors_open

    @Property(str, notify=dayTextChanged)
    def dayText(self) -> str:
        return self._props.day_text

    @Property(bool, notify=hasDeskChanged)
    def hasDesk(self) -> bool:
        return self._props.has_desk

    @Property(AdvisorViewModel, constant=True)
    def desk(self) -> AdvisorViewModel:
        """Reception's own counter, where those are called who do not know which theme is theirs."""
        return self._desk

    @Property(FrontViewModel, constant=True)
    def front(self) -> FrontViewModel:
        """The entry, pauses, messages, help and contacts."""
        return self._front

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        return self._props.waiting

    @Property(int, notify=receivingChanged)
    def receiving(self) -> int:
        return self._props.receiving

    @Property(int, notify=receivedChanged)
    def received(self) -> int:
        return self._props.received

    @Property(bool, notify=issuingChanged)
    def issuing(self) -> bool:
        return self._props.issuing

    @Property(str, notify=anywayTextChanged)
    def anywayText(self) -> str:
        """Why the house would rather not give the number just asked for; "" when none was refused so."""
        return self._props.anyway_text

    @Property(str, notify=lastNumberChanged)
    def lastNumber(self) -> str:
        return self._props.last_number

    @Property(str, notify=lastFollowQrChanged)
    def lastFollowQr(self) -> str:
        return self._props.last_follow_qr

    @Property(str, notify=lastPrinterChanged)
    def lastPrinter(self) -> str:
        """The kiosk that can print the number just given; "" where none can, or it is asked already."""
        return self._props.last_printer

    @Property(str, notify=pickedThemeChanged)
    def pickedTheme(self) -> str:
        """The theme of the ticket that was picked."""
        return self._props.picked_theme

    @Property(str, notify=pickedLanguageChanged)
    def pickedLanguage(self) -> str:
        """The language of the ticket that was picked; "" where none was asked for."""
        return self._props.picked_language

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(str, notify=stationsTextChanged)
    def stationsText(self) -> str:
        """How the machines are that visitors meet, while none of them is an alarm."""
        return self._props.stations_text

    @Property(str, notify=shownChanged)
    def shown(self) -> str:
        """What the list is narrowed to: "line", "away", "there" or "over"."""
        return self._props.shown

    @Property(str, notify=searchTextChanged)
    def searchText(self) -> str:
        """The digits that the numbers in the list begin with; "" when nothing is searched."""
        return self._props.search_text

    @Property(str, notify=emptyTitleChanged)
    def emptyTitle(self) -> str:
        return self._props.empty_title

    @Property(str, notify=emptyTextChanged)
    def emptyText(self) -> str:
        return self._props.empty_text

    @Property(QAbstractItemModel, constant=True)
    def tickets(self) -> QAbstractItemModel:
        return self._tickets

    @Property(QAbstractItemModel, constant=True)
    def filters(self) -> QAbstractItemModel:
        return self._filters

    @Property(QAbstractItemModel, constant=True)
    def actions(self) -> QAbstractItemModel:
        """What can be done with the ticket that was picked."""
        return self._actions

    @Property(QAbstractItemModel, constant=True)
    def counters(self) -> QAbstractItemModel:
        return self._counters

    @Property(QAbstractItemModel, constant=True)
    def themes(self) -> QAbstractItemModel:
        return self._themes

    @Property(QAbstractItemModel, constant=True)
    def ticketThemes(self) -> QAbstractItemModel:
        """What a number can be given for: the themes, and talking to reception."""
        return self._ticket_themes

    @Property(QAbstractItemModel, constant=True)
    def languages(self) -> QAbstractItemModel:
        return self._languages

    @Property(QAbstractItemModel, constant=True)
    def alarms(self) -> QAbstractItemModel:
        return self._alarms

    @Slot()
    def askAdministration(self) -> None:
        """The site's settings, in a window of their own."""
        self.administrationAsked.emit()

    @Slot(str, str, int, bool, bool)
    def issue(
        self, theme_id: str, language: str, people: int = 1, accessible: bool = False, priority: bool = False
    ) -> None:
        """Give a number in person; a second click while the first is under way changes nothing."""
        self._issue(Wish(theme_id, language, people, accessible, priority))

    @Slot()
    def issueAnyway(self) -> None:
        """Give the number that was refused, although the house would rather not."""
        if self._refused is not None:
            self._issue(replace(self._refused[0], anyway=True))

    @Slot()
    def dismissAnyway(self) -> None:
        self._refused = None
        self._refresh()

    def _issue(self, wish: Wish) -> None:
        if self._issuing:
            return
        self._issuing = True
        # An attempt whose outcome is not known may have made a ticket: asking again brings that very one.
        self._orders.ask("issue", wish.values(), partial(self._take_ticket, wish), once=True)
        self._refresh()

    @Slot(str)
    def show(self, shown: str) -> None:
        """Narrow the list to "line", "away", "there" or "over"; a search ends."""
        self._shown, self._search = shown, ""
        self._refresh()

    @Slot(str)
    def search(self, typed: str) -> None:
        """List the numbers of today that begin with these digits, wherever their visitors are."""
        digits = (str(FRENCH_DIGITS.find(each)) if each in FRENCH_DIGITS else each for each in typed)
        self._search = "".join(each for each in digits if each in "0123456789")[:5]
        self._refresh()

    @Slot(str)
    def pick(self, ticket_id: str) -> None:
        """The ticket that ``actions`` are about."""
        self._picked = ticket_id
        self._refresh()

    @Slot(str, result=bool)
    def offers(self, action: str) -> bool:
        """Whether an action can be done with the ticket that was picked."""
        return any(row.action == action for row in self._actions.rows)

    @Slot(str)
    def act(self, action: str) -> None:
        """Do one of ``actions``, if it can still be done; those that need to know more are done elsewhere."""
        floor = self._mirror.floor
        ticket = floor.tickets.get(self._picked) if floor is not None else None
        if floor is None or ticket is None or not self.offers(action):
            return
        match action:
            case "back" | "withdraw":
                self._ask(action, {"ticket": ticket.id})
            case "priority":
                self._ask("precedence", {"ticket": ticket.id, "precedence": Precedence.PRIORITY})
            case "call":
                self._ask("call", {"counter": floor.site.desk, "ticket": ticket.id})
            case _ if action.startswith(rows.PRINT):
                self._ask("print", {"ticket": ticket.id, "station": action.removeprefix(rows.PRINT)})
            case "undo":
                self._ask("undo", {"counter": ticket.counter, "ticket": ticket.id})

    @Slot(str, str)
    def correct(self, theme_id: str, language: str) -> None:
        """The theme and language of the ticket that was picked as they should be; "" is no language."""
        if self.offers("correct"):
            self._ask("correct", {"ticket": self._picked, "theme": theme_id, "language": language or None})

    @Slot()
    def printLast(self) -> None:
        """The number just given, on paper at ``lastPrinter``; once."""
        printer, ticket = self._props.last_printer, self._last_ticket
        if printer and ticket:
            self._last_ticket = ""
            self._ask("print", {"ticket": ticket, "station": printer})

    @Slot()
    def openDay(self) -> None:
        self._ask("open-day")

    @Slot()
    def closeDay(self) -> None:
        self._ask("close-day")

    @Slot()
    def dismissLast(self) -> None:
        self._last_number = self._last_follow_qr = self._last_ticket = ""
        self._refresh()

    @Slot()
    def dismissNotice(self) -> None:
        self._notice = ""
        self._refresh()

    @Slot()
    def tick(self) -> None:
        """Waits grow with the clock."""
        self._desk.tick()
        self._refresh()

    def _ask(self, verb: str, values: Mapping[str, object] = NOTHING) -> None:
        self._orders.ask(verb, values, self._take_reply)

    def _take_reply(self, reply: Reply) -> None:
        self._notice = refusal(reply.code, reply.values)
        self._refresh()

    def _take_ticket(self, wish: Wish, reply: Reply) -> None:
        self._issuing = False
        self._refused = (wish, reply.code) if reply.code in ASKED_ABOUT else None
        self._notice = "" if self._refused is not None else refusal(reply.code, reply.values)
        if reply.ok:
            self._last_number = str(reply.body["number"])
            self._last_ticket = str(reply.body["id"])
            self._last_follow_qr = self._qr_image(str(reply.body["follow_url"]))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        floor = self._mirror.floor
        if floor is None:
            return
        now = max(self._now(), floor.latest)
        if self._desk_counter != (floor.site.desk or ""):
            self._desk_counter = floor.site.desk or ""
            self._desk.chooseCounter(self._desk_counter)
        before, self._props = self._props, self._derive(floor)
        emit_changes(self, before, self._props)
        self._front.show(floor, now)
        self._show_lists(floor, now)

    def _derive(self, floor: Floor) -> ReceptionProps:
        states = [ticket.state for ticket in floor.tickets.values()]
        picked = floor.tickets.get(self._picked)
        printers = rows.printing_kiosks(self._mirror.stations)
        empty_title, empty_text = rows.empty_texts(floor, self._shown, self._search)
        return ReceptionProps(
            connected=self._client.connected,
            searching_text=searching_text(self._client),
            sample=floor.site.sample,
            rehearsal=self._mirror.clock.tempo is not None,
            site_name=floor.site.name,
            clock=floor.site.local(self._now()).strftime("%H:%M"),
            doors_open=floor.is_open,
            day_text=rows.day_text(floor, self._now()),
            has_desk=floor.site.desk is not None,
            waiting=states.count(TicketState.WAITING),
            receiving=states.count(TicketState.IN_INTERVIEW),
            received=states.count(TicketState.DONE),
            issuing=self._issuing,
            anyway_text=rows.anyway_text(floor, self._refused[0].theme, self._refused[1]) if self._refused else "",
            last_number=self._last_number,
            last_follow_qr=self._last_follow_qr,
            last_printer=printers[0] if printers and self._last_ticket else "",
            picked_theme=picked.theme if picked is not None else "",
            picked_language=(picked.language or "") if picked is not None else "",
            notice=self._notice,
            stations_text=rows.stations_text(self._client.connected, self._mirror.stations),
            shown=self._shown,
            search_text=self._search,
            empty_title=empty_title,
            empty_text=empty_text,
        )

    def _show_lists(self, floor: Floor, now: datetime) -> None:
        outlook = self._mirror.outlook
        self._tickets.show(self._ticket_rows.rows(floor, self._shown, self._search, now, outlook))
        self._filters.show(rows.filter_rows(floor, "" if self._search else self._shown))
        self._actions.show(rows.action_rows(floor, floor.tickets.get(self._picked), self._mirror.stations, now))
        self._counters.show(rows.counter_rows(floor, now))
        themes = rows.theme_rows(floor, now, outlook)
        self._themes.show([row for row in themes if row.theme_id != RECEPTION])
        self._ticket_themes.show(rows.offered(floor, themes, now))
        self._languages.show([rows.LanguageRow(code, language_name(code)) for code in floor.site.languages])
        self._alarms.show(rows.alarm_rows(floor, self._client.connected, self._mirror.stations, now))
