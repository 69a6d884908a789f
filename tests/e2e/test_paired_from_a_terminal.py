"""A machine becomes a station of a hub on another machine, by its terminal and by reception."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdm_kiosk.station.membership import kept_pairing
from tests.tools.hub import CHECKOUT, RunningHub
from tests.tools.namespaces import Lan, why_not
from tests.tools.pair_terminal import PATIENCE_S, PORT, Terminal, cdm, hub_on, reception_says
from tests.tools.pairing_desk import PairingReception, reception_of

several_hosts = pytest.mark.skipif(bool(why_not()), reason=why_not() or "several hosts can be made")


@several_hosts
@pytest.mark.parametrize("link", ["address", "address where multicast is blocked", "version 6 alone"])
def test_a_typed_address_is_enough(tmp_path: Path, link: str) -> None:
    version_6 = link == "version 6 alone"
    with (
        Lan(["hub", "kiosk"], version_6_alone=version_6) as lan,
        hub_on(lan["hub"], tmp_path, "::" if version_6 else "0.0.0.0") as token,
    ):
        if "blocked" in link:
            for host in lan.hosts.values():
                host.pass_multicast(False)
        scope = "%lan0" if version_6 else ""
        address = f"[{lan['hub'].link_local()}{scope}]" if version_6 else lan["hub"].address
        words = ("pair", "--hub", f"{address}:{PORT}", "--role", "kiosk", "--name", "Borne 1")
        with Terminal(lan["kiosk"].command(*cdm(*words, "--data", tmp_path / "kiosk"))) as terminal:
            assert reception_says(lan["hub"], token, terminal.digits()) == "200"
            code, said = terminal.end()
    assert code == 0, said
    kept = kept_pairing(tmp_path / "kiosk", "kiosk")
    assert kept is not None
    assert (kept.name, kept.site) == ("Borne 1", "demo")
    file = next((tmp_path / "kiosk").glob("pairing*.json"))
    assert file.stat().st_mode & 0o077 == 0


@pytest.fixture
def granted(tmp_path: Path) -> Iterator[tuple[RunningHub, PairingReception]]:
    with RunningHub(tmp_path / "hub") as hub, reception_of(hub) as reception:
        yield hub, reception


def test_a_terminal_ends_with_zero_where_reception_picks_its_number_and_with_one_where_not(
    granted: tuple[RunningHub, PairingReception], tmp_path: Path
) -> None:
    hub, reception = granted
    words = cdm("pair", "--hub", f"127.0.0.1:{hub.port}", "--role", "advisor", "--name", "Table 4")
    with Terminal([*words, "--data", str(tmp_path / "station")]) as terminal:
        terminal.digits()
        reception.refuse(reception.pending())
        assert terminal.end() == (1, terminal_says("Reception refused this station."))
    assert not [*tmp_path.glob("station/pairing*")]
    with Terminal([*words, "--data", str(tmp_path / "station")]) as terminal:
        shown = terminal.digits()
        assert reception.accept(reception.pending(), shown).status_code == 200
        code, said = terminal.end()
        assert code == 0, said
    kept = kept_pairing(tmp_path / "station", "advisor")
    assert kept is not None
    assert kept.token not in said


def terminal_says(sentence: str) -> str:
    return f"Reception sees three numbers, and picks this one:\n{sentence}\n"


def test_a_terminal_that_is_interrupted_ends_at_once(
    granted: tuple[RunningHub, PairingReception], tmp_path: Path
) -> None:
    hub, _ = granted
    words = cdm("pair", "--hub", f"127.0.0.1:{hub.port}", "--data", tmp_path / "station")
    with Terminal(words) as terminal:
        terminal.digits()
        os.kill(terminal.running.pid, signal.SIGINT)
        assert terminal.end()[0] == 130


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--hub", "127.0.0.1:1"), 1, "No hub answers there"),
        (("--hub", "not an address"), 2, "--hub"),
        (("--hub", "http://192.0.2.1"), 2, "--hub"),
        (("--hub", "127.0.0.1:1", "--role", "hub"), 2, "invalid choice"),
        (("--hub", "127.0.0.1:1", "--name", "a\tb"), 2, "letters that can be shown"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(
    tmp_path: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    asked = subprocess.run(
        cdm("pair", *words, "--data", tmp_path), cwd=CHECKOUT, capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert asked.returncode == code, asked.stderr
    assert says in asked.stderr
    assert "Traceback" not in asked.stderr


def test_the_hubs_own_machine_lists_its_stations_and_strikes_one_off(
    granted: tuple[RunningHub, PairingReception], tmp_path: Path
) -> None:
    hub, reception = granted
    words = cdm("pair", "--hub", f"127.0.0.1:{hub.port}", "--role", "display", "--name", "Écran 1")
    with Terminal([*words, "--data", str(tmp_path / "station")]) as terminal:
        shown = terminal.digits()
        reception.accept(reception.pending(), shown)
        assert terminal.end()[0] == 0
    kept = kept_pairing(tmp_path / "station", "display")
    assert kept is not None

    def stations(*asked: str) -> subprocess.CompletedProcess[str]:
        told = cdm("stations", *asked, "--data", hub.data)
        return subprocess.run(told, cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=PATIENCE_S)

    listed = stations("list").stdout
    assert listed.startswith("Écran 1\tdisplay\t\t")
    assert listed.count("\n") == 1
    with PairingReception(hub.url, kept.token) as display:
        with display.client.stream("GET", "/events") as feed:
            lines = feed.iter_lines()
            next(lines)
            assert stations("remove", "écran 1").returncode == 0
            for _ in lines:
                pass
        assert display.client.get("/state").status_code == 401
    missing = stations("remove", "Écran 1")
    assert missing.returncode == 1
    assert "Écran 1" in missing.stderr
    assert stations("list").stdout == ""
