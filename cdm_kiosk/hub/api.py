"""The commands, snapshots and feeds that stations use, under /api/v1."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, FastAPI, Header, Query
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from cdm_kiosk import __version__, wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import day, disclosure
from cdm_kiosk.domain.bands import Band, come_back_at, wait_at_issue
from cdm_kiosk.domain.events import Event, TicketEvent
from cdm_kiosk.domain.floor import Floor, Ticket
from cdm_kiosk.domain.routing import people_ahead, zone_to_wait_in
from cdm_kiosk.domain.stations import StationRole
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.house import Answer, Answerer, House
from cdm_kiosk.hub.problems import DOCUMENTED, KEY_HEADER

Key = Annotated[
    str,
    Header(
        alias=KEY_HEADER,
        min_length=1,
        max_length=200,
        pattern=r"^[!-~]+$",
        description="A fresh one for each command; the same one when a command is sent again.",
    ),
]
OptionalKey = Annotated[str | None, Header(alias=KEY_HEADER, min_length=1, max_length=200, pattern=r"^[!-~]+$")]
LastEventId = Annotated[
    str | None, Header(alias="Last-Event-ID", description="The last position heard; absent: from now on.")
]
TICKET_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Hub:
    """What the endpoints need: the house, and the address that a ticket's QR opens."""

    house: House
    ticket_url: Callable[[str], str]

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


def install(app: FastAPI, hub: Hub) -> None:
    """Add the API of one hub to ``app``, part by part: each router around a router costs every request a walk."""
    for part in (_tickets(hub), _counters(hub), _day(hub), _front(hub), _sight(hub.house), _pages(hub)):
        app.include_router(part, prefix="/api/v1", responses=DOCUMENTED)


def _tickets(hub: Hub) -> APIRouter:
    routes = APIRouter(prefix="/tickets", tags=["tickets"])
    house = hub.house

    @routes.post(
        "",
        status_code=201,
        response_model=wire.IssuedTicket,
        responses={200: {"model": wire.IssuedTicket, "description": "Issued before, under the same key"}},
    )
    async def issue(body: wire.IssueBody, key: Key) -> Response:
        """Give the next number of the day."""
        command = c.IssueTicket(
            secrets.token_urlsafe(TICKET_ID_BYTES),
            body.theme,
            body.language,
            body.accessible,
            body.people,
            body.precedence,
            body.anyway,
        )

        def answer(floor: Floor, _event: Event) -> Answer:
            ticket = floor.tickets[command.ticket]
            band = wait_at_issue(house.outlook, floor, ticket)
            return Answer(201, hub.issued(floor, ticket, band, ticket.arrival).model_dump_json())

        return _response(await house.carry_out(command, answer, key, f"issue {body.model_dump_json()}"))

    @routes.post("/{ticket}/back", response_model=wire.TicketAnswer)
    async def back(ticket: str, key: Key) -> Response:
        """A visitor who was absent, or was asked to wait aside, is there: wait again, in the old place."""
        return _response(await house.carry_out(c.BringBack(ticket), _ticket_answer(ticket), key, f"back {ticket}"))

    @routes.post("/{ticket}/precedence", response_model=wire.TicketAnswer)
    async def precedence(ticket: str, body: wire.PrecedenceBody, key: Key) -> Response:
        """Reception lets this visitor go earlier; no reason is asked or kept."""
        command = c.GivePrecedence(ticket, body.precedence)
        fingerprint = f"precedence {ticket} {body.precedence}"
        return _response(await house.carry_out(command, _ticket_answer(ticket), key, fingerprint))

    @routes.post("/{ticket}/correct", response_model=wire.TicketAnswer)
    async def correct(ticket: str, body: wire.CorrectBody, key: Key) -> Response:
        """The theme or language of a ticket was wrong: the visitor keeps number and place."""
        command = c.CorrectTicket(ticket, body.theme, body.language)
        fingerprint = f"correct {ticket} {body.model_dump_json()}"
        return _response(await house.carry_out(command, _ticket_answer(ticket), key, fingerprint))

    @routes.post("/{ticket}/paper", response_model=wire.TicketAnswer)
    async def paper(ticket: str, body: wire.TicketPaperBody, key: Key) -> Response:
        """A printer's word that reception must know: the paper came, or may be in nobody's hands."""
        command = c.TellPaper(ticket, body.came)
        fingerprint = f"paper {ticket} {body.came}"
        return _response(await house.carry_out(command, _ticket_answer(ticket), key, fingerprint))

    @routes.post("/{ticket}/withdraw", response_model=wire.TicketAnswer)
    async def withdraw(ticket: str, key: Key) -> Response:
        """The visitor gives up the turn."""
        return _response(
            await house.carry_out(c.Withdraw(ticket), _ticket_answer(ticket), key, f"withdraw {ticket}")
        )

    return routes


