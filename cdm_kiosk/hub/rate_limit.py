"""Limits how many answers a second go out, to everybody together."""

from __future__ import annotations

import asyncio

LONGEST_WAIT_S = 5.0
"""An answer that would have to wait longer is refused."""


class RateLimit:
    """Spaces answers evenly, whoever asks: it keeps no address."""

    def __init__(self, per_s: float, longest_s: float = LONGEST_WAIT_S) -> None:
        self._apart_s = 1 / per_s
        self._longest_s = longest_s
        self._free_at = 0.0

    def wait_s(self, now: float) -> float | None:
        """How long this answer has to wait (seconds from ``now`` on any steady clock); ``None``: far too long."""
        wait = max(0.0, self._free_at - now)
        if wait > self._longest_s:
            return None
        self._free_at = now + wait + self._apart_s
        return wait

    async def wait(self) -> bool:
        """Wait until it is time for one answer more; false when there are far too many."""
        wait = self.wait_s(asyncio.get_running_loop().time())
        if wait is None:
            return False
        if wait:
            await asyncio.sleep(wait)
        return True
