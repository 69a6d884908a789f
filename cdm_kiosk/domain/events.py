"""What happened on the floor, one frozen dataclass an event; the day log is a sequence of these.

``at`` is an aware UTC datetime and, within a day, never earlier than that of the event before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class DayOpened:
    at: datetime
    date: Date
    kind: Literal["day_opened"] = "day_opened"


@dataclass(frozen=True, slots=True)
class DayClosed:
    """The doors shut. It outlives the erased day, so it carries what the same date would need to go on."""

    at: datetime
    date: Date
    last_number: int
    kind: Literal["day_closed"] = "day_closed"


@dataclass(frozen=True, slots=True)
class ShiftOpened:
    """A shift opens at a counter, or replaces the one that is open there."""

    at: datetime
    counter: str
    themes: tuple[str, ...]
    overflow: tuple[str, ...]
    languages: tuple[str, ...]
    until: datetime | None
    kind: Literal["shift_opened"] = "shift_opened"


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    at: datetime
    counter: str
    kind: Literal["shift_closed"] = "shift_closed"


@dataclass(frozen=True, slots=True)
class TicketIssued:
    """A number is given; ``ticket`` is 128 random bits, the only thing that a phone can know it by."""

    at: datetime
    ticket: str
    number: int
    theme: str
    language: str | None
    accessible: bool
    kind: Literal["ticket_issued"] = "ticket_issued"


@dataclass(frozen=True, slots=True)
class TicketCalled:
    at: datetime
    ticket: str
    number: int
    counter: str
    kind: Literal["ticket_called"] = "ticket_called"


@dataclass(frozen=True, slots=True)
class TicketRecalled:
    at: datetime
    ticket: str
    number: int
    counter: str
    kind: Literal["ticket_recalled"] = "ticket_recalled"


@dataclass(frozen=True, slots=True)
class InterviewStarted:
    at: datetime
    ticket: str
    counter: str
    kind: Literal["interview_started"] = "interview_started"


@dataclass(frozen=True, slots=True)
class InterviewFinished:
    at: datetime
    ticket: str
    counter: str
    kind: Literal["interview_finished"] = "interview_finished"


@dataclass(frozen=True, slots=True)
class TicketNoShow:
    at: datetime
    ticket: str
    counter: str
    kind: Literal["ticket_no_show"] = "ticket_no_show"


@dataclass(frozen=True, slots=True)
class TicketBack:
    """A visitor who was absent is there again and waits in the old place."""

    at: datetime
    ticket: str
    kind: Literal["ticket_back"] = "ticket_back"


@dataclass(frozen=True, slots=True)
class TicketWithdrawn:
    at: datetime
    ticket: str
    kind: Literal["ticket_withdrawn"] = "ticket_withdrawn"


TicketEvent = (
    TicketIssued
    | TicketCalled
    | TicketRecalled
    | InterviewStarted
    | InterviewFinished
    | TicketNoShow
    | TicketBack
    | TicketWithdrawn
)

Event = DayOpened | DayClosed | ShiftOpened | ShiftClosed | TicketEvent
