"""What the advisor's window shows of a counter: derived from the floor, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.commands import UndoCall
from cdm_kiosk.domain.decisions import may
from cdm_kiosk.domain.floor import Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.orders import Order, Principal, Role
from cdm_kiosk.domain.routing import waiting_for
from cdm_kiosk.domain.site import Theme, label_in
from cdm_kiosk.viewmodels.shared import sentences
from cdm_kiosk.viewmodels.shared.sentences import clock_text, minutes

ASKING = Principal(Role.ADVISOR)
NAMED_OTHERS = 3
PARK_MINUTES = (5, 10, 15, 30)


@dataclass(frozen=True, slots=True)
class CounterState:
    """A counter's shift, who is called or received there, and whether it has asked for reception."""

    shift: Shift | None = None
    there: tuple[Ticket, ...] = ()
    help_asked: bool = False


@dataclass(frozen=True, slots=True)
class CounterChoiceRow:
    counter_id: str
    label: str
    taken: bool
    last: bool


@dataclass(frozen=True, slots=True)
class ThemeChoiceRow:
    choice_id: str
    label: str
    colour: str
    level: int


@dataclass(frozen=True, slots=True)
class LanguageChoiceRow:
    choice_id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TargetRow:
    choice_id: str
    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class AdvisorProps:
    connected: bool = False
    searching_text: str = ""
    """Where the hub is looked for; "" once it was heard."""
    sample: bool = False
    rehearsal: bool = False
    counter_id: str = ""
    counter_label: str = ""
    stage: str = "choose"
    number: str = ""
    others_text: str = ""
    theme_label: str = ""
    waiting: int = 0
    longest_wait_min: int = -1
    shift_text: str = ""
    until_text: str = ""
    ended_text: str = ""
    parked_text: str = ""
    """How to take back whom this counter asked to wait aside, "" when there is nobody."""
    shift_over: bool = False
    help_asked: bool = False
    """Whether reception knows that it is asked to come."""
    can_undo: bool = False
    can_open: bool = False
    busy: bool = False
    notice: str = ""
    recalls: int = 0
    since_min: int = 0
    park_minutes: tuple[int, ...] = PARK_MINUTES
    """For how long somebody can be asked to wait aside."""
    counters: tuple[CounterChoiceRow, ...] = ()
    """Where one can sit."""
    themes: tuple[ThemeChoiceRow, ...] = ()
    languages: tuple[LanguageChoiceRow, ...] = ()
    visitors: tuple[TargetRow, ...] = ()
    """Who is called to this counter and has not come yet."""
    hand_overs: tuple[TargetRow, ...] = ()
    """The themes that the visitor may be passed on to."""
    other_counters: tuple[TargetRow, ...] = ()
    """The counters that the visitor may be passed on to."""
    parked: tuple[TargetRow, ...] = ()
    """Whom this counter asked to wait aside."""


def counter_state(floor: Floor | None, counter: str) -> CounterState:
    """What goes on at a counter."""
    if floor is None:
        return CounterState()
    return CounterState(floor.shifts.get(counter), floor.tickets_at(counter), counter in floor.front.help)


def derive(
    floor: Floor, counter_id: str, planned_end: datetime | None, ended_at: datetime | None, now: datetime
) -> AdvisorProps:
    """All that follows from the floor at ``now``.

    ``planned_end`` is when the plan ends a shift that would begin now, ``ended_at`` when the last one here ended.
    """
    site = floor.site
    language = site.languages[0]
    counter = site.counter(counter_id)
    seen = counter_state(floor, counter_id)
    shift, there = seen.shift, seen.there
    # Of several, those whom the next action is about: first all who were called, then all who came.
    shown = [each for each in there if each.state is TicketState.CALLED] or [*there]
    first = shown[0] if shown else None
    theme = site.theme(first.theme) if first is not None and len(shown) == 1 else None
    waiting = waiting_for(floor, counter_id, shift, now) if shift is not None else []
    parked = _parked_here(floor, counter_id)
    until = planned_end if shift is None else shift.until
    return AdvisorProps(
        sample=site.sample,
        counter_id=counter_id,
        counter_label=counter.label if counter is not None else "",
        stage=_stage(counter_id, shift, first, now),
        number=first.label if first is not None else "",
        others_text=_others_text(shown[1:]),
        theme_label=label_in(theme.label, language) if theme is not None else "",
        waiting=len(waiting),
        longest_wait_min=minutes(waiting[0].arrival, now) if waiting else -1,
        shift_text=_shift_text(floor, shift, language),
        until_text=_tr("jusqu’à {hour}").format(hour=clock_text(site.local(until))) if until else "",
        ended_text=_ended_text(floor, ended_at, now),
        parked_text=_parked_text(parked),
        shift_over=shift is not None and shift.is_over(now),
        help_asked=seen.help_asked,
        can_undo=may(floor, Order(UndoCall(counter_id), ASKING), now) is None,
        recalls=first.recalls if first is not None else 0,
        since_min=_since_min(shift, first, now),
        visitors=_numbers(each for each in there if each.state is TicketState.CALLED),
        hand_overs=_other_themes(floor, there, language),
        other_counters=_other_counters(floor, counter_id),
        parked=_numbers(parked),
    )


