"""Who may ask the hub for what: every role, and whoever has no token, at every address and for every verb."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from cdm_kiosk.domain.orders import GRANTED_ROLES, PAIRED_ROLES, Role
from cdm_kiosk.domain.verbs import VERBS
from cdm_kiosk.hub.api import SPOKEN
from cdm_kiosk.hub.callers import HEARS
from cdm_kiosk.hub.feed import Audience
from tests.tools.hub import RunningHub, ask, token_of

HEALTH = ("GET", "/health")
TO_BE_PAIRED = {("POST", "/pairing"), ("POST", "/pairing/{pairing}/nonce"), ("GET", "/pairing/{pairing}")}
OPEN = {HEALTH} | TO_BE_PAIRED
EVERY_STATION = {
    ("GET", "/state"),
    ("GET", "/events"),
    ("GET", "/pictures/{name}"),
    ("POST", "/stations/{name}/alive"),
    ("POST", "/trust"),
}
OF_A_KIOSK = {
    ("PUT", "/stations/{name}/paper"),
    ("PUT", "/stations/{name}/trial"),
    ("POST", "/stations/{name}/errands/fetch"),
}
TO_ENTER = {("GET", "/admin/session"), ("POST", "/admin/session")}
RECEPTIONS_OWN = {
    ("POST", "/tickets/{ticket}/print"),
    ("GET", "/stations"),
    ("PATCH", "/stations/{station}"),
    ("DELETE", "/stations/{station}"),
    ("POST", "/stations/pairing/{pairing}/accept"),
    ("POST", "/stations/pairing/{pairing}/refuse"),
}
NOT_A_TOKEN = ("x", "A" * 43, "A" * 50_000, "é" * 43)


def problem(answer: httpx.Response) -> tuple[int, str, str | None]:
    body = answer.json()
    return answer.status_code, body["code"], body["field"]


def described(hub: RunningHub) -> dict[str, Any]:
    description: dict[str, Any] = ask("GET", f"{hub.api}/openapi.json").json()
    return description


def operations(hub: RunningHub) -> Iterator[tuple[str, str]]:
    """Each method and path, below /api/v1, that the hub says it answers."""
    for path, methods in described(hub)["paths"].items():
        for method in methods:
            yield method.upper(), path.removeprefix("/api/v1")


def who_may(method: str, path: str) -> frozenset[Role]:
    """The roles that an address is for, by the table of verbs and by the few addresses that are no verb's."""
    of_verb = [verb.roles for verb in VERBS if (verb.method, verb.path) == (method, path)]
    if of_verb:
        return of_verb[0]
    if (method, path) in EVERY_STATION:
        return frozenset(PAIRED_ROLES)
    if (method, path) in OF_A_KIOSK:
        return frozenset({Role.KIOSK})
    if (method, path) in TO_ENTER:
        return frozenset({Role.KIOSK, Role.RECEPTION})
    assert path.startswith("/admin/") or (method, path) in RECEPTIONS_OWN, f"{method} {path} is for nobody yet"
    return frozenset({Role.RECEPTION})


def request(
    hub: RunningHub, method: str, path: str, token: str | None, body: Any = None, **headers: str
) -> httpx.Response:
    named = {"Cdm-Station": "Poste", "Idempotency-Key": uuid4().hex}
    url = hub.api + re.sub(r"{\w+}", "Poste", path)
    shown = {} if token is None else {"Authorization": f"Bearer {token}".encode("latin-1")}
    asked = {name: value.encode() for name, value in {**named, **headers}.items()}
    with (
        httpx.Client(verify=False, timeout=60) as client,
        client.stream(method, url, headers={**asked, **shown}, json={} if body is None else body) as answer,
    ):
        # A feed has no end.
        if answer.headers["content-type"] != "text/event-stream; charset=utf-8":
            answer.read()
        return answer


def code_of(answer: httpx.Response) -> str:
    return "" if answer.is_success else str(answer.json()["code"])


