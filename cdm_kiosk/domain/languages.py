"""The languages of the public: what their own speakers call them, and which way they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES = {
    "fr": "Français",
    "en": "English",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "de": "Deutsch",
    "nl": "Nederlands",
    "ar": "العربية",
    "uk": "Українська",
}
"""The languages that the program's own words are in; French, their source, comes first."""

NO_BREAK = "\u00a0"
RIGHT_TO_LEFT = frozenset({"ar"})
REGIONAL = re.compile(r"[a-z]{2,3}-[A-Za-z]{2}")
NOT_LATIN = frozenset({"ar", "uk"})
"""Languages in a script that who reads only them looks for."""


def language_name(code: str) -> str:
    """A language as its own speakers call it, so that each finds theirs; a code that nobody knows stays a code."""
    return NAMES.get(code, code)


def tag_name(tag: str) -> str:
    """The same for who runs the site, with the region that was chosen: "Français (BE)"."""
    region = region_of(tag)
    return f"{language_name(code_of(tag))} ({region})" if region else language_name(tag)


def marked(text: str, language: str, shown_in: str) -> str:
    """A text that stands among those of another language, with the name of its own before it."""
    if not text or language == shown_in:
        return text
    return f"{language_name(language)}{NO_BREAK if language == 'fr' else ''}: {text}"


def is_right_to_left(code: str) -> bool:
    """Whether lines of this language begin at the right, and the whole screen with them."""
    return code in RIGHT_TO_LEFT


def code_of(tag: str) -> str:
    """The language of a tag with or without a region: "fr-BE" is "fr"."""
    return tag.partition("-")[0] if REGIONAL.fullmatch(tag) else tag


def region_of(tag: str) -> str:
    """The region of a tag, in capitals; "" where it names none."""
    return tag.partition("-")[2].upper() if REGIONAL.fullmatch(tag) else ""


def tag_of(code: str, regions: Mapping[str, str]) -> str:
    """A language with the region that a site has it from: "fr" is "fr-BE" in Brussels."""
    return f"{code}-{regions[code]}" if code in regions else code
