"""The window of a machine that is being paired, as fingers, keys, eyes and screen readers meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from tests.qml.conftest import settled
from tests.qml.test_kiosk_pages import (
    LEAST_GAP_MM,
    LEAST_TARGET_MM,
    a_screen_reader_can_name,
    controls,
    distance,
    place,
    reachable,
    text_stands_out_from_its_ground,
)
from tests.tools.pairing_window import LYON, PARIS, Newcomer, new_newcomer
from tests.tools.pictures.pairing import HALL_UPRIGHT, PAIRING_MAIN, PAIRING_MORE
from tests.tools.sizes import COMPACT, DESK, HALL, KIOSK_SCREENS, LOW, LYING, OFFICE, SMALL, UPRIGHT, Size, resize
from tests.tools.windows import items, key, ready, shown, touch, wait_until

SCENES = PAIRING_MAIN | PAIRING_MORE
SHAPES = [
    *(("kiosk", size) for size in (UPRIGHT, LYING, SMALL, LOW, *KIOSK_SCREENS["15in"], *KIOSK_SCREENS["32in"])),
    ("display", HALL),
    ("display", HALL_UPRIGHT),
    ("advisor", COMPACT),
    ("reception", DESK),
    ("reception", OFFICE),
]
REACH_FROM_MM, REACH_TO_MM = 900, 1220
LOWER_EDGE_MM = 800
LEAST_REACH_MM = 120
DIGIT_HEIGHT = 0.7
SEEN_FROM_AFAR_MM = 4 * 12
"""Of a display that is read from four metres (interface brief)."""

NewNewcomer = Callable[..., Newcomer]


@pytest.fixture
def newcomers() -> Iterator[NewNewcomer]:
    """Shows machines of a role in a size, and closes them."""
    made: list[Newcomer] = []

    def one(role: str, size: Size) -> Newcomer:
        newcomer = new_newcomer(role)
        made.append(newcomer)
        resize(newcomer.station, size)
        return newcomer

    yield one
    for each in made:
        each.station.close()


def within_reach(size: Size) -> QRectF:
    """Where a wheelchair's user touches (EN 301 549 8.3), never less than a page needs."""
    low = min(size.height, max(0.0, (REACH_FROM_MM - LOWER_EDGE_MM) * size.per_mm))
    high = min(float(size.height), (REACH_TO_MM - LOWER_EDGE_MM) * size.per_mm)
    least = min(float(size.height), LEAST_REACH_MM * size.per_mm)
    low = min(low, max(0.0, high - least))
    high = max(high, low + least)
    return QRectF(0, size.height - high, size.width, high - low).adjusted(-1, -1, 1, 1)


@pytest.mark.parametrize("state", SCENES)
@pytest.mark.parametrize(("role", "size"), SHAPES, ids=lambda part: str(part))
def test_every_stage_is_whole_named_and_within_reach(
    newcomers: NewNewcomer, role: str, size: Size, state: str
) -> None:
    newcomer = newcomers(role, size)
    SCENES[state](newcomer)
    window = newcomer.station.window
    found = controls(window)
    a_screen_reader_can_name(found)
    screen = within_reach(size) if role == "kiosk" else QRectF(0, 0, size.width, size.height)
    for item in found:
        assert reachable(item) == place(item), f"{item.objectName()} is not whole"
        assert screen.contains(place(item)), f"{item.objectName()} is out of reach: {place(item)} in {screen}"
        if role == "kiosk":
            assert min(item.width(), item.height()) / size.per_mm >= LEAST_TARGET_MM, item.objectName()
    for one, other in combinations(found, 2):
        gap = distance(place(one), place(other))
        assert gap >= (LEAST_GAP_MM * size.per_mm if role == "kiosk" else 4), (one.objectName(), other.objectName())
    nothing_is_cut_or_covered(window)


def nothing_is_cut_or_covered(window: QQuickWindow) -> None:
    texts = [item for item in items(window) if item.inherits("QQuickText") and item.property("text")]
    assert texts
    for item in texts:
        assert reachable(item).adjusted(-1, -1, 1, 1).contains(place(item)), item.property("text")
        assert not item.property("truncated"), item.property("text")
        assert item.property("contentWidth") <= item.width() + 1, item.property("text")
    # A digit is not as high as its line.
    lines = [item for item in texts if item.parentItem().property("digitHeight") is None]
    for one, other in combinations(lines, 2):
        assert not place(one).adjusted(1, 1, -1, -1).intersects(place(other)), (
            one.property("text"),
            other.property("text"),
        )


@pytest.mark.parametrize("state", ["found_several", "number", "fault"])
@pytest.mark.parametrize("size", [UPRIGHT, LYING, *KIOSK_SCREENS["32in"]], ids=str)
def test_who_listens_sees_all_of_it_too(newcomers: NewNewcomer, size: Size, state: str) -> None:
    newcomer = newcomers("kiosk", size)
    SCENES[state](newcomer)
    assert newcomer.voice is not None
    newcomer.voice.begin()
    window = newcomer.station.window
    wait_until(lambda: shown(window, "repeat"), "the voice's controls")
    for item in controls(window):
        assert reachable(item) == place(item), item.objectName()
        assert within_reach(size).contains(place(item)), item.objectName()
    nothing_is_cut_or_covered(window)


