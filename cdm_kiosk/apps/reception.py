"""Composes the reception desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from cdm_kiosk import logs, paths
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.printing.faults import PrinterFault
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import parse_printer
from cdm_kiosk.station import station
from cdm_kiosk.station.arrival import Newcomer, member
from cdm_kiosk.station.hub_pictures import HubPictures
from cdm_kiosk.station.membership import Membership
from cdm_kiosk.station.paper_pictures import PaperPictures
from cdm_kiosk.station.translations import Catalogues
from cdm_kiosk.viewmodels.administration.administration import AdministrationViewModel
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from cdm_kiosk.viewmodels.shared.paper import TicketFacts, ticket_paper


class ReceptionStation(station.StationWindow):
    """The reception's window."""

    view_model: ReceptionViewModel

    def __init__(self, member: Membership) -> None:
        client = member.client(Principal(Role.RECEPTION, member.name or "Accueil"))
        orders = Orders(client)
        mirror = StaffMirror(client)
        view_model = ReceptionViewModel(mirror, client, orders, station.qr_image, mirror.clock)
        self.administration = administration_view_model(client, orders, mirror)
        super().__init__(
            client, view_model, [self.administration, mirror], "Cdm.Reception", "ReceptionWindow", "stations"
        )
        self._door = AdministrationDoor(self, self.administration)
        view_model.administrationAsked.connect(self._door.open)


class AdministrationDoor(QObject):
    """Makes the administration's window in a station's engine when it is first asked for."""

    def __init__(self, desk: station.StationWindow, view_model: AdministrationViewModel) -> None:
        super().__init__(view_model)
        self._desk = desk
        self._view_model = view_model
        self._is_made = False
        desk.each_second(view_model.tick)

    @Slot()
    def open(self) -> None:
        if not self._is_made:
            self._desk.add_window(self._view_model, "Cdm.Administration", "AdministrationWindow")
            self._is_made = True
        self._view_model.open()


def administration_view_model(client: HubClient, orders: Orders, mirror: StaffMirror) -> AdministrationViewModel:
    """The administration with the pictograms that come with the program, and the site's at its hub."""
    names = sorted(file.stem for file in (paths.RESOURCES / "pictograms").glob("*.svg"))
    shown = HubPictures(client)
    catalogues, pictures = Catalogues("kiosk"), PaperPictures(mirror)

    def paper_of(ticket: TicketFacts, logo_url: str) -> TicketPaper:
        return ticket_paper(replace(ticket, logo=pictures.at(logo_url)), catalogues.say)

    view_model = AdministrationViewModel(
        client, orders, shown.url, names, paper_of, station.paper_image, mirror.clock
    )
    shown.came.connect(view_model.show_pictures)
    pictures.came.connect(view_model.ticket.refresh)
    view_model.printers.follow(mirror, _is_printer)
    view_model.stations.follow(mirror, mirror.clock)
    return view_model


def _is_printer(text: str) -> bool:
    try:
        parse_printer(text, station.faces())
    except PrinterFault:
        return False
    return True


def main(hub_url: str, token_file: Path | None = None, data: Path | None = None) -> int:
    """Show the reception until it is closed."""
    logs.set_up("reception")
    app = station.application("reception")
    newcomer = Newcomer("reception", hub_url, token_file, paths.data_folder(data))
    with member(app, newcomer) as belongs:
        if belongs is None:
            return 0
        window = ReceptionStation(belongs)
    return station.run(app, [window])
