"""Who may ask the hub for what: the role that a station declares, and what a stranger may read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.tools.hub import RunningHub, ask

READ_BY_ANYBODY = {"/api/v1/health", "/api/v1/state", "/api/v1/events", "/api/v1/pictures/{name}"}


def problem(answer: httpx.Response) -> tuple[int, str, str | None]:
    body = answer.json()
    return answer.status_code, body["code"], body["field"]


def operations(hub: RunningHub) -> Iterator[tuple[str, str, Any]]:
    described = httpx.get(f"{hub.api}/openapi.json", verify=False).json()
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def said(hub: RunningHub, path: str, role: str, body: Any = None, **headers: str) -> httpx.Response:
    key = {"Cdm-Role": role, "Idempotency-Key": uuid4().hex}
    return ask("POST", hub.api + path, {**key, **headers}, json=body)


def test_a_stranger_reads_the_public_board_and_does_nothing(hub: RunningHub) -> None:
    before = hub.state()
    for method, path, operation in operations(hub):
        declared = {each["name"]: each["required"] for each in operation["parameters"]}
        assert declared["Cdm-Role"] is (path not in READ_BY_ANYBODY), path
        if path in READ_BY_ANYBODY:
            continue
        key = {"Idempotency-Key": uuid4().hex}
        answer = httpx.request(method, hub.url + path, headers=key, json={}, verify=False, timeout=60)
        assert problem(answer) == (403, "role_needed", "Cdm-Role"), path
    assert hub.state() == before
    assert set(httpx.get(f"{hub.api}/state", verify=False).json()) == {
        "protocol",
        "position",
        "tempo",
        "sign",
        "board",
    }


@pytest.mark.parametrize("role", ["hub", "visitor", "Kiosk", "kiosk,reception", ""])
def test_a_role_that_no_station_has_is_none(hub: RunningHub, role: str) -> None:
    for path in ("/tickets", "/day/close"):
        assert problem(said(hub, path, role, {"theme": "emploi"}))[:2] == (403, "role_needed")
    assert problem(ask("GET", f"{hub.api}/state", {"Cdm-Role": role}))[:2] == (403, "role_needed")


@pytest.mark.parametrize(
    ("role", "path", "body", "field"),
    [
        ("kiosk", "/tickets", {"theme": "emploi", "people": 3}, "people"),
        ("kiosk", "/tickets", {"theme": "emploi", "precedence": "priority"}, "precedence"),
        ("kiosk", "/tickets", {"theme": "emploi", "anyway": True}, "anyway"),
        ("kiosk", "/counters/1/call-next", None, None),
        ("display", "/counters/1/call-next", None, None),
        ("kiosk", "/day/close", None, None),
        ("display", "/tickets", {"theme": "emploi"}, None),
        ("advisor", "/tickets", {"theme": "emploi"}, None),
        ("advisor", "/entry/close", None, None),
        ("reception", "/tickets/x/paper", {"came": True}, None),
        ("display", "/stations/Borne%201/errands/fetch", None, None),
        ("advisor", "/tickets/x/print", {"station": "Borne 1"}, None),
        ("display", "/admin/session", {"pin": "1357"}, None),
    ],
)
def test_what_is_not_for_a_role_is_refused_with_the_field_at_fault(
    hub: RunningHub, role: str, path: str, body: Any, field: str | None
) -> None:
    answer = said(hub, path, role, body)
    assert problem(answer) == (403, "not_allowed", field)
    assert answer.json()["values"] == {"role": role}


def test_a_kiosk_gives_numbers_and_takes_them_back(hub: RunningHub) -> None:
    issued = said(hub, "/tickets", "kiosk", {"theme": "emploi"})
    assert issued.status_code == 201
    ticket = issued.json()["id"]
    assert said(hub, f"/tickets/{ticket}/paper", "kiosk", {"came": False}).status_code == 200
    assert said(hub, f"/tickets/{ticket}/withdraw", "kiosk").status_code == 200


@pytest.mark.parametrize(
    ("role", "hears", "not_for_it"),
    [
        ("display", "sign", ["staff", "kiosk"]),
        ("kiosk", "offers", ["staff"]),
        ("advisor", "tickets", []),
        ("reception", "tickets", []),
    ],
)
def test_a_role_hears_what_is_for_it_and_nothing_beyond(
    hub: RunningHub, role: str, hears: str, not_for_it: list[str]
) -> None:
    headers = {"Cdm-Role": role}
    assert hears in ask("GET", f"{hub.api}/state", headers).json()
    for audience in not_for_it:
        for path in ("state", "events"):
            answer = ask("GET", f"{hub.api}/{path}", headers, params={"audience": audience})
            assert problem(answer) == (403, "not_allowed", "audience")


@pytest.mark.parametrize("audience", ["staff", "kiosk"])
def test_a_stranger_hears_no_audience_but_the_public(hub: RunningHub, audience: str) -> None:
    for path in ("state", "events"):
        answer = httpx.get(f"{hub.api}/{path}", params={"audience": audience}, verify=False)
        assert problem(answer) == (403, "role_needed", "Cdm-Role")


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
