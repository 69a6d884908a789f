"""A station's line to something that answers badly: cut in the middle, not a hub, a hub with a bug."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.client.token import Token
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.station.membership import Membership, Pairing

Script = Callable[[bytes, int], bytes]
SNAPSHOT = b'{"position":5}'
SAYS_SOMETHING_WITHIN_S = 2.0
TOKEN = "the-token-of-a-station_0123456789"


def answer(status: str, body: bytes, announced: int | None = None) -> bytes:
    length = len(body) if announced is None else announced
    return b"HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (status.encode(), length) + body


class Scripted:
    """Answers each request with what ``script`` says of it and of how many came before, then hangs up."""

    def __init__(self) -> None:
        self.script: Script = lambda _asked, _before: answer("200 OK", b"{}")
        self.asked: list[bytes] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            line, _ = self._door.accept()
            # A station that was stopped may have opened a line on which it says nothing any more.
            with closing(line), suppress(TimeoutError):
                line.settimeout(SAYS_SOMETHING_WITHIN_S)
                asked = line.recv(65536)
                if asked == b"end":
                    return
                self.asked.append(asked)
                line.sendall(self.script(asked, len(self.asked) - 1))

    def close(self) -> None:
        with socket.create_connection(self._door.getsockname()) as line:
            line.sendall(b"end")
            self._thread.join()
        self._door.close()


@pytest.fixture
def other_end(qapp: object) -> Iterator[Scripted]:
    scripted = Scripted()
    yield scripted
    scripted.close()


@pytest.fixture
def client(other_end: Scripted) -> Iterator[HubClient]:
    client = HubClient(other_end.url, Principal(Role.RECEPTION))
    yield client
    client.stop()


def keys(asked: list[bytes]) -> set[bytes]:
    return {line for one in asked for line in one.split(b"\r\n") if line.lower().startswith(b"idempotency-key")}


def test_an_answer_that_breaks_off_is_asked_for_again_under_the_same_key(
    other_end: Scripted, client: HubClient, qtbot: QtBot
) -> None:
    whole = b'{"number":1}'
    other_end.script = lambda _asked, before: answer("201 Created", whole[: 6 if before == 0 else None], len(whole))
    replies: list[Reply] = []
    Orders(client).ask("issue", {"theme": "emploi"}, replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert replies == [Reply(201, {"number": 1})]
    # Qt asks again by itself, too, when a line breaks: what makes it safe is the key.
    assert len(other_end.asked) >= 2
    assert len(keys(other_end.asked)) == 1


def test_a_put_that_qt_sends_again_by_itself_carries_one_key(
    other_end: Scripted, client: HubClient, qtbot: QtBot
) -> None:
    whole = b'{"counter":"4"}'
    other_end.script = lambda _asked, before: answer("200 OK", whole[: 6 if before == 0 else None], len(whole))
    replies: list[Reply] = []
    shift = {"counter": "4", "themes": ["emploi"], "overflow": [], "languages": ["fr"], "until": None}
    Orders(client).ask("shift", shift, replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert {asked.partition(b" HTTP")[0] for asked in other_end.asked} == {b"PUT /api/v1/counters/4/shift"}
    assert (len(other_end.asked) >= 2, len(keys(other_end.asked))) == (True, 1)


def test_every_request_shows_the_stations_token_and_name(other_end: Scripted, qtbot: QtBot) -> None:
    client = HubClient(other_end.url, Principal(Role.KIOSK, "Borne d’entrée 1"), Token(lambda: TOKEN))
    other_end.script = lambda asked, _before: answer("200 OK", SNAPSHOT if b"/state" in asked else b"{}")
    client.start()
    Orders(client).ask("open-day")
    qtbot.waitUntil(lambda: len(other_end.asked) >= 3)
    client.stop()
    for asked in other_end.asked:
        headers = asked.lower().split(b"\r\n")
        assert b"authorization: bearer " + TOKEN.lower().encode() in headers
        assert b"accept-encoding: identity" in headers
        assert b"cdm-station: borne d%e2%80%99entr%c3%a9e 1" in headers


def test_an_answer_that_is_not_a_hubs_is_none(other_end: Scripted, client: HubClient, qtbot: QtBot) -> None:
    other_end.script = lambda _asked, _before: answer("200 OK", b"<html>Welcome to this network</html>")
    replies: list[Reply] = []
    Orders(client).ask("issue", {"theme": "emploi"}, replies.append, patience_ms=1)
    qtbot.waitUntil(lambda: bool(replies))
    assert (replies[0].ok, replies[0].code) == (False, "hub_unreachable")


def test_a_station_that_starts_before_something_else_gave_the_port_back_finds_the_hub(
    other_end: Scripted, client: HubClient, qtbot: QtBot
) -> None:
    other_end.script = lambda _asked, before: answer("200 OK", b"<html>" if before == 0 else SNAPSHOT)
    with qtbot.waitSignal(client.snapshotReceived) as received:
        client.start()
    assert received.args == [SNAPSHOT]


def test_a_feed_that_is_refused_is_not_a_connection(other_end: Scripted, client: HubClient, qtbot: QtBot) -> None:
    other_end.script = lambda asked, _before: (
        answer("200 OK", SNAPSHOT) if b"/state" in asked else answer("500 Internal Server Error", b'{"code":"x"}')
    )
    told: list[bool] = []
    client.connectedChanged.connect(lambda: told.append(client.connected))
    client.start()
    qtbot.waitUntil(lambda: len(other_end.asked) >= 4)
    assert not client.connected
    assert True not in told


NOT_KNOWN = answer("401 Unauthorized", b'{"code":"no_token"}')


def test_a_station_whose_token_the_hub_does_not_know_says_so_and_goes_on_when_it_has_another(
    other_end: Scripted, qtbot: QtBot
) -> None:
    tokens = [TOKEN]
    other_end.script = lambda asked, _before: answer("200 OK", SNAPSHOT) if b"Another" in asked else NOT_KNOWN
    client = HubClient(other_end.url, Principal(Role.KIOSK), Token(lambda: tokens[-1]))
    client.start()
    qtbot.waitUntil(lambda: client.unknown)
    assert not client.connected
    assert not client.looking
    tokens.append("Another" + TOKEN)
    with qtbot.waitSignal(client.snapshotReceived, timeout=10_000):
        pass
    client.stop()


def test_a_station_that_is_struck_off_while_it_listens_says_so(
    other_end: Scripted, client: HubClient, qtbot: QtBot
) -> None:
    other_end.script = lambda asked, _before: answer("200 OK", SNAPSHOT) if b"/state" in asked else NOT_KNOWN
    client.start()
    qtbot.waitUntil(lambda: client.unknown)
    assert not client.connected


def test_an_order_that_an_unknown_station_sent_is_not_decided(
    other_end: Scripted, client: HubClient, qtbot: QtBot
) -> None:
    other_end.script = lambda _asked, before: NOT_KNOWN if before == 0 else answer("201 Created", b'{"number":1}')
    replies: list[Reply] = []
    Orders(client).ask("issue", {"theme": "emploi"}, replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert replies == [Reply(201, {"number": 1})]
    assert len(keys(other_end.asked)) == 1


@pytest.mark.parametrize(
    "written", ["", "short", "two words of a token here", "x" * 30 + "\r\nCdm-Station: y", "é" * 30]
)
def test_what_is_no_token_is_not_shown(other_end: Scripted, qtbot: QtBot, written: str) -> None:
    client = HubClient(other_end.url, Principal(Role.KIOSK), Token(lambda: written))
    client.start()
    qtbot.waitUntil(lambda: bool(other_end.asked))
    client.stop()
    assert b"authorization" not in other_end.asked[0].lower()


def test_the_token_is_no_part_of_any_text() -> None:
    token = Token(lambda: TOKEN)
    pairing = Pairing("kiosk", "Borne 1", "", "demo", ("127.0.0.1:8080",), None, TOKEN)
    for each in (token, Membership("http://127.0.0.1:9", token), pairing):
        assert TOKEN not in f"{each!r} {each!s}"


def test_a_redirection_is_not_followed_with_the_token(other_end: Scripted, qtbot: QtBot) -> None:
    elsewhere = Scripted()
    head = f"HTTP/1.1 302 Found\r\nLocation: {elsewhere.url}/api/v1/state\r\nContent-Length: 2\r\n\r\n{{}}"
    other_end.script = lambda _asked, _before: head.encode()
    client = HubClient(other_end.url, Principal(Role.KIOSK), Token(lambda: TOKEN))
    client.start()
    qtbot.waitUntil(lambda: len(other_end.asked) >= 3)
    client.stop()
    assert elsewhere.asked == []
    elsewhere.close()


@pytest.mark.parametrize("length", [1, 12, 100])
def test_an_answer_that_is_shorter_than_announced_is_none(
    other_end: Scripted, client: HubClient, qtbot: QtBot, length: int
) -> None:
    # Cut after twelve characters it is a whole object in itself.
    whole = b'{"number":1}' + b" " * 200
    other_end.script = lambda _asked, before: answer(
        "201 Created", whole[: length if before < 3 else None], len(whole)
    )
    replies: list[Reply] = []
    Orders(client).ask("issue", {"theme": "emploi"}, replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert replies == [Reply(201, {"number": 1})]
    assert len([each for each in other_end.asked if each]) >= 2
    assert len(keys(other_end.asked)) == 1


def test_a_snapshot_that_is_cut_short_is_fetched_again(
    other_end: Scripted, client: HubClient, qtbot: QtBot
) -> None:
    def cut_once(asked: bytes, before: int) -> bytes:
        return answer("200 OK", SNAPSHOT, len(SNAPSHOT) + (40 if before == 0 else 0))

    other_end.script = cut_once
    with qtbot.waitSignal(client.snapshotReceived):
        client.start()
    assert len([asked for asked in other_end.asked if b"/state" in asked]) >= 2
