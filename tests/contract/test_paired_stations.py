"""What reception hears of paired stations from a real one: its version, another name, and that it is struck off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk import __version__
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.pairing import StationPairing, Step
from cdm_kiosk.client.token import Token
from cdm_kiosk.domain.orders import Principal, Role
from tests.contract.listening import Listener, listen
from tests.tools.hub import RunningHub
from tests.tools.pairing_desk import PairingReception, reception_of


@dataclass
class House:
    """A hub with a reception, and one kiosk that was paired as "Borne 1"."""

    hub: RunningHub
    reception: PairingReception
    kiosk: HubClient

    @property
    def id(self) -> str:
        return str(self.reception.stations()[0]["id"])


@pytest.fixture
def house(tmp_path: Path, qtbot: QtBot) -> Iterator[House]:
    with RunningHub(tmp_path) as hub, reception_of(hub) as reception:
        pairing = StationPairing()
        pairing.begin((hub.url,), Role.KIOSK, "Borne 1")
        qtbot.waitUntil(lambda: pairing.step is Step.SHOWING)
        assert reception.accept(reception.pending(), pairing.digits).status_code == 200
        qtbot.waitUntil(lambda: pairing.step is Step.ACCEPTED)
        given = pairing.given
        assert given is not None
        kiosk = HubClient(hub.url, Principal(Role.KIOSK, given.name), Token(lambda: given.token))
        kiosk.start()
        qtbot.waitUntil(lambda: kiosk.connected)
        yield House(hub, reception, kiosk)
        kiosk.stop()
        pairing.cancel()
        for each in (kiosk, pairing):
            each.deleteLater()


def seen(feed: Listener, name: str) -> dict[str, Any]:
    """The station of that name in the next list that has it."""
    told = feed.told("stations", lambda content: name in [each["name"] for each in content["seen"]])
    found: dict[str, Any] = next(each for each in told.content["seen"] if each["name"] == name)
    return found


def test_reception_hears_who_is_paired_and_which_version_each_runs(house: House) -> None:
    with listen(f"{house.hub.api}/events") as feed:
        paired = feed.told("paired").content
        assert paired["version"] == __version__
        assert [(each["role"], each["name"]) for each in paired["stations"]] == [("kiosk", "Borne 1")]
        assert seen(feed, "Borne 1")["version"] == __version__


def test_a_hub_that_has_just_started_says_that_nobody_waits_to_be_paired(house: House) -> None:
    with listen(f"{house.hub.api}/events") as feed:
        assert feed.told("pairing").content == {"pending": None}


def test_a_renamed_station_learns_its_name_and_goes_on_under_it(house: House, qtbot: QtBot) -> None:
    with listen(f"{house.hub.api}/events") as feed:
        seen(feed, "Borne 1")
        renamed = house.reception.say("PATCH", f"/stations/{house.id}", {"name": "Borne du hall"})
        assert renamed.status_code == 200
        qtbot.waitUntil(lambda: house.kiosk.present.station == "Borne du hall", timeout=20_000)
        there = seen(feed, "Borne du hall")
        while there["away_since"] is not None:
            there = seen(feed, "Borne du hall")
        with listen(f"{house.hub.api}/events") as later:
            assert [each["name"] for each in later.told("stations").content["seen"]] == ["Borne du hall"]


def test_a_station_tells_nothing_in_anothers_name(house: House) -> None:
    assert house.reception.say("POST", "/stations/Borne%201/alive").status_code == 403


def test_a_station_that_is_struck_off_is_told_to_reception_and_missed_by_nobody(house: House, qtbot: QtBot) -> None:
    with listen(f"{house.hub.api}/events") as feed:
        seen(feed, "Borne 1")
        assert house.reception.say("DELETE", f"/stations/{house.id}").status_code == 200
        assert feed.told("paired", lambda content: not content["stations"])
        qtbot.waitUntil(lambda: house.kiosk.unknown, timeout=20_000)
        feed.told("stations", lambda content: not content["seen"])


@pytest.mark.parametrize("version", ["1.2.3-beta", "x" * 2_000, "٢", ""])
def test_what_is_no_version_is_passed_over(house: House, version: str) -> None:
    headers = {"Cdm-Version": version.encode(), "Cdm-Station": b"Accueil"}
    with (
        house.reception.client.stream("GET", "/events", params={"audience": "staff"}, headers=headers) as response,
        listen(f"{house.hub.api}/events") as feed,
    ):
        assert response.status_code == 200
        assert seen(feed, "Accueil")["version"] == ""
