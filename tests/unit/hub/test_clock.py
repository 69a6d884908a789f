"""A hub whose clock is wrong, dies, jumps or is put right: on a real log, with clocks that tests set."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.floor import Floor, TicketState
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.site import RotaShift, Theme
from cdm_kiosk.hub import house as house_module
from cdm_kiosk.hub.clock import HouseClock
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.store.day_log import DayLog
from cdm_kiosk.wire import EVENT
from tests.unit.domain.stage import HOUSE

SITE = replace(HOUSE, rota=(RotaShift("1", ("work",)),), rota_opens_shifts=True)
RELEASED = date(2026, 1, 1)
YESTERDAY = date(2026, 3, 1)
TODAY = date(2026, 3, 2)
NINE = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""Nine in the morning in Paris."""
DEAD = datetime(2000, 1, 1, 0, 0, 20, tzinfo=UTC)
PATIENCE_S = 60.0


class Machine:
    """A machine's clock, and the seconds that truly pass."""

    def __init__(self, wall: datetime) -> None:
        self.now = wall
        self.steady = 1000.0

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.steady += timedelta(**time).total_seconds()

    def is_set(self, wall: datetime) -> None:
        self.now = wall


class Place:
    """A hall with one machine, whose hub starts and stops."""

    def __init__(self, folder: Path, machine: Machine) -> None:
        self.folder = folder
        self.machine = machine
        self._came = 0

    @asynccontextmanager
    async def hub(self) -> AsyncIterator[House]:
        machine = self.machine
        house = House(
            SITE,
            partial(DayLog, self.folder),
            lambda: machine.now,
            steady=lambda: machine.steady,
            earliest=RELEASED,
        )
        await house.open()
        try:
            yield house
        finally:
            await house.close()

    async def open(self, house: House) -> None:
        await house.carry_out(by_hub(c.OpenDay(house.floor.date_at(house.now()))), ok)

    async def take(self, house: House, count: int = 1) -> list[int]:
        """So many visitors take a number, a minute apart; the numbers."""
        numbers = []
        for _ in range(count):
            self._came += 1
            self.machine.passes(minutes=1)
            await house.carry_out(by_hub(c.IssueTicket(f"visitor {self._came}", "work", anyway=True)), ok)
            numbers.append(house.floor.tickets[f"visitor {self._came}"].number)
        return numbers

    async def looks(self, house: House) -> None:
        """The caretaker comes round."""
        await house.carry_out(by_hub(c.CheckClock(timedelta(), doubted=False)), ok)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(house_module, "CARETAKER_PERIOD_S", 0.01)
    return Place(tmp_path, Machine(NINE))


def ok(_floor: Floor, event: e.Event) -> Answer:
    return Answer(200, event.kind)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not true():
            await asyncio.sleep(0.005)


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(story)


async def yesterday(place: Place) -> None:
    """A day of three visitors that closed at its true evening."""
    place.machine.now = NINE - timedelta(days=1)
    async with place.hub() as house:
        await until(lambda: house.floor.is_open)
        assert await place.take(house, 3) == [1, 2, 3]
        place.machine.passes(hours=11)
        await until(lambda: not house.floor.is_open)
        assert house.floor.closed_on == YESTERDAY


def waits_min(house: House) -> list[int]:
    return [round((house.now() - ticket.arrival).total_seconds() / 60) for ticket in house.floor.waiting()]


def test_a_dead_clock_that_is_put_right_costs_nobody_the_place_and_no_number_comes_twice(place: Place) -> None:
    async def story() -> None:
        await yesterday(place)
        place.machine.now = DEAD
        async with place.hub() as house:
            await until(lambda: house.floor.clock.doubted)
            await place.open(house)
            # Yesterday's evening may have been an hour ago: its papers are not given again either.
            numbers = await place.take(house, 4)
            assert numbers == [4, 5, 6, 7]
            place.machine.is_set(NINE + timedelta(minutes=10))
            await until(lambda: house.floor.date == TODAY)
            assert not house.floor.clock.doubted
            assert waits_min(house) == [3, 2, 1, 0]
            assert await place.take(house) == [8]
            place.machine.passes(hours=8, minutes=49)
            await until(lambda: not house.floor.front.entry_open)
            assert len(house.floor.waiting()) == 5
            place.machine.passes(hours=1)
            await until(lambda: not house.floor.is_open)
            assert house.floor.closed_on == TODAY
            place.machine.passes(hours=14)
            await until(lambda: house.floor.is_open)
            assert await place.take(house) == [1]

    run(story())


