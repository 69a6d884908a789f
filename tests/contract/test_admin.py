"""Administration as a reception uses it: a real hub on a site file of its own, live stations, and hostile input."""

from __future__ import annotations

import base64
import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from pydantic import TypeAdapter

from cdm_kiosk.domain.faults import Fault
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.packs.versions import fingerprint
from tests.contract.listening import listen
from tests.tools.hub import DEMO_SITE, RunningHub, ask

PIN = "271828"
Content = dict[str, Any]
Spoil = Callable[[Content], None]


class Reception:
    """One reception's administration of a hub; ``token`` is its session."""

    def __init__(self, hub: RunningHub, token: str = "") -> None:
        self.hub = hub
        self.token = token

    def ask(self, method: str, path: str, body: Any = None, key: str = "") -> httpx.Response:
        headers = {"X-Cdm-Session": self.token, "Idempotency-Key": key or uuid4().hex}
        # Escaped, so that half a character travels too.
        content = None if body is None else json.dumps(body)
        url = f"{self.hub.api}/admin{path}"
        headers["Content-Type"] = "application/json"
        return ask(method, url, headers, content=content)

    def look(self) -> tuple[str, Content]:
        answer = self.ask("GET", "/site")
        assert answer.status_code == 200, answer.text
        told = answer.json()
        return told["version"], told["site"]

    def change(self, **to: Any) -> httpx.Response:
        version, site = self.look()
        return self.ask("PUT", "/site", {"based_on": version, "site": {**site, **to}})


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("administered") / "site.toml"
    path.write_bytes(DEMO_SITE.read_bytes())
    return path


@pytest.fixture(scope="module")
def running(own: Path) -> Iterator[Reception]:
    with RunningHub(own.parent / "data", own) as hub:
        token = Reception(hub).ask("PUT", "/pin", {"pin": PIN, "former": None}).json()["token"]
        yield Reception(hub, token)


@pytest.fixture
def reception(running: Reception, own: Path) -> Reception:
    """A session on a hub with the sample's content, nobody on the floor."""
    running.hub.post("/day/close")
    assert running.hub.post("/day/open").status_code == 200
    version, _ = running.look()
    if own.read_bytes() != DEMO_SITE.read_bytes():
        restored = running.ask("POST", "/versions/1/restore", {"based_on": version})
        assert restored.status_code == 200, restored.text
    return running


def without(site: Content, theme: str) -> Content:
    """The site without a theme, in its plan too."""
    rota = [
        {
            **shift,
            "themes": [each for each in shift["themes"] if each != theme],
            "overflow": [each for each in shift.get("overflow", []) if each != theme],
        }
        for shift in site["rota"]
    ]
    return {**site, "themes": [each for each in site["themes"] if each["id"] != theme], "rota": rota}


def fields(answer: httpx.Response) -> list[str]:
    return [key for key, _ in answer.json()["faults"]]


def test_nothing_is_told_or_changed_without_the_pin(reception: Reception) -> None:
    version, site = reception.look()
    stranger = Reception(reception.hub, "not-a-session")
    for method, path, body in (
        ("GET", "/site", None),
        ("POST", "/site/check", {"site": site}),
        ("PUT", "/site", {"based_on": version, "site": {**site, "name": "Autre"}}),
        ("GET", "/versions", None),
        ("POST", "/versions/1/restore", {"based_on": version}),
        ("PUT", "/pin", {"pin": "000000", "former": PIN}),
        ("PUT", "/site", ["not", "a", "site"]),
    ):
        answer = stranger.ask(method, path, body)
        assert (answer.status_code, answer.json()["code"]) == (401, "pin_needed"), path
        assert answer.headers["content-type"] == "application/problem+json"
    assert reception.look() == (version, site)


