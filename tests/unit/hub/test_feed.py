"""The line that listeners walk: nothing lost, nothing twice, and an end when the hub ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from fastapi.sse import ServerSentEvent

from cdm_kiosk.hub.feed import LIVE_KEPT, RESET, Audience, Feed

SOON_S = 1.0
"""Well below the heartbeat: what comes this soon was woken, not found by chance."""


def on_a_loop(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await test()

    def run() -> None:
        asyncio.run(bounded())

    run.__name__ = test.__name__
    return run


async def soon(feed: AsyncIterator[Any]) -> Any:
    return await asyncio.wait_for(anext(feed), SOON_S)


def told(feed: Feed, *positions: int) -> None:
    for position in positions:
        feed.add(Audience.STAFF, position, "event", str(position))
        feed.publish(position)


async def heard(stream: AsyncIterator[ServerSentEvent], count: int) -> list[str | None]:
    frames: list[str | None] = []
    while len(frames) < count:
        frame = await soon(stream)
        if frame.event is not None:
            frames.append(frame.id if frame.event != RESET else RESET)
    return frames


@on_a_loop
async def test_what_is_published_while_a_listener_is_busy_wakes_it_at_once() -> None:
    feed = Feed(0)
    changes = feed.changes()
    assert await soon(changes) is True
    # The listener holds what it was handed and has not asked for more yet.
    feed.publish(1)
    assert await soon(changes) is True


@on_a_loop
async def test_a_listener_hears_everything_after_its_position_once_and_in_order() -> None:
    feed = Feed(0)
    told(feed, 1, 2, 3)
    stream = feed.follow(Audience.STAFF, 1)
    assert await heard(stream, 2) == ["2", "3"]
    told(feed, 4)
    told(feed, 5)
    assert await heard(stream, 2) == ["4", "5"]


@on_a_loop
async def test_nobody_hears_a_frame_before_it_is_published() -> None:
    feed = Feed(0)
    stream = feed.follow(Audience.STAFF, 0)
    await soon(stream)
    waiting = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0)
    assert not waiting.done()
    told(feed, 1)
    assert (await asyncio.wait_for(waiting, SOON_S)).id == "1"


@on_a_loop
async def test_a_listener_of_another_audience_hears_nothing_of_it() -> None:
    feed = Feed(0)
    stream = feed.follow(Audience.PUBLIC, 0)
    await soon(stream)
    waiting = asyncio.ensure_future(anext(stream))
    told(feed, 1)
    feed.add(Audience.PUBLIC, 2, "number_called", "42")
    feed.publish(2)
    assert (await asyncio.wait_for(waiting, SOON_S)).id == "2"


@on_a_loop
async def test_a_position_before_an_erased_day_or_after_the_log_is_reset() -> None:
    feed = Feed(0)
    told(feed, 1, 2, 3)
    feed.forget_before(3)
    for position in (-1, 0, 1, 4, 10**15):
        assert await heard(feed.follow(Audience.STAFF, position), 1) == [RESET]
    assert await heard(feed.follow(Audience.STAFF, 2), 1) == ["3"]


@on_a_loop
async def test_every_stream_ends_with_the_hub_and_none_begins_after() -> None:
    feed = Feed(0)
    streams = [feed.follow(audience, 0) for audience in Audience]
    for stream in streams:
        await soon(stream)
    waiting = [asyncio.ensure_future(anext(stream, None)) for stream in streams]
    await asyncio.sleep(0)
    feed.close()
    assert await asyncio.wait_for(asyncio.gather(*waiting), SOON_S) == [None] * 3
    late = feed.follow(Audience.STAFF, 0)
    await soon(late)
    assert await asyncio.wait_for(anext(late, None), SOON_S) is None


async def said(stream: AsyncIterator[ServerSentEvent], count: int) -> list[object]:
    bodies: list[object] = []
    while len(bodies) < count:
        frame = await soon(stream)
        if frame.event is not None:
            bodies.append(frame.raw_data)
    return bodies


@on_a_loop
async def test_what_is_told_beside_the_log_is_heard_by_who_listens_and_by_who_comes_later() -> None:
    feed = Feed(0)
    listener = feed.follow(Audience.KIOSK, 0)
    await soon(listener)
    feed.tell(Audience.KIOSK, "offers", "first")
    assert await said(listener, 1) == ["first"]
    feed.tell(Audience.KIOSK, "offers", "second")
    assert await said(listener, 1) == ["second"]
    late = feed.follow(Audience.KIOSK, 0)
    assert await said(late, 1) == ["second"]


@on_a_loop
async def test_what_is_told_has_no_position_and_leaves_the_listeners_place_in_the_log_alone() -> None:
    feed = Feed(0)
    stream = feed.follow(Audience.STAFF, 0)
    await soon(stream)
    feed.tell(Audience.STAFF, "outlook", "{}")
    told(feed, 1)
    assert await heard(stream, 2) == ["1", None]


@on_a_loop
async def test_who_is_slow_hears_the_last_that_was_told_and_not_all_that_was() -> None:
    feed = Feed(0)
    stream = feed.follow(Audience.STAFF, 0)
    await soon(stream)
    for text in ("old", "older", "newest"):
        feed.tell(Audience.STAFF, "outlook", text)
    assert await said(stream, 1) == ["newest"]
    told(feed, 1)
    assert (await soon(stream)).id == "1"


async def bodies(stream: AsyncIterator[ServerSentEvent], count: int) -> list[str | None]:
    frames: list[str | None] = []
    while len(frames) < count:
        frame = await soon(stream)
        if frame.event is not None:
            frames.append(frame.raw_data)
    return frames


def called(feed: Feed, position: int) -> None:
    feed.add(Audience.PUBLIC, position, "number_called", f"{position}", f"{position} in Spanish")
    feed.publish(position)


@on_a_loop
async def test_what_is_said_at_the_moment_is_heard_by_those_who_listen_and_by_nobody_later() -> None:
    feed = Feed(0)
    there = feed.follow(Audience.PUBLIC, 0)
    assert (await soon(there)).comment == "listening"
    called(feed, 1)
    assert await bodies(there, 1) == ["1 in Spanish"]
    late = feed.follow(Audience.PUBLIC, 0)
    assert await bodies(late, 1) == ["1"]
    called(feed, 2)
    assert await bodies(late, 1) == await bodies(there, 1) == ["2 in Spanish"]
    back = feed.follow(Audience.PUBLIC, 1)
    assert await bodies(back, 1) == ["2"]


@on_a_loop
async def test_what_was_said_at_the_moment_is_not_kept_all_day() -> None:
    feed = Feed(0)
    behind = feed.follow(Audience.PUBLIC, 0)
    await soon(behind)
    for position in range(1, LIVE_KEPT + 3):
        called(feed, position)
    heard_at_last = await bodies(behind, LIVE_KEPT + 2)
    assert heard_at_last[:3] == ["1", "2", "3 in Spanish"]


def test_who_hears_nothing_while_others_are_told_all_the_time_still_hears_that_the_line_is_alive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cdm_kiosk.hub.feed.HEARTBEAT_S", 0.2)

    @on_a_loop
    async def listening() -> None:
        feed = Feed(0)

        async def others() -> None:
            while True:
                feed.tell(Audience.STAFF, "stations", "{}")
                await asyncio.sleep(0.02)

        talk = asyncio.create_task(others())
        stream = feed.follow(Audience.KIOSK, 0)
        assert (await anext(stream)).comment == "listening"
        for _ in range(3):
            assert (await anext(stream)).comment == "alive"
        talk.cancel()

    listening()
