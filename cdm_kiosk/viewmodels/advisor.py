"""The advisor's window: one large action that is always the right next one, and how many wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.floor import Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.rota import proposal, usual
from cdm_kiosk.domain.routing import waiting_for
from cdm_kiosk.domain.site import RECEPTION, Theme, label_in
from cdm_kiosk.viewmodels import sentences
from cdm_kiosk.viewmodels.sentences import clock_text, minutes
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes, once_a_turn

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

NOT_SERVED, FIRST_CHOICE, OVERFLOW = range(3)
NAMED_OTHERS = 3
Sight = tuple[Shift | None, tuple[Ticket, ...]]


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
class ChoiceRow:
    choice_id: str
    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class AdvisorProps:
    connected: bool = False
    sample: bool = False
    rehearsal: bool = False
    counter_id: str = ""
    counter_label: str = ""
    stage: str = "choose"
    number: str = ""
    others_text: str = ""
    theme_label: str = ""
    waiting: int = 0
    longest_wait_min: int = -1
    shift_text: str = ""
    until_text: str = ""
    ended_text: str = ""
    shift_over: bool = False
    can_undo: bool = False
    can_open: bool = False
    busy: bool = False
    notice: str = ""
    recalls: int = 0
    since_min: int = 0


@QmlElement
@QmlUncreatable("made by the advisor's composition root")
class AdvisorViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """One counter as who receives there sees it: an advisor, or reception at its own desk.

    Nothing about who waits, no name, no speed, no ranking. ``stage`` is "choose" (no counter yet), "off" (no
    shift), "free", "break", "over" (the shift's time is up), "called" or "receiving". Where several visitors are
    there together, ``number`` is the first, and a command without a name means them all.
    """

    connectedChanged = Signal()
    sampleChanged = Signal()
    rehearsalChanged = Signal()
    counterIdChanged = Signal()
    counterLabelChanged = Signal()
    stageChanged = Signal()
    numberChanged = Signal()
    othersTextChanged = Signal()
    themeLabelChanged = Signal()
    waitingChanged = Signal()
    longestWaitMinChanged = Signal()
    shiftTextChanged = Signal()
    untilTextChanged = Signal()
    endedTextChanged = Signal()
    shiftOverChanged = Signal()
    canUndoChanged = Signal()
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
        self._chosen_by_hand = False
        self._last_shift: Shift | None = None
        self._ended_at: datetime | None = None
        self._busy = False
        self._settling: Sight | None = None
        self._notice_code = ""
        self._noticed: Sight | None = None
        self._props = AdvisorProps()
        self._counters = RecordsModel(CounterRow, self)
        self._themes = RecordsModel(ThemeChoiceRow, self)
        self._languages = RecordsModel(LanguageChoiceRow, self)
        self._visitors = RecordsModel(ChoiceRow, self)
        self._hand_overs = RecordsModel(ChoiceRow, self)
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

    @Property(str, notify=othersTextChanged)
    def othersText(self) -> str:
        return self._props.others_text

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

    @Property(str, notify=endedTextChanged)
    def endedText(self) -> str:
        return self._props.ended_text

    @Property(bool, notify=shiftOverChanged)
    def shiftOver(self) -> bool:
        return self._props.shift_over

    @Property(bool, notify=canUndoChanged)
    def canUndo(self) -> bool:
        return self._props.can_undo

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

    @Property(QAbstractItemModel, constant=True)
    def visitors(self) -> QAbstractItemModel:
        """Who is called to this counter and has not come yet."""
        return self._visitors

    @Property(QAbstractItemModel, constant=True)
    def handOvers(self) -> QAbstractItemModel:
        """The themes that the visitor may be passed on to."""
        return self._hand_overs

    @Slot(str)
    def chooseCounter(self, counter_id: str) -> None:
        self._counter = counter_id
        self._levels, self._spoken = {}, set()
        self._chosen_by_hand = False
        self._last_shift = self._ended_at = None
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
        self._chosen_by_hand = True
        self._refresh()

    @Slot(str)
    def toggleLanguage(self, code: str) -> None:
        self._spoken ^= {code}
        self._chosen_by_hand = True
        self._refresh()

    @Slot()
    def openShift(self) -> None:
        self._open(self._themes_at(FIRST_CHOICE), self._themes_at(OVERFLOW), self._languages_chosen())

    @Slot()
    def reopenShift(self) -> None:
        """Go on after the shift's time is up, with the same themes and languages."""
        shift = self._sight()[0]
        if shift is not None:
            self._open(shift.themes, shift.overflow, shift.languages)

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

    @Slot(str)
    def noShowOf(self, ticket_id: str) -> None:
        """Of several who were called together, this one did not come."""
        self._send("POST", "no-show", {"ticket": ticket_id})

    @Slot()
    def undo(self) -> None:
        """The call was a mistake: the visitor waits again in the old place."""
        self._send("POST", "undo")

    @Slot(str)
    def handOver(self, theme_id: str) -> None:
        """Pass the visitor on to another theme, under the same number."""
        self._send("POST", "hand-over", {"theme": theme_id})

    @Slot()
    def takeBreak(self) -> None:
        self._send("POST", "break")

    @Slot()
    def endBreak(self) -> None:
        self._send("POST", "back-to-work")

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
            return None, ()
        return floor.shifts.get(self._counter), floor.tickets_at(self._counter)

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

    def _open(self, themes: Sequence[str], overflow: Sequence[str], languages: Sequence[str]) -> None:
        until = self._planned_end()
        body = {
            "themes": [*themes],
            "overflow": [*overflow],
            "languages": [*languages],
            "until": None if until is None else until.isoformat(),
        }
        self._send("PUT", "shift", body)

    def _propose(self, floor: Floor) -> None:
        """Until a hand changes them, the choices follow the plan, else the shift before, else what is usual."""
        if self._chosen_by_hand:
            return
        site = floor.site
        planned = proposal(site, self._counter, self._clock()) or self._last_shift or usual(site, self._counter)
        if planned is not None:
            self._levels = dict.fromkeys(planned.themes, FIRST_CHOICE)
            self._levels |= dict.fromkeys(planned.overflow, OVERFLOW)
            self._spoken = set(planned.languages)
        else:
            self._levels = {RECEPTION: FIRST_CHOICE} if self._counter == site.desk else {}
            self._spoken = {site.languages[0]}

    def _planned_end(self) -> datetime | None:
        """When the plan ends a shift that begins now, whatever themes the advisor chose for it."""
        floor = self._mirror.floor
        planned = proposal(floor.site, self._counter, self._clock()) if floor is not None else None
        return planned.until(floor.site) if floor is not None and planned is not None else None

    def _themes_at(self, level: int) -> list[str]:
        floor = self._mirror.floor
        themes = floor.site.themes_at(self._counter) if floor is not None else ()
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
        shift = floor.shifts.get(self._counter)
        if shift is None:
            self._propose(floor)
            if self._ended_at is not None and max(self._clock(), floor.latest) < self._ended_at:
                self._ended_at = None  # somebody ended it before its time
        else:
            self._chosen_by_hand = False
            self._last_shift, self._ended_at = shift, shift.until
        sight = self._sight()
        if self._settling != sight:
            self._settling = None
        if self._noticed != sight:
            # The counter moved on: what was refused before is no news any more.
            self._notice_code = ""
        before, self._props = self._props, self._derive(floor)
        emit_changes(self, before, self._props)
        self._show_lists(floor)

    def _show_lists(self, floor: Floor) -> None:
        language = floor.site.languages[0]
        self._counters.show(
            [CounterRow(each.id, each.label, each.id in floor.shifts) for each in floor.site.counters]
        )
        self._themes.show(
            [
                ThemeChoiceRow(
                    theme.id, label_in(theme.label, language), theme.colour, self._levels.get(theme.id, NOT_SERVED)
                )
                for theme in floor.site.themes_at(self._counter)
            ]
        )
        self._languages.show(
            [
                LanguageChoiceRow(code, sentences.language_name(code), code in self._spoken)
                for code in floor.site.languages
            ]
        )
        there = floor.tickets_at(self._counter)
        called = [each for each in there if each.state is TicketState.CALLED]
        self._visitors.show(
            [ChoiceRow(each.id, _tr("Numéro {number}").format(number=each.label), "") for each in called]
        )
        self._hand_overs.show(
            [
                ChoiceRow(theme.id, label_in(theme.label, language), theme.colour)
                for theme in _hand_overs(floor, there)
            ]
        )

    def _derive(self, floor: Floor) -> AdvisorProps:
        site = floor.site
        counter = site.counter(self._counter)
        shift, there = self._sight()
        language = site.languages[0]
        # Of several, those whom the next action is about: first all who were called, then all who came.
        shown = [each for each in there if each.state is TicketState.CALLED] or [*there]
        first = shown[0] if shown else None
        theme = site.theme(first.theme) if first is not None and len(shown) == 1 else None
        now = max(self._clock(), floor.latest)
        waiting = waiting_for(floor, self._counter, shift, now) if shift is not None else []
        until = self._planned_end() if shift is None else shift.until
        return AdvisorProps(
            connected=self._client.connected,
            sample=site.sample,
            rehearsal=self._mirror.clock.tempo is not None,
            counter_id=self._counter,
            counter_label=counter.label if counter is not None else "",
            stage=_stage(self._counter, shift, first, now),
            number=first.label if first is not None else "",
            others_text=_others_text(shown[1:]),
            theme_label=label_in(theme.label, language) if theme is not None else "",
            waiting=len(waiting),
            longest_wait_min=minutes(waiting[0].arrival, now) if waiting else -1,
            shift_text=_shift_text(floor, shift, language),
            until_text=_tr("jusqu’à {hour}").format(hour=clock_text(site.local(until))) if until else "",
            ended_text=_ended_text(floor, self._ended_at, now),
            shift_over=_is_over(shift, now),
            can_undo=_can_undo(floor, shown, now),
            can_open=bool(self._themes_at(FIRST_CHOICE)) and bool(self._languages_chosen()),
            busy=self._busy or self._settling is not None,
            notice=sentences.refusal(self._notice_code) if self._notice_code else "",
            recalls=first.recalls if first is not None else 0,
            since_min=_since_min(shift, first, now),
        )


def _stage(counter: str, shift: Shift | None, ticket: Ticket | None, now: datetime) -> str:
    if not counter:
        return "choose"
    if ticket is not None:
        return "receiving" if ticket.state is TicketState.IN_INTERVIEW else "called"
    if shift is None:
        return "off"
    if _is_over(shift, now):
        return "over"
    return "free" if shift.away_since is None else "break"


def _is_over(shift: Shift | None, now: datetime) -> bool:
    return shift is not None and shift.until is not None and shift.until <= now


def _can_undo(floor: Floor, shown: Sequence[Ticket], now: datetime) -> bool:
    patience = timedelta(seconds=floor.site.manners.undo_s)
    called = [each for each in shown if each.state is TicketState.CALLED]
    return bool(called) and all(now - each.since <= patience for each in called)


def _since_min(shift: Shift | None, ticket: Ticket | None, now: datetime) -> int:
    """How long the visitor has been called or received, or the break has lasted."""
    if ticket is not None:
        return minutes(ticket.since, now)
    return minutes(shift.away_since, now) if shift is not None and shift.away_since is not None else 0


def _hand_overs(floor: Floor, there: Sequence[Ticket]) -> Sequence[Theme]:
    """Where the one visitor may be passed on to; of several, each has a way of their own."""
    if len(there) != 1:
        return ()
    site = floor.site
    themes = site.themes if site.desk is None else site.themes_at(site.desk)
    return [theme for theme in themes if theme.id != there[0].theme]


def _others_text(others: Sequence[Ticket]) -> str:
    """Who is there beside the first: "avec le 14 et le 15"."""
    if not others:
        return ""
    named = others[:NAMED_OTHERS] if len(others) > NAMED_OTHERS + 1 else others
    numbers = [_tr("le {number}").format(number=each.label) for each in named]
    if more := len(others) - len(named):
        return _tr("avec {numbers} et {more} autres").format(numbers=", ".join(numbers), more=more)
    if len(numbers) == 1:
        return _tr("avec {numbers}").format(numbers=numbers[0])
    return _tr("avec {numbers} et {last}").format(numbers=", ".join(numbers[:-1]), last=numbers[-1])


def _shift_text(floor: Floor, shift: Shift | None, language: str) -> str:
    if shift is None:
        return ""
    labels = sentences.theme_labels(floor.site, (*shift.themes, *shift.overflow), language)
    return f"{labels} · {', '.join(shift.languages)}"


def _ended_text(floor: Floor, until: datetime | None, now: datetime) -> str:
    """That the permanence is over, as long as that is news: on the day itself."""
    if until is None or now < until or not floor.is_open:
        return ""
    local = floor.site.local(until)
    if local.date() != floor.site.local(now).date():
        return ""
    return _tr("La permanence s’est terminée à {hour}.").format(hour=clock_text(local))


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdvisorViewModel", text)
