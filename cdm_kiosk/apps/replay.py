"""Plays a written day again through the house's rules, on a virtual clock, to the byte the same each time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from cdm_kiosk import paths, wire
from cdm_kiosk.domain.commands import Command, IssueTicket, OpenDay
from cdm_kiosk.domain.day import date_to_open, due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.events import Event
from cdm_kiosk.domain.floor import Floor, evolve
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.verbs import VERBS, Verb
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.rehearsal.lines import (
    NOT_AN_OBJECT,
    WrongField,
    appearing_whole,
    keep_apart,
    naming,
    numbered,
    telling_of_files,
    write_lines,
)

T = TypeVar("T")

MOMENT: TypeAdapter[datetime] = TypeAdapter(wire.Moment)
NAME: TypeAdapter[str] = TypeAdapter(wire.Name)
VERBS_BY_NAME = {verb.name: verb for verb in VERBS if verb.answers not in ("site", "nothing")}
"""What a line may ask for: a whole site stands in a file of its own, and a replay's clock is its lines."""


class Day:
    """A floor on a virtual clock. A ticket is known by its number, written as text: ``"42"``."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor

    def play(self, line: Mapping[str, Any]) -> dict[str, Any]:
        """One line's result: the events it made, after those that the hours made by then, or the refusal's code.

        Raises WrongField or ValidationError for a line that is none; then nothing happened.
        """
        rest = dict(line)
        at = _taken(rest, "at", MOMENT).astimezone(UTC)
        verb = VERBS_BY_NAME.get(str(rest.pop("command", None)))
        if verb is None:
            raise WrongField("command", f"expected one of {', '.join(VERBS_BY_NAME)}")
        command = self._command(verb, rest, at)
        events: list[Event] = []
        while asked := due(self.floor, at):
            events += [event for command_due in asked for event in self._decide(command_due, at)]
        result: dict[str, Any] = {"at": at.isoformat()}
        try:
            events += self._decide(command, at)
        except Refusal as refusal:
            result |= {"refused": refusal.code, "field": refusal.field}
        return result | {"events": [json.loads(wire.EVENT.dump_json(event)) for event in events]}

    def _command(self, verb: Verb, rest: dict[str, Any], at: datetime) -> Command:
        given: dict[str, Any] = {name: _taken(rest, name, NAME) for name in verb.in_path}
        given |= wire.body_of(verb).model_validate(rest).__dict__
        if verb.command is OpenDay:
            given["date"] = date_to_open(self.floor, at)
        elif verb.command is IssueTicket:
            given["ticket"] = given["ticket"] or str(self.floor.last_number + 1)
        return verb.command(**given)

    def _decide(self, command: Command, at: datetime) -> tuple[Event, ...]:
        events = decide(self.floor, by_hub(command), at)
        for event in events:
            self.floor = evolve(self.floor, event)
        return events


def _taken(rest: dict[str, Any], field: str, adapter: TypeAdapter[T]) -> T:
    """A field of the line that no body has, taken out of it."""
    try:
        return adapter.validate_python(rest.pop(field, None))
    except ValidationError as error:
        raise WrongField(field, error.errors()[0]["msg"]) from None


def replay(lines: Iterable[bytes], day: Day) -> Iterator[str]:
    """The results of ``lines``, one JSON line each; raises LineFault. Empty lines are passed over."""
    for number, text in numbered(lines):
        with naming(number):
            result = day.play(_object(text))
        yield json.dumps({"line": number, **result}, ensure_ascii=False)


def _object(text: str) -> dict[str, Any]:
    try:
        line = json.loads(text)
    except (ValueError, RecursionError):
        line = None
    if not isinstance(line, dict):
        raise WrongField("line", NOT_AN_OBJECT)
    return line


def main(log: Path, site: Path | None, out: Path) -> int:
    """Play ``log`` to ``out``, which appears whole or not at all. Raises faults that carry a ``sentence``."""
    keep_apart(out, log, site)
    day = Day(Floor(read_site(site or paths.SAMPLE_SITE)))
    with telling_of_files(), log.open("rb") as lines, appearing_whole(out) as unfinished:
        write_lines(unfinished, replay(lines, day))
    return 0
