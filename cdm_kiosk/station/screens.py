"""Keeps a window on its screen: while that is unplugged, plugged in again, or gets another resolution."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk.disk import write_whole
from cdm_kiosk.station import station
from cdm_kiosk.station.own_name import OwnName
from cdm_kiosk.viewmodels.shared.shown import once_a_turn

logger = logging.getLogger(__name__)

RECORD = ".screen"
AUTO = "auto"
"""Forgets the screen that was chosen before."""


class ScreenChoice:
    """Which screen a station stands on: the one ``asked`` for (a connector's name, or a number from 1), else the
    one that was asked for at an earlier start, else the one at ``usual`` (0 is the first).

    What is asked for is remembered under the station's ``own`` name. One that ``fills`` its screen tells the others
    of its data folder which that is; where nobody chose, and where the chosen one is absent, it takes none that
    they fill: a display rather stands on none at all than on a kiosk.
    """

    def __init__(self, own: OwnName, usual: int, asked: str = "", fills: bool = True) -> None:
        self._own = own
        self._usual = usual
        self._fills = fills
        self._said = ""
        self._record = _read(own.file(RECORD))
        if asked:
            found = _named(asked, QGuiApplication.screens())
            # By its name: numbers change with what is plugged in.
            wanted = "" if asked == AUTO else found.name() if found is not None else asked
            self._keep({**self._record, "wanted": wanted})

    def screen(self) -> QScreen | None:
        """The screen to stand on now; None for a display that would cover a kiosk."""
        screens = QGuiApplication.screens()
        wanted = self._record.get("wanted", "")
        found = _named(wanted, screens) if wanted else None
        if found is None:
            found = self._free_one(screens)
            self._warn_of_absence(wanted, screens, found)
        self._keep({**self._record, "on": found.name() if found is not None and self._fills else ""})
        return found

    def _free_one(self, screens: list[QScreen]) -> QScreen | None:
        """The usual screen, or one that no other station stands on, or no kiosk."""
        usual = screens[min(self._usual, len(screens) - 1)]
        if not self._fills:
            return usual
        others = [*self._own.others()]
        kiosks = {_on(other) for other in others if other.name.startswith("kiosk-")}
        taken = {_on(other) for other in others} if self._own.role == "display" else kiosks
        ordered = [usual, *(screen for screen in screens if screen is not usual)]
        free = [screen for screen in ordered if screen.name() not in taken]
        beside_kiosks = [screen for screen in ordered if screen.name() not in kiosks]
        chosen = free or beside_kiosks or ([usual] if self._own.role == "kiosk" else [])
        return chosen[0] if chosen else None

    def _warn_of_absence(self, wanted: str, screens: list[QScreen], instead: QScreen | None) -> None:
        there = ", ".join(screen.name() for screen in screens)
        sentence = f'The screen "{wanted}" is not there (there are: {there}).' if wanted else ""
        if instead is None:
            sentence += " No screen is free: the display waits for one rather than cover the kiosk."
        elif wanted:
            sentence += f' The {self._own.role} stands on "{instead.name()}" until it is.'
        if sentence not in ("", self._said):
            logger.warning("%s", sentence.strip())
        self._said = sentence

    def _keep(self, record: dict[str, str]) -> None:
        if record != self._record:
            self._record = record
            try:
                write_whole(self._own.file(RECORD), json.dumps(record).encode())
            except OSError as error:
                logger.warning("the choice of a screen could not be kept: %s", error)


class Keeper(QObject):
    """Puts ``window`` on the screen that ``choose`` gives, again whenever the screens change; hides it from none.

    ``placed`` follows each time: sizes in millimetres may be others now.
    """

    placed = Signal()

    def __init__(self, window: QQuickWindow, choose: Callable[[], QScreen | None], full_screen: bool) -> None:
        super().__init__(window)
        self._window = window
        self._choose = choose
        self._full_screen = full_screen
        # Unplugging one screen moves others about: what counts is how they stand afterwards.
        self._soon = once_a_turn(self._place, self)
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._soon.start)
        for screen in app.screens():
            self._watch(screen)
        self._place()

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._soon.start)
        screen.physicalSizeChanged.connect(self._soon.start)
        self._soon.start()

    @Slot()
    def _place(self) -> None:
        if not QGuiApplication.screens():
            return
        screen = self._choose()
        if screen is None:
            self._window.hide()
            return
        if not self._window.isVisible():
            self._window.show()
        station.place(self._window, screen, self._full_screen)
        self.placed.emit()


def print_screens() -> None:
    """One line a screen: its connector's name and its size in pixels."""
    app = QGuiApplication([])
    for screen in app.screens():
        size = screen.geometry().size() * screen.devicePixelRatio()
        print(f"{screen.name()}\t{size.width()} × {size.height()}")  # noqa: T201


def _named(asked: str, screens: list[QScreen]) -> QScreen | None:
    for screen in screens:
        if screen.name().casefold() == asked.casefold():
            return screen
    return screens[int(asked) - 1] if asked.isdecimal() and 1 <= int(asked) <= len(screens) else None


def _read(file: Path) -> dict[str, str]:
    try:
        record: Any = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: str(value) for key, value in record.items()} if isinstance(record, dict) else {}


def _on(files: Path) -> str:
    """Which screen the station with these files stands on."""
    return _read(files.with_suffix(RECORD)).get("on", "")
