"""Everything the house can refuse, each with a stable code and the field at fault."""

from __future__ import annotations


class Refusal(Exception):
    """A command that the house does not carry out; the floor stays exactly as it was.

    ``code`` is stable and translated by the screens; ``field`` names what was at fault, when something was.
    """

    code: str = "refused"

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Unknown(Refusal):
    """Something named does not exist in this house."""


class UnknownTheme(Unknown):
    code = "unknown_theme"


class UnknownCounter(Unknown):
    code = "unknown_counter"


class UnknownTicket(Unknown):
    code = "unknown_ticket"


class UnknownStation(Unknown):
    code = "unknown_station"


class UnknownLanguage(Unknown):
    code = "unknown_language"


class Invalid(Refusal):
    """A command whose content can never be right."""


class ShiftWithoutTheme(Invalid):
    code = "shift_without_theme"


class ShiftWithoutLanguage(Invalid):
    code = "shift_without_language"


class ShiftEndsInThePast(Invalid):
    code = "shift_ends_in_the_past"


class HandOverToNowhere(Invalid):
    """Neither another theme nor a counter was named."""

    code = "hand_over_to_nowhere"


class ThemeNamedTwice(Invalid):
    code = "theme_named_twice"


class NobodyNamed(Invalid):
    code = "nobody_named"


class TicketNamedTwice(Invalid):
    code = "ticket_named_twice"


class KeyReused(Invalid):
    """An idempotency key came back with another command."""

    code = "key_reused"


class Conflict(Refusal):
    """A command that does not fit the floor as it is now."""


class DayNotOpen(Conflict):
    code = "day_not_open"


class DayAlreadyOpen(Conflict):
    code = "day_already_open"


class NoShift(Conflict):
    code = "no_shift"


class ShiftOver(Conflict):
    """The time agreed for the shift has passed; opening it again is enough to go on."""

    code = "shift_over"


class OnBreak(Conflict):
    code = "on_break"


class NotOnBreak(Conflict):
    code = "not_on_break"


class EntryIsClosed(Conflict):
    """No number is given any more today, or for now; reception may give one all the same."""

    code = "entry_closed"


class EntryIsOpen(Conflict):
    code = "entry_open"


class ThemeIsPaused(Conflict):
    code = "theme_paused"


class ThemeNotOffered(Conflict):
    """Today is before the theme's first day, or after its last."""

    code = "theme_not_offered"


class ThemeIsServed(Conflict):
    """The theme is not paused."""

    code = "theme_not_paused"


class HelpIsAsked(Conflict):
    code = "help_asked"


class NoHelpAsked(Conflict):
    code = "no_help_asked"


class NothingCounted(Conflict):
    """There is no contact of this kind to take back."""

    code = "nothing_counted"


class FullToday(Conflict):
    """A number given now would most likely not be called before the last shift for its theme ends."""

    code = "full_today"


class CounterBusy(Conflict):
    code = "counter_busy"


class NobodyWaiting(Conflict):
    code = "nobody_waiting"


class NobodyCalled(Conflict):
    code = "nobody_called"


class NobodyReceived(Conflict):
    code = "nobody_received"


class TicketNotAbsent(Conflict):
    """Neither absent nor asked to wait aside: there is nowhere to come back from."""

    code = "ticket_not_absent"


class GraceOver(Conflict):
    """The visitor came back too late to keep the place; a new number is the fair one."""

    code = "grace_over"


class NoMoreTime(Conflict):
    """Others passed as often as the site allows."""

    code = "no_more_time"


class TooLateForMoreTime(Conflict):
    """Who let others pass now would come back when nobody is called any more."""

    code = "too_late_for_more_time"


class RecallLimit(Conflict):
    code = "recall_limit"


class RecallTooSoon(Conflict):
    code = "recall_too_soon"


class TooLateToUndo(Conflict):
    code = "too_late_to_undo"


class TicketNotWaiting(Conflict):
    code = "ticket_not_waiting"


class NobodyThere(Conflict):
    """Nobody is called to, or received at, the counter."""

    code = "nobody_there"


class SeveralThere(Conflict):
    """Several visitors are at the counter, and only one of them can be meant."""

    code = "several_there"


class PrecedenceOnlyRises(Conflict):
    """A precedence that was given is not taken back: nobody's place in line moves later."""

    code = "precedence_only_rises"


class TicketOver(Conflict):
    """The visit is finished, withdrawn or expired: nothing can be done with the ticket any more."""

    code = "ticket_over"


class TicketInInterview(Conflict):
    code = "ticket_in_interview"


class InUse(Conflict):
    """Somebody waits for, or is received at, what would be taken away; ``field`` is the list it stands in."""

    code = "in_use"
