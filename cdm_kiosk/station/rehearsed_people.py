"""The visitors and advisors of a rehearsed day: they act through the hub like everybody else."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from cdm_kiosk.client.hub import Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import NOTHING, Orders
from cdm_kiosk.domain.commands import CallNext
from cdm_kiosk.domain.decisions import may
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.orders import Order, Principal, Role
from cdm_kiosk.domain.rota import proposal
from cdm_kiosk.rehearsal.visits import PlannedVisit
from cdm_kiosk.station.membership import Membership

LOOK_EVERY_MS = 200
WALK = timedelta(seconds=50)
"""From the call to the table."""
ABSENT_ONE_IN = 20
RECALL_AFTER = timedelta(minutes=1, seconds=30)
GONE_AFTER = timedelta(minutes=3)


class RehearsedPeople(QObject):
    """Plays ``visits`` (in order of arrival) and the advisors of all planned counters but those ``left_free``."""

    def __init__(
        self,
        member: Membership,
        visits: Iterable[PlannedVisit],
        left_free: frozenset[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = member.client(Principal(Role.RECEPTION), self)
        self._orders = Orders(self._client)
        self._mirror = StaffMirror(self._client, self)
        self._coming = deque(visits)
        self._left_free = left_free
        self._visits: dict[str, PlannedVisit] = {}
        self._acting: set[str] = set()
        self._free_from: dict[str, datetime] = {}
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self._play)

    def start(self) -> None:
        """Begin to follow the hub, and to act."""
        self._client.start()
        self._look.start()

    def stop(self) -> None:
        """Leave the floor as it is."""
        self._look.stop()
        self._client.stop()

    @Slot()
    def _play(self) -> None:
        floor = self._mirror.floor
        if floor is None or not floor.is_open or not self._client.connected:
            return
        now = self._mirror.clock()
        while self._coming and self._coming[0].arrive <= now:
            self._take_number(self._coming.popleft())
        for ticket in floor.waiting():
            self._wait(ticket, now)
        for counter in floor.site.counters:
            if counter.id not in self._left_free:
                self._advise(floor, counter.id, now)

    def _take_number(self, visit: PlannedVisit) -> None:
        values = {
            "theme": visit.theme,
            "language": visit.language,
            "accessible": "accessible" in visit.needs,
            "precedence": visit.precedence,
        }

        def given(reply: Reply) -> None:
            if reply.ok:
                self._visits[str(reply.body["id"])] = visit

        self._orders.ask("issue", values, given)

    def _wait(self, ticket: Ticket, now: datetime) -> None:
        visit = self._visits.get(ticket.id)
        if visit is None or visit.patience_min is None or ticket.state is not TicketState.WAITING:
            return
        if ticket.called_at is None and now - ticket.arrival > timedelta(minutes=visit.patience_min):
            self._act(ticket.id, "withdraw", {"ticket": ticket.id})

    def _advise(self, floor: Floor, counter: str, now: datetime) -> None:
        there = floor.ticket_at(counter)
        shift = floor.shifts.get(counter)
        if there is not None:
            self._receive(floor, counter, there, now)
        elif shift is None:
            self._open(floor, counter, now)
        elif self._may_call(floor, counter, now):
            self._at(counter, "call-next")

    def _may_call(self, floor: Floor, counter: str, now: datetime) -> bool:
        call = Order(CallNext(counter), Principal(Role.RECEPTION))
        return now >= self._free_from.get(counter, now) and may(floor, call, now) is None

    def _open(self, floor: Floor, counter: str, now: datetime) -> None:
        planned = proposal(floor, counter, now)
        if planned is None or now < planned.start or floor.site.rota_opens_shifts:
            return
        until = planned.until(floor.site)
        shift = {
            "themes": planned.themes,
            "overflow": planned.overflow,
            "languages": planned.languages,
            "until": None if until is None else until.isoformat(),
        }
        self._at(counter, "shift", shift)

    def _receive(self, floor: Floor, counter: str, ticket: Ticket, now: datetime) -> None:
        """What an advisor does with who was called: receive, recall, and in the end let go."""
        stays = now - ticket.since
        if ticket.state is TicketState.CALLED:
            if ticket.number % ABSENT_ONE_IN:
                if stays >= WALK:
                    self._at(counter, "start")
            elif stays >= GONE_AFTER:
                self._at(counter, "no-show")
            elif stays >= RECALL_AFTER and not ticket.recalls:
                self._at(counter, "recall")
            return
        visit = self._visits.get(ticket.id)
        onward = visit.hand_over if visit is not None and ticket.theme == visit.theme else None
        if stays < timedelta(minutes=_length_min(floor, ticket, visit)):
            return
        self._free_from[counter] = now + timedelta(minutes=floor.site.expectations.turnover_min)
        if onward is not None:
            self._at(counter, "hand-over", {"theme": onward.theme})
        else:
            self._at(counter, "finish")

    def _at(self, counter: str, verb: str, values: Mapping[str, object] = NOTHING) -> None:
        self._act(counter, verb, {"counter": counter, **values})

    def _act(self, who: str, verb: str, values: Mapping[str, object]) -> None:
        """One order at a time for each counter or visitor; a refusal is looked at afresh the next time."""
        if who not in self._acting:
            self._acting.add(who)
            self._orders.ask(verb, values, partial(self._acted, who))

    def _acted(self, who: str, _reply: Reply) -> None:
        self._acting.discard(who)


def _length_min(floor: Floor, ticket: Ticket, visit: PlannedVisit | None) -> float:
    if visit is None:
        # Somebody who took a number at the kiosk: received like most.
        theme = floor.site.theme(ticket.theme)
        return theme.interview_min if theme is not None else 0.0
    is_second = visit.hand_over is not None and ticket.theme != visit.theme
    return visit.hand_over.length_min if visit.hand_over is not None and is_second else visit.length_min
