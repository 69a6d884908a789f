"""Memory of hub, stations and a bare window, at rest and after 200 tickets; of kiosk and display over 10,000."""

from __future__ import annotations

from pathlib import Path
from statistics import linear_regression

import psutil

from tests.bench.processes import COUNTERS, Caller, bench_site, child, hear, hear_json, wait_until_quiet
from tests.bench.report import Figure, at_most
from tests.tools.hub import RunningHub

TICKETS = 200
VISITORS = 10_000
WARM_UP = 0.2
"""The share of the visitors after which caches are full and growth would be growth."""
KB_A_THOUSAND = 100.0
"""At most: a whole year of a large Cité (300,000 visitors) would then cost a station less than 30 MB."""
MEGABYTE = 1_000_000
HUB_MB = 50.0
KIOSK_TO_BARE = 1.25
"""At most: the kiosk's memory against that of a bare QML window with Controls."""


def memory(folder: Path, quick: bool) -> Figure:
    """RSS counts shared libraries in full for each process, PSS shares them out. Megabytes."""
    tickets = 20 if quick else TICKETS
    with (
        RunningHub(folder / "data", bench_site(folder)) as hub,
        child("-m", "tests.bench.bare_window") as bare,
        child("-m", "cdm_kiosk", "kiosk", "--windowed", *hub.reached("kiosk")) as kiosk,
        child("-m", "cdm_kiosk", "display", "--windowed", *hub.reached("display")) as display,
        child("-m", "cdm_kiosk", "advisor", *hub.reached("advisor"), "--counter", COUNTERS[0]) as advisor,
        child("-m", "cdm_kiosk", "reception", *hub.reached("reception")) as reception,
    ):
        assert hear(bare) == "shown"
        stations = {"bare": bare, "kiosk": kiosk, "display": display, "advisor": advisor, "reception": reception}
        named = {"hub": hub.pid, **{name: process.pid for name, process in stations.items()}}
        processes = {name: psutil.Process(pid) for name, pid in named.items()}
        wait_until_quiet([*processes.values()])
        # The hub's forecaster is a process of its own, there once the first forecast was made.
        (processes["forecaster"],) = processes["hub"].children()
        before = {name: _megabytes(process) for name, process in processes.items()}
        caller = Caller(hub.port)
        caller.open_shifts()
        for at in range(tickets):
            caller("POST", "/tickets", {"theme": "emploi"})
            path = f"/counters/{COUNTERS[at % len(COUNTERS)]}"
            for act in ("call-next", "start", "finish"):
                caller("POST", f"{path}/{act}")
        caller.close()
        wait_until_quiet([*processes.values()])
        after = {name: _megabytes(process) for name, process in processes.items()}
    return {
        "tickets": tickets,
        "after_start_mb": before,
        "after_tickets_mb": after,
        "hub_pss_mb": at_most(after["hub"]["pss"], HUB_MB),
        "kiosk_pss_to_bare": at_most(before["kiosk"]["pss"] / before["bare"]["pss"], KIOSK_TO_BARE),
    }


def display_slope(_folder: Path, quick: bool) -> Figure:
    """How the memory of a display that says its calls grows."""
    return _slope("tests.bench.display_weeks", quick)


def kiosk_slope(_folder: Path, quick: bool) -> Figure:
    """How the memory of a kiosk grows whose visitors all listen."""
    return _slope("tests.bench.kiosk_weeks", quick)


def _slope(module: str, quick: bool) -> Figure:
    """How many kilobytes the memory grows by for 1,000 visitors: least squares, after a warm-up."""
    visitors = VISITORS // 20 if quick else VISITORS
    every = visitors // 20
    with child("-m", module, str(visitors), str(every)) as weeks:
        seen = [hear_json(weeks) for _ in range(20)]
    after = [(at / 1000, rss / 1000) for at, rss in seen if at > WARM_UP * visitors]
    slope = linear_regression(*zip(*after, strict=True)).slope
    figure: Figure = {
        "visitors": visitors,
        "rss_mb": [round(rss / MEGABYTE, 1) for _, rss in seen],
        "kb_a_thousand_visitors": round(slope, 1) if quick else at_most(slope, KB_A_THOUSAND),
    }
    return figure


def _megabytes(process: psutil.Process) -> dict[str, float]:
    full = process.memory_full_info()
    # Only Linux tells the proportional share.
    shared_out = getattr(full, "pss", full.rss)
    return {"rss": round(full.rss / MEGABYTE, 1), "pss": round(shared_out / MEGABYTE, 1)}
