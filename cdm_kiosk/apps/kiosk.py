"""Composes the kiosk: touchscreen, view model, translations and printer."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from urllib.parse import quote

from PySide6.QtCore import QObject, QTimer, Slot

from cdm_kiosk import logs, paths
from cdm_kiosk.apps import station
from cdm_kiosk.apps.paper_desk import PaperDesk
from cdm_kiosk.apps.translations import Translations
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.printing.printers import parse_printer
from cdm_kiosk.printing.spool import Spool
from cdm_kiosk.viewmodels.kiosk import KioskViewModel

WARM_UP_AFTER_MS = 500


class KioskStation(station.Station):
    """The kiosk's window and its printer."""

    view_model: KioskViewModel

    def __init__(self, hub_url: str, printer_text: str) -> None:
        printer = parse_printer(printer_text, station.faces())
        client = HubClient(hub_url, "kiosk")
        mirror = KioskMirror(client)
        view_model = KioskViewModel(
            mirror,
            client,
            station.pictogram_url,
            station.qr_image,
            paper_offered=printer is not None,
            clock=mirror.clock,
        )
        super().__init__(client, view_model, [mirror], "Cdm.Kiosk", "KioskWindow")
        self._desk = PaperDesk(printer, _spool("Borne")) if printer is not None else None
        if self._desk is not None:
            view_model.paperAsked.connect(self._desk.print_ticket)
            self._desk.came.connect(view_model.paperCame)
            self._desk.failed.connect(view_model.paperFailed)
            QTimer.singleShot(WARM_UP_AFTER_MS, self._desk, self._desk.open)
        # The first visitor's QR code must not wait for its library.
        QTimer.singleShot(WARM_UP_AFTER_MS, view_model, partial(station.qr_image, hub_url))
        self._languages = _LanguageSwitch(view_model, Translations("kiosk", self.engine))

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close()
        super().close()


def _spool(name: str) -> Spool:
    """Each kiosk of this machine has its own: it takes up only what it left itself."""
    return Spool(paths.data_folder() / "spool" / quote(name, safe=""), partial(datetime.now, UTC))


class _LanguageSwitch(QObject):
    """Carries the visitor's choice of language to the translations, then back to the texts made in Python."""

    def __init__(self, view_model: KioskViewModel, translations: Translations) -> None:
        super().__init__()
        self._view_model = view_model
        self._translations = translations
        view_model.languageChanged.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self._translations.speak(str(self._view_model.language))
        self._view_model.retranslate()


def main(hub_url: str, printer: str, windowed: bool) -> int:
    """Show the kiosk until it is closed."""
    logs.set_up("kiosk")
    app = station.application("kiosk")
    kiosk = KioskStation(hub_url, printer)
    station.place(kiosk.window, 0, full_screen=not windowed)
    return station.run(app, [kiosk])
