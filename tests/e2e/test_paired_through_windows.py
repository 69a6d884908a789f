"""A machine that belongs to nobody is paired through its own window, and goes on without a restart."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from cdm_kiosk.domain.orders import PAIRED_ROLES
from cdm_kiosk.station.membership import kept_pairing, pairing_file
from tests.e2e.test_paired_from_a_terminal import PORT, hub_on, reception_says, several_hosts
from tests.tools.hub import CHECKOUT, RunningHub, token_of
from tests.tools.namespaces import Host, Lan
from tests.tools.pairing_desk import PairingReception

SHOWS_ITSELF = """
from PySide6.QtCore import QTimer
from cdm_kiosk.station import pairing_screen, station
from tests.tools.windows import touch
shows, opens = pairing_screen.PairingScreen.run, station.run
def run_pairing(screen, app):
    vm = screen.view_model
    vm.signal_of("stage").connect(lambda: print("stage", vm.props.stage, flush=True))
    vm.signal_of("digits").connect(lambda: vm.props.digits and print("digits", vm.props.digits, flush=True))
    def use():
        if vm.props.stage == "searching" and vm.props.hubs:
            print("found", vm.props.hubs[0].name, flush=True)
            touch(screen.window, "hub-" + vm.props.hubs[0].key)
        elif vm.props.stage == "accepted" and vm.props.confirmed_itself:
            print("asks", vm.props.digits, flush=True)
            touch(screen.window, "proceed")
    hand = QTimer(screen)
    hand.timeout.connect(use)
    hand.start(200)
    return shows(screen, app)
def run_station(app, stations):
    (window,) = stations
    window.client.connectedChanged.connect(lambda: print("connected", window.client.connected, flush=True))
    print("window", window.window.objectName() or window.window.title(), flush=True)
    return opens(app, stations)
pairing_screen.PairingScreen.run, station.run = run_pairing, run_station
from cdm_kiosk.cli import main
main()
"""


class Machine:
    """One that is started as ``role``, and says what its windows show."""

    def __init__(self, role: str, folder: Path, *more: str, host: Host | None = None) -> None:
        windowed = ("--windowed",) if role in ("kiosk", "display") else ()
        command = [sys.executable, "-c", SHOWS_ITSELF, role, "--data", str(folder), *windowed, *more]
        self._command = command if host is None else host.command(*command)

    def __enter__(self) -> Self:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        self._process = subprocess.Popen(
            self._command, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._process.terminate()
        self._process.communicate(timeout=30)

    def hear(self, what: str) -> str:
        """Wait until it says this; gives the rest of the line."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith(what):
                return line.removeprefix(what).strip()
        raise AssertionError(f"it ended without saying {what}")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[RunningHub, PairingReception]]:
    with RunningHub(tmp_path / "hub", more=("--host", "0.0.0.0")) as hub:
        url = f"https://127.0.0.1:{hub.port}"
        with PairingReception(url, token_of(hub.url, "reception")) as reception:
            yield hub, reception


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("role", PAIRED_ROLES)
def test_each_role_is_paired_and_then_opens_its_window_and_hears_its_hub(
    house: tuple[RunningHub, PairingReception], tmp_path: Path, role: str
) -> None:
    hub, reception = house
    station = tmp_path / "station"
    with Machine(role, station, "--hub", f"https://127.0.0.1:{hub.port}") as machine:
        number = machine.hear("digits")
        pending = reception.pending()
        assert number in pending["numbers"]
        assert reception.accept(pending, number, name="Neuve").status_code == 200
        machine.hear("stage accepted")
        machine.hear("window")
        machine.hear("connected True")
    kept = kept_pairing(station, role)
    assert kept is not None
    assert (kept.name, kept.addresses) == ("Neuve", (f"https://127.0.0.1:{hub.port}",))
    assert kept.trust is not None
    # The next start asks nobody, and nobody tells it where its hub is.
    with Machine(role, station) as again:
        again.hear("window")
        again.hear("connected True")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_refused_machine_keeps_nothing(house: tuple[RunningHub, PairingReception], tmp_path: Path) -> None:
    hub, reception = house
    with Machine("kiosk", tmp_path / "station", "--hub", f"https://127.0.0.1:{hub.port}") as machine:
        machine.hear("digits")
        reception.refuse(reception.pending())
        machine.hear("stage refused")
    assert not pairing_file(tmp_path / "station", "kiosk").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_first_reception_of_a_hub_confirms_itself_and_asks_whether_the_hub_shows_the_same(
    tmp_path: Path,
) -> None:
    hub = RunningHub(tmp_path / "hub")
    hub.grants = []
    with hub:
        with Machine("reception", tmp_path / "station", "--hub", hub.url) as machine:
            asked = machine.hear("asks")
            said = hub.next_line()
            while "first reception" not in said:
                said = hub.next_line()
            assert said.endswith(asked)
            machine.hear("connected True")
        # The second one is for the first to take in.
        with Machine("reception", tmp_path / "other", "--hub", hub.url) as second:
            second.hear("digits")
            assert kept_pairing(tmp_path / "other", "reception") is None


@several_hosts
@pytest.mark.parametrize("version_6", [False, True], ids=["dual", "version 6 alone"])
def test_a_machine_that_is_switched_on_finds_its_hub_and_a_touch_chooses_it(
    tmp_path: Path, version_6: bool
) -> None:
    with (
        Lan(["hub", "kiosk"], version_6_alone=version_6) as lan,
        hub_on(lan["hub"], tmp_path, "::" if version_6 else "0.0.0.0") as token,
        Machine("kiosk", tmp_path / "kiosk", "--name", "Borne 1", host=lan["kiosk"]) as machine,
    ):
        assert machine.hear("found") == "Cité des métiers"
        url = f"https://[::1]:{PORT}" if version_6 else f"https://127.0.0.1:{PORT}"
        assert reception_says(lan["hub"], token, machine.hear("digits"), url) == "200"
        machine.hear("connected True")
