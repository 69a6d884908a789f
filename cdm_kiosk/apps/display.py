"""Composes the call display."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from cdm_kiosk import logs, paths
from cdm_kiosk.apps import station
from cdm_kiosk.apps.translations import Translations
from cdm_kiosk.client.hub import HubClient, Presence
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.viewmodels.display import ANNOUNCE_MS, DisplayViewModel

CHIME = paths.RESOURCES / "sounds" / "chime.wav"


class DisplayStation(station.Station):
    """The second screen's window."""

    view_model: DisplayViewModel

    def __init__(self, hub_url: str, zone: str = "", announce_ms: int = ANNOUNCE_MS, name: str = "") -> None:
        client = HubClient(hub_url, "public", present=Presence("display", name or f"Écran {zone}".strip()))
        mirror = PublicMirror(client)
        chime = QUrl.fromLocalFile(str(CHIME)).toString()
        view_model = DisplayViewModel(mirror, client, zone, chime, announce_ms, mirror.clock)
        super().__init__(client, view_model, [mirror], "Cdm.Display", "DisplayWindow")
        self._translations = Translations("stations", self.engine)


def main(hub_url: str, zone: str, windowed: bool, name: str) -> int:
    """Show the display until it is closed: on the second screen where there is one."""
    logs.set_up("display")
    app = station.application("display")
    display = DisplayStation(hub_url, zone, name=name)
    station.place(display.window, 1, full_screen=not windowed)
    return station.run(app, [display])