def test_the_pin_is_chosen_once_and_opens_sessions(tmp_path: Path) -> None:
    with RunningHub(tmp_path / "data") as hub:
        desk = Reception(hub)
        for asked in (desk.ask("GET", "/site"), desk.ask("POST", "/session", {"pin": PIN})):
            assert (asked.status_code, asked.json()["code"]) == (409, "no_pin")
        first = desk.ask("PUT", "/pin", {"pin": PIN, "former": None})
        assert (first.status_code, first.json()["expires_s"]) == (200, 900)
        assert Reception(hub, first.json()["token"]).ask("GET", "/site").status_code == 200
        again = desk.ask("PUT", "/pin", {"pin": "999999", "former": None})
        assert (again.status_code, again.json()["code"]) == (401, "pin_needed")
        opened = desk.ask("POST", "/session", {"pin": PIN})
        assert Reception(hub, opened.json()["token"]).ask("GET", "/site").status_code == 200
        asked_at = time.monotonic()
        wrong = desk.ask("POST", "/session", {"pin": "999999"})
        assert (wrong.status_code, wrong.json()["code"], wrong.json()["retry_after_s"]) == (403, "wrong_pin", 1)
        # Whoever asks now has to wait, with whatever PIN.
        soon = desk.ask("POST", "/session", {"pin": PIN})
        assert soon.status_code == 403 or time.monotonic() - asked_at > 1
        hub.kill()
        started_at = time.monotonic()
        hub.start()
        # A restart is no way around the delay.
        early = desk.ask("POST", "/session", {"pin": PIN}).json()
        assert early.get("retry_after_s") == 1 or time.monotonic() - started_at > 1
        assert Reception(hub, opened.json()["token"]).ask("GET", "/site").status_code == 401
        deadline = time.monotonic() + 5
        while (late := desk.ask("POST", "/session", {"pin": PIN})).status_code == 403:
            assert time.monotonic() < deadline
        assert late.status_code == 200


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "١٢٣٤", "1234\n", 1234, None])
def test_a_pin_is_four_to_twelve_digits(running: Reception, pin: Any) -> None:
    answer = running.ask("POST", "/session", {"pin": pin})
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (422, "invalid_field", "pin")


def test_a_change_is_in_the_file_in_force_and_kept_apart_from_the_former(reception: Reception, own: Path) -> None:
    before = own.read_bytes()
    answer = reception.change(name="Cité d’essai", overflow_after_min=25)
    assert answer.status_code == 200, answer.text
    assert answer.json()["version"] == fingerprint(own.read_bytes())
    assert (answer.json()["version"], answer.json()["site"]) == reception.look()
    assert (read_site(own).name, read_site(own).overflow_after_min) == ("Cité d’essai", 25)
    assert reception.hub.state()["site"]["name"] == "Cité d’essai"
    newest = reception.ask("GET", "/versions").json()[0]
    assert newest["changes_to_next"] == [
        '~ name: "Cité des métiers" → "Cité d’essai"',
        "~ overflow_after_min: 20 → 25",
    ]
    assert own.with_name(f"site-{newest['version']}.toml").read_bytes() == before


def test_every_station_hears_of_the_change_while_it_listens(reception: Reception) -> None:
    events = f"{reception.hub.api}/events"
    position = reception.hub.state()["position"]
    with (
        listen(events, position, audience="staff") as staff,
        listen(events, position, audience="kiosk") as kiosk,
        listen(events, position, audience="public") as display,
    ):
        _, site = reception.look()
        themes = [{**theme, "label": {"fr": f"Pour {theme['id']}"}} for theme in site["themes"]]
        assert reception.change(name="Autre", themes=themes).status_code == 200
        assert staff.event().content["site"]["name"] == "Autre"
        told = kiosk.told("site", lambda content: content["name"] == "Autre")
        assert told.content["themes"][0]["label"] == {"fr": "Pour orientation"}
        assert display.told("sign", lambda content: content["name"] == "Autre").content["zones"]