def _counters(hub: Hub) -> APIRouter:
    routes = APIRouter(prefix="/counters/{counter}", tags=["counters"])
    house = hub.house

    @routes.put("/shift", response_model=wire.ShiftAnswer)
    async def open_shift(counter: str, body: wire.ShiftBody, key: OptionalKey = None) -> Response:
        """Open a shift at a counter, or change the one that is open."""
        command = c.OpenShift(counter, body.themes, body.overflow, body.languages, body.until)
        fingerprint = f"shift {counter} {body.model_dump_json()}"
        return _response(await house.carry_out(command, _shift_answer(counter), key, fingerprint))

    @routes.delete("/shift", response_model=wire.ShiftAnswer)
    async def close_shift(counter: str, key: OptionalKey = None) -> Response:
        """End the shift at a counter where nobody is called or received."""
        command = c.CloseShift(counter)
        return _response(await house.carry_out(command, _shift_answer(counter), key, f"end {counter}"))

    @routes.post("/break", response_model=wire.ShiftAnswer)
    async def take_break(counter: str, key: Key, body: wire.BreakBody | None = None) -> Response:
        """Nobody is called here for a while; no reason is asked."""
        minutes = None if body is None else body.minutes
        command = c.TakeBreak(counter, minutes)
        return _response(await house.carry_out(command, _shift_answer(counter), key, f"break {counter} {minutes}"))

    @routes.post("/back-to-work", response_model=wire.ShiftAnswer)
    async def end_break(counter: str, key: Key) -> Response:
        """The break is over; calling somebody says so too."""
        return _response(await house.carry_out(c.EndBreak(counter), _shift_answer(counter), key, f"work {counter}"))

    @routes.post("/call-next", response_model=wire.TicketAnswer)
    async def call_next(counter: str, key: Key) -> Response:
        """Call whoever comes next at this counter."""
        return _response(await house.carry_out(c.CallNext(counter), _called_ticket, key, f"call-next {counter}"))

    @routes.post("/call-together", response_model=wire.TicketsAnswer)
    async def call_together(counter: str, body: wire.CallTogetherBody, key: Key) -> Response:
        """Call several visitors to this counter, for a session in common."""
        command = c.CallTogether(counter, body.tickets)
        fingerprint = f"call-together {counter} {body.model_dump_json()}"
        return _response(await house.carry_out(command, _tickets_answer(body.tickets), key, fingerprint))

    def there(path: str, make: Callable[[str, str | None], c.Command], meaning: str) -> None:
        @routes.post(f"/{path}", response_model=wire.TicketAnswer, summary=meaning, name=path)
        async def act(counter: str, key: Key, body: wire.OneBody | None = None) -> Response:
            ticket = None if body is None else body.ticket
            fingerprint = f"{path} {counter}" if ticket is None else f"{path} {counter} {ticket}"
            return _response(await house.carry_out(make(counter, ticket), _called_ticket, key, fingerprint))

    there("undo", c.UndoCall, "The call was a mistake: take it back within seconds")
    there("recall", c.Recall, "Call the same visitor once more")
    there("start", c.StartInterview, "The visitor is there: the interview begins")
    there("finish", c.FinishInterview, "The interview is over")
    there("no-show", c.MarkNoShow, "The visitor who was called did not come")

    @routes.post("/call", response_model=wire.TicketAnswer)
    async def call(counter: str, body: wire.CallBody, key: Key) -> Response:
        """Call one visitor out of order."""
        command = c.CallTicket(counter, body.ticket)
        return _response(await house.carry_out(command, _called_ticket, key, f"call {counter} {body.ticket}"))

    @routes.post("/hand-over", response_model=wire.TicketAnswer)
    async def hand_over(counter: str, body: wire.HandOverBody, key: Key) -> Response:
        """Pass the visitor on to another theme or counter: same number, and the first arrival counts."""
        command = c.HandOver(counter, body.theme, body.to_counter, body.ticket)
        fingerprint = f"hand-over {counter} {body.model_dump_json()}"
        return _response(await house.carry_out(command, _called_ticket, key, fingerprint))

    @routes.post("/park", response_model=wire.TicketAnswer)
    async def park(counter: str, body: wire.ParkBody, key: Key) -> Response:
        """Ask the visitor to wait aside for some minutes; the counter is free meanwhile."""
        command = c.Park(counter, body.minutes, body.ticket)
        fingerprint = f"park {counter} {body.model_dump_json()}"
        return _response(await house.carry_out(command, _called_ticket, key, fingerprint))

    return routes


