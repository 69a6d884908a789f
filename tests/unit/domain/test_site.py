"""A site that contradicts itself is told where, before any visitor meets it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cdm_kiosk.domain.site import Counter, Service, Site, StandingShift, Theme, Zone, faults, label_in
from tests.unit.domain.stage import HOUSE, STANDING


def test_the_sample_site_and_the_stage_are_sound(site: Site) -> None:
    assert list(faults(site)) == []
    assert list(faults(replace(HOUSE, standing_shifts=(STANDING,)))) == []


def shift(**changes: Any) -> tuple[StandingShift, ...]:
    return (replace(STANDING, **changes),)


SERVICE = Service("computers", {"fr": "Ordinateurs"}, {"fr": "au fond"})


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"timezone": ""}, "timezone"),
        ({"timezone": "../../etc/passwd"}, "timezone"),
        ({"timezone": "Europe"}, "timezone"),
        ({"languages": ()}, "languages"),
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
        ({"standing_shifts": shift(counter="9")}, "standing_shifts.0.counter"),
        ({"standing_shifts": (STANDING, STANDING)}, "standing_shifts.1.counter"),
        ({"standing_shifts": shift(themes=())}, "standing_shifts.0.themes"),
        ({"standing_shifts": shift(themes=("sailing",))}, "standing_shifts.0.themes"),
        ({"standing_shifts": shift(overflow=("sailing",))}, "standing_shifts.0.themes"),
        ({"standing_shifts": shift(overflow=("work",))}, "standing_shifts.0.overflow"),
        ({"standing_shifts": shift(languages=())}, "standing_shifts.0.languages"),
        ({"standing_shifts": shift(languages=("tlh",))}, "standing_shifts.0.languages"),
    ],
    ids=str,
)
def test_each_contradiction_is_found_under_its_key(changes: dict[str, Any], key: str) -> None:
    found = list(faults(replace(HOUSE, **changes)))
    assert key in [where for where, _ in found]
    assert all(sentence.strip() for _, sentence in found)


@pytest.mark.parametrize("span", ["00:00-24:00", "09:00-24:00", " 09:00 - 12:30 ", "00:00-00:01", "23:59-24:00"])
def test_hours_that_people_write_are_understood(span: str) -> None:
    assert list(faults(replace(HOUSE, hours={"monday": (span,)}))) == []


def test_a_label_falls_back_to_the_first_language_written() -> None:
    labels = {"fr": "Accueil", "en": "Reception", "es": ""}
    assert [label_in(labels, language) for language in ("en", "es", "ar")] == ["Reception", "Accueil", "Accueil"]
    assert label_in({}, "fr") == ""
