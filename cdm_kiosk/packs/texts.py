"""Whether the texts of a site are fit for a screen: their length, and nothing in them but text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from cdm_kiosk.domain.faults import Code, Fault

LONGEST = {
    "id": 40,
    "name": 80,
    "cite": 80,
    "network": 80,
    "tagline": 80,
    "reception": 120,
    "label": 60,
    "place": 120,
    "counters.label": 24,
    "zones.label": 80,
    "messages.label": 30,
    "text": 200,
    "words": 120,
}
LONGEST_OTHER = 120
LONGEST_KEY = 40
MOST = {
    "themes": 40,
    "zones": 40,
    "counters": 200,
    "services": 40,
    "messages": 20,
    "rota": 2000,
    "exceptions": 1000,
}
"""How many of each a site may have; a real one has a tenth of that."""

IN_LANGUAGES = ("label", "place", "tagline", "reception", "text", "words")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
ENTITY = re.compile(r"&(#\w+|[A-Za-z]\w*);")
JOINERS = "\u200c\u200d\u00ad"
"""Invisible, and part of how Persian, Hindi or a long compound are written."""
TURNS_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")


def text_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    """What no screen should show, by key, in the raw content of a site file, whatever its shape."""
    waiting: list[tuple[tuple[str, ...], Any]] = [((), content)]
    while waiting:
        keys, value = waiting.pop()
        if isinstance(value, str):
            yield from _faults_of(keys, value)
        elif isinstance(value, list):
            yield from _too_many(keys, value)
            waiting += reversed([((*keys, str(at)), each) for at, each in enumerate(value)])
        elif isinstance(value, dict):
            for key in value:
                yield from _key_faults(keys, key)
            waiting += reversed([((*keys, key), each) for key, each in value.items()])


def too_many(content: Mapping[str, Any]) -> bool:
    """Whether there is more in the file than anybody should judge one by one."""
    return any(any(_too_many((key,), value)) for key, value in content.items() if isinstance(value, list))


def _too_many(keys: tuple[str, ...], values: list[Any]) -> Iterator[Fault]:
    most = MOST.get(keys[-1] if keys else "", max(MOST.values()))
    if len(values) > most:
        yield Fault(".".join(keys), Code.TOO_MANY_ENTRIES, {"count": len(values), "most": most})


def _key_faults(keys: tuple[str, ...], key: str) -> Iterator[Fault]:
    where = ".".join((*keys, key[:LONGEST_KEY]))
    if keys and keys[-1] in IN_LANGUAGES and not LANGUAGE.fullmatch(key):
        yield Fault(where, Code.NOT_A_LANGUAGE)
    elif len(key) > LONGEST_KEY or _unfit(key):
        yield Fault(where, Code.UNKNOWN_KEY)


def _faults_of(keys: tuple[str, ...], text: str) -> Iterator[Fault]:
    where = ".".join(keys)
    if keys[-1] == "id" and not ID.fullmatch(text):
        yield Fault(where, Code.NOT_AN_ID)
        return
    if "languages" in keys and not LANGUAGE.fullmatch(text):
        yield Fault(where, Code.NOT_A_LANGUAGE)
        return
    longest = _longest(keys)
    if len(text) > longest:
        yield Fault(where, Code.TOO_LONG, {"length": len(text), "most": longest})
    unfit = _unfit(text)
    if unfit is not None:
        yield Fault(where, unfit)


def _longest(keys: tuple[str, ...]) -> int:
    named = next((key for key in reversed(keys) if key in LONGEST), "")
    return LONGEST.get(f"{keys[0]}.{named}", LONGEST.get(named, LONGEST_OTHER))


@lru_cache(maxsize=10_000)
def _unfit(text: str) -> Code | None:
    suspects = "" if text.isprintable() else text
    if any(each in TURNS_DIRECTION for each in suspects):
        return Code.TURNS_TEXT
    if any(unicodedata.category(each) in INVISIBLE and each not in JOINERS for each in suspects):
        return Code.INVISIBLE_CHARACTER
    if "<" in text or ">" in text or ENTITY.search(text):
        return Code.MARKUP
    return None
