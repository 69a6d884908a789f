"""What the hub finds in a site, said plainly to the people who change it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.site import EVERY_DAY
from cdm_kiosk.viewmodels.administration.rows import day_label, said
from cdm_kiosk.viewmodels.administration.rules import rule_label
from cdm_kiosk.viewmodels.administration.site_draft import date_said, entries

NO_BREAK = "\u00a0"
LINE = re.compile(
    r"( *)([-+~]) ([a-z_]+(?:\.(?:[\d:]+ *- *\d[\d:]*\d|[\w-]+))*)"
    r"(?: \"([^\"]*)\")?(?: ([a-z_]+(?:\.[\w-]+)*))?(?::? (.*))?",
    re.DOTALL,
)
"""Indent, sign, place, label, key inside, from what to what."""

Rule = tuple[str, str]
"""A pattern for the whole of the hub's sentence, and what people are told; groups are taken over by number."""


def fault(expected: str) -> str:
    """One fault, in plain words; the hub's own where it says something that is not known here."""
    return _said(expected, _faults()) or _tr("Le serveur demande autre chose : {text}").format(text=expected)


def advice(text: str) -> str:
    """One piece of advice in plain words; "" where it says something that is not known here."""
    return _said(text, _advice())


def placeholder() -> str:
    """What is told of an entry that was added and not named yet."""
    return _tr("Ce nom n’est qu’un exemple\u00a0: tapez le vrai.")


def changes(lines: Iterable[str], draft: Mapping[str, Any]) -> list[str]:
    """The lines of a difference in words; ``draft`` tells what people call the themes, tables and so on."""
    called = {
        f"{name}.{entry.get('id')}": _label(draft, entry)
        for name in ("themes", "counters", "zones", "messages")
        for entry in entries(draft, name)
    }
    return [change(line, called) for line in lines]


def change(line: str, called: Mapping[str, str]) -> str:
    """One line of a difference ("~ themes.emploi "Trouver un emploi" label.fr: "A" → "B"") in words."""
    found = LINE.fullmatch(line)
    if found is None:
        return line
    indent, sign, place, label, inside, about = found.groups(default="")
    if indent:
        # Below the line of its entry, the key is one inside it.
        place, inside = "", place
    name, _, own = place.partition(".")
    known = label or called.get(f"{'counters' if name == 'rota' else name}.{own}", "")
    told = ", ".join(filter(None, (_place(name, own, known) if place else "", _inside(inside))))
    verb = {"+": _tr("Ajout"), "-": _tr("Retrait"), "~": ""}[sign]
    whole = f"{told}{NO_BREAK}: {_about(about, called)}" if about else told
    return f"{indent}{verb}{NO_BREAK}: {whole}" if verb else f"{indent}{whole}"


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


def _place(name: str, own: str, label: str) -> str:
    """What is changed as a whole: a theme, a table, the hours of a day."""
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
        told = ticket_lines()[line][0] if line in ticket_lines() else _tr("mots d’accueil")
        return f"{word}, {told} ({language_name(language)})" if language else f"{word}, {told}"
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


def _inside(key: str) -> str:
    """What is changed within it: "label.fr" is its name in French."""
    name, _, own = key.partition(".")
    if not name:
        return ""
    word = _words().get(name, name)
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


def _about(text: str, called: Mapping[str, str]) -> str:
    """From what to what; themes by their names, weekdays and truths in words."""
    labels = {key.partition(".")[2]: label for key, label in called.items() if key.startswith("themes.") and label}
    words = {
        "hours none": _tr("fermé"),
        "monday": day_label("monday"),
        "tuesday": day_label("tuesday"),
        "wednesday": day_label("wednesday"),
        "thursday": day_label("thursday"),
        "friday": day_label("friday"),
        "saturday": day_label("saturday"),
        "sunday": day_label("sunday"),
        "every_day": _tr("tous les jours"),
        "opening hours": _tr("heures d’ouverture"),
        "yes": _tr("oui"),
        "no": _tr("non"),
        "none": _tr("rien"),
        "in another order": _tr("dans un autre ordre"),
        "reception": _tr("accueil"),
        "hours": _tr("horaires"),
        "absent": _tr("tables absentes"),
        "last_date": _tr("jusqu’au"),
        "shifts": _tr("permanences ajoutées"),
    }
    longest_first = sorted({**words, **labels}, key=len, reverse=True)
    known = re.compile("|".join(rf"(?<![\w-]){re.escape(each)}(?![\w-])" for each in longest_first))
    told = []
    for part in re.split(r'("[^"]*")', text):
        if part.startswith('"'):
            # What people wrote themselves stays as they wrote it.
            told.append(f"«{NO_BREAK}{part[1:-1]}{NO_BREAK}»" if len(part) > 1 else part)
        else:
            plain = known.sub(lambda found: labels.get(found[0]) or words[found[0]], part)
            told.append(plain.replace("[", "").replace("]", "").replace(": ", f"{NO_BREAK}: "))
    return "".join(told)


