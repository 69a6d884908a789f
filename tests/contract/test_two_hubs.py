"""Two hubs on one data folder: the log's position is the only lock, and it holds."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from tests.contract.listening import listen
from tests.tools.hub import RunningHub


@pytest.fixture
def two_hubs(tmp_path: Path) -> Iterator[tuple[RunningHub, RunningHub]]:
    with RunningHub(tmp_path / "data") as first, RunningHub(tmp_path / "data") as second:
        yield first, second


def test_two_hubs_never_give_the_same_number(two_hubs: tuple[RunningHub, RunningHub]) -> None:
    with ThreadPoolExecutor(8) as visitors:
        numbers = list(visitors.map(lambda turn: two_hubs[turn % 2].issue("emploi")["number"], range(60)))
    assert sorted(numbers) == list(range(1, 61))


def test_two_hubs_never_call_the_same_visitor(two_hubs: tuple[RunningHub, RunningHub]) -> None:
    for _ in range(20):
        two_hubs[0].issue("emploi")
    # Each hub hears of the other's events when it writes.
    two_hubs[1].issue("emploi")

    def visit(turn: int) -> int:
        # Counter 2 has emploi as its own theme, counter 1 helps with it; one hub each.
        hub, counter = two_hubs[turn % 2], "12"[turn % 2]
        number: int = hub.post(f"/counters/{counter}/call-next").json()["ticket"]["number"]
        hub.post(f"/counters/{counter}/no-show")
        return number

    def visits(turn: int) -> list[int]:
        return [visit(turn) for _ in range(8)]

    with ThreadPoolExecutor(2) as advisors:
        called = [number for numbers in advisors.map(visits, range(2)) for number in numbers]
    assert len(called) == len(set(called)) == 16


def test_a_command_sent_again_to_the_other_hub_is_carried_out_once(two_hubs: tuple[RunningHub, RunningHub]) -> None:
    first, second = two_hubs
    key = uuid4().hex
    body = {"theme": "emploi", "language": "fr"}
    issued = first.post("/tickets", body, key)
    again = second.post("/tickets", body, key)
    assert (issued.status_code, again.status_code) == (201, 200)
    assert issued.content == again.content
    assert len(second.state()["tickets"]) == 1


def test_a_day_closed_by_one_hub_is_forgotten_by_the_other(two_hubs: tuple[RunningHub, RunningHub]) -> None:
    first, second = two_hubs
    key = uuid4().hex
    old = second.post("/tickets", {"theme": "emploi"}, key).json()
    position = second.state()["position"] - 1
    first.issue("emploi")
    first.post("/day/close")
    first.post("/day/open")
    assert second.issue("emploi")["number"] == 3
    with listen(f"{second.api}/events", position) as feed:
        assert feed.event().kind == "reset"
    new = second.post("/tickets", {"theme": "emploi"}, key).json()
    assert new["id"] != old["id"]
    assert new["number"] == 4
    assert [ticket["number"] for ticket in second.state()["tickets"]] == [3, 4]
