"""Numbers, hours and minutes as people of each language say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.viewmodels.shared.number_words import LARGEST, in_full, in_words


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
        ("fr", "2e étage", "deuxième étage"),
        ("fr", "au 1ᵉʳ étage", "au premier étage"),
        ("fr", "1re porte à droite", "première porte à droite"),
        ("fr", "2ème étage, salle 1.12", "deuxième étage, salle un point douze"),
        ("fr", "Salle 1.05", "Salle un point zéro cinq"),
        ("fr", "n° 42", "numéro quarante-deux"),
        ("fr", "N°42", "numéro quarante-deux"),
        ("fr", "15 h 20", "quinze heures vingt"),
        ("fr", "15h20", "quinze heures vingt"),
        ("fr", "de 9h-12h30", "de neuf heures à douze heures trente"),
        ("fr", "09:00-12:30", "neuf heures à douze heures trente"),
        ("fr", "10-20 min", "dix à vingt minutes"),
        ("fr", "Bureau 4-2", "Bureau quatre-deux"),
        ("fr", "Tél. 01 23 45 67 89", "Tél. zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf"),
        ("fr", "21 personnes", "vingt et une personnes"),
        ("fr", "24h/24 7j/7", "vingt-quatre sur vingt-quatre sept jours sur sept"),
        ("fr", "Niveau -1", "Niveau moins un"),
        ("fr", "12bis", "douze bis"),
        ("fr", "RDC, bât. C", "rez-de-chaussée, bâtiment C"),
        ("fr", "1\u202f500 €", "mille cinq cents euros"),
        ("fr", "100 %", "cent pour cent"),
        ("fr", "1 minute", "une minute"),
        ("fr", "Retour vers 21 h 01.", "Retour vers vingt et une heures une."),
        ("fr", "Salle 012", "Salle zéro douze"),
        ("fr", "vendredi 27/11/2026", "vendredi vingt-sept onze deux mille vingt-six"),
        ("fr", "Espace Emploi & Formation", "Espace Emploi et Formation"),
        ("fr", "Salle 4E", "Salle quatre E"),
        ("fr-BE", "71 personnes, 80, 95", "septante et une personnes, quatre-vingts, nonante-cinq"),
        ("fr-BE", "71e", "septante et unième"),
        ("fr-CH", "71, 80, 95", "septante et un, huitante, nonante-cinq"),
        ("fr-CH", "81e", "huitante et unième"),
        ("en", "2nd floor", "second floor"),
        ("en", "21st", "twenty-first"),
        ("en", "Room 1.12", "Room one point twelve"),
        ("en", "No. 42", "number forty-two"),
        ("en", "#4", "number four"),
        ("en", "10-20 min", "ten to twenty minutes"),
        ("en", "2e étage", "second étage"),
        ("en", "3:05", "three oh five"),
        ("en", "Level -1", "Level minus one"),
        ("es", "2.º piso", "segundo piso"),
        ("es", "2ª planta", "segunda planta"),
        ("es", "1.er piso", "primer piso"),
        ("es", "21ª puerta", "vigésima primera puerta"),
        ("es", "Sala 1.12", "Sala uno punto doce"),
        ("es", "n.º 42", "número cuarenta y dos"),
        ("es", "núm. 4", "número cuatro"),
        ("es", "15:20 h", "quince y veinte"),
        ("es", "21 personas", "veintiuna personas"),
        ("it", "2º piano", "secondo piano"),
        ("it", "2° piano", "secondo piano"),
        ("it", "1ª porta", "prima porta"),
        ("it", "Sala 1.12", "Sala uno punto dodici"),
        ("it", "n. 42", "numero quarantadue"),
        ("it", "alle 15.20", "alle quindici e venti"),
        ("it", "1 ora", "un’ora"),
        ("it", "20 °C", "venti °C"),
        ("pt", "2.º andar", "segundo andar"),
        ("pt", "2ª porta", "segunda porta"),
        ("pt", "n.º 42", "número quarenta e dois"),
        ("pt", "15h20", "quinze horas e vinte"),
        ("pt", "22 pessoas", "vinte e duas pessoas"),
        ("de", "1.OG", "erstes Obergeschoss"),
        ("de", "im 2. Stock", "im zweiten Stock"),
        ("de", "2. Stock", "zweiter Stock"),
        ("de", "3. Etage", "dritte Etage"),
        ("de", "im 1. OG", "im ersten Obergeschoss"),
        ("de", "EG", "Erdgeschoss"),
        ("de", "Nr. 42", "Nummer zweiundvierzig"),
        ("de", "15.20 Uhr", "fünfzehn Uhr zwanzig"),
        ("de", "um 1:00 Uhr", "um ein Uhr"),
        ("de", "Raum 1.12", "Raum eins Punkt zwölf"),
        ("de", "1 Person", "eine Person"),
        ("de", "Raum 4. Bitte warten", "Raum vier. Bitte warten"),
        ("de", "2. Stockwerk", "zweites Stockwerk"),
        ("nl", "2e verdieping", "tweede verdieping"),
        ("nl", "1ste", "eerste"),
        ("nl", "nr. 42", "nummer tweeënveertig"),
        ("nl", "15u20", "vijftien uur twintig"),
        ("nl", "15.20 uur", "vijftien uur twintig"),
        ("nl", "lokaal 1.12", "lokaal één punt twaalf"),
        ("nl", "10-20 min", "tien tot twintig minuten"),
        ("ar", "الطابق 2", "الطابق الثاني"),
        ("ar", "№ 42", "رقم اثنان و أربعون"),
        ("ar", "القاعة 1.12", "القاعة واحد نقطة اثنا عشر"),
        ("ar", "10-20 دقيقة", "عشرة إلى عشرون دقيقة"),
        ("uk", "2-й поверх", "другий поверх"),
        ("uk", "на 2-му поверсі", "на другому поверсі"),
        ("uk", "3-тя", "третя"),
        ("uk", "на 3-му поверсі", "на третьому поверсі"),
        ("uk", "2 поверх", "другий поверх"),
        ("uk", "на 2 поверсі", "на другому поверсі"),
        ("uk", "№ 42", "номер сорок два"),
        ("uk", "кімната 1.12", "кімната один крапка дванадцять"),
        ("uk", "10-20 хв", "десять – двадцять хвилин"),
        ("uk", "2 хвилини", "дві хвилини"),
    ],
)
def test_what_a_site_types_is_said_as_people_there_say_it(language: str, written: str, said: str) -> None:
    assert in_full(written, language) == said


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("fr-BE", ["septante et un", "quatre-vingts", "nonante-cinq"]),
        ("fr-CH", ["septante et un", "huitante", "nonante-cinq"]),
        ("fr-CA", ["soixante et onze", "quatre-vingts", "quatre-vingt-quinze"]),
    ],
)
def test_numbers_are_those_of_the_region_that_the_site_names(region: str, words: list[str]) -> None:
    assert [in_words(number, region) for number in (71, 80, 95)] == words


@given(st.text(max_size=40), st.sampled_from([*NAMES, "fr-BE", "fr-CH", "xx"]))
def test_whatever_a_site_types_can_be_said(text: str, language: str) -> None:
    in_full(text, language)


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
