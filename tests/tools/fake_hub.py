"""A hub without process, network or disk: the real domain behind the lines that stations' mirrors listen to."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import shiboken6
from PySide6.QtCore import QObject

from cdm_kiosk import wire
from cdm_kiosk.client.hub import Answered, HubClient, Reply, Request
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import day, disclosure
from cdm_kiosk.domain.bands import Outlook, come_back_at, wait_at_issue
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.events import Event, Precedence, SiteChanged
from cdm_kiosk.domain.floor import Floor, evolve
from cdm_kiosk.domain.orders import Order, Principal, Role, by_hub
from cdm_kiosk.domain.routing import people_ahead, zone_to_wait_in
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.hub.api import ANSWERS, Hub
from cdm_kiosk.hub.problems import answer_to
from tests.tools.verbs import command_of, verb_at

NOW = datetime(2026, 11, 22, 13, 52, tzinfo=UTC)
"""The hour at which every picture is taken: 14:52 at the door of the sample site."""


class FakeHub:
    """Decides and evolves as the hub does and tells its lines at once; its clock moves when ``now`` is set."""

    def __init__(self, site: Site, last_number: int = 0) -> None:
        self.now = NOW
        self.today = site.local(NOW).date()
        # As if the doors had been open this morning already: the day goes on counting.
        self.floor = replace(Floor(site), last_number=last_number, closed_on=self.today)
        self.board = disclosure.Board()
        self.outlook = Outlook(NOW)
        self.tempo: Tempo | None = None
        self.position = 0
        self.prints: list[tuple[str, str]] = []
        """Which ticket was to be printed where."""
        self._issued = 0
        self._lines: list[FakeLine] = []

    def clock(self) -> datetime:
        """Now, for view models."""
        return self.now

    def open_day(self, minutes_ago: float = 0) -> None:
        """Open the doors with the shifts that the site's plan has now."""
        self.do(c.OpenDay(self.today), minutes_ago)
        for command in day.due(self.floor, self.now):
            self.do(command, minutes_ago)

    def everybody_is_away(self) -> None:
        """Every table is on a break: whoever comes waits."""
        for counter in self.floor.shifts:
            self.do(c.TakeBreak(counter))

    def issue(
        self,
        theme: str = "emploi",
        language: str | None = "fr",
        minutes_ago: float = 0,
        people: int = 1,
        anyway: bool = False,
        accessible: bool = False,
        precedence: Precedence = Precedence.NONE,
        ticket: str | None = None,
    ) -> str:
        """Give a number; return the ticket's id."""
        ticket = ticket or self._new_id
        self.do(c.IssueTicket(ticket, theme, language, accessible, people, precedence, anyway), minutes_ago)
        self._issued += 1
        return ticket

    @property
    def _new_id(self) -> str:
        return f"ticket-{self._issued + 1:04}-of-the-sample-site"

    def do(self, command: c.Command, minutes_ago: float = 0) -> Event:
        """Carry out one command, so many minutes before now; raises a Refusal. Returns its last event."""
        return self.carry_out(by_hub(command), minutes_ago)

    def carry_out(self, order: Order, minutes_ago: float = 0) -> Event:
        """Carry out one order, as ``do`` does a command."""
        made = decide(self.floor, order, self.now - timedelta(minutes=minutes_ago))
        for event in made:
            offered = self._offered()
            self.floor = evolve(self.floor, event)
            self.position += 1
            self._tell(event, offered)
        return made[-1]

    def offers(self) -> disclosure.Offers:
        """What kiosks may show now."""
        return disclosure.offers(self.floor, self.now, self.outlook)

    def _offered(self) -> disclosure.Offers | None:
        """What kiosks may show now, where one is there to show it: it takes a while to say."""
        return self.offers() if any(line.audience == "kiosk" for line in self._lines) else None

    def foresee(self, outlook: Outlook) -> None:
        """Tell the stations this forecast."""
        self.outlook = outlook
        offers = self.offers()
        for line in self._lines:
            if line.audience == "staff":
                line.hear("outlook", wire.OUTLOOK.dump_json(outlook))
            elif line.audience == "kiosk":
                line.hear(offers.kind, wire.OFFERS.dump_json(offers))

    def line(self, role: str) -> FakeLine:
        """One station's line to this hub."""
        line = FakeLine(self, role)
        self._lines.append(line)
        return line

    def snapshot(self, audience: str) -> bytes:
        """What a station of that audience is sent first."""
        shown: wire.Snapshot | wire.KioskSnapshot | wire.PublicSnapshot
        if audience == "kiosk":
            site, offers = self.floor.site, self.offers()
            shown = wire.KioskSnapshot(position=self.position, tempo=self.tempo, site=site, offers=offers)
        elif audience == "public":
            sign = disclosure.sign(self.floor.site)
            shown = wire.PublicSnapshot(position=self.position, tempo=self.tempo, sign=sign, board=self.board)
        else:
            shown = wire.Snapshot.of(self.floor, self.position)
        return shown.model_dump_json().encode()

    def answer(self, method: str, path: str, body: Mapping[str, Any] | None, role: str) -> Reply:
        """What the hub's API would answer to a station of that role."""
        try:
            if found := re.fullmatch("/tickets/([^/]+)/print", path):
                assert body is not None
                self.prints.append((found[1], str(body["station"])))
                return Reply(202)
            asked = verb_at(method, path)
            assert asked is not None, f"{method} {path}"
            verb, named = asked
            made = {c.IssueTicket: {"ticket": self._new_id}, c.OpenDay: {"date": self.today}}
            command = command_of(verb, named, body, made.get(verb.command, {}))
            event = self.carry_out(Order(command, Principal(Role(role))))
        except Refusal as refusal:
            problem = answer_to(refusal)
            return Reply(problem.status_code, json.loads(bytes(problem.body)))
        if isinstance(command, c.IssueTicket):
            self._issued += 1
            return Reply(201, self._issued_body(command.ticket))
        # Of a hub these answers need the floor alone.
        answer = ANSWERS[verb.answers][1](cast(Hub, self), command, self.floor, event)
        return Reply(answer.status, json.loads(answer.body))

    def _issued_body(self, ticket_id: str) -> dict[str, Any]:
        ticket = self.floor.tickets[ticket_id]
        band = wait_at_issue(self.outlook, self.floor, ticket)
        return wire.IssuedTicket(
            id=ticket.id,
            number=ticket.number,
            label=ticket.label,
            theme=ticket.theme,
            zone=zone_to_wait_in(self.floor, ticket.theme).id,
            follow_url=f"http://192.168.1.20:8080/t/{ticket.id}",
            band=band,
            come_back_at=None if band is None else come_back_at(band, self.floor.site.local(self.now)),
            people_ahead=people_ahead(self.floor, ticket),
        ).model_dump(mode="json")

    def _tell(self, event: Event, offered: disclosure.Offers | None) -> None:
        public = disclosure.disclose(event, self.floor.site)
        if public is not None:
            self.board = disclosure.evolve_board(self.board, public)
        offers = self._offered()
        for line in self._lines:
            if isinstance(event, SiteChanged) and line.audience == "kiosk":
                line.hear("site", wire.SITE.dump_json(event.site))
            elif isinstance(event, SiteChanged) and line.audience == "public":
                line.hear("sign", wire.SIGN.dump_json(disclosure.sign(event.site)))
            if line.audience == "staff":
                line.hear(event.kind, wire.EVENT.dump_json(event))
            elif line.audience == "public" and public is not None:
                said = disclosure.say_aloud(public, event, self.floor)
                line.hear(public.kind, wire.PUBLIC_EVENT.dump_json(said))
            elif line.audience == "kiosk" and offers is not None and offers != offered:
                line.hear(offers.kind, wire.OFFERS.dump_json(offers))


