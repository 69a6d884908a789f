"""The advisor's and the display's windows: buttons at rest look at rest, and no zero has a slash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.domain.site import Site
from cdm_kiosk.station.station import TEXT_FAMILY, StationWindow
from tests.qml.conftest import settled
from tests.tools.advisor_window import Table, new_table
from tests.tools.contrast import contrast_of
from tests.tools.display_window import call_hub, new_display
from tests.tools.house_variants import long_labels
from tests.tools.reception_window import Desk, fill, new_desk
from tests.tools.sizes import COMPACT, DESK, HALL, Size, resize
from tests.tools.windows import items, key, ready, shown, touch, wait_until

AT_REST = QColor("#0F4C5C")
PRESSED = QColor("#0B3A46")
SOON_MS = 500

Keep = Callable[[StationWindow], StationWindow]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Closes the stations that a test built."""
    kept: list[StationWindow] = []

    def one(station: StationWindow) -> StationWindow:
        kept.append(station)
        return station

    yield one
    for station in kept:
        station.close()


def corner(window: QQuickWindow, name: str) -> QColor:
    """The ground of a button, away from its text and its rounded corners."""
    item = shown(window, name)
    assert item is not None
    point = item.mapToScene(QPointF(item.width() / 2, item.height() - 8)).toPoint()
    return window.grabWindow().pixelColor(point)


def middle(window: QQuickWindow, name: str) -> QPoint:
    item = shown(window, name)
    assert item is not None
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


@pytest.fixture
def table(site: Site, keep: Keep) -> Table:
    """A free table with people waiting."""
    table = new_table(site)
    keep(table.station)
    table.open_shift()
    resize(table.station, COMPACT)
    settled(table.station.window)
    return table


def test_a_button_looks_at_rest_soon_after_the_stage_changed(table: Table) -> None:
    window = table.station.window
    wait_until(lambda: not shown_busy(window), "the window to be ready")
    QTest.mouseClick(
        window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(window, "primaryAction")
    )
    assert table.vm.stage == "called"
    wait_until(lambda: corner(window, "primaryAction") == AT_REST, "the button at rest", SOON_MS)


def test_a_button_under_the_finger_while_the_stage_changes_comes_back_to_rest(table: Table) -> None:
    window = table.station.window
    spot = middle(window, "primaryAction")
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert corner(window, "primaryAction") == PRESSED
    table.hub.do(c.CallNext("4"))  # by its colleague at reception
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert table.vm.stage == "called", "the finger meant the button that stood there before"
    wait_until(lambda: corner(window, "primaryAction") == AT_REST, "the button at rest", SOON_MS)


def shown_busy(window: QQuickWindow) -> bool:
    item = shown(window, "primaryAction")
    return item is not None and bool(item.property("busy"))


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def texts(window: QQuickWindow) -> list[QQuickItem]:
    return [item for item in items(window) if item.inherits("QQuickText") and item.property("text")]


def test_nothing_is_drawn_over_the_number_of_the_visitor(table: Table) -> None:
    for act in (c.CallNext("4"), c.Recall("4"), c.StartInterview("4")):
        table.hub.do(act)
        table.vm.tick()
        settled(table.station.window)
        number = shown(table.station.window, "number")
        assert number is not None
        others = [item for item in texts(table.station.window) if item.parentItem() != number]
        assert not [item.property("text") for item in others if place(item).intersects(place(number))]


def test_every_digit_of_a_call_has_a_plain_zero(site: Site, keep: Keep) -> None:
    hub = call_hub(site, number=99, calls=6)
    station = keep(new_display(hub).station)
    resize(station, HALL)
    settled(station.window)
    with_digits = [item for item in texts(station.window) if any(c.isdigit() for c in str(item.property("text")))]
    assert len(with_digits) > 12
    for item in with_digits:
        font = item.property("font")
        assert isinstance(font, QFont)
        assert font.family() == TEXT_FAMILY, item.property("text")


def test_the_newest_number_is_whole(site: Site, keep: Keep) -> None:
    """The typeface cuts the flag of its 1 straight: what looks cut is the glyph, all of which is on the screen."""
    for number in (1, 11, 111, 1111):
        station = keep(new_display(call_hub(site, number, calls=1)).station)
        resize(station, HALL)
        image = settled(station.window)
        item = shown(station.window, "currentNumber")
        assert item is not None
        box = place(item).toAlignedRect()
        for x in (box.left() - 2, box.right() + 2):
            column = {image.pixelColor(x, y).name() for y in range(box.top(), box.bottom())}
            assert QColor("white").name() not in column


