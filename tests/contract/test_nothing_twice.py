"""A line that breaks when the hub has read a command, or has half answered it: the command is carried out once."""

from __future__ import annotations

import http.client
import socket
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.hub.api import SPOKEN
from tests.tools.fake_hub import dispose
from tests.tools.hub import RunningHub

CUTS = 2
"""So often the line breaks before a command is answered."""
STORY: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("open-day", {}),
    ("shift", {"counter": "1", "themes": ["emploi"], "overflow": [], "languages": ["fr"], "until": None}),
    ("issue", {"theme": "emploi"}),
    ("paper", {"came": False}),
    ("precedence", {"precedence": "priority"}),
    ("correct", {"theme": "emploi", "language": "fr"}),
    ("call-next", {"counter": "1"}),
    ("undo", {"counter": "1"}),
    ("call", {"counter": "1"}),
    ("park", {"counter": "1", "minutes": 5}),
    ("back", {}),
    ("call-together", {"counter": "1"}),
    ("start", {"counter": "1"}),
    ("hand-over", {"counter": "1", "theme": "emploi"}),
    ("call-next", {"counter": "1"}),
    ("recall", {"counter": "1"}),
    ("no-show", {"counter": "1"}),
    ("back", {}),
    ("call-next", {"counter": "1"}),
    ("start", {"counter": "1"}),
    ("finish", {"counter": "1"}),
    ("issue", {"theme": "emploi"}),
    ("withdraw", {}),
    ("break", {"counter": "1"}),
    ("back-to-work", {"counter": "1"}),
    ("help", {"counter": "1"}),
    ("help-came", {"counter": "1"}),
    ("end-shift", {"counter": "1"}),
    ("pause", {"theme": "emploi", "message": {"fr": "Plus tard"}}),
    ("resume", {"theme": "emploi"}),
    ("close-entry", {}),
    ("open-entry", {}),
    ("message", {"message": {"fr": "Bonjour"}}),
    ("contact", {"contact": "quick"}),
    ("close-day", {}),
)
ABOUT_A_TICKET = {"paper", "precedence", "correct", "call", "back", "withdraw"}


class BreakingLine:
    """Carries each request to the hub, waits for its answer, and breaks: first after nothing of it, then half."""

    def __init__(self, hub: RunningHub) -> None:
        self._hub = hub
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self.carried: Counter[str] = Counter()
        """How often each key came to the hub."""
        self.positions: dict[str, set[int]] = {}
        """Where the hub's log stood after each time."""
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._door.accept()
                with closing(line), suppress(OSError):
                    self._carry(line)

    def _carry(self, line: socket.socket) -> None:
        with line.makefile("rb") as asked:
            first = asked.readline().decode()
            if not first:
                return
            method, path, _ = first.split()
            parts = (part.partition(":") for part in iter(lambda: asked.readline().decode().strip(), ""))
            headers = {name: value.strip() for name, _, value in parts}
            body = asked.read(int(headers.get("Content-Length", 0)))
        key = headers["Idempotency-Key"]
        content = self._said(method, path, body, headers)
        position = self._said("GET", "/api/v1/health", b"", {}).partition(b'"position":')[2].partition(b",")[0]
        self.positions.setdefault(key, set()).add(int(position))
        before, self.carried[key] = self.carried[key], self.carried[key] + 1
        line.sendall(content[: (0, len(content) - 5)[before] if before < CUTS else None])

    def _said(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
        """The hub's whole answer as it travels."""
        with closing(http.client.HTTPConnection("127.0.0.1", self._hub.port, timeout=60)) as hub:
            hub.request(method, path, body, {**headers, "Connection": "close"})
            answer = hub.getresponse()
            content = answer.read()
            head = f"HTTP/1.1 {answer.status} {answer.reason}\r\n"
            told = "".join(f"{name}: {value}\r\n" for name, value in answer.getheaders())
            return f"{head}{told}\r\n".encode() + content

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()


@pytest.fixture
def own_hub(tmp_path: Path) -> Iterator[RunningHub]:
    with RunningHub(tmp_path / "data") as hub:
        hub.post("/day/close")
        yield hub


class Station:
    """A station of one role at the end of the line."""

    def __init__(self, line: BreakingLine, hub: RunningHub, role: Role) -> None:
        self.client = HubClient(line.url, Principal(role), hub.token(role))
        self.orders = Orders(self.client, retry_ms=(10,))

    def ask(self, qtbot: QtBot, verb: str, values: Mapping[str, Any]) -> Reply:
        replies: list[Reply] = []
        self.orders.ask(verb, values, replies.append, patience_ms=60_000)
        qtbot.waitUntil(lambda: bool(replies), timeout=60_000)
        return replies[0]

    def end(self) -> None:
        self.client.stop()
        dispose(self.client)


def test_the_story_has_every_verb() -> None:
    assert {verb for verb, _ in STORY} == {verb.name for verb in SPOKEN}


def test_no_verb_is_carried_out_twice_over_a_line_that_breaks(own_hub: RunningHub, qtbot: QtBot) -> None:
    line = BreakingLine(own_hub)
    stations = {role: Station(line, own_hub, role) for role in (Role.RECEPTION, Role.KIOSK)}
    ticket = ""
    try:
        for verb, given in STORY:
            values = {**given, **({"ticket": ticket} if verb in ABOUT_A_TICKET else {})}
            if verb == "call-together":
                values["tickets"] = [ticket]
            known = {*line.carried}
            reply = stations[Role.KIOSK if verb == "paper" else Role.RECEPTION].ask(qtbot, verb, values)
            ticket = str(reply.body["id"]) if verb == "issue" else ticket
            (key,) = {*line.carried} - known
            assert line.carried[key] > CUTS, verb
            assert len(line.positions[key]) == 1, f"{verb} was carried out more than once"
            if verb != "recall":
                # A call that has hardly been heard is not repeated: refused, each time in the same way.
                assert reply.ok, (verb, reply)
    finally:
        for station in stations.values():
            station.end()
        line.close()
    assert own_hub.state()["open"] is False


def test_the_first_pin_is_chosen_once_over_a_line_that_breaks(own_hub: RunningHub, qtbot: QtBot) -> None:
    line = BreakingLine(own_hub)
    reception = Station(line, own_hub, Role.RECEPTION)
    try:
        reply = reception.ask(qtbot, "change-pin", {"pin": "271828", "former": None})
        assert reply.ok, reply
        session = str(reply.body["token"])
        replies: list[Reply] = []
        reception.orders.ask("site", {}, replies.append, session=session, patience_ms=60_000)
        qtbot.waitUntil(lambda: bool(replies), timeout=60_000)
        assert replies[0].ok
    finally:
        reception.end()
        line.close()
