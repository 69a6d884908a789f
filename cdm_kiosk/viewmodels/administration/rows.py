"""What the administration's lists show of a draft: themes, tables, the week; all pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.colours import PRIMARY
from cdm_kiosk.domain.languages import NAMES, tag_name
from cdm_kiosk.domain.site import (
    AT_RECEPTION,
    EVERY_DAY,
    RECEPTION,
    WEEKDAYS,
)
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.site_draft import Draft, Permanence
from cdm_kiosk.viewmodels.shared.fault_sentences import day_label

SECTIONS = (
    "rota",
    "themes",
    "services",
    "places",
    "hours",
    "rules",
    "messages",
    "sound",
    "ticket",
    "printers",
    "stations",
    "look",
    "versions",
)
HOLDERS = {
    "themes": "themes",
    "services": "services",
    "counters": "places",
    "zones": "places",
    "desk": "places",
    "rota": "rota",
    "exceptions": "rota",
    "hours": "hours",
    "public_holidays": "hours",
    "timezone": "hours",
    "manners": "rules",
    "expectations": "rules",
    "overflow_after_min": "rules",
    "messages": "messages",
    "sound": "sound",
    "ticket": "ticket",
}
"""In which section a key is changed; what is not here is about how the site looks."""

OFFERED_LANGUAGES = tuple(NAMES)
NO_BREAK = "\u00a0"
USUAL_ACCENT = PRIMARY

Faulty = Collection[str]
"""The keys that have a fault."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    section_id: str
    label: str
    faults: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of a list. ``entry_id`` tells it from the others, ``entry_key`` is where it stands in the draft."""

    entry_id: str
    entry_key: str
    label: str
    detail: str
    faulty: bool
    colour: str = ""
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Something to choose; ``level`` 0 not, 1 chosen (first choice), 2 overflow."""

    choice_id: str
    label: str
    colour: str
    level: int


@dataclass(frozen=True, slots=True)
class DayRow:
    day: str
    label: str
    hours_text: str
    open: bool
    fault_key: str


@dataclass(frozen=True, slots=True)
class CellRow:
    """One counter's weekday in the grid; ``text`` holds a line for each permanence."""

    cell_id: str
    counter: str
    day: str
    text: str
    spoken: str
    empty: bool
    faulty: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class StretchRow:
    stretch_id: str
    label: str


@dataclass(frozen=True, slots=True)
class LineRow:
    line_id: int
    text: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    version: int
    when: str
    changes: str


def new_labels() -> dict[str, str]:
    """What an entry is called that was just added, by its list."""
    return {"themes": _tr("Nouveau sujet"), "zones": _tr("la nouvelle zone"), "messages": _tr("Nouveau message")}


def section_of(key: str) -> str:
    """The section in which a key is changed."""
    return HOLDERS.get(key.partition(".")[0], "look")


def section_rows(faulty: Faulty) -> list[SectionRow]:
    labels = {
        "rota": _tr("Permanences"),
        "themes": _tr("Sujets"),
        "services": _tr("Services sans ticket"),
        "places": _tr("Tables et zones"),
        "hours": _tr("Horaires"),
        "rules": _tr("Règles"),
        "messages": _tr("Messages"),
        "sound": _tr("Son"),
        "ticket": _tr("Ticket"),
        "printers": _tr("Imprimantes"),
        "stations": _tr("Stations"),
        "look": _tr("Apparence"),
        "versions": _tr("Versions"),
    }
    found = [section_of(key) for key in faulty]
    return [SectionRow(each, labels[each], found.count(each)) for each in SECTIONS]


def theme_rows(draft: Draft, faulty: Faulty, pictogram_url: Callable[[str], str]) -> list[EntryRow]:
    rows = []
    for key, theme in _keyed(draft, "themes"):
        minutes = _tr("{minutes} min").format(minutes=theme.get("interview_min", 30))
        label = said(draft, theme.get("label")) or _tr("Sans nom")
        detail = " · ".join(filter(None, (minutes, _dates(theme))))
        looks = str(theme.get("colour")), pictogram_url(str(theme.get("pictogram")))
        rows.append(EntryRow(str(theme.get("id")), key, label, detail, _is_faulty(key, faulty), *looks))
    return rows


