"""A paired station finds its hub again where that is now, and follows no other."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cdm_kiosk.domain.orders import Role
from cdm_kiosk.hub.certificate import own_certificate
from cdm_kiosk.hub.register import Register
from cdm_kiosk.station.membership import Pairing, keep_pairing, kept_pairing, pairing_file
from tests.tools.hub import CHECKOUT
from tests.tools.namespaces import Host, Lan, why_not
from tests.tools.pair_terminal import PATIENCE_S, PORT, Terminal, cdm, hub_on, reception_says

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "several hosts can be made")

FOUND_WITHIN_S = 5.0
Said = dict[str, Any]


def url(address: str) -> str:
    return f"https://{address}:{PORT}"


def paired(folder: Path, *addresses: str) -> Path:
    """The data folder of a station that was paired with the hub in ``folder``, which has not started yet."""
    data = folder / "kiosk"
    token = Register(folder / "hub", lambda: date(2026, 12, 1)).pair(Role.KIOSK, "Borne 1")
    trust = own_certificate(folder / "hub").trust
    keep_pairing(data, Pairing("kiosk", "Borne 1", "", "demo", tuple(map(url, addresses)), trust, token))
    return data


class Station:
    """What a station says, as it happens."""

    def __init__(self, running: subprocess.Popen[str]) -> None:
        self._lines: queue.Queue[Said] = queue.Queue()
        self.said: list[Said] = []
        threading.Thread(target=self._read, args=(running,), daemon=True).start()

    def _read(self, running: subprocess.Popen[str]) -> None:
        assert running.stdout is not None
        with contextlib.suppress(ValueError):
            for line in running.stdout:
                self._lines.put(json.loads(line))

    def until(self, what: str, address: str = "") -> float:
        """Wait until it says so from now on; returns the seconds that it took."""
        began = time.monotonic()
        while True:
            left = PATIENCE_S - (time.monotonic() - began)
            assert left > 0, self.said
            with contextlib.suppress(queue.Empty):
                now = self._lines.get(timeout=left)
                self.said.append(now)
                if now["is"] == what and (not address or now["address"] == url(address)):
                    return time.monotonic() - began


@contextlib.contextmanager
def station_on(host: Host, data: Path) -> Iterator[Station]:
    words = (sys.executable, "-m", "tests.tools.paired_station", str(data), "kiosk")
    running = host.run(*words, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    try:
        yield Station(running)
    finally:
        running.terminate()
        running.wait(PATIENCE_S)
        assert running.stdout is not None
        running.stdout.close()


def kept(data: Path) -> tuple[str, ...]:
    now = kept_pairing(data, "kiosk")
    return () if now is None else now.addresses


def wait_until(is_so: Callable[[], bool], what: str) -> float:
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < PATIENCE_S, what
        time.sleep(0.02)
    return time.monotonic() - began


PRESENT = """
import json, sys
from tests.tools.pairing_desk import PairingReception
with PairingReception(sys.argv[1], sys.argv[2]) as reception:
    with reception.client.stream("GET", "/events", params={"audience": "staff"}) as feed:
        lines = feed.iter_lines()
        next(line for line in lines if line.startswith("event:") and "stations" in line)
        said = json.loads(next(line for line in lines if line.startswith("data:")).removeprefix("data:"))
print(json.dumps([each["name"] for each in said["seen"] if each["away_since"] is None]))
"""


def present(host: Host, token: str) -> set[str]:
    """The stations that reception sees, asked on the hub's own host."""
    asked = host.command(sys.executable, "-c", PRESENT, f"https://127.0.0.1:{PORT}", token)
    said = subprocess.run(asked, cwd=CHECKOUT, capture_output=True, text=True, timeout=PATIENCE_S, check=True)
    return set(json.loads(said.stdout))


def test_a_hub_whose_address_changed_is_heard_again_within_five_seconds(tmp_path: Path) -> None:
    data = paired(tmp_path, "10.78.0.1")
    with Lan(["hub", "kiosk"]) as lan, hub_on(lan["hub"], tmp_path), station_on(lan["kiosk"], data) as station:
        station.until("connected", "10.78.0.1")
        assert not any(each["has_listened"] for each in station.said), "who hears the hub looks for none"
        for address in ("10.78.0.99", "10.78.0.77"):
            lan["hub"].move_to(address)
            took = station.until("heard", address)
            print(f"heard again after {took:.1f} s")
            assert took < FOUND_WITHIN_S
            assert kept(data)[0] == url(address)
    assert kept(data) == tuple(map(url, ("10.78.0.77", "10.78.0.99", "10.78.0.1")))
    assert stat.S_IMODE(pairing_file(data, "kiosk").stat().st_mode) == 0o600


