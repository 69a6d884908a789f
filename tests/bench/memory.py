"""Memory of the hub and of each station, at rest after their start and after 200 tickets were issued and called."""

from __future__ import annotations

from pathlib import Path

import psutil

from tests.bench.processes import COUNTERS, Caller, bench_site, child, wait_until_quiet
from tests.bench.report import Figure
from tests.tools.hub import RunningHub

TICKETS = 200
MEGABYTE = 1_000_000


def memory(folder: Path, quick: bool) -> Figure:
    """RSS counts shared libraries in full for each process, PSS shares them out. Megabytes."""
    tickets = 20 if quick else TICKETS
    with (
        RunningHub(folder / "data", bench_site(folder)) as hub,
        child("-m", "cdm_kiosk", "kiosk", "--windowed", "--hub", hub.url) as kiosk,
        child("-m", "cdm_kiosk", "display", "--windowed", "--hub", hub.url) as display,
        child("-m", "cdm_kiosk", "advisor", "--hub", hub.url, "--counter", COUNTERS[0]) as advisor,
        child("-m", "cdm_kiosk", "reception", "--hub", hub.url) as reception,
    ):
        stations = {"kiosk": kiosk, "display": display, "advisor": advisor, "reception": reception}
        named = {"hub": hub.pid, **{name: process.pid for name, process in stations.items()}}
        processes = {name: psutil.Process(pid) for name, pid in named.items()}
        wait_until_quiet([*processes.values()])
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
    return {"tickets": tickets, "after_start_mb": before, "after_tickets_mb": after}


def _megabytes(process: psutil.Process) -> dict[str, float]:
    full = process.memory_full_info()
    # Only Linux tells the proportional share.
    shared_out = getattr(full, "pss", full.rss)
    return {"rss": round(full.rss / MEGABYTE, 1), "pss": round(shared_out / MEGABYTE, 1)}
