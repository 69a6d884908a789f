"""Changes a site's content as its people do, one plain edit at a time: each returns a new draft, none is lost.

A draft has the shape of a site file as JSON. A ``key`` names a place in it with dots, as faults do:
``themes.0.label.fr``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import time
from itertools import count
from typing import Any

from cdm_kiosk.domain.languages import code_of
from cdm_kiosk.domain.site import EVERY_DAY, RECEPTION, WEEKDAYS
from cdm_kiosk.domain.spans import parse_span

Draft = Mapping[str, Any]

COLOURS = ("#2F6690", "#6A4C93", "#1B7F5C", "#B5541C", "#8C6A00", "#0F4C5C", "#8A2F4F", "#3F5D2A")
"""White text is read on each by everybody (4.5:1 at least)."""

NO_PICTURE_YET = "inconnu"
IN_LANGUAGES = ("label", "place", "tagline", "reception", "text", "words")
KINDS = ("documentation", "computers", "events")
HOUR = re.compile(r"(\d{1,2})\s*(?:[hH:]\s*(\d{2})?)?")
DASH = re.compile(r"\s*[-–—]\s*")
DATE = re.compile(r"(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})")
BETWEEN = re.compile(r"\s*(?:[,;·]|\bet\b|\s)\s*")


def value_at(draft: Draft, key: str) -> Any:
    """What stands at ``key``; None where nothing does."""
    found: Any = draft
    for name in key.split("."):
        if isinstance(found, Mapping):
            found = found.get(name)
        elif isinstance(found, Sequence) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        else:
            return None
    return found


def with_value(draft: Draft, key: str, value: Any) -> Draft:
    """The draft with ``value`` at ``key``; tables on the way there are made where they are missing."""
    changed: Draft = _placed(draft, key.split("."), value)
    return changed


def with_text(draft: Draft, key: str, text: str) -> Draft:
    """A text typed at ``key``; a translation that is emptied is none."""
    holder, _, name = key.rpartition(".")
    labels = value_at(draft, holder) if holder else draft
    if text or not isinstance(labels, Mapping) or name not in labels or not _is_translation(holder):
        return with_value(draft, key, text)
    return with_value(draft, holder, {code: each for code, each in labels.items() if code != name})


def with_number(draft: Draft, key: str, text: str) -> Draft:
    """A whole number typed at ``key``; what is none stays as it was typed, for the check to say so."""
    plain = text.strip()
    return with_value(draft, key, int(plain) if plain.isdecimal() else plain)


def entries(draft: Draft, name: str) -> list[Any]:
    """The list at ``name``, empty where it is missing."""
    found = value_at(draft, name)
    return [*found] if isinstance(found, list | tuple) else []


def added(draft: Draft, name: str, entry: Any) -> Draft:
    """The draft with ``entry`` at the end of a list."""
    return with_value(draft, name, [*entries(draft, name), entry])


def removed(draft: Draft, name: str, at: int) -> Draft:
    """The draft without one entry of a list."""
    return with_value(draft, name, [each for index, each in enumerate(entries(draft, name)) if index != at])


def moved(draft: Draft, name: str, at: int, by: int) -> Draft:
    """The draft with one entry of a list that many places further down; the same where the list ends."""
    rows = entries(draft, name)
    to = at + by
    if not (0 <= at < len(rows) and 0 <= to < len(rows)):
        return draft
    rows.insert(to, rows.pop(at))
    return with_value(draft, name, rows)


def flat(value: Any, key: str) -> Iterator[tuple[str, str | int | bool]]:
    """Every text, number and truth below ``key``, with its own key."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from flat(each, f"{key}.{name}" if key else name)
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from flat(each, f"{key}.{at}")
    elif isinstance(value, str | int | bool):
        yield key, value


# ----- themes, services, tables, zones


def with_new_theme(draft: Draft, label: str) -> Draft:
    """One more theme with a label in the first language, a colour that no other has, and no picture yet."""
    themes = entries(draft, "themes")
    taken = [theme.get("colour") for theme in themes]
    colour = next((each for each in COLOURS if each not in taken), COLOURS[len(themes) % len(COLOURS)])
    own = _new_id(label, [*(theme.get("id") for theme in themes), RECEPTION])
    theme = {"id": own, "label": {_first(draft): label}, "pictogram": NO_PICTURE_YET, "colour": colour}
    return added(draft, "themes", theme)


