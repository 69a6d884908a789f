"""Composes everything on one machine: a supervised hub, the kiosk, the display, and more windows if asked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from cdm_kiosk import logs, paths
from cdm_kiosk.apps import station
from cdm_kiosk.apps.advisor import AdvisorStation
from cdm_kiosk.apps.display import DisplayStation
from cdm_kiosk.apps.kiosk import KioskStation
from cdm_kiosk.apps.reception import ReceptionStation
from cdm_kiosk.apps.station import Station, StationFault
from cdm_kiosk.apps.supervisor import CANNOT_START, HubProcess
from cdm_kiosk.config import read_site

WINDOWS = ("reception", "advisor")
MARGIN = 24


def main(site: Path | None, data: Path | None, port: int, printer: str, also: tuple[str, ...]) -> int:
    """Run the floor until its windows are closed. Raises faults that carry a ``sentence``."""
    logs.set_up("run")
    for name in also:
        if name not in WINDOWS:
            raise StationFault(f'"{name}" is not a window. Expected {" or ".join(WINDOWS)} after --with.')
    site_file = _site_file(site)
    described = read_site(site_file)
    folder = data or paths.data_folder() / described.id
    app = station.application("run")
    hub = HubProcess(site_file, folder, port)
    hub.gaveUp.connect(lambda: app.exit(CANNOT_START))
    hub.start()
    print(f'Site "{described.name}" ({site_file}). Data: {folder}. Hub: {hub.url}', flush=True)  # noqa: T201
    stations: list[Station] = [KioskStation(hub.url, printer), DisplayStation(hub.url)]
    if "reception" in also:
        stations.append(ReceptionStation(hub.url))
    if "advisor" in also:
        stations.append(AdvisorStation(hub.url))
    _arrange(stations)
    try:
        return station.run(app, stations)
    finally:
        hub.stop()


def _site_file(asked: Path | None) -> Path:
    """The site asked for, else this machine's own, else the sample, saying so."""
    own = paths.data_folder() / "site.toml"
    if asked is not None:
        return asked
    if own.is_file():
        return own
    print(f"No site of your own yet: showing the sample site. To make one, copy it to {own}", flush=True)  # noqa: T201
    return paths.SAMPLE_SITE


def _arrange(stations: list[Station]) -> None:
    """Kiosk and display fill a screen each when there are two; otherwise all stand side by side in windows."""
    screens = QGuiApplication.screens()
    if len(screens) > 1:
        for at, each in enumerate(stations[:2]):
            station.place(each.window, at, full_screen=True)
        return
    room = screens[0].availableGeometry().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    kiosk_width = min(540, room.height() * 9 // 16, room.width() // 3)
    kiosk = QRect(room.left(), room.top(), kiosk_width, kiosk_width * 16 // 9)
    rest = room.width() - kiosk_width - MARGIN
    display = QRect(kiosk.right() + MARGIN, room.top(), rest, rest * 9 // 16)
    for each, place in zip(stations, (kiosk, display), strict=False):
        each.window.setGeometry(place)
