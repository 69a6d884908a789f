"""From an advisor's click to what it led to on the screen, in a house of thirty stations."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from tests.bench.processes import COUNTERS, Caller, bench_site, child, hear, hear_json
from tests.bench.report import Figure, at_most, quantile, spread
from tests.tools.hub import RunningHub

STATIONS = 30
MINE = COUNTERS[0]
ACTS_PER_S = 4
"""What the other counters and kiosks do meanwhile: a crowded house, every quarter of a second something."""


def click_to_shown(folder: Path, quick: bool) -> Figure:
    """One advisor's clicks: call, received, finish and call the next; all the others listen, some of them act."""
    clicks = 30 if quick else 300
    with (
        RunningHub(folder / "data", bench_site(folder)) as hub,
        child("-m", "tests.bench.listeners", str(hub.port), str(STATIONS - 1), hub.place("reception")[1]) as others,
    ):
        hear(others)
        caller = Caller(hub.port)
        caller.open_shifts()
        # Enough for every click here, and for all that the others call.
        for _ in range(clicks * 2):
            caller("POST", "/tickets", {"theme": "emploi"})
        enough = threading.Event()
        acting = threading.Thread(target=_act, args=(caller, enough))
        with child("-m", "tests.bench.advisor_probe", *hub.place("advisor"), MINE, str(clicks)) as advisor:
            acting.start()
            try:
                seen: list[dict[str, Any]] = [hear_json(advisor) for _ in range(clicks)]
            finally:
                enough.set()
                acting.join()
        caller.close()
    shown = [each["seconds"] for each in seen]
    called = [each["seconds"] for each in seen if each["stage"] == "called"]
    return {
        "stations": STATIONS,
        "click_to_shown": spread(shown),
        "click_to_next_called": spread(called),
        "p99_ms": at_most(1000 * quantile(shown, 0.99), 100),
    }


def _act(caller: Caller, enough: threading.Event) -> None:
    """The other counters receive one visitor after the other, and visitors come."""
    at = 0
    while not enough.wait(1 / ACTS_PER_S):
        counter = COUNTERS[1 + at // 4 % (len(COUNTERS) - 1)]
        match at % 4:
            case 0:
                caller("POST", f"/counters/{counter}/call-next")
            case 1:
                caller("POST", f"/counters/{counter}/start")
            case 2:
                caller("POST", f"/counters/{counter}/finish")
            case _:
                caller("POST", "/tickets", {"theme": "orientation"})
        at += 1
