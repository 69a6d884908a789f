"""The commands, snapshots and feeds that stations use, under /api/v1."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from inspect import Parameter, Signature
from secrets import token_urlsafe
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Query, Request
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

from cdm_kiosk import __version__, wire
from cdm_kiosk.domain import disclosure
from cdm_kiosk.domain.bands import Band, come_back_at, wait_at_issue
from cdm_kiosk.domain.commands import TICKET_ID_BYTES
from cdm_kiosk.domain.events import Event, TicketEvent
from cdm_kiosk.domain.floor import Floor, Ticket
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.routing import people_ahead, zone_to_wait_in
from cdm_kiosk.domain.stations import StationRole, is_version
from cdm_kiosk.domain.verbs import VERBS, Verb
from cdm_kiosk.hub.callers import MADE_AT_HEADER, VERSION_HEADER, audience_of, by_whom, describe, stays
from cdm_kiosk.hub.clock import wall_clock
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.hub.problems import DOCUMENTED, KEY_HEADER
from cdm_kiosk.hub.register import Register

_KEY = Header(
    alias=KEY_HEADER,
    min_length=1,
    max_length=200,
    pattern=r"^[!-~]+$",
    description="A fresh one for each command; the same one when a command is sent again.",
)
Key = Annotated[str, _KEY]
MadeAt = Annotated[
    wire.Moment | None,
    Header(alias=MADE_AT_HEADER, description="When the station was asked, where the hub did not answer then."),
]
LastEventId = Annotated[
    str | None, Header(alias="Last-Event-ID", description="The last position heard; absent: from now on.")
]


StationVersion = Annotated[
    str | None, Header(alias=VERSION_HEADER, description="The version of the station's program, like 1.2.0.")
]


def new_ticket() -> str:
    """A ticket's id, which nobody can guess."""
    return token_urlsafe(TICKET_ID_BYTES)


@dataclass(frozen=True, slots=True)
class Hub:
    """What the endpoints need: the house, the address that a ticket's QR opens, and the ids of new tickets."""

    house: House
    ticket_url: Callable[[str], str]
    new_ticket: Callable[[], str] = new_ticket

    def issued(self, floor: Floor, ticket: Ticket, band: Band | None, at: datetime) -> wire.IssuedTicket:
        """All that a ticket says, with the wait that it has at ``at``."""
        return wire.IssuedTicket(
            id=ticket.id,
            number=ticket.number,
            label=ticket.label,
            theme=ticket.theme,
            zone=zone_to_wait_in(floor, ticket.theme).id,
            follow_url=self.ticket_url(ticket.id),
            band=band,
            come_back_at=None if band is None else come_back_at(band, floor.site.local(at)),
            people_ahead=people_ahead(floor, ticket),
        )


def install(app: FastAPI, hub: Hub, register: Register) -> None:
    """Add the API of one hub to ``app``; what ``register`` strikes off hears it no more."""
    app.include_router(_reading(hub, register), prefix="/api/v1", responses=DOCUMENTED)

    def description() -> dict[str, Any]:
        # What describes the verbs takes megabytes, and hardly any hub is ever asked for it.
        if app.openapi_schema is None:
            verbs = APIRouter()
            for verb in SPOKEN:
                _describe(verbs, verb)
            app.include_router(verbs, prefix="/api/v1", responses=DOCUMENTED)
            describe(FastAPI.openapi(app))
        return FastAPI.openapi(app)

    app.openapi = description  # type: ignore[method-assign]


def _describe(routes: APIRouter, verb: Verb) -> None:
    """Describe one verb; ``verb_endpoint`` answers it before a request comes here."""
    model, _ = ANSWERS[verb.answers]
    is_new = verb.answers == "issued"

    async def described(**_said: Any) -> None:
        raise HTTPException(404)

    described.__signature__ = _signature(verb)  # type: ignore[attr-defined]
    routes.add_api_route(
        verb.path,
        described,
        methods=[verb.method],
        name=verb.name.replace("-", "_"),
        description=verb.summary,
        tags=[verb.about],
        response_model=model,
        status_code=201 if is_new else 200,
        responses={200: {"model": model, "description": "Issued before, under the same key"}} if is_new else None,
    )


def _signature(verb: Verb) -> Signature:
    """What FastAPI reads to describe a verb: the path's fields, the key, and the body where there is one."""
    keyword = partial(Parameter, kind=Parameter.KEYWORD_ONLY)
    parts = [keyword(name, annotation=str) for name in verb.in_path]
    parts.append(keyword("key", annotation=Key))
    if verb.while_away:
        parts.append(keyword("made_at", annotation=MadeAt, default=None))
    if verb.may_say_nothing:
        parts.append(keyword("body", annotation=wire.body_of(verb) | None, default=None))
    elif verb.in_body:
        parts.append(keyword("body", annotation=wire.body_of(verb)))
    return Signature(parts)


