"""Tickets and calls a second of the real hub, beside references of a few lines with one durable insert a request.

Rounds alternate between them, so that what else the machine does falls on all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from cdm_kiosk.station.supervisor import free_port
from tests.bench.processes import COUNTERS, Caller, bench_site, child, hear, hear_json, say
from tests.bench.report import Figure, at_least, at_most, quantile, spread
from tests.tools.hub import RunningHub, token_of

THEMES = ("orientation", "formation", "emploi", "evolution", "creation")
WORST_P99_MS = 25
LEAST_RATIO = {"issue": 0.9, "call-next": 0.8}
"""With one client, against the bare application."""
LEAST_RATIO_OF_EIGHT = 0.5
LEAST_TO_COUNTER = {8: 3.0, 64: 6.0}
CROWDS = (1, 8, 64)
WAITING = 5000
LEAST_FLAT, WORST_P99_GROWTH = 0.9, 2.0


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of requests gave."""

    per_s: float
    latencies_s: dict[str, list[float]]


References = Mapping[str, tuple[int, str]]
"""The port and path of each application beside the hub, by name."""


@contextmanager
def servers(folder: Path) -> Iterator[tuple[Caller, References]]:
    """A hub and the references, on the same disk: a caller to the hub, and where the others are."""
    ports = {"bare_hub": free_port(), "flask_counter": free_port()}
    for name in ports:
        (folder / name).mkdir()
    bare, counter = (
        child("-m", f"tests.bench.{name}", str(folder / name), str(port)) for name, port in ports.items()
    )
    with RunningHub(folder / "hub", bench_site(folder)) as hub, bare as one, counter as other:
        hear(one)
        hear(other)
        caller = Caller(hub.port)
        caller.open_shifts()
        yield (
            caller,
            {
                "bare": (ports["bare_hub"], "/loop"),
                "bare_in_threads": (ports["bare_hub"], "/threads"),
                "counter": (ports["flask_counter"], "/tickets"),
            },
        )
        caller.close()


def issue(folder: Path, quick: bool) -> Figure:
    """Tickets a second."""

    def prepare(_caller: Caller, _requests: int) -> None:
        pass

    return _compare(folder, quick, prepare, _any_theme, "issue", CROWDS)


def _any_theme(client: int) -> list[list[str]]:
    return [_issue_step(THEMES[client % len(THEMES)])]


def waiting(folder: Path, quick: bool) -> Figure:
    """Tickets a second and their p99 at a hub where thousands wait, beside one whose floor is empty."""
    many, each, rounds = (WAITING // 5, 64, 6) if quick else (WAITING, 256, 12)
    figure: Figure = {"waiting": many}
    site = bench_site(folder)
    with RunningHub(folder / "empty", site) as empty, RunningHub(folder / "full", site) as full:
        caller, filler = Caller(empty.port), Caller(full.port)
        filler.open_shifts()
        _round(full.port, 8, many // 8, _any_theme)
        for crowd in CROWDS:
            seen: dict[int, list[Round]] = {empty.port: [], full.port: []}
            for _ in range(rounds):
                caller.new_day()
                for port, them in seen.items():
                    them.append(_round(port, crowd, max(1, each // crowd), _any_theme))
            few, crowded = seen[empty.port][1:], seen[full.port][1:]
            p99_ms = [1000 * quantile(_latencies(them), 0.99) for them in (few, crowded)]
            figure[f"clients_{crowd}"] = {
                "per_s_empty": round(median(one.per_s for one in few)),
                "per_s": round(median(one.per_s for one in crowded)),
                "p99_ms_empty": round(p99_ms[0], 2),
                "p99_ms": round(p99_ms[1], 2),
                "flat": at_least(_ratio(crowded, few), LEAST_FLAT),
                "p99_growth": at_most(p99_ms[1] / p99_ms[0], WORST_P99_GROWTH),
            }
        caller.close()
        filler.close()
    return figure


def _latencies(rounds: list[Round]) -> list[float]:
    return [each for one in rounds for each in one.latencies_s["issue"]]


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
    crowds: tuple[int, ...] = (1, 8),
) -> Figure:
    figure: Figure = {}
    with servers(folder) as (caller, references):
        for clients in crowds:
            each = 60 if quick else 240
            repeat = max(1, each // len(steps(0)) // (1 if clients == 1 else clients // 4))
            hub_rounds: list[Round] = []
            others: dict[str, list[Round]] = {name: [] for name in references}
            for _ in range(3 if quick else 12):
                caller.new_day()
                prepare(caller, clients * repeat)
                hub_rounds.append(_round(caller.port, clients, repeat, steps))
                for name, (port, path) in references.items():
                    others[name].append(_round(port, clients, repeat * len(steps(0)), _insert_at(path)))
            figure[f"clients_{clients}"] = _beside(hub_rounds, others, judged, clients)
    return figure


def _beside(hub: list[Round], others: Mapping[str, list[Round]], judged: str, clients: int) -> Figure:
    # The first rounds only warm up.
    hub_latency = spread([each for one in hub[1:] for each in one.latencies_s[judged]])
    compared: Figure = {"hub": {"per_s": round(median(each.per_s for each in hub[1:])), "latency": hub_latency}}
    for name, rounds in others.items():
        compared[name] = {
            "per_s": round(median(each.per_s for each in rounds[1:])),
            "latency": spread(_latencies(rounds[1:])),
        }
    wanted = LEAST_RATIO[judged] if clients == 1 else LEAST_RATIO_OF_EIGHT
    compared["ratio"] = at_least(_ratio(hub[1:], others["bare"][1:]), wanted)
    compared["ratio_to_threads"] = round(_ratio(hub[1:], others["bare_in_threads"][1:]), 3)
    to_counter = _ratio(hub[1:], others["counter"][1:])
    is_judged = judged == "issue" and clients in LEAST_TO_COUNTER
    compared["ratio_to_counter"] = (
        at_least(to_counter, LEAST_TO_COUNTER[clients]) if is_judged else round(to_counter, 3)
    )
    if clients == 8:
        p99_ms = hub_latency["p99_ms"]
        assert isinstance(p99_ms, float)
        compared["p99_ms"] = at_most(p99_ms, WORST_P99_MS)
    return compared


def _ratio(hub: list[Round], other: list[Round]) -> float:
    """The median of hub / other, round by round."""
    return median(ours.per_s / theirs.per_s for ours, theirs in zip(hub, other, strict=True))


def _insert_at(path: str) -> Callable[[int], list[list[str]]]:
    return lambda _client: [_issue_step("emploi", path)]


def _issue_step(theme: str, path: str = "/api/v1/tickets") -> list[str]:
    return ["issue", "POST", path, json.dumps({"theme": theme, "language": "fr"})]


def _round(port: int, clients: int, repeat: int, steps: Callable[[int], list[list[str]]]) -> Round:
    tokens = {role: token_of(f"http://127.0.0.1:{port}", role) for role in ("kiosk", "reception")}
    plan = {
        "port": port,
        "tokens": tokens,
        "clients": [{"steps": steps(client), "repeat": repeat} for client in range(clients)],
    }
    with child("-m", "tests.bench.load") as process:
        say(process, json.dumps(plan))
        seen: dict[str, Any] = hear_json(process)
    refused = {status: count for status, count in seen["statuses"].items() if status not in ("200", "201")}
    if refused:
        raise RuntimeError(f"requests were not answered as they should: {refused}")
    return Round(sum(seen["statuses"].values()) / seen["wall_s"], seen["latencies_s"])
