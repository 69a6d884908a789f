"""Composes everything on one machine: a supervised hub, the kiosk, the display, and more windows if asked."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication

from cdm_kiosk import logs, paths
from cdm_kiosk.apps.advisor import AdvisorStation, remembered
from cdm_kiosk.apps.display import SECOND_SCREEN, DisplayStation
from cdm_kiosk.apps.kiosk import FIRST_SCREEN, KioskStation
from cdm_kiosk.apps.reception import ReceptionStation
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.tempo import Tempo, rehearsal_start
from cdm_kiosk.options import RunOptions
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.station import station
from cdm_kiosk.station.awake import Awake
from cdm_kiosk.station.rehearsed_people import RehearsedPeople
from cdm_kiosk.station.screens import Keeper, ScreenChoice
from cdm_kiosk.station.station import StationFault, StationWindow
from cdm_kiosk.station.supervisor import CANNOT_START, HubProcess

WINDOWS = ("reception", "advisor")
GAP = 12
TITLE = 36
"""How high a window's title stands above it."""
TRIAL_KIOSK = QSize(216, 384)
"""A fifth of a kiosk's screen, which its window shows to scale."""
ADVISOR_WIDTH = 360
ADVISOR_HEIGHT = 760
LEAST_DISPLAY = 320
WIDE = 1800
"""From so many pixels on the advisor's window is as wide as it is meant to be."""
CROWDED = 1.8
"""A rehearsed day has so many times the visitors of a usual one: lines form, and there is something to do."""


def main(options: RunOptions) -> int:
    """Run everything until its windows are closed. Raises faults that carry a ``sentence``."""
    logs.set_up("run")
    for name in options.also:
        if name not in WINDOWS:
            raise StationFault(f'"{name}" is not a window. Expected {" or ".join(WINDOWS)} after --with.')
    data = options.hub.data
    site_file = _site_file(options.hub.site, data)
    described = read_site(site_file)
    if options.speed is not None:
        shown = replace(options, also=options.also or WINDOWS, hub=replace(options.hub, site=site_file))
        return _rehearse(described, shown, options.speed)
    folder = data or paths.data_folder() / described.id
    app = station.application("run")
    # Unnamed, the hub finds it anew at each start: a sample that was changed is this machine's own from then on.
    hub = HubProcess(options.hub, folder)
    stations = _stations(hub, options, data, settings=remembered(data))
    print(f'Site "{described.name}" ({site_file}). Data: {folder}. Hub: {hub.url}', flush=True)  # noqa: T201
    if _arrange(stations, options):
        Awake(app)
        cast(KioskStation, stations["kiosk"]).lock(paths.data_folder(data))
    return _run(app, hub, stations, None)


def _rehearse(site: Site, options: RunOptions, speed: float) -> int:
    """A day that plays itself on a folder that is thrown away; the windows that stand open are people's to use.

    Nothing is locked: its hub has no PIN, and people come to look.
    """
    if options.hub.data is not None:
        raise StationFault("A rehearsal keeps nothing: it takes no --data.")
    from cdm_kiosk.rehearsal.generate import generate, usual_tickets

    real = datetime.now(UTC)
    tempo = Tempo(real, rehearsal_start(site, real), speed)
    date = tempo.shown.date()
    tickets = round(usual_tickets(site, date) * CROWDED)
    visits = [visit for visit in generate(site, [date], date.toordinal(), tickets) if visit.arrive >= tempo.shown]
    planned = [shift.counter for shift in planned_on(site, date) if shift.counter != site.desk]
    yours = planned[-1] if planned and "advisor" in options.also else ""
    left_free = {yours, site.desk or ""} if "reception" in options.also else {yours}
    with tempfile.TemporaryDirectory(prefix="cdm-rehearsal-") as folder:
        app = station.application("run")
        hub = HubProcess(replace(options.hub, data=Path(folder), tempo=tempo), Path(folder))
        print(  # noqa: T201
            f'Rehearsal of "{site.name}" from {tempo.shown:%A %H:%M}, {speed:g} times as fast. Hub: {hub.url}',
            flush=True,
        )
        people = RehearsedPeople(hub.membership(Role.RECEPTION), visits, frozenset(left_free))
        stations = _stations(hub, options, Path(folder), yours)
        _arrange(stations, options)
        return _run(app, hub, stations, people)


