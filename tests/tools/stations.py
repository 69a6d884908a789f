"""A station's view model on a floor made by the real rules, with only the network cut away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from cdm_kiosk import wire
from cdm_kiosk.client.hub import Answered, HubClient, Reply
from cdm_kiosk.domain import disclosure
from cdm_kiosk.domain.commands import Command, OpenDay
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.events import Event
from cdm_kiosk.domain.floor import Floor, evolve
from cdm_kiosk.domain.site import Site

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def dispose(*objects: QObject) -> None:
    """End Qt objects in this order and now: left to Python, they may outlive the application that they need."""
    for each in objects:
        shiboken6.delete(each)


@dataclass
class Sent:
    """One command as a station sent it, waiting for its answer."""

    method: str
    path: str
    body: Mapping[str, Any] | None
    key: str | None
    answered: Answered | None = field(repr=False)


class CutClient(HubClient):
    """A client whose hub is the test: it keeps what is sent and hears what the test says."""

    snapshotReceived = Signal(bytes)
    frameReceived = Signal(str, bytes)

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9", "staff")
        self.sent: list[Sent] = []

    def send(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        answered: Answered | None = None,
        key: str | None = None,
        patience_ms: int = 0,
    ) -> None:
        self.sent.append(Sent(method, path, body, key, answered))

    def answer(self, status: int, body: Mapping[str, Any] | None = None) -> Sent:
        """Answer the oldest command that waits."""
        sent = self.sent.pop(0)
        if sent.answered is not None:
            sent.answered(Reply(status, body or {}))
        return sent

    def set_connected(self, connected: bool) -> None:
        """What the line says of itself."""
        self._set_connected(connected)


class Day:
    """A floor that commands move on, telling a client what its audience hears."""

    def __init__(self, site: Site, client: CutClient, audience: str, now: datetime = MORNING) -> None:
        self.floor = Floor(site)
        self.now = now
        self.board = disclosure.Board()
        self._client = client
        self._audience = audience
        self._tickets = 0
        self._decide(OpenDay(site.local(now).date()))

    def tell_all(self) -> None:
        """The line is there (again): the station gets a snapshot."""
        self._client.snapshotReceived.emit(self._snapshot().encode())
        self._client.set_connected(True)

    def does(self, command: Command, heard: bool = True) -> None:
        """Carry out a command a second later; the station hears of it, or will not for now."""
        self.now += timedelta(seconds=1)
        for event in self._decide(command):
            if heard:
                self._tell(event)

    def _tell(self, event: Event) -> None:
        match self._audience:
            case "staff":
                self._client.frameReceived.emit(event.kind, wire.EVENT.dump_json(event))
            case "kiosk":
                offers = disclosure.offers(self.floor)
                self._client.frameReceived.emit(offers.kind, wire.OFFERS.dump_json(offers))
            case _:
                public = disclosure.disclose(event, self.floor.site)
                if public is not None:
                    self._client.frameReceived.emit(public.kind, wire.PUBLIC_EVENT.dump_json(public))

    def ticket_id(self) -> str:
        """A fresh ticket identity."""
        self._tickets += 1
        return f"ticket-{self._tickets}"

    def _decide(self, command: Command) -> tuple[Event, ...]:
        events = decide(self.floor, command, self.now)
        for event in events:
            self.floor = evolve(self.floor, event)
            public = disclosure.disclose(event, self.floor.site)
            if public is not None:
                self.board = disclosure.evolve_board(self.board, public)
        return events

    def _snapshot(self) -> str:
        match self._audience:
            case "staff":
                return wire.Snapshot.of(self.floor, 1).model_dump_json()
            case "kiosk":
                offers = disclosure.offers(self.floor)
                return wire.KioskSnapshot(position=1, site=self.floor.site, offers=offers).model_dump_json()
            case _:
                sign = disclosure.sign(self.floor.site)
                return wire.PublicSnapshot(position=1, sign=sign, board=self.board).model_dump_json()
