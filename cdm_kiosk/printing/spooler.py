"""Prints a ticket through Windows' spooler: its printer bytes, untouched by the driver, as a RAW job.

``Windows`` is the edge: pywin32's win32print, whose functions and constants are used under their own names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.queue import GONE, Job, Queue, check_queue, follow
from cdm_kiosk.printing.status import PaperState, PrinterProblem
from cdm_kiosk.printing.thermal import Patience

MOST_JOBS = 1000
EVERYTHING = 2
"""The level at which GetPrinter tells status and attributes."""


@dataclass(frozen=True)
class Windows:
    """The spooler's functions, and the exception that they raise."""

    win32print: Any
    error: type[Exception]


def this_machine() -> Windows:
    """Of this Windows machine; the libraries are nowhere else."""
    import pywintypes
    import win32print

    return Windows(win32print, pywintypes.error)


def queue_names(windows: Windows) -> list[str]:
    """The names of the machine's printers, as they stand in its settings."""
    api = windows.win32print
    kinds = api.PRINTER_ENUM_LOCAL | api.PRINTER_ENUM_CONNECTIONS
    return [name for _, _, name, _ in api.EnumPrinters(kinds, None, 1)]


def queue_now(windows: Windows, name: str) -> Queue:
    """Whether the queue is there and takes jobs, and what it says of its printer."""
    try:
        with _opened(windows, name) as handle:
            return _queue(windows, handle)
    except windows.error:
        return GONE


def print_raw(
    windows: Windows, name: str, document: bytes, patience: Patience, begun: Callable[[], None]
) -> PaperState:
    """Hand one ticket to the queue and wait until it has left it; returns the queue's state after it.

    Raises PrinterFault. A ticket that takes longer than its patience, or whose printer is in trouble, is
    taken out of the queue; paper may have come out all the same.
    """
    check_queue(name, queue_now(windows, name))
    begun()
    try:
        with _opened(windows, name) as handle:
            number = _hand_in(windows, handle, name, document)
            job = windows, handle, number
            follow(name, partial(_job, *job), partial(_take_back, *job), patience)
            return _queue(windows, handle).state
    except windows.error as fault:
        raise PrinterFault("printer_interrupted", f"queue {name} broke off: {fault}") from fault


@contextmanager
def _opened(windows: Windows, name: str) -> Iterator[Any]:
    handle = windows.win32print.OpenPrinter(name)
    try:
        yield handle
    finally:
        windows.win32print.ClosePrinter(handle)


def _hand_in(windows: Windows, handle: Any, name: str, document: bytes) -> int:
    """The number of the job that the ticket became."""
    api = windows.win32print
    try:
        number: int = api.StartDocPrinter(handle, 1, ("ticket", None, "RAW"))
    except windows.error as refused:
        raise PrinterFault("printer_unreachable", f"queue {name} took no job: {refused}") from refused
    try:
        rest = document
        while rest:
            written = api.WritePrinter(handle, rest)
            if written <= 0:
                raise PrinterFault("printer_interrupted", f"queue {name} took a part of the ticket")
            rest = rest[written:]
        api.EndDocPrinter(handle)
    except (PrinterFault, windows.error):
        _take_back(windows, handle, number)
        raise
    return number


def _take_back(windows: Windows, handle: Any, number: int) -> None:
    # One that is gone by itself meanwhile cannot be taken back.
    with suppress(windows.error):
        windows.win32print.SetJob(handle, number, 0, None, windows.win32print.JOB_CONTROL_DELETE)


def _queue(windows: Windows, handle: Any) -> Queue:
    api = windows.win32print
    answer = api.GetPrinter(handle, EVERYTHING)
    status, attributes = answer["Status"], answer["Attributes"]
    if status & (api.PRINTER_STATUS_PAUSED | api.PRINTER_STATUS_PENDING_DELETION):
        return Queue(takes_jobs=False, state=PaperState(PrinterProblem.OFFLINE))
    if attributes & api.PRINTER_ATTRIBUTE_WORK_OFFLINE:
        return Queue(takes_jobs=False, state=PaperState(PrinterProblem.OFFLINE))
    troubles = (
        (api.PRINTER_STATUS_DOOR_OPEN, PrinterProblem.COVER_OPEN),
        (api.PRINTER_STATUS_PAPER_OUT, PrinterProblem.PAPER_OUT),
        (api.PRINTER_STATUS_OFFLINE | api.PRINTER_STATUS_NOT_AVAILABLE, PrinterProblem.OFFLINE),
        (
            api.PRINTER_STATUS_ERROR
            | api.PRINTER_STATUS_PAPER_JAM
            | api.PRINTER_STATUS_PAPER_PROBLEM
            | api.PRINTER_STATUS_USER_INTERVENTION,
            PrinterProblem.ERROR,
        ),
    )
    return Queue(takes_jobs=True, state=PaperState(_first(status, troubles)))


def _job(windows: Windows, handle: Any, number: int) -> Job:
    api = windows.win32print
    listed = [each["Status"] for each in api.EnumJobs(handle, 0, MOST_JOBS, 1) if each["JobId"] == number]
    if not listed:
        return Job(is_over=True)
    (status,) = listed
    # A queue may be set to keep what it has printed.
    if status & (api.JOB_STATUS_PRINTED | api.JOB_STATUS_COMPLETE):
        return Job(is_over=True)
    if status & (api.JOB_STATUS_DELETING | api.JOB_STATUS_DELETED):
        return Job(is_over=True, problem=PrinterProblem.ERROR)
    troubles = (
        (api.JOB_STATUS_PAPEROUT, PrinterProblem.PAPER_OUT),
        (api.JOB_STATUS_OFFLINE | api.JOB_STATUS_PAUSED, PrinterProblem.OFFLINE),
        (
            api.JOB_STATUS_ERROR | api.JOB_STATUS_BLOCKED_DEVQ | api.JOB_STATUS_USER_INTERVENTION,
            PrinterProblem.ERROR,
        ),
    )
    return Job(is_over=False, problem=_first(status, troubles) or _queue(windows, handle).state.problem)


def _first(status: int, troubles: tuple[tuple[int, PrinterProblem], ...]) -> PrinterProblem:
    return next((problem for bits, problem in troubles if status & bits), PrinterProblem.NONE)
