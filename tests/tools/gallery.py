"""Renders every screen of every role, in its states and languages, to pictures for people to look at.

``python -m tests.tools.gallery OUT [role…]`` needs no screen, no hub and no printer; the ticket page's pictures
need chromium. File names tell role, state, language and size. OUT/sheets holds contact sheets.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from cdm_kiosk.apps import station
from cdm_kiosk.apps.station import Station
from cdm_kiosk.apps.translations import Translations
from cdm_kiosk.client.hub import Reply
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.viewmodels.kiosk import ASK_AFTER_S, KioskViewModel
from tests.tools.fake_hub import FakeHub, FakeLine

LANGUAGES = ("fr", "en", "es")
SETTLED_MS = 500
"""After this long nothing moves any more: the longest pause is the advisor's against a double tap."""
QUICKLY_SETTLED_MS = 20
"""Enough for screens that show every change at once."""


@dataclass(frozen=True, slots=True)
class Size:
    """A window's size in pixels, and how many of them a millimetre of such a screen has."""

    width: int
    height: int
    per_mm: float = 3.78

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


UPRIGHT = Size(1080, 1920, 3.2)
LYING = Size(1920, 1080, 3.6)
SMALL = Size(1024, 768, 3.4)
LARGE = Size(2160, 3840, 6.4)
FULL_HD = Size(1920, 1080)


class Album:
    """The folder that the pictures go to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, role: str, state: str, language: str, size: object) -> Path:
        """Where a picture belongs; it counts as taken."""
        picture = self._folder / f"{role}-{state}-{language}-{size}.png"
        self.pictures.append(picture)
        return picture

    def photograph(self, each: Station, role: str, state: str, language: str, size: Size, settled_ms: int) -> None:
        """Take the picture of a window at that size, once it stands still."""
        theme = cast(QObject, each.engine.singletonInstance("Cdm.Controls", "Theme"))
        theme.setProperty("pixelsPerMm", size.per_mm)
        each.window.resize(size.width, size.height)
        QTest.qWait(settled_ms)
        image = each.window.grabWindow()
        image.setDevicePixelRatio(1)
        image.convertToFormat(QImage.Format.Format_RGB888).save(str(self.path(role, state, language, size)))


# ----- kiosk


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk at rest, as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    vm: KioskViewModel
    station: Station
    papers: list[TicketPaper]

    @classmethod
    def built(cls, site: Site, language: str, last_number: int = 41, paper_offered: bool = True) -> Kiosk:
        hub = busy_hub(site, last_number)
        line = hub.line("kiosk")
        mirror = KioskMirror(line)
        vm = KioskViewModel(mirror, line, station.pictogram_url, station.qr_image, paper_offered, hub.clock)
        papers: list[TicketPaper] = []
        vm.paperAsked.connect(papers.append)
        built = Station(line, vm, [mirror], "Cdm.Kiosk", "KioskWindow")
        translations = Translations("kiosk", built.engine, built.engine)
        line.start()
        vm.chooseLanguage(language)
        translations.speak(language)
        vm.retranslate()
        return cls(hub, line, vm, built, papers)

    def take_ticket(self) -> None:
        self.vm.chooseTheme("emploi")
        self.vm.takeTicket()


def busy_hub(site: Site, last_number: int = 41) -> FakeHub:
    """An afternoon: some wait, and nobody receives for "creation"."""
    hub = FakeHub(site, last_number - 3)
    hub.open_day(minutes_ago=300)
    for counter, themes in (("1", ("orientation", "formation")), ("2", ("emploi",)), ("3", ("evolution",))):
        hub.do(c.OpenShift(counter, themes, (), ("fr", "en")), minutes_ago=240)
    hub.issue("formation", minutes_ago=14)
    hub.issue("emploi", minutes_ago=9)
    hub.issue("emploi", minutes_ago=4)
    return hub


def _theme(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")


def _theme_without_wait(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("orientation")


def _theme_unserved(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("creation")


def _issuing(kiosk: Kiosk) -> None:
    kiosk.line.held = True
    kiosk.take_ticket()


def _ticket(kiosk: Kiosk) -> None:
    kiosk.take_ticket()


def _next_in_line(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("evolution")
    kiosk.vm.takeTicket()


def _printing(kiosk: Kiosk) -> None:
    kiosk.take_ticket()
    kiosk.vm.printTicket()


def _printed(kiosk: Kiosk) -> None:
    _printing(kiosk)
    kiosk.vm.paperCame()


def _print_failed(kiosk: Kiosk) -> None:
    _printing(kiosk)
    kiosk.vm.paperFailed()


def _notice(kiosk: Kiosk) -> None:
    kiosk.line.refusing = Reply(503, {"code": "hub_unreachable"})
    kiosk.take_ticket()


def _still_there(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    for _ in range(ASK_AFTER_S + 3):
        kiosk.vm.tick()


def _closed(kiosk: Kiosk) -> None:
    kiosk.hub.do(c.CloseDay())


def _offline(kiosk: Kiosk) -> None:
    kiosk.line.lose()


KioskScene = Callable[[Kiosk], None]
KIOSK_MAIN: dict[str, KioskScene] = {
    "themes": lambda _kiosk: None,
    "theme": _theme,
    "theme_unserved": _theme_unserved,
    "help": lambda kiosk: kiosk.vm.showHelp(),
    "look": lambda kiosk: kiosk.vm.showLook(),
    "ticket": _ticket,
    "still_there": _still_there,
}
KIOSK_MORE: dict[str, KioskScene] = {
    "theme_without_wait": _theme_without_wait,
    "issuing": _issuing,
    "ticket_next": _next_in_line,
    "printing": _printing,
    "printed": _printed,
    "print_failed": _print_failed,
    "notice": _notice,
    "closed": _closed,
    "offline": _offline,
}


def kiosk_pictures(album: Album, site: Site) -> None:
    """Upright in every language and state; the main states in the other shapes of screen."""

    def take(
        state: str, scene: KioskScene, language: str, size: Size, last_number: int = 41, paper: bool = True
    ) -> None:
        kiosk = Kiosk.built(site, language, last_number, paper)
        scene(kiosk)
        album.photograph(kiosk.station, "kiosk", state, language, size, QUICKLY_SETTLED_MS)
        kiosk.station.close()

    for language in LANGUAGES:
        for state, scene in (KIOSK_MAIN | KIOSK_MORE).items():
            take(state, scene, language, UPRIGHT)
        take("ticket_no_printer", _ticket, language, UPRIGHT, paper=False)
        for size in (LYING, SMALL, LARGE):
            for state, scene in KIOSK_MAIN.items():
                if language == "fr" or state in ("themes", "ticket"):
                    take(state, scene, language, size)
    for digits, last_number in ((1, 6), (3, 107), (4, 1233)):
        for size in (UPRIGHT, LYING):
            take(f"ticket_{digits}_digits", _ticket, "fr", size, last_number)
    never_heard = Kiosk.never_heard()
    album.photograph(never_heard, "kiosk", "never_connected", "fr", UPRIGHT, QUICKLY_SETTLED_MS)
    never_heard.close()


if __name__ == "__main__":
    sys.exit(0)
