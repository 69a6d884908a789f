"""Edits of a site's content: each changes what it names, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.domain.site import WEEKDAYS
from cdm_kiosk.packs.site_file import described, open_site
from cdm_kiosk.packs.texts import text_faults
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.site_draft import Draft, Permanence
from cdm_kiosk.viewmodels.shared.fault_sentences import fault
from tests.tools.hub import DEMO_SITE

MORNING = Permanence("09:00-12:30", ("emploi",), ("formation",), ("fr",))
AFTERNOON = Permanence("13:30-17:30", ("emploi",), ("formation",), ("fr",))


@pytest.fixture
def draft() -> Draft:
    content: Draft = json.loads(json.dumps(dict(open_site(DEMO_SITE).content)))
    return content


def faults(draft: Draft) -> list[Fault]:
    return described(draft)[1]


def test_an_edit_leaves_the_former_draft_as_it_was(draft: Draft) -> None:
    before = json.dumps(draft)
    drafts.with_text(draft, "themes.0.label.fr", "Autre chose")
    drafts.with_permanences(draft, "1", "monday", ())
    drafts.without_theme(draft, 0)
    assert json.dumps(draft) == before


def test_a_translation_that_is_emptied_is_none(draft: Draft) -> None:
    label = drafts.value_at(drafts.with_text(draft, "themes.0.label.en", ""), "themes.0.label")
    assert [*label][:2] == ["fr", "es"]
    assert "en" not in label


def test_a_number_that_is_none_stays_as_it_was_typed(draft: Draft) -> None:
    changed = drafts.with_number(draft, "manners.grace_min", "trente")
    assert [each.field for each in faults(changed)] == ["manners.grace_min"]
    assert drafts.value_at(drafts.with_number(changed, "manners.grace_min", " 30 "), "manners.grace_min") == 30


def test_a_new_theme_table_and_zone_are_sound_at_once(draft: Draft) -> None:
    for _ in range(3):
        draft = drafts.with_new_theme(draft, "Nouveau sujet")
        draft = drafts.with_new_counter(draft, "Table")
        draft = drafts.with_new_zone(draft, "la nouvelle zone")
    assert faults(draft) == []
    assert [theme["id"] for theme in draft["themes"][5:]] == ["nouveau-sujet", "nouveau-sujet-2", "nouveau-sujet-3"]
    assert [counter["label"] for counter in draft["counters"][7:]] == ["Table 7", "Table 8", "Table 9"]


def test_a_theme_that_goes_is_in_no_permanence_any_more(draft: Draft) -> None:
    for _ in range(2):
        draft = drafts.without_theme(draft, 0)
    assert faults(draft) == []
    assert [shift["counter"] for shift in draft["rota"]] == ["2", "3", "accueil"]


def test_a_table_that_goes_takes_its_permanences_and_absences_along(draft: Draft) -> None:
    draft = drafts.added(draft, "exceptions", {"date": "2026-12-24", "absent": ["1", "2"]})
    assert drafts.permanences_of_counter(draft, 0) == 1
    draft = drafts.without_counter(draft, 0)
    assert faults(draft) == []
    assert draft["exceptions"][0]["absent"] == ["2"]


def test_without_the_desk_nobody_receives_for_reception(draft: Draft) -> None:
    draft = drafts.with_desk(draft, "")
    assert faults(draft) == []
    assert "accueil" not in [shift["counter"] for shift in draft["rota"]]


def test_a_list_ends_where_it_ends(draft: Draft) -> None:
    assert drafts.moved(draft, "themes", 0, -1) == draft
    assert drafts.moved(draft, "themes", 4, 1) == draft
    there = drafts.moved(draft, "themes", 0, 2)
    assert drafts.moved(there, "themes", 2, -2) == draft


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("09:00-12:30", ["09:00-12:30"]),
        ("9h-12h30, 13h30 - 17h", ["09:00-12:30", "13:30-17:00"]),
        ("9 h 30 – 12 h et 14:00-18:00", ["09:30-12:00", "14:00-18:00"]),
        ("9:00-12:30 13:30-24:00", ["09:00-12:30", "13:30-24:00"]),
        ("", []),
        ("matin", ["matin"]),
    ],
)
def test_hours_are_understood_as_people_type_them(typed: str, written: list[str]) -> None:
    assert drafts.spans_typed(typed) == written


def test_a_date_is_typed_as_it_is_said() -> None:
    assert drafts.date_typed("4/12/2026") == "2026-12-04"
    assert drafts.date_said("2026-12-04") == "04/12/2026"
    assert drafts.date_typed("Noël") == drafts.date_said("Noël") == "Noël"


def test_one_day_closed_leaves_the_other_days_open(draft: Draft) -> None:
    draft = drafts.with_hours(draft, "sunday", ())
    assert [*draft["hours"]] == [*WEEKDAYS[:6]]
    assert faults(draft) == []


def test_one_day_of_a_permanence_of_every_day_is_changed_alone(draft: Draft) -> None:
    before = {day: drafts.permanences(draft, "1", day) for day in WEEKDAYS}
    draft = drafts.with_permanences(draft, "1", "tuesday", [MORNING])
    assert faults(draft) == []
    after = {day: drafts.permanences(draft, "1", day) for day in WEEKDAYS}
    assert after == before | {"tuesday": (MORNING,)}
    assert [shift["counter"] for shift in draft["rota"]] == ["1", "1", "2", "3", "accueil"]


def test_a_week_is_written_as_briefly_as_it_can_be(draft: Draft) -> None:
    for day in WEEKDAYS[:5]:
        draft = drafts.with_permanences(draft, "4", day, [AFTERNOON, MORNING])
    own = [shift for shift in draft["rota"] if shift["counter"] == "4"]
    hours = ["09:00-12:30", "13:30-17:30"]
    assert own == [
        {
            "counter": "4",
            "themes": ["emploi"],
            "overflow": ["formation"],
            "languages": ["fr"],
            "days": [*WEEKDAYS[:5]],
            "hours": hours,
        }
    ]


def test_putting_a_day_back_restores_the_plan(draft: Draft) -> None:
    held = drafts.permanences(draft, "1", "tuesday")
    changed = drafts.with_permanences(draft, "1", "tuesday", ())
    assert drafts.with_permanences(changed, "1", "tuesday", held)["rota"] == draft["rota"]


def test_two_permanences_at_once_are_seen_even_when_they_are_alike(draft: Draft) -> None:
    like = Permanence("10:00-11:00", MORNING.themes, MORNING.overflow, MORNING.languages)
    for second in (MORNING, like, Permanence("", MORNING.themes, MORNING.overflow, MORNING.languages)):
        changed = drafts.with_permanences(draft, "4", "monday", [MORNING, second])
        assert [each.code for each in faults(changed)] == [Code.TWO_PERMANENCES]


def test_a_language_that_goes_is_spoken_in_no_permanence(draft: Draft) -> None:
    draft = drafts.with_language(draft, "es", False)
    assert faults(draft) == []
    assert all("es" not in shift["languages"] for shift in draft["rota"])


def test_a_language_with_a_region_stays_as_it_is_written_and_goes_as_a_whole(draft: Draft) -> None:
    draft = drafts.with_value(draft, "languages", ["fr-BE", "en", "es"])
    more = drafts.with_language(draft, "it", True)
    assert (more["languages"], drafts.languages(more)) == (["fr-BE", "en", "es", "it"], ["fr", "en", "es", "it"])
    assert faults(draft) == []
    assert drafts.with_language(more, "fr", False)["languages"] == ["en", "es", "it"]


def test_two_people_who_change_different_things_both_keep_them(draft: Draft) -> None:
    mine = drafts.with_text(drafts.without_theme(draft, 4), "themes.0.label.en", "Mine")
    theirs = drafts.with_new_theme(drafts.with_text(draft, "themes.0.label.fr", "La leur"), "Nouveau")
    both = drafts.merged(draft, mine, drafts.with_number(theirs, "overflow_after_min", "5"))
    label = drafts.value_at(both, "themes.0.label")
    assert (label["fr"], label["en"]) == ("La leur", "Mine")
    assert [theme["id"] for theme in both["themes"]] == [
        *("orientation", "formation", "emploi", "evolution"),
        "nouveau",
    ]
    assert both["overflow_after_min"] == 5
    assert faults(both) == []


def test_where_two_people_change_the_same_the_own_change_stays(draft: Draft) -> None:
    mine, theirs = (drafts.with_text(draft, "name", name) for name in ("Mine", "Theirs"))
    assert drafts.merged(draft, mine, theirs)["name"] == "Mine"


def broken(draft: Draft) -> list[Draft]:
    """One draft for each thing that people can get wrong in the window."""

    def put(key: str, value: Any) -> Draft:
        return drafts.with_value(draft, key, value)

    return [
        put("themes.0.label.fr", ""),
        put("themes.0.label.fr", "x" * 61),
        put("themes.0.label.fr", "<b>"),
        put("themes.0.label.fr", "a\u202eb"),
        put("themes.0.label.fr", "a\tb"),
        put("themes.0.interview_min", 0),
        put("themes.0.interview_min", "x"),
        put("themes", []),
        put("zones", []),
        put("languages", []),
        put("counters.0.zone", "none"),
        put("desk", "none"),
        put("hours.monday", ["matin"]),
        put("hours.monday", ["12:00-09:00"]),
        put("timezone", "Paris"),
        put("manners.grace_min", 10**9),
        put("expectations.leave_percent", 95),
        put("overflow_after_min", 10**9),
        put("public_holidays", {"country": "XX"}),
        put("public_holidays", {"country": "FR", "region": "XX"}),
        put("exceptions", [{"date": "hier"}]),
        put("exceptions", [{"date": ""}]),
        put("exceptions", [{"date": "2026-13-40"}]),
        put("exceptions", [{"date": "2026-12-24", "last_date": "2026-12-20"}]),
        put("rota.0.themes", []),
        put("rota.0.languages", []),
        drafts.with_permanences(draft, "1", "monday", [MORNING, MORNING.__class__("10:00-11:00", ("emploi",))]),
    ]


def test_every_fault_that_people_can_make_is_said_in_their_words(draft: Draft) -> None:
    for each in broken(draft):
        found = [*text_faults(each), *faults(each)]
        assert found, each
        for wrong in found:
            assert "demande autre chose" not in fault(wrong.code, wrong.values), wrong
