"""The hub inside a test's own process: its real house and application, without socket, thread, disk or loop.

Only the edges are not a hub's own: a log that is memory, a clock and forecasts that a test sets, a line that
carries requests and frames by a call. ``tests/contract/test_stand_in.py`` holds it against a hub that listens.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar, cast
from urllib.parse import unquote

import shiboken6
from argon2 import PasswordHasher
from fastapi.sse import ServerSentEvent
from pydantic_core import from_json, to_json
from PySide6.QtCore import QObject
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cdm_kiosk import __version__
from cdm_kiosk.client.addresses import addressed
from cdm_kiosk.client.hub import RESET, TOKEN_HEADER, Answered, Fetched, HubClient, Reply, Request, reply_of
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.client.token import Token
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import day
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.events import Event, Precedence
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import PAIRED_ROLES, Order, Principal, Role, by_hub
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import StationRole
from cdm_kiosk.hub.admin import Administration
from cdm_kiosk.hub.api import Hub, snapshot
from cdm_kiosk.hub.callers import Callers
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.hub.pin import PinLock
from cdm_kiosk.hub.register import Register
from cdm_kiosk.hub.server import application
from cdm_kiosk.hub.site_book import SiteBook
from cdm_kiosk.hub.verb_endpoint import PREFIX, VerbEndpoint
from cdm_kiosk.hub.writer import Writer
from cdm_kiosk.packs.site_file import open_site, read_site
from cdm_kiosk.packs.versions import kept_versions
from cdm_kiosk.store.day_log import DayLog, Entry, StoredAnswer
from cdm_kiosk.store.witness import Today
from tests.tools.hub import DEMO_SITE

T = TypeVar("T")

NOW = datetime(2026, 11, 22, 13, 52, tzinfo=UTC)
"""The hour at which every picture is taken: 14:52 at the door of the sample site."""
NOWHERE = Path(__file__) / "no folder"
PIN = "2468"
PIN_FILE = "administration.pin"


class Memory:
    """A day's log that nothing keeps; ``meanwhile`` is done while a closed day would be erased from a disk."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = meanwhile
        self._rows: list[tuple[int, StoredAnswer | None]] = []

    def append(self, position: int, entries: Sequence[Entry], _today: Today) -> None:
        for entry in entries:
            position += len(entry.events)
            self._rows.append((position, entry.answer))

    def answers(self) -> list[StoredAnswer]:
        return [answer for _, answer in self._rows if answer is not None]

    def erase_before(self, position: int) -> None:
        self._meanwhile()
        self._rows = [row for row in self._rows if row[0] >= position]

    def events_after(self, _position: int) -> list[tuple[int, str]]:
        return []

    def vouch(self, _today: Today) -> None:
        """Nobody looks for a day that is gone."""


