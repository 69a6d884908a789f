"""The kiosk's view model: two touches to a number, never two numbers, and nothing left for the next visitor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.site import RECEPTION, RotaShift, Site
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.kiosk.spoken import page_words
from cdm_kiosk.viewmodels.kiosk.visit import ANSWER_WITHIN_S, ASK_AFTER_S, TICKET_SHOWN_S
from tests.tools.fake_hub import NOW, FakeHub, dispose
from tests.tools.house_variants import planned
from tests.tools.tickets import in_words

ANSWER: dict[str, Any] = {
    "id": "ticket-1",
    "number": 42,
    "label": "42",
    "theme": "emploi",
    "zone": "accueil",
    "follow_url": "http://127.0.0.1/t/ticket-1",
    "band": None,
    "come_back_at": None,
    "people_ahead": 3,
}


class Kiosk:
    def __init__(self, site: Site, paper: bool = True) -> None:
        self.day = FakeHub(site)
        self.day.open_day()
        self.client = self.day.line("kiosk")
        self.client.is_slow = True
        self.mirror = KioskMirror(self.client)
        self.vm = KioskViewModel(
            self.mirror,
            self.client,
            self.client.orders,
            lambda name: name,
            lambda url: f"qr:{url}",
            in_words,
            self.day.clock,
        )
        self.vm.offerPaper(paper)
        self.client.start()

    def close(self) -> None:
        dispose(self.vm, self.mirror, self.client)

    def shown(self) -> dict[str, Any]:
        """Everything that the screen can show."""
        meta = self.vm.metaObject()
        names = [str(meta.property(at).name()) for at in range(meta.propertyOffset(), meta.propertyCount())]
        values = {name: getattr(self.vm, name) for name in names}
        return {name: list(value.rows) if hasattr(value, "rows") else value for name, value in values.items()}


@pytest.fixture
def kiosk(site: Site, qapp: object) -> Iterator[Kiosk]:
    opened = Kiosk(site)
    yield opened
    opened.close()


def test_until_the_hub_is_heard_or_given_up_the_screen_is_calm_and_empty(site: Site, qapp: object) -> None:
    client = FakeHub(site).line("kiosk")
    mirror = KioskMirror(client)
    vm = KioskViewModel(mirror, client, client.orders, lambda name: name, lambda url: url, in_words)
    assert vm.page == "starting"
    client.lose()
    assert vm.page == "offline"
    dispose(vm, mirror, client)


def test_two_touches_give_a_number_with_where_to_wait(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    assert (kiosk.vm.page, kiosk.vm.themeLabel) == ("theme", "Trouver un emploi")
    kiosk.vm.takeTicket()
    sent = kiosk.client.answer(201, ANSWER)
    asked = {"ticket": sent.body["ticket"], "theme": "emploi", "language": "fr"}
    assert (sent.method, sent.path, sent.body) == ("POST", "/tickets", asked)
    assert re.fullmatch(r"[\w-]{22}", sent.body["ticket"], re.ASCII)
    assert (kiosk.vm.page, kiosk.vm.ticketNumber, kiosk.vm.peopleAhead) == ("ticket", "42", 3)
    assert kiosk.vm.ticketZone == "l’espace d’attente, près de l’accueil"
    assert kiosk.vm.ticketQr == "qr:http://127.0.0.1/t/ticket-1"


def test_a_second_tap_asks_for_nothing_more(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.vm.takeTicket()
    assert kiosk.vm.issuing
    assert len(kiosk.client.held) == 1
    kiosk.client.answer(201, ANSWER)
    kiosk.vm.takeTicket()
    assert kiosk.client.held == []


def test_after_a_lost_answer_the_next_touch_asks_under_the_same_key(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    first = kiosk.client.answer(0)
    assert kiosk.vm.notice.startswith("Votre numéro n’est pas arrivé.")
    kiosk.vm.takeTicket()
    assert kiosk.client.held[0].key == first.key


def test_a_visitor_who_leaves_after_a_lost_answer_leaves_no_ghost_in_line(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    lost = kiosk.client.answer(0)
    kiosk.vm.finish()
    asked_again = kiosk.client.answer(200, ANSWER)
    assert (asked_again.path, asked_again.key, asked_again.body) == ("/tickets", lost.key, lost.body)
    assert kiosk.client.answer(200).path == f"/tickets/{lost.body['ticket']}/withdraw"
    assert (kiosk.vm.page, kiosk.vm.ticketNumber) == ("themes", "")


def test_after_a_lost_answer_another_language_is_another_ticket_and_the_first_goes_back(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    lost = kiosk.client.answer(0)
    kiosk.vm.chooseLanguage("en")
    kiosk.vm.takeTicket()
    first, second = kiosk.client.held
    assert (first.key, first.body) == (lost.key, lost.body)
    assert second.key != lost.key
    assert second.body["ticket"] != lost.body["ticket"]
    assert (second.body["theme"], second.body["language"]) == ("emploi", "en")


def test_a_refusal_is_a_calm_sentence_and_a_new_key(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    first = kiosk.client.answer(409, {"code": "day_not_open"})
    assert kiosk.vm.notice == "Nous venons de fermer. L’accueil peut encore vous aider."
    assert kiosk.vm.page == "theme"
    kiosk.vm.takeTicket()
    assert kiosk.client.held[0].key != first.key


def test_a_number_in_hand_stays_when_the_hub_is_lost_or_the_doors_close(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, ANSWER)
    kiosk.day.do(c.CloseDay())
    kiosk.client.lose()
    assert (kiosk.vm.page, kiosk.vm.ticketNumber) == ("ticket", "42")
    kiosk.vm.finish()
    assert kiosk.vm.page == "offline"
    kiosk.client.start()
    assert kiosk.vm.page == "closed"


def test_a_kiosk_that_rests_does_not_ask_to_touch_again(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.lose()
    kiosk.client.answer(0)
    assert (kiosk.vm.page, kiosk.vm.notice) == ("offline", "")
    kiosk.client.start()
    assert kiosk.vm.page == "theme"
    assert "Touchez encore" in kiosk.vm.notice


def test_silence_is_asked_about_then_the_visit_ends(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    for _ in range(ASK_AFTER_S):
        assert not kiosk.vm.stillThere
        kiosk.vm.tick()
    assert kiosk.vm.stillThere
    assert kiosk.vm.secondsLeft == ANSWER_WITHIN_S
    kiosk.vm.touched()
    assert not kiosk.vm.stillThere
    for _ in range(ASK_AFTER_S + ANSWER_WITHIN_S):
        kiosk.vm.tick()
    assert kiosk.vm.page == "themes"


def test_a_welcome_screen_that_nobody_touches_asks_nobody(kiosk: Kiosk) -> None:
    for _ in range(2 * ASK_AFTER_S):
        kiosk.vm.tick()
    assert not kiosk.vm.stillThere


def test_the_number_leaves_the_screen_by_itself(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, ANSWER)
    for _ in range(TICKET_SHOWN_S):
        assert kiosk.vm.page == "ticket"
        kiosk.vm.tick()
    assert (kiosk.vm.page, kiosk.vm.ticketNumber) == ("themes", "")


def test_paper_says_what_the_screen_says_once(kiosk: Kiosk, qtbot: QtBot) -> None:
    papers: list[TicketPaper] = []
    kiosk.vm.paperAsked.connect(papers.append)
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, ANSWER)
    kiosk.vm.printTicket()
    kiosk.vm.printTicket()
    assert kiosk.vm.printState == "printing"
    (paper,) = papers
    assert (paper.number, paper.follow_url) == (42, "http://127.0.0.1/t/ticket-1")
    assert paper.date_text == "dimanche 22 novembre 2026, 14\u00a0h\u00a052"
    assert "l’espace d’attente, près de l’accueil" in paper.where
    kiosk.vm.paperCame(paper.ticket)
    assert kiosk.vm.printState == "printed"
    kiosk.vm.printTicket()
    assert len(papers) == 1


def hold_a_ticket(kiosk: Kiosk, name: str = "ticket-1") -> None:
    """Take a number, ask for its paper; nothing else is under way then."""
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, {**ANSWER, "id": name, "follow_url": f"http://127.0.0.1/t/{name}"})
    kiosk.vm.printTicket()


TICKET = "ticket-1"


def wait_out(kiosk: Kiosk) -> None:
    for _ in range(ASK_AFTER_S + ANSWER_WITHIN_S):
        kiosk.vm.tick()
    assert kiosk.vm.page == "themes"


def test_a_number_that_nobody_kept_after_its_paper_failed_leaves_the_line(kiosk: Kiosk) -> None:
    hold_a_ticket(kiosk)
    kiosk.vm.paperFailed(TICKET)
    assert kiosk.vm.printState == "failed"
    for _ in range(ASK_AFTER_S):
        kiosk.vm.tick()
    assert (kiosk.vm.page, kiosk.vm.stillThere, kiosk.vm.secondsLeft) == ("ticket", True, ANSWER_WITHIN_S)
    assert not kiosk.client.held
    wait_out(kiosk)
    assert [each.path for each in kiosk.client.held] == ["/tickets/ticket-1/withdraw"]


def test_who_keeps_the_number_in_mind_stays_in_line_without_paper(kiosk: Kiosk) -> None:
    hold_a_ticket(kiosk)
    kiosk.vm.paperFailed(TICKET)
    kiosk.vm.finish()
    assert not kiosk.client.held


def test_a_paper_that_failed_after_its_visitor_had_gone_leaves_no_ghost(kiosk: Kiosk) -> None:
    hold_a_ticket(kiosk)
    wait_out(kiosk)
    hold_a_ticket(kiosk, "ticket-2")
    kiosk.vm.paperFailed(TICKET)
    assert [each.path for each in kiosk.client.held] == ["/tickets/ticket-1/withdraw"]
    assert kiosk.vm.printState == "printing"


def test_who_went_on_without_waiting_for_the_paper_stays_in_line(kiosk: Kiosk) -> None:
    hold_a_ticket(kiosk)
    kiosk.vm.finish()
    kiosk.vm.paperFailed(TICKET)
    assert not kiosk.client.held


def test_reception_hears_of_a_paper_that_a_crash_left_in_doubt(kiosk: Kiosk) -> None:
    kiosk.vm.paperDoubted(TICKET)
    (told,) = kiosk.client.held
    assert (told.path, told.body) == ("/tickets/ticket-1/paper", {"came": False})


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(lambda kiosk: (kiosk.vm.paperFailed(TICKET), kiosk.vm.abandon()), id="nobody kept the number"),
        pytest.param(lambda kiosk: (kiosk.vm.abandon(), kiosk.vm.paperFailed(TICKET)), id="gone before it failed"),
        pytest.param(lambda kiosk: (kiosk.vm.finish(), kiosk.vm.paperDoubted(TICKET)), id="doubted"),
    ],
)
def test_a_paper_that_failed_is_settled_once_the_hub_has_answered(
    kiosk: Kiosk, leave: Callable[[Kiosk], object]
) -> None:
    settled: list[str] = []
    kiosk.vm.paperSettled.connect(settled.append)
    hold_a_ticket(kiosk)
    leave(kiosk)
    kiosk.client.answer(0)
    assert settled == []
    kiosk.vm.paperDoubted(TICKET)
    kiosk.client.answer(200)
    assert settled == [TICKET]


@pytest.mark.parametrize("went_first", [False, True])
def test_a_paper_that_failed_is_settled_when_its_visitor_keeps_the_number_in_mind(
    kiosk: Kiosk, went_first: bool
) -> None:
    settled: list[str] = []
    kiosk.vm.paperSettled.connect(settled.append)
    hold_a_ticket(kiosk)
    for step in (kiosk.vm.finish, lambda: kiosk.vm.paperFailed(TICKET))[:: 1 if went_first else -1]:
        step()
    assert settled == [TICKET]


def test_where_there_is_no_paper_none_is_asked_for(kiosk: Kiosk) -> None:
    kiosk.vm.paperIs("paper_out", False)
    hold_a_ticket(kiosk)
    assert (kiosk.vm.paper, kiosk.vm.printState) == ("missing", "")
    kiosk.vm.paperIs("", True)
    assert kiosk.vm.paper == "low"
    kiosk.vm.printTicket()
    assert kiosk.vm.printState == "printing"


def test_the_late_paper_of_the_visitor_before_says_nothing_of_this_ones(kiosk: Kiosk) -> None:
    for ticket in ("ticket-1", "ticket-2"):
        kiosk.vm.finish()
        kiosk.vm.chooseTheme("emploi")
        kiosk.vm.takeTicket()
        kiosk.client.answer(201, {**ANSWER, "id": ticket})
        kiosk.vm.printTicket()
    kiosk.vm.paperCame("ticket-1")
    assert kiosk.vm.printState == "printing"
    kiosk.vm.paperCame("ticket-2")
    assert kiosk.vm.printState == "printed"


@pytest.fixture
def paperless(site: Site, qapp: object) -> Iterator[Kiosk]:
    opened = Kiosk(site, paper=False)
    yield opened
    opened.close()


def test_without_a_printer_no_paper_is_promised(paperless: Kiosk) -> None:
    kiosk = paperless
    # The last word of the printer that was there before.
    kiosk.vm.paperIs("", False)
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, ANSWER)
    kiosk.vm.printTicket()
    assert (kiosk.vm.paper, kiosk.vm.printState) == ("never", "")


def test_a_theme_for_which_a_table_is_free_has_no_wait_on_any_page(kiosk: Kiosk) -> None:
    kiosk.day.foresee(foreseen(emploi=Band(5, 50)))
    (row,) = (row for row in kiosk.vm.themes.rows if row.theme_id == "emploi")
    assert (row.served, row.band, row.waiting) == (True, "", 0)
    kiosk.vm.chooseTheme("emploi")
    assert (kiosk.vm.themeBand, kiosk.vm.themeWaiting) == ("", 0)
    assert "Sans attente." in page_words(kiosk.vm.props)
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, {**ANSWER, "band": {"low_min": 0, "high_min": 0}, "people_ahead": 0})
    assert (kiosk.vm.ticketNoWait, kiosk.vm.bandText) == (True, "Sans attente")
    said = page_words(kiosk.vm.props)
    assert "Sans attente." in said
    assert "Attente :" not in said


def test_where_nobody_waits_and_no_table_is_free_nobody_is_promised_anything(kiosk: Kiosk) -> None:
    kiosk.day.everybody_is_away()
    (row,) = (row for row in kiosk.vm.themes.rows if row.theme_id == "emploi")
    assert (row.served, row.band, row.waiting) == (True, "incertaine", 0)


def test_the_offer_of_a_theme_follows_the_floor(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    assert (kiosk.vm.themeServed, kiosk.vm.themeWaiting) == (True, 0)
    kiosk.day.everybody_is_away()
    kiosk.day.issue("emploi")
    assert kiosk.vm.themeWaiting == 1
    for counter in ("1", "2"):
        kiosk.day.do(c.CloseShift(counter))
    assert not kiosk.vm.themeServed


def foreseen(**waits: Band) -> Outlook:
    return Outlook(NOW, themes=waits)


def test_a_theme_is_offered_with_the_wait_of_who_would_come_now(kiosk: Kiosk) -> None:
    kiosk.day.everybody_is_away()
    kiosk.day.foresee(foreseen(emploi=Band(25, 40), orientation=Band(0, 5), formation=Band(10, 20)))
    waits = {row.theme_id: row.band for row in kiosk.vm.themes.rows}
    assert waits["emploi"] == "25 à 40\u00a0min"
    assert waits["orientation"] == "moins de 5\u00a0min"
    assert waits["formation"] == "10 à 20\u00a0min"
    kiosk.vm.chooseTheme("emploi")
    assert kiosk.vm.themeBand == "25 à 40\u00a0min"
    kiosk.day.foresee(foreseen(emploi=Band(20, 30)))
    assert kiosk.vm.themeBand == "20 à 30\u00a0min"


@pytest.fixture
def weekly(site: Site, qapp: object) -> Iterator[Kiosk]:
    """A Sunday afternoon; advisors come on Monday, Tuesday and Thursday, the desk is there every day."""
    opened = Kiosk(planned(site))
    yield opened
    opened.close()


def test_a_theme_that_nobody_receives_says_when_it_is_received_next(weekly: Kiosk) -> None:
    coming = {row.theme_id: (row.served, row.full, row.next_time) for row in weekly.vm.themes.rows}
    assert coming["creation"] == (False, False, "mardi\ndès\u00a013\u00a0h\u00a030")
    assert coming["orientation"] == (False, False, "demain\ndès\u00a09\u00a0h")
    weekly.vm.chooseTheme("creation")
    assert (weekly.vm.themeServed, weekly.vm.themeFull) == (False, False)
    assert weekly.vm.themeNext == "mardi 24\u00a0novembre à\u00a013\u00a0h\u00a030"
    weekly.vm.back()
    weekly.vm.chooseTheme("orientation")
    assert weekly.vm.themeNext == "demain à\u00a09\u00a0h"


def test_a_theme_whose_last_permanence_ends_too_soon_is_full_and_says_when_to_come(weekly: Kiosk) -> None:
    weekly.day.do(c.OpenShift("1", ("orientation",), (), ("fr",), NOW + timedelta(minutes=10)))
    weekly.day.foresee(foreseen(orientation=Band(5, 10)))
    weekly.vm.chooseTheme("orientation")
    assert (weekly.vm.themeServed, weekly.vm.themeFull, weekly.vm.themeBand) == (False, True, "")
    assert weekly.vm.themeNext == "demain à\u00a09\u00a0h"


def test_what_is_full_for_today_is_not_promised_for_today(site: Site, qapp: object) -> None:
    house = planned(site)
    too_short = RotaShift("4", ("orientation",), (), ("fr",), ("sunday",), ("15:00-15:05",))
    opened = Kiosk(replace(house, rota=(*house.rota, too_short)))
    opened.vm.chooseTheme("orientation")
    assert opened.vm.themeNext == "aujourd’hui à\u00a015\u00a0h"
    opened.day.do(c.OpenShift("1", ("orientation",), (), ("fr",), NOW + timedelta(minutes=10)))
    assert (opened.vm.themeFull, opened.vm.themeNext) == (True, "demain à\u00a09\u00a0h")
    opened.close()


def test_who_touches_a_moment_too_late_reads_one_sentence_and_sees_the_theme_full(weekly: Kiosk) -> None:
    weekly.day.do(c.OpenShift("1", ("orientation", "formation"), (), ("fr",)))
    weekly.day.do(c.TakeBreak("1"))
    weekly.day.foresee(foreseen(orientation=Band(5, 10)))
    weekly.client.is_slow = False
    weekly.client.is_deaf = True
    weekly.day.do(c.CloseShift("1"))
    weekly.day.do(c.OpenShift("1", ("orientation", "formation"), (), ("fr",), NOW + timedelta(minutes=10)))
    weekly.vm.chooseTheme("orientation")
    assert (weekly.vm.themeServed, weekly.vm.themeBand) == (True, "5 à 10\u00a0min")
    weekly.vm.takeTicket()
    assert (weekly.vm.page, weekly.vm.issuing, weekly.vm.ticketNumber) == ("theme", False, "")
    assert weekly.vm.notice == "Nous ne pouvons plus donner de numéro pour aujourd’hui."
    assert (weekly.vm.themeServed, weekly.vm.themeFull, weekly.vm.themeBand) == (False, True, "")
    served = {row.theme_id: row.served for row in weekly.vm.themes.rows}
    assert (served["orientation"], served["formation"]) == (False, True)
    weekly.vm.back()
    assert weekly.vm.notice == ""


def test_closed_doors_say_when_they_open_again(weekly: Kiosk) -> None:
    assert weekly.vm.opensText == ""
    weekly.day.do(c.CloseDay())
    assert (weekly.vm.page, weekly.vm.opensText) == ("closed", "demain à\u00a09\u00a0h")


def pause_shown(kiosk: Kiosk) -> tuple[bool, bool, str]:
    return bool(kiosk.vm.themeServed), bool(kiosk.vm.themePaused), str(kiosk.vm.themeMessage)


def test_a_paused_theme_gives_no_number_and_says_why_in_the_visitors_language(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    assert pause_shown(kiosk) == (True, False, "")
    kiosk.day.do(c.PauseTheme("emploi", {"en": "Back at 3", "fr": "De retour à 15 h"}))
    assert pause_shown(kiosk) == (False, True, "De retour à 15 h")
    kiosk.vm.chooseLanguage("en")
    assert kiosk.vm.themeMessage == "Back at 3"
    kiosk.vm.chooseLanguage("es")
    assert kiosk.vm.themeMessage == "Français\u00a0: De retour à 15 h"
    paused = {row.theme_id for row in kiosk.vm.themes.rows if row.paused}
    assert paused == {"emploi"}
    kiosk.day.do(c.ResumeTheme("emploi"))
    assert pause_shown(kiosk) == (True, False, "")


def test_who_changes_the_language_comes_back_to_where_they_were(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.showLanguages()
    assert kiosk.vm.page == "languages"
    kiosk.vm.chooseLanguage("es")
    assert (kiosk.vm.page, kiosk.vm.languageName) == ("theme", "Español")
    kiosk.vm.showLanguages()
    kiosk.vm.back()
    assert (kiosk.vm.page, kiosk.vm.languageName) == ("theme", "Español")


def test_a_number_in_hand_is_not_lost_among_the_languages(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, ANSWER)
    kiosk.vm.showLanguages()
    kiosk.vm.showHelp()
    kiosk.vm.showLook()
    assert kiosk.vm.page == "languages"
    kiosk.vm.back()
    assert (kiosk.vm.page, kiosk.vm.ticketNumber) == ("ticket", "42")


def test_languages_left_open_ask_whether_somebody_is_there(kiosk: Kiosk) -> None:
    kiosk.vm.showLanguages()
    for _ in range(ASK_AFTER_S):
        kiosk.vm.tick()
    assert (kiosk.vm.page, kiosk.vm.stillThere) == ("languages", True)
    for _ in range(ANSWER_WITHIN_S):
        kiosk.vm.tick()
    assert (kiosk.vm.page, kiosk.vm.stillThere) == ("themes", False)


def test_a_pause_without_words_says_when_the_theme_is_received_next(weekly: Kiosk) -> None:
    weekly.day.do(c.OpenShift("1", ("orientation",), (), ("fr",)))
    weekly.day.do(c.PauseTheme("orientation"))
    weekly.vm.chooseTheme("orientation")
    assert pause_shown(weekly) == (False, True, "")
    assert weekly.vm.themeNext == "demain à\u00a09\u00a0h"
    assert weekly.vm.deskServed


def test_who_touches_just_after_a_pause_reads_one_sentence_and_then_its_words(kiosk: Kiosk) -> None:
    kiosk.client.is_slow = False
    kiosk.client.is_deaf = True
    kiosk.day.do(c.PauseTheme("emploi", {"fr": "De retour à 15 h"}))
    kiosk.vm.chooseTheme("emploi")
    assert pause_shown(kiosk) == (True, False, "")
    kiosk.vm.takeTicket()
    assert (kiosk.vm.page, kiosk.vm.ticketNumber) == ("theme", "")
    assert kiosk.vm.notice == "Ce sujet est en pause pour le moment."
    assert pause_shown(kiosk) == (False, True, "")
    kiosk.client.is_deaf = False
    kiosk.client.start()
    assert pause_shown(kiosk) == (False, True, "De retour à 15 h")
    kiosk.vm.back()
    assert kiosk.vm.notice == ""


def entry_shown(kiosk: Kiosk) -> tuple[str, str, bool, bool]:
    vm = kiosk.vm
    return str(vm.page), str(vm.opensText), bool(vm.opensToday), bool(vm.mayOpenSooner)


def test_an_entry_that_reception_closed_may_open_again_before_the_hours_say_so(weekly: Kiosk) -> None:
    weekly.day.do(c.CloseEntry())
    assert entry_shown(weekly) == ("entry_closed", "demain à\u00a09\u00a0h", False, True)
    assert weekly.vm.doorsOpen
    weekly.vm.chooseLanguage("en")
    assert weekly.vm.language == "en"
    weekly.vm.chooseTheme("emploi")
    weekly.vm.takeTicket()
    assert (weekly.vm.page, weekly.client.held) == ("entry_closed", [])
    weekly.day.do(c.OpenEntry())
    assert weekly.vm.page == "themes"


@pytest.mark.parametrize(
    ("hours", "shown"),
    [
        (("09:00-14:30",), ("demain à\u00a09\u00a0h", False, False)),
        (("09:00-14:30", "15:30-18:00"), ("aujourd’hui à\u00a015\u00a0h\u00a030", True, False)),
    ],
    ids=["over for today", "over for lunch"],
)
def test_an_entry_that_the_hours_closed_says_when_they_open_it(
    site: Site, qapp: object, hours: tuple[str, ...], shown: tuple[str, bool, bool]
) -> None:
    opened = Kiosk(replace(planned(site), hours={"every_day": hours}))
    opened.day.do(c.CloseEntry())
    assert entry_shown(opened) == ("entry_closed", *shown)
    opened.close()


def test_who_touches_just_after_the_entry_closed_sees_so_at_once(kiosk: Kiosk) -> None:
    kiosk.client.is_slow = False
    kiosk.client.is_deaf = True
    kiosk.day.do(c.CloseEntry())
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    assert (kiosk.vm.page, kiosk.vm.notice, kiosk.vm.ticketNumber) == ("entry_closed", "", "")
    # What is open meanwhile is the house's, not the theme's.
    assert [row.label for row in kiosk.vm.services.rows] == [
        service.label["fr"] for service in kiosk.day.floor.site.services
    ]


def test_a_page_that_offers_nothing_forgets_its_visitor_without_asking(kiosk: Kiosk) -> None:
    kiosk.vm.chooseLanguage("en")
    kiosk.day.do(c.CloseEntry())
    for _ in range(ASK_AFTER_S + ANSWER_WITHIN_S):
        assert not kiosk.vm.stillThere
        kiosk.vm.tick()
    assert (kiosk.vm.page, kiosk.vm.language) == ("entry_closed", "fr")


def test_a_number_in_hand_stays_when_the_entry_closes(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, ANSWER)
    kiosk.day.do(c.CloseEntry())
    assert (kiosk.vm.page, kiosk.vm.ticketNumber) == ("ticket", "42")
    kiosk.vm.finish()
    assert kiosk.vm.page == "entry_closed"


@pytest.mark.parametrize("on_the_way", ["showHelp", "chooseTheme"])
def test_who_does_not_know_gets_a_number_for_receptions_own_line(weekly: Kiosk, on_the_way: str) -> None:
    weekly.day.everybody_is_away()
    weekly.day.foresee(foreseen(**{RECEPTION: Band(0, 10)}))
    weekly.vm.takeDeskTicket()
    assert weekly.client.held == []
    getattr(weekly.vm, on_the_way)(*(["creation"] if on_the_way == "chooseTheme" else []))
    assert (weekly.vm.deskServed, weekly.vm.deskBand) == (True, "moins de 10\u00a0min")
    weekly.vm.takeDeskTicket()
    weekly.vm.takeDeskTicket()
    sent = weekly.client.answer(201, {**ANSWER, "theme": RECEPTION})
    assert (sent.path, sent.body["theme"], sent.body["language"]) == ("/tickets", RECEPTION, "fr")
    assert (weekly.vm.page, weekly.vm.ticketNumber, weekly.vm.ticketAtDesk) == ("ticket", "42", True)
    assert weekly.client.held == []


def test_an_empty_desk_gives_no_numbers(weekly: Kiosk) -> None:
    weekly.vm.showHelp()
    assert weekly.vm.deskServed
    weekly.day.do(c.CloseShift("accueil"))
    assert not weekly.vm.deskServed


def test_a_house_without_a_desk_of_its_own_sends_visitors_to_reception_as_ever(site: Site, qapp: object) -> None:
    opened = Kiosk(replace(site, desk=None, rota=()))
    opened.vm.showHelp()
    assert not opened.vm.deskServed
    assert opened.vm.receptionPlace == "à l’accueil, à gauche de l’entrée"
    opened.close()


TOLD = {**ANSWER, "band": {"low_min": 25, "high_min": 40}, "come_back_at": "2026-11-22T14:15:00+00:00"}


def test_a_ticket_says_how_long_and_when_to_be_back_at_the_clock_of_the_door(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.vm.takeTicket()
    kiosk.client.answer(201, TOLD)
    assert (kiosk.vm.bandText, kiosk.vm.comeBackText) == ("25 à 40\u00a0min", "15\u00a0h\u00a015")
    assert (kiosk.vm.peopleAhead, kiosk.vm.ticketAtDesk) == (3, False)
    kiosk.vm.chooseLanguage("en")
    assert kiosk.vm.comeBackText == "15:15"


@pytest.mark.parametrize(
    ("theme", "wait"),
    [
        ("emploi", "Attente prévue\u00a0: 25 à 40\u00a0min."),
        (RECEPTION, "L’accueil vous appelle dans 25 à 40\u00a0min."),
    ],
)
def test_the_paper_says_how_long_and_when_to_be_back(kiosk: Kiosk, theme: str, wait: str) -> None:
    papers: list[TicketPaper] = []
    kiosk.vm.paperAsked.connect(papers.append)
    for answer in ({**TOLD, "theme": theme}, ANSWER):
        kiosk.vm.finish()
        kiosk.vm.chooseTheme("emploi")
        kiosk.vm.takeTicket()
        kiosk.client.answer(201, answer)
        kiosk.vm.printTicket()
    told, untold = papers
    assert (told.band_text, told.come_back_text) == (wait, "Vous pouvez revenir vers\u00a015\u00a0h\u00a015.")
    assert (untold.band_text, untold.come_back_text) == (None, "")


def test_each_mode_is_put_on_and_off_by_itself_and_shows(kiosk: Kiosk) -> None:
    modes: dict[str, Callable[[], object]] = {
        "largeText": kiosk.vm.toggleLargeText,
        "highContrast": kiosk.vm.toggleHighContrast,
        "lowReach": kiosk.vm.toggleLowReach,
        "picturesFirst": kiosk.vm.togglePictures,
    }
    told: list[str] = []
    for name, toggle in modes.items():
        getattr(kiosk.vm, f"{name}Changed").connect(lambda name=name: told.append(name))
        toggle()
        assert [each for each in modes if kiosk.shown()[each]] == [name]
        toggle()
    assert told == [name for name in modes for _ in range(2)]
    assert not any(kiosk.shown()[name] for name in modes)


def test_whatever_a_visitor_did_the_next_one_finds_the_welcome_as_new(kiosk: Kiosk) -> None:
    fresh = kiosk.shown()
    acts: dict[str, Callable[[], object]] = {
        "theme": lambda: kiosk.vm.chooseTheme("creation"),
        "take": kiosk.vm.takeTicket,
        "answer": lambda: kiosk.client.held and kiosk.client.answer(201, ANSWER),
        "lost": lambda: kiosk.client.held and kiosk.client.answer(0),
        "refused": lambda: kiosk.client.held and kiosk.client.answer(409, {"code": "day_not_open"}),
        "full": lambda: kiosk.client.held and kiosk.client.answer(409, {"code": "full_today"}),
        "paused": lambda: kiosk.client.held and kiosk.client.answer(409, {"code": "theme_paused"}),
        "late": lambda: kiosk.client.held and kiosk.client.answer(409, {"code": "entry_closed"}),
        "desk": kiosk.vm.takeDeskTicket,
        "print": kiosk.vm.printTicket,
        "came": lambda: kiosk.vm.paperCame(TICKET),
        "failed": lambda: kiosk.vm.paperFailed(TICKET),
        "help": kiosk.vm.showHelp,
        "look": kiosk.vm.showLook,
        "back": kiosk.vm.back,
        "en": lambda: kiosk.vm.chooseLanguage("en"),
        "es": lambda: kiosk.vm.chooseLanguage("es"),
        "languages": kiosk.vm.showLanguages,
        "tick": kiosk.vm.tick,
        "larger": kiosk.vm.toggleLargeText,
        "contrast": kiosk.vm.toggleHighContrast,
        "lower": kiosk.vm.toggleLowReach,
        "pictures": kiosk.vm.togglePictures,
        "speech": lambda: kiosk.vm.prefer(replace(kiosk.vm.comfort, speech=True, volume=5)),
    }

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.sampled_from(sorted(acts)), max_size=25))
    def visit(path: list[str]) -> None:
        for act in path:
            acts[act]()
        while kiosk.client.held:
            kiosk.client.answer(201, ANSWER)
        for _ in range(ASK_AFTER_S + ANSWER_WITHIN_S + TICKET_SHOWN_S):
            kiosk.vm.tick()
        assert kiosk.shown() == fresh

    visit()
