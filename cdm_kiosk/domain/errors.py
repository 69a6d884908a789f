"""Everything the house can refuse, each with a stable code and the field at fault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from cdm_kiosk.domain.faults import Code, Value, in_english


class Refusal(Exception):
    """A command that the house does not carry out; the floor stays exactly as it was.

    ``code`` is stable; ``field`` names what was at fault, when something was; ``values`` are for its sentence.
    """

    code: ClassVar[Code] = Code.REFUSED

    def __init__(self, field: str | None = None, **values: Value) -> None:
        super().__init__(field, values)
        self.field = field
        self.values: Mapping[str, Value] = values

    @property
    def message(self) -> str:
        """What is refused, in English."""
        return in_english(self.code, self.values)

    def __str__(self) -> str:
        return self.message


class Forbidden(Refusal):
    """Somebody asks who may not."""


class RoleNeeded(Forbidden):
    code = Code.ROLE_NEEDED


class NotAllowed(Forbidden):
    """Another role may; ``field`` is what this one may not give, or whose it is not."""

    code = Code.NOT_ALLOWED


class Unknown(Refusal):
    """Something named does not exist in this house."""


class UnknownTheme(Unknown):
    code = Code.UNKNOWN_THEME


class UnknownCounter(Unknown):
    code = Code.UNKNOWN_COUNTER


class UnknownTicket(Unknown):
    code = Code.UNKNOWN_TICKET


class UnknownStation(Unknown):
    code = Code.UNKNOWN_STATION


class UnknownLanguage(Unknown):
    code = Code.UNKNOWN_LANGUAGE


class Invalid(Refusal):
    """A command whose content can never be right."""


class ShiftWithoutTheme(Invalid):
    code = Code.SHIFT_WITHOUT_THEME


class ShiftWithoutLanguage(Invalid):
    code = Code.SHIFT_WITHOUT_LANGUAGE


class ShiftEndsInThePast(Invalid):
    code = Code.SHIFT_ENDS_IN_THE_PAST


class HandOverToNowhere(Invalid):
    """Neither another theme nor a counter was named."""

    code = Code.HAND_OVER_TO_NOWHERE


class ThemeNamedTwice(Invalid):
    code = Code.THEME_NAMED_TWICE


class NobodyNamed(Invalid):
    code = Code.NOBODY_NAMED


class TicketNamedTwice(Invalid):
    code = Code.TICKET_NAMED_TWICE


class KeyReused(Invalid):
    """An idempotency key came back with another command."""

    code = Code.KEY_REUSED


class Conflict(Refusal):
    """A command that does not fit the floor as it is now."""


class TicketTaken(Conflict):
    code = Code.TICKET_TAKEN


class DayNotOpen(Conflict):
    code = Code.DAY_NOT_OPEN


class DayAlreadyOpen(Conflict):
    code = Code.DAY_ALREADY_OPEN


class NoShift(Conflict):
    code = Code.NO_SHIFT


class ShiftOver(Conflict):
    """The time agreed for the shift has passed; opening it again is enough to go on."""

    code = Code.SHIFT_OVER


class OnBreak(Conflict):
    code = Code.ON_BREAK


class NotOnBreak(Conflict):
    code = Code.NOT_ON_BREAK


class EntryIsClosed(Conflict):
    """No number is given any more today, or for now; reception may give one all the same."""

    code = Code.ENTRY_CLOSED


class EntryIsOpen(Conflict):
    code = Code.ENTRY_OPEN


class ThemeIsPaused(Conflict):
    code = Code.THEME_PAUSED


class ThemeNotOffered(Conflict):
    """Today is before the theme's first day, or after its last."""

    code = Code.THEME_NOT_OFFERED


class ThemeIsServed(Conflict):
    """The theme is not paused."""

    code = Code.THEME_NOT_PAUSED


class HelpIsAsked(Conflict):
    code = Code.HELP_ASKED


class NoHelpAsked(Conflict):
    code = Code.NO_HELP_ASKED


class NothingCounted(Conflict):
    """There is no contact of this kind to take back."""

    code = Code.NOTHING_COUNTED


class FullToday(Conflict):
    """A number given now would most likely not be called before the last shift for its theme ends."""

    code = Code.FULL_TODAY


class CounterBusy(Conflict):
    code = Code.COUNTER_BUSY


class NobodyWaiting(Conflict):
    code = Code.NOBODY_WAITING


class NobodyCalled(Conflict):
    code = Code.NOBODY_CALLED


class NobodyReceived(Conflict):
    code = Code.NOBODY_RECEIVED


class TicketNotAbsent(Conflict):
    """Neither absent nor asked to wait aside: there is nowhere to come back from."""

    code = Code.TICKET_NOT_ABSENT


class GraceOver(Conflict):
    """The visitor came back too late to keep the place; a new number is the fair one."""

    code = Code.GRACE_OVER


class NoMoreTime(Conflict):
    """Others passed as often as the site allows."""

    code = Code.NO_MORE_TIME


class TooLateForMoreTime(Conflict):
    """Who let others pass now would come back when nobody is called any more."""

    code = Code.TOO_LATE_FOR_MORE_TIME


class RecallLimit(Conflict):
    code = Code.RECALL_LIMIT


class RecallTooSoon(Conflict):
    code = Code.RECALL_TOO_SOON


class TooLateToUndo(Conflict):
    code = Code.TOO_LATE_TO_UNDO


class TicketNotWaiting(Conflict):
    code = Code.TICKET_NOT_WAITING


class NobodyThere(Conflict):
    """Nobody is called to, or received at, the counter."""

    code = Code.NOBODY_THERE


class SeveralThere(Conflict):
    """Several visitors are at the counter, and only one of them can be meant."""

    code = Code.SEVERAL_THERE


class PrecedenceOnlyRises(Conflict):
    """A precedence that was given is not taken back: nobody's place in line moves later."""

    code = Code.PRECEDENCE_ONLY_RISES


class TicketOver(Conflict):
    """The visit is finished, withdrawn or expired: nothing can be done with the ticket any more."""

    code = Code.TICKET_OVER


class TicketInInterview(Conflict):
    code = Code.TICKET_IN_INTERVIEW


class InUse(Conflict):
    """Somebody waits for, or is received at, what would be taken away; ``field`` is the list it stands in."""

    code = Code.IN_USE