def service_rows(draft: Draft, name: str, faulty: Faulty) -> list[EntryRow]:
    kinds, rows = kind_labels(), []
    for key, service in _keyed(draft, name):
        label = said(draft, service.get("label")) or _tr("Sans nom")
        rows.append(EntryRow(key, key, label, kinds.get(str(service.get("kind")), ""), _is_faulty(key, faulty)))
    return rows


def kind_labels() -> dict[str, str]:
    return {
        "documentation": _tr("Documentation"),
        "computers": _tr("Ordinateurs"),
        "events": _tr("Ateliers et rencontres"),
    }


def counter_rows(draft: Draft, faulty: Faulty) -> list[EntryRow]:
    zones = {zone.get("id"): said(draft, zone.get("label")) for zone in drafts.entries(draft, "zones")}
    rows = []
    for key, counter in _keyed(draft, "counters"):
        remarks = [zones.get(counter.get("zone"), "") if len(zones) > 1 else ""]
        remarks.append("" if counter.get("accessible", True) else _tr("pas accessible en fauteuil"))
        remarks.append(_tr("accueil") if draft.get("desk") == counter.get("id") else "")
        label, detail = str(counter.get("label")) or _tr("Sans nom"), " · ".join(filter(None, remarks))
        rows.append(EntryRow(str(counter.get("id")), key, label, detail, _is_faulty(key, faulty)))
    return rows


def zone_rows(draft: Draft, faulty: Faulty) -> list[EntryRow]:
    rows = []
    for at, (key, zone) in enumerate(_keyed(draft, "zones")):
        label = said(draft, zone.get("label")) or _tr("Sans nom")
        detail = _tr("tables : {count}").format(count=drafts.counters_of_zone(draft, at))
        rows.append(EntryRow(str(zone["id"]), key, label, detail, _is_faulty(key, faulty)))
    return rows


def exception_rows(draft: Draft, faulty: Faulty) -> list[EntryRow]:
    counters = {each.get("id"): each.get("label") for each in drafts.entries(draft, "counters")}
    rows = []
    for key, exception in _keyed(draft, "exceptions"):
        label = exception_dates(exception)
        hours = exception.get("hours")
        about = [] if hours is None else [drafts.spans_said(hours) or _tr("fermé")]
        away = [str(counters.get(each, each)) for each in exception.get("absent", ())]
        about += [_tr("sans {counters}").format(counters=", ".join(away))] if away else []
        more = len(exception.get("shifts", ()))
        about += [_tr("permanences ajoutées : {count}").format(count=more)] if more else []
        rows.append(EntryRow(key, key, label, " · ".join(about), _is_faulty(key, faulty)))
    return rows


def day_rows(draft: Draft) -> list[DayRow]:
    every_day = EVERY_DAY in (drafts.value_at(draft, "hours") or {})
    rows = []
    for day in WEEKDAYS:
        hours = drafts.hours_of(draft, day)
        named = day in (drafts.value_at(draft, "hours") or {})
        key = f"hours.{EVERY_DAY if every_day and not named else day}"
        rows.append(DayRow(day, day_label(day), drafts.spans_said(hours), bool(hours), key))
    return rows


def days_in_use(draft: Draft) -> list[str]:
    """The weekdays that the grid shows: those with open doors or a permanence."""
    shifts = drafts.entries(draft, "rota")
    planned = {day for shift in shifts if "days" in shift for day in drafts.weekdays_of(shift)}
    return [day for day in WEEKDAYS if drafts.hours_of(draft, day) or day in planned]