def test_a_clock_that_was_ahead_when_the_day_opened_leaves_a_day_that_goes_on_and_ends_tonight(
    place: Place,
) -> None:
    async def story() -> None:
        await yesterday(place)
        place.machine.now = datetime(2027, 1, 1, 8, tzinfo=UTC)
        async with place.hub() as house:
            await until(lambda: house.floor.date == date(2027, 1, 1))
            assert await place.take(house, 4) == [1, 2, 3, 4]
            place.machine.is_set(NINE + timedelta(minutes=5))
            await until(lambda: house.floor.date == TODAY)
            assert waits_min(house) == [3, 2, 1, 0]
            place.machine.passes(minutes=10)
            assert await place.take(house) == [5]
            assert waits_min(house) == [14, 13, 12, 11, 0]
            shift = house.floor.shifts["1"]
            assert house.floor.site.local(shift.until or DEAD).isoformat() == "2026-03-02T18:00:00+01:00"
            place.machine.passes(hours=9)
            await until(lambda: not house.floor.front.entry_open)
            place.machine.passes(hours=1)
            await until(lambda: not house.floor.is_open)

    run(story())


def test_a_clock_that_dies_with_a_restart_in_the_middle_of_the_day_keeps_the_day_and_its_people(
    place: Place,
) -> None:
    async def story() -> None:
        await yesterday(place)
        place.machine.now = NINE
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            assert await place.take(house, 3) == [1, 2, 3]
            await house.carry_out(by_hub(c.CallNext("1")), ok)
            await house.carry_out(by_hub(c.StartInterview("1")), ok)
        place.machine.now = DEAD
        async with place.hub() as house:
            assert house.floor.is_open
            assert house.floor.clock.doubted
            assert waits_min(house) == [1, 0]
            assert house.floor.tickets["visitor 4"].state is TicketState.IN_INTERVIEW
            assert await place.take(house) == [4]
        # Once more off and on, and the clock is still dead.
        place.machine.now = DEAD
        async with place.hub() as house:
            assert await place.take(house) == [5]
            place.machine.is_set(NINE + timedelta(hours=1))
            await until(lambda: house.floor.date == TODAY)
            assert not house.floor.clock.doubted
            assert [ticket.number for ticket in house.floor.waiting()] == [2, 3, 4, 5]
            assert await place.take(house) == [6]

    run(story())


@pytest.mark.parametrize("wrong", [DEAD, datetime(2027, 1, 1, 8, tzinfo=UTC)], ids=["dead", "ahead"])
def test_a_clock_put_right_while_the_hub_was_away_costs_nobody_the_place(place: Place, wrong: datetime) -> None:
    async def story() -> None:
        await yesterday(place)
        place.machine.now = wrong
        async with place.hub() as house:
            if wrong == DEAD:
                await place.open(house)
            await until(lambda: house.floor.is_open)
            numbers = await place.take(house, 3)
        place.machine.now = NINE + timedelta(hours=1)
        async with place.hub() as house:
            assert house.floor.date == TODAY
            assert [ticket.number for ticket in house.floor.waiting()] == numbers
            assert not house.floor.clock.doubted
            assert await place.take(house) == [numbers[-1] + 1]

    run(story())


def test_a_clock_that_goes_to_another_date_and_back_changes_nothing_for_anybody(place: Place) -> None:
    async def story() -> None:
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            await place.take(house, 3)
            for away in (timedelta(days=1), timedelta(days=-1), timedelta(hours=12), timedelta(days=-9000)):
                before = place.machine.now
                place.machine.is_set(before + away)
                await place.looks(house)
                assert waits_min(house) == [2, 1, 0]
                assert house.floor.is_open
                place.machine.is_set(before)
                await place.looks(house)
                assert (house.floor.date, waits_min(house)) == (TODAY, [2, 1, 0])
                assert house.floor.latest <= place.machine.now
            assert await place.take(house) == [4]

    run(story())


