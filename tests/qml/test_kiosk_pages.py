"""Every kiosk page as a finger, a screen reader and tired eyes meet it (EN 301 549, interface brief)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from tests.qml.conftest import ShowKiosk, settled
from tests.tools.contrast import contrast_of
from tests.tools.kiosk_scenes import KIOSK_MAIN, KIOSK_MORE
from tests.tools.sizes import LOW, LYING, SMALL, UPRIGHT, Size
from tests.tools.windows import items, ready, shown

SCENES = KIOSK_MAIN | KIOSK_MORE
LEAST_TARGET_MM = 20
LEAST_GAP_MM = 4
LEAST_CONTRAST = 4.5

SHAPES = [(UPRIGHT, "fr"), (UPRIGHT, "en"), (UPRIGHT, "es"), (LOW, "es"), (LYING, "es"), (SMALL, "es"), (LOW, "fr")]
in_every_shape = pytest.mark.parametrize(
    ("name", "size", "language"),
    [(name, *shape) for name in SCENES for shape in (SHAPES if name in KIOSK_MAIN else SHAPES[:4])],
    ids=str,
)


def controls(window: QQuickWindow) -> list[QQuickItem]:
    """All that a person can use now."""
    settled(window)
    return [item for item in items(window) if item.inherits("QQuickAbstractButton") and item.isEnabled()]


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def reachable(item: QQuickItem) -> QRectF:
    """Where a finger meets it now: a page that scrolls hides some of it."""
    seen = place(item)
    above = item.parentItem()
    while above is not None:
        if above.clip():
            seen = seen.intersected(place(above))
        above = above.parentItem()
    return seen


def distance(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right())
    down = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(across, down)


ROLES = {QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}


@in_every_shape
def test_every_page_is_touched_read_aloud_reached_by_keys_and_seen(
    show_kiosk: ShowKiosk, name: str, size: Size, language: str
) -> None:
    kiosk = show_kiosk(size, language)
    SCENES[name](kiosk)
    window = kiosk.station.window
    found = controls(window)
    assert found
    if name in KIOSK_MAIN or (size, language) not in ((UPRIGHT, "en"), (UPRIGHT, "es")):
        fingers_have_room(window, found, size)
    a_screen_reader_can_name(found)
    if (size, language) == (UPRIGHT, "fr"):
        text_stands_out_from_its_ground(window)
        the_keyboard_reaches(window, found)


def fingers_have_room(window: QQuickWindow, found: Sequence[QQuickItem], size: Size) -> None:
    screen = QRectF(0, 0, size.width, size.height)
    for item in found:
        least = min(item.width(), item.height()) / size.per_mm
        assert least >= LEAST_TARGET_MM, f"{item.objectName()}: {least:.1f} mm"
        # Only a screen smaller than those that we ask for has to scroll.
        if size != LOW or not reachable(item).isEmpty():
            assert screen.contains(reachable(item)), f"{item.objectName()} is not whole on the screen"
    if size != LOW:
        assert shown(window, "scrollDown") is None
    for one, other in combinations([item for item in found if not reachable(item).isEmpty()], 2):
        gap = distance(reachable(one), reachable(other)) / size.per_mm
        assert gap >= LEAST_GAP_MM, f"{one.objectName()} and {other.objectName()}: {gap:.1f} mm"


def a_screen_reader_can_name(found: Sequence[QQuickItem]) -> None:
    for item in found:
        spoken = QAccessible.queryAccessibleInterface(item)
        assert spoken is not None, item.objectName()
        assert item.objectName(), f"“{spoken.text(QAccessible.Text.Name)}” has no objectName"
        assert spoken.text(QAccessible.Text.Name), item.objectName()
        assert spoken.role() in ROLES, item.objectName()


def the_keyboard_reaches(window: QQuickWindow, found: Sequence[QQuickItem]) -> None:
    expected = {item.objectName() for item in found}
    reached: set[str] = set()
    item = window.activeFocusItem()
    for _ in range(2 * len(expected) + 2):
        item = item.nextItemInFocusChain(True)
        reached.add(item.objectName())
    assert expected <= reached


def text_stands_out_from_its_ground(window: QQuickWindow) -> None:
    image = settled(window)
    texts = [item for item in items(window) if item.inherits("QQuickText") and item.isEnabled()]
    texts = [item for item in texts if item.property("text")]
    assert texts
    for item in texts:
        assert contrast_of(image, place(item)) >= LEAST_CONTRAST, item.property("text")


def spoken(window: QQuickWindow) -> list[str]:
    """What a screen reader says of the whole window, in its order."""

    def names(interface: QAccessibleInterface) -> list[str]:
        state = interface.state()
        if state.invisible:
            return []
        own = interface.text(QAccessible.Text.Name).replace("\u00a0", " ")
        below = [name for at in range(interface.childCount()) for name in names(interface.child(at))]
        return [own, *below] if own else below

    settled(window)
    return names(QAccessible.queryAccessibleInterface(window))


def test_a_ticket_is_read_aloud_in_the_order_that_a_visitor_needs_it(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT)
    SCENES["ticket"](kiosk)
    said = spoken(kiosk.station.window)
    at = said.index("Votre numéro")
    assert said[at : at + 6] == [
        "Votre numéro",
        "42",
        "Installez-vous ici : l’espace d’attente, près de l’accueil",
        "Attente prévue 25 à 40 min",
        "Revenez vers 15 h 15",
        "2 personnes avant vous",
    ]


SAID: dict[str, list[str]] = {
    "theme_unserved": [
        "Pas de conseiller sur ce sujet en ce moment. Prochain horaire prévu : mardi 24 novembre à 13 h 30",
        "Parler à l’accueil",
    ],
    "theme_full": ["Complet pour aujourd’hui. Prochain horaire prévu : demain à 13 h 30", "Parler à l’accueil"],
    "theme_just_full": [
        "Nous ne pouvons plus donner de numéro pour aujourd’hui.",
        "Complet pour aujourd’hui. L’accueil vous dit quand revenir.",
        "Parler à l’accueil",
    ],
    "theme_unserved_empty_desk": [
        "Pas de conseiller sur ce sujet en ce moment. Prochain horaire prévu : mardi 24 novembre à 13 h 30",
        "À l’accueil, à gauche de l’entrée",
        "Sans ticket, sans rendez-vous.",
    ],
    "theme_paused": [
        "En pause pour le moment. De retour à 15 h. Prochain horaire prévu : demain à 13 h 30",
        "Parler à l’accueil",
        "Offres d’emploi du jour, Panneau vert, près de la fenêtre",
    ],
    "theme_paused_without_words": [
        "En pause pour le moment. Prochain horaire prévu : demain à 13 h 30",
        "Parler à l’accueil",
    ],
    "theme_just_paused": [
        "Ce sujet est en pause pour le moment.",
        "En pause pour le moment. L’accueil vous dit quand revenir.",
        "Parler à l’accueil",
    ],
    "entry_closed": [
        "Français",
        "English",
        "Nous ne donnons plus de numéro pour le moment.",
        "Prochains numéros, au plus tard demain à 9 h",
        "Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.",
        "À l’accueil, à gauche de l’entrée",
        "Utiliser un ordinateur, Postes 1 à 8, au fond à droite",
    ],
    "entry_closed_for_today": [
        "Nous ne donnons plus de numéro pour aujourd’hui.",
        "Prochains numéros demain à 9 h",
    ],
    "entry_rests": [
        "Nous ne donnons plus de numéro pour le moment.",
        "Prochains numéros aujourd’hui à 15 h 30",
    ],
    "help": ["Une personne vous écoute.", "Parler à l’accueil"],
    "help_empty_desk": ["Une personne vous écoute.", "À l’accueil, à gauche de l’entrée"],
    "closed": ["Nous sommes fermés pour le moment.", "Nous ouvrons demain à 9 h"],
    "ticket_at_desk": ["42", "Installez-vous ici, l’accueil vous appelle : l’espace d’attente, près de l’accueil"],
}


@pytest.mark.parametrize("name", SAID)
def test_no_page_is_a_dead_end(show_kiosk: ShowKiosk, name: str) -> None:
    kiosk = show_kiosk(UPRIGHT)
    SCENES[name](kiosk)
    said = spoken(kiosk.station.window)
    places = [said.index(sentence) for sentence in SAID[name]]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("name", "control", "wait"),
    [
        ("theme", "takeTicket", "Attente : 25 à 40 min"),
        ("theme_without_wait", "takeTicket", "sans attente"),
        ("theme_without_forecast", "takeTicket", "2 personnes attendent"),
        ("help", "takeDeskTicket", "sans attente"),
        ("themes", "theme-formation", "attente 10 à 20 min"),
        ("themes", "theme-creation", "mardi dès 13 h 30"),
        ("themes_paused", "theme-emploi", "en pause"),
        ("themes_without_forecast", "theme-evolution", "sans attente"),
        ("themes_without_forecast", "theme-orientation", "attente incertaine"),
    ],
)
def test_a_choice_says_how_long_one_waits_for_it(show_kiosk: ShowKiosk, name: str, control: str, wait: str) -> None:
    kiosk = show_kiosk(UPRIGHT)
    SCENES[name](kiosk)
    (button,) = (each for each in controls(kiosk.station.window) if each.objectName() == control)
    described = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
    assert described.replace("\u00a0", " ") == wait


def test_the_number_keeps_its_size_beside_a_wait_and_a_time_to_be_back(show_kiosk: ShowKiosk) -> None:
    heights = []
    for name in ("ticket_without_forecast", "ticket"):
        kiosk = show_kiosk(UPRIGHT)
        SCENES[name](kiosk)
        settled(kiosk.station.window)
        number = shown(kiosk.station.window, "ticketNumber")
        assert number is not None
        heights.append(number.property("size"))
    assert heights[1] > 0.9 * heights[0]


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=str)
def test_a_trembling_hand_goes_one_page_at_a_time(show_kiosk: ShowKiosk, size: Size) -> None:
    kiosk = show_kiosk(size)
    window, vm = kiosk.station.window, kiosk.vm

    def tremble(name: str) -> None:
        spot = place(ready(window, name)).center().toPoint()
        for _ in range(3):
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
            settled(window)

    for theme in ("orientation", "formation", "emploi"):
        tremble(f"theme-{theme}")
        assert vm.page == "theme"
        vm.finish()
    tremble("theme-emploi")
    tremble("takeTicket")
    assert (vm.page, vm.printState) == ("ticket", "")
    tremble("noPaper")
    assert (vm.page, vm.ticketNumber) == ("themes", "")
