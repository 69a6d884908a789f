"""The table of verbs as a client uses it: which verb an address is, and the command that its body makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from cdm_kiosk import wire
from cdm_kiosk.domain.commands import Command
from cdm_kiosk.domain.verbs import IN_PATH, VERBS, Verb


def verb_at(method: str, path: str) -> tuple[Verb, dict[str, str]] | None:
    """The verb with this address, and the fields that the path holds; ``None`` where there is none."""
    for verb in VERBS:
        found = re.fullmatch(IN_PATH.sub(r"(?P<\1>[^/]+)", verb.path), path)
        if found is not None and verb.method == method:
            return verb, {name: unquote(value) for name, value in found.groupdict().items()}
    return None


def command_of(verb: Verb, named: Mapping[str, str], body: Mapping[str, Any] | None, **made: Any) -> Command:
    """The command that the hub makes of a request; raises ValidationError."""
    return verb.command(**named, **wire.body_of(verb).model_validate(body or {}).__dict__, **made)
