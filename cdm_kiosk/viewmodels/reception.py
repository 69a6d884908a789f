"""The reception desk: who waits, every counter's state, and a number given in person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient, Reply, new_key
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.closing import can_be_received
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.site import RECEPTION, Counter, Site, Theme, label_in
from cdm_kiosk.viewmodels import sentences
from cdm_kiosk.viewmodels.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.sentences import clock_text, minutes
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes, once_a_turn

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

AWAY = frozenset({TicketState.ABSENT, TicketState.PARKED})


@dataclass(frozen=True, slots=True)
class Wish:
    """A number that reception asks for; ``anyway`` although it may not be reached today."""

    theme: str
    language: str
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class TicketRow:
    ticket_id: str
    number: str
    theme_label: str
    colour: str
    remark: str
    since_min: int
    state: str
    state_text: str


@dataclass(frozen=True, slots=True)
class CounterRow:
    counter_id: str
    label: str
    state: str
    state_text: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    theme_id: str
    label: str
    colour: str
    served: bool
    full: bool
    waiting: int
    band_text: str


@dataclass(frozen=True, slots=True)
class LanguageRow:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AlarmRow:
    text: str


@dataclass(frozen=True, slots=True)
class ReceptionProps:
    connected: bool = False
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
    full_theme: str = ""
    last_number: str = ""
    last_follow_qr: str = ""
    notice: str = ""


@QmlElement
@QmlUncreatable("made by the reception's composition root")
class ReceptionViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """The whole floor at a glance, and the hand that mends it."""

    connectedChanged = Signal()
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
    fullThemeChanged = Signal()
    lastNumberChanged = Signal()
    lastFollowQrChanged = Signal()
    noticeChanged = Signal()
    administrationAsked = Signal()

    def __init__(
        self,
        mirror: StaffMirror,
        client: HubClient,
        qr_image: Callable[[str], str],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mirror = mirror
        self._client = client
        self._qr_image = qr_image
        self._now = clock
        self._desk = AdvisorViewModel(mirror, client, clock=clock, parent=self)
        self._desk_counter = ""
        self._issuing = False
        self._issue_keys: dict[Wish, str] = {}
        self._full: Wish | None = None
        self._last_number = ""
        self._last_follow_qr = ""
        self._notice_code = ""
        self._props = ReceptionProps()
        self._tickets = RecordsModel(TicketRow, self)
        self._counters = RecordsModel(CounterRow, self)
        self._themes = RecordsModel(ThemeRow, self)
        self._ticket_themes = RecordsModel(ThemeRow, self)
        self._languages = RecordsModel(LanguageRow, self)
        self._alarms = RecordsModel(AlarmRow, self)
        self._soon = once_a_turn(self._refresh, self)
        mirror.changed.connect(self._soon.start)

    @Property(bool, notify=connectedChanged)
    def connected(self) -> bool:
        return self._props.connected

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

    @Property(str, notify=fullThemeChanged)
    def fullTheme(self) -> str:
        """The theme of a number that was refused because it may not be reached today; "" when none was."""
        return self._props.full_theme

    @Property(str, notify=lastNumberChanged)
    def lastNumber(self) -> str:
        return self._props.last_number

    @Property(str, notify=lastFollowQrChanged)
    def lastFollowQr(self) -> str:
        return self._props.last_follow_qr

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(QAbstractItemModel, constant=True)
    def tickets(self) -> QAbstractItemModel:
        return self._tickets

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

    @Slot(str, str)
    def issue(self, theme_id: str, language_code: str) -> None:
        """Give a number in person; a second click while the first is under way changes nothing."""
        self._issue(Wish(theme_id, language_code))

    @Slot()
    def issueAnyway(self) -> None:
        """Give the number that was refused, although it may not be reached today."""
        if self._full is not None:
            self._issue(replace(self._full, anyway=True))

    @Slot()
    def dismissFull(self) -> None:
        self._full = None
        self._refresh()

    def _issue(self, wish: Wish) -> None:
        if self._issuing:
            return
        self._issuing = True
        body = {"theme": wish.theme, "language": wish.language or None, "anyway": wish.anyway}
        # An attempt whose outcome is not known may have made a ticket: asking again brings that very one.
        key = self._issue_keys.setdefault(wish, new_key())

        def answered(reply: Reply) -> None:
            if 0 < reply.status < 500:
                self._issue_keys.pop(wish)
            self._take_ticket(wish, reply)

        self._client.send("POST", "/tickets", body, answered, key)
        self._refresh()

    @Slot(str)
    def withdraw(self, ticket_id: str) -> None:
        self._send(f"/tickets/{ticket_id}/withdraw")

    @Slot(str)
    def back(self, ticket_id: str) -> None:
        self._send(f"/tickets/{ticket_id}/back")

    @Slot()
    def openDay(self) -> None:
        self._send("/day/open")

    @Slot()
    def closeDay(self) -> None:
        self._send("/day/close")

    @Slot()
    def dismissLast(self) -> None:
        self._last_number = self._last_follow_qr = ""
        self._refresh()

    @Slot()
    def dismissNotice(self) -> None:
        self._notice_code = ""
        self._refresh()

    @Slot()
    def tick(self) -> None:
        """Waits grow with the clock."""
        self._desk.tick()
        self._refresh()

    def _send(self, path: str) -> None:
        self._client.send("POST", path, None, self._take_reply)

    def _take_reply(self, reply: Reply) -> None:
        self._notice_code = reply.code
        self._refresh()

    def _take_ticket(self, wish: Wish, reply: Reply) -> None:
        self._issuing = False
        is_full = reply.code == "full_today"
        self._full = wish if is_full else None
        self._notice_code = "" if is_full else reply.code
        if reply.ok:
            self._last_number = str(reply.body["number"])
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
        self._show_lists(floor, now)

    def _derive(self, floor: Floor) -> ReceptionProps:
        states = [ticket.state for ticket in floor.tickets.values()]
        return ReceptionProps(
            connected=self._client.connected,
            sample=floor.site.sample,
            rehearsal=self._mirror.clock.tempo is not None,
            site_name=floor.site.name,
            clock=floor.site.local(self._now()).strftime("%H:%M"),
            doors_open=floor.is_open,
            day_text=self._day_text(floor),
            has_desk=floor.site.desk is not None,
            waiting=states.count(TicketState.WAITING),
            receiving=states.count(TicketState.IN_INTERVIEW),
            received=states.count(TicketState.DONE),
            issuing=self._issuing,
            full_theme=_theme_label(floor, self._full.theme) if self._full is not None else "",
            last_number=self._last_number,
            last_follow_qr=self._last_follow_qr,
            notice=sentences.refusal(self._notice_code) if self._notice_code else "",
        )

    def _day_text(self, floor: Floor) -> str:
        if not floor.is_open:
            return _tr("fermé")
        until = floor.site.open_until(self._now())
        if until is None or until.time() == time():
            return _tr("ouvert")
        return _tr("ouvert jusqu’à {hour}").format(hour=clock_text(until))

    def _show_lists(self, floor: Floor, now: datetime) -> None:
        site, outlook = floor.site, self._mirror.outlook
        away = [ticket for ticket in floor.tickets.values() if ticket.state in AWAY]
        self._tickets.show([_ticket_row(floor, ticket, now, outlook) for ticket in (*floor.waiting(), *away)])
        coming = _coming(site, now)
        # Its own counter has a place of its own on reception's screen.
        counters = [counter for counter in site.counters if counter.id != site.desk]
        self._counters.show([_counter_row(floor, counter, coming.get(counter.id), now) for counter in counters])
        themes = [_theme_row(floor, theme, now, outlook) for theme in site.themes]
        self._themes.show(themes)
        at_desk = site.theme(RECEPTION)
        self._ticket_themes.show(themes if at_desk is None else [*themes, _theme_row(floor, at_desk, now, outlook)])
        self._languages.show([LanguageRow(code, sentences.language_name(code)) for code in site.languages])
        self._alarms.show([AlarmRow(text) for text in self._alarm_texts(floor)])

    def _alarm_texts(self, floor: Floor) -> list[str]:
        """Faults first, then visitors whom nobody can receive now."""
        texts = [] if self._client.connected else [_tr("Connexion au serveur perdue")]
        for theme, line in floor.queues.items():
            if floor.is_open and line and not floor.serving(theme):
                texts.append(_tr("Personne ne reçoit pour « {theme} »").format(theme=_theme_label(floor, theme)))
        return texts


def _theme_label(floor: Floor, theme_id: str) -> str:
    theme = floor.site.theme(theme_id)
    return label_in(theme.label, floor.site.languages[0]) if theme is not None else theme_id


def _ticket_row(floor: Floor, ticket: Ticket, now: datetime, outlook: Outlook) -> TicketRow:
    theme = floor.site.theme(ticket.theme)
    return TicketRow(
        ticket.id,
        ticket.label,
        _theme_label(floor, ticket.theme),
        theme.colour if theme is not None else "",
        _remark(floor, ticket),
        minutes(ticket.arrival, now),
        "absent" if ticket.state in AWAY else "waiting",
        _state_text(floor, ticket, outlook),
    )


def _remark(floor: Floor, ticket: Ticket) -> str:
    """What is special about a ticket, as far as reception needs it; a precedence has no reason."""
    remarks = []
    if ticket.language is not None and ticket.language != floor.site.languages[0]:
        remarks.append(sentences.language_name(ticket.language))
    if ticket.people > 1:
        remarks.append(_tr("groupe de {people}").format(people=ticket.people))
    if ticket.precedence is Precedence.PRIORITY:
        remarks.append(_tr("priorité"))
    return " · ".join(remarks)


def _state_text(floor: Floor, ticket: Ticket, outlook: Outlook) -> str:
    """The wait that is left, or where the visitor is meanwhile."""
    match ticket.state:
        case TicketState.ABSENT:
            return _tr("absent à l’appel")
        case TicketState.PARKED:
            return _tr("attend à côté")
    wait = outlook.tickets.get(ticket.id)
    if wait is not None:
        return sentences.band(wait)
    # A forecast that has seen this ticket and has no wait for it expects nobody to call it today.
    return _tr("incertaine") if outlook.at > ticket.since else ""


def _theme_row(floor: Floor, theme: Theme, now: datetime, outlook: Outlook) -> ThemeRow:
    served = bool(floor.serving(theme.id))
    full = served and not can_be_received(floor, theme.id, now)
    wait = outlook.themes.get(theme.id)
    return ThemeRow(
        theme.id,
        label_in(theme.label, floor.site.languages[0]),
        theme.colour,
        served,
        full,
        len(floor.queues.get(theme.id, ())),
        sentences.band(wait) if wait is not None and served and not full else "",
    )


def _coming(site: Site, now: datetime) -> dict[str, datetime]:
    """When each counter's next planned permanence of today begins."""
    later = [shift for shift in planned_on(site, site.local(now).date()) if shift.start > now]
    return {shift.counter: shift.start for shift in reversed(later)}


