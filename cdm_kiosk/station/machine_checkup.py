"""Looks at what a station needs of its own machine: screens, voices, a printer, a folder to write in."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cdm_kiosk.domain.languages import NAMES, code_of
from cdm_kiosk.station.findings import Finding

SCREENS_WITHIN_S = 20
VOICES_WITHIN_S = 25
LEAST_FREE_BYTES = 500_000_000
FILLS_A_SCREEN = ("kiosk", "display")
ADVICE_BY_PROBLEM = {
    "paper_out": "Put a new roll in.",
    "cover_open": "Close the cover.",
    "offline": "Press the lit button, or switch the printer off and on.",
    "error": "Switch the printer off and on.",
    "busy": "Wait, or end what holds the printer.",
    "silent": "If this printer never answers, add ?mute to its address.",
    "unreachable": "Look at its cable, its power and its address (cdm-kiosk printer list).",
}


def screens_finding(role: str) -> Finding:
    """The screens that a window started here could fill, by the names that --screen takes."""
    ask = "from cdm_kiosk.station.screens import print_screens; print_screens()"
    try:
        # In a process of its own: Qt ends the one that has no screen.
        asked = subprocess.run(
            [sys.executable, "-c", ask], capture_output=True, encoding="utf-8", timeout=SCREENS_WITHIN_S, check=True
        )
    except (OSError, subprocess.SubprocessError):
        sentence = "No screen can be filled from here: a session with screens is needed for that."
        advice = "Ask again in the session of the screen." if role in FILLS_A_SCREEN else ""
        return Finding("screens", "none", sentence, advice)
    found = [line.split("\t") for line in asked.stdout.splitlines()]
    screens = ", ".join(f"{at} {name} ({size})" for at, (name, size) in enumerate(found, start=1))
    values = {"screens": [{"name": name, "size": size} for name, size in found]}
    return Finding("screens", "found", f"Screens here, for --screen: {screens}.", "", values)


def voices_finding(role: str, languages: Sequence[str]) -> Finding:
    """Whether each of ``languages`` has a voice here: those of the site, none where the hub does not tell them."""
    try:
        # What it says first is what it can speak; it ends with its input.
        asked = subprocess.run(
            [sys.executable, "-m", "cdm_kiosk.station.speech_engine"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=VOICES_WITHIN_S,
            check=False,
        )
        said = json.loads(asked.stdout.partition("\n")[0] or "{}")
    except (OSError, subprocess.SubprocessError, ValueError):
        said = {}
    voices = {str(each) for each in said.get("voices", ())}
    needed = [code_of(each) for each in languages]
    missing = [each for each in needed if each not in voices]
    values = {"voices": sorted(voices & {*NAMES, *needed}), "missing": missing}
    speaks = role in FILLS_A_SCREEN
    if not voices:
        advice = "Install a speech service with voices (Debian: speech-dispatcher-espeak-ng)." if speaks else ""
        return Finding("voices", "none", "This machine cannot speak.", advice, values)
    listed = ", ".join(sorted(voices & {*(needed or NAMES)}))
    if missing and speaks:
        sentence = f"No voice speaks {', '.join(missing)}, which the site is in."
        return Finding("voices", "missing", sentence, "Install a voice for each language of the site.", values)
    return Finding("voices", "found", f"Voices here: {listed}.", "", values)


def printer_finding(text: str) -> Finding:
    """How the printer is that ``text`` names, as ``printer status`` says it."""
    from cdm_kiosk.printing.faults import PrinterFault
    from cdm_kiosk.printing.printers import parse_printer
    from cdm_kiosk.printing.status import PROBLEMS_SAID
    from cdm_kiosk.station.station import faces

    if text in ("", "none"):
        return Finding("printer", "none", "No printer was chosen: tickets are shown, not printed.")
    values = {"printer": text}
    try:
        printer = parse_printer(text, faces())
    except PrinterFault as fault:
        return Finding("printer", fault.code, str(fault), "Choose one that cdm-kiosk printer list names.", values)
    assert printer is not None
    state = printer.state()
    sentence = PROBLEMS_SAID[state.problem] + (" The roll is near its end." if state.near_end else "")
    advice = ADVICE_BY_PROBLEM.get(state.problem.value, "")
    return Finding("printer", state.problem.value or "ready", f"{text}: {sentence}", advice, values)


def data_finding(folder: Path) -> Finding:
    """Whether the data folder takes what a station keeps, and how much room its disk has."""
    values: dict[str, object] = {"folder": str(folder)}
    at = folder
    while not at.exists() and at != at.parent:
        at = at.parent
    try:
        free = shutil.disk_usage(at).free
        with tempfile.TemporaryFile(dir=at):
            pass
    except OSError as error:
        sentence = f"The data folder {folder} cannot be written ({error.strerror})."
        return Finding(
            "data", "unwritable", sentence, "Give it to the user who runs this, or name another.", values
        )
    values["free_bytes"] = free
    sentence = f"The data folder is {folder}, with {free / 1e9:.1f} GB free."
    if free < LEAST_FREE_BYTES:
        return Finding("data", "nearly_full", sentence, "Make room on this disk.", values)
    return Finding("data", "well", sentence, "", values)
