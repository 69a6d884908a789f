"""Stations are paired with a real hub, and whoever stands between, guesses, repeats or floods gets nothing."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.pairing import StationPairing, Step, urls_typed
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.pairing import NONCE_BYTES, VERSION, Terms, digits_at_station, station_commitment
from cdm_kiosk.hub.certificate import own_certificate
from tests.tools.between import Relay, SpeaksForBoth
from tests.tools.hub import RunningHub, token_of
from tests.tools.pairing_desk import PairingReception, reception_of


@dataclass
class House:
    """A hub that others reach, its reception, and the addresses at which a station of this machine finds it."""

    hub: RunningHub
    reception: PairingReception

    @property
    def urls(self) -> tuple[str, ...]:
        return (f"https://127.0.0.1:{self.hub.port}",)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with RunningHub(tmp_path / "hub", more=("--host", "0.0.0.0")) as hub:
        token = token_of(hub.url, "reception")
        with PairingReception(f"https://127.0.0.1:{hub.port}", token) as reception:
            yield House(hub, reception)


@pytest.fixture
def station(qtbot: QtBot) -> Iterator[StationPairing]:
    made = StationPairing()
    yield made
    made.cancel()
    made.deleteLater()


@dataclass
class Stranger:
    """A station without Qt, for what no station of ours would say."""

    url: str
    fingerprint: str
    role: str = "kiosk"
    name: str = "Borne 1"

    def __post_init__(self) -> None:
        self.nonce = secrets.token_bytes(NONCE_BYTES)
        self.id = ""
        self.of_hub = b""

    @property
    def terms(self) -> Terms:
        return Terms(Role(self.role), self.name, bytes.fromhex(self.fingerprint))

    def wish(self, **otherwise: Any) -> dict[str, Any]:
        said = station_commitment(self.terms, self.nonce).hex()
        wish = {"pairing": VERSION, "version": "1", "role": self.role, "name": self.name, "commitment": said}
        return {**wish, **otherwise}

    def ask(self, method: str, path: str, body: Any = None) -> httpx.Response:
        return httpx.request(method, f"{self.url}/api/v1/pairing{path}", json=body, verify=False, timeout=30)

    def begin(self, **otherwise: Any) -> httpx.Response:
        answer = self.ask("POST", "", self.wish(**otherwise))
        if answer.status_code == 201:
            self.id, self.of_hub = answer.json()["id"], bytes.fromhex(answer.json()["commitment"])
        return answer

    def show(self) -> str:
        assert self.begin().status_code == 201
        told = self.ask("POST", f"/{self.id}/nonce", {"nonce": self.nonce.hex()}).json()["nonce"]
        shown = digits_at_station(self.terms, self.nonce, self.of_hub, bytes.fromhex(told))
        assert shown is not None
        return shown

    def outcome(self) -> dict[str, Any]:
        outcome: dict[str, Any] = self.ask("GET", f"/{self.id}").json()
        return outcome


@pytest.fixture
def stranger(house: House) -> Stranger:
    return Stranger(house.urls[0], own_certificate(house.hub.data).fingerprint)


def test_a_station_is_paired_by_the_number_that_it_shows(
    house: House, station: StationPairing, qtbot: QtBot, tmp_path: Path
) -> None:
    station.begin(urls_typed(f"127.0.0.1:{house.hub.port}"), Role.DISPLAY, "Écran Atrium")
    qtbot.waitUntil(lambda: station.step is Step.SHOWING)
    pending = house.reception.pending()
    assert (pending["role"], pending["name"]) == ("display", "Écran Atrium")
    assert len(set(pending["numbers"])) == 3
    assert station.digits in pending["numbers"]
    answer = house.reception.accept(pending, station.digits, name="Écran du hall")
    assert [each["name"] for each in answer.json()["stations"]] == ["Écran du hall"]
    qtbot.waitUntil(lambda: station.step is Step.ACCEPTED)
    given = station.given
    assert given is not None
    assert (given.role, given.name, given.site_id) == (Role.DISPLAY, "Écran du hall", "demo")
    assert given.trust == own_certificate(house.hub.data).trust
    assert given.token not in repr(given)
    with PairingReception(house.urls[0], given.token) as shown:
        assert shown.client.get("/state", params={"audience": "public"}).status_code == 200
        assert shown.client.get("/state", params={"audience": "staff"}).status_code == 403


def test_on_the_hubs_own_machine_a_station_is_paired_without_encryption(
    station: StationPairing, qtbot: QtBot, tmp_path: Path
) -> None:
    with RunningHub(tmp_path / "hub") as hub, reception_of(hub) as reception:
        station.begin(urls_typed(f"127.0.0.1:{hub.port}"), Role.KIOSK, "Borne 1")
        qtbot.waitUntil(lambda: station.step is Step.SHOWING)
        assert reception.accept(reception.pending(), station.digits).status_code == 200
        qtbot.waitUntil(lambda: station.step is Step.ACCEPTED)
        assert station.given is not None
        assert station.given.trust is None


def test_a_relay_with_a_certificate_of_its_own_is_found_and_nothing_is_given(
    house: House, station: StationPairing, qtbot: QtBot, tmp_path: Path
) -> None:
    with Relay(tmp_path / "relay", house.hub.port) as relay:
        station.begin((relay.url,), Role.RECEPTION, "Accueil 2")
        qtbot.waitUntil(lambda: station.step is Step.REFUSED)
        assert station.why == "pairing_intercepted"
        assert station.digits == ""
        assert b"token" not in relay.heard
    assert house.reception.stations() == []


@pytest.mark.parametrize("reception_says", ["no", "the wrong number"])
def test_somebody_who_speaks_for_both_sides_is_given_away_by_the_digits(
    house: House, station: StationPairing, qtbot: QtBot, tmp_path: Path, reception_says: str
) -> None:
    with SpeaksForBoth(tmp_path / "between", house.hub.port) as between:
        station.begin((between.url,), Role.RECEPTION, "Accueil 2")
        qtbot.waitUntil(lambda: station.step is Step.SHOWING)
        pending = house.reception.pending()
        assert station.digits == between.station_digits
        assert between.hub_digits in pending["numbers"]
        assert station.digits not in pending["numbers"]
        if reception_says == "no":
            assert house.reception.refuse(pending).status_code == 200
        else:
            # Whoever looks at the station says what it shows.
            assert house.reception.accept(pending, station.digits).json()["code"] == "wrong_digits"
        qtbot.waitUntil(lambda: station.step is Step.REFUSED)
        assert between.given["token"] == ""
    assert house.reception.stations() == []


def test_the_certificate_seen_first_is_the_only_one_that_is_spoken_to(
    house: House, station: StationPairing, qtbot: QtBot, tmp_path: Path
) -> None:
    with Relay(tmp_path / "relay", house.hub.port) as relay:
        relay.contexts.append(own_certificate(tmp_path / "other").context())
        station.begin((relay.url,), Role.KIOSK, "Borne 1")
        qtbot.waitUntil(lambda: station.step is Step.REFUSED)
        assert len(relay.contexts) == 1
        assert station.why == "hub_unreachable"
        assert relay.heard == b""


def test_reception_has_one_try_and_what_it_hears_does_not_fetch_the_token(house: House, stranger: Stranger) -> None:
    shown = stranger.show()
    pending = house.reception.pending()
    wrong = next(each for each in pending["numbers"] if each != shown)
    assert stranger.ask("GET", f"/{pending['id']}").json()["code"] == "pairing_over"
    answer = house.reception.accept(pending, wrong)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_digits")
    assert house.reception.accept(pending, shown).status_code == 409
    assert stranger.outcome() | {"state": "refused", "code": "wrong_digits"} == stranger.outcome()
    assert house.reception.stations() == []


def test_only_reception_takes_a_station_in(house: House, stranger: Stranger, tmp_path: Path) -> None:
    shown = stranger.show()
    pending = house.reception.pending()
    assert house.reception.accept(pending, shown).status_code == 200
    token = stranger.outcome()["token"]
    paired = house.reception.stations()[0]["id"]
    with PairingReception(house.urls[0], token) as kiosk, PairingReception(house.urls[0], "A" * 43) as nobody:
        for asking, status, code in ((kiosk, 403, "not_yours"), (nobody, 401, "no_token")):
            for method, path, body in (
                ("GET", "/stations", None),
                (
                    "POST",
                    f"/stations/pairing/{pending['id']}/accept",
                    {"number": shown, "role": "kiosk", "name": "x"},
                ),
                ("POST", f"/stations/pairing/{pending['id']}/refuse", None),
                ("PATCH", f"/stations/{paired}", {"name": "x"}),
                ("DELETE", f"/stations/{paired}", None),
            ):
                answer = asking.say(method, path, body)
                assert (answer.status_code, answer.json()["code"]) == (status, code), path


def test_stations_are_paired_one_at_a_time_and_guessing_is_slow(house: House, stranger: Stranger) -> None:
    first = Stranger(stranger.url, stranger.fingerprint, name="Borne 2")
    first.show()
    busy = stranger.begin()
    assert (busy.status_code, busy.json()["code"]) == (429, "pairing_busy")
    assert int(busy.headers["Retry-After"]) == busy.json()["values"]["seconds"] > 60
    house.reception.refuse(house.reception.pending())
    assert first.outcome()["code"] == "pairing_refused"
    # Whoever came to nothing makes everybody wait.
    assert stranger.begin().json()["values"]["seconds"] <= 2


def test_a_station_waits_for_its_turn_by_itself(
    house: House, stranger: Stranger, station: StationPairing, qtbot: QtBot
) -> None:
    stranger.show()
    pending = house.reception.pending()
    station.begin(house.urls, Role.KIOSK, "Borne 2")
    qtbot.waitUntil(lambda: station.step is Step.BUSY)
    house.reception.refuse(pending)
    qtbot.waitUntil(lambda: station.step is Step.SHOWING)


def test_a_recorded_pairing_opens_nothing_a_second_time(house: House, stranger: Stranger) -> None:
    shown = stranger.show()
    assert house.reception.accept(house.reception.pending(), shown).status_code == 200
    first = stranger.outcome()
    assert first["token"]
    recorded, wish = stranger.id, stranger.wish()
    again = stranger.ask("POST", "", wish)
    assert again.status_code == 201
    assert again.json()["id"] != recorded
    assert again.json()["commitment"] != stranger.of_hub.hex()
    told = stranger.ask("POST", f"/{again.json()['id']}/nonce", {"nonce": stranger.nonce.hex()})
    pending = house.reception.pending()
    assert told.status_code == 200
    assert shown not in pending["numbers"]
    house.reception.refuse(pending)
    assert len(house.reception.stations()) == 1


def test_a_flood_of_strangers_keeps_no_desk_waiting(house: House, stranger: Stranger) -> None:
    def ask() -> float:
        began = time.perf_counter()
        assert house.reception.client.get("/stations").status_code == 200
        return time.perf_counter() - began

    def flood() -> None:
        with httpx.Client(verify=False, timeout=30) as client:
            while not over.is_set():
                try:
                    answer = client.post(f"{stranger.url}/api/v1/pairing", json=stranger.wish())
                except httpx.HTTPError:
                    continue
                codes.add(answer.status_code)

    codes: set[int] = set()
    over = threading.Event()
    alone = sorted(ask() for _ in range(60))
    threads = [threading.Thread(target=flood) for _ in range(16)]
    for each in threads:
        each.start()
    try:
        flooded = sorted(ask() for _ in range(60))
    finally:
        over.set()
        for each in threads:
            each.join()
    assert codes <= {201, 429}
    # Both were asked in one run on one machine; the flood's own clients share its cores.
    assert flooded[30] < max(0.25, 20 * alone[30]), (alone[30], flooded[30])


@pytest.mark.parametrize(
    ("wish", "status", "code", "field"),
    [
        ({"name": "a\tb"}, 422, "invalid_field", "name"),
        ({"name": "\x1b[2J"}, 422, "invalid_field", "name"),
        ({"name": "x" * 41}, 422, "invalid_field", "name"),
        ({"role": "hub"}, 422, "no_room_for_role", "role"),
        ({"role": "visitor"}, 422, "no_room_for_role", "role"),
        ({"role": "hologram"}, 422, "no_room_for_role", "role"),
        ({"commitment": "zz"}, 422, "invalid_field", "commitment"),
        ({"commitment": "a" * 63}, 422, "invalid_field", "commitment"),
        ({"pairing": "1"}, 422, "invalid_field", "pairing"),
        ({"pairing": 2, "role": "hologram", "by": "light"}, 422, "station_too_new", "pairing"),
        ({"pairing": 0}, 422, "station_too_old", "pairing"),
    ],
)
def test_what_cannot_be_paired_is_told_by_field(
    house: House, stranger: Stranger, wish: dict[str, Any], status: int, code: str, field: str
) -> None:
    answer = stranger.begin(**wish)
    told = answer.json()
    assert (answer.status_code, told["code"], told["field"]) == (status, code, field)
    # Nothing is begun by that: the next one has its turn at once.
    assert stranger.begin().status_code == 201


def test_a_place_that_the_site_lacks_is_told_with_its_values(house: House, stranger: Stranger) -> None:
    shown = stranger.show()
    pending = house.reception.pending()
    answer = house.reception.accept(pending, shown, place="nowhere")
    assert (answer.status_code, answer.json()["field"]) == (422, "place")
    assert answer.json()["values"] == {"zone": "nowhere"}
    assert house.reception.accept(pending, shown, place="accueil").status_code == 200
    (paired,) = house.reception.stations()
    assert paired["place"] == "accueil"
    moved = house.reception.say("PATCH", f"/stations/{paired['id']}", {"name": "Borne 7", "place": ""})
    assert [(each["name"], each["place"]) for each in moved.json()["stations"]] == [("Borne 7", "")]


def test_a_station_that_is_struck_off_hears_no_more(house: House, stranger: Stranger) -> None:
    shown = stranger.show()
    assert house.reception.accept(house.reception.pending(), shown).status_code == 200
    token = stranger.outcome()["token"]
    (paired,) = house.reception.stations()
    with PairingReception(house.urls[0], token) as kiosk, kiosk.client.stream("GET", "/events") as feed:
        lines = feed.iter_lines()
        next(lines)
        began = time.monotonic()
        assert house.reception.say("DELETE", f"/stations/{paired['id']}").json()["stations"] == []
        for _ in lines:
            pass
        assert time.monotonic() - began < 3
        assert kiosk.client.get("/state").status_code == 401
    assert house.reception.say("DELETE", f"/stations/{paired['id']}").status_code == 404


def test_the_first_station_of_a_new_hub_is_its_reception(
    station: StationPairing, qtbot: QtBot, tmp_path: Path
) -> None:
    new = RunningHub(tmp_path / "hub", more=("--host", "0.0.0.0"))
    new.grants = []
    with new as hub:
        station.begin((f"https://127.0.0.1:{hub.port}",), Role.RECEPTION, "")
        shown: list[str] = []
        station.changed.connect(lambda: shown.append(station.digits))
        qtbot.waitUntil(lambda: station.step is Step.ACCEPTED)
        assert station.given is not None
        assert hub.next_line() == f"pairing: the first reception shows {next(filter(None, shown))}"
        with PairingReception(f"https://127.0.0.1:{hub.port}", station.given.token) as reception:
            assert [each["name"] for each in reception.stations()] == ["Accueil"]


def test_no_hub_at_an_address_is_told_so(station: StationPairing, qtbot: QtBot) -> None:
    station.begin(urls_typed("127.0.0.1:1"), Role.KIOSK, "")
    qtbot.waitUntil(lambda: station.step is Step.REFUSED)
    assert station.why == "hub_unreachable"


def test_something_else_at_an_address_is_told_so(station: StationPairing, qtbot: QtBot, hub: RunningHub) -> None:
    station.begin((hub.pages_url,), Role.KIOSK, "")
    qtbot.waitUntil(lambda: station.step is Step.REFUSED)
    assert station.why in ("hub_unreachable", "not_a_hub")


def is_an_address(text: str) -> bool:
    try:
        return bool(urls_typed(text))
    except ValueError:
        return False


def test_what_is_typed_is_an_address_or_nothing() -> None:
    assert urls_typed(" 10.0.0.1 ") == ("https://10.0.0.1:8080",)
    assert urls_typed("fe80::1%2") == ("https://[fe80::1%252]:8080",)
    assert urls_typed("[::1]:9") == ("https://[::1]:9", "http://[::1]:9")
    for wrong in ("", "a b", "user@hub", "hub/path", "ftp://hub", "http://10.0.0.1", "hub:99999", "[::1", "\x1b"):
        assert not is_an_address(wrong), wrong


def test_the_log_and_the_answers_of_reception_hold_no_token(house: House, stranger: Stranger) -> None:
    shown = stranger.show()
    answer = house.reception.accept(house.reception.pending(), shown)
    token = stranger.outcome()["token"]
    kept = (house.hub.data / "stations.json").read_text("utf-8")
    assert token not in answer.text + json.dumps(house.reception.stations()) + kept
