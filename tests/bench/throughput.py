"""Tickets and calls a second of the real hub, beside a bare FastAPI application with one durable insert a request.

Rounds alternate between the two, so that what else the machine does falls on both.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from cdm_kiosk.station.supervisor import free_port
from tests.bench.processes import COUNTERS, Caller, bench_site, child, hear, hear_json, say
from tests.bench.report import Figure, at_least, at_most, spread
from tests.tools.hub import RunningHub

THEMES = ("orientation", "formation", "emploi", "evolution", "creation")
WORST_P99_MS = 25
LEAST_RATIO = 0.5


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of requests gave."""

    per_s: float
    latencies_s: dict[str, list[float]]


@contextmanager
def two_servers(folder: Path) -> Iterator[tuple[Caller, int, int]]:
    """A hub and the bare application, on the same disk: a caller to the hub, then both ports."""
    (folder / "bare").mkdir()
    bare_port = free_port()
    bare = child("-m", "tests.bench.bare_hub", str(folder / "bare"), str(bare_port))
    with RunningHub(folder / "hub", bench_site(folder)) as hub, bare as process:
        hear(process)
        caller = Caller(hub.port)
        caller.open_shifts()
        yield caller, hub.port, bare_port
        caller.close()


def issue(folder: Path, quick: bool) -> Figure:
    """Tickets a second."""

    def prepare(_caller: Caller, _requests: int) -> None:
        pass

    return _compare(folder, quick, prepare, lambda _client: [_issue_step(THEMES[_client % 5])], "issue")


def call_next(folder: Path, quick: bool) -> Figure:
    """Calls, starts and finishes a second, every client at a counter of its own; latency of the calls alone."""

    def prepare(caller: Caller, requests: int) -> None:
        _round(caller.port, 8, requests // 8 + 1, lambda _client: [_issue_step("emploi")])

    def steps(client: int) -> list[list[str]]:
        path = f"/api/v1/counters/{COUNTERS[client]}"
        return [[act, "POST", f"{path}/{act}", ""] for act in ("call-next", "start", "finish")]

    return _compare(folder, quick, prepare, steps, "call-next")


def _compare(
    folder: Path,
    quick: bool,
    prepare: Callable[[Caller, int], None],
    steps: Callable[[int], list[list[str]]],
    judged: str,
) -> Figure:
    figure: Figure = {}
    with two_servers(folder) as (caller, hub_port, bare_port):
        for clients in (1, 8):
            each = 60 if quick else 240
            repeat = each // len(steps(0)) // (1 if clients == 1 else 2)
            hub_rounds: list[Round] = []
            bare_rounds: dict[str, list[Round]] = {"/loop": [], "/threads": []}
            for _ in range(3 if quick else 12):
                caller.new_day()
                prepare(caller, clients * repeat)
                hub_rounds.append(_round(hub_port, clients, repeat, steps))
                for path, rounds in bare_rounds.items():
                    rounds.append(_round(bare_port, clients, repeat * len(steps(0)), _insert_at(path)))
            figure[f"clients_{clients}"] = _beside(hub_rounds, bare_rounds, judged, clients)
    return figure


def _beside(hub: list[Round], bare: dict[str, list[Round]], judged: str, clients: int) -> Figure:
    # The first rounds only warm up.
    hub_latency = spread([each for one in hub[1:] for each in one.latencies_s[judged]])
    compared: Figure = {"hub": {"per_s": round(median(each.per_s for each in hub[1:])), "latency": hub_latency}}
    for name, path in (("bare", "/loop"), ("bare_in_threads", "/threads")):
        rounds = bare[path][1:]
        compared[name] = {
            "per_s": round(median(each.per_s for each in rounds)),
            "latency": spread([each for one in rounds for each in one.latencies_s["issue"]]),
        }
    compared["ratio"] = at_least(_ratio(hub, bare["/loop"]), LEAST_RATIO)
    compared["ratio_to_threads"] = round(_ratio(hub, bare["/threads"]), 3)
    if clients == 8:
        p99_ms = hub_latency["p99_ms"]
        assert isinstance(p99_ms, float)
        compared["p99_ms"] = at_most(p99_ms, WORST_P99_MS)
    return compared


def _ratio(hub: list[Round], bare: list[Round]) -> float:
    return median(ours.per_s / theirs.per_s for ours, theirs in zip(hub[1:], bare[1:], strict=True))


def _insert_at(path: str) -> Callable[[int], list[list[str]]]:
    return lambda _client: [_issue_step("emploi", path)]


def _issue_step(theme: str, path: str = "/api/v1/tickets") -> list[str]:
    return ["issue", "POST", path, json.dumps({"theme": theme, "language": "fr"})]


def _round(port: int, clients: int, repeat: int, steps: Callable[[int], list[list[str]]]) -> Round:
    plan = {"port": port, "clients": [{"steps": steps(client), "repeat": repeat} for client in range(clients)]}
    with child("-m", "tests.bench.load") as process:
        say(process, json.dumps(plan))
        seen: dict[str, Any] = hear_json(process)
    refused = {status: count for status, count in seen["statuses"].items() if status not in ("200", "201")}
    if refused:
        raise RuntimeError(f"requests were not answered as they should: {refused}")
    return Round(sum(seen["statuses"].values()) / seen["wall_s"], seen["latencies_s"])
