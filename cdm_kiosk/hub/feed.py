"""What the hub tells its listeners, in order and from any position on; it ends when the hub stops."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter

from fastapi.sse import ServerSentEvent

HEARTBEAT_S = 1.0
"""A station says within three seconds that its line is lost: it misses three of these."""
PHONES_HEARTBEAT_S = 4.0
"""A thousand phones are told seldom that nothing has changed: nobody decides by them."""
RESET = "reset"
LIVE_KEPT = 64
"""More frames than a listener who keeps up can be behind."""


class Audience(StrEnum):
    """Who listens: stations with full sight, kiosks, or the public's screens."""

    STAFF = "staff"
    KIOSK = "kiosk"
    PUBLIC = "public"


_Frame = tuple[str, str, str]
"""Kind, position and body: a fifth of what a ServerSentEvent takes, for the whole day."""


def _event(kind: str, position: str, body: str) -> ServerSentEvent:
    return ServerSentEvent(event=kind, id=position, raw_data=body)


@dataclass
class _Line:
    positions: list[int] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    live: dict[int, _Frame] = field(default_factory=dict)
    standing: dict[str, tuple[int, ServerSentEvent]] = field(default_factory=dict)


class Feed:
    """The day's frames for each audience. Lives on the hub's event loop.

    A listener holds no queue: it walks the shared line at its own pace, so a slow one costs nobody anything.
    """

    def __init__(self, position: int) -> None:
        self._lines = {audience: _Line() for audience in Audience}
        self._first = position
        self._last = position
        self._wake = asyncio.Event()
        self._closed = False
        self._replacements = 0
        # Made once for all who listen now.
        self._event = lru_cache(LIVE_KEPT)(_event)

    def add(self, audience: Audience, position: int, kind: str, body: str, live: str | None = None) -> None:
        """Queue a frame; listeners see it at the next ``publish``.

        ``live`` replaces the body for those who listen already: who comes later, or comes back, hears ``body``.
        """
        line = self._lines[audience]
        line.positions.append(position)
        line.frames.append((kind, str(position), body))
        if live is not None and live != body:
            line.live[position] = (kind, str(position), live)
            for heard in list(line.live)[:-LIVE_KEPT]:
                del line.live[heard]

    def publish(self, position: int) -> None:
        """Everything up to ``position`` is now true: wake whoever listens."""
        self._last = position
        self._woken()

    def tell(self, audience: Audience, kind: str, body: str) -> None:
        """Say what follows from the log and the clock: it replaces what was said of this kind before.

        It has no position, is not kept, and is said first to whoever comes later.
        """
        self._replacements += 1
        self._lines[audience].standing[kind] = (self._replacements, ServerSentEvent(event=kind, raw_data=body))
        self._woken()

    def forget_before(self, position: int) -> None:
        """Drop the frames of an erased day."""
        self._first = position - 1
        for line in self._lines.values():
            cut = bisect_right(line.positions, position - 1)
            del line.positions[:cut], line.frames[:cut]
            line.live.clear()
        self._event.cache_clear()

    def close(self) -> None:
        """End every listener's stream."""
        self._closed = True
        self._woken()

    async def changes(self, heartbeat_s: float = PHONES_HEARTBEAT_S) -> AsyncGenerator[bool]:
        """Yields True at once and at each change, False when only a heartbeat is due; ends with the hub."""
        changed = True
        while not self._closed:
            # Taken before the listener is handed anything: what is published while it is busy wakes it again.
            wake = self._wake
            yield changed
            try:
                async with asyncio.timeout(heartbeat_s):
                    await wake.wait()
                changed = True
            except TimeoutError:
                changed = False

    def look_again(self) -> None:
        """Have every listener looked at: one may have lost its right to hear."""
        self._woken()

    async def follow(
        self, audience: Audience, after: int, may_hear: Callable[[], bool] = lambda: True
    ) -> AsyncGenerator[ServerSentEvent]:
        """Every frame for ``audience`` after a position, for as long as the listener ``may_hear``.

        A position that is not of this log gets one ``reset`` frame, which means: fetch the snapshot again.
        """
        news = self.news(audience, after)
        now = asyncio.get_running_loop().time
        said_at = now()
        yield ServerSentEvent(comment="listening", retry=1000)
        async for _ in self.changes(HEARTBEAT_S):
            has_heard = False
            for frame in news:
                # Before each one: whoever reads slowly has many to come.
                if not may_hear():
                    return
                if frame is None:
                    break
                has_heard = True
                yield frame
            else:
                return
            if has_heard:
                said_at = now()
            elif now() - said_at > HEARTBEAT_S / 2:
                # What others are sent wakes this listener too: its silence is counted by what it heard itself.
                said_at = now()
                yield ServerSentEvent(comment="alive")

    def news(self, audience: Audience, after: int) -> Iterator[ServerSentEvent | None]:
        """The frames of ``follow`` as they are asked for, ``None`` where there is none yet; ends after a reset."""
        return self._news(self._lines[audience], after, self._last)

    def _news(self, line: _Line, after: int, came_at: int) -> Iterator[ServerSentEvent | None]:
        heard = 0
        while self._first <= after <= self._last:
            cursor = bisect_right(line.positions, after)
            while cursor < len(line.frames):
                after = line.positions[cursor]
                plain = line.frames[cursor]
                yield self._event(*(line.live.get(after, plain) if after > came_at else plain))
                cursor = bisect_right(line.positions, after)
            for at, frame in sorted(line.standing.values(), key=itemgetter(0)):
                if at > heard:
                    heard = at
                    yield frame
            yield None
        yield ServerSentEvent(event=RESET, raw_data="{}")

    def _woken(self) -> None:
        self._wake.set()
        self._wake = asyncio.Event()
