"""A station whose process is stopped keeps its line open: reception misses it all the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.listening import Listener, listen
from tests.tools.hub import CHECKOUT, RunningHub

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGSTOP")


def is_there(feed: Listener, name: str, there: bool) -> None:
    """Wait until reception hears that the station is there, or that it is not."""

    def among(content: dict[str, list[dict[str, object]]]) -> bool:
        return any(each["name"] == name and (each["away_since"] is None) is there for each in content["seen"])

    feed.told("stations", among)


@pytest.mark.parametrize("role", ["kiosk", "display"])
def test_a_station_that_is_frozen_is_missed_at_reception_until_it_goes_on(
    hub: RunningHub, tmp_path: Path, role: str
) -> None:
    command = [sys.executable, "-m", "cdm_kiosk", role, *hub.reached(role), "--windowed", "--name", "Halle"]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    with (
        listen(f"{hub.api}/events", role="reception", station="Accueil") as reception,
        subprocess.Popen(command, cwd=CHECKOUT, env=environment, stderr=subprocess.DEVNULL) as station,
    ):
        try:
            is_there(reception, "Halle", True)
            station.send_signal(signal.SIGSTOP)
            is_there(reception, "Halle", False)
            station.send_signal(signal.SIGCONT)
            is_there(reception, "Halle", True)
        finally:
            station.kill()
