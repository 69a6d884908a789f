"""Hears a hub's feed as a station does, frame by frame, with a deadline on every wait."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote

import httpx

from tests.tools.hub import shown

PATIENCE_S = 60.0


@dataclass(frozen=True)
class Frame:
    """One frame: an event with its position, or a comment (``kind`` is then "")."""

    kind: str
    id: str | None
    data: str
    comment: str

    @property
    def content(self) -> dict[str, Any]:
        parsed: dict[str, Any] = json.loads(self.data)
        return parsed


class Listener:
    """The frames of one open stream, in order; ``StopIteration`` when the hub ends it."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._lines = response.iter_lines()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Frame:
        fields: dict[str, list[str]] = {}
        for line in self._lines:
            if line:
                name, _, value = line.partition(":")
                fields.setdefault(name, []).append(value.removeprefix(" "))
            elif fields:
                data = "\n".join(fields.get("data", []))
                named = fields.get("event", ["message" if "data" in fields else ""])[0]
                return Frame(named, fields.get("id", [None])[0], data, "\n".join(fields.get("", [])))
        raise StopIteration

    def event(self) -> Frame:
        """The next frame of the log, or a reset; what is told beside it is passed over."""
        return self._first(lambda frame: frame.id is not None or frame.kind == "reset")

    def told(self, kind: str, true: Callable[[dict[str, Any]], bool] = lambda _: True) -> Frame:
        """The next frame of ``kind`` that is told beside the log and says what is waited for."""
        return self._first(lambda frame: frame.kind == kind and true(frame.content))

    def _first(self, wanted: Callable[[Frame], bool]) -> Frame:
        deadline = time.monotonic() + PATIENCE_S
        for frame in self:
            if wanted(frame):
                return frame
            assert time.monotonic() < deadline, f"waited {PATIENCE_S} s for a frame"
        raise StopIteration

    def events(self, count: int) -> list[Frame]:
        return [self.event() for _ in range(count)]


@contextmanager
def listen(
    url: str,
    last_event_id: str | int | None = None,
    role: str = "reception",
    station: str = "",
    **query: str,
) -> Iterator[Listener]:
    """An open feed that has said its first word, as a ``role`` hears it; ``last_event_id`` resumes."""
    headers = {name: value.encode() for name, value in shown("GET", url, role).items()}
    if station:
        headers["Cdm-Station"] = quote(station).encode()
    if last_event_id is not None:
        headers["Last-Event-ID"] = str(last_event_id).encode()
    timeout = httpx.Timeout(PATIENCE_S)
    with (
        httpx.Client(timeout=timeout, verify=False) as client,
        client.stream("GET", url, params=query, headers=headers) as response,
    ):
        yield Listener(response)
