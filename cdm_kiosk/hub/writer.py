"""A thread for work that blocks, as the day log's: what it is given it does in order, and stops nobody else.

A queue and two wake-ups rather than an executor: every ticket goes this way (docs/performance.md).
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")


class Writer:
    """Does blocking work for one event loop."""

    def __init__(self, name: str = "day-log") -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[], T]) -> T:
        """What ``work`` returns or raises; it is done after all that was given before."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def job() -> None:
            try:
                tell = partial(_succeed, done, work())
            except Exception as error:
                tell = partial(_fail, done, error)
            # A loop that has ended meanwhile waits for nothing any more.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(tell)

        self._jobs.put(job)
        return await done

    def stop(self) -> None:
        """Return once everything given before is done."""
        self._jobs.put(None)
        self._thread.join()

    def abandon(self) -> None:
        """Take nothing more, and let the process end in the middle of what is being done."""
        self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


def _succeed(done: asyncio.Future[T], result: T) -> None:
    # Whoever waited may have been cancelled meanwhile.
    if not done.done():
        done.set_result(result)


def _fail(done: asyncio.Future[T], error: Exception) -> None:
    if not done.done():
        done.set_exception(error)
