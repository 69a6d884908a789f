"""Who asks the hub, for as long as a feed lasts: who is struck off hears nothing more, though it reads slowly."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi import Request
from fastapi.sse import ServerSentEvent

from cdm_kiosk.domain.orders import Role
from cdm_kiosk.hub.callers import Callers, stays
from cdm_kiosk.hub.feed import Audience, Feed
from cdm_kiosk.hub.register import Register

WITHIN_S = 1
Change = Callable[[Register, str], None]
Story = Coroutine[Any, Any, None]


def run(story: Story) -> None:
    asyncio.run(story)


class Listening:
    """A feed that a paired station listens to, and another station beside it."""

    def __init__(self, folder: Path) -> None:
        self.register = Register(folder, lambda: date(2026, 11, 24))
        self.feed = Feed(0)
        self.register.on_change(self.feed.look_again)
        self.token = self.register.pair(Role.ADVISOR, "Table 4", "4")
        self.register.pair(Role.ADVISOR, "Table 5", "5")

    def id_of(self, name: str) -> str:
        return next(each.id for each in self.register.stations if each.name == name)

    async def frames(self) -> AsyncGenerator[ServerSentEvent]:
        """The feed as the hub's route gives it."""
        found: list[dict[str, Any]] = []

        async def keep(scope: Any, _receive: Any, _send: Any) -> None:
            found.append(scope)

        shown = [(b"authorization", f"Bearer {self.token}".encode())]
        asked = {"type": "http", "method": "GET", "path": "/api/v1/events", "headers": shown}
        await Callers(keep, self.register)(asked, keep, keep)
        may_hear = stays(Request(found[0]), self.register)
        return self.feed.follow(Audience.STAFF, 0, may_hear)


@pytest.mark.parametrize(
    "change",
    [
        lambda register, station: register.remove(station),
        lambda register, station: register.pair(Role.ADVISOR, "Table 4", "4", replace=station),
        lambda register, station: register.rename(station, "Table du fond"),
    ],
    ids=["struck off", "replaced", "renamed"],
)
def test_a_feed_ends_when_its_station_is_another_or_nobody(tmp_path: Path, change: Change) -> None:
    async def story() -> None:
        listening = Listening(tmp_path)
        frames = await listening.frames()
        await anext(frames)
        waiting = asyncio.ensure_future(anext(frames))
        await asyncio.sleep(0)
        change(listening.register, listening.id_of("Table 4"))
        with pytest.raises(StopAsyncIteration):
            await asyncio.wait_for(waiting, WITHIN_S)

    run(story())


def test_whoever_reads_slowly_hears_nothing_that_came_after_it_was_struck_off(tmp_path: Path) -> None:
    async def story() -> None:
        listening = Listening(tmp_path)
        for position in range(1, 6):
            listening.feed.add(Audience.STAFF, position, "said", "{}")
        listening.feed.publish(5)
        frames = await listening.frames()
        assert [(await anext(frames)).id for _ in range(3)] == [None, "1", "2"]
        listening.register.remove(listening.id_of("Table 4"))
        with pytest.raises(StopAsyncIteration):
            await anext(frames)

    run(story())


def test_the_others_go_on_listening(tmp_path: Path) -> None:
    async def story() -> None:
        listening = Listening(tmp_path)
        frames = await listening.frames()
        await anext(frames)
        listening.register.remove(listening.id_of("Table 5"))
        listening.register.move(listening.id_of("Table 4"), "7")
        listening.feed.add(Audience.STAFF, 1, "said", "{}")
        listening.feed.publish(1)
        assert (await asyncio.wait_for(anext(frames), WITHIN_S)).id == "1"

    run(story())
