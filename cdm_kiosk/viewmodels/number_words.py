"""Turns what a screen writes short into what a voice says in full: numbers, hours, minutes."""

from __future__ import annotations

import re

from num2words import num2words

LARGEST = 999_999
"""Nothing that a visitor hears is larger; beyond it digits are clearer than a long row of words."""
MINUTES = {
    "fr": "minutes",
    "en": "minutes",
    "es": "minutos",
    "it": "minuti",
    "pt": "minutos",
    "de": "Minuten",
    "nl": "minuten",
    "uk": "хвилин",
}
"""What the screens shorten; Arabic writes it in full. Bands end in round minutes, so that the plural is right."""
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
FEMININE = {"fr": (("un", "une"),), "es": (("uno", "una"),), "pt": (("um", "uma"), ("dois", "duas"))}
"""How numbers end before hours, where that is another ending than that of a counted number."""
MINUTES_SHORT = re.compile(r"(?<=\d)\s*(?:[Mm]in|хв)\b")
FRENCH_HOUR = re.compile(r"\b(\d{1,2})\s*h\b(?:\s*(\d{2})\b)?")
OTHER_HOUR = re.compile(r"\b(\d{1,2}):(\d{2})\b(?:\s+(?:Uhr|uur)\b)?")
ORDINAL = re.compile(r"\b(\d{1,2})(?:er\b|º|\.(?=\u00a0))")
NUMBER = re.compile(r"\d+")


def in_words(number: int, language: str) -> str:
    """A number as one says it, in the French of France for "fr"; digits where nobody knows the words."""
    if not 0 <= number <= LARGEST:
        return str(number)
    try:
        return str(num2words(number, lang=language))
    except NotImplementedError:
        return str(number)


def in_full(text: str, language: str) -> str:
    """``text`` as it is said: "table 4, 10 à 20 min" is "table quatre, dix à vingt minutes"."""
    if language in MINUTES:
        text = MINUTES_SHORT.sub(f" {MINUTES[language]}", text)
    text = (FRENCH_HOUR if language == "fr" else OTHER_HOUR).sub(lambda found: _hour(found, language), text)
    text = ORDINAL.sub(lambda found: _ordinal(int(found[1]), language), text)
    return NUMBER.sub(lambda found: _apart(found, in_words(int(found[0]), language)), text)


def _apart(found: re.Match[str], words: str) -> str:
    """The words of a number, apart from letters that it stood against: "4B" is "quatre B"."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return f"{' ' * before[-1:].isalpha()}{words}{' ' * after[:1].isalpha()}"


def _hour(found: re.Match[str], language: str) -> str:
    hour, minute = int(found[1]), int(found[2] or 0)
    on_the_hour, with_minutes = HOURS.get(language, ("{hour}", "{hour} {minute}"))
    said = (with_minutes if minute else on_the_hour).format(
        hour=_feminine(hour, language), minute=in_words(minute, language)
    )
    return said.replace("une heures", "une heure") if language == "fr" and hour == 1 else said


def _feminine(number: int, language: str) -> str:
    words = in_words(number, language)
    for counted, feminine in FEMININE.get(language, ()):
        if re.search(rf"\b{counted}$", words):
            return words.removesuffix(counted) + feminine
    return words


def _ordinal(number: int, language: str) -> str:
    try:
        ordinal = str(num2words(number, lang=language, to="ordinal"))
    except NotImplementedError:
        return in_words(number, language)
    # "am vierundzwanzigsten November": a date in German is never in another case on our screens.
    return f"{ordinal}n" if language == "de" else ordinal
