"""Prints tickets beside the screen: a thread of its own, one ticket after the other, each sent once."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import Printer, PrinterFault

logger = logging.getLogger(__name__)


class PaperDesk(QObject):
    """Takes tickets from the kiosk and says for each, by its address, whether its paper went through.

    The thread is Python's, not Qt's: Qt for Python keeps a finished QRunnable's wrapper by its address and hands it
    out for whatever lies there next, a network reply for instance.
    """

    came = Signal(str)
    failed = Signal(str)

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._thread = ThreadPoolExecutor(1, "paper")

    @Slot()
    def warm_up(self) -> None:
        """Load what printing needs, after the first screen is up."""
        self._thread.submit(self._printer.warm_up)

    @Slot(object)
    def print_ticket(self, paper: TicketPaper) -> None:
        self._thread.submit(self._print, paper)

    def close(self) -> None:
        """Wait for the tickets that are on their way."""
        self._thread.shutdown()

    def _print(self, paper: TicketPaper) -> None:
        # Signals are the only way back: Qt carries them to the screen's thread.
        try:
            self._printer.print_ticket(paper)
        except PrinterFault as fault:
            logger.warning("%s: %s", fault.code, fault.sentence)
            self.failed.emit(paper.follow_url)
        except Exception:
            logger.exception("a ticket could not be drawn")
            self.failed.emit(paper.follow_url)
        else:
            self.came.emit(paper.follow_url)
