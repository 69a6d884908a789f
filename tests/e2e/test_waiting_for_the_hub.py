"""A station that starts before its hub: the terminal names the address that is tried, and says when it answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.hub import CHECKOUT, RunningHub


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_terminal_says_which_hub_is_waited_for_and_when_it_is_there(tmp_path: Path) -> None:
    hub = RunningHub(tmp_path / "hub")
    url = hub.url
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    station = subprocess.Popen(
        [sys.executable, "-m", "cdm_kiosk", "reception", *hub.reached("reception")],
        cwd=CHECKOUT,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert station.stderr is not None
        # The hub writes the token when it starts.
        assert "the token in" in station.stderr.readline()
        assert station.stderr.readline() == f"Waiting for the hub at {url}: it does not answer yet.\n"
        with hub:
            assert station.stderr.readline() == f"The hub at {url} is there.\n"
            station.send_signal(signal.SIGTERM)
            assert station.wait(20) == 0
    finally:
        station.kill()
        station.communicate()
