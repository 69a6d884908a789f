"""From a finger on the glass to what shows it, to the ticket on the screen, and to the printer's first byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.processes import child, hear_json
from tests.bench.report import Figure, at_most, quantile, spread
from tests.tools.hub import RunningHub
from tests.tools.paper import FakeTcpPrinter


def touch_to_ticket(folder: Path, quick: bool) -> Figure:
    """Whole visits at a real kiosk window; hub, kiosk and printer are three processes."""
    visits = 8 if quick else 60
    seen: list[dict[str, Any]] = []
    with FakeTcpPrinter() as printer, RunningHub(folder / "data") as hub:
        with child("-m", "tests.bench.kiosk_probe", *hub.place("kiosk"), printer.url, str(visits)) as kiosk:
            for _ in range(visits + 1):
                seen.append(hear_json(kiosk))
        printer.wait_for_jobs(visits + 1)
        first_bytes = printer.first_bytes_at
    frames = [visit["frame_s"] for visit in seen[1:]]
    bytes_after = [at - visit["print_touched"] for at, visit in zip(first_bytes, seen, strict=True)][1:]
    return {
        "first_visit_ms": round(1000 * seen[0]["frame_s"], 1),
        "to_ticket_property": spread([visit["ticket_s"] for visit in seen[1:]]),
        "to_drawn_ticket": spread(frames),
        "to_first_printer_byte": spread(bytes_after),
        "drawn_p99_ms": at_most(1000 * quantile(frames, 0.99), 100),
        "first_byte_p99_ms": at_most(1000 * quantile(bytes_after, 0.99), 150),
    }


def touch_to_response(folder: Path, quick: bool) -> Figure:
    """Presses on every kind of control of a real kiosk window of 1080 × 1920, until the next frame is presented."""
    touches = 20 if quick else 320
    with (
        RunningHub(folder / "data") as hub,
        child("-m", "tests.bench.response_probe", *hub.place("kiosk"), str(touches)) as kiosk,
    ):
        seen = [hear_json(kiosk) for _ in range(touches)]
    to_frame = [touch["frame_s"] for touch in seen]
    return {
        "to_next_frame": spread(to_frame),
        "to_page": spread([touch["page_s"] for touch in seen]),
        "response_p99_ms": at_most(1000 * quantile(to_frame, 0.99), 50),
    }
