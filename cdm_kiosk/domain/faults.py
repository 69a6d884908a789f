"""What can be wrong: a stable code, the field it is about and its values; each code has one English sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from datetime import date as Date
from enum import StrEnum

Value = str | int | float | Date | tuple[str, ...]
"""What a sentence names: plain data, which whoever shows it writes in the reader's language."""


class Code(StrEnum):
    """Every code with its English sentence, for terminals, logs and the ``detail`` of problems.

    A name in braces is one of the fault's values.
    """

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Code:
        made = str.__new__(cls, code)
        made._value_ = code
        made.sentence = sentence
        return made

    # ----- what is asked of the house
    REFUSED = "refused", "the house does not do this"
    UNKNOWN_THEME = "unknown_theme", 'there is no theme "{theme}" here'
    UNKNOWN_COUNTER = "unknown_counter", 'there is no counter "{counter}" here'
    UNKNOWN_TICKET = "unknown_ticket", "there is no such ticket today"
    UNKNOWN_STATION = "unknown_station", 'no station named "{name}" is there now'
    UNKNOWN_LANGUAGE = "unknown_language", 'the language "{language}" is not offered here'
    SHIFT_WITHOUT_THEME = "shift_without_theme", "a shift needs at least one theme of its own"
    SHIFT_WITHOUT_LANGUAGE = "shift_without_language", "a shift needs at least one language"
    SHIFT_ENDS_IN_THE_PAST = "shift_ends_in_the_past", "a shift ends after it begins"
    HAND_OVER_TO_NOWHERE = "hand_over_to_nowhere", "expected a theme, a counter, or both"
    THEME_NAMED_TWICE = "theme_named_twice", "a theme is either a first choice or an overflow, once"
    NOBODY_NAMED = "nobody_named", "expected at least one ticket"
    TICKET_NAMED_TWICE = "ticket_named_twice", "a visitor is called once"
    KEY_REUSED = "key_reused", "this key was used for another command"
    DAY_NOT_OPEN = "day_not_open", "the doors are closed: the day is not open"
    DAY_ALREADY_OPEN = "day_already_open", "the day is open already"
    NO_SHIFT = "no_shift", "no shift is open at {counter}"
    SHIFT_OVER = "shift_over", "this shift has ended: open it again to go on"
    ON_BREAK = "on_break", "this counter is on a break already"
    NOT_ON_BREAK = "not_on_break", "this counter is not on a break"
    ENTRY_CLOSED = "entry_closed", "no number is given any more now"
    ENTRY_OPEN = "entry_open", "the entry is open already"
    THEME_PAUSED = "theme_paused", "this theme is paused"
    THEME_NOT_OFFERED = "theme_not_offered", "this theme is not offered today"
    THEME_NOT_PAUSED = "theme_not_paused", "this theme is not paused"
    HELP_ASKED = "help_asked", "reception knows already"
    NO_HELP_ASKED = "no_help_asked", "this counter has not asked for help"
    NOTHING_COUNTED = "nothing_counted", "nothing of the kind was counted today"
    FULL_TODAY = "full_today", "nobody more can be received for this theme before its shifts end"
    COUNTER_BUSY = "counter_busy", "a visitor is called to, or received at, this counter"
    NOBODY_WAITING = "nobody_waiting", "nobody waits for this counter"
    NOBODY_CALLED = "nobody_called", "nobody is called to this counter"
    NOBODY_RECEIVED = "nobody_received", "nobody is received at this counter"
    TICKET_NOT_ABSENT = "ticket_not_absent", "this visitor was not marked absent"
    GRACE_OVER = "grace_over", "the place was kept for a while, and is gone: a new number is needed"
    NO_MORE_TIME = "no_more_time", "others may pass {most} times at the most"
    TOO_LATE_FOR_MORE_TIME = "too_late_for_more_time", "who comes back later is not called any more today"
    RECALL_LIMIT = "recall_limit", "a call is repeated {most} times at the most"
    RECALL_TOO_SOON = "recall_too_soon", "the last call has hardly been heard"
    TOO_LATE_TO_UNDO = "too_late_to_undo", "the visitor is on the way: mark the absence instead"
    TICKET_NOT_WAITING = "ticket_not_waiting", "number {number} does not wait in line now"
    NOBODY_THERE = "nobody_there", "nobody is called to, or received at, this counter"
    SEVERAL_THERE = "several_there", "several visitors are there: say which"
    PRECEDENCE_ONLY_RISES = "precedence_only_rises", "this visitor has that precedence already"
    TICKET_OVER = "ticket_over", "this ticket is over already"
    TICKET_IN_INTERVIEW = "ticket_in_interview", "this visitor is being received"
    IN_USE = "in_use", '"{what}" is in use today: it can change when nobody counts on it'

    # ----- administration
    PIN_NEEDED = "pin_needed", "administration asks for the PIN"
    NO_PIN = "no_pin", "there is no PIN yet: choose one"
    WRONG_PIN = "wrong_pin", "this is not the PIN, or one was wrong just now: wait before the next try"
    BAD_SITE = "bad_site", "{key}: {expected}"
    SITE_CHANGED = "site_changed", "the site was changed meanwhile: look at the difference, then change it again"
    SITE_NOT_OWN = "site_not_own", "this machine has a site of its own: start the hub on {path}"
    BAD_SITE_FILE = "bad_site_file", "{text}"
    UNKNOWN_VERSION = "unknown_version", "there is no version {version}"
    UNKNOWN_PICTURE = "unknown_picture", "the site names no picture like this"
    BAD_PICTURE = "bad_picture", "{expected}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``field`` is a dotted path like ``themes.0.label.fr``, "" where no field is."""

    field: str
    code: Code
    values: Mapping[str, Value] = made_by(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What is wrong, in English."""
        return in_english(self.code, self.values)


def in_english(code: Code, values: Mapping[str, Value]) -> str:
    """The English sentence of a code with its values."""
    return code.sentence.format(**{name: _written(value) for name, value in values.items()})


def _written(value: Value) -> Value:
    return ", ".join(value) if isinstance(value, tuple) else value
