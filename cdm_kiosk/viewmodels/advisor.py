"""The advisor's window: one large action that is always the right next one, and how many wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.floor import Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.routing import waiting_for
from cdm_kiosk.domain.site import label_in
from cdm_kiosk.viewmodels import sentences
from cdm_kiosk.viewmodels.sentences import clock_text, minutes
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

NOT_SERVED, FIRST_CHOICE, OVERFLOW = range(3)
Sight = tuple[Shift | None, Ticket | None]


@dataclass(frozen=True, slots=True)
class CounterRow:
    counter_id: str
    label: str
    taken: bool


@dataclass(frozen=True, slots=True)
class ThemeChoiceRow:
    choice_id: str
    label: str
    colour: str
    level: int


@dataclass(frozen=True, slots=True)
class LanguageChoiceRow:
    choice_id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class AdvisorProps:
    connected: bool = False
    sample: bool = False
    counter_id: str = ""
    counter_label: str = ""
    stage: str = "choose"
    number: str = ""
    theme_label: str = ""
    waiting: int = 0
    longest_wait_min: int = -1
    shift_text: str = ""
    until_text: str = ""
    can_open: bool = False
    busy: bool = False
    notice: str = ""
    recalls: int = 0
    since_min: int = 0


@QmlElement
@QmlUncreatable("made by the advisor's composition root")
class AdvisorViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """One counter as its advisor sees it. Nothing about who waits, no name, no speed, no ranking."""

    connectedChanged = Signal()
    sampleChanged = Signal()
    counterIdChanged = Signal()
    counterLabelChanged = Signal()
    stageChanged = Signal()
    numberChanged = Signal()
    themeLabelChanged = Signal()
    waitingChanged = Signal()
    longestWaitMinChanged = Signal()
    shiftTextChanged = Signal()
    untilTextChanged = Signal()
    canOpenChanged = Signal()
    busyChanged = Signal()
    noticeChanged = Signal()
    recallsChanged = Signal()
    sinceMinChanged = Signal()

    def __init__(
        self,
        mirror: StaffMirror,
        client: HubClient,
        counter: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mirror = mirror
        self._client = client
        self._clock = clock
        self._counter = counter
        self._levels: dict[str, int] = {}
        self._spoken: set[str] = set()
        self._busy = False
        self._settling: Sight | None = None
        self._notice_code = ""
        self._noticed: Sight | None = None
        self._props = AdvisorProps()
        self._counters = RecordsModel(CounterRow, self)
        self._themes = RecordsModel(ThemeChoiceRow, self)
        self._languages = RecordsModel(LanguageChoiceRow, self)
        mirror.changed.connect(self._refresh)

    @Property(bool, notify=connectedChanged)
    def connected(self) -> bool:
        return self._props.connected

    @Property(bool, notify=sampleChanged)
    def sample(self) -> bool:
        return self._props.sample

    @Property(str, notify=counterIdChanged)
    def counterId(self) -> str:
        return self._props.counter_id

    @Property(str, notify=counterLabelChanged)
    def counterLabel(self) -> str:
        return self._props.counter_label

    @Property(str, notify=stageChanged)
    def stage(self) -> str:
        return self._props.stage

    @Property(str, notify=numberChanged)
    def number(self) -> str:
        return self._props.number

    @Property(str, notify=themeLabelChanged)
    def themeLabel(self) -> str:
        return self._props.theme_label

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        return self._props.waiting

    @Property(int, notify=longestWaitMinChanged)
    def longestWaitMin(self) -> int:
        return self._props.longest_wait_min

    @Property(str, notify=shiftTextChanged)
    def shiftText(self) -> str:
        return self._props.shift_text

    @Property(str, notify=untilTextChanged)
    def untilText(self) -> str:
        return self._props.until_text

    @Property(bool, notify=canOpenChanged)
    def canOpen(self) -> bool:
        return self._props.can_open

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._props.busy

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(int, notify=recallsChanged)
    def recalls(self) -> int:
        return self._props.recalls

    @Property(int, notify=sinceMinChanged)
    def sinceMin(self) -> int:
        return self._props.since_min

    @Property(QAbstractItemModel, constant=True)
    def counters(self) -> QAbstractItemModel:
        return self._counters

    @Property(QAbstractItemModel, constant=True)
    def themes(self) -> QAbstractItemModel:
        return self._themes

    @Property(QAbstractItemModel, constant=True)
    def languages(self) -> QAbstractItemModel:
        return self._languages

    @Slot(str)
    def chooseCounter(self, counter_id: str) -> None:
        self._counter = counter_id
        self._levels, self._spoken = {}, set()
        self._propose()
        self._refresh()

    @Slot()
    def leaveCounter(self) -> None:
        self._counter = ""
        self._notice_code = ""
        self._refresh()

    @Slot(str)
    def cycleTheme(self, theme_id: str) -> None:
        """Not served, first choice, overflow, and round again."""
        self._levels[theme_id] = (self._levels.get(theme_id, NOT_SERVED) + 1) % 3
        self._refresh()

    @Slot(str)
    def toggleLanguage(self, code: str) -> None:
        self._spoken ^= {code}
        self._refresh()

    @Slot()
    def openShift(self) -> None:
        body = {
            "themes": self._themes_at(FIRST_CHOICE),
            "overflow": self._themes_at(OVERFLOW),
            "languages": self._languages_chosen(),
        }
        self._send("PUT", "shift", body)

    @Slot()
    def closeShift(self) -> None:
        self._send("DELETE", "shift")

    @Slot()
    def callNext(self) -> None:
        self._send("POST", "call-next")

    @Slot()
    def recall(self) -> None:
        self._send("POST", "recall")

    @Slot()
    def start(self) -> None:
        self._send("POST", "start")

    @Slot()
    def finish(self) -> None:
        self._send("POST", "finish")

    @Slot()
    def finishAndCallNext(self) -> None:
        self._send("POST", "finish", then="call-next")

    @Slot()
    def noShow(self) -> None:
        self._send("POST", "no-show")

    @Slot()
    def dismissNotice(self) -> None:
        self._notice_code = ""
        self._refresh()

    @Slot()
    def tick(self) -> None:
        """Waits grow with the clock; what the feed has not told by now, it will tell in its own time."""
        self._settling = None
        self._refresh()

    def _sight(self) -> Sight:
        """What the counter's state was when something was asked of it."""
        floor = self._mirror.floor
        if floor is None:
            return None, None
        return floor.shifts.get(self._counter), floor.ticket_at(self._counter)

    def _send(self, method: str, act: str, body: Mapping[str, object] | None = None, then: str = "") -> None:
        if self._busy or not self._counter:
            return
        asked_at = self._sight()

        def answered(reply: Reply) -> None:
            self._busy = False
            self._notice_code, self._noticed = reply.code, self._sight()
            # Until the feed has brought what was answered, the old button must not be pressed again.
            self._settling = asked_at if reply.ok else None
            if reply.ok and then:
                self._send("POST", then)
            self._refresh()

        self._busy = True
        self._client.send(method, f"/counters/{self._counter}/{act}", body, answered)
        self._refresh()

    def _propose(self) -> None:
        """The choices for a shift begin with the site's own plan for the counter."""
        floor = self._mirror.floor
        if floor is None or self._levels or self._spoken:
            return
        planned = next((s for s in floor.site.standing_shifts if s.counter == self._counter), None)
        if planned is not None:
            self._levels = dict.fromkeys(planned.themes, FIRST_CHOICE)
            self._levels |= dict.fromkeys(planned.overflow, OVERFLOW)
            self._spoken = set(planned.languages)
        else:
            self._spoken = {floor.site.languages[0]}

    def _themes_at(self, level: int) -> list[str]:
        floor = self._mirror.floor
        themes = floor.site.themes if floor is not None else ()
        return [theme.id for theme in themes if self._levels.get(theme.id, NOT_SERVED) == level]

    def _languages_chosen(self) -> list[str]:
        floor = self._mirror.floor
        return [code for code in floor.site.languages if code in self._spoken] if floor is not None else []

    @Slot()
    def _refresh(self) -> None:
        floor = self._mirror.floor
        if floor is None:
            return
        if floor.site.counter(self._counter) is None:
            self._counter = ""
        elif self._counter not in floor.shifts:
            self._propose()
        sight = self._sight()
        if self._settling != sight:
            self._settling = None
        if self._noticed != sight:
            # The counter moved on: what was refused before is no news any more.
            self._notice_code = ""
        before, self._props = self._props, self._derive(floor)
        emit_changes(self, before, self._props)
        language = floor.site.languages[0]
        self._counters.show(
            [CounterRow(each.id, each.label, each.id in floor.shifts) for each in floor.site.counters]
        )
        self._themes.show(
            [
                ThemeChoiceRow(
                    theme.id, label_in(theme.label, language), theme.colour, self._levels.get(theme.id, NOT_SERVED)
                )
                for theme in floor.site.themes
            ]
        )
        self._languages.show(
            [
                LanguageChoiceRow(code, sentences.language_name(code), code in self._spoken)
                for code in floor.site.languages
            ]
        )

    def _derive(self, floor: Floor) -> AdvisorProps:
        counter = floor.site.counter(self._counter)
        shift = floor.shifts.get(self._counter)
        ticket = floor.ticket_at(self._counter)
        language = floor.site.languages[0]
        theme = floor.site.theme(ticket.theme) if ticket is not None else None
        now = max(self._clock(), floor.latest)
        waiting = waiting_for(floor, self._counter, shift, now) if shift is not None else []
        return AdvisorProps(
            connected=self._client.connected,
            sample=floor.site.sample,
            counter_id=self._counter,
            counter_label=counter.label if counter is not None else "",
            stage=_stage(self._counter, shift, ticket),
            number=ticket.label if ticket is not None else "",
            theme_label=label_in(theme.label, language) if theme is not None else "",
            waiting=len(waiting),
            longest_wait_min=minutes(waiting[0].arrival, now) if waiting else -1,
            shift_text=_shift_text(floor, shift, language),
            until_text=_until_text(floor, shift),
            can_open=bool(self._themes_at(FIRST_CHOICE)) and bool(self._languages_chosen()),
            busy=self._busy or self._settling is not None,
            notice=sentences.refusal(self._notice_code) if self._notice_code else "",
            recalls=ticket.recalls if ticket is not None else 0,
            since_min=minutes(ticket.since, now) if ticket is not None else 0,
        )


def _stage(counter: str, shift: Shift | None, ticket: Ticket | None) -> str:
    if not counter:
        return "choose"
    if ticket is not None:
        return "receiving" if ticket.state is TicketState.IN_INTERVIEW else "called"
    return "off" if shift is None else "free"


def _shift_text(floor: Floor, shift: Shift | None, language: str) -> str:
    if shift is None:
        return ""
    labels = sentences.theme_labels(floor.site, (*shift.themes, *shift.overflow), language)
    return f"{labels} · {', '.join(shift.languages)}"


def _until_text(floor: Floor, shift: Shift | None) -> str:
    if shift is None or shift.until is None:
        return ""
    local = floor.site.local(shift.until)
    return QCoreApplication.translate("AdvisorViewModel", "jusqu’à {hour}").format(hour=clock_text(local))
