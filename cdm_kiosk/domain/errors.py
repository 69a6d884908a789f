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


class ThemeNamedTwice(Invalid):
    code = "theme_named_twice"


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


class CounterBusy(Conflict):
    code = "counter_busy"


class NobodyWaiting(Conflict):
    code = "nobody_waiting"


class NobodyCalled(Conflict):
    code = "nobody_called"


class NobodyReceived(Conflict):
    code = "nobody_received"


class TicketNotAbsent(Conflict):
    code = "ticket_not_absent"


class TicketOver(Conflict):
    """The visit is finished, withdrawn or expired: nothing can be done with the ticket any more."""

    code = "ticket_over"


class TicketInInterview(Conflict):
    code = "ticket_in_interview"
