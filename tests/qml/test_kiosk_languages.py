"""The kiosk of nine languages: a page to choose among them, and Arabic turns the whole screen round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt, QTranslator
from PySide6.QtQuick import QQuickItem

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from tests.qml.conftest import ShowKiosk, settled
from tests.tools.kiosk_window import Kiosk
from tests.tools.sizes import LOW, LYING, SMALL, UPRIGHT, Size
from tests.tools.windows import key, ready, touch


@pytest.fixture
def site(site: Site) -> Site:
    """The sample site in every language that the program speaks."""
    first, *others = site.themes
    return replace(
        site, languages=tuple(NAMES), themes=(replace(first, label={**first.label, "ar": "اختيار توجيهي"}), *others)
    )


def middle(kiosk: Kiosk, name: str) -> float:
    """Where on the screen a control stands, from 0 at the left to 1 at the right."""
    item = control(kiosk, name)
    return item.mapToScene(QPointF(item.width() / 2, 0)).x() / kiosk.station.window.width()


def control(kiosk: Kiosk, name: str) -> QQuickItem:
    settled(kiosk.station.window)
    return ready(kiosk.station.window, name)


def test_in_arabic_the_first_theme_stands_at_the_right_and_the_way_back_too(show_kiosk: ShowKiosk) -> None:
    arabic, french = show_kiosk(LYING, "ar"), show_kiosk(LYING, "fr")
    assert middle(arabic, "theme-orientation") > middle(arabic, "theme-formation") + 0.2
    assert middle(french, "theme-orientation") < middle(french, "theme-formation") - 0.2
    for kiosk in (arabic, french):
        kiosk.vm.chooseTheme("emploi")
    assert middle(arabic, "back") > 0.8
    assert middle(french, "back") < 0.2


def test_a_kiosk_turns_round_with_the_language_and_back_for_the_next_visitor(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT, "fr")
    assert middle(kiosk, "dontKnow") < 0.5
    touch(kiosk.station.window, "languages")
    settled(kiosk.station.window)
    assert middle(kiosk, "language-ar") > 0.5
    touch(kiosk.station.window, "language-ar")
    assert kiosk.vm.language == "ar"
    assert middle(kiosk, "dontKnow") > 0.5
    kiosk.vm.finish()
    assert middle(kiosk, "dontKnow") < 0.5


def test_the_arrow_keys_follow_the_reading_direction(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT, "ar")
    window = kiosk.station.window
    control(kiosk, "theme-orientation").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    key(window, Qt.Key.Key_Left)
    assert window.activeFocusItem().objectName() == "theme-formation"
    key(window, Qt.Key.Key_Right)
    assert window.activeFocusItem().objectName() == "theme-orientation"


@pytest.mark.parametrize("language", NAMES)
def test_every_language_stands_on_the_page_of_languages_in_its_own_script(
    show_kiosk: ShowKiosk, language: str
) -> None:
    kiosk = show_kiosk(UPRIGHT, language)
    kiosk.vm.showLanguages()
    assert {code: control(kiosk, f"language-{code}").property("text") for code in NAMES} == NAMES


@pytest.mark.parametrize("size", [UPRIGHT, LYING, SMALL, LOW], ids=str)
def test_every_language_is_wide_and_high_enough_for_a_finger(show_kiosk: ShowKiosk, size: Size) -> None:
    kiosk = show_kiosk(size, "ar")
    found = [control(kiosk, "languages")]
    kiosk.vm.showLanguages()
    found += [control(kiosk, f"language-{code}") for code in NAMES]
    assert [item.objectName() for item in found if min(item.width(), item.height()) < 20 * size.per_mm] == []
    screen = QRectF(0, 0, size.width, size.height)
    places = [item.mapRectToScene(QRectF(0, 0, item.width(), item.height())) for item in found]
    assert all(screen.contains(place) for place in places)


def test_however_often_the_language_changes_each_catalogue_is_loaded_once(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT)
    translations = kiosk.station.translations
    for _ in range(3):
        for language in ("en", "ar", "fr"):
            translations.speak(language)
    assert len(translations.findChildren(QTranslator)) == len(("fr", "en", "ar"))