def test_a_change_survives_a_power_cut(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_bytes(DEMO_SITE.read_bytes())
    with RunningHub(tmp_path / "data", own) as hub:
        desk = Reception(hub, Reception(hub).ask("PUT", "/pin", {"pin": PIN}).json()["token"])
        assert desk.change(name="Autre").status_code == 200
        hub.kill()
        hub.start()
        assert hub.state("kiosk")["site"]["name"] == "Autre"


def test_the_first_change_of_the_sample_makes_a_site_of_the_houses_own_in_its_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    before = DEMO_SITE.read_bytes()
    with RunningHub(tmp_path / "data") as hub:
        desk = Reception(hub, Reception(hub).ask("PUT", "/pin", {"pin": PIN}).json()["token"])
        assert hub.state("kiosk")["site"]["sample"] is True
        assert desk.change(name="La nôtre").status_code == 200
        assert hub.state("kiosk")["site"]["sample"] is False
        assert desk.change(name="Toujours la nôtre").status_code == 200
    assert DEMO_SITE.read_bytes() == before
    assert read_site(tmp_path / "data" / "site.toml").name == "Toujours la nôtre"
    assert not (tmp_path / "home").exists()


def test_two_receptions_at_once_the_second_is_told_and_shown_the_difference(
    reception: Reception, own: Path
) -> None:
    second = Reception(reception.hub, reception.ask("POST", "/session", {"pin": PIN}).json()["token"])
    version, site = second.look()
    assert reception.change(name="De la première").status_code == 200
    after_first = own.read_bytes()
    mine = {**site, "overflow_after_min": 45}
    refused = second.ask("PUT", "/site", {"based_on": version, "site": mine})
    assert (refused.status_code, refused.json()["code"]) == (409, "site_changed")
    assert refused.json()["changes"] == ['~ name: "Cité des métiers" → "De la première"']
    assert refused.json()["version"] == reception.look()[0]
    assert own.read_bytes() == after_first
    # Having seen it, the second says again what it wants, of the site as it is now.
    assert second.change(overflow_after_min=45).status_code == 200
    assert (read_site(own).name, read_site(own).overflow_after_min) == ("De la première", 45)


def test_a_change_sent_again_after_its_answer_was_lost_is_one_change(reception: Reception) -> None:
    version, site = reception.look()
    body = {"based_on": version, "site": {**site, "name": "Autre"}}
    kept = len(reception.ask("GET", "/versions").json())
    first = reception.ask("PUT", "/site", body, key="once")
    again = reception.ask("PUT", "/site", body, key="once")
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    reception.change(name="Encore autre")
    late = reception.ask("PUT", "/site", body, key="once")
    assert (late.status_code, late.json()) == (200, first.json())
    assert reception.look()[1]["name"] == "Encore autre"
    assert len(reception.ask("GET", "/versions").json()) == kept + 2


def test_the_same_wish_twice_is_no_conflict(reception: Reception) -> None:
    version, site = reception.look()
    body = {"based_on": version, "site": {**site, "name": "Autre"}}
    first = reception.ask("PUT", "/site", body)
    second = reception.ask("PUT", "/site", body)
    assert (second.status_code, second.json()) == (200, first.json())


def test_a_key_used_for_another_change_is_refused(reception: Reception) -> None:
    version, site = reception.look()
    reception.ask("PUT", "/site", {"based_on": version, "site": {**site, "name": "Une"}}, key="same")
    body = {"based_on": version, "site": {**site, "name": "Deux"}}
    assert reception.ask("PUT", "/site", body, key="same").json()["code"] == "key_reused"


def test_an_earlier_version_comes_back_and_the_one_left_is_kept(reception: Reception, own: Path) -> None:
    before = own.read_bytes()
    reception.change(name="Autre")
    newest = reception.ask("GET", "/versions").json()[0]["version"]
    version, _ = reception.look()
    answer = reception.ask("POST", f"/versions/{newest}/restore", {"based_on": version})
    assert (answer.status_code, answer.json()["site"]["name"]) == (200, "Cité des métiers")
    assert own.read_bytes() == before
    assert reception.hub.state()["site"]["name"] == "Cité des métiers"
    assert reception.ask("GET", "/versions").json()[0]["changes_to_next"] == [
        '~ name: "Autre" → "Cité des métiers"'
    ]


def test_going_back_from_an_old_sight_is_refused_too(reception: Reception) -> None:
    version, _ = reception.look()
    reception.change(name="Autre")
    answer = reception.ask("POST", "/versions/1/restore", {"based_on": version})
    assert (answer.status_code, answer.json()["code"]) == (409, "site_changed")


@pytest.mark.parametrize(("number", "status"), [("999999", 404), ("0", 422), ("x", 422), ("9" * 30, 422)])
def test_a_version_that_is_not_there_is_said(reception: Reception, number: str, status: int) -> None:
    version, _ = reception.look()
    answer = reception.ask("POST", f"/versions/{number}/restore", {"based_on": version})
    assert (answer.status_code, answer.json()["field"]) == (status, "version")


def test_a_theme_that_somebody_waits_for_stays(reception: Reception, own: Path) -> None:
    issued = reception.hub.issue("creation")
    before = own.read_bytes()
    _, site = reception.look()
    answer = reception.change(**without(site, "creation"))
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (409, "in_use", "themes")
    assert own.read_bytes() == before
    reception.hub.post(f"/tickets/{issued['id']}/withdraw")
    assert reception.change(**without(site, "creation")).status_code == 200
    gone = reception.hub.post("/tickets", {"theme": "creation"})
    assert (gone.status_code, gone.json()["code"]) == (422, "unknown_theme")


def test_a_counter_where_somebody_is_received_stays(reception: Reception) -> None:
    reception.hub.issue("orientation")
    assert reception.hub.post("/counters/1/call-next").status_code == 200
    _, site = reception.look()
    fewer = {
        "counters": [each for each in site["counters"] if each["id"] != "1"],
        "rota": [each for each in site["rota"] if each["counter"] != "1"],
    }
    answer = reception.change(**fewer)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (409, "in_use", "counters")


def script_in_a_label(site: Content) -> None:
    site["themes"][0]["label"]["fr"] = "<script>alert(1)</script>"


def script_as_a_key(site: Content) -> None:
    site["<script>alert(1)</script>"] = "x"


def half_a_character(site: Content) -> None:
    site["name"] = "half \ud800"


def half_a_character_in_a_key(site: Content) -> None:
    site["half \ud800"] = 1


def unknown_key(site: Content) -> None:
    site["password"] = "x"


def unknown_null(site: Content) -> None:
    site["password"] = None


def closes_before_it_opens(site: Content) -> None:
    site["hours"] = {"monday": ["18:00-09:00"]}


def no_such_day(site: Content) -> None:
    site["hours"] = {"someday": ["09:00-18:00"]}


def overlapping_permanences(site: Content) -> None:
    site["rota"] += [dict(site["rota"][0], hours=["09:00-12:00"])]


def no_label_in_the_first_language(site: Content) -> None:
    del site["themes"][1]["label"]["fr"]


def unknown_counter(site: Content) -> None:
    site["rota"][2]["counter"] = "99"


def unknown_zone(site: Content) -> None:
    site["counters"][0]["zone"] = "nowhere"


def unknown_desk(site: Content) -> None:
    site["desk"] = "99"


def theme_twice(site: Content) -> None:
    site["themes"][1]["id"] = site["themes"][0]["id"]


def no_name(site: Content) -> None:
    site["name"] = " "


def accent_too_light(site: Content) -> None:
    site["accent"] = "#FFD28A"


def theme_ends_before_it_begins(site: Content) -> None:
    site["themes"][2] |= {"from_date": "2026-09-01", "until_date": "2026-08-31"}


def theme_from_no_day(site: Content) -> None:
    site["themes"][2]["from_date"] = "2026-02-30"


def message_without_the_first_language(site: Content) -> None:
    site["messages"] = [{"id": "strike", "label": "Grève", "text": {"en": "Strike"}}]


def script_in_a_message(site: Content) -> None:
    site["messages"] = [{"id": "strike", "label": "Grève", "text": {"fr": "<script>alert(1)</script>"}}]


def overlapping_added_permanences(site: Content) -> None:
    added = {"counter": "1", "themes": ["emploi"], "hours": ["09:00-12:00"]}
    site["exceptions"] = [{"date": "2026-12-24", "shifts": [added, {**added, "hours": ["11:00-13:00"]}]}]


def no_colour(site: Content) -> None:
    site["themes"][0]["colour"] = "red"


def picture_elsewhere(site: Content) -> None:
    site["themes"][0]["pictogram"] = "../../secret"


def another_house(site: Content) -> None:
    site["id"] = "elsewhere"


def no_themes(site: Content) -> None:
    del site["themes"]


def themes_of_another_file(site: Content) -> None:
    site["themes_from"] = "/etc/passwd"


def numbers_for_texts(site: Content) -> None:
    site["name"] = 42


def too_many_counters(site: Content) -> None:
    site["counters"] = [{"id": str(at), "label": f"Table {at}", "zone": "accueil"} for at in range(1, 2000)]


def very_deep(site: Content) -> None:
    for _ in range(300):
        site["reception"] = {"fr": site["reception"]}


def holidays_of_nowhere(site: Content) -> None:
    site["public_holidays"] = {"country": "ZZ"}


def not_a_number(site: Content) -> None:
    site["overflow_after_min"] = -(10**30)


SPOILT: list[tuple[Spoil, str]] = [
    (script_in_a_label, "themes.0.label.fr"),
    (script_as_a_key, "<script>alert(1)</script>"),
    (half_a_character, "name"),
    (half_a_character_in_a_key, "half \\ud800"),
    (unknown_key, "password"),
    (unknown_null, "password"),
    (closes_before_it_opens, "hours.monday"),
    (no_such_day, "hours.someday"),
    (overlapping_permanences, "rota.4.hours"),
    (no_label_in_the_first_language, "themes.1.label.fr"),
    (unknown_counter, "rota.2.counter"),
    (unknown_zone, "counters.0.zone"),
    (unknown_desk, "desk"),
    (theme_twice, "themes.1.id"),
    (no_name, "name"),
    (accent_too_light, "accent"),
    (theme_ends_before_it_begins, "themes.2.until_date"),
    (theme_from_no_day, "themes.2.from_date"),
    (message_without_the_first_language, "messages.0.text.fr"),
    (script_in_a_message, "messages.0.text.fr"),
    (overlapping_added_permanences, "exceptions.0.shifts.1.hours"),
    (no_colour, "themes.0.colour"),
    (picture_elsewhere, "themes.0.pictogram"),
    (another_house, "id"),
    (no_themes, "themes"),
    (themes_of_another_file, "themes_from"),
    (numbers_for_texts, "name"),
    (too_many_counters, "counters"),
    (very_deep, "reception.fr"),
    (holidays_of_nowhere, "public_holidays"),
    (not_a_number, "overflow_after_min"),
]


@pytest.mark.parametrize(("spoil", "field"), SPOILT, ids=[spoil.__name__ for spoil, _ in SPOILT])
def test_a_site_that_is_wrong_is_refused_with_the_field_and_nothing_is_changed(
    reception: Reception, own: Path, spoil: Spoil, field: str
) -> None:
    before, position = own.read_bytes(), reception.hub.state()["position"]
    version, site = reception.look()
    spoil(site)
    checked = reception.ask("POST", "/site/check", {"site": site})
    assert checked.status_code == 200
    assert field in fields(checked)
    assert checked.json()["advice"] == []
    data = TypeAdapter(list[Fault]).validate_python(checked.json()["faults_data"])
    assert checked.json()["faults"] == [[each.field, each.sentence] for each in data]
    refused = reception.ask("PUT", "/site", {"based_on": version, "site": site})
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_site")
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["faults"] == checked.json()["faults"]
    assert refused.json()["field"] == fields(refused)[0]
    assert own.read_bytes() == before
    assert reception.hub.state()["position"] == position


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ([], "body"),
        ({}, "site"),
        ({"based_on": "x", "site": {}}, "based_on"),
        ({"based_on": "0" * 64, "site": []}, "site"),
        ({"based_on": "0" * 64, "site": {}, "who": "me"}, "who"),
        ({"based_on": "0" * 64, "site": {}, "\ud800": "me"}, "body"),
    ],
)
def test_a_body_of_another_shape_names_its_field(reception: Reception, body: Any, field: str) -> None:
    answer = reception.ask("PUT", "/site", body)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (422, "invalid_field", field)


