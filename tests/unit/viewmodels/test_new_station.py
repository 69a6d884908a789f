"""A new station at reception: it comes in by the number that it shows, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.reception.new_station import NewStationViewModel
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from tests.tools.fake_hub import FakeHub, dispose
from tests.tools.paired_stations import NewStation, hear_new_station, hear_nobody_new, hear_paired


class Desk:
    """One reception of a hub; two may share it."""

    def __init__(self, hub: FakeHub) -> None:
        self.hub = hub
        self.line = hub.line("reception", "Accueil")
        self.mirror = StaffMirror(self.line)
        self.reception = ReceptionViewModel(
            self.mirror, self.line, self.line.orders, lambda url: f"qr:{url}", clock=hub.clock
        )
        self.line.start()

    @property
    def new(self) -> NewStationViewModel:
        """What is shown of the new station, once what was heard is shown."""
        QCoreApplication.processEvents()
        return self.reception.newStation

    @property
    def banners(self) -> list[tuple[str, str, str]]:
        QCoreApplication.processEvents()
        return [(row.kind, row.text, row.key) for row in self.reception.front.banners.rows]

    @property
    def paired(self) -> list[tuple[str, str, str]]:
        assert self.mirror.paired is not None
        return [(each.role, each.name, each.place) for each in self.mirror.paired.stations]

    def names(self) -> list[str]:
        return [row.number for row in self.new.numbers.rows]

    def take_in(self, role: Role = Role.KIOSK, name: str = "", place: str = "") -> None:
        """A station that is taken in as it proposes itself."""
        station = NewStation(self.hub, role, name)
        self.new.begin()
        self.new.chooseNumber(station.digits)
        if place:
            self.new.choosePlace(place)
        self.new.accept()
        assert station.outcome()["state"] == "accepted", self.new.props
        self.new.leave()

    def close(self) -> None:
        self.line.stop()
        dispose(self.reception, self.mirror, self.line)


@pytest.fixture
def hub(site: Site, tmp_path: Path) -> FakeHub:
    hub = FakeHub(site, folder=tmp_path)
    hub.open_day()
    return hub


@pytest.fixture
def desk(hub: FakeHub, qapp: object) -> Iterator[Desk]:
    opened = Desk(hub)
    yield opened
    opened.close()


def test_a_station_that_presents_itself_stands_first_after_people_and_has_a_key(desk: Desk) -> None:
    desk.hub.do(c.CloseEntry())
    NewStation(desk.hub)
    assert desk.banners[0] == ("station", "Une nouvelle station se présente : une borne.", "S")
    desk.hub.do(c.AskHelp("1"))
    assert [kind for kind, _, _ in desk.banners] == ["help", "station", "entry"]
    assert desk.new.props.numbers == ()


def test_a_station_may_come_before_the_doors_open(desk: Desk) -> None:
    desk.hub.do(c.CloseDay())
    NewStation(desk.hub, Role.DISPLAY)
    assert desk.banners == [("station", "Une nouvelle station se présente : un écran.", "S")]


def test_the_number_that_it_shows_brings_it_in_under_the_proposed_name(desk: Desk) -> None:
    station = NewStation(desk.hub)
    desk.new.begin()
    assert station.digits in desk.names()
    assert len(desk.names()) == 3
    assert (desk.new.props.name, desk.new.props.missing_text != "") == ("Borne 1", True)
    desk.new.accept()
    assert desk.paired == []
    desk.new.chooseNumber(station.digits)
    desk.new.accept()
    assert station.outcome()["name"] == "Borne 1"
    assert desk.new.props.outcome_title == "« Borne 1 » fait partie de la maison"
    assert desk.new.props.is_welcome
    assert desk.paired == [("kiosk", "Borne 1", "")]
    assert desk.banners == []


def test_another_number_gives_nothing_and_says_what_to_do(desk: Desk) -> None:
    station = NewStation(desk.hub)
    desk.new.begin()
    desk.new.chooseNumber(next(each for each in desk.names() if each != station.digits))
    desk.new.accept()
    assert station.outcome() == {**station.outcome(), "state": "refused", "token": ""}
    assert desk.new.props.outcome_title == "Ce n’était pas ce nombre"
    assert "recommencez sur la machine" in desk.new.props.outcome_text
    assert not desk.new.props.is_welcome
    assert desk.paired == []


def test_what_is_not_ours_is_sent_away(desk: Desk) -> None:
    station = NewStation(desk.hub)
    desk.new.begin()
    desk.new.refuse()
    assert station.outcome()["code"] == "pairing_refused"
    assert desk.new.props.outcome_title == "Elle est renvoyée"
    assert desk.paired == []


def test_a_name_in_use_is_told_beside_the_name_and_the_station_still_waits(desk: Desk) -> None:
    desk.take_in()
    station = NewStation(desk.hub)
    desk.new.begin()
    desk.new.chooseNumber(station.digits)
    desk.new.setName("borne 1")
    desk.new.accept()
    assert desk.new.props.name_fault == "Un poste nommé « borne 1 » est déjà associé."
    assert desk.new.props.outcome_title == ""
    desk.new.setName("Borne de la cour")
    assert desk.new.props.name_fault == ""
    desk.new.accept()
    assert station.outcome()["name"] == "Borne de la cour"


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.KIOSK, ["Borne 1", "Borne 2"]),
        (Role.DISPLAY, ["Écran 1", "Écran 2"]),
        (Role.ADVISOR, ["Table 1", "Table 2"]),
        (Role.RECEPTION, ["Accueil", "Accueil 2"]),
    ],
)
def test_a_free_name_is_proposed_and_a_table_without_a_station(desk: Desk, role: Role, names: list[str]) -> None:
    for _ in names:
        desk.take_in(role)
    assert [name for _, name, _ in desk.paired] == names
    places = [place for _, _, place in desk.paired]
    assert places == (["1", "2"] if role is Role.ADVISOR else ["", ""])


def test_the_wished_name_is_proposed_unless_somebody_has_it(desk: Desk) -> None:
    desk.take_in(name="Borne du parvis")
    assert desk.paired == [("kiosk", "Borne du parvis", "")]
    NewStation(desk.hub, name="borne du parvis")
    desk.new.begin()
    assert desk.new.props.name == "Borne 1"


def test_a_name_follows_role_and_table_until_somebody_types_one(desk: Desk) -> None:
    NewStation(desk.hub, name="Borne du parvis")
    desk.new.begin()
    desk.new.chooseRole("advisor")
    assert desk.new.props.name == "Table 1"
    desk.new.choosePlace("4")
    assert desk.new.props.name == "Table 4"
    desk.new.setName("Table du fond")
    desk.new.choosePlace("5")
    assert desk.new.props.name == "Table du fond"
    desk.new.chooseRole("reception")
    assert (desk.new.props.places_title, desk.new.props.places) == ("", ())


def test_zones_are_offered_where_there_are_several(desk: Desk) -> None:
    NewStation(desk.hub, Role.DISPLAY)
    desk.new.begin()
    assert desk.new.props.places == ()
    site = desk.hub.floor.site
    atrium = replace(site.zones[0], id="atrium", label={"fr": "l’atrium"})
    desk.hub.do(c.ChangeSite(replace(site, zones=(*site.zones, atrium))))
    assert [row.label for row in desk.new.places.rows][-1] == "L’atrium"
    desk.new.choosePlace("atrium")
    assert desk.new.props.name == "Écran l’atrium"


def test_a_new_machine_takes_the_name_and_the_place_of_a_broken_one(desk: Desk) -> None:
    desk.take_in(Role.ADVISOR, place="3")
    station = NewStation(desk.hub, Role.ADVISOR)
    desk.new.begin()
    desk.new.chooseNumber(station.digits)
    former = [row.station for row in desk.new.replaceable.rows]
    assert [row.label for row in desk.new.replaceable.rows] == ["Personne", "Table 3"]
    desk.new.chooseReplaced(former[1])
    assert desk.new.props.name == "Table 3"
    desk.new.accept()
    assert station.outcome()["name"] == "Table 3"
    assert desk.paired == [("advisor", "Table 3", "3")]


def test_of_two_receptions_the_second_learns_that_the_first_has_answered(desk: Desk) -> None:
    other = Desk(desk.hub)
    station = NewStation(desk.hub)
    for each in (desk, other):
        each.new.begin()
        each.new.chooseNumber(station.digits)
    desk.new.accept()
    assert other.new.props.outcome_title == "« Borne 1 » vient d’entrer dans la maison"
    other.new.refuse()
    assert desk.paired == [("kiosk", "Borne 1", "")]
    other.close()


def test_a_refusal_that_comes_too_late_does_not_claim_that_it_was_one(desk: Desk) -> None:
    other = Desk(desk.hub)
    station = NewStation(desk.hub)
    other.new.begin()
    # What the first one does is not heard yet.
    other.line.is_deaf = True
    desk.new.begin()
    desk.new.chooseNumber(station.digits)
    desk.new.accept()
    other.new.refuse()
    assert other.new.props.outcome_title == "« Borne 1 » vient d’entrer dans la maison"
    other.close()


def test_a_yes_after_another_reception_refused_gives_nothing(desk: Desk) -> None:
    other = Desk(desk.hub)
    station = NewStation(desk.hub)
    other.new.begin()
    other.new.chooseNumber(station.digits)
    other.line.is_deaf = True
    desk.new.begin()
    desk.new.refuse()
    other.new.accept()
    assert other.new.props.outcome_title == "Un autre accueil l’a renvoyée"
    assert desk.paired == []
    other.close()


def test_a_station_that_leaves_or_waits_too_long_is_told_while_its_sheet_is_open(desk: Desk) -> None:
    pending = hear_new_station(desk.line)
    desk.new.begin()
    hear_nobody_new(desk.line)
    assert desk.new.props.outcome_title == "Elle n’attend plus"
    desk.new.leave()
    assert desk.new.props.outcome_title == ""
    hear_new_station(desk.line, pairing="another")
    desk.new.begin()
    desk.hub.now = pending.until
    hear_nobody_new(desk.line)
    assert desk.new.props.outcome_title == "Le temps est passé"


def test_how_long_it_waits_is_said_calmly(desk: Desk) -> None:
    pending = hear_new_station(desk.line)
    desk.new.begin()
    assert desk.new.props.left_text == "Elle attend encore 2 min."
    for left_s, text in ((60, "Elle attend encore 1 min."), (20, "Elle n’attend plus qu’un instant.")):
        desk.hub.now = pending.until.fromtimestamp(pending.until.timestamp() - left_s, pending.until.tzinfo)
        desk.reception.tick()
        assert desk.new.props.left_text == text


def test_nothing_can_be_answered_while_the_hub_is_away_and_all_stays_as_it_was_chosen(desk: Desk) -> None:
    station = NewStation(desk.hub)
    desk.new.begin()
    desk.new.chooseNumber(station.digits)
    desk.new.setName("Borne du parvis")
    desk.line.lose()
    assert (desk.new.props.can_answer, desk.new.props.outcome_title) == (False, "")
    assert "Connexion perdue" in desk.new.props.notice
    desk.new.accept()
    assert desk.paired == []
    desk.line.start()
    desk.new.accept()
    assert station.outcome()["name"] == "Borne du parvis"


def test_an_answer_that_was_lost_is_not_taken_for_a_yes(desk: Desk) -> None:
    station = NewStation(desk.hub)
    desk.new.begin()
    desk.new.chooseNumber(station.digits)
    desk.line.is_cut = True
    desk.new.accept()
    assert desk.new.props.outcome_title == ""
    assert desk.new.props.notice != ""
    desk.line.is_cut = False
    desk.new.accept()
    assert desk.new.props.is_welcome


def test_a_second_station_waits_for_the_first_sheet_to_be_closed(desk: Desk) -> None:
    hear_paired(desk.line)
    hear_new_station(desk.line, "kiosk", pairing="first")
    desk.new.begin()
    hear_new_station(desk.line, "display", pairing="second")
    assert desk.new.props.outcome_title == "Elle n’attend plus"
    assert desk.banners[0][1] == "Une nouvelle station se présente : un écran."
    desk.new.leave()
    desk.new.begin()
    assert desk.new.props.outcome_title == ""
    assert [row.role for row in desk.new.roles.rows if row.chosen] == ["display"]
