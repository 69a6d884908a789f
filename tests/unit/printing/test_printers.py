"""Where tickets go: real sockets, real files, and what is said when a printer is not there."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import (
    EXPECTED,
    CupsPrinter,
    FilePrinter,
    PdfPrinter,
    Printer,
    ThermalPrinter,
    WindowsPrinter,
    parse_printer,
)
from cdm_kiosk.printing.thermal import Patience
from cdm_kiosk.printing.transport import Serial, Tcp, Usb
from tests.tools.paper import FakeTcpPrinter, read_papers

Tickets = Callable[..., TicketPaper]


def nothing() -> None:
    pass


def printer_at(text: str, faces: Faces) -> Printer:
    printer = parse_printer(text, faces, today=lambda: date(2026, 11, 22))
    assert printer is not None
    return printer


@pytest.mark.parametrize(("roll", "width_dots"), [("", 576), ("?roll=80", 576), ("?roll=58", 384)])
def test_a_ticket_goes_to_a_network_printer_and_its_code_can_be_read(
    faces: Faces, ticket: Tickets, roll: str, width_dots: int
) -> None:
    with FakeTcpPrinter() as paper_end:
        printer_at(paper_end.url + roll, faces).print_ticket(ticket(), nothing)
        (job,) = paper_end.wait_for_jobs(1)
    (sheet,) = read_papers(job, width_dots)
    (code,) = zxingcpp.read_barcodes(sheet.convert("L"))
    assert code.text == ticket().follow_url


def test_two_tickets_are_two_papers_in_order(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter() as paper_end:
        printer = printer_at(paper_end.url, faces)
        for number in (41, 42):
            printer.print_ticket(ticket(number=number, follow_url=f"http://hub/{number}"), nothing)
        jobs = paper_end.wait_for_jobs(2)
    sheets = [sheet for job in jobs for sheet in read_papers(job)]
    assert [zxingcpp.read_barcodes(sheet.convert("L"))[0].text for sheet in sheets] == [
        "http://hub/41",
        "http://hub/42",
    ]


def test_warming_up_sends_nothing(faces: Faces, tmp_path: Path) -> None:
    with FakeTcpPrinter() as paper_end:
        printer_at(paper_end.url, faces).warm_up()
        assert paper_end.connections == 0
    printer_at(f"file:{tmp_path / 'printer'}", faces).warm_up()
    printer_at(f"pdf:{tmp_path / 'tickets'}", faces).warm_up()
    assert list(tmp_path.iterdir()) == []


def test_a_printer_that_does_not_answer_is_unreachable(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter(refuses=True) as nobody:
        printer = ThermalPrinter(Tcp(nobody.host, nobody.port), faces, 80, patience=Patience(turn_s=0.1))
        with pytest.raises(PrinterFault) as fault:
            printer.print_ticket(ticket(), nothing)
    assert fault.value.code == "printer_unreachable"
    assert str(nobody.port) in fault.value.sentence


def test_a_printer_whose_name_nobody_has_is_unknown(faces: Faces, ticket: Tickets) -> None:
    with pytest.raises(PrinterFault) as fault:
        printer_at("tcp://printer.invalid:9100", faces).print_ticket(ticket(), nothing)
    assert fault.value.code == "printer_unknown"
    assert "printer.invalid" in fault.value.sentence


@pytest.mark.parametrize("after", [1, 2000, 30_000])
def test_a_printer_that_dies_in_mid_ticket_is_told_and_asked_only_once(
    faces: Faces, ticket: Tickets, after: int
) -> None:
    with FakeTcpPrinter(hang_up_after=after) as paper_end:
        with pytest.raises(PrinterFault) as fault:
            printer_at(paper_end.url, faces).print_ticket(ticket(), nothing)
        paper_end.wait_for_jobs(1)
        assert paper_end.connections == 1
    assert fault.value.code == "printer_interrupted"


def test_a_printer_that_keeps_the_line_open_has_printed_all_the_same(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter(never_hangs_up=True) as paper_end:
        printer_at(paper_end.url, faces).print_ticket(ticket(), nothing)
        (job,) = paper_end.wait_for_jobs(1)
    assert len(read_papers(job)) == 1


def test_the_connection_is_closed_whatever_happens(faces: Faces, ticket: Tickets) -> None:
    with FakeTcpPrinter(hang_up_after=10) as paper_end:
        printer = printer_at(paper_end.url, faces)
        for _ in range(3):
            with pytest.raises(PrinterFault):
                printer.print_ticket(ticket(), nothing)
        # The printer serves one connection at a time: three jobs came only if each was let go.
        assert len(paper_end.wait_for_jobs(3)) == 3


def test_a_file_gets_one_job_after_the_other(faces: Faces, ticket: Tickets, tmp_path: Path) -> None:
    printer = printer_at(f"file:{tmp_path / 'printer'}", faces)
    printer.print_ticket(ticket(), nothing)
    printer.print_ticket(ticket(number=43), nothing)
    assert len(read_papers((tmp_path / "printer").read_bytes())) == 2


def test_a_file_that_cannot_be_written_is_named(faces: Faces, ticket: Tickets, tmp_path: Path) -> None:
    with pytest.raises(PrinterFault) as fault:
        printer_at(f"file:{tmp_path / 'nowhere' / 'printer'}", faces).print_ticket(ticket(), nothing)
    assert fault.value.code == "printer_unreachable"
    assert "nowhere" in fault.value.sentence


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's always full device")
def test_a_device_that_takes_no_more_has_interrupted_the_ticket(faces: Faces, ticket: Tickets) -> None:
    with pytest.raises(PrinterFault) as fault:
        printer_at("file:/dev/full", faces).print_ticket(ticket(), nothing)
    assert fault.value.code == "printer_interrupted"


def test_a_folder_gets_one_pdf_per_ticket_and_a_reprint_takes_its_place(
    faces: Faces, ticket: Tickets, tmp_path: Path
) -> None:
    printer = printer_at(f"pdf:{tmp_path / 'tickets'}", faces)
    for paper in (ticket(), ticket(number=43), ticket()):
        printer.print_ticket(paper, nothing)
    names = sorted(path.name for path in (tmp_path / "tickets").iterdir())
    assert names == ["ticket-2026-11-22-42.pdf", "ticket-2026-11-22-43.pdf"]
    with pypdfium2.PdfDocument(tmp_path / "tickets" / names[0]) as document:
        assert "42" in document[0].get_textpage().get_text_range()


def test_a_folder_that_cannot_be_made_is_named(faces: Faces, ticket: Tickets, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(PrinterFault) as fault:
        printer_at(f"pdf:{tmp_path / 'taken'}", faces).print_ticket(ticket(), nothing)
    assert fault.value.code == "printer_unreachable"
    assert "taken" in fault.value.sentence


def test_a_pdf_that_cannot_take_its_place_leaves_no_half_ticket(
    faces: Faces, ticket: Tickets, tmp_path: Path
) -> None:
    (tmp_path / "ticket-2026-11-22-42.pdf").mkdir()
    with pytest.raises(PrinterFault):
        printer_at(f"pdf:{tmp_path}", faces).print_ticket(ticket(), nothing)
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]


def test_printers_are_read_from_their_configured_text(faces: Faces) -> None:
    assert parse_printer("none", faces) is None
    tcp = parse_printer(" tcp://192.168.1.30:9100 ", faces)
    assert tcp == ThermalPrinter(Tcp("192.168.1.30", 9100), faces, 80)
    assert parse_printer("tcp://[fe80::1]:9100", faces) == ThermalPrinter(Tcp("fe80::1", 9100), faces, 80)
    assert parse_printer("tcp://192.168.1.30:9100?mute", faces) == replace(tcp, is_mute=True)
    assert parse_printer("tcp://192.168.1.30:9100?mute&roll=58", faces) == replace(tcp, roll_mm=58, is_mute=True)
    assert parse_printer("usb:04b8:0e15?roll=58", faces) == ThermalPrinter(Usb(0x04B8, 0x0E15), faces, 58)
    assert parse_printer("serial:/dev/ttyS0", faces) == ThermalPrinter(Serial("/dev/ttyS0", 9600), faces, 80)
    assert parse_printer("serial:COM3?baud=19200", faces) == ThermalPrinter(Serial("COM3", 19200), faces, 80)
    assert parse_printer("usb:04b8:0e15", faces) == ThermalPrinter(Usb(0x04B8, 0x0E15), faces, 80)
    assert parse_printer("file:/dev/usb/lp0?roll=58", faces) == FilePrinter(Path("/dev/usb/lp0"), faces, 58)
    assert parse_printer("pdf:tickets", faces) == PdfPrinter(Path("tickets"), faces, 80, date.today)


def test_a_print_queue_is_the_one_of_the_machine_s_own_system(
    faces: Faces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert parse_printer("queue:Tickets", faces) == CupsPrinter("Tickets", faces, 80)
    assert parse_printer("queue:Tickets?roll=58", faces) == CupsPrinter("Tickets", faces, 58)
    monkeypatch.setattr(sys, "platform", "win32")
    assert parse_printer("queue:EPSON TM-T20 Receipt", faces) == WindowsPrinter("EPSON TM-T20 Receipt", faces, 80)


@pytest.mark.parametrize(
    "text",
    [
        *("", "printer", "none:", "file", "file:", "pdf:", "usb:", "//host:1"),
        *("tcp:", "tcp://host", "tcp://host:", "tcp://:9100", "tcp://host:0", "tcp://host:65536"),
        *("tcp://host:9100?deaf", "serial:", "serial:/dev/ttyS0?baud=fast", "usb:04b8", "usb:4b8:e15"),
        *("tcp://host:9100/queue", "tcp://me@host:9100", "tcp://a b:9100"),
        *("queue:", "queue: paper", "queue:-a", "queue:pa\nper"),
        *("tcp://host:9100?roll=110", "usb:04b8:0e15?mute", "?roll=58"),
    ],
)
def test_a_printer_written_wrongly_is_told_what_was_expected(faces: Faces, text: str) -> None:
    with pytest.raises(PrinterFault) as fault:
        parse_printer(text, faces)
    assert fault.value.code == "bad_printer"
    assert fault.value.sentence == f'printer "{text}": expected {EXPECTED}'


def test_a_kiosk_starts_without_loading_what_only_printing_needs() -> None:
    heavy = "{'PIL', 'escpos', 'reportlab', 'qrcode'} & set(sys.modules)"
    code = f"import sys, cdm_kiosk.printing.printers; sys.exit(len({heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_thermal_printer_leaves_no_folder_behind(tmp_path: Path) -> None:
    code = "import cdm_kiosk.printing.escpos"
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "TMPDIR": str(tmp_path), "TMP": str(tmp_path)}
    )
    assert list(tmp_path.iterdir()) == []
