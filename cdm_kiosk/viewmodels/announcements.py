"""What the display says aloud and when: call after call, the chime first, none lost and none over another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP

from cdm_kiosk.viewmodels.number_words import in_full, in_words
from cdm_kiosk.viewmodels.spoken import patience_s

CHIME_S = 1.2
"""How long the chime sounds (resources/sounds/chime.wav; a test compares)."""
LATE_S = 6.0
"""A call that waited so long for its turn is said short, even if no other waits."""

NUMBER_AND_PLACE = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Numéro {number}, {place}."))
NUMBERS_AND_PLACE = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Numéros {number}, {place}."))
AGAIN = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Rappel. Numéro {number}, {place}."))
AGAIN_SEVERAL = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Rappel. Numéros {number}, {place}."))

InLanguage = Callable[[str, str], str]
"""A fixed sentence (its French source) in a language; "" where nobody translated it."""


class Call(Protocol):
    """What the display announces (``display.Announcement``)."""

    @property
    def numbers(self) -> tuple[int, ...]: ...
    @property
    def place(self) -> str: ...
    @property
    def recalled(self) -> bool: ...
    @property
    def aloud(self) -> tuple[str, ...]: ...
    @property
    def volume(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Chime:
    volume: int


@dataclass(frozen=True, slots=True)
class Say:
    text: str
    language: str
    volume: int


@dataclass(frozen=True, slots=True)
class Announcements:
    """The calls to be heard; ``then`` is what is left of the one whose turn it is.

    ``busy_until_s``: what sounds now is over then at the latest, whatever its voice says or fails to say. All
    times are seconds of one clock that never runs back.
    """

    waiting: tuple[tuple[float, Call], ...] = ()
    then: tuple[Say, ...] = ()
    busy_until_s: float = 0.0
    is_saying: bool = False

    def heard(self, call: Call, now_s: float) -> Announcements:
        """A call came: it has its turn after all that came before. One at volume 0 is the screen's alone."""
        return replace(self, waiting=(*self.waiting, (now_s, call))) if call.volume else self

    def kept(self, standing: frozenset[int]) -> Announcements:
        """Calls none of whose numbers stands any more (taken back, or the doors shut) are not said."""
        waiting = tuple((at_s, call) for at_s, call in self.waiting if not standing.isdisjoint(call.numbers))
        return self if waiting == self.waiting else replace(self, waiting=waiting)

    def said(self, now_s: float) -> Announcements:
        """The voice came to its end, or failed. The chime does not depend on it and has its own time."""
        return replace(self, busy_until_s=now_s, is_saying=False) if self.is_saying else self

    def next(
        self, now_s: float, in_language: InLanguage, speaks: Callable[[str], bool]
    ) -> tuple[Announcements, Chime | Say | None]:
        """What is to be heard now, if it is quiet: the rest of this call, else the chime of the next."""
        if now_s < self.busy_until_s:
            return self, None
        if self.then:
            said, *rest = self.then
            lasts_s = patience_s(said.text)
            return replace(self, then=tuple(rest), busy_until_s=now_s + lasts_s, is_saying=True), said
        if not self.waiting:
            return replace(self, is_saying=False), None
        (came_s, call), *others = self.waiting
        is_short = bool(others) or now_s - came_s > LATE_S
        then = sayings(call, is_short, in_language, speaks)
        return (
            Announcements(tuple(others), then, now_s + CHIME_S, is_saying=False),
            Chime(call.volume),
        )


def sayings(call: Call, is_short: bool, in_language: InLanguage, speaks: Callable[[str], bool]) -> tuple[Say, ...]:
    """A call as it is said: in each of its languages that has a voice and words here; short, in the first."""
    said = []
    for language in call.aloud:
        sentence = in_language(language, _sentence(call))
        if sentence and speaks(language):
            numbers = ", ".join(in_words(number, language) for number in call.numbers)
            text = sentence.format(number=numbers, place=in_full(_within(call.place), language))
            said.append(Say(text, language, call.volume))
    return tuple(said[:1] if is_short else said)


def _sentence(call: Call) -> str:
    if len(call.numbers) > 1:
        return AGAIN_SEVERAL if call.recalled else NUMBERS_AND_PLACE
    return AGAIN if call.recalled else NUMBER_AND_PLACE


def _within(place: str) -> str:
    """A place's label within a sentence: "Table 4" is "table 4"; an abbreviation keeps its capitals."""
    return place if place[1:2].isupper() else place[:1].lower() + place[1:]
