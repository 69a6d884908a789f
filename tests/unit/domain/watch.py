"""A house under watch: every command is carried out or refused, and the rules are checked as the log grows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.day import CLOCK_PATIENCE, clock_check, due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.disclosure import disclose, offers
from cdm_kiosk.domain.errors import Conflict, Refusal
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import OVER, Floor, Shift, Ticket, TicketState, evolve
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.routing import may_receive
from cdm_kiosk.domain.site import RECEPTION, Manners, RotaShift, Site
from cdm_kiosk.hub.clock import HouseClock
from tests.unit.domain.stage import HOUSE, OPENING, STANDING, TODAY

T = TypeVar("T")

LUNCH = ("09:00-12:30", "13:30-18:00")
PLANNED = replace(
    HOUSE,
    rota=(replace(STANDING, hours=LUNCH), RotaShift("2", ("training",), ("work",), ("fr", "es"), hours=LUNCH[:1])),
    rota_opens_shifts=True,
)
WITH_DESK = replace(
    PLANNED,
    desk="3",
    rota=(*PLANNED.rota, RotaShift("3", (RECEPTION,))),
    manners=Manners(recall_after_s=5, last_call_min=0, grace_min=5, same_counter_min=3),
)
FAR = replace(HOUSE, timezone="Indian/Reunion", hours={"every_day": ("00:00-24:00",)}, rota=(STANDING,))
HOUSES = (PLANNED, WITH_DESK, FAR)

COUNTERS = ("1", "2", "3")
THEMES = ("work", "training", "business")
AT_COUNTER = (TicketState.CALLED, TicketState.IN_INTERVIEW)
MOST_ROUNDS = 4
"""How often the hours may ask again before they have nothing more to say."""


class Choose(Protocol):
    """Takes one of several things, by hypothesis or by a seeded die."""

    def __call__(self, options: Sequence[T], /) -> T: ...


@dataclass
class Watched:
    """A floor, its log, a clock that anybody may set, and a station that follows by the feed.

    ``check_every`` counts the commands between two looks at the whole floor; ``tried`` are all commands with the
    clock's time and the ``steady`` seconds that have passed, and ``accepted`` counts those carried out. ``came`` is
    when each truly came; ``slack_s`` what small steps of the clock may have made of a wait.
    """

    site: Site
    check_every: int = 1
    now: datetime = OPENING
    steady: float = 0.0
    tried: list[tuple[datetime, float, c.Command]] = field(default_factory=list)
    accepted: int = 0
    log: list[e.Event] = field(default_factory=list)
    floor: Floor = field(init=False)
    station: Floor = field(init=False)
    held: tuple[Floor, str] = field(init=False)
    issued: set[str] = field(default_factory=set)
    in_line: set[str] = field(default_factory=set)
    credits: dict[str, timedelta] = field(default_factory=dict)
    came: dict[str, float] = field(default_factory=dict)
    closed: date | None = None
    goes_on: bool = False
    given: list[str] = field(default_factory=list)
    slack_s: float = 0.0
    clock: HouseClock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = HouseClock(lambda: self.now, lambda: self.steady)
        self.floor = self.station = Floor(self.site)
        self.held = (self.floor, image(self.floor))

    @property
    def commands(self) -> int:
        return len(self.tried)

    def do(self, command: c.Command) -> Refusal | None:
        """Try a command; the refusal, if it is one."""
        self.tried.append((self.now, self.steady, command))
        before = self.floor
        self._check_clock()
        try:
            events = decide(self.floor, by_hub(command), self.clock())
        except Refusal as refusal:
            self._look(before)
            return refusal
        assert events, "an accepted command says what happened"
        self.accepted += 1
        self._happen(events, command)
        self._look(before)
        return None

    def _happen(self, events: Sequence[e.Event], command: c.Command) -> None:
        for event in events:
            self._follow(event, command)
            self.floor = evolve(self.floor, event)
            self._settled(event)
            self.log.append(event)
            self.station = evolve(self.station, wire.EVENT.validate_json(wire.EVENT.dump_json(event)))

    def _check_clock(self) -> None:
        """What the hub does before each command."""
        check = clock_check(self.floor, self.now, self.clock.parted())
        if check is None:
            return
        before = self.floor
        self._happen(decide(before, by_hub(check), self.now), check)
        self.clock.follow()
        assert clock_check(self.floor, self.now, self.clock.parted()) is None, "the clock is checked for ever"
        assert set(before.tickets) == set(self.floor.tickets), "a clock that was set cost somebody the place"
        assert [ticket.id for ticket in before.waiting()] == [ticket.id for ticket in self.floor.waiting()]
        assert before.is_open == self.floor.is_open, "a clock that was set opened or closed the day"
        assert before.last_number == self.floor.last_number

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.steady += seconds

    def hours_have_their_say(self) -> None:
        """What the caretaker does: nothing that the hours ask for is refused, and they come to an end."""
        for _ in range(MOST_ROUNDS):
            self._check_clock()
            asked = due(self.floor, self.clock())
            if not asked:
                return
            for command in asked:
                refusal = self.do(command)
                assert refusal is None, f"the hours asked for {command}, refused as {refusal}"
        assert due(self.floor, self.clock()) == (), "the hours ask for ever"

    def station_starts_anew(self) -> None:
        """A station comes later: it has a snapshot, and from there on the feed alone."""
        body = wire.Snapshot.of(self.floor, len(self.log)).model_dump_json()
        self.station = wire.Snapshot.model_validate_json(body).floor()
        assert self.station == self.floor

    def finish(self) -> None:
        """Look at everything once more, and fold the whole log again."""
        self._look_at_all()
        floor = Floor(self.site)
        for event in self.log:
            floor = evolve(floor, event)
        assert floor == self.floor, "the log folded again is the floor"

    def _follow(self, event: e.Event, command: c.Command) -> None:
        """A visitor is called only out of the line, and gets in line by arriving or by coming back."""
        is_set = isinstance(event, e.ClockChecked)
        assert event.at >= self.floor.latest or not self.floor.is_open or is_set, "time went back within a day"
        match event:
            case e.ClockChecked():
                self.goes_on = self.goes_on or (not self.floor.is_open and bool(event.by_s))
            case e.DayOpened():
                # Only a date that is surely another begins with 1: not one that opens again, nor after a clock that
                # was wrong as the day before closed, or was set since.
                is_another = self.closed is None or (event.date > self.closed and not self.goes_on)
                self.given = [] if is_another else self.given
                self.goes_on = False
            case e.TicketIssued():
                assert event.ticket not in self.floor.tickets
                assert event.number == len(self.given) + 1, "the numbers of a day have a hole"
                self.given.append(event.ticket)
                self.issued.add(event.ticket)
                self.in_line.add(event.ticket)
                self.came[event.ticket] = self.steady
            case e.TicketBack() | e.TicketHandedOver() | e.CallUndone():
                assert event.ticket not in self.in_line
                self.in_line.add(event.ticket)
            case e.TicketCalled():
                assert event.ticket in self.in_line, "somebody was called twice"
                self.in_line.remove(event.ticket)
                shift = self.floor.shifts[event.counter]
                assert shift.away_since is None, "somebody was called to a counter on a break"
                assert shift.until is None or event.at < shift.until, "somebody was called after a shift's end"
                if isinstance(command, c.CallNext):
                    assert event.ticket == whose_turn(self.floor, event.counter, shift, event.at)
            case e.TicketWithdrawn() | e.TimeTaken():
                self.in_line.discard(event.ticket)
            case e.DayClosed():
                self.closed, self.goes_on = event.date, self.floor.clock.doubted
                self.issued.clear()
                self.in_line.clear()
                self.credits.clear()

    def _settled(self, event: e.Event) -> None:
        """What holds for whoever the event was about."""
        said = disclose(event, self.floor.site)
        assert said is None or "ticket " not in wire.PUBLIC_EVENT.dump_json(said).decode()
        if isinstance(event, e.TicketEvent):
            ticket = self.floor.tickets[event.ticket]
            credit = ticket.arrival - ticket.place_at
            assert credit >= self.credits.get(ticket.id, timedelta()), "a place moved later"
            self.credits[ticket.id] = credit
            assert ticket.since >= ticket.arrival, "a wait is negative"
            assert self.given[ticket.number - 1] == ticket.id, "a number changed hands"
            assert (ticket.state is TicketState.WAITING) == (ticket.id in self.in_line)
            assert (ticket.state in AT_COUNTER) == (ticket.counter is not None)

    def _look(self, before: Floor) -> None:
        if self.commands % self.check_every == 0:
            self._look_at_all()
            self.held = (before, image(before)) if self.commands % (2 * self.check_every) else self.held

    def _look_at_all(self) -> None:
        floor = self.floor
        assert image(self.held[0]) == self.held[1], "a floor moved under its holder"
        assert self.station == floor, "a snapshot and the events after it are the floor"
        assert floor.last_number == len(self.given)
        assert set(floor.tickets) == self.issued, "a ticket was lost"
        self._one_place_each()
        now = max(self.clock(), floor.latest)
        self._waits_are_true(now)
        assert "ticket " not in wire.OFFERS.dump_json(offers(floor, now, Outlook(now))).decode()
        self._nobody_waits_for_ever(now)

    def _waits_are_true(self, now: datetime) -> None:
        """Whoever has a number has been here for as long as truly passed, whatever became of the clock."""
        for ticket in self.floor.tickets.values():
            wait_s, true_s = (now - ticket.arrival).total_seconds(), self.steady - self.came[ticket.id]
            assert wait_s >= 0, "a wait is negative"
            assert ticket.since <= now, "somebody is in the future"
            assert true_s * 0.9 - self.slack_s <= wait_s <= true_s + self.slack_s, (
                "a clock that was set made a wait"
            )

    def _one_place_each(self) -> None:
        floor = self.floor
        queued = [place[2] for queue in floor.queues.values() for place in queue]
        there = [name for names in floor.at_counter.values() for name in names]
        assert len({*queued, *there}) == len(queued) + len(there), "somebody is in two places"
        for theme, queue in floor.queues.items():
            assert queue, "an empty line was kept"
            assert list(queue) == sorted(queue)
            assert all(floor.tickets[place[2]].place == place for place in queue)
            assert all(floor.tickets[place[2]].theme == theme for place in queue)
        for counter, names in floor.at_counter.items():
            assert names, "a free counter was kept as busy"
            assert all(floor.tickets[name].counter == counter for name in names)
        by_state = dict.fromkeys(TicketState, 0)
        for ticket in floor.tickets.values():
            by_state[ticket.state] += 1
        assert by_state[TicketState.WAITING] == len(queued) == len(self.in_line)
        assert by_state[TicketState.CALLED] + by_state[TicketState.IN_INTERVIEW] == len(there)
        assert self.in_line == set(queued)
        assert not {floor.tickets[name].state for name in self.in_line} & OVER

    def _nobody_waits_for_ever(self, now: datetime) -> None:
        floor = self.floor
        waiting = floor.waiting()
        for ticket in waiting:
            assert not floor.serving(ticket.theme) or any(
                may_receive(floor, counter, shift, ticket, now) for counter, shift in floor.shifts.items()
            ), "a theme is served, and somebody for it may be received nowhere"
        for counter, shift in floor.shifts.items():
            unfinished = shift.until is None or now < shift.until
            if unfinished and counter not in floor.at_counter:
                assert called_next(floor, counter, now) == whose_turn(floor, counter, shift, now), (
                    "a counter is free, and somebody whom it may receive waits"
                )


def called_next(floor: Floor, counter: str, now: datetime) -> str | None:
    """Whom a counter calls, were it asked to; nobody when nobody waits for it."""
    try:
        called = decide(floor, by_hub(c.CallNext(counter)), now)[-1]
    except Conflict as refusal:
        if refusal.code is not Code.NOBODY_WAITING:
            raise
        return None
    assert isinstance(called, e.TicketCalled)
    return called.ticket


def image(floor: Floor) -> str:
    """Every word of a floor, so that a floor that changed is found out."""
    return wire.Snapshot.of(floor, 0).model_dump_json()


def whose_turn(floor: Floor, counter: str, shift: Shift, now: datetime) -> str | None:
    """Who comes next by the words of the rule, found by looking at everybody."""
    able = [ticket for ticket in floor.waiting() if may_receive(floor, counter, shift, ticket, now)]
    own = [ticket for ticket in able if ticket.theme in shift.themes or is_sent_here(ticket, counter, now)]
    others = [ticket for ticket in able if ticket not in own]
    patience = timedelta(minutes=floor.site.overflow_after_min)
    have_waited = [ticket for ticket in others if now - ticket.arrival > patience]
    if own and have_waited and have_waited[0].place < own[0].place:
        return have_waited[0].id
    return next((ticket.id for ticket in (*own, *others)), None)


def is_sent_here(ticket: Ticket, counter: str, now: datetime) -> bool:
    return ticket.for_counter == counter and (ticket.until is None or now < ticket.until)


Act = Callable[[Watched, Choose], object]


def _fitting(choose: Choose, fitting: Sequence[str], all_of_them: Sequence[str]) -> str:
    """Most often one for which the command makes sense, sometimes any."""
    return choose(fitting if fitting and choose((True, True, True, True, False)) else all_of_them)


def _counter(house: Watched, choose: Choose, *states: TicketState) -> str:
    """A counter with somebody in one of these states; without any, one that is free and has a shift."""
    floor = house.floor
    fitting = [name for name in floor.shifts if name not in floor.at_counter]
    if states:
        fitting = [name for name in floor.at_counter if any(t.state in states for t in floor.tickets_at(name))]
    return _fitting(choose, fitting, (*COUNTERS, "9"))


def _whoever(house: Watched, choose: Choose, *states: TicketState) -> str:
    fitting = [ticket.id for ticket in house.floor.tickets.values() if ticket.state in states]
    return _fitting(choose, fitting, ("nobody", *house.floor.tickets))


def _meant(house: Watched, choose: Choose, counter: str) -> str | None:
    """Nobody by name, one of those at the counter, or somebody from elsewhere."""
    there = house.floor.at_counter.get(counter, ())
    return choose((None, None, None, *there, *there, "nobody"))


def _theme(choose: Choose) -> str:
    return choose((*THEMES, *THEMES, *THEMES, RECEPTION, "sailing"))


def _issue(house: Watched, choose: Choose) -> object:
    name = f"ticket {house.commands}"
    language = choose((None, None, None, None, "fr", "fr", "en", "es", "es", "tlh"))
    accessible = choose((False, False, False, True))
    precedence = choose((e.Precedence.NONE, e.Precedence.NONE, *e.Precedence))
    theme, people, anyway = _theme(choose), choose((1, 1, 1, 12)), choose((False, False, True))
    return house.do(c.IssueTicket(name, theme, language, accessible, people, precedence, anyway))


def _odd_shift(house: Watched, choose: Choose) -> object:
    own = tuple(_theme(choose) for _ in range(choose((0, 1, 1, 2))))
    helps = tuple(choose(THEMES) for _ in range(choose((0, 0, 1, 2))))
    spoken = tuple(choose(("fr", "en", "es", "tlh")) for _ in range(choose((0, 1, 1, 2))))
    minutes = choose((None, -10, 0, 5, 60))
    until = None if minutes is None else house.clock() + timedelta(minutes=minutes)
    return house.do(c.OpenShift(choose((*COUNTERS, "9")), own, helps, spoken, until))


def _sound_shift(house: Watched, choose: Choose) -> object:
    theme = choose(THEMES)
    helps = tuple(name for name in THEMES[:2] if name != theme and choose((True, False)))
    spoken = choose((("fr",), ("fr", "es"), ("en",)))
    minutes = choose((None, None, 20, 120))
    until = None if minutes is None else house.clock() + timedelta(minutes=minutes)
    return house.do(c.OpenShift(choose(COUNTERS), (theme,), helps, spoken, until))


def _together(house: Watched, choose: Choose) -> object:
    names = tuple(_whoever(house, choose, TicketState.WAITING) for _ in range(choose((0, 1, 2, 2, 3))))
    return house.do(c.CallTogether(_counter(house, choose), names))


def _at_counter(make: Callable[[str, str | None], c.Command], state: TicketState) -> Act:
    def act(house: Watched, choose: Choose) -> object:
        counter = _counter(house, choose, state)
        return house.do(make(counter, _meant(house, choose, counter)))

    return act


def _hand_over(house: Watched, choose: Choose) -> object:
    counter = _counter(house, choose, *AT_COUNTER)
    theme, to_counter = choose((None, *THEMES, "sailing")), choose((None, None, *COUNTERS, "9"))
    return house.do(c.HandOver(counter, theme, to_counter, _meant(house, choose, counter)))


def _park(house: Watched, choose: Choose) -> object:
    counter = _counter(house, choose, *AT_COUNTER)
    return house.do(c.Park(counter, choose((1, 5, 30)), _meant(house, choose, counter)))


def _time_passes(house: Watched, choose: Choose) -> object:
    house.passes(choose((1, 10, 30, 60, 120, 240, 600)))
    return None


def _clock_is_set(house: Watched, choose: Choose) -> object:
    by_s = choose((-800_000_000, 800_000_000, -90_000, 90_000, -7200, -300, -100, -1, 60, 7200))
    house.now += timedelta(seconds=by_s)
    if abs(by_s) <= CLOCK_PATIENCE.total_seconds():
        house.slack_s += abs(by_s)
    return None


def _night_passes(house: Watched, choose: Choose) -> object:
    if not house.floor.is_open or len(house.floor.tickets) > 40:
        house.passes(3600 * choose((10, 14, 60)))
        house.hours_have_their_say()
    return None


def _break_ends(house: Watched, choose: Choose) -> object:
    away = [name for name, shift in house.floor.shifts.items() if shift.away_since is not None]
    return house.do(c.EndBreak(_fitting(choose, away, (*COUNTERS, "9"))))


def _site_changes(house: Watched, choose: Choose) -> object:
    """A theme or a table goes, or all is again as it was; at times the site's file alone decides."""
    known = house.site
    # What went comes back soon: a house without tables has nothing to tell.
    match choose(
        ("themes", "counters", "manners") if house.floor.site == known else ("themes", "all", "all", "all")
    ):
        case "themes":
            gone = choose(THEMES)
            after = replace(
                known,
                themes=tuple(theme for theme in known.themes if theme.id != gone),
                rota=tuple(shift for shift in known.rota if gone not in (*shift.themes, *shift.overflow)),
            )
        case "counters":
            gone = choose(COUNTERS)
            after = replace(
                known,
                counters=tuple(counter for counter in known.counters if counter.id != gone),
                rota=tuple(shift for shift in known.rota if shift.counter != gone),
                desk=None if known.desk == gone else known.desk,
            )
        case "manners":
            after = replace(house.floor.site, manners=replace(known.manners, grace_min=choose((1, 60))))
        case _:
            after = known
    return house.do(c.ChangeSite(after, choose((False, False, True))))


