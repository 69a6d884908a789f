"""Paper is printed beside the screen, one ticket after the other, and takes nothing from the rest of the kiosk."""

from __future__ import annotations

import operator
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from pytestqt.qtbot import QtBot

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import ThermalPrinter
from cdm_kiosk.printing.spool import Spool
from cdm_kiosk.printing.status import PaperState
from cdm_kiosk.printing.thermal import Patience
from cdm_kiosk.printing.transport import Tcp
from cdm_kiosk.station import station
from cdm_kiosk.station.paper_desk import PaperDesk
from tests.tools.fake_hub import dispose
from tests.tools.paper import FakeTcpPrinter

NOW = datetime(2026, 11, 22, 14, 52, tzinfo=UTC)


def paper(number: int) -> TicketPaper:
    return TicketPaper(
        "Cité",
        number,
        "Votre numéro",
        ("ici",),
        "lundi",
        f"http://hub/t/{number}",
        "",
        "",
        None,
        ticket=f"t-{number}",
    )


def spool(folder: Path, at: Callable[[], datetime] = lambda: NOW) -> Spool:
    return Spool(folder / "spool", at)


class Drawer:
    """A printer that puts tickets in a drawer, and jams on one number."""

    def __init__(self, jams_on: int = -1) -> None:
        self.tickets: list[int] = []
        self.jams_on = jams_on

    def print_ticket(self, paper: TicketPaper, begun: Callable[[], None]) -> PaperState:
        begun()
        if paper.number == self.jams_on:
            raise PrinterFault("printer_interrupted", "jammed")
        self.tickets.append(paper.number)
        return PaperState()

    def state(self) -> PaperState:
        return PaperState()

    def warm_up(self) -> None:
        pass


def test_each_paper_is_told_of_by_its_own_address(qtbot: QtBot, tmp_path: Path) -> None:
    desk = PaperDesk(Drawer(jams_on=2), spool(tmp_path))
    told: list[tuple[str, str]] = []
    desk.came.connect(lambda ticket: told.append(("came", ticket)))
    desk.failed.connect(lambda ticket: told.append(("failed", ticket)))
    for number in (1, 2, 3):
        desk.print_ticket(paper(number))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [("came", "t-1"), ("failed", "t-2"), ("came", "t-3")]
    desk.close()
    dispose(desk)


def test_closing_waits_for_the_ticket_in_the_printer_and_keeps_the_others_safe(
    qapp: object, tmp_path: Path
) -> None:
    drawer = Drawer()
    desk = PaperDesk(drawer, spool(tmp_path))
    for number in range(20):
        desk.print_ticket(paper(number))
    desk.close()
    kept = [each.paper.number for each in spool(tmp_path).left().to_print]
    assert [*drawer.tickets, *kept] == list(range(20))
    dispose(desk)


def test_a_network_reply_is_never_taken_for_a_print_job_that_is_over(qtbot: QtBot, tmp_path: Path) -> None:
    # Qt for Python once kept the jobs' wrappers by address: a reply at the same address came out as a dead job,
    # and the kiosk that asked for a number never heard the answer.
    drawer = Drawer()
    desk = PaperDesk(drawer, spool(tmp_path))
    network = QNetworkAccessManager()
    nowhere = QNetworkRequest(QUrl("http://127.0.0.1:9/"))
    for number in range(300):
        desk.print_ticket(paper(number))
        qtbot.waitUntil(lambda expected=number: drawer.tickets[-1:] == [expected])  # type: ignore[misc]
        replies = [network.get(nowhere) for _ in range(3)]
        assert all(isinstance(reply, QNetworkReply) for reply in replies)
        for reply in replies:
            reply.deleteLater()
    desk.close()
    dispose(network, desk)


class Told:
    """A desk at a simulated network printer, and what it said."""

    def __init__(
        self,
        printer_end: FakeTcpPrinter,
        folder: Path,
        ticket_s: float = 30.0,
        late_after_s: float = 4.0,
        turn_s: float = 0.3,
        busy_s: float = 0.0,
    ) -> None:
        wire = Tcp(printer_end.host, printer_end.port)
        patience = Patience(0.1, ticket_s, turn_s=turn_s)
        self.printer = ThermalPrinter(wire, station.faces(), 80, patience=patience)
        self.desk = PaperDesk(self.printer, spool(folder), None, 0.05, late_after_s, busy_s)
        self.said: list[tuple[str, str]] = []
        self.states: list[tuple[str, bool]] = []
        self.doubted: list[str] = []
        self.desk.came.connect(lambda ticket: self.said.append(("came", ticket)))
        self.desk.failed.connect(lambda ticket: self.said.append(("failed", ticket)))
        self.desk.stateChanged.connect(lambda problem, near_end: self.states.append((problem, near_end)))
        self.desk.doubted.connect(self.doubted.append)


