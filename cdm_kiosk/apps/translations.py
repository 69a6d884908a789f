"""Makes a window speak another language at once, without a restart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Slot
from PySide6.QtQml import QQmlEngine

from cdm_kiosk import paths

FOLDER = paths.RESOURCES / "translations"
SOURCE_LANGUAGE = "fr"


class Translations(QObject):
    """Installs the catalogue of the language that a view model names, then has QML ask for its texts again.

    French is the source; its own catalogue only carries plurals and stays installed below the others. Catalogues
    hold the texts of one role, so that a kiosk in English leaves the display beside it in French.
    """

    def __init__(self, role: str, engine: QQmlEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._engine = engine
        self._language = ""
        self._translator: QTranslator | None = None
        self.speak(SOURCE_LANGUAGE)

    @Slot(str)
    def speak(self, language: str) -> None:
        """Change to ``language``; one without a catalogue shows the French source."""
        if language == self._language:
            return
        self._language = language
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        if self._translator.load(f"{self._role}_{language}", str(FOLDER)):
            QCoreApplication.installTranslator(self._translator)
        self._engine.retranslate()
