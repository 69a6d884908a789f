"""Numbers, hours and minutes as people of each language say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.viewmodels.number_words import LARGEST, in_full, in_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "quarante-deux"),
        ("en", "forty-two"),
        ("es", "cuarenta y dos"),
        ("it", "quarantadue"),
        ("pt", "quarenta e dois"),
        ("de", "zweiundvierzig"),
        ("nl", "tweeënveertig"),
        ("ar", "اثنان و أربعون"),
        ("uk", "сорок два"),
    ],
)
def test_forty_two_in_each_language(language: str, words: str) -> None:
    assert in_words(42, language) == words


def test_french_is_that_of_france() -> None:
    assert [in_words(number, "fr") for number in (71, 80, 95)] == [
        "soixante et onze",
        "quatre-vingts",
        "quatre-vingt-quinze",
    ]


@pytest.mark.parametrize(("number", "language"), [(42, "xx"), (LARGEST + 1, "fr"), (-1, "fr")])
def test_what_nobody_has_words_for_stays_in_digits(number: int, language: str) -> None:
    assert in_words(number, language) == str(number)


@pytest.mark.parametrize("language", NAMES)
@given(number=st.integers(0, LARGEST))
def test_no_digit_is_left_to_the_engine(language: str, number: int) -> None:
    words = in_words(number, language)
    assert words.strip()
    assert not any(letter.isdigit() for letter in words)


@pytest.mark.parametrize("language", NAMES)
def test_the_numbers_of_a_day_differ_to_the_ear(language: str) -> None:
    assert len({in_words(number, language) for number in range(1, 1000)}) == 999


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("fr", "10 à 20\u00a0min", "dix à vingt minutes"),
        ("fr", "demain à\u00a09\u00a0h", "demain à\u00a0neuf heures"),
        ("fr", "vers 15\u00a0h\u00a015.", "vers quinze heures quinze."),
        ("fr", "à 1 h", "à une heure"),
        ("fr", "à 21 h 30", "à vingt et une heures trente"),
        ("fr", "mardi 1er\u00a0décembre", "mardi premier\u00a0décembre"),
        ("fr", "2 heures, salle B2", "deux heures, salle B deux"),
        ("fr", "un hall", "un hall"),
        ("en", "at 15:20", "at fifteen twenty"),
        ("en", "at 9:00", "at nine o’clock"),
        ("es", "a las 1:30", "a las una y treinta"),
        ("it", "alle 15:20", "alle quindici e venti"),
        ("it", "martedì 1º\u00a0dicembre", "martedì primo\u00a0dicembre"),
        ("pt", "às 2:00", "às duas horas"),
        ("de", "um 15:20", "um fünfzehn Uhr zwanzig"),
        ("de", "um 15:20 Uhr da", "um fünfzehn Uhr zwanzig da"),
        ("de", "am Dienstag, 24.\u00a0November", "am Dienstag, vierundzwanzigsten\u00a0November"),
        ("nl", "10 tot 20\u00a0min", "tien tot twintig minuten"),
        ("uk", "5\u00a0хв", "п'ять хвилин"),
        ("ar", "20 دقيقة", "عشرون دقيقة"),
    ],
)
def test_what_is_written_short_is_said_in_full(language: str, written: str, said: str) -> None:
    assert in_full(written, language) == said
