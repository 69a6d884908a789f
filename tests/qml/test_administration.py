"""The administration's window by keyboard: the door, the week, a fault, an unsaved draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk import wire
from cdm_kiosk.domain.stations import Paper
from tests.qml.conftest import settled
from tests.tools.administration_window import Office, new_office, office_content
from tests.tools.fake_hub import dispose
from tests.tools.windows import items, ready, shown, touch, wait_until

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = new_office(tmp_path, office_content())
    office.window.requestActivate()
    wait_until(office.window.isActive, "the window to be active")
    yield office
    office.station.close()


def focused(window: QQuickWindow) -> str:
    item = window.activeFocusItem()
    return item.objectName() if item is not None else ""


def type_in(window: QQuickWindow, text: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_A, CONTROL)
    for each in text:
        QTest.keyClick(window, each)  # type: ignore[call-overload]  # the stubs know no letters


def enter(office: Office) -> None:
    """Through the door by keyboard."""
    ready(office.window, "pin")
    wait_until(lambda: focused(office.window) == "pin", "the PIN to have the keyboard")
    type_in(office.window, "2468")
    QTest.keyClick(office.window, Qt.Key.Key_Return)
    wait_until(lambda: focused(office.window) == "section-rota", "the sections to have the keyboard")


def tab_to(window: QQuickWindow, name: str) -> None:
    for _ in range(80):
        if focused(window) == name:
            return
        QTest.keyClick(window, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


def test_a_theme_is_renamed_and_saved_by_keyboard(office: Office) -> None:
    window = office.window
    enter(office)
    QTest.keyClick(window, Qt.Key.Key_Down)
    QTest.keyClick(window, Qt.Key.Key_Return)
    ready(window, "field-themes.0.label.fr")
    tab_to(window, "field-themes.0.label.fr")
    type_in(window, "Ma voie")
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert office.hub.content["themes"][0]["label"]["fr"] == "Ma voie"
    assert not office.vm.draft.dirty


def test_a_permanence_is_planned_by_keyboard(office: Office) -> None:
    window = office.window
    enter(office)
    tab_to(window, "cell-1/monday")
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_Down)
    assert focused(window) == "cell-6/monday"
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: focused(window) == "addMorning", "the sheet to have the keyboard")
    QTest.keyClick(window, Qt.Key.Key_Return)
    ready(window, "stretchTheme-emploi")
    tab_to(window, "stretchTheme-emploi")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert focused(window) == "stretchTheme-emploi", "the keyboard stays where it was"
    tab_to(window, "stretchLanguage-fr")
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    wait_until(lambda: focused(window) == "cell-6/monday", "the cell to have the keyboard again")
    QTest.keyClick(window, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Right)
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    office.vm.draft.save()
    planned = [shift for shift in office.hub.content["rota"] if shift["counter"] == "6"]
    assert [(shift["days"], shift["hours"], shift["themes"]) for shift in planned] == [
        (["monday", "tuesday"], ["09:00-12:30"], ["emploi"])
    ]


def test_a_fault_is_seen_at_its_field_and_in_the_sections(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.chooseSection("hours")
    ready(window, "hours-monday").forceActiveFocus()
    type_in(window, "matin")
    wait_until(lambda: office.vm.draft.faultCount == 1, "the fault")
    settled(window)
    texts = [str(item.property("text")) for item in items(window) if item.inherits("QQuickText")]
    assert any("« matin » ne se lit pas comme des heures" in text for text in texts)
    save = shown(window, "save")
    assert save is not None
    assert not save.isEnabled()
    assert ready(window, "hours-monday").property("text") == "matin", "what is typed stays while it is typed"


def test_an_unsaved_draft_is_asked_about_before_the_window_closes(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.setText("name", "Maison")
    window.close()
    assert office.vm.door.isOpen
    wait_until(lambda: focused(window) == "cancel", "the question to have the keyboard")
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: not office.vm.door.isOpen or shown(window, "cancel") is None, "the question to go")
    assert (office.vm.door.isOpen, office.vm.draft.siteName) == (True, "Maison")
    window.close()
    touch(window, "confirm")
    wait_until(lambda: not window.isVisible(), "the window to close")


def test_everything_that_has_the_keyboard_says_what_it_is(office: Office) -> None:
    window = office.window
    enter(office)
    for section in (
        "rota",
        "themes",
        "services",
        "places",
        "hours",
        "rules",
        "messages",
        "sound",
        "ticket",
        "look",
        "versions",
    ):
        office.vm.chooseSection(section)
        settled(window)
        for item in items(window):
            if item.objectName() and item.property("activeFocusOnTab"):
                interface = QAccessible.queryAccessibleInterface(item)
                assert interface is not None, item.objectName()
                said = interface
                if interface.state().passwordEdit:
                    # Of a hidden text Qt tells not even the name: its group has it.
                    said = interface.parent()
                assert said.text(QAccessible.Text.Name), (section, item.objectName())
                assert interface.role() is not QAccessible.Role.NoRole, item.objectName()


def test_a_permanence_of_an_exception_is_planned_by_keyboard(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.select("exceptions.1")
    ready(window, "added-6/exceptions.1").forceActiveFocus()
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: focused(window) == "addMorning", "the sheet to have the keyboard")
    QTest.keyClick(window, Qt.Key.Key_Return)
    for name in ("stretchTheme-emploi", "stretchLanguage-fr"):
        tab_to(window, name)
        QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    wait_until(lambda: focused(window) == "added-6/exceptions.1", "the exception to have the keyboard again")
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    added = office.hub.content["exceptions"][1]["shifts"]
    assert [(shift["counter"], shift["hours"]) for shift in added] == [
        ("5", ["09:00-11:00"]),
        ("6", ["09:00-12:30"]),
    ]


def test_a_kiosks_printer_is_chosen_and_tried_by_keyboard(office: Office) -> None:
    enter(office)
    office.vm.chooseSection("printers")
    assert shown(office.window, "tryPrinter") is None
    kiosk = office.hub.line("kiosk", "Borne 1")
    kiosk.start()

    def says(state: Paper, printer: str) -> None:
        paper = {"state": state, "printer": printer, "found": ["usb:04b8:0e15"]}
        kiosk.orders.ask("station-paper", {"station": "Borne 1", **paper})

    def errands() -> tuple[wire.Errand, ...]:
        return office.hub.house.stations.fetch("Borne 1")

    says(Paper.NONE, "none")
    ready(office.window, "printer-usb:04b8:0e15")
    tab_to(office.window, "printer-usb:04b8:0e15")
    QTest.keyClick(office.window, Qt.Key.Key_Space)
    assert errands() == (wire.PrinterErrand(printer="usb:04b8:0e15"),)
    says(Paper.READY, "usb:04b8:0e15")
    ready(office.window, "paper-58")
    tab_to(office.window, "paper-58")
    QTest.keyClick(office.window, Qt.Key.Key_Space)
    narrow = "usb:04b8:0e15?roll=58"
    assert errands() == (wire.PrinterErrand(printer=narrow),)
    says(Paper.READY, narrow)
    wait_until(lambda: office.vm.printers.rollMm == 58, "the narrow paper")
    assert [row.label for row in office.vm.printers.choices.rows] == [
        "USB : 04b8:0e15",
        "Aucune : le numéro reste à l’écran",
    ]
    QTest.keyClick(office.window, Qt.Key.Key_Space)
    assert errands() == (), "it is the one that is chosen already"
    ready(office.window, "tryPrinter")
    tab_to(office.window, "tryPrinter")
    QTest.keyClick(office.window, Qt.Key.Key_Space)
    assert errands() == (wire.TrialErrand(),)
    kiosk.orders.ask("trial-came", {"station": "Borne 1", "came": False})
    said = shown(office.window, "trialText")
    assert said is not None
    assert said.property("text") == "L’essai n’est pas sorti."
    dispose(kiosk)


def test_another_language_is_put_first_and_a_theme_is_dated_by_keyboard(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.chooseSection("look")
    tab_to(window, "forward-en")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert office.vm.draft.content["languages"][:2] == ["en", "fr"]
    office.vm.chooseSection("themes")
    tab_to(window, "themeUntil")
    type_in(window, "30/6/2027")
    assert office.vm.draft.content["themes"][0]["until_date"] == "2027-06-30"


def test_the_ticket_is_chosen_by_keyboard_and_its_paper_follows(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.chooseSection("ticket")
    preview = ready(window, "ticketPreview")
    wait_until(lambda: "Bienvenue. Libre, gratuit, anonyme." in str(office.vm.ticket.said), "the first paper")
    height = preview.height()
    tab_to(window, "line-ticket.theme")
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: "Choisir mon orientation" in str(office.vm.ticket.said), "the theme on the paper")
    wait_until(lambda: preview.height() > height, "the paper to be longer")
    assert focused(window) == "line-ticket.theme", "the keyboard stays where it was"
    tab_to(window, "field-ticket.words.fr")
    type_in(window, "Entrez donc")
    wait_until(lambda: "Entrez donc" in str(office.vm.ticket.said), "the words on the paper as they are typed")
    tab_to(window, "roll-58")
    wide = preview.width()
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: preview.width() < wide, "the narrow roll")
    tab_to(window, "largePrint")
    QTest.keyClick(window, Qt.Key.Key_Return)
    tab_to(window, "ticketLanguage-en")
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: "Your number\nVotre numéro" in str(office.vm.ticket.said), "both languages on the paper")
    interface = QAccessible.queryAccessibleInterface(preview)
    assert "Your number" in interface.text(QAccessible.Text.Description)
    tab_to(window, "ticketPreview")
    wait_until(lambda: preview.mapToScene(QPointF(0, preview.height())).y() > window.height(), "a long paper")

    def is_its_end_in_sight_one_key_later() -> bool:
        QTest.keyClick(window, Qt.Key.Key_Down)
        return preview.mapToScene(QPointF(0, preview.height())).y() < window.height()

    wait_until(is_its_end_in_sight_one_key_later, "its end to be in sight")
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert office.hub.content["ticket"] == {"theme": True, "words": {"fr": "Entrez donc"}}


def test_the_volume_the_voice_and_the_quiet_hours_are_changed_by_keyboard(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.chooseSection("sound")
    tab_to(window, "soundVolume")
    type_in(window, "55")
    tab_to(window, "soundVoice")
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert not ready(window, "soundVoice").property("ticked")
    silent = shown(window, "soundInVisitorsLanguage")
    assert silent is not None
    assert not silent.isEnabled(), "nobody says again what is not said"
    tab_to(window, "soundQuiet")
    type_in(window, "12h-13h30")
    tab_to(window, "addSoundHours")
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: focused(window) == "soundHours-0", "the new hours to have the keyboard")
    type_in(window, "17h30-19h")
    tab_to(window, "soundHoursVolume-0")
    type_in(window, "25")
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert office.hub.content["sound"] == {
        "volume": 55,
        "voice": False,
        "quiet": ["12:00-13:30"],
        "volume_by_hours": {"17:30-19:00": 25},
    }
    tab_to(window, "removeSoundHours-0")
    QTest.keyClick(window, Qt.Key.Key_Return)
    wait_until(lambda: focused(window) == "addSoundHours", "the keyboard to stay on the page")
    assert office.vm.draft.content["sound"]["volume_by_hours"] == {}


def test_what_is_wrong_with_the_sound_stands_at_its_own_field(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.chooseSection("sound")
    sound = office.vm.sound
    sound.setQuiet("12h-13h, 12h30-14h")
    sound.addHours()
    sound.setHours(0, "9h-10h")
    sound.addHours()
    sound.setHours(1, "9h-10h")
    sound.addHours()
    sound.setHours(2, "16h-17h")
    sound.setHoursVolume(2, "200")
    wait_until(lambda: office.vm.draft.faultCount == 3, "the faults")
    settled(window)
    said = {
        name: str(item.property("fault"))
        for name in (
            "soundVolume",
            "soundQuiet",
            *(f"sound{what}-{at}" for what in ("Hours", "HoursVolume") for at in range(3)),
        )
        if (item := ready(window, name).parentItem()) is not None
    }
    overlap = "a des heures déjà écrites avant."
    assert {name: fault for name, fault in said.items() if fault} == {
        "soundQuiet": f"« 12:30-14:00 » {overlap}".replace("« ", "« "),
        "soundHours-1": f"« 09:00-10:00  » {overlap}",
        "soundHoursVolume-2": "Un nombre de 0 à 100.",
    }
    assert [row.hours_text for row in sound.loud.rows] == ["09:00-10:00", "09:00-10:00", "16:00-17:00"]
    sound.setHours(1, "10h-11h")
    sound.setHoursVolume(2, "fort")
    wait_until(lambda: office.vm.draft.faultCount == 1, "what is not a number")
    assert [row.volume_fault for row in sound.loud.rows][2].startswith("Un nombre entier est attendu")
    office.vm.chooseSection("rota")
    office.vm.goToFault()
    assert office.vm.section == "sound"


@pytest.mark.parametrize(
    ("section", "added", "key"),
    [
        ("themes", "themes", "themes.5.label.fr"),
        ("places", "zones", "zones.1.label.fr"),
        ("places", "counters", "counters.7.label"),
        ("messages", "messages", "messages.2.label"),
        ("services", "services", "services.3.label.fr"),
    ],
)
def test_who_adds_an_entry_types_its_name_at_once(office: Office, section: str, added: str, key: str) -> None:
    window = office.window
    enter(office)
    office.vm.chooseSection(section)
    touch(window, f"add-{added}")
    wait_until(lambda: focused(window) == f"field-{key}", "the name to have the keyboard")
    # The fields of the entry before go when the event loop turns, before a person's next key.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for each in "Ici":
        QTest.keyClick(window, each)  # type: ignore[call-overload]  # the stubs know no letters
    assert office.vm.values[key] == "Ici"


def test_saving_what_is_worth_a_second_look_asks_first(office: Office) -> None:
    window = office.window
    enter(office)
    office.vm.chooseSection("themes")
    touch(window, "add-themes")
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    wait_until(lambda: focused(window) == "cancel", "the question to have the keyboard")
    assert office.hub.saves == 0
    touch(window, "confirm")
    assert office.hub.saves == 1


def test_the_door_answers_an_empty_code(office: Office) -> None:
    ready(office.window, "pin")
    touch(office.window, "enterPin")
    notice = ready(office.window, "pinNotice")
    assert notice.property("text") == "Tapez d’abord le code."


def test_on_a_large_screen_the_settings_are_larger_and_use_its_width(office: Office) -> None:
    office.window.resize(1920, 1080)
    enter(office)
    office.vm.chooseSection("themes")
    field = ready(office.window, "field-themes.0.label.fr")
    end = field.mapToScene(QPointF(field.width(), 0)).x()
    height = field.mapToScene(QPointF(0, field.height())).y() - field.mapToScene(QPointF(0, 0)).y()
    assert end > 0.9 * 1920
    assert height > 1.2 * field.height()
