"""What contradicts itself in a site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.domain.site import EVERY_DAY, RECEPTION, WEEKDAYS, DayException, RotaShift, Site, labels_of
from cdm_kiosk.domain.sound import LOUDEST, Sound
from cdm_kiosk.domain.spans import NotHours, parse_span

MOST = 1_000_000
"""Minutes, seconds or times of anything: more is a slip of the finger, and leads out of the calendar."""
MOST_PERCENT = 90
LONGEST_INTERVIEW_MIN = 480
NOT_HOURS = {
    "empty": Code.NO_HOURS,
    "unreadable": Code.NOT_HOURS,
    "offset": Code.HOURS_OFFSET,
    "ends_first": Code.HOURS_END_FIRST,
}
"""Why a text is no span of hours."""

WEB_ADDRESS = re.compile(r"https?://[a-z0-9.\-\[\]:]{1,200}/?", re.IGNORECASE)
"""No path: the pages stand at the top."""

BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""Letters, marks and signs that are drawn as nothing: fillers, the empty Braille cell, selectors of a variant."""


def is_blank(text: str) -> bool:
    """Whether an eye sees nothing of a text: it is empty, or all of it is space and invisible characters."""
    return all(unicodedata.category(each)[0] in "ZC" or BLANK.match(each) for each in text)


def faults(site: Site) -> Iterator[Fault]:
    """What contradicts itself in a site; nothing when the site is sound."""
    yield from _name_faults(site)
    for day, spans in site.hours.items():
        yield from _day_faults(f"hours.{day}", (day,))
        yield from _span_faults(f"hours.{day}", spans)
    yield from _number_faults(site)
    yield from _sound_faults(site.sound)
    yield from _own_faults(site)
    first = site.languages[0] if site.languages else "fr"
    for key, labels in labels_of(site):
        if is_blank(labels.get(first, "")):
            yield Fault(f"{key}.{first}", Code.NO_FIRST_TEXT, {"language": first})
    for index, counter in enumerate(site.counters):
        if site.zone(counter.zone) is None:
            yield Fault(f"counters.{index}.zone", Code.ZONE_NOT_LISTED, {"zone": counter.zone})
    if site.desk is not None and site.counter(site.desk) is None:
        yield Fault("desk", Code.COUNTER_NOT_LISTED, {"counter": site.desk})
    yield from _plan_faults(site, "rota", site.rota, Code.TWO_PERMANENCES)
    for index, exception in enumerate(site.exceptions):
        yield from _exception_faults(site, f"exceptions.{index}", exception)


def _plan_faults(site: Site, where: str, shifts: tuple[RotaShift, ...], at_once: Code) -> Iterator[Fault]:
    held: dict[str, list[RotaShift]] = {}
    for index, shift in enumerate(shifts):
        yield from _shift_faults(site, f"{where}.{index}", shift)
        others = held.setdefault(shift.counter, [])
        if _overlap(shift, others):
            yield Fault(f"{where}.{index}.hours", at_once, {"counter": shift.counter})
        others.append(shift)


def _shift_faults(site: Site, where: str, shift: RotaShift) -> Iterator[Fault]:
    if site.counter(shift.counter) is None:
        yield Fault(f"{where}.counter", Code.COUNTER_NOT_LISTED, {"counter": shift.counter})
    if not shift.themes:
        yield Fault(f"{where}.themes", Code.NO_THEME)
    if not shift.languages:
        yield Fault(f"{where}.languages", Code.NO_LANGUAGE)
    named = (*shift.themes, *shift.overflow)
    if len(set(named)) != len(named):
        yield Fault(f"{where}.overflow", Code.THEME_NAMED_TWICE)
    for theme in named:
        if site.theme(theme) is None:
            yield Fault(f"{where}.themes", Code.THEME_NOT_LISTED, {"theme": theme})
    for language in shift.languages:
        if language not in site.languages:
            yield Fault(f"{where}.languages", Code.LANGUAGE_NOT_LISTED, {"language": language})
    if not shift.days:
        yield Fault(f"{where}.days", Code.NO_DAY)
    yield from _day_faults(f"{where}.days", shift.days)
    yield from _span_faults(f"{where}.hours", shift.hours)


def _exception_faults(site: Site, where: str, exception: DayException) -> Iterator[Fault]:
    if exception.last_date is not None and exception.last_date < exception.date:
        yield Fault(f"{where}.last_date", Code.LAST_BEFORE_FIRST)
    yield from _span_faults(f"{where}.hours", exception.hours or ())
    for counter in exception.absent:
        if site.counter(counter) is None:
            yield Fault(f"{where}.absent", Code.COUNTER_NOT_LISTED, {"counter": counter})
    yield from _plan_faults(site, f"{where}.shifts", exception.shifts, Code.PERMANENCE_ALREADY)


def _overlap(shift: RotaShift, others: list[RotaShift]) -> bool:
    """Whether a counter would hold two permanences at once; spans that cannot be read are reported elsewhere."""
    try:
        return any(_days(shift) & _days(other) and _meet(shift.hours, other.hours) for other in others)
    except NotHours:
        return False


