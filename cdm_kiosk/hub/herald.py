"""Tells every phone what became of its ticket: a few phones at a time, so that nobody at a desk waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Generic, TypeVar

from cdm_kiosk.hub.feed import Feed

T = TypeVar("T")

PAUSE_S = 0.15
"""Between two rounds: what happens meanwhile is told once."""
AT_ONCE = 20
"""Phones between which everybody else has a turn."""
ALIVE_S = 15.0


class Phone(Generic[T]):
    """One open page: what it was told last, and what it has not been told yet."""

    def __init__(self, ticket: str, language: str | None) -> None:
        self.ticket = ticket
        self.language = language
        self._shown: T | None = None
        self._news: T | None = None
        self._woken = asyncio.Event()
        self.has_ended = False

    def end(self) -> None:
        """The hub stops: there will be no news any more."""
        self.has_ended = True
        self._woken.set()

    def tell(self, view: T) -> None:
        """Keep ``view`` for the phone; one that it has not read yet is forgotten for it."""
        if view != self._shown:
            self._shown = self._news = view
            self._woken.set()

    async def news(self) -> T | None:
        """What is new, as soon as there is something; ``None`` when it is time to say that the line is alive."""
        try:
            async with asyncio.timeout(ALIVE_S):
                await self._woken.wait()
        except TimeoutError:
            return None
        self._woken.clear()
        return self._news


class Herald(Generic[T]):
    """Walks from phone to phone after each change, as long as there are phones. Lives on the hub's event loop."""

    def __init__(self, feed: Feed, view: Callable[[str, str | None], T]) -> None:
        self._feed = feed
        self._view = view
        self._phones: set[Phone[T]] = set()
        self._round: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._phones)

    def welcome(self, phone: Phone[T]) -> None:
        """Tell this phone how it stands, and all that changes from here on."""
        self._phones.add(phone)
        phone.tell(self._view(phone.ticket, phone.language))
        if self._round is None or self._round.done():
            self._round = asyncio.create_task(self._go_round())

    def farewell(self, phone: Phone[T]) -> None:
        self._phones.discard(phone)

    async def _go_round(self) -> None:
        async for changed in self._feed.changes():
            if not self._phones:
                return
            if not changed:
                continue
            for few in _in_parts([*self._phones], AT_ONCE):
                for phone in few:
                    phone.tell(self._view(phone.ticket, phone.language))
                await asyncio.sleep(0)
            await asyncio.sleep(PAUSE_S)
        for phone in self._phones:
            phone.end()


def _in_parts(phones: list[Phone[T]], size: int) -> Iterator[list[Phone[T]]]:
    rest = iter(phones)
    while few := list(islice(rest, size)):
        yield few
