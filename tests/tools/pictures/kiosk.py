"""Pictures of the kiosk."""

from __future__ import annotations

from dataclasses import replace

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from tests.tools.house_variants import long_labels
from tests.tools.kiosk_scenes import KIOSK_LEAVE, KIOSK_MAIN, KIOSK_MORE, KIOSK_WISHES, KioskScene
from tests.tools.kiosk_window import Kiosk, new_kiosk, show_to_scale
from tests.tools.pictures.album import LANGUAGES, Album
from tests.tools.polyglot import eight_themes, polyglot
from tests.tools.sizes import DESK_TRIAL, KIOSK_SCREENS, LARGE, LARGE_LYING, LOW, LYING, SMALL, UPRIGHT, Size


def kiosk_pictures(album: Album, site: Site) -> None:
    """Upright in every language and state; the main states in the other shapes of screen."""

    def take(
        state: str,
        scene: KioskScene,
        language: str,
        size: Size,
        number: int = 42,
        has_printer: bool = True,
        at: Site = site,
        wish: Comfort = Comfort(),  # noqa: B008  # frozen
    ) -> None:
        if not album.claims():
            return
        kiosk = new_kiosk(at, language, number, has_printer, size=size.pixels)
        kiosk.vm.prefer(wish)
        scene(kiosk)
        album.photograph(kiosk.station, "kiosk", state, language, size)

    for language in LANGUAGES:
        for state, scene in (KIOSK_MAIN | KIOSK_MORE).items():
            take(state, scene, language, UPRIGHT)
        take("ticket_no_printer", Kiosk.take_ticket, language, UPRIGHT, has_printer=False)
    for size in (LYING, SMALL, LOW, LARGE):
        for state, scene in KIOSK_MAIN.items():
            take(state, scene, "fr", size)
        take("ticket", Kiosk.take_ticket, "es", size)
    everywhere = polyglot(site)
    others = [code for code in NAMES if code not in LANGUAGES]
    for language in others:
        for state, scene in (KIOSK_MAIN | {"languages": lambda kiosk: kiosk.vm.showLanguages()}).items():
            take(state, scene, language, UPRIGHT, at=everywhere)
        for state in ("themes", "ticket"):
            take(state, KIOSK_MAIN[state], language, LYING, at=everywhere)
    for mode, wish in KIOSK_WISHES.items():
        for size in (UPRIGHT, LYING, SMALL, LARGE_LYING):
            for state in ("themes", "theme", "ticket", "still_there"):
                take(f"{mode}_{state}", KIOSK_MAIN[state], "fr", size, wish=wish)
    for language in ("ar", "de"):
        for mode in ("large", "contrast"):
            for state in ("themes", "theme", "ticket"):
                take(
                    f"{mode}_{state}", KIOSK_MAIN[state], language, UPRIGHT, at=everywhere, wish=KIOSK_WISHES[mode]
                )
    for size in (UPRIGHT, LYING, SMALL):
        for state, scene in KIOSK_LEAVE.items():
            take(state, scene, "fr", size)
    eight = eight_themes(site)
    six = replace(eight, themes=eight.themes[:6], languages=("fr", "en", "es", "ar"))
    for inches, sizes in KIOSK_SCREENS.items():
        for size in sizes:
            take(f"themes_eight_{inches}", KIOSK_MAIN["themes"], "fr", size, at=eight)
            take(f"themes_six_{inches}", KIOSK_MAIN["themes"], "fr", size, at=six)
            take(f"large_ticket_{inches}", Kiosk.take_ticket, "fr", size, at=eight, wish=KIOSK_WISHES["large"])
    for language in ("de", "ar"):
        for size in KIOSK_SCREENS["15in"]:
            take("themes_eight_15in", KIOSK_MAIN["themes"], language, size, at=eight)
            take(
                "pictures_eight_15in", KIOSK_MAIN["themes"], language, size, at=eight, wish=KIOSK_WISHES["pictures"]
            )
    take("themes_eight_to_scale", show_to_scale, "fr", DESK_TRIAL, at=eight)
    if album.claims():
        album.photograph(
            new_kiosk(site, hears_hub=False, size=UPRIGHT.pixels).station, "kiosk", "starting", "fr", UPRIGHT
        )
    for number in (7, 40, 108, 1234):
        take(f"ticket_{number}", Kiosk.take_ticket, "fr", UPRIGHT, number)
    take("ticket_1234", Kiosk.take_ticket, "fr", LYING, 1234)
    for size in (UPRIGHT, LYING):
        for state in ("themes", "theme", "theme_unserved"):
            take(f"{state}_long_labels", KIOSK_MAIN[state], "fr", size, at=long_labels(site))
