"""Orders go until they are decided, each under a key of its own; what is kept survives the station."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.hub import Answered, HubClient, Reply, Request
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.client.outbox import Outbox
from cdm_kiosk.domain.orders import Principal, Role
from tests.tools.fake_hub import dispose

NOW = datetime(2026, 11, 22, 14, 52, tzinfo=UTC)
AWAY = Reply(0)
BROKEN = Reply(500, {"code": "internal_error"})
DONE = Reply(200, {"done": True})
REFUSED = Reply(404, {"code": "unknown_ticket"})


class Line(HubClient):
    """Holds each request until the test answers it."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9", Principal(Role.KIOSK, "Borne 1"))
        self.held: list[tuple[Request, Answered]] = []

    def exchange(self, asked: Request, answered: Answered) -> None:
        self.held.append((asked, answered))

    def answer(self, reply: Reply) -> Request:
        asked, answered = self.held.pop(0)
        answered(reply)
        return asked

    def come(self) -> None:
        """The hub is heard."""
        self._set_connected(True)


class Station:
    """One process of a station: what it asked for, and what it heard."""

    def __init__(self, file: Path | None = None, now: datetime = NOW) -> None:
        self.now = now
        self.line = Line()
        self.outbox = Outbox(file, now)
        self.orders = Orders(self.line, self.outbox, lambda: self.now, retry_ms=(1, 2))
        self.heard: list[Reply] = []

    def keep(self, verb: str, values: Mapping[str, Any]) -> None:
        self.orders.keep(verb, values, self.heard.append)

    def die(self) -> None:
        dispose(self.line)


@pytest.fixture
def station(qapp: object) -> Iterator[Station]:
    opened = Station()
    yield opened
    opened.die()


def paths(station: Station) -> list[str]:
    return [asked.path for asked, _ in station.line.held]


def test_an_order_is_sent_again_under_its_key_until_it_is_decided(station: Station, qtbot: QtBot) -> None:
    station.orders.ask("call-next", {"counter": "Table 4"}, station.heard.append)
    sent = []
    for reply in (AWAY, BROKEN, AWAY, DONE):
        qtbot.waitUntil(lambda: len(station.line.held) == 1)
        assert station.heard == []
        sent.append(station.line.answer(reply))
    assert station.heard == [DONE]
    assert {asked.key for asked in sent} == {sent[0].key}
    assert (sent[0].method, sent[0].path, sent[0].body) == ("POST", "/counters/Table%204/call-next", None)


@pytest.mark.parametrize("reply", [AWAY, BROKEN])
def test_patience_ends_with_the_last_thing_heard(station: Station, reply: Reply) -> None:
    station.orders.ask("open-day", {}, station.heard.append, patience_ms=0)
    station.line.answer(reply)
    assert (station.heard, station.line.held) == ([reply], [])


def test_two_orders_have_two_keys_unless_the_first_was_asked_for_once_and_is_not_decided(station: Station) -> None:
    wish = {"theme": "emploi"}

    def asked(once: bool, reply: Reply) -> str:
        station.orders.ask("issue", wish, once=once, patience_ms=0)
        return station.line.answer(reply).key

    assert asked(False, AWAY) != asked(False, AWAY)
    first = asked(True, AWAY)
    assert asked(True, BROKEN) == asked(True, REFUSED) == first
    assert asked(True, DONE) != first


def test_a_refusal_is_heard_as_data(station: Station) -> None:
    station.orders.ask("start", {"counter": "4"}, station.heard.append)
    station.line.answer(Reply(409, {"code": "nobody_called", "field": "counter"}))
    (reply,) = station.heard
    assert (reply.ok, reply.is_decided) == (False, True)
    assert (reply.code, reply.body["field"]) == ("nobody_called", "counter")


def test_a_station_that_stops_sends_and_is_told_nothing_more(station: Station, qtbot: QtBot) -> None:
    station.orders.ask("open-day", {}, station.heard.append)
    station.keep("withdraw", {"ticket": "t-1"})
    for _ in range(2):
        station.line.answer(AWAY)
    station.line.stop()
    qtbot.wait(10)
    assert (station.heard, station.line.held) == ([], [])


def test_orders_of_one_lane_arrive_in_the_order_they_were_asked_and_hold_up_no_others(
    station: Station, qtbot: QtBot
) -> None:
    for verb in ("close-entry", "open-entry"):
        station.orders.ask(verb, {}, station.heard.append, lane="front")
    station.orders.ask("open-day")
    assert paths(station) == ["/entry/close", "/day/open"]
    station.line.answer(AWAY)
    station.line.answer(DONE)
    qtbot.waitUntil(lambda: paths(station) == ["/entry/close"])
    station.line.answer(REFUSED)
    assert paths(station) == ["/entry/open"]
    station.line.answer(DONE)
    assert station.heard == [REFUSED, DONE]
    station.orders.ask("close-entry", lane="front")
    assert paths(station) == ["/entry/close"]


