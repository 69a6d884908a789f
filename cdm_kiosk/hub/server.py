"""Runs a hub: the listening socket, the application around the house, and a clean stop with its feeds."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import ipaddress
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from cdm_kiosk import RELEASED, __version__
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.site import Site
from cdm_kiosk.ending import end_within
from cdm_kiosk.hub import admin, api, errands, problems
from cdm_kiosk.hub.bounded_http import BoundedHttp, DeskHttp, PhoneHttp
from cdm_kiosk.hub.callers import Callers
from cdm_kiosk.hub.clock import steady_clock, wall_clock
from cdm_kiosk.hub.faults import HubFault
from cdm_kiosk.hub.forecaster import Forecaster
from cdm_kiosk.hub.gate import Gate, of_a_command, of_a_form
from cdm_kiosk.hub.house import House
from cdm_kiosk.hub.phones_server import PhonesServer
from cdm_kiosk.hub.pin import PinLock
from cdm_kiosk.hub.reach import pages_url
from cdm_kiosk.hub.site_book import SiteBook
from cdm_kiosk.hub.verb_endpoint import VerbEndpoint
from cdm_kiosk.hub.visitors import Visitors
from cdm_kiosk.options import HubOptions, VisitorsListener
from cdm_kiosk.store.data_folder import holding
from cdm_kiosk.store.day_log import DayLog

logger = logging.getLogger(__name__)

FEEDS_END_WITHIN_S = 1
ENDS_WITHIN_S = 1.8
"""After that the hub is gone, whatever still runs: as a power cut, it loses nothing."""
SWITCH_S = 0.0005
"""For so long one thread may keep the others waiting."""
BACKLOG = 2048
VISITORS_AT_ONCE = 4000
"""Connections of phones, handshakes included: beyond them none is taken, and the desk goes on."""
DESCRIPTORS = 8192
"""Open files and connections that the hub asks the system for; many grant 1024 until they are asked."""
FOR_THE_DESKS = 300
"""Of them, those that no phone may take."""


def application(house: House, ticket_url: Callable[[str], str], administration: admin.Administration) -> ASGIApp:
    """The hub's HTTP face around ``house`` for stations; whoever serves it opens the house."""
    app = FastAPI(
        title="cdm-kiosk hub",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    problems.install(app)
    hub = api.Hub(house, ticket_url)
    api.install(app, hub)
    admin.install(app, administration)
    errands.install(app, hub, administration.lock)
    return Gate(Callers(VerbEndpoint(hub, app)), of_a_command)


def listen(host: str, port: int) -> socket.socket:
    """A bound socket on this machine only; raises HubFault for any other address or a port in use."""
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise HubFault(Code.BAD_ADDRESS, host=host, like="127.0.0.1") from None
    if not address.is_loopback:
        raise HubFault(Code.ADDRESS_NOT_LOCAL, host=host)
    return _bound(address, port, "--port")


def listen_for_visitors(listening: VisitorsListener) -> socket.socket:
    """A bound socket for ticket pages; raises HubFault for what is no address, or a port in use."""
    try:
        address = ipaddress.ip_address(listening.host)
    except ValueError:
        raise HubFault(Code.BAD_ADDRESS, host=listening.host, like="0.0.0.0 (all)") from None
    return _bound(address, listening.port, "--visitors-port")


def _bound(address: ipaddress.IPv4Address | ipaddress.IPv6Address, port: int, option: str) -> socket.socket:
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
        raise HubFault(Code.PORT_IN_USE, port=port, why=str(error), option=option) from None
    return listening


def phones_at_once() -> int:
    """How many connections of phones leave enough for the desks, once the system was asked for more."""
    if sys.platform == "win32":
        return VISITORS_AT_ONCE
    import resource

    granted, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if granted < DESCRIPTORS:
        granted = DESCRIPTORS if most == resource.RLIM_INFINITY else min(DESCRIPTORS, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (granted, most))
    return min(VISITORS_AT_ONCE, granted - FOR_THE_DESKS)


class _Server(uvicorn.Server):
    """uvicorn, with feeds that end when it stops, and the visitors' listener beside it."""

    def __init__(
        self, config: uvicorn.Config, house: House, visitors: uvicorn.Server, for_visitors: socket.socket, said: str
    ) -> None:
        super().__init__(config)
        self._house = house
        self._visitors = visitors
        self._for_visitors = for_visitors
        self._said = said

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.stop()
        super().handle_exit(sig, frame)

    def stop(self) -> None:
        """End soon, and at the latest after ``ENDS_WITHIN_S``."""
        if not self.should_exit:
            end_within(ENDS_WITHIN_S)
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        # Here rather than in a lifespan, where a fault would be a traceback in place of a sentence.
        await self._house.open()
        await super().startup(sockets)
        self._visiting = asyncio.create_task(self._visitors.serve([self._for_visitors]))
        # What is loaded now stays: the collector need not walk it in the middle of somebody's ticket.
        gc.freeze()
        # A command makes some hundred objects and hardly ever a cycle.
        gc.set_threshold(20_000, 20, 20)
        # The log's thread asks for its turn some eight times an append: five milliseconds each would be felt.
        sys.setswitchinterval(SWITCH_S)
        print(self._said, flush=True)  # noqa: T201 (the contract of `cdm-kiosk hub`)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._house.feed.close()
        self._visitors.should_exit = True
        await asyncio.gather(self._visiting, super().shutdown(sockets))
        await self._house.close()


def run(site: Site, book: SiteBook, folder: Path, options: HubOptions) -> None:
    """Serve ``site``, which ``book`` holds, from the data in ``folder`` until SIGTERM or SIGINT.

    With ``until_parent_leaves`` the hub also stops when its standard input ends, which happens however the process
    that started it ends. Raises HubFault or StoreFault before anything is served.
    """
    listening = listen(options.host, options.port)
    try:
        with holding(folder), listen_for_visitors(options.visitors) as for_visitors:
            _serve(site, book, folder, listening, for_visitors, options)
    finally:
        listening.close()


def _serve(
    site: Site,
    book: SiteBook,
    folder: Path,
    listening: socket.socket,
    for_visitors: socket.socket,
    options: HubOptions,
) -> None:
    forecaster = Forecaster()
    house = House(site, partial(DayLog, folder), wall_clock, options.tempo, steady_clock, RELEASED, forecaster)
    visitors = options.visitors
    encrypted = visitors.certificate is not None
    bound: tuple[str, int] = for_visitors.getsockname()[:2]

    def pages() -> str:
        return pages_url(house.floor.site.ticket_pages, bound, encrypted)

    application_of_stations = application(
        house,
        lambda ticket: f"{pages()}/t/{ticket}",
        admin.Administration(house, book, PinLock(folder, time.monotonic)),
    )
    said = f"listening on {_url(listening)}\nticket pages on {pages()}"
    door = _config(Gate(Visitors(house), of_a_form), PhoneHttp, visitors.certificate, visitors.key)
    # A phone that changed networks would ask over one dead kept line after the other; nor may a line ask for ever.
    door.headers = [("connection", "close")]
    try:
        door.load()
    except (OSError, ValueError) as error:
        raise HubFault(Code.BAD_CERTIFICATE, file=str(visitors.certificate), why=str(error)) from None
    server = _Server(
        _config(application_of_stations, DeskHttp), house, PhonesServer(door, phones_at_once()), for_visitors, said
    )
    if options.until_parent_leaves:
        threading.Thread(target=_stop_at_end_of_input, args=(server,), daemon=True).start()
    # uvicorn raises the signal that stopped it once more; here a stop that was asked for is a good end.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError), contextlib.closing(forecaster):
        server.run(sockets=[listening])


def _config(
    app: ASGIApp, http: type[BoundedHttp], certificate: Path | None = None, key: Path | None = None
) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        http=http,
        ws="none",
        lifespan="off",
        backlog=BACKLOG,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=FEEDS_END_WITHIN_S,
        timeout_keep_alive=75,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )


def _url(listening: socket.socket) -> str:
    name, port = listening.getsockname()[:2]
    return f"http://{f'[{name}]' if ':' in name else name}:{port}"


def _stop_at_end_of_input(server: _Server) -> None:
    # Not through sys.stdin, whose lock would be held when the interpreter ends, which it answers by an abort.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    server.stop()
