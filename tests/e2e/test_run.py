"""`cdm-kiosk run` as a person starts it: hub and windows together, mended when the hub dies, gone at the end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from PySide6.QtCore import QRect

from cdm_kiosk.station.supervisor import free_port
from tests.tools.hub import CHECKOUT

PATIENCE_S = 60.0


def wait_until(condition: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> None:
    deadline = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < deadline, f"waited {patience_s} s for {what}"
        time.sleep(0.02)


class RunningFloor:
    """One `cdm-kiosk run` process and what it says."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        ports = ("--port", str(self.port), "--visitors-port", "0")
        self.health = f"http://127.0.0.1:{self.port}/api/v1/health"
        self.output = (folder / "output.txt").open("w+")
        environment = {**os.environ, "XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cdm_kiosk", "run", *ports, "--with", "reception,advisor"],
            cwd=CHECKOUT,
            stdout=self.output,
            stderr=subprocess.STDOUT,
            env=environment,
        )

    def answers(self) -> bool:
        try:
            return httpx.get(self.health, timeout=1).status_code == 200
        except httpx.TransportError:
            return False

    def hub(self) -> psutil.Process | None:
        try:
            children = psutil.Process(self.process.pid).children(recursive=True)
            return next((child for child in children if "hub" in child.cmdline()), None)
        except psutil.NoSuchProcess:
            return None

    def said(self) -> str:
        self.output.flush()
        return Path(self.output.name).read_text()


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[RunningFloor]:
    running = RunningFloor(tmp_path)
    yield running
    if running.process.poll() is None:
        running.process.kill()
    running.process.wait()
    running.output.close()


def test_the_first_start_says_that_it_shows_the_sample_site_and_where_data_lie(
    floor: RunningFloor, tmp_path: Path
) -> None:
    wait_until(floor.answers, "the hub")
    assert "sample site" in floor.said()
    assert str(tmp_path / "cdm-kiosk" / "site.toml") in floor.said()
    assert (tmp_path / "cdm-kiosk" / "demo" / "day.sqlite3").is_file()


def test_a_hub_that_dies_is_started_again_on_the_same_address(floor: RunningFloor) -> None:
    wait_until(floor.answers, "the hub")
    first = floor.hub()
    assert first is not None
    first.kill()
    wait_until(lambda: (now := floor.hub()) is not None and now.pid != first.pid, "another hub")
    wait_until(floor.answers, "the hub to answer again")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_stopping_leaves_no_process_behind(floor: RunningFloor) -> None:
    wait_until(floor.answers, "the hub")
    hub = floor.hub()
    assert hub is not None
    floor.process.send_signal(signal.SIGTERM)
    assert floor.process.wait(PATIENCE_S) == 0
    assert not hub.is_running()


def test_even_a_killed_floor_leaves_no_hub_behind(floor: RunningFloor) -> None:
    wait_until(floor.answers, "the hub")
    hub = floor.hub()
    assert hub is not None
    floor.process.kill()
    floor.process.wait()
    wait_until(lambda: not hub.is_running() or hub.status() == psutil.STATUS_ZOMBIE, "the hub to leave")


def test_a_port_in_use_ends_the_start_with_one_sentence(floor: RunningFloor) -> None:
    wait_until(floor.answers, "the hub")
    second = subprocess.run(
        [sys.executable, "-m", "cdm_kiosk", "run", "--port", str(floor.port), "--visitors-port", "0"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, "XDG_DATA_HOME": str(Path(floor.output.name).parent / "other")},
        check=False,
    )
    assert second.returncode == 2
    assert f"Port {floor.port} cannot be used" in second.stderr
    assert "Traceback" not in second.stderr


def test_an_unknown_window_is_named_with_what_was_expected() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "cdm_kiosk", "run", "--with", "recepcion"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert answer.returncode == 2
    assert answer.stderr.strip() == '"recepcion" is not a window. Expected reception or advisor after --with.'


