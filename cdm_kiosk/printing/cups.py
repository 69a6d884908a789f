"""Prints a ticket through the system's own print queue (CUPS), on paper of the ticket's true size.

The queue is spoken to by CUPS' own commands: `lpstat`, `lp` and `cancel` are wherever a CUPS printer is, and the
libraries for it must be compiled on the machine.
"""

from __future__ import annotations

import math
import os
import re
import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.queue import GONE, Job, Queue, check_queue, follow
from cdm_kiosk.printing.status import PaperState, PrinterProblem
from cdm_kiosk.printing.thermal import Patience

ANSWER_S = 3.0
"""How long a command may take: they wait without end for a print server that does not answer."""
NO_ANSWER = (OSError, subprocess.TimeoutExpired)
"""Raised when a command is not there, refuses, or takes too long."""
MM_PER_POINT = 25.4 / 72
TROUBLES = {
    "media-empty": PrinterProblem.PAPER_OUT,
    "media-needed": PrinterProblem.PAPER_OUT,
    "cover-open": PrinterProblem.COVER_OPEN,
    "door-open": PrinterProblem.COVER_OPEN,
    "offline": PrinterProblem.OFFLINE,
    "shutdown": PrinterProblem.OFFLINE,
    "media-jam": PrinterProblem.ERROR,
}
"""Of the reasons in RFC 8011 5.4.12 those that keep a ticket from its paper."""
SAID = {
    "The printer is in use.": PrinterProblem.BUSY,
    "Waiting for printer to finish.": PrinterProblem.SILENT,
    "Connecting to printer.": PrinterProblem.UNREACHABLE,
    "The printer is not connected.": PrinterProblem.UNREACHABLE,
    "The printer is not responding.": PrinterProblem.UNREACHABLE,
    "The printer did not respond.": PrinterProblem.UNREACHABLE,
    "The printer is unreachable at this time.": PrinterProblem.UNREACHABLE,
    "The printer may not exist or is unavailable at this time.": PrinterProblem.UNREACHABLE,
    "The printer configuration is incorrect or the printer no longer exists.": PrinterProblem.UNREACHABLE,
    "Unable to locate printer": PrinterProblem.UNREACHABLE,
    "Unable to contact printer": PrinterProblem.UNREACHABLE,
}
"""What CUPS' ways to a network printer (socket, ipp, lpd) say of a job by message alone, by how it begins."""
AWAITS_RETRY = "resources-are-not-ready"
"""What a job says that its printer refused and that the queue will send again."""


class Refused(OSError):
    """A command that did nothing, and said why."""


def queue_names() -> list[str]:
    """The names of the queues of this system; none when there is no CUPS."""
    try:
        listed = _run("lpstat", "-a")
    except NO_ANSWER:
        return []
    return [line.split()[0] for line in listed.splitlines() if line[:1].strip()]


def queue_now(name: str) -> Queue:
    """Whether the queue is there and takes jobs, and what it says of its printer."""
    try:
        answer = _run("lpstat", "-l", "-p", name, "-a", name)
    except NO_ANSWER:
        return GONE
    first, _, details = answer.partition("\n")
    if not first.startswith(f"printer {name} "):
        return GONE
    if " disabled since " in first or f"\n{name} accepting requests " not in details:
        return Queue(takes_jobs=False, state=PaperState(PrinterProblem.OFFLINE))
    return Queue(takes_jobs=True, state=state_by(_alerts(details)))


def state_by(reasons: Iterable[str]) -> PaperState:
    """What a printer's state reasons mean; a mere warning or report is none but of the line and the roll's end."""
    problem, near_end = PrinterProblem.NONE, False
    for reason in reasons:
        name, _, weight = reason.rpartition("-") if reason.endswith(("-warning", "-report")) else (reason, "", "")
        plain = name.removesuffix("-error")
        near_end = near_end or plain == "media-low"
        if not weight or plain == "offline":
            problem = problem or TROUBLES.get(plain, PrinterProblem.NONE)
    return PaperState(problem, near_end)


