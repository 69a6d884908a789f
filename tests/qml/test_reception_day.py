"""Reception's working day through its window, by hand and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk import wire
from cdm_kiosk.apps.reception import ReceptionStation
from cdm_kiosk.client.token import NO_TOKEN
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.events import Contact, Precedence
from cdm_kiosk.domain.floor import Ticket, TicketState
from cdm_kiosk.domain.front import Front
from cdm_kiosk.domain.site import ReadyMessage, Site
from cdm_kiosk.domain.stations import Paper
from cdm_kiosk.station.membership import Membership
from tests.qml.conftest import settled
from tests.tools.fake_hub import dispose
from tests.tools.reception_window import Desk, new_desk
from tests.tools.sizes import DESK, Size, resize
from tests.tools.windows import items, key, ready, shown, touch, wait_until

Key = Qt.Key


def opened(site: Site, waiting: int = 7, at_reception: int = 2) -> Desk:
    desk = new_desk(site, waiting, at_reception)
    resize(desk.station, DESK)
    settled(desk.station.window)
    return desk


@pytest.fixture
def desk(site: Site) -> Iterator[Desk]:
    """An afternoon at reception: 40 and 41 want to talk to it, 42 to 48 wait for advisors."""
    afternoon = opened(site)
    yield afternoon
    afternoon.station.close()


def press(desk: Desk, *keys: Key) -> None:
    """One key after the other, by somebody who looks at the window in between."""
    for each in keys:
        settled(desk.station.window)
        key(desk.station.window, each)


def focused(window: QQuickWindow) -> str:
    item = window.activeFocusItem()
    return item.objectName() if item is not None else ""


def in_list(desk: Desk) -> bool:
    """Whether the list has the keyboard, or the row that it gives it to."""
    item = desk.station.window.activeFocusItem()
    while item is not None and item.objectName() != "ticketList":
        item = item.parentItem()
    return item is not None


def has_keyboard(desk: Desk, name: str) -> None:
    wait_until(lambda: focused(desk.station.window) == name, f"{name} to have the keyboard")
    # A button that has only just appeared rests for a moment.
    ready(desk.station.window, name)


def ticket(desk: Desk, number: int) -> Ticket:
    return next(each for each in desk.hub.floor.tickets.values() if each.number == number)


def rows_shown(desk: Desk) -> list[str]:
    return [row.number for row in desk.vm.tickets.rows]


# ----- alarms


@pytest.mark.parametrize("by", ["key", "hand"])
def test_a_call_for_help_is_answered_by_one_press(desk: Desk, by: str) -> None:
    desk.hub.do(c.AskHelp("3"))
    ready(desk.station.window, "banner-help-3")
    if by == "key":
        press(desk, Key.Key_V)
    else:
        touch(desk.station.window, "banner-help-3")
    assert desk.hub.floor.front.help == {}
    wait_until(lambda: shown(desk.station.window, "banner-help-3") is None, "the call to go")


def test_a_second_press_does_not_answer_the_next_who_asks_for_help(desk: Desk) -> None:
    for counter in ("3", "1"):
        desk.hub.do(c.AskHelp(counter))
    ready(desk.station.window, "banner-help-3")
    press(desk, Key.Key_V, Key.Key_V)
    assert list(desk.hub.floor.front.help) == ["1"]


# ----- the entry, pauses, messages


def test_the_entry_is_closed_in_two_touches_and_opened_in_one(desk: Desk) -> None:
    touch(desk.station.window, "day")
    touch(desk.station.window, "entry")
    assert not desk.hub.floor.front.entry_open
    touch(desk.station.window, "banner-entry")
    assert desk.hub.floor.front.entry_open


def test_closing_the_day_asks_once_and_may_be_left_at_that(desk: Desk) -> None:
    touch(desk.station.window, "day")
    touch(desk.station.window, "closeDay")
    touch(desk.station.window, "cancel")
    assert desk.hub.floor.is_open
    touch(desk.station.window, "day")
    touch(desk.station.window, "closeDay")
    touch(desk.station.window, "confirm")
    assert not desk.hub.floor.is_open


def test_a_theme_is_paused_by_three_touches_and_given_back_by_two(desk: Desk) -> None:
    window = desk.station.window
    touch(window, "theme-emploi")
    touch(window, "ready-back_at")
    touch(window, "sendMessage")
    assert desk.hub.floor.front.paused["emploi"]["fr"] == "De retour à 15 h"
    wait_until(lambda: "en pause" in words(desk), "the pause to be seen")
    touch(window, "theme-emploi")
    touch(window, "takeBack")
    assert desk.hub.floor.front.paused == {}


def words(desk: Desk) -> list[str]:
    return [str(item.property("text")) for item in items(desk.station.window) if item.inherits("QQuickText")]


def test_a_message_is_written_by_hand_shown_and_taken_away(desk: Desk) -> None:
    window = desk.station.window
    touch(window, "message")
    touch(window, "text-fr")
    QTest.keyClick(window, Key.Key_O)
    QTest.keyClick(window, Key.Key_K)
    assert desk.hub.floor.front.contacts == {}, "what is written is no shortcut"
    touch(window, "sendMessage")
    assert desk.hub.floor.front.message == {"fr": "ok"}
    wait_until(lambda: "Sur les écrans\u00a0: «\u00a0ok\u00a0»" in words(desk), "what is shown now")
    touch(window, "banner-message")
    assert desk.hub.floor.front.message == {}


def test_a_message_of_the_house_is_shown_in_one_touch_in_all_its_languages(site: Site) -> None:
    told = {"fr": "Grève des transports", "en": "Transport strike"}
    desk = opened(replace(site, messages=(ReadyMessage("strike", "Grève", told),)))
    touch(desk.station.window, "message")
    touch(desk.station.window, "prepared-strike")
    assert desk.hub.floor.front.message == told
    desk.station.close()


def test_a_message_of_the_house_is_not_offered_for_a_theme(site: Site) -> None:
    desk = opened(replace(site, messages=(ReadyMessage("strike", "Grève", {"fr": "Grève"}),)))
    touch(desk.station.window, "theme-emploi")
    ready(desk.station.window, "ready-back_at")
    assert shown(desk.station.window, "prepared-strike") is None
    desk.station.close()


def test_a_message_without_the_first_language_cannot_be_sent(desk: Desk) -> None:
    window = desk.station.window
    touch(window, "message")
    touch(window, "text-en")
    QTest.keyClick(window, Key.Key_O)
    QTest.keyClick(window, Key.Key_Return)
    item = shown(window, "sendMessage")
    assert item is not None
    assert not item.isEnabled()
    assert desk.hub.floor.front.message == {}


# ----- contacts


def test_a_tap_counts_and_the_last_one_is_taken_back(desk: Desk) -> None:
    window = desk.station.window
    for contact in ("documentation", "closed", "closed"):
        touch(window, f"contact-{contact}")
    touch(window, "undoContact")
    assert desk.hub.floor.front.contacts == {Contact.DOCUMENTATION: 1, Contact.CLOSED: 1}


# ----- tickets


def test_a_family_with_a_need_gets_its_number_by_keys(desk: Desk) -> None:
    press(desk, Key.Key_N)
    wait_until(lambda: focused(desk.station.window).startswith("issue-"), "the first theme to have the keyboard")
    press(desk, Key.Key_Plus, Key.Key_Plus, Key.Key_P, Key.Key_A, Key.Key_L, Key.Key_2)
    wait_until(lambda: desk.vm.lastNumber == "49", "the number")
    given = ticket(desk, 49)
    assert (given.theme, given.people, given.language) == ("formation", 3, "en")
    assert (given.accessible, given.precedence) == (True, Precedence.PRIORITY)


def test_what_was_special_about_one_visitor_is_forgotten_for_the_next(desk: Desk) -> None:
    for _ in range(2):
        press(desk, Key.Key_N)
        wait_until(lambda: focused(desk.station.window).startswith("issue-"), "the themes")
        if desk.hub.floor.last_number == 48:
            press(desk, Key.Key_P, Key.Key_Plus)
        press(desk, Key.Key_1)
        has_keyboard(desk, "dismissLast")
        press(desk, Key.Key_Return)
    assert [(ticket(desk, number).people, ticket(desk, number).precedence) for number in (49, 50)] == [
        (2, Precedence.PRIORITY),
        (1, Precedence.NONE),
    ]


def test_typing_a_number_anywhere_finds_its_ticket(desk: Desk) -> None:
    press(desk, Key.Key_4, Key.Key_5)
    wait_until(lambda: rows_shown(desk) == ["45"], "the ticket")
    assert desk.hub.floor.front.contacts == {}
    press(desk, Key.Key_Return)
    has_keyboard(desk, "call")
    press(desk, Key.Key_Return)
    assert ticket(desk, 45).counter == "accueil"
    press(desk, Key.Key_Escape)
    wait_until(lambda: len(rows_shown(desk)) == 8, "the whole line again")


@pytest.mark.parametrize("opens", ["slash", "find"])
def test_the_search_is_reached_and_left_by_keys(desk: Desk, opens: str) -> None:
    window = desk.station.window
    if opens == "slash":
        press(desk, Key.Key_Slash)
    else:
        QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    has_keyboard(desk, "search")
    press(desk, Key.Key_D, Key.Key_7)
    assert (desk.vm.searchText, desk.vm.emptyTitle) == ("7", "Pas de numéro 7 aujourd’hui.")
    assert desk.hub.floor.front.contacts == {}, "letters in the search are no shortcut"
    press(desk, Key.Key_Escape)
    wait_until(lambda: in_list(desk), "the list to have the keyboard")
    assert desk.vm.searchText == ""


def test_the_arrows_narrow_the_list_and_escape_widens_it(desk: Desk) -> None:
    press(desk, Key.Key_Right, Key.Key_Right)
    assert (desk.vm.shown, rows_shown(desk)) == ("there", ["37", "39"])
    press(desk, Key.Key_Left)
    assert desk.vm.shown == "away"
    press(desk, Key.Key_Escape)
    assert desk.vm.shown == "line"


def test_a_key_on_a_row_does_what_its_menu_says(desk: Desk) -> None:
    press(desk, Key.Key_Down, Key.Key_Down, Key.Key_P)
    assert ticket(desk, 42).precedence is Precedence.PRIORITY
    wait_until(lambda: rows_shown(desk)[0] == "42", "the visitor to come first")


def test_a_key_that_means_nothing_for_a_row_does_nothing(desk: Desk) -> None:
    before = desk.hub.floor
    press(desk, Key.Key_Insert)
    assert desk.hub.floor is before
    assert desk.vm.notice == ""


def test_of_five_hundred_tickets_only_those_in_sight_have_rows(site: Site) -> None:
    desk = opened(site, waiting=500)
    try:
        assert len(rows_shown(desk)) == 502
        made = [item for item in items(desk.station.window) if item.objectName().startswith("rowMenu-")]
        assert 5 < len(made) < 30
        press(desk, Key.Key_End, Key.Key_5, Key.Key_4, Key.Key_1)
        wait_until(lambda: rows_shown(desk) == ["541"], "the last ticket")
    finally:
        desk.station.close()


# ----- a whole day


@pytest.fixture
def morning(site: Site) -> Iterator[Desk]:
    """Before the doors open."""
    desk = opened(site, waiting=0, at_reception=0)
    desk.hub.do(c.CloseDay())
    yield desk
    desk.station.close()


def test_a_reception_day_from_opening_to_closing_by_keys_alone(morning: Desk) -> None:
    desk, window = morning, morning.station.window
    first = desk.hub.floor.last_number + 1

    def front() -> Front:
        return desk.hub.floor.front

    def give(*keys: Key) -> int:
        press(desk, Key.Key_N)
        wait_until(lambda: focused(window).startswith("issue-"), "the themes to have the keyboard")
        press(desk, *keys)
        has_keyboard(desk, "dismissLast")
        press(desk, Key.Key_Return)
        wait_until(lambda: in_list(desk), "the list to have the keyboard again")
        return desk.hub.floor.last_number

    def find(number: int) -> None:
        press(desk, *(Key(Key.Key_0 + int(digit)) for digit in str(number)))
        wait_until(lambda: rows_shown(desk)[:1] == [str(number)], "the ticket")

    wait_until(lambda: not desk.vm.doorsOpen, "the doors to be closed")
    press(desk, Key.Key_J)
    wait_until(lambda: desk.vm.doorsOpen, "the doors to open")

    # People come; most need no number.
    job, talk, family = give(Key.Key_3), give(Key.Key_6), give(Key.Key_Plus, Key.Key_P, Key.Key_2)
    assert (job, talk, family) == (first, first + 1, first + 2)
    for contact in (Key.Key_D, Key.Key_O, Key.Key_E, Key.Key_R, Key.Key_H, Key.Key_H):
        press(desk, contact)
    QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert front().contacts == dict.fromkeys(Contact, 1)

    # Who wants to talk to reception is called, waits aside for a form, comes back, and is passed on.
    for pressed, stage in ((Key.Key_F2, "called"), (Key.Key_F2, "receiving")):
        ready(window, "deskAction")
        press(desk, pressed)
        wait_until(lambda stage=stage: desk.vm.desk.stage == stage, stage)  # type: ignore[misc]
    ready(window, "deskPark")
    press(desk, Key.Key_F11)
    has_keyboard(desk, "park-5")
    press(desk, Key.Key_2)
    assert ticket(desk, talk).state is TicketState.PARKED
    find(talk)
    press(desk, Key.Key_Return)
    has_keyboard(desk, "back")
    press(desk, Key.Key_Return, Key.Key_Escape)
    assert ticket(desk, talk).state is TicketState.WAITING
    wait_until(lambda: desk.vm.desk.stage == "free", "the desk to be free")
    ready(window, "deskAction")
    press(desk, Key.Key_F2)
    wait_until(lambda: desk.vm.desk.stage == "called", "the second call")
    ready(window, "deskHandOver")
    press(desk, Key.Key_F6)
    wait_until(lambda: focused(window) == "handOver-orientation", "the themes to pass on to")
    press(desk, Key.Key_1)
    assert (ticket(desk, talk).theme, ticket(desk, talk).number) == ("orientation", talk)

    # A table asks for help, a theme pauses, everybody is told something.
    desk.hub.do(c.AskHelp("2"))
    ready(window, "banner-help-2")
    press(desk, Key.Key_V)
    assert front().help == {}
    press(desk, Key.Key_T)
    wait_until(lambda: focused(window) == "pause-orientation", "the themes to pause")
    press(desk, Key.Key_5)
    has_keyboard(desk, "ready-back_at")
    press(desk, Key.Key_Plus, Key.Key_Return)
    has_keyboard(desk, "sendMessage")
    press(desk, Key.Key_Return)
    assert front().paused["creation"]["fr"] == "De retour à 15 h 15"
    press(desk, Key.Key_M)
    has_keyboard(desk, "ready-closing_at")
    press(desk, Key.Key_Right, Key.Key_Return)
    has_keyboard(desk, "sendMessage")
    press(desk, Key.Key_Return)
    assert front().message["fr"] == "L’atelier commence à 15 h"
    press(desk, Key.Key_T)
    wait_until(lambda: focused(window) == "pause-orientation", "the themes to give back")
    press(desk, Key.Key_5)
    has_keyboard(desk, "takeBack")
    press(desk, Key.Key_Return)
    press(desk, Key.Key_M)
    has_keyboard(desk, "takeBack")
    press(desk, Key.Key_Return)
    assert (front().paused, front().message) == ({}, {})

    # Somebody gives up.
    find(job)
    press(desk, Key.Key_Down, Key.Key_Delete)
    has_keyboard(desk, "cancel")
    press(desk, Key.Key_Right, Key.Key_Return, Key.Key_Escape)
    assert ticket(desk, job).state is TicketState.WITHDRAWN

    # The entry closes, one more number is given all the same, and the day closes.
    press(desk, Key.Key_J)
    has_keyboard(desk, "entry")
    press(desk, Key.Key_Return)
    assert not front().entry_open
    press(desk, Key.Key_N)
    wait_until(lambda: focused(window).startswith("issue-"), "the themes to have the keyboard")
    press(desk, Key.Key_1)
    has_keyboard(desk, "notNow")
    press(desk, Key.Key_Right, Key.Key_Return)
    has_keyboard(desk, "dismissLast")
    press(desk, Key.Key_Return, Key.Key_J)
    has_keyboard(desk, "entry")
    press(desk, Key.Key_Down)
    has_keyboard(desk, "closeDay")
    press(desk, Key.Key_Return)
    has_keyboard(desk, "cancel")
    assert desk.vm.front.closingText.startswith("3 personnes perdront leur numéro.")
    press(desk, Key.Key_Right, Key.Key_Return)
    wait_until(lambda: not desk.vm.doorsOpen, "the doors to close")
    assert (rows_shown(desk), desk.vm.notice) == ([], "")


# ----- reception's own line rests and ends


def free_desk(desk: Desk) -> str:
    """Reception's own counter, open and with nobody at it."""
    counter = desk.hub.floor.site.desk or ""
    assert counter in desk.hub.floor.shifts
    assert counter not in desk.hub.floor.at_counter
    return counter


