"""Reception's working day: what must not be overlooked, what it says and counts, and what it does with a ticket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.events import Contact, Precedence
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import Paper, Station, StationRole, Stations
from cdm_kiosk.domain.verbs import OF_COMMAND
from cdm_kiosk.viewmodels.reception.ready_made import FOR_A_THEME, FOR_EVERYBODY, ReadyMade
from cdm_kiosk.viewmodels.reception.rows import Action
from cdm_kiosk.viewmodels.shared import sentences
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from tests.unit.viewmodels.test_advisor_and_reception import Desk


@pytest.fixture
def desk(site: Site, qapp: object) -> Iterator[Desk]:
    """An open day whose hub answers at once."""
    opened = Desk(site)
    opened.client.is_slow = False
    yield opened
    opened.close()


def banners(desk: Desk) -> list[tuple[str, str, str]]:
    """What must not be overlooked: its kind, its words, its key."""
    return [(row.kind, row.text, row.key) for row in desk.reception.front.banners.rows]


def listed(desk: Desk) -> list[str]:
    return [row.number for row in desk.reception.tickets.rows]


def picked(desk: Desk, ticket: str) -> list[str]:
    """What can be done with a ticket."""
    desk.reception.pick(ticket)
    return [row.name for row in desk.reception.props.actions]


# ----- what must not be overlooked


def test_who_asked_for_help_first_comes_first_and_has_the_key(desk: Desk) -> None:
    desk.day.do(c.PostMessage({"fr": "Bienvenue"}))
    desk.day.do(c.AskHelp("3"))
    desk.pass_min(2)
    desk.day.do(c.AskHelp("1"))
    assert banners(desk) == [
        ("help", "Table 3 demande de l’aide depuis 2 min.", "V"),
        ("help", "Table 1 demande de l’aide.", ""),
        ("message", "Sur les écrans\u00a0: «\u00a0Bienvenue\u00a0»", ""),
    ]
    desk.reception.front.helpCame("3")
    assert list(desk.day.floor.front.help) == ["1"]
    assert banners(desk)[0][2] == "V"


def test_a_table_that_somebody_else_went_to_is_no_longer_waited_for(desk: Desk) -> None:
    desk.reception.front.helpCame("3")
    assert desk.reception.notice == "Cette table ne demande plus d’aide."


def test_a_closed_entry_is_told_and_opened_again(desk: Desk) -> None:
    assert desk.reception.front.entryOpen
    desk.reception.front.closeEntry()
    assert (desk.reception.dayText, desk.reception.front.entryOpen) == ("entrée fermée", False)
    assert [kind for kind, _, _ in banners(desk)] == ["entry"]
    desk.reception.front.openEntry()
    assert (desk.reception.dayText, banners(desk)) == ("ouvert", [])


@pytest.fixture
def evening(site: Site, qapp: object) -> Iterator[Desk]:
    """The hours were over at 14 h 30, and the entry is closed."""
    opened = Desk(replace(site, hours={"every_day": ("09:00-14:30",)}))
    opened.client.is_slow = False
    yield opened
    opened.close()


def test_the_last_look_says_who_still_waits_and_when_the_day_closes(evening: Desk) -> None:
    evening.day.do(c.OpenShift("2", ("emploi",), (), ("fr",)))
    evening.issue("emploi")
    evening.issue("emploi")
    evening.day.do(c.CloseEntry())
    closes = "La journée se fermera d’elle-même à 15 h 30."
    assert [text for _, text, _ in banners(evening)] == [f"2 personnes attendent encore. {closes}"]
    evening.day.do(c.CallNext("2"))
    assert [text for _, text, _ in banners(evening)] == [f"Une personne attend encore. {closes}"]
    evening.day.do(c.Withdraw(evening.day.floor.waiting()[0].id))
    assert banners(evening)[0][1] == (
        "Plus personne n’attend. La journée se fermera d’elle-même, à 15 h 30 au plus tard."
    )


def test_closing_says_how_many_would_lose_their_number(desk: Desk) -> None:
    assert desk.reception.front.closingText == "Personne n’attend. Les tables seront libérées."
    for _ in range(3):
        desk.issue("emploi")
    desk.day.do(c.CallNext("2"))
    assert desk.reception.front.closingText == "3 personnes perdront leur numéro. Les tables seront libérées."
    desk.day.do(c.StartInterview("2"))
    desk.day.do(c.Withdraw(desk.day.floor.waiting()[0].id))
    assert desk.reception.front.closingText == (
        "Une personne perdra son numéro. Un entretien est encore en cours. Les tables seront libérées."
    )


# ----- pauses and messages


def test_a_theme_is_paused_with_a_ready_made_sentence_in_every_language_of_the_site(desk: Desk) -> None:
    front = desk.reception.front
    front.begin("emploi")
    assert (front.subject, front.subjectLabel, front.hourText) == ("emploi", "Trouver un emploi", "15 h")
    front.choose("back_at")
    front.moveHour(2)
    front.send()
    assert desk.day.floor.front.paused["emploi"] == {
        "fr": "De retour à 15 h 30",
        "en": "Back at 15:30",
        "es": "De vuelta a las 15:30",
    }
    row = next(row for row in desk.reception.themes.rows if row.theme_id == "emploi")
    assert (row.paused, row.paused_text) == (True, "De retour à 15 h 30")
    front.begin("emploi")
    assert front.paused
    front.resume()
    assert desk.day.floor.front.paused == {}


def test_the_first_language_of_the_site_is_required_and_the_others_are_not(desk: Desk) -> None:
    front = desk.reception.front
    front.begin("")
    front.setText("en", "Welcome")
    assert not front.canSend
    front.send()
    assert desk.day.floor.front.message == {}
    front.setText("fr", "   ")
    assert not front.canSend
    front.setText("fr", " Bienvenue ")
    front.setText("en", "")
    front.send()
    assert desk.day.floor.front.message == {"fr": "Bienvenue"}
    assert [(row.code, row.required) for row in front.texts.rows] == [("fr", True), ("en", False), ("es", False)]


def test_what_is_shown_now_is_where_a_change_of_it_begins(desk: Desk) -> None:
    desk.day.do(c.PostMessage({"fr": "Bienvenue", "es": "Bienvenidos"}))
    front = desk.reception.front
    front.begin("")
    assert (front.message, [row.text for row in front.texts.rows]) == (
        "Bienvenue",
        ["Bienvenue", "", "Bienvenidos"],
    )
    front.removeMessage()
    assert (desk.reception.front.message, desk.day.floor.front.message) == ("", {})


def test_what_was_typed_stays_when_the_hour_of_the_sentences_moves(desk: Desk) -> None:
    front = desk.reception.front
    front.begin("")
    front.choose("closing_at")
    front.setText("fr", "Fermé dès 15 h, désolés")
    front.moveHour(1)
    assert front.texts.rows[0].text == "Fermé dès 15 h, désolés"
    assert front.readyMade.rows[0].text == "Aujourd’hui, nous fermons à 15 h 15"


def test_the_hour_of_the_sentences_stays_on_its_day(desk: Desk) -> None:
    front = desk.reception.front
    front.begin("")
    for _ in range(100):
        front.moveHour(1)
    assert front.hourText == "23 h 45"


def test_pasted_lines_become_one_that_the_hub_takes(desk: Desk) -> None:
    front = desk.reception.front
    front.begin("")
    front.setText("fr", "Un\nexercice\tà\u00a010\u202fh\u00a0: " + "x" * 300)
    front.send()
    told = desk.day.floor.front.message["fr"]
    assert told.startswith("Un exercice à\u00a010\u202fh\u00a0: xxx")
    assert len(told) == front.longestMessage == wire.LONGEST_MESSAGE


@pytest.mark.parametrize("sentence", [*FOR_A_THEME, *FOR_EVERYBODY], ids=lambda each: each.key)
def test_a_ready_made_sentence_is_whole_in_all_its_languages(desk: Desk, sentence: ReadyMade) -> None:
    hour = desk.day.floor.site.local(desk.day.now)
    told = sentence.texts(("fr", "en", "es", "it", "nl", "de", "eo"), hour)
    assert list(told) == ["fr", "en", "es", "it", "nl", "de"]
    body = wire.body_of(OF_COMMAND[c.PostMessage]).model_validate({"message": dict(told)})
    assert dict(body) == {"message": told}
    assert {"{hour}" in text for text in sentence.text.values()} in ({True}, {False})


# ----- contacts without a ticket


def test_each_tap_is_one_contact_and_the_last_can_be_taken_back(desk: Desk) -> None:
    front = desk.reception.front
    for contact in ("documentation", "computers", "computers"):
        front.count(contact)
    assert {row.contact: row.count for row in desk.reception.front.contacts.rows} == {
        "documentation": 1,
        "computers": 2,
        "event": 0,
        "quick": 0,
        "closed": 0,
    }
    assert front.lastContact == "Ordinateurs"
    front.undoCount()
    front.undoCount()
    assert desk.day.floor.front.contacts == {Contact.DOCUMENTATION: 1, Contact.COMPUTERS: 1}
    assert desk.reception.front.lastContact == ""


def test_two_quick_taps_are_two_contacts_although_the_hub_is_slow(desk: Desk) -> None:
    desk.client.is_slow = True
    desk.reception.front.count("quick")
    desk.reception.front.count("quick")
    # The second follows the first, so that what is taken back was counted.
    first, second = desk.client.answer(200), desk.client.answer(200)
    assert first.body == second.body == {"contact": "quick", "undo": False}
    assert (first.key != second.key, desk.client.held) == (True, [])


def test_a_tap_of_yesterday_cannot_be_taken_back_today(desk: Desk) -> None:
    desk.reception.front.count("event")
    assert desk.reception.front.lastContact == "Événement"
    desk.day.do(c.CloseDay())
    assert desk.reception.front.lastContact == ""
    desk.day.open_day()
    desk.day.do(c.CountContact(Contact.EVENT))  # by a colleague
    assert desk.reception.front.lastContact == ""


# ----- a number in person


def test_a_group_with_needs_gets_one_number_that_says_so(desk: Desk) -> None:
    desk.reception.issue("emploi", "en", 12, True, True)
    (ticket,) = desk.day.floor.waiting()
    assert (ticket.people, ticket.accessible, ticket.precedence) == (12, True, Precedence.PRIORITY)
    (row,) = desk.reception.tickets.rows
    assert row.remark == "English · groupe de 12 · table accessible · priorité"


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (c.CloseEntry(), "L’entrée est fermée\u00a0: plus aucun numéro n’est donné pour le moment."),
        (c.PauseTheme("emploi"), "«\u00a0Trouver un emploi\u00a0» est en pause."),
        (
            c.PauseTheme("emploi", {"fr": "De retour à 15 h"}),
            "«\u00a0Trouver un emploi\u00a0» est en pause\u00a0: «\u00a0De retour à 15 h\u00a0»",
        ),
    ],
    ids=["entry", "pause", "pause with words"],
)
def test_a_number_that_the_house_would_rather_not_give_is_given_after_a_question(
    desk: Desk, before: c.Command, why: str
) -> None:
    desk.day.do(before)
    desk.reception.issue("emploi", "fr")
    assert (desk.reception.anywayText, desk.reception.notice, desk.reception.lastNumber) == (why, "", "")
    desk.reception.issueAnyway()
    assert (desk.reception.anywayText, desk.reception.lastNumber) == ("", "1")


# ----- what can be done with a ticket


def test_what_is_offered_follows_where_the_visitor_is(desk: Desk) -> None:
    ticket = desk.issue("emploi")
    assert picked(desk, ticket) == ["call", "correct", "priority", "withdraw"]
    desk.day.do(c.CallNext("2"))
    assert picked(desk, ticket) == ["undo", "withdraw"]
    desk.pass_min(1)
    assert picked(desk, ticket) == ["withdraw"]
    desk.day.do(c.MarkNoShow("2"))
    assert picked(desk, ticket) == ["back", "correct", "priority", "withdraw"]
    desk.day.do(c.BringBack(ticket))
    desk.day.do(c.CallTicket("accueil", ticket))
    assert picked(desk, ticket) == ["undo", "handOver", "park", "withdraw"]
    desk.day.do(c.StartInterview("accueil"))
    assert picked(desk, ticket) == ["handOver", "park"]
    desk.day.do(c.FinishInterview("accueil"))
    assert picked(desk, ticket) == []


def test_nobody_is_called_to_a_desk_that_is_busy_or_closed(desk: Desk) -> None:
    ticket, other = desk.issue("emploi"), desk.issue("emploi")
    desk.day.do(c.CallTicket("accueil", other))
    assert "call" not in picked(desk, ticket)
    desk.day.do(c.UndoCall("accueil"))
    desk.day.do(c.CloseShift("accueil"))
    assert "call" not in picked(desk, ticket)


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (Action.CALL, TicketState.CALLED),
        (Action.WITHDRAW, TicketState.WITHDRAWN),
        (Action.PRIORITY, TicketState.WAITING),
    ],
)
def test_an_action_does_what_it_says(desk: Desk, action: Action, state: TicketState) -> None:
    ticket = desk.issue("emploi")
    picked(desk, ticket)
    desk.reception.act(action)
    after = desk.day.floor.tickets[ticket]
    assert after.state is state
    assert (after.precedence is Precedence.PRIORITY) is (action is Action.PRIORITY)


def test_an_action_that_is_no_longer_offered_does_nothing(desk: Desk) -> None:
    ticket = desk.issue("emploi")
    picked(desk, ticket)
    desk.day.do(c.Withdraw(ticket))
    desk.client.is_slow = True
    desk.reception.act(Action.WITHDRAW)
    assert desk.client.held == []


def test_a_call_made_by_mistake_at_a_table_can_be_undone_from_reception(desk: Desk) -> None:
    ticket = desk.issue("emploi")
    desk.day.do(c.CallNext("2"))
    picked(desk, ticket)
    desk.reception.act(Action.UNDO)
    assert desk.day.floor.tickets[ticket].state is TicketState.WAITING


def test_who_is_at_the_desk_waits_aside_and_comes_back(desk: Desk) -> None:
    ticket = desk.issue("reception")
    desk.day.do(c.CallNext("accueil"))
    desk.reception.desk.park(10)
    assert desk.day.floor.tickets[ticket].until == desk.day.now + timedelta(minutes=10)
    assert [(row.state, row.state_text) for row in desk.reception.tickets.rows] == [("absent", "attend à côté")]
    picked(desk, ticket)
    desk.reception.act(Action.BACK)
    assert desk.day.floor.tickets[ticket].state is TicketState.WAITING


# ----- finding a ticket


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Fourteen numbers: 1 is received, 2 is absent, 3 gave up, the others wait."""
    tickets = [desk.day.issue("emploi", anyway=True) for _ in range(14)]
    desk.day.do(c.CallNext("2"))
    desk.day.do(c.MarkNoShow("2"))
    desk.day.do(c.BringBack(tickets[0]))
    desk.day.do(c.CallTicket("2", tickets[0]))
    desk.day.do(c.StartInterview("2"))
    desk.day.do(c.CallTicket("1", tickets[1]))
    desk.day.do(c.MarkNoShow("1"))
    desk.day.do(c.Withdraw(tickets[2]))
    return desk