class AtOnce(Writer):
    """Does what it is given where it is asked."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def do(self, work: Callable[[], T]) -> T:
        return work()


class FakeHub:
    """A hub that tells its lines at once what happened; its clock moves when ``now`` is set.

    It does nothing by itself: no day opens, closes or is forecast but by the test. ``folder`` holds the site's file
    and the PIN, where a test administers.
    """

    def __init__(self, site: Site, last_number: int = 0, folder: Path = NOWHERE) -> None:
        self.now = NOW
        self.today = site.local(NOW).date()
        self._minutes_ago = 0.0
        self._issued = 0
        self._lines: list[FakeLine] = []
        self.house = House(site, lambda: cast(DayLog, Memory(self._listen)), self._then, make_writer=AtOnce)
        # As if the doors had been open this morning already: the day goes on counting.
        self.house.floor = replace(Floor(site), last_number=last_number, closed_on=self.today)
        asyncio.run(self.house.begin())
        self.book = SiteBook(folder / "site.toml", folder / "site.toml", site.id)
        self._lock = PinLock(folder, self._seconds)
        kept_in = Path(__file__).with_name("no folder") if folder is NOWHERE else folder
        self._register = Register(kept_in, lambda: self.today)
        self._tokens = {role: self._register.grant(role) for role in PAIRED_ROLES}
        self._verbs = Callers(VerbEndpoint(Hub(self.house, ticket_url, self._new_id), self._others), self._register)
        self._application: ASGIApp | None = None

    @property
    def floor(self) -> Floor:
        return self.house.floor

    @floor.setter
    def floor(self, floor: Floor) -> None:
        self.house.floor = floor

    def change_site(self, **changes: Any) -> None:
        """Change these fields of the site, as administration would."""
        self.do(c.ChangeSite(replace(self.floor.site, **changes), anyway=True))

    @property
    def outlook(self) -> Outlook:
        return self.house.outlook

    def clock(self) -> datetime:
        """Now, for view models."""
        return self.now

    def _then(self) -> datetime:
        return self.now - timedelta(minutes=self._minutes_ago)

    def _seconds(self) -> float:
        return (self.now - NOW).total_seconds()

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
        ticket = ticket or self._new_id()
        self.do(c.IssueTicket(ticket, theme, language, accessible, people, precedence, anyway), minutes_ago)
        return ticket

    def _new_id(self) -> str:
        self._issued += 1
        return f"ticket-{self._issued:04}-of-the-sample-site"

    def do(self, command: c.Command, minutes_ago: float = 0) -> Event:
        """Carry out one command, so many minutes before now; raises a Refusal. Returns its last event."""
        return self.carry_out(by_hub(command), minutes_ago)

    def carry_out(self, order: Order, minutes_ago: float = 0) -> Event:
        """Carry out one order, as ``do`` does a command."""
        made: list[Event] = []

        def answer(_floor: Floor, event: Event) -> Answer:
            made.append(event)
            return Answer(200, "")

        self._minutes_ago = minutes_ago
        try:
            asyncio.run(self.house.carry_out(order, answer))
        finally:
            self._minutes_ago = 0
        self.tell()
        return made[-1]

    def foresee(self, outlook: Outlook) -> None:
        """Tell the stations this forecast."""
        self.house.foresee(outlook)
        self.tell()

    def _listen(self) -> None:
        for line in self._lines:
            line.listen()

    def tell(self) -> None:
        """Let every line hear what it has not heard yet."""
        # It takes a while to say, and a kiosk alone asks.
        if any(line.audience == Audience.KIOSK for line in self._lines):
            self.house.tell_offers()
        for line in self._lines:
            line.catch_up()

    def line(self, role: str, name: str = "") -> FakeLine:
        """The line to this hub of one station; one with a name is missed at reception when it is away."""
        line = FakeLine(self, role, name)
        self._lines.append(line)
        return line

    def token(self, role: Role) -> Token:
        """What a station of ``role`` shows."""
        return Token(lambda: self._tokens[role])

    def snapshot(self, audience: str) -> bytes:
        """What a station of that audience is sent first."""
        return snapshot(self.house, Audience(audience)).model_dump_json().encode()

    def answer(self, asked: Request, identity: Mapping[bytes, bytes]) -> Reply:
        """What the hub answers to a station."""
        status, content = asyncio.run(self._answered(asked, identity))
        self.tell()
        return reply_of(status, content)

    async def _answered(self, asked: Request, identity: Mapping[bytes, bytes]) -> tuple[int, bytes]:
        path, _, query = (PREFIX + asked.path).partition("?")
        headers = [(name.lower(), value) for name, value in {**identity, **asked.headers}.items()]
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": asked.method,
            "path": unquote(path),
            "query_string": query.encode(),
            "headers": headers,
        }
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": asked.content, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await self._verbs(scope, receive, send)
        return sent[0]["status"], b"".join(message.get("body", b"") for message in sent)

    async def _others(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What is no verb goes to the whole application, which takes twenty milliseconds to build."""
        if self._application is None:
            administration = Administration(self.house, self.book, self._lock)
            self._application = application(self.house, ticket_url, administration, self._register)
        await self._application(scope, receive, send)


