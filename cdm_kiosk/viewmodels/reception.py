"""The reception desk: who waits, every counter's state, and a number given in person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient, Reply, new_key
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.site import Counter, label_in
from cdm_kiosk.viewmodels import sentences
from cdm_kiosk.viewmodels.sentences import clock_text, minutes
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

AWAY = frozenset({TicketState.ABSENT, TicketState.PARKED})


@dataclass(frozen=True, slots=True)
class TicketRow:
    ticket_id: str
    number: str
    theme_label: str
    colour: str
    language_name: str
    since_min: int
    state: str
    state_text: str


@dataclass(frozen=True, slots=True)
class DeskRow:
    counter_id: str
    label: str
    state: str
    number: str
    since_min: int
    state_text: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    theme_id: str
    label: str
    colour: str
    served: bool
    waiting: int


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
    site_name: str = ""
    clock: str = ""
    doors_open: bool = False
    day_text: str = ""
    waiting: int = 0
    receiving: int = 0
    received: int = 0
    issuing: bool = False
    last_number: str = ""
    last_follow_qr: str = ""
    notice: str = ""


@QmlElement
@QmlUncreatable("made by the reception's composition root")
class ReceptionViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """The whole floor at a glance, and the hand that mends it."""

    connectedChanged = Signal()
    sampleChanged = Signal()
    siteNameChanged = Signal()
    clockChanged = Signal()
    doorsOpenChanged = Signal()
    dayTextChanged = Signal()
    waitingChanged = Signal()
    receivingChanged = Signal()
    receivedChanged = Signal()
    issuingChanged = Signal()
    lastNumberChanged = Signal()
    lastFollowQrChanged = Signal()
    noticeChanged = Signal()

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
        self._issuing = False
        self._issue_keys: dict[tuple[str, str], str] = {}
        self._last_number = ""
        self._last_follow_qr = ""
        self._notice_code = ""
        self._props = ReceptionProps()
        self._tickets = RecordsModel(TicketRow, self)
        self._counters = RecordsModel(DeskRow, self)
        self._themes = RecordsModel(ThemeRow, self)
        self._languages = RecordsModel(LanguageRow, self)
        self._alarms = RecordsModel(AlarmRow, self)
        mirror.changed.connect(self._refresh)

    @Property(bool, notify=connectedChanged)
    def connected(self) -> bool:
        return self._props.connected

    @Property(bool, notify=sampleChanged)
    def sample(self) -> bool:
        return self._props.sample

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
    def languages(self) -> QAbstractItemModel:
        return self._languages

    @Property(QAbstractItemModel, constant=True)
    def alarms(self) -> QAbstractItemModel:
        return self._alarms

    @Slot(str, str)
    def issue(self, theme_id: str, language_code: str) -> None:
        """Give a number in person; a second click while the first is under way changes nothing."""
        if self._issuing:
            return
        self._issuing = True
        body = {"theme": theme_id, "language": language_code or None}
        # An attempt whose outcome is not known may have made a ticket: asking again brings that very one.
        key = self._issue_keys.setdefault((theme_id, language_code), new_key())

        def answered(reply: Reply) -> None:
            if 0 < reply.status < 500:
                self._issue_keys.pop((theme_id, language_code))
            self._take_ticket(reply)

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
        self._refresh()

    def _send(self, path: str) -> None:
        self._client.send("POST", path, None, self._take_reply)

    def _take_reply(self, reply: Reply) -> None:
        self._notice_code = reply.code
        self._refresh()

    def _take_ticket(self, reply: Reply) -> None:
        self._issuing = False
        self._notice_code = reply.code
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
        before, self._props = self._props, self._derive(floor)
        emit_changes(self, before, self._props)
        self._show_lists(floor, now)

    def _derive(self, floor: Floor) -> ReceptionProps:
        states = [ticket.state for ticket in floor.tickets.values()]
        return ReceptionProps(
            connected=self._client.connected,
            sample=floor.site.sample,
            site_name=floor.site.name,
            clock=floor.site.local(self._now()).strftime("%H:%M"),
            doors_open=floor.is_open,
            day_text=self._day_text(floor),
            waiting=states.count(TicketState.WAITING),
            receiving=states.count(TicketState.IN_INTERVIEW),
            received=states.count(TicketState.DONE),
            issuing=self._issuing,
            last_number=self._last_number,
            last_follow_qr=self._last_follow_qr,
            notice=sentences.refusal(self._notice_code) if self._notice_code else "",
        )

    def _day_text(self, floor: Floor) -> str:
        if not floor.is_open:
            return _tr("fermé")
        until = floor.site.open_until(self._now())
        if until is None or until.minute == 59:
            return _tr("ouvert")
        return _tr("ouvert jusqu’à {hour}").format(hour=clock_text(until))

    def _show_lists(self, floor: Floor, now: datetime) -> None:
        language = floor.site.languages[0]
        absent = [ticket for ticket in floor.tickets.values() if ticket.state in AWAY]
        self._tickets.show([_ticket_row(floor, ticket, now) for ticket in (*floor.waiting(), *absent)])
        self._counters.show([_desk_row(floor, counter, now) for counter in floor.site.counters])
        self._themes.show(
            [
                ThemeRow(
                    theme.id,
                    label_in(theme.label, language),
                    theme.colour,
                    bool(floor.serving(theme.id)),
                    len(floor.queues.get(theme.id, ())),
                )
                for theme in floor.site.themes
            ]
        )
        self._languages.show([LanguageRow(code, sentences.language_name(code)) for code in floor.site.languages])
        self._alarms.show([AlarmRow(text) for text in self._alarm_texts(floor)])

    def _alarm_texts(self, floor: Floor) -> list[str]:
        """Faults first, then visitors whom nobody can receive now."""
        texts = [] if self._client.connected else [_tr("Connexion au serveur perdue")]
        for theme in floor.site.themes:
            stranded = len(floor.queues.get(theme.id, ()))
            if floor.is_open and stranded and not floor.serving(theme.id):
                label = label_in(theme.label, floor.site.languages[0])
                texts.append(_tr("Personne ne reçoit pour « {theme} »").format(theme=label))
        return texts


def _ticket_row(floor: Floor, ticket: Ticket, now: datetime) -> TicketRow:
    theme = floor.site.theme(ticket.theme)
    first_language = floor.site.languages[0]
    foreign = ticket.language is not None and ticket.language != first_language
    away = ticket.state in AWAY
    return TicketRow(
        ticket.id,
        ticket.label,
        label_in(theme.label, first_language) if theme is not None else ticket.theme,
        theme.colour if theme is not None else "",
        sentences.language_name(ticket.language) if foreign and ticket.language else "",
        minutes(ticket.arrival, now),
        "absent" if away else "waiting",
        _away_text(ticket),
    )


def _away_text(ticket: Ticket) -> str:
    match ticket.state:
        case TicketState.ABSENT:
            return _tr("absent à l’appel")
        case TicketState.PARKED:
            return _tr("attend à côté")
        case _:
            return ""


def _desk_row(floor: Floor, counter: Counter, now: datetime) -> DeskRow:
    shift = floor.shifts.get(counter.id)
    ticket = floor.ticket_at(counter.id)
    if ticket is not None:
        since = minutes(ticket.since, now)
        received = ticket.state is TicketState.IN_INTERVIEW
        words: Mapping[bool, str] = {
            True: _tr("{number} · reçu depuis {minutes} min"),
            False: _tr("{number} · appelé"),
        }
        text = words[received].format(number=ticket.label, minutes=since)
        state = "receiving" if received else "called"
        return DeskRow(counter.id, counter.label, state, ticket.label, since, text)
    if shift is None:
        return DeskRow(counter.id, counter.label, "closed", "", 0, _tr("pas de permanence"))
    return DeskRow(counter.id, counter.label, "free", "", 0, _tr("libre"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReceptionViewModel", text)
