"""Where a house lies: everything of it in its data folder, and nothing anywhere else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cdm_kiosk.packs.site_file import read_site
from tests.tools.hub import CHECKOUT

PATIENCE_S = 60
SCREENS = [
    {"name": "touch", "x": 0, "y": 0, "width": 1080, "height": 1920, "logicalDpi": 96, "dpr": 1},
    {"name": "wall", "x": 1080, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
]
A_DAY = """
import httpx
from cdm_kiosk import cli
from cdm_kiosk.apps import run
from cdm_kiosk.apps.printer import TRIAL

def ask(method, api, path, token="", **body):
    shown = hubs[0]._tokens["reception"]
    headers = {"Idempotency-Key": path, "X-Cdm-Session": token, "Authorization": f"Bearer {shown}"}
    return httpx.request(method, f"{api}/admin{path}", json=body, headers=headers, timeout=60).json()

class Hub(run.HubProcess):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        hubs.append(self)

class Kiosk(run.KioskStation):
    def lock(self, folder):
        self.leave = super().lock(folder)
        self.client.connectedChanged.connect(self.receive)
        return self.leave

    def receive(self):
        if self.client.connected:
            self.client.connectedChanged.disconnect(self.receive)
            receive(self)

def receive(kiosk):
    api = kiosk.client._base
    token = ask("PUT", api, "/pin", pin="1357")["token"]
    site = ask("GET", api, "/site", token)
    ask("PUT", api, "/site", token, based_on=site["version"], site={**site["site"], "name": "La nôtre"})
    kiosk._paper.desk.print_ticket(TRIAL)
    habits[0].setOnTop(True)
    kiosk.leave.open()
    for digit in "1357":
        kiosk.leave.type(digit)
    # The PIN is kept once the hub took it; then it leads out, which ends the floor.
    kiosk.leave.stageChanged.connect(kiosk.leave.leave)
    kiosk.leave.enter()

class Advisor(run.AdvisorStation):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        habits.append(self._kept[1])

habits, hubs = [], []
run.KioskStation, run.AdvisorStation, run.HubProcess = Kiosk, Advisor, Hub
cli.main()
"""
HOUSE = {"site.toml", "kiosk.pin", "administration.pin", "day.sqlite3", "spool"}


def receive_for_a_day(folder: Path, *options: str) -> Path:
    """A floor that changes its site, prints, and is left with the PIN; the home of whoever ran it."""
    home = folder / "home"
    home.mkdir()
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": SCREENS}))
    ours = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    usual = ("--port", "0", "--visitors-port", "0", "--with", "advisor", "--printer", f"file:{folder / 'paper'}")
    done = subprocess.run(
        [sys.executable, "-c", A_DAY, "run", *usual, *options],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={
            **ours,
            "HOME": str(home),
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return home


def kept_in(folder: Path) -> set[str]:
    """The files below ``folder``, but for what can be made again at any time."""
    files = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {str(file) for file in files if file.parts[0] != ".cache"}


@pytest.mark.skipif(sys.platform == "win32", reason="HOME is asked for on POSIX")
def test_a_house_with_a_data_folder_leaves_nothing_with_the_user_who_runs_it(tmp_path: Path) -> None:
    data = tmp_path / "house"
    home = receive_for_a_day(tmp_path, "--data", str(data))
    assert kept_in(home) == set()
    assert {each.name for each in data.iterdir()} >= {*HOUSE, "advisor.ini"}
    assert read_site(data / "site.toml").name == "La nôtre"
    assert [each.name for each in data.glob("site-*.toml")], "the version before is kept beside it"


@pytest.mark.skipif(sys.platform == "win32", reason="HOME is asked for on POSIX")
def test_without_one_the_house_lies_in_the_users_own(tmp_path: Path) -> None:
    home = receive_for_a_day(tmp_path)
    own = home / ".local" / "share" / "cdm-kiosk"
    assert {each.name for folder in (own, own / "demo") for each in folder.iterdir()} >= HOUSE
    assert {each.name for each in tmp_path.iterdir()} == {"home", "screens.json", "paper"}
    assert read_site(own / "site.toml").name == "La nôtre"