@pytest.mark.parametrize("role", ["display", "advisor", "reception"])
def test_text_of_the_stations_stands_out_from_its_ground(site: Site, keep: Keep, role: str) -> None:
    if role == "display":
        station = keep(new_display(call_hub(site, 34, calls=6)).station)
    elif role == "advisor":
        table = new_table(site)
        table.open_shift(c.CallNext("4"))
        station = keep(table.station)
    else:
        station = keep(new_desk(site).station)
    image = settled(station.window)
    for item in texts(station.window):
        assert is_scrolled_away(item) or contrast_of(image, place(item)) >= 4.5, item.property("text")


def is_scrolled_away(item: QQuickItem) -> bool:
    """Whether it lies beyond the end of a list that it is in."""
    around = item.parentItem()
    while around is not None:
        if around.clip() and not place(around).intersects(place(item)):
            return True
        around = around.parentItem()
    return False


def test_reception_gives_a_number_by_two_keys_from_the_first_one_on(site: Site, keep: Keep) -> None:
    station = new_desk(site).station
    window, vm = keep(station).window, station.view_model
    settled(window)
    key(window, Qt.Key.Key_N)
    wait_until(lambda: focused(window).startswith("issue-"), "the first theme to have the keyboard")
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Return)
    assert vm.lastNumber != "", "the number stays until it can have been read"
    ready(window, "dismissLast")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert vm.lastNumber == ""


def focused(window: QQuickWindow) -> str:
    item = window.activeFocusItem()
    return item.objectName() if item is not None else ""


def test_an_advisor_sees_which_table_the_keys_have_reached(site: Site, keep: Keep) -> None:
    table = new_table(site, counter="")
    window = keep(table.station).window
    settled(window)
    key(window, Qt.Key.Key_Down)
    item = window.activeFocusItem()
    assert item is not None
    assert (item.objectName(), item.property("visualFocus")) == ("counter-2", True)


def test_an_advisor_who_sat_down_at_the_wrong_table_can_leave_it_as_it_is(table: Table) -> None:
    touch(table.station.window, "leaveCounter")
    assert table.vm.stage == "choose"
    assert "4" in table.hub.floor.shifts


# ----- the advisor's day


def stage_is(table: Table, stage: str) -> None:
    wait_until(lambda: table.vm.stage == stage, f"the stage {stage}")
    ready(table.station.window, "primaryAction")


def test_a_call_made_by_mistake_is_undone_by_one_key(table: Table) -> None:
    window = table.station.window
    waiting = table.vm.waiting
    touch(window, "primaryAction")
    stage_is(table, "called")
    ready(window, "undo")
    key(window, Qt.Key.Key_F7)
    stage_is(table, "free")
    assert table.vm.waiting == waiting


def test_undoing_is_no_longer_offered_when_the_visitor_is_on_the_way(table: Table) -> None:
    touch(table.station.window, "primaryAction")
    stage_is(table, "called")
    table.hub.now += timedelta(seconds=21)
    table.vm.tick()
    wait_until(lambda: shown(table.station.window, "undo") is None, "the offer to go")


def test_a_break_is_taken_and_ended_by_the_same_key(table: Table) -> None:
    window = table.station.window
    ready(window, "pause")
    key(window, Qt.Key.Key_F8)
    stage_is(table, "break")
    assert "En pause" in [text.property("text") for text in texts(window)]
    key(window, Qt.Key.Key_F8)
    stage_is(table, "free")


def test_calling_from_a_break_ends_it(table: Table) -> None:
    table.hub.do(c.TakeBreak("4"))
    stage_is(table, "break")
    touch(table.station.window, "callNow")
    stage_is(table, "called")
    assert table.hub.floor.shifts["4"].away_since is None


def test_a_shift_whose_time_is_up_is_opened_again_by_the_large_action(table: Table) -> None:
    soon = table.hub.now + timedelta(minutes=5)
    table.hub.do(c.OpenShift("4", ("emploi",), (), ("fr",), soon))
    table.hub.now += timedelta(minutes=6)
    table.vm.tick()
    stage_is(table, "over")
    assert "La permanence s’est terminée à 14 h 57." in [t.property("text") for t in texts(table.station.window)]
    key(table.station.window, Qt.Key.Key_F2)
    stage_is(table, "free")


@pytest.mark.parametrize(("waiting", "pressed"), [(1, Qt.Key.Key_F3), (1, Qt.Key.Key_F2), (3, Qt.Key.Key_F3)])
def test_an_interview_ends_by_its_key_whoever_waits(site: Site, keep: Keep, waiting: int, pressed: Qt.Key) -> None:
    table = new_table(site, waiting=waiting)
    keep(table.station)
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    stage_is(table, "receiving")
    key(table.station.window, pressed)
    wait_until(lambda: table.vm.stage == "free", "the table to be free")


