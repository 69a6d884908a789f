"""The advisor's whole day, as the view model sees it through the rules of the house."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings

from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.floor import TicketState
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.advisor.habits import Habits
from tests.tools.fake_hub import FakeHub, FakeLine, dispose


class Table:
    """A table of the sample site with a hub that answers at once."""

    def __init__(self, site: Site, counter: str = "2") -> None:
        self.day = FakeHub(site)
        self.day.open_day()
        self.habits = Habits()
        self.sit(counter)

    def sit(self, counter: str) -> None:
        """Start the station."""
        self.line: FakeLine = self.day.line("advisor")
        self.mirror = StaffMirror(self.line)
        self.told: list[str] = []
        self._vm = AdvisorViewModel(self.mirror, self.line, self.line.orders, counter, self.day.clock, self.habits)
        self._vm.somebodyWaits.connect(lambda: self.told.append(self._vm.stage))
        self.line.start()

    def leave(self) -> None:
        """Close the station, whoever is at the table."""
        self.line.is_deaf = True
        dispose(self._vm, self.mirror, self.line)

    @property
    def vm(self) -> AdvisorViewModel:
        """The view model, once it shows what it has heard."""
        QCoreApplication.processEvents()
        return self._vm

    def waits(self, *tickets: str) -> list[TicketState]:
        return [self.day.floor.tickets[ticket].state for ticket in tickets]


@pytest.fixture
def table(site: Site, qapp: object) -> Iterator[Table]:
    opened = Table(site)
    yield opened
    opened.leave()


# ----- finish and call the next


def test_who_is_finished_makes_room_for_the_next_in_one_press(table: Table) -> None:
    first, second = table.day.issue(), table.day.issue()
    table.vm.callNext()
    table.vm.start()
    table.vm.finishAndCallNext()
    assert (table.vm.stage, table.vm.number, table.vm.notice) == ("called", "2", "")
    assert table.waits(first, second) == [TicketState.DONE, TicketState.CALLED]


def test_where_nobody_waits_any_more_finishing_is_all(table: Table) -> None:
    table.day.issue()
    table.vm.callNext()
    table.vm.start()
    table.vm.finishAndCallNext()
    assert (table.vm.stage, table.vm.notice, table.vm.busy) == ("free", "", False)


@pytest.mark.parametrize("feed", ["before the answers", "between them", "after them"])
def test_a_call_that_fails_after_the_finish_leaves_a_clear_state(table: Table, feed: str) -> None:
    table.day.issue()
    table.day.issue()
    table.vm.callNext()
    table.vm.start()
    assert table.vm.stage == "receiving"
    table.line.is_slow = True
    table.vm.finishAndCallNext()
    for step in ("before the answers", "between them", "after them"):
        if step == feed:
            table.day.do(c.FinishInterview("2"))
        if step != "after them":
            table.line.answer(200 if step == "before the answers" else 0)
    assert table.vm.stage == "free"
    assert table.vm.notice.startswith("Entretien terminé, personne n’est appelé. Le serveur n’a pas répondu.")
    table.vm.tick()
    assert not table.vm.busy
    table.day.do(c.CallNext("2"))
    assert (table.vm.number, table.vm.notice) == ("2", "")


# ----- aside, elsewhere, back


def test_who_is_asked_to_wait_aside_frees_the_table_and_is_taken_back_by_one_press(table: Table) -> None:
    aside, other = table.day.issue(), table.day.issue()
    table.vm.callNext()
    table.vm.start()
    table.vm.park(10)
    assert (table.vm.stage, table.vm.parkedText) == ("free", "Reprendre le 1")
    assert table.day.floor.tickets[aside].until == table.day.now + timedelta(minutes=10)
    table.vm.takeBack("")
    assert (table.vm.stage, table.vm.number, table.vm.parkedText) == ("called", "1", "")
    assert table.waits(aside, other) == [TicketState.CALLED, TicketState.WAITING]


def test_of_several_who_wait_aside_one_is_chosen(table: Table) -> None:
    tickets = [table.day.issue() for _ in range(2)]
    for _ in tickets:
        table.vm.callNext()
        table.vm.park(15)
        assert table.vm.stage == "free"
    assert table.vm.parkedText == "Reprendre…"
    assert [row.label for row in table.vm.parked.rows] == ["Numéro 1", "Numéro 2"]
    table.vm.takeBack(tickets[1])
    assert (table.vm.number, table.vm.parkedText) == ("2", "Reprendre le 1")


def test_who_was_parked_elsewhere_is_not_offered_here(table: Table) -> None:
    table.day.issue()
    table.day.do(c.CallNext("1"))
    table.day.do(c.Park("1", 15))
    assert table.vm.parkedText == ""


def test_a_visitor_is_handed_over_to_one_of_the_counters_where_somebody_receives(table: Table) -> None:
    ticket = table.day.issue()
    table.vm.callNext()
    table.vm.start()
    assert [row.label for row in table.vm.otherCounters.rows] == ["Table 1", "Table 3", "Accueil"]
    table.vm.handOverTo("3")
    assert table.vm.stage == "free"
    moved = table.day.floor.tickets[ticket]
    assert (moved.state, moved.theme, moved.for_counter) == (TicketState.WAITING, "emploi", "3")


def test_too_late_to_undo_a_call_the_visitor_goes_back_in_line_before_those_who_came_later(table: Table) -> None:
    first = table.day.issue(minutes_ago=12)
    table.day.issue(minutes_ago=9)
    table.vm.callNext()
    table.day.now += timedelta(seconds=table.day.floor.site.manners.undo_s + 1)
    table.vm.tick()
    assert not table.vm.canUndo
    table.vm.backInLine("")
    assert (table.vm.stage, table.vm.waiting) == ("free", 2)
    assert [each.number for each in table.day.floor.waiting()] == [1, 2]
    assert table.day.floor.tickets[first].theme == "emploi"


def test_of_several_who_were_called_one_goes_back_in_line(table: Table) -> None:
    tickets = tuple(table.day.issue() for _ in range(3))
    table.day.do(c.CallTogether("2", tickets))
    assert table.vm.stage == "called"
    table.vm.backInLine(tickets[1])
    assert (table.vm.number, table.vm.othersText) == ("1", "avec le 3")
    assert table.waits(*tickets) == [TicketState.CALLED, TicketState.WAITING, TicketState.CALLED]


# ----- help


def test_an_advisor_asks_for_reception_sees_that_it_knows_and_can_take_it_back(table: Table) -> None:
    assert not table.vm.helpAsked
    table.vm.askHelp()
    assert table.vm.helpAsked
    assert set(table.day.floor.front.help) == {"2"}
    table.vm.endHelp()
    assert not table.vm.helpAsked


def test_reception_that_came_is_no_longer_called(table: Table) -> None:
    table.vm.askHelp()
    table.day.do(c.EndHelp("2"))
    assert (table.vm.helpAsked, table.vm.notice) == (False, "")


# ----- somebody waits for an idle table


def test_a_free_table_is_told_once_that_somebody_has_come(table: Table) -> None:
    assert (table.vm.stage, table.told) == ("free", [])
    table.day.issue()
    assert (table.vm.waiting, table.told) == (1, ["free"])
    table.day.issue()
    assert (table.vm.waiting, table.told) == (2, ["free"])


def test_nobody_is_told_of_a_visitor_while_receiving_or_on_a_break(table: Table) -> None:
    table.day.do(c.TakeBreak("2"))
    assert table.vm.stage == "break"
    table.day.issue()
    assert (table.vm.waiting, table.told) == (1, [])
    table.vm.callNext()
    table.day.issue()
    table.vm.start()
    table.vm.finish()
    assert (table.vm.stage, table.vm.waiting, table.told) == ("free", 1, [])


# ----- closed, asleep, cut off


def test_a_station_that_was_closed_with_a_visitor_at_the_table_resumes_there(table: Table) -> None:
    table.vm.chooseCounter("3")
    table.day.issue("formation")
    table.vm.callNext()
    table.vm.start()
    assert table.vm.stage == "receiving"
    table.leave()
    table.sit("")
    assert (table.vm.stage, table.vm.counterId, table.vm.number) == ("receiving", "3", "1")
    assert table.vm.notice == "Vous reprenez où vous en étiez : le 1 est encore à votre table."
    table.vm.finish()
    assert (table.vm.stage, table.vm.notice) == ("free", "")


def test_a_station_whose_table_is_free_only_proposes_the_one_where_it_was(table: Table) -> None:
    table.vm.chooseCounter("3")
    table.leave()
    table.sit("")
    assert (table.vm.stage, table.vm.notice) == ("choose", "")
    assert [row.label for row in table.vm.counters.rows if row.last] == ["Table 3"]


def test_a_counter_that_no_longer_exists_is_not_resumed(table: Table) -> None:
    table.habits.sit_at("nowhere")
    table.leave()
    table.sit("")
    assert table.vm.stage == "choose"


def test_back_after_a_cut_the_station_says_so_only_if_its_table_has_changed(table: Table) -> None:
    table.day.issue()
    table.vm.callNext()
    assert table.vm.stage == "called"
    table.line.lose()
    assert not table.vm.connected
    table.line.start()
    assert (table.vm.connected, table.vm.notice) == (True, "")
    table.line.is_deaf = True
    table.line.lose()
    assert not table.vm.connected
    table.day.do(c.MarkNoShow("2"))
    table.line.is_deaf = False
    table.line.start()
    assert (table.vm.stage, table.vm.notice) == ("free", "Connexion rétablie. Cette table a changé entre-temps.")


# ----- what the station remembers


def test_a_station_remembers_its_window_and_its_table_and_nothing_else(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "advisor.ini"

    def remembered() -> Habits:
        return Habits(QSettings(str(file), QSettings.Format.IniFormat))

    first = remembered()
    assert (first.counter, first.compact, first.onTop) == ("", False, False)
    first.sit_at("4")
    first.setCompact(True)
    first.setOnTop(True)
    dispose(first)
    QCoreApplication.processEvents()
    again = remembered()
    assert (again.counter, again.compact, again.onTop) == ("4", True, True)
    again.setOnTop(False)
    assert not remembered().onTop
    words = {line for line in file.read_text().split() if "=" in line}
    assert {word.partition("=")[0] for word in words} == {"counter", "compact", "on_top"}


def test_a_spoilt_file_is_read_as_a_first_start(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "advisor.ini"
    file.write_bytes(b"[window\x00\xff\ncompact=perhaps\n\n=%%%\n")
    habits = Habits(QSettings(str(file), QSettings.Format.IniFormat))
    assert (habits.counter, habits.compact, habits.onTop) == ("", False, False)