@pytest.mark.parametrize("by", ["key", "hand"])
def test_reception_takes_a_break_and_comes_back(desk: Desk, by: str) -> None:
    counter, window = free_desk(desk), desk.station.window
    ready(window, "deskPause")
    if by == "key":
        press(desk, Key.Key_F8)
    else:
        touch(window, "deskPause")
    assert desk.hub.floor.shifts[counter].away_since is not None
    wait_until(lambda: shown(window, "deskPause") is None, "the break to be seen")
    ready(window, "deskAction")
    if by == "key":
        press(desk, Key.Key_F8)
    else:
        touch(window, "deskAction")
    assert desk.hub.floor.shifts[counter].away_since is None


@pytest.mark.parametrize("by", ["key", "hand"])
def test_reception_passes_its_visitor_on_to_one_table(desk: Desk, by: str) -> None:
    counter, window = free_desk(desk), desk.station.window
    desk.hub.do(c.CallNext(counter))
    desk.hub.do(c.StartInterview(counter))
    (visitor,) = desk.hub.floor.tickets_at(counter)
    ready(window, "deskHandOver")
    if by == "key":
        press(desk, Key.Key_F6)
        wait_until(lambda: focused(window) == "handOver-orientation", "the themes")
        press(desk, Key.Key_T)
        wait_until(lambda: focused(window).startswith("table-"), "the tables")
        press(desk, Key.Key_Down, Key.Key_Up, Key.Key_1)
    else:
        touch(window, "deskHandOver")
        touch(window, "handOver-other")
        wait_until(lambda: focused(window).startswith("table-"), "the tables")
        touch(window, focused(window))
    first_open = next(each.id for each in desk.hub.floor.site.counters if each.id in desk.hub.floor.shifts)
    passed = desk.hub.floor.tickets[visitor.id]
    assert (passed.state, passed.for_counter) == (TicketState.WAITING, first_open)
    wait_until(lambda: shown(window, f"table-{first_open}") is None, "the panel to close")


