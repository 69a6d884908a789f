"""What advisors and reception see and do, through the rules of the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.site import DayException, RotaShift, Site
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from tests.tools.fake_hub import FakeHub, dispose


class Desk:
    def __init__(self, site: Site, counter: str = "2") -> None:
        self.day = FakeHub(site)
        self.day.open_day()
        self.client = self.day.line("reception")
        self.client.is_slow = True
        self.mirror = StaffMirror(self.client)
        self._advisor = AdvisorViewModel(
            self.mirror, self.client, self.client.orders, counter, clock=self.day.clock
        )
        self._reception = ReceptionViewModel(
            self.mirror, self.client, self.client.orders, lambda url: f"qr:{url}", clock=self.day.clock
        )
        self.client.start()

    @property
    def advisor(self) -> AdvisorViewModel:
        """The advisor's view model, once it shows what it has heard."""
        QCoreApplication.processEvents()
        return self._advisor

    @property
    def reception(self) -> ReceptionViewModel:
        """The reception's view model, once it shows what it has heard."""
        QCoreApplication.processEvents()
        return self._reception

    def close(self) -> None:
        dispose(self._advisor, self._reception, self.mirror, self.client)

    def issue(self, theme: str, language: str | None = None) -> str:
        return self.day.issue(theme, language)

    def pass_min(self, minutes: float) -> None:
        """The clock goes on, and the windows notice."""
        self.day.now += timedelta(minutes=minutes)
        self.advisor.tick()
        self.reception.tick()

    def table(self, label: str) -> str:
        """What reception reads of a table."""
        return str(next(row.state_text for row in self.reception.counters.rows if row.label == label))


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
    assert sent.body == {
        "themes": ["emploi"],
        "overflow": ["formation"],
        "languages": ["fr", "en"],
        "until": None,
    }


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
    rows = [(row.number, row.remark, row.state) for row in desk.reception.tickets.rows]
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


def wish(theme: str, language: str, anyway: bool = False) -> dict[str, object]:
    """What is asked for somebody who comes alone and needs nothing special."""
    return {
        "theme": theme,
        "language": language,
        "accessible": False,
        "people": 1,
        "precedence": "none",
        "anyway": anyway,
    }


def test_a_number_given_in_person_is_shown_until_it_is_dismissed(desk: Desk) -> None:
    desk.reception.issue("emploi", "en")
    desk.reception.issue("emploi", "en")
    assert desk.reception.issuing
    sent = desk.client.answer(201, {"id": "t-7", "number": 7, "follow_url": "http://hub/t/7"})
    assert sent.body == wish("emploi", "en")
    assert desk.client.held == []
    assert (desk.reception.lastNumber, desk.reception.lastFollowQr) == ("7", "qr:http://hub/t/7")
    desk.reception.dismissLast()
    assert desk.reception.lastNumber == ""


def test_a_number_asked_for_again_after_a_lost_answer_is_not_a_second_ticket(desk: Desk) -> None:
    keys = []
    for status in (0, 503, 201, 201):
        desk.reception.issue("emploi", "fr")
        keys.append(desk.client.answer(status, {"id": "t-7", "number": 7, "follow_url": "http://hub/t/7"}).key)
        desk.reception.dismissLast()
    assert keys[0] == keys[1] == keys[2] != keys[3]


def test_the_day_closed_leaves_no_ticket_on_any_screen(desk: Desk) -> None:
    desk.issue("emploi")
    desk.day.do(c.CallNext("2"))
    desk.day.do(c.CloseDay())
    assert desk.reception.tickets.rows == []
    assert (desk.reception.doorsOpen, desk.reception.dayText) == (False, "fermé")
    assert (desk.advisor.stage, desk.advisor.number) == ("off", "")


# ----- waits


def test_reception_reads_how_long_each_one_is_likely_to_wait(desk: Desk) -> None:
    desk.day.everybody_is_away()
    first, second, third = (desk.issue(theme) for theme in ("emploi", "orientation", "creation"))
    assert [row.state_text for row in desk.reception.tickets.rows] == ["", "", ""]
    desk.day.now += timedelta(seconds=1)
    desk.day.foresee(Outlook(desk.day.now, {first: Band(0, 5), second: Band(10, 20)}, {"emploi": Band(15, 25)}))
    texts = [row.state_text for row in desk.reception.tickets.rows]
    assert texts == ["moins de 5\u00a0min", "10 à 20\u00a0min", "incertaine"]
    waits = {row.theme_id: row.band_text for row in desk.reception.themes.rows}
    assert (waits["emploi"], waits["formation"]) == ("15 à 25\u00a0min", "")
    assert third in desk.day.floor.tickets


