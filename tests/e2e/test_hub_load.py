"""Many at once, and power cuts in the middle: numbers stay dense, nobody is called twice, nothing kept is lost."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.contract.listening import Frame, listen
from tests.tools.hub import RunningHub, ask, shown

THEMES = ("orientation", "formation", "emploi", "evolution", "creation")
COUNTERS = ("1", "2", "3", "4", "5", "6")
PATIENCE_S = 60.0
REFUSALS = {"nobody_waiting", "counter_busy", "nobody_called", "nobody_received"}
KILLS = 50


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub whose six counters all receive for every theme."""
    with RunningHub(tmp_path / "data") as running:
        for counter in COUNTERS:
            shift = {"themes": list(THEMES), "languages": ["fr", "en", "es"]}
            answer = ask("PUT", f"{running.api}/counters/{counter}/shift", {"Idempotency-Key": counter}, json=shift)
            assert answer.status_code == 200
        yield running


def whole_log(hub: RunningHub) -> list[Frame]:
    """Everything the hub remembers of the day, as a station that was away hears it."""
    position = hub.state()["position"]
    with listen(f"{hub.api}/events", 0) as feed:
        frames = feed.events(position)
    assert [int(frame.id or 0) for frame in frames] == list(range(1, position + 1))
    return frames


def of_kind(frames: list[Frame], kind: str) -> list[dict[str, Any]]:
    return [frame.content for frame in frames if frame.kind == kind]


@dataclass
class Person:
    """Somebody at a station: one connection of their own, every answer kept."""

    hub: RunningHub
    client: httpx.Client
    answers: list[httpx.Response] = field(default_factory=list)

    def ask(self, path: str, body: dict[str, Any] | None = None, key: str | None = None) -> httpx.Response:
        url = self.hub.api + path
        headers = {"Idempotency-Key": key or uuid4().hex, **shown("POST", url)}
        answer = self.client.post(url, json=body, headers=headers)
        self.answers.append(answer)
        return answer


def at_once(hub: RunningHub, stories: list[Callable[[Person], None]]) -> list[httpx.Response]:
    """Everybody lives their story at the same time; returns every answer anybody got."""
    ready = threading.Barrier(len(stories))
    with ExitStack() as stack:
        people = [Person(hub, stack.enter_context(httpx.Client(timeout=PATIENCE_S, verify=False))) for _ in stories]

        def live(person: Person, story: Callable[[Person], None]) -> None:
            ready.wait(PATIENCE_S)
            story(person)

        with ThreadPoolExecutor(len(stories)) as crowd:
            for lived in [crowd.submit(live, *pair) for pair in zip(people, stories, strict=True)]:
                lived.result()
    return [answer for person in people for answer in person.answers]


@pytest.mark.parametrize(("clients", "tickets_each"), [(8, 40), (64, 5)])
def test_many_take_and_six_call_and_no_number_or_visitor_comes_twice(
    hub: RunningHub, clients: int, tickets_each: int
) -> None:
    expected = clients * tickets_each
    received: list[str] = []

    def takes(person: Person) -> None:
        for turn in range(tickets_each):
            person.ask("/tickets", {"theme": THEMES[turn % len(THEMES)], "language": ("fr", "en", "es")[turn % 3]})

    def receives(counter: str) -> Callable[[Person], None]:
        def advise(person: Person) -> None:
            deadline = time.monotonic() + PATIENCE_S
            while len(received) < expected:
                assert time.monotonic() < deadline, f"only {len(received)} of {expected} were received"
                called = person.ask(f"/counters/{counter}/call-next")
                if called.status_code == 200:
                    assert person.ask(f"/counters/{counter}/start").status_code == 200
                    assert person.ask(f"/counters/{counter}/finish").status_code == 200
                    received.append(called.json()["ticket"]["id"])

        return advise

    with listen(f"{hub.api}/events", hub.state()["position"], audience="public") as display:
        answers = at_once(hub, [takes] * clients + [receives(counter) for counter in COUNTERS])
        shown = [display.event().content["number"] for _ in range(expected)]
    codes = Counter(
        answer.json()["code"] if answer.status_code >= 400 else str(answer.status_code) for answer in answers
    )
    assert set(codes) <= {"200", "201", "nobody_waiting"}, codes
    issued = [answer.json() for answer in answers if answer.status_code == 201]
    assert sorted(ticket["number"] for ticket in issued) == list(range(1, expected + 1))
    assert len({ticket["id"] for ticket in issued}) == expected
    assert len(received) == len(set(received)) == expected
    # The display showed each call once, in the order of the log.
    frames = whole_log(hub)
    assert shown == [event["number"] for event in of_kind(frames, "ticket_called")]
    assert sorted(shown) == list(range(1, expected + 1))
    assert [event["number"] for event in of_kind(frames, "ticket_issued")] == list(range(1, expected + 1))


