"""Two houses on one log: its position is the only lock, and it holds.

A data folder has one hub (tests/e2e/test_damaged_day.py); a log that several share comes with a database that can.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.hub.feed import RESET, Audience
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.store.day_log import DayLog
from tests.tools.hub import DEMO_SITE

TwoHouses = Callable[[], AbstractAsyncContextManager[tuple[House, House]]]


@pytest.fixture
def two_houses(tmp_path: Path) -> TwoHouses:
    from cdm_kiosk.packs.site_file import read_site

    site = read_site(DEMO_SITE)

    @asynccontextmanager
    async def opened() -> AsyncIterator[tuple[House, House]]:
        houses = [House(site, partial(DayLog, tmp_path), lambda: datetime.now(UTC)) for _ in range(2)]
        for house in houses:
            await house.open()
        try:
            async with asyncio.timeout(20):
                while not all(house.floor.is_open for house in houses):
                    await asyncio.sleep(0.01)
            yield houses[0], houses[1]
        finally:
            for house in houses:
                await house.close()

    return opened


def number(floor: Floor, event: e.Event) -> Answer:
    assert isinstance(event, e.TicketIssued | e.TicketCalled | e.TicketNoShow)
    return Answer(201, str(floor.tickets[event.ticket].number))


async def issue(house: House, name: str, key: str | None = None) -> int:
    command = c.IssueTicket(name, "emploi", "fr")
    return int((await house.carry_out(by_hub(command, key), number)).body)


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(story)


def test_two_houses_never_give_the_same_number(two_houses: TwoHouses) -> None:
    async def story() -> None:
        async with two_houses() as houses:
            numbers = await asyncio.gather(*(issue(houses[turn % 2], str(turn)) for turn in range(60)))
            assert sorted(numbers) == list(range(1, 61))

    run(story())


def test_two_houses_never_call_the_same_visitor(two_houses: TwoHouses) -> None:
    async def story() -> None:
        async with two_houses() as houses:
            for turn in range(20):
                await issue(houses[0], str(turn))
            # Each hears of the other's events when it writes.
            await issue(houses[1], "last")

            async def visits(house: House, counter: str) -> list[str]:
                called = []
                for _ in range(8):
                    called.append((await house.carry_out(by_hub(c.CallNext(counter)), number)).body)
                    await house.carry_out(by_hub(c.MarkNoShow(counter)), number)
                return called

            # Counter 2 has emploi as its own theme, counter 1 helps with it; one house each.
            called = await asyncio.gather(visits(houses[0], "1"), visits(houses[1], "2"))
            assert len({*called[0], *called[1]}) == 16

    run(story())


def test_a_command_sent_again_to_the_other_house_is_carried_out_once(two_houses: TwoHouses) -> None:
    async def story() -> None:
        async with two_houses() as (first, second):
            numbers = [await issue(first, "one", "one key"), await issue(second, "other", "one key")]
            assert numbers == [1, 1]
            assert set(second.floor.tickets) == {"one"}

    run(story())


def test_a_day_closed_by_one_house_is_forgotten_by_the_other(two_houses: TwoHouses) -> None:
    async def story() -> None:
        async with two_houses() as (first, second):
            await issue(second, "old", "one key")
            position = second.position - 1
            await issue(first, "older")
            await first.carry_out(by_hub(c.CloseDay()), lambda _floor, _event: Answer(200, ""))
            date = first.floor.site.local(first.now()).date()
            await first.carry_out(by_hub(c.OpenDay(date)), lambda _floor, _event: Answer(200, ""))
            assert await issue(second, "new") == 3
            async with aclosing(second.feed.follow(Audience.STAFF, position)) as frames:
                assert RESET in [(await anext(frames)).event for _ in range(2)]
            # The key of an erased day is nobody's any more.
            assert await issue(second, "newer", "one key") == 4
            assert set(second.floor.tickets) == {"new", "newer"}

    run(story())