def test_a_visitor_is_handed_over_by_keys_alone(table: Table) -> None:
    window = table.station.window
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    ready(window, "handOver")
    key(window, Qt.Key.Key_F6)
    wait_until(lambda: focused(window) == "choice-reception", "the first theme to have the keyboard")
    key(window, Qt.Key.Key_Down)
    wait_until(lambda: focused(window) == "choice-orientation", "the second theme to have the keyboard")
    key(window, Qt.Key.Key_F2)
    assert table.vm.stage == "called", "what lies under an open question does not hear its key"
    key(window, Qt.Key.Key_Return)
    stage_is(table, "free")
    (ticket,) = [each for each in table.hub.floor.waiting() if each.theme == "orientation"]
    assert ticket.number == 42


def test_leaving_the_question_changes_nothing_and_brings_the_keyboard_back(table: Table) -> None:
    window = table.station.window
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    touch(window, "handOver")
    key(window, Qt.Key.Key_Escape)
    wait_until(lambda: focused(window) == "primaryAction", "the large action to have the keyboard")
    assert (table.vm.stage, shown(window, "choiceSheet")) == ("called", None)


def test_of_several_visitors_the_absent_one_is_named(site: Site, keep: Keep) -> None:
    table = new_table(site)
    window = keep(table.station).window
    tickets = [ticket.id for ticket in table.hub.floor.waiting()]
    table.open_shift(c.CallTogether("4", tuple(tickets)))
    stage_is(table, "called")
    touch(window, "noShow")
    key(window, Qt.Key.Key_2)
    wait_until(lambda: table.vm.othersText == "avec le 44", "the second to be away")
    assert table.hub.floor.tickets[tickets[1]].state is TicketState.ABSENT


def test_a_refused_hand_over_is_told_and_the_visitor_stays(table: Table) -> None:
    window = table.station.window
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    touch(window, "handOver")
    table.line.is_cut = True
    touch(window, "choice-formation")
    wait_until(lambda: shown(window, "notice") is not None, "the reason")
    assert table.vm.stage == "called"


# ----- reception's day


@pytest.fixture
def desk(site: Site, keep: Keep) -> Desk:
    """An afternoon at reception; two want to talk to it."""
    opened = new_desk(site)
    keep(opened.station)
    resize(opened.station, DESK)
    settled(opened.station.window)
    return opened


def words(desk: Desk) -> list[str]:
    return [str(text.property("text")) for text in texts(desk.station.window)]


def test_reception_sees_the_wait_of_each_visitor(desk: Desk) -> None:
    first = desk.hub.floor.waiting()[0]
    desk.hub.foresee(Outlook(desk.hub.now, {first.id: Band(30, 50)}))
    wait_until(lambda: "30 à 50\u00a0min" in words(desk), "the wait")


def test_reception_receives_at_its_own_desk_by_keys_alone(desk: Desk) -> None:
    window = desk.station.window
    own = desk.station.view_model.desk
    for pressed, stage in (
        (Qt.Key.Key_F2, "called"),
        (Qt.Key.Key_F7, "free"),
        (Qt.Key.Key_F2, "called"),
        (Qt.Key.Key_F4, "free"),
        (Qt.Key.Key_F2, "called"),
        (Qt.Key.Key_F2, "receiving"),
        (Qt.Key.Key_F2, "free"),
    ):
        ready(window, "deskAction")
        if pressed == Qt.Key.Key_F4:
            ready(window, "deskNoShow")
        if pressed == Qt.Key.Key_F7:
            ready(window, "deskUndo")
        key(window, pressed)
        wait_until(lambda stage=stage: own.stage == stage, f"the stage {stage}")  # type: ignore[misc]
    assert own.waiting == 0


def test_reception_hands_a_visitor_over_to_a_theme_under_the_same_number(desk: Desk) -> None:
    window = desk.station.window
    desk.hub.do(c.CallNext("accueil"))
    desk.hub.do(c.StartInterview("accueil"))
    number = desk.hub.floor.tickets_at("accueil")[0].number
    touch(window, "deskHandOver")
    wait_until(lambda: focused(window) == "handOver-orientation", "the first theme to have the keyboard")
    key(window, Qt.Key.Key_2)
    wait_until(lambda: "accueil" not in desk.hub.floor.at_counter, "the desk to be free")
    (moved,) = [each for each in desk.hub.floor.waiting() if each.number == number]
    assert moved.theme == "formation"


def test_reception_opens_its_desk_in_one_touch(desk: Desk) -> None:
    desk.hub.do(c.CloseShift("accueil"))
    wait_until(lambda: desk.station.view_model.desk.stage == "off", "the desk to be closed")
    touch(desk.station.window, "deskAction")
    assert desk.hub.floor.shifts["accueil"].themes == ("reception",)