def unnamed(draft: Draft, labels: Mapping[str, str]) -> Iterator[str]:
    """The names that are still those which new entries get: ``labels`` by list."""
    for name, label in labels.items():
        for at, entry in enumerate(entries(draft, name)):
            known_label = entry.get("label")
            if (known_label.get(_first(draft)) if isinstance(known_label, Mapping) else known_label) == label:
                yield f"{name}.{at}.label"


def without_theme(draft: Draft, at: int) -> Draft:
    """The draft without a theme, and without its place in every permanence; one that had no other goes with it."""
    own = value_at(draft, f"themes.{at}.id")
    changed = removed(draft, "themes", at)
    if "rota" in draft:
        changed = with_value(changed, "rota", _without_theme(entries(draft, "rota"), own))
    for index, exception in enumerate(entries(draft, "exceptions")):
        if exception.get("shifts"):
            left = _without_theme(exception["shifts"], own)
            changed = with_value(changed, f"exceptions.{index}.shifts", left)
    return changed


def permanences_of_theme(draft: Draft, at: int) -> int:
    """How many permanences of the week name a theme."""
    own = value_at(draft, f"themes.{at}.id")
    return sum(own in (*shift.get("themes", ()), *shift.get("overflow", ())) for shift in entries(draft, "rota"))


def with_new_service(draft: Draft, name: str) -> Draft:
    """One more service without a ticket in the list at ``name``."""
    return added(draft, name, {"kind": KINDS[0], "label": {_first(draft): ""}, "place": {_first(draft): ""}})


def with_new_counter(draft: Draft, word: str) -> Draft:
    """One more counter, called ``word`` and the next number, in the zone of the last one."""
    counters = entries(draft, "counters")
    ids = [str(counter.get("id")) for counter in counters]
    number = next(each for each in range(1, len(ids) + 2) if str(each) not in ids)
    zones = entries(draft, "zones")
    zone = counters[-1].get("zone") if counters else zones[0].get("id") if zones else ""
    counter = {"id": str(number), "label": f"{word} {number}", "zone": zone, "accessible": True}
    return added(draft, "counters", counter)


def without_counter(draft: Draft, at: int) -> Draft:
    """The draft without a counter, its permanences and its absences."""
    own = value_at(draft, f"counters.{at}.id")
    changed = removed(draft, "counters", at)
    if draft.get("desk") == own:
        changed = {key: value for key, value in changed.items() if key != "desk"}
    if "rota" in draft:
        kept = [shift for shift in entries(draft, "rota") if shift.get("counter") != own]
        changed = with_value(changed, "rota", kept)
    for index, exception in enumerate(entries(draft, "exceptions")):
        for name, left in (
            ("absent", [each for each in exception.get("absent", ()) if each != own]),
            ("shifts", [each for each in exception.get("shifts", ()) if each.get("counter") != own]),
        ):
            if exception.get(name):
                changed = with_value(changed, f"exceptions.{index}.{name}", left)
    return changed


def permanences_of_counter(draft: Draft, at: int) -> int:
    """How many permanences of the week a counter has."""
    own = value_at(draft, f"counters.{at}.id")
    return sum(shift.get("counter") == own for shift in entries(draft, "rota"))


def with_desk(draft: Draft, counter: str) -> Draft:
    """Reception's own counter; "" when it has none, and with it the permanences for talking to reception go."""
    if counter:
        return {**draft, "desk": counter}
    changed = {key: value for key, value in draft.items() if key != "desk"}
    return with_value(changed, "rota", _without_theme(entries(draft, "rota"), RECEPTION))


def with_new_message(draft: Draft, label: str) -> Draft:
    """One more message that reception can show in one touch, not yet written."""
    own = _new_id(label, [each.get("id") for each in entries(draft, "messages")])
    return added(draft, "messages", {"id": own, "label": label, "text": {_first(draft): ""}})


def with_new_zone(draft: Draft, label: str) -> Draft:
    """One more waiting area."""
    own = _new_id(label, [zone.get("id") for zone in entries(draft, "zones")])
    return added(draft, "zones", {"id": own, "label": {_first(draft): label}})


def counters_of_zone(draft: Draft, at: int) -> int:
    """How many counters are called from a zone."""
    own = value_at(draft, f"zones.{at}.id")
    return sum(counter.get("zone") == own for counter in entries(draft, "counters"))


def languages(draft: Draft) -> list[str]:
    """The site's languages without their regions: the keys of its texts."""
    return [code_of(str(each)) for each in entries(draft, "languages")]


