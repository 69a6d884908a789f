"""What a fault's code and values mean to the people at a station: the French catalogue of every code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.languages import language_name

LONGEST_VALUE = 300


def fault(code: str, values: Mapping[str, Any]) -> str:
    """One fault of a site or of a file, or advice about it, in plain words."""
    return _said(code, values) or _tr("Le serveur demande autre chose : {text}").format(text=code)


def refusal(code: str, values: Mapping[str, Any]) -> str:
    """One calm sentence for what the hub does not do, for reception and advisors; "" where it did."""
    if not code:
        return ""
    sentence = _said(code, values) or _tr("Cela n’a pas marché ({code}). Rien n’a été changé.").format(code=code)
    # A file or a picture that cannot be used has a fault of its own.
    return " ".join(filter(None, (sentence, _said(str(values.get("fault", "")), values))))


def day_label(day: str) -> str:
    labels = {
        "monday": _tr("lundi"),
        "tuesday": _tr("mardi"),
        "wednesday": _tr("mercredi"),
        "thursday": _tr("jeudi"),
        "friday": _tr("vendredi"),
        "saturday": _tr("samedi"),
        "sunday": _tr("dimanche"),
    }
    return labels.get(day, day)


def _said(code: str, values: Mapping[str, Any]) -> str:
    try:
        return sentences().get(code, "").format_map({name: _written(name, each) for name, each in values.items()})
    except KeyError:
        # Another version of the hub names other values.
        return ""


def _written(name: str, value: Any) -> str:
    """A value as people here write it."""
    if isinstance(value, list | tuple):
        return ", ".join(_written(name, each) for each in value)
    if isinstance(value, int):
        return f"{value:,}".replace(",", "\u202f")
    if isinstance(value, Date):
        return value.strftime("%d/%m/%Y")
    if name == "day":
        return day_label(str(value))
    if name in ("language", "languages", "instead", "first"):
        return language_name(str(value))
    return str(value)[:LONGEST_VALUE]


@cache
def sentences() -> Mapping[str, str]:
    """Every code with its sentence; a name in braces is one of the fault's values."""
    alike = {
        "SVG_DOCTYPE SVG_NOT_A_SHAPE SVG_ATTRIBUTE SVG_REFERENCE SVG_TEXT": _tr(
            "Ce dessin contient autre chose que des formes simples : demandez un « SVG simple »."
        ),
        "NOT_BASE64 NOT_A_PNG NOT_AN_SVG SVG_NOT_UTF_8 SVG_ROOT": _tr(
            "Ce fichier n’est pas une image SVG ou PNG, ou il est abîmé."
        ),
        "TOO_MANY_PIXELS FAR_TOO_MANY_PIXELS SVG_TOO_LARGE SVG_INTRICATE": _tr(
            "Cette image est trop grande ou trop compliquée."
        ),
        "TURNS_TEXT INVISIBLE_CHARACTER": _tr("Un caractère invisible s’y cache : tapez le texte à nouveau."),
        "NOT_A_ZIP NOT_A_PACK NO_PACK_FORMAT NOT_DEFLATED GROWS DAMAGED SIZE_DIFFERS": _tr(
            "Ce fichier n’est pas un paquet de site, ou il est abîmé."
        ),
        "TOO_MANY_FILES THERE_TWICE LINK LEADS_OUT PACK_IN_PACK NO_PLACE_IN_PACK": _tr(
            "Ce paquet contient autre chose qu’un site et ses images."
        ),
        "TOO_MUCH_FOR_TOML WORD_TOO_LONG KEY_TOO_DEEP TOO_DEEP TOO_MANY_KEYS TOO_MANY_IN_ALL TOO_HEAVY": _tr(
            "Ce fichier est plus long ou plus compliqué que celui d’un site."
        ),
        "TWO_PERMANENCES PERMANENCE_ALREADY": _tr("Deux permanences se chevauchent à cette table."),
        "NO_LANGUAGE NO_LANGUAGES": _tr("Choisissez au moins une langue."),
    }
    return {Code[name]: sentence for names, sentence in alike.items() for name in names.split()} | {
        # ----- what is asked of the house
        Code.UNKNOWN_THEME: _tr("Ce sujet n’existe pas ici."),
        Code.UNKNOWN_COUNTER: _tr("Cette table n’existe pas ici."),
        Code.UNKNOWN_TICKET: _tr("Ce ticket n’existe pas aujourd’hui."),
        Code.UNKNOWN_STATION: _tr("Le poste « {name} » n’est pas là en ce moment."),
        Code.UNKNOWN_LANGUAGE: _tr("Cette langue n’est pas proposée ici."),
        Code.SHIFT_WITHOUT_THEME: _tr("Une permanence a besoin d’au moins un sujet en premier choix."),
        Code.SHIFT_WITHOUT_LANGUAGE: _tr("Une permanence a besoin d’au moins une langue."),
        Code.SHIFT_ENDS_IN_THE_PAST: _tr("La fin de la permanence vient après son début."),
        Code.HAND_OVER_TO_NOWHERE: _tr("Choisissez un autre sujet, une table, ou les deux."),
        Code.THEME_NAMED_TWICE: _tr("Un sujet est en premier choix ou en renfort, pas les deux."),
        Code.NOBODY_NAMED: _tr("Choisissez au moins un numéro."),
        Code.TICKET_NAMED_TWICE: _tr("Un numéro n’est appelé qu’une fois."),
        Code.NOT_PAIRED: _tr("Aucun poste de ce nom n’est associé à ce serveur."),
        Code.BAD_STATION_NAME: _tr("Un nom de poste a de 1 à {most} lettres qui peuvent s’afficher."),
        Code.STATION_NAME_TAKEN: _tr("Un poste nommé « {name} » est déjà associé."),
        Code.ROLE_NOT_FOR_STATIONS: _tr("Aucun poste ne peut avoir ce rôle."),
        Code.TICKET_TAKEN: _tr("Ce ticket existe déjà."),
        Code.KEY_REUSED: _tr("Le serveur a déjà reçu autre chose sous cette référence. Réessayez."),
        Code.DAY_NOT_OPEN: _tr("La journée n’est pas ouverte."),
        Code.DAY_ALREADY_OPEN: _tr("La journée est déjà ouverte."),
        Code.NO_SHIFT: _tr("La permanence n’est pas ouverte à cette table."),
        Code.SHIFT_OVER: _tr("Cette permanence est terminée. Ouvrez-la de nouveau pour continuer."),
        Code.ON_BREAK: _tr("Cette table est déjà en pause."),
        Code.NOT_ON_BREAK: _tr("Cette table n’est pas en pause."),
        Code.ENTRY_CLOSED: _tr("L’entrée est fermée : plus aucun numéro n’est donné."),
        Code.ENTRY_OPEN: _tr("L’entrée est déjà ouverte."),
        Code.THEME_PAUSED: _tr("Ce sujet est en pause : plus aucun numéro n’est donné pour lui."),
        Code.THEME_NOT_OFFERED: _tr("Ce sujet n’est pas proposé aujourd’hui."),
        Code.THEME_NOT_PAUSED: _tr("Ce sujet n’est pas en pause."),
        Code.HELP_ASKED: _tr("L’accueil a déjà reçu cet appel."),
        Code.NO_HELP_ASKED: _tr("Cette table ne demande plus d’aide."),
        Code.NOT_YOURS: _tr("Ce poste ne peut pas faire cela."),
        Code.NO_TOKEN: _tr("Ce poste n’est pas encore associé à ce serveur."),
        Code.TICKET_TAKEN: _tr("Ce ticket existe déjà aujourd’hui."),
        Code.NOTHING_COUNTED: _tr("Il n’y a plus rien à décompter aujourd’hui."),
        Code.FULL_TODAY: _tr("Il ne reste plus assez de temps aujourd’hui pour recevoir une personne de plus."),
        Code.COUNTER_BUSY: _tr("Une personne est encore appelée ou reçue à cette table."),
        Code.NOBODY_WAITING: _tr("Personne n’attend pour le moment."),
        Code.NOBODY_CALLED: _tr("Personne n’est appelé à cette table."),
        Code.NOBODY_RECEIVED: _tr("Personne n’est en entretien à cette table."),
        Code.TICKET_NOT_ABSENT: _tr("Cette personne n’était pas notée absente."),
        Code.GRACE_OVER: _tr(
            "Cette personne est revenue trop tard pour garder sa place. Donnez un nouveau numéro."
        ),
        Code.NO_MORE_TIME: _tr("Cette personne a déjà laissé passer les autres {most} fois."),
        Code.TOO_LATE_FOR_MORE_TIME: _tr("Qui reviendrait plus tard ne serait plus appelé aujourd’hui."),
        Code.RECALL_LIMIT: _tr("Cette personne a été appelée assez souvent. Notez-la absente."),
        Code.RECALL_TOO_SOON: _tr("Le dernier appel vient d’être entendu. Attendez un instant."),
        Code.TOO_LATE_TO_UNDO: _tr("Trop tard pour annuler : la personne arrive."),
        Code.TICKET_NOT_WAITING: _tr("Cette personne n’attend pas dans la file en ce moment."),
        Code.NOBODY_THERE: _tr("Personne n’est appelé ni reçu à cette table."),
        Code.SEVERAL_THERE: _tr("Plusieurs personnes sont à cette table. Choisissez laquelle."),
        Code.PRECEDENCE_ONLY_RISES: _tr("Cette personne a déjà cette priorité."),
        Code.TICKET_OVER: _tr("Ce ticket est déjà terminé."),
        Code.TICKET_IN_INTERVIEW: _tr("Cette personne est en entretien."),
        Code.IN_USE: _tr(
            "Quelqu’un attend encore ou est reçu aujourd’hui pour un sujet ou à une table que vous retirez. "
            "Essayez après la fermeture."
        ),
        # ----- pairing
        Code.PAIRING_BUSY: _tr("Un autre poste se présente en ce moment. Nouvel essai dans {seconds} s."),
        Code.PAIRING_OVER: _tr("Cet essai est terminé. Recommencez."),
        Code.PAIRING_REFUSED: _tr("L’accueil a refusé ce poste."),
        Code.PAIRING_TOO_SLOW: _tr("Personne n’a choisi le nombre à temps. Recommencez."),
        Code.PAIRING_REPEATED: _tr("Cet essai a été répété. Recommencez."),
        Code.PAIRING_INTERCEPTED: _tr(
            "Quelqu’un s’est mis entre ce poste et le serveur. Rien n’a été donné : appelez qui tient le réseau."
        ),
        Code.WRONG_DIGITS: _tr("Ce n’est pas le nombre que montre le poste. Rien n’a été donné : recommencez."),
        Code.STATION_TOO_NEW: _tr("Ce poste est plus récent que le serveur : mettez le serveur à jour."),
        Code.STATION_TOO_OLD: _tr("Le serveur est plus récent que ce poste : mettez le poste à jour."),
        Code.NO_ROOM_FOR_ROLE: _tr("Ce site n’a pas de place pour un tel poste."),
        Code.NO_PLACE_FOR_ROLE: _tr("Un tel poste n’a ni zone ni table à lui."),
        Code.UNKNOWN_ZONE: _tr("Cette zone n’existe pas ici."),
        # ----- administration
        Code.PIN_NEEDED: _tr("Le code est demandé."),
        Code.NO_PIN: _tr("Il n’y a pas encore de code : choisissez-en un."),
        Code.WRONG_PIN: _tr("Ce n’est pas ce code. Attendez un instant avant un nouvel essai."),
        Code.BAD_SITE: _tr("Le site ne peut pas être enregistré ainsi."),
        Code.SITE_CHANGED: _tr("Quelqu’un d’autre a changé le site entre-temps."),
        Code.SITE_NOT_OWN: _tr(
            "Le serveur montre un site livré avec le programme, mais cette machine a le sien. Rien n’a été changé."
        ),
        Code.BAD_SITE_FILE: _tr("Le fichier du site a été changé à la main et ne se lit plus."),
        Code.UNKNOWN_VERSION: _tr("Cette version n’existe plus."),
        Code.UNKNOWN_PICTURE: _tr("Le site n’a pas d’image de ce nom."),
        Code.BAD_PICTURE: _tr("Cette image ne convient pas."),
        # ----- a site
        Code.MISSING: _tr("À remplir."),
        Code.NO_FIRST_TEXT: _tr("Un texte est nécessaire ici."),
        Code.ZONE_NOT_LISTED: _tr("Cette zone n’existe plus : choisissez-en une autre."),
        Code.COUNTER_NOT_LISTED: _tr("La table « {counter} » n’existe plus."),
        Code.THEME_NOT_LISTED: _tr("Le sujet « {theme} » n’existe plus."),
        Code.LANGUAGE_NOT_LISTED: _tr("La langue « {language} » n’est pas parlée sur ce site."),
        Code.NOT_ONE: _tr("Il en faut au moins un."),
        Code.NO_THEME: _tr("Choisissez au moins un sujet en premier choix."),
        Code.NO_DAY: _tr("Choisissez au moins un jour."),
        Code.LAST_BEFORE_FIRST: _tr("Le dernier jour vient après le premier."),
        Code.NOT_A_TIME_ZONE: _tr("« {text} » n’est pas un fuseau horaire comme Europe/Paris."),
        Code.NOT_AN_ADDRESS: _tr("Une adresse est attendue, comme https://tickets.example.org."),
        Code.BAD_SITE_ID: _tr("« {text} » nomme un dossier : lettres sans accents, chiffres, - ou _."),
        Code.SITE_ID_STAYS: _tr("Il nomme le dossier des données et reste « {id} »."),
        Code.USED_TWICE: _tr("« {text} » existe deux fois."),
        Code.ID_OF_THE_DESK: _tr("« {id} » est réservé à l’accueil : choisissez un autre nom."),
        Code.NOT_HOURS: _tr("« {text} » ne se lit pas comme des heures : écrivez 09:00-12:30."),
        Code.HOURS_OFFSET: _tr("« {text} » : écrivez l’heure du site, comme 09:00-12:30."),
        Code.HOURS_END_FIRST: _tr("« {text} » : la fin vient après le début, comme 09:00-12:30."),
        Code.HOURS_OVERLAP: _tr("« {text} » a des heures déjà écrites avant."),
        Code.NO_HOURS: _tr("Il manque les heures : écrivez 09:00-12:30."),
        Code.NOT_A_WEEKDAY: _tr("Un jour de la semaine est attendu, en anglais comme « monday »."),
        Code.NEGATIVE: _tr("Un nombre à partir de 0 est attendu."),
        Code.TOO_MUCH: _tr("Ce nombre est trop grand."),
        Code.PERCENT_TOO_HIGH: _tr("{most} sur cent au plus."),
        Code.NOT_SO_MANY_MINUTES: _tr("De {least} à {most} minutes."),
        Code.NOT_SO_LOUD: _tr("Un nombre de 0 à {most}."),
        Code.NOT_A_COLOUR: _tr("« {text} » n’est pas une couleur comme {like}."),
        Code.TOO_PALE: _tr("Le texte blanc s’y lit mal : choisissez une couleur plus sombre."),
        # ----- the texts of a site
        Code.NOT_AN_ID: _tr("40 lettres sans accents, chiffres, - ou _ au plus, sans espace."),
        Code.NOT_A_LANGUAGE: _tr("Un code de langue est attendu, comme fr."),
        Code.UNKNOWN_KEY: _tr("Le fichier d’un site n’a pas de ligne de ce nom."),
        Code.TOO_LONG: _tr("{length} caractères : {most} au plus, pour tenir à l’écran."),
        Code.TOO_MANY_ENTRIES: _tr("{count} entrées : {most} au plus."),
        Code.MARKUP: _tr("Les signes < et > n’y ont pas leur place."),
        # ----- the shape of a site file
        Code.NOT_A_TEXT: _tr("Un texte est attendu."),
        Code.NOT_A_NUMBER: _tr("Un nombre entier est attendu, comme 15."),
        Code.NOT_A_TRUTH: _tr("Oui ou non est attendu."),
        Code.NOT_A_LIST: _tr("Une liste est attendue."),
        Code.NOT_A_TABLE: _tr("Un tableau de lignes est attendu."),
        Code.NOT_A_DATE: _tr("Une date est attendue, comme 2026-12-24."),
        Code.NOT_ONE_OF: _tr("Une de ces valeurs est attendue : {known}."),
        Code.NOT_FIT: _tr("Autre chose est attendu ici ({what})."),
        Code.DATES_FOLLOW: _tr("Ces dates viennent du pays : ajoutez les autres comme exceptions."),
        Code.NO_HOLIDAYS: _tr(
            "Les jours fériés de ce pays ou de cette région ne sont pas connus. Codes : FR, BE, CH…"
        ),
        Code.NOT_UTF_8: _tr("Le fichier n’est pas écrit en UTF-8."),
        Code.NOT_TOML: _tr("Cette ligne ne se lit pas."),
        Code.CANNOT_BE_READ: _tr("Le fichier ne peut pas être lu."),
        Code.FILE_CANNOT_BE_READ: _tr("{file} ne peut pas être lu."),
        Code.THEMES_ELSEWHERE: _tr("{file} prend lui-même ses sujets ailleurs : nommez ce fichier-là."),
        Code.NO_THEMES_THERE: _tr("{file} n’a pas de sujets."),
        Code.THEMES_HERE_TOO: _tr("Les sujets sont aussi écrits ici : l’un ou l’autre."),
        Code.PACK_HAS_ITS_THEMES: _tr("Un paquet porte ses sujets lui-même."),
        Code.NOT_A_CITES_FILE: _tr("Le fichier ou le paquet de la Cité est attendu, comme « cite.toml »."),
        Code.CITES_FILE_NOT_THERE: _tr("{file} n’est pas là : le fichier ou le paquet de la Cité est attendu."),
        Code.NOT_ON_ITS_LINE: _tr("Cette ligne vient seule, avant le premier [tableau]."),
        # ----- pictures
        Code.NO_PICTURE: _tr("L’image « {name} » n’existe pas : choisissez-en une autre."),
        Code.UNNAMED_PICTURE: _tr("Le site ne se sert pas de cette image."),
        Code.PICTURE_TOO_HEAVY: _tr("Cette image est trop lourde : 500 Ko au plus."),
        Code.MOVES: _tr("Cette image bouge : choisissez-en une fixe."),
        # ----- packs
        Code.SVG_AND_PNG: _tr("Cette image est là en SVG et en PNG : gardez l’une des deux."),
        Code.NEWER_PACK: _tr("Ce paquet vient d’une version plus récente du programme : mettez celui-ci à jour."),
        Code.ENCRYPTED: _tr("Ce paquet est chiffré : demandez-en un que chacun peut lire."),
        Code.ENTRY_TOO_HEAVY: _tr("{size} octets : {most} au plus."),
        # ----- advice
        Code.HARD_TO_READ: _tr("Le texte blanc se lit mal sur cette couleur : choisissez-en une plus sombre."),
        Code.NO_LOGO: _tr("Le site n’a pas encore de logo : rien n’est imprimé à cette place."),
        Code.NOTHING_PLANNED: _tr("Aucune permanence n’est prévue."),
        Code.FRENCH_FIRST: _tr("En France, le français vient en premier."),
        Code.ONLY_FOREIGN_LANGUAGE: _tr(
            "« {language} » est la seule langue étrangère : la loi en demande deux au moins, ou aucune."
        ),
        Code.ONE_OTHER_LANGUAGE: _tr(
            "« {language} » est la seule autre langue : une de plus serait plus juste pour qui ne lit ni l’une ni "
            "l’autre."
        ),
        Code.SCREENS_NOT_TRANSLATED: _tr(
            "Les mots des écrans ne sont pas encore traduits en « {language} » : ils y sont en français."
        ),
        Code.NOT_TRANSLATED: _tr("Sans texte en {languages} : celui en {instead} s’y montre."),
        Code.NO_TYPEFACE: _tr("Aucune police d’ici n’a « {letters} » : le papier montrerait des cases vides."),
        Code.SAME_NAME: _tr("«\u00a0{name}\u00a0» s’appelle comme un autre\u00a0: personne ne les distingue."),
        Code.NEVER_CALLED: _tr("« {counter} » n’a aucune permanence."),
        Code.NEVER_SERVED: _tr("Aucune permanence ne reçoit « {theme} » : ces visiteurs sont envoyés à l’accueil."),
        Code.NOT_SERVED_ACCESSIBLY: _tr(
            "Aucune table accessible ne reçoit « {theme} » : qui en a besoin ne peut pas être reçu."
        ),
        Code.DOORS_CLOSED: _tr("Un jour de cette permanence, les portes restent fermées."),
        Code.OUTSIDE_HOURS: _tr("{hours} dépasse les horaires d’ouverture du {day} ({opening})."),
        Code.FOLLOWS_CITE: _tr("Ces sujets suivent ceux de la Cité. Changés ici, ils ne les suivent plus."),
        # ----- the hub itself
        "hub_unreachable": _tr("Le serveur n’a pas répondu. Vérifiez l’écran, puis réessayez si besoin."),
        Code.SITE_UNWRITABLE: _tr("Le serveur n’a pas pu écrire le fichier du site."),
        Code.DATA_UNWRITABLE: _tr("Le serveur n’a pas pu écrire ses fichiers : appelez qui s’en occupe."),
        Code.DATA_GONE: _tr("Les fichiers du jour ont disparu du serveur : appelez qui s’en occupe."),
        Code.DATA_DAMAGED: _tr("Les fichiers du jour sont abîmés : appelez qui s’en occupe."),
        Code.PIN_UNREADABLE: _tr("Le code ne peut pas être relu sur le serveur : appelez qui s’en occupe."),
        Code.DISK_FULL: _tr("Le disque du serveur est plein : rien n’a pu être enregistré."),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("FaultSentences", text)
