"""Which screen a kiosk and a display fill, and the name that each has of its own, as they are started by hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.tools.hub import CHECKOUT

PATIENCE_S = 60
Screens = tuple[dict[str, Any], ...]
TOUCH = {"name": "DP-1", "x": 0, "y": 0, "width": 1080, "height": 1920, "logicalDpi": 96, "dpr": 1}
WALL = {"name": "HDMI-1", "x": 1080, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
ROOM = {"name": "HDMI-2", "x": 3000, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "dpr": 1}
SHOWN = """
import json
import sys
from cdm_kiosk import cli
from cdm_kiosk.station import station

def run(app, stations):
    app.processEvents()
    stations = [*stations]
    print(json.dumps([
        [each.own.name, each.window.screen().name() if each.window.isVisible() else "", each.window.width()]
        for each in stations
    ]), flush=True)
    sys.stdin.readline()
    for each in stations:
        each.close()
    return 0

station.run = run
cli.main()
"""


class Machine:
    """A computer with these screens, and one data folder for all that is started on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started = ExitStack()

    def start(self, *words: str, screens: Screens = (TOUCH, WALL, ROOM)) -> subprocess.Popen[str]:
        described = self.folder / f"{len(screens)}-{screens[0]['name']}.json"
        described.write_text(json.dumps({"screens": screens}))
        options = ["--data", str(self.folder / "house")]
        if words[0] != "run":
            # Whoever belongs to no hub is shown how to be paired instead, on whatever screen is there.
            token = self.folder / "token"
            token.write_text("A" * 43)
            token.chmod(0o600)
            options += ["--token-file", str(token)]
        return subprocess.Popen(
            [sys.executable, "-c", SHOWN, *words, *options],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={described}"},
        )

    def shows(self, *words: str, **more: Any) -> list[list[Any]]:
        """Name, screen and width of each station of a process that goes on running."""
        process = self.start(*words, **more)
        self.started.callback(process.communicate, "\n", PATIENCE_S)
        assert process.stdout is not None
        return next(json.loads(line) for line in process.stdout if line.startswith("[["))

    def showed(self, *words: str, **more: Any) -> tuple[list[list[Any]], str]:
        """The same of one that ends at once, and what it said."""
        out, said = self.start(*words, **more).communicate("\n", PATIENCE_S)
        return next((json.loads(line) for line in out.splitlines() if line.startswith("[[")), []), said


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    made = Machine(tmp_path)
    with made.started:
        yield made


@pytest.mark.parametrize("role", ["kiosk", "display"])
def test_a_station_fills_the_screen_that_was_chosen_and_remembers_it(machine: Machine, role: str) -> None:
    name = {"kiosk": "Borne 1", "display": "Écran"}[role]
    assert machine.showed(role, "--screen", "3")[0] == [[name, "HDMI-2", 1280]]
    assert machine.showed(role)[0] == [[name, "HDMI-2", 1280]]
    assert machine.showed(role, "--screen", "hdmi-1")[0] == [[name, "HDMI-1", 1920]]
    # By its name, whatever number it has.
    assert machine.showed(role, screens=(WALL, TOUCH, ROOM))[0] == [[name, "HDMI-1", 1920]]
    usual = {"kiosk": "DP-1", "display": "HDMI-1"}[role]
    assert machine.showed(role, "--screen", "auto")[0][0][1] == usual


def test_a_chosen_screen_that_is_absent_is_told_and_no_kiosk_is_covered(machine: Machine) -> None:
    assert machine.shows("kiosk", screens=(TOUCH, WALL)) == [["Borne 1", "DP-1", 1080]]
    shown, said = machine.showed("display", "--screen", "HDMI-9", screens=(TOUCH, WALL))
    assert shown == [["Écran", "HDMI-1", 1920]]
    assert 'The screen "HDMI-9" is not there (there are: DP-1, HDMI-1).' in said
    shown, said = machine.showed("display", screens=(TOUCH,))
    assert [screen for _, screen, _ in shown] == [""], "rather none than the kiosk's"
    assert "waits for one rather than cover the kiosk" in said


def test_two_unnamed_kiosks_and_two_displays_have_names_and_screens_of_their_own(machine: Machine) -> None:
    screens = (TOUCH, {**TOUCH, "name": "DP-2", "x": 4280}, WALL, ROOM)
    assert machine.shows("kiosk", screens=screens) == [["Borne 1", "DP-1", 1080]]
    assert machine.shows("kiosk", screens=screens) == [["Borne 2", "DP-2", 1080]]
    assert machine.shows("display", screens=screens) == [["Écran", "HDMI-1", 1920]]
    assert machine.shows("display", screens=screens) == [["Écran 2", "HDMI-2", 1280]]
    shown, said = machine.showed("kiosk", "--name", "Borne 1", screens=screens)
    assert shown == []
    assert said.splitlines()[-1].startswith('Another kiosk named "Borne 1" runs on the data folder')


def test_in_windows_a_display_is_seen_beside_a_kiosk_on_one_screen(machine: Machine) -> None:
    assert machine.shows("kiosk", "--windowed", screens=(WALL,))[0][1] == "HDMI-1"
    assert machine.showed("display", "--windowed", screens=(WALL,))[0][0][1] == "HDMI-1"


def test_a_floor_puts_kiosk_and_display_where_they_were_chosen_to_be(machine: Machine) -> None:
    floor = ("run", "--port", "0", "--visitors-port", "0")
    shown, _ = machine.showed(*floor, "--kiosk-screen", "HDMI-2", "--display-screen", "1")
    assert shown == [["Borne 1", "HDMI-2", 1280], ["Écran", "DP-1", 1080]]
    assert machine.showed(*floor)[0] == shown