@pytest.mark.parametrize("role", GRANTED_ROLES)
def test_a_role_has_what_is_its_own_and_nothing_else(hub: RunningHub, role: Role) -> None:
    token = token_of(hub.url, role)
    seen = set()
    for method, path in operations(hub):
        seen.add((method, path))
        answer = request(hub, method, path, token)
        if (method, path) in OPEN or role in who_may(method, path):
            assert code_of(answer) not in ("no_token", "not_yours"), (method, path)
        else:
            assert (answer.status_code, code_of(answer)) == (403, "not_yours"), (method, path)
    assert seen >= {(verb.method, verb.path) for verb in SPOKEN} | OPEN | EVERY_STATION


@pytest.mark.parametrize("token", [None, *NOT_A_TOKEN], ids=["none", "short", "wrong", "long", "foreign"])
def test_without_a_token_of_the_house_there_is_its_health_and_pairing_and_nothing_else(
    hub: RunningHub, token: str | None
) -> None:
    before = hub.state()
    for method, path in [*operations(hub), ("GET", "/openapi.json"), ("GET", "/nowhere"), ("GET", "/../state")]:
        answer = request(hub, method, path, token)
        if (method, path) in TO_BE_PAIRED:
            # Whoever says nothing of a pairing that is known gets no further.
            assert code_of(answer) in ("invalid_field", "pairing_over"), path
            continue
        if (method, path) == HEALTH:
            known = {"status", "protocol", "version", "position", "open", "ticket_pages", "now"}
            assert set(answer.json()) == known
            continue
        assert problem(answer) == (401, "no_token", "Authorization"), path
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.headers["connection"] == "close"
    assert hub.state() == before


def test_a_token_that_is_shown_in_another_way_is_none(hub: RunningHub) -> None:
    token = token_of(hub.url, "reception")
    wrong = (
        {"Authorization": token},
        {"Authorization": f"Basic {token}"},
        {"Authorization": f"Bearer  {token}"},
        {"Authorization": f"Bearer {token}, Bearer {token}"},
        {"Cdm-Role": "reception"},
        {"Cookie": f"token={token}"},
        {"X-Cdm-Session": token},
    )
    for headers in wrong:
        assert httpx.get(f"{hub.api}/state", headers=headers, verify=False).status_code == 401, headers
    twice = [("Authorization", f"Bearer {token}"), ("Authorization", f"Bearer {token}")]
    assert httpx.get(f"{hub.api}/state", headers=twice, verify=False).status_code == 401
    assert httpx.get(f"{hub.api}/state", params={"access_token": token}, verify=False).status_code == 401
    for scheme in ("Bearer", "bearer", "BEARER"):
        shown = {"Authorization": f"{scheme} {token}"}
        assert httpx.get(f"{hub.api}/state", headers=shown, verify=False).status_code == 200


@pytest.mark.parametrize("role", GRANTED_ROLES)
def test_a_role_hears_its_own_audience_and_none_beyond(hub: RunningHub, role: Role) -> None:
    token = token_of(hub.url, role)
    own = {Audience.STAFF: "tickets", Audience.KIOSK: "offers", Audience.PUBLIC: "board"}
    hears = HEARS.get(role, ())
    for path in ("/state", "/events"):
        for audience in (*Audience, ""):
            answer = request(hub, "GET", f"{path}?audience={audience}" if audience else path, token)
            if audience in hears or (not audience and hears):
                assert answer.status_code == 200
                if path == "/state":
                    assert own[audience or hears[0]] in answer.json()
            else:
                assert (answer.status_code, code_of(answer)) == (403, "not_yours"), audience


def test_a_stolen_token_of_a_display_shows_what_hangs_in_the_hall(hub: RunningHub) -> None:
    issued = hub.issue("emploi", language="es", accessible=True)
    told = request(hub, "GET", "/state", token_of(hub.url, "display")).json()
    assert set(told) == {"protocol", "position", "tempo", "sign", "board"}
    assert issued["id"] not in json.dumps(told)


@pytest.mark.parametrize("role", PAIRED_ROLES)
def test_a_station_speaks_of_itself_alone(hub: RunningHub, role: Role) -> None:
    token = token_of(hub.url, role)
    for method, path in sorted(OF_A_KIOSK | {("POST", "/stations/{name}/alive")}):
        answer = request(hub, method, path.replace("{name}", "Another"), token, {"state": "ready", "came": True})
        assert code_of(answer) == "not_yours", path


