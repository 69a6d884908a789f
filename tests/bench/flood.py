"""Strangers flood the phones' listener: how much later is a number given at the desk?"""

from __future__ import annotations

import json
import time
from pathlib import Path

from tests.bench.processes import Caller, child, hear, say
from tests.bench.report import Figure, at_most, quantile, spread
from tests.tools.hub import RunningHub

NO_SLOWER = 1.5
ISSUE_EVERY_S = 0.05
FLOODS = {"wrong addresses, 300 lines": ("/t/nobody", 300), "a right page, 20 lines": ("/t/{}", 20)}


def flood(folder: Path, quick: bool) -> Figure:
    """The same flood at another hub is the reference: it takes as much of the machine, and nothing of this hub."""
    rounds, numbers = (1, 60) if quick else (5, 200)
    figure: Figure = {}
    with RunningHub(folder / "own") as own, RunningHub(folder / "other") as other:
        caller = Caller(own.port)
        ticket = caller("POST", "/tickets", {"theme": "emploi"})["id"]
        elsewhere = other.issue()["id"]
        for name, (path, lines) in FLOODS.items():
            seconds: dict[str, list[float]] = {"beside": [], "reference": []}
            for _ in range(rounds):
                for where, hub, page in (("reference", other, elsewhere), ("beside", own, ticket)):
                    with child("-m", "tests.bench.flood_probe") as strangers:
                        plan = {"port": hub.visitors_port, "path": path.format(page), "lines": lines}
                        say(strangers, json.dumps(plan))
                        hear(strangers)
                        seconds[where] += _issued(caller, numbers)
            ratio = quantile(seconds["beside"], 0.5) / quantile(seconds["reference"], 0.5)
            figure[name] = {
                "issue": spread(seconds["beside"]),
                "issue_reference": spread(seconds["reference"]),
                "issue_p50_ratio": at_most(ratio, NO_SLOWER),
            }
        caller.close()
    return figure


def _issued(caller: Caller, numbers: int) -> list[float]:
    took = []
    for _ in range(numbers):
        asked = time.monotonic()
        caller("POST", "/tickets", {"theme": "formation"})
        took.append(time.monotonic() - asked)
        time.sleep(max(0.0, ISSUE_EVERY_S - took[-1]))
    return took