@pytest.mark.parametrize("by", ["key", "hand"])
def test_the_end_of_receptions_shift_asks_once(desk: Desk, by: str) -> None:
    counter, window = free_desk(desk), desk.station.window
    ready(window, "deskEnd")
    if by == "key":
        press(desk, Key.Key_F9)
    else:
        touch(window, "deskEnd")
    ready(window, "confirm")
    assert counter in desk.hub.floor.shifts
    touch(window, "confirm")
    assert counter not in desk.hub.floor.shifts


def test_no_number_is_offered_for_a_theme_whose_dates_are_over(site: Site) -> None:
    yesterday = opened(site)
    today = yesterday.hub.floor.site.local(yesterday.hub.floor.latest).date()
    yesterday.station.close()
    themes = tuple(
        replace(each, until_date=today - timedelta(days=1)) if each.id == "evolution" else each
        for each in site.themes
    )
    desk = opened(replace(site, themes=themes), waiting=2)
    offered = {row.theme_id for row in desk.vm.ticketThemes.rows}
    assert "evolution" not in offered
    assert {"emploi", "reception"} <= offered
    desk.station.close()


def test_before_the_hub_was_heard_reception_says_where_it_looks_and_nothing_of_the_day(qapp: object) -> None:
    station = ReceptionStation(Membership("http://127.0.0.1:9", NO_TOKEN))
    try:
        settled(station.window)
        words = [str(item.property("text")) for item in items(station.window) if item.property("text")]
        assert set(words) == {
            "Je cherche le serveur à http://127.0.0.1:9",
            "La connexion se fera d’elle-même dès qu’il répondra.",
        }
        for name in ("openDay", "newTicket", "settings", "lost", "ticketList", "alarms"):
            assert shown(station.window, name) is None
    finally:
        station.close()


