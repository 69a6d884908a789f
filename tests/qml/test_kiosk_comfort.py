"""The kiosk as each visitor asks it to be: larger, in black and white, lower, in pictures (EN 301 549)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from cdm_kiosk.viewmodels.kiosk.visit import ASK_AFTER_S
from tests.qml.conftest import ShowKiosk, settled
from tests.qml.test_kiosk_pages import controls, distance, place, reachable
from tests.tools.contrast import contrast_of
from tests.tools.kiosk_scenes import KIOSK_MAIN, KIOSK_MORE
from tests.tools.kiosk_window import Kiosk
from tests.tools.polyglot import polyglot
from tests.tools.sizes import LARGE_LYING, LYING, SMALL, UPRIGHT, Size
from tests.tools.windows import items, key, ready, shown, touch, wait_until

SIZES = (UPRIGHT, LYING, SMALL, LARGE_LYING)
PAGES = ("themes", "theme", "ticket")
MODES: dict[str, dict[str, bool]] = {
    "default": {},
    "large": {"large_text": True},
    "contrast": {"high_contrast": True},
    "low": {"low_reach": True},
    "listening": {"low_reach": True, "speech": True},
    "pictures": {"pictures_first": True},
    "all": {"large_text": True, "high_contrast": True, "low_reach": True, "pictures_first": True, "speech": True},
}
LEAST_CAPITAL_MM = 7.3
REACH_MM = (900, 1220)
LOWER_EDGE_MM = 800
BAR = {"listen", "largeText", "highContrast", "lowReach", "picturesFirst"}
SPEECH_BAR = {"repeat", "louder", "softer"}

in_every_size = pytest.mark.parametrize("size", SIZES, ids=str)
in_every_mode = pytest.mark.parametrize("mode", MODES)
in_every_language = pytest.mark.parametrize("language", NAMES)


@pytest.fixture
def site(site: Site) -> Site:
    """The sample site in every language that the program speaks."""
    return polyglot(site)


@pytest.fixture
def pages(show_kiosk: ShowKiosk) -> Callable[[Size, str, str], Iterator[tuple[str, Kiosk]]]:
    """One kiosk, as a visitor with that wish meets its pages one after the other."""

    def walk(size: Size, language: str, mode: str) -> Iterator[tuple[str, Kiosk]]:
        kiosk = show_kiosk(size, language)
        for page in PAGES:
            kiosk.vm.finish()
            kiosk.vm.chooseLanguage(language)
            kiosk.vm.prefer(replace(Comfort(), **MODES[mode]))
            KIOSK_MAIN[page](kiosk)
            settled(kiosk.station.window)
            yield page, kiosk

    return walk


Walk = Callable[[Size, str, str], Iterator[tuple[str, Kiosk]]]


def texts(kiosk: Kiosk) -> list[QQuickItem]:
    found = [item for item in items(kiosk.station.window) if item.inherits("QQuickText")]
    return [item for item in found if item.property("text") and not reachable(item).isEmpty()]


def in_sight(item: QQuickItem) -> bool:
    return reachable(item) == place(item)


def seen(kiosk: Kiosk) -> list[tuple[object, ...]]:
    """Where everything stands, and each text with its colour."""
    settled(kiosk.station.window)
    return [
        (item.metaObject().className(), place(item).toRect(), item.property("text"), item.property("color"))
        for item in items(kiosk.station.window)
    ]


@in_every_size
@in_every_mode
@in_every_language
def test_each_page_can_be_touched_and_read_as_it_was_asked_for(
    pages: Walk, size: Size, mode: str, language: str
) -> None:
    for page, kiosk in pages(size, language, mode):
        window = kiosk.station.window
        found = [item for item in controls(window) if not reachable(item).isEmpty()]
        assert {item.objectName() for item in found} >= BAR
        screen = QRectF(0, 0, size.width, size.height)
        for item in found:
            least = min(item.width(), item.height()) / size.per_mm
            assert least >= 20, f"{page}: {item.objectName()} has {least:.1f} mm"
            assert screen.contains(reachable(item)), f"{page}: {item.objectName()} is not on the screen"
        for one, other in combinations(found, 2):
            gap = distance(reachable(one), reachable(other)) / size.per_mm
            assert gap >= 3.99, f"{page}: {one.objectName()} and {other.objectName()}: {gap:.1f} mm"
        for item in texts(kiosk):
            text = item.property("text")
            assert not item.property("truncated"), f"{page}: “{text}” is cut"
            assert item.property("paintedWidth") <= item.width() + 1, f"{page}: “{text}” is wider than its place"
            assert item.property("contentHeight") <= item.height() + 1, f"{page}: “{text}” is higher than its place"
        image, least = settled(window), 7 if "high_contrast" in MODES[mode] else 4.5
        for item in filter(in_sight, texts(kiosk)):
            if item.isEnabled():
                contrast = contrast_of(image, reachable(item))
                assert contrast >= least, f"{page}: “{item.property('text')}”: {contrast:.1f}"
        if "large_text" in MODES[mode]:
            for item in texts(kiosk):
                capital = QFontMetricsF(item.property("font")).capHeight() / size.per_mm
                assert capital >= LEAST_CAPITAL_MM, f"{page}: “{item.property('text')}”: {capital:.2f} mm"
        if "low_reach" in MODES[mode]:
            for item in found:
                there = reachable(item)
                low = LOWER_EDGE_MM + (size.height - there.bottom()) / size.per_mm
                high = LOWER_EDGE_MM + (size.height - there.top()) / size.per_mm
                where = f"{page}: {item.objectName()} from {low:.0f} to {high:.0f} mm"
                assert low >= REACH_MM[0] - 0.5, where
                assert high <= REACH_MM[1] + 0.5, where


ASKING = {"themes", "theme", "help", "look", "ticket", "entry_closed", "closed", "offline", "still_there"}


@pytest.mark.parametrize("name", sorted(ASKING))
def test_every_page_can_be_asked_to_be_otherwise(show_kiosk: ShowKiosk, name: str) -> None:
    kiosk = show_kiosk(UPRIGHT)
    (KIOSK_MAIN | KIOSK_MORE)[name](kiosk)
    settled(kiosk.station.window)
    touch(kiosk.station.window, "highContrast")
    assert kiosk.vm.highContrast
    button = ready(kiosk.station.window, "highContrast")
    assert any(item.objectName() == "tick" and item.isVisible() for item in button.findChildren(QQuickItem))


def test_a_kiosk_that_has_not_heard_its_hub_yet_can_be_asked_to_be_otherwise(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT, hears_hub=False)
    assert kiosk.vm.page == "starting"
    for name, mode in (("largeText", "large_text"), ("highContrast", "high_contrast"), ("lowReach", "low_reach")):
        ready(kiosk.station.window, name)
        touch(kiosk.station.window, name)
        assert getattr(kiosk.vm.props, mode)
    touch(kiosk.station.window, "listen")
    wait_until(lambda: kiosk.speaker.last.endswith("Un instant."), "the page to be said")


def test_the_modes_are_reached_by_the_keypad_alone_while_the_kiosk_asks(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT)
    KIOSK_MAIN["still_there"](kiosk)
    window = kiosk.station.window
    settled(window)
    for _ in range(3):
        key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_Return)
    assert kiosk.vm.comfort != Comfort()
    assert not kiosk.vm.stillThere


@pytest.mark.parametrize("size", [UPRIGHT, SMALL], ids=str)
def test_a_mode_that_is_on_says_so_by_a_mark_and_not_by_colour_alone(show_kiosk: ShowKiosk, size: Size) -> None:
    kiosk = show_kiosk(size)
    window = kiosk.station.window

    def marks() -> set[str]:
        """The buttons with a mark that can be seen."""
        settled(window)
        told = [item for item in items(window) if item.objectName() == "tick"]
        buttons = [item for item in controls(window) if item.objectName() in BAR]
        return {each.objectName() for each in buttons for mark in told if place(each).contains(place(mark))}

    assert marks() == set()
    # Last the voice: from then on a first touch only reads.
    names = [*sorted(BAR - {"listen"}), "listen"]
    for at, name in enumerate(names, start=1):
        touch(window, name)
        assert marks() == set(names[:at])


def test_the_voice_brings_its_own_buttons(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT)
    kiosk.voice.toggle()
    names = {item.objectName() for item in controls(kiosk.station.window)}
    assert names >= BAR | SPEECH_BAR


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "default"])
def test_the_next_visitor_finds_nothing_of_what_the_one_before_asked_for(show_kiosk: ShowKiosk, mode: str) -> None:
    kiosk = show_kiosk(UPRIGHT)
    before = seen(kiosk)
    kiosk.vm.prefer(replace(Comfort(), **MODES[mode]))
    assert seen(kiosk) != before
    for _ in range(2 * ASK_AFTER_S):
        kiosk.vm.tick()
    assert kiosk.vm.comfort == Comfort()
    assert seen(kiosk) == before


def test_what_finds_no_room_is_scrolled_to_by_large_buttons_and_keys(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(SMALL)
    window = kiosk.station.window
    kiosk.vm.toggleLargeText()
    settled(window)
    last = shown(window, "justLooking")
    assert last is not None
    assert reachable(last).isEmpty()
    down = ready(window, "scrollDown")
    while down.isEnabled():
        touch(window, "scrollDown")
        settled(window)
    wait_until(lambda: reachable(last) == place(last), "the last choice to be in sight")
    up = shown(window, "scrollUp")
    assert up is not None
    while up.isEnabled():
        key(window, Qt.Key.Key_PageUp)
        settled(window)
    wait_until(lambda: reachable(last).isEmpty(), "the page to begin again")


def test_the_keypad_brings_what_it_reaches_into_sight(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(SMALL)
    window = kiosk.station.window
    kiosk.vm.toggleLargeText()
    settled(window)
    for _ in range(20):
        key(window, Qt.Key.Key_Down)
        wait_until(partial(in_sight, window.activeFocusItem()), "what has the focus to be in sight")


@pytest.mark.parametrize("language", NAMES)
def test_whatever_becomes_of_the_paper_the_next_step_is_in_sight(show_kiosk: ShowKiosk, language: str) -> None:
    kiosk = show_kiosk(UPRIGHT, language)
    for page in ("print_failed", "printed", "paper_missing"):
        kiosk.vm.finish()
        kiosk.vm.chooseLanguage(language)
        (KIOSK_MAIN | KIOSK_MORE)[page](kiosk)
        settled(kiosk.station.window)
        wait_until(lambda: in_sight(ready(kiosk.station.window, "finish")), f"the next step after {page}")


@pytest.mark.parametrize("lower_edge_mm", [300, 800, 1000, 1300])
def test_targets_come_as_near_to_the_reach_as_the_screen_goes(show_kiosk: ShowKiosk, lower_edge_mm: int) -> None:
    kiosk = show_kiosk(SMALL)
    window = kiosk.station.window
    window.setProperty("lowerEdgeMm", lower_edge_mm)
    kiosk.vm.toggleLowReach()
    found = controls(window)
    top = min(place(item).top() for item in found if item.objectName() in BAR)
    bottom = max(place(item).bottom() for item in found if item.objectName() in BAR)
    if lower_edge_mm < REACH_MM[0] - SMALL.height / SMALL.per_mm:
        assert top < SMALL.height / 3
    elif lower_edge_mm > REACH_MM[0]:
        assert bottom > SMALL.height * 2 / 3
    assert 0 <= top < bottom <= SMALL.height
