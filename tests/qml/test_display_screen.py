"""What people in the hall read on the second screen: the calls first, and below them what everybody is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.station.station import TEXT_FAMILY
from cdm_kiosk.viewmodels.display.display import NOTICE_S
from tests.qml.conftest import settled
from tests.tools.contrast import contrast_of
from tests.tools.display_window import Hall, call, call_hub, new_display
from tests.tools.fake_hub import FakeHub
from tests.tools.house_variants import LONGEST_MESSAGE, arabic_first, house_of_zones, long_labels
from tests.tools.sizes import Size, resize
from tests.tools.windows import items, shown, wait_until

SIZES = [Size(1920, 1080), Size(1080, 1920), Size(1024, 768)]
in_every_size = pytest.mark.parametrize("size", SIZES, ids=str)
Show = Callable[..., Hall]
CAPITAL = 0.668
"""Height of a digit in parts of the type size."""


@pytest.fixture
def show(site: Site) -> Iterator[Show]:
    """Shows a display with six calls, after these commands."""
    halls: list[Hall] = []

    def hall(size: Size, *commands: c.Command, at: Site = site, calls: int = 6) -> Hall:
        hub = call_hub(at, 34, calls)
        for command in commands:
            hub.do(command)
        halls.append(new_display(hub))
        resize(halls[-1].station, size)
        settled(halls[-1].station.window)
        return halls[-1]

    yield hall
    for each in halls:
        each.station.close()


def text_of(window: QQuickWindow, name: str) -> str:
    item = shown(window, name)
    return "" if item is None else str(item.property("text"))


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def item(window: QQuickWindow, name: str) -> QQuickItem:
    found = shown(window, name)
    assert found is not None, name
    return found


MESSAGE = c.PostMessage({"fr": "Atelier à 15 h, salle B"})
LONG_MESSAGE = c.PostMessage({"fr": LONGEST_MESSAGE})
LONG_PAUSE = c.PauseTheme("creation", {"fr": LONGEST_MESSAGE})


@in_every_size
@pytest.mark.parametrize(
    "commands",
    [(MESSAGE,), (MESSAGE, c.CloseEntry()), (LONG_MESSAGE,), (LONG_MESSAGE, LONG_PAUSE)],
    ids=["message", "message and entry", "long message", "too much"],
)
def test_what_is_told_is_whole_large_and_below_the_calls(
    show: Show, site: Site, size: Size, commands: tuple[c.Command, ...]
) -> None:
    window = show(size, *commands, at=replace(long_labels(site), counters=site.counters)).station.window
    wait_until(lambda: all(each.opacity() == 1 for each in items(window)), "a notice to have come")
    image = settled(window)
    number, message = item(window, "currentNumber"), item(window, "message")
    foot_size = min(item.property("font").pixelSize() for item in items(window) if _is_site_name(item))
    told = [each for each in (message, shown(window, "notice")) if each is not None]
    for each in told:
        assert not each.property("truncated")
        assert each.property("font").pixelSize() >= 1.45 * foot_size
        assert QRectF(0, 0, size.width, size.height).contains(place(each))
        assert contrast_of(image, place(each)) >= 4.5
    assert place(number).bottom() <= place(message).top()
    assert number.property("font").pixelSize() > 2 * message.property("font").pixelSize()


def _is_site_name(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and str(item.property("text")).startswith("Cité des métiers")


def test_two_short_texts_stand_together_and_two_long_ones_take_turns(show: Show) -> None:
    hall = show(SIZES[0], MESSAGE, c.CloseEntry())
    window = hall.station.window
    assert text_of(window, "message") == "Atelier à 15 h, salle B"
    assert text_of(window, "notice").startswith("Nous ne donnons plus de numéro.")
    hall.hub.do(c.OpenEntry())
    hall.hub.do(LONG_MESSAGE)
    hall.hub.do(LONG_PAUSE)
    settled(window)
    assert (text_of(window, "message"), text_of(window, "notice")) == (LONGEST_MESSAGE, "")
    for _ in range(NOTICE_S):
        hall.station.view_model.tick()
    settled(window)
    assert text_of(window, "message") == ""
    assert text_of(window, "notice") == f"Créer mon activité\u00a0: {LONGEST_MESSAGE}"


def test_where_nothing_is_told_the_calls_have_all_the_room(show: Show) -> None:
    hall = show(SIZES[0], MESSAGE)
    before = _lowest_call(hall.station.window)
    hall.hub.do(c.PostMessage({}))
    settled(hall.station.window)
    assert _lowest_call(hall.station.window) > before


def _lowest_call(window: QQuickWindow) -> float:
    return max(place(each).bottom() for each in items(window) if each.objectName() == "calledPlace")


@in_every_size
@pytest.mark.parametrize("visitors", [2, 3, 12, 60])
def test_numbers_that_are_called_together_are_all_whole(show: Show, size: Size, visitors: int) -> None:
    hall = show(size, calls=0)
    several = tuple(hall.hub.issue("creation") for _ in range(visitors))
    hall.hub.do(c.CallTogether("6", several))
    window = hall.station.window
    settled(window)
    first = hall.hub.floor.tickets[several[0]].number
    wanted = {str(first + at) for at in range(visitors)}
    drawn = [each for each in items(window) if each.objectName() == "numberTogether"]
    assert {each.property("text") for each in drawn} == wanted
    spot = place(item(window, "currentPlace"))
    inks = [_ink(each) for each in drawn]
    for ink in inks:
        assert QRectF(0, 0, size.width, size.height).contains(ink)
        assert not ink.intersects(spot)
        assert not any(ink.intersects(other) for other in inks if other is not ink)


def _ink(number: QQuickItem) -> QRectF:
    """Where the digits themselves are: a digit has neither ascender nor descender."""
    line = place(number)
    baseline = line.top() + number.baselineOffset()
    return QRectF(line.left(), baseline - CAPITAL * number.property("font").pixelSize(), line.width(), 1).united(
        QRectF(line.left(), baseline - 1, line.width(), 1)
    )


@pytest.mark.parametrize("calls", [0, 3])
def test_behind_a_closed_entry_nobody_is_told_to_take_a_ticket(show: Show, calls: int) -> None:
    window = show(SIZES[0], c.CloseEntry(), calls=calls).station.window
    words = " ".join(str(each.property("text")) for each in items(window) if each.inherits("QQuickText"))
    assert "Si vous en avez un, nous vous recevons." in words
    assert "Prenez un ticket" not in words


@pytest.mark.parametrize("minute", [0, 256, 272, 16], ids=["right low", "right high", "left high", "left low"])
@in_every_size
def test_wherever_the_picture_has_drifted_to_nothing_is_cut_off(show: Show, size: Size, minute: int) -> None:
    hall = show(size, MESSAGE, c.CloseEntry())
    midnight = hall.hub.floor.site.local(hall.hub.now).replace(hour=0, minute=0)
    hall.hub.now = (midnight + timedelta(minutes=minute)).astimezone(UTC)
    hall.station.view_model.tick()
    window = hall.station.window
    settled(window)
    screen, stage = QRectF(0, 0, size.width, size.height), place(item(window, "stage"))
    assert stage.contains(screen)
    assert stage.center() != screen.center()
    for each in items(window):
        if each.inherits("QQuickText") and each.property("text"):
            width = each.property("contentWidth")
            assert screen.contains(each.mapRectToScene(QRectF(0, each.height() / 2, min(width, each.width()), 1)))


def _places_on_stage(window: QQuickWindow) -> dict[tuple[str, str], QRectF]:
    """Where each number and place of a call stands, by its name and its words."""
    stage = item(window, "stage")
    names = ("currentNumber", "currentPlace", "calledNumber", "calledPlace", "zoneName")
    return {
        (each.objectName(), str(each.property("text"))): each.mapRectToItem(
            stage, QRectF(0, 0, each.width(), each.height())
        )
        for each in items(window)
        if each.objectName() in names
    }


@in_every_size
@pytest.mark.parametrize("zones", ["", "accueil:left,etage:up"], ids=["one area", "two areas"])
def test_a_house_whose_first_language_is_arabic_reads_its_display_from_the_right(
    site: Site, size: Size, zones: str
) -> None:
    house = house_of_zones(site, 2) if zones else site
    placed = []
    for languages in (("fr", "en", "es", "ar"), ("ar", "fr", "en", "es")):
        hall = new_display(call_hub(replace(house, languages=languages), 34, 6), zones)
        resize(hall.station, size)
        settled(hall.station.window)
        placed.append(_places_on_stage(hall.station.window))
        whole = item(hall.station.window, "stage").size()
        hall.station.close()
    from_left, from_right = placed
    assert len(from_left) >= 6
    assert from_left.keys() == from_right.keys()
    for key, left in from_left.items():
        right = from_right[key]
        # Digits have a little more air before them than behind; Arabic headings stand a little higher.
        assert right.right() == pytest.approx(whole.width() - left.left(), abs=0.02 * whole.width()), key
        assert right.top() == pytest.approx(left.top(), abs=0.02 * whole.height()), key


def test_on_an_arabic_screen_a_place_is_read_as_its_own_letters_are(site: Site) -> None:
    counters = tuple(replace(each, label="طاولة 4" if each.id == "4" else each.label) for each in site.counters)
    hub = call_hub(replace(site, languages=("ar", "fr", "en", "es"), counters=counters), 34, 6)
    hall = new_display(hub)
    resize(hall.station, SIZES[0])
    settled(hall.station.window)
    # Written whole, its own letters say in which direction a place is read.
    called = {
        str(each.property("text")): [
            str(piece.property("text"))
            for piece in _below(each)
            if piece.inherits("QQuickText") and piece.property("text")
        ]
        for each in items(hall.station.window)
        if each.objectName() == "calledPlace"
    }
    assert called["طاولة 4"] == ["طاولة 4"]
    assert called["Table 5"] == ["Table 5"]
    hall.station.close()


@pytest.mark.parametrize(
    ("zones", "turns"), [("", []), ("accueil,etage", []), ("accueil:left,etage:up", [180, 180, 270, 270])]
)
def test_an_arrow_shows_the_way_only_where_somebody_has_said_which(
    site: Site, zones: str, turns: list[float]
) -> None:
    hall = new_display(call_hub(house_of_zones(site, 2), 34, 6), zones)
    resize(hall.station, SIZES[0])
    settled(hall.station.window)
    assert sorted(each.rotation() for each in items(hall.station.window) if each.inherits("QQuickShape")) == turns
    hall.station.close()


@in_every_size
@pytest.mark.parametrize("zones", [1, 2, 3])
def test_letters_that_hang_low_cross_no_line_and_no_edge(site: Site, size: Size, zones: int) -> None:
    asked = {1: "", 2: "accueil:left,etage:up", 3: "accueil,etage,annexe"}[zones]
    hall = new_display(call_hub(arabic_first(house_of_zones(site, zones)), 34, 6), asked)
    resize(hall.station, size)
    settled(hall.station.window)
    window = hall.station.window
    lines = [place(each) for each in items(window) if each.objectName() == "lineBelow"]
    panels = [place(each) for each in items(window) if each.objectName() == "lastCalls"]
    for each in items(window):
        if each.objectName() in ("calledPlace", "currentPlace"):
            ink = _letters(each)
            crossed = [
                line for line in (*lines, *panels) if line.top() - 0.5 < ink.bottom() and ink.top() < line.top()
            ]
            assert not [line for line in crossed if line.left() < ink.right() and ink.left() < line.right()]
    hall.station.close()


def _letters(text: QQuickItem) -> QRectF:
    """What is drawn of a place, from the highest letter to the lowest."""
    line = place(text)
    baseline = line.top() + float(text.property("lastBaseline"))
    letters = tight_bounds(str(text.property("lines")[-1]), int(text.property("pixelSize")))
    return QRectF(line.left(), baseline + letters.top(), line.width(), letters.height())


def tight_bounds(text: str, pixels: int) -> QRectF:
    font = QFont(TEXT_FAMILY)
    font.setBold(True)
    font.setPixelSize(pixels)
    return QFontMetricsF(font).tightBoundingRect(text)


def zone_of(hub: FakeHub, counter: str) -> str:
    found = hub.floor.site.counter(counter)
    assert found is not None
    return found.zone


@pytest.mark.parametrize("zones", [1, 3])
@in_every_size
def test_whoever_was_called_with_thirty_finds_the_number_as_long_as_anybody_else(
    site: Site, size: Size, zones: int
) -> None:
    asked = {1: "", 3: "accueil,etage,annexe"}[zones]
    hub = call_hub(house_of_zones(site, zones) if zones > 1 else site, 34, 0)
    thirty = tuple(hub.issue("creation") for _ in range(30))
    numbers = {str(hub.floor.tickets[each].number) for each in thirty}
    hub.do(c.CallTogether("6", thirty))
    neighbours = [each.id for each in hub.floor.site.counters if each.zone == zone_of(hub, "6")]
    # Somebody else is called in the same area, then a second one.
    for counter in [each for each in neighbours if each not in ("6", hub.floor.site.desk)][:2]:
        call(hub, counter)
    hall = new_display(hub, asked)
    resize(hall.station, size)
    settled(hall.station.window)
    window = hall.station.window
    seen: set[str] = set()
    panels = [each for each in items(window) if each.objectName() == "lastCalls"]
    for _ in range(max(int(each.property("pages")) for each in panels)):
        drawn = [each for each in items(window) if each.objectName() == "calledNumber"]
        inks = [_ink(each) if each.inherits("QQuickText") else place(each) for each in drawn]
        assert all(QRectF(0, 0, size.width, size.height).contains(ink) for ink in inks)
        assert not any(one.intersects(other) for at, one in enumerate(inks) for other in inks[at + 1 :])
        seen |= {str(each.property("text")) for each in drawn}
        for each in panels:
            each.setProperty("page", (int(each.property("page")) + 1) % int(each.property("pages")))
        settled(window)
    assert numbers <= seen
    hall.station.close()


def _below(parent: QQuickItem) -> Iterator[QQuickItem]:
    for each in parent.childItems():
        yield each
        yield from _below(each)