def test_reception_reads_that_there_is_no_wait_where_visitors_read_so(desk: Desk) -> None:
    waits = {row.theme_id: row.band_text for row in desk.reception.themes.rows}
    assert waits["emploi"] == "sans attente"
    desk.issue("emploi")
    desk.day.foresee(Outlook(desk.day.now, {}, {"emploi": Band(5, 50)}))
    assert [row.state_text for row in desk.reception.tickets.rows] == ["sans attente"]


def test_a_group_and_a_precedence_are_told_without_a_reason(desk: Desk) -> None:
    desk.day.do(c.IssueTicket("class", "emploi", "en", people=12, precedence=Precedence.PRIORITY))
    assert [row.remark for row in desk.reception.tickets.rows] == ["English · groupe de 12 · priorité"]


def full(desk: Desk, theme: str) -> None:
    """Leave no time for one more visitor."""
    for counter, shift in desk.day.floor.shifts.items():
        if shift.serves(theme):
            soon = desk.day.now + timedelta(minutes=5)
            desk.day.do(c.OpenShift(counter, shift.themes, shift.overflow, shift.languages, soon))


def test_a_theme_that_is_full_today_is_marked(desk: Desk) -> None:
    full(desk, "creation")
    marked = {row.theme_id: row.full for row in desk.reception.ticketThemes.rows}
    assert marked["creation"]
    assert not marked["reception"]


def test_a_number_for_a_full_theme_is_given_only_after_a_question(desk: Desk) -> None:
    desk.reception.issue("creation", "fr")
    asked = desk.client.answer(409, {"code": "full_today"})
    assert desk.reception.anywayText.startswith("« Créer mon activité » est complet aujourd’hui")
    assert desk.reception.notice == ""
    desk.reception.issueAnyway()
    given = desk.client.answer(201, {"id": "t-7", "number": 7, "follow_url": "http://hub/t/7"})
    assert given.body == wish("creation", "fr", anyway=True)
    assert given.key != asked.key
    assert (desk.reception.anywayText, desk.reception.lastNumber) == ("", "7")


def test_a_full_theme_may_be_left_at_that(desk: Desk) -> None:
    desk.reception.issue("creation", "fr")
    desk.client.answer(409, {"code": "full_today"})
    desk.reception.dismissAnyway()
    desk.reception.issueAnyway()
    assert (desk.reception.anywayText, desk.client.held) == ("", [])


def test_a_number_given_anyway_whose_answer_was_lost_is_asked_for_under_the_same_key(desk: Desk) -> None:
    desk.reception.issue("creation", "fr")
    desk.client.answer(409, {"code": "full_today"})
    desk.reception.issueAnyway()
    lost = desk.client.answer(0)
    assert desk.reception.notice != ""
    desk.reception.issue("creation", "fr")
    desk.client.answer(409, {"code": "full_today"})
    desk.reception.issueAnyway()
    assert desk.client.answer(201, {"id": "t-7", "number": 7, "follow_url": "http://hub/t/7"}).key == lost.key


# ----- reception's own desk


def test_reception_calls_and_receives_who_wants_to_talk_to_it(desk: Desk) -> None:
    desk.issue("reception")
    desk.issue("reception")
    own = desk.reception.desk
    assert (desk.reception.hasDesk, own.counterId, own.stage, own.waiting) == (True, "accueil", "free", 2)
    desk.client.is_slow = False
    own.callNext()
    assert (own.stage, own.number, own.waiting) == ("called", "1", 1)
    own.start()
    assert own.stage == "receiving"
    own.handOver("emploi")
    assert (own.stage, [row.number for row in desk.reception.tickets.rows]) == ("free", ["1", "2"])
    assert desk.reception.tickets.rows[0].theme_label == "Trouver un emploi"


def test_the_desk_is_not_among_the_tables(desk: Desk) -> None:
    assert "Accueil" not in [row.label for row in desk.reception.counters.rows]


def test_talking_to_reception_can_be_chosen_for_a_number_where_there_is_a_desk(desk: Desk) -> None:
    assert desk.reception.ticketThemes.rows[-1].label == "Parler à l’accueil"
    assert "reception" not in [row.theme_id for row in desk.reception.themes.rows]