def test_a_number_is_found_wherever_its_visitor_is(busy: Desk) -> None:
    busy.reception.search("1")
    assert listed(busy) == ["1", "10", "11", "12", "13", "14"]
    assert busy.reception.tickets.rows[0].state_text == "reçu · Table 2"
    busy.reception.search("3")
    assert [(row.number, row.state, row.state_text) for row in busy.reception.tickets.rows] == [
        ("3", "over", "retiré de la file")
    ]


@pytest.mark.parametrize(
    ("typed", "searched"), [("12", "12"), ("&é", "12"), ("1 à", "10"), ("n° 4", "4"), ("abc", "")]
)
def test_digits_are_understood_without_shift_on_a_french_keyboard(busy: Desk, typed: str, searched: str) -> None:
    busy.reception.search(typed)
    assert busy.reception.searchText == searched


def test_a_number_that_nobody_has_is_said_so(busy: Desk) -> None:
    busy.reception.search("77")
    assert (listed(busy), busy.reception.emptyTitle) == ([], "Pas de numéro 77 aujourd’hui.")


def test_the_list_is_narrowed_to_one_state_and_a_search_ends(busy: Desk) -> None:
    shown = {row.filter_id: row.count for row in busy.reception.filters.rows}
    assert shown == {"line": 12, "away": 1, "there": 1, "over": 1}
    busy.reception.search("1")
    for filter_id, numbers in (("away", ["2"]), ("there", ["1"]), ("over", ["3"])):
        busy.reception.show(filter_id)
        assert (listed(busy), busy.reception.searchText) == (numbers, "")
        assert [row.filter_id for row in busy.reception.filters.rows if row.chosen] == [filter_id]
    busy.reception.show("line")
    assert listed(busy) == [*map(str, range(4, 15)), "2"]