def _label(draft: Mapping[str, Any], entry: Mapping[str, Any]) -> str:
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


def _said(text: str, rules: tuple[Rule, ...]) -> str:
    for pattern, sentence in rules:
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found is not None:
            return sentence.format(*found.groups())
    return ""


def _faults() -> tuple[Rule, ...]:
    return (
        (r"is missing", _tr("À remplir.")),
        (
            r"white text on it stands out .*",
            _tr("Le texte blanc s’y lit mal : choisissez une couleur plus sombre."),
        ),
        (r"expected at most ([\d,]+) bytes", _tr("Cette image est trop lourde : 500 Ko au plus.")),
        (
            r"is damaged, or not an? (?:PNG|SVG) picture|expected an SVG picture.*",
            _tr("Ce fichier n’est pas une image SVG ou PNG, ou il est abîmé."),
        ),
        (r"moves: .*", _tr("Cette image bouge : choisissez-en une fixe.")),
        (
            r"is .*too (?:large|intricate).*|is \d+ × \d+ pixels.*",
            _tr("Cette image est trop grande ou trop compliquée."),
        ),
        (
            r"holds (?:<|a DOCTYPE|text between|[\w:-]+=|[\w:-]+ with a reference).*",
            _tr("Ce dessin contient autre chose que des formes simples : demandez un « SVG simple »."),
        ),
        (r"expected a text in the site's first language \(\"(.+)\"\)", _tr("Un texte est nécessaire ici.")),
        (r"expected a text in quotes", _tr("Un texte est attendu.")),
        (
            r"expected a whole number|Input should be a valid integer.*",
            _tr("Un nombre entier est attendu, comme 15."),
        ),
        (r"expected true or false", _tr("Oui ou non est attendu.")),
        (r"expected a number that is not negative", _tr("Un nombre à partir de 0 est attendu.")),
        (r"expected at most 90 of a hundred", _tr("90 sur cent au plus.")),
        (r"expected at most ([\d,]+)", _tr("Ce nombre est trop grand.")),
        (r"expected from 0 to [\d,]+ minutes", _tr("Un nombre de minutes à partir de 0 est attendu.")),
        (r"expected from 0 to 100", _tr("Un nombre de 0 à 100.")),
        (r"expected from 1 to 480 minutes", _tr("De 1 à 480 minutes.")),
        (r"expected at least one", _tr("Il en faut au moins un.")),
        (r"expected at least one theme", _tr("Choisissez au moins un sujet en premier choix.")),
        (r"expected at least one language.*", _tr("Choisissez au moins une langue.")),
        (r"expected at least one day", _tr("Choisissez au moins un jour.")),
        (r"zone \"(.*)\" is not among the zones", _tr("Cette zone n’existe plus : choisissez-en une autre.")),
        (r"counter \"(.*)\" is not among the counters", _tr("La table « {0} » n’existe plus.")),
        (r"theme \"(.*)\" is not among the themes", _tr("Le sujet « {0} » n’existe plus.")),
        (r"language \"(.*)\" is not among the languages", _tr("La langue « {0} » n’est pas parlée sur ce site.")),
        (
            r"counter \"(.*)\" has (?:two permanences|a permanence) at that time(?: already)?",
            _tr("Deux permanences se chevauchent à cette table."),
        ),
        (
            r"a theme is either a first choice or an overflow, once",
            _tr("Un sujet est en premier choix ou en renfort, pas les deux."),
        ),
        (r"expected a date that is not before the first", _tr("Le dernier jour vient après le premier.")),
        (r"\"\" is not a span of hours like .*", _tr("Il manque les heures : écrivez 09:00-12:30.")),
        (
            r"\"(.*)\" is not a span of hours like .*",
            _tr("« {0} » ne se lit pas comme des heures : écrivez 09:00-12:30."),
        ),
        (r"\"(.*)\" must end after it starts.*", _tr("« {0} » : la fin vient après le début, comme 09:00-12:30.")),
        (r"\"(.*)\" is in the site's own time.*", _tr("« {0} » : écrivez l’heure du site, comme 09:00-12:30.")),
        (r"\"(.*)\" is not a time zone.*", _tr("« {0} » n’est pas un fuseau horaire comme Europe/Paris.")),
        (r"\"(.*)\" overlaps the hours before it", _tr("« {0} » a des heures déjà écrites avant.")),
        (r"\"(.*)\" is used twice", _tr("« {0} » existe deux fois.")),
        (r"\"(.*)\" is not a colour.*", _tr("« {0} » n’est pas une couleur comme #2F6690.")),
        (r"there is no picture \"(.*)\".*", _tr("L’image « {0} » n’existe pas : choisissez-en une autre.")),
        (
            r"has (\d+) characters: expected at most (\d+), .*",
            _tr("{0} caractères : {1} au plus, pour tenir à l’écran."),
        ),
        (r"has (\d+) entries: expected at most (\d+)", _tr("{0} entrées : {1} au plus.")),
        (r"holds an invisible character.*", _tr("Un caractère invisible s’y cache : tapez le texte à nouveau.")),
        (
            r"holds a control or invisible character.*",
            _tr("Un caractère invisible s’y cache : tapez le texte à nouveau."),
        ),
        (r"holds markup.*", _tr("Les signes < et > n’y ont pas leur place.")),
        (r"expected the code of a language.*", _tr("Un code de langue est attendu, comme fr.")),
        (
            r"Input should be a valid date.*|invalid date.*|expected a date.*",
            _tr("Une date est attendue, comme 2026-12-24."),
        ),
        (
            r"Entity .+ not available.*|.*[Cc]ountry.*|.*subdivision.*",
            _tr("Les jours fériés de ce pays ou de cette région ne sont pas connus. Codes : FR, BE, CH…"),
        ),
    )


