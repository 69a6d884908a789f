"""One QML engine for the windows of one role that come one after another: to start one costs more than to draw."""

from __future__ import annotations

import atexit
from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlApplicationEngine

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.station.station import StationWindow, new_engine

_engines: dict[str, QQmlApplicationEngine] = {}
# An engine must not outlive the application.
atexit.register(_engines.clear)


def station_window(
    client: HubClient,
    view_model: QObject,
    kept: Iterable[QObject],
    module: str,
    root: str,
    texts: str,
    **properties: object,
) -> StationWindow:
    """A role's window, in the engine that its former window had; beside another window, in a new one."""
    engine = _engines.get(module)
    if engine is None or engine.rootObjects():
        # No engine but the newest: QML functions would miss their parameters in it (Qt 6.11).
        _engines.clear()
        engine = _engines[module] = new_engine()
    return StationWindow(client, view_model, kept, module, root, texts, engine, **properties)
