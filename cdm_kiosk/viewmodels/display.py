"""The call display: the newest number large, one announcement after the other, the last calls beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QAbstractItemModel, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain.disclosure import NumberCalled
from cdm_kiosk.domain.site import label_in
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ANNOUNCE_MS = 4_000
"""How long one call has the large place to itself before the next one is announced."""
STALE_AFTER = timedelta(seconds=60)
"""A call heard this late (after a lost connection) is shown, not announced: its visitor was called already."""
ROWS = 5


@dataclass(frozen=True, slots=True)
class CallRow:
    number: str
    place: str
    recalled: bool


@dataclass(frozen=True, slots=True)
class DisplayProps:
    connected: bool = False
    doors_open: bool = False
    sample: bool = False
    rehearsal: bool = False
    site_name: str = ""
    zone_name: str = ""
    clock: str = ""
    message: str = ""
    number: str = ""
    place: str = ""
    recalled: bool = False
    announcing: bool = False


@QmlElement
@QmlUncreatable("made by the display's composition root")
class DisplayViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """Shows the board of one zone, or of all ("").

    Calls are announced in order, none lost and none over another: each keeps the large place for ``announce_ms``.
    """

    connectedChanged = Signal()
    doorsOpenChanged = Signal()
    sampleChanged = Signal()
    rehearsalChanged = Signal()
    siteNameChanged = Signal()
    zoneNameChanged = Signal()
    clockChanged = Signal()
    messageChanged = Signal()
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
        self._announced: NumberCalled | None = None
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
        """The clock on the wall moves on."""
        self._refresh()

    @Slot(object)
    def _take_call(self, call: NumberCalled) -> None:
        if self._zone in ("", call.zone) and self._now() - call.at < STALE_AFTER * self._mirror.clock.speed:
            self._queue.append(call)
            if not self._pause.isActive():
                self._announce_next()

    @Slot()
    def _announce_next(self) -> None:
        if self._queue:
            self._announced = self._queue.popleft()
            self._pause.start(self._announce_ms)
            self.chimed.emit()
        else:
            self._announced = None
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        sign = self._mirror.sign
        if sign is None:
            return
        standing = {call.number for call in self._mirror.board.calls}
        # A call that was taken back is neither announced nor left standing.
        self._queue = deque(call for call in self._queue if call.number in standing)
        if self._announced is not None and self._announced.number not in standing:
            self._announced = None
        pending = {(call.number, call.at) for call in self._queue}
        calls = [
            call
            for call in self._mirror.board.calls
            if self._zone in ("", call.zone) and (call.number, call.at) not in pending
        ]
        if self._announced is not None:
            # A recall waits its turn like any call: until then the earlier call of that number still stands.
            calls = [self._announced, *(call for call in calls if call.number != self._announced.number)]
        newest = calls[0] if calls else None
        zone = next((zone for zone in sign.zones if zone.id == self._zone), None)
        before, self._props = (
            self._props,
            DisplayProps(
                connected=self._client.connected,
                doors_open=self._mirror.board.is_open,
                sample=sign.sample,
                rehearsal=self._mirror.clock.tempo is not None,
                site_name=sign.name,
                zone_name=label_in(zone.label, sign.languages[0]) if zone else "",
                clock=self._now().astimezone(ZoneInfo(sign.timezone)).strftime("%H:%M"),
                number=str(newest.number) if newest else "",
                place=newest.place if newest else "",
                recalled=newest is not None and newest.recall,
                announcing=self._pause.isActive(),
            ),
        )
        emit_changes(self, before, self._props)
        self._calls.show([CallRow(str(call.number), call.place, call.recall) for call in calls[1 : ROWS + 1]])
