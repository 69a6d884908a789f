"""A hub gets another certificate while its stations run, and nobody walks to one of them."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date as Date
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.token import Token
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.domain.trust import Trust, certificates_in, fingerprint
from cdm_kiosk.hub.certificate import FOLDER
from cdm_kiosk.hub.register import Register
from tests.tools.fake_hub import dispose
from tests.tools.hub import CHECKOUT, RunningHub
from tests.tools.windows import wait_until

KIOSK, DISPLAY = Principal(Role.KIOSK, "Borne 1"), Principal(Role.DISPLAY, "Écran Atrium")


class Station:
    """A paired station that keeps what it knows its hub by."""

    def __init__(
        self, hub: RunningHub, present: Principal, token: str, kept: Trust, *, disk_is_full: bool = False
    ) -> None:
        self.kept = kept
        self._disk_is_full = disk_is_full
        url = f"https://127.0.0.1:{hub.port}"
        self.client = HubClient(url, present, Token(lambda: token), trust=kept, keep_trust=self._keep)
        self.losses = 0
        self.client.connectedChanged.connect(self._told)
        self.client.start()

    def _keep(self, trust: Trust) -> None:
        if self._disk_is_full:
            raise OSError("no space left")
        self.kept = trust

    def knows_only(self, certificate: str) -> bool:
        return self.kept.fingerprints == (certificate,)

    def _told(self) -> None:
        self.losses += not self.client.connected


class House:
    """A hub that other machines reach, and stations of its."""

    def __init__(self, folder: Path) -> None:
        register = Register(folder, Date.today)
        self._tokens = {each: register.pair(each.role, each.station) for each in (KIOSK, DISPLAY)}
        self.hub = RunningHub(folder, more=("--host", "0.0.0.0")).start()
        self._stations: list[Station] = []

    def station(self, present: Principal, kept: Trust | None = None, *, disk_is_full: bool = False) -> Station:
        station = Station(
            self.hub, present, self._tokens[present], kept or self.written(), disk_is_full=disk_is_full
        )
        self._stations.append(station)
        return station

    def written(self) -> Trust:
        """What the hub's own file makes a station know it by."""
        return Trust(certificates_in((self.hub.data / FOLDER / "hub.pem").read_text()))

    def shown(self) -> str:
        """The fingerprint of what the hub shows to whoever connects."""
        anything = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        anything.check_hostname = False
        anything.verify_mode = ssl.CERT_NONE
        with (
            socket.create_connection(("127.0.0.1", self.hub.port), timeout=20) as plain,
            anything.wrap_socket(plain) as line,
        ):
            shown = line.getpeercert(binary_form=True)
        assert shown is not None
        return fingerprint(ssl.DER_cert_to_PEM_cert(shown))

    def renew(self, *more: str) -> tuple[int, str]:
        """How ``cdm-kiosk certificate renew`` ends, and what it says."""
        command = [sys.executable, "-m", "cdm_kiosk", "certificate", "renew", "--data", str(self.hub.data), *more]
        ended = subprocess.run(
            command, cwd=CHECKOUT, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False
        )
        assert "Traceback" not in ended.stderr
        return ended.returncode, ended.stdout

    def ends(self) -> None:
        for station in self._stations:
            dispose(station.client)
        with suppress(AssertionError):
            self.hub.terminate()


@pytest.fixture
def house(tmp_path: Path, qtbot: QtBot) -> Iterator[House]:
    house = House(tmp_path / "data")
    yield house
    house.ends()


def is_followed_by(station: Station) -> bool:
    return station.client.connected


def test_a_renewal_reaches_every_station_before_it_counts(house: House) -> None:
    old = house.written()
    first = house.station(KIOSK)
    wait_until(lambda: is_followed_by(first), "the kiosk to follow")
    assert house.shown() == old.fingerprints[0]

    code, said = house.renew()
    assert (code, DISPLAY.station in said) == (0, True)
    wait_until(lambda: len(first.kept.pems) == 2, "the kiosk to keep both")
    coming = first.kept.fingerprints[1]
    # The display was switched off: the hub waits for it.
    wait_until(lambda: KIOSK.station not in house.renew()[1], "the hub to have heard the kiosk")
    assert house.shown() == old.fingerprints[0]

    second = house.station(DISPLAY, old)
    wait_until(lambda: house.shown() == coming, "the hub to go over")
    for station in (first, second):
        wait_until(partial(station.knows_only, coming), "the old one to be forgotten")
        assert station.losses == 0
        station.client.look_again()
    wait_until(lambda: is_followed_by(first) and is_followed_by(second), "both to follow over new lines")

    house.hub.kill()
    house.hub.start()
    fresh = house.station(KIOSK, first.kept)
    wait_until(lambda: is_followed_by(fresh), "a station to find the hub by what it kept")
    wait_until(lambda: is_followed_by(second), "the display to come back")
    assert house.written().fingerprints == (coming,)


def test_a_renewal_that_will_not_wait_says_who_is_lost(house: House) -> None:
    old = house.written()
    first = house.station(KIOSK)
    wait_until(lambda: is_followed_by(first), "the kiosk to follow")
    house.renew()
    wait_until(lambda: KIOSK.station not in house.renew()[1], "the hub to have heard the kiosk")
    code, said = house.renew("--now")
    assert (code, DISPLAY.station in said, KIOSK.station in said) == (2, True, False)
    assert house.shown() == old.fingerprints[0]

    assert house.renew("--now", "--yes")[0] == 0
    wait_until(lambda: house.shown() != old.fingerprints[0], "the hub to go over")
    first.client.look_again()
    wait_until(lambda: is_followed_by(first), "the kiosk to follow over a new line")
    lost = house.station(DISPLAY, old)
    wait_until(lambda: not lost.client.looking, "the display to give up looking")
    assert not is_followed_by(lost)


def test_a_station_that_could_not_keep_the_next_certificate_is_waited_for(house: House) -> None:
    old = house.written()
    first, full = house.station(KIOSK), house.station(DISPLAY, disk_is_full=True)
    wait_until(lambda: is_followed_by(first) and is_followed_by(full), "both to follow")
    house.renew()
    wait_until(lambda: KIOSK.station not in house.renew()[1], "the hub to have heard the kiosk")
    assert DISPLAY.station in house.renew()[1]
    assert (house.shown(), full.kept) == (old.fingerprints[0], old)


def test_a_renewal_with_nobody_to_wait_for_is_done_when_the_hub_starts(tmp_path: Path) -> None:
    hub = RunningHub(tmp_path, more=("--host", "0.0.0.0")).start()
    before = (tmp_path / FOLDER / "hub.pem").read_bytes()
    hub.terminate()
    command = [sys.executable, "-m", "cdm_kiosk", "certificate", "renew", "--data", str(tmp_path)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    assert (tmp_path / FOLDER / "hub.pem").read_bytes() == before
    hub.start()
    wait_until(lambda: (tmp_path / FOLDER / "hub.pem").read_bytes() != before, "the hub to go over")
    assert not (tmp_path / FOLDER / "next.pem").exists()
    hub.terminate()


def test_a_folder_without_a_certificate_has_none_to_renew(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cdm_kiosk", "certificate", "renew", "--data", str(tmp_path)]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, str(tmp_path) in ended.stderr, "Traceback" in ended.stderr) == (2, True, False)
    assert not [*tmp_path.iterdir()]
