"""Makes a window speak another language at once, without a restart, and knows the texts of the others meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Slot
from PySide6.QtQml import QQmlEngine

from cdm_kiosk import paths

# No other station loads the kiosk’s part for the name of a type.
if TYPE_CHECKING:
    from cdm_kiosk.viewmodels.visit import Translate

FOLDER = paths.RESOURCES / "translations"
SOURCE_LANGUAGE = "fr"


class Translations(QObject):
    """Installs the catalogue of the language that a view model names, then has QML ask for its texts again.

    French is the source; its own catalogue only carries plurals and stays installed below the others. Each is
    loaded once and kept: a kiosk changes its language all year. Catalogues hold the texts of one role, so that a
    kiosk in English leaves the display beside it in French.
    """

    def __init__(self, role: str, engine: QQmlEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._engine = engine
        self._language = SOURCE_LANGUAGE
        self._loaded: dict[str, QTranslator] = {}
        self._source = self._installed(SOURCE_LANGUAGE)
        self._foreign: QTranslator | None = None
        self._engine.retranslate()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Change to ``language``; one without a catalogue shows the French source."""
        if language == self._language:
            return
        self._language = language
        if self._foreign is not None:
            QCoreApplication.removeTranslator(self._foreign)
            self._foreign = None
        if language != SOURCE_LANGUAGE:
            self._foreign = self._installed(language)
        self._engine.retranslate()

    def _installed(self, language: str) -> QTranslator | None:
        if language not in self._loaded:
            translator = QTranslator(self)
            if not translator.load(f"{self._role}_{language}", str(FOLDER)):
                translator.deleteLater()
                return None
            self._loaded[language] = translator
        QCoreApplication.installTranslator(self._loaded[language])
        return self._loaded[language]


class Catalogues:
    """The texts of one role in every language at once, whatever its window speaks: for paper in two of them."""

    def __init__(self, role: str) -> None:
        self._role = role
        self._loaded: dict[str, QTranslator] = {}

    def say(self, language: str) -> Translate:
        """What puts the role's texts into ``language``; what has no translation stays French, as on the screen."""
        if language not in self._loaded:
            self._loaded[language] = QTranslator()
            self._loaded[language].load(f"{self._role}_{language}", str(FOLDER))
        return partial(_asked, self._loaded[language])


def _asked(translator: QTranslator, context: str, text: str, disambiguation: str | None = None, /) -> str:
    return translator.translate(context, text, disambiguation) or text
