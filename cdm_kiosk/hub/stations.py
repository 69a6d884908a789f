"""Who listens to the hub, by the name that a station gives itself: kept in memory, for one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from cdm_kiosk.domain.errors import UnknownStation
from cdm_kiosk.domain.stations import Paper, Station, StationRole, Stations

MOST_STATIONS = 64
"""Beyond so many names nobody is added: no site has them, and nobody may fill the hub's memory."""

Tell = Callable[[Stations], None]


class StationBook:
    """The stations seen today; ``tell`` hears of each change. Lives on the hub's event loop."""

    def __init__(self, now: Callable[[], datetime], tell: Tell) -> None:
        self._now = now
        self._tell = tell
        self._lines: Counter[str] = Counter()
        self._seen: dict[str, Station] = {}

    @contextmanager
    def attend(self, name: str, role: StationRole) -> Iterator[None]:
        """The station listens for as long as this lasts; two of one name are there while either is."""
        before = self._seen.get(name)
        if before is None and len(self._seen) >= MOST_STATIONS:
            yield
            return
        self._lines[name] += 1
        self._keep(replace(before, role=role, away_since=None) if before is not None else Station(name, role))
        try:
            yield
        finally:
            self._lines[name] -= 1
            if not self._lines[name]:
                del self._lines[name]
                self._keep(replace(self._seen[name], away_since=self._now()))

    def paper(self, name: str, paper: Paper) -> None:
        """A kiosk says how its paper is; raises UnknownStation for one that never listened."""
        station = self._seen.get(name)
        if station is None or station.role is not StationRole.KIOSK:
            raise UnknownStation(f'no kiosk named "{name}" was seen today', "name")
        self._keep(replace(station, paper=paper))

    def forget_the_absent(self) -> None:
        """The day is over: who is switched off for the night is missed by nobody."""
        there = {name: each for name, each in self._seen.items() if each.is_connected}
        if there != self._seen:
            self._seen = there
            self._say()

    def _keep(self, station: Station) -> None:
        if self._seen.get(station.name) != station:
            self._seen[station.name] = station
            self._say()

    def _say(self) -> None:
        self._tell(Stations(tuple(self._seen[name] for name in sorted(self._seen))))
