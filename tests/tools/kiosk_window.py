"""A kiosk's window with its hub within reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, QSize

from cdm_kiosk.apps.kiosk import trial_pixels_per_mm
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.site import RECEPTION, Site
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.station import station
from cdm_kiosk.station.keypad import Keypad, Keys
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.kiosk.leave import LeaveViewModel, Tried
from cdm_kiosk.viewmodels.kiosk.leave_voice import LeaveVoice
from cdm_kiosk.viewmodels.kiosk.voice import KioskVoice
from tests.tools.fake_hub import FakeHub, FakeLine
from tests.tools.house_variants import planned
from tests.tools.shared_engine import station_window
from tests.tools.speaker import RecordingSpeaker
from tests.tools.tickets import in_words, qr_image


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    vm: KioskViewModel
    station: StationWindow
    papers: list[TicketPaper]
    voice: KioskVoice
    speaker: RecordingSpeaker

    def speak(self, language: str) -> None:
        self.vm.chooseLanguage(language)
        self.station.translations.speak(language)
        self.vm.retranslate()

    def take_ticket(self, theme: str = "emploi") -> None:
        self.vm.chooseTheme(theme)
        self.vm.takeTicket()


def new_kiosk(
    site: Site,
    language: str = "fr",
    next_number: int = 42,
    has_printer: bool = True,
    hears_hub: bool = True,
    size: QSize | None = None,
) -> Kiosk:
    """A kiosk at rest on a busy afternoon."""
    hub = afternoon(site, next_number)
    line = hub.line("kiosk")
    mirror = KioskMirror(line)
    vm = KioskViewModel(mirror, line, line.orders, station.own_pictogram_url, qr_image, in_words, hub.clock)
    vm.offerPaper(has_printer)
    papers: list[TicketPaper] = []
    vm.paperAsked.connect(papers.append)
    speaker = RecordingSpeaker()
    voice = KioskVoice(vm, speaker, vm)
    sizes = {} if size is None else {"width": size.width(), "height": size.height()}
    built = station_window(line, vm, [mirror], "Cdm.Kiosk", "KioskWindow", "kiosk", voice=voice, **sizes)
    keypad = Keypad(built.window, voice, Keys())
    assert keypad.parent() is built.window
    if hears_hub:
        line.start()
        vm.chooseLanguage(language)
    built.translations.speak(language)
    vm.retranslate()
    return Kiosk(hub, line, vm, built, papers, voice, speaker)


def show_to_scale(kiosk: Kiosk) -> None:
    """As a kiosk's window on a desk does: its whole screen, drawn smaller."""
    kiosk.station.window.setProperty("toScale", True)
    theme = cast(QObject, kiosk.station.engine.singletonInstance("Cdm.Controls", "Theme"))
    theme.setProperty("pixelsPerMm", trial_pixels_per_mm())


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


class NoKeptDoor:
    """A kiosk that keeps no PIN: the hub alone knows it."""

    def keep(self, pin: str) -> None:
        """Nothing is kept."""

    def try_pin(self, pin: str) -> Tried:
        return Tried(opens=False, is_known=False)


def ask_to_leave(kiosk: Kiosk) -> LeaveViewModel:
    """The page of the PIN, as the hidden way opens it; its questions to the hub wait in the line."""
    leave = LeaveViewModel(kiosk.line, kiosk.line.orders, NoKeptDoor(), kiosk.vm)
    voice = LeaveVoice(leave, kiosk.voice, kiosk.vm)
    assert voice.parent() is leave
    kiosk.station.window.setProperty("leave", leave)
    kiosk.line.is_slow = True
    leave.open()
    return leave