def cell_rows(draft: Draft, days: Sequence[str], themes: Mapping[str, str], faulty: Faulty) -> list[CellRow]:
    """The grid, row by row: every counter's weekdays."""
    plan = drafts.plan_of(draft)
    places = (key.split(".")[1] for key in faulty if key.startswith("rota."))
    wrong = {cell for at in places if at.isdecimal() for cell in drafts.cells_of(draft, int(at))}
    closed = {day for day in days if not drafts.hours_of(draft, day)}
    rows = []
    for counter in drafts.entries(draft, "counters"):
        own = str(counter.get("id"))
        for day in days:
            held = plan.get((own, day), ())
            spoken = "; ".join(f"{_hours_text(each)}, {_all_themes(each, themes)}" for each in held)
            rows.append(
                CellRow(
                    f"{own}/{day}",
                    own,
                    day,
                    "\n".join(f"{_hours_text(each)}\t{_all_themes(each, themes)}" for each in held),
                    f"{counter.get('label')}, {day_label(day)} : {spoken or _tr('aucune permanence')}",
                    not held,
                    (own, day) in wrong,
                    day in closed,
                )
            )
    return rows


def message_rows(draft: Draft, faulty: Faulty) -> list[EntryRow]:
    rows = []
    for key, message in _keyed(draft, "messages"):
        label, text = str(message.get("label")) or _tr("Sans nom"), said(draft, message.get("text"))
        rows.append(EntryRow(str(message.get("id")), key, label, text, _is_faulty(key, faulty)))
    return rows


def picture_rows(draft: Draft, ours: Sequence[str], pictogram_url: Callable[[str], str]) -> list[EntryRow]:
    """The pictures to choose from: the program's own, then those of the site."""
    named = [str(theme.get("pictogram")) for theme in drafts.entries(draft, "themes")]
    own = sorted({each for each in named if each and each not in ours})
    return [EntryRow(each, "", each, "", False, pictogram=pictogram_url(each)) for each in (*ours, *own)]


def absent_rows(draft: Draft, exception: str) -> list[ChoiceRow]:
    """Every counter, with whether an exception takes its permanences away."""
    away = drafts.entries(draft, f"{exception}.absent")
    return [
        ChoiceRow(str(each["id"]), str(each.get("label")), "", int(each["id"] in away))
        for each in drafts.entries(draft, "counters")
    ]


def cell_of(draft: Draft, key: str) -> str:
    """The cell of the plan that a fault's key is about; "" where it is about something else."""
    name, *rest = key.split(".")
    if name == "rota" and rest and rest[0].isdecimal():
        return next(iter(sorted("/".join(cell) for cell in drafts.cells_of(draft, int(rest[0])))), "")
    if name == "exceptions" and rest[1:2] == ["shifts"] and len(rest) > 2:
        counter = drafts.value_at(draft, f"exceptions.{rest[0]}.shifts.{rest[2]}.counter")
        return f"{counter}/exceptions.{rest[0]}"
    return ""


def cell_title(draft: Draft, counter: str, when: str) -> str:
    """A counter and a weekday, or the dates of an exception."""
    label = next((each["label"] for each in drafts.entries(draft, "counters") if each.get("id") == counter), "")
    day = day_label(when) if when in WEEKDAYS else exception_dates(drafts.value_at(draft, when) or {})
    return f"{label}, {day}"


def exception_dates(exception: Mapping[str, Any]) -> str:
    """The day of an exception, or its first and last."""
    first = drafts.date_said(str(exception.get("date", "")))
    if not exception.get("last_date"):
        return first
    return _tr("{first} au {last}").format(first=first, last=drafts.date_said(str(exception["last_date"])))


def added_rows(draft: Draft, exception: str) -> list[ChoiceRow]:
    """Every counter with the permanences that an exception has there, to open its cell."""
    choices = []
    for counter in drafts.entries(draft, "counters"):
        own = str(counter.get("id"))
        hours = [_hours_text(each) for each in drafts.permanences(draft, own, exception)]
        text = " · ".join((str(counter.get("label")), ", ".join(hours))) if hours else str(counter.get("label"))
        choices.append(ChoiceRow(f"{own}/{exception}", text, "", int(bool(hours))))
    return choices


