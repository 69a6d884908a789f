"""The display's voice by a clock that is set by hand: the chime, French, then the visitor's language."""

from __future__ import annotations

import wave
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from cdm_kiosk import paths
from cdm_kiosk.viewmodels.display.announcements import (
    AGAIN,
    CHIME_S,
    LATE_S,
    NUMBER_AND_PLACE,
    NUMBERS_AND_PLACE,
    OTHERS,
    Announcements,
    Call,
    PlayChime,
    Say,
)
from cdm_kiosk.viewmodels.display.voice import DisplayVoice
from tests.tools.speaker import RecordingSpeaker

CALLED = Call((0,), "Table 4", recalled=False, aloud=("fr",), volume=70, occasion=None)

ENGLISH = {
    NUMBER_AND_PLACE: "Number {number}, {place}.",
    NUMBERS_AND_PLACE: "Numbers {number}, {place}.",
    AGAIN: "Again: number {number}, {place}.",
    OTHERS: "Other numbers are called, {place}. Please look at the screen.",
}


def in_language(language: str, text: str) -> str:
    return text if language == "fr" else ENGLISH[text] if language == "en" else ""


def speaks(language: str) -> bool:
    return language != "nl"


@dataclass
class Hall:
    """Hears what the queue lets sound; each text takes ``said_in_s``, unless its voice never comes to an end."""

    queue: Announcements = field(default_factory=Announcements)
    now_s: float = 100.0
    said_in_s: float | None = 2.0

    def call(self, *numbers: int, **more: object) -> None:
        self.queue = self.queue.heard(replace(CALLED, numbers=numbers, **more), self.now_s)

    def listen(self, sounds: int | None = None) -> list[PlayChime | Say]:
        """All that is heard from now until it is quiet, or so many sounds."""
        heard: list[PlayChime | Say] = []
        while len(heard) != sounds:
            self.queue, sound = self.queue.next(self.now_s, in_language, speaks)
            if sound is None and self.now_s >= self.queue.busy_until_s:
                return heard
            if sound is not None:
                heard.append(sound)
            if isinstance(sound, Say) and self.said_in_s is not None:
                self.now_s += self.said_in_s
                self.queue = self.queue.said(self.now_s)
            else:
                self.now_s = self.queue.busy_until_s
        return heard


def texts(heard: list[PlayChime | Say]) -> list[str]:
    return ["*" if isinstance(sound, PlayChime) else sound.text for sound in heard]


def test_a_call_chimes_then_says_number_and_place_in_words() -> None:
    hall = Hall()
    hall.call(42)
    assert texts(hall.listen()) == ["*", "Numéro quarante-deux, table quatre."]


def test_french_comes_first_then_the_language_of_the_ticket() -> None:
    hall = Hall()
    hall.call(42, aloud=("fr", "en"))
    assert texts(hall.listen()) == ["*", "Numéro quarante-deux, table quatre.", "Number forty-two, table four."]


def test_a_recall_says_so() -> None:
    hall = Hall()
    hall.call(42, recalled=True)
    assert texts(hall.listen()) == ["*", "Rappel. Numéro quarante-deux, table quatre."]


def test_numbers_that_are_called_together_are_said_together() -> None:
    hall = Hall()
    hall.call(12, 14)
    assert texts(hall.listen()) == ["*", "Numéros douze, quatorze, table quatre."]


def test_many_who_are_called_together_are_said_a_few_at_a_time_each_with_the_place() -> None:
    hall = Hall()
    hall.call(*range(1, 10))
    assert texts(hall.listen()) == [
        "*",
        "Numéros un, deux, trois, quatre, table quatre.",
        "Numéros cinq, six, sept, huit, table quatre.",
        "Numéro neuf, table quatre.",
    ]


def test_whoever_is_called_after_thirty_people_is_chimed_after_one_sentence() -> None:
    hall = Hall(said_in_s=5.0)
    hall.call(*range(1, 31), aloud=("fr", "en"))
    hall.listen(sounds=2)
    hall.call(31, place="Table 1")
    called_at_s = hall.now_s
    hall.listen(sounds=1)
    assert hall.now_s - called_at_s <= 5.0 + CHIME_S
    assert texts(hall.listen()) == [
        "Numéro trente et un, table un.",
        "D’autres numéros sont appelés, table quatre. Regardez l’écran.",
        "Other numbers are called, table four. Please look at the screen.",
    ]


