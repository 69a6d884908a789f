"""A station that belongs to no hub yet is paired first; its own window then opens in the same process."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from cdm_kiosk.station import station
from cdm_kiosk.station.membership import Membership, keep, kept_pairing, membership
from cdm_kiosk.station.own_name import OwnName
from cdm_kiosk.station.screens import Keeper, ScreenChoice

if TYPE_CHECKING:
    from cdm_kiosk.client.pairing import Given
    from cdm_kiosk.station.keypad import Keys
    from cdm_kiosk.station.pairing_screen import PairingScreen

logger = logging.getLogger(__name__)

WARM_UP_AFTER_MS = 500
NOT_YET = "This {role} belongs to no hub yet: its window shows how to pair it."


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a station is started as, before it is known to belong anywhere.

    ``hub_url`` "" looks for hubs on the network; ``data`` is the folder that holds the pairing.
    """

    role: str
    hub_url: str
    token_file: Path | None
    data: Path
    name: str = ""


@contextlib.contextmanager
def member(
    app: QGuiApplication,
    newcomer: Newcomer,
    placed: Callable[[PairingScreen], contextlib.AbstractContextManager[object]] = contextlib.nullcontext,
    pixels_per_mm: Callable[[QScreen], float] = station.plausible_pixels_per_mm,
    keys: Keys | None = None,
    **properties: object,
) -> Iterator[Membership | None]:
    """The membership of a station, None where its pairing's window was closed.

    ``placed`` puts that window on its screen for as long as it waits. What it showed last stays until the block has
    opened the station's own; ``properties`` are its root's own.
    """

    def known() -> Membership:
        return membership(newcomer.role, newcomer.hub_url, newcomer.token_file, newcomer.data)

    if newcomer.token_file is not None or kept_pairing(newcomer.data, newcomer.role) is not None:
        yield known()
        return
    print(NOT_YET.format(role=newcomer.role), file=sys.stderr)  # noqa: T201
    with _screen(newcomer, pixels_per_mm, keys, properties) as screen:
        with placed(screen):
            is_paired = screen.run(app)
        yield known() if is_paired else None


def on_its_screen(
    names: Callable[[], OwnName], usual: int, asked: str, fills: bool
) -> Callable[[PairingScreen], contextlib.AbstractContextManager[object]]:
    """Puts the window where the station's own will stand, as ScreenChoice does."""

    @contextlib.contextmanager
    def placed(screen: PairingScreen) -> Iterator[None]:
        own = names()
        choice = ScreenChoice(own, usual, asked, fills=fills)
        Keeper(screen.window, choice.screen, full_screen=fills).placed.connect(screen.set_scale)
        yield
        # The station bears a name of its own.
        own.release()

    return placed


@contextlib.contextmanager
def _screen(
    newcomer: Newcomer,
    pixels_per_mm: Callable[[QScreen], float],
    keys: Keys | None,
    properties: dict[str, object],
) -> Iterator[PairingScreen]:
    # All of this loads for a machine that is new, and never again.
    from cdm_kiosk.client.discovery import HubBrowser
    from cdm_kiosk.client.pairing import StationPairing
    from cdm_kiosk.station.keypad import Keypad, Keys
    from cdm_kiosk.station.pairing_screen import PairingScreen
    from cdm_kiosk.station.voice import Voice
    from cdm_kiosk.viewmodels.pairing.pairing import PairingViewModel
    from cdm_kiosk.viewmodels.pairing.voice import PairingVoice

    browser, pairing = HubBrowser(), StationPairing()
    view_model = PairingViewModel(
        newcomer.role, newcomer.name, browser, pairing, lambda given: _is_kept(newcomer.data, given)
    )
    speech = voice = None
    if newcomer.role == "kiosk":
        speech = Voice(parent=view_model)
        voice = PairingVoice(view_model, speech, view_model)
        speech.ready.connect(voice.voices_changed)
        speech.failed.connect(voice.voices_changed)
        QTimer.singleShot(WARM_UP_AFTER_MS, speech, speech.warm_up)
    screen = PairingScreen(view_model, [browser, pairing], voice, pixels_per_mm, **properties)
    if voice is not None:
        Keypad(screen.window, voice, keys or Keys())
    browser.start()
    if newcomer.hub_url:
        view_model.ask(newcomer.hub_url)
    try:
        yield screen
    finally:
        browser.stop()
        pairing.cancel()
        if speech is not None:
            speech.close()
        screen.close()


def _is_kept(data: Path, given: Given) -> bool:
    try:
        keep(data, given)
    except OSError as error:
        logger.warning("what reception gave cannot be kept in %s (%s)", data, error.strerror)
        return False
    return True
