"""Every row of the fixed contract, and what is said to each kind of wrong request."""

from __future__ import annotations

import json
import socket
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from typing import Any
from uuid import uuid4

import httpx
import pytest

from cdm_kiosk import __version__
from tests.tools.hub import RunningHub, ask

SHIFT = {"themes": ["emploi"], "overflow": ["formation"], "languages": ["fr"], "until": None}
EVERY_POST = [
    "/tickets",
    "/tickets/x/back",
    "/tickets/x/withdraw",
    "/counters/1/call-next",
    "/counters/1/recall",
    "/counters/1/start",
    "/counters/1/finish",
    "/counters/1/no-show",
    "/counters/1/undo",
    "/counters/1/call",
    "/counters/1/hand-over",
    "/counters/1/park",
    "/tickets/x/precedence",
    "/tickets/x/correct",
    "/day/open",
    "/day/close",
]


def put_shift(hub: RunningHub, counter: str = "4", **changes: Any) -> httpx.Response:
    return ask("PUT", f"{hub.api}/counters/{counter}/shift", {"Idempotency-Key": uuid4().hex}, json=SHIFT | changes)


def end_shift(hub: RunningHub, counter: str) -> httpx.Response:
    return ask("DELETE", f"{hub.api}/counters/{counter}/shift", {"Idempotency-Key": uuid4().hex})


