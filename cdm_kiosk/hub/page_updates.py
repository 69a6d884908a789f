"""Sends each open ticket page what changed: a few phones at a time, so that nobody at a desk waits for them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cdm_kiosk.hub.feed import Feed

T = TypeVar("T")

TURN_S = 0.0005
"""After so long at the phones, the event loop serves everybody else."""
MOST_LINES_OF_A_TICKET = 8
"""Lines that follow one ticket at once; of more, the one that was opened first is closed."""
PAUSE_S = 0.05
"""Between two rounds: what happens meanwhile is sent once."""
KEEP_ALIVE_S = 3.0
"""A line that was sent nothing for so long gets a keep-alive: a dead line is known by its silence alone."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page that a line follows: ``name`` as it was asked for, and the ticket in a language."""

    name: str
    ticket: str
    language: str | None


class Phone(Generic[T]):
    """One open line: what each of its pages shows, and what has not been sent yet."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages
        self._shown: dict[str, T] = {}
        self._unsent: dict[str, T] = {}
        self._woken = asyncio.Event()
        self._has_ended = False
        self._sent_at = 0.0

    def show(self, page: Page, view: T) -> None:
        """Send ``view`` to the page if it shows another; it replaces one that is not sent yet."""
        if view != self._shown.get(page.name):
            self._shown[page.name] = self._unsent[page.name] = view
            self._woken.set()

    def keep_alive(self, changed: bool, now: float) -> None:
        """Send a keep-alive when nothing changed for anybody, or this line was sent nothing for long."""
        if not changed or now - self._sent_at > KEEP_ALIVE_S:
            self._woken.set()

    def end(self) -> None:
        """The phone hung up, or the hub stops."""
        self._has_ended = True
        self._woken.set()

    async def updates(self) -> AsyncIterator[dict[str, T]]:
        """Yields what is new, by the page's name, as soon as there is something; an empty one is a keep-alive."""
        while True:
            await self._woken.wait()
            if self._has_ended:
                return
            self._woken.clear()
            self._sent_at = asyncio.get_running_loop().time()
            unsent, self._unsent = self._unsent, {}
            yield unsent


class PageUpdates(Generic[T]):
    """Updates one phone after the other when something changed. Lives on the hub's event loop."""

    def __init__(self, feed: Feed, view: Callable[[str, str | None], T], is_news: Callable[[], bool]) -> None:
        self._feed = feed
        self._view = view
        self._is_news = is_news
        # In the order in which they came.
        self._phones: dict[Phone[T], None] = {}
        self._following: dict[str, dict[Phone[T], None]] = {}
        self._rounds: asyncio.Task[None] | None = None

    def add(self, phone: Phone[T]) -> None:
        """Send this phone how its tickets stand, and all that changes from here on."""
        for page in phone.pages:
            same = self._following.setdefault(page.ticket, {})
            same[phone] = None
            for each in list(same)[:-MOST_LINES_OF_A_TICKET]:
                each.end()
        self._phones[phone] = None
        self._update(phone)
        if self._rounds is None or self._rounds.done():
            self._rounds = asyncio.create_task(self._update_all())

    def remove(self, phone: Phone[T]) -> None:
        """Send this phone nothing more."""
        del self._phones[phone]
        for ticket in {page.ticket for page in phone.pages}:
            del self._following[ticket][phone]
            if not self._following[ticket]:
                del self._following[ticket]

    def _update(self, phone: Phone[T]) -> None:
        for page in phone.pages:
            phone.show(page, self._view(page.ticket, page.language))

    async def _update_all(self) -> None:
        now = asyncio.get_running_loop().time
        async for changed in self._feed.changes():
            if not self._phones:
                return
            # Not by the loop's clock, which stands still during a turn.
            turn_began = time.perf_counter()
            is_news = changed and self._is_news()
            for phone in [*self._phones]:
                if is_news:
                    self._update(phone)
                phone.keep_alive(changed, now())
                if time.perf_counter() - turn_began > TURN_S:
                    await asyncio.sleep(0)
                    turn_began = time.perf_counter()
            await asyncio.sleep(PAUSE_S)
        for phone in self._phones:
            phone.end()