def _advice() -> tuple[Rule, ...]:
    return (
        (
            r"no permanence serves \"(.*)\": .*",
            _tr("Aucune permanence ne reçoit « {0} » : ces visiteurs sont envoyés à l’accueil."),
        ),
        (
            r"no accessible counter serves \"(.*)\": .*",
            _tr("Aucune table accessible ne reçoit « {0} » : qui en a besoin ne peut pas être reçu."),
        ),
        (r"\"(.*)\" has no permanence: .*", _tr("« {0} » n’a aucune permanence.")),
        (
            r"\"(.*)\" is the name of another one, too",
            _tr("«\u00a0{0}\u00a0» s’appelle comme un autre\u00a0: personne ne les distingue."),
        ),
        (
            r"has no text in (.*): the one in \"(.*)\" is shown instead",
            _tr("Sans texte en {0} : celui en {1} s’y montre."),
        ),
        (
            r"the site has no logo: .*",
            _tr("Le site n’a pas encore de logo : rien n’est imprimé à cette place."),
        ),
        (r"no permanence is planned: .*", _tr("Aucune permanence n’est prévue.")),
        (r"on \w+ the doors stay closed", _tr("Un jour de cette permanence, les portes restent fermées.")),
        (
            r"(\S+) is not within the opening hours of \w+ \((.*)\)",
            _tr("{0} dépasse les horaires d’ouverture ({1})."),
        ),
        (
            r"white text on it stands out .*",
            _tr("Le texte blanc se lit mal sur cette couleur : choisissez-en une plus sombre."),
        ),
        (
            r"\"(.*)\" is the only foreign language: .*",
            _tr("« {0} » est la seule langue étrangère : la loi en demande deux au moins, ou aucune."),
        ),
        (
            r"no typeface here has \"(.*)\": .*",
            _tr("Aucune police d’ici n’a « {0} » : le papier montrerait des cases vides."),
        ),
        (r"in France French comes first.*", _tr("En France, le français vient en premier.")),
        (
            r"the screens' own words are not translated into \"(.*)\" yet.*",
            _tr("Les mots des écrans ne sont pas encore traduits en « {0} » : ils y sont en français."),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("SiteWords", text)
