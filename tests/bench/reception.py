"""How smooth reception's overview stays while sixty visitors a minute are called out of five hundred."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.processes import COUNTERS, Caller, bench_site, child, hear, hear_json
from tests.bench.report import Figure, at_least, milliseconds, quantile
from tests.tools.hub import RunningHub

TICKETS = 500
CALLS_A_MINUTE = 60
FRAMES_A_SECOND = 30


def frames_of_the_overview(folder: Path, quick: bool) -> Figure:
    """The window draws as fast as it can; each second a visitor is called, another received, and one comes.

    Frames a second are told of the worst second, which includes what each call costs the window.
    """
    seconds = 5 if quick else 30
    with RunningHub(folder / "data", bench_site(folder)) as hub:
        caller = Caller(hub.port)
        caller.open_shifts()
        for _ in range(TICKETS):
            caller("POST", "/tickets", {"theme": "emploi"})
        with child("-m", "tests.bench.reception_probe", *hub.place("reception"), str(seconds)) as reception:
            hear(reception)
            began = time.monotonic()
            for at in range(seconds * CALLS_A_MINUTE // 60 - 1):
                path = f"/counters/{COUNTERS[at % len(COUNTERS)]}"
                for act in ("call-next", "start", "finish"):
                    caller("POST", f"{path}/{act}")
                caller("POST", "/tickets", {"theme": "emploi"})
                time.sleep(max(0.0, began + (at + 1) * 60 / CALLS_A_MINUTE - time.monotonic()))
            between = hear_json(reception)
        caller.close()
    worst = min(_frames_each_second(between))
    return {
        "tickets": TICKETS,
        "calls_a_minute": CALLS_A_MINUTE,
        "frames": len(between),
        "between_p50_ms": milliseconds(quantile(between, 0.5)),
        "between_p95_ms": milliseconds(quantile(between, 0.95)),
        "between_p99_ms": milliseconds(quantile(between, 0.99)),
        "between_max_ms": milliseconds(max(between)),
        "frames_in_the_worst_second": at_least(worst, FRAMES_A_SECOND),
        "p95_frames_a_second": at_least(1 / quantile(between, 0.95), FRAMES_A_SECOND),
    }


def _frames_each_second(between: list[float]) -> list[int]:
    """How many frames came in each whole second."""
    counts, at = [0], 0.0
    for each in between:
        at += each
        if at >= 1:
            counts.append(0)
            at -= 1
        counts[-1] += 1
    return counts[:-1] or counts
