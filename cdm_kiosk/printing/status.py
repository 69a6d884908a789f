"""What a receipt printer says of itself, read from its bytes (ESC/POS: DLE EOT, GS r and Automatic Status Back).

The fixed bits of a byte tell what it belongs to:

- ``0xx1xx10``: an answer to DLE EOT;
- ``0xx1xx00``, then three of ``0xx0xxxx``: a status that nobody asked for (Automatic Status Back);
- ``0xx0xxxx`` by itself: an answer to GS r;
- XON and XOFF: the pace of a serial line, no answer.

Anything else is no printer's answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ASK_PRINTER: Final = b"\x10\x04\x01"
ASK_OFFLINE: Final = b"\x10\x04\x02"
ASK_PAPER: Final = b"\x10\x04\x04"
ASKED_AT_ONCE: Final = (ASK_PRINTER, ASK_OFFLINE, ASK_PAPER)
"""Answered at once, whatever the printer is doing; one byte each."""
ASK_WHEN_DONE: Final = b"\x1dr\x01"
"""Answered, in one byte, when everything that was sent before is on paper."""
FRAME_BYTES: Final = 4
XON, XOFF = 0x11, 0x13


class PrinterProblem(StrEnum):
    """Why no paper comes; ``NONE`` when it does."""

    NONE = ""
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"
    BUSY = "busy"
    SILENT = "silent"
    UNREACHABLE = "unreachable"


PROBLEMS_SAID = {
    PrinterProblem.NONE: "The printer is ready.",
    PrinterProblem.PAPER_OUT: "The printer has no paper.",
    PrinterProblem.COVER_OPEN: "The printer's cover is open.",
    PrinterProblem.OFFLINE: "The printer is off line: look for a lit button or lamp.",
    PrinterProblem.ERROR: "The printer reports an error, or what it answers makes no sense.",
    PrinterProblem.BUSY: "The printer serves another machine.",
    PrinterProblem.SILENT: (
        "The printer takes a connection and says nothing of its state. If it never can, add ?mute."
    ),
    PrinterProblem.UNREACHABLE: "The printer cannot be reached: is it plugged in and switched on?",
}
"""As a terminal says it."""


@dataclass(frozen=True, slots=True)
class PaperState:
    """Whether paper comes, and whether the roll is near its end."""

    problem: PrinterProblem = PrinterProblem.NONE
    near_end: bool = False

    @property
    def is_ready(self) -> bool:
        return self.problem is PrinterProblem.NONE


class AnswerReader:
    """Sorts a printer's bytes, in pieces of any size, into answers and status that nobody asked for.

    ``at_once`` are the answers to DLE EOT so far, ``when_done`` those to GS r. ``unasked`` is the last status that
    came by itself. ``is_noisy`` tells whether a byte came that no printer sends.
    """

    def __init__(self) -> None:
        self.at_once = b""
        self.when_done = b""
        self.unasked = PaperState()
        self.is_noisy = False
        self._frame = b""

    def read(self, received: bytes) -> None:
        """Take the next bytes of the connection."""
        for byte in received:
            self._take(byte)

    def _take(self, byte: int) -> None:
        fixed = byte & 0b10010011
        if fixed == 0b00010010:
            self.at_once += bytes([byte])
        elif fixed == 0b00010000 and not self._frame:
            self._frame = bytes([byte])
        elif byte & 0b10010000 == 0 and not self._frame:
            self.when_done += bytes([byte])
        elif byte & 0b10010000 == 0:
            self._frame += bytes([byte])
            if len(self._frame) == FRAME_BYTES:
                self.unasked, self._frame = _unasked_state(self._frame), b""
        elif byte not in (XON, XOFF):
            self.is_noisy = True


def understood(answers: bytes) -> PaperState:
    """The state that the three answers to ``ASKED_AT_ONCE`` tell, in their order."""
    printer, offline, paper = answers
    return _state(
        near_end=bool(paper & 0b00001100),
        cover_open=bool(offline & 0b00000100),
        paper_out=bool(paper & 0b01100000 or offline & 0b00100000),
        error=bool(offline & 0b01000000),
        offline=bool(printer & 0b00001000),
    )


def _unasked_state(frame: bytes) -> PaperState:
    """The state that the four bytes of an Automatic Status Back tell."""
    printer, error, paper, _ = frame
    return _state(
        near_end=bool(paper & 0b00000011),
        cover_open=bool(printer & 0b00100000),
        paper_out=bool(paper & 0b00001100),
        error=bool(error & 0b01101000),
        offline=bool(printer & 0b00001000),
    )


def _state(*, near_end: bool, cover_open: bool, paper_out: bool, error: bool, offline: bool) -> PaperState:
    """One state of what may be the matter at once: what a person can mend comes first."""
    if cover_open:
        return PaperState(PrinterProblem.COVER_OPEN, near_end)
    if paper_out:
        return PaperState(PrinterProblem.PAPER_OUT, near_end)
    if error:
        return PaperState(PrinterProblem.ERROR, near_end)
    if offline:
        return PaperState(PrinterProblem.OFFLINE, near_end)
    return PaperState(PrinterProblem.NONE, near_end)
