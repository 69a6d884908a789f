"""Makes a window speak another language at once, without a restart, and knows the texts of the others meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Slot
from PySide6.QtQml import QQmlEngine

from cdm_kiosk import paths

# No other station loads the kiosk’s part for the name of a type.
if TYPE_CHECKING:
    from cdm_kiosk.viewmodels.shared.waits import Translate

FOLDER = paths.RESOURCES / "translations"
SOURCE_LANGUAGE = "fr"


class Catalogues:
    """The texts of one role in every language at once, each loaded once and kept: a kiosk changes all year."""

    def __init__(self, role: str, parent: QObject | None = None) -> None:
        self._role = role
        self._parent = parent
        self._loaded: dict[str, QTranslator] = {}

    def at(self, language: str) -> QTranslator:
        """The catalogue of ``language``; an empty one where there is none."""
        if language not in self._loaded:
            self._loaded[language] = QTranslator(self._parent)
            self._loaded[language].load(f"{self._role}_{language}", str(FOLDER))
        return self._loaded[language]

    def say(self, language: str) -> Translate:
        """What puts the role's texts into ``language``; what has no translation stays French, as on the screen."""
        return partial(_asked, self.at(language))


class Translations(QObject):
    """Installs the catalogue of the language that a view model names, then has QML ask for its texts again.

    French is the source; its own catalogue only carries plurals and stays installed below the others. Catalogues
    hold the texts of one role, so that a kiosk in English leaves the display beside it in French.
    """

    def __init__(self, role: str, engine: QQmlEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._catalogues = Catalogues(role, self)
        self._language = SOURCE_LANGUAGE
        QCoreApplication.installTranslator(self._catalogues.at(SOURCE_LANGUAGE))
        self._engine.retranslate()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Change to ``language``; one without a catalogue shows the French source."""
        if language == self._language:
            return
        if self._language != SOURCE_LANGUAGE:
            QCoreApplication.removeTranslator(self._catalogues.at(self._language))
        if language != SOURCE_LANGUAGE:
            QCoreApplication.installTranslator(self._catalogues.at(language))
        self._language = language
        self._engine.retranslate()


def _asked(translator: QTranslator, context: str, text: str, disambiguation: str | None = None, /) -> str:
    return translator.translate(context, text, disambiguation) or text