def test_a_site_without_a_desk_has_no_card_for_it(site: Site, keep: Keep) -> None:
    window = keep(new_desk(replace(site, desk=None, rota=site.rota[:-1]), at_reception=0).station).window
    settled(window)
    assert shown(window, "deskAction") is None


def test_a_full_theme_is_asked_about_and_given_anyway_by_keys_alone(desk: Desk) -> None:
    window, vm = desk.station.window, desk.station.view_model
    fill(desk)
    key(window, Qt.Key.Key_N)
    wait_until(lambda: focused(window).startswith("issue-"), "the first theme to have the keyboard")
    key(window, Qt.Key.Key_2)
    wait_until(lambda: focused(window) == "notNow", "the question to have the keyboard")
    assert "Donner quand même un numéro\u00a0?" in words(desk)
    key(window, Qt.Key.Key_Right)
    wait_until(lambda: focused(window) == "issueAnyway", "the other answer to have the keyboard")
    key(window, Qt.Key.Key_Return)
    wait_until(lambda: vm.lastNumber != "", "the number")
    assert desk.hub.floor.waiting()[-1].theme == "formation"


def test_a_full_theme_may_be_refused_and_another_chosen(desk: Desk) -> None:
    window, vm = desk.station.window, desk.station.view_model
    fill(desk)
    given = desk.hub.floor.last_number
    touch(window, "newTicket")
    touch(window, "issue-formation")
    touch(window, "notNow")
    assert desk.hub.floor.last_number == given
    touch(window, "issue-reception")
    wait_until(lambda: vm.lastNumber == str(given + 1), "the number")


@pytest.mark.parametrize("role", ["advisor", "reception"])
def test_every_control_of_a_station_tells_screen_readers_what_it_is(site: Site, keep: Keep, role: str) -> None:
    if role == "advisor":
        table = new_table(site)
        table.open_shift(c.CallNext("4"))
        window = keep(table.station).window
    else:
        opened = new_desk(site)
        opened.hub.do(c.CallNext("accueil"))
        window = keep(opened.station).window
    settled(window)
    controls = [item for item in items(window) if item.inherits("QQuickAbstractButton")]
    assert len(controls) > 3
    for item in controls:
        told = QAccessible.queryAccessibleInterface(item)
        assert told.text(QAccessible.Text.Name), item.objectName()
        assert told.role() in (
            QAccessible.Role.Button,
            QAccessible.Role.ButtonMenu,
            QAccessible.Role.AlertMessage,
            QAccessible.Role.RadioButton,
        )


@pytest.mark.parametrize("size", [DESK, Size(1024, 768)], ids=str)
def test_no_text_of_a_wordy_reception_lies_over_another(site: Site, keep: Keep, size: Size) -> None:
    opened = new_desk(long_labels(site))
    window = keep(opened.station).window
    opened.hub.do(c.IssueTicket("class", "formation", "en", people=12, precedence=Precedence.PRIORITY))
    opened.hub.do(c.CallNext("accueil"))
    resize(opened.station, size)
    opened.station.view_model.tick()
    settled(window)
    ready(window, "deskUndo")
    whole = [item for item in texts(window) if is_whole(item)]
    boxes = [(item.property("text"), drawn(item)) for item in whole]
    assert len(boxes) > 40
    over = [
        (text, other)
        for at, (text, box) in enumerate(boxes)
        for other, beside in boxes[at + 1 :]
        if box.intersects(beside)
    ]
    assert over == []


def is_whole(item: QQuickItem) -> bool:
    """Whether nothing that clips, like a list that scrolls, hides a part of an item."""
    box, around = place(item), item.parentItem()
    while around is not None:
        if around.clip() and not place(around).contains(box):
            return False
        around = around.parentItem()
    return True


def drawn(text: QQuickItem) -> QRectF:
    """Where the letters of a text may be, less the room above and below them."""
    box = place(text)
    return box.adjusted(0, box.height() * 0.15, 0, -box.height() * 0.15)


@pytest.mark.parametrize(("opens", "row"), [(Qt.Key.Key_N, "issue-"), (Qt.Key.Key_F6, "handOver-")])
def test_the_arrows_walk_through_the_themes_of_a_panel(desk: Desk, opens: Qt.Key, row: str) -> None:
    window = desk.station.window
    desk.hub.do(c.CallNext("accueil"))
    wait_until(lambda: desk.station.view_model.desk.stage == "called", "the call")
    ready(window, "deskHandOver")
    key(window, opens)
    wait_until(lambda: focused(window) == row + "orientation", "the first theme to have the keyboard")
    key(window, Qt.Key.Key_Down)
    wait_until(lambda: focused(window) == row + "formation", "the second theme to have the keyboard")
    key(window, Qt.Key.Key_Up)
    wait_until(lambda: focused(window) == row + "orientation", "the first theme again")
