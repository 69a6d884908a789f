"""Composes the kiosk: touchscreen, view model, translations and printer."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QScreen

from cdm_kiosk import logs, paths
from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.client.outbox import Outbox
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.options import KioskOptions
from cdm_kiosk.station import station
from cdm_kiosk.station.arrival import Newcomer, member, on_its_screen
from cdm_kiosk.station.awake import Awake
from cdm_kiosk.station.hub_pictures import HubPictures
from cdm_kiosk.station.keypad import Keypad, Keys, read_keys
from cdm_kiosk.station.kiosk_errors import Recovery
from cdm_kiosk.station.kiosk_paper import KioskPaper
from cdm_kiosk.station.membership import Membership
from cdm_kiosk.station.own_name import OwnName, names_of_a_kiosk
from cdm_kiosk.station.paper_maker import PaperMaker
from cdm_kiosk.station.screens import Keeper, ScreenChoice
from cdm_kiosk.station.translations import Translations
from cdm_kiosk.station.voice import Voice
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.kiosk.leave import LeaveViewModel
from cdm_kiosk.viewmodels.kiosk.leave_voice import LeaveVoice
from cdm_kiosk.viewmodels.kiosk.voice import KioskVoice

logger = logging.getLogger(__name__)

WARM_UP_AFTER_MS = 500
FIRST_SCREEN = 0
KIOSK_PIXELS = (1080, 1920)
TRIAL_DIAGONAL_INCH = 27.0
"""The screen that a window on a desk shows to scale."""
NO_PIN_YET = (
    "This kiosk is locked, and no PIN is chosen yet: nobody can leave it on its screen. "
    "Choose one at the reception, in the settings (Ctrl+,). Until then Ctrl+C in this terminal ends it."
)


def trial_pixels_per_mm(diagonal_inch: float | None = None) -> float:
    """Those of a kiosk's whole screen of that diagonal, which a window on a desk shows to scale."""
    return math.hypot(*KIOSK_PIXELS) / ((diagonal_inch or TRIAL_DIAGONAL_INCH) * station.MM_PER_INCH)