# ----- a number just given, and one that was given wrongly


def test_after_a_number_n_gives_the_next_one_and_i_prints_this_one(desk: Desk) -> None:
    window = desk.station.window
    kiosk = desk.hub.line("kiosk", "Borne 1")
    kiosk.start()
    kiosk.orders.ask("station-paper", {"station": "Borne 1", "state": Paper.READY})
    press(desk, Key.Key_N, Key.Key_1)
    ready(window, "printLast")
    first = max(desk.hub.floor.tickets.values(), key=lambda ticket: ticket.number)
    press(desk, Key.Key_I)
    (errand,) = desk.hub.house.stations.fetch("Borne 1")
    assert isinstance(errand, wire.TicketErrand)
    assert errand.ticket.id == first.id
    wait_until(lambda: shown(window, "printLast") is None, "the button to go, once it was asked")
    press(desk, Key.Key_N, Key.Key_2)
    wait_until(lambda: desk.hub.floor.last_number == first.number + 1, "the next number")
    dispose(kiosk)


def test_where_nobody_prints_no_paper_is_offered(desk: Desk) -> None:
    press(desk, Key.Key_N, Key.Key_1)
    ready(desk.station.window, "anotherTicket")
    assert shown(desk.station.window, "printLast") is None


def test_a_theme_is_put_right_by_keys_alone(desk: Desk) -> None:
    before = desk.hub.floor.tickets[desk.vm.tickets.rows[0].ticket_id]
    press(desk, Key.Key_K)
    ready(desk.station.window, "correct-emploi")
    press(desk, Key.Key_2)
    after = desk.hub.floor.tickets[before.id]
    assert (after.number, after.arrival, after.language) == (before.number, before.arrival, before.language)
    assert after.theme == desk.vm.ticketThemes.rows[1].theme_id
    wait_until(lambda: in_list(desk), "the list to have the keyboard again")