def test_the_one_sentence_that_was_left_of_many_is_said_after_the_call_that_came_between() -> None:
    hall = Hall()
    hall.call(1, 2, 3, 4, 5)
    hall.call(6, place="Table 1")
    assert texts(hall.listen()) == [
        *("*", "Numéros un, deux, trois, quatre, table quatre."),
        *("*", "Numéro six, table un."),
        "Numéro cinq, table quatre.",
    ]


def test_of_two_calls_of_many_each_has_its_first_numbers_said_before_the_rest() -> None:
    hall = Hall()
    hall.call(*range(1, 31))
    hall.call(31, 32, 33, 34, 35, place="Table 1")
    assert texts(hall.listen()) == [
        *("*", "Numéros un, deux, trois, quatre, table quatre."),
        *("*", "Numéros trente et un, trente-deux, trente-trois, trente-quatre, table un."),
        "Numéro trente-cinq, table un.",
        "D’autres numéros sont appelés, table quatre. Regardez l’écran.",
    ]


def test_numbers_that_join_a_call_while_it_chimes_are_said_with_it() -> None:
    hall = Hall()
    hall.call(1, occasion="workshop")
    hall.listen(sounds=1)
    for number in (2, 3):
        hall.queue = hall.queue.joined(
            replace(CALLED, numbers=(number,), aloud=("fr", "en"), occasion="workshop"), hall.now_s
        )
    assert texts(hall.listen()) == [
        "Numéros un, deux, trois, table quatre.",
        "Numbers one, two, three, table four.",
    ]


def test_numbers_that_join_a_call_which_waits_are_said_in_its_turn() -> None:
    hall = Hall()
    hall.call(7, occasion="one")
    hall.listen(sounds=1)
    hall.call(1, occasion="workshop")
    hall.call(8, occasion="another")
    hall.queue = hall.queue.joined(replace(CALLED, numbers=(2,), occasion="workshop"), hall.now_s)
    assert texts(hall.listen()) == [
        "Numéro sept, table quatre.",
        *("*", "Numéros un, deux, table quatre."),
        *("*", "Numéro huit, table quatre."),
    ]


def test_numbers_that_join_a_call_too_late_are_a_call_of_their_own() -> None:
    hall = Hall()
    hall.call(1, occasion="workshop")
    hall.listen()
    hall.queue = hall.queue.joined(replace(CALLED, numbers=(2,), occasion="workshop"), hall.now_s)
    assert texts(hall.listen()) == ["*", "Numéro deux, table quatre."]


def test_one_of_several_who_is_taken_back_is_not_said_with_the_others() -> None:
    hall = Hall()
    hall.call(1, 2, 3)
    hall.queue = hall.queue.kept(frozenset((1, 3)))
    hall.listen(sounds=1)
    hall.queue = hall.queue.kept(frozenset((3,)))
    assert texts(hall.listen()) == ["Numéro trois, table quatre."]


def test_whoever_is_taken_back_while_the_others_are_said_is_not_said_any_more() -> None:
    hall = Hall()
    hall.call(*range(1, 10))
    hall.listen(sounds=2)
    hall.queue = hall.queue.kept(frozenset((5, 8)))
    assert texts(hall.listen()) == ["Numéros cinq, huit, table quatre."]


@pytest.mark.parametrize(
    ("label", "said"), [("Table 4B", "table quatre B."), ("Accueil", "accueil"), ("VAE 2", "VAE deux"), ("", "")]
)
def test_a_place_is_said_as_it_is_written(label: str, said: str) -> None:
    hall = Hall()
    hall.call(7, place=label)
    assert f"Numéro sept, {said}" in texts(hall.listen())[1]


def test_in_a_burst_all_but_the_last_are_said_once_and_short() -> None:
    hall = Hall()
    for number in (1, 2, 3):
        hall.call(number, aloud=("fr", "en"))
    assert texts(hall.listen()) == [
        *("*", "Numéro un, table quatre."),
        *("*", "Numéro deux, table quatre."),
        *("*", "Numéro trois, table quatre."),
    ]


