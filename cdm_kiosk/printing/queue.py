"""Follows a ticket through a print queue, and gives it up in time: what CUPS and Windows have in common."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.status import PaperState, PrinterProblem
from cdm_kiosk.printing.thermal import Patience

LOOK_EVERY_S = 0.25


@dataclass(frozen=True)
class Queue:
    """A queue as it is now: whether it takes jobs, and what it says of its printer."""

    takes_jobs: bool
    state: PaperState


GONE = Queue(takes_jobs=False, state=PaperState(PrinterProblem.UNREACHABLE))
"""A queue that nobody has set up, or whose server is away."""


@dataclass(frozen=True)
class Job:
    """A job as it is now: whether its queue is through with it, and what ails it, or ailed it in the end."""

    is_over: bool
    problem: PrinterProblem = PrinterProblem.NONE


def check_queue(name: str, queue: Queue) -> None:
    """Raises PrinterFault when the queue takes no jobs; a mere trouble of its last job does not count."""
    if not queue.takes_jobs:
        problem = queue.state.problem
        raise PrinterFault(f"printer_{problem}", f"queue {name} prints nothing: {problem}")


def follow(name: str, look: Callable[[], Job], take_back: Callable[[], None], patience: Patience) -> None:
    """Wait until a job of this queue is over; taken back when it fails, or when it cannot be looked at any more.

    Raises PrinterFault, and what ``look`` raises.
    """
    try:
        problem = _ended(look, patience).problem
    except Exception:
        take_back()
        raise
    if problem is not PrinterProblem.NONE:
        take_back()
        raise PrinterFault("printer_interrupted", f"queue {name} did not finish: {problem}", problem)


def _ended(look: Callable[[], Job], patience: Patience) -> Job:
    """The job as it is when it is over, or when its trouble lasts, or when its ticket took too long.

    A trouble must last: a queue tells that of its last job until the next one clears it, and a printer that takes
    no connection may serve another machine.
    """
    well_at = time.monotonic()
    end = well_at + patience.ticket_s
    while not (job := look()).is_over:
        now = time.monotonic()
        if job.problem is PrinterProblem.NONE:
            well_at = now
        elif now > well_at + _lasting_s(job.problem, patience):
            return job
        if now > end:
            return Job(is_over=False, problem=job.problem or PrinterProblem.OFFLINE)
        time.sleep(LOOK_EVERY_S)
    return job


def _lasting_s(problem: PrinterProblem, patience: Patience) -> float:
    """How long a trouble may last before the ticket is given up."""
    if problem is PrinterProblem.SILENT:
        return patience.ticket_s
    return patience.turn_s if problem in (PrinterProblem.UNREACHABLE, PrinterProblem.BUSY) else patience.trouble_s
