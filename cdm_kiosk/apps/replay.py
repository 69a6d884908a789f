"""Plays a written day again through the house's rules, on a virtual clock, to the byte the same each time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from cdm_kiosk import paths, wire
from cdm_kiosk.config import read_site
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.day import date_to_open, due
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.events import Event
from cdm_kiosk.domain.floor import Floor, evolve
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
        make = COMMANDS.get(str(rest.pop("command", None)))
        if make is None:
            raise WrongField("command", f"expected one of {', '.join(COMMANDS)}")
        command = make(rest, self.floor, at)
        events: list[Event] = []
        while asked := due(self.floor, at):
            events += [event for command_due in asked for event in self._decide(command_due, at)]
        told: dict[str, Any] = {"at": at.isoformat()}
        try:
            events += self._decide(command, at)
        except Refusal as refusal:
            told |= {"refused": refusal.code, "field": refusal.field}
        return told | {"events": [json.loads(wire.EVENT.dump_json(event)) for event in events]}

    def _decide(self, command: c.Command, at: datetime) -> tuple[Event, ...]:
        events = decide(self.floor, command, at)
        for event in events:
            self.floor = evolve(self.floor, event)
        return events


Make = Callable[[dict[str, Any], Floor, datetime], c.Command]


def _issue(rest: dict[str, Any], floor: Floor, _at: datetime) -> c.Command:
    body = wire.IssueBody.model_validate(rest)
    number = str(floor.last_number + 1)
    return c.IssueTicket(
        number, body.theme, body.language, body.accessible, body.people, body.precedence, body.anyway
    )


def _shift(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    counter = _taken(rest, "counter", NAME)
    body = wire.ShiftBody.model_validate(rest)
    return c.OpenShift(counter, body.themes, body.overflow, body.languages, body.until)


def _call(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    counter = _taken(rest, "counter", NAME)
    return c.CallTicket(counter, wire.CallBody.model_validate(rest).ticket)


def _hand_over(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    counter = _taken(rest, "counter", NAME)
    body = wire.HandOverBody.model_validate(rest)
    return c.HandOver(counter, body.theme, body.to_counter, body.ticket)


def _park(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    counter = _taken(rest, "counter", NAME)
    body = wire.ParkBody.model_validate(rest)
    return c.Park(counter, body.minutes, body.ticket)


def _call_together(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    counter = _taken(rest, "counter", NAME)
    return c.CallTogether(counter, wire.CallTogetherBody.model_validate(rest).tickets)


def _break(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    counter = _taken(rest, "counter", NAME)
    return c.TakeBreak(counter, wire.BreakBody.model_validate(rest).minutes)


def _precedence(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    ticket = _taken(rest, "ticket", NAME)
    return c.GivePrecedence(ticket, wire.PrecedenceBody.model_validate(rest).precedence)


def _correct(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    ticket = _taken(rest, "ticket", NAME)
    body = wire.CorrectBody.model_validate(rest)
    return c.CorrectTicket(ticket, body.theme, body.language)


def _paper(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
    ticket = _taken(rest, "ticket", NAME)
    return c.TellPaper(ticket, wire.TicketPaperBody.model_validate(rest).came)


def _there(make: Callable[[str, str | None], c.Command]) -> Make:
    """A command about everybody at a counter, or about one of them."""

    def made(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
        counter = _taken(rest, "counter", NAME)
        return make(counter, wire.OneBody.model_validate(rest).ticket)

    return made


def _only(field: str, make: Callable[[str], c.Command]) -> Make:
    """A command that says nothing but whose it is."""

    def made(rest: dict[str, Any], _floor: Floor, _at: datetime) -> c.Command:
        name = _taken(rest, field, NAME)
        wire.Body.model_validate(rest)
        return make(name)

    return made


def _taken(rest: dict[str, Any], field: str, adapter: TypeAdapter[T]) -> T:
    """A field of the line that no body has, taken out of it."""
    try:
        return adapter.validate_python(rest.pop(field, None))
    except ValidationError as error:
        raise WrongField(field, error.errors()[0]["msg"]) from None


COMMANDS: Mapping[str, Make] = {
    "issue": _issue,
    "shift": _shift,
    "end-shift": _only("counter", c.CloseShift),
    "break": _break,
    "back-to-work": _only("counter", c.EndBreak),
    "call-next": _only("counter", c.CallNext),
    "call": _call,
    "call-together": _call_together,
    "undo": _there(c.UndoCall),
    "recall": _there(c.Recall),
    "start": _there(c.StartInterview),
    "finish": _there(c.FinishInterview),
    "no-show": _there(c.MarkNoShow),
    "hand-over": _hand_over,
    "park": _park,
    "precedence": _precedence,
    "correct": _correct,
    "back": _only("ticket", c.BringBack),
    "more-time": _only("ticket", c.TakeTime),
    "paper": _paper,
    "withdraw": _only("ticket", c.Withdraw),
    "open-day": lambda _rest, floor, at: c.OpenDay(date_to_open(floor, at)),
    "close-day": lambda _rest, _floor, _at: c.CloseDay(),
}


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
