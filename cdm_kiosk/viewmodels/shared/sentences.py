"""What a code means to the people at a station, and the small texts that several stations share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.floor import Ticket
from cdm_kiosk.domain.site import Site, label_in


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
