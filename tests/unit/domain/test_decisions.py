"""What the house answers to each command, and each of its refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.domain.orders import by_hub
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house


def refused(stage: Stage, command: c.Command) -> tuple[str, str | None]:
    """The code and the field of the refusal; the floor must be the same as before."""
    before = stage.floor
    with pytest.raises(errors.Refusal) as caught:
        stage.do(command)
    assert stage.floor is before
    return caught.value.code, caught.value.field


def test_the_first_visitor_of_the_day_gets_number_1_and_each_next_one_more() -> None:
    stage = open_house()
    assert [stage.take(theme).label for theme in ("work", "training", "business", "work")] == ["1", "2", "3", "4"]


def test_a_refused_ticket_leaves_no_hole_in_the_numbers() -> None:
    stage = open_house()
    stage.take()
    refused(stage, c.IssueTicket("x", "sailing"))
    assert stage.take().number == 2


def test_an_unserved_theme_still_gives_a_ticket() -> None:
    assert open_house().take("business").state is TicketState.WAITING


@pytest.mark.parametrize(
    "command",
    [
        c.CloseDay(),
        c.OpenShift("1", ("work",), (), ("fr",)),
        c.CloseShift("1"),
        c.IssueTicket("x", "work"),
        c.CallNext("1"),
        c.Recall("1"),
        c.StartInterview("1"),
        c.FinishInterview("1"),
        c.MarkNoShow("1"),
        c.BringBack("x"),
        c.Withdraw("x"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_behind_closed_doors_nothing_happens(command: c.Command) -> None:
    assert refused(Stage(), command) == ("day_not_open", None)


def test_the_doors_open_once() -> None:
    assert refused(open_house(), c.OpenDay(TODAY)) == ("day_already_open", None)


def test_closing_a_day_by_name_never_closes_the_next_one() -> None:
    stage = open_house()
    assert refused(stage, c.CloseDay(TODAY - timedelta(days=1))) == ("day_not_open", None)
    stage.do(c.CloseDay(TODAY))
    assert not stage.floor.is_open


@pytest.mark.parametrize(
    ("command", "code", "field"),
    [
        (c.IssueTicket("x", "sailing"), "unknown_theme", "theme"),
        (c.IssueTicket("x", "work", "tlh"), "unknown_language", "language"),
        (c.OpenShift("9", ("work",), (), ("fr",)), "unknown_counter", "counter"),
        (c.OpenShift("1", (), (), ("fr",)), "shift_without_theme", "themes"),
        (c.OpenShift("1", (), ("work",), ("fr",)), "shift_without_theme", "themes"),
        (c.OpenShift("1", ("work",), (), ()), "shift_without_language", "languages"),
        (c.OpenShift("1", ("sailing",), (), ("fr",)), "unknown_theme", "themes"),
        (c.OpenShift("1", ("work",), ("sailing",), ("fr",)), "unknown_theme", "overflow"),
        (c.OpenShift("1", ("work",), ("work",), ("fr",)), "theme_named_twice", "overflow"),
        (c.OpenShift("1", ("work", "work"), (), ("fr",)), "theme_named_twice", "overflow"),
        (c.OpenShift("1", ("work",), (), ("fr", "tlh")), "unknown_language", "languages"),
        (c.CloseShift("9"), "unknown_counter", "counter"),
        (c.CloseShift("2"), "no_shift", "counter"),
        (c.CallNext("9"), "unknown_counter", "counter"),
        (c.CallNext("2"), "no_shift", "counter"),
        (c.CallNext("1"), "nobody_waiting", None),
        (c.Recall("9"), "unknown_counter", "counter"),
        (c.Recall("1"), "nobody_called", "counter"),
        (c.StartInterview("9"), "unknown_counter", "counter"),
        (c.StartInterview("1"), "nobody_called", "counter"),
        (c.MarkNoShow("9"), "unknown_counter", "counter"),
        (c.MarkNoShow("1"), "nobody_called", "counter"),
        (c.FinishInterview("9"), "unknown_counter", "counter"),
        (c.FinishInterview("1"), "nobody_received", "counter"),
        (c.BringBack("x"), "unknown_ticket", "ticket"),
        (c.Withdraw("x"), "unknown_ticket", "ticket"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_each_refusal_has_its_code_and_names_the_field(command: c.Command, code: str, field: str | None) -> None:
    assert refused(open_house(), command) == (code, field)


@pytest.mark.parametrize("late_s", [0, 1, 86_400])
def test_a_shift_ends_after_it_begins(late_s: int) -> None:
    stage = open_house()
    until = stage.now - timedelta(seconds=late_s)
    assert refused(stage, c.OpenShift("1", ("work",), (), ("fr",), until)) == ("shift_ends_in_the_past", "until")


def test_a_shift_that_ends_later_opens() -> None:
    stage = open_house()
    until = stage.now + timedelta(seconds=1)
    stage.do(c.OpenShift("2", ("work",), (), ("fr",), until))
    assert stage.floor.shifts["2"].until == until


def test_a_shift_that_would_never_end_ends_at_an_hour_that_a_clock_can_show() -> None:
    stage = open_house()
    never = datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12)))
    stage.do(c.OpenShift("1", ("work",), (), ("fr",), never))
    until = stage.floor.shifts["1"].until
    assert until is not None
    assert HOUSE.local(until).date() == TODAY + timedelta(days=1)


@pytest.mark.parametrize("meet", [(), (c.StartInterview("1"),)], ids=["called", "received"])
@pytest.mark.parametrize("command", [c.CallNext("1"), c.CloseShift("1")], ids=["call_next", "close_shift"])
def test_a_counter_is_for_one_visitor_at_a_time(meet: tuple[c.Command, ...], command: c.Command) -> None:
    stage = open_house()
    stage.take()
    stage.take()
    stage.call()
    stage.do(*meet)
    assert refused(stage, command) == ("counter_busy", "counter")


def test_a_shift_may_change_while_a_visitor_is_received() -> None:
    stage = open_house()
    first = stage.take()
    stage.call()
    stage.do(c.StartInterview("1"))
    stage.shift("1", "training")
    assert stage.floor.at_counter == {"1": (first.id,)}
    stage.do(c.FinishInterview("1"))
    assert stage.floor.tickets[first.id].state is TicketState.DONE


def test_a_call_goes_from_called_to_received_to_done() -> None:
    stage = open_house()
    ticket = stage.take()
    seen = []
    for command in (c.CallNext("1"), c.StartInterview("1"), c.FinishInterview("1")):
        stage.do(command)
        seen.append(stage.floor.tickets[ticket.id].state)
    assert seen == [TicketState.CALLED, TicketState.IN_INTERVIEW, TicketState.DONE]
    assert stage.floor.at_counter == {}


def test_a_recall_is_counted_and_changes_nothing_else() -> None:
    stage = open_house()
    ticket = stage.take()
    stage.call()
    called = stage.floor.tickets[ticket.id]
    stage.do(c.Recall("1"), c.Recall("1"))
    assert stage.floor.tickets[ticket.id] == replace(called, recalls=2)


def test_nobody_is_recalled_in_the_middle_of_an_interview() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    stage.do(c.StartInterview("1"))
    for command in (c.Recall("1"), c.StartInterview("1"), c.MarkNoShow("1")):
        assert refused(stage, command) == ("nobody_called", "counter")


def test_an_interview_that_did_not_begin_does_not_finish() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    assert refused(stage, c.FinishInterview("1")) == ("nobody_received", "counter")


def test_an_absent_visitor_who_is_back_waits_in_the_old_place() -> None:
    stage = open_house()
    first, second = stage.take(), stage.take()
    assert stage.call() == first.id
    stage.do(c.MarkNoShow("1"))
    assert stage.call() == second.id
    stage.do(c.MarkNoShow("1"))
    third = stage.take()
    stage.do(c.BringBack(second.id), c.BringBack(first.id))
    assert [ticket.id for ticket in stage.floor.waiting()] == [first.id, second.id, third.id]
    assert stage.floor.tickets[first.id].arrival == first.arrival
    assert stage.call() == first.id
    assert stage.floor.tickets[first.id].recalls == 0


def test_only_an_absent_visitor_comes_back() -> None:
    stage = open_house()
    ticket = stage.take()
    assert refused(stage, c.BringBack(ticket.id)) == ("ticket_not_absent", "ticket")
    stage.receive()
    assert refused(stage, c.BringBack(ticket.id)) == ("ticket_not_absent", "ticket")


def waits(_stage: Stage) -> None: ...


def is_called(stage: Stage) -> None:
    stage.call()


def is_absent(stage: Stage) -> None:
    stage.call()
    stage.do(c.MarkNoShow("1"))


@pytest.mark.parametrize("prepare", [waits, is_called, is_absent])
def test_a_visitor_who_gives_up_leaves_queue_and_counter(prepare: Callable[[Stage], None]) -> None:
    stage = open_house()
    ticket = stage.take()
    prepare(stage)
    stage.do(c.Withdraw(ticket.id))
    assert stage.floor.waiting() == []
    assert stage.floor.at_counter == {}
    assert refused(stage, c.CallNext("1"))[0] == "nobody_waiting"
    assert refused(stage, c.Withdraw(ticket.id)) == ("ticket_over", "ticket")
    assert refused(stage, c.BringBack(ticket.id)) == ("ticket_not_absent", "ticket")


def test_nobody_is_withdrawn_from_an_interview_or_after_it() -> None:
    stage = open_house()
    ticket = stage.take()
    stage.call()
    stage.do(c.StartInterview("1"))
    assert refused(stage, c.Withdraw(ticket.id)) == ("ticket_in_interview", "ticket")
    stage.do(c.FinishInterview("1"))
    assert refused(stage, c.Withdraw(ticket.id)) == ("ticket_over", "ticket")


def test_withdrawing_an_absent_visitor_leaves_the_next_one_at_the_counter() -> None:
    stage = open_house()
    gone, there = stage.take(), stage.take()
    stage.call()
    stage.do(c.MarkNoShow("1"))
    stage.call()
    stage.do(c.Withdraw(gone.id))
    assert stage.floor.at_counter == {"1": (there.id,)}


def test_a_clock_that_jumps_back_counts_as_standing_still() -> None:
    stage = open_house()
    ticket = stage.take()
    at = stage.log[-1].at
    stage.pass_min(-600)
    called = stage.do(c.CallNext("1"))
    assert called.at == at
    after = stage.floor.tickets[ticket.id]
    assert after.since - after.arrival == timedelta(0)


def test_deciding_changes_nothing_by_itself() -> None:
    stage = open_house()
    stage.take()
    before = (stage.floor, dict(stage.floor.tickets), dict(stage.floor.queues), dict(stage.floor.at_counter))
    assert isinstance(decide(stage.floor, by_hub(c.CallNext("1")), stage.now)[0], e.TicketCalled)
    assert before == (stage.floor, stage.floor.tickets, stage.floor.queues, stage.floor.at_counter)


def test_no_number_is_given_outside_the_dates_of_a_theme() -> None:
    day = HOUSE.local(open_house().now).date()
    theme = HOUSE.themes[0]
    for dates in ({"from_date": day + timedelta(days=1)}, {"until_date": day - timedelta(days=1)}):
        stage = open_house(replace(HOUSE, themes=(replace(theme, **dates), *HOUSE.themes[1:])))
        for anyway in (False, True):
            command = c.IssueTicket("a", theme.id, anyway=anyway)
            assert refused(stage, command) == ("theme_not_offered", "theme")
    last_day = open_house(replace(HOUSE, themes=(replace(theme, from_date=day, until_date=day), *HOUSE.themes[1:])))
    assert decide(last_day.floor, by_hub(c.IssueTicket("a", theme.id)), last_day.now)