def tags(draft: Draft) -> dict[str, str]:
    """The site's languages as they are written, by their codes: "fr" is "fr-BE"."""
    return {code_of(str(each)): str(each) for each in entries(draft, "languages")}


def with_language(draft: Draft, code: str, spoken: bool) -> Draft:
    """The site with a language more, last, or with one less; no permanence speaks one that is gone."""
    written = [str(each) for each in entries(draft, "languages") if code_of(str(each)) != code]
    others = [code_of(each) for each in written]
    changed = with_value(draft, "languages", [*written, code] if spoken else written)
    if spoken or "rota" not in draft:
        return changed
    for at, shift in enumerate(entries(draft, "rota")):
        left = [each for each in shift.get("languages", ("fr",)) if code_of(str(each)) != code]
        changed = with_value(changed, f"rota.{at}.languages", left or others[:1])
    return changed


# ----- hours


def spans_typed(text: str) -> list[str]:
    """Spans of hours as people type them ("9h-12h30, 13:30 - 17h") as they are written ("09:00-12:30").

    What cannot be read stays as it was typed, for the check to say so.
    """
    close = re.sub(r"(?<=\d)\s+(?=[hH:])|(?<=[hH:])\s+(?=\d{2}\b)", "", DASH.sub("-", text.strip()))
    return [_span(part) for part in BETWEEN.split(close) if part]


def spans_said(spans: Iterable[str]) -> str:
    """Spans on one line, to be read and typed."""
    return ", ".join(spans)


def hours_of(draft: Draft, when: str) -> list[str]:
    """When the doors are open on a weekday, or by an exception that has hours of its own."""
    if when not in WEEKDAYS:
        return entries(draft, f"{when}.hours")
    hours = value_at(draft, "hours") or {}
    return [*hours.get(when, hours.get(EVERY_DAY, ()))]


def with_hours(draft: Draft, day: str, spans: Sequence[str]) -> Draft:
    """Other opening hours on one weekday; the other days keep theirs. A day without any is closed."""
    hours = {each: hours_of(draft, each) for each in WEEKDAYS} | {day: [*spans]}
    return with_value(draft, "hours", {each: own for each, own in hours.items() if own})


def with_holidays(draft: Draft, country: str, region: str) -> Draft:
    """The public holidays of a country and a region; none without a country."""
    if not country:
        return {key: value for key, value in draft.items() if key != "public_holidays"}
    return {**draft, "public_holidays": {"country": country, **({"region": region} if region else {})}}


def date_typed(text: str) -> str:
    """A date as people type it ("24/12/2026") as it is written ("2026-12-24"); what is none stays as typed."""
    found = DATE.fullmatch(text.strip())
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text.strip()


def date_said(written: str) -> str:
    """A written date as people type it."""
    try:
        return Date.fromisoformat(written).strftime("%d/%m/%Y")
    except ValueError:
        return written


# ----- exceptions


def with_new_exception(draft: Draft, date: Date) -> Draft:
    """One more exception: the doors stay closed that day."""
    return added(draft, "exceptions", {"date": date.isoformat(), "hours": []})


def with_exception_hours(draft: Draft, at: int, spans: Sequence[str] | None) -> Draft:
    """Other hours for an exception: none at all closes the doors, None leaves the usual hours."""
    exception = {key: value for key, value in entries(draft, "exceptions")[at].items() if key != "hours"}
    return with_value(draft, f"exceptions.{at}", exception if spans is None else {**exception, "hours": [*spans]})


def with_optional(draft: Draft, key: str, value: str) -> Draft:
    """A text at ``key`` that may be missing: nothing stands there without one."""
    holder, _, name = key.rpartition(".")
    table = value_at(draft, holder) if holder else draft
    others = {each: own for each, own in table.items() if each != name}
    changed = {**others, name: value} if value else others
    return with_value(draft, holder, changed) if holder else changed


def with_absent(draft: Draft, at: int, counter: str, absent: bool) -> Draft:
    """A counter whose permanences fall out, or no longer do."""
    others = [each for each in entries(draft, f"exceptions.{at}.absent") if each != counter]
    return with_value(draft, f"exceptions.{at}.absent", [*others, counter] if absent else others)


# ----- the week


@dataclass(frozen=True, slots=True)
class Permanence:
    """One stretch of a counter's day; ``hours`` "" is as long as the doors are open."""

    hours: str
    themes: tuple[str, ...] = ()
    overflow: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("fr",)

    def level(self, theme: str) -> int:
        """0 not received, 1 first choice, 2 overflow."""
        return 1 if theme in self.themes else 2 if theme in self.overflow else 0


