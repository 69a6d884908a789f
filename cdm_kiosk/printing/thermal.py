"""Talks with a thermal printer: asks its state, sends a ticket once, and waits until the paper is there."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.status import (
    ASK_WHEN_DONE,
    ASKED_AT_ONCE,
    AnswerReader,
    PaperState,
    PrinterProblem,
    understood,
)
from cdm_kiosk.printing.transport import HungUp, Line, Wire, opened

PIECE_BYTES = 4096
FORGET = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: drop what was received and not printed, or the rest would come out with the next roll."""
RETRY_EVERY_S = 0.25
DONE_ANSWERS = 2


@dataclass(frozen=True)
class Patience:
    """How long a printer may take: for an answer about itself, for a whole ticket on paper, at a print queue for a
    trouble in mid-ticket to pass, for another machine's ticket before ours, and to say nothing in mid-ticket.
    """

    answer_s: float = 1.0
    ticket_s: float = 60.0
    trouble_s: float = 3.0
    turn_s: float = 10.0
    silence_s: float = 4.0


def state_of(wire: Wire, is_mute: bool, patience: Patience) -> PaperState:
    """What the printer says of itself now; of a mute one, whether it takes a connection."""
    try:
        with opened(wire) as line:
            return PaperState() if is_mute else _Conversation(line).ask(patience, patience.answer_s)
    except OSError:
        return PaperState(PrinterProblem.UNREACHABLE)


def print_job(wire: Wire, job: bytes, is_mute: bool, patience: Patience, begun: Callable[[], None]) -> PaperState:
    """Send a whole ticket once; returns the printer's state after it, when its paper is there.

    Most printers serve one machine at a time: one that refuses, hangs up or says nothing is waited for.
    ``begun`` is called after the printer said that it is ready and before the ticket's first byte.
    Raises PrinterFault: with "printer_interrupted", and only then, paper may have come out. Of a mute printer
    nobody knows more than that it took every byte.
    """
    with _turn(wire, is_mute, patience) as conversation:
        begun()
        try:
            return conversation.print(job, is_mute, patience)
        except OSError as fault:
            raise PrinterFault("printer_interrupted", f"printer {wire} broke off in mid-ticket: {fault}") from fault
        except Interrupted as stopped:
            conversation.forget(patience)
            raise PrinterFault(
                "printer_interrupted", f"printer {wire} stopped in mid-ticket: {stopped.problem}", stopped.problem
            ) from stopped