def _days(shift: RotaShift) -> set[str]:
    return set(WEEKDAYS) if EVERY_DAY in shift.days else set(shift.days)


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if not some or not others:
        return True
    spans = [(start, end or time.max) for start, end in map(parse_span, some)]
    return any(
        start < other_end and other_start < (end or time.max)
        for other_start, other_end in spans
        for start, end in map(parse_span, others)
    )


def _name_faults(site: Site) -> Iterator[Fault]:
    if is_blank(site.name):
        yield Fault("name", Code.MISSING)
    try:
        ZoneInfo(site.timezone)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        yield Fault("timezone", Code.NOT_A_TIME_ZONE, {"text": site.timezone})
    if site.ticket_pages and not WEB_ADDRESS.fullmatch(site.ticket_pages):
        yield Fault("ticket_pages", Code.NOT_AN_ADDRESS)
    # It names the data folder.
    if not (site.id.isascii() and site.id.replace("-", "").replace("_", "").isalnum()):
        yield Fault("id", Code.BAD_SITE_ID, {"text": site.id})
    if not site.languages:
        yield Fault("languages", Code.NO_LANGUAGES)
    for index, language in enumerate(site.languages):
        if language in site.languages[:index]:
            yield Fault(f"languages.{index}", Code.USED_TWICE, {"text": language})
    groups = {
        "themes": [theme.id for theme in site.themes],
        "counters": [counter.id for counter in site.counters],
        "zones": [zone.id for zone in site.zones],
        "messages": [message.id for message in site.messages],
    }
    for name, ids in groups.items():
        if not ids and name != "messages":
            yield Fault(name, Code.NOT_ONE)
        for index, own in enumerate(ids):
            if own in ids[:index]:
                yield Fault(f"{name}.{index}.id", Code.USED_TWICE, {"text": own})
            if name == "themes" and own == RECEPTION:
                yield Fault(f"{name}.{index}.id", Code.ID_OF_THE_DESK, {"id": RECEPTION})


def _day_faults(where: str, days: tuple[str, ...]) -> Iterator[Fault]:
    for day in days:
        if day != EVERY_DAY and day not in WEEKDAYS:
            yield Fault(where, Code.NOT_A_WEEKDAY)


def _span_faults(where: str, spans: tuple[str, ...]) -> Iterator[Fault]:
    """What is wrong with hours, one span after the other; ``{span}`` in ``where`` stands for the span at fault."""
    sound: list[str] = []
    for span in spans:
        key = where.replace("{span}", span)
        try:
            parse_span(span)
        except NotHours as wrong:
            yield Fault(key, NOT_HOURS[wrong.why], {"text": wrong.text})
        else:
            if sound and _meet((span,), tuple(sound)):
                yield Fault(key, Code.HOURS_OVERLAP, {"text": span})
            sound.append(span)


def _sound_faults(sound: Sound) -> Iterator[Fault]:
    yield from _span_faults("sound.quiet", sound.quiet)
    yield from _span_faults("sound.volume_by_hours.{span}", tuple(sound.volume_by_hours))
    volumes = {"volume": sound.volume}
    volumes |= {f"volume_by_hours.{span}": loud for span, loud in sound.volume_by_hours.items()}
    for key, loud in volumes.items():
        if not 0 <= loud <= LOUDEST:
            yield Fault(f"sound.{key}", Code.NOT_SO_LOUD, {"most": LOUDEST})


def _number_faults(site: Site) -> Iterator[Fault]:
    if not 0 <= site.overflow_after_min <= MOST:
        yield Fault("overflow_after_min", Code.NOT_SO_MANY_MINUTES, {"least": 0, "most": MOST})
    for name, numbers in (("manners", site.manners), ("expectations", site.expectations)):
        for each in fields(numbers):
            key, value = f"{name}.{each.name}", getattr(numbers, each.name)
            if value < 0:
                yield Fault(key, Code.NEGATIVE)
            if value > MOST:
                yield Fault(key, Code.TOO_MUCH, {"most": MOST})
            if each.name.endswith("_percent") and value > MOST_PERCENT:
                yield Fault(key, Code.PERCENT_TOO_HIGH, {"most": MOST_PERCENT})
    for index, theme in enumerate(site.themes):
        if not 1 <= theme.interview_min <= LONGEST_INTERVIEW_MIN:
            minutes = {"least": 1, "most": LONGEST_INTERVIEW_MIN}
            yield Fault(f"themes.{index}.interview_min", Code.NOT_SO_MANY_MINUTES, minutes)


def _own_faults(site: Site) -> Iterator[Fault]:
    """What is wrong in one theme or message, whatever the others say."""
    for index, theme in enumerate(site.themes):
        if theme.from_date is not None and theme.until_date is not None and theme.until_date < theme.from_date:
            yield Fault(f"themes.{index}.until_date", Code.LAST_BEFORE_FIRST)
    labels = {
        "counters": [each.label for each in site.counters],
        "messages": [each.label for each in site.messages],
    }
    for name, texts in labels.items():
        for index, label in enumerate(texts):
            if is_blank(label):
                yield Fault(f"{name}.{index}.label", Code.MISSING)