def theme_labels(draft: Draft) -> dict[str, str]:
    """Every theme's label in the first language, reception's own first where it has a counter."""
    labels = {RECEPTION: AT_RECEPTION.label.get("fr", RECEPTION)} if draft.get("desk") else {}
    return labels | {
        str(theme.get("id")): said(draft, theme.get("label")) for theme in drafts.entries(draft, "themes")
    }


def stretch_rows(held: Iterable[Permanence]) -> list[StretchRow]:
    return [StretchRow(str(at), _hours_text(each)) for at, each in enumerate(held)]


def stretch_theme_rows(draft: Draft, counter: str, stretch: Permanence) -> list[ChoiceRow]:
    """Each theme with its level in a permanence; reception's own belongs to its desk."""
    rows = [
        ChoiceRow(str(theme.get("id")), said(draft, theme.get("label")), str(theme.get("colour")), 0)
        for theme in drafts.entries(draft, "themes")
    ]
    if counter == draft.get("desk"):
        rows.insert(0, ChoiceRow(RECEPTION, theme_labels(draft)[RECEPTION], AT_RECEPTION.colour, 0))
    return [ChoiceRow(row.choice_id, row.label, row.colour, stretch.level(row.choice_id)) for row in rows]


def language_rows(
    codes: Sequence[str], chosen: Collection[str], tags: Mapping[str, str] | None = None
) -> list[ChoiceRow]:
    """``tags`` are those that the site has with a region, by their codes."""
    return [ChoiceRow(code, tag_name((tags or {}).get(code, code)), "", int(code in chosen)) for code in codes]


def spoken_rows(draft: Draft) -> list[ChoiceRow]:
    """The languages that the site speaks."""
    spoken = drafts.languages(draft)
    return language_rows(spoken, spoken, drafts.tags(draft))


def offered_rows(draft: Draft) -> list[ChoiceRow]:
    """The languages to choose from, those of the site first."""
    spoken = drafts.languages(draft)
    others = [each for each in OFFERED_LANGUAGES if each not in spoken]
    return language_rows([*spoken, *others], spoken, drafts.tags(draft))


def said(draft: Draft, labels: Any) -> str:
    """A text in the first language, else in the first one written."""
    if not isinstance(labels, Mapping):
        return ""
    first = next(iter(drafts.languages(draft)), "fr")
    return str(labels.get(first) or next(iter(labels.values()), ""))


def _keyed(draft: Draft, name: str) -> Iterator[tuple[str, Any]]:
    """The entries of a list, each with its key."""
    return ((f"{name}.{at}", entry) for at, entry in enumerate(drafts.entries(draft, name)))


def _dates(theme: Mapping[str, Any]) -> str:
    """From when to when a theme is offered; "" for always."""
    first, last = (drafts.date_said(str(theme.get(name) or "")) for name in ("from_date", "until_date"))
    if first and last:
        return _tr("{first} au {last}").format(first=first, last=last)
    return (
        _tr("dès le {day}").format(day=first) if first else _tr("jusqu’au {day}").format(day=last) if last else ""
    )


def _hours_text(stretch: Permanence) -> str:
    return stretch.hours.replace("-", "–") or _tr("heures d’ouverture")


def _all_themes(stretch: Permanence, labels: Mapping[str, str]) -> str:
    first = [labels.get(each, each) for each in stretch.themes]
    return ", ".join((*first, *(f"({labels.get(each, each)})" for each in stretch.overflow))) or _tr("aucun sujet")


def _is_faulty(key: str, faulty: Faulty) -> bool:
    return any(each == key or each.startswith(f"{key}.") for each in faulty)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Administration", text)
