"""The PIN of the administration on a disk: its hash, and how many wrong ones came in a row. Nothing of who."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from pathlib import Path

from cdm_kiosk.disk import owners_folder, write_whole
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.store.errors import StoreFault

logger = logging.getLogger(__name__)

LONGEST_DELAY_S = 60


class NoPin(Refusal):
    """There is no PIN yet: the first one has to be chosen."""

    def __init__(self) -> None:
        super().__init__(Code.NO_PIN)


class WrongPinGiven(Refusal):
    """Wrong, or not looked at because one was wrong just now."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__(Code.WRONG_PIN, "pin", retry_after_s=retry_after_s)
        self.retry_after_s = retry_after_s


class KeptPin:
    """``NAME.pin`` and ``NAME.wrong`` in a folder. ``clock`` counts seconds and never runs backwards.

    After a wrong PIN the next try, whoever makes it, is looked at after 1 s, then 2, 4 and so on to 60; the right
    one starts over. A restart does not: it begins with the delay that the last wrong PIN had.

    ``check`` and ``keep`` take as long as a slow hash needs, and are not for two threads at once.
    """

    def __init__(self, folder: Path, name: str, clock: Callable[[], float]) -> None:
        self._path = folder / f"{name}.pin"
        self._wrong_path = folder / f"{name}.wrong"
        self._clock = clock
        self._wrong = _count_in(self._wrong_path)
        self._looks_again_at = clock() + _delay_s(self._wrong)

    @property
    def exists(self) -> bool:
        return self._path.exists()

    def check(self, pin: str) -> None:
        """Raises WrongPinGiven or NoPin, and StoreFault when the hash is damaged."""
        left_s = self._looks_again_at - self._clock()
        if left_s > 0 and self.exists:
            raise WrongPinGiven(math.ceil(left_s))
        if not self._is_right(pin):
            self._count_wrong(self._wrong + 1)
            raise WrongPinGiven(_delay_s(self._wrong))
        self._count_wrong(0)

    def keep(self, pin: str) -> None:
        """From now on this is the PIN; raises StoreFault when the disk does not take it."""
        from argon2 import PasswordHasher

        self._count_wrong(0)
        try:
            owners_folder(self._path.parent)
            write_whole(self._path, PasswordHasher().hash(pin).encode("ascii"))
        except OSError as error:
            raise StoreFault(Code.DATA_UNWRITABLE, path=str(self._path), why=str(error.strerror)) from None

    def _is_right(self, pin: str) -> bool:
        # Loaded when a PIN is asked for: hub and kiosk start without it.
        from argon2 import PasswordHasher
        from argon2.exceptions import Argon2Error, VerifyMismatchError

        try:
            return PasswordHasher().verify(self._path.read_text(encoding="ascii"), pin)
        except FileNotFoundError:
            raise NoPin() from None
        except VerifyMismatchError:
            return False
        except (OSError, ValueError, Argon2Error) as error:
            why = error.strerror if isinstance(error, OSError) else "it is damaged"
            raise StoreFault(Code.PIN_UNREADABLE, path=str(self._path), why=str(why)) from None

    def _count_wrong(self, count: int) -> None:
        before, self._wrong = self._wrong, count
        self._looks_again_at = self._clock() + _delay_s(count)
        if before == count:
            return
        try:
            if count:
                write_whole(self._wrong_path, str(count).encode("ascii"))
            else:
                self._wrong_path.unlink(missing_ok=True)
        except OSError as error:
            # The delay holds all the same, until the program ends.
            logger.warning("%s cannot be written (%s)", self._wrong_path, error.strerror)


def _delay_s(wrong: int) -> int:
    return min(2 ** min(wrong - 1, 10), LONGEST_DELAY_S) if wrong else 0


def _count_in(path: Path) -> int:
    """How many wrong PINs a file tells of; what is no count there is none."""
    try:
        written = path.read_bytes()
    except OSError:
        return 0
    return min(int(written), 99) if written.isdigit() and len(written) < 20 else 0
