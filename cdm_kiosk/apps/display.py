"""Composes the call display."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer, QTranslator, Slot
from PySide6.QtGui import QWindow

from cdm_kiosk import logs, paths
from cdm_kiosk.client.hub import HubClient, Presence
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.station import station
from cdm_kiosk.station.awake import Awake
from cdm_kiosk.station.chime import Chime
from cdm_kiosk.station.own_name import OwnName, names_of_a_display
from cdm_kiosk.station.screens import Keeper, ScreenChoice
from cdm_kiosk.station.translations import FOLDER, Translations
from cdm_kiosk.station.voice import Voice
from cdm_kiosk.viewmodels.display.display import ANNOUNCE_MS, DisplayViewModel, ShownZone
from cdm_kiosk.viewmodels.display.voice import DisplayVoice

logger = logging.getLogger(__name__)

CHIME = paths.RESOURCES / "sounds" / "chime.wav"
WARM_UP_AFTER_MS = 500
MM_PER_INCH = 25.4
USUAL_DIAGONAL_INCH = 24.0
USUAL_DISTANCE_M = 4.0
DIAGONALS_INCH = (7.0, 150.0)
DISTANCES_M = (0.5, 30.0)
MOST_ZONES = 3
SECOND_SCREEN = 1
DIRECTIONS = ("left", "right", "up", "down")
DOCUMENTATION = "documentation"
PUT_ANOTHER = 0.999
"""Below this part of the size that is needed, a screen is too small."""


class DisplayOptionFault(station.StationFault):
    """An option of the display that cannot be meant; ``field`` names it."""

    code = "bad_display_option"

    def __init__(self, field: str, given: str, expected: str) -> None:
        self.field = field
        super().__init__(f'{field}: "{given}" cannot be used. Expected {expected}. ({self.code})')


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a display hangs and what it shows.

    ``diagonal_inch`` None asks the screen itself; ``distance_m`` is how far the farthest reader sits; where nobody
    said it, the numbers are as large as four metres need or the screen allows.
    """

    zones: tuple[ShownZone, ...] = ()
    diagonal_inch: float | None = None
    distance_m: float | None = None
    in_a_quiet_room: bool = False


def setting(zones: str, diagonal: str, distance: str, room: str, diagonal_field: str = "--diagonal") -> Setting:
    """What was asked for on the command line ("" where nothing was); raises DisplayOptionFault."""
    if room not in ("", DOCUMENTATION):
        raise DisplayOptionFault("--room", room, f'"{DOCUMENTATION}"')
    return Setting(
        shown_zones(zones),
        _between(diagonal_field, diagonal, DIAGONALS_INCH, "inches") if diagonal else None,
        _between("--viewing-distance-m", distance, DISTANCES_M, "metres") if distance else None,
        room == DOCUMENTATION,
    )


def shown_zones(text: str) -> tuple[ShownZone, ...]:
    """``"hall:left,etage:up"`` as zones in that order, each with where it lies; raises DisplayOptionFault."""
    shown: list[ShownZone] = []
    for each in filter(None, (part.strip() for part in text.split(","))):
        zone, _, direction = each.partition(":")
        if direction not in ("", *DIRECTIONS):
            raise DisplayOptionFault("--zone", each, f"a direction like {', '.join(DIRECTIONS)} after the colon")
        if zone in [other.zone for other in shown]:
            raise DisplayOptionFault("--zone", text, "each zone once")
        shown.append(ShownZone(zone, direction))
    if len(shown) > MOST_ZONES:
        raise DisplayOptionFault("--zone", text, f"at most {MOST_ZONES} zones on one display")
    return tuple(shown)


def _between(option: str, text: str, limits: tuple[float, float], unit: str) -> float:
    low, high = limits
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not low <= number <= high:
        raise DisplayOptionFault(option, text, f"from {low:g} to {high:g} {unit}")
    return number


