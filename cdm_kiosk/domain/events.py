"""What happened on the floor, one frozen dataclass an event; the day log is a sequence of these.

``at`` is an aware UTC datetime and, within a day, never earlier than that of the event before, unless the clock was
set between the two (``ClockChecked``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from enum import StrEnum
from typing import Literal

from cdm_kiosk.domain.experience import Experience
from cdm_kiosk.domain.site import Labels, Site


@dataclass(frozen=True, slots=True)
class DayOpened:
    at: datetime
    date: Date
    kind: Literal["day_opened"] = "day_opened"


@dataclass(frozen=True, slots=True)
class DayClosed:
    """The doors shut. It outlives the erased day, so it carries what the same date would need to go on.

    ``known`` is what the house has learnt of all its days together. ``doubted``: nobody knows which day it was.
    """

    at: datetime
    date: Date
    last_number: int
    known: Experience = field(default_factory=Experience)
    doubted: bool = False
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
class BreakTaken:
    """Nobody is called to a counter for a while, and why is not asked; ``back_at`` is when to expect it back."""

    at: datetime
    counter: str
    back_at: datetime | None
    kind: Literal["break_taken"] = "break_taken"


@dataclass(frozen=True, slots=True)
class BreakEnded:
    at: datetime
    counter: str
    kind: Literal["break_ended"] = "break_ended"


@dataclass(frozen=True, slots=True)
class EntryClosed:
    """No number is given any more; whoever has one is received."""

    at: datetime
    kind: Literal["entry_closed"] = "entry_closed"


@dataclass(frozen=True, slots=True)
class EntryOpened:
    at: datetime
    kind: Literal["entry_opened"] = "entry_opened"


@dataclass(frozen=True, slots=True)
class ThemePaused:
    """No number is given for a theme for a while; ``message`` (by language) says why to everybody, if it says."""

    at: datetime
    theme: str
    message: Labels
    kind: Literal["theme_paused"] = "theme_paused"


@dataclass(frozen=True, slots=True)
class ThemeResumed:
    at: datetime
    theme: str
    kind: Literal["theme_resumed"] = "theme_resumed"


@dataclass(frozen=True, slots=True)
class MessagePosted:
    """What reception tells everybody on the displays, by language; it replaces what was told before."""

    at: datetime
    message: Labels
    kind: Literal["message_posted"] = "message_posted"


@dataclass(frozen=True, slots=True)
class MessageRemoved:
    at: datetime
    kind: Literal["message_removed"] = "message_removed"


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """An advisor asks reception to come; why is said in person."""

    at: datetime
    counter: str
    kind: Literal["help_asked"] = "help_asked"


@dataclass(frozen=True, slots=True)
class HelpCame:
    at: datetime
    counter: str
    kind: Literal["help_came"] = "help_came"


class Contact(StrEnum):
    """Why people come to reception without needing a number."""

    DOCUMENTATION = "documentation"
    COMPUTERS = "computers"
    EVENT = "event"
    QUICK = "quick"
    CLOSED = "closed"
    """Asked for something that is closed."""


@dataclass(frozen=True, slots=True)
class ContactCounted:
    """One contact without a ticket more, or one less where a tap was a mistake."""

    at: datetime
    contact: Contact
    by: Literal[1, -1]
    kind: Literal["contact_counted"] = "contact_counted"


class Precedence(StrEnum):
    """What lets a visitor go earlier than the clock says, in rising order."""

    NONE = "none"
    HAND_OVER = "hand_over"
    PRIORITY = "priority"


@dataclass(frozen=True, slots=True)
class TicketIssued:
    """A number is given; ``ticket`` is 128 random bits, the only thing that a phone can know it by.

    ``place_at`` is the effective arrival: when the visitor counts as having come.
    """

    at: datetime
    ticket: str
    number: int
    theme: str
    language: str | None
    accessible: bool
    people: int
    precedence: Precedence
    place_at: datetime
    kind: Literal["ticket_issued"] = "ticket_issued"


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """A number is called. ``occasion`` counts the day's calls and recalls; those called together share one."""

    at: datetime
    ticket: str
    number: int
    counter: str
    occasion: int = 0
    kind: Literal["ticket_called"] = "ticket_called"


