"""A station that starts before its hub: the terminal names the address that is tried, and says when it answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cdm_kiosk.station.supervisor import free_port
from tests.tools.hub import CHECKOUT, RunningHub


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_terminal_says_which_hub_is_waited_for_and_when_it_is_there(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    station = subprocess.Popen(
        [sys.executable, "-m", "cdm_kiosk", "reception", "--hub", url],
        cwd=CHECKOUT,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert station.stderr is not None
        assert station.stderr.readline() == f"Waiting for the hub at {url}: it does not answer yet.\n"
        with RunningHub(tmp_path / "hub", port=port):
            assert station.stderr.readline() == f"The hub at {url} is there.\n"
            station.send_signal(signal.SIGTERM)
            assert station.wait(20) == 0
    finally:
        station.kill()
        station.communicate()