def test_what_is_typed_is_checked_and_advised_upon(reception: Reception) -> None:
    _, site = reception.look()
    site["themes"][0]["colour"] = "#FFFF00"
    answer = reception.ask("POST", "/site/check", {"site": site}).json()
    assert answer["faults"] == []
    assert "themes.0.colour" in [key for key, _ in answer["advice"]]


def test_a_change_needs_a_key_as_every_command(reception: Reception) -> None:
    version, site = reception.look()
    body, headers = {"based_on": version, "site": site}, {"X-Cdm-Session": reception.token}
    answer = ask("PUT", f"{reception.hub.api}/admin/site", headers, json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "key_missing")


def test_ten_megabytes_are_refused_before_they_are_read(reception: Reception, own: Path) -> None:
    before = own.read_bytes()
    version, site = reception.look()
    site["name"] = "x" * 10_000_000
    answer = reception.ask("PUT", "/site", {"based_on": version, "site": site})
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    assert own.read_bytes() == before


def test_a_body_without_end_is_cut_off(reception: Reception) -> None:
    with socket.create_connection(("127.0.0.1", reception.hub.port), timeout=60) as line:
        head = (
            f"PUT /api/v1/admin/site HTTP/1.1\r\nHost: 127.0.0.1:{reception.hub.port}\r\n"
            f"{reception.hub.authorization('reception')}\r\nX-Cdm-Session: {reception.token}\r\n"
            "Idempotency-Key: x\r\n"
            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        line.sendall(head.encode())
        piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        try:
            for _ in range(20):
                line.sendall(piece)
        except ConnectionError:
            pass
        assert b" 413 " in line.recv(200)


def test_a_site_as_large_as_a_site_can_be_is_judged(reception: Reception) -> None:
    _, site = reception.look()
    site["exceptions"] = [
        {"date": f"2026-{at // 28 % 12 + 1:02}-{at % 28 + 1:02}", "hours": ["09:00-12:00"]} for at in range(1000)
    ]
    answer = reception.ask("POST", "/site/check", {"site": site})
    assert (answer.status_code, answer.json()["faults"]) == (200, [])


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 100_000, b'{"site": NaN'])
def test_what_is_not_json_is_said(reception: Reception, content: bytes) -> None:
    headers = {"X-Cdm-Session": reception.token, "Content-Type": "application/json"}
    answer = ask("POST", f"{reception.hub.api}/admin/site/check", headers, content=content)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_json")


