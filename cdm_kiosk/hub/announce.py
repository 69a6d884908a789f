"""Tells the local network where this hub is, by multicast DNS (RFC 6762, RFC 6763), as long as the hub runs."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from cdm_kiosk.domain.announcement import SERVICE, Announcement

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0
"""No system tells a program that its address changed: it has to look (0.2 ms)."""
TRY_AGAIN_S = 5.0
HUB_ID_LENGTH = 12


def own_addresses(host: str) -> frozenset[str]:
    """The addresses of this machine at which others reach a hub that listens on ``host``."""
    import ifaddr

    listening = ipaddress.ip_address(host.partition("%")[0])
    if not listening.is_unspecified:
        return frozenset({str(listening)})
    found = {
        ipaddress.ip_address(each.ip if isinstance(each.ip, str) else each.ip[0])
        for adapter in ifaddr.get_adapters()
        for each in adapter.ips
    }
    # One that listens on all addresses of version 6 takes those of version 4, too.
    versions = (4, 6) if listening.version == 6 else (4,)
    return frozenset(str(each) for each in found if not each.is_loopback and each.version in versions)


class Announcer:
    """Announces what ``described`` says, at the machine's addresses of now; what fails is told in the log alone.

    ``host`` and ``port`` are where the hub listens.
    """

    def __init__(self, described: Callable[[], Announcement], host: str, port: int) -> None:
        self._described = described
        self._host = host
        self._port = port
        first = described()
        # The name tells two hubs of one site apart, and stays whatever is told under it.
        self._name = f"{first.site_id}-{first.fingerprint[:HUB_ID_LENGTH]}"
        self._is_in_trouble = False

    async def run(self) -> None:
        """Announce until cancelled; then say goodbye."""
        while True:
            try:
                await self._announce()
            except Exception as error:
                # A network that fails keeps nobody from receiving the public, who may type the address.
                if not self._is_in_trouble:
                    logger.warning("the hub cannot be found by itself: stations need its address (%s)", error)
                self._is_in_trouble = True
                await asyncio.sleep(TRY_AGAIN_S)

    async def _announce(self) -> None:
        from zeroconf import IPVersion
        from zeroconf.asyncio import AsyncZeroconf

        # What is unspecified stands for every interface.
        is_anywhere = ipaddress.ip_address(self._host.partition("%")[0]).is_unspecified
        where = {} if is_anywhere else {"interfaces": [self._host]}
        network = AsyncZeroconf(ip_version=IPVersion.All, **where)  # type: ignore[arg-type]
        try:
            await self._follow(network)
        finally:
            with contextlib.suppress(Exception):
                await network.async_close()

    async def _follow(self, network: AsyncZeroconf) -> None:
        """Register, then tell each change, for ever."""
        told = self._info()
        # The name holds a fingerprint: nobody else has it, and the second and a half of asking around is saved.
        await (await network.async_register_service(told, cooperating_responders=True))
        self._is_in_trouble = False
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            now = self._info()
            if (now.addresses, now.text) == (told.addresses, told.text):
                continue
            told = now
            # First what is to be said, then the interfaces: a new one hears the news, not what was true before.
            said = await network.async_update_service(told)
            await network.zeroconf.async_update_interfaces()
            await said
            await (await network.async_update_service(told))

    def _info(self) -> AsyncServiceInfo:
        from zeroconf.asyncio import AsyncServiceInfo

        return AsyncServiceInfo(
            SERVICE,
            f"{self._name}.{SERVICE}",
            port=self._port,
            properties=self._described().entries(),
            server=f"cdm-kiosk-{self._name}.local.",
            parsed_addresses=sorted(own_addresses(self._host)),
        )