def _counter_row(floor: Floor, counter: Counter, coming: datetime | None, now: datetime) -> CounterRow:
    state, text = _counter_state(floor, counter.id, coming, now)
    return CounterRow(counter.id, counter.label, state, text)


def _counter_state(floor: Floor, counter_id: str, coming: datetime | None, now: datetime) -> tuple[str, str]:
    """What a counter is doing, as a word for the screen and as one for people."""
    site, shift, there = floor.site, floor.shifts.get(counter_id), floor.tickets_at(counter_id)
    if there:
        numbers = sentences.numbers(there)
        received = all(ticket.state is TicketState.IN_INTERVIEW for ticket in there)
        since = minutes(min(ticket.since for ticket in there), now)
        if not received:
            text = _tr("{number} · appelé") if len(there) == 1 else _tr("{number} · appelés")
            return "called", text.format(number=numbers)
        text = _tr("{number} · reçu depuis {minutes} min")
        if len(there) > 1:
            text = _tr("{number} · reçus depuis {minutes} min")
        return "receiving", text.format(number=numbers, minutes=since)
    if shift is None:
        if coming is None:
            return "closed", _tr("pas de permanence")
        return "closed", _tr("permanence à {hour}").format(hour=clock_text(site.local(coming)))
    if shift.until is not None and shift.until <= now:
        return "closed", _tr("permanence terminée")
    if shift.away_since is None:
        return "free", _tr("libre")
    if shift.back_at is None or shift.back_at <= now:
        return "break", _tr("pause")
    return "break", _tr("pause jusqu’à {hour}").format(hour=clock_text(site.local(shift.back_at)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReceptionViewModel", text)
