"""The window of a machine that belongs to no Cité yet; its role's own window follows in the same process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk.station import station
from cdm_kiosk.station.translations import Translations
from cdm_kiosk.viewmodels.pairing.pairing import PairingViewModel
from cdm_kiosk.viewmodels.pairing.voice import PairingVoice

TICK_MS = 1_000

PixelsPerMm = Callable[[QScreen], float]


class PairingScreen(QObject):
    """The window with what keeps it alive; ``kept`` are objects that end with it.

    ``is_paired`` once the role's own window may open. A kiosk has a ``voice``; ``properties`` are the root's own.
    """

    def __init__(
        self,
        view_model: PairingViewModel,
        kept: Iterable[QObject] = (),
        voice: PairingVoice | None = None,
        pixels_per_mm: PixelsPerMm = station.plausible_pixels_per_mm,
        **properties: object,
    ) -> None:
        super().__init__()
        self.view_model = view_model
        self.is_paired = False
        self._kept = [*kept]
        self._pixels_per_mm = pixels_per_mm
        self.engine = station.new_engine()
        # Texts and sizes first: a window whose texts or sizes change is laid out anew.
        self._screen = QGuiApplication.primaryScreen()
        self._translations = Translations("pairing", self.engine, self)
        sizes = {"pixelsPerMm": pixels_per_mm(self._screen)}
        speech = {"voice": voice} if voice is not None else {}
        self.engine.setInitialProperties({"vm": view_model} | sizes | speech | properties)
        self.engine.loadFromModule("Cdm.Pairing", "PairingWindow")
        if not self.engine.rootObjects():
            raise station.StationFault("The screen of pairing could not be loaded. Its errors are above.")
        self.window = cast(QQuickWindow, self.engine.rootObjects()[0])
        # Not the window's own answer, see StationWindow.
        self.window.screenChanged.connect(self._screen_changed)
        view_model.signal_of("language").connect(self._follow_language)
        view_model.accepted.connect(self._take_acceptance)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(view_model.tick)

    @Slot()
    def set_scale(self) -> None:
        """Tell the sizes in millimetres how many pixels of this screen one is."""
        self.window.setProperty("pixelsPerMm", self._pixels_per_mm(self._screen))

    def run(self, app: QGuiApplication) -> bool:
        """Whether the machine was paired; False where somebody closed the window, or ended the process.

        What was shown last stays until ``close``: the role's own window opens over it.
        """
        self._clock.start()
        with station.signals_quit(app):
            app.exec()
        self._clock.stop()
        return self.is_paired

    def close(self) -> None:
        """End in the order that Qt needs: the window's engine first, then what it showed."""
        self._clock.stop()
        self._translations.deleteLater()
        shiboken6.delete(self.engine)
        for each in (self.view_model, *self._kept):
            if shiboken6.isValid(each):
                shiboken6.delete(each)

    def _screen_changed(self, screen: QScreen) -> None:
        self._screen = screen

    @Slot()
    def _follow_language(self) -> None:
        self._translations.speak(self.view_model.props.language)
        self.view_model.retranslate()

    @Slot()
    def _take_acceptance(self) -> None:
        self.is_paired = True
        # In an application that does not run, exit would end every later wait for an event at once.
        if self._clock.isActive():
            cast(QGuiApplication, QGuiApplication.instance()).exit(0)