class FakeLine(HubClient):
    """A station's client whose hub is in the same process.

    ``asked`` is every request that reached the hub. ``is_slow``: commands wait in ``held`` for the test's own
    ``answer``. ``is_cut``: they do not reach the hub, which the station has not noticed yet. ``is_deaf``: the
    station hears no frame.
    """

    def __init__(self, hub: FakeHub, role: str, name: str = "") -> None:
        super().__init__("http://127.0.0.1:9", Principal(Role(role), name), hub.token(Role(role)))
        self.orders = Orders(self, retry_ms=())
        self.is_slow = False
        self.is_cut = False
        self.is_deaf = False
        self.asked: list[Request] = []
        self.held: list[Held] = []
        self.hub = hub
        self._news: Iterator[ServerSentEvent | None] = iter(())
        self._received: deque[ServerSentEvent] = deque()
        self._attending = ExitStack()

    def start(self) -> None:
        self.stop()
        if self.present.station:
            role = StationRole(self.present.role)
            self._attending.enter_context(self.hub.house.stations.attend(self.present.station, role, __version__))
        self._begin()
        self._set_connected(True)
        self.hub.tell()

    def stop(self) -> None:
        self._attending.close()

    def _begin(self) -> None:
        self.snapshotReceived.emit(self.hub.snapshot(self.audience))
        self._received.clear()
        self._news = self.hub.house.feed.news(Audience(self.audience), self.hub.house.position)
        self.catch_up()

    def listen(self) -> None:
        """Receive what the hub has told until now; the station hears it when it comes to it."""
        while (frame := next(self._news, None)) is not None:
            self._received.append(frame)

    def catch_up(self) -> None:
        """Hear what the hub has told since."""
        self.listen()
        while not self.is_deaf and self._received:
            frame = self._received.popleft()
            if frame.event == RESET:
                self._begin()
            else:
                assert frame.event is not None
                assert frame.raw_data is not None
                self.hear(frame.event, frame.raw_data.encode())

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
        elif self.is_cut or not self.connected:
            answered(Reply(0))
        else:
            self.asked.append(asked)
            answered(self.hub.answer(asked, self.identity))

    def fetch(self, path: str, answered: Callable[[Fetched], None]) -> None:
        answered(Fetched(404))


@dataclass(frozen=True)
class Held(Request):
    """One order as a station sent it, waiting for its answer."""

    answered: Answered = field(kw_only=True, repr=False)


class AdministeredHub(FakeHub):
    """A hub whose site is a file in ``folder``: ``content``, or the sample site. ``pin`` is "" before the first."""

    def __init__(self, folder: Path, content: Mapping[str, Any] | None = None, pin: str = PIN) -> None:
        file = folder / "site.toml"
        if content is None:
            shutil.copyfile(DEMO_SITE, file)
        else:
            file.write_bytes(SiteBook(DEMO_SITE, DEMO_SITE, content["id"]).draft(content).raw)
        if pin:
            # As the hub keeps it, but with a hash that is quick to check.
            quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
            (folder / PIN_FILE).write_text(quick.hash(pin))
        super().__init__(read_site(file), folder=folder)
        self.file = file

    @property
    def content(self) -> dict[str, Any]:
        """The site file that is in force, as it travels."""
        content: dict[str, Any] = from_json(to_json(open_site(self.file).content))
        return content

    @property
    def saves(self) -> int:
        """How often the site was changed."""
        return len(kept_versions(self.file))

    def forget_pin(self) -> None:
        """As before the first PIN was chosen."""
        self.file.with_name(PIN_FILE).unlink()

    def opens(self, pin: str) -> bool:
        """Whether this is the PIN."""
        return self._ask("enter", {"pin": pin}).ok

    def date_versions(self) -> None:
        """Let each former version have been replaced on a day of its own."""
        for number, kept in kept_versions(self.file).items():
            at = datetime(2026, 11, 9 + number, 14, 30, tzinfo=UTC).timestamp()
            os.utime(kept, (at, at))

    def put_by_another(self, content: Mapping[str, Any]) -> None:
        """Another reception, which knows the PIN, saves."""
        session = str(self._ask("enter", {"pin": PIN}).body["token"])
        based_on = self._ask("site", {}, session).body["version"]
        saved = self._ask("change-site", {"site": content, "based_on": based_on}, session)
        assert saved.ok, saved

    def _ask(self, verb: str, values: Mapping[str, Any], session: str = "") -> Reply:
        """Ask as a reception beside the one that a test looks at."""
        other = {TOKEN_HEADER: self.token(Role.RECEPTION).header}
        return self.answer(Request(*addressed(verb, values), key=token_hex(), session=session), other)


def ticket_url(ticket: str) -> str:
    """What a ticket's QR code opens."""
    return f"http://192.168.1.20:8080/t/{ticket}"


def dispose(*objects: QObject) -> None:
    """End Qt objects in this order and now: left to Python, they may outlive the application that they need."""
    for each in objects:
        shiboken6.delete(each)
