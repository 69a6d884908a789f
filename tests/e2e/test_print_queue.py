"""A real CUPS server prints tickets through its queues: a PDF printer's, and one whose printer has faults."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.domain.stations import ROLLS_MM
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import TRIAL
from cdm_kiosk.printing.pdf import ticket_pdf
from cdm_kiosk.printing.printers import CupsPrinter
from cdm_kiosk.printing.spool import Spool
from cdm_kiosk.printing.status import PaperState, PrinterProblem
from cdm_kiosk.printing.thermal import Patience
from cdm_kiosk.station import station
from cdm_kiosk.station.paper_desk import PaperDesk
from cdm_kiosk.station.supervisor import free_port
from tests.tools.command import typed
from tests.tools.fake_hub import dispose

CHECKOUT = Path(__file__).parents[2]
CUPSD = Path("/usr/sbin/cupsd")
SERVER_BIN = Path("/usr/lib/cups")
PDF_BACKEND = SERVER_BIN / "backend" / "cups-pdf"
SOCKET_BACKEND = SERVER_BIN / "backend" / "socket"
PDF_DRIVER = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"
pytestmark = pytest.mark.skipif(
    not (CUPSD.exists() and PDF_BACKEND.exists()) or os.geteuid() != 0,
    reason="needs cups, printer-driver-cups-pdf, and root to start them",
)
SERVER = """
LogLevel warn
Listen {0}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""
FOLDERS = ("ServerRoot", "ServerBin", "RequestRoot", "CacheDir", "StateDir", "TempDir")
FILES = "\n".join(f"{name} {{0}}/{name}" for name in (*FOLDERS, "AccessLog", "ErrorLog", "PageLog"))
DRAWER = """#!/bin/sh
# A printer for CUPS: keeps what comes in its drawer, and does as the file "mood" there says.
[ $# = 0 ] && exit 0
drawer="${DEVICE_URI#drawer:}"
while true; do
  # Without a server to end it, it goes with its drawer.
  mood="$(cat "$drawer/mood")" || exit 1
  case "$mood" in
    well) echo "STATE: -media-empty,media-low-warning" >&2; break ;;
    near_end) echo "STATE: +media-low-warning" >&2; break ;;
    empty) echo "STATE: +media-empty" >&2 ;;
    gives_up) exit 1 ;;
    stops_the_queue) exit 4 ;;
  esac
  sleep 0.1
done
cat > "$drawer/paper-$1"
"""


@dataclass(frozen=True)
class Server:
    """A print server that runs, and where its files are."""

    folder: Path
    process: subprocess.Popen[bytes]

    def die(self) -> None:
        self.process.kill()
        self.process.wait(10)


@dataclass(frozen=True)
class Drawer:
    """The end of the queue "drawer"."""

    folder: Path

    def feel(self, mood: str) -> None:
        (self.folder / "mood").write_text(mood)

    @property
    def papers(self) -> list[bytes]:
        return [paper.read_bytes() for paper in sorted(self.folder.glob("paper-*"))]


