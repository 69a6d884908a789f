"""Composes the reception desk."""

from __future__ import annotations

from cdm_kiosk import logs
from cdm_kiosk.apps import station
from cdm_kiosk.apps.translations import Translations
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.viewmodels.reception import ReceptionViewModel


class ReceptionStation(station.Station):
    """The reception's window."""

    view_model: ReceptionViewModel

    def __init__(self, hub_url: str) -> None:
        client = HubClient(hub_url, "staff")
        mirror = StaffMirror(client)
        view_model = ReceptionViewModel(mirror, client, station.qr_image, mirror.clock)
        super().__init__(client, view_model, [mirror], "Cdm.Reception", "ReceptionWindow")
        self._translations = Translations("stations", self.engine)


def main(hub_url: str) -> int:
    """Show the reception until it is closed."""
    logs.set_up("reception")
    app = station.application("reception")
    return station.run(app, [ReceptionStation(hub_url)])
