"""One or two words for each pictogram: what a visitor who reads little finds below it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

WORDS = {
    "orientation": QT_TRANSLATE_NOOP("PictureWords", "M’orienter"),
    "formation": QT_TRANSLATE_NOOP("PictureWords", "Me former"),
    "emploi": QT_TRANSLATE_NOOP("PictureWords", "Emploi"),
    "evolution": QT_TRANSLATE_NOOP("PictureWords", "Changer"),
    "creation": QT_TRANSLATE_NOOP("PictureWords", "Créer"),
    "apprentissage": QT_TRANSLATE_NOOP("PictureWords", "Apprendre"),
    "lire": QT_TRANSLATE_NOOP("PictureWords", "Lire, écrire"),
    "mobilite": QT_TRANSLATE_NOOP("PictureWords", "Partir"),
    "medaille": QT_TRANSLATE_NOOP("PictureWords", "Valider"),
    "atelier": QT_TRANSLATE_NOOP("PictureWords", "Ateliers"),
    "documentation": QT_TRANSLATE_NOOP("PictureWords", "Documents"),
    "ordinateurs": QT_TRANSLATE_NOOP("PictureWords", "Ordinateurs"),
    "accueil": QT_TRANSLATE_NOOP("PictureWords", "Accueil"),
}


def short_word(pictogram: str) -> str:
    """The word for a pictogram of the program's own, in the language of the screen; "" for a site's own."""
    return QCoreApplication.translate("PictureWords", str(WORDS.get(pictogram, "")))
