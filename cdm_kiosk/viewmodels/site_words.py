"""What the hub finds in a site, said plainly to the people who change it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

NO_BREAK = "\u00a0"
IN_LANGUAGE = re.compile(r"\blabel\.([a-z-]+)")

Rule = tuple[str, str]
"""A pattern for the whole of the hub's sentence, and what people are told; groups are taken over by number."""


def fault(expected: str) -> str:
    """One fault, in plain words; the hub's own where it says something that is not known here."""
    return _said(expected, _faults()) or _tr("Le serveur demande autre chose : {text}").format(text=expected)


def advice(text: str) -> str:
    """One piece of advice in plain words; "" where it says something that is not known here."""
    return _said(text, _advice())


def change(line: str) -> str:
    """One line of a difference ("~ themes.emploi …") with words instead of signs."""
    words = {
        "themes": _tr("thème"),
        "counters": _tr("table"),
        "zones": _tr("zone"),
        "rota": _tr("permanences de"),
        "exceptions": _tr("exception du"),
        "services": _tr("service"),
        "hours": _tr("horaires"),
        "languages": _tr("langues"),
        "manners": _tr("règle"),
        "expectations": _tr("journée type"),
        "sound": _tr("son des appels"),
        "name": _tr("nom"),
        "tagline": _tr("devise"),
        "reception": _tr("accueil"),
        "desk": _tr("table de l’accueil"),
        "sample": _tr("site d’exemple"),
        "label": _tr("texte"),
        "colour": _tr("couleur"),
        "pictogram": _tr("image"),
        "public_holidays": _tr("jours fériés"),
        "interview_min": _tr("durée d’un entretien"),
        "overflow_after_min": _tr("renfort après (min)"),
    }
    signs = {"+": _tr("Ajouté"), "-": _tr("Retiré"), "~": _tr("Changé")}
    body = line.strip()
    sign, _, rest = body.partition(" ")
    if sign not in signs:
        return line
    where, gap, about = rest.partition(" ")
    colon = ":" if where.endswith(":") else ""
    said = " ".join(words.get(part, part) for part in where.rstrip(":").split("."))
    about = IN_LANGUAGE.sub(lambda found: f"{words['label']} ({found[1]})", about)
    indent = "    " if line.startswith(" ") else ""
    return f"{indent}{signs[sign]} : {said}{NO_BREAK + colon if colon else ''}{gap}{about}"


def _said(text: str, rules: tuple[Rule, ...]) -> str:
    for pattern, sentence in rules:
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found is not None:
            return sentence.format(*found.groups())
    return ""


def _faults() -> tuple[Rule, ...]:
    return (
        (r"is missing", _tr("À remplir.")),
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
        (r"expected from 1 to 480 minutes", _tr("De 1 à 480 minutes.")),
        (r"expected at least one", _tr("Il en faut au moins un.")),
        (r"expected at least one theme", _tr("Choisissez au moins un thème en premier choix.")),
        (r"expected at least one language.*", _tr("Choisissez au moins une langue.")),
        (r"expected at least one day", _tr("Choisissez au moins un jour.")),
        (r"zone \"(.*)\" is not among the zones", _tr("Cette zone n’existe plus : choisissez-en une autre.")),
        (r"counter \"(.*)\" is not among the counters", _tr("La table « {0} » n’existe plus.")),
        (r"theme \"(.*)\" is not among the themes", _tr("Le thème « {0} » n’existe plus.")),
        (r"language \"(.*)\" is not among the languages", _tr("La langue « {0} » n’est pas parlée sur ce site.")),
        (
            r"counter \"(.*)\" has (?:two permanences|a permanence) at that time(?: already)?",
            _tr("Deux permanences se chevauchent à cette table."),
        ),
        (
            r"a theme is either a first choice or an overflow, once",
            _tr("Un thème est en premier choix ou en renfort, pas les deux."),
        ),
        (r"expected a date that is not before the first", _tr("Le dernier jour vient après le premier.")),
        (
            r"\"(.*)\" is not a span of hours like .*",
            _tr("« {0} » ne se lit pas comme des heures : écrivez 09:00-12:30."),
        ),
        (r"\"(.*)\" must end after it starts.*", _tr("« {0} » : la fin vient après le début, comme 09:00-12:30.")),
        (r"\"(.*)\" is in the site's own time.*", _tr("« {0} » : écrivez l’heure du site, comme 09:00-12:30.")),
        (r"\"(.*)\" is not a time zone.*", _tr("« {0} » n’est pas un fuseau horaire comme Europe/Paris.")),
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
            r"has no text in (.*): the one in \"(.*)\" is shown instead",
            _tr("Sans texte en {0} : celui en {1} s’y montre."),
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
        (r"in France French comes first.*", _tr("En France, le français vient en premier.")),
        (
            r"the screens' own words are not translated into \"(.*)\" yet.*",
            _tr("Les mots des écrans ne sont pas encore traduits en « {0} » : ils y sont en français."),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("SiteWords", text)
