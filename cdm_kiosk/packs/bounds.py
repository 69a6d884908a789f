"""Looks over a TOML text before it is parsed: a parser may take minutes over very long or very deep keys."""

from __future__ import annotations

import re
from typing import Final

from cdm_kiosk.domain.faults import Code, Fault

LONGEST_WORD: Final = 64
"""Of a key, a number or a date; a site's own are shorter (``packs.texts``)."""
MOST_PARTS: Final = 8
"""Of a key with dots."""
DEEPEST: Final = 8
"""Brackets within brackets."""
MOST_KEYS: Final = 30_000
MOST_ENTRIES: Final = 60_000
"""Of all lists and tables together; the largest site that is read has a third of both."""

# Each alternative ends wherever its text does, closed or not, so that every letter is looked at once.
TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n]* )
  | (?P<text> \"{3}(?:[^"\\]|\\.|"(?!""))*(?:\"{3})? | '{3}(?:[^']|'(?!''))*(?:'{3})?
            | "(?:[^"\\\n]|\\[^\n])*"? | '[^'\n]*'? )
  | (?P<word> [^\s"'\[\]{}=.,\#]+ )
  | (?P<mark> [\[\]{}=.,] )
    """,
    re.VERBOSE | re.DOTALL,
)


def bounds_fault(text: str) -> Fault | None:
    """What is more than a site file may have, with its line as the field; None where nothing is."""
    depth = dots = keys = entries = 0
    last = ""
    for token in TOKEN.finditer(text):
        kind, said = token.lastgroup, token[0]
        mark = said if kind == "mark" else ""
        depth += (mark in ("[", "{")) - (mark in ("]", "}") and depth > 0)
        # A number or a date has a dot, too.
        dots = dots + 1 if mark == "." else dots if last == "." else 0
        keys += mark == "="
        entries += mark in ("[", "{", ",")
        beyond: tuple[Code, int] | None = None
        is_after_key = mark in ("=", ".")
        if len(said if kind == "word" else last.strip("\"'") if is_after_key else "") > LONGEST_WORD:
            beyond = Code.WORD_TOO_LONG, LONGEST_WORD
        elif dots >= MOST_PARTS:
            beyond = Code.KEY_TOO_DEEP, MOST_PARTS
        elif depth > DEEPEST:
            beyond = Code.TOO_DEEP, DEEPEST
        elif keys > MOST_KEYS:
            beyond = Code.TOO_MANY_KEYS, MOST_KEYS
        elif entries > MOST_ENTRIES:
            beyond = Code.TOO_MANY_IN_ALL, MOST_ENTRIES
        if beyond is not None:
            code, most = beyond
            return Fault(f"line {text.count(chr(10), 0, token.start()) + 1}", code, {"most": most})
        last = said
    return None
