"""The administration with a hub within reach: the PIN, the check as it is typed, two people at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from cdm_kiosk.hub.pin import SESSION_S
from cdm_kiosk.packs.pictures import lying_at
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.administration import AdministrationViewModel
from cdm_kiosk.viewmodels.shared.shown import RecordsModel
from tests.tools.fake_hub import NOW, PIN, AdministeredHub, FakeLine, dispose
from tests.tools.tickets import in_words


@pytest.fixture
def hub(tmp_path: Path) -> AdministeredHub:
    return AdministeredHub(tmp_path)


@pytest.fixture
def line(qtbot: QtBot, hub: AdministeredHub) -> FakeLine:
    line = hub.line("reception")
    line.start()
    return line


def asked(line: FakeLine, path: str) -> int:
    """How often the hub was asked this."""
    return sum(request.path == path for request in line.asked)


def wait(hub: AdministeredHub, closed: AdministrationViewModel, seconds: int) -> None:
    for _ in range(seconds):
        hub.now += timedelta(seconds=1)
        closed.tick()


@pytest.fixture
def closed(line: FakeLine) -> Iterator[AdministrationViewModel]:
    vm = AdministrationViewModel(
        line,
        line.orders,
        lambda name: f"file:{name}",
        ["emploi", "inconnu"],
        lambda facts, logo: in_words(facts),
        lambda paper, width_mm: "",
        lambda: NOW,
    )
    yield vm
    dispose(vm, line)


@pytest.fixture
def vm(closed: AdministrationViewModel) -> AdministrationViewModel:
    """The administration with its door open."""
    closed.open()
    closed.door.enterPin(PIN)
    assert closed.door.stage == "editing"
    return closed


def saved(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    """Save, and say yes where something is asked about first."""
    vm.draft.save()
    if vm.draft.dirty:
        vm.draft.saveAnyway()


def test_the_first_time_a_pin_is_chosen_by_typing_it_twice(
    closed: AdministrationViewModel, hub: AdministeredHub
) -> None:
    hub.forget_pin()
    closed.open()
    assert closed.door.stage == "choose_pin"
    closed.door.enterPin("12")
    assert "4 à 12 chiffres" in closed.door.pinNotice
    closed.door.enterPin("1357")
    assert closed.door.choosingAgain
    closed.door.enterPin("1358")
    assert not closed.door.choosingAgain
    assert "diffèrent" in closed.door.pinNotice
    closed.door.enterPin("1357")
    closed.door.enterPin("1357")
    assert hub.opens("1357")
    assert closed.door.stage == "editing"


def test_where_no_pin_was_chosen_yet_the_one_typed_is_asked_for_again(
    closed: AdministrationViewModel, line: FakeLine, hub: AdministeredHub
) -> None:
    line.is_slow = True
    closed.open()
    line.answer(401, {"code": "pin_needed"})
    hub.forget_pin()
    line.is_slow = False
    closed.door.enterPin("1357")
    assert (closed.door.stage, closed.door.choosingAgain) == ("choose_pin", True)
    closed.door.enterPin("1357")
    assert (hub.opens("1357"), closed.door.stage) == (True, "editing")


def test_after_a_wrong_pin_the_delay_counts_down(
    closed: AdministrationViewModel, hub: AdministeredHub, line: FakeLine
) -> None:
    closed.open()
    closed.door.enterPin("0000")
    wait(hub, closed, 1)
    closed.door.enterPin("0000")
    assert closed.door.retryS == 2
    closed.door.enterPin(PIN)
    assert closed.door.stage == "pin", "nothing is tried before the delay is over"
    assert asked(line, "/admin/session") == 2
    wait(hub, closed, 1)
    assert "1 s" in closed.door.pinNotice
    wait(hub, closed, 1)
    assert closed.door.pinNotice == ""
    closed.door.enterPin(PIN)
    assert closed.door.stage == "editing"


def test_who_closes_and_opens_again_types_the_pin(vm: AdministrationViewModel) -> None:
    vm.close()
    assert vm.door.stage == "closed"
    vm.open()
    assert vm.door.stage == "pin"


def test_a_wrong_pin_is_not_forgiven_by_closing(closed: AdministrationViewModel, hub: AdministeredHub) -> None:
    closed.open()
    for _ in range(2):
        closed.door.enterPin("0000")
        wait(hub, closed, 1)
    closed.close()
    closed.open()
    assert closed.door.retryS == 1


def test_a_sound_change_is_saved_and_told(qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub) -> None:
    assert not vm.draft.canSave
    vm.setText("themes.0.label.fr", "S’orienter")
    assert vm.draft.dirty
    saved(qtbot, vm)
    assert hub.content["themes"][0]["label"]["fr"] == "S’orienter"
    assert not vm.draft.dirty
    assert "enregistré" in vm.draft.notice


def test_a_fault_is_shown_at_its_field_and_keeps_from_saving(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    vm.setNumber("themes.2.interview_min", "0")
    qtbot.waitUntil(lambda: vm.draft.faultCount == 1)
    assert vm.draft.faults == {"themes.2.interview_min": "De 1 à 480 minutes."}
    assert not vm.draft.canSave
    assert [row.faults for row in vm.sections.rows if row.section_id == "themes"] == [1]
    vm.goToFault()
    assert (vm.section, vm.selected) == ("themes", "themes.2")
    vm.draft.undo()
    qtbot.waitUntil(lambda: vm.draft.faultCount == 0)
    assert not vm.draft.dirty


def test_an_answer_about_an_earlier_draft_is_not_believed(
    qtbot: QtBot, vm: AdministrationViewModel, line: FakeLine
) -> None:
    line.is_slow = True
    vm.setText("name", "")
    qtbot.waitUntil(lambda: len(line.held) == 1)
    vm.setText("name", "Maison")
    qtbot.waitUntil(lambda: len(line.held) == 2)
    line.answer(200, {"faults_data": [{"field": "name", "code": "missing", "values": {}}], "advice_data": []})
    assert vm.draft.faultCount == 0
    line.answer(200, {"faults_data": [], "advice_data": []})
    assert vm.draft.canSave


def test_typing_on_is_one_step_to_undo(vm: AdministrationViewModel) -> None:
    for text in ("M", "Ma", "Maison"):
        vm.setText("name", text)
    vm.setNumber("overflow_after_min", "5")
    vm.draft.undo()
    assert vm.draft.siteName == "Maison"
    vm.draft.undo()
    assert vm.draft.siteName == "Cité des métiers"
    vm.draft.redo()
    assert vm.draft.siteName == "Maison"


def test_of_two_receptions_the_second_is_told_and_both_changes_stay(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.setText("themes.0.label.en", "Mine")
    hub.put_by_another(drafts.with_text(hub.content, "themes.0.label.fr", "La leur"))
    saved(qtbot, vm)
    assert vm.draft.conflict
    assert "La leur" in vm.draft.conflicts.rows[0].text
    assert hub.content["themes"][0]["label"]["en"] == "Choose my path"
    vm.draft.putOnTop()
    assert not vm.draft.conflict
    saved(qtbot, vm)
    label = hub.content["themes"][0]["label"]
    assert (label["fr"], label["en"], label["es"]) == ("La leur", "Mine", "Elegir mi orientación")


def test_who_looks_again_can_have_the_own_draft_back(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.setText("name", "La mienne")
    hub.put_by_another(drafts.with_text(hub.content, "name", "La leur"))
    saved(qtbot, vm)
    vm.draft.lookAgain()
    assert (vm.draft.siteName, vm.draft.dirty) == ("La leur", False)
    vm.draft.undo()
    assert vm.draft.siteName == "La mienne"


def test_a_session_that_ended_asks_for_the_pin_and_keeps_the_draft(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    hub.now += timedelta(seconds=SESSION_S)
    vm.setText("name", "Maison")
    qtbot.waitUntil(lambda: vm.door.stage == "pin")
    vm.door.enterPin(PIN)
    assert (vm.door.stage, vm.draft.siteName) == ("editing", "Maison")
    saved(qtbot, vm)
    assert hub.content["name"] == "Maison"


def test_what_somebody_waits_for_is_not_taken_away(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    hub.open_day()
    hub.issue("orientation", anyway=True)
    vm.removeEntry("themes.0")
    saved(qtbot, vm)
    assert "attend encore" in vm.draft.notice
    assert vm.draft.dirty


def test_a_lost_hub_is_said_and_the_draft_stays(qtbot: QtBot, vm: AdministrationViewModel, line: FakeLine) -> None:
    vm.setText("name", "Maison")
    qtbot.waitUntil(lambda: bool(vm.draft.canSave))
    line.is_cut = True
    vm.draft.save()
    assert "n’a pas répondu" in vm.draft.notice
    assert (vm.draft.dirty, vm.draft.busy) == (True, False)
    line.lose()
    assert not vm.draft.canSave


def test_an_earlier_version_is_put_in_force_again(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.setText("name", "Maison")
    saved(qtbot, vm)
    vm.chooseSection("versions")
    assert [row.version for row in vm.draft.versions.rows] == [1]
    assert "Maison" in vm.draft.versions.rows[0].changes
    vm.draft.restore(1)
    assert hub.content["name"] == vm.draft.siteName == "Cité des métiers"
    assert [row.version for row in vm.draft.versions.rows] == [2, 1]
    assert not vm.draft.dirty


def test_a_week_is_planned_by_a_few_touches(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.week.chooseCell("4/monday")
    vm.week.addStretch(False)
    assert vm.week.stretchHours == "09:00-12:30"
    for theme in ("formation", "evolution", "orientation", "orientation"):
        vm.week.cycleTheme(theme)
    vm.week.toggleLanguage("en")
    vm.week.toggleLanguage("fr")
    vm.week.setStretchHours("9h-12h")
    vm.week.copyToDay("thursday")
    saved(qtbot, vm)
    planned = [shift for shift in hub.content["rota"] if shift["counter"] == "4"]
    assert planned == [
        {
            "counter": "4",
            "themes": ["formation", "evolution"],
            "overflow": ["orientation"],
            "languages": ["fr", "en"],
            "days": ["monday", "thursday"],
            "hours": ["09:00-12:00"],
        }
    ]


def test_two_permanences_at_once_are_shown_in_their_cell(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    vm.week.chooseCell("1/monday")
    vm.week.addStretch(False)
    qtbot.waitUntil(lambda: vm.draft.faultCount == 1)
    assert "chevauchent" in vm.week.cellFaults
    assert ("1", "monday") in [(row.counter, row.day) for row in vm.week.cells.rows if row.faulty]


def test_a_cell_is_copied_to_another_table(vm: AdministrationViewModel) -> None:
    vm.week.copyCell("1/monday")
    vm.week.pasteCell("6/friday")
    texts = {row.cell_id: row.text for row in vm.week.cells.rows}
    assert texts["6/friday"] == texts["1/monday"] != ""
    vm.week.emptyCell("6/friday")
    assert {row.cell_id: row.empty for row in vm.week.cells.rows}["6/friday"]


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


def test_the_pin_is_changed_by_who_knows_the_former_one(vm: AdministrationViewModel, hub: AdministeredHub) -> None:
    vm.door.changePin("0000", "97531")
    hub.now += timedelta(seconds=1)
    assert (hub.opens(PIN), vm.door.stage) == (True, "editing")
    vm.door.changePin(PIN, "97531")
    assert hub.opens("97531")


def test_what_an_exception_adds_is_planned_in_the_same_sheet(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.chooseSection("rota")
    vm.addEntry("exceptions")
    vm.keepHours("exceptions.0")
    week = [dict(shift) for shift in hub.content["rota"]]
    vm.week.chooseCell("3/exceptions.0")
    assert (vm.week.cellTitle, vm.week.inWeek) == ("Table 3, 23/11/2026", False)
    assert vm.week.stretches.rows == []
    assert vm.week.copyDays.rows == []
    vm.week.addStretch(False)
    vm.week.setStretchHours("9h-11h")
    saved(qtbot, vm)
    (exception,) = hub.content["exceptions"]
    (shift,) = exception["shifts"]
    assert (shift["counter"], shift["hours"], "days" in shift) == ("3", ["09:00-11:00"], False)
    assert hub.content["rota"] == week
    assert [row.label for row in vm.added.rows if row.level] == ["Table 3 · 09:00–11:00"]
    vm.week.removeStretch()
    assert vm.draft.content["exceptions"][0]["shifts"] == []


def test_two_added_permanences_at_once_are_told_in_their_sheet(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    vm.chooseSection("rota")
    vm.addEntry("exceptions")
    vm.week.chooseCell("3/exceptions.0")
    vm.week.addStretch(False)
    vm.week.addStretch(False)
    qtbot.waitUntil(lambda: vm.draft.faultCount == 1)
    assert "chevauchent" in vm.week.cellFaults
    vm.chooseSection("look")
    vm.goToFault()
    assert (vm.section, vm.selected, vm.week.cell) == ("rota", "exceptions.0", "3/exceptions.0")


def test_an_exceptions_permanence_on_some_weekdays_stays_as_it_is(
    vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    only = {"counter": "3", "themes": ["emploi"], "days": ["monday"]}
    vm.draft.edit({**hub.content, "exceptions": [{"date": "2026-12-01", "shifts": [only]}]})
    vm.week.chooseCell("3/exceptions.0")
    vm.week.addStretch(True)
    assert vm.draft.content["exceptions"][0]["shifts"][0] == only
    assert len(vm.draft.content["exceptions"][0]["shifts"]) == 2


def test_a_theme_has_its_first_and_last_day(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.chooseSection("themes")
    vm.setDate("themes.0.from_date", "1/9/2026")
    vm.setDate("themes.0.until_date", "30/6/2026")
    qtbot.waitUntil(lambda: vm.draft.faults == {"themes.0.until_date": "Le dernier jour vient après le premier."})
    vm.setDate("themes.0.until_date", "30/6/2027")
    assert vm.values["themes.0.until_date"] == "30/06/2027"
    saved(qtbot, vm)
    theme = hub.content["themes"][0]
    assert (theme["from_date"], theme["until_date"]) == ("2026-09-01", "2027-06-30")
    vm.setDate("themes.0.from_date", "")
    assert "from_date" not in vm.draft.content["themes"][0]


def test_a_language_is_moved_forward_to_be_the_first(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.moveEntry("languages.1", -1)
    saved(qtbot, vm)
    assert hub.content["languages"] == ["en", "fr", "es"]
    assert [row.choice_id for row in vm.languages.rows] == ["en", "fr", "es"]


def test_a_language_is_named_with_the_region_that_the_site_file_has(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.draft.edit({**vm.draft.content, "languages": ["fr-BE", "en", "es"]})
    vm.setText("themes.0.label.fr", "Choisir")
    saved(qtbot, vm)
    assert hub.content["languages"] == ["fr-BE", "en", "es"]
    assert [(row.choice_id, row.label) for row in vm.languages.rows][:2] == [
        ("fr", "Français (BE)"),
        ("en", "English"),
    ]


def test_a_ready_message_is_written_in_each_language(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.chooseSection("messages")
    vm.addEntry("messages")
    assert vm.selected == "messages.0"
    qtbot.waitUntil(lambda: vm.draft.faults == {"messages.0.text.fr": "Un texte est nécessaire ici."})
    vm.setText("messages.0.label", "Grève")
    vm.setText("messages.0.text.fr", "Grève des transports aujourd’hui")
    vm.setText("messages.0.text.en", "Transport strike today")
    saved(qtbot, vm)
    assert hub.content["messages"] == [
        {
            "id": "nouveau-message",
            "label": "Grève",
            "text": {"fr": "Grève des transports aujourd’hui", "en": "Transport strike today"},
        }
    ]


def test_an_accent_on_which_nobody_reads_is_a_fault(qtbot: QtBot, vm: AdministrationViewModel) -> None:
    vm.chooseSection("look")
    assert vm.values["accent"] == "#0F4C5C"
    vm.setText("accent", "#FFD28A")
    qtbot.waitUntil(lambda: "accent" in vm.draft.faults)
    assert "plus sombre" in vm.draft.faults["accent"]
    assert not vm.draft.canSave


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


def test_a_logo_is_brought_and_seen_before_it_is_in_force(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub, tmp_path: Path
) -> None:
    chosen = tmp_path / "cite.svg"
    chosen.write_bytes(DRAWING)
    vm.chooseSection("look")
    vm.pictures.bring("logo", QUrl.fromLocalFile(str(chosen)))
    logo = vm.values["logo"]
    assert logo.startswith("cite-")
    assert vm.values["logo.url"] == QUrl.fromLocalFile(str(chosen)).toString()
    saved(qtbot, vm)
    assert hub.content["logo"] == logo
    assert hub.book.picture(hub.floor.site, logo) == (f"{logo}.svg", DRAWING)
    vm.setOptional("logo", "")
    assert "logo" not in vm.draft.content


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (DRAWING.replace(b"<path", b"<script>x</script><path"), "formes simples"),
        (b"hello", "n’est pas une image"),
        (b" " * 500_001, "trop lourde"),
        (None, "ne se lit pas"),
    ],
)
def test_a_file_that_is_no_plain_picture_is_told_kindly_and_changes_nothing(
    vm: AdministrationViewModel, hub: AdministeredHub, tmp_path: Path, content: bytes | None, said: str
) -> None:
    chosen = tmp_path / "cite.svg"
    if content is not None:
        chosen.write_bytes(content)
    vm.pictures.bring("logo", QUrl.fromLocalFile(str(chosen)))
    assert said in vm.draft.notice
    assert (vm.draft.dirty, lying_at(hub.file)) == (False, {})


# ----- what is judged here, and what by the hub


def test_a_fault_that_the_rules_show_is_told_before_the_hub_answers(
    qtbot: QtBot, vm: AdministrationViewModel, line: FakeLine
) -> None:
    line.is_slow = True
    vm.setText("name", "")
    qtbot.waitUntil(lambda: vm.draft.faults == {"name": "À remplir."})
    assert line.held == []


def test_the_hub_is_asked_once_when_typing_is_over(
    qtbot: QtBot, vm: AdministrationViewModel, line: FakeLine
) -> None:
    for text in ("M", "Ma", "Mai", "Maison"):
        vm.setText("name", text)
        qtbot.wait(20)
    assert asked(line, "/admin/site/check") == 0
    vm.draft.settle()
    vm.draft.settle()
    qtbot.waitUntil(lambda: asked(line, "/admin/site/check") == 1)
    vm.setText("name", "Maison des métiers")
    qtbot.waitUntil(lambda: asked(line, "/admin/site/check") == 2)


def test_what_the_hub_alone_finds_stays_while_something_else_is_typed(
    qtbot: QtBot, vm: AdministrationViewModel
) -> None:
    vm.setOptional("logo", "gone")
    qtbot.waitUntil(lambda: "logo" in vm.draft.faults)
    vm.setText("name", "")
    qtbot.waitUntil(lambda: [*vm.draft.faults] == ["name", "logo"])
    vm.setOptional("logo", "")
    qtbot.waitUntil(lambda: "logo" not in vm.draft.faults)


def test_a_key_that_is_typed_changes_only_the_lists_that_follow_from_it(
    vm: AdministrationViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived: list[RecordsModel] = []
    real = RecordsModel.show

    def show(model: RecordsModel, rows: Sequence[Any]) -> None:
        derived.append(model)
        real(model, rows)

    lists = (vm.themes, vm.counters, vm.exceptions, vm.rules, vm.week.cells)
    monkeypatch.setattr(RecordsModel, "show", show)
    vm.setText("name", "Maison")
    vm.setText("tagline.en", "Open")
    assert vm.draft.touched == {"tagline"}
    assert [model for model in derived if model in lists] == []
    vm.setText("themes.0.label.en", "My way")
    assert [model for model in derived if model in lists] == [vm.themes], "the plan is in the first language"
    vm.setText("themes.0.label.fr", "Ma voie")
    assert [model for model in derived if model in lists] == [vm.themes, vm.week.cells, vm.themes]


# ----- what is told before it is put in force


def test_what_was_typed_a_moment_ago_is_checked_and_saved_at_once(
    vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.setText("themes.0.label.fr", "Ma voie")
    vm.draft.save()
    assert hub.content["themes"][0]["label"]["fr"] == "Ma voie"
    assert "enregistré" in vm.draft.notice


def test_who_saves_what_cannot_be_saved_is_told_why(
    vm: AdministrationViewModel, hub: AdministeredHub, line: FakeLine
) -> None:
    vm.draft.save()
    assert "Rien n’a changé" in vm.draft.notice
    vm.setText("counters.0.label", "")
    vm.draft.save()
    assert vm.draft.notice == "Pas enregistré. À corriger d’abord : 1"
    vm.setText("counters.0.label", "Table A")
    line.lose()
    vm.draft.save()
    assert "serveur n’a pas répondu" in vm.draft.notice
    assert hub.saves == 0


@pytest.mark.parametrize("blank", ["ㅤ", "⠀⠀", "­", "   ", "ᅟ‍"])
@pytest.mark.parametrize("key", ["themes.0.label.fr", "counters.0.label", "zones.0.label.fr", "name"])
def test_a_name_that_nobody_can_see_is_no_name(
    vm: AdministrationViewModel, hub: AdministeredHub, key: str, blank: str
) -> None:
    vm.setText(key, blank)
    vm.draft.save()
    assert (vm.draft.faultCount, hub.saves) == (1, 0)
    assert key in vm.draft.faults


def test_a_theme_that_is_only_added_is_asked_about_before_it_goes_live(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.addEntry("themes")
    with qtbot.waitSignal(vm.draft.doubted) as asked:
        vm.draft.save()
    assert hub.saves == 0
    told = asked.args[0]
    assert "Ce nom n’est qu’un exemple" in told
    assert "Aucune permanence ne reçoit" in told
    vm.draft.saveAnyway()
    assert (hub.saves, vm.draft.dirty) == (1, False)


@pytest.mark.parametrize(
    ("key", "copy"),
    [("themes.1.label.fr", "choisir  mon ORIENTATION‍"), ("counters.1.label", "Table 1")],
)
def test_a_name_that_another_has_is_asked_about_before_it_goes_live(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub, key: str, copy: str
) -> None:
    vm.setText(key, copy)
    with qtbot.waitSignal(vm.draft.doubted) as asked:
        vm.draft.save()
    assert "s’appelle comme un autre" in asked.args[0]
    assert hub.saves == 0


def test_what_was_worth_a_second_look_before_is_not_asked_about_again(
    qtbot: QtBot, vm: AdministrationViewModel, hub: AdministeredHub
) -> None:
    vm.addEntry("themes")
    vm.draft.save()
    vm.draft.saveAnyway()
    vm.setText("name", "Notre maison")
    vm.draft.save()
    assert (hub.saves, hub.content["name"]) == (2, "Notre maison")


def test_the_first_permanence_of_a_table_begins_with_nothing_chosen(vm: AdministrationViewModel) -> None:
    vm.week.chooseCell("6/monday")
    vm.week.addStretch(False)
    assert {row.level for row in vm.week.stretchThemes.rows} == {0}
    assert {row.level for row in vm.week.stretchLanguages.rows} == {0}
    vm.draft.save()
    assert "au moins un sujet" in vm.week.cellFaults


def test_another_permanence_of_a_table_begins_with_what_it_does_on_other_days(vm: AdministrationViewModel) -> None:
    vm.week.emptyCell("1/friday")
    vm.week.chooseCell("1/friday")
    vm.week.addStretch(True)
    chosen = {row.choice_id: row.level for row in vm.week.stretchThemes.rows if row.level}
    assert chosen == {"orientation": 1, "formation": 1, "emploi": 2}


def test_a_day_without_a_permanence_is_like_no_other_day(vm: AdministrationViewModel) -> None:
    vm.week.chooseCell("6/monday")
    assert [*vm.week.copyDays.rows] == []
    vm.week.chooseCell("1/monday")
    assert {row.level for row in vm.week.copyDays.rows} == {1}


def test_a_door_that_is_tried_without_a_code_says_what_it_waits_for(
    closed: AdministrationViewModel, hub: AdministeredHub, line: FakeLine
) -> None:
    closed.open()
    closed.door.enterPin("")
    assert (closed.door.pinNotice, asked(line, "/admin/session")) == ("Tapez d’abord le code.", 0)
    hub.forget_pin()
    closed.close()
    closed.open()
    closed.door.enterPin("")
    assert closed.door.pinNotice == "Le code a de 4 à 12 chiffres."