def test_of_five_hundred_rows_only_those_that_changed_are_drawn_again(desk: Desk) -> None:
    desk.day.everybody_is_away()
    for _ in range(500):
        desk.day.issue("emploi", anyway=True)
    tickets = desk.reception.tickets
    changes: list[str] = []

    def changed(first: QModelIndex, last: QModelIndex) -> None:
        changes.extend(f"changed {row}" for row in range(first.row(), last.row() + 1))

    def removed(_parent: QModelIndex, first: int, last: int) -> None:
        changes.extend(f"removed {row}" for row in range(first, last + 1))

    tickets.dataChanged.connect(changed)
    tickets.rowsRemoved.connect(removed)
    tickets.rowsInserted.connect(lambda _parent, first, _last: changes.append(f"inserted {first}"))
    tickets.rowsMoved.connect(lambda *_: changes.append("moved"))
    tickets.modelReset.connect(lambda: changes.append("reset"))
    desk.day.do(c.CallNext("2"))
    assert len(desk.reception.tickets.rows) == 499
    desk.day.issue("orientation", anyway=True)
    desk.day.do(c.StartInterview("2"))
    desk.reception.tick()
    assert changes == ["removed 0", "inserted 499"]
    desk.pass_min(1)
    assert changes[2:] == [f"changed {row}" for row in range(500)]


