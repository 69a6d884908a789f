"""Runs a hub: the listening socket, the application around the house, and a clean stop with its feeds."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import ipaddress
import logging
import signal
import socket
import sys
import threading
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from cdm_kiosk import __version__
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.hub import admin, api, problems, ticket_page
from cdm_kiosk.hub.bounded_http import BoundedHttp
from cdm_kiosk.hub.gate import Gate
from cdm_kiosk.hub.house import House
from cdm_kiosk.hub.pin import PinLock
from cdm_kiosk.hub.site_book import SiteBook
from cdm_kiosk.store.day_log import DayLog

logger = logging.getLogger(__name__)

FEEDS_END_WITHIN_S = 3
BACKLOG = 2048


class HubFault(Exception):
    """The hub cannot start; ``sentence`` tells its keeper why and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def application(house: House, base_url: str, administration: admin.Administration) -> ASGIApp:
    """The hub's HTTP face around ``house``, reachable at ``base_url``; whoever serves it opens the house."""
    app = FastAPI(
        title="cdm-kiosk hub",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    problems.install(app)
    api.install(app, api.Hub(house, lambda ticket: f"{base_url}/t/{ticket}"))
    admin.install(app, administration)
    app.include_router(ticket_page.router(house))
    return Gate(app)


def listen(host: str, port: int) -> socket.socket:
    """A bound socket on this machine only; raises HubFault for any other address or a port in use."""
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise HubFault("bad_address", f'"{host}" is not an address. Expected 127.0.0.1.') from None
    if not address.is_loopback:
        raise HubFault(
            "address_not_local",
            f"The hub only listens on this machine for now (127.0.0.1), not on {host}: stations on other machines "
            "come with pairing and encryption.",
        )
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    # After a crash the port must be free at once; on Windows the same option would share it.
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((str(address), port))
        # Two hubs may both bind before either listens; only one may listen.
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        raise HubFault(
            "port_in_use",
            f"Port {port} cannot be used ({error}). Is another hub running? Choose another with --port.",
        ) from None
    return listening


class _Server(uvicorn.Server):
    """uvicorn, with feeds that end when it stops and one line that says when it answers."""

    def __init__(self, config: uvicorn.Config, house: House, base_url: str) -> None:
        super().__init__(config)
        self._house = house
        self._base_url = base_url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        # Here rather than in a lifespan, where a fault would be a traceback in place of a sentence.
        await self._house.open()
        await super().startup(sockets)
        # What is loaded now stays: the collector need not walk it in the middle of somebody's ticket.
        gc.freeze()
        # A command makes some hundred objects and hardly ever a cycle.
        gc.set_threshold(20_000, 20, 20)
        print(f"listening on {self._base_url}", flush=True)  # noqa: T201 (the contract of `cdm-kiosk hub`)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._house.feed.close()
        await super().shutdown(sockets)
        await self._house.close()


def run(
    site: Site,
    book: SiteBook,
    folder: Path,
    host: str,
    port: int,
    until_parent_leaves: bool = False,
    tempo: Tempo | None = None,
) -> None:
    """Serve ``site``, which ``book`` holds, from the data in ``folder`` until SIGTERM or SIGINT.

    With ``until_parent_leaves`` the hub also stops when its standard input ends, which happens however the process
    that started it ends. Raises HubFault or StoreFault before anything is served.
    """
    listening = listen(host, port)
    try:
        name, bound_port = listening.getsockname()[:2]
        base_url = f"http://{f'[{name}]' if ':' in name else name}:{bound_port}"
        house = House(site, partial(DayLog, folder), lambda: datetime.now(UTC), tempo)
        config = uvicorn.Config(
            application(house, base_url, admin.Administration(house, book, PinLock(folder, time.monotonic))),
            log_config=None,
            http=BoundedHttp,
            ws="none",
            lifespan="off",
            backlog=BACKLOG,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=FEEDS_END_WITHIN_S,
            timeout_keep_alive=75,
        )
        server = _Server(config, house, base_url)
        if until_parent_leaves:
            threading.Thread(target=_stop_at_end_of_input, args=(server,), daemon=True).start()
        # uvicorn raises the signal that stopped it once more; here a stop that was asked for is a good end.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
            server.run(sockets=[listening])
    finally:
        listening.close()


def _stop_at_end_of_input(server: uvicorn.Server) -> None:
    while sys.stdin.buffer.read(1024):
        pass
    server.should_exit = True