class Interrupted(Exception):
    """The printer stopped in mid-ticket."""

    def __init__(self, problem: PrinterProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@contextmanager
def _turn(wire: Wire, is_mute: bool, patience: Patience) -> Iterator[_Conversation]:
    """A connection on which the printer said that it is ready. Raises PrinterFault when it does not in time."""
    end = time.monotonic() + patience.turn_s
    while True:
        with ExitStack() as closed_after:
            try:
                conversation = _Conversation(closed_after.enter_context(opened(wire)))
                answer_s = max(patience.answer_s, end - time.monotonic())
                state = PaperState() if is_mute else conversation.ask(patience, answer_s)
            except socket.gaierror as fault:
                raise PrinterFault("printer_unknown", f"no machine is called so: {wire}: {fault}") from fault
            except OSError as fault:
                if not isinstance(fault, ConnectionError) or time.monotonic() > end:
                    raise PrinterFault("printer_unreachable", f"printer {wire} does not answer: {fault}") from fault
                time.sleep(RETRY_EVERY_S)
                continue
            if not state.is_ready:
                raise PrinterFault(f"printer_{state.problem}", f"printer {wire} prints nothing: {state.problem}")
            yield conversation
            return


class _Conversation:
    """What was asked on one connection, and what came back."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._answers = AnswerReader()
        self._asked = self._asked_when_done = 0

    def ask(self, patience: Patience, answer_s: float) -> PaperState:
        """The printer's state; SILENT without an answer within this time, ERROR with one that makes no sense."""
        self._ask_at_once(patience)
        end = time.monotonic() + answer_s
        while (state := self._answered()) is None and (left := end - time.monotonic()) > 0:
            self._answers.read(self._line.receive(left))
        if state is not None:
            return state
        if not self._answers.unasked.is_ready:
            return self._answers.unasked
        return PaperState(PrinterProblem.ERROR if self._answers.at_once else PrinterProblem.SILENT)

    def print(self, job: bytes, is_mute: bool, patience: Patience) -> PaperState:
        """The state after the ticket. Raises Interrupted when it did not come, or when nobody can be sure."""
        self._answers.unasked = PaperState()
        # Nobody knows when the turn of a mute one has come.
        stall_s = patience.turn_s if is_mute else patience.silence_s
        try:
            for start in range(0, len(job), PIECE_BYTES):
                self._line.send(job[start : start + PIECE_BYTES], stall_s)
        except TimeoutError as stalled:
            self._answers.read(self._line.receive(RETRY_EVERY_S))
            raise Interrupted(self._answers.unasked.problem or PrinterProblem.SILENT) from stalled
        if not is_mute:
            return self._wait_until_done(patience)
        # One that dropped its job resets the line a moment later; one that hangs up has taken all.
        with suppress(HungUp):
            self._line.receive(patience.answer_s)
        return PaperState()

    def forget(self, patience: Patience) -> None:
        """Tell the printer to drop what it has not printed."""
        with suppress(OSError):
            self._line.send(FORGET, patience.answer_s)

    def _wait_until_done(self, patience: Patience) -> PaperState:
        """The state after the paper came. Raises Interrupted when it did not, or when nobody can be sure.

        "Done" is one byte, and many bytes look like it: it is asked twice, and both answers must be the same and
        come alone. Meanwhile the printer is asked whether it still can.
        """
        answers, line = self._answers, self._line
        # What came before the question tells nothing of its answer.
        answers.when_done = b""
        self._ask_when_done(patience)
        end = time.monotonic() + patience.ticket_s
        heard_at = time.monotonic()
        while (now := time.monotonic()) < min(end, heard_at + patience.silence_s):
            received = line.receive(min(patience.answer_s, heard_at + patience.silence_s - now))
            answers.read(received)
            state = self._answered()
            for each in (state or PaperState(), answers.unasked):
                if not each.is_ready:
                    raise Interrupted(each.problem)
            if len(answers.when_done) == DONE_ANSWERS:
                return self._after(patience)
            if len(answers.when_done) == self._asked_when_done:
                self._ask_when_done(patience)
            elif state is None:
                continue
            elif not received:
                self._ask_at_once(patience)
            heard_at = time.monotonic()
        raise Interrupted(PrinterProblem.SILENT)

    def _after(self, patience: Patience) -> PaperState:
        """The state when the paper is there."""
        state = self.ask(patience, patience.answer_s)
        # The roll may have ended under the last lines: only a person can see whether the paper will do.
        if state.problem is PrinterProblem.PAPER_OUT or self._makes_no_sense():
            raise Interrupted(state.problem)
        return state

    def _ask_at_once(self, patience: Patience) -> None:
        self._line.send(b"".join(ASKED_AT_ONCE), patience.silence_s)
        self._asked += len(ASKED_AT_ONCE)

    def _ask_when_done(self, patience: Patience) -> None:
        self._line.send(ASK_WHEN_DONE, patience.silence_s)
        self._asked_when_done += 1

    def _answered(self) -> PaperState | None:
        """The answer to the last question; None while it is not whole."""
        if self._makes_no_sense():
            return PaperState(PrinterProblem.ERROR)
        if len(self._answers.at_once) < self._asked:
            return None
        return understood(self._answers.at_once[-len(ASKED_AT_ONCE) :])

    def _makes_no_sense(self) -> bool:
        answers = self._answers
        is_surplus = len(answers.at_once) > self._asked or len(answers.when_done) > self._asked_when_done > 0
        return answers.is_noisy or is_surplus or len(set(answers.when_done)) > 1