def _front(house: Watched, choose: Choose) -> object:
    words = {"fr": "un instant"}
    return house.do(
        choose(
            (
                c.OpenEntry() if not house.floor.front.entry_open else choose((c.CloseEntry(), c.OpenEntry())),
                c.PauseTheme(_theme(choose), words),
                c.ResumeTheme(_theme(choose)),
                c.PostMessage(choose((words, {}))),
                c.AskHelp(choose((*COUNTERS, "9"))),
                c.EndHelp(choose((*COUNTERS, "9"))),
            )
        )
    )


def _doors_shut(house: Watched, choose: Choose) -> object:
    # Rare, for a day without people has nothing to tell.
    if house.floor.is_open and len(house.floor.tickets) < choose((20, 40, 80)):
        return None
    return house.do(c.CloseDay(choose((None, house.floor.date, TODAY))))


def _doors_open(house: Watched, choose: Choose) -> object:
    last = house.floor.date or house.floor.closed_on or TODAY
    if house.floor.is_open and choose((True, True, True, False)):
        return None
    return house.do(c.OpenDay(last + timedelta(days=choose((0, 0, 1)))))


ACTS: Mapping[str, Act] = {
    "the doors open": _doors_open,
    "the doors shut": _doors_shut,
    "the hours have their say": lambda house, _choose: house.hours_have_their_say(),
    "a night passes": _night_passes,
    "time passes": _time_passes,
    "the clock is set": _clock_is_set,
    "a station starts anew": lambda house, _choose: house.station_starts_anew(),
    "the site is changed": _site_changes,
    "reception sees to the front": _front,
    "a visitor arrives": _issue,
    "a shift opens": _sound_shift,
    "an odd shift is asked for": _odd_shift,
    "a shift ends": lambda house, choose: house.do(c.CloseShift(_counter(house, choose))),
    "a break begins": lambda house, choose: house.do(c.TakeBreak(_counter(house, choose), choose((None, 5, 15)))),
    "a break ends": _break_ends,
    "an advisor calls": lambda house, choose: house.do(c.CallNext(_counter(house, choose))),
    "an advisor calls by name": lambda house, choose: house.do(
        c.CallTicket(_counter(house, choose), _whoever(house, choose, TicketState.WAITING))
    ),
    "an advisor calls several": _together,
    "a call is taken back": _at_counter(c.UndoCall, TicketState.CALLED),
    "a call is repeated": _at_counter(c.Recall, TicketState.CALLED),
    "an interview begins": _at_counter(c.StartInterview, TicketState.CALLED),
    "an interview ends": _at_counter(c.FinishInterview, TicketState.IN_INTERVIEW),
    "a visitor is absent": _at_counter(c.MarkNoShow, TicketState.CALLED),
    "a visitor is handed over": _hand_over,
    "a visitor waits aside": _park,
    "reception lets somebody go earlier": lambda house, choose: house.do(
        c.GivePrecedence(_whoever(house, choose, TicketState.WAITING), choose(tuple(e.Precedence)))
    ),
    "reception puts a ticket right": lambda house, choose: house.do(
        c.CorrectTicket(_whoever(house, choose, *TicketState), _theme(choose), choose((None, "fr", "es", "tlh")))
    ),
    "somebody is back": lambda house, choose: house.do(
        c.BringBack(_whoever(house, choose, TicketState.ABSENT, TicketState.PARKED))
    ),
    "somebody lets others pass": lambda house, choose: house.do(
        c.TakeTime(_whoever(house, choose, TicketState.WAITING))
    ),
    "a printer says how a paper went": lambda house, choose: house.do(
        c.TellPaper(_whoever(house, choose, *TicketState), choose((True, False)))
    ),
    "somebody gives up": lambda house, choose: house.do(
        c.Withdraw(_whoever(house, choose, TicketState.WAITING, TicketState.ABSENT))
    ),
}
OFTEN: Mapping[str, int] = {
    "a visitor arrives": 10,
    "time passes": 8,
    "an advisor calls": 12,
    "an interview begins": 8,
    "an interview ends": 6,
    "the hours have their say": 5,
    "a shift opens": 4,
    "a visitor is absent": 2,
    "a visitor is handed over": 2,
    "a visitor waits aside": 2,
    "an advisor calls several": 2,
    "somebody is back": 3,
    "a break begins": 2,
    "a break ends": 4,
    "the doors open": 2,
}
"""How much more often than once a day's ordinary acts come in a walk."""
