"""Every text that a person can read is there in every language of its screen, with its plurals and its values."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtQml import QQmlEngine
from pytestqt.qtbot import QtBot

from cdm_kiosk.station.translations import FOLDER, Translations
from installer import translations
from installer.translations import CATALOGUES, ROOT, SCREENS, ScreenCatalogue

NO_BREAK = "\u00a0"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """All sources of texts and their catalogues, to be changed at will."""
    for folder in ("ui/Cdm", "cdm_kiosk/viewmodels", "cdm_kiosk/hub", CATALOGUES):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_no_text_is_missing_unfinished_stale_or_not_compiled() -> None:
    assert translations.check(ROOT) == []


CHANGES: dict[str, tuple[str, str, str, str]] = {
    "a new text on a screen": ("ui/Cdm/Kiosk/HelpPage.qml", 'text: qsTr("', 'text: qsTr("Tiens, ', "kiosk_en.ts"),
    "a new text of a view model": (
        "cdm_kiosk/viewmodels/shared/paper.py",
        '"KioskViewModel", "Votre numéro"',
        '"KioskViewModel", "Votre beau numéro"',
        "kiosk_es.ts",
    ),
    "a new plural of a station": ("ui/Cdm/Reception/TopBar.qml", "%n reçus", "%n vus", "stations_fr.ts"),
    "a new text of the ticket page": (
        "cdm_kiosk/hub/ticket_page.py",
        '_("On vous attend.")',
        '_("On vous attend ici.")',
        "hub/en/LC_MESSAGES/hub.po",
    ),
    "a translation that was not compiled": (
        "resources/translations/kiosk_es.ts",
        "<translation>Volver</translation>",
        "<translation>Atrás</translation>",
        "kiosk_es.qm",
    ),
    "a translation of the ticket page that was not compiled": (
        "resources/translations/hub/es/LC_MESSAGES/hub.po",
        'msgstr "Su número"',
        'msgstr "Número"',
        "hub/es/LC_MESSAGES/hub.mo",
    ),
    "an unfinished translation": (
        "resources/translations/kiosk_en.ts",
        "<translation>Back</translation>",
        '<translation type="unfinished">Back</translation>',
        "kiosk_en.ts: not translated: Retour",
    ),
    "an empty translation of the ticket page": (
        "resources/translations/hub/en/LC_MESSAGES/hub.po",
        'msgstr "Your number"',
        'msgstr ""',
        "hub.po: not translated: Votre numéro",
    ),
    "a translation that loses a value": (
        "resources/translations/kiosk_en.ts",
        "{low} to {high}",
        "{low} to about",
        "kiosk_en.ts: values lost or invented",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "said"), CHANGES.values(), ids=CHANGES)
def test_a_forgotten_translation_is_told(house: Path, file: str, old: str, new: str, said: str) -> None:
    rewrite(house / file, old, new)
    assert any(said in fault for fault in translations.check(house))


def test_an_update_leaves_complete_catalogues_as_they_are(house: Path) -> None:
    before = {file: file.read_bytes() for file in (house / CATALOGUES).rglob("*.*")}
    translations.update(house, house)
    assert {file: file.read_bytes() for file in (house / CATALOGUES).rglob("*.*")} == before


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.ts.stem)
def test_nobody_ever_reads_a_plural_in_brackets(screen: ScreenCatalogue) -> None:
    text = (ROOT / screen.ts).read_text(encoding="utf-8")
    assert "(s)" not in text
    assert "(ent)" not in text


AHEAD = f"%n{NO_BREAK}personnes avant vous"
COUNTS: list[tuple[str, str, str, int, str]] = [
    ("kiosk_fr", "TicketPage", AHEAD, 1, f"1{NO_BREAK}personne avant vous"),
    ("kiosk_fr", "TicketPage", AHEAD, 2, f"2{NO_BREAK}personnes avant vous"),
    ("kiosk_en", "TicketPage", AHEAD, 1, f"1{NO_BREAK}person before you"),
    ("kiosk_en", "TicketPage", AHEAD, 2, f"2{NO_BREAK}people before you"),
    ("kiosk_es", "TicketPage", AHEAD, 1, f"1{NO_BREAK}persona antes que usted"),
    ("kiosk_es", "TicketPage", AHEAD, 2, f"2{NO_BREAK}personas antes que usted"),
    ("kiosk_ar", "TicketPage", AHEAD, 1, "شخص واحد قبلكم"),
    ("kiosk_ar", "TicketPage", AHEAD, 2, "شخصان قبلكم"),
    ("kiosk_ar", "TicketPage", AHEAD, 3, f"3{NO_BREAK}أشخاص قبلكم"),
    ("kiosk_ar", "TicketPage", AHEAD, 10, f"10{NO_BREAK}أشخاص قبلكم"),
    ("kiosk_ar", "TicketPage", AHEAD, 11, f"11{NO_BREAK}شخصًا قبلكم"),
    ("kiosk_ar", "TicketPage", AHEAD, 102, f"102{NO_BREAK}شخص قبلكم"),
    ("kiosk_uk", "TicketPage", AHEAD, 1, f"1{NO_BREAK}особа перед вами"),
    ("kiosk_uk", "TicketPage", AHEAD, 3, f"3{NO_BREAK}особи перед вами"),
    ("kiosk_uk", "TicketPage", AHEAD, 5, f"5{NO_BREAK}осіб перед вами"),
    ("kiosk_uk", "TicketPage", AHEAD, 12, f"12{NO_BREAK}осіб перед вами"),
    ("kiosk_uk", "TicketPage", AHEAD, 21, f"21{NO_BREAK}особа перед вами"),
    ("stations_fr", "TopBar", "%n reçus", 0, "0 reçu"),
    ("stations_fr", "TopBar", "%n reçus", 2, "2 reçus"),
    ("stations_fr", "WaitingCard", "%n personnes attendent", 1, "1 personne attend"),
]


@pytest.mark.parametrize(("catalogue", "context", "source", "count", "read"), COUNTS)
def test_one_and_many_are_told_apart(catalogue: str, context: str, source: str, count: int, read: str) -> None:
    translator = QTranslator()
    assert translator.load(catalogue, str(FOLDER))
    assert str(translator.translate(context, source, None, count)).replace("%n", str(count)) == read


@pytest.fixture
def spoken(qtbot: QtBot) -> Iterator[Callable[[str], str]]:
    """How a kiosk says that one visitor is ahead, in a language."""
    engine = QQmlEngine()
    kiosk = Translations("kiosk", engine)

    def said(language: str) -> str:
        kiosk.speak(language)
        return QCoreApplication.translate("TicketPage", AHEAD, None, 1)

    yield said
    shiboken6.delete(kiosk)
    shiboken6.delete(engine)


def test_a_kiosk_changes_its_language_and_comes_back(spoken: Callable[[str], str]) -> None:
    french, spanish = f"1{NO_BREAK}personne avant vous", f"1{NO_BREAK}persona antes que usted"
    assert [spoken(language) for language in ("fr", "es", "fr", "es")] == [french, spanish, french, spanish]


def test_a_language_without_a_catalogue_still_has_french_plurals(spoken: Callable[[str], str]) -> None:
    assert spoken("eo") == f"1{NO_BREAK}personne avant vous"


def test_every_text_that_a_visitor_gets_from_a_view_model_is_in_a_catalogue() -> None:
    """Those who work there read French alone."""
    gathered = {source for each in SCREENS for source in each.sources}
    files = [*(ROOT / "cdm_kiosk" / "viewmodels").rglob("*.py")]
    public = [file for file in files if file.parent.name not in ("administration", "advisor")]
    asking = [file for file in public if re.search(r"\btranslate\(\s*\"", file.read_text("utf-8"))]
    assert asking
    assert [file.name for file in asking if file.relative_to(ROOT).as_posix() not in gathered] == []


def test_what_a_visitor_comes_for_has_one_name_on_screens_and_in_guides() -> None:
    files = [file for folder in ("ui", "cdm_kiosk", "docs") for file in (ROOT / folder).rglob("*")]
    texts = [file for file in files if file.suffix in (".qml", ".py", ".md")]
    assert [file.name for file in texts if "thème" in file.read_text("utf-8").lower()] == []
