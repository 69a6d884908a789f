"""The table of verbs as a client uses it: which verb an address is, and the command that its body makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from cdm_kiosk.client.schemas import load_schemas
from cdm_kiosk.domain.commands import Command
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.verbs import IN_PATH, VERBS, Verb

# Whatever a test imported first: under Qt's hook a part of pydantic would not load after another.
load_schemas()
from cdm_kiosk import wire  # noqa: E402


def verb_at(method: str, path: str) -> tuple[Verb, dict[str, str]] | None:
    """The verb with this address, and the fields that the path holds; ``None`` where there is none."""
    for verb in VERBS:
        found = re.fullmatch(IN_PATH.sub(r"(?P<\1>[^/]+)", verb.path), path)
        if found is not None and verb.method == method:
            return verb, {name: unquote(value) for name, value in found.groupdict().items()}
    return None


def command_of(
    verb: Verb, named: Mapping[str, str], body: Mapping[str, Any] | None, made: Mapping[str, Any]
) -> Command:
    """The command that the hub makes of a request, ``made`` where nothing else is said; raises ValidationError."""
    said = wire.body_of(verb).model_validate(body or {}).__dict__
    return verb.command(**made | {name: value for name, value in {**named, **said}.items() if value is not None})


@cache
def role_for(method: str, url: str) -> str:
    """The station that may say what this address is for: reception where several may."""
    path = urlsplit(url).path.partition("/api/v1")[2]
    if path.startswith("/stations/"):
        return Role.KIOSK
    asked = verb_at(method, path)
    roles = asked[0].roles if asked is not None else ()
    return next((role for role in Role if role in roles and Role.RECEPTION not in roles), Role.RECEPTION)