def _day(hub: Hub) -> APIRouter:
    routes = APIRouter(prefix="/day", tags=["day"])
    house = hub.house

    @routes.post("/open", response_model=wire.DayAnswer)
    async def open_day(key: Key) -> Response:
        """Open the doors by hand, with the standing shifts."""
        command = c.OpenDay(day.date_to_open(house.floor, house.now()))
        return _response(await house.carry_out(command, _day_answer, key, "open day"))

    @routes.post("/close", response_model=wire.DayAnswer)
    async def close_day(key: Key) -> Response:
        """Shut the doors: whoever still waits has no ticket any more, and the day is erased."""
        return _response(await house.carry_out(c.CloseDay(), _day_answer, key, "close day"))

    return routes


def _front(hub: Hub) -> APIRouter:
    routes = APIRouter(tags=["front"])
    house = hub.house

    async def done(command: c.Command, key: str, fingerprint: str) -> Response:
        return _response(await house.carry_out(command, _front_answer, key, fingerprint))

    @routes.post("/entry/close", response_model=wire.FrontAnswer)
    async def close_entry(key: Key) -> Response:
        """No number is given any more; whoever has one is received."""
        return await done(c.CloseEntry(), key, "close entry")

    @routes.post("/entry/open", response_model=wire.FrontAnswer)
    async def open_entry(key: Key) -> Response:
        """Numbers are given again."""
        return await done(c.OpenEntry(), key, "open entry")

    @routes.post("/themes/{theme}/pause", response_model=wire.FrontAnswer)
    async def pause(theme: str, body: wire.MessageBody, key: Key) -> Response:
        """No number is given for a theme for a while; the message is shown wherever the theme is."""
        return await done(c.PauseTheme(theme, body.message), key, f"pause {theme} {body.model_dump_json()}")

    @routes.post("/themes/{theme}/resume", response_model=wire.FrontAnswer)
    async def resume(theme: str, key: Key) -> Response:
        """Numbers are given for the theme again."""
        return await done(c.ResumeTheme(theme), key, f"resume {theme}")

    @routes.put("/message", response_model=wire.FrontAnswer)
    async def message(body: wire.MessageBody, key: Key) -> Response:
        """Tell everybody something on the displays, or nothing any more."""
        return await done(c.PostMessage(body.message), key, f"message {body.model_dump_json()}")

    @routes.post("/contacts", response_model=wire.FrontAnswer)
    async def contact(body: wire.ContactBody, key: Key) -> Response:
        """Count one contact that needs no ticket, or take one back."""
        return await done(c.CountContact(body.contact, body.undo), key, f"contact {body.model_dump_json()}")

    @routes.post("/counters/{counter}/help", response_model=wire.FrontAnswer)
    async def ask_help(counter: str, key: Key) -> Response:
        """An advisor asks reception to come."""
        return await done(c.AskHelp(counter), key, f"help {counter}")

    @routes.post("/counters/{counter}/help-came", response_model=wire.FrontAnswer)
    async def help_came(counter: str, key: Key) -> Response:
        """Somebody came."""
        return await done(c.EndHelp(counter), key, f"help came {counter}")

    return routes


