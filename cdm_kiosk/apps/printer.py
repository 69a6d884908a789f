"""Finds a printer for the tickets, tries it, and says how it is, in a terminal."""

from __future__ import annotations

import sys

from cdm_kiosk.apps.station import faces
from cdm_kiosk.printing import cups, spooler
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import Printer, parse_printer
from cdm_kiosk.printing.status import PaperState, Problem

SAID = {
    Problem.NONE: "The printer is ready.",
    Problem.PAPER_OUT: "The printer has no paper.",
    Problem.COVER_OPEN: "The printer's cover is open.",
    Problem.OFFLINE: "The printer is off line: look for a lit button or lamp.",
    Problem.ERROR: "The printer reports an error, or what it answers makes no sense.",
    Problem.BUSY: "The printer serves another machine.",
    Problem.SILENT: "The printer takes a connection and says nothing of its state. If it never can, add ?mute.",
    Problem.UNREACHABLE: "The printer cannot be reached: is it plugged in and switched on?",
}
TRIAL = TicketPaper(
    site_name="Cité des métiers",
    number=0,
    number_heading="Essai",
    where=("Ceci n’est pas un ticket.",),
    date_text="",
    follow_url="essai",
    follow_text="Essai du code",
    welcome="",
    band_text=None,
)


def show() -> int:
    """List what could print tickets on this machine, as --printer takes it."""
    found = _found()
    for text, description in found:
        _say(f"{text}  {description}".rstrip())
    if not found:
        _say("No serial port, USB printer or print queue was found. A network printer is tcp://HOST:9100.")
    return 0


def found_here() -> list[str]:
    """The printers that this machine knows of, as --printer takes them; takes a second or more."""
    return [text for text, _ in _found()]


def test(text: str) -> int:
    """Print a trial ticket; 0 when its paper came, 1 when not."""
    try:
        state = _printer(text).print_ticket(TRIAL, lambda: None)
    except PrinterFault as fault:
        if fault.code == "bad_printer":
            raise
        _say(SAID[fault.problem])
        _say("Look whether a paper came out: the printer stopped." if fault.is_doubtful else "Nothing was printed.")
        return 1
    _say("The ticket went through." + (" The roll is near its end." if state.near_end else ""))
    return 0


def status(text: str) -> int:
    """Say how the printer is; 0 when it can print, 1 when not."""
    state: PaperState = _printer(text).state()
    _say(SAID[state.problem] + (" The roll is near its end." if state.near_end else ""))
    return 0 if state.is_ready else 1


def _printer(text: str) -> Printer:
    printer = parse_printer(text, faces())
    if printer is None:
        raise PrinterFault("bad_printer", "No printer was named: expected another one than none.")
    return printer


def _found() -> list[tuple[str, str]]:
    """As --printer takes them, and what the machine says of them."""
    return [*_serial_ports(), *_usb_printers(), *_queues()]


def _serial_ports() -> list[tuple[str, str]]:
    from serial.tools import list_ports

    return [(f"serial:{port.device}", port.description) for port in list_ports.comports()]


def _usb_printers() -> list[tuple[str, str]]:
    import usb.core

    try:
        devices = list(usb.core.find(find_all=True))
    except usb.core.NoBackendError:
        _say("USB cannot be looked at: libusb is not installed (Debian: libusb-1.0-0).")
        return []
    return [
        (f"usb:{device.idVendor:04x}:{device.idProduct:04x}", "")
        for device in devices
        if any(interface.bInterfaceClass == 7 for configuration in device for interface in configuration)
    ]


def _queues() -> list[tuple[str, str]]:
    is_windows = sys.platform == "win32"
    names = spooler.queue_names(spooler.this_machine()) if is_windows else cups.queue_names()
    return [(f"queue:{name}", "") for name in names]


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
