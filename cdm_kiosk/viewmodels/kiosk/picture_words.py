"""One or two words for each pictogram: what a visitor who reads little finds below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def short_word(pictogram: str) -> str:
    """The word for a pictogram of the program's own, in the language of the screen; "" for a site's own."""
    match pictogram:
        case "orientation":
            return translate("PictureWords", "M’orienter")
        case "formation":
            return translate("PictureWords", "Me former")
        case "emploi":
            return translate("PictureWords", "Emploi")
        case "evolution":
            return translate("PictureWords", "Changer")
        case "creation":
            return translate("PictureWords", "Créer")
        case "apprentissage":
            return translate("PictureWords", "Apprendre")
        case "lire":
            return translate("PictureWords", "Lire, écrire")
        case "mobilite":
            return translate("PictureWords", "Partir")
        case "medaille":
            return translate("PictureWords", "Valider")
        case "atelier":
            return translate("PictureWords", "Ateliers")
        case "documentation":
            return translate("PictureWords", "Documents")
        case "ordinateurs":
            return translate("PictureWords", "Ordinateurs")
        case "accueil":
            return translate("PictureWords", "Accueil")
    return ""
