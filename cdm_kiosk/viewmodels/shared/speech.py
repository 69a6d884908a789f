"""What a view model knows of a voice: that it speaks, and how long a text takes."""

from __future__ import annotations

from typing import Protocol

SLOWEST_LETTERS_A_SECOND = 8


class Speaker(Protocol):
    """Whoever lends its voice. ``volume`` is 0 to 100; a new text takes the place of the one being said.

    A text's language may name a region ("fr-BE"); ``speaks`` asks for a language alone.
    """

    def say(self, text: str, language: str, volume: int) -> None: ...
    def stop(self) -> None: ...
    def speaks(self, language: str) -> bool: ...
    def is_speaking(self) -> bool: ...


def patience_s(text: str) -> int:
    """Seconds after which even a slow voice has said ``text``."""
    return 2 + len(text) // SLOWEST_LETTERS_A_SECOND
