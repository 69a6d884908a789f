"""A bare QML window with Controls, which says "shown" and stays: what any program of Qt for Python costs."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

BARE = b"""
import QtQuick
import QtQuick.Controls
ApplicationWindow {
    visible: true; width: 540; height: 960
    Button { anchors.centerIn: parent; text: "Button" }
}
"""


def main() -> None:
    app = QGuiApplication(["bench"])
    engine = QQmlApplicationEngine()
    engine.loadData(BARE)
    print("shown", flush=True)
    app.exec()
    del engine


if __name__ == "__main__":
    main()