@pytest.fixture
def printer_end() -> Iterator[FakeTcpPrinter]:
    with FakeTcpPrinter() as printer:
        yield printer


@pytest.fixture
def told(qtbot: QtBot, printer_end: FakeTcpPrinter, tmp_path: Path) -> Iterator[Told]:
    told = Told(printer_end, tmp_path)
    yield told
    printer_end.may_finish.set()
    told.desk.close()
    dispose(told.desk)


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ("paper_out", "paper_out"),
        ("cover_open", "cover_open"),
        ("is_silent", "silent"),
        ("says_garbage", "error"),
    ],
)
def test_an_idle_desk_hears_of_a_fault_and_of_its_end_by_itself(
    qtbot: QtBot, printer_end: FakeTcpPrinter, told: Told, fault: str, problem: str
) -> None:
    told.desk.open()
    setattr(printer_end, fault, True)
    qtbot.waitUntil(lambda: told.states[-1:] != [] and told.states[-1][0] == problem)
    told.desk.print_ticket(paper(1))
    qtbot.waitUntil(lambda: told.said == [("failed", "t-1")])
    setattr(printer_end, fault, False)
    qtbot.waitUntil(lambda: told.states[-1] == ("", False))
    told.desk.print_ticket(paper(2))
    qtbot.waitUntil(lambda: told.said[1:] == [("came", "t-2")])
    assert len(printer_end.papers) == 1


def test_a_roll_near_its_end_is_told(qtbot: QtBot, printer_end: FakeTcpPrinter, told: Told) -> None:
    told.desk.open()
    printer_end.near_end = True
    qtbot.waitUntil(lambda: told.states == [("", True)])


def test_a_slow_printer_holds_nobody_at_the_screen(qtbot: QtBot, printer_end: FakeTcpPrinter, told: Told) -> None:
    printer_end.may_finish.clear()
    for number in range(3):
        # It comes back although the first paper is not out.
        told.desk.print_ticket(paper(number))
    qtbot.waitUntil(lambda: len(printer_end.papers) == 1)
    assert told.said == []
    printer_end.may_finish.set()
    qtbot.waitUntil(lambda: [what for what, _ in told.said] == ["came"] * 3)
    assert len(printer_end.papers) == 3


def test_a_ticket_that_is_late_is_told_to_reception_and_may_still_come(
    qtbot: QtBot, printer_end: FakeTcpPrinter, tmp_path: Path
) -> None:
    told = Told(printer_end, tmp_path, late_after_s=0.05)
    printer_end.may_finish.clear()
    told.desk.print_ticket(paper(1))
    qtbot.waitUntil(lambda: told.states[-1:] == [("silent", False)])
    assert told.said == []
    printer_end.may_finish.set()
    qtbot.waitUntil(lambda: told.said == [("came", "t-1")])
    assert told.states[-1] == ("", False)
    told.desk.close()
    dispose(told.desk)


@pytest.mark.parametrize("looks", [True, False])
def test_a_printer_that_serves_another_kiosk_is_busy_and_the_ticket_waits_its_turn(
    qtbot: QtBot, printer_end: FakeTcpPrinter, tmp_path: Path, looks: bool
) -> None:
    told = Told(printer_end, tmp_path, turn_s=30, late_after_s=5 if looks else 0.1, busy_s=3600)
    if looks:
        told.desk.open()
        printer_end.wait_until(lambda printer: printer.connections > 0)
    with socket.create_connection((printer_end.host, printer_end.port)):
        if not looks:
            told.desk.print_ticket(paper(1))
        qtbot.waitUntil(lambda: told.states == [("busy", False)])
    if looks:
        told.desk.print_ticket(paper(1))
    qtbot.waitUntil(lambda: told.said == [("came", "t-1")])
    told.desk.close()
    dispose(told.desk)


@dataclass(frozen=True)
class Mishap:
    """What befalls a printer in mid-ticket, what the desk tells of it, and what a person then does."""

    befalls: Callable[[FakeTcpPrinter], object]
    problem: str
    mend: Callable[[FakeTcpPrinter], object]


