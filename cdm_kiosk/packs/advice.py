"""What is worth a second look in a sound site: nothing here keeps it from being used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import time

from cdm_kiosk import paths
from cdm_kiosk.domain.site import (
    EVERY_DAY,
    RECEPTION,
    WEEKDAYS,
    Labels,
    RotaShift,
    Site,
    is_blank,
    label_in,
    labels_of,
    parse_span,
)

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
Advice = tuple[str, str]
"""A key like ``rota.3.hours``, and what is worth knowing about it."""


def advice(site: Site, spoken: frozenset[str]) -> Iterator[Advice]:
    """What to look at in a site without faults; ``spoken`` are the languages of the program's own words."""
    yield from _about_languages(site, spoken)
    yield from _about_letters(site)
    yield from _about_copies(site)
    for at, theme in enumerate(site.themes):
        ratio = contrast_with_white(theme.colour)
        if ratio < LEAST_CONTRAST:
            least = (
                f"white text on it stands out {ratio:.1f}:1, and needs {LEAST_CONTRAST}:1 to be read by everybody"
            )
            yield f"themes.{at}.colour", f"{least}. A darker colour does it"
    if site.ticket.logo and not site.logo:
        yield "ticket.logo", "the site has no logo: nothing is printed in its place"
    if site.rota:
        yield from _about_plan(site)
    else:
        yield "rota", "no permanence is planned: nobody is told when a theme is served next"


def spoken() -> frozenset[str]:
    """The languages that the kiosk's own words are in."""
    catalogues = (paths.RESOURCES / "translations").glob("kiosk_*.qm")
    return frozenset({SOURCE_LANGUAGE, *(file.stem.removeprefix("kiosk_") for file in catalogues)})


def colour_faults(site: Site) -> Iterator[Advice]:
    """Colours that are none, and an accent on which white text cannot be read."""
    if not COLOUR.fullmatch(site.accent):
        yield "accent", f'"{site.accent}" is not a colour like "#0F4C5C"'
    elif contrast_with_white(site.accent) < LEAST_CONTRAST:
        ratio = contrast_with_white(site.accent)
        yield "accent", f"white text on it stands out {ratio:.1f}:1: expected a darker colour, {LEAST_CONTRAST}:1"
    for at, theme in enumerate(site.themes):
        if not COLOUR.fullmatch(theme.colour):
            yield f"themes.{at}.colour", f'"{theme.colour}" is not a colour like "#2F6690"'


def contrast_with_white(colour: str) -> float:
    """How far white text stands out from ``colour`` (#RRGGBB), 1 to 21 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _about_languages(site: Site, spoken: frozenset[str]) -> Iterator[Advice]:
    first, *others = site.languages
    if site.timezone in FRENCH_ZONES:
        if first != "fr":
            yield "languages", "in France French comes first, and no other language is easier to read (law 94-665)"
        if len(others) == 1:
            yield (
                "languages",
                f'"{others[0]}" is the only foreign language: in France a public service that translates does so '
                "into two at least (law 94-665, art. 4). Add one more, or none",
            )
    elif len(others) == 1:
        yield (
            "languages",
            f'"{others[0]}" is the only language beside "{first}": at least one more is fairer to those who read '
            "neither (in France the law asks for two)",
        )
    for language in site.languages:
        if language not in spoken:
            yield (
                "languages",
                f'the screens\' own words are not translated into "{language}" yet: they appear in French there, '
                "beside your labels",
            )
    for key, labels in labels_of(site):
        missing = [language for language in site.languages if not _said(labels, language)]
        if missing and labels:
            instead = next(iter(labels))
            yield key, f'has no text in {", ".join(missing)}: the one in "{instead}" is shown instead'


def _said(labels: Labels, language: str) -> bool:
    return not is_blank(labels.get(language, ""))


def _about_letters(site: Site) -> Iterator[Advice]:
    counters = ((f"counters.{at}.label", {"": counter.label}) for at, counter in enumerate(site.counters))
    for key, told in (("name", {"": site.name}), ("tagline", site.tagline), *labels_of(site), *counters):
        letters = dict.fromkeys(letter for text in told.values() for letter in text if not _has_a_face(letter))
        if letters:
            yield key, f'no typeface here has "{"".join(letters)}": on paper there would be empty boxes'


def _about_copies(site: Site) -> Iterator[Advice]:
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
                yield f"{name}.{at}.label", f'"{label}" is the name of another one, too'


def _as_read(label: str) -> str:
    """What an eye makes of a name: no invisible characters, no difference of case or of kinds of spaces."""
    seen = "".join(" " if each.isspace() else "" if is_blank(each) else each for each in label)
    return " ".join(unicodedata.normalize("NFKC", seen).casefold().split())


def _has_a_face(letter: str) -> bool:
    if letter >= FIRST_DRAWING:
        return unicodedata.category(letter) != "So" and not letter.isalpha()
    return letter < FIRST_OTHER_SCRIPT or not letter.isalpha() or unicodedata.name(letter, "").startswith(SCRIPTS)


def _about_plan(site: Site) -> Iterator[Advice]:
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
            yield f"counters.{at}", f'"{counter.label}" has no permanence: nobody is called there by plan'
    for key, shift in weekly:
        for expected in dict.fromkeys(_outside(site, shift)):
            yield f"{key}.hours", expected


def _about_themes(site: Site, shifts: list[RotaShift]) -> Iterator[Advice]:
    accessible = {counter.id for counter in site.counters if counter.accessible}
    first = site.languages[0]
    keys = [(f"themes.{at}", theme.id, label_in(theme.label, first)) for at, theme in enumerate(site.themes)]
    if site.desk is not None:
        keys.append(("desk", RECEPTION, "reception"))
    for key, theme, label in keys:
        serving = {shift.counter for shift in shifts if theme in (*shift.themes, *shift.overflow)}
        if not serving:
            yield key, f'no permanence serves "{label}": visitors who choose it are sent to reception'
        elif not serving & accessible:
            yield key, f'no accessible counter serves "{label}": who needs one cannot be received for it'


def _outside(site: Site, shift: RotaShift) -> Iterator[str]:
    """Where a weekly permanence begins before the doors open, or goes on after they close."""
    for day in WEEKDAYS:
        opening = site.hours.get(day, site.hours.get(EVERY_DAY, ()))
        by_name = day in shift.days
        if not opening and by_name:
            yield f"on {day} the doors stay closed"
        if opening and (by_name or EVERY_DAY in shift.days):
            for text in shift.hours:
                if not _within(text, opening):
                    yield f"{text} is not within the opening hours of {day} ({', '.join(opening)})"


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