def test_a_file_spoilt_by_hand_is_said_and_left_for_a_former_version(reception: Reception, own: Path) -> None:
    reception.change(name="Autre")
    newest = reception.ask("GET", "/versions").json()[0]["version"]
    own.write_text("id = ")
    told = reception.ask("GET", "/site")
    assert (told.status_code, told.json()["code"]) == (409, "bad_site_file")
    restored = reception.ask("POST", f"/versions/{newest}/restore", {"based_on": told.json()["version"]})
    assert restored.status_code == 200, restored.text
    assert own.read_bytes() == DEMO_SITE.read_bytes()


def test_nothing_says_who_changed_what(reception: Reception, own: Path) -> None:
    reception.change(name="Autre")
    for told in reception.ask("GET", "/versions").json():
        assert set(told) == {"version", "at", "changes_to_next", "changes_to_next_data"}
    written = b"".join(file.read_bytes() for file in own.parent.rglob("*") if file.is_file())
    assert reception.token.encode() not in written
    assert PIN.encode() not in written


# ----- pictures

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


def bring(reception: Reception, content: bytes, name: str = "Logo de la Cité.svg") -> httpx.Response:
    return reception.ask("POST", "/pictures", {"name": name, "content": base64.b64encode(content).decode()})


def served(hub: RunningHub, name: str) -> httpx.Response:
    return ask("GET", f"{hub.api}/pictures/{name}", role="kiosk")


