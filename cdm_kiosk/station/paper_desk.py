"""Prints tickets beside the screen, one after the other and each once, and watches the printer meanwhile."""

from __future__ import annotations

import logging
import math
import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.spool import Spool, Spooled
from cdm_kiosk.printing.status import PaperState, PrinterProblem

if TYPE_CHECKING:
    from cdm_kiosk.printing.layout import TicketPaper
    from cdm_kiosk.printing.printers import Printer

logger = logging.getLogger(__name__)

LATE_AFTER_S = 4.0
"""A ticket that takes longer has met a trouble that somebody must see to, though it may still come."""
LOOK_EVERY_S = 1.5
"""Between two looks at an idle printer; with a connection that nobody answers, still under 5 s."""
BUSY_S = 3.0
"""A printer that answered so shortly before is taken by another machine, as long as it does not answer us."""
OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True)
class _Another:
    """From here on, print there."""

    printer: Printer | None


class PaperDesk(QObject):
    """Takes tickets from the kiosk and says for each, by its id, whether its paper is there.

    ``stateChanged(problem, near_end)`` tells the printer's state, a PrinterProblem's text, whenever it is another.
    ``doubted`` names the papers that an earlier process left, perhaps printed: they are never printed again. What
    failed or is doubted outlives the process until ``settle``.
    The threads are Python's, not Qt's: Qt for Python keeps a finished QRunnable's wrapper by its address and hands
    it out for whatever lies there next, a network reply for instance. One writes the spool, so that a ticket is
    safe while the printer is busy; the other prints.
    """

    came = Signal(str)
    failed = Signal(str)
    doubted = Signal(str)
    stateChanged = Signal(str, bool)

    def __init__(
        self,
        printer: Printer | None,
        spool: Spool,
        parent: QObject | None = None,
        look_every_s: float = LOOK_EVERY_S,
        late_after_s: float = LATE_AFTER_S,
        busy_s: float = BUSY_S,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._spool = spool
        self._look_every_s = look_every_s
        self._late_after_s = late_after_s
        self._state = PaperState()
        self._busy_s = busy_s
        self._answered_at = -math.inf
        self._tickets: queue.Queue[Spooled | _Another | str] = queue.Queue()
        self._clerk = ThreadPoolExecutor(1, "spool")
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="paper")
        self._thread.start()

    @Slot()
    def open(self) -> None:
        """After the first screen is up: load what printing needs, take up what a crash left, begin to watch."""
        self._tickets.put(OPEN)

    @Slot(object)
    def print_ticket(self, paper: TicketPaper) -> None:
        self._clerk.submit(self._keep, paper)

    @Slot(str)
    def settle(self, ticket: str) -> None:
        """It is known what becomes of the ticket whose paper failed."""
        self._clerk.submit(self._settle, ticket)

    def use(self, printer: Printer | None) -> None:
        """Print there from now on; tickets that were asked for before still go to the one before."""
        self._tickets.put(_Another(printer))

    def close(self) -> None:
        """Wait for the ticket that is being printed; those behind it stay in the spool."""
        if self._thread.is_alive():
            self._closing.set()
            self._clerk.shutdown()
            self._tickets.put(CLOSED)
            self._thread.join()

    # ----- in the threads; signals are the only way back: Qt carries them to the screen's thread

    def _keep(self, paper: TicketPaper) -> None:
        try:
            self._tickets.put(self._spool.put(paper))
        except Exception:
            logger.exception("a ticket could not be kept")
            self.failed.emit(paper.ticket)

    def _settle(self, ticket: str) -> None:
        try:
            self._spool.settle(ticket)
        except OSError:
            logger.exception("a ticket that failed could not be taken out of the spool")

    def _work(self) -> None:
        is_watching = False
        while True:
            try:
                asked = self._tickets.get(timeout=self._look_every_s if is_watching else None)
            except queue.Empty:
                self._look()
                continue
            if self._closing.is_set():
                return
            if isinstance(asked, Spooled):
                self._print(asked, self.failed)
            elif isinstance(asked, _Another):
                self._printer, self._answered_at = asked.printer, -math.inf
                self._warm_up()
                self._look(anew=True)
            else:
                self._take_up()
                self._look()
                is_watching = True

    def _take_up(self) -> None:
        try:
            left = self._spool.left()
        except OSError:
            logger.exception("the spool could not be read")
        else:
            for paper in left.doubtful:
                self.doubted.emit(paper.ticket)
            for ticket in left.to_print:
                if self._closing.is_set():
                    return
                # Who asked for it in the process before is shown nothing here: reception sees to it.
                self._print(ticket, self.doubted)
        self._warm_up()

    def _warm_up(self) -> None:
        try:
            if self._printer is not None:
                self._printer.warm_up()
        except Exception:
            logger.exception("printing could not be prepared")

    def _print(self, ticket: Spooled, failed: SignalInstance) -> None:
        name = ticket.paper.ticket
        if not self._spool.is_fresh(ticket):
            logger.warning("a ticket waited too long for the printer: its visitor has gone on without paper")
            self._fail(ticket)
            failed.emit(name)
            return
        try:
            if self._printer is None:
                raise PrinterFault("printer_unreachable", "there is no printer any more")
            with self._not_for_ever() as begun:
                state = self._printer.print_ticket(ticket.paper, lambda: begun(ticket))
        except PrinterFault as fault:
            logger.warning("%s: %s", fault.code, fault.sentence)
            self._fail(ticket)
            self._tell(PaperState(fault.problem, self._state.near_end))
            failed.emit(name)
        except Exception:
            logger.exception("a ticket could not be drawn")
            self._fail(ticket)
            failed.emit(name)
        else:
            self._end(ticket)
            self._tell(state)
            self.came.emit(name)

    @contextmanager
    def _not_for_ever(self) -> Iterator[Callable[[Spooled], None]]:
        """Tell what a late ticket waits for: its turn, or after its first byte a printer that does not answer.

        It may still come. What this yields is to be called before the first byte.
        """

        def tell(problem: PrinterProblem) -> threading.Timer:
            near_end = self._state.near_end
            late = threading.Timer(self._late_after_s, self._tell, [PaperState(problem, near_end)])
            late.start()
            return late

        late = tell(PrinterProblem.BUSY)

        def begun(ticket: Spooled) -> None:
            nonlocal late
            self._spool.begin(ticket)
            _end(late)
            late = tell(PrinterProblem.SILENT)

        try:
            yield begun
        finally:
            _end(late)

    def _end(self, ticket: Spooled) -> None:
        try:
            self._spool.end(ticket)
        except OSError:
            logger.exception("a printed ticket could not be taken out of the spool")

    def _fail(self, ticket: Spooled) -> None:
        try:
            self._spool.fail(ticket)
        except OSError:
            logger.exception("a ticket that failed could not be written to the spool")

    def _look(self, anew: bool = False) -> None:
        if self._printer is None:
            return
        try:
            self._tell(self._seen(self._printer.state()), anew)
        except Exception:
            logger.exception("the printer's state could not be read")
            self._tell(PaperState(PrinterProblem.ERROR), anew)

    def _seen(self, state: PaperState) -> PaperState:
        """The state that one look saw; no answer so shortly after one is another machine's turn."""
        if state.problem not in (PrinterProblem.SILENT, PrinterProblem.UNREACHABLE):
            self._answered_at = time.monotonic()
        elif time.monotonic() < self._answered_at + self._busy_s:
            return PaperState(PrinterProblem.BUSY, self._state.near_end)
        return state

    def _tell(self, state: PaperState, anew: bool = False) -> None:
        if anew or state != self._state:
            self._state = state
            self.stateChanged.emit(state.problem.value, state.near_end)


def _end(timer: threading.Timer) -> None:
    """Cancel a timer, and let one that is telling just now come to its end: nothing is told after what follows."""
    timer.cancel()
    timer.join()
