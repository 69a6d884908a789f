"""Who may administer: one PIN for the house, and the sessions that it opened. Nothing of who."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path

from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.store.pin import KeptPin, NoPin

SESSION_S = 900
TOKEN_BYTES = 32


class PinNeeded(Refusal):
    """No session, or one that was not used for too long."""

    def __init__(self) -> None:
        super().__init__(Code.PIN_NEEDED)


class PinLock:
    """Lives on the hub's event loop. ``clock`` counts seconds and never runs backwards.

    A session ends when it is not used for 15 minutes, when the PIN changes, and with the hub.
    """

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._pin = KeptPin(folder, "administration", clock)
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._ends: dict[str, float] = {}
        self._last_change = ("", "")

    @property
    def has_pin(self) -> bool:
        return self._pin.exists

    async def open_session(self, pin: str) -> str:
        """The token of a new session; raises NoPin or WrongPinGiven, and StoreFault when the PIN is unreadable."""
        async with self._one_at_a_time:
            await asyncio.to_thread(self._pin.check, pin)
            return self._new_session()

    async def change(self, pin: str, former: str | None, token: str | None, key: str) -> str:
        """Set the first PIN, or another one from within a session; the token of the only session that is left.

        Said again under its ``key``, it is the same change. Raises PinNeeded or WrongPinGiven, and StoreFault when
        it cannot be kept.
        """
        async with self._one_at_a_time:
            # A key is as good as random: nobody finds a PIN in this.
            said = hashlib.sha256("\n".join((key, former or "", pin)).encode()).hexdigest()
            if said == self._last_change[0]:
                return self._last_change[1]
            if self._pin.exists:
                self.use(token)
                await asyncio.to_thread(self._pin.check, former or "")
            await asyncio.to_thread(self._pin.keep, pin)
            self._ends.clear()
            opened = self._new_session()
            self._last_change = said, opened
            return opened

    def use(self, token: str | None) -> None:
        """Let a session act, and last; raises PinNeeded, or NoPin while there is none to open one with."""
        now = self._clock()
        self._ends = {each: end for each, end in self._ends.items() if now < end}
        if token is None or token not in self._ends:
            if not self._pin.exists:
                raise NoPin()
            raise PinNeeded()
        self._ends[token] = now + SESSION_S

    def _new_session(self) -> str:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._ends[token] = self._clock() + SESSION_S
        return token
