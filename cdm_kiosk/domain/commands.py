"""What people ask of the house, one frozen dataclass a command; identities are given, never made here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Opens ``date`` with the site's standing shifts."""

    date: Date


@dataclass(frozen=True, slots=True)
class CloseDay:
    """``date`` closes that day and no other; without it, whichever is open."""

    date: Date | None = None


@dataclass(frozen=True, slots=True)
class OpenShift:
    """Opens a shift, or changes the open one. ``themes`` come first, ``overflow`` when one is free to help."""

    counter: str
    themes: tuple[str, ...]
    overflow: tuple[str, ...]
    languages: tuple[str, ...]
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CloseShift:
    counter: str


@dataclass(frozen=True, slots=True)
class IssueTicket:
    """``ticket`` is a fresh random identity; ``accessible`` asks for a counter that a wheelchair reaches."""

    ticket: str
    theme: str
    language: str | None = None
    accessible: bool = False


@dataclass(frozen=True, slots=True)
class CallNext:
    counter: str


@dataclass(frozen=True, slots=True)
class Recall:
    counter: str


@dataclass(frozen=True, slots=True)
class StartInterview:
    counter: str


@dataclass(frozen=True, slots=True)
class FinishInterview:
    counter: str


@dataclass(frozen=True, slots=True)
class MarkNoShow:
    counter: str


@dataclass(frozen=True, slots=True)
class BringBack:
    ticket: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    ticket: str


Command = (
    OpenDay
    | CloseDay
    | OpenShift
    | CloseShift
    | IssueTicket
    | CallNext
    | Recall
    | StartInterview
    | FinishInterview
    | MarkNoShow
    | BringBack
    | Withdraw
)
