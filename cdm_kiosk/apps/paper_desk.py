"""Prints tickets beside the screen: a thread of its own, one ticket after the other, each sent once."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import Printer, PrinterFault

logger = logging.getLogger(__name__)


class PaperDesk(QObject):
    """Takes tickets from the kiosk and says for each, by its address, whether its paper went through."""

    came = Signal(str)
    failed = Signal(str)

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # One thread that stays: what the libraries loaded there is warm for the next ticket.
        self._pool.setExpiryTimeout(-1)

    @Slot()
    def warm_up(self) -> None:
        """Load what printing needs, after the first screen is up."""
        self._pool.start(QRunnable.create(self._printer.warm_up))

    @Slot(object)
    def print_ticket(self, paper: TicketPaper) -> None:
        self._pool.start(QRunnable.create(lambda: self._print(paper)))

    def close(self) -> None:
        """Wait for the ticket that is on its way."""
        self._pool.waitForDone()

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
