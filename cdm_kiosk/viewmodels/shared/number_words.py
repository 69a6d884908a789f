"""Writes out what a voice is to say: what sites and screens write short, in the words of each language.

Every text passes ``in_full`` before a voice gets it, so that all engines say it alike. A language may have a region
("fr-BE"): septante there, huitante in "fr-CH".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from num2words import num2words

from cdm_kiosk.domain.languages import code_of

LARGEST = 999_999
"""Nothing that a visitor hears is larger; beyond it digits are clearer than a long row of words."""
OWN_NUMBERS = frozenset({"fr-BE", "fr-CH"})
"""Regions that count in words of their own."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says for what is written short: "n° 4", "10-20", "1.12", "-3", "5 min", %, € and &.

    Between two numbers Ukrainian says nothing, and would need another case with a word. Arabic writes minutes in
    full; bands end in round minutes, so that the plural is right.
    """

    number: str
    to: str
    point: str
    minus: str
    minutes: str
    percent: str
    euros: str
    also: str


WORDS = {
    "fr": Words("numéro", "à", "point", "moins", "minutes", "pour cent", "euros", "et"),
    "en": Words("number", "to", "point", "minus", "minutes", "percent", "euros", "and"),
    "es": Words("número", "a", "punto", "menos", "minutos", "por ciento", "euros", "y"),
    "it": Words("numero", "a", "punto", "meno", "minuti", "per cento", "euro", "e"),
    "pt": Words("número", "a", "ponto", "menos", "minutos", "por cento", "euros", "e"),
    "de": Words("Nummer", "bis", "Punkt", "minus", "Minuten", "Prozent", "Euro", "und"),
    "nl": Words("nummer", "tot", "punt", "min", "minuten", "procent", "euro", "en"),
    "ar": Words("رقم", "إلى", "نقطة", "ناقص", "", "بالمئة", "يورو", "و"),
    "uk": Words("номер", "–", "крапка", "мінус", "хвилин", "відсотків", "євро", "і"),
}
UNKNOWN = Words("numéro", "-", ".", "-", "", "%", "€", "&")
"""Of a language that nobody has described here."""
HOURS = {
    "fr": ("{hour} heures", "{hour} heures {minute}"),
    "en": ("{hour} o’clock", "{hour} {minute}"),
    "es": ("{hour}", "{hour} y {minute}"),
    "it": ("{hour}", "{hour} e {minute}"),
    "pt": ("{hour} horas", "{hour} horas e {minute}"),
    "de": ("{hour} Uhr", "{hour} Uhr {minute}"),
    "nl": ("{hour} uur", "{hour} uur {minute}"),
    "ar": ("{hour}", "{hour} و {minute} دقيقة"),
    "uk": ("{hour}", "{hour} {minute}"),
}
"""An hour on the hour, and one with minutes."""
FEMININE_HOURS = frozenset({"fr", "es", "it", "pt"})
FEMININE = {
    "fr": (("un", "une"),),
    "es": (("uno", "una"),),
    "it": (("uno", "una"),),
    "pt": (("um", "uma"), ("dois", "duas")),
    "de": (("eins", "eine"),),
    "uk": (("один", "одна"), ("два", "дві")),
}
"""How a number ends before a feminine noun, where that is another ending than that of one that only counts."""
FEMININE_NOUNS = {
    "fr": r"(?:minute|heure|personne|place|semaine|journée|année|fois|table|salle|borne)s?",
    "es": r"(?:hora|persona|plaza|semana|mesa|sala|vez|veces)s?",
    "it": r"(?:or[ae]|person[ae]|settiman[ae]|volt[ae])",
    "pt": r"(?:hora|pessoa|semana|mesa|sala|vez|vezes)s?",
    "de": r"(?:Minute|Stunde|Person|Woche)",
    "uk": r"(?:хвилин[аиу]|годин[аиу]|особ[аиу])",
}
SHORT_WORDS: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": (
        (re.compile(r"\bR\.?[dD]\.?C\b\.?"), "rez-de-chaussée"),
        (re.compile(r"\b[Bb]ât\.(?=\s)"), "bâtiment"),
        (re.compile(r"\b[ÉéEe]t\.(?=\s|$)"), "étage"),
        (re.compile(r"(?<=\d)\s?[jJ]\s?/\s?(?=\d)"), " jours sur "),
        (re.compile(r"\b(24|7)\s?h?\s?/\s?(?=\1\b)"), r"\1 sur "),
    ),
    "de": (
        (re.compile(r"\bEG\b"), "Erdgeschoss"),
        (re.compile(r"\bOG\b"), "Obergeschoss"),
        (re.compile(r"\bUG\b"), "Untergeschoss"),
    ),
}
ARABIC_FLOORS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")

SPACE = r"[ \u00a0]"
RAISED = str.maketrans({"ᵉ": "e", "ʳ": "r", "\u202f": "\u00a0"})
GROUPED = re.compile(r"(?<![\d\u00a0])\d{1,3}(?:\u00a0\d{3})+(?![\d\u00a0])")
NUMERO_SHORT = re.compile(rf"(?:№|\b[Nn](?:\.?[°º]|[or]?\.|úm\.)|\bNr\b|\bnr\b|(?<!\w)#){SPACE}*(?=\d)")
COUNTED = rf"\d{{1,2}}{SPACE}?[hu](?:{SPACE}?\d\d)?|\d+(?:[.:]\d\d)?"
BETWEEN = re.compile(rf"(?<![\w.:/-])({COUNTED}){SPACE}?[-–]{SPACE}?({COUNTED})(?![\w/-]|[.:]\d)")
DATE = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
MINUTES_SHORT = re.compile(r"(?<=\d)\s*(?:[Mm]in|хв)\b")
H_HOUR = re.compile(r"\b(\d{1,2})\s*h\b(?:\s*(\d{2})\b)?|\b(\d{1,2})h(\d{2})\b")
U_HOUR = re.compile(r"\b(\d{1,2})\s*u(?:ur)?\b(?:\s*(\d{2})\b)?|\b(\d{1,2})u(\d{2})\b")
COLON_HOUR = re.compile(r"\b(\d{1,2}):(\d{2})\b(?:\s+(?:Uhr|uur|h)\b)?")
DOTTED_HOUR = re.compile(r"\b(\d{1,2})\.(\d{2})\s+(?:Uhr|uur|h)\b")
ITALIAN_HOUR = re.compile(r"(?i)(?<=\balle )(\d{1,2})\.(\d{2})\b|(?<=\bore )(\d{1,2})\.(\d{2})\b")
FRENCH_ORDINAL = re.compile(r"\b(\d{1,3})(er|re|ère|nde?|e|è?me|de|ste)s?\b")
ENGLISH_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")
SOUTHERN_ORDINAL = re.compile(r"\b(\d{1,2})(?:\.?([ºª])|(°)(?!\s*C)|\.?(er)\b)")
GERMAN_FLOOR = re.compile(
    rf"\b(?:((?i:im|am|vom|zum|beim|dem|den|der|des|einem)){SPACE})?(\d{{1,2}})\.{SPACE}?"
    r"(?=(Stock(?!w)|Etage|Obergeschoss|Untergeschoss|Geschoss|Stockwerk))"
)
GERMAN_ENDINGS = {"Stock": "r", "Etage": ""}
GERMAN_DATE = re.compile(r"\b(\d{1,2})\.(?=\u00a0)")
UKRAINIAN_ORDINAL = re.compile(r"\b(\d{1,2})-([а-яії]{0,2}[йяаїіюуєео])\b")
UKRAINIAN_FLOOR = re.compile(rf"\b(\d{{1,2}})(?={SPACE}(поверх|поверсі)\b)")
ARABIC_FLOOR = re.compile(r"(?<=الطابق )(\d{1,2})\b")
DOTTED = re.compile(r"\d+(?:\.\d+)+")
BELOW_ZERO = re.compile(r"(?<![\w\d.,-])[-−](?=\d)")
NUMBER = re.compile(r"\d+")


def in_words(number: int, language: str) -> str:
    """A number as one says it; digits where nobody knows the words."""
    if not 0 <= number <= LARGEST:
        return str(number)
    words = _num2words(number, language) or str(number)
    # The library's Belgian eighty lacks its plural.
    return f"{words}s" if words.endswith("quatre-vingt") else words


def in_full(text: str, language: str) -> str:
    """``text`` as it is said: "table 4, 10 à 20 min" is "table quatre, dix à vingt minutes"."""
    code = code_of(language)
    words = WORDS.get(code, UNKNOWN)
    text = GROUPED.sub(lambda found: found[0].replace("\u00a0", ""), text.translate(RAISED))
    text = DATE.sub(r"\1 \2 \3", text)
    text = NUMERO_SHORT.sub(f"{words.number} ", text)
    for short, long in SHORT_WORDS.get(code, ()):
        text = short.sub(long, text)
    text = BETWEEN.sub(lambda found: _between(found, words), text)
    text = _hours(text, language)
    if words.minutes:
        text = MINUTES_SHORT.sub(f" {words.minutes}", text)
    text = _ordinals(text, language)
    text = DOTTED.sub(lambda found: _dotted(found[0], language), text)
    text = BELOW_ZERO.sub(f"{words.minus} ", text)
    text = _signs(text, words)
    if code in FEMININE_NOUNS:
        counted = re.compile(rf"\b(\d+)(?=\s{FEMININE_NOUNS[code]}\b)")
        text = counted.sub(lambda found: _feminine(int(found[1]), language), text).replace("una ora", "un’ora")
    return NUMBER.sub(lambda found: _apart(found, _digits(found[0], language)), text)


def _num2words(number: int, language: str, **how: str) -> str:
    region = language.replace("-", "_") if language in OWN_NUMBERS else code_of(language)
    try:
        return str(num2words(number, lang=region, **how))
    except NotImplementedError:
        return ""


def _digits(digits: str, language: str) -> str:
    """A row of digits; zeros before a number are said, as in "01"."""
    number = digits.lstrip("0") or "0"
    zeros = [in_words(0, language)] * (len(digits) - len(number))
    return " ".join((*zeros, in_words(int(number), language)))


def _apart(found: re.Match[str], words: str) -> str:
    """The words of a number, apart from letters that it stood against: "4B" is "quatre B"."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return f"{' ' * before[-1:].isalpha()}{words}{' ' * after[:1].isalpha()}"


