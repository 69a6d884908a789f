"""Tells every phone what became of its ticket: a few phones at a time, so that nobody at a desk waits for them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cdm_kiosk.hub.feed import Feed

T = TypeVar("T")

TURN_S = 0.0005
"""After so long at the phones, everybody else has a turn."""
MOST_OF_ONE = 8
"""Pages of one ticket that are told at once; of more, the one that was opened first is let go."""
PAUSE_S = 0.05
"""Between two rounds: what happens meanwhile is told once."""
BEAT_S = 3.0
"""A line that was told nothing for so long hears that it is alive: a dead line is known by its silence alone."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page that a line follows: ``name`` as it was asked for, and the ticket in a language."""

    name: str
    ticket: str
    language: str | None


class Phone(Generic[T]):
    """One open line: what each of its pages was told last, and what has not been told yet."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages
        self._shown: dict[str, T] = {}
        self._news: dict[str, T] = {}
        self._woken = asyncio.Event()
        self._has_ended = False
        self._told_at = 0.0

    def tell(self, page: Page, view: T) -> None:
        """Keep ``view`` for the page; one that was not read yet is forgotten for it."""
        if view != self._shown.get(page.name):
            self._shown[page.name] = self._news[page.name] = view
            self._woken.set()

    def beat(self, changed: bool, now: float) -> None:
        """Say that the line is alive, when nothing changed for anybody or this one was told nothing for long."""
        if not changed or now - self._told_at > BEAT_S:
            self._woken.set()

    def end(self) -> None:
        """The phone hung up, or the hub stops."""
        self._has_ended = True
        self._woken.set()

    async def news(self) -> AsyncIterator[dict[str, T]]:
        """What is new, by the page's name, as soon as there is something; nothing to say that the line is alive."""
        while True:
            await self._woken.wait()
            if self._has_ended:
                return
            self._woken.clear()
            self._told_at = asyncio.get_running_loop().time()
            news, self._news = self._news, {}
            yield news


class Herald(Generic[T]):
    """Walks from phone to phone after each change, as long as there are phones. Lives on the hub's event loop."""

    def __init__(self, feed: Feed, view: Callable[[str, str | None], T], is_news: Callable[[], bool]) -> None:
        self._feed = feed
        self._view = view
        self._is_news = is_news
        # In the order in which they came.
        self._phones: dict[Phone[T], None] = {}
        self._following: dict[str, dict[Phone[T], None]] = {}
        self._rounds: asyncio.Task[None] | None = None

    def welcome(self, phone: Phone[T]) -> None:
        """Tell this phone how its tickets stand, and all that changes from here on."""
        for page in phone.pages:
            same = self._following.setdefault(page.ticket, {})
            same[phone] = None
            for each in list(same)[:-MOST_OF_ONE]:
                each.end()
        self._phones[phone] = None
        self._tell(phone)
        if self._rounds is None or self._rounds.done():
            self._rounds = asyncio.create_task(self._go_round())

    def farewell(self, phone: Phone[T]) -> None:
        del self._phones[phone]
        for ticket in {page.ticket for page in phone.pages}:
            del self._following[ticket][phone]
            if not self._following[ticket]:
                del self._following[ticket]

    def _tell(self, phone: Phone[T]) -> None:
        for page in phone.pages:
            phone.tell(page, self._view(page.ticket, page.language))

    async def _go_round(self) -> None:
        now = asyncio.get_running_loop().time
        async for changed in self._feed.changes():
            if not self._phones:
                return
            # Not by the loop's clock, which stands still during a turn.
            turn_began = time.perf_counter()
            is_news = changed and self._is_news()
            for phone in [*self._phones]:
                if is_news:
                    self._tell(phone)
                phone.beat(changed, now())
                if time.perf_counter() - turn_began > TURN_S:
                    await asyncio.sleep(0)
                    turn_began = time.perf_counter()
            await asyncio.sleep(PAUSE_S)
        for phone in self._phones:
            phone.end()
