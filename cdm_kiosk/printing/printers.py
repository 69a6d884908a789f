"""Where tickets are printed: a thermal printer, a print queue, a file of printer bytes, a folder, or nowhere.

Nothing heavy is loaded before the first ticket or `warm_up()`: a kiosk shows its first screen without it.
"""

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from cdm_kiosk.disk import OWNERS_FILE, OWNERS_FOLDER, write_whole
from cdm_kiosk.domain.stations import roll_of
from cdm_kiosk.printing import spooler
from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import PRINTABLE_MM, TRIAL, TicketPaper
from cdm_kiosk.printing.status import PaperState, PrinterProblem
from cdm_kiosk.printing.thermal import Patience, print_job, state_of
from cdm_kiosk.printing.transport import Serial, Tcp, Usb, Wire

EXPECTED: Final = (
    "tcp://HOST:PORT, serial:PORT, usb:VENDOR:PRODUCT, queue:NAME, file:PATH, pdf:FOLDER or none; "
    "with ?roll=58 at its end for narrow paper"
)
BINARY: Final[int] = getattr(os, "O_BINARY", 0)
"""Windows would change the bytes otherwise."""
BAUD: Final = 9600
"""What most serial receipt printers are set to when they leave the factory."""


class Printer(Protocol):
    """A place that tickets go to. The methods may take seconds: call them from a worker thread."""

    def print_ticket(self, paper: TicketPaper, begun: Callable[[], None]) -> PaperState:
        """Send the ticket once; returns the state after it, and raises PrinterFault when it did not come whole.

        ``begun`` is called before the first byte. What was asked once is sent once: nothing is tried again here,
        because after a partial send only a person can see whether paper came out, and two papers with one
        number are worse than none.
        """

    def state(self) -> PaperState:
        """What the printer says of itself now."""

    def warm_up(self) -> None:
        """Load libraries and fonts by drawing a ticket that goes nowhere."""


@dataclass(frozen=True)
class ThermalPrinter:
    """A thermal printer (ESC/POS) that tells its state, unless it is known to be mute."""

    wire: Wire
    faces: Faces
    roll_mm: int
    is_mute: bool = False
    patience: Patience = field(default_factory=Patience)

    def print_ticket(self, paper: TicketPaper, begun: Callable[[], None]) -> PaperState:
        job = _thermal_job(paper, self.faces, self.roll_mm)
        return print_job(self.wire, job, self.is_mute, self.patience, begun)

    def state(self) -> PaperState:
        return state_of(self.wire, self.is_mute, self.patience)

    def warm_up(self) -> None:
        _thermal_job(TRIAL, self.faces, self.roll_mm)


@dataclass(frozen=True)
class FilePrinter:
    """A file, or a device such as a USB printer's, to which printer bytes are appended."""

    path: Path
    faces: Faces
    roll_mm: int

    def print_ticket(self, paper: TicketPaper, begun: Callable[[], None]) -> PaperState:
        job = _thermal_job(paper, self.faces, self.roll_mm)
        try:
            # What it is given holds the tickets' addresses.
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | BINARY, OWNERS_FILE)
        except OSError as fault:
            raise PrinterFault("printer_unreachable", f"cannot write {self.path}: {fault}") from fault
        with open(handle, "ab", buffering=0) as file:
            begun()
            try:
                rest = memoryview(job)
                while rest:
                    rest = rest[file.write(rest) :]
            except OSError as fault:
                raise PrinterFault(
                    "printer_interrupted", f"{self.path} took a part of the ticket: {fault}"
                ) from fault
        return PaperState()

    def state(self) -> PaperState:
        is_there = self.path.exists() or self.path.parent.is_dir()
        return PaperState(PrinterProblem.NONE if is_there else PrinterProblem.UNREACHABLE)

    def warm_up(self) -> None:
        _thermal_job(TRIAL, self.faces, self.roll_mm)


@dataclass(frozen=True)
class PdfPrinter:
    """A folder that gets one PDF per ticket, `ticket-2026-11-22-42.pdf`; a reprint takes the same place."""

    folder: Path
    faces: Faces
    roll_mm: int
    today: Callable[[], date]

    def print_ticket(self, paper: TicketPaper, begun: Callable[[], None]) -> PaperState:
        from cdm_kiosk.printing.pdf import ticket_pdf

        document = ticket_pdf(paper, self.faces, self.roll_mm)
        target = self.folder / f"ticket-{self.today():%Y-%m-%d}-{paper.number}.pdf"
        begun()
        try:
            # The folder stays as open as it is: somebody may watch it, and each ticket is its owner's alone.
            self.folder.mkdir(mode=OWNERS_FOLDER, parents=True, exist_ok=True)
            write_whole(target, document)
        except OSError as fault:
            raise PrinterFault("printer_unreachable", f"cannot write {target}: {fault}") from fault
        return PaperState()

    def state(self) -> PaperState:
        # The folder is made with its first ticket.
        is_there = not self.folder.exists() or self.folder.is_dir()
        return PaperState(PrinterProblem.NONE if is_there else PrinterProblem.UNREACHABLE)

    def warm_up(self) -> None:
        from cdm_kiosk.printing.pdf import ticket_pdf

        ticket_pdf(TRIAL, self.faces, self.roll_mm)


