"""Printers with faults, on real sockets and a real pseudo-terminal: no ghost, no second paper, an alarm."""

import os
import pty
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import zxingcpp

from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import ThermalPrinter
from cdm_kiosk.printing.status import PaperState, PrinterProblem
from cdm_kiosk.printing.thermal import Patience
from cdm_kiosk.printing.transport import Serial, Tcp
from tests.tools.paper import FakeTcpPrinter, read_papers

Tickets = Callable[..., TicketPaper]
SHORT = Patience(answer_s=0.1, ticket_s=0.5, turn_s=0.3)


def at(paper_end: FakeTcpPrinter, faces: Faces) -> ThermalPrinter:
    return ThermalPrinter(Tcp(paper_end.host, paper_end.port), faces, 80, patience=SHORT)


def nothing() -> None:
    pass


def _ends_whole(connection: socket.socket) -> bool:
    """Whether the other side said goodbye after all that it sent."""
    try:
        while connection.recv(65536):
            pass
    except ConnectionResetError:
        return False
    return True


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ("paper_out", PrinterProblem.PAPER_OUT),
        ("cover_open", PrinterProblem.COVER_OPEN),
        ("is_silent", PrinterProblem.SILENT),
        ("says_garbage", PrinterProblem.ERROR),
    ],
)
def test_a_printer_that_cannot_print_gets_no_ticket_and_prints_the_next_once_it_can(
    faces: Faces, ticket: Tickets, fault: str, problem: PrinterProblem
) -> None:
    with FakeTcpPrinter() as paper_end:
        printer = at(paper_end, faces)
        setattr(paper_end, fault, True)
        begun: list[str] = []
        with pytest.raises(PrinterFault) as told:
            printer.print_ticket(ticket(), lambda: begun.append("begun"))
        assert (told.value.problem, told.value.is_doubtful, begun) == (problem, False, [])
        assert printer.state().problem is problem
        setattr(paper_end, fault, False)
        assert printer.state() == PaperState()
        printer.print_ticket(ticket(number=43, follow_url="http://hub/43"), nothing)
        (sheet,) = paper_end.papers
    assert zxingcpp.read_barcodes(sheet.convert("L"))[0].text == "http://hub/43"