@pytest.mark.parametrize(
    "code",
    [
        "entry_closed",
        "entry_open",
        "theme_paused",
        "theme_not_paused",
        "help_asked",
        "no_help_asked",
        "nothing_counted",
    ],
)
def test_a_refusal_at_the_front_of_the_house_is_a_sentence(qapp: object, code: str) -> None:
    assert code not in refusal(code, {})


# ----- the machines that visitors meet


def heard(desk: Desk, *seen: Station) -> None:
    desk.client.hear("stations", wire.STATIONS.dump_json(Stations(seen)))


def alarms(desk: Desk) -> list[str]:
    return [row.text for row in desk.reception.alarms.rows]


def test_a_kiosk_that_stays_away_becomes_an_alarm_that_says_what_to_do(desk: Desk) -> None:
    here = Station("Borne 1", StationRole.KIOSK, paper=Paper.READY)
    heard(desk, here)
    assert (desk.reception.stationsText, alarms(desk)) == ("Bornes et écrans : tout fonctionne", [])
    hour = sentences.clock_text(desk.day.floor.site.local(desk.day.now))
    heard(desk, replace(here, away_since=desk.day.now))
    assert (desk.reception.stationsText, alarms(desk)) == ("Borne 1 : reconnexion…", [])
    desk.pass_min(0.3)
    assert alarms(desk) == [f"« Borne 1 » absent depuis {hour} : voir s’il est allumé"]
    heard(desk, here)
    assert alarms(desk) == []


