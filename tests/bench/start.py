"""Cold starts: the kiosk to its first frame beside a bare QML window, and the hub to its first answer.

Processes are cold, files are warm in the system's cache. Runs alternate; medians are told.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from cdm_kiosk.station.supervisor import free_port
from tests.bench.processes import Caller, child, hear
from tests.bench.report import Figure, at_most, spread
from tests.tools.hub import DEMO_SITE, RunningHub


def cold_start(folder: Path, quick: bool) -> Figure:
    """Kiosk and hub."""
    rounds = 3 if quick else 15
    frames, themes, bare = [], [], []
    with RunningHub(folder / "data") as hub:
        for at in range(rounds + 1):
            bare_s = _moments("bare")[0]
            frame_s, themes_s = _moments("kiosk", hub.url)
            # The first round fills the caches.
            if at:
                bare.append(bare_s)
                frames.append(frame_s)
                themes.append(themes_s)
    answers = [_first_answer(folder / str(at)) for at in range(rounds + 1)][1:]
    return {
        "kiosk_first_frame": spread(frames),
        "kiosk_themes_drawn": spread(themes),
        "bare_first_frame": spread(bare),
        "ratio": at_most(median(ours / theirs for ours, theirs in zip(frames, bare, strict=True)), 2.5),
        "themes_ratio": round(median(themes) / median(bare), 2),
        "hub_first_answer": spread(answers),
        "hub_first_answer_s": at_most(median(answers), 1.2),
    }


def _moments(*arguments: str) -> list[float]:
    """Seconds from the start of the process to each moment that it prints."""
    started = time.perf_counter()
    with child("-m", "tests.bench.first_frame", *arguments) as process:
        lines = 1 if arguments[0] == "bare" else 2
        return [float(hear(process).split()[1]) - started for _ in range(lines)]


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
