"""The few questions that make a new site, and the site file that their answers make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar
from zoneinfo import available_timezones

from cdm_kiosk.domain.languages import code_of
from cdm_kiosk.domain.site import WEEKDAYS
from cdm_kiosk.domain.spans import parse_span
from cdm_kiosk.packs.texts import LANGUAGE, text_faults
from cdm_kiosk.packs.toml_text import inline, tables

Ask = Callable[[str, str], str]
"""A question and what counts without an answer, to the answer; an empty one is the default."""
Tell = Callable[[str], None]
T = TypeVar("T")

USUAL_HOURS = "mon-fri 09:00-12:30 13:30-17:30"
SHORT_DAYS = {
    **{day[:3]: day for day in WEEKDAYS},
    **dict(zip(("lun", "mar", "mer", "jeu", "ven", "sam", "dim"), WEEKDAYS, strict=True)),
}
MOST_COUNTERS = 60
MOST_THEMES = 12
COLOURS = ("#2F6690", "#6A4C93", "#1B7F5C", "#B5541C", "#8C6A00", "#9B2C5E", "#3D5A1E", "#7A3B2E", "#40407A")
"""Each at least 4.5:1 with white."""
NO_PICTOGRAM_YET = "inconnu"


class FirstWords(NamedTuple):
    """What a new site calls its counters and its reception, and where these two and the waiting area are."""

    table: str
    desk: str
    at_reception: str
    waiting_area: str


FIRST_WORDS = {
    "fr": FirstWords("Table", "Accueil", "à l’accueil", "l’espace d’attente"),
    "en": FirstWords("Table", "Reception", "at the reception desk", "the waiting area"),
    "es": FirstWords("Mesa", "Recepción", "en recepción", "la zona de espera"),
    "nl": FirstWords("Tafel", "Onthaal", "aan het onthaal", "de wachtruimte"),
    "it": FirstWords("Tavolo", "Accoglienza", "all’accoglienza", "la sala d’attesa"),
    "de": FirstWords("Tisch", "Empfang", "am Empfang", "der Wartebereich"),
    "pt": FirstWords("Mesa", "Receção", "na receção", "a zona de espera"),
    "ar": FirstWords("طاولة", "الاستقبال", "في الاستقبال", "مكان الانتظار"),
    "uk": FirstWords("Стіл", "Рецепція", "на рецепції", "зона очікування"),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; ``languages`` and ``themes`` as they are written in a site file, ``hours`` by weekday."""

    name: str
    languages: tuple[str, ...]
    timezone: str
    holidays: str
    hours: Mapping[str, tuple[str, ...]]
    counters: int
    themes: Sequence[Mapping[str, Any]]


class NotSo(Exception):
    """An answer that cannot be used, with what it should be."""


def ask_all(
    ask: Ask,
    tell: Tell,
    ready: Mapping[str, Sequence[Mapping[str, Any]]],
    zones: Mapping[str, str],
    has_holidays: Callable[[str], bool],
) -> Answers:
    """Put every question until its answer can be used.

    ``ready`` are the themes of the ready-made packs by name, ``zones`` the time zone of a country by its letters.
    """

    def until_right(question: str, default: str, meant: Callable[[str], T]) -> T:
        while True:
            answer = ask(question, default).strip() or default
            try:
                return meant(answer)
            except NotSo as wrong:
                tell(f"  {wrong}")

    name = until_right("Name of the site", "Cité des métiers", _name)
    languages = until_right("Languages, the first one first (codes)", "fr en es", _languages)
    codes = tuple(map(code_of, languages))
    country = until_right("Country (two letters)", "FR", _country)
    guess = zones.get(country, "Europe/Paris")
    timezone = until_right("Time zone", guess, _timezone)
    hours = until_right("Opening hours", USUAL_HOURS, _hours)
    counters = until_right("Number of counters, without reception", "4", _counters)
    spoken = {name: themes for name, themes in ready.items() if _speaks(themes, codes[0])}
    if spoken:
        question = f"Themes: {', '.join(spoken)}, or your own labels separated by ;"
        default = next(iter(spoken))
    else:
        question = f'Themes: their labels in "{codes[0]}", separated by ;'
        default = "Information; Orientation"

    def themes(answer: str) -> Sequence[Mapping[str, Any]]:
        return _in(spoken[answer], codes) if answer in spoken else _typed(answer, codes[0], spoken)

    return Answers(
        name,
        languages,
        timezone,
        country if has_holidays(country) else "",
        hours,
        counters,
        until_right(question, default, themes),
    )


