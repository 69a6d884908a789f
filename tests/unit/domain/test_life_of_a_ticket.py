"""Hand over, wait aside, undo, call by name, go earlier: the same number all the way, and no place lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.day import due
from cdm_kiosk.domain.disclosure import Board, disclose, evolve_board
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.events import CallUndone, Precedence
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.domain.routing import people_ahead
from cdm_kiosk.domain.site import Manners, Site
from tests.unit.domain.stage import HOUSE, Stage, open_house


def with_manners(manners: Manners) -> Site:
    return replace(HOUSE, manners=manners)


def refused(stage: Stage, command: c.Command) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as refusal:
        stage.do(command)
    return refusal.value.code, refusal.value.field


def test_a_handed_over_visitor_keeps_the_number_and_the_place_of_the_first_arrival() -> None:
    stage = open_house()
    stage.shift("2", "training")
    first = stage.take("work")
    stage.call("1")
    stage.do(c.StartInterview("1"))
    stage.pass_min(25)
    others = [stage.take("training") for _ in range(2)]
    stage.do(c.HandOver("1", theme="training"))
    handed = stage.floor.tickets[first.id]
    assert (handed.number, handed.arrival, handed.theme) == (first.number, first.arrival, "training")
    assert handed.precedence is Precedence.HAND_OVER
    assert "1" not in stage.floor.at_counter
    assert [stage.receive("2") for _ in range(3)] == [first.id, *(ticket.id for ticket in others)]


def test_a_visitor_sent_to_one_counter_is_called_there_and_nowhere_else_while_it_is_open() -> None:
    stage = open_house()
    stage.shift("2", "work")
    stage.shift("3", "business")
    sent = stage.take("work").id
    stage.call("1")
    stage.do(c.HandOver("1", to_counter="3"))
    assert refused(stage, c.CallNext("2")) == ("nobody_waiting", None)
    assert stage.call("3") == sent


def test_a_visitor_sent_to_one_counter_is_anybodys_after_the_time_agreed() -> None:
    stage = open_house()
    stage.shift("2", "work")
    stage.shift("3", "business")
    sent = stage.take("work").id
    stage.call("1")
    stage.do(c.HandOver("1", to_counter="3"))
    stage.pass_min(HOUSE.manners.same_counter_min)
    assert stage.call("2") == sent


def test_a_visitor_sent_to_a_counter_that_closes_is_anybodys_at_once() -> None:
    stage = open_house()
    stage.shift("3", "business")
    sent = stage.take("work").id
    stage.call("1")
    stage.do(c.HandOver("1", to_counter="3"), c.CloseShift("3"))
    assert stage.call("1") == sent


def test_a_hand_over_to_nowhere_is_refused() -> None:
    stage = open_house()
    assert refused(stage, c.HandOver("1", theme="training")) == ("nobody_there", "counter")
    stage.take()
    stage.call()
    assert refused(stage, c.HandOver("1")) == ("hand_over_to_nowhere", "theme")
    assert refused(stage, c.HandOver("1", theme="sailing")) == ("unknown_theme", "theme")
    assert refused(stage, c.HandOver("1", to_counter="9")) == ("unknown_counter", "to_counter")


def test_who_waits_aside_frees_the_counter_and_is_in_line_again_when_the_time_is_over() -> None:
    stage = open_house()
    asked = stage.take().id
    other = stage.take().id
    stage.call()
    stage.do(c.StartInterview("1"), c.Park("1", 10))
    assert stage.floor.tickets[asked].state is TicketState.PARKED
    assert stage.receive() == other
    stage.pass_min(9)
    assert due(stage.floor, stage.now) == ()
    stage.pass_min(1)
    stage.do(*due(stage.floor, stage.now))
    assert stage.call() == asked


def test_who_is_back_early_from_waiting_aside_goes_to_the_same_counter_first() -> None:
    stage = open_house()
    stage.shift("2", "work")
    asked = stage.take().id
    stage.call("1")
    stage.do(c.Park("1", 30), c.BringBack(asked))
    assert refused(stage, c.CallNext("2")) == ("nobody_waiting", None)
    assert stage.call("1") == asked


def test_a_call_by_mistake_is_taken_back_within_seconds_and_the_screen_forgets_it() -> None:
    stage = open_house()
    first, second = stage.take().id, stage.take().id
    stage.call()
    board = Board(is_open=True)
    for event in stage.log:
        public = disclose(event, stage.site)
        board = board if public is None else evolve_board(board, public)
    assert [call.number for call in board.calls] == [1]
    undone = stage.do(c.UndoCall("1"))
    assert isinstance(undone, CallUndone)
    public = disclose(undone, stage.site)
    assert public is not None
    assert evolve_board(board, public).calls == ()
    assert [stage.receive() for _ in range(2)] == [first, second]


def test_a_call_is_not_taken_back_once_the_visitor_may_be_on_the_way() -> None:
    stage = open_house()
    stage.take()
    stage.call()
    stage.now += timedelta(seconds=HOUSE.manners.undo_s + 1)
    assert refused(stage, c.UndoCall("1")) == ("too_late_to_undo", "counter")


def test_one_visitor_may_be_called_out_of_order_but_nobody_twice() -> None:
    stage = open_house()
    stage.shift("2", "work")
    first, second = stage.take().id, stage.take().id
    stage.do(c.CallTicket("1", second))
    assert refused(stage, c.CallTicket("2", second)) == ("ticket_not_waiting", "ticket")
    assert refused(stage, c.CallTicket("1", first)) == ("counter_busy", "counter")
    assert refused(stage, c.CallTicket("3", first)) == ("no_shift", "counter")
    assert stage.call("2") == first


def test_a_precedence_counts_as_having_come_earlier_and_only_rises() -> None:
    stage = open_house()
    early = stage.take().id
    stage.pass_min(HOUSE.manners.priority_credit_min - 5)
    late = stage.take()
    stage.do(c.GivePrecedence(late.id, Precedence.PRIORITY))
    assert people_ahead(stage.floor, stage.floor.tickets[late.id]) == 0
    assert refused(stage, c.GivePrecedence(late.id, Precedence.HAND_OVER)) == (
        "precedence_only_rises",
        "precedence",
    )
    assert [stage.receive() for _ in range(2)] == [late.id, early]


def test_a_priority_does_not_go_before_somebody_who_came_much_earlier() -> None:
    stage = open_house()
    early = stage.take().id
    stage.pass_min(HOUSE.manners.priority_credit_min + 5)
    stage.do(c.IssueTicket("late", "work", precedence=Precedence.PRIORITY))
    assert [stage.receive() for _ in range(2)] == [early, "late"]


def test_a_call_is_repeated_so_many_times_and_not_too_fast() -> None:
    stage = open_house(with_manners(Manners(recall_limit=2, recall_after_s=10)))
    stage.take()
    stage.call()
    assert refused(stage, c.Recall("1")) == ("recall_too_soon", "counter")
    for _ in range(2):
        stage.now += timedelta(seconds=10)
        stage.do(c.Recall("1"))
    stage.now += timedelta(seconds=10)
    assert refused(stage, c.Recall("1")) == ("recall_limit", "counter")


def test_who_comes_back_after_the_grace_time_has_lost_the_place() -> None:
    stage = open_house()
    missed = stage.take().id
    stage.call()
    stage.do(c.MarkNoShow("1"))
    stage.pass_min(HOUSE.manners.grace_min)
    stage.do(c.BringBack(missed))
    stage.call()
    stage.do(c.MarkNoShow("1"))
    stage.pass_min(HOUSE.manners.grace_min + 1)
    assert refused(stage, c.BringBack(missed)) == ("grace_over", "ticket")


def test_a_class_is_one_entry() -> None:
    stage = open_house()
    stage.do(c.IssueTicket("class", "work", people=24))
    assert (stage.floor.last_number, stage.floor.tickets["class"].people) == (1, 24)


def test_a_call_taken_back_leaves_who_was_sent_to_a_counter_sent_there() -> None:
    stage = open_house()
    stage.shift("2", "work")
    sent = stage.take().id
    stage.do(c.CallNext("1"), c.StartInterview("1"), c.HandOver("1", to_counter="2"))
    stage.do(c.CallTicket("1", sent), c.UndoCall("1"))
    assert refused(stage, c.CallNext("1")) == ("nobody_waiting", None)
    assert stage.call("2") == sent


def test_who_lets_others_pass_is_called_behind_them_and_before_whoever_came_later() -> None:
    stage = open_house(with_manners(Manners(more_time_min=10)))
    first, second, third = (stage.take("work").id for _ in range(3))
    stage.do(c.TakeTime(first))
    assert stage.receive("1") == second
    stage.pass_min(10)
    stage.do(*due(stage.floor, stage.now))
    assert [stage.receive("1") for _ in range(2)] == [first, third]


def test_who_is_ready_sooner_says_so_and_is_in_the_old_place_for_any_counter() -> None:
    stage = open_house()
    first, _ = stage.take("work").id, stage.take("work").id
    stage.do(c.TakeTime(first), c.BringBack(first))
    back = stage.floor.tickets[first]
    assert (back.state, back.for_counter, back.until) == (TicketState.WAITING, None, None)
    assert stage.call("1") == first


def test_others_pass_no_more_often_than_the_site_allows() -> None:
    stage = open_house(with_manners(Manners(more_time_limit=1)))
    ticket = stage.take("work").id
    stage.do(c.TakeTime(ticket), c.BringBack(ticket))
    assert refused(stage, c.TakeTime(ticket)) == ("no_more_time", "ticket")
    stage = open_house(with_manners(Manners(more_time_limit=0)))
    assert refused(stage, c.TakeTime(stage.take("work").id)) == ("no_more_time", "ticket")


def test_nobody_is_let_out_of_the_line_so_long_that_nobody_calls_any_more() -> None:
    stage = open_house(with_manners(Manners(more_time_min=10, last_call_min=15)))
    stage.do(c.CloseShift("1"))
    stage.do(c.OpenShift("1", ("work",), (), ("fr",), stage.now + timedelta(minutes=30)))
    ticket = stage.take("work").id
    stage.pass_min(10)
    assert refused(stage, c.TakeTime(ticket)) == ("too_late_for_more_time", "ticket")


def test_a_word_on_the_paper_moves_nobody_in_the_line() -> None:
    stage = open_house()
    first, second = (stage.take("work").id for _ in range(2))
    stage.do(c.TellPaper(first, False))
    assert stage.floor.tickets[first].paper_came is False
    stage.do(c.TellPaper(first, True))
    assert stage.floor.tickets[first].paper_came is True
    assert [stage.receive("1") for _ in range(2)] == [first, second]
    assert refused(stage, c.TellPaper(first, True)) == ("ticket_over", "ticket")


def test_only_who_waits_in_line_can_let_others_pass() -> None:
    stage = open_house()
    ticket = stage.take("work").id
    stage.call("1")
    assert refused(stage, c.TakeTime(ticket)) == ("ticket_not_waiting", "ticket")


# ----- a ticket put right


def test_a_ticket_put_right_keeps_number_arrival_and_place() -> None:
    stage = open_house()
    stage.shift("2", "training", languages="fr es")
    wrong = stage.take("work")
    others = [stage.take("training") for _ in range(2)]
    stage.pass_min(5)
    stage.do(c.CorrectTicket(wrong.id, "training", "es"))
    right = stage.floor.tickets[wrong.id]
    assert (right.number, right.arrival, right.place_at) == (wrong.number, wrong.arrival, wrong.place_at)
    assert (right.theme, right.language) == ("training", "es")
    assert refused(stage, c.CallNext("1")) == ("nobody_waiting", None)
    assert [stage.receive("2") for _ in range(3)] == [wrong.id, *(ticket.id for ticket in others)]


def test_who_was_sent_to_one_counter_is_anybodys_once_the_theme_is_put_right() -> None:
    stage = open_house()
    stage.shift("2", "training")
    stage.shift("3", "business")
    sent = stage.take("work").id
    stage.call("1")
    stage.do(c.HandOver("1", to_counter="3"), c.CorrectTicket(sent, "training"))
    assert stage.call("2") == sent


def test_an_absent_visitor_comes_back_for_the_theme_that_was_put_right() -> None:
    stage = open_house()
    stage.shift("2", "training")
    absent = stage.take("work").id
    stage.call("1")
    stage.do(c.MarkNoShow("1"), c.CorrectTicket(absent, "training"))
    assert stage.floor.tickets[absent].state is TicketState.ABSENT
    stage.do(c.BringBack(absent))
    assert stage.call("2") == absent


def test_a_ticket_is_not_put_right_at_a_counter_nor_once_it_is_over_nor_with_what_is_unknown() -> None:
    stage = open_house()
    ticket = stage.take("work").id
    assert refused(stage, c.CorrectTicket("nobody", "work")) == ("unknown_ticket", "ticket")
    assert refused(stage, c.CorrectTicket(ticket, "sailing")) == ("unknown_theme", "theme")
    assert refused(stage, c.CorrectTicket(ticket, "work", "tlh")) == ("unknown_language", "language")
    stage.call("1")
    assert refused(stage, c.CorrectTicket(ticket, "training")) == ("ticket_not_waiting", "ticket")
    stage.do(c.StartInterview("1"), c.FinishInterview("1"))
    assert refused(stage, c.CorrectTicket(ticket, "training")) == ("ticket_over", "ticket")


def test_what_a_ticket_was_put_right_to_is_nothing_for_the_public() -> None:
    stage = open_house()
    ticket = stage.take("work").id
    assert disclose(stage.do(c.CorrectTicket(ticket, "training", "es")), HOUSE) is None
