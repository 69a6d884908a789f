"""The reception desk: who waits, every counter's state, and a number given in person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEnum, QObject, Signal, Slot

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
from cdm_kiosk.viewmodels.reception.new_station import NewStationViewModel
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from cdm_kiosk.viewmodels.shared.searching import searching_text
from cdm_kiosk.viewmodels.shared.shown import ViewModel, constant, known_to_qml, once_a_turn

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
    """Where the hub is looked for; "" once it was heard."""
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
    """Why the house would rather not give the number just asked for; "" when none was refused so."""
    last_number: str = ""
    last_follow_qr: str = ""
    last_printer: str = ""
    """The kiosk that can print the number just given; "" where none can, or it is asked already."""
    picked_theme: str = ""
    """The theme of the ticket that was picked."""
    picked_language: str = ""
    """The language of the ticket that was picked; "" where none was asked for."""
    notice: str = ""
    stations_text: str = ""
    """How the machines are that visitors meet, while none of them is an alarm."""
    shown: str = "line"
    """What the list is narrowed to: "line", "away", "there" or "over"."""
    search_text: str = ""
    """The digits that the numbers in the list begin with; "" when nothing is searched."""
    empty_title: str = ""
    empty_text: str = ""
    tickets: tuple[rows.TicketRow, ...] = ()
    filters: tuple[rows.FilterRow, ...] = ()
    actions: tuple[rows.ActionRow, ...] = ()
    """What can be done with the ticket that was picked."""
    counters: tuple[rows.CounterRow, ...] = ()
    themes: tuple[rows.ThemeRow, ...] = ()
    ticket_themes: tuple[rows.ThemeRow, ...] = ()
    """What a number can be given for: the themes, and talking to reception."""
    languages: tuple[rows.LanguageRow, ...] = ()
    alarms: tuple[rows.AlarmRow, ...] = ()


@known_to_qml
class ReceptionViewModel(ViewModel[ReceptionProps]):
    """The whole floor at a glance, and the hand that mends it."""

    QEnum(rows.Action)
    desk = constant(AdvisorViewModel, "_desk")
    """Reception's own counter, where those are called who do not know which theme is theirs."""
    front = constant(FrontViewModel, "_front")
    """The entry, pauses, messages, help and contacts."""
    newStation = constant(NewStationViewModel, "_new_station")
    """The station that wants to be paired."""
    administrationAsked = Signal()

    def __init__(
        self,
        mirror: StaffMirror,
        client: HubClient,
        orders: Orders,
        qr_image: Callable[[str], str],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(ReceptionProps(searching_text=searching_text(client)), parent)
        self._mirror = mirror
        self._client = client
        self._orders = orders
        self._qr_image = qr_image
        self._now = clock
        self._desk = AdvisorViewModel(mirror, client, orders, clock=clock, parent=self)
        self._desk_counter = ""
        self._front = FrontViewModel(orders, self._take_reply, self)
        self._new_station = NewStationViewModel(mirror, orders, self)
        self._issuing = False
        self._refused: tuple[Wish, str] | None = None
        self._last_number = ""
        self._last_follow_qr = ""
        self._last_ticket = ""
        self._notice = ""
        self._shown = "line"
        self._search = ""
        self._picked = ""
        self._ticket_rows = rows.TicketRows()
        self._soon = once_a_turn(self._refresh, self)
        mirror.changed.connect(self._soon.start)

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

    @Slot(int, result=bool)
    def offers(self, action: int) -> bool:
        """Whether an action can be done with the ticket that was picked."""
        return any(row.action == action for row in self.props.actions)

    @Slot(int, str)
    def act(self, action: int, station: str = "") -> None:
        """Do one of ``actions``, if it can still be done; those that need to know more are done elsewhere."""
        for row in self.props.actions:
            if row.action == action and row.station == station and row.verb:
                self._ask(row.verb, row.values)

    @Slot(str, str)
    def correct(self, theme_id: str, language: str) -> None:
        """The theme and language of the ticket that was picked as they should be; "" is no language."""
        if self.offers(rows.Action.CORRECT):
            self._ask("correct", {"ticket": self._picked, "theme": theme_id, "language": language or None})

    @Slot()
    def printLast(self) -> None:
        """The number just given, on paper at ``lastPrinter``; once."""
        printer, ticket = self.props.last_printer, self._last_ticket
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
        self._new_station.show(self._now())
        self._front.show(floor, now, self._new_station.props.presents_text)
        self._become(self._derive(floor, now))

    def _derive(self, floor: Floor, now: datetime) -> ReceptionProps:
        states = [ticket.state for ticket in floor.tickets.values()]
        picked, outlook, stations = floor.tickets.get(self._picked), self._mirror.outlook, self._mirror.stations
        themes = rows.theme_rows(floor, now, outlook)
        printers = rows.printing_kiosks(stations)
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
            stations_text=rows.stations_text(self._client.connected, stations),
            shown=self._shown,
            search_text=self._search,
            empty_title=empty_title,
            empty_text=empty_text,
            tickets=tuple(self._ticket_rows.rows(floor, self._shown, self._search, now, outlook)),
            filters=tuple(rows.filter_rows(floor, "" if self._search else self._shown)),
            actions=tuple(rows.action_rows(floor, picked, stations, now)),
            counters=tuple(rows.counter_rows(floor, now)),
            themes=tuple(row for row in themes if row.theme_id != RECEPTION),
            ticket_themes=tuple(rows.offered(floor, themes, now)),
            languages=tuple(rows.LanguageRow(code, language_name(code)) for code in floor.site.languages),
            alarms=tuple(rows.alarm_rows(floor, self._client.connected, stations, now)),
        )
