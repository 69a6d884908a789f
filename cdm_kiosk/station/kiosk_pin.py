"""The last PIN that the hub took, on the kiosk's own disk, so that it opens while the hub is away."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.store.pin import KeptPin, NoPin, WrongPinGiven
from cdm_kiosk.viewmodels.kiosk.leave import Tried

logger = logging.getLogger(__name__)


class KioskPin:
    """``clock`` counts seconds and never runs backwards."""

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._pin = KeptPin(folder, "kiosk", clock)

    def keep(self, pin: str) -> None:
        """The hub took this PIN."""
        try:
            self._pin.keep(pin)
        except StoreFault as fault:
            logger.warning("%s", fault.sentence)

    def try_pin(self, pin: str) -> Tried:
        """Whether this PIN opens."""
        try:
            self._pin.check(pin)
        except WrongPinGiven as wrong:
            return Tried(opens=False, retry_s=wrong.retry_after_s)
        except (NoPin, StoreFault):
            return Tried(opens=False, is_known=False)
        return Tried(opens=True)
