"""What is worth a second look in a sound site: nothing here keeps it from being used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import time
from functools import cache

from cdm_kiosk import paths
from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.domain.site import EVERY_DAY, RECEPTION, WEEKDAYS, Labels, RotaShift, Site, label_in, labels_of
from cdm_kiosk.domain.site_rules import is_blank
from cdm_kiosk.domain.spans import parse_span

LEAST_CONTRAST = 4.5
"""Of a text this size against its ground (WCAG 2.2, 1.4.3; EN 301 549 9.1.4.3)."""
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
FRENCH_ZONES = (
    "Europe/Paris",
    "America/Cayenne",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Miquelon",
    "Indian/Mayotte",
    "Indian/Reunion",
    "Pacific/Noumea",
    "Pacific/Tahiti",
)
"""Where law 94-665 is likely to bind: the time zones of French territories."""

SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC")
"""Of the typefaces that come with the program."""
FIRST_OTHER_SCRIPT, FIRST_DRAWING = "\u0370", "\u2600"
"""Below them, Latin with its signs; from there on pictures, and scripts that are none of ours."""

SOURCE_LANGUAGE = "fr"


def advice(site: Site, spoken: frozenset[str]) -> Iterator[Fault]:
    """What to look at in a site without faults; ``spoken`` are the languages of the program's own words."""
    yield from _about_languages(site, spoken)
    yield from _about_letters(site)
    yield from _about_copies(site)
    for at, theme in enumerate(site.themes):
        ratio = contrast_with_white(theme.colour)
        if ratio < LEAST_CONTRAST:
            yield Fault(f"themes.{at}.colour", Code.HARD_TO_READ, {"ratio": ratio, "least": LEAST_CONTRAST})
    if site.ticket.logo and not site.logo:
        yield Fault("ticket.logo", Code.NO_LOGO)
    if site.rota:
        yield from _about_plan(site)
    else:
        yield Fault("rota", Code.NOTHING_PLANNED)


@cache
def spoken() -> frozenset[str]:
    """The languages that the kiosk's own words are in."""
    catalogues = (paths.RESOURCES / "translations").glob("kiosk_*.qm")
    return frozenset({SOURCE_LANGUAGE, *(file.stem.removeprefix("kiosk_") for file in catalogues)})


def colour_faults(site: Site) -> Iterator[Fault]:
    """Colours that are none, and an accent on which white text cannot be read."""
    if not COLOUR.fullmatch(site.accent):
        yield Fault("accent", Code.NOT_A_COLOUR, {"text": site.accent, "like": "#0F4C5C"})
    elif (ratio := contrast_with_white(site.accent)) < LEAST_CONTRAST:
        yield Fault("accent", Code.TOO_PALE, {"ratio": ratio, "least": LEAST_CONTRAST})
    for at, theme in enumerate(site.themes):
        if not COLOUR.fullmatch(theme.colour):
            yield Fault(f"themes.{at}.colour", Code.NOT_A_COLOUR, {"text": theme.colour, "like": "#2F6690"})


