"""The paths by which stations are paired, and by which reception takes them in, moves them and strikes them off."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import Response

from cdm_kiosk import __version__, wire
from cdm_kiosk.domain.errors import Unknown
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.pairing import check_place
from cdm_kiosk.hub import problems
from cdm_kiosk.hub.api import Key
from cdm_kiosk.hub.callers import only
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.house import House
from cdm_kiosk.hub.pairing_desk import PairingBusy, PairingDesk
from cdm_kiosk.hub.rate_limit import LONGEST_WAIT_S, RateLimit
from cdm_kiosk.hub.register import Register
from cdm_kiosk.store.register import PairedStation

STRANGERS_PER_S = 20.0
"""What is asked without a token is answered no faster: whoever floods the hub with it keeps no desk waiting."""
PAIRING_FRAME = "pairing"
PAIRED_FRAME = "paired"


def install(app: FastAPI, house: House, desk: PairingDesk, register: Register) -> None:
    """Add pairing and the register's routes to ``app``."""
    app.add_exception_handler(PairingBusy, _busy)
    documented = {**problems.DOCUMENTED, 429: {**problems.DOCUMENTED[409], "description": "Too Many Requests"}}
    app.include_router(_strangers(desk), prefix="/api/v1", responses=documented)
    app.include_router(_reception(house, desk, register), prefix="/api/v1", responses=problems.DOCUMENTED)
    _keep_told(house, register)


def _keep_told(house: House, register: Register) -> None:
    """Tell reception of the paired stations now and at each change; who is none any more is missed by nobody."""
    known: dict[str, str] = {}

    def tell() -> None:
        names = {each.id: each.name for each in register.stations}
        for station, name in known.items():
            if station not in names and name not in names.values():
                house.stations.forget(name)
            elif station in names and names[station] != name:
                house.stations.rename(name, names[station])
        known.clear()
        known.update(names)
        house.feed.tell(Audience.STAFF, PAIRED_FRAME, _all(register))

    register.on_change(tell)
    tell()
    # A reception that comes back to a hub that was started again must not go on showing who was there before.
    told_to(house)(None)


def told_to(house: House) -> Callable[[wire.PendingPairing | None], None]:
    """Tells reception who wants to be paired, beside the log."""
    return lambda pending: house.feed.tell(
        Audience.STAFF, PAIRING_FRAME, wire.Pairings(pending=pending).model_dump_json()
    )


def _strangers(desk: PairingDesk) -> APIRouter:
    routes = APIRouter(prefix="/pairing", tags=["pairing"])
    limit = RateLimit(STRANGERS_PER_S)

    async def in_turn() -> None:
        if not await limit.wait():
            raise PairingBusy(LONGEST_WAIT_S)

    slowly = [Depends(in_turn)]

    @routes.post("", response_model=wire.PairingBegun, status_code=201, dependencies=slowly)
    async def begin(body: wire.PairingBody) -> Response:
        """A station that nobody knows yet says what it wants to be, and commits to its number."""
        said = bytes.fromhex(body.commitment)
        pairing, commitment = desk.begin(body.pairing, body.version, body.role, body.name, said)
        return _json(wire.PairingBegun(id=pairing, commitment=commitment.hex()).model_dump_json(), 201)

    @routes.post("/{pairing}/nonce", response_model=wire.NonceTold, dependencies=slowly)
    async def reveal(pairing: str, body: wire.NonceBody) -> Response:
        """The station tells the number that it committed to, then the hub its own: both show the same digits."""
        return _json(wire.NonceTold(nonce=desk.reveal(pairing, bytes.fromhex(body.nonce)).hex()).model_dump_json())

    @routes.get("/{pairing}", response_model=wire.PairingOutcome)
    async def outcome(pairing: str) -> Response:
        """How the pairing stands, as soon as reception has decided, or after ten seconds."""
        return _json((await desk.outcome(pairing)).model_dump_json())

    return routes


def _reception(house: House, desk: PairingDesk, register: Register) -> APIRouter:
    routes = APIRouter(prefix="/stations", tags=["stations"], dependencies=[Depends(only(Role.RECEPTION))])

    @routes.get("", response_model=wire.StationsAnswer)
    async def stations() -> Response:
        """The paired stations."""
        return _json(_all(register))

    @routes.post("/pairing/{pairing}/accept", response_model=wire.StationsAnswer)
    async def accept(pairing: str, body: wire.AcceptBody, _key: Key) -> Response:
        """Take in the station that shows this number; any other number sends it away."""
        desk.accept(pairing, body.number, body.role, body.name, body.place, body.replace)
        return _json(_all(register))

    @routes.post("/pairing/{pairing}/refuse", response_model=wire.StationsAnswer)
    async def refuse(pairing: str, _key: Key) -> Response:
        """Send the station away."""
        desk.refuse(pairing)
        return _json(_all(register))

    @routes.patch("/{station}", response_model=wire.StationsAnswer)
    async def change(station: str, body: wire.StationBody, _key: Key) -> Response:
        """Give a paired station another name, or another place."""
        register.read_again()
        known = _paired(register, station)
        if body.place is not None:
            check_place(house.floor.site, known.role, body.place)
        if body.name is not None and body.name != known.name:
            register.rename(station, body.name)
        if body.place is not None and body.place != known.place:
            register.move(station, body.place)
        return _json(_all(register))

    @routes.delete("/{station}", response_model=wire.StationsAnswer)
    async def strike_off(station: str, _key: Key) -> Response:
        """Strike a station off: its line ends at once."""
        register.read_again()
        register.remove(station)
        return _json(_all(register))

    return routes


def _paired(register: Register, station: str) -> PairedStation:
    for each in register.stations:
        if each.id == station:
            return each
    raise Unknown(Code.NOT_PAIRED, "station")


def _all(register: Register) -> str:
    views = tuple(
        wire.StationView(id=each.id, role=each.role, name=each.name, place=each.place, paired_on=each.paired_on)
        for each in register.stations
    )
    return wire.StationsAnswer(version=__version__, stations=views).model_dump_json()


def _json(body: str, status: int = 200) -> Response:
    # A token stays out of every cache.
    return Response(body, status, media_type="application/json", headers={"Cache-Control": "no-store"})


async def _busy(_request: Request, error: Exception) -> Response:
    assert isinstance(error, PairingBusy)
    answer = problems.as_response(wire.Problem(**problems.about(429, error)))
    answer.headers["Retry-After"] = str(error.retry_after_s)
    return answer
