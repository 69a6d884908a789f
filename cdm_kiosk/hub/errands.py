"""What stations say of themselves, and what people elsewhere ask of a kiosk's printer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import Response

from cdm_kiosk import wire
from cdm_kiosk.domain.bands import wait_of
from cdm_kiosk.domain.decisions.found import ticket_of_today
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.hub import admin
from cdm_kiosk.hub.api import Hub, Key
from cdm_kiosk.hub.callers import by_whom, itself, only
from cdm_kiosk.hub.encryption import Encryption
from cdm_kiosk.hub.house import House
from cdm_kiosk.hub.pin import PinLock
from cdm_kiosk.hub.problems import DOCUMENTED

Itself = Annotated[str, Depends(itself)]
"""The name of the station that asks, by its token."""


def install(app: FastAPI, hub: Hub, lock: PinLock, encryption: Encryption | None) -> None:
    """Add the stations' own routes, reception's and administration's to ``app``."""
    for part in (_trust(encryption), _station(hub.house), _reception(hub)):
        app.include_router(part, prefix="/api/v1", responses=DOCUMENTED)
    app.include_router(_administration(hub.house, lock), prefix="/api/v1/admin", responses=admin.DOCUMENTED)


def _trust(encryption: Encryption | None) -> APIRouter:
    routes = APIRouter(tags=["stations"])

    @routes.post("/trust", response_model=wire.KnownHub)
    async def know(request: Request, body: wire.KnownHub, _key: Key) -> Response:
        """A station says by which certificates it knows this hub: the next one is used when all know it."""
        if encryption is not None:
            encryption.keeps(by_whom(request).station, body.fingerprints)
        return _json(body.model_dump_json())

    return routes


def _station(house: House) -> APIRouter:
    routes = APIRouter(prefix="/stations/{name}", tags=["stations"])

    kiosk = [Depends(only(Role.KIOSK))]

    @routes.post("/alive", response_model=wire.Alive)
    async def alive(name: Itself) -> Response:
        """A station that listens says, every two seconds, that it runs; the answer has the name that it has now."""
        house.stations.alive(name)
        return _json(wire.Alive(name=name).model_dump_json())

    @routes.put("/paper", response_model=wire.PaperBody, dependencies=kiosk)
    async def paper(name: Itself, body: wire.PaperBody, _key: Key) -> Response:
        """A kiosk says how its paper is, whenever that changes."""
        house.stations.paper(name, body.state, body.printer, body.found)
        return _json(body.model_dump_json())

    @routes.put("/trial", response_model=wire.TrialBody, dependencies=kiosk)
    async def trial(name: Itself, body: wire.TrialBody, _key: Key) -> Response:
        """A kiosk says whether the trial that it was asked for came."""
        house.stations.tried(name, body.came)
        return _json(body.model_dump_json())

    @routes.post("/errands/fetch", response_model=wire.Errands, dependencies=kiosk)
    async def fetch(name: Itself, _key: Key) -> Response:
        """What the kiosk is asked for, given once: rather no paper after a lost answer than two."""
        return _json(wire.Errands(errands=house.stations.fetch(name)).model_dump_json())

    return routes


def _reception(hub: Hub) -> APIRouter:
    routes = APIRouter(prefix="/tickets/{ticket}", tags=["tickets"], dependencies=[Depends(only(Role.RECEPTION))])
    house = hub.house

    @routes.post("/print", response_model=wire.PrintBody, status_code=202)
    async def print_ticket(ticket: str, body: wire.PrintBody, key: Key) -> Response:
        """Print a ticket once more at a kiosk, with the wait that is left."""
        floor = house.floor
        known = ticket_of_today(floor, ticket)
        issued = hub.issued(floor, known, wait_of(floor, house.outlook, known, house.now()), house.now())
        house.stations.ask(body.station, wire.TicketErrand(ticket=issued, language=known.language), key)
        return _json(body.model_dump_json(), 202)

    return routes


def _administration(house: House, lock: PinLock) -> APIRouter:
    routes = admin.behind(lock)

    @routes.post("/stations/{name}/printer", response_model=wire.PrinterBody, status_code=202)
    async def printer(name: str, body: wire.PrinterBody, key: Key) -> Response:
        """Have a kiosk use another printer from now on, after a restart too."""
        house.stations.ask(name, wire.PrinterErrand(printer=body.printer), key)
        return _json(body.model_dump_json(), 202)

    @routes.post("/stations/{name}/trial", response_model=wire.TrialErrand, status_code=202)
    async def trial(name: str, key: Key) -> Response:
        """Have a kiosk print a trial."""
        errand = wire.TrialErrand()
        house.stations.ask(name, errand, key)
        return _json(errand.model_dump_json(), 202)

    return routes


def _json(body: str, status: int = 200) -> Response:
    return Response(body, status, media_type="application/json")