def _between(found: re.Match[str], words: Words) -> str:
    """ "10-20" and "9h-12h30" as from one to the other; a room "4-2" is no range."""
    first, last = (tuple(map(int, re.findall(r"\d+", found[at]))) for at in (1, 2))
    return f"{found[1]} {words.to} {found[2]}" if first < last else found[0]


def _hours(text: str, language: str) -> str:
    code = code_of(language)
    forms = [COLON_HOUR, DOTTED_HOUR, H_HOUR]
    forms += {"nl": [U_HOUR], "it": [ITALIAN_HOUR]}.get(code, [])
    for form in forms:
        text = form.sub(lambda found: _hour(found, language), text)
    return text


def _hour(found: re.Match[str], language: str) -> str:
    hour, *minutes = (int(each) for each in found.groups() if each is not None)
    minute = minutes[0] if minutes else 0
    if hour > 24 or minute > 59:
        return found[0]
    code = code_of(language)
    on_the_hour, with_minutes = HOURS.get(code, ("{hour}", "{hour} {minute}"))
    counts_minutes = _feminine if code == "fr" else in_words
    said = (with_minutes if minute else on_the_hour).format(
        hour=_feminine(hour, language) if code in FEMININE_HOURS else in_words(hour, language),
        minute=counts_minutes(minute, language),
    )
    match code:
        case "fr" if hour < 2:
            return said.replace(" heures", " heure")
        case "de" if hour == 1:
            return said.replace("eins Uhr", "ein Uhr")
        case "en" if 0 < minute < 10:
            return f"{in_words(hour, language)} oh {in_words(minute, language)}"
    return said


