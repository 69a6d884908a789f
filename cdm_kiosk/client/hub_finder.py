"""Keeps a paired station on the way to its hub, wherever that is: it remembers a certificate, not an address."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot

from cdm_kiosk.client.discovery import FoundHub, HubBrowser
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.trust import AddressFault, check_address

logger = logging.getLogger(__name__)

ASK_EVERY_MS = 4_000
"""While the hub is not heard: what was heard before may be two minutes old."""
MOST_KEPT = 4

KeepAddresses = Callable[[tuple[str, ...]], None]
"""Keeps where the hub was, the last good address first; may raise OSError."""


class HubFinder(QObject):
    """Moves ``client`` to another address of the same hub while the one of now does not answer.

    ``known`` are addresses that were good before. Where the network says that a hub is proves nothing: the line is
    encrypted to the one that the client trusts, or there is none. Nothing listens while the hub answers.
    """

    def __init__(self, client: HubClient, site: str, known: Iterable[str], keep: KeepAddresses) -> None:
        super().__init__(client)
        self._client = client
        self._site = site
        self._known = tuple(url for url in known if _is_usable(url, client))
        self._keep = keep
        self._good = client.address
        self._announced: tuple[str, ...] = ()
        self._turn = 0
        self._browser = HubBrowser(self)
        self._browser.hubsChanged.connect(self._go_to_announced)
        self._asking = QTimer(self)
        self._asking.setInterval(ASK_EVERY_MS)
        self._asking.timeout.connect(self._browser.ask_again)
        client.doubted.connect(self._look)
        client.missed.connect(self._look)
        client.missed.connect(self._try_another)
        client.heard.connect(self._settle)
        client.stopping.connect(self._stop)

    @Slot()
    def _look(self) -> None:
        if not self._asking.isActive():
            self._browser.start()
            self._asking.start()

    @Slot()
    def _stop(self) -> None:
        self._asking.stop()
        self._browser.stop()
        self._announced = ()

    @Slot()
    def _go_to_announced(self) -> None:
        before = self._announced
        self._announced = tuple(
            dict.fromkeys(url for hub in self._browser.hubs if self._may_be_ours(hub) for url in hub.urls)
        )
        fresh = [url for url in self._announced if url not in before and _is_usable(url, self._client)]
        if fresh and not self._client.is_heard and self._client.address not in fresh:
            self._client.set_address(fresh[0])

    def _may_be_ours(self, hub: FoundHub) -> bool:
        trust = self._client.trust
        if trust is None:
            return False
        # A hub of a CA's shows another certificate each year: the line tells whether it is the one.
        is_of_cas = not trust.is_pin and hub.announced.site_id == self._site
        return is_of_cas or hub.announced.fingerprint in trust.fingerprints

    @Slot()
    def _try_another(self) -> None:
        """The last good address, and between its turns every other one: whoever announces many hides none."""
        if self._client.address != self._good:
            self._client.set_address(self._good)
            return
        others = [url for url in dict.fromkeys((*self._announced, *self._known)) if url != self._good]
        if others:
            self._client.set_address(others[self._turn % len(others)])
            self._turn += 1

    @Slot()
    def _settle(self) -> None:
        self._stop()
        self._good = self._client.address
        known = tuple(dict.fromkeys((self._good, *self._known)))[:MOST_KEPT]
        if known == self._known:
            return
        self._known = known
        logger.info("the hub is at %s", self._good)
        try:
            self._keep(known)
        except OSError as error:
            logger.warning("where the hub is cannot be kept (%s)", error.strerror)


def _is_usable(url: str, client: HubClient) -> bool:
    try:
        check_address(url, client.trust)
    except AddressFault:
        return False
    return True