def test_paper_that_failed_is_an_alarm_until_a_ticket_goes_through(desk: Desk) -> None:
    heard(desk, Station("Borne 1", StationRole.KIOSK, paper=Paper.PAPER_OUT))
    assert alarms(desk) == ["« Borne 1 » : plus de papier, mettre un rouleau"]
    heard(desk, Station("Borne 1", StationRole.KIOSK, paper=Paper.READY))
    assert alarms(desk) == []


def test_what_the_hub_itself_lacks_is_an_alarm_before_paper(desk: Desk) -> None:
    kiosk = Station("Borne 1", StationRole.KIOSK, paper=Paper.PAPER_OUT)
    desk.client.hear("stations", wire.STATIONS.dump_json(Stations((kiosk,), "disk_full")))
    assert alarms(desk) == [
        "Le disque du serveur est plein : plus aucun numéro n’est donné. Libérez de la place.",
        "« Borne 1 » : plus de papier, mettre un rouleau",
    ]
    assert "data_gone" not in sentences.hub_trouble("data_gone")
    assert "data_unwritable" in sentences.hub_trouble("data_unwritable")
    heard(desk)
    assert alarms(desk) == []


def test_a_reception_that_went_home_is_no_alarm(desk: Desk) -> None:
    heard(desk, Station("Accueil", StationRole.RECEPTION, away_since=desk.day.now))
    desk.pass_min(5)
    assert (desk.reception.stationsText, alarms(desk)) == ("", [])


def test_of_a_hub_that_is_lost_only_that_is_said(desk: Desk) -> None:
    heard(desk, Station("Borne 1", StationRole.KIOSK, paper=Paper.PAPER_OUT))
    desk.client.lose()
    assert alarms(desk) == ["Connexion au serveur perdue"]


def test_a_waiting_ticket_is_put_right_and_one_at_a_counter_is_not(desk: Desk) -> None:
    ticket = desk.issue("emploi")
    assert "correct" in picked(desk, ticket)
    assert (desk.reception.pickedTheme, desk.reception.pickedLanguage) == ("emploi", "")
    number = desk.day.floor.tickets[ticket].number
    desk.reception.correct("formation", "es")
    right = desk.day.floor.tickets[ticket]
    assert (right.number, right.theme, right.language) == (number, "formation", "es")
    desk.day.do(c.CallNext("1"))
    desk.reception.correct("emploi", "fr")
    assert desk.day.floor.tickets[ticket].theme == "formation"