def _feminine(number: int, language: str) -> str:
    words = in_words(number, language)
    for counted, feminine in FEMININE.get(code_of(language), ()):
        if re.search(rf"\b{counted}$", words) or (words.endswith(counted) and code_of(language) == "es"):
            return words.removesuffix(counted) + feminine
    return words


def _ordinals(text: str, language: str) -> str:
    code = code_of(language)
    if code == "de":
        text = GERMAN_FLOOR.sub(_german_floor, text)
        text = GERMAN_DATE.sub(lambda found: f"{_ordinal(int(found[1]), code)}n", text)
    elif code == "uk":
        text = UKRAINIAN_ORDINAL.sub(_ukrainian, text)
        text = UKRAINIAN_FLOOR.sub(
            lambda found: _ukrainian_form(int(found[1]), "му" if found[2].endswith("і") else "й"), text
        )
    elif code == "ar":
        text = ARABIC_FLOOR.sub(
            lambda found: ARABIC_FLOORS[int(found[1]) - 1] if 1 <= int(found[1]) <= 10 else found[0], text
        )
    elif code == "en":
        text = ENGLISH_ORDINAL.sub(lambda found: _ordinal(int(found[1]), code), text)
    elif code in ("es", "it", "pt"):
        text = SOUTHERN_ORDINAL.sub(lambda found: _southern(found, code), text)
    # A label that is written in one language only is said in the others too: "2e" is what it says there.
    return FRENCH_ORDINAL.sub(lambda found: _french(found, language), text)


