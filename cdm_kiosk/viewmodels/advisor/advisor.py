"""The advisor's window: one large action that is always the right next one, and how many wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import NOTHING, Orders
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.viewmodels.advisor import counter as counters
from cdm_kiosk.viewmodels.advisor.counter import AdvisorProps, CounterState
from cdm_kiosk.viewmodels.advisor.habits import Habits
from cdm_kiosk.viewmodels.advisor.orders import CounterOrders, Next, Values
from cdm_kiosk.viewmodels.advisor.shift_choice import ShiftChoice, planned_end, shift_body
from cdm_kiosk.viewmodels.shared.searching import searching_text
from cdm_kiosk.viewmodels.shared.shown import ViewModel, constant, known_to_qml, once_a_turn

NOT_WORKING_YET = ("choose", "off")


@known_to_qml
class AdvisorViewModel(ViewModel[AdvisorProps]):
    """One counter as who receives there sees it: an advisor, or reception at its own desk.

    Nothing about who waits, no name, no speed, no ranking. ``stage`` is "choose" (no counter yet), "off" (no
    shift), "free", "break", "over" (the shift's time is up), "called" or "receiving". Where several visitors are
    there together, ``number`` is the first, and a command without a name means them all. ``somebodyWaits`` tells
    that the table is free and somebody has come to wait for it.
    """

    habits = constant(Habits, "_habits")
    """What this station remembers."""
    somebodyWaits = Signal()

    def __init__(
        self,
        mirror: StaffMirror,
        client: HubClient,
        orders: Orders,
        counter: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        habits: Habits | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(AdvisorProps(searching_text=searching_text(client)), parent)
        self._mirror = mirror
        self._client = client
        self._clock = clock
        self._counter = counter
        self._habits = Habits(parent=self) if habits is None else habits
        self._arrived = False
        self._lost_state: CounterState | None = None
        self._choice = ShiftChoice(counter)
        self._ended_at: datetime | None = None
        self._orders = CounterOrders(orders, self._state, self._refresh)
        self._soon = once_a_turn(self._refresh, self)
        mirror.changed.connect(self._soon.start)

    @Slot(str)
    def chooseCounter(self, counter_id: str) -> None:
        self._counter = counter_id
        self._habits.sit_at(counter_id)
        self._choice = ShiftChoice(counter_id)
        self._ended_at = self._lost_state = None
        self._refresh()

    @Slot()
    def leaveCounter(self) -> None:
        self._counter = ""
        self._orders.notice = ""
        self._refresh()

    @Slot(str)
    def cycleTheme(self, theme_id: str) -> None:
        """Not served, first choice, overflow, and round again."""
        self._choice.cycle_theme(theme_id)
        self._refresh()

    @Slot(str)
    def toggleLanguage(self, code: str) -> None:
        self._choice.toggle_language(code)
        self._refresh()

    @Slot()
    def openShift(self) -> None:
        floor = self._mirror.floor
        if floor is not None:
            until = planned_end(floor, self._counter, self._clock())
            self._act("shift", self._choice.body(floor, until))

    @Slot()
    def reopenShift(self) -> None:
        """Go on after the shift's time is up, with the same themes and languages."""
        floor = self._mirror.floor
        shift = self._state().shift
        if floor is not None and shift is not None:
            until = planned_end(floor, self._counter, self._clock())
            body = shift_body([*shift.themes], [*shift.overflow], [*shift.languages], until)
            self._act("shift", body)

    @Slot()
    def closeShift(self) -> None:
        self._act("end-shift")

    @Slot()
    def callNext(self) -> None:
        self._act("call-next")

    @Slot()
    def recall(self) -> None:
        self._act("recall")

    @Slot()
    def start(self) -> None:
        self._act("start")

    @Slot()
    def finish(self) -> None:
        self._act("finish")

    @Slot()
    def finishAndCallNext(self) -> None:
        """Where nobody waits any more, finishing was all there was to do."""
        done = _tr("Entretien terminé, personne n’est appelé.")
        self._act("finish", then=Next("call-next", done, {"counter": self._counter}))

    @Slot()
    def noShow(self) -> None:
        self._act("no-show")

    @Slot(str)
    def noShowOf(self, ticket_id: str) -> None:
        """Of several who were called together, this one did not come."""
        self._act("no-show", {"ticket": ticket_id})

    @Slot()
    def undo(self) -> None:
        """The call was a mistake: the visitor waits again in the old place."""
        self._act("undo")

    @Slot(str)
    def backInLine(self, ticket_id: str) -> None:
        """Too late to undo: who was called (the one, for "") waits again, and loses nothing of the place."""
        there = {each.id: each for each in self._state().there}
        ticket = there.get(ticket_id) or next(iter(there.values()), None)
        if ticket is not None:
            self._act("hand-over", {"theme": ticket.theme, "ticket": ticket.id})

    @Slot(str)
    def handOver(self, theme_id: str) -> None:
        """Pass the visitor on to another theme, under the same number."""
        self._act("hand-over", {"theme": theme_id})

    @Slot(str)
    def handOverTo(self, counter_id: str) -> None:
        """Pass the visitor on to another counter, under the same number and theme."""
        self._act("hand-over", {"to_counter": counter_id})

    @Slot(int)
    def park(self, for_minutes: int) -> None:
        """Ask the visitor to wait aside; the counter is free meanwhile."""
        self._act("park", {"minutes": for_minutes})

    @Slot(str)
    def takeBack(self, ticket_id: str) -> None:
        """Call again who waited aside; "" is the one."""
        ticket = ticket_id or next((row.choice_id for row in self.props.parked), "")
        done = _tr("De nouveau dans la file, pas appelé.")
        then = Next("call", done, {"counter": self._counter, "ticket": ticket})
        self._orders.ask("back", {"ticket": ticket}, then)

    @Slot()
    def askHelp(self) -> None:
        """Ask reception to come."""
        self._act("help")

    @Slot()
    def endHelp(self) -> None:
        """Reception need not come any more."""
        self._act("help-came")

    @Slot()
    def takeBreak(self) -> None:
        self._act("break")

    @Slot()
    def endBreak(self) -> None:
        self._act("back-to-work")

    @Slot()
    def dismissNotice(self) -> None:
        self._orders.notice = ""
        self._refresh()

    @Slot()
    def tick(self) -> None:
        """Waits grow with the clock."""
        self._orders.rest()
        self._refresh()

    def _state(self) -> CounterState:
        return counters.counter_state(self._mirror.floor, self._counter)

    def _act(self, verb: str, values: Values = NOTHING, then: Next | None = None) -> None:
        if self._counter:
            self._orders.ask(verb, {"counter": self._counter, **values}, then)

    def _sit_down(self, floor: Floor) -> None:
        """At the start: where this station was, if somebody is still at that table."""
        self._arrived = True
        counter = self._counter or self._habits.counter
        there = floor.tickets_at(counter)
        if there:
            self._counter = counter
            self._choice = ShiftChoice(counter)
            self._orders.tell(
                _tr("Vous reprenez où vous en étiez : {who}.").format(who=_still_there(len(there), there[0].label))
            )

    def _look_after_the_line(self) -> None:
        """Say so when the counter is no longer as it was before the hub was lost."""
        if not self._client.met:
            return
        if not self._client.connected:
            self._lost_state = self._lost_state or self._state()
        elif self._lost_state is not None:
            if self._lost_state != self._state() and self._arrived and self._counter:
                self._orders.tell(_tr("Connexion rétablie. Cette table a changé entre-temps."))
            self._lost_state = None

    @Slot()
    def _refresh(self) -> None:
        floor = self._mirror.floor
        if floor is None:
            return
        if not self._arrived:
            self._sit_down(floor)
        if floor.site.counter(self._counter) is None:
            self._counter = ""
        now = self._clock()
        shift = floor.shifts.get(self._counter)
        if shift is None:
            self._choice.propose(floor, now)
            if self._ended_at is not None and max(now, floor.latest) < self._ended_at:
                self._ended_at = None  # somebody ended it before its time
        else:
            self._choice.opened(shift)
            self._ended_at = shift.until
        self._look_after_the_line()
        self._orders.look()
        before = self.props
        self._become(self._derive(floor, now))
        if _has_come_to_wait(before, self.props):
            self.somebodyWaits.emit()

    def _derive(self, floor: Floor, now: datetime) -> AdvisorProps:
        end = planned_end(floor, self._counter, now)
        props = counters.derive(floor, self._counter, end, self._ended_at, max(now, floor.latest))
        return replace(
            props,
            connected=self._client.connected,
            searching_text=searching_text(self._client),
            rehearsal=self._mirror.clock.tempo is not None,
            can_open=self._choice.is_enough(floor),
            busy=self._orders.busy,
            notice=self._orders.notice,
            counters=counters.counter_rows(floor, self._habits.counter),
            themes=self._choice.theme_rows(floor),
            languages=self._choice.language_rows(floor),
        )


def _has_come_to_wait(before: AdvisorProps, now: AdvisorProps) -> bool:
    """Whether a free table has just become one that somebody waits for."""
    if now.stage != "free" or not now.waiting:
        return False
    return before.stage in NOT_WORKING_YET or (before.stage == "free" and not before.waiting)


def _still_there(count: int, number: str) -> str:
    if count == 1:
        return _tr("le {number} est encore à votre table").format(number=number)
    return _tr("le {number} et les autres sont encore à votre table").format(number=number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdvisorViewModel", text)