def test_of_64_calls_at_one_counter_at_the_same_moment_one_is_carried_out(hub: RunningHub) -> None:
    for _ in range(3):
        hub.issue("emploi")
    answers = at_once(hub, [lambda person: void(person.ask("/counters/2/call-next"))] * 64)
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 63}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"counter_busy"}
    assert sorted(ticket["state"] for ticket in hub.state()["tickets"]) == ["called", "waiting", "waiting"]


def void(_answer: httpx.Response) -> None:
    """A story has no end that anybody needs."""


def test_of_six_counters_that_want_the_last_visitor_one_wins(hub: RunningHub) -> None:
    for _ in range(20):
        issued = hub.issue("emploi")
        stories = [
            lambda person, counter=counter: void(person.ask(f"/counters/{counter}/call-next"))
            for counter in COUNTERS
        ]
        answers = at_once(hub, stories)
        won = [answer.json()["ticket"] for answer in answers if answer.status_code == 200]
        assert [ticket["id"] for ticket in won] == [issued["id"]]
        assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"nobody_waiting"}
        hub.post(f"/counters/{won[0]['counter']}/start")
        hub.post(f"/counters/{won[0]['counter']}/finish")


def test_a_double_tap_is_one_ticket(hub: RunningHub) -> None:
    keys = [uuid4().hex for _ in range(50)]

    def taps(person: Person) -> None:
        for key in keys:
            person.ask("/tickets", {"theme": "emploi", "language": "fr"}, key)

    answers = at_once(hub, [taps, taps])
    assert Counter(answer.status_code for answer in answers) == {201: 50, 200: 50}
    assert Counter(Counter(answer.content for answer in answers).values()) == {2: 50}
    assert sorted(ticket["number"] for ticket in hub.state()["tickets"]) == list(range(1, 51))


def test_whatever_everybody_tries_at_once_is_done_or_refused_with_a_code(hub: RunningHub) -> None:
    def tries(seed: int) -> Callable[[Person], None]:
        def story(person: Person) -> None:
            dice = random.Random(seed)
            mine: list[str] = []
            for _ in range(25):
                verb = dice.choice(
                    ["take", "take", "call-next", "start", "finish", "no-show", "recall", "back", "withdraw"]
                )
                if verb == "take":
                    mine.append(person.ask("/tickets", {"theme": dice.choice(THEMES)}).json()["id"])
                elif verb in ("back", "withdraw"):
                    if mine:
                        person.ask(f"/tickets/{dice.choice(mine)}/{verb}")
                else:
                    person.ask(f"/counters/{dice.choice(COUNTERS)}/{verb}")

        return story

    answers = at_once(hub, [tries(seed) for seed in range(16)])
    codes = {answer.json()["code"] for answer in answers if answer.status_code >= 400}
    assert codes <= REFUSALS | {"ticket_not_absent", "ticket_over", "ticket_in_interview"}
    frames = whole_log(hub)
    in_line: set[str] = set()
    for frame in frames:
        match frame.kind:
            case "ticket_issued" | "ticket_back":
                in_line.add(frame.content["ticket"])
            case "ticket_called":
                # Whoever is called stands in line: nobody twice, nobody who left.
                in_line.remove(frame.content["ticket"])
            case "ticket_withdrawn":
                in_line.discard(frame.content["ticket"])
    times = [frame.content["at"] for frame in frames]
    assert times == sorted(times)