def test_a_call_that_comes_while_another_is_said_waits_for_its_end() -> None:
    hall = Hall()
    hall.call(1)
    hall.queue, first = hall.queue.next(hall.now_s, in_language, speaks)
    hall.call(2)
    hall.now_s += CHIME_S / 2
    hall.queue, nothing = hall.queue.next(hall.now_s, in_language, speaks)
    assert (isinstance(first, PlayChime), nothing) == (True, None)
    hall.now_s += CHIME_S
    assert texts(hall.listen()) == ["Numéro un, table quatre.", "*", "Numéro deux, table quatre."]


def test_a_late_call_is_short_even_when_it_is_the_last() -> None:
    hall = Hall()
    hall.call(1, aloud=("fr", "en"))
    hall.now_s += LATE_S + 1
    assert texts(hall.listen()) == ["*", "Numéro un, table quatre."]


def test_a_voice_that_never_ends_holds_nobody_up() -> None:
    hall = Hall(said_in_s=None)
    hall.call(1)
    hall.call(2)
    assert texts(hall.listen()) == ["*", "Numéro un, table quatre.", "*", "Numéro deux, table quatre."]


@pytest.mark.parametrize("aloud", [(), ("nl",), ("xx",)])
def test_the_chime_needs_no_voice(aloud: tuple[str, ...]) -> None:
    hall = Hall()
    hall.call(1, aloud=aloud)
    assert texts(hall.listen()) == ["*"]


def test_a_call_that_is_taken_back_before_its_turn_is_not_heard() -> None:
    hall = Hall()
    for number in (1, 2, 3):
        hall.call(number, place=f"Table {number}")
    hall.queue = hall.queue.kept(frozenset((1, 3)))
    assert texts(hall.listen()) == ["*", "Numéro un, table un.", "*", "Numéro trois, table trois."]


def test_in_quiet_hours_nothing_is_heard() -> None:
    hall = Hall()
    hall.call(1, volume=0)
    assert hall.listen() == []


def test_chime_and_voice_are_as_loud_as_the_site_wants_at_this_hour() -> None:
    hall = Hall()
    hall.call(1, volume=35)
    assert {sound.volume for sound in hall.listen()} == {35}


@given(
    st.lists(st.tuples(st.floats(0, 20), st.booleans()), max_size=12),
    st.one_of(st.none(), st.floats(0.1, 9)),
)
def test_no_call_is_lost_and_their_order_is_kept(gaps: list[tuple[float, bool]], said_in_s: float | None) -> None:
    hall, heard = Hall(said_in_s=said_in_s), []
    for number, (gap_s, lets_sound) in enumerate(gaps):
        hall.now_s += gap_s
        hall.call(number, place=f"Table {number}")
        if lets_sound:
            heard += hall.listen()
    heard += hall.listen()
    assert [isinstance(sound, PlayChime) for sound in heard] == [True, False] * len(gaps)
    said = [sound.text for sound in heard if isinstance(sound, Say)]
    assert len(set(said)) == len(gaps)


def test_the_queue_knows_how_long_the_chime_is() -> None:
    with wave.open(str(paths.RESOURCES / "sounds" / "chime.wav")) as chime:
        assert chime.getnframes() / chime.getframerate() == pytest.approx(CHIME_S)


def test_the_display_sounds_call_after_call(qtbot: QtBot) -> None:
    speaker, now = RecordingSpeaker(), [100.0]
    chimes: list[int] = []
    voice = DisplayVoice(speaker, in_language, lambda: now[0])
    voice.chimed.connect(chimes.append)
    voice.announce(replace(CALLED, numbers=(42,), aloud=("fr", "en")))
    voice.announce(replace(CALLED, numbers=(43,)))
    assert (chimes, speaker.said) == ([70], [])
    now[0] += CHIME_S
    voice.move_on()
    assert (chimes, [said.language for said in speaker.said]) == ([70], ["fr"])
    now[0] += 2
    voice.ended()
    assert (chimes, [said.language for said in speaker.said]) == ([70], ["fr", "en"])
    now[0] += 2
    voice.ended()
    assert chimes == [70, 70]
    now[0] += CHIME_S
    voice.move_on()
    assert [said.text for said in speaker.said] == [
        "Numéro quarante-deux, table quatre.",
        "Number forty-two, table four.",
        "Numéro quarante-trois, table quatre.",
    ]
