"""The administration with a hub within reach: the PIN, the check as it is typed, two people at once."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.config import open_site
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels import site_draft as drafts
from cdm_kiosk.viewmodels.administration import AdministrationViewModel
from tests.tools.fake_administration import AdministrationLine, FakeAdministration
from tests.tools.fake_hub import NOW, FakeHub, dispose
from tests.tools.hub import DEMO_SITE

PIN = "2468"


@pytest.fixture
def hub() -> FakeAdministration:
    return FakeAdministration(json.loads(json.dumps(dict(open_site(DEMO_SITE).content))), PIN)


@pytest.fixture
def line(qtbot: QtBot, site: Site, hub: FakeAdministration) -> AdministrationLine:
    line = AdministrationLine(FakeHub(site), hub)
    line.start()
    return line


@pytest.fixture
def closed(line: AdministrationLine) -> Iterator[AdministrationViewModel]:
    vm = AdministrationViewModel(line, lambda name: f"file:{name}", ["emploi", "inconnu"], lambda: NOW)
    yield vm
    dispose(vm, line)


@pytest.fixture
def vm(closed: AdministrationViewModel) -> AdministrationViewModel:
    """The administration with its door open."""
    closed.open()
    closed.enterPin(PIN)
    assert closed.stage == "editing"
    return closed


def saved(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    qtbot.waitUntil(lambda: bool(vm.canSave))
    vm.save()


def test_the_first_time_a_pin_is_chosen_by_typing_it_twice(
    closed: AdministrationViewModel, hub: FakeAdministration
) -> None:
    hub.pin = ""
    closed.open()
    assert closed.stage == "choose_pin"
    closed.enterPin("12")
    assert "4 à 12 chiffres" in closed.pinNotice
    closed.enterPin("1357")
    assert closed.choosingAgain
    closed.enterPin("1358")
    assert not closed.choosingAgain
    assert "diffèrent" in closed.pinNotice
    closed.enterPin("1357")
    closed.enterPin("1357")
    assert hub.pin == "1357"
    assert closed.stage == "editing"


def test_where_no_pin_was_chosen_yet_the_one_typed_is_asked_for_again(
    closed: AdministrationViewModel, line: AdministrationLine, hub: FakeAdministration
) -> None:
    line.is_slow = True
    closed.open()
    line.answer(401, {"code": "pin_needed"})
    hub.pin = ""
    line.is_slow = False
    closed.enterPin("1357")
    assert (closed.stage, closed.choosingAgain) == ("choose_pin", True)
    closed.enterPin("1357")
    assert (hub.pin, closed.stage) == ("1357", "editing")


def test_after_a_wrong_pin_the_delay_counts_down(closed: AdministrationViewModel, hub: FakeAdministration) -> None:
    closed.open()
    closed.enterPin("0000")
    closed.tick()
    closed.enterPin("0000")
    assert closed.retryS == 2
    closed.enterPin(PIN)
    assert closed.stage == "pin", "nothing is tried before the delay is over"
    assert hub.wrong == 2
    closed.tick()
    assert "1 s" in closed.pinNotice
    closed.tick()
    assert closed.pinNotice == ""
    closed.enterPin(PIN)
    assert closed.stage == "editing"


def test_who_closes_and_opens_again_types_the_pin(vm: AdministrationViewModel) -> None:
    vm.close()
    assert vm.stage == "closed"
    vm.open()
    assert vm.stage == "pin"


def test_a_wrong_pin_is_not_forgiven_by_closing(closed: AdministrationViewModel) -> None:
    closed.open()
    for _ in range(2):
        closed.enterPin("0000")
        closed.tick()
    closed.close()
    closed.open()
    assert closed.retryS == 1


def test_a_sound_change_is_saved_and_told(
    qtbot: QtBot, vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    assert not vm.canSave
    vm.setText("themes.0.label.fr", "S’orienter")
    assert vm.dirty
    assert not vm.canSave, "not before the check has answered"
    saved(qtbot, vm)
    assert hub.content["themes"][0]["label"]["fr"] == "S’orienter"
    assert not vm.dirty
    assert "enregistré" in vm.notice


def test_a_fault_is_shown_at_its_field_and_keeps_from_saving(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    vm.setNumber("themes.2.interview_min", "0")
    qtbot.waitUntil(lambda: vm.faultCount == 1)
    assert vm.faults == {"themes.2.interview_min": "De 1 à 480 minutes."}
    assert not vm.canSave
    assert [row.faults for row in vm.sections.rows if row.section_id == "themes"] == [1]
    vm.goToFault()
    assert (vm.section, vm.selected) == ("themes", "themes.2")
    vm.undo()
    qtbot.waitUntil(lambda: vm.faultCount == 0)
    assert not vm.dirty


def test_an_answer_about_an_earlier_draft_is_not_believed(
    qtbot: QtBot, vm: AdministrationViewModel, line: AdministrationLine
) -> None:
    line.is_slow = True
    vm.setText("name", "")
    qtbot.waitUntil(lambda: len(line.held) == 1)
    vm.setText("name", "Maison")
    qtbot.waitUntil(lambda: len(line.held) == 2)
    line.answer(200, {"faults": [["name", "is missing"]], "advice": []})
    assert vm.faultCount == 0
    line.answer(200, {"faults": [], "advice": []})
    assert vm.canSave


def test_typing_on_is_one_step_to_undo(vm: AdministrationViewModel) -> None:
    for text in ("M", "Ma", "Maison"):
        vm.setText("name", text)
    vm.setNumber("overflow_after_min", "5")
    vm.undo()
    assert vm.siteName == "Maison"
    vm.undo()
    assert vm.siteName == "Cité des métiers"
    vm.redo()
    assert vm.siteName == "Maison"


def test_of_two_receptions_the_second_is_told_and_both_changes_stay(
    qtbot: QtBot, vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    vm.setText("themes.0.label.en", "Mine")
    hub.put_by_another(drafts.with_text(hub.content, "themes.0.label.fr", "La leur"))
    saved(qtbot, vm)
    assert vm.conflict
    assert "La leur" in vm.conflicts.rows[0].text
    assert hub.content["themes"][0]["label"]["en"] == "Choose my path"
    vm.putOnTop()
    assert not vm.conflict
    saved(qtbot, vm)
    assert hub.content["themes"][0]["label"] == {"fr": "La leur", "en": "Mine", "es": "Elegir mi orientación"}


def test_who_looks_again_can_have_the_own_draft_back(
    qtbot: QtBot, vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    vm.setText("name", "La mienne")
    hub.put_by_another(drafts.with_text(hub.content, "name", "La leur"))
    saved(qtbot, vm)
    vm.lookAgain()
    assert (vm.siteName, vm.dirty) == ("La leur", False)
    vm.undo()
    assert vm.siteName == "La mienne"


def test_a_session_that_ended_asks_for_the_pin_and_keeps_the_draft(
    qtbot: QtBot, vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    hub.is_session_open = False
    vm.setText("name", "Maison")
    qtbot.waitUntil(lambda: vm.stage == "pin")
    vm.enterPin(PIN)
    assert (vm.stage, vm.siteName) == ("editing", "Maison")
    saved(qtbot, vm)
    assert hub.content["name"] == "Maison"


def test_what_somebody_waits_for_is_not_taken_away(
    qtbot: QtBot, vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    hub.in_use = True
    vm.removeEntry("themes.0")
    saved(qtbot, vm)
    assert "attend encore" in vm.notice
    assert vm.dirty


def test_a_lost_hub_is_said_and_the_draft_stays(
    qtbot: QtBot, vm: AdministrationViewModel, line: AdministrationLine
) -> None:
    vm.setText("name", "Maison")
    qtbot.waitUntil(lambda: bool(vm.canSave))
    line.is_cut = True
    vm.save()
    assert "n’a pas répondu" in vm.notice
    assert (vm.dirty, vm.busy) == (True, False)
    line.lose()
    assert not vm.canSave


def test_an_earlier_version_is_put_in_force_again(
    qtbot: QtBot, vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    vm.setText("name", "Maison")
    saved(qtbot, vm)
    vm.chooseSection("versions")
    assert [row.version for row in vm.versions.rows] == [0]
    assert "Maison" in vm.versions.rows[0].changes
    vm.restore(0)
    assert hub.content["name"] == vm.siteName == "Cité des métiers"
    assert [row.version for row in vm.versions.rows] == [1, 0]
    assert not vm.dirty


def test_a_week_is_planned_by_a_few_touches(
    qtbot: QtBot, vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    vm.chooseCell("4/monday")
    vm.addStretch(False)
    assert vm.stretchHours == "09:00-12:30"
    for theme in ("orientation", "emploi", "emploi"):
        vm.cycleTheme(theme)
    vm.toggleLanguage("es")
    vm.setStretchHours("9h-12h")
    vm.copyToDay("thursday")
    saved(qtbot, vm)
    planned = [shift for shift in hub.content["rota"] if shift["counter"] == "4"]
    assert planned == [
        {
            "counter": "4",
            "themes": ["formation", "evolution", "creation"],
            "overflow": ["orientation"],
            "languages": ["fr", "en"],
            "days": ["monday", "thursday"],
            "hours": ["09:00-12:00"],
        }
    ]


def test_two_permanences_at_once_are_shown_in_their_cell(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    vm.chooseCell("1/monday")
    vm.addStretch(False)
    qtbot.waitUntil(lambda: vm.faultCount == 1)
    assert "chevauchent" in vm.cellFaults
    assert ("1", "monday") in [(row.counter, row.day) for row in vm.cells.rows if row.faulty]


def test_a_cell_is_copied_to_another_table(vm: AdministrationViewModel) -> None:
    vm.copyCell("1/monday")
    vm.pasteCell("6/friday")
    texts = {row.cell_id: row.text for row in vm.cells.rows}
    assert texts["6/friday"] == texts["1/monday"] != ""
    vm.emptyCell("6/friday")
    assert {row.cell_id: row.empty for row in vm.cells.rows}["6/friday"]


def test_a_closure_is_written_with_its_dates_as_people_say_them(vm: AdministrationViewModel) -> None:
    vm.chooseSection("rota")
    vm.addEntry("exceptions")
    assert vm.values["exceptions.0.date"] == "23/11/2026"
    vm.setDate("exceptions.0.date", "24/12/2026")
    vm.setDate("exceptions.0.last_date", "02/01/2027")
    assert vm.exceptions.rows[0].label == "24/12/2026 au 02/01/2027"
    vm.setExceptionHours("exceptions.0", "9h-12h")
    vm.setAbsent("exceptions.0", "3", True)
    assert vm.exceptions.rows[0].detail == "09:00-12:00 · sans Table 3"
    vm.keepHours("exceptions.0")
    assert vm.values["exceptions.0.mode"] == "usual"


def test_the_pin_is_changed_by_who_knows_the_former_one(
    vm: AdministrationViewModel, hub: FakeAdministration
) -> None:
    vm.changePin("0000", "97531")
    assert (hub.pin, vm.stage) == (PIN, "editing")
    vm.changePin(PIN, "97531")
    assert hub.pin == "97531"
