"""What people ask of the house, one frozen dataclass a command; identities are given, never made here.

Where several visitors are at one counter, ``ticket`` says who is meant; without it, all of them are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime, timedelta

from cdm_kiosk.domain.events import Contact, Precedence
from cdm_kiosk.domain.site import Labels, Site


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Opens the doors on ``date``, with the permanences that begin by themselves."""

    date: Date


@dataclass(frozen=True, slots=True)
class CloseDay:
    """``date`` closes that day and no other; without it, whichever is open."""

    date: Date | None = None


@dataclass(frozen=True, slots=True)
class CloseEntry:
    """No number is given any more; whoever has one is received."""


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Numbers are given again."""


@dataclass(frozen=True, slots=True)
class PauseTheme:
    """No number is given for ``theme`` for a while; ``message`` (by language) may say why."""

    theme: str
    message: Labels = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ResumeTheme:
    theme: str


@dataclass(frozen=True, slots=True)
class PostMessage:
    """Tells everybody something on the displays, by language; an empty one takes it away."""

    message: Labels


@dataclass(frozen=True, slots=True)
class AskHelp:
    counter: str


@dataclass(frozen=True, slots=True)
class EndHelp:
    counter: str


@dataclass(frozen=True, slots=True)
class CountContact:
    """Counts one contact without a ticket; ``undo`` takes one back."""

    contact: Contact
    undo: bool = False


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
    """``ticket`` is a fresh random identity; ``accessible`` asks for a counter that a wheelchair reaches.

    ``people`` come as one entry (a class, a family); ``precedence`` is reception's, and no reason is kept.
    ``anyway``: reception gives the number although it may not be reached today.
    """

    ticket: str
    theme: str
    language: str | None = None
    accessible: bool = False
    people: int = 1
    precedence: Precedence = Precedence.NONE
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class TakeBreak:
    """Nobody is called to ``counter`` for a while, for so many minutes if that is known."""

    counter: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class EndBreak:
    counter: str


@dataclass(frozen=True, slots=True)
class CallNext:
    counter: str


@dataclass(frozen=True, slots=True)
class CallTicket:
    """Calls one visitor out of order."""

    counter: str
    ticket: str


@dataclass(frozen=True, slots=True)
class CallTogether:
    """Calls several visitors to one place, for a session in common."""

    counter: str
    tickets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UndoCall:
    """Takes back a call made by mistake, within seconds: the visitor waits in the old place."""

    counter: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class Recall:
    counter: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class StartInterview:
    counter: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class FinishInterview:
    counter: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class MarkNoShow:
    counter: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """Passes on who is at ``counter``: to another theme, to one counter (``to_counter``), or both."""

    counter: str
    theme: str | None = None
    to_counter: str | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class Park:
    """Asks who is at ``counter`` to wait aside, for a document or a form, for so many minutes at the most."""

    counter: str
    minutes: int
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class GivePrecedence:
    """Reception lets a visitor go earlier; why is nobody's business and is not kept."""

    ticket: str
    precedence: Precedence


@dataclass(frozen=True, slots=True)
class CorrectTicket:
    """Reception puts right what a ticket says: its theme and language as they should be. Its place stays."""

    ticket: str
    theme: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class BringBack:
    """Who was absent, or was asked to wait aside, is in line again."""

    ticket: str


@dataclass(frozen=True, slots=True)
class TakeTime:
    """A visitor who waits lets others pass for a while, as often and as long as the site allows."""

    ticket: str


@dataclass(frozen=True, slots=True)
class TellPaper:
    """A printer's word on a ticket's paper, where reception must know it: it came, or nobody knows who has it."""

    ticket: str
    came: bool


@dataclass(frozen=True, slots=True)
class Withdraw:
    ticket: str


@dataclass(frozen=True, slots=True)
class ChangeSite:
    """Arranges the house anew, with the doors open or shut; ``site`` is sound in itself.

    ``anyway`` although somebody counts on what it takes away: the site file says so already.
    """

    site: Site
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class CheckClock:
    """The hub's clock was set by ``by`` (forward, or back), and is ``doubted`` or not from here on."""

    by: timedelta
    doubted: bool


Command = (
    OpenDay
    | CloseDay
    | CloseEntry
    | OpenEntry
    | PauseTheme
    | ResumeTheme
    | PostMessage
    | AskHelp
    | EndHelp
    | CountContact
    | OpenShift
    | CloseShift
    | TakeBreak
    | EndBreak
    | IssueTicket
    | CallNext
    | CallTicket
    | CallTogether
    | UndoCall
    | Recall
    | StartInterview
    | FinishInterview
    | MarkNoShow
    | HandOver
    | Park
    | GivePrecedence
    | CorrectTicket
    | BringBack
    | TakeTime
    | TellPaper
    | Withdraw
    | ChangeSite
    | CheckClock
)