def test_a_language_is_put_right_by_hand(desk: Desk) -> None:
    window, before = desk.station.window, desk.hub.floor.tickets[desk.vm.tickets.rows[0].ticket_id]
    press(desk, Key.Key_Return)
    touch(window, "correct")
    touch(window, "correctLanguage-es")
    touch(window, "correctLanguageOnly")
    after = desk.hub.floor.tickets[before.id]
    assert (after.theme, after.language) == (before.theme, "es")


# ----- what a small window shows


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1366, 768), (1440, 900)], ids=str)
def test_with_help_asked_no_list_is_cut_in_a_row_and_no_heading_stands_alone(
    site: Site, size: tuple[int, int]
) -> None:
    desk = opened(site, waiting=20)
    try:
        resize(desk.station, Size(*size))
        for counter in ("3", "1"):
            desk.hub.do(c.AskHelp(counter))
        settled(desk.station.window)
        for name in ("ticketList", "overview"):
            area = shown(desk.station.window, name)
            assert area is not None
            end = area.mapToScene(QPointF(0, area.height())).y()
            for text in (item for item in items(desk.station.window) if item.inherits("QQuickText")):
                if is_within(text, area):
                    top = text.mapToScene(QPointF(0, 0)).y()
                    assert top >= end or top + text.height() <= end + 1, f"{text.property('text')} is cut"
        heading = next(item for item in items(desk.station.window) if item.property("text") == "Attente par sujet")
        theme = shown(desk.station.window, "theme-orientation")
        assert theme is not None
        both = [item.mapToScene(QPointF(0, item.height())).y() <= end + 1 for item in (heading, theme)]
        assert both[0] == both[1], "the heading is seen without its list"
    finally:
        desk.station.close()


def is_within(item: QQuickItem | None, area: QQuickItem) -> bool:
    while item is not None and item is not area:
        item = item.parentItem()
    return item is area
