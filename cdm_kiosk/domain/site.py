"""A site as its people describe it: what it offers, where, when and in which languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime, time
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Labels = Mapping[str, str]
"""Language code to text. The site's first language must be there; others fall back to it."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ServiceKind = Literal["documentation", "computers", "events"]


def label_in(labels: Labels, language: str) -> str:
    """The text in ``language``, else in the first language written (French comes first)."""
    return labels.get(language) or next(iter(labels.values()), "")


@dataclass(frozen=True, slots=True)
class Service:
    """Something that needs no ticket: documentation, computers or events, and where it is."""

    kind: ServiceKind
    label: Labels
    place: Labels


@dataclass(frozen=True, slots=True)
class Theme:
    """What a visitor comes for, in the visitor's words. ``colour`` is #RRGGBB, ≥ 4.5:1 against white."""

    id: str
    label: Labels
    pictogram: str
    colour: str
    services: tuple[Service, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """A waiting area with a call display; ``label`` completes "attendez dans…"."""

    id: str
    label: Labels


@dataclass(frozen=True, slots=True)
class Counter:
    """Where an advisor receives; ``label`` is what is called aloud ("Table 4")."""

    id: str
    label: str
    zone: str
    accessible: bool = True


@dataclass(frozen=True, slots=True)
class StandingShift:
    """A shift that opens with the day, until a rota says better."""

    counter: str
    themes: tuple[str, ...]
    overflow: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("fr",)


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient the house is. Minutes or seconds as named.

    A precedence counts as having come ``…_credit_min`` earlier. Who missed the call keeps the place for
    ``grace_min``; who is sent back to the same counter waits for it ``same_counter_min``, then is anybody's. A call
    is repeated at most ``recall_limit`` times, ``recall_after_s`` apart, and can be undone for ``undo_s``.
    """

    hand_over_credit_min: int = 15
    priority_credit_min: int = 30
    grace_min: int = 30
    same_counter_min: int = 20
    recall_limit: int = 5
    recall_after_s: int = 0
    undo_s: int = 20


@dataclass(frozen=True, slots=True)
class Site:
    """One place with a door.

    ``hours`` maps a weekday, or ``every_day``, to spans like ``"09:00-12:30"`` (24:00 ends a day) in the site's
    time zone. ``overflow_after_min`` is how long a visitor waits, in minutes, before a counter that only helps
    out on the theme treats the visitor as its own.
    """

    id: str
    name: str
    timezone: str
    languages: tuple[str, ...]
    reception: Labels
    hours: Mapping[str, tuple[str, ...]]
    zones: tuple[Zone, ...]
    counters: tuple[Counter, ...]
    themes: tuple[Theme, ...]
    tagline: Labels = field(default_factory=dict)
    services: tuple[Service, ...] = ()
    standing_shifts: tuple[StandingShift, ...] = ()
    overflow_after_min: int = 20
    manners: Manners = Manners()
    sample: bool = False

    def theme(self, theme_id: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def counter(self, counter_id: str) -> Counter | None:
        return next((counter for counter in self.counters if counter.id == counter_id), None)

    def zone(self, zone_id: str) -> Zone | None:
        return next((zone for zone in self.zones if zone.id == zone_id), None)

    def local(self, moment: datetime) -> datetime:
        """``moment`` (aware) on the clock of the site's door."""
        return moment.astimezone(ZoneInfo(self.timezone))

    def spans_on(self, weekday: int) -> tuple[tuple[time, time | None], ...]:
        """Opening spans of a weekday (0 is Monday), local; an end of ``None`` is midnight."""
        spans = self.hours.get(WEEKDAYS[weekday], self.hours.get("every_day", ()))
        return tuple(parse_span(span) for span in spans)

    def open_until(self, moment: datetime) -> datetime | None:
        """When the span that holds ``moment`` ends, aware; ``None`` outside opening hours."""
        local = self.local(moment)
        for start, end in self.spans_on(local.weekday()):
            if start <= local.time() and (end is None or local.time() < end):
                closing = end or time(23, 59, 59, 999999)
                return datetime.combine(local.date(), closing, tzinfo=local.tzinfo)
        return None


def parse_span(text: str) -> tuple[time, time | None]:
    """``"09:00-12:30"`` as two local times; raises ValueError with what was expected."""
    start_text, dash, end_text = text.partition("-")
    try:
        start = time.fromisoformat(start_text.strip())
        end = None if end_text.strip() == "24:00" else time.fromisoformat(end_text.strip())
    except ValueError:
        raise ValueError(f'"{text}" is not a span of hours like "09:00-12:30"') from None
    if start.tzinfo is not None or (end is not None and end.tzinfo is not None):
        raise ValueError(f'"{text}" is in the site\'s own time: expected no offset, like "09:00-12:30"')
    if not dash or (end is not None and end <= start):
        raise ValueError(f'"{text}" must end after it starts, like "09:00-12:30"')
    return start, end


def faults(site: Site) -> Iterator[tuple[str, str]]:
    """What contradicts itself in a site, as (key, sentence); nothing when the site is sound."""
    yield from _name_faults(site)
    yield from _hour_faults(site)
    for each in fields(site.manners):
        if getattr(site.manners, each.name) < 0:
            yield f"manners.{each.name}", "expected a number that is not negative"
    first = site.languages[0] if site.languages else "fr"
    for key, labels in _labels(site):
        if not labels.get(first, "").strip():
            yield f"{key}.{first}", f'expected a text in the site\'s first language ("{first}")'
    themes = {theme.id for theme in site.themes}
    counters = {counter.id for counter in site.counters}
    for index, counter in enumerate(site.counters):
        if site.zone(counter.zone) is None:
            yield f"counters.{index}.zone", f'zone "{counter.zone}" is not among the zones'
    for index, shift in enumerate(site.standing_shifts):
        where = f"standing_shifts.{index}"
        if shift.counter not in counters:
            yield f"{where}.counter", f'counter "{shift.counter}" is not among the counters'
        if shift.counter in {other.counter for other in site.standing_shifts[:index]}:
            yield f"{where}.counter", f'counter "{shift.counter}" has a standing shift already'
        if not shift.themes:
            yield f"{where}.themes", "expected at least one theme"
        if not shift.languages:
            yield f"{where}.languages", "expected at least one language"
        named = (*shift.themes, *shift.overflow)
        if len(set(named)) != len(named):
            yield f"{where}.overflow", "a theme is either a first choice or an overflow, once"
        for theme in (*shift.themes, *shift.overflow):
            if theme not in themes:
                yield f"{where}.themes", f'theme "{theme}" is not among the themes'
        for language in shift.languages:
            if language not in site.languages:
                yield f"{where}.languages", f'language "{language}" is not among the languages'


def _name_faults(site: Site) -> Iterator[tuple[str, str]]:
    try:
        ZoneInfo(site.timezone)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        yield "timezone", f'"{site.timezone}" is not a time zone like "Europe/Paris"'
    if not site.languages:
        yield "languages", 'expected at least one language, like ["fr"]'
    groups = {
        "themes": [theme.id for theme in site.themes],
        "counters": [counter.id for counter in site.counters],
        "zones": [zone.id for zone in site.zones],
    }
    for name, ids in groups.items():
        if not ids:
            yield name, "expected at least one"
        for index, own in enumerate(ids):
            if own in ids[:index]:
                yield f"{name}.{index}.id", f'"{own}" is used twice'


def _hour_faults(site: Site) -> Iterator[tuple[str, str]]:
    for day, spans in site.hours.items():
        if day != "every_day" and day not in WEEKDAYS:
            yield f"hours.{day}", 'expected a weekday in English ("monday") or "every_day"'
        for span in spans:
            try:
                parse_span(span)
            except ValueError as error:
                yield f"hours.{day}", str(error)


def _labels(site: Site) -> Iterator[tuple[str, Labels]]:
    yield "reception", site.reception
    for index, zone in enumerate(site.zones):
        yield f"zones.{index}.label", zone.label
    for index, theme in enumerate(site.themes):
        yield f"themes.{index}.label", theme.label
    holders = [("", site.services)]
    holders += [(f"themes.{index}.", theme.services) for index, theme in enumerate(site.themes)]
    for holder, services in holders:
        for index, service in enumerate(services):
            yield f"{holder}services.{index}.label", service.label
            yield f"{holder}services.{index}.place", service.place