def permanences(draft: Draft, counter: str, when: str) -> tuple[Permanence, ...]:
    """What a counter has on a weekday, or by an exception ("exceptions.0"), in the order of the day."""
    return tuple(
        sorted(
            (each for shift in _plan(draft, when) if _is_at(shift, counter, when) for each in _stretches(shift)),
            key=lambda each: each.hours,
        )
    )


def plan_of(draft: Draft) -> dict[tuple[str, str], tuple[Permanence, ...]]:
    """What every counter has on every weekday on which it has something, in the order of the day."""
    plan: dict[tuple[str, str], list[Permanence]] = {}
    for shift in entries(draft, "rota"):
        held = [*_stretches(shift)]
        for day in weekdays_of(shift):
            plan.setdefault((str(shift.get("counter")), day), []).extend(held)
    return {cell: tuple(sorted(held, key=lambda each: each.hours)) for cell, held in plan.items()}


def weekdays_of(shift: Mapping[str, Any]) -> list[str]:
    """The weekdays that an entry of the plan is about."""
    days = shift.get("days", (EVERY_DAY,))
    return [day for day in WEEKDAYS if day in days or EVERY_DAY in days]


def with_permanences(draft: Draft, counter: str, when: str, wanted: Sequence[Permanence]) -> Draft:
    """Another day for a counter; its other days and all other counters keep theirs."""
    if when in WEEKDAYS:
        return with_week(draft, counter, {when: wanted})
    others = [shift for shift in _plan(draft, when) if not _is_at(shift, counter, when)]
    own = _written(counter, dict.fromkeys(WEEKDAYS, wanted))
    return with_value(draft, f"{when}.shifts", [*others, *own])


def with_week(draft: Draft, counter: str, days: Mapping[str, Sequence[Permanence]]) -> Draft:
    """Other days for a counter, written as briefly as the site file can."""
    rota = entries(draft, "rota")
    at = next((index for index, shift in enumerate(rota) if shift.get("counter") == counter), len(rota))
    week = {day: days[day] if day in days else permanences(draft, counter, day) for day in WEEKDAYS}
    others = [shift for shift in rota if shift.get("counter") != counter]
    before = sum(shift.get("counter") != counter for shift in rota[:at])
    own = _written(counter, week)
    return with_value(draft, "rota", [*others[:before], *own, *others[before:]])


def cells_of(draft: Draft, at: int) -> set[tuple[str, str]]:
    """The counters and weekdays that an entry of the plan is about."""
    shift = entries(draft, "rota")[at] if at < len(entries(draft, "rota")) else {}
    return {(str(shift.get("counter", "")), day) for day in weekdays_of(shift)} if shift else set()


def is_about(draft: Draft, key: str, counter: str, when: str) -> bool:
    """Whether a fault or advice at ``key`` is about a counter's permanences on a weekday or by an exception."""
    if when in WEEKDAYS:
        name, _, rest = key.partition(".")
        at = rest.partition(".")[0]
        return name == "rota" and at.isdecimal() and (counter, when) in cells_of(draft, int(at))
    at = key.removeprefix(f"{when}.shifts.").partition(".")[0]
    return key.startswith(f"{when}.shifts.") and value_at(draft, f"{when}.shifts.{at}.counter") == counter


def _written(counter: str, week: Mapping[str, Sequence[Permanence]]) -> list[dict[str, Any]]:
    """The plan's entries of a week: what is the same at several hours or on several days is written once."""
    same: dict[tuple[Any, ...], list[str]] = {}
    for day in WEEKDAYS:
        held: dict[tuple[Any, ...], list[str]] = {}
        for each in week[day]:
            what = (each.themes, each.overflow, each.languages)
            # Two at once stay two entries, for the check to see them.
            room = next(at for at in count() if not _meets(each.hours, held.get((*what, at), ())))
            held.setdefault((*what, room), []).append(each.hours)
        for what, hours in held.items():
            same.setdefault((*what, tuple(sorted(filter(None, hours)))), []).append(day)
    rota = []
    for (themes, overflow, languages, _, hours), days in same.items():
        shift: dict[str, Any] = {"counter": counter, "themes": [*themes]}
        if overflow:
            shift["overflow"] = [*overflow]
        shift["languages"] = [*languages]
        if len(days) < len(WEEKDAYS):
            shift["days"] = days
        if hours:
            shift["hours"] = [*hours]
        rota.append(shift)
    return rota


