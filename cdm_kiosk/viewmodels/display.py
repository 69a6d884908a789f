"""The call display: the newest number large, one announcement after the other, the last calls beside it.

Below them stands what everybody is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby, takewhile
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain.disclosure import Board, NoticeShown, NumberCalled
from cdm_kiosk.domain.front import told_in
from cdm_kiosk.domain.site import label_in
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ANNOUNCE_MS = 4_000
"""How long one call has the large place to itself; half as long while others wait to be announced."""
STALE_AFTER = timedelta(seconds=60)
"""A call heard this late (after a lost connection) is shown, not announced: its visitor was called already."""
ROWS = 5
NUMBERS_IN_A_ROW = 4
NOTICE_S = 8
"""How long one of several notices stands before another takes its turn."""

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""


@dataclass(frozen=True, slots=True)
class CallRow:
    number: str
    place: str
    recalled: bool


@dataclass(frozen=True, slots=True)
class DisplayProps:
    connected: bool = False
    doors_open: bool = False
    entry_open: bool = True
    sample: bool = False
    rehearsal: bool = False
    site_name: str = ""
    zone_name: str = ""
    clock: str = ""
    message: str = ""
    notice: str = ""
    message_turn: bool = True
    number: str = ""
    place: str = ""
    recalled: bool = False
    announcing: bool = False


@QmlElement
@QmlUncreatable("made by the display's composition root")
class DisplayViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """Shows the board of one zone, or of all ("").

    Calls are announced in order, none lost and none over another: each keeps the large place for ``announce_ms``,
    or for half of it while others wait. Numbers that are called to one place together are one announcement.
    """

    connectedChanged = Signal()
    doorsOpenChanged = Signal()
    entryOpenChanged = Signal()
    sampleChanged = Signal()
    rehearsalChanged = Signal()
    siteNameChanged = Signal()
    zoneNameChanged = Signal()
    clockChanged = Signal()
    messageChanged = Signal()
    noticeChanged = Signal()
    messageTurnChanged = Signal()
    numberChanged = Signal()
    placeChanged = Signal()
    recalledChanged = Signal()
    announcingChanged = Signal()

    chimed = Signal()

    def __init__(
        self,
        mirror: PublicMirror,
        client: HubClient,
        zone: str = "",
        chime_source: str = "",
        announce_ms: int = ANNOUNCE_MS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mirror = mirror
        self._client = client
        self._zone = zone
        self._chime_source = chime_source
        self._announce_ms = announce_ms
        self._now = clock
        self._props = DisplayProps()
        self._calls = RecordsModel(CallRow, self)
        self._queue: deque[NumberCalled] = deque()
        self._announced: tuple[NumberCalled, ...] = ()
        self._spare_ms = 0
        self._notices: tuple[str, ...] = ()
        self._notices_s = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._announce_next)
        mirror.called.connect(self._take_call)
        mirror.changed.connect(self._refresh)

    @Property(bool, notify=connectedChanged)
    def connected(self) -> bool:
        return self._props.connected

    @Property(bool, notify=doorsOpenChanged)
    def doorsOpen(self) -> bool:
        return self._props.doors_open

    @Property(bool, notify=entryOpenChanged)
    def entryOpen(self) -> bool:
        return self._props.entry_open

    @Property(bool, notify=sampleChanged)
    def sample(self) -> bool:
        return self._props.sample

    @Property(bool, notify=rehearsalChanged)
    def rehearsal(self) -> bool:
        return self._props.rehearsal

    @Property(str, notify=siteNameChanged)
    def siteName(self) -> str:
        return self._props.site_name

    @Property(str, notify=zoneNameChanged)
    def zoneName(self) -> str:
        return self._props.zone_name

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._props.clock

    @Property(str, notify=messageChanged)
    def message(self) -> str:
        return self._props.message

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(bool, notify=messageTurnChanged)
    def messageTurn(self) -> bool:
        """Whose turn it is where message and notice have no room together."""
        return self._props.message_turn

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self._props.number

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self._props.place

    @Property(bool, notify=recalledChanged)
    def recalled(self) -> bool:
        return self._props.recalled

    @Property(bool, notify=announcingChanged)
    def announcing(self) -> bool:
        return self._props.announcing

    @Property(QAbstractItemModel, constant=True)
    def calls(self) -> QAbstractItemModel:
        return self._calls

    @Property(str, constant=True)
    def chimeSource(self) -> str:
        return self._chime_source

    @Slot()
    def tick(self) -> None:
        """One second went by: the clock on the wall moves on, and notices take turns."""
        self._notices_s += 1
        self._refresh()

    @Slot(object)
    def _take_call(self, call: NumberCalled) -> None:
        if self._zone not in ("", call.zone) or self._now() - call.at >= STALE_AFTER * self._mirror.clock.speed:
            return
        is_announcing = self._pause.isActive()
        if is_announcing and self._announced and _together(call) == _together(self._announced[0]):
            self._announced = (*self._announced, call)
            return
        self._queue.append(call)
        if not is_announcing:
            self._announce_next()
        elif self._spare_ms:
            self._pause.start(max(0, self._pause.remainingTime() - self._spare_ms))
            self._spare_ms = 0

    @Slot()
    def _announce_next(self) -> None:
        self._announced = ()
        if self._queue:
            occasion = _together(self._queue[0])
            self._announced = tuple(takewhile(lambda call: _together(call) == occasion, self._queue))
            for _ in self._announced:
                self._queue.popleft()
            in_a_burst = self._announce_ms // 2
            self._spare_ms = 0 if self._queue else self._announce_ms - in_a_burst
            self._pause.start(in_a_burst + self._spare_ms)
            self.chimed.emit()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        sign, board = self._mirror.sign, self._mirror.board
        if sign is None:
            return
        standing = {call.number for call in board.calls}
        # A call that was taken back is neither announced nor left standing.
        self._queue = deque(call for call in self._queue if call.number in standing)
        self._announced = tuple(call for call in self._announced if call.number in standing)
        newest, *before_it = self._shown_calls(board) or [()]
        language = sign.languages[0]
        zone = next((zone for zone in sign.zones if zone.id == self._zone), None)
        message, notices = _told(board, language)
        if (message, *notices) != self._notices:
            self._notices, self._notices_s = (message, *notices), 0
        turn = self._notices_s // NOTICE_S
        before, self._props = (
            self._props,
            DisplayProps(
                connected=self._client.connected,
                doors_open=board.is_open,
                entry_open=board.entry_open,
                sample=sign.sample,
                rehearsal=self._mirror.clock.tempo is not None,
                site_name=sign.name,
                zone_name=label_in(zone.label, language) if zone else "",
                clock=self._now().astimezone(ZoneInfo(sign.timezone)).strftime("%H:%M"),
                message=message,
                # Each stands for two turns: where there is no room beside it, the message has one of them.
                notice=notices[turn // 2 % len(notices)] if notices else "",
                message_turn=turn % 2 == 0,
                number=", ".join(str(call.number) for call in newest),
                place=newest[0].place if newest else "",
                recalled=bool(newest) and newest[0].recall,
                announcing=self._pause.isActive(),
            ),
        )
        emit_changes(self, before, self._props)
        rows = before_it[:ROWS]
        self._calls.show([CallRow(_in_short(calls), calls[0].place, calls[0].recall) for calls in rows])

    def _shown_calls(self, board: Board) -> list[tuple[NumberCalled, ...]]:
        """The calls that are not still to be announced, newest first; those of one occasion together."""
        pending = {(call.number, call.at) for call in self._queue}
        announced = {call.number for call in self._announced}
        # A recall waits its turn like any call: until then the earlier call of that number still stands.
        earlier = [
            call
            for call in board.calls
            if self._zone in ("", call.zone)
            and (call.number, call.at) not in pending
            and call.number not in announced
        ]
        together = [tuple(reversed(list(calls))) for _, calls in groupby(earlier, _together)]
        return [self._announced, *together] if self._announced else together


def _together(call: NumberCalled) -> tuple[datetime, str, str, bool]:
    """What calls of one occasion have in common: several visitors, one place, one moment."""
    return call.at, call.place, call.zone, call.recall


def _in_short(calls: Sequence[NumberCalled]) -> str:
    """The numbers of one row: "12, 14, 15", or "12, 14, 15 +9"."""
    numbers = [str(call.number) for call in calls]
    if len(numbers) <= NUMBERS_IN_A_ROW:
        return ", ".join(numbers)
    kept = NUMBERS_IN_A_ROW - 1
    return f"{', '.join(numbers[:kept])} +{len(numbers) - kept}"


def _told(board: Board, language: str) -> tuple[str, list[str]]:
    """What the house says, and the quieter notices: the entry first, then the pauses, newest first."""
    message = next((notice.text for notice in board.notices if notice.theme == ""), {})
    pauses = [notice for notice in reversed(board.notices) if notice.theme != ""]
    entry = [] if board.entry_open or not board.is_open else [_entry_closed()]
    return told_in(message, language, language), [*entry, *(_of_theme(notice, language) for notice in pauses)]


def _entry_closed() -> str:
    return translate("DisplayViewModel", "Nous ne donnons plus de numéro. Les personnes qui en ont un sont reçues.")


def _of_theme(notice: NoticeShown, language: str) -> str:
    text = told_in(notice.text, language, language)
    label = label_in(notice.label, language)
    return f"{label}\u00a0: {text}" if label else text
