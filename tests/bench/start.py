"""Cold starts: the kiosk to its first frame beside a bare QML window, and the hub to its first answer.

Processes are cold, files are warm in the system's cache. Runs alternate; medians are told. Beside the time stands
what the processes used of a processor, whose ratio is worth more on a machine at work.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from cdm_kiosk.station.supervisor import free_port
from tests.bench.processes import Caller, child, hear
from tests.bench.report import Figure, at_most, spread
from tests.tools.hub import DEMO_SITE, RunningHub

FIRST_FRAME = 1.5
"""At most, against a bare QML window."""


class Moment(NamedTuple):
    """Seconds from the start of a process, and of a processor that it had used by then."""

    after_s: float
    processor_s: float


def cold_start(folder: Path, quick: bool) -> Figure:
    """Kiosk and hub."""
    rounds = 3 if quick else 15
    frames: list[Moment] = []
    themes: list[Moment] = []
    bare: list[Moment] = []
    with RunningHub(folder / "data") as hub:
        for at in range(rounds + 1):
            (bare_frame,) = _moments("bare")
            frame, with_themes = _moments("kiosk", *hub.place("kiosk"))
            # The first round fills the caches.
            if at:
                bare.append(bare_frame)
                frames.append(frame)
                themes.append(with_themes)
    answers = [_first_answer(folder / str(at)) for at in range(rounds + 1)][1:]
    return {
        "kiosk_first_frame": spread([each.after_s for each in frames]),
        "kiosk_themes_drawn": spread([each.after_s for each in themes]),
        "bare_first_frame": spread([each.after_s for each in bare]),
        "kiosk_processor": spread([each.processor_s for each in frames]),
        "themes_processor": spread([each.processor_s for each in themes]),
        "bare_processor": spread([each.processor_s for each in bare]),
        "ratio": at_most(_ratio(frames, bare, "after_s"), FIRST_FRAME),
        "themes_ratio": round(_ratio(themes, bare, "after_s"), 2),
        "processor_ratio": round(_ratio(frames, bare, "processor_s"), 2),
        "themes_processor_ratio": round(_ratio(themes, bare, "processor_s"), 2),
        "hub_first_answer": spread(answers),
        "hub_first_answer_s": at_most(median(answers), 1.2),
    }


def _ratio(ours: list[Moment], theirs: list[Moment], figure: str) -> float:
    pairs = zip(ours, theirs, strict=True)
    return median(float(getattr(our, figure) / getattr(their, figure)) for our, their in pairs)


def _moments(*arguments: str) -> list[Moment]:
    """Each moment that a window tells."""
    started = time.perf_counter()
    with child("-m", "tests.bench.first_frame", *arguments) as process:
        lines = 1 if arguments[0] == "bare" else 2
        told = [hear(process).split() for _ in range(lines)]
    return [Moment(float(at) - started, float(used)) for _, at, used in told]


def _first_answer(data: Path) -> float:
    port = free_port()
    started = time.perf_counter()
    hub = child(
        "-m",
        "cdm_kiosk",
        "hub",
        "--site",
        str(DEMO_SITE),
        "--data",
        str(data),
        "--port",
        str(port),
        "--visitors-port",
        "0",
    )
    with hub as process:
        hear(process)
        caller = Caller(port)
        caller("GET", "/health")
        answered = time.perf_counter()
        caller.close()
        return answered - started
