"""From a call that was answered to its number on the display, while fifty others listen to the hub."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.processes import COUNTERS, Caller, bench_site, child, hear
from tests.bench.report import Figure, at_most, quantile, spread
from tests.tools.hub import RunningHub

LISTENERS = 50


def call_to_display(folder: Path, quick: bool) -> Figure:
    """One call after the other at alternating counters; the display is a window in a process of its own."""
    calls = 30 if quick else 300
    from_answer, from_touch = [], []
    with (
        RunningHub(folder / "data", bench_site(folder)) as hub,
        child("-m", "tests.bench.listeners", str(hub.port), str(LISTENERS), hub.place("reception")[1]) as others,
        child("-m", "tests.bench.display_probe", *hub.place("display")) as display,
    ):
        hear(others)
        caller = Caller(hub.port)
        caller.open_shifts()
        for _ in range(calls + 1):
            caller("POST", "/tickets", {"theme": "emploi"})
        while hear(display) != "ready":
            pass
        for at in range(calls + 1):
            counter = COUNTERS[at % len(COUNTERS)]
            asked = time.perf_counter()
            number = caller("POST", f"/counters/{counter}/call-next")["ticket"]["number"]
            answered = time.perf_counter()
            if at == 0:
                assert hear(display) == "found"
            else:
                shown, at_s = hear(display).split()
                if int(shown) != number:
                    raise RuntimeError(f"{number} was called and {shown} is shown")
                from_answer.append(float(at_s) - answered)
                from_touch.append(float(at_s) - asked)
            caller("POST", f"/counters/{counter}/start")
            caller("POST", f"/counters/{counter}/finish")
        caller.close()
    return {
        "listeners": LISTENERS,
        "answered_to_shown": spread(from_answer),
        "asked_to_shown": spread(from_touch),
        "p50_ms": at_most(1000 * quantile(from_answer, 0.5), 10),
        "p99_ms": at_most(1000 * quantile(from_answer, 0.99), 50),
    }
