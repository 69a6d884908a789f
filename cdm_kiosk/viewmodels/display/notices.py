"""What everybody is told below the calls: the house's own message, and quieter notices that take turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cdm_kiosk.domain.disclosure import Board, NoticeShown
from cdm_kiosk.domain.front import text_in_language
from cdm_kiosk.domain.languages import is_right_to_left
from cdm_kiosk.domain.site import label_in

NOTICE_S = 8
"""How long one of several notices stands before another takes its turn."""

Phrase = Callable[[str], str]
"""The entry's fixed sentence in a language; "" where nobody has translated it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One text and the language it is written in."""

    text: str = ""
    language: str = ""

    @property
    def is_right_to_left(self) -> bool:
        return is_right_to_left(self.language)


def message_of(board: Board, language: str) -> Notice:
    """What the house itself says, in the site's first language where it is written in it."""
    said = _house(board)
    own = language if said.get(language) else next(iter(said), "")
    return Notice(text_in_language(said, language, language), own)


def quieter(board: Board, languages: tuple[str, ...], entry_closed: Phrase) -> tuple[Notice, ...]:
    """All that takes turns: entry and pauses in the site's first language, newest pause first, then in each other
    language whatever is written in it, the house's message too.
    """
    first, *others = languages
    return (*_in(board, first, first, entry_closed), *_in_others(board, first, others, entry_closed))


def _in_others(board: Board, first: str, others: list[str], entry_closed: Phrase) -> Iterator[Notice]:
    shown = message_of(board, first).language
    for language in others:
        message = _house(board).get(language, "")
        if message and language != shown:
            yield Notice(message, language)
        yield from _in(board, language, first, entry_closed)


def _in(board: Board, language: str, first: str, entry_closed: Phrase) -> Iterator[Notice]:
    if board.is_open and not board.entry_open:
        phrase = entry_closed(language)
        if phrase:
            yield Notice(phrase, language)
    for notice in reversed(board.notices):
        # A pause nobody translated is told in the first language alone.
        if notice.theme != "" and (language == first or notice.text.get(language)):
            yield Notice(_of_theme(notice, language), language)


def _of_theme(notice: NoticeShown, language: str) -> str:
    text = text_in_language(notice.text, language, language)
    label = label_in(notice.label, language)
    colon = "\u00a0: " if language == "fr" else ": "
    return f"{label}{colon}{text}" if label else text


def _house(board: Board) -> Mapping[str, str]:
    return next((notice.text for notice in board.notices if notice.theme == ""), {})
