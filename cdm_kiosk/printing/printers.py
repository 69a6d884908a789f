"""Where tickets are printed: a network printer, a file of printer bytes, a folder of PDFs, or nowhere.

Nothing heavy is loaded before the first ticket or `warm_up()`: a kiosk shows its first screen without it.
"""

import contextlib
import os
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.layout import PRINTABLE_80_MM, TicketPaper

PATIENCE_S: Final = 3.0
"""How long a network printer may take to answer a connection, or to take the next 4 KB."""
GOODBYE_S: Final = 1.0
"""How long to listen, after the last byte, for a connection that breaks under it."""
PIECE_BYTES: Final = 4096

EXPECTED: Final = "tcp://HOST:PORT, file:PATH, pdf:FOLDER or none"


class PrinterFault(Exception):
    """A ticket did not reach its paper, or a printer is written wrongly in the configuration.

    `code` is one of "bad_printer", "printer_unknown" (no machine of that name), "printer_unreachable"
    (nothing was sent) and "printer_interrupted" (a part was sent: paper may have come out).
    `sentence` is for logs and the command line; screens say their own by `code`.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Printer(Protocol):
    """A place that tickets go to. Both methods may take seconds: call them from a worker thread."""

    def print_ticket(self, paper: TicketPaper) -> None:
        """Send the ticket once, and raise PrinterFault when it did not go through whole.

        What was asked once is sent once: nothing is tried again here, because after a partial send only a
        person can see whether paper came out, and two papers with one number are worse than none.
        Returning means that every byte was taken, not that a powered printer put them on paper.
        """

    def warm_up(self) -> None:
        """Load libraries and fonts by drawing a ticket that goes nowhere."""


@dataclass(frozen=True)
class TcpPrinter:
    """A thermal printer on the network, raw ESC/POS on its port (usually 9100)."""

    host: str
    port: int
    faces: Faces
    width_mm: float

    def print_ticket(self, paper: TicketPaper) -> None:
        job = _thermal_job(paper, self.faces, self.width_mm)
        with self._connect() as connection:
            try:
                _send(connection, job)
            except OSError as fault:
                raise PrinterFault(
                    "printer_interrupted", f"printer {self.host}:{self.port} hung up in mid-ticket: {fault}"
                ) from fault

    def warm_up(self) -> None:
        _thermal_job(WARM_UP_TICKET, self.faces, self.width_mm)

    def _connect(self) -> socket.socket:
        try:
            return socket.create_connection((self.host, self.port), PATIENCE_S)
        except socket.gaierror as fault:
            raise PrinterFault("printer_unknown", f"no machine is called {self.host}: {fault}") from fault
        except OSError as fault:
            raise PrinterFault(
                "printer_unreachable", f"printer {self.host}:{self.port} does not answer: {fault}"
            ) from fault


@dataclass(frozen=True)
class FilePrinter:
    """A file, or a device such as a USB printer's, to which printer bytes are appended."""

    path: Path
    faces: Faces
    width_mm: float

    def print_ticket(self, paper: TicketPaper) -> None:
        job = _thermal_job(paper, self.faces, self.width_mm)
        try:
            file = self.path.open("ab", buffering=0)
        except OSError as fault:
            raise PrinterFault("printer_unreachable", f"cannot write {self.path}: {fault}") from fault
        with file:
            try:
                rest = memoryview(job)
                while rest:
                    rest = rest[file.write(rest) :]
            except OSError as fault:
                raise PrinterFault(
                    "printer_interrupted", f"{self.path} took a part of the ticket: {fault}"
                ) from fault

    def warm_up(self) -> None:
        _thermal_job(WARM_UP_TICKET, self.faces, self.width_mm)


@dataclass(frozen=True)
class PdfPrinter:
    """A folder that gets one PDF per ticket, `ticket-2026-11-22-42.pdf`; a reprint takes the same place."""

    folder: Path
    faces: Faces
    today: Callable[[], date]

    def print_ticket(self, paper: TicketPaper) -> None:
        from cdm_kiosk.printing.pdf import ticket_pdf

        document = ticket_pdf(paper, self.faces)
        target = self.folder / f"ticket-{self.today():%Y-%m-%d}-{paper.number}.pdf"
        # Written aside and moved: whoever watches the folder never meets half a ticket.
        unfinished = target.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(document)
            os.replace(unfinished, target)
        except OSError as fault:
            with contextlib.suppress(OSError):
                unfinished.unlink()
            raise PrinterFault("printer_unreachable", f"cannot write {target}: {fault}") from fault

    def warm_up(self) -> None:
        from cdm_kiosk.printing.pdf import ticket_pdf

        ticket_pdf(WARM_UP_TICKET, self.faces)


def parse_printer(
    text: str,
    faces: Faces,
    width_mm: float = PRINTABLE_80_MM,
    today: Callable[[], date] = date.today,
) -> Printer | None:
    """Read a configured printer: "tcp://HOST:PORT", "file:PATH", "pdf:FOLDER", or "none" (None).

    `width_mm` is the printable width of the roll; PDFs are always 80 mm wide. `today` is the site's own date.
    Raises PrinterFault "bad_printer" for anything else.
    """
    if text.strip() == "none":
        return None
    kind, _, rest = text.strip().partition(":")
    if kind == "file" and rest:
        return FilePrinter(Path(rest), faces, width_mm)
    if kind == "pdf" and rest:
        return PdfPrinter(Path(rest), faces, today)
    address = re.fullmatch(r"//(?:\[([0-9A-Fa-f:.]+)\]|([^\s/:@\[\]]+)):(\d{1,5})", rest)
    if kind == "tcp" and address and 1 <= int(address[3]) <= 65535:
        return TcpPrinter(address[1] or address[2], int(address[3]), faces, width_mm)
    raise PrinterFault("bad_printer", f'printer "{text}": expected {EXPECTED}')


WARM_UP_TICKET: Final = TicketPaper(
    site_name="Aa",
    number=1,
    number_heading="Aa",
    where=("Aa",),
    date_text="0",
    follow_url="http://localhost/",
    follow_text="Aa",
    welcome="Aa",
    band_text="0",
)


def _thermal_job(paper: TicketPaper, faces: Faces, width_mm: float) -> bytes:
    from cdm_kiosk.printing.dots import draw_ticket
    from cdm_kiosk.printing.escpos import escpos_bytes

    return escpos_bytes(draw_ticket(paper, faces, width_mm))


def _send(connection: socket.socket, job: bytes) -> None:
    """Send all, say goodbye, and listen a moment: a printer that dropped the job resets the connection.

    Raises OSError when the connection broke before every byte was taken. A printer that keeps the line open is
    not at fault. Status bytes that it sends are read: closing on unread ones would reset the line under its job.
    """
    for start in range(0, len(job), PIECE_BYTES):
        connection.sendall(job[start : start + PIECE_BYTES])
    connection.shutdown(socket.SHUT_WR)
    end = time.monotonic() + GOODBYE_S
    while (left := end - time.monotonic()) > 0:
        connection.settimeout(left)
        try:
            if not connection.recv(256):
                break
        except TimeoutError:
            break
    broken = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if broken:
        raise OSError(broken, os.strerror(broken))