def test_a_picture_is_served_to_every_station_once_the_site_names_it(reception: Reception, own: Path) -> None:
    name = bring(reception, DRAWING).json()["name"]
    assert name.startswith("logo-de-la-cit-")
    assert bring(reception, DRAWING).json()["name"] == name, "the same picture twice is one"
    assert served(reception.hub, name).status_code == 404, "no site names it yet"
    assert reception.change(logo=name).status_code == 200
    answer = served(reception.hub, name)
    assert (answer.content, answer.headers["content-type"]) == (DRAWING, "image/svg+xml")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert (own.parent / "site.pictures" / f"{name}.svg").read_bytes() == DRAWING


@pytest.mark.parametrize("name", ["..%2f..%2fsite", "%2e%2e%2fsite.toml", "site", "emploi", "x%00", "a" * 60])
def test_no_other_file_can_be_had_by_the_address_of_a_picture(reception: Reception, name: str) -> None:
    answer = served(reception.hub, name)
    assert answer.status_code == 404
    assert answer.json()["code"] in ("unknown_picture", "not_found")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\x89PNG\r\n\x1a\n",
        DRAWING.replace(b"<path", b"<script>alert(1)</script><path"),
        DRAWING.replace(b"<path", b'<path onload="alert(1)"'),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING,
        DRAWING + b" " * 600_000,
    ],
    ids=["nothing", "text", "half-a-png", "script", "handler", "entity", "too-large"],
)
def test_what_is_no_plain_picture_is_refused_and_nothing_is_kept(
    reception: Reception, own: Path, content: bytes
) -> None:
    def kept() -> list[str]:
        return sorted(file.name for file in own.parent.rglob("*") if file.parent.suffix == ".pictures")

    before = kept()
    answer = bring(reception, content)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (422, "bad_picture", "content")
    assert kept() == before


