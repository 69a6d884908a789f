"""``python -m tests.bench [--only NAME [--against REV]] [--quick]``: speed figures as JSON, progress on stderr."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import (
    advisor,
    against,
    calls,
    flood,
    floor,
    forecast,
    memory,
    phones,
    reception,
    rehearsal,
    speech,
    start,
    throughput,
    touch,
)
from tests.bench.report import Figure, missed

FIGURES: dict[str, Callable[[Path, bool], Figure]] = {
    "issue": throughput.issue,
    "waiting": throughput.waiting,
    "call_next": throughput.call_next,
    "call_to_display": calls.call_to_display,
    "phones": phones.phones,
    "flood": flood.flood,
    "touch": touch.touch_to_ticket,
    "response": touch.touch_to_response,
    "speech": speech.touch_to_speech,
    "advisor": advisor.click_to_shown,
    "reception": reception.frames_of_the_overview,
    "start": start.cold_start,
    "memory": memory.memory,
    "display_slope": memory.display_slope,
    "kiosk_slope": memory.kiosk_slope,
    "floor": floor.commands_per_second,
    "forecast": forecast.forecasts,
    "rehearsal": rehearsal.year,
}


def main() -> int:
    """0 when every target of what was measured is met, 1 otherwise."""
    parser = argparse.ArgumentParser("python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=FIGURES, help="one figure alone")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: a smoke test, not a measurement")
    parser.add_argument("--against", metavar="REV", help="the figure of --only beside that of a git revision")
    parser.add_argument("--rounds", type=int, default=3, help="how often each side is measured with --against")
    asked = parser.parse_args()
    # An installed program has its bytecode on disk; compiling it at each start would be measured instead.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if asked.against:
        if not asked.only:
            parser.error("--against compares one figure: name it with --only")
        try:
            ratios = against.compare(asked.only, asked.against, asked.rounds, asked.quick)
        except against.RevisionFault as fault:
            print(fault, file=sys.stderr)
            return 2
        print(json.dumps({"figure": asked.only, "against": asked.against, "ratios": ratios}, indent=2))
        return 0
    names = [asked.only] if asked.only else list(FIGURES)
    figures: dict[str, Figure] = {}
    for name in names:
        started = time.monotonic()
        print(f"{name} …", file=sys.stderr, end=" ", flush=True)
        with tempfile.TemporaryDirectory(prefix="cdm-bench-") as folder:
            figures[name] = FIGURES[name](Path(folder), asked.quick)
        print(f"{time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    not_met = [each for name, figure in figures.items() for each in missed(figure, name)]
    machine = {
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.system(),
        "load": [round(each, 2) for each in os.getloadavg()] if hasattr(os, "getloadavg") else None,
    }
    whole = {"machine": machine, "quick": asked.quick, "figures": figures, "missed": not_met}
    print(json.dumps(whole, indent=2, ensure_ascii=False))
    return 1 if not_met else 0


if __name__ == "__main__":
    sys.exit(main())