@dataclass(frozen=True, slots=True)
class CallUndone:
    """The call was a mistake: the visitor waits in the old place."""

    at: datetime
    ticket: str
    number: int
    counter: str
    kind: Literal["call_undone"] = "call_undone"


@dataclass(frozen=True, slots=True)
class TicketRecalled:
    at: datetime
    ticket: str
    number: int
    counter: str
    occasion: int = 0
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
class TicketHandedOver:
    """A visitor is passed on under the same number; for ``to_counter`` alone until ``until``, if one is named."""

    at: datetime
    ticket: str
    counter: str
    theme: str
    to_counter: str | None
    until: datetime | None
    precedence: Precedence
    place_at: datetime
    kind: Literal["ticket_handed_over"] = "ticket_handed_over"


@dataclass(frozen=True, slots=True)
class TicketParked:
    """A visitor waits aside until ``until``, then is in line again, for the same counter first."""

    at: datetime
    ticket: str
    counter: str
    until: datetime
    kind: Literal["ticket_parked"] = "ticket_parked"


@dataclass(frozen=True, slots=True)
class TimeTaken:
    """A visitor lets others pass until ``until``, then waits in the old place again: behind those who passed."""

    at: datetime
    ticket: str
    until: datetime
    kind: Literal["time_taken"] = "time_taken"


@dataclass(frozen=True, slots=True)
class PrecedenceGiven:
    at: datetime
    ticket: str
    precedence: Precedence
    place_at: datetime
    kind: Literal["precedence_given"] = "precedence_given"


@dataclass(frozen=True, slots=True)
class TicketCorrected:
    """A ticket's theme and language as they should have been; number, arrival and place are the same."""

    at: datetime
    ticket: str
    theme: str
    language: str | None
    kind: Literal["ticket_corrected"] = "ticket_corrected"


@dataclass(frozen=True, slots=True)
class TicketBack:
    """Who was absent or aside waits in the old place; for ``to_counter`` alone until ``until``, if named."""

    at: datetime
    ticket: str
    to_counter: str | None
    until: datetime | None
    kind: Literal["ticket_back"] = "ticket_back"


@dataclass(frozen=True, slots=True)
class PaperTold:
    """The ticket's paper ``came``, or may be in nobody's hands; its place in line stays as it is."""

    at: datetime
    ticket: str
    came: bool
    kind: Literal["paper_told"] = "paper_told"


@dataclass(frozen=True, slots=True)
class TicketWithdrawn:
    at: datetime
    ticket: str
    kind: Literal["ticket_withdrawn"] = "ticket_withdrawn"


@dataclass(frozen=True, slots=True)
class SiteChanged:
    """The house is arranged anew: from here on ``site`` is the site. Shifts and tickets stay as they are."""

    at: datetime
    site: Site
    kind: Literal["site_changed"] = "site_changed"


@dataclass(frozen=True, slots=True)
class ClockChecked:
    """The hub's clock was set, or is no longer doubted, or is from here on.

    ``by_s`` is how far it was set forward: every time that the floor holds moves as far, for nobody has waited
    longer or shorter. ``date`` is the open day's from here on. ``doubted``: it stands where it cannot be right.
    """

    at: datetime
    date: Date | None
    by_s: float
    doubted: bool
    kind: Literal["clock_checked"] = "clock_checked"


TicketEvent = (
    TicketIssued
    | TicketCalled
    | CallUndone
    | TicketRecalled
    | InterviewStarted
    | InterviewFinished
    | TicketNoShow
    | TicketHandedOver
    | TicketParked
    | TimeTaken
    | PrecedenceGiven
    | TicketCorrected
    | TicketBack
    | PaperTold
    | TicketWithdrawn
)

FrontEvent = (
    EntryClosed
    | EntryOpened
    | ThemePaused
    | ThemeResumed
    | MessagePosted
    | MessageRemoved
    | HelpAsked
    | HelpCame
    | ContactCounted
)

Event = (
    DayOpened
    | DayClosed
    | ShiftOpened
    | ShiftClosed
    | BreakTaken
    | BreakEnded
    | SiteChanged
    | ClockChecked
    | FrontEvent
    | TicketEvent
)
