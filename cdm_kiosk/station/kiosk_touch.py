"""What touches may mean on a kiosk: the hidden way to its PIN, and which of them nobody's finger makes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

logger = logging.getLogger(__name__)

CORNER_MM = 15.0
CORNERS = ("left", "right", "left", "right", "left")
WITHIN_S = 6.0
HELD_S = 10.0
MOST_POINTS = 5
MOST_PRESSES = 12
PRESSES_WITHIN_S = 2.0
QUIET_S = 1.0

Step = TypeVar("Step")


class Sequence(Generic[Step]):
    """Knows when the last steps are those asked for, within so many seconds."""

    def __init__(self, wanted: Iterable[Step], within_s: float = WITHIN_S) -> None:
        self._wanted = [*wanted]
        self._within_s = within_s
        self._last: list[tuple[Step | None, float]] = []

    def step(self, step: Step | None, at_s: float) -> bool:
        """Whether this step completes the sequence; None is one that belongs to no sequence."""
        self._last = [*self._last, (step, at_s)][-len(self._wanted) :]
        if not self._wanted or [each for each, _ in self._last] != self._wanted:
            return False
        in_time = at_s - self._last[0][1] <= self._within_s
        self._last = []
        return in_time


def corner(x_mm: float, y_mm: float, width_mm: float) -> str | None:
    """Which upper corner of the screen a touch is in, if one."""
    if not 0 <= y_mm <= CORNER_MM:
        return None
    return "left" if 0 <= x_mm <= CORNER_MM else "right" if 0 <= width_mm - x_mm <= CORNER_MM else None


class TouchGuard:
    """Tells the touches of people from those of dirt, water and a broken sensor. ``clock`` counts seconds.

    A touch held for longer than 10 s is ignored until it has been gone for 1 s; more than 5 at once, or more than
    12 in 2 s, are ignored all together until nothing was pressed for 1 s. Each case is logged once, without where.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._down_at: dict[int, float] = {}
        self._stuck: set[int] = set()
        self._released_at: dict[int, float] = {}
        self._presses: list[float] = []
        self._series_since: float | None = None

    def pressed(self, point: int) -> None:
        """A touch begins."""
        now = self._clock()
        self._settle(now)
        self._down_at[point] = now
        self._released_at.pop(point, None)
        self._presses = [at for at in self._presses if now - at < PRESSES_WITHIN_S] + [now]
        if self._series_since is not None:
            self._series_since = now
        elif len(self._down_at.keys() - self._stuck) > MOST_POINTS:
            self._ignore_series(now, "too many touches at once")
        elif len(self._presses) > MOST_PRESSES:
            self._ignore_series(now, "touches faster than fingers")

    def released(self, point: int) -> None:
        """A touch ends."""
        self._down_at.pop(point, None)
        if point in self._stuck:
            self._released_at[point] = self._clock()

    def cancelled(self) -> None:
        """The window system takes all touches back."""
        for point in [*self._down_at]:
            self.released(point)

    def look(self) -> bool:
        """Whether a touch is newly found to be stuck; to be asked now and then while nothing is touched."""
        now = self._clock()
        self._settle(now)
        stuck = {point for point, at in self._down_at.items() if now - at > HELD_S} - self._stuck
        if stuck:
            self._stuck |= stuck
            logger.warning("a touch does not end: it is ignored until it does")
        return bool(stuck)

    def ignores(self, point: int) -> bool:
        """Whether this touch is nobody's."""
        return self._series_since is not None or point in self._stuck

    def _ignore_series(self, now: float, why: str) -> None:
        self._series_since = now
        logger.warning("%s: all are ignored until nothing is touched for %g s", why, QUIET_S)

    def _settle(self, now: float) -> None:
        quiet = {point for point, at in self._released_at.items() if now - at >= QUIET_S}
        self._stuck -= quiet
        self._released_at = {point: at for point, at in self._released_at.items() if point not in quiet}
        since = self._series_since
        held = self._down_at.keys() - self._stuck
        if since is not None and now - since >= QUIET_S and not held:
            self._series_since = None
            self._presses = []
