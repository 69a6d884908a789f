"""A site that changes while people are in it: nobody who waits is forgotten, what is gone leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.day import LAST_INTERVIEW, due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.disclosure import NoticeShown, disclose, offers
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor, evolve
from cdm_kiosk.domain.forecast import forecast
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.site import Site
from tests.tools.refusals import refused_with
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house

DESK = replace(HOUSE, desk="2")
WITHOUT_WORK = replace(HOUSE, themes=HOUSE.themes[1:])
WITHOUT_1 = replace(HOUSE, counters=HOUSE.counters[1:])
FRENCH = replace(HOUSE, languages=("fr",))
FAR_AWAY = replace(HOUSE, timezone="Pacific/Auckland", hours={"every_day": ("00:00-24:00",)})


def refused(stage: Stage, site: Site) -> str | None:
    """The field of the refusal; nothing is changed."""
    before = stage.floor
    with refused_with(Code.IN_USE) as caught:
        stage.do(c.ChangeSite(site))
    assert stage.floor is before
    return caught.value.field


def someone_waits(stage: Stage) -> None:
    stage.take("work")


def someone_is_called(stage: Stage) -> None:
    stage.take("work")
    stage.call("1")


def someone_is_received(stage: Stage) -> None:
    someone_is_called(stage)
    stage.do(c.StartInterview("1"))


def someone_waits_aside(stage: Stage) -> None:
    someone_is_received(stage)
    stage.do(c.Park("1", 20))


def someone_is_absent(stage: Stage) -> None:
    someone_is_called(stage)
    stage.do(c.MarkNoShow("1"))


@pytest.mark.parametrize(
    "comes", [someone_waits, someone_is_called, someone_is_received, someone_waits_aside, someone_is_absent]
)
def test_a_theme_that_somebody_came_for_stays(comes: Callable[[Stage], None]) -> None:
    stage = open_house()
    comes(stage)
    assert refused(stage, WITHOUT_WORK) == "themes"


@pytest.mark.parametrize("comes", [someone_is_called, someone_is_received, someone_waits_aside])
def test_a_counter_where_somebody_is_or_is_sent_to_stays(comes: Callable[[Stage], None]) -> None:
    stage = open_house()
    comes(stage)
    assert refused(stage, WITHOUT_1) == "counters"


def test_what_nobody_needs_any_more_can_go() -> None:
    stage = open_house()
    stage.take("work")
    stage.receive("1")
    stage.take("work")
    stage.do(c.Withdraw("work-2"))
    stage.do(c.ChangeSite(replace(WITHOUT_WORK, counters=HOUSE.counters[1:])))
    assert [theme.id for theme in stage.floor.site.themes] == ["training", "business"]


def test_an_absent_visitor_holds_a_theme_for_the_grace_time_only() -> None:
    stage = open_house()
    someone_is_absent(stage)
    stage.pass_min(HOUSE.manners.grace_min)
    assert refused(stage, WITHOUT_WORK) == "themes"
    stage.pass_min(1)
    stage.do(c.ChangeSite(WITHOUT_WORK))


def test_a_language_stays_while_somebody_waits_to_be_spoken_to_in_it() -> None:
    stage = open_house()
    stage.shift("1", "work", languages="fr es")
    stage.take("work", "es")
    assert refused(stage, FRENCH) == "languages"
    stage.call("1")
    stage.do(c.ChangeSite(FRENCH))


def test_the_desk_stays_while_somebody_waits_for_reception() -> None:
    stage = open_house(DESK)
    stage.shift("2", "reception")
    stage.take("reception")
    assert refused(stage, replace(DESK, desk=None)) == "desk"


def test_a_day_that_is_open_does_not_become_another_date() -> None:
    stage = open_house()
    stage.pass_min(6 * 60)  # three in the afternoon in Paris is past midnight in Auckland
    assert refused(stage, FAR_AWAY) == "timezone"
    stage.do(c.CloseDay(), c.ChangeSite(FAR_AWAY))
    assert not stage.floor.is_open


def test_a_site_changes_with_the_doors_shut_too() -> None:
    stage = Stage()
    assert stage.do(c.ChangeSite(WITHOUT_WORK)) == e.SiteChanged(stage.now, WITHOUT_WORK)
    stage.do(c.OpenDay(TODAY))
    assert stage.floor.site == WITHOUT_WORK


def test_tickets_shifts_and_numbers_stay_as_they_are() -> None:
    stage = open_house()
    stage.take("work")
    before = stage.floor
    stage.do(c.ChangeSite(replace(HOUSE, name="Autre nom")))
    assert replace(stage.floor, site=HOUSE, latest=before.latest) == before


def test_what_ends_with_a_counter_or_a_theme_that_goes_is_told_before_the_change() -> None:
    stage = open_house()
    stage.do(c.AskHelp("1"), c.PauseTheme("work", {"fr": "Revenez demain"}))
    site = replace(WITHOUT_WORK, counters=HOUSE.counters[1:])
    made = decide(stage.floor, by_hub(c.ChangeSite(site)), stage.now)
    assert [event.kind for event in made] == ["shift_closed", "theme_resumed", "help_came", "site_changed"]
    stage.do(c.ChangeSite(site))
    assert (stage.floor.shifts, stage.floor.front.paused, stage.floor.front.help) == ({}, {}, {})


def test_a_message_of_a_theme_that_goes_leaves_the_displays() -> None:
    stage = open_house()
    stage.do(c.PauseTheme("work", {"fr": "Revenez demain"}))
    told = [disclose(event, HOUSE) for event in decide(stage.floor, by_hub(c.ChangeSite(WITHOUT_WORK)), stage.now)]
    notices = [event for event in told if isinstance(event, NoticeShown)]
    assert [(notice.theme, notice.text) for notice in notices] == [("work", {})]


def test_what_is_told_of_a_paused_theme_is_told_again_under_its_new_words() -> None:
    stage = open_house()
    stage.do(c.PauseTheme("work", {"fr": "Revenez demain"}))
    renamed = replace(HOUSE.themes[0], label={"fr": "Travailler"})
    made = decide(stage.floor, by_hub(c.ChangeSite(replace(HOUSE, themes=(renamed, *HOUSE.themes[1:])))), stage.now)
    assert [event.kind for event in made] == ["site_changed", "theme_paused"]
    assert made[-1] == e.ThemePaused(stage.now, "work", {"fr": "Revenez demain"})


def test_who_was_sent_to_a_counter_keeps_it_until_anybody_may_call() -> None:
    stage = open_house()
    stage.shift("2", "work", "training")
    someone_is_received(stage)
    stage.do(c.HandOver("1", theme="training", to_counter="2"))
    without_2 = replace(HOUSE, counters=(HOUSE.counters[0], HOUSE.counters[2]))
    assert refused(stage, without_2) == "counters"
    stage.pass_min(HOUSE.manners.same_counter_min)
    stage.do(c.ChangeSite(without_2))


def test_new_hours_have_their_say_at_once() -> None:
    stage = open_house()
    stage.pass_min(60)
    stage.do(c.ChangeSite(replace(HOUSE, hours={"every_day": ("09:00-09:30",)})))
    assert due(stage.floor, stage.now) == (c.CloseEntry(),)


def test_the_change_travels_and_comes_back_from_the_log_the_same() -> None:
    changed = e.SiteChanged(Stage().now, DESK)
    assert wire.EVENT.validate_json(wire.EVENT.dump_json(changed)) == changed


def test_a_station_that_starts_now_sees_the_same_floor_as_one_that_followed() -> None:
    stage = open_house()
    someone_waits(stage)
    stage.do(c.ChangeSite(replace(HOUSE, name="Autre nom")))
    told = wire.Snapshot.of(stage.floor, 1).model_dump_json()
    assert wire.Snapshot.model_validate_json(told).floor() == stage.floor


@pytest.mark.parametrize(
    "comes", [someone_waits, someone_is_called, someone_is_received, someone_waits_aside, someone_is_absent]
)
def test_a_file_that_takes_away_what_people_wait_for_stops_nothing(comes: Callable[[Stage], None]) -> None:
    stage = open_house()
    stage.take("training")
    comes(stage)
    stage.do(c.ChangeSite(replace(WITHOUT_WORK, counters=HOUSE.counters[1:], languages=("en",)), anyway=True))
    planned = planned_on(stage.floor.site, TODAY)
    outlook = forecast(stage.floor, stage.now, planned)
    assert offers(stage.floor, stage.now, outlook).is_open
    assert offers(stage.floor, stage.now, Outlook(stage.now)).is_open
    stage.shift("2", "training", languages="en")
    stage.call("2")
    # The day still comes to its end by itself.
    stage.pass_min(9 * 60 + HOUSE.manners.closing_wait_min + LAST_INTERVIEW.total_seconds() / 60)
    for _ in range(5):
        stage.do(*(asked := due(stage.floor, stage.now)))
        if not asked or not stage.floor.is_open:
            break
    assert not stage.floor.is_open


def test_folding_the_log_again_gives_the_same_house() -> None:
    stage = open_house()
    stage.do(c.AskHelp("1"))
    stage.do(c.ChangeSite(WITHOUT_1))
    stage.now += timedelta(minutes=1)
    stage.take("training")
    again = Floor(HOUSE)
    for event in stage.log:
        again = evolve(again, event)
    assert again == stage.floor