def _meets(span: str, others: Iterable[str]) -> bool:
    """Whether a stretch shares a moment with others; what cannot be read yet does."""
    try:
        start, end = parse_span(span)
        spans = [parse_span(each) for each in others]
    except ValueError:
        return bool([*others])
    return any(start < (shut or time.max) and opens < (end or time.max) for opens, shut in spans)


def _plan(draft: Draft, when: str) -> list[Any]:
    return entries(draft, "rota" if when in WEEKDAYS else f"{when}.shifts")


def _is_at(shift: Mapping[str, Any], counter: str, when: str) -> bool:
    """An exception's permanence on some weekdays only is none that is changed as a whole: it stays as it is."""
    days = shift.get("days", (EVERY_DAY,))
    return shift.get("counter") == counter and (when in days or EVERY_DAY in days)


def _stretches(shift: Mapping[str, Any]) -> Iterator[Permanence]:
    for hours in shift.get("hours") or ("",):
        themes, overflow = (tuple(shift.get(name, ())) for name in ("themes", "overflow"))
        spoken = tuple(code_of(str(each)) for each in shift.get("languages", ("fr",)))
        yield Permanence(hours, themes, overflow, spoken)


# ----- two people at once


def merged(base: Any, mine: Any, theirs: Any) -> Any:
    """Their site with my changes since ``base`` on top; where both changed the same, mine stays."""
    if mine == base:
        return theirs
    if theirs == base or mine == theirs:
        return mine
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        before = base if isinstance(base, Mapping) else {}
        gone = object()
        both = {
            key: merged(before.get(key, gone), mine.get(key, gone), theirs.get(key, gone))
            for key in dict.fromkeys((*theirs, *mine))
        }
        return {key: value for key, value in both.items() if value is not gone}
    if _have_ids(mine) and _have_ids(theirs) and _have_ids(base):
        return _merged_entries(base, mine, theirs)
    return mine


def _merged_entries(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    old, own, other = ({each["id"]: each for each in rows} for rows in (base, mine, theirs))
    kept = [own_id for own_id in own if own_id in other or own_id not in old or own[own_id] != old[own_id]]
    kept += [other_id for other_id in other if other_id not in own and other_id not in old]
    kept += [each for each in other if each not in own and each in old and other[each] != old[each]]
    return [
        merged(old.get(each), own[each], other[each])
        if each in own and each in other
        else own.get(each, other.get(each))
        for each in kept
    ]


def _have_ids(rows: Any) -> bool:
    return isinstance(rows, list | tuple) and all(isinstance(each, Mapping) and "id" in each for each in rows)


# ----- small things


def _placed(holder: Any, names: Sequence[str], value: Any) -> Any:
    name, *rest = names
    if isinstance(holder, list | tuple):
        at = int(name)
        inner = _placed(holder[at], rest, value) if rest else value
        return [*holder[:at], inner, *holder[at + 1 :]]
    table = holder if isinstance(holder, Mapping) else {}
    return {**table, name: _placed(table.get(name, {}), rest, value) if rest else value}


def _is_translation(holder: str) -> bool:
    return holder.rpartition(".")[2] in IN_LANGUAGES


def _without_theme(shifts: Iterable[Mapping[str, Any]], theme: Any) -> list[Any]:
    left = []
    for shift in shifts:
        both = {
            name: [each for each in shift[name] if each != theme]
            for name in ("themes", "overflow")
            if name in shift
        }
        if both.get("themes"):
            left.append({**shift, **both})
    return left


def _first(draft: Draft) -> str:
    return next(iter(languages(draft)), "fr")


def _new_id(label: str, taken: Iterable[Any]) -> str:
    """``"Trouver un emploi"`` as ``"trouver-un-emploi"``, with a number where that is taken."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    own = "-".join(re.findall(r"[a-z0-9]+", plain))[:32].strip("-") or "nouveau"
    used = {*taken}
    return next(each for each in (own, *(f"{own}-{at}" for at in range(2, len(used) + 3))) if each not in used)


def _span(text: str) -> str:
    start, dash, end = text.partition("-")
    hours = [HOUR.fullmatch(part) for part in (start, end)]
    if not dash or not all(hours):
        return text
    return "-".join(f"{int(each[1]):02}:{each[2] or '00'}" for each in hours if each)
