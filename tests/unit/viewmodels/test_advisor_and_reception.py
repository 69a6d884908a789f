"""What advisors and reception see and do, through the rules of the house."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.reception import ReceptionViewModel
from tests.tools.fake_hub import FakeHub, dispose


class Desk:
    def __init__(self, site: Site, counter: str = "2") -> None:
        self.day = FakeHub(site)
        self.day.open_day()
        self.client = self.day.line("staff")
        self.client.is_slow = True
        self.mirror = StaffMirror(self.client)
        self.advisor = AdvisorViewModel(self.mirror, self.client, counter, clock=self.day.clock)
        self.reception = ReceptionViewModel(self.mirror, self.client, lambda url: f"qr:{url}", clock=self.day.clock)
        self.client.start()

    def close(self) -> None:
        dispose(self.advisor, self.reception, self.mirror, self.client)

    def issue(self, theme: str, language: str | None = None) -> None:
        self.day.issue(theme, language)


@pytest.fixture
def desk(site: Site, qapp: object) -> Iterator[Desk]:
    opened = Desk(site)
    yield opened
    opened.close()


def test_the_advisors_stage_follows_the_life_of_a_ticket(desk: Desk) -> None:
    assert (desk.advisor.stage, desk.advisor.waiting, desk.advisor.longestWaitMin) == ("free", 0, -1)
    desk.issue("emploi")
    desk.day.now += timedelta(minutes=12)
    desk.advisor.tick()
    assert (desk.advisor.waiting, desk.advisor.longestWaitMin) == (1, 12)
    desk.day.do(c.CallNext("2"))
    assert (desk.advisor.stage, desk.advisor.number, desk.advisor.themeLabel) == (
        "called",
        "1",
        "Trouver un emploi",
    )
    desk.day.do(c.Recall("2"))
    assert desk.advisor.recalls == 1
    desk.day.do(c.StartInterview("2"))
    assert desk.advisor.stage == "receiving"
    desk.day.do(c.FinishInterview("2"))
    assert (desk.advisor.stage, desk.advisor.number) == ("free", "")


@pytest.fixture
def newcomer(site: Site, qapp: object) -> Iterator[Desk]:
    opened = Desk(site, counter="")
    yield opened
    opened.close()


def test_an_advisor_without_a_counter_chooses_one_and_opens_the_planned_shift(newcomer: Desk) -> None:
    desk = newcomer
    assert desk.advisor.stage == "choose"
    assert [(row.label, row.taken) for row in desk.advisor.counters.rows][2:4] == [
        ("Table 3", True),
        ("Table 4", False),
    ]
    desk.advisor.chooseCounter("4")
    assert (desk.advisor.stage, desk.advisor.canOpen) == ("off", False)
    desk.advisor.cycleTheme("emploi")
    desk.advisor.cycleTheme("formation")
    desk.advisor.cycleTheme("formation")
    desk.advisor.toggleLanguage("en")
    assert desk.advisor.canOpen
    desk.advisor.openShift()
    sent = desk.client.answer(200)
    assert (sent.method, sent.path) == ("PUT", "/counters/4/shift")
    assert sent.body == {"themes": ["emploi"], "overflow": ["formation"], "languages": ["fr", "en"]}


def test_a_shift_that_was_closed_is_proposed_again_as_planned(desk: Desk) -> None:
    desk.day.do(c.CloseShift("2"))
    assert desk.advisor.stage == "off"
    levels = {row.choice_id: row.level for row in desk.advisor.themes.rows}
    assert levels == {"orientation": 0, "formation": 0, "emploi": 1, "evolution": 1, "creation": 2}
    assert desk.advisor.canOpen


def test_finishing_and_calling_the_next_is_two_commands_in_order(desk: Desk) -> None:
    desk.advisor.finishAndCallNext()
    assert desk.client.answer(200).path == "/counters/2/finish"
    assert desk.client.answer(200).path == "/counters/2/call-next"
    desk.advisor.tick()
    assert not desk.advisor.busy


def test_an_answered_button_rests_until_the_window_shows_what_followed(desk: Desk) -> None:
    desk.issue("emploi")
    desk.issue("emploi")
    desk.advisor.callNext()
    desk.client.answer(200)
    assert desk.advisor.busy
    desk.day.do(c.CallNext("2"))
    assert (desk.advisor.busy, desk.advisor.stage) == (False, "called")


def test_what_was_refused_is_no_news_once_the_counter_has_moved_on(desk: Desk) -> None:
    desk.advisor.callNext()
    desk.client.answer(409, {"code": "nobody_waiting"})
    assert desk.advisor.notice == "Personne n’attend pour le moment."
    desk.issue("emploi")
    desk.day.do(c.CallNext("2"))
    assert desk.advisor.notice == ""


def test_when_finishing_fails_nobody_is_called(desk: Desk) -> None:
    desk.advisor.finishAndCallNext()
    desk.client.answer(409, {"code": "nobody_received"})
    assert desk.client.held == []
    assert desk.advisor.notice == "Personne n’est en entretien à cette table."


def test_a_second_press_while_a_command_is_under_way_sends_nothing(desk: Desk) -> None:
    desk.advisor.callNext()
    desk.advisor.callNext()
    assert len(desk.client.held) == 1


def test_reception_sees_who_waits_in_order_then_the_absent(desk: Desk) -> None:
    for theme, language in (("emploi", "fr"), ("creation", "en"), ("orientation", None)):
        desk.issue(theme, language)
    desk.day.do(c.CallNext("2"))
    desk.day.do(c.MarkNoShow("2"))
    rows = [(row.number, row.language_name, row.state) for row in desk.reception.tickets.rows]
    assert rows == [("2", "English", "waiting"), ("3", "", "waiting"), ("1", "", "absent")]
    assert (desk.reception.waiting, desk.reception.receiving, desk.reception.received) == (2, 0, 0)


def test_reception_sees_each_counter_in_words(desk: Desk) -> None:
    desk.issue("emploi")
    desk.day.do(c.CallNext("2"))
    desk.day.do(c.StartInterview("2"))
    desk.day.now += timedelta(minutes=6)
    desk.reception.tick()
    words = [(row.label, row.state_text) for row in desk.reception.counters.rows]
    assert words[:4] == [
        ("Table 1", "libre"),
        ("Table 2", "1 · reçu depuis 6 min"),
        ("Table 3", "libre"),
        ("Table 4", "pas de permanence"),
    ]


def test_reception_is_warned_of_a_theme_that_nobody_can_receive(desk: Desk) -> None:
    desk.issue("creation")
    desk.day.do(c.CloseShift("2"))
    assert desk.reception.alarms.rows == []
    desk.day.do(c.CloseShift("3"))
    assert [row.text for row in desk.reception.alarms.rows] == ["Personne ne reçoit pour « Créer mon activité »"]
    desk.client.lose()
    assert desk.reception.alarms.rows[0].text == "Connexion au serveur perdue"


def test_a_number_given_in_person_is_shown_until_it_is_dismissed(desk: Desk) -> None:
    desk.reception.issue("emploi", "en")
    desk.reception.issue("emploi", "en")
    assert desk.reception.issuing
    sent = desk.client.answer(201, {"number": 7, "follow_url": "http://hub/t/7"})
    assert sent.body == {"theme": "emploi", "language": "en"}
    assert desk.client.held == []
    assert (desk.reception.lastNumber, desk.reception.lastFollowQr) == ("7", "qr:http://hub/t/7")
    desk.reception.dismissLast()
    assert desk.reception.lastNumber == ""


def test_a_number_asked_for_again_after_a_lost_answer_is_not_a_second_ticket(desk: Desk) -> None:
    keys = []
    for status in (0, 503, 201, 201):
        desk.reception.issue("emploi", "fr")
        keys.append(desk.client.answer(status, {"number": 7, "follow_url": "http://hub/t/7"}).key)
        desk.reception.dismissLast()
    assert keys[0] == keys[1] == keys[2] != keys[3]


def test_the_day_closed_leaves_no_ticket_on_any_screen(desk: Desk) -> None:
    desk.issue("emploi")
    desk.day.do(c.CallNext("2"))
    desk.day.do(c.CloseDay())
    assert desk.reception.tickets.rows == []
    assert (desk.reception.doorsOpen, desk.reception.dayText) == (False, "fermé")
    assert (desk.advisor.stage, desk.advisor.number) == ("off", "")
