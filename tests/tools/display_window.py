"""A call display's window with its hub within reach."""

from __future__ import annotations

from dataclasses import dataclass

from cdm_kiosk.apps.display import in_language
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.options import shown_zones
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.viewmodels.display.display import DisplayViewModel
from tests.tools.fake_hub import FakeHub, FakeLine
from tests.tools.shared_engine import station_window


@dataclass(frozen=True, slots=True)
class Hall:
    """A call display as its composition root builds it, with its hub within reach."""

    hub: FakeHub
    line: FakeLine
    station: StationWindow


def new_display(hub: FakeHub, zones: str = "", in_a_quiet_room: bool = False) -> Hall:
    """The second screen of some zones, or of all, named as on the command line."""
    line = hub.line("display")
    mirror = PublicMirror(line)
    vm = DisplayViewModel(
        mirror, line, shown_zones(zones), clock=hub.clock, in_a_quiet_room=in_a_quiet_room, in_language=in_language
    )
    built = station_window(line, vm, [mirror], "Cdm.Display", "DisplayWindow", "display")
    vm.spokenLanguageChanged.connect(built.translations.speak)
    line.start()
    return Hall(hub, line, built)


def call_hub(site: Site, number: int, calls: int) -> FakeHub:
    """A hub whose tickets begin at ``number``, and that called so many of them, one a minute."""
    hub = FakeHub(site, number - 1)
    hub.open_day(minutes_ago=60)
    for each in site.counters:
        hub.do(c.OpenShift(each.id, ("emploi",), (), ("fr",)), minutes_ago=60)
    for _ in range(8):
        hub.issue(minutes_ago=30)
    for at in range(calls):
        call(hub, site.counters[at % len(site.counters)].id, minutes_ago=20 - at)
    return hub


def call(hub: FakeHub, counter: str, minutes_ago: float = 0) -> None:
    """Call the next visitor to ``counter``, as soon as whoever is there has left."""
    if counter in hub.floor.at_counter:
        hub.do(c.StartInterview(counter), minutes_ago)
        hub.do(c.FinishInterview(counter), minutes_ago)
    hub.do(c.CallNext(counter), minutes_ago)
