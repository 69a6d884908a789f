"""Forecasts made by a process of its own: neither numpy's memory nor the play of a long line burdens the hub.

``python -m cdm_kiosk.hub.forecaster`` is that process; it ends with its standard input.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import IO

from cdm_kiosk import logs
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.rota import plan

COMMAND = (sys.executable, "-m", "cdm_kiosk.hub.forecaster")
NICE = 4
"""It lets others go first, and is not starved by them: on a busy machine its first forecast must come, too."""

Forecast = Callable[[Floor, datetime], Outlook]


def forecast_here(floor: Floor, now: datetime) -> Outlook:
    """The outlook of ``floor`` at ``now``, made by this very thread."""
    from cdm_kiosk.domain.forecast import forecast

    return forecast(floor, now, plan(floor, now))


class Forecaster:
    """The hub's end of the process, which starts with the first forecast of a day and ends with the day.

    Called from one thread. What the process knows since the call before is not sent again.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._known: list[object] = []

    def __call__(self, floor: Floor, now: datetime) -> Outlook:
        """As ``forecast_here``; raises OSError or EOFError when the process failed; the next call starts one."""
        if not floor.is_open:
            self.close()
            return Outlook(max(now, floor.latest))
        process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _Sender(process.stdin, self._known).dump((floor, now))
            process.stdin.flush()
            self._known = _parts(floor)
            outlook: Outlook = pickle.load(process.stdout)
        except Exception:
            self.close()
            raise
        return outlook

    def close(self) -> None:
        """End the process, also from another thread and in the middle of a forecast."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            # What was not sent yet is sent to nobody.
            with suppress(OSError), process:
                pass

    def _started(self) -> subprocess.Popen[bytes]:
        self._known = []
        self._process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )
        return self._process


def _parts(floor: Floor) -> list[object]:
    """What floors share with one another, in the same order at both ends."""
    return [
        floor.site,
        floor.known,
        *floor.tickets.parts,
        *(part for line in floor.queues.values() for part in line.parts),
    ]


class _Sender(pickle.Pickler):
    def __init__(self, file: IO[bytes], known: list[object]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._known = {id(part): at for at, part in enumerate(known)}

    def persistent_id(self, thing: object) -> int | None:
        return self._known.get(id(thing))


class _Receiver(pickle.Unpickler):
    def __init__(self, file: IO[bytes], known: list[object]) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, at: int) -> object:
        return self._known[at]


def main() -> None:
    """Answer each floor with its outlook, until no more come."""
    logs.set_up("forecast")
    # A stop from the keyboard is the hub's affair.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(NICE)
    known: list[object] = []
    while True:
        try:
            floor, now = _Receiver(sys.stdin.buffer, known).load()
        except EOFError:
            return
        known = _parts(floor)
        pickle.dump(forecast_here(floor, now), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
