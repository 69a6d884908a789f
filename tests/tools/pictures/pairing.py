"""Pictures of a machine that is being paired, in every role and stage."""

from __future__ import annotations

from collections.abc import Callable

from cdm_kiosk.client.pairing import Step
from cdm_kiosk.domain.site import Site
from tests.tools.pairing_window import LYON, OTHER_PARIS, PARIS, Newcomer, new_newcomer
from tests.tools.pictures.album import LANGUAGES, Album
from tests.tools.sizes import (
    COMPACT,
    DESK,
    HALL,
    KIOSK_SCREENS,
    LARGE,
    LOW,
    LYING,
    OFFICE,
    SMALL,
    UPRIGHT,
    Size,
    resize,
)
from tests.tools.windows import touch

PairingScene = Callable[[Newcomer], object]
HALL_UPRIGHT = Size(1080, 1920, 1.58)


def _alone(newcomer: Newcomer) -> None:
    newcomer.browser.find(PARIS)


def _two_alike(newcomer: Newcomer) -> None:
    newcomer.browser.find(PARIS, OTHER_PARIS, LYON)


def _typing(newcomer: Newcomer) -> None:
    newcomer.vm.typeAddress()
    for letter in "192.168.1.":
        newcomer.vm.type(letter)


def _letters(newcomer: Newcomer) -> None:
    newcomer.vm.typeAddress()
    newcomer.vm.setAddress("accueil.")
    touch(newcomer.station.window, "nextSheet")


def _connecting(newcomer: Newcomer) -> None:
    newcomer.choose()


def _soon_over(newcomer: Newcomer) -> None:
    newcomer.number("700040")
    newcomer.pass_s(83)


def _expired(newcomer: Newcomer) -> None:
    newcomer.number()
    newcomer.pass_s(120)


PAIRING_MAIN: dict[str, PairingScene] = {
    "searching": lambda newcomer: None,
    "found_one": _alone,
    "found_several": _two_alike,
    "address": _typing,
    "address_letters": _letters,
    "address_bad": Newcomer.type_badly,
    "connecting": _connecting,
    "number": Newcomer.number,
    "number_soon_over": _soon_over,
    "accepted": Newcomer.accept,
    "refused": lambda newcomer: newcomer.refuse("pairing_refused"),
    "expired": _expired,
    "fault": Newcomer.fail_typed,
    "intercepted": lambda newcomer: newcomer.refuse("pairing_intercepted"),
}


def _busy(newcomer: Newcomer) -> None:
    newcomer.choose()
    newcomer.pairing.tell(Step.BUSY, why="pairing_busy", values={"seconds": 5})


PAIRING_MORE: dict[str, PairingScene] = {
    "busy": _busy,
    "searched_long": Newcomer.search_long,
}
SHAPES = {"kiosk": (UPRIGHT, LYING), "display": (HALL, HALL_UPRIGHT), "advisor": (COMPACT,), "reception": (DESK,)}


def pairing_pictures(album: Album, site: Site) -> None:
    """Every stage of every role in French; a kiosk in other languages, shapes and modes."""

    def take(
        role: str,
        state: str,
        scene: PairingScene,
        size: Size,
        language: str = "fr",
        wish: Callable[[Newcomer], object] = lambda newcomer: None,
    ) -> None:
        if not album.claims():
            return
        newcomer = new_newcomer(role, language)
        resize(newcomer.station, size)
        scene(newcomer)
        wish(newcomer)
        album.photograph(newcomer.station, "pairing", f"{role}_{state}", language, size)

    for role, sizes in SHAPES.items():
        for size in sizes:
            for state, scene in (PAIRING_MAIN | PAIRING_MORE).items():
                take(role, state, scene, size)
    for size in (UPRIGHT, LYING, SMALL, LOW):
        for state in ("found_several", "address_bad", "number", "fault"):
            take("kiosk", f"large_{state}", PAIRING_MAIN[state], size, wish=lambda n: n.vm.toggleLargeText())
            take("kiosk", f"contrast_{state}", PAIRING_MAIN[state], size, wish=lambda n: n.vm.toggleHighContrast())
    others = {"": (SMALL, LOW, LARGE), "_15in": KIOSK_SCREENS["15in"]}
    for inches, sizes in others.items():
        for size in sizes:
            for state in ("found_several", "address_bad", "number", "refused"):
                take("kiosk", f"{state}{inches}", PAIRING_MAIN[state], size)
    for language in LANGUAGES[1:]:
        for state, scene in PAIRING_MAIN.items():
            take("kiosk", state, scene, UPRIGHT, language)
    take("kiosk", "listening", Newcomer.number, UPRIGHT, wish=lambda n: n.voice and n.voice.begin())
    take("kiosk", "listening", Newcomer.number, LYING, wish=lambda n: n.voice and n.voice.begin())
    for role, size in (("reception", DESK), ("reception", OFFICE)):
        take(role, "first_accepted", lambda n: n.accept(name="Accueil", confirmed_itself=True), size)
    take("kiosk", "other_role", lambda n: n.accept(role="display"), UPRIGHT)
