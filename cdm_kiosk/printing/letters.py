"""The letters that a text has on paper: typographic ones that our typefaces lack become plain ones."""

from __future__ import annotations

from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
PLAIN: Final = {
    # Spaces that hold a line together, in French numbers and English times, and those that do not.
    **dict.fromkeys((0x2007, 0x202F), NO_BREAK_SPACE),
    **dict.fromkeys((*range(0x2000, 0x2007), *range(0x2008, 0x200B), 0x205F, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2212), "-"),
    0x2015: "—",
    # Neither letter nor space.
    **dict.fromkeys((0x200B, 0x2060, 0xFEFF), ""),
}


def plain(text: str) -> str:
    """``text`` in letters that the paper has."""
    return text.translate(PLAIN)
