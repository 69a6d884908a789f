"""Who listens to the hub, by the name that a station gives itself, and what is asked of it: for one day."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from cdm_kiosk.domain.errors import Unknown
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.stations import Paper, Station, StationRole, Stations, Trial
from cdm_kiosk.wire import Errand, TrialErrand

MOST_STATIONS = 64
"""Beyond so many that are there nobody is added: no site has them, and nobody may fill the hub's memory."""

LOOK_EVERY_S = 1.0
SILENT_LOOKS = 8
"""A station says every two seconds that it runs; unheard at so many looks it does not, whatever its line says."""

MOST_ERRANDS = 32
ERRAND_LASTS = timedelta(minutes=1)
"""Who asked has given up by then: paper that comes later belongs to nobody."""

Tell = Callable[[Stations], None]
Call = Callable[[tuple[str, ...]], None]


class StationBook:
    """The stations seen today; ``tell`` hears of each change, ``call`` of the names that have errands to fetch.

    A station is there while its line is open *and* its own loop says that it runs: a frozen process keeps its line.
    Whoever only listened is forgotten with its line: to ask for a feed must not leave anything for the day.
    Lives on the hub's event loop.
    """

    def __init__(self, now: Callable[[], datetime], tell: Tell, call: Call) -> None:
        self._now = now
        self._tell = tell
        self._call = call
        self._errands: dict[str, dict[str, tuple[datetime, Errand]]] = {}
        self._done: deque[str] = deque(maxlen=MOST_ERRANDS)
        self._lines: Counter[str] = Counter()
        self._heard: dict[str, datetime] = {}
        self._silent: Counter[str] = Counter()
        self._seen: dict[str, Station] = {}
        self._hub_trouble = ""
        self._spoke: set[str] = set()

    @contextmanager
    def attend(self, name: str, role: StationRole, version: str = "") -> Iterator[None]:
        """The station listens for as long as this lasts; two of one name are there while either is."""
        before = self._seen.get(name)
        if before is None and len(self._seen) >= MOST_STATIONS and not self._forget_one():
            yield
            return
        self._lines[name] += 1
        self._hear(name)
        known = Station(name, role) if before is None else before
        self._keep(replace(known, role=role, away_since=None, version=version))
        try:
            yield
        finally:
            self._lines[name] -= 1
            if not self._lines[name]:
                del self._lines[name], self._heard[name], self._silent[name]
                gone = self._seen[name]
                if name in self._spoke:
                    self._keep(replace(gone, away_since=gone.away_since or self._now()))
                else:
                    del self._seen[name]
                    self._say()

    def alive(self, name: str) -> None:
        """The station's own loop says that it runs; raises Unknown for one that does not listen."""
        if name not in self._lines:
            raise Unknown(Code.UNKNOWN_STATION, "name", name=name)
        self._spoke.add(name)
        self._hear(name)
        self._keep(replace(self._seen[name], away_since=None))

    def look(self) -> None:
        """Miss whoever was not heard for too long; once every LOOK_EVERY_S.

        Looks are counted, not seconds: a hub that stood still itself heard nobody meanwhile.
        """
        for name in self._lines:
            self._silent[name] += 1
            if self._silent[name] >= SILENT_LOOKS and self._seen[name].is_connected:
                self._keep(replace(self._seen[name], away_since=self._heard[name]))

    def paper(self, name: str, paper: Paper, printer: str = "", found: tuple[str, ...] = ()) -> None:
        """A kiosk says how its paper is; raises Unknown for one that never listened."""
        self._keep(replace(self._kiosk(name), paper=paper, printer=printer, found=found))

    def ask(self, name: str, errand: Errand, key: str) -> None:
        """Ask a kiosk for something, once for each ``key``; raises Unknown where none listens."""
        station = self._kiosk(name)
        if not station.is_connected:
            raise Unknown(Code.UNKNOWN_STATION, "name", name=name)
        asked = self._errands.setdefault(name, {})
        if key in self._done or key in asked or len(asked) >= MOST_ERRANDS:
            return
        asked[key] = (self._now(), errand)
        if isinstance(errand, TrialErrand):
            self._keep(replace(station, trial=Trial.ASKED))
        self._call(tuple(sorted(self._errands)))

    def fetch(self, name: str) -> tuple[Errand, ...]:
        """What the kiosk is asked for, in order; whoever fetches it is the only one that does it."""
        now = self._now()
        asked = self._errands.pop(name, {})
        self._done.extend(asked)
        return tuple(errand for at, errand in asked.values() if now - at <= ERRAND_LASTS)

    def tried(self, name: str, came: bool) -> None:
        """A kiosk says whether its trial ticket came."""
        self._keep(replace(self._kiosk(name), trial=Trial.CAME if came else Trial.FAILED))

    def _kiosk(self, name: str) -> Station:
        station = self._seen.get(name)
        if station is None or station.role is not StationRole.KIOSK:
            raise Unknown(Code.UNKNOWN_STATION, "name", name=name)
        return station

    def _forget_one(self) -> bool:
        """Forget who has been away for longest, in favour of who is there; false when all are there."""
        away = [(each.away_since, name) for name, each in self._seen.items() if name not in self._lines]
        if not away:
            return False
        _, name = min(away, key=lambda each: each[0] or self._now())
        del self._seen[name]
        self._spoke.discard(name)
        self._errands.pop(name, None)
        return True

    def rename(self, name: str, new: str) -> None:
        """The station is called otherwise from now on, and comes back under that name; what it said holds."""
        known = self._seen.get(name)
        self.forget(name)
        if known is not None:
            self._spoke.add(new)
            self._keep(replace(known, name=new, away_since=known.away_since or self._now()))

    def forget(self, name: str) -> None:
        """Nobody has this name any more: it is missed by nobody, and goes with its line."""
        self._spoke.discard(name)
        self._errands.pop(name, None)
        if name in self._seen and name not in self._lines:
            del self._seen[name]
            self._say()

    def forget_the_absent(self) -> None:
        """The day is over: who is switched off for the night is missed by nobody."""
        self._errands.clear()
        self._spoke &= self._lines.keys()
        there = {name: each for name, each in self._seen.items() if name in self._lines}
        if there != self._seen:
            self._seen = there
            self._say()

    def _hear(self, name: str) -> None:
        self._heard[name] = self._now()
        self._silent[name] = 0

    def hub_trouble(self, code: str) -> None:
        """What the hub itself lacks, as a fault's code; "" when it lacks nothing."""
        if code != self._hub_trouble:
            self._hub_trouble = code
            self._say()

    def _keep(self, station: Station) -> None:
        if self._seen.get(station.name) != station:
            self._seen[station.name] = station
            self._say()

    def _say(self) -> None:
        self._tell(Stations(tuple(self._seen[name] for name in sorted(self._seen)), self._hub_trouble))
