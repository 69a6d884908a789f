"""What a code means to the people at a station, and the small texts that several stations share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.bands import NO_WAIT, Band
from cdm_kiosk.domain.floor import Ticket
from cdm_kiosk.domain.site import Site, label_in


def refusal(code: str) -> str:
    """One calm sentence for a refusal's code, for reception and advisors."""
    sentences = {
        "nobody_waiting": _tr("Personne n’attend pour le moment."),
        "counter_busy": _tr("Une personne est encore appelée ou reçue à cette table."),
        "no_shift": _tr("La permanence n’est pas ouverte à cette table."),
        "nobody_called": _tr("Personne n’est appelé à cette table."),
        "nobody_received": _tr("Personne n’est en entretien à cette table."),
        "day_not_open": _tr("La journée n’est pas ouverte."),
        "day_already_open": _tr("La journée est déjà ouverte."),
        "ticket_over": _tr("Ce ticket est déjà terminé."),
        "ticket_in_interview": _tr("Cette personne est en entretien."),
        "ticket_not_absent": _tr("Cette personne n’était pas notée absente."),
        "unknown_ticket": _tr("Ce ticket n’existe pas aujourd’hui."),
        "grace_over": _tr("Cette personne est revenue trop tard pour garder sa place. Donnez un nouveau numéro."),
        "recall_limit": _tr("Cette personne a été appelée assez souvent. Notez-la absente."),
        "recall_too_soon": _tr("Le dernier appel vient d’être entendu. Attendez un instant."),
        "too_late_to_undo": _tr("Trop tard pour annuler : la personne arrive."),
        "ticket_not_waiting": _tr("Cette personne n’attend pas dans la file en ce moment."),
        "nobody_there": _tr("Personne n’est appelé ni reçu à cette table."),
        "shift_over": _tr("Cette permanence est terminée. Ouvrez-la de nouveau pour continuer."),
        "on_break": _tr("Cette table est déjà en pause."),
        "not_on_break": _tr("Cette table n’est pas en pause."),
        "full_today": _tr("Il ne reste plus assez de temps aujourd’hui pour recevoir une personne de plus."),
        "several_there": _tr("Plusieurs personnes sont à cette table. Choisissez laquelle."),
        "precedence_only_rises": _tr("Cette personne a déjà cette priorité."),
        "entry_closed": _tr("L’entrée est fermée : plus aucun numéro n’est donné."),
        "entry_open": _tr("L’entrée est déjà ouverte."),
        "theme_paused": _tr("Ce sujet est en pause : plus aucun numéro n’est donné pour lui."),
        "theme_not_offered": _tr("Ce sujet n’est pas proposé aujourd’hui."),
        "theme_not_paused": _tr("Ce sujet n’est pas en pause."),
        "help_asked": _tr("L’accueil a déjà reçu cet appel."),
        "no_help_asked": _tr("Cette table ne demande plus d’aide."),
        "nothing_counted": _tr("Il n’y a plus rien à décompter aujourd’hui."),
        "hub_unreachable": _tr("Le serveur n’a pas répondu. Vérifiez l’écran, puis réessayez si besoin."),
        "disk_full": _tr("Le disque du serveur est plein : rien n’a pu être enregistré."),
    }
    return sentences.get(code) or _tr("Cela n’a pas marché ({code}). Rien n’a été changé.").format(code=code)


def hub_trouble(code: str) -> str:
    """What the hub itself lacks, and what to do, for reception."""
    sentences = {
        "disk_full": _tr("Le disque du serveur est plein : plus aucun numéro n’est donné. Libérez de la place."),
        "data_gone": _tr("Les fichiers du jour ont disparu du serveur : appelez qui s’en occupe."),
    }
    return sentences.get(code) or _tr("Le serveur ne peut plus rien enregistrer ({code}).").format(code=code)


def theme_labels(site: Site, theme_ids: Iterable[str], language: str) -> str:
    """Themes as one short line."""
    themes = (site.theme(theme_id) for theme_id in theme_ids)
    return ", ".join(label_in(theme.label, language) for theme in themes if theme is not None)


def band(wait: Band) -> str:
    """A wait as it is said: "10 à 20 min"."""
    if wait == NO_WAIT:
        return _tr("sans attente")
    if wait.low_min == 0:
        return _tr("moins de {high} min").format(high=wait.high_min)
    if wait.low_min == wait.high_min:
        return _tr("environ {high} min").format(high=wait.high_min)
    return _tr("{low} à {high} min").format(low=wait.low_min, high=wait.high_min)


def numbers(there: Sequence[Ticket]) -> str:
    """Who is at a counter, in short: "12, 14, 15", or "12, 14 +3"."""
    labels = [ticket.label for ticket in there]
    if len(labels) <= 3:
        return ", ".join(labels)
    return f"{', '.join(labels[:2])} +{len(labels) - 2}"


def minutes(since: datetime, now: datetime) -> int:
    """Whole minutes from ``since`` to ``now``, never negative."""
    return max(0, int((now - since).total_seconds() // 60))


def clock_text(local: datetime) -> str:
    """An hour as it is said: "17 h", "17 h 30"."""
    return f"{local.hour} h {local.minute:02}" if local.minute else f"{local.hour} h"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sentences", text)