MISHAPS = {
    "power gone": Mishap(
        lambda end: setattr(end, "hang_up_after", 8000),
        "unreachable",
        lambda end: setattr(end, "hang_up_after", None),
    ),
    "end of the roll": Mishap(
        lambda end: setattr(end, "runs_out_after", 8000), "paper_out", lambda end: end.refill()
    ),
    "too slow": Mishap(lambda end: end.may_finish.clear(), "silent", lambda end: end.may_finish.set()),
}


@pytest.mark.parametrize("mishap", MISHAPS.values(), ids=MISHAPS.keys())
def test_a_ticket_broken_off_is_told_never_printed_again_and_the_next_one_comes(
    qtbot: QtBot, printer_end: FakeTcpPrinter, tmp_path: Path, mishap: Mishap
) -> None:
    told = Told(printer_end, tmp_path, ticket_s=0.5)
    told.desk.open()
    mishap.befalls(printer_end)
    told.desk.print_ticket(paper(1))
    qtbot.waitUntil(lambda: told.said == [("failed", "t-1")])
    assert mishap.problem in [problem for problem, _ in told.states]
    before = len(printer_end.papers)
    mishap.mend(printer_end)
    qtbot.waitUntil(lambda: told.states[-1] == ("", False))
    told.desk.print_ticket(paper(2))
    qtbot.waitUntil(lambda: told.said[1:] == [("came", "t-2")])
    told.desk.settle("t-1")
    told.desk.close()
    assert len(printer_end.papers) == before + 1
    assert zxingcpp.read_barcodes(printer_end.papers[-1].convert("L"))[0].text == "http://hub/t/2"
    assert list((tmp_path / "spool").iterdir()) == []
    dispose(told.desk)


def test_an_unplugged_printer_is_known_within_five_seconds(qtbot: QtBot, tmp_path: Path) -> None:
    with FakeTcpPrinter(refuses=True) as nobody:
        told = Told(nobody, tmp_path)
        told.desk.open()
        qtbot.waitUntil(lambda: told.states == [("unreachable", False)], timeout=5000)
        told.desk.close()
        dispose(told.desk)


def test_what_a_crash_left_is_printed_once_or_doubted(
    qtbot: QtBot, printer_end: FakeTcpPrinter, tmp_path: Path
) -> None:
    before = spool(tmp_path)
    before.put(paper(1))
    before.begin(before.put(replace(paper(2))))
    told = Told(printer_end, tmp_path)
    told.desk.open()
    qtbot.waitUntil(lambda: told.said == [("came", "t-1")])
    told.desk.close()
    assert told.doubted == ["t-2"]
    assert len(printer_end.papers) == 1
    dispose(told.desk)


def test_a_paper_that_failed_is_doubted_by_each_house_after_until_it_is_settled(
    qtbot: QtBot, printer_end: FakeTcpPrinter, tmp_path: Path
) -> None:
    printer_end.paper_out = True
    told = Told(printer_end, tmp_path)
    told.desk.print_ticket(paper(1))
    qtbot.waitUntil(lambda: told.said == [("failed", "t-1")])
    # The process ends here: nobody was told what became of number 1.
    told.desk.close()
    dispose(told.desk)
    printer_end.paper_out = False
    for settles in (False, True):
        later = Told(printer_end, tmp_path)
        later.desk.open()
        qtbot.waitUntil(partial(operator.eq, later.doubted, ["t-1"]))
        if settles:
            later.desk.settle("t-1")
        later.desk.close()
        dispose(later.desk)
        assert later.said == []
    assert printer_end.papers == []
    assert list((tmp_path / "spool").iterdir()) == []


def test_who_chooses_no_printer_hears_of_none_any_more(
    qtbot: QtBot, printer_end: FakeTcpPrinter, tmp_path: Path
) -> None:
    printer_end.paper_out = True
    told = Told(printer_end, tmp_path)
    told.desk.open()
    qtbot.waitUntil(lambda: [problem for problem, _ in told.states] == ["paper_out"])
    told.desk.use(None)
    told.desk.print_ticket(paper(1))
    qtbot.waitUntil(lambda: told.said == [("failed", "t-1")])
    told.desk.close()
    assert "" not in [problem for problem, _ in told.states]
    dispose(told.desk)
