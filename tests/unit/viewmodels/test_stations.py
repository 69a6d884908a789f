"""Administration's page of stations: what is wrong first, and what is done about it at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from cdm_kiosk import __version__
from cdm_kiosk.apps.reception import administration_view_model
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.stations import Paper, StationRole
from cdm_kiosk.viewmodels.administration.stations import StationRow, StationsViewModel
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from tests.tools.fake_hub import PIN, AdministeredHub, dispose
from tests.tools.paired_stations import NewStation


class Office:
    """A reception whose administration is open, and the stations that it took in."""

    def __init__(self, hub: AdministeredHub) -> None:
        self.hub = hub
        self.line = hub.line("reception", "Accueil")
        self.mirror = StaffMirror(self.line)
        self.reception = ReceptionViewModel(
            self.mirror, self.line, self.line.orders, lambda url: f"qr:{url}", clock=hub.clock
        )
        self.vm = administration_view_model(self.line, self.line.orders, self.mirror)
        self.vm.stations.follow(self.mirror, hub.clock)
        self.attending = ExitStack()
        self.line.start()
        self.vm.open()
        self.vm.door.enterPin(PIN)

    @property
    def page(self) -> StationsViewModel:
        QCoreApplication.processEvents()
        return self.vm.stations

    @property
    def rows(self) -> dict[str, StationRow]:
        return {row.name: row for row in self.page.stations.rows}

    def take_in(self, role: Role, name: str, place: str = "") -> None:
        station = NewStation(self.hub, role)
        QCoreApplication.processEvents()
        new = self.reception.newStation
        new.begin()
        new.chooseNumber(station.digits)
        new.setName(name)
        if place:
            new.choosePlace(place)
        new.accept()
        new.leave()
        assert station.outcome()["name"] == name

    def listens(self, name: str, role: StationRole, version: str = __version__) -> None:
        book = self.hub.house.stations
        self.attending.enter_context(book.attend(name, role, version))
        book.alive(name)
        self.hub.tell()

    def leaves(self) -> None:
        self.attending.close()
        self.hub.tell()

    def choose(self, name: str) -> None:
        self.page.choose(self.rows[name].station)

    def close(self) -> None:
        self.attending.close()
        self.line.stop()
        dispose(self.vm, self.reception, self.mirror, self.line)


@pytest.fixture
def office(tmp_path: Path, qapp: object) -> Iterator[Office]:
    opened = Office(AdministeredHub(tmp_path))
    yield opened
    opened.close()


def test_without_a_paired_station_the_page_says_how_one_is_paired(office: Office) -> None:
    # The hub tells who is paired as soon as it is asked for what is no verb.
    assert office.page.props.is_known
    assert office.page.props.stations == ()
    assert office.page.props.command == 'cdm-kiosk pair --hub ADRESSE-DU-SERVEUR --role kiosk --name "Borne 1"'
    assert office.page.props.beside_text.endswith("sans association : « Accueil ».")


def test_a_station_says_what_it_is_and_when_it_was_heard(office: Office) -> None:
    office.take_in(Role.ADVISOR, "Guichet bleu", "3")
    assert office.rows["Guichet bleu"].what_text == "Table · Table 3"
    assert office.rows["Guichet bleu"].heard_text == "pas entendue aujourd’hui"
    office.listens("Guichet bleu", StationRole.ADVISOR)
    assert office.rows["Guichet bleu"].is_there
    facts = {row.fact: row.text for row in office.page.facts.rows}
    assert facts["Entendue"] == "En ce moment"
    assert facts["Programme"] == f"Version {__version__}, comme le serveur"
    assert facts["Associée"] == "le 22/11/2026"


def test_what_is_wrong_stands_first_with_what_to_do(office: Office) -> None:
    for role, name in ((Role.KIOSK, "Borne 1"), (Role.DISPLAY, "Écran 1"), (Role.ADVISOR, "Table 1")):
        office.take_in(role, name)
    office.listens("Borne 1", StationRole.KIOSK)
    assert [*office.rows] == ["Borne 1", "Écran 1", "Table 1"]
    office.listens("Écran 1", StationRole.DISPLAY, "0.0.9")
    office.listens("Table 1", StationRole.ADVISOR, "99.0")
    assert [*office.rows] == ["Écran 1", "Table 1", "Borne 1"]
    troubles = {name: (row.trouble, row.advice) for name, row in office.rows.items()}
    going_on = "Elle continue en attendant."
    assert troubles == {
        "Écran 1": (
            "Son programme est plus ancien que le serveur",
            f"Mettez cette station à jour. {going_on}",
        ),
        "Table 1": ("Son programme est plus récent que le serveur", f"Mettez le serveur à jour. {going_on}"),
        "Borne 1": ("", ""),
    }
    office.hub.house.stations.paper("Borne 1", Paper.PAPER_OUT)
    office.hub.tell()
    assert (office.rows["Borne 1"].trouble, office.rows["Borne 1"].advice) == (
        "Plus de papier",
        "Mettre un rouleau.",
    )


def test_a_station_that_went_away_is_told_with_the_hour_once_it_is_not_only_started_again(office: Office) -> None:
    office.take_in(Role.KIOSK, "Borne 1")
    office.listens("Borne 1", StationRole.KIOSK)
    office.leaves()
    assert office.rows["Borne 1"].trouble == ""
    office.hub.now += timedelta(seconds=16)
    office.vm.tick()
    assert office.rows["Borne 1"].trouble == "Absente depuis 14 h 52"
    assert "allumée" in office.rows["Borne 1"].advice


def test_a_table_that_the_site_has_no_more_is_told(office: Office) -> None:
    office.take_in(Role.ADVISOR, "Table 6", "6")
    site = office.hub.floor.site
    fewer = replace(site, counters=tuple(each for each in site.counters if each.id != "6"), rota=())
    office.hub.do(c.ChangeSite(fewer))
    assert office.rows["Table 6"].trouble == "Sa place n’existe plus"
    assert office.rows["Table 6"].what_text == "Table"


def test_a_station_is_renamed_at_once_and_nobody_misses_its_former_name(office: Office) -> None:
    office.take_in(Role.KIOSK, "Borne 1")
    office.listens("Borne 1", StationRole.KIOSK)
    office.choose("Borne 1")
    assert not office.page.props.can_rename
    office.page.type("Borne du hall")
    office.page.rename()
    assert [*office.rows] == ["Borne du hall"]
    assert (office.page.props.name, office.page.props.can_rename) == ("Borne du hall", False)
    office.leaves()
    office.hub.now += timedelta(minutes=1)
    office.vm.tick()
    assert [each.name for each, _ in office.mirror.stations.troubles(office.hub.now)] == ["Borne du hall"]


def test_a_name_in_use_is_told_beside_the_name_and_stays_as_it_was_typed(office: Office) -> None:
    office.take_in(Role.KIOSK, "Borne 1")
    office.take_in(Role.KIOSK, "Borne 2")
    office.choose("Borne 2")
    office.page.type("borne 1")
    office.page.rename()
    assert office.page.props.name_fault == "Un poste nommé « borne 1 » est déjà associé."
    assert office.page.props.name == "borne 1"
    office.page.type("Borne 3")
    assert office.page.props.name_fault == ""


def test_a_table_is_moved_and_the_name_that_is_being_typed_stays(office: Office) -> None:
    office.take_in(Role.ADVISOR, "Guichet", "1")
    office.choose("Guichet")
    office.page.type("Guichet bl")
    office.page.move("4")
    assert [row.place for row in office.page.places.rows if row.chosen] == ["4"]
    assert office.page.props.name == "Guichet bl"


def test_a_station_is_struck_off_once_and_raises_no_alarm(office: Office) -> None:
    office.take_in(Role.KIOSK, "Borne 1")
    office.listens("Borne 1", StationRole.KIOSK)
    station = office.rows["Borne 1"].station
    assert "s’arrête aussitôt" in office.page.strikeOffText(station)
    office.page.strikeOff(station)
    assert office.page.props.stations == ()
    office.page.strikeOff(station)
    assert office.page.props.notice == ""
    office.leaves()
    office.hub.now += timedelta(minutes=1)
    assert [*office.mirror.stations.troubles(office.hub.now)] == []


def test_who_strikes_off_the_last_reception_is_warned(office: Office) -> None:
    office.take_in(Role.RECEPTION, "Accueil")
    text = office.page.strikeOffText(office.rows["Accueil"].station)
    assert "C’est le poste que vous utilisez en ce moment." in text
    assert "C’est le seul accueil associé" in text
    office.take_in(Role.RECEPTION, "Accueil 2")
    assert "seul" not in office.page.strikeOffText(office.rows["Accueil 2"].station)


def test_what_could_not_be_said_to_the_hub_is_told(office: Office) -> None:
    office.take_in(Role.KIOSK, "Borne 1")
    office.line.is_cut = True
    office.page.strikeOff(office.rows["Borne 1"].station)
    assert office.page.props.notice != ""
    assert [*office.rows] == ["Borne 1"]
