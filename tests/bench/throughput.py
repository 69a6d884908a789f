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

from cdm_kiosk.apps.supervisor import free_port
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
            hub_rounds, bare_rounds = [], []
            for at in range(3 if quick else 10):
                caller.new_day()
                prepare(caller, clients * repeat)
                hub = _round(hub_port, clients, repeat, steps)
                bare = _round(bare_port, clients, repeat * len(steps(0)), lambda _client: [_issue_step("emploi")])
                # The first pair only warms up.
                if at:
                    hub_rounds.append(hub)
                    bare_rounds.append(bare)
            figure[f"clients_{clients}"] = _beside(hub_rounds, bare_rounds, judged, clients)
    return figure


def _beside(hub: list[Round], bare: list[Round], judged: str, clients: int) -> Figure:
    ratio = median(ours.per_s / theirs.per_s for ours, theirs in zip(hub, bare, strict=True))
    hub_latency = spread([each for one in hub for each in one.latencies_s[judged]])
    bare_latency = spread([each for one in bare for each in one.latencies_s["issue"]])
    compared: Figure = {
        "hub": {"per_s": round(median(each.per_s for each in hub)), "latency": hub_latency},
        "bare": {"per_s": round(median(each.per_s for each in bare)), "latency": bare_latency},
        "ratio": at_least(ratio, LEAST_RATIO),
    }
    if clients == 8:
        p99_ms = hub_latency["p99_ms"]
        assert isinstance(p99_ms, float)
        compared["p99_ms"] = at_most(p99_ms, WORST_P99_MS)
    return compared


def _issue_step(theme: str) -> list[str]:
    return ["issue", "POST", "/api/v1/tickets", json.dumps({"theme": theme, "language": "fr"})]


def _round(port: int, clients: int, repeat: int, steps: Callable[[int], list[list[str]]]) -> Round:
    plan = {"port": port, "clients": [{"steps": steps(client), "repeat": repeat} for client in range(clients)]}
    with child("-m", "tests.bench.load") as process:
        say(process, json.dumps(plan))
        seen: dict[str, Any] = hear_json(process)
    refused = {status: count for status, count in seen["statuses"].items() if status not in ("200", "201")}
    if refused:
        raise RuntimeError(f"requests were not answered as they should: {refused}")
    return Round(sum(seen["statuses"].values()) / seen["wall_s"], seen["latencies_s"])
