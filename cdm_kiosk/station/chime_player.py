"""Sounds one chime and ends, in a process of its own that meets the sound server only then.

``python -m cdm_kiosk.station.chime_player FILE`` is ready at once, reads one line, how loud (0 to 1), and plays the
file. It returns 1 where nothing can be heard, and 0 when its input ends first. Qt connects to a sound server once
in a process; where that server was restarted or came late, the connection is lost for good.
"""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QTimer, QUrl

OVER_AFTER_MS = 5_000
"""A server that takes the chime and never ends it."""


def main(file: str) -> int:
    """Wait for the one line, then play."""
    # The station that asked decides when this ends, by closing the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    app = QCoreApplication([])
    try:
        from PySide6.QtMultimedia import QSoundEffect
    except ImportError:
        return 1
    line = sys.stdin.readline().strip()
    if not line:
        return 0
    effect = QSoundEffect()

    def follow() -> None:
        if effect.status() == QSoundEffect.Status.Error:
            app.exit(1)

    def ended() -> None:
        if not effect.isPlaying():
            app.exit(0)

    effect.statusChanged.connect(follow)
    effect.playingChanged.connect(ended)
    effect.setVolume(float(line))
    effect.setSource(QUrl.fromLocalFile(file))
    effect.play()
    if effect.status() == QSoundEffect.Status.Error:
        return 1
    QTimer.singleShot(OVER_AFTER_MS, app, lambda: app.exit(1))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