def test_a_roll_that_is_near_its_end_still_prints_and_says_so(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.near_end = True
        assert at(paper_end, faces).print_ticket(ticket(), nothing) == PaperState(near_end=True)
        assert len(paper_end.papers) == 1


@pytest.mark.parametrize("after", [5000, 20_000])
def test_a_roll_that_ends_in_mid_ticket_is_doubtful_and_its_rest_never_comes(
    faces: Faces, ticket: Tickets, after: int
) -> None:
    with FakeTcpPrinter() as paper_end:
        printer = at(paper_end, faces)
        paper_end.runs_out_after = after
        with pytest.raises(PrinterFault) as told:
            printer.print_ticket(ticket(), nothing)
        assert (told.value.problem, told.value.is_doubtful) == (PrinterProblem.PAPER_OUT, True)
        paper_end.wait_for_jobs(1)
        paper_end.refill()
        assert paper_end.papers == []
        printer.print_ticket(ticket(number=43, follow_url="http://hub/43"), nothing)
        (sheet,) = paper_end.papers
    assert zxingcpp.read_barcodes(sheet.convert("L"))[0].text == "http://hub/43"


def test_a_slow_printer_is_waited_for_until_its_paper_is_there(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.may_finish.clear()
        printer = replace(at(paper_end, faces), patience=Patience(0.05, 30.0))
        came = threading.Event()

        def print_it() -> None:
            printer.print_ticket(ticket(), nothing)
            came.set()

        desk = threading.Thread(target=print_it)
        desk.start()
        paper_end.wait_until(lambda printer: len(printer.papers) == 1)
        assert not came.is_set()
        paper_end.may_finish.set()
        desk.join(10)
        assert came.is_set()


def test_a_printer_that_never_says_that_it_is_done_leaves_a_doubt(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.may_finish.clear()
        with pytest.raises(PrinterFault) as told:
            at(paper_end, faces).print_ticket(ticket(), nothing)
        paper_end.may_finish.set()
    assert (told.value.problem, told.value.is_doubtful) == (PrinterProblem.SILENT, True)


def test_a_printer_said_to_be_mute_is_taken_at_its_word(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.is_silent = True
        printer = replace(at(paper_end, faces), is_mute=True)
        assert printer.print_ticket(ticket(), nothing) == PaperState()
        assert printer.state() == PaperState()
        assert len(read_papers(paper_end.wait_for_jobs(1)[0])) == 1


UNASKED = [b"\x14\x00\x00\x0f", b"\x10\x00\x03\x0f", b"\x10\x00\x00\x0f" * 3]
"""Automatic Status Back that is no trouble: a drawer's contact, a roll near its end, one after the other."""


@pytest.mark.parametrize("unasked", UNASKED)
def test_a_status_that_nobody_asked_for_hinders_no_ticket(faces: Faces, ticket: Tickets, unasked: bytes) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.greets_with = paper_end.says_in_ticket = unasked
        printer = at(paper_end, faces)
        assert printer.state() == PaperState()
        assert printer.print_ticket(ticket(), nothing) == PaperState()
        assert len(paper_end.papers) == 1


@pytest.mark.parametrize("unasked", UNASKED)
def test_a_status_that_nobody_asked_for_is_never_taken_for_a_ticket_that_came(
    faces: Faces, ticket: Tickets, unasked: bytes
) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.says_in_ticket = unasked
        paper_end.may_finish.clear()
        with pytest.raises(PrinterFault) as told:
            at(paper_end, faces).print_ticket(ticket(), nothing)
        paper_end.may_finish.set()
    assert (told.value.problem, told.value.is_doubtful) == (PrinterProblem.SILENT, True)


def test_a_cover_opened_in_mid_ticket_is_told_by_a_printer_that_tells_it_unasked(
    faces: Faces, ticket: Tickets
) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.says_in_ticket = b"\x38\x00\x00\x0f"
        with pytest.raises(PrinterFault) as told:
            at(paper_end, faces).print_ticket(ticket(), nothing)
    assert (told.value.problem, told.value.is_doubtful) == (PrinterProblem.COVER_OPEN, True)


@pytest.mark.parametrize(
    "said", [b"\x12", b"\x80", b"\x55", b"\xff", b"\x00\x00", b"\x00\x0c", b"\x10\x00\x00", b"\x37\x22\x00"]
)
def test_noise_is_never_taken_for_a_ticket_that_came(faces: Faces, ticket: Tickets, said: bytes) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.says_done = lambda: said
        with pytest.raises(PrinterFault) as told:
            at(paper_end, faces).print_ticket(ticket(), nothing)
    assert told.value.is_doubtful


def test_two_answers_that_differ_are_no_answer(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        answers = iter((b"\x00", b"\x21"))
        paper_end.says_done = lambda: next(answers)
        with pytest.raises(PrinterFault) as told:
            at(paper_end, faces).print_ticket(ticket(), nothing)
    assert (told.value.problem, told.value.is_doubtful) == (PrinterProblem.ERROR, True)


def test_a_printer_that_falls_silent_in_mid_ticket_is_known_long_before_a_ticket_may_end(
    faces: Faces, ticket: Tickets
) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.goes_silent_in_ticket = True
        printer = replace(at(paper_end, faces), patience=Patience(0.1, ticket_s=3600, silence_s=0.3))
        with pytest.raises(PrinterFault) as told:
            printer.print_ticket(ticket(), nothing)
    assert (told.value.problem, told.value.is_doubtful) == (PrinterProblem.SILENT, True)


def test_a_printer_that_takes_no_more_bytes_is_known_as_soon(faces: Faces, ticket: Tickets) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        printer = ThermalPrinter(Tcp(*listener.getsockname()), faces, 80, patience=Patience(silence_s=0.3))

        def printer_end() -> socket.socket:
            connection, _ = listener.accept()
            connection.recv(64)
            connection.sendall(b"\x12\x12\x12")
            connection.recv(64)
            connection.sendall(b"\x18\x00\x0c\x0f")
            return connection

        with ThreadPoolExecutor(1) as beside:
            taken = beside.submit(printer_end)
            with pytest.raises(PrinterFault) as told:
                printer.print_ticket(ticket(), nothing)
            connection = taken.result()
        # What the system kept of the ticket is dropped: it would come out with the next roll.
        with connection:
            assert not _ends_whole(connection)
    assert (told.value.problem, told.value.is_doubtful) == (PrinterProblem.PAPER_OUT, True)


def test_two_kiosks_at_one_printer_take_turns(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.may_finish.clear()
        printer = ThermalPrinter(Tcp(paper_end.host, paper_end.port), faces, 80, patience=Patience(answer_s=0.1))
        with ThreadPoolExecutor(2) as kiosks:
            first = kiosks.submit(printer.print_ticket, ticket(number=41), nothing)
            paper_end.wait_until(lambda printer: len(printer.papers) == 1)
            second = kiosks.submit(printer.print_ticket, ticket(number=42), nothing)
            # By a look alone, nobody can tell a printer that serves somebody else from one that says nothing.
            assert printer.state() == PaperState(PrinterProblem.SILENT)
            assert not second.done()
            paper_end.may_finish.set()
            assert (first.result(10), second.result(10)) == (PaperState(), PaperState())
        assert len(paper_end.papers) == 2


def test_a_printer_that_hangs_up_on_a_second_kiosk_is_tried_until_it_is_free(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        paper_end.turns_away = True
        printer = ThermalPrinter(Tcp(paper_end.host, paper_end.port), faces, 80)
        with ThreadPoolExecutor(1) as kiosk:
            came = kiosk.submit(printer.print_ticket, ticket(), nothing)
            paper_end.wait_until(lambda printer: printer.connections > 1)
            paper_end.turns_away = False
            assert came.result(10) == PaperState()


def test_a_ticket_goes_through_a_serial_port(faces: Faces, ticket: Tickets) -> None:
    ours, theirs = pty.openpty()
    received = bytearray()

    def printer_end() -> None:
        while not received.endswith(b"\x1dr\x01\x10\x04\x01\x10\x04\x02\x10\x04\x04"):
            received.extend(os.read(ours, 4096))
            if received.endswith(b"\x10\x04\x04"):
                os.write(ours, b"\x12\x12\x12")
            elif received.endswith(b"\x1dr\x01"):
                os.write(ours, b"\x00")

    end = threading.Thread(target=printer_end)
    end.start()
    printer = ThermalPrinter(Serial(os.ttyname(theirs), 115200), faces, 58, patience=Patience(2.0, 10.0))
    assert printer.print_ticket(ticket(), nothing) == PaperState()
    end.join(5)
    os.close(ours)
    os.close(theirs)
    (sheet,) = read_papers(bytes(received), 384)
    assert zxingcpp.read_barcodes(sheet.convert("L"))[0].text == ticket().follow_url


def test_a_serial_printer_that_stops_in_mid_ticket_is_known_within_five_seconds(
    faces: Faces, ticket: Tickets
) -> None:
    ours, theirs = pty.openpty()

    def printer_end() -> None:
        asked = b""
        while not asked.endswith(b"\x10\x04\x04"):
            asked += os.read(ours, 16)
        os.write(ours, b"\x12\x12\x12")

    end = threading.Thread(target=printer_end)
    end.start()
    printer = ThermalPrinter(Serial(os.ttyname(theirs), 115200), faces, 80)
    begun: list[float] = []
    with pytest.raises(PrinterFault) as told:
        printer.print_ticket(ticket(), lambda: begun.append(time.monotonic()))
    assert time.monotonic() - begun[0] < 5
    assert told.value.is_doubtful
    end.join(5)
    os.close(ours)
    os.close(theirs)


def test_a_serial_port_that_is_not_there_is_unreachable(faces: Faces, ticket: Tickets) -> None:
    printer = ThermalPrinter(Serial("/dev/no-such-port", 9600), faces, 80)
    assert printer.state() == PaperState(PrinterProblem.UNREACHABLE)
    with pytest.raises(PrinterFault) as told:
        printer.print_ticket(ticket(), nothing)
    assert told.value.code == "printer_unreachable"
