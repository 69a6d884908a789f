"""An advisor's window with its hub within reach."""

from __future__ import annotations

from dataclasses import dataclass

from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from tests.tools.fake_hub import FakeHub, FakeLine
from tests.tools.shared_engine import station_window


@dataclass(frozen=True, slots=True)
class Table:
    """An advisor's window as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    vm: AdvisorViewModel
    station: StationWindow

    def open_shift(self, *acts: c.Command) -> None:
        """Open a shift at table 4, then go on from there."""
        self.hub.do(c.OpenShift("4", ("orientation", "emploi"), ("formation",), ("fr", "en")))
        for act in acts:
            self.hub.do(act)


def new_table(site: Site, counter: str = "4", waiting: int = 3) -> Table:
    """An advisor's window while so many wait for "emploi", the first for 12 minutes."""
    hub = FakeHub(site, 41)
    hub.open_day(minutes_ago=200)
    for number in range(waiting):
        hub.issue("emploi", minutes_ago=12 - 4 * number)
    line = hub.line("advisor")
    mirror = StaffMirror(line)
    vm = AdvisorViewModel(mirror, line, line.orders, counter, hub.clock)
    built = station_window(line, vm, [mirror], "Cdm.Advisor", "AdvisorWindow", "stations")
    line.start()
    vm.tick()
    return Table(hub, line, vm, built)
