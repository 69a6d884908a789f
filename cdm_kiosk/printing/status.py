"""What a receipt printer says of itself, read from the bytes that it answers (ESC/POS, DLE EOT and GS r)."""

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


class Problem(StrEnum):
    """Why no paper comes; ``NONE`` when it does."""

    NONE = ""
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"
    SILENT = "silent"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class PaperState:
    """Whether paper comes, and whether the roll is near its end."""

    problem: Problem = Problem.NONE
    near_end: bool = False

    @property
    def is_ready(self) -> bool:
        return self.problem is Problem.NONE


def understood(answers: bytes) -> PaperState | None:
    """The state that the three answers to ``ASKED_AT_ONCE`` tell, in their order; ``None`` when they are none.

    Each answer has bits 1 and 4 set and bits 0 and 7 clear: anything else is noise.
    """
    if len(answers) != len(ASKED_AT_ONCE) or any(byte & 0b10010011 != 0b00010010 for byte in answers):
        return None
    printer, offline, paper = answers
    near_end = bool(paper & 0b00001100)
    if offline & 0b00000100:
        return PaperState(Problem.COVER_OPEN, near_end)
    if paper & 0b01100000 or offline & 0b00100000:
        return PaperState(Problem.PAPER_OUT, near_end)
    if offline & 0b01000000:
        return PaperState(Problem.ERROR, near_end)
    if printer & 0b00001000:
        return PaperState(Problem.OFFLINE, near_end)
    return PaperState(Problem.NONE, near_end)


def is_done(answer: bytes) -> bool:
    """Whether a byte is the answer to ``ASK_WHEN_DONE``: bits 4 and 7 clear."""
    return len(answer) == 1 and answer[0] & 0b10010000 == 0
