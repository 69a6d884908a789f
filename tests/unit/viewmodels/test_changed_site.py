"""Stations that are in use while the site changes: nothing they stand on vanishes under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from cdm_kiosk import wire
from cdm_kiosk.client.mirrors import KioskMirror, PublicMirror, StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Counter, Site, Theme, Zone
from cdm_kiosk.options import ShownZone
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.display.display import DisplayViewModel
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from cdm_kiosk.viewmodels.reception.rows import Action
from tests.tools.fake_hub import FakeHub, dispose
from tests.tools.tickets import in_words
from tests.tools.windows import calls_of


class Floor:
    """A whole floor of stations on one hub; the advisor sits at table 2, the display shows the zone."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.day = FakeHub(site)
        self.day.open_day()
        staff, at_door, public = (self.day.line(name) for name in ("reception", "kiosk", "display"))
        self.lines = (staff, at_door, public)
        self.staff, self.at_door, self.public = StaffMirror(staff), KioskMirror(at_door), PublicMirror(public)
        self.advisor = AdvisorViewModel(self.staff, staff, staff.orders, "2", clock=self.day.clock)
        self.reception = ReceptionViewModel(
            self.staff, staff, staff.orders, lambda url: f"qr:{url}", clock=self.day.clock
        )
        self.kiosk = KioskViewModel(
            self.at_door,
            at_door,
            at_door.orders,
            lambda name: name,
            lambda url: f"qr:{url}",
            in_words,
            self.day.clock,
        )
        self.display = DisplayViewModel(
            self.public, public, (ShownZone("accueil"),), announce_ms=0, clock=self.day.clock
        )
        for line in self.lines:
            line.start()
        self.turn()

    def change(self, anyway: bool = False, **to: object) -> None:
        self.site = replace(self.site, **to)
        self.day.do(c.ChangeSite(self.site, anyway=anyway))
        self.turn()

    def turn(self) -> None:
        """The windows show what they have heard, and their clocks tick."""
        QCoreApplication.processEvents()
        for each in (self.advisor, self.reception, self.kiosk, self.display):
            each.tick()

    def close(self) -> None:
        views: tuple[QObject, ...] = (self.advisor, self.reception, self.kiosk, self.display)
        dispose(*views, self.staff, self.at_door, self.public, *self.lines)


@pytest.fixture
def house(qapp: QCoreApplication, site: Site) -> Iterator[Floor]:
    made = Floor(site)
    yield made
    made.close()


def without_counter(site: Site, counter: str) -> dict[str, object]:
    return {
        "counters": tuple(each for each in site.counters if each.id != counter),
        "rota": tuple(shift for shift in site.rota if shift.counter != counter),
    }


def without_theme(site: Site, theme: str) -> dict[str, object]:
    return {"themes": tuple(each for each in site.themes if each.id != theme), "rota": ()}


def test_an_advisor_whose_counter_is_gone_chooses_another(house: Floor) -> None:
    assert (house.advisor.stage, house.advisor.counterId) == ("free", "2")
    house.change(**without_counter(house.site, "2"))
    assert (house.advisor.stage, house.advisor.counterId) == ("choose", "")
    assert "2" not in [row.counter_id for row in house.advisor.counters.rows]
    house.advisor.callNext()
    house.advisor.chooseCounter("3")
    house.turn()
    assert house.advisor.counterLabel == "Table 3"


def test_an_advisor_whose_counter_is_gone_from_the_file_with_a_visitor_at_it_chooses_another(house: Floor) -> None:
    house.day.issue("emploi")
    house.advisor.callNext()
    house.turn()
    assert house.advisor.stage == "called"
    house.change(anyway=True, **without_counter(house.site, "2"))
    assert house.advisor.stage == "choose"
    assert house.reception.waiting == 0


def test_an_advisor_who_chooses_themes_sees_those_there_are(house: Floor) -> None:
    house.advisor.closeShift()
    house.turn()
    house.advisor.cycleTheme("creation")
    house.change(**without_theme(house.site, "creation"))
    assert "creation" not in [row.choice_id for row in house.advisor.themes.rows]
    house.advisor.openShift()
    house.turn()
    assert house.day.floor.shifts["2"].themes == ("emploi", "evolution")


def test_an_advisor_who_receives_for_a_theme_that_is_gone_goes_on(house: Floor) -> None:
    house.day.issue("creation")
    house.advisor.callNext()
    house.advisor.start()
    house.turn()
    house.change(anyway=True, **without_theme(house.site, "creation"))
    assert (house.advisor.stage, house.advisor.number, house.advisor.themeLabel) == ("receiving", "1", "")
    house.advisor.finish()
    house.turn()
    assert house.advisor.stage == "free"


def test_a_visitor_on_the_page_of_a_theme_that_is_gone_is_back_among_the_others(house: Floor) -> None:
    house.kiosk.chooseTheme("creation")
    assert house.kiosk.page == "theme"
    house.change(**without_theme(house.site, "creation"))
    assert (house.kiosk.page, house.kiosk.themeLabel) == ("themes", "")
    house.kiosk.takeTicket()
    assert house.day.floor.last_number == 0
    house.kiosk.chooseTheme("emploi")
    house.kiosk.takeTicket()
    assert (house.kiosk.page, house.kiosk.ticketNumber) == ("ticket", "1")


