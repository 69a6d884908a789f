"""Eight themes and nine languages on the screens that kiosks have: all in sight, whole, and large enough."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QSignalSpy, QTest

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from tests.qml.conftest import ShowKiosk
from tests.tools.kiosk_scenes import KIOSK_LEAVE, KIOSK_MAIN
from tests.tools.kiosk_window import Kiosk, show_to_scale
from tests.tools.polyglot import eight_themes
from tests.tools.sizes import Size
from tests.tools.windows import is_being_fetched, items, shown, wait_until

LEAST_TARGET_MM = 20
LEAST_GAP_MM = 4
LEAST_TITLE_MM = 4
LEAST_CAPITAL_MM = 7.3
PATIENCE_MS = 60_000
MOST_FRAMES = 60
SAME_FRAMES = 3


def screen(width: int, height: int, diagonal_inch: float) -> Size:
    return Size(width, height, math.hypot(width, height) / (diagonal_inch * 25.4))


SCREENS = {
    f"{width}x{height}-{inch}": screen(width, height, inch)
    for (width, height), inches in {
        (1080, 1920): (15.6, 21.5, 27, 32),
        (1920, 1080): (15.6, 21.5, 27, 32),
        (1366, 768): (15.6, 32),
    }.items()
    for inch in inches
}
HARDEST = ("1080x1920-15.6", "1080x1920-27", "1366x768-15.6", "1920x1080-27")
WISHES = {
    "ordinary": Comfort(),
    "speech": Comfort(speech=True),
    "large": Comfort(large_text=True),
    "contrast": Comfort(high_contrast=True),
    "low": Comfort(low_reach=True),
    "pictures": Comfort(pictures_first=True),
    "large and low": Comfort(large_text=True, low_reach=True),
    "all": Comfort(speech=True, large_text=True, high_contrast=True, low_reach=True, pictures_first=True),
}
WIDEST = ("fr", "de", "ar", "uk")
"""The languages whose words need the most room; the others are measured where room is shortest."""
every_screen = pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
hardest_screens = pytest.mark.parametrize("size", [SCREENS[name] for name in HARDEST], ids=HARDEST)


@pytest.fixture
def site(site: Site) -> Site:
    return eight_themes(site)


def laid_out(kiosk: Kiosk) -> list[QQuickItem]:
    """All that is shown once nothing moves any more: places alone, no picture is taken."""
    window = kiosk.station.window
    frames = QSignalSpy(window.frameSwapped)

    def next_frame() -> list[QRectF]:
        window.update()
        assert frames.wait(PATIENCE_MS), "no picture was drawn"
        return [place(item) for item in items(window)]

    drawn = [next_frame()]
    for _ in range(MOST_FRAMES):
        drawn.append(next_frame())
        # A layout inside a layout may follow a frame later.
        if len(drawn) > SAME_FRAMES and all(frame == drawn[-1] for frame in drawn[-SAME_FRAMES:]):
            return [*items(window)]
    raise AssertionError("the page does not stand still")


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def seen(item: QQuickItem) -> QRectF:
    """What is in sight of it: a page that scrolls hides some."""
    rect = place(item)
    above = item.parentItem()
    while above is not None:
        if above.clip():
            rect = rect.intersected(place(above))
        above = above.parentItem()
    return rect


def states(kiosk: Kiosk, pages: Sequence[str], wishes: Sequence[str], languages: Sequence[str]) -> Iterator[str]:
    """One kiosk in one state after the other."""
    for language in languages:
        for wish in wishes:
            for page in pages:
                kiosk.vm.finish()
                kiosk.speak(language)
                kiosk.vm.prefer(WISHES[wish])
                KIOSK_MAIN[page](kiosk)
                yield f"{page}, {wish}, {language}"


def buttons(shown_items: Sequence[QQuickItem]) -> list[QQuickItem]:
    found = [item for item in shown_items if item.inherits("QQuickAbstractButton") and item.isEnabled()]
    return [item for item in found if not seen(item).isEmpty()]


def texts(shown_items: Sequence[QQuickItem]) -> list[QQuickItem]:
    return [item for item in shown_items if item.inherits("QQuickText") and item.property("text")]


def assert_touchable(where: str, found: Sequence[QQuickItem], size: Size) -> None:
    whole = QRectF(0, 0, size.width, size.height)
    for item in found:
        least = min(item.width(), item.height()) / size.per_mm
        assert least >= LEAST_TARGET_MM - 0.01, f"{where}: {item.objectName()} has {least:.1f} mm"
        assert whole.contains(seen(item)), f"{where}: {item.objectName()} is not on the screen"
    for one, other in combinations(found, 2):
        a, b = seen(one), seen(other)
        across = max(a.left() - b.right(), b.left() - a.right())
        down = max(a.top() - b.bottom(), b.top() - a.bottom())
        gap = max(across, down) / size.per_mm
        assert gap >= LEAST_GAP_MM - 0.01, f"{where}: {one.objectName()} and {other.objectName()}: {gap:.1f} mm"


def assert_legible(where: str, found: Sequence[QQuickItem]) -> None:
    for item in found:
        text = item.property("text")
        assert not item.property("truncated"), f"{where}: “{text}” is cut"
        assert item.property("paintedWidth") <= item.width() + 1, f"{where}: “{text}” is wider than its place"
        # A line of a fixed height may be lower than the typeface's own: its letters are not.
        assert item.property("contentHeight") <= item.height() + 1, f"{where}: “{text}” is higher than its place"
        measure = QFontMetricsF(item.property("font"))
        widest = max(map(measure.horizontalAdvance, text.split()), default=0)
        assert widest <= item.width() + 1, f"{where}: a word of “{text}” is broken"


def capital_mm(item: QQuickItem, size: Size) -> float:
    return QFontMetricsF(item.property("font")).capHeight() / size.per_mm


def cards(shown_items: Sequence[QQuickItem]) -> list[QQuickItem]:
    return [item for item in shown_items if item.objectName().startswith("theme-")]


def title_of(card: QQuickItem) -> QQuickItem:
    """The largest text of a card."""
    inside = [
        item for item in card.findChildren(QQuickItem) if item.inherits("QQuickText") and item.property("text")
    ]
    return max(inside, key=lambda item: item.property("font").pixelSize())


@every_screen
def test_the_home_page_shows_eight_themes_in_nine_languages_without_scrolling(
    show_kiosk: ShowKiosk, size: Size
) -> None:
    kiosk = show_kiosk(size)
    languages = NAMES if size in (SCREENS["1080x1920-27"], SCREENS["1366x768-15.6"]) else WIDEST
    for where in states(kiosk, ["themes"], ["ordinary", "pictures"], list(languages)):
        found = laid_out(kiosk)
        window = kiosk.station.window
        assert shown(window, "scrollDown") is None, where
        assert_touchable(where, buttons(found), size)
        assert_legible(where, texts(found))
        assert {"dontKnow", "justLooking", "languages"} <= {item.objectName() for item in buttons(found)}, where
        assert len(cards(found)) == 8
        titles = [title_of(card) for card in cards(found)]
        assert len({item.property("font").pixelSize() for item in titles}) == 1, where
        assert min(capital_mm(item, size) for item in titles) >= LEAST_TITLE_MM - 0.1, where


@pytest.mark.parametrize("themes", [1, 3, 4, 5, 6, 7])
@hardest_screens
def test_fewer_themes_fit_as_well_with_four_languages(show_kiosk: ShowKiosk, size: Size, themes: int) -> None:
    kiosk = show_kiosk(size)
    site = kiosk.hub.floor.site
    kiosk.hub.change_site(themes=site.themes[:themes], languages=("fr", "en", "de", "ar"))
    for where in states(kiosk, ["themes"], ["ordinary", "pictures"], ["fr", "de", "ar"]):
        found = laid_out(kiosk)
        assert len(cards(found)) == themes
        assert shown(kiosk.station.window, "scrollDown") is None, where
        assert_touchable(where, buttons(found), size)
        assert_legible(where, texts(found))


@hardest_screens
@pytest.mark.parametrize("language", NAMES)
def test_number_and_next_step_are_in_sight_however_the_kiosk_is_asked_to_be(
    show_kiosk: ShowKiosk, size: Size, language: str
) -> None:
    kiosk = show_kiosk(size)
    numbers: dict[str, float] = {}
    for wish in WISHES if language in WIDEST else ("ordinary", "large", "low", "large and low", "all"):
        (where,) = states(kiosk, ["ticket"], [wish], [language])
        found = laid_out(kiosk)
        window = kiosk.station.window
        for name in ("ticketNumber", "printTicket", "noPaper"):
            item = shown(window, name)
            assert item is not None, where
            assert seen(item) == place(item), f"{where}: {name} is not whole in sight"
        assert_touchable(where, buttons(found), size)
        assert_legible(where, texts(found))
        number = shown(window, "ticketNumber")
        assert number is not None
        numbers[wish] = number.property("size")
        others = [item for item in texts(found) if item.property("text") != kiosk.vm.ticketNumber]
        assert max(item.property("font").pixelSize() for item in others) < numbers[wish], where
        if WISHES[wish].large_text:
            small = [item for item in texts(found) if capital_mm(item, size) < LEAST_CAPITAL_MM - 0.05]
            assert not small, f"{where}: “{small[0].property('text')}” is small"
    assert numbers["large"] >= numbers["ordinary"]
    assert numbers["large and low"] >= numbers["low"]


@every_screen
def test_the_bar_of_modes_is_even_and_has_no_hole(show_kiosk: ShowKiosk, size: Size) -> None:
    kiosk = show_kiosk(size)
    for where in states(kiosk, ["ticket"], ["ordinary", "large", "speech", "all"], ["fr", "de"]):
        bar = ["listen", "largeText", "highContrast", "lowReach", "picturesFirst"]
        if kiosk.vm.speech:
            bar += ["repeat", "louder", "softer"]
        laid_out(kiosk)
        places = [place(item) for item in (shown(kiosk.station.window, name) for name in bar) if item]
        assert len(places) == len(bar), where
        assert max(each.width() for each in places) - min(each.width() for each in places) <= 1, where
        assert max(each.height() for each in places) - min(each.height() for each in places) <= 1, where
        rows = {round(each.top()) for each in places}
        columns = {round(each.left() / 2) for each in places}
        assert len(rows) * len(columns) == len(bar), where


@every_screen
@pytest.mark.parametrize("wish", ["ordinary", "large"])
def test_the_page_of_languages_shows_all_nine_at_once(show_kiosk: ShowKiosk, size: Size, wish: str) -> None:
    kiosk = show_kiosk(size)
    kiosk.vm.prefer(WISHES[wish])
    kiosk.vm.showLanguages()
    found = laid_out(kiosk)
    assert_touchable("languages", buttons(found), size)
    assert_legible("languages", texts(found))
    assert {f"language-{code}" for code in NAMES} <= {item.objectName() for item in buttons(found)}
    assert shown(kiosk.station.window, "scrollDown") is None


def test_the_switch_names_the_language_and_some_of_the_others(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(SCREENS["1080x1920-27"])
    button = shown(kiosk.station.window, "languages")
    assert button is not None
    said = [str(item.property("text")) for item in texts(button.findChildren(QQuickItem))]
    assert [text.replace("\u200e", "") for text in said] == ["Français", "English · العربية · et 6 autres"]


@pytest.mark.parametrize(("width", "height"), [(540, 960), (480, 480), (960, 540), (1366, 768)])
@pytest.mark.parametrize("wish", ["ordinary", "large"])
def test_a_trial_window_shows_a_real_kiosk_to_scale(
    show_kiosk: ShowKiosk, width: int, height: int, wish: str
) -> None:
    trial = show_kiosk(Size(width, height))
    show_to_scale(trial)
    laid_out(trial)
    scale = trial.station.window.property("zoom")
    whole = Size(round(width / scale), round(height / scale), math.hypot(1080, 1920) / (27 * 25.4))
    real = show_kiosk(whole)
    drawn = []
    for kiosk, factor in ((trial, 1.0), (real, scale)):
        kiosk.vm.prefer(WISHES[wish])
        found = laid_out(kiosk)
        assert_legible("trial", texts(found))
        drawn.append(
            {
                item.objectName(): tuple(round(each * factor, 0) for each in place(item).getRect())
                for item in buttons(found)
            }
        )
    assert scale < 1
    assert drawn[0].keys() == drawn[1].keys()
    for name, where in drawn[0].items():
        assert where == pytest.approx(drawn[1][name], abs=2), name


def test_a_finger_meets_in_a_trial_window_what_it_sees(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(Size(540, 960))
    show_to_scale(kiosk)
    found = laid_out(kiosk)
    wait_until(lambda: not any(map(is_being_fetched, found)), "the pictures")
    (card,) = (item for item in found if item.objectName() == "theme-formation")
    wait_until(lambda: not card.property("settling"), "the page to be usable")
    spot = card.mapToScene(QPointF(card.width() / 2, card.height() / 2)).toPoint()
    QTest.mouseClick(kiosk.station.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert (kiosk.vm.page, kiosk.vm.themeLabel) == ("theme", "Trouver une formation")


@hardest_screens
def test_the_words_beside_the_digits_of_the_pin_are_nearly_as_large(show_kiosk: ShowKiosk, size: Size) -> None:
    kiosk = show_kiosk(size)
    KIOSK_LEAVE["leave"](kiosk)
    assert_touchable("PIN", buttons(laid_out(kiosk)), size)
    digit, *words = (shown(kiosk.station.window, name) for name in ("digit5", "eraseDigit", "enterLeavePin"))
    assert digit is not None
    for word in words:
        assert word is not None
        assert word.property("fontSize") >= 0.75 * digit.property("fontSize")


def test_the_header_of_a_lying_kiosk_ends_where_the_bar_of_modes_does(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(SCREENS["1920x1080-27"])
    laid_out(kiosk)
    languages, mode = (shown(kiosk.station.window, name) for name in ("languages", "listen"))
    assert languages is not None
    assert mode is not None
    assert place(languages).right() == pytest.approx(place(mode).right(), abs=1)
    gap = place(mode).top() - place(languages).bottom()
    assert gap < 0.1 * kiosk.station.window.height(), "no empty corner stands above the bar"