WHERE = """
import json
import sys
from pathlib import Path
from cdm_kiosk.apps import run
from cdm_kiosk.options import DisplayOptions, HubOptions, KioskOptions, RunOptions
from cdm_kiosk.station import station
from cdm_kiosk.station.supervisor import HubProcess
app = station.application("test")
asked = RunOptions(HubOptions(), KioskOptions(), DisplayOptions(), tuple(sys.argv[2:]))
stations = run._stations(HubProcess(HubOptions(port=9), Path(sys.argv[1])), asked, Path(sys.argv[1]))
run._arrange(stations, asked)
app.processEvents()
print(json.dumps([
    {"screen": window.screen().name(), "rect": window.geometry().getRect(), "least": window.minimumSize().toTuple()}
    for window in (each.window for each in stations.values())
]))
for each in stations.values():
    each.close()
"""


def _places(screens: list[dict[str, Any]], folder: Path, *also: str) -> list[dict[str, Any]]:
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": screens}))
    answer = subprocess.run(
        [sys.executable, "-c", WHERE, str(folder), *also],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={described}"},
        check=True,
    )
    places: list[dict[str, Any]] = json.loads(answer.stdout)
    return places


def _screen(name: str, x: int, width: int, height: int) -> dict[str, Any]:
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}


def test_the_kiosk_fills_the_first_screen_and_the_display_the_second(tmp_path: Path) -> None:
    places = _places([_screen("touch", 0, 1080, 1920), _screen("wall", 1080, 1920, 1080)], tmp_path)
    assert [place["screen"] for place in places] == ["touch", "wall"]
    assert [place["rect"] for place in places] == [[0, 0, 1080, 1920], [1080, 0, 1920, 1080]]


def test_on_one_screen_kiosk_and_display_stand_side_by_side(tmp_path: Path) -> None:
    places = _places([_screen("only", 0, 1920, 1080)], tmp_path)
    kiosk, display = (place["rect"] for place in places)
    assert kiosk[0] + kiosk[2] <= display[0]
    assert display[0] + display[2] <= 1920
    assert max(kiosk[1] + kiosk[3], display[1] + display[3]) <= 1080


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=str)
def test_no_window_is_smaller_than_it_is_made_for_or_beyond_the_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    places = _places([_screen("only", 0, *size)], tmp_path, "reception", "advisor")
    assert len(places) == 4
    for place in places:
        left, top, width, height = place["rect"]
        assert width >= place["least"][0]
        assert height >= place["least"][1]
        assert min(left, top) >= 0
        assert left + width <= size[0]
        assert top + height <= size[1]


@pytest.mark.parametrize("also", [(), ("reception", "advisor")], ids=["two", "four"])
@pytest.mark.parametrize("size", [(1600, 1000), (1920, 1080)], ids=str)
def test_on_a_desk_no_window_stands_over_another(
    tmp_path: Path, size: tuple[int, int], also: tuple[str, ...]
) -> None:
    rects = [QRect(*place["rect"]) for place in _places([_screen("only", 0, *size)], tmp_path, *also)]
    # A window's title stands above it.
    whole = [rect.adjusted(0, -30, 0, 0) for rect in rects]
    assert len(rects) == 2 + len(also)
    assert not any(one.intersects(other) for at, one in enumerate(whole) for other in whole[at + 1 :])
    assert all(QRect(0, 0, *size).contains(each) for each in whole)


LOCKED = """
import json
from cdm_kiosk import cli
from cdm_kiosk.apps import run
from tests.tools.watched import watched

def tell(kiosk):
    theme = kiosk.engine.singletonInstance("Cdm.Controls", "Theme")
    print(json.dumps({
        "closes": kiosk.window.close(),
        "edge_mm": kiosk.window.property("lowerEdgeMm"),
        "per_mm": round(theme.property("pixelsPerMm"), 2),
        "shown": stations[0]._options.distance_m,
        "zones": [each.zone for each in stations[0]._options.zones],
    }), flush=True)

class Display(run.DisplayStation):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        stations.append(self)

stations = []
run.KioskStation, run.DisplayStation = watched(run.KioskStation, tell), Display
cli.main()
"""


