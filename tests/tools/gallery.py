"""Renders every screen of every role, in its states and languages, to pictures for people to look at.

``python -m tests.tools.gallery OUT [role…]`` needs no screen, no hub and no printer; the ticket page's pictures
need chromium. File names tell role, state, language and size. OUT/sheets holds contact sheets.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import cast

import pypdfium2
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from cdm_kiosk import wire
from cdm_kiosk.apps.display import in_language, shown_zones
from cdm_kiosk.apps.kiosk import show_to_scale
from cdm_kiosk.apps.reception import AdministrationDoor, administration_view_model
from cdm_kiosk.client.mirrors import KioskMirror, PublicMirror, StaffMirror
from cdm_kiosk.config import open_site, read_site
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook, grid_above, grid_below
from cdm_kiosk.domain.events import Contact, Precedence
from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import AT_RECEPTION, RECEPTION, Counter, RotaShift, Site, TicketLook, Zone
from cdm_kiosk.domain.stations import Paper, StationRole, Stations, Trial
from cdm_kiosk.domain.stations import Station as MetStation
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.printing.dots import draw_ticket
from cdm_kiosk.printing.layout import PRINTABLE_58_MM, PRINTABLE_80_MM, TicketPaper
from cdm_kiosk.printing.pdf import ticket_pdf
from cdm_kiosk.station import station
from cdm_kiosk.station.keypad import Keypad, Keys
from cdm_kiosk.station.station import Station
from cdm_kiosk.station.translations import Translations
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.administration import AdministrationViewModel
from cdm_kiosk.viewmodels.administration.ticket import TicketViewModel
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.display.display import DisplayViewModel
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.kiosk.leave import LeaveViewModel, Tried
from cdm_kiosk.viewmodels.kiosk.leave_voice import LeaveVoice
from cdm_kiosk.viewmodels.kiosk.visit import ASK_AFTER_S
from cdm_kiosk.viewmodels.kiosk.voice import KioskVoice
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from tests.tools.contact_sheets import contact_sheets, four_screens
from tests.tools.fake_administration import AdministrationLine, FakeAdministration
from tests.tools.fake_hub import NOW, FakeHub, FakeLine
from tests.tools.hub import DEMO_SITE, RunningHub
from tests.tools.polyglot import eight_themes, polyglot, polyglot_file
from tests.tools.speaker import RecordingSpeaker
from tests.tools.tickets import cite_logo, in_words, paper_of, wordy
from tests.tools.windows import items, key, ready, touch, wait_until

LANGUAGES = ("fr", "en", "es")
LONGEST_MESSAGE = (
    "Les conseillers pour la création d’activité sont en réunion avec leurs partenaires. Ils seront de retour à "
    "15 h. D’ici là, l’accueil répond à vos questions et la documentation reste ouverte."
)
AT_ONCE_MS = 20
"""Enough for screens that show every change at once."""
SETTLED_MS = 500
"""After this long nothing moves any more: the longest pause is the advisor's against a double tap."""


@dataclass(frozen=True, slots=True)
class Size:
    """A window's size in pixels, and how many of them a millimetre of such a screen has."""

    width: int
    height: int
    per_mm: float = 3.78

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


UPRIGHT = Size(1080, 1920, 3.2)
LYING = Size(1920, 1080, 3.2)
SMALL = Size(1024, 768, 3.4)
LARGE = Size(2160, 3840, 6.4)
LARGE_LYING = Size(3840, 2160, 6.4)
LOW = Size(960, 540)
KIOSK_SCREENS = {
    "27in": (UPRIGHT, LYING),
    "32in": (Size(1366, 768, 1.93),),
    "15in": (Size(1080, 1920, 5.56), Size(1366, 768, 3.95)),
}
DESK_TRIAL = Size(540, 960, 3.21)
HALL = Size(1920, 1080, 1.58)
DESK = Size(1440, 900)
OFFICE = Size(1280, 800)


def is_being_fetched(item: QQuickItem) -> bool:
    """Whether it is a picture that is not there yet."""
    return item.inherits("QQuickImage") and not item.property("source").isEmpty() and item.property("progress") < 1


class Album:
    """The folder that the pictures go to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[Path] = []

    def path(self, role: str, state: str, language: str, size: object) -> Path:
        """Where a picture belongs; it counts as taken."""
        picture = self._folder / f"{role}-{state}-{language}-{size}.png"
        assert picture not in self.pictures, f"{picture.name} is taken twice"
        self.pictures.append(picture)
        return picture

    def photograph(self, each: Station, role: str, state: str, language: str, size: Size, settled_ms: int) -> None:
        """Take a window's last picture, at that size, once it stands still."""
        resize(each, size)
        QTest.qWait(settled_ms)
        wait_until(lambda: not any(map(is_being_fetched, items(each.window))), "the pictures on it")
        image = each.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        # Of Qt's compressions the quickest that still makes a small file of flat colours.
        image.save(str(self.path(role, state, language, size)), quality=80)
        each.close()

    def sheets(self) -> list[Path]:
        """Make the contact sheets of each role and language."""
        groups: dict[str, list[Path]] = {}
        for picture in self.pictures:
            role, _, language, _ = picture.stem.split("-")
            groups.setdefault(f"{role}-{language}", []).append(picture)
        folder = self._folder / "sheets"
        folder.mkdir(exist_ok=True)
        if {"kiosk-fr", "display-fr", "advisor-fr", "reception-fr"} <= groups.keys():
            four_screens(self._folder).quantize(200).save(folder / "four-screens.png", optimize=True)
        return [sheet for name, group in groups.items() for sheet in contact_sheets(group, folder, name)]


def resize(each: Station, size: Size) -> None:
    """Give a station's window the size, and its millimetres the pixels, of a screen."""
    theme = cast(QObject, each.engine.singletonInstance("Cdm.Controls", "Theme"))
    theme.setProperty("pixelsPerMm", size.per_mm)
    each.window.resize(size.width, size.height)


def long_labels(site: Site) -> Site:
    """The sample site as a wordy administration would have it."""
    labels = (
        "Choisir mon orientation scolaire, universitaire ou professionnelle",
        "Trouver une formation et son financement, en France ou à l’étranger",
        "Trouver un emploi, un stage, un contrat d’apprentissage",
        "Changer de vie professionnelle et faire reconnaître mon expérience",
        "Créer, reprendre ou transmettre une entreprise ou une association",
    )
    themes = tuple(replace(theme, label={"fr": text}) for theme, text in zip(site.themes, labels, strict=True))
    counters = tuple(replace(each, label=f"Bureau d’entretien {at + 101}") for at, each in enumerate(site.counters))
    return replace(site, name="Cité des métiers de la Communauté de l’Estuaire", themes=themes, counters=counters)


# ----- kiosk


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    vm: KioskViewModel
    station: Station
    papers: list[TicketPaper]
    voice: KioskVoice
    speaker: RecordingSpeaker
    translations: Translations

    def speak(self, language: str) -> None:
        self.vm.chooseLanguage(language)
        self.translations.speak(language)
        self.vm.retranslate()

    def take_ticket(self, theme: str = "emploi") -> None:
        self.vm.chooseTheme(theme)
        self.vm.takeTicket()


def new_kiosk(
    site: Site, language: str = "fr", next_number: int = 42, has_printer: bool = True, hears_hub: bool = True
) -> Kiosk:
    """A kiosk at rest on a busy afternoon."""
    hub = afternoon(site, next_number)
    line = hub.line("kiosk")
    mirror = KioskMirror(line)
    vm = KioskViewModel(mirror, line, station.pictogram_url, station.qr_image, in_words, hub.clock)
    vm.offerPaper(has_printer)
    papers: list[TicketPaper] = []
    vm.paperAsked.connect(papers.append)
    built = Station(line, vm, [mirror], "Cdm.Kiosk", "KioskWindow")
    speaker = RecordingSpeaker()
    voice = KioskVoice(vm, speaker, vm)
    built.window.setProperty("voice", voice)
    keypad = Keypad(built.window, voice, Keys())
    assert keypad.parent() is built.window
    translations = Translations("kiosk", built.engine, vm)
    if hears_hub:
        line.start()
        vm.chooseLanguage(language)
    translations.speak(language)
    vm.retranslate()
    return Kiosk(hub, line, vm, built, papers, voice, speaker, translations)


