"""The hub's clock: the machine's, held against one that nobody can set. The house's time never stands still."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from cdm_kiosk.domain.day import CLOCK_PATIENCE

SLOWED = 0.1
"""The part of its pace that the house's clock gives up while the machine's comes up to it."""


def wall_clock() -> datetime:
    """What the machine believes that it is, aware UTC."""
    return datetime.now(UTC)


def steady_clock() -> float:
    """Seconds that only ever pass, those of a machine that slept included where the system counts them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class HouseClock:
    """Called, it tells the house's time (aware UTC): that of the ``wall`` clock, at the pace of the ``steady`` one.

    A small step of the wall clock forward is followed at once; a small one back is caught up with while the house's
    time goes on, a little slower. A large one is not followed before ``follow`` says so: ``parted`` is how far.
    Without a ``steady`` clock there is only the wall.
    """

    def __init__(self, wall: Callable[[], datetime], steady: Callable[[], float] | None = None) -> None:
        self._wall = wall
        self._steady = steady
        self._at = wall()
        self._read_at = 0.0 if steady is None else steady()

    def __call__(self) -> datetime:
        if self._steady is None:
            return self._wall()
        wall, steady = self._wall(), self._steady()
        passed = timedelta(seconds=max(0.0, steady - self._read_at))
        expected = self._at + passed
        if timedelta() <= wall - expected <= CLOCK_PATIENCE:
            expected = wall
        elif timedelta() < expected - wall <= CLOCK_PATIENCE:
            expected -= min(passed * SLOWED, expected - wall)
        self._at, self._read_at = expected, steady
        return expected

    def parted(self) -> timedelta:
        """How far the wall clock was set forward (or back) since it was followed; nothing while it is little."""
        if self._steady is None:
            return timedelta()
        by = self._wall() - self()
        return by if abs(by) > CLOCK_PATIENCE else timedelta()

    def wall(self) -> datetime:
        """What the machine's own clock tells."""
        return self._wall()

    def follow(self) -> None:
        """From here on go by the wall clock as it is."""
        self._at = self._wall()

    def begin_at(self, latest: datetime) -> None:
        """Go on from ``latest``, which the house has known already, where the wall clock is but a little behind."""
        if self._steady is not None and timedelta() < latest - self._at <= CLOCK_PATIENCE:
            self._at = latest
