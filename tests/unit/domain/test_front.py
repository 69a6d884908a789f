"""The front of the house: the entry by the hours and by hand, pauses, messages, help, contacts without a ticket."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.day import closes_at, due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.disclosure import Board, disclose, evolve_board, offers
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.front import Front
from cdm_kiosk.domain.orders import by_hub
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house

LUNCH = replace(HOUSE, hours={"every_day": ("09:00-12:30", "13:30-18:00")})
NINE_HOURS_MIN = 540


def refused(stage: Stage, command: c.Command) -> str:
    with pytest.raises(Refusal) as caught:
        decide(stage.floor, by_hub(command), stage.now)
    return caught.value.code


def keep(stage: Stage) -> list[str]:
    """What the hours ask for now, carried out."""
    before = len(stage.log)
    while asked := due(stage.floor, stage.now):
        stage.do(*asked)
    return [event.kind for event in stage.log[before:]]


def test_when_the_hours_are_over_nobody_gets_a_number_and_whoever_waits_is_received() -> None:
    stage = open_house()
    waiting = stage.take()
    stage.pass_min(NINE_HOURS_MIN)
    assert keep(stage) == ["entry_closed"]
    assert refused(stage, c.IssueTicket("late", "work")) == "entry_closed"
    assert stage.receive() == waiting.id
    assert keep(stage) == ["day_closed"]


def test_reception_may_give_a_number_behind_a_closed_entry() -> None:
    stage = open_house()
    stage.do(c.CloseEntry(), c.IssueTicket("late", "work", anyway=True))
    assert [ticket.id for ticket in stage.floor.waiting()] == ["late"]


def test_who_still_waits_when_the_hours_are_over_has_an_hour_before_the_day_closes_by_itself() -> None:
    stage = open_house()
    stage.take()
    stage.pass_min(NINE_HOURS_MIN)
    keep(stage)
    closing = closes_at(stage.floor, stage.now)
    assert closing is not None
    stage.now = closing - timedelta(seconds=1)
    assert keep(stage) == []
    stage.now = closing
    assert keep(stage) == ["day_closed"]
    assert keep(stage) == []


@pytest.mark.parametrize("command", [c.Park("1", 20), None], ids=["asked to wait aside", "called"])
def test_a_visitor_who_is_not_in_line_keeps_the_day_open_too(command: c.Command | None) -> None:
    stage = open_house()
    stage.take()
    stage.pass_min(NINE_HOURS_MIN)
    stage.call()
    if command is not None:
        stage.do(command)
    assert keep(stage) == ["entry_closed"]


def test_the_entry_rests_at_noon_and_the_day_goes_on() -> None:
    stage = open_house(LUNCH)
    stage.pass_min(210)
    assert keep(stage) == ["entry_closed"]
    stage.pass_min(60)
    assert keep(stage) == ["entry_opened"]
    assert stage.floor.is_open


def test_what_reception_says_of_the_entry_stands_until_the_hours_speak_again() -> None:
    stage = open_house(LUNCH)
    stage.pass_min(30)
    stage.do(c.CloseEntry())
    assert keep(stage) == []
    stage.pass_min(180)
    assert keep(stage) == []
    stage.pass_min(60)
    assert keep(stage) == ["entry_opened"]
    stage.pass_min(270)
    assert keep(stage) == ["entry_closed", "day_closed"]


def test_an_entry_that_reception_opens_after_hours_stays_open_until_reception_closes_it() -> None:
    stage = open_house()
    stage.take()
    stage.pass_min(NINE_HOURS_MIN)
    keep(stage)
    stage.do(c.OpenEntry())
    stage.pass_min(120)
    assert keep(stage) == []
    stage.do(c.CloseEntry())
    assert keep(stage) == ["day_closed"]


def test_a_day_that_reception_opens_after_hours_is_receptions_to_close() -> None:
    stage = Stage()
    stage.pass_min(NINE_HOURS_MIN + 60)
    stage.do(c.OpenDay(TODAY))
    assert keep(stage) == []
    stage.do(c.CloseEntry())
    assert keep(stage) == ["day_closed"]


def test_an_entry_is_opened_or_closed_once() -> None:
    stage = open_house()
    assert refused(stage, c.OpenEntry()) == "entry_open"
    stage.do(c.CloseEntry())
    assert refused(stage, c.CloseEntry()) == "entry_closed"


def test_a_paused_theme_gives_no_numbers_and_says_why_everywhere() -> None:
    stage = open_house()
    waiting = stage.take()
    stage.do(c.PauseTheme("work", {"fr": "Retour à 15 h"}))
    assert refused(stage, c.IssueTicket("late", "work")) == "theme_paused"
    (work, training, _) = offers(stage.floor, stage.now, Outlook(stage.now)).themes
    assert (work.served, work.paused, training.paused) == (False, {"fr": "Retour à 15 h"}, None)
    assert stage.receive() == waiting.id
    stage.do(c.ResumeTheme("work"))
    stage.take()


def test_a_message_reaches_the_displays_and_goes_when_it_is_taken_away() -> None:
    stage = open_house()
    board = Board(is_open=True)
    for command in (
        c.PauseTheme("work", {"fr": "Retour à 15 h"}),
        c.PostMessage({"fr": "Atelier à 14 h", "en": "Workshop at 2"}),
        c.PostMessage({"fr": "Atelier complet"}),
    ):
        public = disclose(stage.do(command), stage.site)
        assert public is not None
        board = evolve_board(board, public)
    assert [(notice.theme, notice.label, notice.text) for notice in board.notices] == [
        ("work", {"fr": "Work"}, {"fr": "Retour à 15 h"}),
        ("", {}, {"fr": "Atelier complet"}),
    ]
    for taken_back in (c.ResumeTheme("work"), c.PostMessage({})):
        public = disclose(stage.do(taken_back), stage.site)
        assert public is not None
        board = evolve_board(board, public)
    assert board.notices == ()


def test_help_is_asked_once_and_ends_when_somebody_came() -> None:
    stage = open_house()
    stage.do(c.AskHelp("1"))
    assert refused(stage, c.AskHelp("1")) == "help_asked"
    assert stage.floor.front.help == {"1": stage.now}
    stage.do(c.EndHelp("1"))
    assert refused(stage, c.EndHelp("1")) == "no_help_asked"
    assert refused(stage, c.AskHelp("9")) == "unknown_counter"


def test_contacts_without_a_ticket_are_counted_and_a_wrong_tap_taken_back() -> None:
    stage = open_house()
    stage.do(c.CountContact(e.Contact.COMPUTERS), c.CountContact(e.Contact.COMPUTERS))
    stage.do(c.CountContact(e.Contact.COMPUTERS, undo=True))
    assert stage.floor.front.contacts == {e.Contact.COMPUTERS: 1}
    assert refused(stage, c.CountContact(e.Contact.QUICK, undo=True)) == "nothing_counted"


def test_a_new_day_has_a_front_of_its_own() -> None:
    stage = open_house()
    stage.do(c.PauseTheme("work"), c.PostMessage({"fr": "Bonjour"}), c.AskHelp("1"), c.CloseDay())
    assert stage.floor.front == Front()
    stage.do(c.OpenDay(TODAY))
    assert stage.floor.front == Front(entry_since=stage.now)


@pytest.mark.parametrize("command", [c.PauseTheme("sailing"), c.ResumeTheme("work")], ids=["unknown", "not paused"])
def test_a_pause_needs_a_theme_of_the_house(command: c.Command) -> None:
    assert refused(open_house(), command) in {Code.UNKNOWN_THEME, Code.THEME_NOT_PAUSED}
