"""Several visitors at one counter, breaks, the end of a shift, and reception's own line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.disclosure import Board, disclose, evolve_board
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.domain.site import RECEPTION
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house


def refused(stage: Stage, command: c.Command) -> tuple[str, str | None]:
    before = stage.floor
    with pytest.raises(Refusal) as refusal:
        stage.do(command)
    assert stage.floor is before
    return refusal.value.code, refusal.value.field


def session(people: int = 3) -> tuple[Stage, tuple[str, ...]]:
    """So many visitors are called together to counter 1, and one more waits."""
    stage = open_house()
    names = tuple(stage.take().id for _ in range(people + 1))
    stage.do(c.CallTogether("1", names[:people]))
    return stage, names


def states(stage: Stage, names: tuple[str, ...]) -> list[TicketState]:
    return [stage.floor.tickets[name].state for name in names]


WAITING, CALLED, RECEIVED = TicketState.WAITING, TicketState.CALLED, TicketState.IN_INTERVIEW
DONE, ABSENT, PARKED = TicketState.DONE, TicketState.ABSENT, TicketState.PARKED


def test_several_visitors_are_called_to_one_counter_and_each_number_is_shown() -> None:
    stage, names = session()
    assert states(stage, names) == [CALLED, CALLED, CALLED, WAITING]
    assert [ticket.number for ticket in stage.floor.tickets_at("1")] == [1, 2, 3]
    board = Board(is_open=True)
    for event in stage.log:
        public = disclose(event, stage.site)
        board = board if public is None else evolve_board(board, public)
    assert sorted(call.number for call in board.calls) == [1, 2, 3]
    assert refused(stage, c.CallNext("1")) == ("counter_busy", "counter")


def test_a_session_is_for_named_visitors_who_all_wait() -> None:
    stage = open_house()
    stage.shift("2", "work")
    first, second = stage.take().id, stage.take().id
    assert refused(stage, c.CallTogether("1", ())) == ("nobody_named", "tickets")
    assert refused(stage, c.CallTogether("1", (first, first))) == ("ticket_named_twice", "tickets")
    assert refused(stage, c.CallTogether("1", (first, "nobody"))) == ("unknown_ticket", "ticket")
    stage.do(c.CallTicket("2", second))
    assert refused(stage, c.CallTogether("1", (first, second))) == ("ticket_not_waiting", "ticket")
    assert stage.floor.tickets[first].state is WAITING


@pytest.mark.parametrize(
    ("command", "state"),
    [
        (c.StartInterview("1"), RECEIVED),
        (c.MarkNoShow("1"), ABSENT),
        (c.UndoCall("1"), WAITING),
        (c.Recall("1"), CALLED),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, c.Command) else None,
)
def test_without_a_name_everybody_who_was_called_is_meant_and_with_one_only_that_one(
    command: c.StartInterview | c.MarkNoShow | c.UndoCall | c.Recall, state: TicketState
) -> None:
    stage, names = session()
    stage.do(command)
    assert states(stage, names) == [state, state, state, WAITING]
    stage, names = session()
    stage.do(replace(command, ticket=names[1]))
    assert states(stage, names) == [CALLED, state, CALLED, WAITING]
    recalls = [stage.floor.tickets[name].recalls for name in names]
    assert recalls == ([0, 1, 0, 0] if isinstance(command, c.Recall) else [0, 0, 0, 0])


def test_one_may_be_late_and_another_leave_earlier() -> None:
    stage, names = session()
    stage.do(c.StartInterview("1", names[0]), c.StartInterview("1", names[1]))
    assert states(stage, names) == [RECEIVED, RECEIVED, CALLED, WAITING]
    stage.do(c.FinishInterview("1", names[0]), c.MarkNoShow("1"))
    assert states(stage, names) == [DONE, RECEIVED, ABSENT, WAITING]
    assert refused(stage, c.CallNext("1")) == ("counter_busy", "counter")
    stage.do(c.FinishInterview("1"))
    assert stage.call() == names[3]


def test_who_is_not_at_the_counter_is_not_meant() -> None:
    stage, names = session()
    stage.shift("2", "work")
    for command in (c.StartInterview("1", names[3]), c.Recall("2", names[0]), c.MarkNoShow("1", "nobody")):
        assert refused(stage, command) == ("nobody_called", "counter")
    assert refused(stage, c.FinishInterview("1", names[0])) == ("nobody_received", "counter")


def test_a_hand_over_and_waiting_aside_are_for_one_visitor_who_is_named() -> None:
    stage, names = session()
    assert refused(stage, c.HandOver("1", "training")) == ("several_there", "ticket")
    assert refused(stage, c.Park("1", 5)) == ("several_there", "ticket")
    assert refused(stage, c.Park("1", 5, "nobody")) == ("nobody_there", "counter")
    stage.do(c.HandOver("1", "training", ticket=names[0]), c.Park("1", 5, names[1]))
    assert states(stage, names) == [WAITING, PARKED, CALLED, WAITING]
    assert stage.floor.tickets[names[0]].theme == "training"
    stage.do(c.Park("1", 5))
    assert "1" not in stage.floor.at_counter


def test_a_call_that_is_too_old_for_one_is_taken_back_for_none() -> None:
    stage, names = session(2)
    stage.now += timedelta(seconds=HOUSE.manners.undo_s + 1)
    assert refused(stage, c.UndoCall("1")) == ("too_late_to_undo", "counter")
    assert states(stage, names) == [CALLED, CALLED, WAITING]


def test_a_whole_session_that_is_taken_back_waits_in_the_old_order() -> None:
    stage, names = session()
    stage.do(c.UndoCall("1"))
    assert [ticket.id for ticket in stage.floor.waiting()] == list(names)


def test_nobody_is_lost_when_a_session_is_withdrawn_one_by_one() -> None:
    stage, names = session(2)
    stage.do(c.Withdraw(names[0]))
    assert stage.floor.at_counter == {"1": (names[1],)}
    stage.do(c.Withdraw(names[1]))
    assert stage.floor.at_counter == {}


def test_a_break_is_taken_by_a_free_counter_and_ends_by_a_word_or_by_a_call() -> None:
    stage = open_house()
    assert refused(stage, c.EndBreak("1")) == ("not_on_break", "counter")
    assert refused(stage, c.TakeBreak("2")) == ("no_shift", "counter")
    stage.do(c.TakeBreak("1", 10))
    shift = stage.floor.shifts["1"]
    assert (shift.away_since, shift.back_at) == (stage.now, stage.now + timedelta(minutes=10))
    assert refused(stage, c.TakeBreak("1")) == ("on_break", "counter")
    stage.do(c.EndBreak("1"))
    assert stage.floor.shifts["1"].away_since is None
    stage.take()
    stage.do(c.TakeBreak("1"))
    assert stage.floor.shifts["1"].back_at is None
    stage.do(c.CallNext("1"))
    assert [event.kind for event in stage.log[-2:]] == ["break_ended", "ticket_called"]
    assert refused(stage, c.TakeBreak("1")) == ("counter_busy", "counter")


@pytest.mark.parametrize("command", [c.CallTicket("1", "work-1"), c.CallTogether("1", ("work-1",))])
def test_every_kind_of_call_ends_a_break(command: c.Command) -> None:
    stage = open_house()
    stage.take()
    stage.do(c.TakeBreak("1", 5), command)
    assert stage.floor.shifts["1"].away_since is None


def test_a_call_that_is_refused_leaves_the_break_as_it_is() -> None:
    stage = open_house()
    stage.do(c.TakeBreak("1"))
    assert refused(stage, c.CallNext("1")) == ("nobody_waiting", None)
    assert stage.floor.shifts["1"].away_since is not None


def test_a_shift_that_is_opened_again_is_not_on_a_break() -> None:
    stage = open_house()
    stage.do(c.TakeBreak("1"))
    stage.shift("1", "work", "training")
    assert stage.floor.shifts["1"].away_since is None


def test_a_shift_that_is_over_calls_nobody_but_lets_the_last_visitor_finish() -> None:
    stage = open_house()
    stage.do(c.OpenShift("1", ("work",), (), ("fr",), stage.now + timedelta(minutes=80)))
    first, second = stage.take().id, stage.take().id
    stage.call()
    stage.do(c.StartInterview("1"))
    stage.pass_min(90)
    stage.do(c.FinishInterview("1"))
    assert stage.floor.tickets[first].state is DONE
    for command in (c.CallNext("1"), c.CallTicket("1", second), c.CallTogether("1", (second,))):
        assert refused(stage, command) == ("shift_over", "counter")
    stage.shift("1", "work")
    assert stage.call() == second


def test_who_does_not_know_waits_for_reception_itself() -> None:
    stage = Stage(replace(HOUSE, desk="3"))
    stage.do(c.OpenDay(TODAY))
    stage.shift("1", "work")
    stage.shift("3", RECEPTION)
    unsure = stage.take(RECEPTION)
    stage.take("work")
    assert stage.call("1") == "work-2"
    assert stage.call("3") == unsure.id
    stage.do(c.StartInterview("3"), c.HandOver("3", "work"))
    handed = stage.floor.tickets[unsure.id]
    assert (handed.number, handed.theme, handed.arrival) == (1, "work", unsure.arrival)


def test_a_house_without_a_desk_has_no_line_for_reception() -> None:
    stage = open_house()
    assert refused(stage, c.IssueTicket("x", RECEPTION)) == ("unknown_theme", "theme")
    assert refused(stage, c.OpenShift("1", (RECEPTION,), (), ("fr",))) == ("unknown_theme", "themes")


def test_the_line_of_reception_is_offered_at_its_desk_alone() -> None:
    site = replace(HOUSE, desk="3")
    assert [theme.id for theme in site.themes_at("3")] == [RECEPTION, "work", "training", "business"]
    assert RECEPTION not in [theme.id for theme in site.themes_at("1")]