@dataclass(frozen=True)
class CupsPrinter:
    """A print queue of CUPS."""

    name: str
    faces: Faces
    roll_mm: int
    patience: Patience = field(default_factory=Patience)

    def print_ticket(self, paper: TicketPaper, begun: Callable[[], None]) -> PaperState:
        from cdm_kiosk.printing import cups
        from cdm_kiosk.printing.pdf import ticket_pdf

        return cups.print_pdf(self.name, ticket_pdf(paper, self.faces, self.roll_mm), self.patience, begun)

    def state(self) -> PaperState:
        from cdm_kiosk.printing import cups

        return cups.queue_now(self.name).state

    def warm_up(self) -> None:
        from cdm_kiosk.printing.pdf import ticket_pdf

        ticket_pdf(TRIAL, self.faces, self.roll_mm)


@dataclass(frozen=True)
class WindowsPrinter:
    """A print queue of Windows, to a thermal printer (ESC/POS)."""

    name: str
    faces: Faces
    roll_mm: int
    patience: Patience = field(default_factory=Patience)
    windows: Callable[[], spooler.Windows] = spooler.this_machine

    def print_ticket(self, paper: TicketPaper, begun: Callable[[], None]) -> PaperState:
        job = _thermal_job(paper, self.faces, self.roll_mm)
        return spooler.print_raw(self.windows(), self.name, job, self.patience, begun)

    def state(self) -> PaperState:
        return spooler.queue_now(self.windows(), self.name).state

    def warm_up(self) -> None:
        _thermal_job(TRIAL, self.faces, self.roll_mm)


def parse_printer(text: str, faces: Faces, today: Callable[[], date] = date.today) -> Printer | None:
    """Read a configured printer: "tcp://HOST:PORT", "serial:PORT", "usb:VENDOR:PRODUCT" (hexadecimal),
    "queue:NAME", "file:PATH", "pdf:FOLDER", or "none" (None). "?mute" after a TCP address: it cannot tell its
    state; "?baud=19200" after a serial port: its speed. A queue is the system's own, of CUPS or of Windows.
    "?roll=58" at the end of any: its paper is 58 mm wide, not 80; after another wish "&roll=58".

    `today` is the site's own date. Raises PrinterFault "bad_printer" for anything else.
    """
    named, roll_mm = roll_of(text.strip())
    if named == "none":
        return None
    kind, _, rest = named.partition(":")
    if kind == "file" and rest:
        return FilePrinter(Path(rest), faces, roll_mm)
    if kind == "pdf" and rest:
        return PdfPrinter(Path(rest), faces, roll_mm, today)
    # A name that begins with a dash would be an option of CUPS' commands.
    if kind == "queue" and re.fullmatch(r"[^\s-][^\x00-\x1f]*", rest):
        is_windows = sys.platform == "win32"
        return WindowsPrinter(rest, faces, roll_mm) if is_windows else CupsPrinter(rest, faces, roll_mm)
    wire = _wire(kind, *rest.partition("?")[::2])
    if wire is None:
        raise PrinterFault("bad_printer", f'printer "{text}": expected {EXPECTED}')
    return ThermalPrinter(wire, faces, roll_mm, is_mute=kind == "tcp" and rest.endswith("?mute"))


def _wire(kind: str, named: str, wish: str) -> Wire | None:
    """The way to a thermal printer; None where these words name none."""
    if kind == "tcp" and wish in ("", "mute"):
        address = re.fullmatch(r"//(?:\[([0-9A-Fa-f:.]+)\]|([^\s/:@\[\]]+)):(\d{1,5})", named)
        if address and 1 <= int(address[3]) <= 65535:
            return Tcp(address[1] or address[2], int(address[3]))
    speed = re.fullmatch(r"(?:baud=([1-9]\d{2,6}))?", wish)
    if kind == "serial" and named and speed:
        return Serial(named, int(speed[1] or BAUD))
    device = re.fullmatch(r"([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})", named)
    if kind == "usb" and device and not wish:
        return Usb(int(device[1], 16), int(device[2], 16))
    return None


def _thermal_job(paper: TicketPaper, faces: Faces, roll_mm: int) -> bytes:
    from cdm_kiosk.printing.dots import draw_ticket
    from cdm_kiosk.printing.escpos import escpos_bytes

    return escpos_bytes(draw_ticket(paper, faces, PRINTABLE_MM[roll_mm]))
