"""Answers the verbs of the table, all of them in one way, beneath the framework, which only describes them.

Whatever else is asked goes on to the framework's application.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from email.message import Message
from functools import partial
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import TypeAdapter, ValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from cdm_kiosk import wire
from cdm_kiosk.domain.commands import Command, IssueTicket, OpenDay
from cdm_kiosk.domain.day import date_to_open
from cdm_kiosk.domain.errors import Forbidden
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Order, Principal
from cdm_kiosk.domain.verbs import Verb
from cdm_kiosk.hub import problems
from cdm_kiosk.hub.api import ANSWERS, SPOKEN, Hub
from cdm_kiosk.hub.callers import MADE_AT_HEADER

PREFIX = "/api/v1"
KEY = problems.KEY_HEADER.lower().encode()
MADE_AT = MADE_AT_HEADER.lower().encode()
MOMENT: TypeAdapter[datetime] = TypeAdapter(wire.Moment)
KEY_FORM = re.compile(rb"[!-~]{1,200}")
JSON = b"application/json"
NOT_THERE = object()

MADE: Mapping[type[Command], Callable[[Hub], dict[str, Any]]] = {
    IssueTicket: lambda hub: {"ticket": hub.new_ticket()},
    OpenDay: lambda hub: {"date": date_to_open(hub.house.floor, hub.house.now())},
}
"""What the hub itself fills in, where a station does not."""


class VerbEndpoint:
    """The hub's verbs as an ASGI application. It stands behind the gate, which hands a body over as one message."""

    def __init__(self, hub: Hub, others: ASGIApp) -> None:
        self._hub = hub
        self._others = others
        self._verbs: dict[str, dict[str, Verb]] = {}
        for verb in SPOKEN:
            self._verbs.setdefault(PREFIX + re.sub(r"{\w+}", "{}", verb.path), {})[verb.method] = verb

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        verbs, named = self._asked(scope["path"])
        if verbs is None:
            await self._others(scope, receive, send)
            return
        try:
            verb = verbs.get(scope["method"])
            if verb is None:
                raise HTTPException(405, headers={"Allow": ", ".join(verbs)})
            by: Principal = scope["cdm.by"]
            if by.role not in verb.roles:
                # Before it is read: what is not theirs to ask is theirs to try in no form.
                raise Forbidden(Code.NOT_YOURS, role=by.role)
            message = await receive()
            response = await self._carried_out(verb, named, by, scope, message["body"])
        except Exception as error:
            response = problems.answer_to(error)
        await response(scope, receive, send)

    def _asked(self, path: str) -> tuple[dict[str, Verb] | None, tuple[str, ...]]:
        """The verbs at a path, by method, and what the path says."""
        verbs = self._verbs.get(path)
        if verbs is not None:
            return verbs, ()
        # "", "api", "v1", what kind of thing, which one, what to do
        parts = path.split("/", 5)
        if len(parts) < 6 or not parts[4]:
            return None, ()
        which, parts[4] = parts[4], "{}"
        return self._verbs.get("/".join(parts)), (which,)

    async def _carried_out(
        self, verb: Verb, named: tuple[str, ...], by: Principal, scope: Scope, content: bytes
    ) -> Response:
        # Of a header that comes twice, the first counts.
        said = dict(reversed([*scope["headers"]]))
        body = _read(content, said.get(b"content-type", b"")) if verb.in_body and content else NOT_THERE
        key = _key(said.get(KEY))
        given: dict[str, Any] = dict(zip(verb.in_path, named, strict=True))
        if verb.in_body:
            given |= _checked(verb, body)
        if verb.command in MADE:
            made = MADE[verb.command](self._hub)
            given |= {name: given.get(name) or value for name, value in made.items()}
        command = verb.command(**given)
        _, answer = ANSWERS[verb.answers]
        made_at = _made_at(said.get(MADE_AT)) if verb.while_away else None
        order = Order(command, by, key, made_at)
        done = await self._hub.house.carry_out(order, partial(answer, self._hub, command))
        return Response(done.body, done.status, media_type="application/json")


def _read(content: bytes, content_type: bytes) -> Any:
    """What a body says; itself where it does not claim to be JSON."""
    if content_type != JSON and not _is_json(content_type):
        return content
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise RequestValidationError([{"type": "json_invalid", "loc": ("body", 0)}]) from None


def _is_json(content_type: bytes) -> bool:
    message = Message()
    message["content-type"] = content_type.decode("latin-1")
    subtype = message.get_content_subtype()
    return message.get_content_maintype() == "application" and (subtype == "json" or subtype.endswith("+json"))


def _key(key: bytes | None) -> str:
    if key is None:
        raise RequestValidationError([{"type": "missing", "loc": ("header", problems.KEY_HEADER)}])
    if not KEY_FORM.fullmatch(key):
        raise RequestValidationError([{"type": "wrong", "loc": ("header", problems.KEY_HEADER)}])
    return key.decode()


def _made_at(said: bytes | None) -> datetime | None:
    try:
        return None if said is None else MOMENT.validate_python(said.decode("latin-1"))
    except ValidationError as error:
        raise RequestValidationError([{**error.errors()[0], "loc": ("header", MADE_AT_HEADER)}]) from None


def _checked(verb: Verb, body: Any) -> dict[str, Any]:
    """The fields that a body gives; it may be left out, or null, where nothing in it must be said."""
    if body in (NOT_THERE, None) and verb.may_say_nothing:
        return {}
    if body is NOT_THERE:
        raise RequestValidationError([{"type": "missing", "loc": ("body",), "msg": "Field required"}])
    try:
        return wire.body_of(verb).model_validate(body, from_attributes=True).__dict__
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise RequestValidationError([{**first, "loc": ("body", *first["loc"])}]) from None
