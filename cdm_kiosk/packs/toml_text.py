"""Writes what a site file says as TOML: values on one line, and a Cité's themes into the file that named it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date as Date
from typing import Any

THEMES_FROM = re.compile(r"^[ \t]*themes_from[ \t]*=.*\n?", re.MULTILINE)
BARE = re.compile(r"[A-Za-z0-9_-]+")


def inline(value: Any) -> str:
    """A text, number, truth, date, list or table as TOML on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for the delete character.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Date):
        return value.isoformat()
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(key)} = {inline(each)}" for key, each in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(inline, value))}]"
    return str(value)


def tables(name: str, entries: Iterable[Mapping[str, Any]]) -> str:
    """A list of tables, ``[[name]]`` each, their own lists of tables on one line."""
    return "\n".join(
        f"[[{name}]]\n" + "".join(f"{_key(key)} = {inline(value)}\n" for key, value in entry.items())
        for entry in entries
    )


def with_themes(text: str, themes: Iterable[Mapping[str, Any]]) -> str:
    """A site file that named its Cité's file, with the Cité's themes in it instead; all else stays as written."""
    own = THEMES_FROM.sub("", text, count=1).rstrip("\n")
    return f"{own}\n\n# The themes of its Cité.\n{tables('themes', themes)}"


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else inline(key)