def print_pdf(name: str, document: bytes, patience: Patience, begun: Callable[[], None]) -> PaperState:
    """Hand one page to the queue and wait until it has left it; returns the queue's state after it.

    Raises PrinterFault. A page that takes longer than its patience, or whose printer is in trouble, is
    cancelled; paper may have come out all the same.
    """
    check_queue(name, queue_now(name))
    options = _options(document)
    begun()
    try:
        job = _hand_in(name, document, options)
        follow(name, lambda: _job_now(name, job), lambda: _take_back(job), patience)
    except NO_ANSWER as fault:
        raise PrinterFault("printer_interrupted", f"queue {name} broke off: {fault}") from fault
    return queue_now(name).state


def _options(document: bytes) -> tuple[str, ...]:
    """What the queue must do with the page: paper of its size, nothing before, after, or shrunk."""
    box = re.search(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]", document)
    if box is None:
        raise ValueError("a ticket's PDF has one page with a MediaBox")
    # Rounded up: on paper that is too short, the last line would make a second one. Some drivers cut the length
    # down to a whole point.
    width_mm = math.ceil(float(box[1]) * MM_PER_POINT - 0.01)
    height_mm = math.ceil(math.ceil(float(box[2])) * MM_PER_POINT + 0.001)
    media = f"media=Custom.{width_mm}x{height_mm}mm"
    return "-n", "1", "-o", media, "-o", "print-scaling=none", "-o", "job-sheets=none"


def _hand_in(name: str, document: bytes, options: tuple[str, ...]) -> str:
    """The name of the job that the page became."""
    try:
        said = _run("lp", "-d", name, *options, "-t", "ticket", given=document)
    except Refused as refused:
        raise PrinterFault("printer_unreachable", f"queue {name} took no job: {refused}") from refused
    job = re.match(r"request id is (\S+-\d+)", said)
    if job is None:
        raise OSError(f"what lp says names no job: {said}")
    return job[1]


def _job_now(name: str, job: str) -> Job:
    waiting = _details(_run("lpstat", "-l", "-o", name), job)
    if waiting is None:
        # A queue that keeps no history has nothing more to tell.
        ended = _details(_run("lpstat", "-l", "-W", "completed", "-o", name), job) or ""
        return Job(
            is_over=True, problem=PrinterProblem.ERROR if _has_failed(_alerts(ended)) else PrinterProblem.NONE
        )
    if _has_failed(_alerts(waiting)):
        return Job(is_over=True, problem=PrinterProblem.ERROR)
    trouble = PrinterProblem.ERROR if AWAITS_RETRY in _alerts(waiting) else _said(waiting)
    return Job(is_over=False, problem=queue_now(name).state.problem or trouble)


def _details(listing: str, job: str) -> str | None:
    """The lines about a job in what `lpstat -l -o` says; ``None`` when it is not there."""
    entry = re.search(rf"^{re.escape(job)} .*\n((?:\s.*\n)*)", listing, re.MULTILINE)
    return None if entry is None else entry[1]


def _said(details: str) -> PrinterProblem:
    """The trouble that a job's message tells, where its reasons tell none."""
    message = re.search(r"^\s+Status: (.*)$", details, re.MULTILINE)
    said = "" if message is None else message[1]
    return next((problem for begins, problem in SAID.items() if said.startswith(begins)), PrinterProblem.NONE)


def _has_failed(reasons: Iterable[str]) -> bool:
    """Of the reasons in RFC 8011 5.3.8: given up, cancelled, or stopped in the queue and never to be released."""
    return any(re.search("abort|cancel|error|job-stopped", reason) for reason in reasons)


def _alerts(details: str) -> list[str]:
    line = re.search(r"^\s+Alerts: (.*)$", details, re.MULTILINE)
    return [] if line is None else line[1].split()


def _take_back(job: str) -> None:
    # One that is gone by itself meanwhile cannot be cancelled.
    with suppress(*NO_ANSWER):
        _run("cancel", job)


def _run(*command: str, given: bytes = b"") -> str:
    # The answers are read: they must not come in the desk's language.
    english = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=ANSWER_S, env=english)
    if done.returncode != 0:
        raise Refused(done.stderr.decode(errors="replace").strip())
    return done.stdout.decode(errors="replace")
