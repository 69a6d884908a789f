"""The calls of one waiting area on a display: the newest large, one after the other, the last ones beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.hub import single_shot
from cdm_kiosk.domain.disclosure import Board, NumberCalled
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

ROWS = 8
"""More than any layout shows: a tall screen has room for them."""


@dataclass(frozen=True, slots=True)
class CallRow:
    number: str
    place: str
    where: str
    recalled: bool


@dataclass(frozen=True, slots=True)
class CallsProps:
    direction: str = ""
    """Where the area lies, seen from the screen: left, right, up, down, or "" where nobody said."""
    calls: tuple[CallRow, ...] = ()
    zone_name: str = ""
    number: str = ""
    place: str = ""
    where: str = ""
    """The area that the newest call is asked to, where the screen shows several together."""
    recalled: bool = False
    announcing: bool = False
    counts: tuple[int, ...] = ()
    """How many numbers each of ``calls`` has."""
    digits: int = 1
    """How many digits the longest number has."""


@known_to_qml
class ZoneCalls(ViewModel[CallsProps]):
    """One area's calls, or those of all areas ("").

    Calls are announced in order, none lost and none over another: each keeps the large place for ``announce_ms``,
    or for half of it while others wait. Numbers that are called to one place together are one announcement.
    """

    announced = Signal(object)
    """The calls (a tuple of NumberCalled) that take the large place now."""
    joined = Signal(object)
    """More calls of the occasion that has the large place."""
    moved = Signal()
    """What is announced has changed: show it anew."""

    def __init__(self, zone: str, direction: str, announce_ms: int, parent: QObject | None = None) -> None:
        super().__init__(CallsProps(direction), parent)
        self.zone = zone
        self._announce_ms = announce_ms
        self._queue: deque[NumberCalled] = deque()
        self._announced: tuple[NumberCalled, ...] = ()
        self._spare_ms = 0
        self._pause = single_shot(self, self._announce_next)

    def take(self, call: NumberCalled) -> None:
        """Announce a call of this area as soon as the large place is free; other areas' calls are not for it."""
        if self.zone not in ("", call.zone):
            return
        is_announcing = self._pause.isActive()
        if is_announcing and self._announced and occasion(call) == occasion(self._announced[0]):
            self._announced = (*self._announced, call)
            self.joined.emit((call,))
            return
        self._queue.append(call)
        if not is_announcing:
            self._announce_next()
        elif self._spare_ms:
            self._pause.start(max(0, self._pause.remainingTime() - self._spare_ms))
            self._spare_ms = 0

    def show(self, board: Board, zone_name: str, names: dict[str, str]) -> None:
        """Show what the board has for this area; ``names`` are the areas' own, where they must be told apart."""
        standing = {call.number for call in board.calls}
        # A call that was taken back is neither announced nor left standing.
        self._queue = deque(call for call in self._queue if call.number in standing)
        self._announced = tuple(call for call in self._announced if call.number in standing)
        newest, *earlier = self._shown_calls(board) or [()]
        earlier = earlier[:ROWS]
        self._become(
            CallsProps(
                direction=self.props.direction,
                calls=tuple(
                    CallRow(_numbers(calls), calls[0].place, names.get(calls[0].zone, ""), calls[0].recall)
                    for calls in earlier
                ),
                zone_name=zone_name,
                number=_numbers(newest),
                place=newest[0].place if newest else "",
                where=names.get(newest[0].zone, "") if newest else "",
                recalled=bool(newest) and newest[0].recall,
                announcing=self._pause.isActive(),
                counts=tuple(len(calls) for calls in earlier),
                digits=max((len(str(call.number)) for calls in (newest, *earlier) for call in calls), default=1),
            )
        )

    @Slot()
    def _announce_next(self) -> None:
        self._announced = ()
        if self._queue:
            first = occasion(self._queue[0])
            self._announced = tuple(takewhile(lambda call: occasion(call) == first, self._queue))
            for _ in self._announced:
                self._queue.popleft()
            in_a_burst = self._announce_ms // 2
            self._spare_ms = 0 if self._queue else self._announce_ms - in_a_burst
            self._pause.start(in_a_burst + self._spare_ms)
            self.announced.emit(self._announced)
        self.moved.emit()

    def _shown_calls(self, board: Board) -> list[tuple[NumberCalled, ...]]:
        """The calls that are not still to be announced, newest first; those of one occasion together."""
        pending = {(call.number, call.occasion) for call in self._queue}
        announced = {call.number for call in self._announced}
        # A recall waits its turn like any call: until then the earlier call of that number still stands.
        earlier = [
            call
            for call in board.calls
            if self.zone in ("", call.zone)
            and (call.number, call.occasion) not in pending
            and call.number not in announced
        ]
        together = [tuple(reversed(list(calls))) for _, calls in groupby(earlier, occasion)]
        return [self._announced, *together] if self._announced else together


def occasion(call: NumberCalled) -> int:
    """What those who were called together have in common, whatever the clock said."""
    return call.occasion or -call.number


def _numbers(calls: Sequence[NumberCalled]) -> str:
    return ", ".join(str(call.number) for call in calls)
