"""The floor is the fold of the log, and a snapshot of it is as good as the log."""

from __future__ import annotations

from dataclasses import replace

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.floor import Floor, evolve
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house


def travelled(floor: Floor, position: int = 0) -> Floor:
    """The floor as a station rebuilds it from the snapshot's bytes."""
    return wire.Snapshot.model_validate_json(wire.Snapshot.of(floor, position).model_dump_json()).floor()


def busy_day() -> Stage:
    """A day in which everything happens at least once."""
    stage = open_house()
    stage.shift("2", "training", overflow=("work",), languages="fr es")
    stage.shift("3", "business")
    for theme, language in (("work", "fr"), ("training", "es"), ("work", None), ("business", None), ("work", "en")):
        stage.take(theme, language)
    stage.receive("1")
    stage.call("2")
    stage.do(c.Recall("2"), c.StartInterview("2"))
    stage.call("1")
    stage.do(c.MarkNoShow("1"))
    stage.do(c.BringBack("work-3"))
    stage.call("1")
    stage.do(c.Withdraw("business-4"), c.CloseShift("3"))
    stage.take("business", accessible=True)
    stage.take("work")
    return stage


def test_a_snapshot_taken_at_any_moment_is_the_floor() -> None:
    floor = Floor(HOUSE)
    for position, event in enumerate(busy_day().log, 1):
        floor = evolve(floor, event)
        assert travelled(floor, position) == floor


def test_a_snapshot_and_the_events_after_it_make_the_same_floor() -> None:
    stage = busy_day()
    stage.do(c.CloseDay(), c.OpenDay(TODAY))
    stage.take()
    for cut in range(len(stage.log) + 1):
        floor = Floor(HOUSE)
        for event in stage.log[:cut]:
            floor = evolve(floor, event)
        station = travelled(floor, cut)
        for event in stage.log[cut:]:
            station = evolve(station, wire.EVENT.validate_json(wire.EVENT.dump_json(event)))
        assert station == stage.floor, f"cut after event {cut}"


def test_a_snapshot_between_two_openings_of_a_date_remembers_its_last_number() -> None:
    stage = open_house()
    stage.take()
    stage.take()
    stage.do(c.CloseDay())
    station = travelled(stage.floor)
    stage.do(c.OpenDay(TODAY))
    assert evolve(station, stage.log[-1]).last_number == 2


def test_every_event_travels_whole() -> None:
    for event in busy_day().log:
        assert wire.EVENT.validate_json(wire.EVENT.dump_json(event)) == event


def test_a_floor_that_somebody_holds_never_moves_under_them() -> None:
    floors = [Floor(HOUSE)]
    copies = []
    for event in busy_day().log:
        floors.append(evolve(floors[-1], event))
        copies.append(travelled(floors[-1]))
    assert floors[1:] == copies


def test_nothing_of_a_ticket_outlives_its_day() -> None:
    stage = busy_day()
    stage.do(c.CloseDay())
    assert stage.floor == Floor(
        HOUSE, closed_on=TODAY, latest=stage.floor.latest, last_number=stage.floor.last_number
    )
    assert "work-" not in repr(stage.floor)


def test_numbers_go_on_when_the_same_date_opens_again_and_start_over_on_the_next() -> None:
    stage = open_house()
    assert stage.take().number == 1
    stage.do(c.CloseDay(), c.OpenDay(TODAY))
    assert stage.take().number == 2
    stage.do(c.CloseDay(), c.OpenDay(TODAY.replace(day=3)))
    assert stage.take().number == 1


def test_a_shift_that_is_opened_again_is_replaced_whole() -> None:
    stage = open_house()
    stage.shift("1", "training", languages="es")
    shift = stage.floor.shifts["1"]
    assert (shift.themes, shift.languages) == (("training",), ("es",))


def test_the_floor_survives_a_site_that_lost_a_counter_and_a_theme_over_night() -> None:
    stage = busy_day()
    smaller = replace(HOUSE, counters=HOUSE.counters[:1], themes=HOUSE.themes[:1])
    floor = Floor(smaller)
    for event in stage.log:
        floor = evolve(floor, event)
    assert travelled(floor) == floor
