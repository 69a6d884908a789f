"""Composes the call display."""

from __future__ import annotations

import logging
import math
import time
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QScreen, QWindow

from cdm_kiosk import logs, paths
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.options import DIAGONALS_INCH, DisplayOptions
from cdm_kiosk.station import station
from cdm_kiosk.station.arrival import Newcomer, member, on_its_screen
from cdm_kiosk.station.awake import Awake
from cdm_kiosk.station.chime import Chime
from cdm_kiosk.station.membership import Membership
from cdm_kiosk.station.own_name import OwnName, names_of_a_display
from cdm_kiosk.station.screens import Keeper, ScreenChoice
from cdm_kiosk.station.translations import Catalogues
from cdm_kiosk.station.voice import Voice
from cdm_kiosk.viewmodels.display.display import ANNOUNCE_MS, DisplayViewModel
from cdm_kiosk.viewmodels.display.voice import DisplayVoice

logger = logging.getLogger(__name__)

CHIME = paths.RESOURCES / "sounds" / "chime.wav"
WARM_UP_AFTER_MS = 500
USUAL_DIAGONAL_INCH = 24.0
USUAL_DISTANCE_M = 4.0
SECOND_SCREEN = 1
_CATALOGUES = Catalogues("display")
PUT_ANOTHER = 0.999
"""Below this part of the size that is needed, a screen is too small."""


class DisplayStation(station.StationWindow):
    """The second screen's window."""

    view_model: DisplayViewModel

    def __init__(self, options: DisplayOptions, member: Membership, announce_ms: int = ANNOUNCE_MS) -> None:
        self._options = options
        self._said_reach = ""
        zones = ", ".join(each.zone for each in options.zones)
        self.own = OwnName(
            paths.data_folder(options.data), "display", names_of_a_display(member.name or options.name, zones)
        )
        client = member.client(Principal(Role.DISPLAY, self.own.name))
        mirror = PublicMirror(client)
        view_model = DisplayViewModel(
            mirror,
            client,
            options.zones,
            announce_ms,
            mirror.clock,
            options.in_a_quiet_room,
            in_language,
        )
        distance_m = options.distance_m or USUAL_DISTANCE_M
        super().__init__(
            client,
            view_model,
            [mirror],
            "Cdm.Display",
            "DisplayWindow",
            "display",
            viewingDistanceM=distance_m,
        )
        view_model.spokenLanguageChanged.connect(self.translations.speak)
        self._chime = Chime(CHIME, parent=view_model)
        view_model.chimed.connect(self._chime.sound)
        QTimer.singleShot(WARM_UP_AFTER_MS, self._chime, self._chime.warm_up)
        self._voice = Voice(parent=view_model)
        self._sound = _new_sound(view_model, self._voice)
        if not options.in_a_quiet_room:
            QTimer.singleShot(WARM_UP_AFTER_MS, self._voice, self._voice.warm_up)
        view_model.signal_of("connected").connect(self.fit)

    def close(self) -> None:
        self._chime.close()
        self._voice.close()
        self.own.release()
        super().close()

    def pixels_per_mm(self) -> float:
        return _pixels_per_mm(self._options, self.screen)

    @Slot()
    def fit(self) -> None:
        """Take the sizes of the screen that the window is on now.

        Says once, in the log (the terminal, too), from how far a screen can be read that is too small for where
        its readers sit: a warning where somebody said how far that is. Not before the hub has said how many areas
        share it, and not of a window that anybody may make larger.
        """
        self.set_scale()
        if not self.view_model.props.connected or self.window.visibility() != QWindow.Visibility.FullScreen:
            return
        level, sentence = _reach(float(self.window.property("legibleFromM")), self._options.distance_m)
        if sentence not in ("", self._said_reach):
            self._said_reach = sentence
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
    return _CATALOGUES.at(language).translate("DisplayViewModel", text) or ""


def _pixels_per_mm(options: DisplayOptions, screen: QScreen) -> float:
    # A display that knows nothing of itself says 0, or a millimetre a pixel.
    itself = screen.physicalSize()
    own_inch = math.hypot(itself.width(), itself.height()) / station.MM_PER_INCH
    low, high = DIAGONALS_INCH
    plausible = own_inch if low <= own_inch <= high else USUAL_DIAGONAL_INCH
    return station.pixels_per_mm_of(screen, options.diagonal_inch or plausible)


def main(options: DisplayOptions) -> int:
    """Show the display until it is closed: on the second screen where there is one."""
    logs.set_up("display")
    app = station.application("display")
    data = paths.data_folder(options.data)
    fills = not options.windowed
    zones = ", ".join(each.zone for each in options.zones)
    placed = on_its_screen(
        lambda: OwnName(data, "display", names_of_a_display(options.name, zones)),
        SECOND_SCREEN,
        options.screen,
        fills,
    )
    newcomer = Newcomer("display", options.hub_url, options.token_file, data, options.name)
    with member(app, newcomer, placed, partial(_pixels_per_mm, options)) as belongs:
        if belongs is None:
            return 0
        display = DisplayStation(options, belongs)
        choice = ScreenChoice(display.own, SECOND_SCREEN, options.screen, fills=fills)
        keeper = Keeper(display.window, choice.screen, full_screen=fills)
        keeper.placed.connect(display.fit)
        if fills:
            Awake(display.view_model)
    return station.run(app, [display])
