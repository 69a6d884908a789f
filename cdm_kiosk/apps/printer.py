"""Finds a printer for the tickets, tries it, and says how it is, in a terminal."""

from __future__ import annotations

import sys

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.here import printers_here
from cdm_kiosk.printing.layout import TRIAL
from cdm_kiosk.printing.printers import Printer, parse_printer
from cdm_kiosk.printing.status import PROBLEMS_SAID, PaperState
from cdm_kiosk.station.station import faces


def show() -> int:
    """List what could print tickets on this machine, as --printer takes it."""
    found = printers_here()
    for text, description in found:
        _say(f"{text}  {description}".rstrip())
    if not found:
        _say("No serial port, USB printer or print queue was found. A network printer is tcp://HOST:9100.")
    return 0


def test(text: str) -> int:
    """Print a trial ticket; 0 when its paper came, 1 when not."""
    try:
        state = _printer(text).print_ticket(TRIAL, lambda: None)
    except PrinterFault as fault:
        if fault.code == "bad_printer":
            raise
        _say(PROBLEMS_SAID[fault.problem])
        _say("Look whether a paper came out: the printer stopped." if fault.is_doubtful else "Nothing was printed.")
        return 1
    _say("The ticket went through." + (" The roll is near its end." if state.near_end else ""))
    return 0


def status(text: str) -> int:
    """Say how the printer is; 0 when it can print, 1 when not."""
    state: PaperState = _printer(text).state()
    _say(PROBLEMS_SAID[state.problem] + (" The roll is near its end." if state.near_end else ""))
    return 0 if state.is_ready else 1


def _printer(text: str) -> Printer:
    printer = parse_printer(text, faces())
    if printer is None:
        raise PrinterFault("bad_printer", "No printer was named: expected another one than none.")
    return printer


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