class DisplayStation(station.Station):
    """The second screen's window."""

    view_model: DisplayViewModel

    def __init__(
        self,
        hub_url: str,
        shown: Setting | None = None,
        announce_ms: int = ANNOUNCE_MS,
        name: str = "",
        folder: Path | None = None,
    ) -> None:
        self._setting = shown or Setting()
        self._told_reach = ""
        zones = ", ".join(each.zone for each in self._setting.zones)
        self.own = OwnName(paths.data_folder(folder), "display", names_of_a_display(name, zones))
        client = HubClient(hub_url, "public", present=Presence("display", self.own.name))
        mirror = PublicMirror(client)
        view_model = DisplayViewModel(
            mirror,
            client,
            self._setting.zones,
            announce_ms,
            mirror.clock,
            self._setting.in_a_quiet_room,
            in_language,
        )
        super().__init__(client, view_model, [mirror], "Cdm.Display", "DisplayWindow")
        self._translations = Translations("display", self.engine)
        view_model.spokenLanguageChanged.connect(self._translations.speak)
        self._chime = Chime(CHIME, parent=view_model)
        view_model.chimed.connect(self._chime.sound)
        QTimer.singleShot(WARM_UP_AFTER_MS, self._chime, self._chime.warm_up)
        self._voice = Voice(parent=view_model)
        self._sound = _new_sound(view_model, self._voice)
        if not self._setting.in_a_quiet_room:
            QTimer.singleShot(WARM_UP_AFTER_MS, self._voice, self._voice.warm_up)
        self.window.setProperty("viewingDistanceM", self._setting.distance_m or USUAL_DISTANCE_M)
        view_model.connectedChanged.connect(self.fit)

    def close(self) -> None:
        self._chime.close()
        self._voice.close()
        self.own.release()
        super().close()

    def set_scale(self) -> None:
        """Tell the window how many pixels a millimetre of this screen has."""
        screen = self.window.screen()
        theme = cast(QObject, self.engine.singletonInstance("Cdm.Controls", "Theme"))
        pixels = screen.geometry()
        # A display that knows nothing of itself says 0, or a millimetre a pixel.
        itself = screen.physicalSize()
        told_inch = math.hypot(itself.width(), itself.height()) / MM_PER_INCH
        low, high = DIAGONALS_INCH
        diagonal = self._setting.diagonal_inch or (told_inch if low <= told_inch <= high else USUAL_DIAGONAL_INCH)
        theme.setProperty("pixelsPerMm", math.hypot(pixels.width(), pixels.height()) / (diagonal * MM_PER_INCH))

    @Slot()
    def fit(self) -> None:
        """Take the sizes of the screen that the window is on now.

        Says once, in the log (the terminal, too), from how far a screen can be read that is too small for where
        its readers sit: a warning where somebody said how far that is. Not before the hub has said how many areas
        share it, and not of a window that anybody may make larger.
        """
        self.set_scale()
        if not self.view_model.connected or self.window.visibility() != QWindow.Visibility.FullScreen:
            return
        level, sentence = _reach(float(self.window.property("legibleFromM")), self._setting.distance_m)
        if sentence not in ("", self._told_reach):
            self._told_reach = sentence
            logger.log(level, sentence)


def _reach(legible_m: float, distance_m: float | None) -> tuple[int, str]:
    """What is worth saying of how far a screen can be read, and how loud; "" where it reaches all its readers."""
    if legible_m >= PUT_ANOTHER * (distance_m or USUAL_DISTANCE_M):
        return logging.NOTSET, ""
    if distance_m is None:
        return logging.INFO, (
            f"This screen can be read from {legible_m:.1f} m. If people sit farther away, say how far with "
            "--viewing-distance-m; a larger screen or fewer zones can be read from farther."
        )
    return logging.WARNING, (
        f"This screen is too small to be read from {distance_m:g} m: its numbers are as large as they can be, "
        f"and can be read from {legible_m:.1f} m. A larger screen or fewer zones would help."
    )


def _new_sound(view_model: DisplayViewModel, voice: Voice) -> DisplayVoice:
    """What is heard of the calls: chime and voice, one after the other."""
    sound = DisplayVoice(voice, in_language, time.monotonic, view_model)
    view_model.announced.connect(sound.announce)
    view_model.joined.connect(sound.join)
    view_model.standing.connect(sound.keep)
    sound.chimed.connect(view_model.chime)
    voice.done.connect(sound.ended)
    voice.failed.connect(sound.ended)
    return sound


def in_language(language: str, text: str) -> str:
    """A fixed sentence of the display (its French source) in ``language``; "" where nobody has translated it."""
    if language == "fr":
        return text
    catalogue = _catalogue(language)
    return (catalogue.translate("DisplayViewModel", text) or "") if catalogue is not None else ""


@cache
def _catalogue(language: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(f"display_{language}", str(FOLDER)) else None


def main(
    hub_url: str, shown: Setting, windowed: bool, name: str, data: Path | None = None, screen: str = ""
) -> int:
    """Show the display until it is closed: on the second screen where there is one."""
    logs.set_up("display")
    app = station.application("display")
    display = DisplayStation(hub_url, shown, name=name, folder=data)
    choice = ScreenChoice(display.own, SECOND_SCREEN, screen, fills=not windowed)
    keeper = Keeper(display.window, choice.screen, full_screen=not windowed)
    keeper.placed.connect(display.fit)
    if not windowed:
        Awake(display.view_model)
    return station.run(app, [display])