def test_a_picture_of_a_hundred_megabytes_is_refused_before_it_is_read(reception: Reception) -> None:
    with socket.create_connection(("127.0.0.1", reception.hub.port), timeout=60) as line:
        head = (
            f"POST /api/v1/admin/pictures HTTP/1.1\r\nHost: 127.0.0.1:{reception.hub.port}\r\n"
            f"{reception.hub.authorization('reception')}\r\nX-Cdm-Session: {reception.token}\r\n"
            "Content-Type: application/json\r\nContent-Length: 100000000\r\n\r\n"
        )
        line.sendall(head.encode())
        assert b" 413 " in line.recv(200)


def test_a_picture_is_brought_by_who_has_the_pin_only(reception: Reception) -> None:
    assert bring(Reception(reception.hub, "not-a-session"), DRAWING).status_code == 401


def test_a_logo_that_is_replaced_comes_back_with_its_version(reception: Reception) -> None:
    first = bring(reception, DRAWING).json()["name"]
    reception.change(logo=first)
    second = bring(reception, DRAWING.replace(b"0 0 8 8", b"0 0 9 9")).json()["name"]
    assert reception.change(logo=second).status_code == 200
    newest = reception.ask("GET", "/versions").json()[0]["version"]
    version, _ = reception.look()
    assert reception.ask("POST", f"/versions/{newest}/restore", {"based_on": version}).status_code == 200
    assert served(reception.hub, first).content == DRAWING
    assert served(reception.hub, second).status_code == 404


def test_no_number_is_given_for_a_theme_outside_its_dates(reception: Reception) -> None:
    _, site = reception.look()
    site["themes"][0]["until_date"] = "2020-01-01"
    assert reception.change(themes=site["themes"]).status_code == 200
    refused = reception.hub.post("/tickets", {"theme": site["themes"][0]["id"], "anyway": True})
    assert (refused.status_code, refused.json()["code"], refused.json()["field"]) == (
        409,
        "theme_not_offered",
        "theme",
    )
    offered = [each["theme"] for each in reception.hub.state("kiosk")["offers"]["themes"]]
    assert site["themes"][0]["id"] not in offered