class KioskStation(station.StationWindow):
    """The kiosk's window and its printer."""

    view_model: KioskViewModel

    def __init__(self, options: KioskOptions, member: Membership) -> None:
        self._options = options
        self.own = OwnName(paths.data_folder(options.data), "kiosk", names_of_a_kiosk(member.name or options.name))
        _take_over_unnamed(self.own)
        client = member.client(Principal(Role.KIOSK, self.own.name))
        mirror = KioskMirror(client)
        outbox = Outbox(self.own.folder / f"orders-{quote(self.own.name, safe='')}.jsonl", mirror.clock())
        self._orders = orders = Orders(client, outbox, mirror.clock)
        pictures = HubPictures(client)
        maker = PaperMaker(mirror, pictures.url)
        pictures.came.connect(maker.look_again)
        view_model = KioskViewModel(
            mirror, client, orders, pictures.url, station.qr_image, maker.paper, mirror.clock
        )
        pictures.came.connect(view_model.retranslate)
        self.speech = Voice(parent=view_model)
        self._voice = KioskVoice(view_model, self.speech, view_model)
        properties: dict[str, Any] = {"voice": self._voice, "toScale": options.windowed}
        if options.height_mm is not None:
            properties["lowerEdgeMm"] = options.height_mm
        super().__init__(client, view_model, [mirror], "Cdm.Kiosk", "KioskWindow", "kiosk", **properties)
        self._paper = KioskPaper(client, orders, maker, options.printer, self.own.folder)
        _connect_paper(view_model, self._paper)
        # The first visitor's QR code must not wait for its library.
        QTimer.singleShot(WARM_UP_AFTER_MS, view_model, partial(station.qr_image, member.hub_url))
        self._languages = _LanguageSwitch(view_model, self.translations)
        QTimer.singleShot(WARM_UP_AFTER_MS, self.speech, self.speech.warm_up)
        self.speech.speaking.connect(self._voice.began)
        self.speech.done.connect(self._voice.ended)
        self.speech.ready.connect(self._voice.voices_changed)
        self.speech.failed.connect(self._voice.voices_changed)
        self.each_second(self._voice.tick)
        self.keys = read_keys(options.keypad) if options.keypad is not None else Keys()
        self._keypad = Keypad(self.window, self._voice, self.keys)
        self.recovery = Recovery(self.engine, time.monotonic, view_model)
        self.recovery.needed.connect(view_model.abandon)

    def lock(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> LeaveViewModel:
        """Let nobody out but who knows the PIN, whose hash is kept in ``folder``; what leads out is returned."""
        from cdm_kiosk.station.kiosk_lock import KioskLock
        from cdm_kiosk.station.kiosk_pin import KioskPin

        leave = LeaveViewModel(self.client, self._orders, KioskPin(folder, clock), self.view_model)
        lock = KioskLock(self.window, self.keys, self.pixels_per_mm, clock)
        self.recovery.needed.connect(leave.stay)
        lock.asked.connect(leave.open)
        spoken = LeaveVoice(leave, self._voice, self.view_model)
        leave.leaving.connect(lock.allow_closing)
        leave.leaving.connect(QCoreApplication.quit)
        self.each_second(lock.tick)
        self.each_second(leave.tick)
        self.each_second(spoken.tick)
        self.window.setProperty("leave", leave)
        _PinReminder(self.client, self._orders)
        return leave

    def pixels_per_mm(self) -> float:
        return _pixels_per_mm(self._options, self.screen)

    def close(self) -> None:
        self.speech.close()
        self._paper.close()
        self.own.release()
        super().close()


def _pixels_per_mm(options: KioskOptions, screen: QScreen) -> float:
    """From the diagonal that the installer measured; without it, from what the screen says of itself."""
    if options.windowed:
        return trial_pixels_per_mm(options.diagonal_inch)
    if options.diagonal_inch is None:
        return station.plausible_pixels_per_mm(screen)
    return station.pixels_per_mm_of(screen, options.diagonal_inch)


def _connect_paper(view_model: KioskViewModel, paper: KioskPaper) -> None:
    view_model.offerPaper(paper.is_offered)
    view_model.paperAsked.connect(paper.desk.print_ticket)
    view_model.paperSettled.connect(paper.desk.settle)
    paper.offered.connect(view_model.offerPaper)
    paper.came.connect(view_model.paperCame)
    paper.failed.connect(view_model.paperFailed)
    paper.doubted.connect(view_model.paperDoubted)
    paper.changed.connect(view_model.paperIs)


def _take_over_unnamed(own: OwnName) -> None:
    """Unnamed kiosks were all "Borne" once: the first one keeps the printer chosen for it, and its tickets."""
    if own.name == "Borne 1":
        for kept in ("printer-{}.json", "spool/{}"):
            before, now = (own.folder / kept.format(name) for name in ("Borne", "Borne%201"))
            if before.exists() and not now.exists():
                before.rename(now)


class _PinReminder(QObject):
    """Says in the log (the terminal, too) that nobody can leave while no PIN is chosen; once, at the start."""

    def __init__(self, client: HubClient, orders: Orders) -> None:
        super().__init__(client)
        self._client = client
        self._orders = orders
        client.connectedChanged.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        if self._client.connected:
            self._client.connectedChanged.disconnect(self._ask)
            self._orders.ask("entrance", answered=self._answered)

    def _answered(self, reply: Reply) -> None:
        if reply.ok and not reply.body["has_pin"]:
            logger.warning(NO_PIN_YET)


class _LanguageSwitch(QObject):
    """Carries the visitor's choice of language to the translations, then back to the texts made in Python."""

    def __init__(self, view_model: KioskViewModel, translations: Translations) -> None:
        super().__init__()
        self._view_model = view_model
        self._translations = translations
        view_model.signal_of("language").connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self._translations.speak(self._view_model.props.language)
        self._view_model.retranslate()


def main(options: KioskOptions) -> int:
    """Show the kiosk until it is closed."""
    logs.set_up("kiosk")
    app = station.application("kiosk")
    data = paths.data_folder(options.data)
    fills = not options.windowed

    placed = on_its_screen(
        lambda: OwnName(data, "kiosk", names_of_a_kiosk(options.name)), FIRST_SCREEN, options.screen, fills
    )
    newcomer = Newcomer("kiosk", options.hub_url, options.token_file, data, options.name)
    keys = read_keys(options.keypad) if options.keypad is not None else Keys()
    properties: dict[str, object] = {"toScale": options.windowed}
    if options.height_mm is not None:
        properties["lowerEdgeMm"] = options.height_mm
    sizes = partial(_pixels_per_mm, options)
    with member(app, newcomer, placed, sizes, keys, **properties) as belongs:
        if belongs is None:
            return 0
        kiosk = KioskStation(options, belongs)
        choice = ScreenChoice(kiosk.own, FIRST_SCREEN, options.screen, fills=fills)
        Keeper(kiosk.window, choice.screen, full_screen=fills).placed.connect(kiosk.set_scale)
        if fills:
            Awake(kiosk.view_model)
            kiosk.lock(data)
    with kiosk.recovery.watching():
        return station.run(app, [kiosk])