def test_a_visitor_who_asked_for_a_number_as_the_theme_went_is_told_and_chooses_again(house: Floor) -> None:
    kiosk_line = house.lines[1]
    kiosk_line.is_slow = True
    house.kiosk.chooseTheme("creation")
    house.kiosk.takeTicket()
    house.change(**without_theme(house.site, "creation"))
    kiosk_line.answer(422, {"code": "unknown_theme", "field": "theme"})
    house.turn()
    assert (house.kiosk.page, house.kiosk.issuing) == ("themes", False)
    assert house.kiosk.notice


def test_a_number_in_hand_stays_on_the_kiosk_when_its_theme_and_zone_go(house: Floor) -> None:
    house.kiosk.chooseTheme("creation")
    house.kiosk.takeTicket()
    zone = Zone("etage", {"fr": "l’étage"})
    counters = tuple(replace(each, zone="etage") for each in house.site.counters)
    house.change(anyway=True, zones=(zone,), counters=counters, **without_theme(house.site, "creation"))
    assert (house.kiosk.page, house.kiosk.ticketNumber) == ("ticket", "1")
    house.kiosk.printTicket()
    house.kiosk.finish()
    assert house.kiosk.page == "themes"


def test_a_visitor_whose_language_goes_reads_on_in_the_first(house: Floor) -> None:
    house.kiosk.chooseLanguage("es")
    house.change(languages=("fr", "en"), rota=())
    assert house.kiosk.language == "fr"
    assert [row.code for row in house.kiosk.languages.rows] == ["fr", "en"]


def test_the_kiosk_shows_a_new_theme_and_its_new_words_at_once(house: Floor) -> None:
    new = Theme("mobilite", {"fr": "Partir à l’étranger"}, "mobilite", "#40407A")
    first = replace(house.site.themes[0], label={"fr": "M’orienter"})
    house.change(themes=(new, first, *house.site.themes[1:]), name="Autre")
    assert [row.label for row in house.kiosk.themes.rows][:2] == ["Partir à l’étranger", "M’orienter"]
    assert (house.kiosk.siteName, house.reception.siteName, house.display.siteName) == ("Autre",) * 3


def test_reception_sees_numbers_of_a_theme_that_is_gone_from_the_file(house: Floor) -> None:
    house.day.issue("creation", "es")
    house.day.issue("emploi")
    house.change(anyway=True, languages=("fr",), **without_theme(house.site, "creation"))
    rows = house.reception.tickets.rows
    assert [row.number for row in rows] == ["1", "2"]
    assert rows[0].theme_label
    house.reception.pick(rows[0].ticket_id)
    house.reception.act(Action.WITHDRAW)
    house.turn()
    assert house.reception.waiting == 1


def test_reception_follows_counters_that_come_and_go(house: Floor) -> None:
    house.change(
        counters=(*house.site.counters[1:], Counter("9", "Table 9", "accueil")),
        rota=tuple(shift for shift in house.site.rota if shift.counter != "1"),
    )
    labels = [row.label for row in house.reception.counters.rows]
    assert "Table 1" not in labels
    assert "Table 9" in labels


def test_reception_without_its_desk_has_none(house: Floor) -> None:
    assert house.reception.hasDesk
    house.change(desk=None, rota=house.site.rota[:-1])
    assert not house.reception.hasDesk


def test_a_display_of_a_zone_that_is_gone_goes_on(house: Floor) -> None:
    house.day.issue("emploi")
    house.advisor.callNext()
    house.turn()
    assert calls_of(house.display).number == "1"
    zone = Zone("etage", {"fr": "l’étage"})
    house.change(zones=(zone,), counters=tuple(replace(each, zone="etage") for each in house.site.counters))
    assert (house.display.zoneName, house.display.zoneMissing) == ("", True)
    assert house.display.doorsOpen


def test_the_hour_on_the_wall_follows_the_time_zone(house: Floor) -> None:
    before = house.display.clock
    house.change(timezone="Atlantic/Reykjavik")
    assert (before, house.display.clock) == ("14:52", "13:52")


def test_a_station_that_was_away_takes_the_site_that_it_is_told(house: Floor) -> None:
    staff, at_door, public = house.lines
    for line in house.lines:
        line.is_deaf = True
    house.change(name="Autre")
    assert house.reception.siteName != "Autre"
    for line in house.lines:
        line.is_deaf = False
    site = house.day.floor.site
    staff.hear("site", wire.SITE.dump_json(site))
    at_door.hear("site", wire.SITE.dump_json(site))
    public.hear(
        "sign", wire.SIGN.dump_json(wire.PublicSnapshot.model_validate_json(house.day.snapshot("public")).sign)
    )
    house.day.now += timedelta(seconds=1)
    house.turn()
    assert (house.reception.siteName, house.kiosk.siteName, house.display.siteName) == ("Autre",) * 3