def _pages(hub: Hub) -> APIRouter:
    routes = APIRouter(tags=["sight"])

    @routes.get("/ticket-pages", response_model=wire.TicketPages)
    async def ticket_pages() -> Response:
        """Where phones find the tickets' pages."""
        url = hub.ticket_url("").removesuffix("/t/")
        return Response(wire.TicketPages(url=url).model_dump_json(), media_type="application/json")

    return routes


def _sight(house: House) -> APIRouter:
    routes = APIRouter(tags=["sight"])

    @routes.get("/state", response_model=wire.Snapshot | wire.KioskSnapshot | wire.PublicSnapshot)
    async def state(audience: Audience = Audience.STAFF) -> Response:
        """The floor as ``audience`` may see it, and the position from which its feed goes on."""
        floor, position = house.floor, house.position
        snapshot: wire.Snapshot | wire.KioskSnapshot | wire.PublicSnapshot
        match audience:
            case Audience.STAFF:
                snapshot = wire.Snapshot.of(floor, position, house.tempo)
            case Audience.KIOSK:
                snapshot = wire.KioskSnapshot(
                    position=position, tempo=house.tempo, site=floor.site, offers=house.offers()
                )
            case Audience.PUBLIC:
                snapshot = wire.PublicSnapshot(
                    position=position,
                    tempo=house.tempo,
                    sign=disclosure.sign(floor.site),
                    board=house.board,
                )
        return Response(snapshot.model_dump_json(), media_type="application/json")

    @routes.get("/events", response_class=EventSourceResponse)
    async def events(
        audience: Annotated[Audience, Query()] = Audience.STAFF,
        station: Annotated[wire.StationName | None, Query()] = None,
        role: Annotated[StationRole | None, Query()] = None,
        last_event_id: LastEventId = None,
    ) -> AsyncIterator[ServerSentEvent]:
        """What happens, as ``audience`` may hear it, from a position on.

        A ``station`` that says its name and ``role`` is missed at reception when it is away.
        """
        after = house.position if last_event_id is None else _position(last_event_id)
        attended = nullcontext() if station is None or role is None else house.stations.attend(station, role)
        with attended:
            async with aclosing(house.feed.follow(audience, after)) as frames:
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
        )

    return routes


def _position(last_event_id: str) -> int:
    # What cannot be a position is not of this log: the feed answers it with a reset.
    is_position = last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 19
    return int(last_event_id) if is_position else -1


def _response(answer: Answer) -> Response:
    return Response(answer.body, answer.status, media_type="application/json")


def _ticket_answer(ticket_id: str) -> Answerer:
    def answer(floor: Floor, _event: Event) -> Answer:
        view = wire.TicketView.of(floor.tickets[ticket_id])
        return Answer(200, wire.TicketAnswer.model_construct(ticket=view).model_dump_json())

    return answer


def _tickets_answer(names: tuple[str, ...]) -> Answerer:
    def answer(floor: Floor, _event: Event) -> Answer:
        views = tuple(wire.TicketView.of(floor.tickets[name]) for name in names)
        return Answer(200, wire.TicketsAnswer.model_construct(tickets=views).model_dump_json())

    return answer


def _called_ticket(floor: Floor, event: Event) -> Answer:
    assert isinstance(event, TicketEvent)
    return _ticket_answer(event.ticket)(floor, event)


def _shift_answer(counter: str) -> Answerer:
    def answer(floor: Floor, _event: Event) -> Answer:
        body = wire.ShiftAnswer(counter=counter, shift=floor.shifts.get(counter))
        return Answer(200, body.model_dump_json())

    return answer


def _front_answer(floor: Floor, _event: Event) -> Answer:
    return Answer(200, wire.FrontAnswer(front=floor.front).model_dump_json())


def _day_answer(floor: Floor, _event: Event) -> Answer:
    return Answer(200, wire.DayAnswer(open=floor.is_open, date=floor.date).model_dump_json())