@pytest.fixture
def unplanned(site: Site, qapp: object) -> Iterator[Desk]:
    """A desk that the plan has forgotten."""
    opened = Desk(replace(site, rota=site.rota[:-1]))
    yield opened
    opened.close()


def test_a_desk_without_a_plan_opens_for_those_who_want_to_talk(unplanned: Desk) -> None:
    own = unplanned.reception.desk
    assert (own.stage, own.canOpen) == ("off", True)
    own.openShift()
    sent = unplanned.client.answer(200)
    assert (sent.path, sent.body) == (
        "/counters/accueil/shift",
        {"themes": ["reception"], "overflow": [], "languages": ["fr"], "until": None},
    )


def test_somebody_whom_nobody_will_call_to_the_desk_is_an_alarm(unplanned: Desk) -> None:
    unplanned.issue("reception")
    assert [row.text for row in unplanned.reception.alarms.rows] == [
        "Personne ne reçoit pour « Parler à l’accueil »"
    ]


@pytest.fixture
def without_desk(site: Site, qapp: object) -> Iterator[Desk]:
    opened = Desk(replace(site, desk=None, rota=site.rota[:-1]))
    yield opened
    opened.close()


def test_a_site_without_a_desk_shows_none(without_desk: Desk) -> None:
    assert not without_desk.reception.hasDesk
    assert without_desk.reception.desk.stage == "choose"
    assert "reception" not in [row.theme_id for row in without_desk.reception.ticketThemes.rows]
    assert "Accueil" in [row.label for row in without_desk.reception.counters.rows]


# ----- the advisor's shift


def test_a_call_can_be_undone_for_some_seconds(desk: Desk) -> None:
    desk.issue("emploi")
    desk.day.do(c.CallNext("2"))
    assert desk.advisor.canUndo
    desk.day.now += timedelta(seconds=21)
    desk.advisor.tick()
    assert not desk.advisor.canUndo
    desk.day.do(c.StartInterview("2"))
    assert not desk.advisor.canUndo


def test_an_undone_call_leaves_the_table_free_and_the_visitor_in_line(desk: Desk) -> None:
    desk.issue("emploi")
    desk.client.is_slow = False
    desk.advisor.callNext()
    desk.advisor.undo()
    assert (desk.advisor.stage, desk.advisor.waiting) == ("free", 1)


def test_a_break_ends_by_hand_or_by_calling_somebody(desk: Desk) -> None:
    desk.client.is_slow = False
    desk.advisor.takeBreak()
    desk.pass_min(6)
    assert (desk.advisor.stage, desk.advisor.sinceMin, desk.table("Table 2")) == ("break", 6, "pause")
    desk.advisor.endBreak()
    assert desk.advisor.stage == "free"
    desk.issue("emploi")
    desk.advisor.takeBreak()
    desk.advisor.callNext()
    assert (desk.advisor.stage, desk.table("Table 2")) == ("called", "1 · appelé")


def test_reception_reads_until_when_a_break_lasts(desk: Desk) -> None:
    desk.day.do(c.TakeBreak("2", 15))
    assert desk.table("Table 2") == "pause jusqu’à 15 h 07"
    desk.pass_min(16)
    assert desk.table("Table 2") == "pause"


@pytest.fixture
def planned(site: Site, qapp: object) -> Iterator[Desk]:
    """A plan with hours: table 2 until 15:00 on its door's clock, table 4 from 15:30; nobody has to press."""
    rota = (
        RotaShift("2", ("emploi",), ("creation",), ("fr", "en"), hours=("09:00-15:00",)),
        RotaShift("4", ("orientation",), (), ("fr",), hours=("15:30-17:00",)),
    )
    opened = Desk(replace(site, rota=rota))
    yield opened
    opened.close()


def test_a_shift_is_proposed_with_the_end_that_the_plan_has_for_it(planned: Desk) -> None:
    planned.advisor.chooseCounter("4")
    assert (planned.advisor.stage, planned.advisor.canOpen, planned.advisor.untilText) == (
        "off",
        True,
        "jusqu’à 17 h",
    )
    planned.advisor.openShift()
    assert planned.client.answer(200).body == {
        "themes": ["orientation"],
        "overflow": [],
        "languages": ["fr"],
        "until": "2026-11-22T16:00:00+00:00",
    }


def test_reception_reads_when_a_table_is_planned_to_open(planned: Desk) -> None:
    assert planned.table("Table 4") == "permanence à 15 h 30"
    assert planned.table("Table 5") == "pas de permanence"