@dataclass(frozen=True)
class Held(Request):
    """One order as a station sent it, waiting for its answer."""

    answered: Answered = field(kw_only=True, repr=False)


class FakeLine(HubClient):
    """A station's client whose hub is in the same room.

    ``is_slow``: commands wait in ``held`` for the test's own ``answer``. ``is_cut``: they do not reach the hub,
    which the station has not noticed yet. ``is_deaf``: the station hears no frame.
    """

    def __init__(self, hub: FakeHub, role: str) -> None:
        super().__init__("http://127.0.0.1:9", Principal(Role(role)))
        self.orders = Orders(self, retry_ms=())
        self.is_slow = False
        self.is_cut = False
        self.is_deaf = False
        self.held: list[Held] = []
        self._hub = hub

    def start(self) -> None:
        self.snapshotReceived.emit(self._hub.snapshot(self.audience))
        if self.audience == "staff":
            self.hear("outlook", wire.OUTLOOK.dump_json(self._hub.outlook))
        self._set_connected(True)

    def stop(self) -> None:
        """Nothing is under way."""

    def hear(self, kind: str, body: bytes) -> None:
        """One frame of the feed."""
        if not self.is_deaf:
            self.frameReceived.emit(kind, body)

    def answer(self, status: int, body: Mapping[str, Any] | None = None) -> Held:
        """Answer the oldest command that is held."""
        held = self.held.pop(0)
        held.answered(Reply(status, body or {}))
        return held

    def lose(self) -> None:
        """The hub is no longer heard."""
        self._set_connected(False)

    def exchange(self, asked: Request, answered: Answered) -> None:
        if self.is_slow:
            self.held.append(Held(*astuple(asked), answered=answered))
            return
        answered(Reply(0) if self.is_cut or not self.connected else self.answer_of(asked))

    def answer_of(self, asked: Request) -> Reply:
        """What the hub answers."""
        return self._hub.answer(asked.method, asked.path, asked.body, self.present.role)


def dispose(*objects: QObject) -> None:
    """End Qt objects in this order and now: left to Python, they may outlive the application that they need."""
    for each in objects:
        shiboken6.delete(each)
