"""A site that contradicts itself is told where, before any visitor meets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cdm_kiosk.domain.site import (
    Counter,
    DayException,
    Expectations,
    Manners,
    ReadyMessage,
    RotaShift,
    Service,
    Site,
    Theme,
    Zone,
    label_in,
)
from cdm_kiosk.domain.site_rules import faults
from tests.unit.domain.stage import HOUSE, STANDING


def test_the_sample_site_and_the_stage_are_sound(site: Site) -> None:
    assert list(faults(site)) == []
    assert list(faults(replace(HOUSE, rota=(STANDING,)))) == []


def shift(**changes: Any) -> tuple[RotaShift, ...]:
    return (replace(STANDING, **changes),)


def away(**changes: Any) -> tuple[DayException, ...]:
    return (DayException(date(2026, 3, 2), **changes),)


MORNING = replace(STANDING, days=("monday", "tuesday"), hours=("09:00-12:30",))
SERVICE = Service("computers", {"fr": "Ordinateurs"}, {"fr": "au fond"})


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"timezone": ""}, "timezone"),
        ({"timezone": "../../etc/passwd"}, "timezone"),
        ({"timezone": "Europe"}, "timezone"),
        ({"hours": {"monday": ("09:00-12:00", "11:00-14:00")}}, "hours.monday"),
        ({"rota": shift(hours=("09:00-12:00", "10:00-11:00"))}, "rota.0.hours"),
        ({"languages": ()}, "languages"),
        ({"name": " "}, "name"),
        ({"messages": (ReadyMessage("a", "", {"fr": "Bonjour"}),)}, "messages.0.label"),
        ({"messages": (ReadyMessage("a", "Bonjour", {"en": "Hello"}),)}, "messages.0.text.fr"),
        ({"messages": (ReadyMessage("a", "Bonjour", {"fr": "Bonjour"}),) * 2}, "messages.1.id"),
        (
            {"themes": (replace(HOUSE.themes[0], from_date=date(2026, 3, 2), until_date=date(2026, 3, 1)),)},
            "themes.0.until_date",
        ),
        ({"themes": ()}, "themes"),
        ({"counters": ()}, "counters"),
        ({"zones": ()}, "zones"),
        ({"themes": (*HOUSE.themes, HOUSE.themes[0])}, "themes.3.id"),
        ({"counters": (*HOUSE.counters, HOUSE.counters[1])}, "counters.3.id"),
        ({"zones": (*HOUSE.zones, HOUSE.zones[1])}, "zones.2.id"),
        ({"counters": (Counter("1", "Table 1", "cellar"),)}, "counters.0.zone"),
        ({"reception": {}}, "reception.fr"),
        ({"reception": {"fr": "  "}}, "reception.fr"),
        ({"reception": {"en": "at the desk"}}, "reception.fr"),
        ({"zones": (Zone("hall", {"en": "hall"}), HOUSE.zones[1])}, "zones.0.label.fr"),
        ({"themes": (*HOUSE.themes, Theme("new", {}, "new", "#000000"))}, "themes.3.label.fr"),
        ({"services": (replace(SERVICE, label={}),)}, "services.0.label.fr"),
        ({"services": (SERVICE, replace(SERVICE, place={}))}, "services.1.place.fr"),
        (
            {"themes": (replace(HOUSE.themes[0], services=(replace(SERVICE, place={}),)), *HOUSE.themes[1:])},
            "themes.0.services.0.place.fr",
        ),
        ({"hours": {"lundi": ("09:00-12:00",)}}, "hours.lundi"),
        ({"hours": {"monday": ("9h-12h",)}}, "hours.monday"),
        ({"hours": {"monday": ("09:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("",)}}, "hours.monday"),
        ({"hours": {"monday": ("12:00-09:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("09:00-09:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("22:00-02:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("24:00-24:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("09:00-25:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("09:00+01:00-12:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("09:00Z-12:00",)}}, "hours.monday"),
        ({"hours": {"monday": ("09:00-12:00Z",)}}, "hours.monday"),
        ({"rota": shift(counter="9")}, "rota.0.counter"),
        ({"rota": (STANDING, STANDING)}, "rota.1.hours"),
        ({"rota": (MORNING, replace(STANDING, days=("tuesday",)))}, "rota.1.hours"),
        ({"rota": (MORNING, replace(MORNING, hours=("12:00-14:00",)))}, "rota.1.hours"),
        (
            {"rota": (replace(MORNING, hours=("20:00-24:00",)), replace(MORNING, hours=("23:00-24:00",)))},
            "rota.1.hours",
        ),
        ({"rota": shift(days=())}, "rota.0.days"),
        ({"rota": shift(days=("lundi",))}, "rota.0.days"),
        ({"rota": shift(hours=("12:00-09:00",))}, "rota.0.hours"),
        ({"rota": shift(hours=("9h",))}, "rota.0.hours"),
        ({"rota": shift(themes=("reception",))}, "rota.0.themes"),
        ({"desk": "9"}, "desk"),
        ({"themes": (*HOUSE.themes, Theme("reception", {"fr": "Accueil"}, "new", "#000000"))}, "themes.3.id"),
        ({"themes": (replace(HOUSE.themes[0], interview_min=0),)}, "themes.0.interview_min"),
        ({"themes": (replace(HOUSE.themes[0], interview_min=481),)}, "themes.0.interview_min"),
        ({"overflow_after_min": -1}, "overflow_after_min"),
        ({"overflow_after_min": 10**9}, "overflow_after_min"),
        ({"manners": Manners(undo_s=-1)}, "manners.undo_s"),
        ({"manners": Manners(grace_min=10**9)}, "manners.grace_min"),
        ({"expectations": Expectations(turnover_min=-1)}, "expectations.turnover_min"),
        ({"expectations": Expectations(leave_percent=91)}, "expectations.leave_percent"),
        ({"expectations": Expectations(absent_percent=100)}, "expectations.absent_percent"),
        ({"exceptions": away(last_date=date(2026, 3, 1))}, "exceptions.0.last_date"),
        ({"exceptions": away(hours=("18:00-09:00",))}, "exceptions.0.hours"),
        ({"exceptions": away(absent=("9",))}, "exceptions.0.absent"),
        ({"exceptions": away(shifts=shift(counter="9"))}, "exceptions.0.shifts.0.counter"),
        ({"exceptions": away(shifts=shift(hours=("9h",)))}, "exceptions.0.shifts.0.hours"),
        ({"exceptions": away(shifts=(STANDING, STANDING))}, "exceptions.0.shifts.1.hours"),
        ({"rota": shift(themes=())}, "rota.0.themes"),
        ({"rota": shift(themes=("sailing",))}, "rota.0.themes"),
        ({"rota": shift(overflow=("sailing",))}, "rota.0.themes"),
        ({"rota": shift(overflow=("work",))}, "rota.0.overflow"),
        ({"rota": shift(languages=())}, "rota.0.languages"),
        ({"rota": shift(languages=("tlh",))}, "rota.0.languages"),
    ],
    ids=str,
)
def test_each_contradiction_is_found_under_its_key(changes: dict[str, Any], key: str) -> None:
    found = list(faults(replace(HOUSE, **changes)))
    assert key in [each.field for each in found]
    assert all(each.sentence.strip() for each in found)


@pytest.mark.parametrize(
    "rota",
    [
        (MORNING, replace(MORNING, hours=("12:30-14:00",))),
        (MORNING, replace(MORNING, days=("wednesday",))),
        (MORNING, replace(MORNING, counter="2")),
        (replace(MORNING, hours=("20:00-24:00",)), replace(MORNING, hours=("19:00-20:00",))),
    ],
    ids=["one after the other", "other days", "other counters", "until midnight"],
)
def test_permanences_that_do_not_meet_are_sound(rota: tuple[RotaShift, ...]) -> None:
    assert list(faults(replace(HOUSE, rota=rota))) == []


@pytest.mark.parametrize("span", ["00:00-24:00", "09:00-24:00", " 09:00 - 12:30 ", "00:00-00:01", "23:59-24:00"])
def test_hours_that_people_write_are_understood(span: str) -> None:
    assert list(faults(replace(HOUSE, hours={"monday": (span,)}))) == []


def test_a_label_falls_back_to_the_first_language_written() -> None:
    labels = {"fr": "Accueil", "en": "Reception", "es": ""}
    assert [label_in(labels, language) for language in ("en", "es", "ar")] == ["Reception", "Accueil", "Accueil"]
    assert label_in({}, "fr") == ""
