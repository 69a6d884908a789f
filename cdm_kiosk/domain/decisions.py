"""What the house answers to each command: the events that follow, or a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Date
from datetime import datetime, timedelta

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.arranging import change_site
from cdm_kiosk.domain.closing import can_be_called_after, can_be_received
from cdm_kiosk.domain.day import date_after, is_inside_hours
from cdm_kiosk.domain.experience import after_the_day
from cdm_kiosk.domain.floor import OVER, Floor, Shift, Ticket, TicketState
from cdm_kiosk.domain.rota import opened_by, planned_on
from cdm_kiosk.domain.routing import EarliestArrival, Routing
from cdm_kiosk.domain.site import Counter, Theme

FAIR = EarliestArrival()
RISING = (e.Precedence.NONE, e.Precedence.HAND_OVER, e.Precedence.PRIORITY)
LONGEST_SHIFT = timedelta(days=1)


def decide(floor: Floor, command: c.Command, now: datetime, routing: Routing = FAIR) -> tuple[e.Event, ...]:
    """The events that ``command`` makes on ``floor`` at ``now`` (aware UTC); raises a coded Refusal.

    Time never runs backwards within a day: a clock that jumps back counts as standing still. A new day begins when
    it is, so that a clock that once ran ahead freezes one day and not all that follow.
    """
    if isinstance(command, c.CheckClock):
        return tuple(_check_clock(floor, command, now))
    at = max(now, floor.latest) if floor.is_open else now
    if isinstance(command, c.OpenDay):
        if floor.is_open:
            raise errors.DayAlreadyOpen()
        return (e.DayOpened(at, command.date), *_planned(floor, command.date, at))
    if isinstance(command, c.ChangeSite):
        return change_site(floor, command, at)
    open_date = floor.date
    if open_date is None:
        raise errors.DayNotOpen()
    match command:
        case c.CloseDay():
            if command.date not in (None, open_date):
                raise errors.DayNotOpen()
            return (_close(floor, open_date, at),)
        case c.CloseEntry():
            if not floor.front.entry_open:
                raise errors.EntryIsClosed()
            return (e.EntryClosed(at),)
        case c.OpenEntry():
            if floor.front.entry_open:
                raise errors.EntryIsOpen()
            return (e.EntryOpened(at),)
        case c.PauseTheme():
            _theme(floor, command.theme)
            return (e.ThemePaused(at, command.theme, command.message),)
        case c.ResumeTheme():
            if command.theme not in floor.front.paused:
                raise errors.ThemeIsServed("theme")
            return (e.ThemeResumed(at, command.theme),)
        case c.PostMessage():
            return (e.MessagePosted(at, command.message) if command.message else e.MessageRemoved(at),)
        case c.AskHelp():
            _counter(floor, command.counter)
            if command.counter in floor.front.help:
                raise errors.HelpIsAsked("counter")
            return (e.HelpAsked(at, command.counter),)
        case c.EndHelp():
            if command.counter not in floor.front.help:
                raise errors.NoHelpAsked("counter")
            return (e.HelpCame(at, command.counter),)
        case c.CountContact():
            if command.undo and command.contact not in floor.front.contacts:
                raise errors.NothingCounted("contact")
            return (e.ContactCounted(at, command.contact, -1 if command.undo else 1),)
        case c.OpenShift():
            return (_open_shift(floor, command, at),)
        case c.CloseShift():
            _free_counter(floor, command.counter)
            _shift(floor, command.counter)
            return (e.ShiftClosed(at, command.counter),)
        case c.TakeBreak():
            return (_take_break(floor, command, at),)
        case c.EndBreak():
            if _shift(floor, command.counter).away_since is None:
                raise errors.NotOnBreak("counter")
            return (e.BreakEnded(at, command.counter),)
        case c.IssueTicket():
            return (_issue(floor, command, at),)
        case c.CallNext():
            return (*_back_to_work(floor, command.counter, at), _call_next(floor, command, at, routing))
        case c.CallTicket():
            return (
                *_back_to_work(floor, command.counter, at),
                *_call(floor, (command.ticket,), command.counter, at),
            )
        case c.CallTogether():
            return (*_back_to_work(floor, command.counter, at), *_call_together(floor, command, at))
        case c.UndoCall():
            return tuple(_undo(floor, ticket, command.counter, at) for ticket in _called(floor, command))
        case c.Recall():
            return tuple(_recall(floor, ticket, command.counter, at) for ticket in _called(floor, command))
        case c.StartInterview():
            called = _called(floor, command)
            return tuple(e.InterviewStarted(at, ticket.id, command.counter) for ticket in called)
        case c.FinishInterview():
            received = _received(floor, command)
            return tuple(e.InterviewFinished(at, ticket.id, command.counter) for ticket in received)
        case c.MarkNoShow():
            called = _called(floor, command)
            return tuple(e.TicketNoShow(at, ticket.id, command.counter) for ticket in called)
        case c.HandOver():
            return (_hand_over(floor, command, at),)
        case c.Park():
            until = at + timedelta(minutes=command.minutes)
            return (e.TicketParked(at, _one_there(floor, command).id, command.counter, until),)
        case c.GivePrecedence():
            return (_give_precedence(floor, command, at),)
        case c.CorrectTicket():
            return (_correct(floor, command, at),)
        case c.BringBack():
            return (_bring_back(floor, command, at),)
        case c.TakeTime():
            return (_take_time(floor, command, at),)
        case c.TellPaper():
            return (e.PaperTold(at, ticket_of_today(floor, command.ticket).id, command.came),)
        case c.Withdraw():
            return (_withdraw(floor, command, at),)


def _close(floor: Floor, date: Date, at: datetime) -> e.DayClosed:
    known = after_the_day(floor.known, floor.today)
    return e.DayClosed(at, date, floor.last_number, known, floor.clock.doubted)


def _check_clock(floor: Floor, command: c.CheckClock, now: datetime) -> Iterator[e.ClockChecked | e.EntryOpened]:
    """The clock as it is from ``now`` on; an entry that a wrong clock had closed too early opens again."""
    if floor.date is None:
        yield e.ClockChecked(now, None, command.by.total_seconds(), command.doubted)
        return
    if not command.by:
        yield e.ClockChecked(max(now, floor.latest), floor.date, 0.0, command.doubted)
        return
    at = max(now, floor.latest + command.by)
    before = at - command.by
    date = date_after(floor, before, at)
    yield e.ClockChecked(at, date, command.by.total_seconds(), command.doubted)
    was_inside = is_inside_hours(floor.site, floor.date, before)
    if not floor.front.entry_open and not was_inside and is_inside_hours(floor.site, date, at):
        yield e.EntryOpened(at)


def _planned(floor: Floor, date: Date, at: datetime) -> list[e.ShiftOpened]:
    """The permanences under way as the doors open, where the site lets them begin by themselves."""
    return [
        _open_shift(floor, opened_by(planned, floor.site), at)
        for planned in (planned_on(floor.site, date) if floor.site.rota_opens_shifts else ())
        if planned.start <= at < planned.end
    ]


def _issue(floor: Floor, command: c.IssueTicket, at: datetime) -> e.TicketIssued:
    theme = _theme(floor, command.theme)
    if not theme.is_offered_on(floor.date_at(at)):
        raise errors.ThemeNotOffered("theme")
    if command.language is not None:
        _known_languages(floor, [command.language], "language")
    if not command.anyway and not floor.front.entry_open:
        raise errors.EntryIsClosed()
    if not command.anyway and command.theme in floor.front.paused:
        raise errors.ThemeIsPaused("theme")
    if not command.anyway and not can_be_received(floor, command.theme, at):
        raise errors.FullToday("theme")
    return e.TicketIssued(
        at,
        command.ticket,
        floor.last_number + 1,
        command.theme,
        command.language,
        command.accessible,
        command.people,
        command.precedence,
        at - _credit(floor, command.precedence),
    )


def _take_break(floor: Floor, command: c.TakeBreak, at: datetime) -> e.BreakTaken:
    shift = _shift(floor, command.counter)
    _free_counter(floor, command.counter)
    if shift.away_since is not None:
        raise errors.OnBreak("counter")
    back_at = None if command.minutes is None else at + timedelta(minutes=command.minutes)
    return e.BreakTaken(at, command.counter, back_at)


def _back_to_work(floor: Floor, counter_id: str, at: datetime) -> tuple[e.BreakEnded, ...]:
    """Calling somebody ends a break: an advisor need not say so first."""
    shift = floor.shifts.get(counter_id)
    return () if shift is None or shift.away_since is None else (e.BreakEnded(at, counter_id),)


def _ready(floor: Floor, counter_id: str, at: datetime) -> Shift:
    """The shift of a counter that may call now."""
    shift = _shift(floor, counter_id)
    _free_counter(floor, counter_id)
    if shift.is_over(at):
        raise errors.ShiftOver("counter")
    return shift


def _call_next(floor: Floor, command: c.CallNext, at: datetime, routing: Routing) -> e.TicketCalled:
    shift = _ready(floor, command.counter, at)
    ticket = routing.next_ticket(floor, command.counter, shift, at)
    if ticket is None:
        raise errors.NobodyWaiting()
    return e.TicketCalled(at, ticket.id, ticket.number, command.counter, floor.occasions + 1)


def _call(floor: Floor, names: Iterable[str], counter_id: str, at: datetime) -> tuple[e.TicketCalled, ...]:
    _ready(floor, counter_id, at)
    tickets = [_ticket(floor, name) for name in names]
    for ticket in tickets:
        if ticket.state is not TicketState.WAITING:
            raise errors.TicketNotWaiting("ticket", number=ticket.label)
    occasion = floor.occasions + 1
    return tuple(e.TicketCalled(at, ticket.id, ticket.number, counter_id, occasion) for ticket in tickets)


def _call_together(floor: Floor, command: c.CallTogether, at: datetime) -> tuple[e.TicketCalled, ...]:
    if not command.tickets:
        raise errors.NobodyNamed("tickets")
    if len(set(command.tickets)) != len(command.tickets):
        raise errors.TicketNamedTwice("tickets")
    return _call(floor, command.tickets, command.counter, at)


def _undo(floor: Floor, ticket: Ticket, counter_id: str, at: datetime) -> e.CallUndone:
    if at - ticket.since > timedelta(seconds=floor.site.manners.undo_s):
        raise errors.TooLateToUndo("counter")
    return e.CallUndone(at, ticket.id, ticket.number, counter_id)


def _recall(floor: Floor, ticket: Ticket, counter_id: str, at: datetime) -> e.TicketRecalled:
    manners = floor.site.manners
    if ticket.recalls >= manners.recall_limit:
        raise errors.RecallLimit("counter", most=manners.recall_limit)
    if ticket.called_at is not None and at - ticket.called_at < timedelta(seconds=manners.recall_after_s):
        raise errors.RecallTooSoon("counter")
    return e.TicketRecalled(at, ticket.id, ticket.number, counter_id, floor.occasions + 1)


def _hand_over(floor: Floor, command: c.HandOver, at: datetime) -> e.TicketHandedOver:
    ticket = _one_there(floor, command)
    if command.theme is None and command.to_counter is None:
        raise errors.HandOverToNowhere("theme")
    theme = ticket.theme if command.theme is None else command.theme
    if floor.site.theme(theme) is None:
        raise errors.UnknownTheme("theme", theme=theme)
    until = None
    if command.to_counter is not None:
        if floor.site.counter(command.to_counter) is None:
            # The counter in the address was found; it is the body that names one which does not exist.
            raise errors.UnknownCounter("to_counter", counter=command.to_counter)
        until = at + timedelta(minutes=floor.site.manners.same_counter_min)
    precedence = max(ticket.precedence, e.Precedence.HAND_OVER, key=RISING.index)
    # The first arrival counts, with what a hand-over is worth: nobody loses by being sent on.
    place_at = min(ticket.place_at, ticket.arrival - _credit(floor, precedence))
    return e.TicketHandedOver(
        at, ticket.id, command.counter, theme, command.to_counter, until, precedence, place_at
    )


def _give_precedence(floor: Floor, command: c.GivePrecedence, at: datetime) -> e.PrecedenceGiven:
    ticket = _ticket(floor, command.ticket)
    if ticket.state in OVER:
        raise errors.TicketOver("ticket")
    if RISING.index(command.precedence) <= RISING.index(ticket.precedence):
        raise errors.PrecedenceOnlyRises("precedence")
    place_at = min(ticket.place_at, ticket.arrival - _credit(floor, command.precedence))
    return e.PrecedenceGiven(at, ticket.id, command.precedence, place_at)


def _correct(floor: Floor, command: c.CorrectTicket, at: datetime) -> e.TicketCorrected:
    ticket = _ticket(floor, command.ticket)
    if ticket.state in OVER:
        raise errors.TicketOver("ticket")
    if ticket.counter is not None:
        raise errors.TicketNotWaiting("ticket", number=ticket.label)
    _theme(floor, command.theme)
    if command.language is not None:
        _known_languages(floor, [command.language], "language")
    return e.TicketCorrected(at, ticket.id, command.theme, command.language)


def _bring_back(floor: Floor, command: c.BringBack, at: datetime) -> e.TicketBack:
    ticket = _ticket(floor, command.ticket)
    if ticket.state is TicketState.PARKED:
        if ticket.for_counter is None:
            return e.TicketBack(at, ticket.id, None, None)
        fall_back = at + timedelta(minutes=floor.site.manners.same_counter_min)
        return e.TicketBack(at, ticket.id, ticket.for_counter, fall_back)
    if ticket.state is not TicketState.ABSENT:
        raise errors.TicketNotAbsent("ticket")
    if at - ticket.since > timedelta(minutes=floor.site.manners.grace_min):
        raise errors.GraceOver("ticket")
    return e.TicketBack(at, ticket.id, None, None)


def _take_time(floor: Floor, command: c.TakeTime, at: datetime) -> e.TimeTaken:
    ticket = _ticket(floor, command.ticket)
    manners = floor.site.manners
    if ticket.state is not TicketState.WAITING:
        raise errors.TicketNotWaiting("ticket", number=ticket.label)
    if ticket.times_taken >= manners.more_time_limit:
        raise errors.NoMoreTime("ticket", most=manners.more_time_limit)
    until = at + timedelta(minutes=manners.more_time_min)
    if not can_be_called_after(floor, ticket.theme, until):
        raise errors.TooLateForMoreTime("ticket")
    return e.TimeTaken(at, ticket.id, until)


def _credit(floor: Floor, precedence: e.Precedence) -> timedelta:
    manners = floor.site.manners
    minutes = {
        e.Precedence.NONE: 0,
        e.Precedence.HAND_OVER: manners.hand_over_credit_min,
        e.Precedence.PRIORITY: manners.priority_credit_min,
    }
    return timedelta(minutes=minutes[precedence])


def _open_shift(floor: Floor, command: c.OpenShift, at: datetime) -> e.ShiftOpened:
    _counter(floor, command.counter)
    if not command.themes:
        raise errors.ShiftWithoutTheme("themes")
    if not command.languages:
        raise errors.ShiftWithoutLanguage("languages")
    for name, themes in (("themes", command.themes), ("overflow", command.overflow)):
        for theme in themes:
            if floor.site.theme(theme) is None:
                raise errors.UnknownTheme(name, theme=theme)
    named = (*command.themes, *command.overflow)
    if len(set(named)) != len(named):
        raise errors.ThemeNamedTwice("overflow")
    _known_languages(floor, command.languages, "languages")
    if command.until is not None and command.until <= at:
        raise errors.ShiftEndsInThePast("until")
    # A day ends the shifts that name no nearer end; the end of time is on no clock that a screen could show.
    until = None if command.until is None else min(command.until, at + LONGEST_SHIFT)
    return e.ShiftOpened(at, command.counter, command.themes, command.overflow, command.languages, until)


def _withdraw(floor: Floor, command: c.Withdraw, at: datetime) -> e.TicketWithdrawn:
    ticket = ticket_of_today(floor, command.ticket)
    if ticket.state is TicketState.IN_INTERVIEW:
        raise errors.TicketInInterview("ticket")
    return e.TicketWithdrawn(at, ticket.id)


def ticket_of_today(floor: Floor, ticket_id: str) -> Ticket:
    """The ticket, if there is still something to wait for; raises UnknownTicket or TicketOver."""
    ticket = _ticket(floor, ticket_id)
    if ticket.state in OVER:
        raise errors.TicketOver("ticket")
    return ticket


def _theme(floor: Floor, theme_id: str) -> Theme:
    theme = floor.site.theme(theme_id)
    if theme is None:
        raise errors.UnknownTheme("theme", theme=theme_id)
    return theme


def _counter(floor: Floor, counter_id: str) -> Counter:
    counter = floor.site.counter(counter_id)
    if counter is None:
        raise errors.UnknownCounter("counter", counter=counter_id)
    return counter


def _ticket(floor: Floor, ticket_id: str) -> Ticket:
    ticket = floor.tickets.get(ticket_id)
    if ticket is None:
        raise errors.UnknownTicket("ticket")
    return ticket


def _shift(floor: Floor, counter_id: str) -> Shift:
    counter = _counter(floor, counter_id)
    shift = floor.shifts.get(counter_id)
    if shift is None:
        raise errors.NoShift("counter", counter=counter.label)
    return shift


def _free_counter(floor: Floor, counter_id: str) -> None:
    if counter_id in floor.at_counter:
        raise errors.CounterBusy("counter")


AtCounter = c.UndoCall | c.Recall | c.StartInterview | c.FinishInterview | c.MarkNoShow | c.HandOver | c.Park


def _there(floor: Floor, command: AtCounter) -> tuple[Ticket, ...]:
    """Who is at the command's counter: whom it names, or everybody."""
    _counter(floor, command.counter)
    there = floor.tickets_at(command.counter)
    if command.ticket is None:
        return there
    return tuple(ticket for ticket in there if ticket.id == command.ticket)


def _called(floor: Floor, command: AtCounter) -> list[Ticket]:
    called = [ticket for ticket in _there(floor, command) if ticket.state is TicketState.CALLED]
    if not called:
        raise errors.NobodyCalled("counter")
    return called


def _received(floor: Floor, command: AtCounter) -> list[Ticket]:
    received = [ticket for ticket in _there(floor, command) if ticket.state is TicketState.IN_INTERVIEW]
    if not received:
        raise errors.NobodyReceived("counter")
    return received


def _one_there(floor: Floor, command: c.HandOver | c.Park) -> Ticket:
    there = _there(floor, command)
    if not there:
        raise errors.NobodyThere("counter")
    if len(there) > 1:
        raise errors.SeveralThere("ticket")
    return there[0]


def _known_languages(floor: Floor, languages: Iterable[str], field: str) -> None:
    for language in languages:
        if language not in floor.site.languages:
            raise errors.UnknownLanguage(field, language=language)
