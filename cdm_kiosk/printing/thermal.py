"""Talks with a thermal printer: asks its state, sends a ticket once, and waits until the paper is there."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.status import (
    ASK_WHEN_DONE,
    ASKED_AT_ONCE,
    PaperState,
    Problem,
    is_done,
    understood,
)
from cdm_kiosk.printing.transport import HungUp, OpenLine, Wire

PIECE_BYTES = 4096
FORGET = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: drop what was received and not printed, or the rest would come out with the next roll."""


@dataclass(frozen=True)
class Patience:
    """How long a printer may take: for an answer about itself, for a whole ticket on paper, and, at a print queue,
    for a trouble in mid-ticket to pass.
    """

    answer_s: float = 1.0
    ticket_s: float = 60.0
    trouble_s: float = 3.0


def state_of(wire: Wire, is_mute: bool, patience: Patience) -> PaperState:
    """What the printer says of itself now; of a mute one, whether it takes a connection."""
    try:
        with wire.open() as line:
            return PaperState() if is_mute else _ask(line, patience)
    except OSError:
        return PaperState(Problem.UNREACHABLE)


def print_job(wire: Wire, job: bytes, is_mute: bool, patience: Patience, begun: Callable[[], None]) -> PaperState:
    """Send a whole ticket once; returns the printer's state after it, when its paper is there.

    ``begun`` is called after the printer said that it is ready and before the ticket's first byte.
    Raises PrinterFault: with "printer_interrupted", and only then, paper may have come out. Of a mute printer
    nobody knows more than that it took every byte.
    """
    try:
        opened = wire.open()
    except socket.gaierror as fault:
        raise PrinterFault("printer_unknown", f"no machine is called so: {wire}: {fault}") from fault
    except OSError as fault:
        raise PrinterFault("printer_unreachable", f"printer {wire} does not answer: {fault}") from fault
    with opened as line:
        try:
            state = PaperState() if is_mute else _ask(line, patience)
        except OSError as fault:
            raise PrinterFault("printer_unreachable", f"printer {wire} hung up: {fault}") from fault
        if not state.is_ready:
            raise PrinterFault(f"printer_{state.problem}", f"printer {wire} prints nothing: {state.problem}")
        begun()
        try:
            for start in range(0, len(job), PIECE_BYTES):
                line.send(job[start : start + PIECE_BYTES])
            if is_mute:
                _listen(line, patience)
                return state
            return _when_done(line, patience)
        except OSError as fault:
            raise PrinterFault("printer_interrupted", f"printer {wire} broke off in mid-ticket: {fault}") from fault
        except Interrupted as stopped:
            with suppress(OSError):
                line.send(FORGET)
            raise PrinterFault(
                "printer_interrupted", f"printer {wire} stopped in mid-ticket: {stopped.problem}", stopped.problem
            ) from stopped


class Interrupted(Exception):
    """The printer stopped in mid-ticket."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def _ask(line: OpenLine, patience: Patience) -> PaperState:
    line.send(b"".join(ASKED_AT_ONCE))
    answers = b""
    end = time.monotonic() + patience.answer_s
    while len(answers) < len(ASKED_AT_ONCE) and (left := end - time.monotonic()) > 0:
        answers += line.receive(left)
    if not answers:
        return PaperState(Problem.SILENT)
    return understood(answers) or PaperState(Problem.ERROR)


def _when_done(line: OpenLine, patience: Patience) -> PaperState:
    """Wait for the answer that comes after the paper, and look meanwhile whether the printer still can."""
    line.send(ASK_WHEN_DONE)
    end = time.monotonic() + patience.ticket_s
    while time.monotonic() < end:
        answers = line.receive(patience.answer_s)
        if not _has_done(answers):
            line.send(b"".join(ASKED_AT_ONCE))
            answers = line.receive(patience.answer_s)
        if _has_done(answers):
            after = _ask(line, patience)
            # The roll may have ended under the last lines: only a person can see whether the paper will do.
            if after.problem is Problem.PAPER_OUT:
                raise Interrupted(Problem.PAPER_OUT)
            return after
        state = understood(answers)
        if state is not None and not state.is_ready:
            raise Interrupted(state.problem)
    raise Interrupted(Problem.SILENT)


def _has_done(answers: bytes) -> bool:
    return any(is_done(bytes([byte])) for byte in answers)


def _listen(line: OpenLine, patience: Patience) -> None:
    """A mute printer that dropped its job resets the line a moment later; one that hangs up has taken all."""
    with suppress(HungUp):
        line.receive(patience.answer_s)
