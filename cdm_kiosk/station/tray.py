"""The advisor's mark in the desktop's tray: how many wait, and a quiet notice when somebody comes.

Qt's tray for programs without widgets is Qt.labs.platform, which takes 11 MB and 60 ms: it is loaded only where a
desktop has a tray, and after the window has shown itself.
"""

from __future__ import annotations

import base64
import sys

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QRectF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel

AFTER_FIRST_FRAME_MS = 1_000
WATCHER = "org.kde.StatusNotifierWatcher"
SIDE = 64
MOST_SHOWN = 99
GROUND, QUIET_GROUND, INK = QColor("#0F4C5C"), QColor("#5B6472"), QColor("#FFFFFF")


class Tray(QObject):
    """Follows one advisor's view model; where the desktop has no tray, the taskbar's mark of the window does."""

    def __init__(self, view_model: AdvisorViewModel, window: QQuickWindow, engine: QQmlEngine) -> None:
        super().__init__(window)
        self._view_model = view_model
        self._window = window
        self._engine = engine
        self._component: QQmlComponent | None = None
        self._icon: QObject | None = None
        view_model.somebodyWaits.connect(self._tell)
        view_model.signal_of("waiting").connect(self._show)
        view_model.signal_of("counter_label").connect(self._show)
        QTimer.singleShot(AFTER_FIRST_FRAME_MS, self, self._look_for_tray)

    @property
    def is_shown(self) -> bool:
        """Whether the desktop has a tray that shows the mark."""
        return self._icon is not None

    @Slot()
    def _look_for_tray(self) -> None:
        if self._icon is None and _has_tray(self):
            properties = {"picture": self._picture(), "words": self._words()}
            self._component = QQmlComponent(self._engine, self)
            self._component.loadFromModule("Cdm.Advisor", "Tray")
            icon = self._component.createWithInitialProperties(properties)
            if icon is not None:
                icon.setParent(self)
                icon.chosen.connect(self._bring_forward)  # type: ignore[attr-defined]
                self._icon = icon

    @Slot()
    def _show(self) -> None:
        if self._icon is not None:
            self._icon.setProperty("picture", self._picture())
            self._icon.setProperty("words", self._words())

    @Slot()
    def _tell(self) -> None:
        if self._window.isActive():
            return
        # Windows plays a sound with such a notice: there the taskbar alone says it.
        if self._icon is not None and sys.platform != "win32":
            self._icon.tell(self._view_model.props.counter_label, self._words())  # type: ignore[attr-defined]
        else:
            self._window.alert(0)

    @Slot()
    def _bring_forward(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.requestActivate()

    def _words(self) -> str:
        match self._view_model.props.waiting:
            case 0:
                return _tr("Personne n’attend")
            case 1:
                return _tr("Une personne attend")
            case waiting:
                return _tr("{waiting} personnes attendent").format(waiting=waiting)

    def _picture(self) -> QUrl:
        return QUrl(_picture_url(self._view_model.props.waiting))


def _has_tray(owner: QObject) -> bool:
    """Whether the desktop shows such marks; on Linux it says so on the session's bus."""
    if QGuiApplication.platformName() in ("windows", "cocoa"):
        return True
    if QGuiApplication.platformName() not in ("xcb", "wayland"):
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    services = bus.interface() if bus.isConnected() else None
    return services is not None and bool(services.isServiceRegistered(WATCHER).value())


def _picture_url(waiting: int) -> str:
    """The mark as a data URL: a table's number of those who wait, or an empty one."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND if waiting else QUIET_GROUND)
    painter.drawRoundedRect(QRectF(2, 2, SIDE - 4, SIDE - 4), 14, 14)
    text = str(waiting) if waiting <= MOST_SHOWN else f"{MOST_SHOWN}+"
    font = QFont(QGuiApplication.font().family())
    font.setBold(True)
    font.setPixelSize(44 if len(text) == 1 else 36 if len(text) == 2 else 26)
    painter.setFont(font)
    painter.setPen(INK)
    painter.drawText(QRectF(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return "data:image/png;base64," + base64.b64encode(content.data()).decode()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tray", text)