def contrast_with_white(colour: str) -> float:
    """How far white text stands out from ``colour`` (#RRGGBB), 1 to 21 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _about_languages(site: Site, spoken: frozenset[str]) -> Iterator[Fault]:
    first, *others = site.languages
    if site.timezone in FRENCH_ZONES:
        if first != "fr":
            yield Fault("languages", Code.FRENCH_FIRST)
        if len(others) == 1:
            yield Fault("languages", Code.ONLY_FOREIGN_LANGUAGE, {"language": others[0]})
    elif len(others) == 1:
        yield Fault("languages", Code.ONE_OTHER_LANGUAGE, {"language": others[0], "first": first})
    for language in site.languages:
        if language not in spoken:
            yield Fault("languages", Code.SCREENS_NOT_TRANSLATED, {"language": language})
    for key, labels in labels_of(site):
        missing = tuple(language for language in site.languages if not _said(labels, language))
        if missing and labels:
            yield Fault(key, Code.NOT_TRANSLATED, {"languages": missing, "instead": next(iter(labels))})


def _said(labels: Labels, language: str) -> bool:
    return not is_blank(labels.get(language, ""))


def _about_letters(site: Site) -> Iterator[Fault]:
    counters = ((f"counters.{at}.label", {"": counter.label}) for at, counter in enumerate(site.counters))
    for key, texts in (("name", {"": site.name}), ("tagline", site.tagline), *labels_of(site), *counters):
        letters = "".join(each for each in dict.fromkeys("".join(texts.values())) if not _has_a_face(each))
        if letters:
            yield Fault(key, Code.NO_TYPEFACE, {"letters": letters})


def _about_copies(site: Site) -> Iterator[Fault]:
    """Names that visitors or reception cannot tell apart."""
    first = site.languages[0]
    groups = {
        "themes": [label_in(theme.label, first) for theme in site.themes],
        "zones": [label_in(zone.label, first) for zone in site.zones],
        "counters": [counter.label for counter in site.counters],
        "messages": [message.label for message in site.messages],
    }
    for name, labels in groups.items():
        read = [_as_read(label) for label in labels]
        for at, label in enumerate(labels):
            if read[at] in read[:at]:
                yield Fault(f"{name}.{at}.label", Code.SAME_NAME, {"name": label})


def _as_read(label: str) -> str:
    """What an eye makes of a name: no invisible characters, no difference of case or of kinds of spaces."""
    seen = "".join(" " if each.isspace() else "" if is_blank(each) else each for each in label)
    return " ".join(unicodedata.normalize("NFKC", seen).casefold().split())


def _has_a_face(letter: str) -> bool:
    if letter >= FIRST_DRAWING:
        return unicodedata.category(letter) != "So" and not letter.isalpha()
    return letter < FIRST_OTHER_SCRIPT or not letter.isalpha() or unicodedata.name(letter, "").startswith(SCRIPTS)


def _about_plan(site: Site) -> Iterator[Fault]:
    added = [
        (f"exceptions.{at}.shifts.{each}", shift)
        for at, exception in enumerate(site.exceptions)
        for each, shift in enumerate(exception.shifts)
    ]
    weekly = [(f"rota.{at}", shift) for at, shift in enumerate(site.rota)]
    shifts = [shift for _, shift in (*weekly, *added)]
    yield from _about_themes(site, shifts)
    planned = {shift.counter for shift in shifts}
    for at, counter in enumerate(site.counters):
        if counter.id not in planned:
            yield Fault(f"counters.{at}", Code.NEVER_CALLED, {"counter": counter.label})
    for key, shift in weekly:
        yield from _outside(site, f"{key}.hours", shift)


def _about_themes(site: Site, shifts: list[RotaShift]) -> Iterator[Fault]:
    accessible = {counter.id for counter in site.counters if counter.accessible}
    first = site.languages[0]
    keys = [(f"themes.{at}", theme.id, label_in(theme.label, first)) for at, theme in enumerate(site.themes)]
    if site.desk is not None:
        keys.append(("desk", RECEPTION, "reception"))
    for key, theme, label in keys:
        serving = {shift.counter for shift in shifts if theme in (*shift.themes, *shift.overflow)}
        if not serving:
            yield Fault(key, Code.NEVER_SERVED, {"theme": label})
        elif not serving & accessible:
            yield Fault(key, Code.NOT_SERVED_ACCESSIBLY, {"theme": label})


def _outside(site: Site, key: str, shift: RotaShift) -> Iterator[Fault]:
    """Where a weekly permanence begins before the doors open, or goes on after they close."""
    for day in WEEKDAYS:
        opening = site.hours.get(day, site.hours.get(EVERY_DAY, ()))
        by_name = day in shift.days
        if not opening and by_name:
            yield Fault(key, Code.DOORS_CLOSED, {"day": day})
        if opening and (by_name or EVERY_DAY in shift.days):
            for text in dict.fromkeys(shift.hours):
                if not _within(text, opening):
                    yield Fault(key, Code.OUTSIDE_HOURS, {"hours": text, "day": day, "opening": tuple(opening)})


def _within(text: str, opening: tuple[str, ...]) -> bool:
    start, end = _span(text)
    covered = start
    for opens, closes in sorted(map(_span, opening)):
        if opens <= covered < closes:
            covered = closes
    return covered >= end


def _span(text: str) -> tuple[time, time]:
    start, end = parse_span(text)
    return start, end or time.max
