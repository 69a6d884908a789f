"""What the display says aloud and when: call after call, the chime first, none over another and nobody held up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP

from cdm_kiosk.domain.languages import code_of
from cdm_kiosk.viewmodels.shared.number_words import in_full, in_words
from cdm_kiosk.viewmodels.shared.speech import patience_s

CHIME_S = 1.2
"""How long the chime sounds (resources/sounds/chime.wav; a test compares)."""
LATE_S = 6.0
"""A call that waited so long for its turn is said short, even if no other waits."""
NUMBERS_IN_A_SENTENCE = 4
"""So many of those called together are said with their place before another call may have its turn."""

NUMBER_AND_PLACE = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Numéro {number}, {place}."))
NUMBERS_AND_PLACE = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Numéros {number}, {place}."))
AGAIN = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Rappel. Numéro {number}, {place}."))
AGAIN_SEVERAL = str(QT_TRANSLATE_NOOP("DisplayViewModel", "Rappel. Numéros {number}, {place}."))
OTHERS = str(QT_TRANSLATE_NOOP("DisplayViewModel", "D’autres numéros sont appelés, {place}. Regardez l’écran."))

InLanguage = Callable[[str, str], str]
"""A fixed sentence (its French source) in a language; "" where nobody translated it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call as it takes the large place: for whoever says it aloud, and for nobody's eyes.

    ``volume`` is 0 (neither chime nor voice) to 100; ``aloud`` are the languages it is said in, in that order;
    ``occasion`` is equal for numbers that are called together.
    """

    numbers: tuple[int, ...]
    place: str
    recalled: bool
    aloud: tuple[str, ...]
    volume: int
    occasion: object


@dataclass(frozen=True, slots=True)
class PlayChime:
    volume: int


@dataclass(frozen=True, slots=True)
class Say:
    text: str
    language: str
    volume: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A call in the queue since ``came_s``, those of its numbers that are still called, its languages."""

    came_s: float
    call: Call
    numbers: tuple[int, ...]
    aloud: tuple[str, ...]
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence that is still to be said: some numbers of a call in one language, or that there are others."""

    call: Call
    language: str
    numbers: tuple[int, ...]
    is_of_many: bool = False
    tells_of_others: bool = False


@dataclass(frozen=True, slots=True)
class Announcements:
    """The calls to be heard.

    ``chimed`` is the call whose chime sounds, ``then`` what is left of the one that is being said, ``left`` what is
    said when nobody waits any more. ``busy_until_s``: what sounds now is over then at the latest, whatever its
    voice says or fails to say. All times are seconds of one clock that never runs back.
    """

    waiting: tuple[Turn, ...] = ()
    chimed: Turn | None = None
    then: tuple[Part, ...] = ()
    left: tuple[Part, ...] = ()
    busy_until_s: float = 0.0
    is_saying: bool = False

    def heard(self, call: Call, now_s: float) -> Announcements:
        """A call came: it has its turn after all that came before. One at volume 0 is the screen's alone."""
        turn = Turn(now_s, call, call.numbers, call.aloud)
        return replace(self, waiting=(*self.waiting, turn)) if call.volume else self

    def joined(self, call: Call, now_s: float) -> Announcements:
        """More numbers of a call that was heard before: said with it, unless its sentences have begun."""
        if self.chimed is not None and self.chimed.call.occasion == call.occasion:
            return replace(self, chimed=_with_more(self.chimed, call))
        if any(turn.call.occasion == call.occasion for turn in self.waiting):
            waiting = (
                _with_more(turn, call) if turn.call.occasion == call.occasion else turn for turn in self.waiting
            )
            return replace(self, waiting=tuple(waiting))
        return self.heard(call, now_s)

    def kept(self, standing: frozenset[int]) -> Announcements:
        """Numbers that do not stand any more (taken back, or the doors shut) are not said."""
        return replace(
            self,
            waiting=tuple(_standing(self.waiting, standing)),
            chimed=next(_standing((self.chimed,), standing), None) if self.chimed is not None else None,
            then=tuple(_standing(self.then, standing)),
            left=tuple(_standing(self.left, standing)),
        )

    def said(self, now_s: float) -> Announcements:
        """The voice came to its end, or failed. The chime does not depend on it and has its own time."""
        return replace(self, busy_until_s=now_s, is_saying=False) if self.is_saying else self

    def next(
        self, now_s: float, in_language: InLanguage, speaks: Callable[[str], bool]
    ) -> tuple[Announcements, PlayChime | Say | None]:
        """What is to be heard now, if it is quiet: the rest of this call, else the chime of the next.

        The rest of a call of many waits where somebody else was called meanwhile, and is shortened.
        """
        if now_s < self.busy_until_s:
            return self, None
        state = replace(self, is_saying=False)
        if state.chimed is not None:
            then = parts(state.chimed, in_language, speaks)
            state = replace(state, chimed=None, then=then)
        elif state.waiting and state.then and state.then[0].is_of_many:
            state = replace(state, then=(), left=(*state.left, *_shortened(state.then)))
        if state.then:
            part, *rest = state.then
            return replace(state, then=tuple(rest))._saying(part, now_s, in_language)
        if state.waiting:
            turn, *others = state.waiting
            turn = replace(turn, is_short=bool(others) or now_s - turn.came_s > LATE_S)
            state = replace(state, waiting=tuple(others), chimed=turn, busy_until_s=now_s + CHIME_S)
            return state, PlayChime(turn.call.volume)
        if state.left:
            part, *rest = state.left
            return replace(state, left=tuple(rest))._saying(part, now_s, in_language)
        return state, None

    def _saying(self, part: Part, now_s: float, in_language: InLanguage) -> tuple[Announcements, Say]:
        text = _text(part, in_language)
        return (
            replace(self, busy_until_s=now_s + patience_s(text), is_saying=True),
            Say(text, part.language, part.call.volume),
        )


