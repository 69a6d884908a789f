"""Composes an advisor's window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk import logs, paths
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.station import station
from cdm_kiosk.station.arrival import Newcomer, member
from cdm_kiosk.station.membership import Membership
from cdm_kiosk.station.tray import Tray
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.advisor.habits import Habits


class AdvisorStation(station.StationWindow):
    """One advisor's window; ``counter`` "" lets the advisor choose, ``settings`` keep what it remembers."""

    view_model: AdvisorViewModel

    def __init__(self, member: Membership, counter: str = "", settings: QSettings | None = None) -> None:
        client = member.client(Principal(Role.ADVISOR, member.name))
        mirror = StaffMirror(client)
        habits = Habits(settings)
        view_model = AdvisorViewModel(mirror, client, Orders(client), counter, mirror.clock, habits)
        super().__init__(client, view_model, [mirror, habits], "Cdm.Advisor", "AdvisorWindow", "stations")
        self._tray = Tray(view_model, self.window, self.engine)
        self._session_end = _SessionEnd(self.window)


class _SessionEnd(QObject):
    """The end of the session closes the window, whoever sits at the table."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._let_go)

    @Slot()
    def _let_go(self) -> None:
        self._window.setProperty("leaving", True)


def remembered(data: Path | None = None) -> QSettings:
    """What the advisor's window remembers from day to day: in the ``data`` folder, else this person's own."""
    if data is not None:
        return QSettings(str(data / "advisor.ini"), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "cdm-kiosk", "advisor")


def main(hub_url: str, counter: str, token_file: Path | None = None, data: Path | None = None) -> int:
    """Show the advisor's window until it is closed."""
    logs.set_up("advisor")
    app = station.application("advisor")
    newcomer = Newcomer("advisor", hub_url, token_file, paths.data_folder(data))
    with member(app, newcomer) as belongs:
        if belongs is None:
            return 0
        window = AdvisorStation(belongs, counter, remembered(data))
    return station.run(app, [window])
