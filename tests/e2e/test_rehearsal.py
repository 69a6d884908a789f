"""`cdm-kiosk run --rehearsal`: a day that plays itself, through the hub, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from cdm_kiosk.station.supervisor import free_port
from tests.e2e.test_run import wait_until
from tests.tools.hub import CHECKOUT, ask, grants_for


class Rehearsal:
    """One running rehearsal, with a folder of its own for what is thrown away."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.ports = ("--port", str(self.port), "--visitors-port", "0")
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "cdm_kiosk",
                "run",
                "--rehearsal",
                *self.ports,
                *grants_for(self.port),
                *options,
            ],
            cwd=CHECKOUT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder), "XDG_DATA_HOME": str(folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def state(self, audience: str = "staff") -> dict[str, Any]:
        try:
            answer = ask("GET", f"http://127.0.0.1:{self.port}/api/v1/state?audience={audience}", timeout=5)
        except httpx.TransportError:
            return {}
        state: dict[str, Any] = answer.json()
        return state

    def states_of_tickets(self) -> set[str]:
        return {ticket["state"] for ticket in self.state().get("tickets", [])}


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[Rehearsal]:
    running = Rehearsal(tmp_path, "--speed", "200")
    yield running
    running.process.kill()
    running.process.communicate()


def test_the_floor_comes_alive_by_itself_and_leaves_nothing_behind(rehearsal: Rehearsal) -> None:
    # Three hours and more of the day: somebody comes on every date.
    wait_until(lambda: "done" in rehearsal.states_of_tickets(), "visitors who are received", patience_s=60)
    for audience in ("staff", "kiosk", "public"):
        assert rehearsal.state(audience)["tempo"]["speed"] == 200
    assert list(rehearsal.folder.glob("cdm-rehearsal-*"))
    rehearsal.process.send_signal(signal.SIGTERM)
    said, _ = rehearsal.process.communicate(timeout=60)
    assert rehearsal.process.returncode == 0, said
    assert "Rehearsal of" in said
    assert not [path for path in rehearsal.folder.rglob("*") if path.is_file()]


def test_a_rehearsal_takes_no_data_folder_of_a_real_day(tmp_path: Path) -> None:
    refused = Rehearsal(tmp_path, "--data", str(tmp_path / "real"))
    said, _ = refused.process.communicate(timeout=60)
    assert refused.process.returncode == 2
    assert "--data" in said
    assert "Traceback" not in said
