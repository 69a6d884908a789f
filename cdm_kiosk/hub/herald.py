"""Tells every phone what became of its ticket: a few phones at a time, so that nobody at a desk waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Generic, TypeVar

from cdm_kiosk.hub.feed import Feed

T = TypeVar("T")

AT_ONCE = 5
BREATH_S = 0.001
"""Between a few phones and the next few, everybody else has a turn."""
MOST_OF_ONE = 8
"""Pages of one ticket that are told at once; of more, the one that was opened first is let go."""
PAUSE_S = 0.15
"""Between two rounds: what happens meanwhile is told once."""


class Phone(Generic[T]):
    """One open page: what it was told last, and what it has not been told yet."""

    def __init__(self, ticket: str, language: str | None) -> None:
        self.ticket = ticket
        self.language = language
        self._shown: T | None = None
        self._news: T | None = None
        self._woken = asyncio.Event()
        self._has_ended = False

    def tell(self, view: T) -> None:
        """Keep ``view`` for the phone; one that it has not read yet is forgotten for it."""
        if view != self._shown:
            self._shown = self._news = view
            self._woken.set()

    def nudge(self) -> None:
        """Nothing is new, and the line is alive."""
        self._woken.set()

    def end(self) -> None:
        """The phone hung up, or the hub stops."""
        self._has_ended = True
        self._woken.set()

    async def news(self) -> AsyncIterator[T | None]:
        """What is new, as soon as there is something; ``None`` to say that the line is alive."""
        while True:
            await self._woken.wait()
            if self._has_ended:
                return
            self._woken.clear()
            news, self._news = self._news, None
            yield news


class Herald(Generic[T]):
    """Walks from phone to phone after each change, as long as there are phones. Lives on the hub's event loop."""

    def __init__(self, feed: Feed, view: Callable[[str, str | None], T]) -> None:
        self._feed = feed
        self._view = view
        # In the order in which they came.
        self._phones: dict[Phone[T], None] = {}
        self._rounds: asyncio.Task[None] | None = None

    def welcome(self, phone: Phone[T]) -> None:
        """Tell this phone how it stands, and all that changes from here on."""
        same = [each for each in self._phones if each.ticket == phone.ticket]
        for each in same[: max(0, len(same) + 1 - MOST_OF_ONE)]:
            each.end()
        self._phones[phone] = None
        phone.tell(self._view(phone.ticket, phone.language))
        if self._rounds is None or self._rounds.done():
            self._rounds = asyncio.create_task(self._go_round())

    def farewell(self, phone: Phone[T]) -> None:
        self._phones.pop(phone, None)

    async def _go_round(self) -> None:
        async for changed in self._feed.changes():
            if not self._phones:
                return
            for at, phone in enumerate([*self._phones], 1):
                if changed:
                    phone.tell(self._view(phone.ticket, phone.language))
                else:
                    phone.nudge()
                if at % AT_ONCE == 0:
                    await asyncio.sleep(BREATH_S)
            await asyncio.sleep(PAUSE_S)
        for phone in self._phones:
            phone.end()
