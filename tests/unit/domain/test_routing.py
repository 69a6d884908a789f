"""Who comes next: first come first served, help for other themes, and nobody starves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.routing import may_receive, people_ahead, waiting_for, zone_to_wait_in
from tests.tools.refusals import refused_with
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house


def calls_nobody(stage: Stage, counter: str) -> bool:
    try:
        stage.do(c.CallNext(counter))
    except errors.Conflict as refusal:
        if refusal.code is not Code.NOBODY_WAITING:
            raise
        return True
    return False


def test_who_came_first_is_received_first_whatever_the_theme() -> None:
    stage = open_house()
    stage.shift("1", "work", "training")
    arrived = [stage.take(theme).id for theme in ("training", "work", "work", "training")]
    assert [stage.receive() for _ in arrived] == arrived


def test_a_counter_never_calls_for_a_theme_that_its_shift_does_not_cover() -> None:
    stage = open_house()
    stage.take("training")
    assert calls_nobody(stage, "1")


def test_a_counters_own_theme_goes_before_the_theme_it_only_helps_with() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    helped = stage.take("training")
    own = stage.take("work")
    assert [stage.receive(), stage.receive()] == [own.id, helped.id]


def test_a_helped_visitor_who_waited_past_the_threshold_goes_by_arrival() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    helped = stage.take("training")
    own = stage.take("work")
    stage.now = helped.arrival
    stage.pass_min(20.01)
    assert [stage.receive(), stage.receive()] == [helped.id, own.id]


def test_at_the_threshold_itself_the_own_theme_still_goes_first() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    helped = stage.take("training")
    own = stage.take("work")
    stage.now = helped.arrival
    stage.pass_min(20)
    assert stage.receive() == own.id


def test_a_priority_makes_no_wait_that_would_pass_a_counters_own_theme() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    own = stage.take("work")
    stage.pass_min(1)
    helped = stage.take("training")
    stage.do(c.GivePrecedence(helped.id, Precedence.PRIORITY))
    stage.pass_min(HOUSE.overflow_after_min - 2)
    assert stage.floor.tickets[helped.id].place < own.place
    assert stage.call() == own.id
    stage.do(c.UndoCall("1"))
    stage.pass_min(3)
    assert stage.call() == helped.id


def test_somebody_with_a_priority_who_has_hardly_waited_holds_up_nobody_who_has() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    patient = stage.take("training")
    stage.take("work")
    stage.pass_min(HOUSE.overflow_after_min)
    late = stage.take("training")
    stage.do(c.GivePrecedence(late.id, Precedence.PRIORITY))
    assert stage.floor.tickets[late.id].place < patient.place
    assert stage.call() == patient.id


def test_past_the_threshold_an_own_visitor_who_came_earlier_still_goes_first() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    own = stage.take("work")
    helped = stage.take("training")
    stage.pass_min(60)
    assert [stage.receive(), stage.receive()] == [own.id, helped.id]


def test_a_counter_that_is_free_helps_at_once() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    helped = stage.take("training")
    assert stage.receive() == helped.id


def test_a_visitor_waits_for_the_counter_that_speaks_the_language() -> None:
    stage = open_house()
    stage.shift("2", "work", languages="fr es")
    spanish = stage.take(language="es")
    french = stage.take(language="fr")
    assert stage.call("1") == french.id
    assert stage.call("2") == spanish.id


def test_a_language_that_nobody_speaks_holds_nobody_back() -> None:
    stage = open_house()
    spanish = stage.take(language="es")
    assert stage.receive() == spanish.id


def test_a_language_spoken_only_at_a_counter_for_other_themes_holds_nobody_back() -> None:
    stage = open_house()
    stage.shift("2", "training", languages="es")
    spanish = stage.take("work", language="es")
    assert stage.receive("1") == spanish.id


def test_a_visitor_without_a_language_may_go_anywhere() -> None:
    stage = open_house()
    stage.shift("1", "work", languages="es")
    ticket = stage.take(language=None)
    assert stage.receive("1") == ticket.id


def test_a_visitor_in_a_wheelchair_waits_for_a_counter_that_can_be_reached() -> None:
    stage = open_house()
    stage.shift("3", "work")
    seated = stage.take(accessible=True)
    assert calls_nobody(stage, "3")
    assert stage.receive("1") == seated.id


def test_when_no_open_counter_can_be_reached_the_visitor_is_not_left_waiting() -> None:
    stage = open_house()
    stage.do(c.CloseShift("1"))
    stage.shift("3", "work")
    seated = stage.take(accessible=True)
    assert stage.receive("3") == seated.id


def test_two_needs_that_no_one_counter_meets_leave_nobody_waiting_for_ever() -> None:
    stage = open_house()
    stage.shift("3", "work", languages="es")
    both = stage.take(language="es", accessible=True)
    assert calls_nobody(stage, "3")
    assert stage.receive("1") == both.id


def test_two_needs_are_met_together_where_one_counter_can() -> None:
    stage = open_house()
    stage.shift("2", "work", languages="fr es")
    stage.shift("3", "work", languages="es")
    both = stage.take(language="es", accessible=True)
    assert calls_nobody(stage, "1")
    assert calls_nobody(stage, "3")
    assert stage.receive("2") == both.id


@pytest.mark.parametrize("language", [None, "fr", "en", "es"])
@pytest.mark.parametrize("accessible", [False, True])
@pytest.mark.parametrize("languages_3", ["fr", "es", "en es"])
def test_whoever_waits_for_a_served_theme_may_be_received_somewhere(
    language: str | None, accessible: bool, languages_3: str
) -> None:
    stage = open_house()
    stage.shift("2", "training", overflow=("work",), languages="en")
    stage.shift("3", "work", languages=languages_3)
    ticket = stage.take(language=language, accessible=accessible)
    shifts = stage.floor.shifts.items()
    assert any(may_receive(stage.floor, counter, shift, ticket, stage.now) for counter, shift in shifts)


def test_somebody_who_must_wait_for_another_counter_does_not_block_the_line() -> None:
    stage = open_house()
    stage.shift("2", "work", languages="es")
    spanish = stage.take(language="es")
    french = stage.take(language="fr")
    assert stage.receive("1") == french.id
    assert stage.receive("2") == spanish.id


def test_people_ahead_are_those_whom_the_same_shifts_receive_first() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    stage.take("business")
    stage.take("training")
    stage.take("work")
    last = stage.take("work")
    stage.take("work")
    assert people_ahead(stage.floor, last) == 2


def test_for_an_unserved_theme_people_ahead_are_those_of_the_theme() -> None:
    stage = open_house()
    stage.take("work")
    stage.take("business")
    assert people_ahead(stage.floor, stage.take("business")) == 1


def test_visitors_wait_in_the_zone_of_the_counter_that_serves_them() -> None:
    stage = open_house()
    stage.shift("3", "training")
    assert zone_to_wait_in(stage.floor, "training").id == "annex"
    assert zone_to_wait_in(stage.floor, "work").id == "hall"


def test_for_an_unserved_theme_visitors_wait_in_the_first_zone() -> None:
    assert zone_to_wait_in(open_house().floor, "business").id == "hall"


def test_an_advisor_sees_as_waiting_exactly_who_could_be_called_there() -> None:
    stage = open_house()
    stage.shift("1", "work", overflow=("training",))
    stage.shift("2", "work", languages="es")
    stage.take("training")
    stage.take("work", language="es")
    stage.take("business")
    stage.take("work")
    seen = waiting_for(stage.floor, "1", stage.floor.shifts["1"], stage.now)
    assert [ticket.number for ticket in seen] == [1, 4]
    received = {stage.receive("1"), stage.receive("1")}
    assert received == {ticket.id for ticket in seen}
    assert calls_nobody(stage, "1")


def with_last_interview_at(stage: Stage, counter: str) -> None:
    """Its shift for work is over, and the interview that it began in time goes on."""
    stage.do(c.OpenShift(counter, ("work",), (), ("fr", "en"), stage.now + timedelta(minutes=5)))
    stage.do(c.IssueTicket("last", "work", anyway=True), c.CallNext(counter), c.StartInterview(counter))
    stage.pass_min(6)


def test_who_is_sent_to_a_counter_whose_shift_is_over_is_anybodys_though_its_last_interview_goes_on() -> None:
    stage = open_house()
    sent = stage.take().id
    stage.do(c.CallNext("1"), c.StartInterview("1"))
    with_last_interview_at(stage, "2")
    stage.do(c.HandOver("1", to_counter="2"))
    assert stage.call("1") == sent


def test_a_shift_that_is_over_keeps_nobody_waiting_for_its_language_or_its_table() -> None:
    stage = Stage()
    stage.do(c.OpenDay(TODAY))
    with_last_interview_at(stage, "1")
    stage.shift("3", "work", languages="fr")
    arrived = [stage.take("work", language="en").id, stage.take("work", accessible=True).id]
    assert [stage.receive("3") for _ in arrived] == arrived


@pytest.mark.parametrize("minutes", [None, 10])
def test_a_break_that_finds_no_end_keeps_nobody_waiting_for_its_language(minutes: int | None) -> None:
    stage = open_house()
    stage.shift("2", "work", languages="es")
    ticket = stage.take("work", language="es")
    stage.do(c.TakeBreak("2", minutes))
    expected_back_min = minutes or 15
    stage.pass_min(expected_back_min + stage.site.manners.same_counter_min - 1)
    with refused_with(Code.NOBODY_WAITING):
        stage.call("1")
    stage.pass_min(1)
    assert stage.call("1") == ticket.id
