"""What changed in a site, said plainly to the people who change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.site import EVERY_DAY, RECEPTION
from cdm_kiosk.packs.changes import Change, lines
from cdm_kiosk.viewmodels.administration.rows import said
from cdm_kiosk.viewmodels.administration.rules import rule_label
from cdm_kiosk.viewmodels.administration.site_draft import Draft, date_said, entries
from cdm_kiosk.viewmodels.shared.fault_sentences import day_label

NO_BREAK = "\u00a0"


def changes(changed: Iterable[Mapping[str, Any]], draft: Draft) -> list[str]:
    """The lines of a difference as the hub tells it; ``draft`` says what people call the themes and tables."""
    called = {
        f"{name}.{entry.get('id')}": _label(draft, entry)
        for name in ("themes", "counters", "zones", "messages")
        for entry in entries(draft, name)
    }
    found = [
        Change(each["kind"], tuple(map(tuple, each["steps"])), each["before"], each["after"]) for each in changed
    ]
    return lines(found, partial(_line, called))


def _line(called: Mapping[str, str], one: Change, depth: int) -> str:
    steps = one.steps[depth:]
    first = _inside(*steps[0]) if depth else _place(*steps[0], called)
    place = ", ".join((first, *(_inside(*step) for step in steps[1:])))
    verb = {"added": _tr("Ajout"), "removed": _tr("Retrait")}.get(one.kind, "")
    return f"{NO_BREAK}: ".join(filter(None, (verb, place, _about(one, called))))


def ticket_lines() -> dict[str, tuple[str, str]]:
    """The lines that a ticket may have beside its number and where to wait, each with what it is for."""
    return {
        "logo": (_tr("logo de la Cité"), _tr("Celui de la rubrique Apparence, en haut du ticket.")),
        "welcome": (_tr("mots d’accueil"), _tr("Sous le nom du site.")),
        "theme": (
            _tr("sujet"),
            _tr("Un ticket oublié sur une table dit alors pourquoi quelqu’un est venu. Sans cela, il ne dit rien."),
        ),
        "band": (_tr("attente prévue"), _tr("Un intervalle, jamais une minute précise.")),
        "come_back": (_tr("heure de retour"), _tr("Vers quelle heure revenir, pour qui veut sortir.")),
        "code": (_tr("code QR"), _tr("Pour suivre son tour sur son téléphone.")),
        "date": (_tr("date et heure"), _tr("Tout en bas.")),
    }


def _place(key: str, label: str, called: Mapping[str, str]) -> str:
    """What is changed as a whole: a theme, a table, the hours of a day."""
    name, _, own = key.partition(".")
    label = label or called.get(f"{'counters' if name == 'rota' else name}.{own}", "")
    word = _words().get(name, name)
    if own == EVERY_DAY:
        return _tr("Horaires de tous les jours")
    if name in ("hours", "exceptions"):
        day = day_label(own) if name == "hours" else date_said(own)
        return f"{word} {day}".strip()
    if name == "sound":
        return f"{word}, {_of_sound(own)}"
    if name in ("manners", "expectations"):
        return rule_label(f"{name}.{own}")
    if name == "ticket":
        line, _, language = own.partition(".")
        line_label = ticket_lines()[line][0] if line in ticket_lines() else _tr("mots d’accueil")
        return f"{word}, {line_label} ({language_name(language)})" if language else f"{word}, {line_label}"
    if name in ("tagline", "reception"):
        return f"{word} ({language_name(own)})" if own else word
    shown = label or own
    if name == "counters" and label:
        return f"«{NO_BREAK}{label}{NO_BREAK}»"
    if not shown:
        return {"themes": _tr("Sujets"), "counters": _tr("Tables"), "zones": _tr("Zones")}.get(
            name, rule_label(name) or word
        )
    return f"{word} «{NO_BREAK}{shown}{NO_BREAK}»"


def _inside(key: str, label: str) -> str:
    """What is changed within it: "label.fr" is its name in French."""
    name, _, own = key.partition(".")
    word = _words().get(name, name)
    if label:
        return f"{word} «{NO_BREAK}{label}{NO_BREAK}»"
    return f"{word} ({language_name(own)})" if own and name in ("label", "place", "text") else word


def _of_sound(key: str) -> str:
    name, _, hours = key.partition(".")
    words = {
        "volume": _tr("volume"),
        "voice": _tr("une voix dit le numéro"),
        "in_visitors_language": _tr("aussi dans la langue choisie à la borne"),
        "quiet": _tr("heures de silence"),
        "volume_by_hours": _tr("volume de {hours}").format(hours=hours),
    }
    return words.get(name, name)


def _about(one: Change, called: Mapping[str, str]) -> str:
    """From what to what; "" where the place says it all."""
    key, label = one.steps[-1]
    if one.kind == "reordered":
        order = ", ".join(called.get(f"{key}.{each}") or str(each) for each in one.after)
        return f"{_tr('dans un autre ordre')} ({order})"
    found = [each for each in (one.before, one.after) if each is not None]
    if one.is_entry:
        return "" if label else " → ".join(_entry(each, called) for each in found)
    return " → ".join(_written(key.partition(".")[0], each, called) for each in found)


def _entry(entry: Mapping[str, Any], called: Mapping[str, str]) -> str:
    """A permanence or an exception, by all it says."""
    if "counter" in entry:
        days = " ".join(_tr("tous les jours") if day == EVERY_DAY else day_label(day) for day in entry["days"])
        hours = ", ".join(entry["hours"]) or _tr("heures d’ouverture")
        first, overflow = ([_theme(each, called) for each in entry[name]] for name in ("themes", "overflow"))
        themes = ", ".join((*first, *(f"({each})" for each in overflow)))
        return f"{days}, {hours}{NO_BREAK}: {themes}; {' '.join(entry['languages'])}"
    hours, absent = entry["hours"], (called.get(f"counters.{each}") or str(each) for each in entry["absent"])
    parts = {
        _tr("jusqu’au"): date_said(str(entry["last_date"] or "")),
        _tr("horaires"): ", ".join(hours or ()),
        _tr("tables absentes"): ", ".join(absent),
        _tr("permanences ajoutées"): " / ".join(_entry(each, called) for each in entry["shifts"]),
    }
    closed = [_tr("fermé")] if hours is not None and not hours else []
    return ", ".join((*closed, *(f"{word} {text}" for word, text in parts.items() if text)))


def _theme(own: str, called: Mapping[str, str]) -> str:
    return _tr("accueil") if own == RECEPTION else called.get(f"themes.{own}") or own


def _written(name: str, value: Any, called: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _tr("oui") if value else _tr("non")
    if isinstance(value, list | tuple):
        named = language_name if name == "languages" else str
        return ", ".join(map(named, value)) or _tr("rien")
    if isinstance(value, Mapping):
        return " ".join(str(each) for each in value.values() if each)
    if name in ("from_date", "until_date"):
        return date_said(str(value))
    group = {"desk": "counters", "zone": "zones"}.get(name, "")
    shown = called.get(f"{group}.{value}") or value
    return f"«{NO_BREAK}{shown}{NO_BREAK}»" if isinstance(value, str) else str(value)


def _label(draft: Draft, entry: Mapping[str, Any]) -> str:
    label = entry.get("label")
    return label if isinstance(label, str) else said(draft, label)


def _words() -> dict[str, str]:
    return {
        "themes": _tr("Sujet"),
        "counters": _tr("Table"),
        "zones": _tr("Zone"),
        "messages": _tr("Message"),
        "rota": _tr("Permanences de"),
        "exceptions": _tr("Exception du"),
        "services": _tr("Service sans ticket"),
        "hours": _tr("Horaires du"),
        "languages": _tr("Langues"),
        "sound": _tr("Son des appels"),
        "ticket": _tr("Sur le ticket"),
        "name": _tr("Nom du site"),
        "tagline": _tr("Devise"),
        "reception": _tr("Où est l’accueil"),
        "desk": _tr("Table de l’accueil"),
        "sample": _tr("Site d’exemple"),
        "timezone": _tr("Fuseau horaire"),
        "accent": _tr("Couleur du site"),
        "logo": _tr("Logo"),
        "public_holidays": _tr("Jours fériés"),
        "rota_opens_shifts": _tr("Permanences qui s’ouvrent d’elles-mêmes"),
        "label": _tr("nom"),
        "text": _tr("texte"),
        "place": _tr("lieu"),
        "colour": _tr("couleur"),
        "pictogram": _tr("image"),
        "zone": _tr("zone"),
        "accessible": _tr("accessible en fauteuil"),
        "interview_min": _tr("minutes d’entretien"),
        "from_date": _tr("proposé à partir du"),
        "until_date": _tr("proposé jusqu’au"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeSentences", text)
