"""Finds the hubs of the local network by multicast DNS: what they say of themselves, and where they are now."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.domain.announcement import SERVICE, Announcement, heard, url_of

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 2.0
"""How often the own interfaces are looked at: a machine that woke, or got its address, asks anew."""
ANSWER_WITHIN_MS = 3_000
MOST_HUBS = 32
"""Whoever fills the network with false hubs fills no memory."""


@dataclass(frozen=True, slots=True)
class FoundHub:
    """A hub that was heard; ``addresses`` may hold old ones beside those of now, the newest first."""

    announced: Announcement
    addresses: tuple[str, ...]
    port: int

    @property
    def urls(self) -> tuple[str, ...]:
        """Where it may be asked, in the order to try."""
        return tuple(url_of(address, self.port) for address in self.addresses)


class HubBrowser(QObject):
    """Listens on a thread of its own from ``start`` to ``stop``; lives on the thread that made it."""

    hubsChanged = Signal()
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hubs: tuple[FoundHub, ...] = ()
        self._ear: _Ear | None = None
        self._heard.connect(self._take)

    @property
    def hubs(self) -> tuple[FoundHub, ...]:
        """All that were heard and have not said goodbye, by the site's name."""
        return self._hubs

    def start(self) -> None:
        """Listen, and ask who is there."""
        if self._ear is None:
            self._ear = _Ear(self._heard.emit)
            self._ear.start()

    def ask_again(self) -> None:
        """Ask anew, as if nothing had been heard: a record lives two minutes after its hub has moved."""
        if self._ear is not None:
            self._ear.ask_again()

    def stop(self) -> None:
        """Listen no more; returns when the thread has ended."""
        ear, self._ear = self._ear, None
        if ear is not None:
            ear.stop()

    @Slot(object)
    def _take(self, hubs: tuple[FoundHub, ...]) -> None:
        if self._ear is not None and hubs != self._hubs:
            self._hubs = hubs
            self.hubsChanged.emit()


class _Ear(threading.Thread):
    """Runs the listening loop; ``tell`` is called on this thread with all hubs whenever they change."""

    def __init__(self, tell: Any) -> None:
        super().__init__(name="discovery", daemon=True)
        self._tell = tell
        self._loop = asyncio.new_event_loop()
        self._anew = asyncio.Event()
        self._is_over = False
        self._found: dict[str, FoundHub] = {}
        self._fresh: set[str] = set()
        self._told: tuple[FoundHub, ...] = ()
        self._asking: set[asyncio.Task[None]] = set()

    def run(self) -> None:
        try:
            self._loop.run_until_complete(self._listen())
        finally:
            self._loop.close()

    def ask_again(self) -> None:
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._anew.set)

    def stop(self) -> None:
        self._is_over = True
        self.ask_again()
        self.join()

    async def _listen(self) -> None:
        while not self._is_over:
            self._anew.clear()
            try:
                await self._ask()
            except Exception as error:
                # Without a network nobody is heard; the address that is known or typed is tried all the same.
                logger.debug("no multicast DNS (%s)", error)
                await self._pause()

    async def _ask(self) -> None:
        """One question, and what is heard from then on, until it is time for another."""
        from zeroconf import IPVersion
        from zeroconf.asyncio import AsyncServiceBrowser, AsyncZeroconf

        interfaces = _interfaces()
        network = AsyncZeroconf(ip_version=IPVersion.All)
        # Whoever did not answer the question before is forgotten.
        self._found = {name: each for name, each in self._found.items() if name in self._fresh}
        self._fresh.clear()
        try:
            browser = AsyncServiceBrowser(network.zeroconf, SERVICE, handlers=[self._hear])
            while not self._anew.is_set() and interfaces == _interfaces():
                await self._pause()
            await browser.async_cancel()
        finally:
            for each in self._asking:
                each.cancel()
            await asyncio.gather(*self._asking, return_exceptions=True)
            await network.async_close()

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK_EVERY_S):
                await self._anew.wait()

    def _hear(self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        from zeroconf import ServiceStateChange

        if state_change is ServiceStateChange.Removed:
            self._found.pop(name, None)
            self._say()
        elif name in self._found or len(self._found) + len(self._asking) < MOST_HUBS:
            self._spawn(self._look_at(zeroconf, service_type, name))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _look_at(self, zeroconf: Zeroconf, service_type: str, name: str) -> None:
        from zeroconf.asyncio import AsyncServiceInfo

        info = AsyncServiceInfo(service_type, name)
        if not await info.async_request(zeroconf, ANSWER_WITHIN_MS):
            return
        announced = heard(info.decoded_properties)
        addresses = tuple(info.parsed_scoped_addresses())
        if announced is not None and addresses and info.port:
            self._fresh.add(name)
            self._found[name] = FoundHub(announced, addresses, info.port)
            self._say()

    def _say(self) -> None:
        hubs = tuple(sorted(self._found.values(), key=lambda each: (each.announced.site_name, each.addresses)))
        if hubs != self._told:
            self._told = hubs
            self._tell(hubs)


def _interfaces() -> frozenset[object]:
    import ifaddr

    return frozenset((adapter.index, str(each.ip)) for adapter in ifaddr.get_adapters() for each in adapter.ips)