def counter_rows(floor: Floor, last: str) -> tuple[CounterChoiceRow, ...]:
    """Where one can sit; ``last`` is the counter that this station remembers."""
    return tuple(
        CounterChoiceRow(each.id, each.label, each.id in floor.shifts, each.id == last)
        for each in floor.site.counters
    )


def _parked_here(floor: Floor, counter: str) -> list[Ticket]:
    """Whom this counter asked to wait aside, first come first."""
    parked = [each for each in floor.tickets.values() if each.state is TicketState.PARKED]
    return sorted((each for each in parked if each.for_counter == counter), key=lambda ticket: ticket.number)


def _other_themes(floor: Floor, there: Sequence[Ticket], language: str) -> tuple[TargetRow, ...]:
    """The themes that the one visitor at a counter may be passed on to; of several, each has a way of their own."""
    if len(there) != 1:
        return ()
    return tuple(
        TargetRow(theme.id, label_in(theme.label, language), theme.colour)
        for theme in _all_themes(floor)
        if theme.id != there[0].theme
    )


def _other_counters(floor: Floor, counter: str) -> tuple[TargetRow, ...]:
    """The counters where somebody receives now, but this one."""
    counters = (each for each in floor.site.counters if each.id in floor.shifts and each.id != counter)
    return tuple(TargetRow(each.id, each.label, "") for each in counters)


def _all_themes(floor: Floor) -> Sequence[Theme]:
    site = floor.site
    return site.themes if site.desk is None else site.themes_at(site.desk)


def _numbers(tickets: Iterable[Ticket]) -> tuple[TargetRow, ...]:
    return tuple(TargetRow(each.id, _tr("Numéro {number}").format(number=each.label), "") for each in tickets)


def _stage(counter: str, shift: Shift | None, ticket: Ticket | None, now: datetime) -> str:
    if not counter:
        return "choose"
    if ticket is not None:
        return "receiving" if ticket.state is TicketState.IN_INTERVIEW else "called"
    if shift is None:
        return "off"
    if shift.is_over(now):
        return "over"
    return "free" if shift.away_since is None else "break"


def _since_min(shift: Shift | None, ticket: Ticket | None, now: datetime) -> int:
    """How long the visitor has been called or received, or the break has lasted."""
    if ticket is not None:
        return minutes(ticket.since, now)
    return minutes(shift.away_since, now) if shift is not None and shift.away_since is not None else 0


def _parked_text(parked: Sequence[Ticket]) -> str:
    if not parked:
        return ""
    if len(parked) == 1:
        return _tr("Reprendre le {number}").format(number=parked[0].label)
    return _tr("Reprendre…")


def _others_text(others: Sequence[Ticket]) -> str:
    """Who is there beside the first: "avec le 14 et le 15"."""
    if not others:
        return ""
    named = others[:NAMED_OTHERS] if len(others) > NAMED_OTHERS + 1 else others
    numbers = [_tr("le {number}").format(number=each.label) for each in named]
    if more := len(others) - len(named):
        return _tr("avec {numbers} et {more} autres").format(numbers=", ".join(numbers), more=more)
    if len(numbers) == 1:
        return _tr("avec {numbers}").format(numbers=numbers[0])
    return _tr("avec {numbers} et {last}").format(numbers=", ".join(numbers[:-1]), last=numbers[-1])


def _shift_text(floor: Floor, shift: Shift | None, language: str) -> str:
    if shift is None:
        return ""
    labels = sentences.theme_labels(floor.site, (*shift.themes, *shift.overflow), language)
    return f"{labels} · {', '.join(shift.languages)}"


def _ended_text(floor: Floor, until: datetime | None, now: datetime) -> str:
    """That the permanence is over, as long as that is news: on the day itself."""
    if until is None or now < until or not floor.is_open:
        return ""
    local = floor.site.local(until)
    if local.date() != floor.site.local(now).date():
        return ""
    return _tr("La permanence s’est terminée à {hour}.").format(hour=clock_text(local))


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdvisorViewModel", text)