def test_a_clock_that_goes_to_tomorrow_while_the_doors_are_shut_gives_no_number_again(place: Place) -> None:
    async def story() -> None:
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            assert await place.take(house, 3) == [1, 2, 3]
            await house.carry_out(by_hub(c.CloseDay()), ok)
            place.machine.is_set(place.machine.now + timedelta(days=1))
            await until(lambda: house.floor.is_open)
            assert await place.take(house) == [4]

    run(story())


def test_a_small_step_back_neither_freezes_the_house_nor_makes_a_wait_negative(place: Place) -> None:
    async def story() -> None:
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            await place.take(house, 1)
            place.machine.is_set(place.machine.now - timedelta(seconds=100))
            seen = [house.now()]
            for _ in range(20):
                place.machine.passes(minutes=1)
                await place.looks(house)
                assert house.now() - seen[-1] >= timedelta(seconds=54)
                seen.append(house.now())
            assert house.now() == place.machine.now
            assert [event.kind for event in logged(place) if event.kind == "clock_checked"] == []

    run(story())


def test_a_clock_that_was_an_hour_ahead_and_shut_the_entry_too_early_opens_it_again(place: Place) -> None:
    async def story() -> None:
        place.machine.now = NINE + timedelta(hours=7)
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            await place.take(house)
            right = place.machine.now
            place.machine.is_set(right + timedelta(hours=2))
            await until(lambda: not house.floor.front.entry_open)
            place.machine.is_set(right)
            await until(lambda: house.floor.front.entry_open)

    run(story())


def test_a_night_that_truly_passes_ends_the_day_though_the_machine_slept(place: Place) -> None:
    async def story() -> None:
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            await place.take(house, 2)
            place.machine.passes(days=1)
            await until(lambda: house.floor.date == date(2026, 3, 3))
            assert house.floor.tickets == {}

    run(story())


def test_whoever_opens_a_day_that_a_wrong_clock_had_closed_already_is_warned_for_that_day_alone(
    place: Place,
) -> None:
    async def story() -> None:
        place.machine.now = datetime(2027, 1, 1, 8, tzinfo=UTC)
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            await house.carry_out(by_hub(c.CloseDay()), ok)
        place.machine.now = NINE
        async with place.hub() as house:
            await until(lambda: house.floor.is_open)
            assert house.floor.date == TODAY
            assert house.floor.clock.doubted
            place.machine.passes(hours=10)
            await until(lambda: not house.floor.is_open)
            await until(lambda: not house.floor.clock.doubted)

    run(story())


def test_a_theme_that_is_dated_is_offered_again_as_soon_as_the_clock_is_right(place: Place) -> None:
    dated = Theme("new", {"fr": "Nouveau"}, "new", "#2F6690", from_date=TODAY)

    async def story() -> None:
        place.machine.now = DEAD
        async with place.hub() as house:
            await house.carry_out(by_hub(c.ChangeSite(replace(SITE, themes=(*SITE.themes, dated)))), ok)
            await place.open(house)
            assert "new" not in {offer.theme for offer in house.offers().themes}
            place.machine.is_set(NINE)
            await place.looks(house)
            assert "new" in {offer.theme for offer in house.offers().themes}

    run(story())


def test_the_houses_clock_follows_a_small_step_forward_at_once() -> None:
    machine = Machine(NINE)
    clock = HouseClock(lambda: machine.now, lambda: machine.steady)
    machine.is_set(NINE + timedelta(seconds=90))
    assert (clock(), clock.parted()) == (machine.now, timedelta())
    machine.is_set(NINE + timedelta(hours=1))
    assert clock() == NINE + timedelta(seconds=90)
    assert clock.parted() == timedelta(minutes=58, seconds=30)
    clock.follow()
    assert (clock(), clock.parted()) == (machine.now, timedelta())


def logged(place: Place) -> list[e.Event]:

    log = DayLog(place.folder)
    events = [EVENT.validate_json(body) for _, body in log.events_after(0)]
    log.close()
    return events
