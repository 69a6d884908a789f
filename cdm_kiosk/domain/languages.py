"""The languages of the public: what their own speakers call them, and which way they are written."""

from __future__ import annotations

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

RIGHT_TO_LEFT = frozenset({"ar"})


def language_name(code: str) -> str:
    """A language as its own speakers call it, so that each finds theirs; a code that nobody knows stays a code."""
    return NAMES.get(code, code)


def is_right_to_left(code: str) -> bool:
    """Whether lines of this language begin at the right, and the whole screen with them."""
    return code in RIGHT_TO_LEFT
