"""Runs a hub: the listening socket, the application around the house, and a clean stop with its feeds."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp

from cdm_kiosk import RELEASED, __version__
from cdm_kiosk.disk import write_whole
from cdm_kiosk.domain.announcement import Announcement
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.ending import end_within
from cdm_kiosk.hub import admin, api, errands, pairing, problems
from cdm_kiosk.hub.announce import Announcer
from cdm_kiosk.hub.bounded_http import BoundedHttp, DeskHttp, PhoneHttp, StationHttp
from cdm_kiosk.hub.bounded_server import BoundedServer, Settled
from cdm_kiosk.hub.callers import Callers
from cdm_kiosk.hub.clock import steady_clock, wall_clock
from cdm_kiosk.hub.encryption import LOOK_EVERY_S, Encryption, certificates
from cdm_kiosk.hub.faults import HubFault
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.forecaster import Forecaster
from cdm_kiosk.hub.gate import Gate, of_a_command, of_a_form
from cdm_kiosk.hub.house import House
from cdm_kiosk.hub.listeners import BACKLOG, is_this_machine, listen, listen_for_visitors, url
from cdm_kiosk.hub.pairing_desk import PairingDesk
from cdm_kiosk.hub.pin import PinLock
from cdm_kiosk.hub.reach import pages_url
from cdm_kiosk.hub.register import Register
from cdm_kiosk.hub.site_book import SiteBook
from cdm_kiosk.hub.verb_endpoint import VerbEndpoint
from cdm_kiosk.hub.visitors import Visitors
from cdm_kiosk.options import HubOptions
from cdm_kiosk.store.data_folder import holding
from cdm_kiosk.store.day_log import DayLog
from cdm_kiosk.wire import PROTOCOL

logger = logging.getLogger(__name__)

FEEDS_END_WITHIN_S = 1
ENDS_WITHIN_S = 1.8
"""After that the hub is gone, whatever still runs: as a power cut, it loses nothing."""
SWITCH_S = 0.0005
"""For so long one thread may keep the others waiting."""
VISITORS_AT_ONCE = 4000
"""Connections of phones, handshakes included: beyond them none is taken, and the desk goes on."""
STATIONS_AT_ONCE = 1000
"""Connections from other machines, handshakes included: each of some sixty stations holds a few."""
DESCRIPTORS = 8192
"""Open files and connections that the hub asks the system for; many grant 1024 until they are asked."""
OF_THE_HUB = 300
"""Of them, those that neither phones nor other machines may take."""


def application(
    house: House,
    ticket_url: Callable[[str], str],
    administration: admin.Administration,
    register: Register,
    encryption: Encryption | None = None,
) -> ASGIApp:
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
    api.install(app, hub, register)
    admin.install(app, administration)
    errands.install(app, hub, administration.lock, encryption)
    desk = PairingDesk(
        register, lambda: house.floor.site, encryption, time.monotonic, pairing.told_to(house), _say, house.now
    )
    pairing.install(app, house, desk, register)
    register.on_change(house.feed.look_again)
    return Gate(Callers(Settled(VerbEndpoint(hub, app)), register), of_a_command)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (whoever starts a hub reads along)


def descriptors() -> int:
    """How many files and connections the system grants, once it was asked for more."""
    if sys.platform == "win32":
        return DESCRIPTORS
    import resource

    granted, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if granted < DESCRIPTORS:
        granted = DESCRIPTORS if most == resource.RLIM_INFINITY else min(DESCRIPTORS, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (granted, most))
    return granted


def at_once(granted: int, on_a_network: bool) -> tuple[int, int]:
    """How many connections of phones, and of stations elsewhere, leave enough of the ``granted`` for the hub."""
    stations = min(STATIONS_AT_ONCE, granted // 4) if on_a_network else 0
    return min(VISITORS_AT_ONCE, granted - OF_THE_HUB - stations), stations


Work = Callable[[], Coroutine[Any, Any, None]]


class _Server(uvicorn.Server):
    """uvicorn, with feeds that end when it stops, and the listeners ``beside`` it for those of the network.

    ``works`` run as long as the server does.
    """

    def __init__(
        self,
        config: uvicorn.Config,
        house: House,
        beside: Sequence[tuple[BoundedServer, socket.socket]],
        said: str,
        works: Sequence[Work],
    ) -> None:
        super().__init__(config)
        self._house = house
        self._beside = beside
        self._works = works
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
        self._serving = [asyncio.create_task(server.serve([listening])) for server, listening in self._beside]
        self._working = [asyncio.create_task(work()) for work in self._works]
        # What is loaded now stays: the collector need not walk it in the middle of somebody's ticket.
        gc.freeze()
        # A command makes some hundred objects and hardly ever a cycle.
        gc.set_threshold(20_000, 20, 20)
        # The log's thread asks for its turn some eight times an append: five milliseconds each would be felt.
        sys.setswitchinterval(SWITCH_S)
        print(self._said, flush=True)  # noqa: T201 (the contract of `cdm-kiosk hub`)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._house.feed.close()
        for server, _ in self._beside:
            server.should_exit = True
        for each in self._working:
            each.cancel()
        ended = asyncio.gather(*self._working, return_exceptions=True)
        await asyncio.gather(ended, *self._serving, super().shutdown(sockets))
        await self._house.close()


async def _keep_up(encryption: Encryption) -> None:
    encryption.tell()
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        encryption.look()


def run(site: Site, book: SiteBook, folder: Path, options: HubOptions) -> None:
    """Serve ``site``, which ``book`` holds, from the data in ``folder`` until SIGTERM or SIGINT.

    With ``until_parent_leaves`` the hub also stops when its standard input ends, which happens however the process
    that started it ends. Raises HubFault or StoreFault before anything is served.
    """
    if (options.certificate is None) is not (options.key is None):
        raise HubFault(Code.CERTIFICATE_WITHOUT_KEY)
    listening = listen(options.host, options.port)
    if options.certificate is not None and is_this_machine(listening):
        listening.close()
        raise HubFault(Code.CERTIFICATE_FOR_NOBODY, host=options.host)
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
    register = Register(folder, lambda: house.floor.site.local(wall_clock()).date())
    encryption = None if is_this_machine(listening) else _encryption(house, register, folder, options)
    visitors = options.visitors
    encrypted = visitors.certificate is not None
    bound: tuple[str, int] = for_visitors.getsockname()[:2]

    def pages() -> str:
        return pages_url(house.floor.site.ticket_pages, bound, encrypted)

    application_of_stations = application(
        house,
        lambda ticket: f"{pages()}/t/{ticket}",
        admin.Administration(house, book, PinLock(folder, time.monotonic)),
        register,
        encryption,
    )
    said = f"listening on {url(listening)}\nticket pages on {pages()}"
    door = _config(Gate(Visitors(house), of_a_form), PhoneHttp, visitors.certificate, visitors.key)
    # A phone that changed networks would ask over one dead kept line after the other; nor may a line ask for ever.
    door.headers = [("connection", "close")]
    try:
        door.load()
    except (OSError, ValueError) as error:
        raise HubFault(Code.BAD_CERTIFICATE, file=str(visitors.certificate), why=str(error)) from None
    phones, stations = at_once(descriptors(), encryption is not None)
    beside = [(BoundedServer(door, phones, lambda: door.ssl), for_visitors)]
    config = _config(application_of_stations, DeskHttp if encryption is None else StationHttp)
    works: list[Work] = [register.keep_up]
    if encryption is not None:
        beside.append((BoundedServer(config, stations, encryption.context), listening))
        works += [partial(_keep_up, encryption), _announcer(house, encryption, listening).run]
    server = _Server(config, house, beside, said, works)
    for role, file in options.grants:
        write_grant(register, role, file)
    if options.until_parent_leaves:
        if options.takes_grants:
            _take_grants(register)
        threading.Thread(target=_stop_at_end_of_input, args=(server,), daemon=True).start()
    # uvicorn raises the signal that stopped it once more; here a stop that was asked for is a good end.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError), contextlib.closing(forecaster):
        server.run(sockets=[listening] if encryption is None else [])


def _encryption(house: House, register: Register, folder: Path, options: HubOptions) -> Encryption:
    def tell(trust: Trust) -> None:
        for audience in Audience:
            house.feed.tell(audience, "trust", json.dumps(trust.said()))

    def paired() -> list[str]:
        return [station.name for station in register.stations]

    return Encryption(folder, certificates(folder, options), paired, tell)


def _announcer(house: House, encryption: Encryption, listening: socket.socket) -> Announcer:
    def told() -> Announcement:
        site = house.floor.site
        return Announcement(site.id, site.name, encryption.fingerprint, PROTOCOL)

    host, port = listening.getsockname()[:2]
    return Announcer(told, host, port)


def write_grant(register: Register, role: Role, file: Path) -> None:
    """A fresh token of ``role`` in a file of its owner alone; raises HubFault where the disk does not take it."""
    try:
        write_whole(file, register.grant(role).encode("ascii"))
    except OSError as error:
        raise HubFault(Code.GRANT_UNWRITABLE, file=str(file), why=error.strerror or "") from None


def _take_grants(register: Register) -> None:
    """Take the hashes of the tokens that the parent made for its stations: one line of JSON, by role."""
    line = b""
    while not line.endswith(b"\n"):
        more = os.read(sys.stdin.fileno(), 1)
        if not more:
            # The parent is gone; so is this hub, as soon as it looks.
            return
        line += more
    for role, token_sha256 in json.loads(line).items():
        register.admit(Role(role), token_sha256)


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


def _stop_at_end_of_input(server: _Server) -> None:
    # Not through sys.stdin, whose lock would be held when the interpreter ends, which it answers by an abort.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    server.stop()
