"""Writes what a site file says as TOML: a value, a table, a whole site, a Cité's themes into another file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date as Date
from typing import Any

from cdm_kiosk.packs.texts import IN_LANGUAGES

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
        f"[[{_key(name)}]]\n" + "".join(f"{_key(key)} = {inline(value)}\n" for key, value in entry.items())
        for entry in entries
    )


def whole(content: Mapping[str, Any], heading: str) -> str:
    """A whole site file: single values first, then tables, then lists of tables. ``heading`` becomes its comment.

    ``tomllib`` reads the same ``content`` from it.
    """
    single, sections, lists = [], [], []
    for key, value in content.items():
        if isinstance(value, Mapping) and key not in IN_LANGUAGES:
            lines = "".join(f"{_key(name)} = {inline(each)}\n" for name, each in value.items())
            sections.append(f"[{_key(key)}]\n{lines}")
        elif isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            lists.append(tables(key, value))
        else:
            single.append(f"{_key(key)} = {inline(value)}\n")
    return "\n".join([f"# {heading}\n", "".join(single), *sections, *lists])


def with_themes(text: str, themes: Iterable[Mapping[str, Any]]) -> str:
    """A site file that named its Cité's file, with the Cité's themes in it instead; all else stays as written."""
    own = THEMES_FROM.sub("", text, count=1).rstrip("\n")
    return f"{own}\n\n# The themes of its Cité.\n{tables('themes', themes)}"


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else inline(key)
