"""One working day from the first shift to the last erased byte, through every station of a house on one hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cdm_kiosk.domain.events import Contact, Precedence
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.station import station
from cdm_kiosk.viewmodels.reception.rows import Action
from tests.e2e.working_house import TABLES, WorkingHouse, site_with_a_floor_above
from tests.tools.hub import RunningHub
from tests.tools.windows import calls_of, key, ready, touch, wait_until


@pytest.fixture
def house(tmp_path: Path, qapp: object) -> Iterator[WorkingHouse]:
    station.application("test")
    with RunningHub(tmp_path / "data", site_with_a_floor_above(tmp_path)) as hub:
        working = WorkingHouse(hub)
        yield working
        working.close()


def test_a_day_with_six_tables_a_reception_two_kiosks_and_two_displays(house: WorkingHouse) -> None:
    _the_doors_open_and_the_shifts_begin_as_planned(house)
    job, path, business, training = _visitors_take_numbers_at_both_kiosks(house)
    talk, family, hurried = _reception_gives_numbers_in_person(house)
    _six_tables_call_at_the_same_moment(house, hurried)
    _who_did_not_hear_is_called_again_and_who_is_absent_comes_back(house)
    _a_call_by_mistake_is_taken_back(house)
    _a_visitor_is_handed_over_to_a_theme_and_then_to_one_table(house)
    _a_visitor_looks_for_a_paper_aside(house)
    _an_advisor_asks_for_help_and_takes_a_break(house)
    _reception_counts_pauses_and_tells(house)
    _somebody_gives_up(house)
    assert {job, path, business, training, talk, family, hurried} <= set(house.witness.numbers.values())
    _the_entry_closes_and_one_more_number_is_given_all_the_same(house)
    _the_day_closes_and_nothing_of_any_ticket_survives(house)


def _the_doors_open_and_the_shifts_begin_as_planned(house: WorkingHouse) -> None:
    for counter in TABLES:
        house.stands(counter, "free")
    assert set(house.floor().shifts) == {*TABLES, "accueil"}
    wait_until(
        lambda: all(kiosk.view_model.page == "themes" for kiosk in house.kiosks), "the kiosks to offer themes"
    )
    assert all(display.view_model.doorsOpen for display in house.displays.values())
    house.agrees()


def _visitors_take_numbers_at_both_kiosks(house: WorkingHouse) -> list[int]:
    """One of them taps four times: four numbers for four visitors."""
    taken = [
        house.number_taken(0, "emploi", taps=4),
        house.number_taken(1, "orientation"),
        house.number_taken(0, "creation"),
        house.number_taken(1, "formation", taps=2),
    ]
    assert taken == [1, 2, 3, 4]
    house.agrees()
    assert [ticket.number for ticket in house.floor().waiting()] == [1, 2, 3, 4]
    return taken


def _reception_gives_numbers_in_person(house: WorkingHouse) -> list[int]:
    given = [
        house.given_in_person("evolution"),
        house.given_in_person("orientation", people=4),
        house.given_in_person("emploi", priority=True),
    ]
    assert given == [5, 6, 7]
    assert (house.ticket(6).people, house.ticket(7).precedence) == (4, Precedence.PRIORITY)
    wait_until(lambda: house.tables["2"].waiting == 4, "table 2 to see who waits for it")
    house.agrees()
    return given


def _six_tables_call_at_the_same_moment(house: WorkingHouse, hurried: int) -> None:
    """Each calls another visitor, though they serve the same themes; who was let go first is among them."""
    for counter in TABLES:
        house.tables[counter].callNext()
        house.tables[counter].callNext()
    wait_until(lambda: not any(house.tables[counter].busy for counter in TABLES), "every table to be answered")
    house.agrees()
    called = {counter: house.at(counter) for counter in TABLES if house.at(counter)}
    assert len(set(called.values())) == len(called) >= 5
    assert hurried in called.values()
    for counter in called:
        house.asks(counter, "start")
        house.stands(counter, "receiving")
        house.asks(counter, "finish")
        house.stands(counter, "free")
        assert house.state(called[counter]) is TicketState.DONE
    house.agrees()
    while house.floor().waiting():
        counter = next(each for each in TABLES if house.tables[each].waiting)
        house.asks(counter, "callNext")
        house.stands(counter, "called")
        house.asks(counter, "start")
        house.stands(counter, "receiving")
        house.asks(counter, "finishAndCallNext")
        house.stands(counter, "free", "called")
        if house.tables[counter].stage == "called":
            house.asks(counter, "start")
            house.stands(counter, "receiving")
            house.asks(counter, "finish")
        house.stands(counter, "free")
    house.agrees()


def _who_did_not_hear_is_called_again_and_who_is_absent_comes_back(house: WorkingHouse) -> None:
    number = house.number_taken(0, "emploi")
    house.asks("5", "callNext")
    house.stands("5", "called")
    upstairs = calls_of(house.displays["etage"].view_model)
    wait_until(lambda: upstairs.number == str(number), "the call upstairs")
    house.asks("5", "recall")
    wait_until(lambda: upstairs.recalled, "the display to say that it calls again")
    house.agrees()
    house.asks("5", "noShow")
    house.stands("5", "free")
    assert house.state(number) is TicketState.ABSENT
    house.finds(number)
    house.reception.view_model.act(Action.BACK)
    wait_until(lambda: house.tables["5"].waiting == 1, "the visitor to be in line again")
    house.agrees()
    house.asks("5", "callNext")
    house.stands("5", "called")
    assert house.at("5") == number
    house.asks("5", "start")
    house.asks("5", "finish")
    house.stands("5", "free")


def _a_call_by_mistake_is_taken_back(house: WorkingHouse) -> None:
    first, second = house.number_taken(1, "creation"), house.number_taken(0, "creation")
    house.asks("3", "callNext")
    house.stands("3", "called")
    house.agrees()
    house.asks("3", "undo")
    house.stands("3", "free")
    assert [ticket.number for ticket in house.floor().waiting()] == [first, second]
    house.agrees()
    for number in (first, second):
        house.asks("3", "callNext")
        house.stands("3", "called")
        assert house.at("3") == number
        house.asks("3", "start")
        house.stands("3", "receiving")
        house.asks("3", "finish")
        house.stands("3", "free")


def _a_visitor_is_handed_over_to_a_theme_and_then_to_one_table(house: WorkingHouse) -> None:
    number = house.number_taken(1, "orientation")
    arrival = house.ticket(number).arrival
    house.asks("4", "callNext")
    house.stands("4", "called")
    house.asks("4", "start")
    house.stands("4", "receiving")
    house.asks("4", "handOver", "evolution")
    house.stands("4", "free")
    wait_until(lambda: house.tables["2"].waiting == 1, "table 2 to see the visitor")
    house.agrees()
    house.asks("2", "callNext")
    house.stands("2", "called")
    assert house.at("2") == number
    house.asks("2", "start")
    house.stands("2", "receiving")
    house.asks("2", "handOverTo", "3")
    house.stands("2", "free")
    wait_until(lambda: house.tables["3"].waiting == 1, "table 3 to see the visitor")
    assert house.ticket(number).for_counter == "3"
    assert house.tables["2"].waiting == 0
    house.agrees()
    house.asks("3", "callNext")
    house.stands("3", "called")
    assert (house.at("3"), house.ticket(number).arrival) == (number, arrival)
    house.asks("3", "start")
    house.stands("3", "receiving")
    house.asks("3", "finish")
    house.stands("3", "free")


def _a_visitor_looks_for_a_paper_aside(house: WorkingHouse) -> None:
    """Through the window of table 1, by keys."""
    number = house.number_taken(0, "formation")
    window, vm = house.table.window, house.table.view_model
    wait_until(lambda: vm.waiting == 1, "table 1 to see the visitor")
    ready(window, "primaryAction")
    key(window, Qt.Key.Key_F2)
    house.stands("1", "called")
    ready(window, "primaryAction")
    key(window, Qt.Key.Key_F2)
    house.stands("1", "receiving")
    ready(window, "park")
    key(window, Qt.Key.Key_F11)
    touch(window, "choice-10")
    house.stands("1", "free")
    assert house.state(number) is TicketState.PARKED
    house.agrees()
    house.asks("1", "takeBack", "")
    house.stands("1", "called")
    assert house.at("1") == number
    house.agrees()
    house.asks("1", "start")
    house.stands("1", "receiving")
    house.asks("1", "finish")
    house.stands("1", "free")


def _an_advisor_asks_for_help_and_takes_a_break(house: WorkingHouse) -> None:
    house.asks("6", "askHelp")
    touch(house.reception.window, "banner-help-6")
    wait_until(lambda: not house.tables["6"].helpAsked, "table 6 to know that somebody comes")
    house.asks("6", "takeBreak")
    house.stands("6", "break")
    rows = house.reception.view_model.counters
    wait_until(lambda: ("6", "break") in [(row.counter_id, row.state) for row in rows.rows], "reception to see it")
    house.agrees()
    house.asks("6", "endBreak")
    house.stands("6", "free")
    house.asks("6", "closeShift")
    house.stands("6", "off")
    house.agrees()
    house.asks("6", "openShift")
    house.stands("6", "free")
    house.agrees()


def _reception_counts_pauses_and_tells(house: WorkingHouse) -> None:
    window, front = house.reception.window, house.reception.view_model.front
    for contact in ("documentation", "quick", "quick"):
        touch(window, f"contact-{contact}")
    touch(window, "undoContact")
    wait_until(lambda: house.floor().front.contacts == {Contact.DOCUMENTATION: 1, Contact.QUICK: 1}, "the contacts")
    front.begin("emploi")
    front.setText("fr", "Retour à 15 h")
    front.send()
    for kiosk in house.kiosks:
        kiosk.view_model.chooseTheme("emploi")
    wait_until(
        lambda: all(
            kiosk.view_model.themePaused and kiosk.view_model.themeMessage == "Retour à 15 h"
            for kiosk in house.kiosks
        ),
        "the kiosks to know of the pause",
    )
    for kiosk in house.kiosks:
        kiosk.view_model.back()
    screens = [display.view_model for display in house.displays.values()]
    told = "Trouver un emploi\u00a0: Retour à 15 h"
    wait_until(lambda: all(told in screen.notice for screen in screens), "the displays to say so")
    front.begin("")
    front.setText("fr", "L’atelier commence")
    front.send()
    wait_until(lambda: all(screen.message == "L’atelier commence" for screen in screens), "the message")
    house.agrees()
    front.removeMessage()
    front.begin("emploi")
    front.resume()
    wait_until(lambda: all((screen.message, screen.notice) == ("", "") for screen in screens), "silent displays")
    for kiosk in house.kiosks:
        kiosk.view_model.chooseTheme("emploi")
    wait_until(
        lambda: not any(kiosk.view_model.themePaused for kiosk in house.kiosks), "the theme to be given again"
    )
    for kiosk in house.kiosks:
        kiosk.view_model.back()
    house.agrees()


def _somebody_gives_up(house: WorkingHouse) -> None:
    number = house.number_taken(1, "orientation")
    house.finds(number)
    house.reception.view_model.act(Action.WITHDRAW)
    wait_until(lambda: house.state(number) is TicketState.WITHDRAWN, "the number to be withdrawn")
    house.agrees()


def _the_entry_closes_and_one_more_number_is_given_all_the_same(house: WorkingHouse) -> None:
    waiting = [house.number_taken(0, "formation"), house.number_taken(1, "creation")]
    house.asks("3", "callNext")
    house.stands("3", "called")
    house.asks("3", "start")
    house.stands("3", "receiving")
    touch(house.reception.window, "day")
    touch(house.reception.window, "entry")
    wait_until(
        lambda: all(kiosk.view_model.page == "entry_closed" for kiosk in house.kiosks),
        "the kiosks to give no number",
    )
    wait_until(
        lambda: all(not display.view_model.entryOpen for display in house.displays.values()),
        "the displays to say so",
    )
    touch(house.reception.window, "newTicket")
    touch(house.reception.window, "issue-orientation")
    touch(house.reception.window, "issueAnyway")
    touch(house.reception.window, "dismissLast")
    house.agrees()
    assert len(house.floor().waiting()) == len(waiting)


def _the_day_closes_and_nothing_of_any_ticket_survives(house: WorkingHouse) -> None:
    vm, window = house.reception.view_model, house.reception.window
    tickets = [ticket.encode() for ticket in house.witness.numbers]
    before = house.kept_on_disk()
    assert all(ticket in before for ticket in tickets)
    touch(window, "day")
    touch(window, "closeDay")
    ready(window, "confirm")
    assert vm.front.closingText.startswith("2 personnes perdront leur numéro. Un entretien est encore en cours.")
    touch(window, "confirm")
    wait_until(lambda: not vm.doorsOpen, "the doors to be closed")
    for counter in TABLES:
        house.stands(counter, "off")
    wait_until(lambda: all(kiosk.view_model.page == "closed" for kiosk in house.kiosks), "the kiosks to be closed")
    screens = [display.view_model for display in house.displays.values()]
    wait_until(lambda: not any(screen.doorsOpen for screen in screens), "the displays to be closed")
    assert all((calls_of(screen).number, calls_of(screen).calls.rows) == ("", []) for screen in screens)
    house.agrees()
    assert house.floor().tickets == {}
    wait_until(lambda: not any(ticket in house.kept_on_disk() for ticket in tickets), "every ticket to be erased")