def test_a_shift_whose_time_is_up_says_so_and_can_go_on(planned: Desk) -> None:
    planned.pass_min(9)
    assert (planned.advisor.stage, planned.advisor.endedText) == ("over", "La permanence s’est terminée à 15 h.")
    assert planned.table("Table 2") == "permanence terminée"
    planned.advisor.reopenShift()
    assert planned.client.answer(200).body == {
        "themes": ["emploi"],
        "overflow": ["creation"],
        "languages": ["fr", "en"],
        "until": None,
    }


def test_who_is_being_received_when_the_shift_ends_is_received_to_the_end(planned: Desk) -> None:
    planned.day.issue("emploi", anyway=True)
    planned.day.do(c.CallNext("2"))
    planned.day.do(c.StartInterview("2"))
    planned.pass_min(9)
    assert (planned.advisor.stage, planned.advisor.shiftOver) == ("receiving", True)


def test_a_shift_that_the_hour_has_closed_is_proposed_as_it_was(planned: Desk) -> None:
    planned.pass_min(9)
    planned.day.do(c.CloseShift("2"))
    assert (planned.advisor.stage, planned.advisor.endedText) == ("off", "La permanence s’est terminée à 15 h.")
    levels = {row.choice_id: row.level for row in planned.advisor.themes.rows}
    assert (levels["emploi"], levels["creation"], levels["orientation"]) == (1, 2, 0)


def test_a_shift_that_somebody_ended_before_its_time_says_nothing_later(planned: Desk) -> None:
    planned.day.do(c.CloseShift("2"))
    assert planned.advisor.stage == "off"
    planned.pass_min(9)
    assert (planned.advisor.stage, planned.advisor.endedText) == ("off", "")


def test_choices_made_by_hand_stay_while_the_clock_runs(planned: Desk) -> None:
    planned.advisor.chooseCounter("4")
    planned.advisor.cycleTheme("orientation")
    planned.pass_min(1)
    levels = {row.choice_id: row.level for row in planned.advisor.themes.rows}
    assert levels["orientation"] == 2


def test_on_an_exceptional_day_the_exception_is_proposed(site: Site, qapp: object) -> None:
    today = site.local(FakeHub(site).now).date()
    shift = RotaShift("4", ("creation",), (), ("en",))
    desk = Desk(replace(site, exceptions=(DayException(today, shifts=(shift,)),), rota_opens_shifts=False), "4")
    levels = {row.choice_id: row.level for row in desk.advisor.themes.rows}
    spoken = [row.choice_id for row in desk.advisor.languages.rows if row.chosen]
    assert (levels["creation"], levels["emploi"], spoken) == (1, 0, ["en"])
    desk.close()


# ----- several at one counter


def together(desk: Desk, count: int) -> list[str]:
    tickets = [desk.issue("emploi") for _ in range(count)]
    desk.day.do(c.CallTogether("2", tuple(tickets)))
    return tickets


def test_several_called_together_are_named_beside_the_first(desk: Desk) -> None:
    together(desk, 3)
    assert (desk.advisor.number, desk.advisor.othersText) == ("1", "avec le 2 et le 3")
    assert desk.advisor.handOvers.rows == []
    assert desk.table("Table 2") == "1, 2, 3 · appelés"


def test_a_whole_class_is_named_in_short(desk: Desk) -> None:
    together(desk, 12)
    assert desk.advisor.othersText == "avec le 2, le 3, le 4 et 8 autres"
    assert desk.table("Table 2") == "1, 2 +10 · appelés"


def test_of_several_one_can_be_absent_while_the_others_are_received(desk: Desk) -> None:
    tickets = together(desk, 3)
    desk.client.is_slow = False
    assert [row.label for row in desk.advisor.visitors.rows] == ["Numéro 1", "Numéro 2", "Numéro 3"]
    desk.advisor.noShowOf(tickets[0])
    assert (desk.advisor.stage, desk.advisor.number, desk.advisor.othersText) == ("called", "2", "avec le 3")
    desk.advisor.start()
    assert (desk.advisor.stage, desk.advisor.number, desk.advisor.visitors.rows) == ("receiving", "2", [])
    desk.advisor.finish()
    assert desk.advisor.stage == "free"


# ----- one turn, one look


def test_a_burst_of_news_is_shown_once(desk: Desk) -> None:
    seen = []
    desk.reception.waitingChanged.connect(lambda: seen.append(desk._reception.waiting))
    for _ in range(20):
        desk.issue("emploi")
    assert seen == []
    assert (desk.reception.waiting, seen) == (20, [20])
