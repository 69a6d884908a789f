"""Whatever people do, in whatever order, with whatever clock: the house's rules hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.day import due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.disclosure import disclose, offers
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.floor import OVER, Floor, TicketState, evolve
from cdm_kiosk.domain.routing import may_receive
from tests.unit.domain.stage import HOUSE, OPENING, STANDING, TODAY

SITE = replace(HOUSE, standing_shifts=(STANDING,))
counters = st.sampled_from(["1", "2", "3", "9"])
known_counters = st.sampled_from(["1", "2", "3"])
themes = st.sampled_from(["work", "training", "business"])
any_theme = themes | st.just("sailing")
languages = st.sampled_from(["fr", "en", "es"])
precedences = st.sampled_from(list(e.Precedence))
AT_COUNTER = (TicketState.CALLED, TicketState.IN_INTERVIEW)


class HouseRules(RuleBasedStateMachine):
    """Drives every command against a floor and its log, and checks them after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.now = OPENING
        self.floor = Floor(SITE)
        self.log: list[e.Event] = []
        self.made = 0
        self.in_line: set[str] = set()
        self.places: dict[tuple[object, str], datetime] = {}
        self.numbers: dict[str, int] = {}

    def do(self, command: c.Command) -> None:
        before = self.floor
        image = wire.Snapshot.of(before, 0).model_dump_json()
        try:
            events = decide(before, command, self.now)
        except Refusal:
            assert wire.Snapshot.of(self.floor, 0).model_dump_json() == image
            return
        assert events, "an accepted command says what happened"
        for event in events:
            self.follow(event)
            self.floor = evolve(self.floor, event)
            self.log.append(event)
        assert wire.Snapshot.of(before, 0).model_dump_json() == image, "a floor moved under its holder"

    def follow(self, event: e.Event) -> None:
        """A visitor is called only out of the line, and gets in line by arriving or by coming back."""
        match event:
            case e.TicketIssued() | e.TicketBack() | e.TicketHandedOver() | e.CallUndone():
                assert event.ticket not in self.in_line
                self.in_line.add(event.ticket)
            case e.TicketCalled():
                assert event.ticket in self.in_line, "somebody was called twice"
                self.in_line.remove(event.ticket)
            case e.TicketWithdrawn():
                self.in_line.discard(event.ticket)
            case e.DayClosed():
                self.in_line.clear()

    @initialize()
    def doors_open(self) -> None:
        self.do(c.OpenDay(TODAY))

    @rule(seconds=st.integers(-7200, 7200))
    def time_passes_or_the_clock_is_set(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(days=st.integers(0, 1))
    def reception_opens(self, days: int) -> None:
        last = self.floor.date or self.floor.closed_on or TODAY
        self.do(c.OpenDay(last + timedelta(days=days)))

    @precondition(lambda self: len(self.floor.tickets) > 4)
    @rule()
    def doors_shut(self) -> None:
        self.do(c.CloseDay(self.floor.date))

    @rule(
        counter=counters,
        own=st.lists(any_theme, max_size=3),
        helps=st.lists(themes, max_size=2),
        spoken=st.lists(languages, max_size=2),
        minutes=st.none() | st.integers(-10, 10),
    )
    def shift_opens(
        self, counter: str, own: list[str], helps: list[str], spoken: list[str], minutes: int | None
    ) -> None:
        until = None if minutes is None else self.now + timedelta(minutes=minutes)
        self.do(c.OpenShift(counter, tuple(own), tuple(helps), tuple(spoken), until))

    @rule(counter=known_counters, theme=themes, language=languages)
    def sound_shift_opens(self, counter: str, theme: str, language: str) -> None:
        helps = tuple(name for name in ("work", "training") if name != theme)
        self.do(c.OpenShift(counter, (theme,), helps, (language,)))

    @rule(counter=counters)
    def shift_ends(self, counter: str) -> None:
        self.do(c.CloseShift(counter))

    @rule(
        theme=any_theme,
        language=st.none() | languages | st.just("tlh"),
        accessible=st.booleans(),
        precedence=precedences,
    )
    def visitor_arrives(self, theme: str, language: str | None, accessible: bool, precedence: e.Precedence) -> None:
        self.made += 1
        name = f"ticket {self.made}"
        self.do(c.IssueTicket(name, theme, language, accessible, precedence=precedence))

    @rule(counter=counters)
    def advisor_calls(self, counter: str) -> None:
        self.do(c.CallNext(counter))

    @rule(counter=counters)
    def advisor_calls_again(self, counter: str) -> None:
        self.do(c.Recall(counter))

    @rule(counter=counters)
    def interview_begins(self, counter: str) -> None:
        self.do(c.StartInterview(counter))

    @rule(counter=counters)
    def interview_ends(self, counter: str) -> None:
        self.do(c.FinishInterview(counter))

    @rule(counter=counters)
    def visitor_is_absent(self, counter: str) -> None:
        self.do(c.MarkNoShow(counter))

    @rule(counter=counters, data=st.data())
    def advisor_calls_by_name(self, counter: str, data: st.DataObject) -> None:
        self.do(c.CallTicket(counter, self.some_ticket(data)))

    @rule(counter=counters)
    def call_is_taken_back(self, counter: str) -> None:
        self.do(c.UndoCall(counter))

    @rule(counter=counters, theme=st.none() | any_theme, to_counter=st.none() | counters)
    def visitor_is_handed_over(self, counter: str, theme: str | None, to_counter: str | None) -> None:
        self.do(c.HandOver(counter, theme, to_counter))

    @rule(counter=counters, minutes=st.integers(1, 30))
    def visitor_waits_aside(self, counter: str, minutes: int) -> None:
        self.do(c.Park(counter, minutes))

    @rule(data=st.data(), precedence=precedences)
    def reception_gives_precedence(self, data: st.DataObject, precedence: e.Precedence) -> None:
        self.do(c.GivePrecedence(self.some_ticket(data), precedence))

    @rule()
    def the_hours_have_their_say(self) -> None:
        for command in due(self.floor, self.now):
            self.do(command)

    @rule(data=st.data())
    def absent_visitor_is_back(self, data: st.DataObject) -> None:
        self.do(c.BringBack(self.some_ticket(data)))

    @rule(data=st.data())
    def visitor_gives_up(self, data: st.DataObject) -> None:
        self.do(c.Withdraw(self.some_ticket(data)))

    def some_ticket(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(["nobody", *self.floor.tickets]))

    @invariant()
    def numbers_run_from_1_without_a_hole_within_a_date(self) -> None:
        expected: dict[object, int] = {}
        today: object = None
        for event in self.log:
            match event:
                case e.DayOpened():
                    today = event.date
                case e.TicketIssued():
                    expected[today] = expected.get(today, 0) + 1
                    assert event.number == expected[today]
        if self.floor.is_open:
            assert self.floor.last_number == expected.get(today, 0)

    @invariant()
    def a_ticket_is_in_one_place_only(self) -> None:
        queued = [place[2] for queue in self.floor.queues.values() for place in queue]
        called = list(self.floor.at_counter.values())
        assert len(queued) == len(set(queued))
        assert len(called) == len(set(called))
        assert not set(queued) & set(called)

    @invariant()
    def queues_and_counters_agree_with_the_tickets(self) -> None:
        for theme, queue in self.floor.queues.items():
            assert queue, "an empty line was kept"
            assert list(queue) == sorted(queue)
            for place in queue:
                ticket = self.floor.tickets[place[2]]
                assert (ticket.theme, ticket.place) == (theme, place)
        waiting = {ticket.id for ticket in self.floor.waiting()}
        for ticket in self.floor.tickets.values():
            assert (ticket.state is TicketState.WAITING) == (ticket.id in waiting)
            assert (ticket.state in AT_COUNTER) == (ticket.counter is not None)
            if ticket.counter is not None:
                assert self.floor.at_counter[ticket.counter] == ticket.id
        assert waiting == self.in_line

    @invariant()
    def nobodys_place_moves_later(self) -> None:
        for name, ticket in self.floor.tickets.items():
            known = self.places.setdefault((self.floor.date, name), ticket.place_at)
            assert ticket.place_at <= min(known, ticket.arrival)
            self.places[self.floor.date, name] = ticket.place_at

    @invariant()
    def a_number_belongs_to_one_visitor_from_beginning_to_end(self) -> None:
        for name, ticket in self.floor.tickets.items():
            assert self.numbers.setdefault(name, ticket.number) == ticket.number

    @invariant()
    def times_never_go_back_within_a_day_and_no_wait_is_negative(self) -> None:
        pairs = zip(self.log, self.log[1:], strict=False)
        assert all(before.at <= after.at for before, after in pairs if not isinstance(after, e.DayOpened))
        assert all(ticket.since >= ticket.arrival for ticket in self.floor.tickets.values())

    @invariant()
    def the_log_folded_again_is_the_floor(self) -> None:
        floor = Floor(SITE)
        for event in self.log:
            floor = evolve(floor, event)
        assert floor == self.floor

    @invariant()
    def a_snapshot_is_the_floor(self) -> None:
        content = wire.Snapshot.of(self.floor, len(self.log)).model_dump_json()
        assert wire.Snapshot.model_validate_json(content).floor() == self.floor

    @invariant()
    def nobody_waits_for_ever_where_the_theme_is_served(self) -> None:
        for ticket in self.floor.waiting():
            open_shifts = self.floor.shifts.items()
            able = self.floor.serving(ticket.theme)
            now = max(self.now, self.floor.latest)
            assert not able or any(
                may_receive(self.floor, counter, shift, ticket, now) for counter, shift in open_shifts
            )

    @invariant()
    def nothing_about_anybody_is_public(self) -> None:
        if self.log:
            public = disclose(self.log[-1], SITE)
            said = wire.PUBLIC_EVENT.dump_json(public).decode() if public is not None else ""
            said += wire.OFFERS.dump_json(offers(self.floor)).decode()
            assert "ticket " not in said

    @invariant()
    def a_visit_that_is_over_stays_over(self) -> None:
        over = {ticket.id for ticket in self.floor.tickets.values() if ticket.state in OVER}
        assert not over & self.in_line


# The default example database would write into the checkout; a deadline would measure the machine.
HouseRules.TestCase.settings = settings(
    max_examples=250,
    stateful_step_count=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestHouseRules = HouseRules.TestCase