class LockedFloor:
    """`cdm-kiosk run` with these options on these screens; the kiosk's window is told to close once it is there."""

    def __init__(self, folder: Path, screens: list[dict[str, Any]], *options: str) -> None:
        described = folder / "screens.json"
        described.write_text(json.dumps({"screens": screens}))
        self.output = (folder / "output.txt").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-c", LOCKED, "run", "--port", "0", "--visitors-port", "0", *options],
            cwd=CHECKOUT,
            stdout=self.output,
            stderr=subprocess.STDOUT,
            env={
                **os.environ,
                "XDG_DATA_HOME": str(folder),
                "QT_QPA_PLATFORM": f"offscreen:configfile={described}",
            },
        )

    def said(self) -> str:
        self.output.flush()
        return Path(self.output.name).read_text()

    def told(self) -> dict[str, Any]:
        """What became of the kiosk's window."""
        wait_until(lambda: '"closes"' in self.said(), "the kiosk")
        line = next(line for line in self.said().splitlines() if line.startswith("{"))
        told: dict[str, Any] = json.loads(line)
        return told

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            assert self.process.wait(PATIENCE_S) == 0
        finally:
            self.process.kill()
            self.process.wait()
            self.output.close()


TWO_SCREENS = [_screen("touch", 0, 1080, 1920), _screen("wall", 1080, 1920, 1080)]


def test_on_two_screens_the_kiosk_is_locked_and_who_looks_after_it_is_told_to_choose_a_pin(tmp_path: Path) -> None:
    floor = LockedFloor(tmp_path, TWO_SCREENS)
    try:
        assert not floor.told()["closes"]
        wait_until(lambda: "no PIN is chosen yet" in floor.said(), "the advice")
        assert floor.said().count("no PIN is chosen yet") == 1
        assert floor.process.poll() is None
    finally:
        floor.end()


def test_a_house_that_has_its_pin_is_not_told_to_choose_one(tmp_path: Path) -> None:
    kept = tmp_path / "cdm-kiosk" / "demo" / "administration.pin"
    kept.parent.mkdir(parents=True)
    kept.write_text("a hash")
    floor = LockedFloor(tmp_path, TWO_SCREENS)
    try:
        assert not floor.told()["closes"]
    finally:
        floor.end()
    assert "PIN" not in (tmp_path / "output.txt").read_text()


@pytest.mark.parametrize(
    ("screens", "options"), [(TWO_SCREENS, ("--windowed",)), (TWO_SCREENS[:1], ())], ids=["windowed", "one screen"]
)
def test_in_windows_nothing_is_locked(
    tmp_path: Path, screens: list[dict[str, Any]], options: tuple[str, ...]
) -> None:
    floor = LockedFloor(tmp_path, screens, *options)
    try:
        assert floor.told()["closes"]
    finally:
        floor.end()
    assert "PIN" not in (tmp_path / "output.txt").read_text()


def test_the_kiosk_and_the_display_take_the_measures_that_the_floor_was_started_with(tmp_path: Path) -> None:
    kiosk = ("--kiosk-diagonal", "21.5", "--height-mm", "750", "--kiosk-name", "Borne Atrium")
    display = ("--zone", "hall:left", "--viewing-distance-m", "6", "--display-diagonal", "55")
    floor = LockedFloor(tmp_path, TWO_SCREENS, *kiosk, *display)
    try:
        told = floor.told()
        assert (told["edge_mm"], told["shown"], told["zones"]) == (750, 6.0, ["hall"])
        assert told["per_mm"] == pytest.approx(4.03, abs=0.01), "1080 × 1920 pixels on 21.5 inches"
    finally:
        floor.end()


@pytest.mark.parametrize(
    ("option", "given"),
    [("--kiosk-diagonal", "3"), ("--display-diagonal", "3"), ("--height-mm", "high"), ("--zone", "a,a")],
)
def test_a_measure_that_cannot_be_meant_is_named_as_it_was_typed(option: str, given: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "cdm_kiosk", "run", option, given],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert answer.returncode == 2
    assert answer.stderr.startswith(f"{option}: ")
    assert "Traceback" not in answer.stderr
