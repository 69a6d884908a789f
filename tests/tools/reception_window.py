"""A reception's window with its hub within reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook, grid_above, grid_below
from cdm_kiosk.domain.site import AT_RECEPTION, RECEPTION, Site
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from tests.tools.fake_hub import NOWHERE, FakeHub, FakeLine
from tests.tools.shared_engine import station_window
from tests.tools.tickets import qr_image


@dataclass(frozen=True, slots=True)
class Desk:
    """A reception as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    vm: ReceptionViewModel
    station: StationWindow


def new_desk(site: Site, waiting: int = 7, at_reception: int = 2, folder: Path = NOWHERE) -> Desk:
    """An afternoon at reception: tables of every state, and so many who wait, some to talk to reception.

    ``folder`` keeps the paired stations, where a test pairs some.
    """
    hub = FakeHub(site, 36, folder)
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
    line = hub.line("reception")
    mirror = StaffMirror(line)
    vm = ReceptionViewModel(mirror, line, line.orders, qr_image, hub.clock)
    built = station_window(line, vm, [mirror], "Cdm.Reception", "ReceptionWindow", "stations")
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


def fill(desk: Desk) -> None:
    """Nobody more can be received today for "formation"."""
    soon = desk.hub.now + timedelta(minutes=10)
    for counter, shift in desk.hub.floor.shifts.items():
        if shift.serves("formation"):
            desk.hub.do(c.OpenShift(counter, shift.themes, shift.overflow, shift.languages, soon))