Kept = TypeVar("Kept", Turn, Part)


def parts(turn: Turn, in_language: InLanguage, speaks: Callable[[str], bool]) -> tuple[Part, ...]:
    """A call as it is said: in each of its languages that has a voice and words here; short, in the first."""
    sentence = _sentence(turn.call, turn.numbers)
    languages = [each for each in turn.aloud if in_language(code_of(each), sentence) and speaks(code_of(each))]
    is_of_many = len(turn.numbers) > NUMBERS_IN_A_SENTENCE
    return tuple(
        Part(turn.call, language, turn.numbers[at : at + NUMBERS_IN_A_SENTENCE], is_of_many)
        for language in (languages[:1] if turn.is_short else languages)
        for at in range(0, len(turn.numbers), NUMBERS_IN_A_SENTENCE)
    )


def _shortened(rest: tuple[Part, ...]) -> Iterator[Part]:
    """In each language the one sentence that was left, or where there were several, that there are others."""
    for language in dict.fromkeys(part.language for part in rest):
        first, *others = [part for part in rest if part.language == language]
        numbers = (*first.numbers, *(number for part in others for number in part.numbers))
        yield replace(first, numbers=numbers, tells_of_others=True) if others else first


def _with_more(turn: Turn, call: Call) -> Turn:
    return replace(
        turn, numbers=(*turn.numbers, *call.numbers), aloud=tuple(dict.fromkeys((*turn.aloud, *call.aloud)))
    )


def _standing(those: Iterable[Kept], standing: frozenset[int]) -> Iterator[Kept]:
    for each in those:
        numbers = tuple(number for number in each.numbers if number in standing)
        if numbers:
            yield replace(each, numbers=numbers)


def _text(part: Part, in_language: InLanguage) -> str:
    source = OTHERS if part.tells_of_others else _sentence(part.call, part.numbers)
    numbers = ", ".join(in_words(number, part.language) for number in part.numbers)
    place = in_full(_within(part.call.place), part.language)
    return in_language(code_of(part.language), source).format(number=numbers, place=place)


def _sentence(call: Call, numbers: tuple[int, ...]) -> str:
    if len(numbers) > 1:
        return AGAIN_SEVERAL if call.recalled else NUMBERS_AND_PLACE
    return AGAIN if call.recalled else NUMBER_AND_PLACE


def _within(place: str) -> str:
    """A place's label within a sentence: "Table 4" is "table 4"; an abbreviation keeps its capitals."""
    return place if place[1:2].isupper() else place[:1].lower() + place[1:]