@pytest.mark.parametrize("state", SCENES)
@pytest.mark.parametrize("contrast", [False, True])
def test_every_text_stands_out_from_its_ground(newcomers: NewNewcomer, state: str, contrast: bool) -> None:
    newcomer = newcomers("kiosk", UPRIGHT)
    SCENES[state](newcomer)
    if contrast:
        newcomer.vm.toggleHighContrast()
    text_stands_out_from_its_ground(newcomer.station.window)


@pytest.mark.parametrize("state", ["found_several", "address", "address_bad", "number", "fault"])
@pytest.mark.parametrize("size", [UPRIGHT, LYING, SMALL, LOW], ids=str)
def test_in_large_text_the_controls_stay_whole_and_apart(newcomers: NewNewcomer, size: Size, state: str) -> None:
    newcomer = newcomers("kiosk", size)
    SCENES[state](newcomer)
    newcomer.vm.toggleLargeText()
    found = [item for item in controls(newcomer.station.window) if not reachable(item).isEmpty()]
    for item in found:
        # A long list of hubs is scrolled.
        assert within_reach(size).contains(reachable(item)), item.objectName()
        assert reachable(item) == place(item) or item.objectName().startswith("hub-"), item.objectName()
    for one, other in combinations(found, 2):
        assert distance(reachable(one), reachable(other)) >= LEAST_GAP_MM * size.per_mm - 1, (
            one.objectName(),
            other.objectName(),
        )


@pytest.mark.parametrize(("role", "size"), SHAPES, ids=lambda part: str(part))
def test_the_digits_are_the_largest_thing_on_the_screen(newcomers: NewNewcomer, role: str, size: Size) -> None:
    newcomer = newcomers(role, size)
    newcomer.number("700040")
    window = newcomer.station.window
    settled(window)
    texts = [item for item in items(window) if item.inherits("QQuickText")]
    groups = [item for item in texts if item.property("text") in ("700", "040")]
    assert len(groups) == 2
    heights = {round(item.property("font").pixelSize() * DIGIT_HEIGHT) for item in groups}
    assert len(heights) == 1
    (height,) = heights
    others = [item.property("font").pixelSize() for item in texts]
    assert sorted(others)[-3] * 2 < height / DIGIT_HEIGHT
    if role == "display":
        assert height / size.per_mm >= SEEN_FROM_AFAR_MM
    card = shown(window, "digits")
    assert card is not None
    spoken = QAccessible.queryAccessibleInterface(card)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "7 0 0 0 4 0"


def write(window: QQuickWindow, text: str) -> None:
    for letter in text:
        QTest.keyClick(window, Qt.Key(ord(letter.upper())))


# ----- by finger


def hub_name(newcomer: Newcomer, at: int = 0) -> str:
    return f"hub-{newcomer.vm.props.hubs[at].key}"


@pytest.mark.parametrize(("role", "size"), [("kiosk", UPRIGHT), ("advisor", COMPACT), ("reception", DESK)], ids=str)
def test_a_cite_is_chosen_by_a_touch(newcomers: NewNewcomer, role: str, size: Size) -> None:
    newcomer = newcomers(role, size)
    newcomer.browser.find(PARIS, LYON)
    touch(newcomer.station.window, hub_name(newcomer, 1))
    assert newcomer.pairing.asked == [(LYON.urls, role, "")]
    newcomer.pairing.show()
    touch(newcomer.station.window, "search")
    assert newcomer.vm.stage == "searching"


@pytest.mark.parametrize("size", [UPRIGHT, LYING, SMALL, LOW, *KIOSK_SCREENS["15in"]], ids=str)
def test_any_address_is_typed_on_the_screen_alone(newcomers: NewNewcomer, size: Size) -> None:
    newcomer = newcomers("kiosk", size)
    window = newcomer.station.window
    touch(window, "typeAddress")
    for letter in "1x[fe80::9%z]:8-_":
        for _ in range(9):
            settled(window)
            if shown(window, f"key-{letter}") is not None:
                break
            touch(window, "nextSheet")
        touch(window, f"key-{letter}")
    assert newcomer.vm.address == "1x[fe80::9%z]:8-_"
    touch(window, "erase")
    assert newcomer.vm.address == "1x[fe80::9%z]:8-"


def test_a_typed_address_is_mended_and_asked(newcomers: NewNewcomer) -> None:
    newcomer = newcomers("kiosk", UPRIGHT)
    window = newcomer.station.window
    touch(window, "typeAddress")
    for letter in "10.0.0.500":
        touch(window, f"key-{letter}")
    touch(window, "enterAddress")
    assert newcomer.pairing.asked == []
    assert shown(window, "addressProblem") is not None
    touch(window, "erase")
    touch(window, "enterAddress")
    assert [urls for urls, _, _ in newcomer.pairing.asked] == [("https://10.0.0.50:8080",)]
    newcomer.pairing.refuse("hub_unreachable")
    touch(window, "typeAddress")
    field = ready(window, "address")
    assert field.property("text") == "10.0.0.50"
    touch(window, "search")
    assert newcomer.vm.stage == "searching"