def _ordinal(number: int, language: str) -> str:
    return _num2words(number, language, to="ordinal") or in_words(number, language)


def _french(found: re.Match[str], language: str) -> str:
    number, ending = int(found[1]), found[2]
    if code_of(language) != "fr":
        return _ordinal(number, language)
    if number == 1 and ending != "er":
        return "première"
    if number == 2 and ending in ("nd", "nde"):
        return {"nd": "second", "nde": "seconde"}[ending]
    return _ordinal(number, language)


def _southern(found: re.Match[str], code: str) -> str:
    said = _ordinal(int(found[1]), code)
    if found[2] == "ª":
        return " ".join(f"{word[:-1]}a" if word.endswith("o") else word for word in said.split(" "))
    if code == "es" and found[4] and said in ("primero", "tercero"):
        return said.removesuffix("o")
    return said


def _german_floor(found: re.Match[str]) -> str:
    ordinal = _ordinal(int(found[2]), "de")
    if found[1]:
        return f"{found[1]} {ordinal}n "
    return f"{ordinal}{GERMAN_ENDINGS.get(found[3], 's')} "


def _ukrainian(found: re.Match[str]) -> str:
    return _ukrainian_form(int(found[1]), found[2])


def _ukrainian_form(number: int, ending: str) -> str:
    """ "2-му" is "другому": the case that is written after the dash, on the last word."""
    *before, last = _ordinal(number, "uk").split(" ")
    is_soft = last.endswith("ій")
    stem = last[:-2]
    soft = "ь" if is_soft else ""
    endings = (
        (("го",), f"{soft}ого"),
        (("му",), f"{soft}ому"),
        (("їй", "ій"), "ій"),
        (("ї", "ої"), f"{soft}ої"),
        (("им", "ім"), "ім" if is_soft else "им"),
        (("ю", "у"), "ю" if is_soft else "у"),
        (("я", "а"), "я" if is_soft else "а"),
        (("є", "е"), "є" if is_soft else "е"),
    )
    written = next((form for ends, form in endings if ending.endswith(ends)), last[-2:])
    return " ".join((*before, f"{stem}{written}"))


def _dotted(written: str, language: str) -> str:
    """A room "1.12" as people say it: its parts are numbers, with the point between them."""
    point = f" {WORDS.get(code_of(language), UNKNOWN).point} "
    return point.join(_digits(part, language) for part in written.split("."))


def _signs(text: str, words: Words) -> str:
    text = re.sub(r"(?<=\d)\s*%", f" {words.percent}", text)
    text = re.sub(r"(?<=\d)\s*€", f" {words.euros}", text)
    return re.sub(r"(?<=\s)&(?=\s)", words.also, text)
