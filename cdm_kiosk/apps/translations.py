"""Makes a window speak another language at once, without a restart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Slot
from PySide6.QtQml import QQmlEngine

from cdm_kiosk import paths

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
