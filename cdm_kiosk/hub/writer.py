"""The one thread that the day log lives on: what it is given it does in order, and a slow disk stops nobody else.

A queue and two wake-ups rather than an executor: every ticket goes this way (docs/performance.md).
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")


class Writer:
    """Does blocking work for one event loop."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="day-log", daemon=True)
        self._thread.start()

    async def do(self, work: Callable[[], T]) -> T:
        """What ``work`` returns or raises; it is done after all that was given before."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def job() -> None:
            try:
                result = work()
            except Exception as error:
                loop.call_soon_threadsafe(_fail, done, error)
            else:
                loop.call_soon_threadsafe(_succeed, done, result)

        self._jobs.put(job)
        return await done

    def stop(self) -> None:
        """Return once everything given before is done."""
        self._jobs.put(None)
        self._thread.join()

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