def test_kept_orders_go_one_at_a_time_in_the_order_they_were_made(station: Station) -> None:
    for ticket in ("t-1", "t-2"):
        station.keep("issue", {"ticket": ticket, "theme": "emploi"})
        station.keep("withdraw", {"ticket": ticket})
    went = []
    while station.line.held:
        assert len(station.line.held) == 1
        went.append(station.line.answer(DONE).path)
    assert went == ["/tickets", "/tickets/t-1/withdraw", "/tickets", "/tickets/t-2/withdraw"]
    assert len(station.heard) == 4
    assert station.outbox.orders == ()


def test_one_order_that_the_hub_fails_at_holds_up_none_of_another_ticket(station: Station, qtbot: QtBot) -> None:
    station.keep("issue", {"ticket": "t-1", "theme": "emploi"})
    station.keep("withdraw", {"ticket": "t-1"})
    station.keep("withdraw", {"ticket": "t-2"})
    station.line.answer(BROKEN)
    assert paths(station) == ["/tickets/t-2/withdraw"]
    station.line.answer(DONE)
    qtbot.waitUntil(lambda: paths(station) == ["/tickets"])
    station.line.answer(DONE)
    assert paths(station) == ["/tickets/t-1/withdraw"]


def test_while_the_hub_is_away_one_order_looks_for_it_and_is_sent_at_once_when_it_is_heard(
    station: Station, qtbot: QtBot
) -> None:
    station.keep("withdraw", {"ticket": "t-1"})
    station.keep("withdraw", {"ticket": "t-2"})
    key = station.line.answer(AWAY).key
    qtbot.waitUntil(lambda: len(station.line.held) == 1)
    assert station.line.answer(AWAY).key == key
    station.line.come()
    assert paths(station) == ["/tickets/t-1/withdraw"]


def test_what_was_asked_for_once_and_is_kept_goes_on_under_its_key_and_is_new_next_time(station: Station) -> None:
    wish = {"theme": "emploi"}
    station.orders.ask("issue", wish, once=True, patience_ms=0)
    key = station.line.answer(AWAY).key
    station.keep("issue", wish)
    station.orders.ask("issue", wish, once=True, patience_ms=0)
    kept, new = (asked.key for asked, _ in station.line.held)
    assert (kept, new != key) == (key, True)


def test_what_a_process_left_is_sent_by_the_next_one_under_its_key_and_with_its_time(
    qapp: object, tmp_path: Path
) -> None:
    file = tmp_path / "orders.jsonl"
    before = Station(file)
    before.keep("paper", {"ticket": "t-1", "came": False})
    before.keep("withdraw", {"ticket": "t-2"})
    key = before.line.answer(AWAY).key
    before.die()
    after = Station(file, NOW + timedelta(hours=2))
    assert after.line.held == []
    after.line.come()
    sent = after.line.answer(DONE)
    assert (sent.key, sent.path, sent.body, sent.made_at) == (
        key,
        "/tickets/t-1/paper",
        {"came": False},
        NOW.isoformat(),
    )
    after.die()
    last = Station(file, NOW + timedelta(hours=3))
    last.line.come()
    assert paths(last) == ["/tickets/t-2/withdraw"]
    last.line.answer(REFUSED)
    assert not file.exists()
    last.die()


def test_an_order_whose_day_is_over_is_given_up(station: Station) -> None:
    station.keep("withdraw", {"ticket": "t-1"})
    station.now += timedelta(hours=25)
    station.line.answer(AWAY)
    assert (station.heard, station.outbox.orders, station.line.held) == ([AWAY], (), [])


STEPS = st.one_of(
    st.tuples(st.just("keep"), st.integers(1, 3)),
    st.tuples(st.just("answer"), st.sampled_from([AWAY, BROKEN, DONE, REFUSED])),
    st.just(("come", None)),
    st.just(("die", None)),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=30))
def test_whatever_dies_each_kept_order_is_decided_once_and_each_tickets_in_their_order(
    qapp: object, tmp_path: Path, steps: list[tuple[str, Any]]
) -> None:
    file = tmp_path / "orders.jsonl"
    file.unlink(missing_ok=True)
    station = Station(file)
    asked: dict[str, list[str]] = {}
    decided: dict[str, list[str]] = {}
    keys: dict[str, tuple[str, str | None]] = {}

    def answer(reply: Reply) -> None:
        request = station.line.answer(reply)
        assert keys.setdefault(request.key, (request.path, request.made_at)) == (request.path, request.made_at)
        if reply.is_decided:
            ticket = request.path.split("/")[2]
            assert request.key not in decided.setdefault(ticket, [])
            decided[ticket].append(request.key)

    for act, about in (*steps, ("die", None)):
        match act:
            case "keep":
                station.keep("withdraw", {"ticket": f"t-{about}"})
                asked.setdefault(f"t-{about}", []).append(station.outbox.orders[-1].key)
            case "answer" if station.line.held:
                answer(about)
            case "come":
                station.line.come()
            case "die":
                station.die()
                station = Station(file)
    station.line.come()
    while station.line.held:
        answer(DONE)
    assert decided == asked
    assert not file.exists()
    station.die()
