"""Runs Qt Quick Tests over our components: ``python -m tests.tools.quick_tests FOLDER [options of QtTest]``."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

from cdm_kiosk import paths
from cdm_kiosk.station import station


class Setup(QObject):
    """Gives the tests what every station has: our typefaces, and our components within reach."""

    @Slot()
    def applicationAvailable(self) -> None:
        station.application("tests")

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:
        engine.addImportPath(os.fspath(paths.UI))


if __name__ == "__main__":
    folder, *options = sys.argv[1:]
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("components", Setup, [sys.argv[0], *options], folder))
