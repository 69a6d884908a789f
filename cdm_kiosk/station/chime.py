"""The display's chime, each time in a process of its own: a sound server may be restarted at any moment."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Slot

logger = logging.getLogger(__name__)

PLAYER = (sys.executable, "-m", "cdm_kiosk.station.chime_player")
ENDS_WITHIN_MS = 2_000


class Chime(QObject):
    """Nothing runs before ``warm_up``; from then on one player waits for its turn."""

    def __init__(self, file: Path, player: tuple[str, ...] = PLAYER, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = (*player, str(file))
        self._ready: QProcess | None = None
        self._players: list[QProcess] = []
        self._was_heard = True

    @Slot()
    def warm_up(self) -> None:
        """Make a player ready, so that the next chime is heard at once."""
        player = QProcess(self)
        # What Qt and the sound server say of each other is nothing that a person could use.
        player.setStandardErrorFile(QProcess.nullDevice())
        player.finished.connect(self._take_end)
        player.start(self._command[0], list(self._command[1:]))
        self._players.append(player)
        self._ready = player

    @Slot(float)
    def sound(self, volume: float) -> None:
        """Sound the chime, from 0 to 1 as loud as this machine can."""
        if self._ready is None or self._ready.state() == QProcess.ProcessState.NotRunning:
            self.warm_up()
        if self._ready is not None:
            self._ready.write(f"{volume:.3f}\n".encode())
        self.warm_up()

    def close(self) -> None:
        """End all players; without, Qt would complain of processes that outlive their station."""
        self._ready = None
        players, self._players = self._players, []
        for player in players:
            player.finished.disconnect(self._take_end)
            player.kill()
        for player in players:
            player.waitForFinished(ENDS_WITHIN_MS)

    @Slot(int)
    def _take_end(self, code: int) -> None:
        for player in [each for each in self._players if each.state() == QProcess.ProcessState.NotRunning]:
            self._players.remove(player)
            player.deleteLater()
        if code and self._was_heard:
            logger.warning(
                "The chime cannot be heard: this machine has no sound, or its sound server does not answer."
            )
        self._was_heard = not code
