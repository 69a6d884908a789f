"""What people ask of the house, one frozen dataclass a command; identities are given, never made here.

The first line of each says what is asked, in the table of verbs and in the API's description.

Where several visitors are at one counter, ``ticket`` says who is meant; without it, all of them are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime, timedelta

from cdm_kiosk.domain.events import Contact, Precedence
from cdm_kiosk.domain.site import Labels, Site

TICKET_ID_BYTES = 16
"""Of randomness in a ticket's id: nobody guesses the page of another's ticket."""


@dataclass(frozen=True, slots=True)
class Command:
    """What all of them are."""


@dataclass(frozen=True, slots=True)
class _AtCounter(Command):
    counter: str


@dataclass(frozen=True, slots=True)
class _OfVisitor(_AtCounter):
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class _OfTicket(Command):
    ticket: str


@dataclass(frozen=True, slots=True)
class OpenDay(Command):
    """Open the doors by hand, with the standing shifts."""

    date: Date


@dataclass(frozen=True, slots=True)
class CloseDay(Command):
    """Shut the doors: whoever still waits has no ticket any more, and the day is erased.

    ``date`` closes that day and no other; without it, whichever is open.
    """

    date: Date | None = None


class CloseEntry(Command):
    """No number is given any more; whoever has one is received."""


class OpenEntry(Command):
    """Numbers are given again."""


@dataclass(frozen=True, slots=True)
class PauseTheme(Command):
    """No number is given for a theme for a while; the message is shown wherever the theme is.

    ``message``, by language, may say why.
    """

    theme: str
    message: Labels = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ResumeTheme(Command):
    """Numbers are given for the theme again."""

    theme: str


@dataclass(frozen=True, slots=True)
class PostMessage(Command):
    """Tell everybody something on the displays, or nothing any more.

    ``message`` is by language; an empty one takes it away.
    """

    message: Labels = field(default_factory=dict)


class AskHelp(_AtCounter):
    """An advisor asks reception to come."""


class EndHelp(_AtCounter):
    """Somebody came."""


@dataclass(frozen=True, slots=True)
class CountContact(Command):
    """Count one contact that needs no ticket, or take one back.

    ``undo`` takes one back.
    """

    contact: Contact
    undo: bool = False


@dataclass(frozen=True, slots=True)
class OpenShift(Command):
    """Open a shift at a counter, or change the one that is open.

    ``themes`` come first, ``overflow`` when one is free to help.
    """

    counter: str
    themes: tuple[str, ...]
    overflow: tuple[str, ...]
    languages: tuple[str, ...]
    until: datetime | None = None


class CloseShift(_AtCounter):
    """End the shift at a counter where nobody is called or received."""


@dataclass(frozen=True, slots=True)
class IssueTicket(Command):
    """Give the next number of the day.

    ``ticket`` is a fresh random identity; ``accessible`` asks for a counter that a wheelchair reaches. ``people``
    come as one entry (a class, a family); ``anyway`` gives the number although it may not be reached today.
    """

    ticket: str
    theme: str
    language: str | None = None
    accessible: bool = False
    people: int = 1
    precedence: Precedence = Precedence.NONE
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class TakeBreak(Command):
    """Nobody is called here for a while; no reason is asked.

    ``minutes`` is how long, if that is known.
    """

    counter: str
    minutes: int | None = None


class EndBreak(_AtCounter):
    """The break is over; calling somebody says so too."""


class CallNext(_AtCounter):
    """Call whoever comes next at this counter."""


@dataclass(frozen=True, slots=True)
class CallTicket(Command):
    """Call one visitor out of order."""

    counter: str
    ticket: str


@dataclass(frozen=True, slots=True)
class CallTogether(Command):
    """Call several visitors to this counter, for a session in common."""

    counter: str
    tickets: tuple[str, ...]


class UndoCall(_OfVisitor):
    """The call was a mistake: take it back within seconds."""


class Recall(_OfVisitor):
    """Call the same visitor once more."""


class StartInterview(_OfVisitor):
    """The visitor is there: the interview begins."""


class FinishInterview(_OfVisitor):
    """The interview is over."""


class MarkNoShow(_OfVisitor):
    """The visitor who was called did not come."""


@dataclass(frozen=True, slots=True)
class HandOver(Command):
    """Pass the visitor on to another theme or counter: same number, and the first arrival counts.

    ``to_counter`` is one counter; a theme, a counter, or both are named.
    """

    counter: str
    theme: str | None = None
    to_counter: str | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class Park(Command):
    """Ask the visitor to wait aside for some minutes; the counter is free meanwhile.

    ``minutes`` is the longest.
    """

    counter: str
    minutes: int
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class GivePrecedence(Command):
    """Reception lets this visitor go earlier; no reason is asked or kept."""

    ticket: str
    precedence: Precedence


@dataclass(frozen=True, slots=True)
class CorrectTicket(Command):
    """The theme or language of a ticket was wrong: the visitor keeps number and place."""

    ticket: str
    theme: str
    language: str | None = None


class BringBack(_OfTicket):
    """A visitor who was absent, or was asked to wait aside, is there: wait again, in the old place."""


class TakeTime(_OfTicket):
    """A visitor who waits lets others pass for a while, as often and as long as the site allows."""


@dataclass(frozen=True, slots=True)
class TellPaper(Command):
    """A printer's word that reception must know: the paper came, or may be in nobody's hands."""

    ticket: str
    came: bool


class Withdraw(_OfTicket):
    """The visitor gives up the turn."""


@dataclass(frozen=True, slots=True)
class ChangeSite(Command):
    """Change the site, with the doors open or shut.

    ``site`` is sound in itself; ``anyway`` although somebody counts on what it takes away: the site file says so
    already.
    """

    site: Site
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class CheckClock(Command):
    """Tell the house how the hub's clock stands.

    It was set by ``by`` (forward, or back), and is ``doubted`` or not from here on.
    """

    by: timedelta
    doubted: bool