def test_who_hears_touches_twice(newcomers: NewNewcomer) -> None:
    newcomer = newcomers("kiosk", UPRIGHT)
    window = newcomer.station.window
    newcomer.browser.find(PARIS)
    touch(window, "listen")
    voice = newcomer.voice
    assert voice is not None
    wait_until(lambda: voice.props.reads, "the voice")
    touch(window, hub_name(newcomer))
    assert newcomer.pairing.asked == []
    wait_until(lambda: "Cité des métiers de Paris. paris" in newcomer.speaker.last, "the hub's name")
    touch(window, hub_name(newcomer))
    assert len(newcomer.pairing.asked) == 1
    newcomer.pairing.show()
    wait_until(lambda: "quatre, un, huit. deux, zéro, trois" in newcomer.speaker.last, "the digits")
    touch(window, "repeat")
    touch(window, "repeat")
    wait_until(lambda: "quatre, un, huit" in newcomer.speaker.last, "the digits again")


# ----- by keys


def test_a_display_is_paired_with_arrows_and_enter(newcomers: NewNewcomer) -> None:
    newcomer = newcomers("display", HALL)
    window = newcomer.station.window
    newcomer.browser.find(PARIS, LYON)
    settled(window)
    key(window, Qt.Key.Key_Tab)
    for _ in range(4):
        if window.activeFocusItem().objectName() == hub_name(newcomer, 1):
            break
        key(window, Qt.Key.Key_Down)
    assert window.activeFocusItem().property("visualFocus")
    key(window, Qt.Key.Key_Return)
    assert newcomer.pairing.asked == [(LYON.urls, "display", "")]
    newcomer.pairing.show()
    settled(window)
    assert window.activeFocusItem().objectName() == "search"
    key(window, Qt.Key.Key_Escape)
    assert newcomer.vm.stage == "searching"


def test_a_remote_with_arrows_alone_types_an_address(newcomers: NewNewcomer) -> None:
    newcomer = newcomers("display", HALL)
    window = newcomer.station.window
    newcomer.vm.typeAddress()
    wait_until(lambda: window.activeFocusItem() and window.activeFocusItem().objectName() == "address", "the field")
    for pressed, there in (
        (Qt.Key.Key_Down, "key-1"),
        (Qt.Key.Key_Right, "key-2"),
        (Qt.Key.Key_Down, "key-5"),
        (Qt.Key.Key_Left, "key-4"),
        (Qt.Key.Key_Up, "key-1"),
    ):
        key(window, pressed)
        assert window.activeFocusItem().objectName() == there
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Right)
    key(window, Qt.Key.Key_Return)
    assert newcomer.vm.address == "12"
    key(window, Qt.Key.Key_Up)
    assert window.activeFocusItem().objectName() == "address"
    for _ in range(6):
        key(window, Qt.Key.Key_Down)
    wait_until(lambda: window.activeFocusItem().objectName() == "enterAddress", "the way on")


@pytest.mark.parametrize(("role", "size"), [("display", HALL), ("advisor", COMPACT), ("reception", DESK)], ids=str)
def test_a_real_keyboard_types_at_once_and_goes_on_by_enter(newcomers: NewNewcomer, role: str, size: Size) -> None:
    newcomer = newcomers(role, size)
    window = newcomer.station.window
    newcomer.vm.typeAddress()
    wait_until(lambda: window.activeFocusItem() and window.activeFocusItem().objectName() == "address", "the field")
    write(window, "accueil.local")
    key(window, Qt.Key.Key_Return)
    assert [urls for urls, _, _ in newcomer.pairing.asked] == [("https://accueil.local:8080",)]


def test_real_keys_write_wherever_the_arrows_have_led(newcomers: NewNewcomer) -> None:
    newcomer = newcomers("display", HALL)
    window = newcomer.station.window
    newcomer.vm.typeAddress()
    wait_until(lambda: window.activeFocusItem() and window.activeFocusItem().objectName() == "address", "the field")
    key(window, Qt.Key.Key_Down)
    write(window, "10.7")
    assert newcomer.vm.address == "10.7"
    key(window, Qt.Key.Key_Backspace)
    assert newcomer.vm.address == "10."
    field: QQuickItem = ready(window, "address")
    assert field.property("text") == "10."


def test_a_keypad_of_a_kiosk_reaches_every_control(newcomers: NewNewcomer) -> None:
    newcomer = newcomers("kiosk", UPRIGHT)
    window = newcomer.station.window
    for state in ("found_several", "address", "number", "fault"):
        SCENES[state](newcomer)
        expected = {item.objectName() for item in controls(window)}
        reached = set()
        for _ in range(2 * len(expected)):
            key(window, Qt.Key.Key_Down if state != "address" else Qt.Key.Key_Tab)
            reached.add(window.activeFocusItem().objectName())
        assert expected <= reached, state
        newcomer.vm.search()