def afternoon(site: Site, next_number: int) -> FakeHub:
    """Three wait, nobody does for "orientation" and "evolution", nobody receives for "creation" until Tuesday."""
    hub = FakeHub(planned(site), next_number - 4)
    hub.open_day(minutes_ago=300)
    for counter, *themes in (("1", "orientation", "formation"), ("2", "emploi"), ("3", "evolution")):
        hub.do(c.OpenShift(counter, tuple(themes), (), ("fr", "en")), minutes_ago=240)
    for theme, minutes_ago in (("formation", 14), ("emploi", 9), ("emploi", 4)):
        hub.issue(theme, minutes_ago=minutes_ago)
    hub.foresee(
        Outlook(
            hub.now,
            themes={
                "orientation": Band(5, 15),
                "formation": Band(10, 20),
                "emploi": Band(25, 40),
                "evolution": Band(0, 5),
                RECEPTION: Band(0, 10),
            },
        )
    )
    return hub


def planned(site: Site) -> Site:
    """The sample site with the hours of a week that is not round the clock; NOW is a Sunday."""
    everybody = site.languages
    rota = (
        RotaShift("1", ("orientation", "formation"), (), everybody, ("monday", "thursday"), ("09:00-12:30",)),
        RotaShift("2", ("emploi",), (), everybody, ("monday",), ("13:30-17:30",)),
        RotaShift("3", ("creation", "evolution"), (), everybody, ("tuesday",), ("13:30-17:30",)),
        RotaShift("accueil", (RECEPTION,), (), everybody),
    )
    return replace(site, hours={"every_day": ("09:00-18:00",)}, rota=rota)


def _full(kiosk: Kiosk) -> None:
    kiosk.hub.do(c.CloseShift("2"))
    soon = kiosk.hub.now + timedelta(minutes=10)
    kiosk.hub.do(c.OpenShift("2", ("emploi",), (), ("fr", "en"), soon))
    kiosk.vm.chooseTheme("emploi")