def _stations(
    hub: HubProcess, options: RunOptions, data: Path | None, counter: str = "", settings: QSettings | None = None
) -> dict[str, StationWindow]:
    kiosk = replace(options.kiosk, data=data, windowed=not _fills_screens(options))
    stations: dict[str, StationWindow] = {
        "kiosk": KioskStation(kiosk, hub.membership(Role.KIOSK)),
        "display": DisplayStation(replace(options.display, data=data), hub.membership(Role.DISPLAY)),
    }
    if "reception" in options.also:
        stations["reception"] = ReceptionStation(hub.membership(Role.RECEPTION))
    if "advisor" in options.also:
        stations["advisor"] = AdvisorStation(hub.membership(Role.ADVISOR), counter, settings)
    return stations


def _run(
    app: QGuiApplication, hub: HubProcess, stations: dict[str, StationWindow], people: RehearsedPeople | None
) -> int:
    hub.gaveUp.connect(lambda: app.exit(CANNOT_START))
    hub.start()
    if people is not None:
        people.start()
    try:
        return station.run(app, stations.values())
    finally:
        if people is not None:
            people.stop()
        hub.stop()


def _site_file(asked: Path | None, data: Path | None) -> Path:
    """The site asked for, else the house's own, else the sample, saying so."""
    own = paths.own_site(data)
    if asked is not None:
        return asked
    if own.is_file():
        return own
    print(f"No site of your own yet: showing the sample site. To make one, copy it to {own}", flush=True)  # noqa: T201
    return paths.SAMPLE_SITE


def _fills_screens(options: RunOptions) -> bool:
    """Whether kiosk and display have a screen each; otherwise all stand side by side in windows."""
    return len(QGuiApplication.screens()) > 1 and not options.windowed


def _arrange(stations: Mapping[str, StationWindow], options: RunOptions) -> bool:
    """Put every window in its place; return whether kiosk and display fill their screens."""
    if _fills_screens(options):
        kiosk, display = cast(KioskStation, stations["kiosk"]), cast(DisplayStation, stations["display"])
        # The kiosk first: the display stands where it does not.
        for each, choice in (
            (kiosk, ScreenChoice(kiosk.own, FIRST_SCREEN, options.kiosk.screen)),
            (display, ScreenChoice(display.own, SECOND_SCREEN, options.display.screen)),
        ):
            Keeper(each.window, choice.screen, full_screen=True).placed.connect(each.set_scale)
        return True
    stations["kiosk"].window.setMinimumSize(TRIAL_KIOSK)
    room = QGuiApplication.screens()[0].availableGeometry().adjusted(GAP, TITLE, -GAP, -GAP)
    smallest = {name: each.window.minimumSize() for name, each in stations.items()}
    for name, place in _places(room, smallest).items():
        stations[name].window.setGeometry(place)
    return False


def _places(room: QRect, smallest: Mapping[str, QSize]) -> dict[str, QRect]:
    """Kiosk at the left, advisor at the right, reception between them below the display: none over another.

    On a small screen windows stand over one another rather than show less than they are made for.
    """
    none = QSize(0, 0)
    desk, table = smallest.get("reception", none), smallest.get("advisor", none)
    aside = (ADVISOR_WIDTH if room.width() > WIDE else table.width()) + GAP if "advisor" in smallest else 0
    left_over = room.width() - desk.width() - GAP - aside
    widest = min(540, room.height() * 9 // 16, room.width() // 3, left_over)
    kiosk_width = max(smallest["kiosk"].width(), widest)
    kiosk = QRect(room.left(), room.top(), kiosk_width, min(room.height(), kiosk_width * 16 // 9))
    middle = QRect(kiosk.right() + 1 + GAP, room.top(), room.width() - kiosk_width - GAP - aside, room.height())
    advisor = QRect(room.right() + 1 - aside + GAP, room.top(), aside - GAP, min(room.height(), ADVISOR_HEIGHT))
    desk_height = max(desk.height(), room.height() * 5 // 8) if "reception" in smallest else 0
    display_height = room.height() - (desk_height + TITLE if desk_height else 0)
    display_width = max(LEAST_DISPLAY, min(middle.width(), display_height * 16 // 9))
    display = QRect(middle.topLeft(), QSize(display_width, display_width * 9 // 16))
    reception = QRect(middle.left(), room.bottom() + 1 - desk_height, middle.width(), desk_height)
    wished = {"kiosk": kiosk, "display": display, "reception": reception, "advisor": advisor}
    return {name: _large_enough(wished[name], size, room) for name, size in smallest.items()}


def _large_enough(place: QRect, smallest: QSize, room: QRect) -> QRect:
    large = QRect(place.topLeft(), place.size().expandedTo(smallest))
    large.moveRight(min(large.right(), room.right()))
    large.moveBottom(min(large.bottom(), room.bottom()))
    return large
