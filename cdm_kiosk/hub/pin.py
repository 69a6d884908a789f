"""Who may administer: one PIN for the house, kept as a hash, and the sessions that it opened. Nothing of who."""

from __future__ import annotations

import asyncio
import logging
import math
import secrets
from collections.abc import Callable
from pathlib import Path

from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.packs.versions import write_whole
from cdm_kiosk.store.errors import StoreFault

logger = logging.getLogger(__name__)

PIN_FILE = "administration.pin"
WRONG_FILE = "administration.wrong"
"""How many wrong PINs came in a row, so that a restart is no way around the delay."""
SESSION_S = 900
LONGEST_DELAY_S = 60
TOKEN_BYTES = 32


class PinNeeded(Refusal):
    """No session, or one that was not used for too long."""

    code = "pin_needed"


class NoPin(Refusal):
    """The house has no PIN yet: the first one has to be chosen."""

    code = "no_pin"


class WrongPinGiven(Refusal):
    """Wrong, or not looked at because one was wrong just now."""

    code = "wrong_pin"

    def __init__(self, message: str, retry_after_s: int) -> None:
        super().__init__(message, "pin")
        self.retry_after_s = retry_after_s


class PinLock:
    """Lives on the hub's event loop. ``clock`` counts seconds and never runs backwards.

    After a wrong PIN the next try, whoever makes it, is looked at after 1 s, then 2, 4 and so on to 60; the right
    one starts over. A restart of the hub does not: it begins with the delay that the last wrong PIN had. A session
    ends when it is not used for 15 minutes, when the PIN changes, and with the hub.
    """

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._path = folder / PIN_FILE
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._wrong_path = folder / WRONG_FILE
        self._wrong = _count_in(self._wrong_path)
        self._looks_again_at = clock() + _delay_s(self._wrong)
        self._ends: dict[str, float] = {}

    async def open_session(self, pin: str) -> str:
        """The token of a new session; raises NoPin or WrongPinGiven."""
        async with self._one_at_a_time:
            await self._check(pin)
            return self._new_session()

    async def change(self, pin: str, former: str | None, token: str | None) -> str:
        """Set the first PIN, or another one from within a session; the token of the only session that is left.

        Raises PinNeeded or WrongPinGiven, and StoreFault when it cannot be kept.
        """
        async with self._one_at_a_time:
            if self._path.exists():
                self.use(token)
                await self._check(former or "")
            await asyncio.to_thread(self._keep, pin)
            await self._count_wrong(0)
            self._looks_again_at = self._clock()
            self._ends.clear()
            return self._new_session()

    def use(self, token: str | None) -> None:
        """Let a session act, and last; raises PinNeeded, or NoPin while there is none to open one with."""
        now = self._clock()
        self._ends = {each: end for each, end in self._ends.items() if now < end}
        if token is None or token not in self._ends:
            if not self._path.exists():
                raise NoPin("there is no PIN yet: choose one")
            raise PinNeeded("administration asks for the PIN")
        self._ends[token] = now + SESSION_S

    def _new_session(self) -> str:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._ends[token] = self._clock() + SESSION_S
        return token

    async def _check(self, pin: str) -> None:
        left_s = self._looks_again_at - self._clock()
        if left_s > 0 and self._path.exists():
            raise WrongPinGiven("a PIN was wrong just now: wait before the next try", math.ceil(left_s))
        if not await asyncio.to_thread(self._is_right, pin):
            await self._count_wrong(self._wrong + 1)
            delay_s = _delay_s(self._wrong)
            self._looks_again_at = self._clock() + delay_s
            raise WrongPinGiven("this is not the PIN", delay_s)
        await self._count_wrong(0)

    async def _count_wrong(self, count: int) -> None:
        before, self._wrong = self._wrong, count
        if before != count:
            await asyncio.to_thread(self._keep_count, count)

    def _keep_count(self, count: int) -> None:
        try:
            if count:
                write_whole(self._wrong_path, str(count).encode("ascii"))
            else:
                self._wrong_path.unlink(missing_ok=True)
        except OSError as error:
            # The delay holds all the same, until the hub ends.
            logger.warning("%s cannot be written (%s)", self._wrong_path, error.strerror)

    def _is_right(self, pin: str) -> bool:
        # Loaded when a PIN is asked for: the hub starts without it.
        from argon2 import PasswordHasher
        from argon2.exceptions import Argon2Error, VerifyMismatchError

        try:
            return PasswordHasher().verify(self._path.read_text(encoding="ascii"), pin)
        except FileNotFoundError:
            raise NoPin("there is no PIN yet: choose one") from None
        except VerifyMismatchError:
            return False
        except (OSError, ValueError, Argon2Error) as error:
            raise StoreFault("pin_unreadable", f"The file {self._path} cannot be read ({error}).") from None

    def _keep(self, pin: str) -> None:
        from argon2 import PasswordHasher

        hashed = PasswordHasher().hash(pin).encode("ascii")
        try:
            write_whole(self._path, hashed)
        except OSError as error:
            raise StoreFault("data_unwritable", f"{self._path} cannot be written ({error.strerror}).") from None


def _delay_s(wrong: int) -> int:
    """1 s after the first wrong PIN, then 2, 4 and so on to 60."""
    return min(2 ** min(wrong - 1, 10), LONGEST_DELAY_S) if wrong else 0


def _count_in(path: Path) -> int:
    """How many wrong PINs a file tells of; what is no count there is none."""
    try:
        written = path.read_bytes()
    except OSError:
        return 0
    return min(int(written), 99) if written.isdigit() and len(written) < 20 else 0