def _issued(hub: Hub, command: Any, floor: Floor, _event: Event) -> Answer:
    ticket = floor.tickets[command.ticket]
    band = wait_at_issue(hub.house.outlook, floor, ticket)
    return Answer(201, hub.issued(floor, ticket, band, ticket.arrival).model_dump_json())


def _ticket(_hub: Hub, _command: Any, floor: Floor, event: Event) -> Answer:
    assert isinstance(event, TicketEvent)
    view = wire.TicketView.of(floor.tickets[event.ticket])
    return Answer(200, wire.TicketAnswer.model_construct(ticket=view).model_dump_json())


def _tickets(_hub: Hub, command: Any, floor: Floor, _event: Event) -> Answer:
    views = tuple(wire.TicketView.of(floor.tickets[name]) for name in command.tickets)
    return Answer(200, wire.TicketsAnswer.model_construct(tickets=views).model_dump_json())


def _shift(_hub: Hub, command: Any, floor: Floor, _event: Event) -> Answer:
    body = wire.ShiftAnswer(counter=command.counter, shift=floor.shifts.get(command.counter))
    return Answer(200, body.model_dump_json())


def _front(_hub: Hub, _command: Any, floor: Floor, _event: Event) -> Answer:
    return Answer(200, wire.FrontAnswer(front=floor.front).model_dump_json())


def _day(_hub: Hub, _command: Any, floor: Floor, _event: Event) -> Answer:
    return Answer(200, wire.DayAnswer(open=floor.is_open, date=floor.date).model_dump_json())


ANSWERS: Mapping[str, tuple[type[BaseModel], Callable[[Hub, Any, Floor, Event], Answer]]] = {
    "issued": (wire.IssuedTicket, _issued),
    "ticket": (wire.TicketAnswer, _ticket),
    "tickets": (wire.TicketsAnswer, _tickets),
    "shift": (wire.ShiftAnswer, _shift),
    "front": (wire.FrontAnswer, _front),
    "day": (wire.DayAnswer, _day),
}
SPOKEN = tuple(verb for verb in VERBS if verb.path and verb.answers in ANSWERS)
"""The verbs that ``verb_endpoint`` answers."""


def _reading(hub: Hub, register: Register) -> APIRouter:
    """What stations read, and follow."""
    routes, house = APIRouter(tags=["state"]), hub.house

    @routes.get("/state", response_model=wire.Snapshot | wire.KioskSnapshot | wire.PublicSnapshot)
    async def state(request: Request, audience: Audience | None = None) -> Response:
        """The floor as ``audience`` may see it, and the position from which its feed goes on.

        Without an audience it is the one of the role that asks.
        """
        shown = snapshot(house, audience_of(request, audience))
        return Response(shown.model_dump_json(), media_type="application/json")

    @routes.get("/events", response_class=EventSourceResponse)
    async def events(
        request: Request,
        hears: Annotated[Audience, Depends(_hears)],
        last_event_id: LastEventId = None,
        version: StationVersion = None,
    ) -> AsyncIterator[ServerSentEvent]:
        """What happens, as ``audience`` may hear it, from a position on, while the token is the station's.

        A station that has a name is missed at reception when it is away; an advisor's window if it is paired.
        """
        after = house.position if last_event_id is None else _position(last_event_id)
        by = by_whom(request)
        is_missed = bool(by.station) and (by.role is not Role.ADVISOR or register.is_paired(by.station))
        said = version if version is not None and is_version(version) else ""
        attended = house.stations.attend(by.station, StationRole(by.role), said) if is_missed else nullcontext()
        with attended:
            async with aclosing(house.feed.follow(hears, after, stays(request, register))) as frames:
                async for frame in frames:
                    yield frame

    @routes.get("/health", response_model=wire.Health)
    async def health() -> wire.Health:
        """The hub answers, and this is where its log stands."""
        return wire.Health(
            status="ok",
            protocol=wire.PROTOCOL,
            version=__version__,
            position=house.position,
            open=house.floor.is_open,
            ticket_pages=hub.ticket_url("").removesuffix("/t/"),
            now=wall_clock(),
        )

    return routes


def snapshot(house: House, audience: Audience) -> wire.Snapshot | wire.KioskSnapshot | wire.PublicSnapshot:
    """The floor as ``audience`` may see it."""
    floor, position, tempo = house.floor, house.position, house.tempo
    match audience:
        case Audience.STAFF:
            return wire.Snapshot.of(floor, position, tempo)
        case Audience.KIOSK:
            return wire.KioskSnapshot(position=position, tempo=tempo, site=floor.site, offers=house.offers())
        case Audience.PUBLIC:
            sign = disclosure.sign(floor.site)
            return wire.PublicSnapshot(position=position, tempo=tempo, sign=sign, board=house.board)


def _hears(request: Request, audience: Annotated[Audience | None, Query()] = None) -> Audience:
    """As whom a listener hears the feed, before its stream begins: afterwards no refusal could be told."""
    return audience_of(request, audience)


def _position(last_event_id: str) -> int:
    # What cannot be a position is not of this log: the feed answers it with a reset.
    is_position = last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 19
    return int(last_event_id) if is_position else -1