def said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A print server of the test's own, with the queues "paper" and "drawer", on a desk that speaks French."""
    # Not pytest's own folder: CUPS prints as another user, who may not look in there.
    with tempfile.TemporaryDirectory(prefix="cups-") as made:
        folder = Path(made)
        folder.chmod(0o755)
        for name in FOLDERS:
            (folder / name).mkdir()
        (folder / "TempDir").chmod(0o1777)
        (folder / "cupsd.conf").write_text(SERVER.format(folder))
        (folder / "cups-files.conf").write_text(FILES.format(folder) + "\nSystemGroup root\nSandboxing relaxed\n")
        backends = folder / "ServerBin" / "backend"
        backends.mkdir()
        for place in SERVER_BIN.iterdir():
            if place.name != "backend":
                (folder / "ServerBin" / place.name).symlink_to(place)
        # Copies: under their own names a system's AppArmor keeps them out of this folder.
        shutil.copy(CUPSD, folder / "cupsd")
        shutil.copy(PDF_BACKEND, backends / "cups-pdf")
        shutil.copy(SOCKET_BACKEND, backends / "socket")
        (backends / "drawer").write_text(DRAWER)
        for backend in backends.iterdir():
            backend.chmod(0o700)
        (folder / "drawer").mkdir()
        Drawer(folder / "drawer").feel("well")
        files = ["-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
        running = subprocess.Popen([str(folder / "cupsd"), "-f", *files])
        monkeypatch.setenv("CUPS_SERVER", str(folder / "cups.sock"))
        monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
        try:
            end = time.monotonic() + 10
            while not (folder / "cups.sock").exists():
                assert running.poll() is None
                assert time.monotonic() < end
            said("lpadmin", "-p", "paper", "-v", "cups-pdf:/", "-m", PDF_DRIVER, "-E")
            said("lpadmin", "-p", "drawer", "-v", f"drawer:{folder}/drawer", "-E")
            yield Server(folder, running)
        finally:
            running.terminate()
            running.wait(10)


@pytest.fixture
def drawer(server: Server) -> Drawer:
    return Drawer(server.folder / "drawer")


def at(queue: str, ticket_s: float = 20.0) -> CupsPrinter:
    return CupsPrinter(queue, station.faces(), 80, Patience(ticket_s=ticket_s))


def interrupted(printer: CupsPrinter) -> PrinterFault:
    begun: list[int] = []
    with pytest.raises(PrinterFault) as told:
        printer.print_ticket(TRIAL, lambda: begun.append(1))
    assert told.value.code == "printer_interrupted"
    assert told.value.is_doubtful
    assert begun == [1]
    return told.value


@pytest.mark.parametrize("roll_mm", ROLLS_MM)
def test_a_queue_prints_a_ticket_on_paper_of_its_true_size(server: Server, roll_mm: int) -> None:
    # This backend knows no other place than its user's own.
    place = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"
    was_there = place.exists()
    before = set(place.glob("*.pdf"))
    paper = replace(TRIAL, number=42)
    faces = station.faces()
    printer = replace(at("paper"), roll_mm=roll_mm)
    assert printer.print_ticket(paper, lambda: None) == PaperState()
    (printed,) = set(place.glob("*.pdf")) - before
    try:
        ticket = ticket_pdf(paper, faces, roll_mm)
        with pypdfium2.PdfDocument(printed) as document, pypdfium2.PdfDocument(ticket) as ours:
            assert len(document) == 1
            assert ours[0].get_size()[0] * 25.4 / 72 == pytest.approx(roll_mm)
            # The queue rounds to whole points, the paper's name to whole millimetres.
            assert document[0].get_size() == pytest.approx(ours[0].get_size(), abs=4)
            assert document[0].get_size()[1] >= ours[0].get_size()[1]
            assert "42" in document[0].get_textpage().get_text_range()
    finally:
        printed.unlink()
        if not was_there:
            place.rmdir()


def test_each_ticket_comes_out_once_and_a_roll_near_its_end_is_told(drawer: Drawer) -> None:
    for number in (1, 2, 3):
        assert at("drawer").print_ticket(replace(TRIAL, number=number), lambda: None) == PaperState()
    drawer.feel("near_end")
    assert at("drawer").print_ticket(TRIAL, lambda: None) == PaperState(near_end=True)
    assert len(drawer.papers) == 4
    assert said("lpstat", "-o") == ""


@pytest.mark.parametrize(
    ("command", "queue", "problem"),
    [
        ("cupsdisable", "drawer", PrinterProblem.OFFLINE),
        ("cupsreject", "drawer", PrinterProblem.OFFLINE),
        (None, "nobody", PrinterProblem.UNREACHABLE),
    ],
    ids=["stopped", "rejecting", "unknown"],
)
def test_a_queue_that_takes_nothing_is_sent_nothing(
    drawer: Drawer, command: str | None, queue: str, problem: PrinterProblem
) -> None:
    if command is not None:
        said(command, queue)
    assert at(queue).state() == PaperState(problem)
    begun: list[int] = []
    with pytest.raises(PrinterFault) as told:
        at(queue).print_ticket(TRIAL, lambda: begun.append(1))
    assert (told.value.problem, told.value.is_doubtful, begun) == (problem, False, [])
    assert said("lpstat", "-o") == ""


def test_without_a_print_server_nothing_is_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    assert at("drawer").state() == PaperState(PrinterProblem.UNREACHABLE)
    with pytest.raises(PrinterFault) as told:
        at("drawer").print_ticket(TRIAL, lambda: None)
    assert not told.value.is_doubtful


def test_a_print_server_that_answers_nothing_holds_the_desk_up_for_seconds_only(server: Server) -> None:
    server.process.send_signal(signal.SIGSTOP)
    try:
        assert at("drawer").state() == PaperState(PrinterProblem.UNREACHABLE)
    finally:
        server.process.send_signal(signal.SIGCONT)
    assert at("drawer").state() == PaperState()


def test_paper_that_ends_in_mid_ticket_is_told_within_five_seconds_and_the_job_taken_back(drawer: Drawer) -> None:
    drawer.feel("empty")
    began = time.monotonic()
    assert interrupted(at("drawer")).problem is PrinterProblem.PAPER_OUT
    assert time.monotonic() - began < 5
    assert at("drawer").state() == PaperState(PrinterProblem.PAPER_OUT)
    # The queue tells its old trouble until the next ticket, which must get its chance.
    drawer.feel("well")
    assert at("drawer").print_ticket(TRIAL, lambda: None) == PaperState()
    assert len(drawer.papers) == 1


def test_a_ticket_that_does_not_leave_its_queue_is_cancelled(drawer: Drawer) -> None:
    drawer.feel("thoughtful")
    assert interrupted(at("drawer", ticket_s=0.5)).problem is PrinterProblem.OFFLINE
    drawer.feel("well")
    assert at("drawer").print_ticket(TRIAL, lambda: None) == PaperState()
    assert len(drawer.papers) == 1


def test_a_network_printer_that_cannot_be_reached_is_known_by_its_queue_s_message(server: Server) -> None:
    said("lpadmin", "-p", "away", "-v", f"socket://127.0.0.1:{free_port()}", "-E")
    printer = replace(at("away"), patience=Patience(ticket_s=3600, turn_s=0.5))
    assert interrupted(printer).problem is PrinterProblem.UNREACHABLE
    assert said("lpstat", "-o") == ""


def test_a_network_printer_that_takes_a_ticket_and_never_ends_it_leaves_a_doubt(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        said("lpadmin", "-p", "mute", "-v", f"socket://127.0.0.1:{listener.getsockname()[1]}", "-E")
        assert interrupted(at("mute", ticket_s=1.0)).problem is PrinterProblem.SILENT
    assert said("lpstat", "-o") == ""


def test_a_queue_that_is_stopped_by_its_printer_keeps_nothing_for_later(drawer: Drawer) -> None:
    drawer.feel("stops_the_queue")
    assert interrupted(at("drawer")).problem is PrinterProblem.OFFLINE
    drawer.feel("well")
    said("cupsenable", "drawer")
    assert at("drawer").print_ticket(TRIAL, lambda: None) == PaperState()
    assert len(drawer.papers) == 1


def test_a_ticket_that_the_queue_would_try_again_is_taken_back(drawer: Drawer) -> None:
    said("lpadmin", "-p", "drawer", "-o", "printer-error-policy=retry-job")
    drawer.feel("gives_up")
    assert interrupted(at("drawer")).problem is PrinterProblem.ERROR
    assert said("lpstat", "-o") == ""
    assert drawer.papers == []


def test_a_ticket_that_the_queue_cannot_turn_into_dots_is_not_taken_for_printed(server: Server) -> None:
    said("lpadmin", "-p", "drawer", "-m", PDF_DRIVER)
    # The driver's filters keep there what they work on.
    (server.folder / "TempDir").chmod(0o700)
    assert interrupted(at("drawer")).problem is PrinterProblem.ERROR
    assert said("lpstat", "-o") == ""


def test_a_print_server_that_dies_in_mid_ticket_leaves_a_doubt(server: Server, drawer: Drawer) -> None:
    drawer.feel("thoughtful")
    with ThreadPoolExecutor(1) as beside:
        told = beside.submit(interrupted, at("drawer"))
        while not said("lpstat", "-o"):
            assert not told.done()
        server.die()
        assert told.result().problem is PrinterProblem.UNREACHABLE


def test_a_ticket_that_somebody_cancels_in_the_queue_is_not_taken_for_printed(drawer: Drawer) -> None:
    drawer.feel("thoughtful")
    with ThreadPoolExecutor(1) as beside:
        told = beside.submit(interrupted, at("drawer"))
        while not (jobs := said("lpstat", "-o").split()):
            assert not told.done()
        said("cancel", jobs[0])
        assert told.result().problem is PrinterProblem.ERROR


def test_the_kiosk_tells_a_queue_s_trouble_and_prints_again_by_itself(
    qtbot: QtBot, drawer: Drawer, tmp_path: Path
) -> None:
    printer = CupsPrinter("drawer", station.faces(), 80, Patience(trouble_s=0.5))
    desk = PaperDesk(printer, Spool(tmp_path / "spool", partial(datetime.now, UTC)), look_every_s=0.1)
    told: list[str] = []
    states: list[str] = []
    desk.came.connect(lambda ticket: told.append(f"came {ticket}"))
    desk.failed.connect(lambda ticket: told.append(f"failed {ticket}"))
    desk.stateChanged.connect(lambda problem, near_end: states.append(problem))
    desk.open()
    said("cupsdisable", "drawer")
    qtbot.waitUntil(lambda: states == ["offline"])
    said("cupsenable", "drawer")
    qtbot.waitUntil(lambda: states == ["offline", ""])
    drawer.feel("empty")
    desk.print_ticket(replace(TRIAL, ticket="t-1"))
    qtbot.waitUntil(lambda: told == ["failed t-1"])
    assert states[2:] == ["paper_out"]
    drawer.feel("well")
    desk.print_ticket(replace(TRIAL, ticket="t-2"))
    qtbot.waitUntil(lambda: told[1:] == ["came t-2"])
    assert states[3:] == [""]
    desk.close()
    assert len(drawer.papers) == 1
    dispose(desk)


def test_the_queues_are_listed_tried_and_asked_by_hand(drawer: Drawer) -> None:
    code, listed = typed("printer", "list")
    assert code == 0
    assert {"queue:drawer", "queue:paper"} <= set(listed.splitlines())
    assert typed("printer", "status", "--printer", "queue:drawer") == (0, "The printer is ready.\n")
    assert typed("printer", "test", "--printer", "queue:drawer") == (0, "The ticket went through.\n")
    assert len(drawer.papers) == 1
    code, answer = typed("printer", "status", "--printer", "queue:nobody")
    assert code == 1
    assert "cannot be reached" in answer