def _name(answer: str) -> str:
    _fit("name", answer)
    if not _slug(answer):
        raise NotSo("Expected a name with letters in it.")
    return answer


def _languages(answer: str) -> tuple[str, ...]:
    typed = (each.partition("-") for each in answer.lower().replace(",", " ").split())
    languages = tuple(dict.fromkeys(f"{code}{dash}{region.upper()}" for code, dash, region in typed))
    if not languages or not all(LANGUAGE.fullmatch(language) for language in languages):
        raise NotSo('Expected codes of two letters with a space between, like "fr en es".')
    return languages


def _country(answer: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", answer):
        raise NotSo('Expected the two letters of a country, like "FR", "BE" or "CH".')
    return answer.upper()


def _timezone(answer: str) -> str:
    if answer not in available_timezones():
        raise NotSo('Expected a time zone like "Europe/Paris".')
    return answer


def _hours(answer: str) -> dict[str, tuple[str, ...]]:
    """``"mon-fri 09:00-12:30 13:30-17:30; sat 09:00-12:00"`` by weekday."""
    hours: dict[str, tuple[str, ...]] = {}
    try:
        for part in filter(None, map(str.strip, answer.lower().split(";"))):
            days, *texts = part.replace(",", " ").split()
            spans = tuple(map(_padded, texts))
            for span in spans:
                parse_span(span)
            if not spans:
                raise ValueError(part)
            hours |= dict.fromkeys(_days(days), spans)
    except (KeyError, ValueError):
        hours = {}
    if not hours:
        raise NotSo(f'Expected days and spans, like "{USUAL_HOURS}; sat 09:00-12:00".')
    return {day: hours[day] for day in WEEKDAYS if day in hours}


def _padded(span: str) -> str:
    """``"9:00-12:30"`` as it is written in a site file, ``"09:00-12:30"``."""
    return "-".join(each.zfill(len("09:00")) for each in span.split("-"))


def _days(text: str) -> tuple[str, ...]:
    first, dash, last = text.partition("-")
    start = WEEKDAYS.index(SHORT_DAYS[first[:3]])
    end = WEEKDAYS.index(SHORT_DAYS[last[:3]]) if dash else start
    if end < start:
        raise ValueError(text)
    return WEEKDAYS[start : end + 1]


def _counters(answer: str) -> int:
    if not answer.isdecimal() or not 1 <= int(answer) <= MOST_COUNTERS:
        raise NotSo(f"Expected a number from 1 to {MOST_COUNTERS}.")
    return int(answer)


def _speaks(themes: Iterable[Mapping[str, Any]], language: str) -> bool:
    return all(language in theme["label"] for theme in themes)


def _in(themes: Iterable[Mapping[str, Any]], languages: Sequence[str]) -> list[Mapping[str, Any]]:
    """The themes of a pack without where its services are: that is another house."""
    return [
        {
            **{key: value for key, value in theme.items() if key != "services"},
            "label": {language: theme["label"][language] for language in languages if language in theme["label"]},
        }
        for theme in themes
    ]


def _typed(answer: str, language: str, ready: Iterable[str]) -> list[Mapping[str, Any]]:
    labels = [label.strip() for label in answer.split(";") if label.strip()]
    ids = [_slug(label) for label in labels]
    if not labels or len(labels) > MOST_THEMES or not all(ids) or len(set(ids)) < len(ids):
        packs = f"{', '.join(ready)}, or " if ready else ""
        raise NotSo(
            f'Expected {packs}up to {MOST_THEMES} labels, like "Choisir mon orientation; Trouver un emploi".'
        )
    for label in labels:
        _fit("label", label)
    return [
        {
            "id": own,
            "label": {language: label},
            "pictogram": NO_PICTOGRAM_YET,
            "colour": COLOURS[at % len(COLOURS)],
        }
        for at, (own, label) in enumerate(zip(ids, labels, strict=True))
    ]


def _fit(key: str, text: str) -> None:
    for fault in text_faults({key: text}):
        raise NotSo(f"The text {fault.sentence}.")


def _slug(text: str) -> str:
    """``"Trouver un emploi"`` as an id, ``"trouver-un-emploi"``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    # "reception" belongs to the desk.
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")
    return f"{slug}-theme" if slug == "reception" else slug


def site_text(answers: Answers) -> str:
    """The commented site file of the answers."""
    languages = tuple(map(code_of, answers.languages))
    ids = [str(at) for at in range(1, answers.counters + 1)]
    first = FIRST_WORDS.get(languages[0], FIRST_WORDS["en"])
    others = {code: FIRST_WORDS[code] for code in languages[1:] if code in FIRST_WORDS}
    known = {languages[0]: first} | others
    zone = {"id": "hall", "label": {code: words.waiting_area for code, words in known.items()}}
    reception = {code: words.at_reception for code, words in known.items()}
    counters = [
        *({"id": own, "label": f"{first.table} {own}", "zone": "hall", "accessible": True} for own in ids),
        {"id": "accueil", "label": first.desk, "zone": "hall", "accessible": True},
    ]
    hours = "".join(f"{day} = {inline(spans)}\n" for day, spans in answers.hours.items())
    holidays = f"[public_holidays]\ncountry = {inline(answers.holidays)}\n" if answers.holidays else ""
    about_holidays = (
        '# The doors stay closed on public holidays; some countries have regions with their own (region = "TI").\n'
        if holidays
        else "# The country's public holidays are not known here: write them as [[exceptions]] with hours = [].\n"
    )
    return f"""# {answers.name}: begun by "cdm-kiosk site new".
# Change what you like, and see that it still fits together: cdm-kiosk site check THIS_FILE

id = {inline(_slug(answers.name))}  # names the data folder: keep it once the site is in use
name = {inline(answers.name)}
timezone = {inline(answers.timezone)}
languages = {inline(answers.languages)}  # the first one is everybody's fall-back
reception = {inline(reception)}  # completes "please go…"
desk = "accueil"  # reception's own counter, for those who do not know which theme is theirs

# For a centre associé: the Cité it belongs to, and its file or pack instead of the themes below.
# cite = "Cité des métiers de …"
# themes_from = "cite.zip"

# Weekdays that are not here are closed.
[hours]
{hours}
{about_holidays}{holidays}
# Waiting areas; the label completes "wait in…".
{tables("zones", [zone])}
# Where advisors receive. accessible = false where a wheelchair cannot come.
{tables("counters", counters)}
# In the visitors' words, never an institution's. Pictograms are in resources/pictograms, or a picture of your own.
{tables("themes", answers.themes)}
# The weekly plan: first-choice themes, then those helped out with. Each lasts as long as the doors are open; for
# less than that add days = ["monday"] and hours = ["09:00-12:30"].
{tables("rota", _rota(answers, ids))}"""


def _rota(answers: Answers, counters: Sequence[str]) -> list[Mapping[str, Any]]:
    """Every counter is good for every theme; the first choices are dealt out in turn."""
    themes = [theme["id"] for theme in answers.themes]
    languages = tuple(map(code_of, answers.languages))
    rota: list[Mapping[str, Any]] = []
    for at, counter in enumerate(counters):
        own = themes[at :: len(counters)] or [themes[at % len(themes)]]
        others = [theme for theme in themes if theme not in own]
        rota.append({"counter": counter, "themes": own, "overflow": others, "languages": languages})
    return [*rota, {"counter": "accueil", "themes": ["reception"], "languages": languages}]
