"""What a page of another site makes a browser ask, and requests whose host can be read in two ways: all refused."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest

from tests.tools.hub import RunningHub, ask

ELSEWHERE = "https://elsewhere.example"
COMMANDS = [
    ("GET", "/api/v1/state"),
    ("GET", "/api/v1/events?station=Borne&role=kiosk"),
    ("GET", "/api/v1/health"),
    ("GET", "/nowhere"),
    ("OPTIONS", "/api/v1/tickets"),
    ("POST", "/api/v1/tickets"),
    ("POST", "/api/v1/stations/Borne/errands/fetch"),
    ("POST", "/api/v1/stations/Borne/alive"),
    ("PUT", "/api/v1/stations/Borne/paper"),
    ("POST", "/api/v1/counters/2/call-next"),
    ("POST", "/api/v1/day/close"),
    ("POST", "/api/v1/admin/session"),
]
FOREIGN = [
    {"Origin": ELSEWHERE},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
]


def raw(port: int, request: bytes) -> bytes:
    """The head and body of one answer to ``request``; the hub ends the line."""
    with socket.create_connection(("127.0.0.1", port), 20) as line:
        line.sendall(request)
        answer = b""
        with suppress(ConnectionResetError):
            while more := line.recv(65536):
                answer += more
    return answer


@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda headers: " ".join(headers.values()))
def test_no_page_of_another_site_asks_the_desks_for_anything(hub: RunningHub, foreign: dict[str, str]) -> None:
    for verb, path in COMMANDS:
        answer = ask(verb, hub.url + path, {**foreign, "Idempotency-Key": "k"})
        assert (answer.status_code, answer.json()["code"]) == (400, "foreign_origin"), path
        assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert answer.headers["connection"] == "close"
    assert hub.state()["tickets"] == []


def test_a_page_of_the_hub_itself_and_what_is_no_browser_may_ask(hub: RunningHub) -> None:
    for own in ({}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": hub.url}):
        assert ask("GET", f"{hub.api}/health", own).status_code == 200


@pytest.mark.parametrize("foreign", FOREIGN, ids=lambda headers: " ".join(headers.values()))
def test_no_page_of_another_site_gives_a_visitors_number_back(hub: RunningHub, foreign: dict[str, str]) -> None:
    url = hub.issue("emploi", language="fr")["follow_url"]
    for verb, path in (("POST", "/give-up"), ("POST", "/more-time")):
        answer = ask(verb, url + path, foreign)
        assert (answer.status_code, answer.json()["code"]) == (400, "foreign_origin")
    assert (
        ask("GET", f"{url}/events", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}).status_code == 400
    )
    assert "Vous êtes le prochain numéro." in ask("GET", url, {}).text


def test_a_messenger_or_a_reader_of_codes_leads_to_the_page_and_its_buttons_work(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="fr")["follow_url"]
    linked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert ask("GET", url, linked).status_code == 200
    assert ask("POST", f"{url}/give-up", linked).status_code == 400
    # A browser that trusts no plain address says where a form comes from, and nothing else.
    assert ask("POST", f"{url}/give-up", {"Origin": hub.pages_url}).status_code == 303
    assert "Nous n’appellerons plus ce numéro." in ask("GET", url, {}).text


@pytest.mark.parametrize(
    "head",
    [
        b"GET {path} HTTP/1.1\r\nHost: {host}\r\nHost: elsewhere.example\r\n\r\n",
        b"GET {path} HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n",
        b"GET {path} HTTP/1.1\r\n\r\n",
        b"GET {path} HTTP/1.0\r\n\r\n",
        b"GET http://elsewhere.example{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET http://{host}@elsewhere.example{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
    ],
    ids=[
        "another host too",
        "the host twice",
        "no host",
        "no host, as of old",
        "another address",
        "a disguised one",
    ],
)
def test_a_host_that_can_be_read_in_two_ways_is_refused_on_every_listener(hub: RunningHub, head: bytes) -> None:
    page = hub.issue("emploi")["id"].encode()
    for port, path in ((hub.port, b"/api/v1/state"), (hub.visitors_port, b"/t/" + page)):
        host = f"127.0.0.1:{port}".encode()
        answer = raw(port, head.replace(b"{path}", path).replace(b"{host}", host))
        assert answer.startswith(b"HTTP/1.1 400 ")
        assert b"foreign_host" in answer


def test_a_whole_address_of_the_hub_itself_is_answered(hub: RunningHub) -> None:
    host = f"127.0.0.1:{hub.port}".encode()
    asked = b"GET http://" + host + b"/api/v1/health HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n"
    assert raw(hub.port, asked).startswith(b"HTTP/1.1 200 ")


def test_a_refusal_ends_the_line_and_answers_nothing_that_follows(hub: RunningHub) -> None:
    wrong = b"GET /api/v1/state HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n"
    right = f"GET /api/v1/state HTTP/1.1\r\nHost: localhost\r\n{hub.authorization('reception')}\r\n\r\n".encode()
    answer = raw(hub.port, wrong + right)
    assert answer.count(b"HTTP/1.1") == 1
    assert b"themes" not in answer


@pytest.mark.parametrize("path", ["/api/v1/nowhere", "/nowhere", "/t/x"])
def test_a_line_that_asks_wrongly_is_closed(hub: RunningHub, path: str) -> None:
    for port in (hub.port, hub.visitors_port):
        asked = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{hub.authorization('kiosk')}\r\n\r\n".encode()
        assert raw(port, asked).startswith(b"HTTP/1.1 404 ")


def test_a_body_in_pieces_larger_than_any_command_is_refused_before_it_is_carried_out(hub: RunningHub) -> None:
    issued = hub.issue("emploi", language="fr")
    head = (
        f"POST {{}} HTTP/1.1\r\nHost: localhost\r\n{hub.authorization('reception')}\r\nIdempotency-Key: k\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    for port, path in (
        (hub.port, f"/api/v1/tickets/{issued['id']}/withdraw"),
        (hub.visitors_port, f"/t/{issued['id']}/give-up"),
    ):
        answer = raw(port, head.format(path).encode() + 2 * piece)
        # Who goes on sending may find the line closed before the answer is read.
        assert answer == b"" or answer.startswith(b"HTTP/1.1 413 ")
    assert "Vous êtes le prochain numéro." in ask("GET", issued["follow_url"], {}).text


def test_a_command_whose_body_never_ends_is_not_carried_out(hub: RunningHub) -> None:
    issued = hub.issue("emploi", language="fr")
    head = (
        f"POST /api/v1/tickets/{issued['id']}/withdraw HTTP/1.1\r\nHost: localhost\r\n"
        f"{hub.authorization('reception')}\r\nIdempotency-Key: k\r\n"
    )
    with socket.create_connection(("127.0.0.1", hub.port), 20) as line:
        line.sendall(head.encode() + b"Content-Length: 10\r\n\r\nhalf")
        line.shutdown(socket.SHUT_WR)
        while line.recv(4096):
            pass
    assert "Vous êtes le prochain numéro." in ask("GET", issued["follow_url"], {}).text