def _just_full(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.line.is_slow = True
    kiosk.vm.takeTicket()
    kiosk.line.answer(409, {"code": "full_today"})


def _pause(kiosk: Kiosk, theme: str = "emploi", **message: str) -> None:
    kiosk.hub.do(c.PauseTheme(theme, message))


def _paused(kiosk: Kiosk) -> None:
    _pause(kiosk, fr="De retour à 15 h.", en="Back at 3 p.m.", es="Volvemos a las 15:00.")
    kiosk.vm.chooseTheme("emploi")


def _paused_at_length(kiosk: Kiosk) -> None:
    _pause(kiosk, fr=LONGEST_MESSAGE)
    kiosk.vm.chooseTheme("emploi")


def _paused_without_words(kiosk: Kiosk) -> None:
    _pause(kiosk)
    kiosk.vm.chooseTheme("emploi")


def _just_paused(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.line.is_slow = True
    kiosk.vm.takeTicket()
    kiosk.line.answer(409, {"code": "theme_paused"})


def _entry_closed_by_the_hours(kiosk: Kiosk) -> None:
    site = kiosk.hub.floor.site
    kiosk.hub.floor = replace(kiosk.hub.floor, site=replace(site, hours={"every_day": ("09:00-14:30",)}))
    kiosk.hub.do(c.CloseEntry())
    kiosk.line.start()


def _entry_rests(kiosk: Kiosk) -> None:
    site = kiosk.hub.floor.site
    hours = {"every_day": ("09:00-14:30", "15:30-18:00")}
    kiosk.hub.floor = replace(kiosk.hub.floor, site=replace(site, hours=hours))
    kiosk.hub.do(c.CloseEntry())
    kiosk.line.start()


def _rehearsal(kiosk: Kiosk) -> None:
    kiosk.hub.tempo = Tempo(kiosk.hub.now, kiosk.hub.now, 20)
    kiosk.line.start()


def _later_today(kiosk: Kiosk) -> None:
    site = kiosk.hub.floor.site
    later = RotaShift("4", ("creation",), (), site.languages, ("sunday",), ("16:30-18:00",))
    kiosk.hub.floor = replace(kiosk.hub.floor, site=replace(site, rota=(*site.rota, later)))
    kiosk.hub.foresee(kiosk.hub.outlook)
    kiosk.vm.chooseTheme("creation")


def _unserved_empty_desk(kiosk: Kiosk) -> None:
    kiosk.hub.do(c.CloseShift("accueil"))
    kiosk.vm.chooseTheme("creation")


def _help_empty_desk(kiosk: Kiosk) -> None:
    kiosk.hub.do(c.CloseShift("accueil"))
    kiosk.vm.showHelp()


def _desk_ticket(kiosk: Kiosk) -> None:
    kiosk.vm.showHelp()
    kiosk.vm.takeDeskTicket()


def _without_forecast(kiosk: Kiosk) -> None:
    kiosk.hub.foresee(Outlook(kiosk.hub.now))


def _theme_without_forecast(kiosk: Kiosk) -> None:
    _without_forecast(kiosk)
    kiosk.vm.chooseTheme("emploi")


def _ticket_without_forecast(kiosk: Kiosk) -> None:
    _without_forecast(kiosk)
    kiosk.take_ticket()


def _printing(kiosk: Kiosk) -> None:
    kiosk.take_ticket()
    kiosk.vm.printTicket()


def _printed(kiosk: Kiosk) -> None:
    _printing(kiosk)
    kiosk.vm.paperCame(kiosk.vm.followUrl)


def _print_failed(kiosk: Kiosk) -> None:
    _printing(kiosk)
    kiosk.vm.paperFailed(kiosk.vm.followUrl)


def _paper_low(kiosk: Kiosk) -> None:
    kiosk.vm.paperIs("", True)
    kiosk.take_ticket()


def _paper_missing(kiosk: Kiosk) -> None:
    kiosk.vm.paperIs("paper_out", False)
    kiosk.take_ticket()


def _issuing(kiosk: Kiosk) -> None:
    kiosk.line.is_slow = True
    kiosk.take_ticket()


def _notice(kiosk: Kiosk) -> None:
    kiosk.line.is_cut = True
    kiosk.take_ticket()


def _still_there(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    for _ in range(ASK_AFTER_S + 3):
        kiosk.vm.tick()


KioskScene = Callable[[Kiosk], object]
KIOSK_MAIN: dict[str, KioskScene] = {
    "themes": lambda kiosk: None,
    "theme": lambda kiosk: kiosk.vm.chooseTheme("emploi"),
    "theme_unserved": lambda kiosk: kiosk.vm.chooseTheme("creation"),
    "theme_full": _full,
    "theme_paused": _paused,
    "entry_closed": lambda kiosk: kiosk.hub.do(c.CloseEntry()),
    "help": lambda kiosk: kiosk.vm.showHelp(),
    "look": lambda kiosk: kiosk.vm.showLook(),
    "ticket": Kiosk.take_ticket,
    "print_failed": _print_failed,
    "paper_low": _paper_low,
    "paper_missing": _paper_missing,
    "still_there": _still_there,
}
KIOSK_MORE: dict[str, KioskScene] = {
    "theme_without_wait": lambda kiosk: kiosk.vm.chooseTheme("evolution"),
    "theme_just_full": _just_full,
    "theme_just_paused": _just_paused,
    "theme_paused_at_length": _paused_at_length,
    "theme_paused_without_words": _paused_without_words,
    "themes_paused": _pause,
    "theme_later_today": _later_today,
    "theme_unserved_empty_desk": _unserved_empty_desk,
    "themes_without_forecast": _without_forecast,
    "theme_without_forecast": _theme_without_forecast,
    "help_empty_desk": _help_empty_desk,
    "issuing": _issuing,
    "ticket_next": lambda kiosk: kiosk.take_ticket("evolution"),
    "ticket_at_desk": _desk_ticket,
    "ticket_without_forecast": _ticket_without_forecast,
    "printing": _printing,
    "printed": _printed,
    "notice": _notice,
    "closed": lambda kiosk: kiosk.hub.do(c.CloseDay()),
    "entry_closed_for_today": _entry_closed_by_the_hours,
    "entry_rests": _entry_rests,
    "offline": lambda kiosk: kiosk.line.lose(),
    "rehearsal": _rehearsal,
}


class NoKeptDoor:
    """A kiosk that keeps no PIN: the hub alone knows it."""

    def keep(self, pin: str) -> None:
        """Nothing is kept."""

    def try_pin(self, pin: str) -> Tried:
        return Tried(opens=False, is_known=False)


def ask_to_leave(kiosk: Kiosk) -> LeaveViewModel:
    """The page of the PIN, as the hidden way opens it; its questions to the hub wait in the line."""
    leave = LeaveViewModel(kiosk.line, NoKeptDoor(), kiosk.vm)
    voice = LeaveVoice(leave, kiosk.voice, kiosk.vm)
    assert voice.parent() is leave
    kiosk.station.window.setProperty("leave", leave)
    kiosk.line.is_slow = True
    leave.open()
    return leave


def _leave_typing(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "24":
        leave.type(digit)


def _leave_wrong(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "1111":
        leave.type(digit)
    leave.enter()
    kiosk.line.answer(403, {"code": "wrong_pin", "retry_after_s": 4})


def _leave_without_pin(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "1111":
        leave.type(digit)
    leave.enter()
    kiosk.line.answer(409, {"code": "no_pin"})


def _leave_choice(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "2468":
        leave.type(digit)
    leave.enter()
    kiosk.line.answer(200)


KIOSK_LEAVE: dict[str, KioskScene] = {
    "leave": _leave_typing,
    "leave_wrong": _leave_wrong,
    "leave_without_pin": _leave_without_pin,
    "leave_choice": _leave_choice,
}
"""The way out, for who looks after the kiosk: in the site's first language alone."""

KIOSK_WISHES = {
    "listening": Comfort(speech=True),
    "large": Comfort(large_text=True),
    "contrast": Comfort(high_contrast=True),
    "low": Comfort(low_reach=True),
    "pictures": Comfort(pictures_first=True),
    "all": Comfort(speech=True, large_text=True, high_contrast=True, low_reach=True, pictures_first=True),
}


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
        kiosk = new_kiosk(at, language, number, has_printer)
        kiosk.vm.prefer(wish)
        scene(kiosk)
        album.photograph(kiosk.station, "kiosk", state, language, size, AT_ONCE_MS)

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
    take("themes_eight_to_scale", lambda kiosk: show_to_scale(kiosk.station), "fr", DESK_TRIAL, at=eight)
    starting = new_kiosk(site, hears_hub=False)
    album.photograph(starting.station, "kiosk", "starting", "fr", UPRIGHT, AT_ONCE_MS)
    for number in (7, 40, 108, 1234):
        take(f"ticket_{number}", Kiosk.take_ticket, "fr", UPRIGHT, number)
    take("ticket_1234", Kiosk.take_ticket, "fr", LYING, 1234)
    for size in (UPRIGHT, LYING):
        for state in ("themes", "theme", "theme_unserved"):
            take(f"{state}_long_labels", KIOSK_MAIN[state], "fr", size, at=long_labels(site))


# ----- display


@dataclass(frozen=True, slots=True)
class Hall:
    """A call display as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    station: Station


def new_display(hub: FakeHub, zones: str = "", in_a_quiet_room: bool = False) -> Hall:
    """The second screen of some zones, or of all, named as on the command line."""
    line = hub.line("public")
    mirror = PublicMirror(line)
    vm = DisplayViewModel(
        mirror, line, shown_zones(zones), clock=hub.clock, in_a_quiet_room=in_a_quiet_room, in_language=in_language
    )
    built = Station(line, vm, [mirror], "Cdm.Display", "DisplayWindow")
    vm.spokenLanguageChanged.connect(Translations("display", built.engine, vm).speak)
    line.start()
    return Hall(hub, line, built)


def display_pictures(album: Album, site: Site) -> None:
    """The second screen: what was called before, and what is called while one looks."""

    def take(
        state: str,
        calls: int = 0,
        during: Callable[[FakeHub, FakeLine], object] = lambda hub, line: None,
        size: Size = HALL,
        number: int = 34,
        at: Site = site,
        zone: str = "",
        before: Callable[[FakeHub], object] = lambda hub: None,
        in_a_quiet_room: bool = False,
    ) -> None:
        hub = call_hub(at, number, calls)
        before(hub)
        display = new_display(hub, zone, in_a_quiet_room)
        during(hub, display.line)
        album.photograph(display.station, "display", state, "fr", size, SETTLED_MS)

    def announce(hub: FakeHub, _line: FakeLine) -> None:
        call(hub, "4")

    def recall(hub: FakeHub, _line: FakeLine) -> None:
        hub.do(c.Recall("3"))

    def recalled_before(hub: FakeHub) -> None:
        hub.do(c.Recall("2"), minutes_ago=10)
        call(hub, "1", minutes_ago=9)

    def message(hub: FakeHub, _line: FakeLine | None = None) -> None:
        hub.do(c.PostMessage({"fr": "L’atelier CV commence à 15 h, salle B, au premier étage."}))

    def pause(hub: FakeHub, _line: FakeLine | None = None) -> None:
        hub.do(c.PauseTheme("creation", {"fr": "de retour à 15 h"}))

    def much(hub: FakeHub) -> None:
        message(hub)
        pause(hub)
        hub.do(c.CloseEntry())

    def long_message(hub: FakeHub) -> None:
        hub.do(c.PostMessage({"fr": LONGEST_MESSAGE}))

    def arabic(hub: FakeHub, line: FakeLine) -> None:
        hub.do(
            c.PostMessage(
                {"fr": "Atelier CV à 15 h, salle B", "ar": "ورشة السيرة الذاتية في الساعة 15:00، القاعة B"}
            )
        )

    def too_much(hub: FakeHub) -> None:
        long_message(hub)
        hub.do(c.PauseTheme("creation", {"fr": LONGEST_MESSAGE}))

    def together(hub: FakeHub, _line: FakeLine | None = None, visitors: int = 3) -> None:
        for _ in range(visitors):
            hub.issue("creation")
        several = tuple(ticket.id for ticket in hub.floor.waiting() if ticket.theme == "creation")
        hub.do(c.CallTogether("6", several))

    def twelve(hub: FakeHub, line: FakeLine) -> None:
        together(hub, line, 12)

    def thirty(hub: FakeHub, line: FakeLine) -> None:
        together(hub, line, 30)

    def together_before(hub: FakeHub) -> None:
        together(hub)
        call(hub, "1")

    def thirty_before(hub: FakeHub, calls: int = 1) -> None:
        together(hub, None, 30)
        for counter in ("1", "2", "3")[:calls]:
            call(hub, counter)

    def rehearse(hub: FakeHub) -> None:
        hub.tempo = Tempo(hub.now, hub.now, 20)

    upright = Size(1080, 1920, 1.58)
    upstairs, everywhere = house_of_zones(site, 2), house_of_zones(site, 3)
    in_arabic = replace(site, languages=(*site.languages, "ar"))
    tables = tuple(Counter(f"{at}", f"Table {at}0", "accueil") for at in range(1, 7))
    tens = replace(site, counters=tables, desk=None, rota=())
    take("nobody_called")
    take("one_call", 1)
    take("many_calls", 6)
    take("announcing", 5, announce)
    take("recalled", 4, recall)
    take("recalled_before", 4, before=recalled_before)
    take("lost", 6, lambda hub, line: line.lose())
    take("lost_before_any_call", 0, lambda hub, line: line.lose())
    take("closed", 3, lambda hub, line: hub.do(c.CloseDay()))
    take("zone", 6, at=upstairs, zone="etage:up")
    take("zone_gone", 6, at=upstairs, zone="etage,annexe")
    take("all_zones", 6, at=upstairs)
    take("table_of_tens", 6, at=tens, number=95)
    take("long_places", 6, at=long_labels(site))
    take("one_digit", 1, number=1)
    take("three_digits", 6, number=104)
    take("four_digits", 6, number=1229)
    for state, calls in (("nobody_called", 0), ("one_call", 1), ("many_calls", 6)):
        take(state, calls, size=upright)
    take("announcing", 5, announce, size=upright)
    take("long_places", 6, size=upright, at=long_labels(site))
    for size in (Size(1024, 768, 2.6), Size(3840, 2160, 3.16), Size(2160, 3840, 3.16)):
        take("many_calls", 6, size=size)
        take("two_zones", 6, at=upstairs, zone="accueil:left,etage:up", size=size)
    for size in (HALL, upright):
        take("two_zones", 6, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("two_zones_announcing", 5, announce, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("two_zones_one_silent", 1, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("two_zones_message", 6, message, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("three_zones", 7, at=everywhere, zone="accueil:left,etage:up,annexe:down", size=size)
        take("three_zones_recalled", 7, recall, at=everywhere, zone="accueil,etage,annexe", size=size)
        take("three_zones_long_places", 7, at=long_labels(everywhere), zone="accueil,etage,annexe", size=size)
        take("documentation", 7, at=everywhere, in_a_quiet_room=True, size=size)
        take("documentation_nobody_called", 0, in_a_quiet_room=True, size=size)
        take("arabic_notice", 6, arabic, size=size, at=in_arabic)
        take("arabic_first_nobody_called", 0, at=arabic_first(site), size=size)
        take("arabic_first_many_calls", 6, arabic, at=arabic_first(site), size=size)
        take("arabic_first_recalled", 4, recall, at=arabic_first(site), size=size)
        take("arabic_first_two_zones", 6, at=arabic_first(upstairs), zone="accueil:left,etage:up", size=size)
        take("near", 6, size=replace(size, per_mm=0.9))
        take("near_two_zones", 6, at=upstairs, zone="accueil:left,etage:up", size=replace(size, per_mm=0.9))
        # Of the size of a desk's screen, read from four metres: as large as it goes.
        take("small_screen", 6, size=replace(size, per_mm=3.61))
    take("message", 6, message)
    take("message_before_any_call", 0, message)
    take("pause", 6, pause)
    take("entry_closed", 6, before=lambda hub: hub.do(c.CloseEntry()))
    take("entry_closed_before_any_call", 0, before=lambda hub: hub.do(c.CloseEntry()))
    take("together", 3, together)
    take("together_twelve", 3, twelve)
    take("together_before", 3, before=together_before)
    take("rehearsal", 6, before=rehearse)
    take("rehearsal", 6, before=rehearse, size=upright)
    for size in (HALL, upright, Size(1024, 768, 2.6)):
        take("message_and_notices", 6, before=much, size=size)
        take("long_message", 6, before=long_message, size=size)
        take("too_much", 6, before=too_much, size=size, at=long_labels(site))
    take("together_twelve", 3, twelve, size=upright)
    for size in (HALL, upright):
        take("together_thirty", 3, thirty, size=size)
        take("together_thirty_before", 0, before=thirty_before, size=size)
        take("together_thirty_and_three", 2, before=partial(thirty_before, calls=3), size=size, number=104)
        take(
            "together_thirty_three_zones",
            3,
            before=thirty_before,
            size=size,
            at=everywhere,
            zone="accueil,etage,annexe",
        )
        take("arabic_first_together_thirty", 2, before=thirty_before, size=size, at=arabic_first(site))


def arabic_first(site: Site) -> Site:
    """The sample site in a house whose first language is Arabic."""
    counters = tuple(replace(each, label=each.label.replace("Table", "طاولة")) for each in site.counters)
    zones = tuple(
        replace(zone, label={**zone.label, "ar": f"مكان الانتظار {at}"})
        for at, zone in enumerate(site.zones, start=1)
    )
    languages = ("ar", *(code for code in NAMES if code != "ar"))
    return replace(site, languages=languages, counters=counters, zones=zones, name="بيت المهن")


def house_of_zones(site: Site, zones: int) -> Site:
    """The sample site with its counters in so many waiting areas by turns."""
    rooms = (
        Zone("accueil", {"fr": "l’espace d’attente"}),
        Zone("etage", {"fr": "la salle d’attente de l’étage"}),
        Zone("annexe", {"fr": "l’annexe"}),
    )[:zones]
    counters = tuple(replace(each, zone=rooms[at % zones].id) for at, each in enumerate(site.counters))
    return replace(site, zones=rooms, counters=counters)


def call_hub(site: Site, number: int, calls: int) -> FakeHub:
    """A hub whose tickets begin at ``number``, and that called so many of them, one a minute."""
    hub = FakeHub(site, number - 1)
    hub.open_day(minutes_ago=60)
    for each in site.counters:
        hub.do(c.OpenShift(each.id, ("emploi",), (), ("fr",)), minutes_ago=60)
    for _ in range(8):
        hub.issue(minutes_ago=30)
    for at in range(calls):
        call(hub, site.counters[at % len(site.counters)].id, minutes_ago=20 - at)
    return hub


def call(hub: FakeHub, counter: str, minutes_ago: float = 0) -> None:
    """Call the next visitor to ``counter``, as soon as whoever is there has left."""
    if counter in hub.floor.at_counter:
        hub.do(c.StartInterview(counter), minutes_ago)
        hub.do(c.FinishInterview(counter), minutes_ago)
    hub.do(c.CallNext(counter), minutes_ago)


# ----- advisor


@dataclass(frozen=True, slots=True)
class Table:
    """An advisor's window as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    vm: AdvisorViewModel
    station: Station

    def open_shift(self, *acts: c.Command) -> None:
        """Open a shift at table 4, then go on from there."""
        self.hub.do(c.OpenShift("4", ("orientation", "emploi"), ("formation",), ("fr", "en")))
        for act in acts:
            self.hub.do(act)


def new_table(site: Site, counter: str = "4", waiting: int = 3) -> Table:
    """An advisor's window while so many wait for "emploi", the first for 12 minutes."""
    hub = FakeHub(site, 41)
    hub.open_day(minutes_ago=200)
    for number in range(waiting):
        hub.issue("emploi", minutes_ago=12 - 4 * number)
    line = hub.line("staff")
    mirror = StaffMirror(line)
    vm = AdvisorViewModel(mirror, line, counter, hub.clock)
    built = Station(line, vm, [mirror], "Cdm.Advisor", "AdvisorWindow")
    Translations("stations", built.engine, vm)
    line.start()
    vm.tick()
    return Table(hub, line, vm, built)


def _choose_shift(table: Table) -> None:
    for theme, touches in (("orientation", 1), ("emploi", 1), ("formation", 2)):
        for _ in range(touches):
            table.vm.cycleTheme(theme)
    table.vm.toggleLanguage("en")


def _together(table: Table) -> None:
    table.open_shift(c.CallTogether("4", tuple(ticket.id for ticket in table.hub.floor.waiting()[:3])))


def _who_is_absent(table: Table) -> None:
    _together(table)
    touch(table.station.window, "noShow")


def _hand_over(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    touch(table.station.window, "handOver")


def _on_break(table: Table) -> None:
    table.open_shift()
    table.hub.do(c.TakeBreak("4"))
    table.hub.now += timedelta(minutes=6)


def _shift_over(table: Table, *acts: c.Command) -> None:
    themes = ("orientation", "emploi")
    table.hub.do(c.OpenShift("4", themes, (), ("fr",), table.hub.now + timedelta(minutes=8)))
    for act in acts:
        table.hub.do(act)
    table.hub.now += timedelta(minutes=9)
    table.vm.tick()


def _shift_closed_by_the_hour(table: Table) -> None:
    _shift_over(table)
    QTest.qWait(AT_ONCE_MS)
    table.hub.do(c.CloseShift("4"))


def _refused(table: Table) -> None:
    table.open_shift(c.CallNext("4"))
    table.vm.callNext()


def _lost_while_receiving(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    table.line.lose()


def _park(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    touch(table.station.window, "park")


def _who_was_parked(table: Table) -> None:
    for minutes in (10, 15):
        table.open_shift(c.CallNext("4"), c.Park("4", minutes))


def _to_a_table(table: Table) -> None:
    _hand_over(table)
    touch(table.station.window, "choice-all")


def _more(table: Table) -> None:
    table.open_shift(c.CallNext("4"))
    touch(table.station.window, "more")


def _keys(table: Table) -> None:
    table.open_shift()
    key(table.station.window, Qt.Key.Key_F1)


def _asks_for_reception(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"), c.AskHelp("4"))


def _leave(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    wait_until(lambda: table.vm.stage == "receiving", "the visitor at the table")
    QTest.qWait(AT_ONCE_MS)
    table.station.window.close()


def _half_done(table: Table) -> None:
    """Finishing went well, calling did not: reception has closed the shift in between."""
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    table.line.is_slow = True
    table.vm.finishAndCallNext()
    table.hub.do(c.FinishInterview("4"))
    table.line.answer(200)
    table.line.answer(0)


COMPACT = Size(360, 640)
STRIP = Size(360, 150)
TableScene = Callable[[Table], object]


def advisor_pictures(album: Album, site: Site) -> None:
    """The small window beside other work, and the same over a whole screen."""

    def take(
        state: str,
        scene: TableScene = lambda table: None,
        waiting: int = 3,
        counter: str = "4",
        at: Site = site,
        sizes: Sequence[Size] = (COMPACT, Size(1280, 900)),
        after_s: float = 0,
    ) -> None:
        for size in sizes:
            table = new_table(at, counter, waiting)
            resize(table.station, size)
            scene(table)
            table.hub.now += timedelta(seconds=after_s)
            table.vm.tick()
            album.photograph(table.station, "advisor", state, "fr", size, SETTLED_MS)

    def receive(table: Table) -> None:
        table.open_shift(c.CallNext("4"), c.StartInterview("4"))

    take("choose", counter="")
    take("off")
    take("off_chosen", _choose_shift)
    take("free_nobody_waits", Table.open_shift, waiting=0)
    take("free_one_waits", Table.open_shift, waiting=1)
    take("free_three_wait", Table.open_shift)
    take("called", lambda table: table.open_shift(c.CallNext("4")))
    take("recalled", lambda table: table.open_shift(c.CallNext("4"), c.Recall("4"), c.Recall("4")))
    take("receiving", receive)
    take("receiving_last", receive, waiting=1)
    take("too_late_to_undo", lambda table: table.open_shift(c.CallNext("4"), c.Recall("4")), after_s=40)
    take("together", _together, waiting=5)
    take("who_is_absent", _who_is_absent, waiting=5)
    take("hand_over", _hand_over)
    take("on_break", _on_break)
    take("on_break_nobody_waits", _on_break, waiting=0)
    take("shift_over", _shift_over)
    take("shift_over_receiving", lambda table: _shift_over(table, c.CallNext("4"), c.StartInterview("4")))
    take("shift_closed_by_the_hour", _shift_closed_by_the_hour)
    take("notice", _refused)
    take("lost", _lost_while_receiving)
    take("too_late_to_undo_together", _together, waiting=5, sizes=[COMPACT], after_s=40)
    take("park", _park)
    take("parked_one", lambda table: table.open_shift(c.CallNext("4"), c.Park("4", 10)))
    take("parked_two", _who_was_parked, sizes=[COMPACT])
    take("hand_over_to_a_table", _to_a_table)
    take("more", _more)
    take("keys", _keys)
    take("help_asked", _asks_for_reception)
    take("leave", _leave)
    take("half_done", _half_done, sizes=[COMPACT])
    strips: dict[str, TableScene] = {
        "free": Table.open_shift,
        "called": lambda table: table.open_shift(c.CallNext("4")),
        "receiving": receive,
        "break": _on_break,
        "over": _shift_over,
        "help_asked": _asks_for_reception,
        "notice": _refused,
        "lost": _lost_while_receiving,
    }
    wordy = long_labels(site)
    for state, scene in {**strips, "long_labels": receive}.items():

        def in_a_strip(table: Table, scene: TableScene = scene) -> None:
            scene(table)
            table.vm.habits.setCompact(True)

        take(f"strip_{state}", in_a_strip, at=wordy if state == "long_labels" else site, sizes=[STRIP])
    take("choose_long_labels", counter="", at=wordy, sizes=[COMPACT])
    take("off_long_labels", _choose_shift, at=wordy, sizes=[COMPACT])
    take("receiving_long_labels", receive, at=wordy, sizes=[COMPACT])
    take("hand_over_long_labels", _hand_over, at=wordy, sizes=[COMPACT])


# ----- reception


@dataclass(frozen=True, slots=True)
class Desk:
    """A reception as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    vm: ReceptionViewModel
    station: Station


def new_desk(site: Site, waiting: int = 7, at_reception: int = 2) -> Desk:
    """An afternoon at reception: tables of every state, and so many who wait, some to talk to reception."""
    hub = FakeHub(site, 36)
    hub.open_day(minutes_ago=300)
    for counter, *themes in (("1", "orientation", "emploi"), ("2", "emploi"), ("3", "formation"), ("4", "emploi")):
        hub.do(c.OpenShift(counter, tuple(themes), ("creation", "evolution"), ("fr", "en")), minutes_ago=240)
    for counter, theme in (("1", "emploi"), ("2", "emploi"), ("4", "emploi")):
        hub.issue(theme, minutes_ago=40)
        hub.do(c.CallNext(counter), minutes_ago=38)
    hub.do(c.StartInterview("1"), minutes_ago=12)
    hub.do(c.StartInterview("2"), minutes_ago=12)
    hub.do(c.FinishInterview("2"), minutes_ago=12)
    wishes = ("emploi", "orientation", "emploi", "formation", "evolution", "orientation", "creation")
    for at in range(at_reception):
        hub.issue(RECEPTION, minutes_ago=12 - at / 10)
    for at in range(waiting):
        language = "en" if at % 7 == 1 else "fr"
        hub.issue(wishes[at % len(wishes)], language, minutes_ago=max(0.0, 11.5 - at * 11 / max(1, waiting - 1)))
    foresee_waits(hub)
    line = hub.line("staff")
    mirror = StaffMirror(line)
    vm = ReceptionViewModel(mirror, line, station.qr_image, hub.clock)
    built = Station(line, vm, [mirror], "Cdm.Reception", "ReceptionWindow")
    Translations("stations", built.engine, vm)
    line.start()
    vm.tick()
    return Desk(hub, line, vm, built)


def foresee_waits(hub: FakeHub) -> None:
    """A forecast as plain as a picture needs: some minutes for each who came before for the same theme."""

    def band(place: int) -> Band:
        return Band(grid_below(9 * place), grid_above(14 * place + 5))

    tickets = {ticket: band(at) for line in hub.floor.queues.values() for at, (_, _, ticket) in enumerate(line)}
    themes = [*hub.floor.site.themes, *([AT_RECEPTION] if hub.floor.site.desk else [])]
    queues = hub.floor.queues
    hub.foresee(Outlook(hub.now, tickets, {theme.id: band(len(queues.get(theme.id, ()))) for theme in themes}))


def _desk_calls(desk: Desk, *acts: c.Command) -> None:
    desk.hub.do(c.CallNext("accueil"))
    for act in acts:
        desk.hub.do(act)


def _desk_receives(desk: Desk) -> None:
    _desk_calls(desk, c.StartInterview("accueil"))


def _desk_hands_over(desk: Desk) -> None:
    _desk_receives(desk)
    touch(desk.station.window, "deskHandOver")


def _desk_chooses_a_table(desk: Desk) -> None:
    _desk_hands_over(desk)
    touch(desk.station.window, "handOver-other")


def fill(desk: Desk) -> None:
    """Nobody more can be received today for "formation"."""
    soon = desk.hub.now + timedelta(minutes=10)
    for counter, shift in desk.hub.floor.shifts.items():
        if shift.serves("formation"):
            desk.hub.do(c.OpenShift(counter, shift.themes, shift.overflow, shift.languages, soon))


def _full_panel(desk: Desk) -> None:
    fill(desk)
    _panel(desk)


def _anyway(desk: Desk) -> None:
    _full_panel(desk)
    touch(desk.station.window, "issue-formation")


def _breaks(desk: Desk) -> None:
    desk.hub.do(c.TakeBreak("3", 15))
    desk.hub.do(c.CallTogether("2", tuple(ticket.id for ticket in desk.hub.floor.waiting()[:3])))
    wish = c.IssueTicket("class", "formation", "en", people=12, precedence=Precedence.PRIORITY)
    desk.hub.do(wish)


def _absences(desk: Desk) -> None:
    for counter in ("2", "3"):
        desk.hub.do(c.CallNext(counter))
        desk.hub.do(c.MarkNoShow(counter))


def _alarms(desk: Desk) -> None:
    for counter in ("1", "2", "3", "4"):
        if counter not in desk.hub.floor.at_counter:
            desk.hub.do(c.CloseShift(counter))


def _panel(desk: Desk) -> None:
    touch(desk.station.window, "newTicket")


def _just_issued(desk: Desk) -> None:
    _panel(desk)
    touch(desk.station.window, "issue-emploi")


def _menu(desk: Desk) -> None:
    touch(desk.station.window, "rowMenu-42")


def _menu_print(desk: Desk) -> None:
    _stations_well(desk)
    first = next(iter(desk.vm.tickets.rows))
    desk.hub.do(c.TellPaper(first.ticket_id, False))
    _menu(desk)


def _absent_menu(desk: Desk) -> None:
    _absences(desk)
    desk.vm.show("away")
    touch(desk.station.window, "rowMenu-42")


def _confirm(desk: Desk) -> None:
    _menu(desk)
    touch(desk.station.window, "withdraw")


def _confirm_closing(desk: Desk) -> None:
    _day_panel(desk)
    touch(desk.station.window, "closeDay")


def _all_alarms(desk: Desk) -> None:
    desk.hub.do(c.CloseShift("3"))
    desk.line.lose()


def _stations_heard(desk: Desk, *seen: MetStation) -> None:
    desk.line.hear("stations", wire.STATIONS.dump_json(Stations(seen)))
    desk.vm.tick()


def _stations_well(desk: Desk) -> None:
    kiosk = MetStation("Borne 1", StationRole.KIOSK, paper=Paper.READY)
    _stations_heard(desk, kiosk, MetStation("Écran Atrium", StationRole.DISPLAY))


def _stations_away(desk: Desk) -> None:
    gone = desk.hub.now - timedelta(minutes=4)
    kiosk = MetStation("Borne 1", StationRole.KIOSK, paper=Paper.PAPER_OUT)
    _stations_heard(desk, kiosk, MetStation("Écran Atrium", StationRole.DISPLAY, away_since=gone))


def _stations_open(desk: Desk) -> None:
    _stations_away(desk)
    touch(desk.station.window, "alarms")


def _alarms_open(desk: Desk) -> None:
    _all_alarms(desk)
    touch(desk.station.window, "alarms")


def _help_asked(desk: Desk) -> None:
    desk.hub.do(c.AskHelp("3"), minutes_ago=2)
    desk.hub.do(c.AskHelp("1"))


def _told(desk: Desk) -> None:
    desk.hub.do(c.PostMessage({"fr": "L’atelier commence à 15 h 30", "en": "The workshop starts at 15:30"}))
    desk.hub.do(c.PauseTheme("creation", {"fr": "De retour à 16 h"}))
    for contact, times in zip(Contact, (34, 21, 9, 17, 2), strict=True):
        for _ in range(times):
            desk.hub.do(c.CountContact(contact))
    desk.vm.front.count("computers")


def _everything_at_once(desk: Desk) -> None:
    _told(desk)
    desk.hub.do(c.CloseEntry())
    _help_asked(desk)
    _absences(desk)


def _last_look(desk: Desk) -> None:
    site = desk.hub.floor.site
    desk.hub.floor = replace(desk.hub.floor, site=replace(site, hours={"every_day": ("09:00-14:30",)}))
    desk.hub.do(c.CloseEntry())
    desk.line.start()


def _close_at_last(desk: Desk) -> None:
    _last_look(desk)
    touch(desk.station.window, "banner-closing")


def _day_panel(desk: Desk) -> None:
    touch(desk.station.window, "day")


def _message_panel(desk: Desk) -> None:
    touch(desk.station.window, "message")
    touch(desk.station.window, "ready-event_at")


def _message_shown(desk: Desk) -> None:
    _told(desk)
    touch(desk.station.window, "message")


def _pause_panel(desk: Desk) -> None:
    desk.vm.front.begin("formation")
    key(desk.station.window, Qt.Key.Key_T)
    touch(desk.station.window, "pause-formation")
    touch(desk.station.window, "ready-back_at")


def _paused_panel(desk: Desk) -> None:
    _told(desk)
    key(desk.station.window, Qt.Key.Key_T)
    touch(desk.station.window, "pause-creation")


def _special_ticket(desk: Desk) -> None:
    _panel(desk)
    touch(desk.station.window, "peopleMore")
    touch(desk.station.window, "priorityOption")


def _paused_ticket(desk: Desk) -> None:
    _told(desk)
    _panel(desk)
    touch(desk.station.window, "issue-creation")


def _searched(desk: Desk) -> None:
    desk.vm.search("4")


def _park_panel(desk: Desk) -> None:
    _desk_receives(desk)
    touch(desk.station.window, "deskPark")


def _called_menu(desk: Desk) -> None:
    _desk_calls(desk)
    desk.vm.show("there")
    touch(desk.station.window, "rowMenu-40")


def _notice_at_desk(desk: Desk) -> None:
    _confirm(desk)
    desk.line.is_cut = True
    touch(desk.station.window, "confirm")


DeskScene = Callable[[Desk], object]


def reception_pictures(album: Album, site: Site) -> None:
    """The desk's overview, and everything that opens above it."""

    def take(
        state: str,
        scene: DeskScene = lambda desk: None,
        waiting: int = 7,
        at_reception: int = 2,
        at: Site = site,
        size: Size = DESK,
    ) -> None:
        desk = new_desk(at, waiting, at_reception)
        # What opens above is touched where it stands: the window has its size before.
        resize(desk.station, size)
        scene(desk)
        album.photograph(desk.station, "reception", state, "fr", size, AT_ONCE_MS)

    scenes: dict[str, DeskScene] = {
        "waiting_7": lambda desk: None,
        "desk_called": _desk_calls,
        "desk_receiving": _desk_receives,
        "desk_hands_over": _desk_hands_over,
        "desk_chooses_a_table": _desk_chooses_a_table,
        "desk_closed": lambda desk: desk.hub.do(c.CloseShift("accueil")),
        "full": fill,
        "new_ticket_full": _full_panel,
        "give_anyway": _anyway,
        "breaks": _breaks,
        "absent": _absences,
        "alarms": _alarms,
        "alarms_open": _alarms_open,
        "new_ticket": _panel,
        "just_issued": _just_issued,
        "row_menu": _menu,
        "row_menu_absent": _absent_menu,
        "row_menu_print": _menu_print,
        "confirm": _confirm,
        "confirm_closing": _confirm_closing,
        "notice": _notice_at_desk,
        "help": _help_asked,
        "told": _told,
        "everything": _everything_at_once,
        "last_look": _last_look,
        "last_look_closing": _close_at_last,
        "day_panel": _day_panel,
        "message_panel": _message_panel,
        "message_shown": _message_shown,
        "pause_panel": _pause_panel,
        "paused_panel": _paused_panel,
        "special_ticket": _special_ticket,
        "paused_ticket": _paused_ticket,
        "searched": _searched,
        "park_panel": _park_panel,
        "row_menu_called": _called_menu,
        "lost": _all_alarms,
        "stations_well": _stations_well,
        "stations_away": _stations_away,
        "stations_away_open": _stations_open,
        "closed": lambda desk: desk.hub.do(c.CloseDay()),
    }
    for size in (DESK, Size(1024, 768)):
        for state, scene in scenes.items():
            take(state, scene, size=size)
        take("empty", waiting=0, at_reception=0, size=size)
        take("waiting_500", waiting=500, size=size)
        take("without_desk", at=replace(site, desk=None, rota=site.rota[:-1]), at_reception=0, size=size)
        for state in ("waiting_7", "new_ticket", "alarms", "desk_called", "everything", "pause_panel"):
            take(f"{state}_long_labels", scenes[state], at=long_labels(site), size=size)
    take("waiting_7", size=Size(1920, 1080))


# ----- administration


LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="10" cy="10" r="9" fill="#B5541C"/>'
    b'<rect x="22" y="3" width="16" height="14" rx="3" fill="#0F4C5C"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Office:
    """The administration above a reception, as the composition root builds it, with its hub within reach."""

    administration: FakeAdministration
    line: AdministrationLine
    vm: AdministrationViewModel
    station: Station

    @property
    def window(self) -> QQuickWindow:
        return cast(QQuickWindow, self.station.engine.rootObjects()[1])

    def enter(self, section: str = "rota") -> None:
        """Type the PIN, and go to a section."""
        self.vm.door.enterPin(self.administration.pin)
        self.vm.chooseSection(section)


def office_content(site_file: Path = DEMO_SITE) -> drafts.Draft:
    """A site file as administration gets it, with the hours and the plan of a real week."""
    content = json.loads(json.dumps(dict(open_site(site_file).content), default=str))
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday"):
        content = drafts.with_hours(content, day, ("09:00-12:30", "13:30-17:30"))
    for day in ("saturday", "sunday"):
        content = drafts.with_hours(content, day, ())
    morning = drafts.Permanence("09:00-12:30", ("orientation", "formation"), ("emploi",), ("fr", "en"))
    afternoon = drafts.Permanence("13:30-17:30", ("emploi", "evolution"), (), ("fr",))
    for counter, day, held in (
        ("4", "monday", (morning,)),
        ("4", "thursday", (morning, afternoon)),
        ("5", "tuesday", (afternoon,)),
        ("5", "friday", (morning, afternoon)),
    ):
        content = drafts.with_permanences(content, counter, day, held)
    closed = {"date": "2026-12-24", "last_date": "2027-01-02", "hours": []}
    instead = {"counter": "5", "themes": ["emploi"], "languages": ["fr"], "hours": ["09:00-11:00"]}
    short = {"date": "2026-12-04", "hours": ["09:00-12:30"], "absent": ["3"], "shifts": [instead]}
    strike = {
        "id": "transports",
        "label": "Grève des transports",
        "text": {"fr": "Grève des transports : comptez plus de temps pour rentrer", "en": "Transport strike today"},
    }
    forum = {"id": "forum", "label": "Forum", "text": {"fr": "Forum des métiers au rez-de-chaussée"}}
    return {**content, "exceptions": [closed, short], "messages": [strike, forum]}


def new_office(content: drafts.Draft, pin: str = "2468") -> Office:
    """The administration's window just after it was asked for."""
    site = read_site(DEMO_SITE)
    hub = FakeHub(site)
    administration = FakeAdministration(content, pin)
    line = AdministrationLine(hub, administration)
    mirror = StaffMirror(line)
    desk_vm = ReceptionViewModel(mirror, line, station.qr_image, hub.clock)
    vm = administration_view_model(line, mirror)
    built = Station(line, desk_vm, [vm, mirror], "Cdm.Reception", "ReceptionWindow")
    Translations("stations", built.engine, vm)
    line.start()
    desk_vm.administrationAsked.connect(AdministrationDoor(built, vm).open)
    desk_vm.askAdministration()
    return Office(administration, line, vm, built)


def _printers(office: Office) -> None:
    queue, usb = "queue:Accueil", "usb:04b8:0e15"
    first = MetStation(
        "Borne 1", StationRole.KIOSK, paper=Paper.NEAR_END, printer=usb, found=(usb, queue), trial=Trial.CAME
    )
    second = MetStation("Borne 2", StationRole.KIOSK, away_since=NOW)
    office.line.hear("stations", wire.STATIONS.dump_json(Stations((first, second))))
    office.enter("printers")


def _pin_wrong(office: Office) -> None:
    for _ in range(3):
        office.vm.door.enterPin("1111")
        for _ in range(3):
            office.vm.tick()
    office.vm.door.enterPin("1111")


def _pin_again(office: Office) -> None:
    office.vm.door.enterPin("2468")
    office.vm.door.enterPin("1357")


def _faulty(office: Office) -> None:
    office.enter("themes")
    office.vm.select("themes.1")
    office.vm.setText("themes.1.label.fr", "")
    office.vm.setNumber("themes.1.interview_min", "900")
    office.vm.setHours("monday", "9h-8h")


def _faulty_rota(office: Office) -> None:
    office.enter()
    office.vm.week.chooseCell("4/monday")
    office.vm.week.addStretch(False)
    office.vm.week.setStretchHours("10:00-11:00")
    office.vm.week.chooseCell("")


def _cell(office: Office) -> None:
    office.enter()
    touch(office.window, "cell-4/thursday")


def _exception(office: Office) -> None:
    office.enter()
    office.vm.select("exceptions.1")
    date = ready(office.window, "exceptionHours")
    date.forceActiveFocus()


def _exception_cell(office: Office) -> None:
    _exception(office)
    touch(office.window, "added-5/exceptions.1")


def _seasonal(office: Office) -> None:
    office.enter("themes")
    office.vm.select("themes.4")
    office.vm.setDate("themes.4.from_date", "01/09/2026")
    office.vm.setDate("themes.4.until_date", "31/08/2026")
    wait_until(lambda: office.vm.draft.faultCount == 1, "the fault")
    ready(office.window, "themeUntil").forceActiveFocus()


def _sound(office: Office) -> None:
    office.enter("sound")
    office.vm.sound.setQuiet("12h-13h30")
    office.vm.sound.addHours()
    office.vm.sound.setHours(0, "17:30-19:00")


def _sound_faulty(office: Office) -> None:
    _sound(office)
    office.vm.sound.setVolume("150")
    office.vm.sound.setQuiet("midi")
    office.vm.sound.addHours()
    wait_until(lambda: office.vm.draft.faultCount, "the fault")


def _look_faulty(office: Office) -> None:
    office.enter("look")
    office.vm.setText("accent", "#FFD28A")
    office.vm.setText("name", "")
    wait_until(lambda: office.vm.draft.faultCount == 2, "the faults")


def _look_below(office: Office) -> None:
    office.enter("look")
    with tempfile.TemporaryDirectory() as folder:
        logo = Path(folder) / "cite.svg"
        logo.write_bytes(LOGO)
        office.vm.pictures.bring("logo", QUrl.fromLocalFile(str(logo)))
        ready(office.window, "nextPin").forceActiveFocus()
        QTest.qWait(SETTLED_MS)


def _bare(content: drafts.Draft) -> drafts.Draft:
    """A site that has hardly begun."""
    few = {key: value for key, value in content.items() if key not in ("exceptions", "messages", "services")}
    few = {**few, "rota": [], "counters": content["counters"][:1], "themes": content["themes"][:1]}
    return {**few, "desk": content["counters"][0]["id"]}


def _conflict(office: Office) -> None:
    office.enter("themes")
    office.vm.setText("themes.0.label.en", "Find my way")
    other = drafts.with_text(office.administration.content, "themes.2.label.fr", "Chercher un emploi")
    office.administration.put_by_another(drafts.with_number(other, "overflow_after_min", "15"))
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    office.vm.draft.save()


def _saved(office: Office) -> None:
    office.enter("themes")
    office.vm.setText("themes.0.label.en", "Find my way")
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    office.vm.draft.save()


def _kept_versions(office: Office) -> None:
    _saved(office)
    office.vm.setNumber("overflow_after_min", "15")
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    office.vm.draft.save()
    office.vm.chooseSection("versions")


def _large_english_ticket(office: Office) -> None:
    office.enter("ticket")
    office.vm.setTruth("ticket.theme", True)
    office.vm.setText("ticket.words.fr", "Entrez donc, vous êtes chez vous.")
    shown = cast(TicketViewModel, office.vm.ticket)
    shown.chooseLanguage("en")
    shown.setLarge(True)


def _leaving(office: Office) -> None:
    office.enter("rules")
    office.vm.setNumber("manners.grace_min", "20")
    touch(office.window, "close")


def administration_pictures(album: Album, _site: Site) -> None:
    """The site's settings: the door, every section, and what opens above them."""
    ordinary: dict[str, Callable[[Office], object]] = {
        "pin": lambda office: None,
        "pin_wrong": _pin_wrong,
        "rota": Office.enter,
        "rota_cell": _cell,
        "rota_exception": _exception,
        "rota_exception_cell": _exception_cell,
        "rota_fault": _faulty_rota,
        "themes": lambda office: office.enter("themes"),
        "themes_dates": _seasonal,
        "services": lambda office: office.enter("services"),
        "places": lambda office: office.enter("places"),
        "hours": lambda office: office.enter("hours"),
        "rules": lambda office: office.enter("rules"),
        "messages": lambda office: office.enter("messages"),
        "sound": _sound,
        "sound_fault": _sound_faulty,
        "ticket": lambda office: office.enter("ticket"),
        "ticket_large_english": _large_english_ticket,
        "printers": _printers,
        "printers_none": lambda office: office.enter("printers"),
        "look": lambda office: office.enter("look"),
        "look_below": _look_below,
        "look_fault": _look_faulty,
        "versions": _kept_versions,
        "versions_none": lambda office: office.enter("versions"),
        "fault": _faulty,
        "saved": _saved,
        "conflict": _conflict,
        "leaving": _leaving,
    }
    content = office_content()
    labels = long_labels(read_site(DEMO_SITE))
    wordy = content
    for at, theme in enumerate(labels.themes):
        wordy = drafts.with_text(wordy, f"themes.{at}.label.fr", theme.label["fr"][:60])
    for at, counter in enumerate(labels.counters):
        wordy = drafts.with_text(wordy, f"counters.{at}.label", counter.label)

    def take(
        state: str, scene: Callable[[Office], object], at: drafts.Draft, size: Size, pin: str = "2468"
    ) -> None:
        office = new_office(at, pin)
        office.window.resize(size.width, size.height)
        scene(office)
        QTest.qWait(SETTLED_MS)
        image = office.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        image.save(str(album.path("administration", state, "fr", size)), quality=80)
        office.station.close()

    for size in (OFFICE, LYING):
        for state, scene in ordinary.items():
            take(state, scene, content, size)
        take("pin_first", lambda office: None, content, size, pin="")
        take("pin_differs", _pin_again, content, size, pin="")
        for state in ("rota", "rota_cell", "themes", "places"):
            take(f"{state}_long_labels", ordinary[state], wordy, size)
        for state in ("rota", "themes", "services", "messages"):
            take(f"{state}_empty", ordinary[state], _bare(content), size)
    take("rota", Office.enter, content, SMALL)


# ----- paper and phone


def paper_pictures(album: Album, site: Site) -> None:
    """The ticket as the print head and the PDF have it."""
    faces = station.faces()
    for language in LANGUAGES:
        for number in (42, 1208) if language == "fr" else (42,):
            kiosk = new_kiosk(site, language, number)
            _printing(kiosk)
            (paper,) = kiosk.papers
            kiosk.station.close()
            for roll_mm, printable_mm in ((80, PRINTABLE_80_MM), (58, PRINTABLE_58_MM)):
                image = draw_ticket(paper, faces, printable_mm)
                image.save(album.path("paper", f"ticket_{number}", language, f"{roll_mm}mm"))
            with pypdfium2.PdfDocument(ticket_pdf(paper, faces)) as document:
                drawn = document[0].render(scale=3).to_pil()
                drawn.save(album.path("paper", f"ticket_{number}", language, "pdf"))
    chosen = replace(polyglot(site), ticket=TicketLook(logo=True, theme=True, words={"fr": "Entrez donc."}))
    bare = replace(chosen, ticket=TicketLook(welcome=False, band=False, come_back=False, code=False, date=False))
    for state, house, language, large in (
        *(("large", polyglot(site), language, True) for language in ("fr", "en", "ar")),
        *(("bilingual", polyglot(site), language, False) for language in ("de", "ar", "uk")),
        *(("chosen", chosen, language, False) for language in ("fr", "en", "ar")),
        ("chosen_large", chosen, "fr", True),
        ("bare", bare, "fr", False),
        ("long_labels", wordy(site), "nl", False),
        ("long_labels_large", wordy(site), "nl", True),
    ):
        paper = paper_of(house, language, large=large, logo=cite_logo())
        for roll_mm, printable_mm in ((80, PRINTABLE_80_MM), (58, PRINTABLE_58_MM)):
            image = draw_ticket(paper, faces, printable_mm)
            image.save(album.path("paper", f"ticket_{state}", language, f"{roll_mm}mm"))


def phone_pictures(album: Album, _site: Site) -> None:
    """The ticket page of a real hub, as a phone's browser shows it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("phone: skipped, there is no chromium on the PATH")
        return
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as data,
        RunningHub(Path(data, "data"), polyglot_file(Path(data))) as hub,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)

        def take(state: str, ticket: str, languages: Sequence[str] = LANGUAGES) -> None:
            for language in languages:
                page.goto(f"{hub.pages_url}/t/{ticket}?lang={language}", wait_until="domcontentloaded")
                if state in ("next", "waiting", "waiting_long", "paused", "paused_message", "message"):
                    # The forecast follows the number.
                    page.locator("#wait:not(:empty)").wait_for()
                page.screenshot(path=album.path("phone", state, language, "390x844"))

        for counter in ("1", "2", "3"):
            hub.post(f"/counters/{counter}/call-next")
        mine = hub.issue("creation")["id"]
        others = [hub.issue("emploi")["id"] for _ in range(3)]
        take("next", mine, [*NAMES])
        page.set_viewport_size({"width": 320, "height": 568})
        page.goto(f"{hub.pages_url}/t/{mine}?lang=ar")
        page.screenshot(path=album.path("phone", "small", "ar", "320x568"))
        page.set_viewport_size({"width": 390, "height": 844})
        for question in ("give-up", "more-time"):
            for language in ("fr", "de", "ar"):
                page.goto(f"{hub.pages_url}/t/{mine}?lang={language}&ask={question}")
                page.screenshot(
                    path=album.path("phone", f"asked_{question.replace('-', '_')}", language, "390x844")
                )
        aside = hub.issue("creation")["id"]
        page.request.post(f"{hub.pages_url}/t/{aside}/more-time")
        take("aside", aside)
        take("waiting", others[2])
        last = [hub.issue("emploi")["id"] for _ in range(8)][-1]
        take("waiting_long", last)
        back = {"fr": "De retour à 15 h.", "en": "Back at 3 p.m.", "es": "Volvemos a las 15:00."}
        hub.post("/themes/emploi/pause", {"message": back})
        take("paused", last)
        hub.tell({"fr": LONGEST_MESSAGE})
        take("paused_message", last, ["fr"])
        hub.post("/themes/emploi/resume")
        take("message", mine, ["fr"])
        hub.tell({})
        hub.post("/counters/3/call-next")
        take("called", mine, [*NAMES])
        hub.post("/counters/3/start")
        take("in_interview", mine)
        hub.post("/counters/3/finish")
        take("done", mine)
        hub.post("/counters/2/call-next")
        hub.post("/counters/2/no-show")
        take("absent", others[0])
        hub.post(f"/tickets/{others[1]}/withdraw")
        take("withdrawn", others[1])
        take("unknown", "nobody-ever-had-this-one")


ROLES: dict[str, Callable[[Album, Site], None]] = {
    "kiosk": kiosk_pictures,
    "display": display_pictures,
    "advisor": advisor_pictures,
    "reception": reception_pictures,
    "administration": administration_pictures,
    "paper": paper_pictures,
    "phone": phone_pictures,
}


def main(arguments: Sequence[str]) -> int:
    """Render the roles named, or all, into the folder named first."""
    folder, *roles = [*arguments, ""][: len(arguments) or 1]
    if not folder or not set(roles) <= set(ROLES):
        print(f"{__doc__}\nRoles: {', '.join(ROLES)}", file=sys.stderr)
        return 2
    began = time.monotonic()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    station.application("gallery")
    site = read_site(DEMO_SITE)
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    album = Album(out)
    for role in roles or ROLES:
        ROLES[role](album, site)
    sheets = album.sheets()
    seconds = time.monotonic() - began
    print(f"{len(album.pictures)} pictures and {len(sheets)} contact sheets in {seconds:.0f} s: {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