class Stubborn:
    """A station that sends an unanswered command again, with the same key, until it is answered."""

    def __init__(self, hub: RunningHub) -> None:
        self.hub = hub
        self.up = threading.Event()
        self.stop = threading.Event()
        self.changed = threading.Condition()
        self.answered: list[tuple[str, str, dict[str, Any]]] = []
        """Key, path and body of every success, in the order of arrival here."""
        self.sent_again = 0

    def send(self, client: httpx.Client, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        key = uuid4().hex
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            assert self.up.wait(PATIENCE_S)
            try:
                headers = {"Idempotency-Key": key, **shown("POST", self.hub.api + path)}
                answer = client.post(self.hub.api + path, json=body, headers=headers)
            except httpx.TransportError:
                self.sent_again += 1
                continue
            content: dict[str, Any] = answer.json()
            assert answer.status_code < 400 or content["code"] == "nobody_waiting", answer.text
            with self.changed:
                if answer.status_code < 400:
                    self.answered.append((key, path, content))
                self.changed.notify_all()
            return content
        raise AssertionError(f"{path} was not answered within {PATIENCE_S} s")

    def wait_for(self, more: int) -> None:
        """Until this many more commands were acknowledged."""
        with self.changed:
            enough = len(self.answered) + more
            assert self.changed.wait_for(lambda: len(self.answered) >= enough, PATIENCE_S)

    def visitor(self) -> None:
        with httpx.Client(timeout=PATIENCE_S, verify=False) as client:
            while not self.stop.is_set():
                self.send(client, "/tickets", {"theme": "emploi", "language": "fr"})

    def advisor(self, counter: str) -> None:
        with httpx.Client(timeout=PATIENCE_S, verify=False) as client:
            while not self.stop.is_set():
                if "ticket" in self.send(client, f"/counters/{counter}/call-next"):
                    self.send(client, f"/counters/{counter}/start")
                    self.send(client, f"/counters/{counter}/finish")

    def check(self, acknowledged: list[tuple[str, str, dict[str, Any]]]) -> None:
        """Every acknowledged ticket and call is in the log, in order, once."""
        frames = whole_log(self.hub)
        issued = {event["ticket"]: event["number"] for event in of_kind(frames, "ticket_issued")}
        assert list(issued.values()) == list(range(1, len(issued) + 1))
        assert len(of_kind(frames, "ticket_issued")) == len(issued)
        calls = [(event["ticket"], event["counter"]) for event in of_kind(frames, "ticket_called")]
        assert len(calls) == len({ticket for ticket, _ in calls}), "somebody was called twice"
        for _, path, content in acknowledged:
            if path == "/tickets":
                assert issued[content["id"]] == content["number"]
        for counter in COUNTERS:
            here = [
                content["ticket"]["id"]
                for _, path, content in acknowledged
                if path == f"/counters/{counter}/call-next"
            ]
            kept = [ticket for ticket, at in calls if at == counter]
            # One call at most is in the log without its answer having reached the advisor.
            assert kept[: len(here)] == here
            assert len(kept) - len(here) <= 1


def test_fifty_power_cuts_lose_and_double_nothing(hub: RunningHub) -> None:
    # Costs 50 starts of a hub, 30 s on two cores that have nothing else to do; the load between them is small.
    crowd = Stubborn(hub)
    lives = [crowd.visitor, crowd.visitor, crowd.visitor]
    with ThreadPoolExecutor(5) as threads:
        running = [threads.submit(life) for life in lives]
        running += [threads.submit(crowd.advisor, counter) for counter in "12"]
        try:
            for cut in range(KILLS):
                crowd.up.set()
                crowd.wait_for(random.Random(cut).randint(1, 15))
                crowd.up.clear()
                hub.kill()
                hub.start()
                # Read after the cut: whoever was answered just before it may have noted it a moment later.
                with crowd.changed:
                    acknowledged = list(crowd.answered)
                crowd.check(acknowledged)
        finally:
            crowd.stop.set()
            crowd.up.set()
            for life in running:
                life.result(PATIENCE_S)
    assert crowd.sent_again >= KILLS / 2, "the cuts hardly ever met a command on its way"
    crowd.check(crowd.answered)
    frames = whole_log(hub)
    # In the end everybody was answered: every key made exactly one ticket or one call.
    tickets = [content["id"] for _, path, content in crowd.answered if path == "/tickets"]
    assert len(tickets) == len(set(tickets))
    assert set(tickets) == {event["ticket"] for event in of_kind(frames, "ticket_issued")}
    calls = [content["ticket"]["id"] for _, path, content in crowd.answered if path.endswith("/call-next")]
    assert len(calls) == len(set(calls))
    assert set(calls) == {event["ticket"] for event in of_kind(frames, "ticket_called")}
