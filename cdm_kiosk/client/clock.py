"""The clock that a station shows: this machine's own, or the one of the rehearsal that its hub plays."""

from __future__ import annotations

from datetime import UTC, datetime

from cdm_kiosk.domain.tempo import Tempo


class StationClock:
    """Called, it tells what time it is (aware UTC). ``tempo`` comes with the hub's snapshot."""

    def __init__(self) -> None:
        self.tempo: Tempo | None = None

    @property
    def speed(self) -> float:
        """How many times faster than real it runs."""
        return 1.0 if self.tempo is None else self.tempo.speed

    def __call__(self) -> datetime:
        real = datetime.now(UTC)
        return real if self.tempo is None else self.tempo.at(real)
