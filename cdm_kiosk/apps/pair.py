"""Composes ``cdm-kiosk pair``: the pairing of a station in a terminal, for machines without a keyboard."""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from cdm_kiosk import logs, paths
from cdm_kiosk.client.pairing import NOT_A_HUB, UNREACHABLE, StationPairing, Step, urls_typed
from cdm_kiosk.domain.faults import Code, in_english
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.options import OptionFault
from cdm_kiosk.station.membership import keep

PAIRED, REFUSED = 0, 1
INTERRUPTED = 130
LISTEN_TO_SIGNALS_MS = 200
SENTENCES = {
    UNREACHABLE: "No hub answers there. Look at the address, and whether the hub listens beyond its own machine.",
    NOT_A_HUB: "What answers there is not a hub of ours.",
}


def main(hub: str, role: str, name: str, data: Path | None) -> int:
    """Show the digits, wait for reception, and keep what it gives; raises faults that carry a ``sentence``."""
    logs.set_up("pair")
    try:
        urls = urls_typed(hub)
    except ValueError:
        raise OptionFault("bad_hub", "--hub", hub, "an address like 192.168.1.20, or 192.168.1.20:8080") from None
    app = QCoreApplication([])
    pairing = StationPairing(app)
    terminal = _Terminal(pairing, paths.data_folder(data), app)
    pairing.begin(urls, Role(role), name)
    code = app.exec()
    terminal.stop()
    return code


class _Terminal(QObject):
    """Says what the pairing is at, and ends the program with it."""

    def __init__(self, pairing: StationPairing, data: Path, app: QCoreApplication) -> None:
        super().__init__(app)
        self._pairing = pairing
        self._data = data
        self._app = app
        pairing.changed.connect(self._say)
        # Python looks at signals between two of its own steps only, and Qt waits for none.
        signal.signal(signal.SIGINT, lambda *_: app.exit(INTERRUPTED))
        self._steps = QTimer(self)
        self._steps.timeout.connect(self._step)
        self._steps.start(LISTEN_TO_SIGNALS_MS)

    def stop(self) -> None:
        self._steps.stop()
        self._pairing.changed.disconnect(self._say)
        self._pairing.cancel()

    @Slot()
    def _step(self) -> None:
        pass

    @Slot()
    def _say(self) -> None:
        pairing = self._pairing
        match pairing.step:
            case Step.BUSY:
                _tell(_sentence(pairing.why, pairing.values))
            case Step.SHOWING:
                _tell("Reception sees three numbers, and picks this one:")
                print(pairing.digits, flush=True)  # noqa: T201
            case Step.ACCEPTED:
                given = pairing.given
                assert given is not None
                try:
                    keep(self._data, given)
                except OSError as error:
                    _tell(f"What reception gave cannot be kept in {self._data} ({error.strerror}). Pair again.")
                    self._app.exit(REFUSED)
                    return
                _tell(
                    f'Paired with {given.site_name} as {given.role} "{given.name}". If nobody at reception picked '
                    "this number just now, something else answered: look at the network, and pair again."
                )
                self._app.exit(PAIRED)
            case Step.REFUSED:
                _tell(_sentence(pairing.why, pairing.values))
                self._app.exit(REFUSED)


def _sentence(code: str, values: Mapping[str, Any]) -> str:
    """A code as a terminal may show it, whoever sent its values."""
    if code in SENTENCES:
        return SENTENCES[code]
    known = next((each for each in Code if each == code), None)
    try:
        said = f"the hub refuses this station ({code})" if known is None else in_english(known, values)
    except (ValueError, LookupError, TypeError):
        # Another version of the hub names other values.
        said = f"the hub refuses this station ({code})"
    shown = "".join(each for each in said if each.isprintable())
    return f"{shown[:1].upper()}{shown[1:]}."


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201
