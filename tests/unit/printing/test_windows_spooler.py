"""What is asked of Windows' spooler, and made of its answers. The spooler is a stand-in: no Windows was at hand."""

from collections.abc import Callable

import pytest

from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import WindowsPrinter
from cdm_kiosk.printing.spooler import queue_names
from cdm_kiosk.printing.status import PaperState, PrinterProblem
from cdm_kiosk.printing.thermal import Patience
from tests.tools.paper import read_papers
from tests.tools.spooler import FakeWin32print

Tickets = Callable[..., TicketPaper]
IN_THE_QUEUE = 0x8
BEING_PRINTED = 0x10


def at(spooler: FakeWin32print, faces: Faces, name: str = "Tickets", ticket_s: float = 10.0) -> WindowsPrinter:
    return WindowsPrinter(name, faces, 80, Patience(ticket_s=ticket_s, trouble_s=0.4), spooler.as_windows)


def interrupted(spooler: FakeWin32print, printer: WindowsPrinter, paper: TicketPaper) -> PrinterProblem:
    begun: list[int] = []
    with pytest.raises(PrinterFault) as told:
        printer.print_ticket(paper, lambda: begun.append(1))
    assert (told.value.is_doubtful, begun, spooler.handles) == (True, [1], 0)
    assert spooler.is_deleted
    return told.value.problem


def test_a_ticket_goes_to_the_queue_once_untouched_and_is_followed_until_it_is_gone(
    faces: Faces, ticket: Tickets
) -> None:
    spooler = FakeWin32print(to_come=[IN_THE_QUEUE, BEING_PRINTED])
    assert at(spooler, faces).print_ticket(ticket(), lambda: None) == PaperState()
    assert len(read_papers(spooler.received)) == 1
    assert (spooler.datatype, spooler.started, spooler.is_ended, spooler.handles) == ("RAW", 1, True, 0)
    assert (spooler.to_come, spooler.is_deleted) == ([], False)


@pytest.mark.parametrize("kept", [FakeWin32print.JOB_STATUS_PRINTED, FakeWin32print.JOB_STATUS_COMPLETE])
def test_a_queue_that_keeps_what_it_printed_has_printed_it(faces: Faces, ticket: Tickets, kept: int) -> None:
    spooler = FakeWin32print(to_come=[kept], stays=True)
    assert at(spooler, faces).print_ticket(ticket(), lambda: None) == PaperState()
    assert not spooler.is_deleted


@pytest.mark.parametrize(
    ("spooler", "name", "problem"),
    [
        (FakeWin32print(status=FakeWin32print.PRINTER_STATUS_PAUSED), "Tickets", PrinterProblem.OFFLINE),
        (
            FakeWin32print(attributes=FakeWin32print.PRINTER_ATTRIBUTE_WORK_OFFLINE),
            "Tickets",
            PrinterProblem.OFFLINE,
        ),
        (FakeWin32print(), "Nobody", PrinterProblem.UNREACHABLE),
    ],
    ids=["paused", "off line", "unknown"],
)
def test_a_queue_that_takes_nothing_is_sent_nothing(
    faces: Faces, ticket: Tickets, spooler: FakeWin32print, name: str, problem: PrinterProblem
) -> None:
    printer = at(spooler, faces, name)
    assert printer.state() == PaperState(problem)
    begun: list[int] = []
    with pytest.raises(PrinterFault) as told:
        printer.print_ticket(ticket(), lambda: begun.append(1))
    assert (told.value.problem, told.value.is_doubtful, begun) == (problem, False, [])
    assert (spooler.started, spooler.handles) == (0, 0)


def test_a_queue_that_refuses_a_job_has_printed_nothing(faces: Faces, ticket: Tickets) -> None:
    spooler = FakeWin32print(refuses=True)
    with pytest.raises(PrinterFault) as told:
        at(spooler, faces).print_ticket(ticket(), lambda: None)
    assert (told.value.code, spooler.received, spooler.handles) == ("printer_unreachable", b"", 0)


def test_a_spooler_that_dies_in_mid_ticket_leaves_a_doubt_and_no_job(faces: Faces, ticket: Tickets) -> None:
    spooler = FakeWin32print(breaks_after=8192)
    assert interrupted(spooler, at(spooler, faces), ticket()) is PrinterProblem.UNREACHABLE
    assert not spooler.is_ended


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (FakeWin32print.JOB_STATUS_PAPEROUT, PrinterProblem.PAPER_OUT),
        (FakeWin32print.JOB_STATUS_OFFLINE, PrinterProblem.OFFLINE),
        (FakeWin32print.JOB_STATUS_BLOCKED_DEVQ, PrinterProblem.ERROR),
    ],
)
def test_a_printer_in_trouble_for_some_seconds_gets_its_ticket_taken_back(
    faces: Faces, ticket: Tickets, status: int, problem: PrinterProblem
) -> None:
    spooler = FakeWin32print(to_come=[status], stays=True)
    assert interrupted(spooler, at(spooler, faces), ticket()) is problem


def test_a_trouble_that_passes_is_waited_for(faces: Faces, ticket: Tickets) -> None:
    spooler = FakeWin32print(to_come=[FakeWin32print.JOB_STATUS_PAPEROUT, BEING_PRINTED])
    assert at(spooler, faces).print_ticket(ticket(), lambda: None) == PaperState()


def test_the_printer_s_open_cover_counts_while_its_job_says_nothing(faces: Faces, ticket: Tickets) -> None:
    spooler = FakeWin32print(to_come=[BEING_PRINTED], stays=True, status=FakeWin32print.PRINTER_STATUS_DOOR_OPEN)
    assert at(spooler, faces).state() == PaperState(PrinterProblem.COVER_OPEN)
    assert interrupted(spooler, at(spooler, faces), ticket()) is PrinterProblem.COVER_OPEN


def test_a_ticket_that_does_not_leave_its_queue_is_taken_back(faces: Faces, ticket: Tickets) -> None:
    spooler = FakeWin32print(to_come=[IN_THE_QUEUE], stays=True)
    assert interrupted(spooler, at(spooler, faces, ticket_s=0.3), ticket()) is PrinterProblem.OFFLINE


def test_a_ticket_that_somebody_deletes_in_the_queue_is_not_taken_for_printed(
    faces: Faces, ticket: Tickets
) -> None:
    spooler = FakeWin32print(to_come=[IN_THE_QUEUE, FakeWin32print.JOB_STATUS_DELETING])
    assert interrupted(spooler, at(spooler, faces), ticket()) is PrinterProblem.ERROR


def test_the_machine_s_queues_are_named_as_its_settings_name_them() -> None:
    assert queue_names(FakeWin32print().as_windows()) == ["Tickets"]