def test_a_hub_that_moved_while_the_station_was_off_is_found_at_its_start(tmp_path: Path) -> None:
    data = paired(tmp_path, "10.78.0.200", "10.78.0.201")
    with Lan(["hub", "kiosk"]) as lan, hub_on(lan["hub"], tmp_path), station_on(lan["kiosk"], data) as station:
        station.until("connected", "10.78.0.1")
        wait_until(lambda: kept(data)[0] == url("10.78.0.1"), "the address to be kept")


@pytest.mark.parametrize("first", ["10.78.0.1", "10.78.0.200"])
def test_where_multicast_is_blocked_every_address_of_before_is_tried(tmp_path: Path, first: str) -> None:
    data = paired(tmp_path, first, "10.78.0.1")
    with Lan(["hub", "kiosk"]) as lan, hub_on(lan["hub"], tmp_path):
        for host in lan.hosts.values():
            host.pass_multicast(False)
        with station_on(lan["kiosk"], data) as station:
            station.until("connected", "10.78.0.1")
            lan["hub"].move_to("10.78.0.99")
            station.until("lost")
            lan["hub"].move_to("10.78.0.1")
            took = station.until("heard", "10.78.0.1")
            print(f"heard again after {took:.1f} s")


def test_another_hub_of_the_same_site_is_not_followed(tmp_path: Path) -> None:
    data = paired(tmp_path, "10.78.0.1")
    (tmp_path / "other").mkdir()
    with (
        Lan(["hub", "other", "kiosk"]) as lan,
        hub_on(lan["hub"], tmp_path),
        hub_on(lan["other"], tmp_path / "other"),
        station_on(lan["kiosk"], data) as station,
    ):
        station.until("connected", "10.78.0.1")
        lan["hub"].plug(False)
        station.until("lost")
        # Even at the very address of the one that it knows.
        lan["hub"].move_to("10.78.0.99")
        lan["other"].move_to("10.78.0.1")
        station.until("missed")
        station.until("missed")
        lan["hub"].plug(True)
        station.until("heard", "10.78.0.99")
        assert {each["address"] for each in station.said} == {url("10.78.0.1"), url("10.78.0.99")}
        assert [each["address"] for each in station.said if each["is"] == "heard"] == [
            url("10.78.0.1"),
            url("10.78.0.99"),
        ]


def test_a_machine_with_kiosk_and_display_is_the_hub_of_other_stations_too(tmp_path: Path) -> None:
    folder, data = tmp_path / "hub", tmp_path / "station"
    grant = tmp_path / "reception.token"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path / "home")}
    words = cdm("run", "--data", folder, "--host", "0.0.0.0", "--port", PORT, "--visitors-port", 0)
    with Lan(["hub", "display"]) as lan, contextlib.ExitStack() as running:

        def start(host: Host, command: list[str], said: Path) -> None:
            process = host.run(
                *command,
                cwd=CHECKOUT,
                env=environment,
                stdout=running.enter_context(said.open("w")),
                stderr=subprocess.STDOUT,
            )
            running.callback(process.wait, PATIENCE_S)
            running.callback(process.terminate)

        hub_said, display_said = tmp_path / "hub.txt", tmp_path / "display.txt"
        start(lan["hub"], [*words, "--grant", f"reception={grant}"], hub_said)
        wait_until(grant.is_file, "the hub")
        pair = ("pair", "--hub", f"10.78.0.1:{PORT}", "--role", "display", "--name", "Écran 1", "--data", data)
        with Terminal(lan["display"].command(*cdm(*pair))) as terminal:
            assert reception_says(lan["hub"], grant.read_text(), terminal.digits()) == "200"
            assert terminal.end()[0] == 0
        start(lan["display"], cdm("display", "--data", data), display_said)
        token = grant.read_text()
        wait_until(lambda: {"Écran 1", "Borne 1"} <= present(lan["hub"], token), "both to be heard at reception")
        lan["hub"].move_to("10.78.0.99")
        took = wait_until(
            lambda: (now := kept_pairing(data, "display")) is not None and now.addresses[0] == url("10.78.0.99"),
            "the display to find the hub",
        )
        print(f"heard again after {took:.1f} s")
        assert took < FOUND_WITHIN_S
    assert "Traceback" not in hub_said.read_text() + display_said.read_text()
