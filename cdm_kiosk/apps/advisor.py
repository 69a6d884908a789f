"""Composes an advisor's window."""

from __future__ import annotations

from cdm_kiosk import logs
from cdm_kiosk.apps import station
from cdm_kiosk.apps.translations import Translations
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.viewmodels.advisor import AdvisorViewModel


class AdvisorStation(station.Station):
    """One advisor's window; ``counter`` "" lets the advisor choose."""

    view_model: AdvisorViewModel

    def __init__(self, hub_url: str, counter: str = "") -> None:
        client = HubClient(hub_url, "staff")
        mirror = StaffMirror(client)
        view_model = AdvisorViewModel(mirror, client, counter, mirror.clock)
        super().__init__(client, view_model, [mirror], "Cdm.Advisor", "AdvisorWindow")
        self._translations = Translations("stations", self.engine)


def main(hub_url: str, counter: str) -> int:
    """Show the advisor's window until it is closed."""
    logs.set_up("advisor")
    app = station.application("advisor")
    return station.run(app, [AdvisorStation(hub_url, counter)])
