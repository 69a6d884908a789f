"""The advisor's whole day in the real window: by keys alone, in a strip, closed with a visitor at the table."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.domain.site import Site
from cdm_kiosk.station import station as stations
from cdm_kiosk.station.tray import Tray
from tests.qml.conftest import settled
from tests.tools.advisor_window import Table, new_table
from tests.tools.hub import CHECKOUT
from tests.tools.sizes import COMPACT, resize
from tests.tools.windows import items, key, ready, shown, touch, wait_until

Sit = Callable[..., Table]
LARGE_PX = 300


@pytest.fixture
def sit(site: Site) -> Iterator[Sit]:
    """Sits an advisor down at a table; takes what ``new_table`` takes."""
    tables: list[Table] = []

    def one(counter: str = "4", waiting: int = 3) -> Table:
        table = new_table(site, counter, waiting)
        tables.append(table)
        resize(table.station, COMPACT)
        settled(table.station.window)
        return table

    yield one
    for table in tables:
        table.station.close()


@pytest.fixture
def table(sit: Sit) -> Table:
    """A free table with three people waiting."""
    opened = sit()
    opened.open_shift()
    stage_is(opened, "free")
    return opened


def stage_is(table: Table, stage: str) -> None:
    wait_until(lambda: table.vm.stage == stage, f"the stage {stage}")
    ready(table.station.window, "primaryAction")


def press(table: Table, *pressed: Qt.Key | str) -> None:
    """Press keys one after the other, each when the window can take it."""
    window = table.station.window
    for each in pressed:
        wait_until(lambda: not window.property("busy"), "the window to be at rest")
        key(window, Qt.Key(ord(each)) if isinstance(each, str) else each)


def with_control(table: Table, pressed: Qt.Key) -> None:
    window = table.station.window
    window.requestActivate()
    wait_until(window.isActive, "the window to be active")
    QTest.keyClick(window, pressed, Qt.KeyboardModifier.ControlModifier)


def focused(table: Table) -> str:
    item = table.station.window.activeFocusItem()
    return item.objectName() if item is not None else ""


def texts(window: QQuickWindow) -> list[str]:
    return [str(each.property("text")) for each in items(window) if each.inherits("QQuickText")]


def test_a_whole_day_is_run_by_keys_alone(sit: Sit) -> None:
    table = sit(counter="", waiting=9)
    hub, window = table.hub, table.station.window
    hub.now = hub.floor.latest
    f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12 = (Qt.Key(Qt.Key.Key_F1 + at) for at in range(12))
    enter = Qt.Key.Key_Return

    # Sit down at table 4, and open its shift with one theme changed.
    press(table, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    wait_until(lambda: focused(table) == "counter-4", "the keys to reach table 4")
    press(table, enter)
    wait_until(lambda: table.vm.stage == "off", "the table")
    while focused(table) != "themeChoice-emploi":
        key(window, Qt.Key.Key_Tab)
    press(table, enter)
    assert table.vm.canOpen
    press(table, f2)
    stage_is(table, "free")
    assert hub.floor.shifts["4"].themes == ("emploi",)

    # A call made by mistake; then one who does not come.
    press(table, f2)
    stage_is(table, "called")
    press(table, f7)
    stage_is(table, "free")
    press(table, f2)
    stage_is(table, "called")
    press(table, f5)
    wait_until(lambda: table.vm.recalls == 1, "the call to be repeated")
    press(table, f4)
    stage_is(table, "free")

    # One who looks for a paper meanwhile, and comes back.
    press(table, f2)
    stage_is(table, "called")
    press(table, f2)
    stage_is(table, "receiving")
    press(table, f11)
    wait_until(lambda: focused(table) == "choice-5", "the first of the times")
    press(table, "2")
    stage_is(table, "free")
    assert table.vm.parkedText == "Reprendre le 43"
    press(table, f11)
    stage_is(table, "called")
    assert table.vm.number == "43"

    # Help from reception, asked for and taken back.
    press(table, f2)
    stage_is(table, "receiving")
    press(table, f12)
    wait_until(lambda: table.vm.helpAsked, "reception to know")
    ready(window, "endHelp")
    press(table, f12)
    wait_until(lambda: not table.vm.helpAsked, "reception to know that it need not come")

    # Finish and call the next, who is for a theme of another table.
    press(table, f2)
    stage_is(table, "called")
    assert table.vm.number == "44"
    press(table, f2)
    stage_is(table, "receiving")
    press(table, f6)
    wait_until(lambda: focused(table) == "choice-reception", "the first theme")
    press(table, "3")
    stage_is(table, "free")

    # The next is for one table and no other.
    press(table, f2)
    stage_is(table, "called")
    press(table, f6)
    wait_until(lambda: focused(table) == "choice-reception", "the first theme")
    press(table, "0")
    wait_until(lambda: focused(table) == "choice-1", "the first table")
    press(table, Qt.Key.Key_Down, enter)
    stage_is(table, "free")
    assert [each.for_counter for each in hub.floor.waiting() if each.number == 45] == ["2"]

    # Too late to undo: back in line.
    press(table, f2)
    stage_is(table, "called")
    hub.now += timedelta(seconds=30)
    table.vm.tick()
    ready(window, "backInLine")
    press(table, f7)
    stage_is(table, "free")

    # A break, and what can be done beside all this.
    press(table, f8)
    stage_is(table, "break")
    press(table, f8)
    stage_is(table, "free")
    press(table, f1)
    wait_until(lambda: shown(window, "keysSheet"), "the list of keys")
    press(table, f1)
    wait_until(lambda: shown(window, "keysSheet") is None, "the list of keys to go")
    press(table, f10)
    wait_until(lambda: focused(table).startswith("choice-"), "the other actions")
    press(table, Qt.Key.Key_Escape)
    wait_until(lambda: focused(table) == "primaryAction", "the large action to have the keyboard")

    # The last one is finished without a next; then the day ends.
    press(table, f2)
    stage_is(table, "called")
    press(table, f2)
    stage_is(table, "receiving")
    press(table, f3)
    stage_is(table, "free")
    press(table, f9)
    wait_until(lambda: focused(table).startswith("choice-"), "the question")
    assert table.vm.stage == "free"
    press(table, Qt.Key.Key_1)
    wait_until(lambda: table.vm.stage == "off", "the shift to be closed")
    states = [ticket.state for ticket in hub.floor.tickets.values()]
    assert (states.count(TicketState.DONE), states.count(TicketState.ABSENT)) == (2, 1)


# ----- calm


SCENES: dict[str, tuple[str, tuple[c.Command, ...]]] = {
    "free": ("free", ()),
    "somebody aside": ("free", (c.CallNext("4"), c.Park("4", 10))),
    "called": ("called", (c.CallNext("4"),)),
    "receiving": ("receiving", (c.CallNext("4"), c.StartInterview("4"))),
    "break": ("break", (c.TakeBreak("4"),)),
}
FOOT = {"leaveCounter", "more"}


def play(table: Table, scene: str) -> None:
    stage, acts = SCENES[scene]
    for act in acts:
        table.hub.do(act)
    stage_is(table, stage)
    settled(table.station.window)


@pytest.mark.parametrize("scene", SCENES)
def test_one_large_action_and_at_most_four_small_ones_are_in_sight(table: Table, scene: str) -> None:
    play(table, scene)
    window = table.station.window
    small = {each.objectName() for each in buttons(window)} - {"primaryAction"} - FOOT
    assert 0 < len(small) <= 4
    large = shown(window, "primaryAction")
    assert large is not None
    assert large.width() > LARGE_PX


def buttons(window: QQuickWindow) -> list[QQuickItem]:
    return [each for each in items(window) if each.inherits("QQuickAbstractButton")]


@pytest.mark.parametrize("scene", SCENES)
def test_whatever_is_not_in_sight_is_among_the_others_once(table: Table, scene: str) -> None:
    play(table, scene)
    window = table.station.window
    in_sight = {each.objectName() for each in buttons(window)}
    touch(window, "more")
    wait_until(lambda: shown(window, "choiceSheet"), "the sheet")
    offered = [
        each.objectName().removeprefix("choice-") for each in buttons(window) if "choice-" in each.objectName()
    ]
    assert len(offered) == len(set(offered))
    assert not in_sight & set(offered)
    assert {"compact", "onTop", "keys"} <= set(offered)


def test_every_row_of_every_sheet_tells_screen_readers_what_it_is(table: Table) -> None:
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    window = table.station.window
    for opens in (Qt.Key.Key_F1, Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_F11):
        press(table, opens)
        wait_until(lambda: window.property("asking"), "the question")
        rows = [each for each in buttons(window) if each.isEnabled()]
        assert rows
        for each in rows:
            told = QAccessible.queryAccessibleInterface(each)
            assert told.text(QAccessible.Text.Name)
            assert told.role() is QAccessible.Role.Button
        press(table, Qt.Key.Key_Escape)
        wait_until(lambda: not window.property("asking"), "the question to be gone")


def test_the_title_says_how_many_wait(table: Table) -> None:
    wait_until(lambda: table.station.window.title() == "(3) Table 4", "the count")
    for ticket in table.hub.floor.waiting():
        table.hub.do(c.Withdraw(ticket.id))
    wait_until(lambda: table.station.window.title() == "Table 4", "the count to go")


def test_a_free_table_with_nobody_in_front_of_it_calls_no_window_forward(table: Table) -> None:
    window = table.station.window
    tray = Tray(table.vm, window, table.station.engine)
    other = QQuickWindow()
    other.show()
    other.requestActivate()
    wait_until(other.isActive, "another program to have the keyboard")
    for ticket in table.hub.floor.waiting():
        table.hub.do(c.Withdraw(ticket.id))
    wait_until(lambda: table.vm.waiting == 0, "nobody to wait")
    table.hub.issue("emploi")
    wait_until(lambda: window.title() == "(1) Table 4", "the count")
    assert other.isActive()
    assert not tray.is_shown, "this platform has no tray"
    other.destroy()


# ----- the strip


def test_the_window_becomes_a_strip_and_grows_again_for_a_question(table: Table) -> None:
    window = table.station.window
    with_control(table, Qt.Key.Key_M)
    wait_until(lambda: window.height() < 200, "the strip")
    assert (window.width(), table.vm.habits.compact) == (360, True)
    assert {"strip", "primaryAction", "stripWaiting"} <= {each.objectName() for each in items(window)}
    press(table, Qt.Key.Key_F2)
    stage_is(table, "called")
    number = shown(window, "stripNumber")
    assert number is not None
    assert number.property("text") == "42"
    wait_until(lambda: not window.property("busy"), "the window to be at rest")
    press(table, Qt.Key.Key_F6)
    wait_until(lambda: window.height() == 640 and shown(window, "choiceSheet"), "the question to have its room")
    press(table, "2")
    stage_is(table, "free")
    wait_until(lambda: window.height() < 200, "the strip again")
    touch(window, "enlarge")
    wait_until(lambda: window.height() == 640, "the whole window")
    wait_until(lambda: focused(table) == "primaryAction", "the large action to have the keyboard")


def test_a_strip_offers_all_that_the_window_does(table: Table) -> None:
    window = table.station.window
    table.vm.habits.setCompact(True)
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    touch(window, "more")
    wait_until(lambda: shown(window, "choice-noShow"), "the other actions")
    assert {"choice-recall", "choice-undo", "choice-handOver", "choice-park"} <= {
        each.objectName() for each in buttons(window)
    }
    touch(window, "choice-noShow")
    stage_is(table, "free")


def test_no_shift_is_opened_in_a_strip(table: Table) -> None:
    table.vm.habits.setCompact(True)
    wait_until(lambda: table.station.window.height() < 200, "the strip")
    table.hub.do(c.CloseShift("4"))
    wait_until(lambda: table.station.window.height() == 640, "room for the choices")


def test_the_window_stays_above_the_others_when_asked_to(table: Table) -> None:
    window = table.station.window
    on_top = Qt.WindowType.WindowStaysOnTopHint
    assert not window.flags() & on_top
    with_control(table, Qt.Key.Key_T)
    wait_until(lambda: window.flags() & on_top, "the window to be on top")
    assert table.vm.habits.onTop
    assert window.isVisible()
    with_control(table, Qt.Key.Key_T)
    wait_until(lambda: not window.flags() & on_top, "the window to be one among others")


# ----- closed with a visitor at the table


def test_closing_with_a_visitor_at_the_table_asks_once(table: Table) -> None:
    window = table.station.window
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    assert not window.close()
    assert "Une personne est encore à votre table" in texts(window)
    press(table, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.close(), "the answer was no: it asks again"
    assert window.close()
    assert not window.isVisible()


def test_the_question_is_answered_by_one_key(table: Table) -> None:
    window = table.station.window
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    window.close()
    wait_until(lambda: focused(table) == "choice-leave", "the answer to have the keyboard")
    press(table, Qt.Key.Key_Return)
    wait_until(lambda: not window.isVisible(), "the window to be closed")
    assert table.hub.floor.ticket_at("4") is not None


def test_a_free_table_is_closed_without_a_question(table: Table) -> None:
    assert table.station.window.close()


def test_the_end_of_the_session_is_not_held_up_by_a_visitor(table: Table) -> None:
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    app = stations.application("test")
    # A session manager asks each program to be ready, then ends it by a signal.
    QTimer.singleShot(0, app, lambda: os.kill(os.getpid(), signal.SIGTERM))
    held_up = QTimer(app)
    held_up.setSingleShot(True)
    held_up.timeout.connect(lambda: app.exit(1))
    held_up.start(5_000)
    with stations.signals_quit(app):
        assert app.exec() == 0
    held_up.stop()


# ----- asleep


def test_a_station_that_has_slept_looks_again_at_once(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[QObject] = []
    monkeypatch.setattr(table.line, "look_again", lambda: looked.append(table.line))
    table.station._notice_sleep()
    assert looked == []
    table.station._looked_at -= 3_600
    table.station._notice_sleep()
    table.station._notice_sleep()
    assert looked == [table.line]


def test_a_lost_line_is_said_and_the_visitor_stays_in_sight(table: Table) -> None:
    window = table.station.window
    table.hub.do(c.CallNext("4"))
    stage_is(table, "called")
    table.line.lose()
    wait_until(lambda: shown(window, "lost"), "the words")
    number = shown(window, "number")
    assert number is not None
    assert number.property("text") == "42"
    table.line.start()
    wait_until(lambda: shown(window, "lost") is None, "the words to go")
    QCoreApplication.processEvents()
    assert table.vm.notice == ""


# ----- the desktop's tray

DESKTOP = ("xvfb-run", "dbus-run-session")


@pytest.mark.skipif(not all(map(shutil.which, DESKTOP)), reason="no display and bus of its own to be had here")
def test_a_desktop_with_a_tray_shows_the_mark_and_one_quiet_notice() -> None:
    command = ["xvfb-run", "-a", "dbus-run-session", sys.executable, "-m", "tests.tools.tray_desktop"]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    told = ended.stdout.splitlines()
    assert told == ["a mark", "a notice of urgency 0: Table 4: Une personne attend"], ended.stderr


def test_two_lines_about_a_table_stay_within_its_card(site: Site) -> None:
    table = new_table(site, "")
    try:
        table.vm.habits.sit_at("1")
        table.vm.tick()
        table.station.window.resize(300, 520)
        settled(table.station.window)
        card = ready(table.station.window, "counter-1")
        words = [
            item for item in items(table.station.window) if item.inherits("QQuickText") and is_below(item, card)
        ]
        assert any("la dernière fois" in str(item.property("text")) for item in words)
        for item in words:
            top, bottom = (item.mapToItem(card, QPointF(0, y)).y() for y in (0.0, item.height()))
            assert top >= 0
            assert bottom <= card.height()
    finally:
        table.station.close()


def is_below(item: QQuickItem | None, card: QQuickItem) -> bool:
    while item is not None and item is not card:
        item = item.parentItem()
    return item is card