def problem(answer: httpx.Response, status: int, code: str, field: str | None = None) -> str:
    """Checks a problem whole; returns its detail."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    body = answer.json()
    assert (body["status"], body["code"], body["field"]) == (status, code, field)
    assert body["title"]
    assert body["detail"]
    for leak in ("Traceback", ".py", "Error("):
        assert leak not in answer.text
    detail: str = body["detail"]
    return detail


def raw(hub: RunningHub, method: str, path: str, content: bytes, **headers: str) -> httpx.Response:
    sent = {"Content-Type": "application/json", "Idempotency-Key": uuid4().hex} | headers
    return ask(method, hub.api + path, content=content, headers=sent)


def nothing_happened_since(hub: RunningHub, position: int) -> bool:
    return bool(hub.state()["position"] == position)


# What each address answers when all is well


def test_a_ticket_is_answered_as_the_contract_says(hub: RunningHub) -> None:
    first = hub.issue("emploi", language="fr")
    second = hub.issue("emploi", language="es")
    assert {"id", "number", "label", "theme", "zone", "follow_url", "band"} <= set(first)
    assert (first["label"], first["theme"], first["zone"]) == (str(first["number"]), "emploi", "accueil")
    assert second["number"] == first["number"] + 1
    assert first["band"] is None or first["band"]["low_min"] <= first["band"]["high_min"]
    assert first["follow_url"] == f"{hub.pages_url}/t/{first['id']}"
    assert ask("GET", first["follow_url"]).status_code == 200
    assert (first["people_ahead"], second["people_ahead"]) == (0, 1)


def test_a_ticket_needs_no_language(hub: RunningHub) -> None:
    issued = hub.issue("formation")
    assert next(ticket for ticket in hub.state()["tickets"] if ticket["id"] == issued["id"])["language"] is None


def test_a_ticket_is_known_by_128_random_bits(hub: RunningHub) -> None:
    names = {hub.issue()["id"] for _ in range(20)}
    assert len(names) == 20
    assert all(len(name) == 22 for name in names)


def test_a_station_may_make_the_tickets_id(hub: RunningHub) -> None:
    mine = token_urlsafe(16)
    first = hub.post("/tickets", {"ticket": mine, "theme": "emploi"}, "one-key")
    again = hub.post("/tickets", {"ticket": mine, "theme": "emploi"}, "one-key")
    assert (first.status_code, first.json()["id"]) == (201, mine)
    assert again.json() == first.json()
    position = hub.state()["position"]
    taken = hub.post("/tickets", {"ticket": mine, "theme": "emploi"})
    assert (taken.status_code, taken.json()["code"], taken.json()["field"]) == (409, "ticket_taken", "ticket")
    assert nothing_happened_since(hub, position)


@pytest.mark.parametrize("ticket", ["", "short", "x" * 23, "é" * 22, "../../../../etc/passwd", 22])
def test_a_tickets_id_of_another_shape_is_refused(hub: RunningHub, ticket: object) -> None:
    refused = hub.post("/tickets", {"ticket": ticket, "theme": "emploi"})
    assert (refused.status_code, refused.json()["code"], refused.json()["field"]) == (
        422,
        "invalid_field",
        "ticket",
    )


def test_a_visit_goes_from_call_to_recall_to_start_to_finish(hub: RunningHub) -> None:
    issued = hub.issue("emploi")
    put_shift(hub)
    states = []
    for verb in ("call-next", "recall", "start", "finish"):
        answer = hub.post(f"/counters/4/{verb}")
        assert answer.status_code == 200
        ticket = answer.json()["ticket"]
        assert (ticket["id"], ticket["number"], ticket["label"]) == (
            issued["id"],
            issued["number"],
            issued["label"],
        )
        states.append((ticket["state"], ticket["counter"], ticket["recalls"]))
    assert states == [("called", "4", 0), ("called", "4", 1), ("in_interview", "4", 1), ("done", None, 1)]


def test_an_absent_visitor_comes_back_and_gives_up_in_the_end(hub: RunningHub) -> None:
    issued = hub.issue("emploi")
    put_shift(hub)
    states = []
    for path in ("/counters/4/call-next", "/counters/4/no-show", f"/tickets/{issued['id']}/back"):
        states.append(hub.post(path).json()["ticket"]["state"])
    states.append(hub.post(f"/tickets/{issued['id']}/withdraw").json()["ticket"]["state"])
    assert states == ["called", "absent", "waiting", "withdrawn"]


def test_a_visitor_is_handed_over_waits_aside_and_is_called_by_number_under_the_same_number(
    hub: RunningHub,
) -> None:
    issued = hub.issue("emploi")
    hub.post("/counters/2/call-next")
    handed = hub.post("/counters/2/hand-over", {"theme": "creation"}).json()["ticket"]
    assert (handed["number"], handed["theme"], handed["state"]) == (issued["number"], "creation", "waiting")
    assert handed["precedence"] == "hand_over"
    called = hub.post("/counters/3/call", {"ticket": issued["id"]}).json()["ticket"]
    assert (called["number"], called["counter"]) == (issued["number"], "3")
    aside = hub.post("/counters/3/park", {"minutes": 10}).json()["ticket"]
    assert (aside["state"], aside["for_counter"]) == ("parked", "3")
    hub.post(f"/tickets/{issued['id']}/back")
    problem(hub.post("/counters/2/call-next"), 409, "nobody_waiting")
    assert hub.post("/counters/3/call-next").json()["ticket"]["number"] == issued["number"]
    undone = hub.post("/counters/3/undo").json()["ticket"]
    assert (undone["state"], undone["counter"]) == ("waiting", None)
    assert hub.state("public")["board"]["calls"] == []


def test_reception_puts_a_ticket_right_once_however_often_it_is_asked(hub: RunningHub) -> None:
    ticket = hub.issue("emploi", language="fr")
    before, key = hub.state()["position"], uuid4().hex
    right = {"theme": "formation", "language": "es"}
    answers = [hub.post(f"/tickets/{ticket['id']}/correct", right, key=key) for _ in range(2)]
    told = answers[0].json()["ticket"]
    assert (told["number"], told["theme"], told["language"]) == (ticket["number"], "formation", "es")
    assert answers[1].text == answers[0].text
    assert hub.state()["position"] == before + 1
    problem(
        hub.post(f"/tickets/{ticket['id']}/correct", {"theme": "sailing", "language": None}),
        422,
        "unknown_theme",
        "theme",
    )


def test_reception_gives_a_precedence_and_a_group_one_number(hub: RunningHub) -> None:
    group = hub.issue("emploi", people=24)
    hurried = hub.issue("emploi")
    raised = hub.post(f"/tickets/{hurried['id']}/precedence", {"precedence": "priority"}).json()["ticket"]
    assert (raised["precedence"], raised["people"]) == ("priority", 1)
    assert hub.post("/counters/2/call-next").json()["ticket"]["number"] == hurried["number"]
    problem(
        hub.post(f"/tickets/{group['id']}/precedence", {"precedence": "none"}),
        409,
        "precedence_only_rises",
        "precedence",
    )
    problem(hub.post("/tickets", {"theme": "emploi", "people": 0}), 422, "invalid_field", "people")
    problem(hub.post("/counters/2/hand-over", {}), 422, "hand_over_to_nowhere", "theme")
    problem(hub.post("/counters/2/hand-over", {"to_counter": "9"}), 422, "unknown_counter", "to_counter")
    problem(hub.post("/counters/2/park", {"minutes": 0}), 422, "invalid_field", "minutes")


def test_a_shift_is_opened_changed_and_ended(hub: RunningHub) -> None:
    opened = put_shift(hub).json()
    assert opened["counter"] == "4"
    assert (opened["shift"]["themes"], opened["shift"]["overflow"]) == (["emploi"], ["formation"])
    until = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    changed = put_shift(hub, themes=["creation"], overflow=[], until=until).json()["shift"]
    assert changed["themes"] == ["creation"]
    assert datetime.fromisoformat(changed["until"]) == datetime.fromisoformat(until)
    ended = end_shift(hub, "4")
    assert (ended.status_code, ended.json()) == (200, {"counter": "4", "shift": None})


def test_a_shift_may_leave_overflow_and_end_unsaid(hub: RunningHub) -> None:
    answer = raw(hub, "PUT", "/counters/4/shift", b'{"themes":["emploi"],"languages":["fr"]}')
    assert answer.status_code == 200
    assert answer.json()["shift"]["overflow"] == []


def test_the_state_of_each_audience_is_its_own(hub: RunningHub) -> None:
    hub.issue("creation", language="es")
    staff, kiosk, public = (hub.state(audience) for audience in ("staff", "kiosk", "public"))
    assert staff["position"] == kiosk["position"] == public["position"]
    assert [ticket["theme"] for ticket in staff["tickets"]] == ["creation"]
    assert "tickets" not in kiosk
    assert "shifts" not in kiosk
    assert set(public) == {"protocol", "position", "tempo", "sign", "board"}


def test_health_says_where_the_log_stands(hub: RunningHub) -> None:
    before = datetime.now(UTC)
    health = ask("GET", f"{hub.api}/health").json()
    assert before <= datetime.fromisoformat(health.pop("now")) <= datetime.now(UTC)
    assert health == {
        "status": "ok",
        "protocol": 1,
        "version": __version__,
        "position": hub.state()["position"],
        "open": True,
        "ticket_pages": hub.pages_url,
    }


def test_the_description_names_every_address_of_the_contract(hub: RunningHub) -> None:
    paths = ask("GET", f"{hub.api}/openapi.json").json()["paths"]
    spoken = {(verb.upper(), path.removeprefix("/api/v1")) for path, verbs in paths.items() for verb in verbs}
    expected = {("POST", "/tickets"), ("POST", "/tickets/{ticket}/back"), ("POST", "/tickets/{ticket}/withdraw")}
    expected |= {("PUT", "/counters/{counter}/shift"), ("DELETE", "/counters/{counter}/shift")}
    expected |= {
        ("POST", f"/counters/{{counter}}/{verb}") for verb in ("call-next", "recall", "start", "finish", "no-show")
    }
    expected |= {("GET", f"/{name}") for name in ("state", "events", "health")}
    assert expected <= spoken


# The same command twice


@pytest.mark.parametrize("path", EVERY_POST)
def test_every_post_needs_a_key(hub: RunningHub, path: str) -> None:
    position = hub.state()["position"]
    answer = ask("POST", hub.api + path, json={"theme": "emploi"})
    problem(answer, 400, "key_missing", "Idempotency-Key")
    assert nothing_happened_since(hub, position)


@pytest.mark.parametrize("key", ["", "k" * 201, "two words", "clé".encode("latin-1"), "clé".encode()])
def test_a_key_is_1_to_200_visible_characters(hub: RunningHub, key: str | bytes) -> None:
    answer = ask("POST", f"{hub.api}/tickets", {"Idempotency-Key": key}, json={"theme": "emploi"})
    problem(answer, 400, "key_invalid", "Idempotency-Key")


def test_the_same_key_gives_the_same_ticket_with_200(hub: RunningHub) -> None:
    body = {"theme": "emploi", "language": "fr"}
    key = uuid4().hex
    first, *rest = (hub.post("/tickets", body, key) for _ in range(3))
    assert [first.status_code, *(answer.status_code for answer in rest)] == [201, 200, 200]
    assert {answer.content for answer in rest} == {first.content}
    assert len(hub.state()["tickets"]) == 1


def test_the_same_answer_comes_even_when_the_floor_has_moved_on(hub: RunningHub) -> None:
    key = uuid4().hex
    hub.issue("emploi")
    put_shift(hub)
    called = hub.post("/counters/4/call-next", key=key)
    hub.post("/counters/4/start")
    hub.post("/counters/4/finish")
    hub.issue("emploi")
    again = hub.post("/counters/4/call-next", key=key)
    assert (again.status_code, again.content) == (200, called.content)
    assert [ticket["state"] for ticket in hub.state()["tickets"]] == ["done", "waiting"]


def test_a_shift_with_a_key_is_opened_once(hub: RunningHub) -> None:
    key = uuid4().hex
    url = f"{hub.api}/counters/4/shift"
    first = ask("PUT", url, json=SHIFT, headers={"Idempotency-Key": key})
    position = hub.state()["position"]
    again = ask("PUT", url, json=SHIFT, headers={"Idempotency-Key": key})
    assert (again.status_code, again.content) == (200, first.content)
    assert nothing_happened_since(hub, position)


def test_opening_the_day_again_with_the_same_key_leaves_todays_shifts_alone(hub: RunningHub) -> None:
    hub.post("/day/close")
    key = uuid4().hex
    first = hub.post("/day/open", key=key)
    put_shift(hub, "1", themes=["creation"], overflow=[])
    again = hub.post("/day/open", key=key)
    assert (again.status_code, again.content) == (200, first.content)
    assert hub.state()["shifts"]["1"]["themes"] == ["creation"]


def test_closing_the_day_again_with_the_same_key_leaves_the_new_day_open(hub: RunningHub) -> None:
    key = uuid4().hex
    first = hub.post("/day/close", key=key)
    assert hub.post("/day/open").status_code == 200
    again = hub.post("/day/close", key=key)
    assert (again.status_code, again.content) == (200, first.content)
    assert hub.state()["open"]


def test_a_key_that_comes_back_with_another_command_is_refused(hub: RunningHub) -> None:
    key = uuid4().hex
    hub.post("/tickets", {"theme": "emploi"}, key)
    position = hub.state()["position"]
    for path, body in (
        ("/tickets", {"theme": "formation"}),
        ("/tickets", {"theme": "emploi", "language": "fr"}),
        ("/counters/1/call-next", None),
        ("/day/close", None),
    ):
        problem(hub.post(path, body, key), 422, "key_reused", "Idempotency-Key")
    assert nothing_happened_since(hub, position)


def test_a_refused_command_may_be_tried_again_with_its_key(hub: RunningHub) -> None:
    key = uuid4().hex
    put_shift(hub)
    problem(hub.post("/counters/4/call-next", key=key), 409, "nobody_waiting")
    issued = hub.issue("emploi")
    assert hub.post("/counters/4/call-next", key=key).json()["ticket"]["id"] == issued["id"]


# What does not fit the floor


def test_calling_at_a_counter_without_a_shift_is_refused(hub: RunningHub) -> None:
    problem(hub.post("/counters/5/call-next"), 409, "no_shift", "counter")
    problem(end_shift(hub, "5"), 409, "no_shift", "counter")


def test_calling_when_nobody_waits_is_refused(hub: RunningHub) -> None:
    problem(hub.post("/counters/1/call-next"), 409, "nobody_waiting")


def test_calling_while_a_visitor_is_called_or_received_is_refused(hub: RunningHub) -> None:
    hub.issue("emploi")
    hub.issue("emploi")
    hub.post("/counters/2/call-next")
    for verb in ("start", None):
        problem(hub.post("/counters/2/call-next"), 409, "counter_busy", "counter")
        problem(
            end_shift(hub, "2"),
            409,
            "counter_busy",
            "counter",
        )
        if verb:
            assert hub.post(f"/counters/2/{verb}").status_code == 200
    waiting = [ticket for ticket in hub.state()["tickets"] if ticket["state"] == "waiting"]
    assert len(waiting) == 1


def test_each_step_out_of_turn_is_refused(hub: RunningHub) -> None:
    for verb in ("recall", "start", "no-show"):
        problem(hub.post(f"/counters/1/{verb}"), 409, "nobody_called", "counter")
    problem(hub.post("/counters/1/finish"), 409, "nobody_received", "counter")
    issued = hub.issue()
    problem(hub.post(f"/tickets/{issued['id']}/back"), 409, "ticket_not_absent", "ticket")
    hub.post(f"/tickets/{issued['id']}/withdraw")
    problem(hub.post(f"/tickets/{issued['id']}/withdraw"), 409, "ticket_over", "ticket")
    received = hub.issue()
    hub.post("/counters/2/call-next")
    hub.post("/counters/2/start")
    problem(hub.post(f"/tickets/{received['id']}/withdraw"), 409, "ticket_in_interview", "ticket")


def test_behind_closed_doors_each_command_is_refused(hub: RunningHub) -> None:
    hub.post("/day/close")
    problem(hub.post("/tickets", {"theme": "emploi"}), 409, "day_not_open")
    problem(put_shift(hub), 409, "day_not_open")
    for path in EVERY_POST[1:8]:
        problem(hub.post(path), 409, "day_not_open")
    problem(hub.post("/day/close"), 409, "day_not_open")
    assert hub.post("/day/open").status_code == 200
    problem(hub.post("/day/open"), 409, "day_already_open")


# What does not exist


def test_what_a_sentence_names_travels_as_data(hub: RunningHub) -> None:
    answer = hub.post("/tickets", {"theme": "voile"})
    assert (answer.json()["values"], answer.json()["detail"]) == (
        {"theme": "voile"},
        'there is no theme "voile" here',
    )
    assert hub.post("/tickets", {"theme": 12}).json()["values"] == {}


def test_an_unknown_theme_or_language_in_the_body_is_not_valid(hub: RunningHub) -> None:
    problem(hub.post("/tickets", {"theme": "voile"}), 422, "unknown_theme", "theme")
    problem(hub.post("/tickets", {"theme": "emploi", "language": "tlh"}), 422, "unknown_language", "language")
    problem(put_shift(hub, themes=["voile"]), 422, "unknown_theme", "themes")
    problem(put_shift(hub, overflow=["voile"]), 422, "unknown_theme", "overflow")
    problem(put_shift(hub, languages=["tlh"]), 422, "unknown_language", "languages")
    assert hub.state()["tickets"] == []
    assert "4" not in hub.state()["shifts"]


@pytest.mark.parametrize("counter", ["7", "0", "Table 1", "%00", "%ff", "é", "1%20", "..", "9" * 500])
@pytest.mark.parametrize("verb", ["call-next", "finish"])
def test_an_unknown_counter_is_not_found(hub: RunningHub, counter: str, verb: str) -> None:
    answer = hub.post(f"/counters/{counter}/{verb}")
    assert answer.status_code == 404
    problem(answer, 404, *(("not_found",) if counter == ".." else ("unknown_counter", "counter")))


@pytest.mark.parametrize("verb", ["back", "withdraw"])
def test_an_unknown_ticket_is_not_found(hub: RunningHub, verb: str) -> None:
    problem(hub.post(f"/tickets/nobody/{verb}"), 404, "unknown_ticket", "ticket")


def test_yesterdays_ticket_is_not_found(hub: RunningHub) -> None:
    issued = hub.issue()
    hub.post("/day/close")
    hub.post("/day/open")
    problem(hub.post(f"/tickets/{issued['id']}/withdraw"), 404, "unknown_ticket", "ticket")


@pytest.mark.parametrize("path", ["", "/", "/nothing", "/tickets/x", "/counters", "/counters/1", "/docs", "/redoc"])
def test_an_unknown_address_is_not_found(hub: RunningHub, path: str) -> None:
    problem(ask("GET", hub.api + path), 404, "not_found")


@pytest.mark.parametrize(
    ("verb", "path"),
    [
        ("GET", "/tickets"),
        ("DELETE", "/tickets"),
        ("GET", "/counters/1/call-next"),
        ("POST", "/counters/1/shift"),
        ("GET", "/counters/1/shift"),
        ("PUT", "/state"),
        ("POST", "/events"),
        ("PATCH", "/health"),
        ("TRACE", "/tickets"),
    ],
)
def test_another_verb_than_the_contracts_is_told_which_ones_there_are(
    hub: RunningHub, verb: str, path: str
) -> None:
    answer = ask(verb, hub.api + path, headers={"Idempotency-Key": uuid4().hex})
    problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"]


# What is badly said


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "theme"),
        ({"theme": None}, "theme"),
        ({"theme": 7}, "theme"),
        ({"theme": ["emploi"]}, "theme"),
        ({"theme": {"id": "emploi"}}, "theme"),
        ({"theme": True}, "theme"),
        ({"theme": ""}, "theme"),
        ({"theme": "x" * 65}, "theme"),
        ({"theme": "emploi", "language": 1}, "language"),
        ({"theme": "emploi", "language": ""}, "language"),
        ({"theme": "emploi", "accessible": "yes"}, "accessible"),
        ({"theme": "emploi", "accessible": 1}, "accessible"),
        ({"theme": "emploi", "accessible": None}, "accessible"),
        ({"theme": "emploi", "number": 7}, "number"),
        ({"theme": "emploi", "name": "Dupont"}, "name"),
    ],
    ids=str,
)
def test_a_ticket_asked_for_with_a_wrong_type_names_the_field(
    hub: RunningHub, body: dict[str, Any], field: str
) -> None:
    problem(hub.post("/tickets", body), 422, "invalid_field", field)
    assert hub.state()["tickets"] == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"themes": []}, "shift_without_theme", "themes"),
        ({"themes": [], "overflow": ["emploi"]}, "shift_without_theme", "themes"),
        ({"languages": []}, "shift_without_language", "languages"),
        ({"overflow": ["emploi"]}, "theme_named_twice", "overflow"),
        ({"themes": ["emploi", "emploi"]}, "theme_named_twice", "overflow"),
        ({"themes": None}, "invalid_field", "themes"),
        ({"themes": "emploi"}, "invalid_field", "themes"),
        ({"themes": [1]}, "invalid_field", "themes.0"),
        ({"themes": [["emploi"]]}, "invalid_field", "themes.0"),
        ({"themes": ["emploi"] * 65}, "invalid_field", "themes"),
        ({"languages": [""]}, "invalid_field", "languages.0"),
        ({"until": "2020-01-01T00:00:00+01:00"}, "shift_ends_in_the_past", "until"),
        ({"until": "2099-01-01T00:00:00"}, "invalid_field", "until"),
        ({"until": "2099-01-01"}, "invalid_field", "until"),
        ({"until": 4_102_444_800}, "invalid_field", "until"),
        ({"until": "4102444800"}, "invalid_field", "until"),
        ({"until": "tonight"}, "invalid_field", "until"),
        ({"until": True}, "invalid_field", "until"),
        ({"until": "10000-01-01T00:00:00Z"}, "invalid_field", "until"),
        ({"advisor": "Dupont"}, "invalid_field", "advisor"),
    ],
    ids=str,
)
def test_a_shift_that_is_badly_said_names_the_field(
    hub: RunningHub, changes: dict[str, Any], code: str, field: str
) -> None:
    problem(put_shift(hub, **changes), 422, code, field)
    assert "4" not in hub.state()["shifts"]


def test_a_shift_may_end_at_the_end_of_time_in_any_zone(hub: RunningHub) -> None:
    for until in ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59+23:59"):
        assert put_shift(hub, until=until).status_code == 200
        assert ask("GET", f"{hub.api}/state").status_code == 200


@pytest.mark.parametrize("content", [b"", b"{", b"[1,", b"{'theme':'emploi'}", b"\xff\xfe", b"[" * 30_000])
def test_a_body_that_is_not_json_is_told_so(hub: RunningHub, content: bytes) -> None:
    answer = raw(hub, "POST", "/tickets", content)
    if content == b"":
        problem(answer, 422, "invalid_field", "body")
    else:
        problem(answer, 400, "invalid_json")


@pytest.mark.parametrize("content", [b"[]", b"null", b"7", b'"emploi"', b'[{"theme":"emploi"}]', b"NaN"])
def test_a_body_that_is_json_but_no_command_is_told_so(hub: RunningHub, content: bytes) -> None:
    answer = raw(hub, "POST", "/tickets", content)
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid_field"


def test_half_a_character_is_not_a_theme(hub: RunningHub) -> None:
    answer = raw(hub, "POST", "/tickets", b'{"theme":"\\ud800"}')
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_of_another_type_than_json_is_not_guessed_at(hub: RunningHub) -> None:
    answer = raw(hub, "POST", "/tickets", b'{"theme":"emploi"}', **{"Content-Type": "text/plain"})
    assert answer.status_code in (415, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert hub.state()["tickets"] == []


@pytest.mark.parametrize(
    ("verb", "path"), [("POST", "/tickets"), ("PUT", "/counters/4/shift"), ("POST", "/counters/1/call-next")]
)
def test_a_body_of_a_megabyte_is_refused(hub: RunningHub, verb: str, path: str) -> None:
    hub.issue("orientation")
    position = hub.state()["position"]
    content = json.dumps({"theme": "emploi", "language": "x" * 1_000_000}).encode()
    problem(raw(hub, verb, path, content), 413, "body_too_large")
    assert nothing_happened_since(hub, position)


def test_a_megabyte_that_does_not_say_its_length_is_refused_too(hub: RunningHub) -> None:
    def pieces() -> Any:
        for _ in range(100):
            yield b" " * 10_000

    headers = {"Content-Type": "application/json", "Idempotency-Key": uuid4().hex}
    try:
        answer = ask("POST", f"{hub.api}/tickets", content=pieces(), headers=headers)
    except httpx.WriteError:
        # The hub answered and hung up before all was sent; what matters is that nothing came of it.
        assert hub.state()["tickets"] == []
    else:
        problem(answer, 413, "body_too_large")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.168.1.20", ""])
def test_a_request_for_another_host_learns_nothing(hub: RunningHub, host: str) -> None:
    for path in ("/api/v1/state", "/api/v1/events"):
        answer = ask("GET", hub.url + path, headers={"Host": host})
        assert "themes" not in answer.text
        problem(answer, 400, "foreign_host")


def test_the_hubs_own_names_are_no_foreign_hosts(hub: RunningHub) -> None:
    for host in (f"127.0.0.1:{hub.port}", f"localhost:{hub.port}", "localhost"):
        assert ask("GET", f"{hub.api}/health", headers={"Host": host}).status_code == 200


def test_an_audience_that_nobody_is_learns_nothing(hub: RunningHub) -> None:
    for path in ("/state", "/events"):
        problem(ask("GET", hub.api + path, params={"audience": "king"}), 422, "invalid_field", "audience")


def test_the_hub_sets_no_cookie_and_does_not_name_its_software(hub: RunningHub) -> None:
    for path in ("/api/v1/state", "/api/v1/health"):
        headers = ask("GET", hub.url + path).headers
        assert not {"set-cookie", "server", "x-powered-by"} & set(headers)


@pytest.mark.parametrize(
    "said",
    [b"\x16\x03\x01\x00", b"GET\r\n\r\n", b"POST /api/v1/tickets HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b""],
)
def test_what_is_not_even_http_does_not_hurt_the_hub(hub: RunningHub, said: bytes) -> None:
    with socket.create_connection(("127.0.0.1", hub.port), 10) as line:
        line.sendall(said)
        line.shutdown(socket.SHUT_WR)
        while line.recv(4096):
            pass
    assert ask("GET", f"{hub.api}/health").status_code == 200