@pytest.mark.parametrize(
    ("role", "path", "body", "field"),
    [
        ("kiosk", "/tickets", {"theme": "emploi", "people": 3}, "people"),
        ("kiosk", "/tickets", {"theme": "emploi", "precedence": "priority"}, "precedence"),
        ("kiosk", "/tickets", {"theme": "emploi", "anyway": True}, "anyway"),
        ("kiosk", "/day/close", None, None),
        ("advisor", "/tickets", {"theme": "emploi"}, None),
    ],
)
def test_what_is_not_for_a_role_is_refused_with_the_field_at_fault(
    hub: RunningHub, role: str, path: str, body: Any, field: str | None
) -> None:
    answer = request(hub, "POST", path, token_of(hub.url, role), body)
    assert problem(answer) == (403, "not_yours", field)
    assert answer.json()["values"] == {"role": role}


def test_what_is_not_theirs_to_ask_is_refused_whatever_it_says(hub: RunningHub) -> None:
    token = token_of(hub.url, "display")
    for content in (b"", b"{", b"[" * 10_000, b'{"theme": 5}'):
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        answer = httpx.post(f"{hub.api}/tickets", headers=headers, content=content, verify=False)
        assert code_of(answer) == "not_yours"


def test_every_command_needs_its_key(hub: RunningHub) -> None:
    for verb in SPOKEN:
        role = next(role for role in Role if role in verb.roles)
        url = hub.api + re.sub(r"{\w+}", "1", verb.path)
        assert ask(verb.method, url, role=role).json()["code"] == "key_missing", verb.name
    for method, path in operations(hub):
        if method in ("PUT", "DELETE", "PATCH"):
            said = described(hub)["paths"][f"/api/v1{path}"][method.lower()]["parameters"]
            assert {each["name"]: each["required"] for each in said}["Idempotency-Key"], path


def test_the_description_says_where_a_token_is_needed(hub: RunningHub) -> None:
    description = described(hub)
    assert description["components"]["securitySchemes"]["station"]["scheme"] == "bearer"
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            is_open = (method.upper(), path.removeprefix("/api/v1")) in OPEN
            assert operation["security"] == ([] if is_open else [{"station": []}])
            assert ("401" in operation["responses"]) is not is_open


def test_a_kiosk_gives_numbers_and_takes_them_back(hub: RunningHub) -> None:
    issued = said(hub, "/tickets", "kiosk", {"theme": "emploi"})
    assert issued.status_code == 201
    ticket = issued.json()["id"]
    assert said(hub, f"/tickets/{ticket}/paper", "kiosk", {"came": False}).status_code == 200
    assert said(hub, f"/tickets/{ticket}/withdraw", "kiosk").status_code == 200


def test_a_key_is_of_the_role_that_used_it(hub: RunningHub) -> None:
    key = {"Idempotency-Key": uuid4().hex}
    body = {"theme": "emploi"}
    assert said(hub, "/tickets", "kiosk", body, **key).status_code == 201
    assert problem(said(hub, "/tickets", "reception", body, **key))[:2] == (422, "key_reused")


def test_a_kiosks_own_time_counts_where_it_is_a_moment(hub: RunningHub) -> None:
    first = said(hub, "/tickets", "kiosk", {"theme": "emploi"}).json()
    arrival = next(each["arrival"] for each in hub.state()["tickets"] if each["id"] == first["id"])
    # In line before whoever was given a number meanwhile.
    kept = said(hub, "/tickets", "kiosk", {"theme": "emploi"}, **{"Cdm-Made-At": arrival[:11] + "00:00:00Z"})
    assert (kept.status_code, kept.json()["people_ahead"]) == (201, 0)
    for wrong in ("yesterday", "12:00", "1700000000", "2026-01-01T00:00:00"):
        answer = said(hub, "/tickets", "kiosk", {"theme": "emploi"}, **{"Cdm-Made-At": wrong})
        assert problem(answer) == (422, "invalid_field", "Cdm-Made-At")
    assert json.loads(answer.text)["detail"]


def said(hub: RunningHub, path: str, role: str, body: Any = None, **headers: str) -> httpx.Response:
    return ask("POST", hub.api + path, {"Idempotency-Key": uuid4().hex, **headers}, role=role, json=body)
