"""The last right PIN as a hash on the kiosk's own disk, so that it opens while the hub is away."""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Callable
from pathlib import Path

from cdm_kiosk.viewmodels.kiosk_leave import Tried

logger = logging.getLogger(__name__)

PIN_FILE = "kiosk.pin"
WRONG_FILE = "kiosk.wrong"
LONGEST_DELAY_S = 60


class KeptPin:
    """``clock`` counts seconds and never runs backwards. The delay grows as the hub's does: 1 s, 2, 4 … 60.

    A restart begins with the delay that the last wrong PIN had.
    """

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._path = folder / PIN_FILE
        self._wrong_path = folder / WRONG_FILE
        self._clock = clock
        self._wrong = _count_in(self._wrong_path)
        self._looks_again_at = clock() + _delay_s(self._wrong)

    def keep(self, pin: str) -> None:
        """The hub took this PIN."""
        from argon2 import PasswordHasher

        self._count_wrong(0)
        self._write(self._path, PasswordHasher().hash(pin))

    def try_pin(self, pin: str) -> Tried:
        """Whether this PIN opens."""
        from argon2 import PasswordHasher
        from argon2.exceptions import Argon2Error, InvalidHashError

        left_s = self._looks_again_at - self._clock()
        if left_s > 0:
            return Tried(opens=False, retry_s=math.ceil(left_s))
        try:
            PasswordHasher().verify(self._path.read_text(encoding="ascii"), pin)
        except (OSError, UnicodeDecodeError, InvalidHashError):
            return Tried(opens=False, is_known=False)
        except Argon2Error:
            self._count_wrong(self._wrong + 1)
            return Tried(opens=False, retry_s=_delay_s(self._wrong))
        self._count_wrong(0)
        return Tried(opens=True)

    def _count_wrong(self, count: int) -> None:
        before, self._wrong = self._wrong, count
        self._looks_again_at = self._clock() + _delay_s(count)
        if before != count:
            self._write(self._wrong_path, str(count))

    def _write(self, path: Path, text: str) -> None:
        """Whole or not at all, for this user alone."""
        begun = path.with_name(f"{path.name}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            begun.unlink(missing_ok=True)
            with os.fdopen(os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            begun.replace(path)
        except OSError as error:
            logger.warning("%s cannot be written (%s)", path, error.strerror)


def _delay_s(wrong: int) -> int:
    return min(2 ** min(wrong - 1, 10), LONGEST_DELAY_S) if wrong else 0


def _count_in(path: Path) -> int:
    """How many wrong PINs a file tells of; what is no count there is none."""
    try:
        written = path.read_bytes()
    except OSError:
        return 0
    return min(int(written), 99) if written.isdigit() and len(written) < 20 else 0
