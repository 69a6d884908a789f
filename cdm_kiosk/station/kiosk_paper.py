"""The kiosk's paper: its printer, what it prints for its visitors and for reception, and how that goes."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cdm_kiosk.client.errands import ErrandFetcher
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.disk import owners_folder, write_whole
from cdm_kiosk.domain.stations import MOST_FOUND, Paper
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.spool import Spool
from cdm_kiosk.printing.status import PrinterProblem
from cdm_kiosk.station import station
from cdm_kiosk.station.paper_desk import PaperDesk
from cdm_kiosk.station.paper_maker import PaperMaker

if TYPE_CHECKING:
    from cdm_kiosk.printing.printers import Printer

logger = logging.getLogger(__name__)

WARM_UP_AFTER_MS = 500


class KioskPaper(QObject):
    """Prints on ``printer_text`` until administration chooses another; raises PrinterFault for a bad one.

    ``folder`` keeps that choice, and the tickets that are on their way to paper. ``came``, ``failed`` and
    ``doubted`` name a ticket, ``changed`` the printer's problem and whether the paper is near its end; ``offered``
    says whether there is a printer at all.
    """

    offered = Signal(bool)
    came = Signal(str)
    failed = Signal(str)
    doubted = Signal(str)
    changed = Signal(str, bool)
    _found = Signal(list)

    def __init__(
        self, client: HubClient, orders: Orders, maker: PaperMaker, printer_text: str, folder: Path
    ) -> None:
        super().__init__(maker)
        self._client = client
        self._orders = orders
        name = client.present.station
        self._maker = maker
        self._chosen = ChosenPrinter(folder / f"printer-{quote(name, safe='')}.json", printer_text)
        self._text = self._chosen.text
        self._paper = Paper.READY
        self._others: list[str] = []
        self._for_reception: list[str] = []
        printer = _printer(self._text)
        # Each kiosk of this machine has a spool of its own: it takes up only what it left itself.
        spool = Spool(folder / "spool" / quote(name, safe=""), partial(datetime.now, UTC))
        self.desk = PaperDesk(printer, spool)
        self.desk.came.connect(self._came)
        self.desk.failed.connect(self._failed)
        self.desk.doubted.connect(self.doubted)
        self.desk.stateChanged.connect(self._changed)
        self._scout = ThreadPoolExecutor(1, "printers")
        self._errands = ErrandFetcher(client, orders)
        self._errands.asked.connect(self._do)
        self._found.connect(self._take_found)
        client.connectedChanged.connect(self._say)
        QTimer.singleShot(WARM_UP_AFTER_MS, self.desk, self.desk.open)
        QTimer.singleShot(WARM_UP_AFTER_MS, self, self._look_around)

    @property
    def is_offered(self) -> bool:
        """Whether there is a printer."""
        return self._text != "none"

    def close(self) -> None:
        """Wait for the ticket that is being printed."""
        self._scout.shutdown(cancel_futures=True)
        self.desk.close()

    @Slot(dict)
    def _do(self, errand: Mapping[str, Any]) -> None:
        match errand["kind"]:
            case "ticket":
                paper = self._maker.paper_of(errand["ticket"], errand["language"])
                if paper is not None:
                    self._for_reception.append(paper.ticket)
                    self.desk.print_ticket(paper)
            case "trial":
                from cdm_kiosk.printing.layout import TRIAL

                self.desk.print_ticket(TRIAL)
            case "printer":
                self._use(errand["printer"])

    def _use(self, text: str) -> None:
        try:
            printer = _printer(text)
        except PrinterFault as fault:
            logger.warning("%s: %s", fault.code, fault.sentence)
            return
        self._chosen.keep(text)
        self._text, self._paper = text, Paper.READY
        self.desk.use(printer)
        self.offered.emit(self.is_offered)
        self._say()
        self._look_around()

    @Slot(str)
    def _came(self, ticket: str) -> None:
        if not self._is_for_elsewhere(ticket, came=True):
            self.came.emit(ticket)

    @Slot(str)
    def _failed(self, ticket: str) -> None:
        if not self._is_for_elsewhere(ticket, came=False):
            self.failed.emit(ticket)

    def _is_for_elsewhere(self, ticket: str, came: bool) -> bool:
        """Tell those elsewhere how the paper went that they asked for."""
        from cdm_kiosk.printing.layout import TRIAL

        if ticket == TRIAL.ticket:
            self._orders.ask("trial-came", {"station": self._client.present.station, "came": came})
            self.desk.settle(ticket)
        elif ticket in self._for_reception:
            self._for_reception.remove(ticket)
            if came:
                self._orders.keep("paper", {"ticket": ticket, "came": came})
            else:
                self.doubted.emit(ticket)
        else:
            return False
        return True

    @Slot(str, bool)
    def _changed(self, problem: str, near_end: bool) -> None:
        self._paper = Paper(problem) if problem else Paper.NEAR_END if near_end else Paper.READY
        # A ticket waits for its turn at a printer that serves another machine.
        self.changed.emit("" if problem == PrinterProblem.BUSY else problem, near_end)
        self._say()

    @Slot()
    def _say(self) -> None:
        """Tell the hub how the paper is: when that changes, and when the hub has just been found."""
        if self._client.connected:
            state = self._paper if self.is_offered else Paper.NONE
            values = {
                "station": self._client.present.station,
                "state": state,
                "printer": self._text,
                "found": self._others,
            }
            self._orders.ask("station-paper", values)

    def _look_around(self) -> None:
        """Look which printers this machine has; that may take seconds."""
        self._scout.submit(self._find)

    def _find(self) -> None:
        from cdm_kiosk.printing.here import printers_here

        try:
            self._found.emit([text for text, _ in printers_here()])
        except Exception:
            logger.exception("this machine's printers could not be listed")

    @Slot(list)
    def _take_found(self, found: list[str]) -> None:
        self._others = found[:MOST_FOUND]
        self._say()


class ChosenPrinter:
    """The printer that administration chose for this kiosk, kept in ``file``; until then the ``given`` one.

    Who starts the kiosk with another printer afterwards means that one.
    """

    def __init__(self, file: Path, given: str) -> None:
        self._file = file
        self._given = given

    @property
    def text(self) -> str:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
            return str(kept["printer"]) if kept["instead_of"] == self._given else self._given
        except (OSError, ValueError, KeyError, TypeError):
            return self._given

    def keep(self, printer: str) -> None:
        """Remember it; where the disk does not take it, it holds until the kiosk ends."""
        try:
            owners_folder(self._file.parent)
            write_whole(self._file, json.dumps({"instead_of": self._given, "printer": printer}).encode())
        except OSError:
            logger.exception("the choice of a printer could not be kept")


def _printer(text: str) -> Printer | None:
    """The printer that a text names; a kiosk without one loads nothing of printers before its first frame."""
    if text == "none":
        return None
    from cdm_kiosk.printing.printers import parse_printer

    return parse_printer(text, station.faces())
