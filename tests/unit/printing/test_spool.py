"""Tickets on their way to paper survive the process that printed them: none comes twice, none is forgotten."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.spool import Spool

Tickets = Callable[..., TicketPaper]
NOW = datetime(2026, 11, 22, 14, 52, tzinfo=UTC)

DYING_HOUSE = """
import os, signal, sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.spool import Spool

folder, now, dies_at = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), sys.argv[3]
paper = TicketPaper("Cité", 42, "", ("ici",), "", "http://hub/t/42", "", "", None, ticket="t-42")

def step(name):
    if name == dies_at:
        os.kill(os.getpid(), signal.SIGKILL)

def dying_replace(source, target, real=os.replace):
    step(f"before {target.suffix}")
    real(source, target)

os.replace = dying_replace
spool = Spool(folder, lambda: now)
ticket = spool.put(paper)
step("put")
spool.begin(ticket)
step("begun")
spool.end(ticket)
step("ended")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by SIGKILL")
@pytest.mark.parametrize(
    ("dies_at", "printed", "doubted"),
    [
        ("before .waiting", [], []),
        ("put", [42], []),
        ("before .begun", [42], []),
        ("begun", [], [42]),
        ("ended", [], []),
    ],
)
def test_a_house_killed_at_any_step_prints_once_or_doubts(
    tmp_path: Path, dies_at: str, printed: list[int], doubted: list[int]
) -> None:
    folder = tmp_path / "spool"
    command = [sys.executable, "-c", DYING_HOUSE, str(folder), NOW.isoformat(), dies_at]
    died = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])})
    assert died.returncode == -signal.SIGKILL
    spool = Spool(folder, lambda: NOW + timedelta(seconds=20))
    left = spool.left()
    assert [ticket.paper.number for ticket in left.to_print] == printed
    assert [paper.number for paper in left.doubtful] == doubted
    for ticket in left.to_print:
        spool.end(ticket)
    for paper in left.doubtful:
        spool.settle(paper.ticket)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("later", [timedelta(minutes=3), timedelta(seconds=-10)], ids=["late", "clock went back"])
def test_a_ticket_whose_visitor_has_left_is_told_and_not_printed(
    ticket: Tickets, tmp_path: Path, later: timedelta
) -> None:
    Spool(tmp_path, lambda: NOW).put(ticket())
    left = Spool(tmp_path, lambda: NOW + later).left()
    assert (left.to_print, left.doubtful) == ((), (ticket(),))


def test_nothing_of_yesterday_is_told_or_kept(ticket: Tickets, tmp_path: Path) -> None:
    spool = Spool(tmp_path, lambda: NOW)
    spool.begin(spool.put(ticket()))
    spool.put(ticket())
    left = Spool(tmp_path, lambda: NOW + timedelta(days=1)).left()
    assert (left.to_print, left.doubtful) == ((), ())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_holds_nobody_up(ticket: Tickets, tmp_path: Path) -> None:
    spool = Spool(tmp_path, lambda: NOW)
    (tmp_path / "0.waiting").write_bytes(b"{\xff")
    kept = spool.put(ticket())
    assert Spool(tmp_path, lambda: NOW).left().to_print == (kept,)


def test_a_file_of_the_first_format_knows_the_ticket_by_its_page(ticket: Tickets, tmp_path: Path) -> None:
    paper = asdict(ticket(follow_url="http://hub/t/t-42"))
    del paper["ticket"]
    (tmp_path / "1.failed").write_text(json.dumps({"at": NOW.isoformat(), "paper": paper}), "utf-8")
    spool = Spool(tmp_path, lambda: NOW)
    (doubted,) = spool.left().doubtful
    assert (doubted.number, doubted.ticket) == (42, "t-42")
    spool.settle("t-42")
    assert list(tmp_path.iterdir()) == []


def test_tickets_are_taken_up_in_the_order_they_were_asked(ticket: Tickets, tmp_path: Path) -> None:
    spool = Spool(tmp_path, lambda: NOW)
    for number in range(12):
        spool.put(ticket(number=number))
    left = Spool(tmp_path, lambda: NOW).left()
    assert [each.paper.number for each in left.to_print] == list(range(12))


def test_what_is_asked_while_the_spool_is_read_is_neither_lost_nor_printed_twice(
    ticket: Tickets, tmp_path: Path
) -> None:
    spool = Spool(tmp_path, lambda: NOW)
    # It is on its way to the printer already, in another thread.
    asked = spool.put(ticket())
    assert spool.left().to_print == ()
    spool.begin(asked)
    spool.end(asked)
    assert list(tmp_path.iterdir()) == []


def test_a_spool_that_was_never_used_has_nothing_left(tmp_path: Path) -> None:
    assert Spool(tmp_path / "never", lambda: NOW).left().to_print == ()
