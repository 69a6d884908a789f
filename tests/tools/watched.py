"""A kiosk in a process of its own, where something happens once it receives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

LOOK_EVERY_MS = 5


def watched(kiosk: type[Any], once_ready: Callable[[Any], None]) -> type[Any]:
    """The station ``kiosk``, which calls ``once_ready`` with itself when its first page is shown."""

    class Watched(kiosk):  # type: ignore[misc]
        def start(self) -> None:
            super().start()
            self.step = QTimer(interval=LOOK_EVERY_MS)
            self.step.timeout.connect(self.look)
            self.step.start()

        def look(self) -> None:
            if self.view_model.page != "starting":
                self.step.stop()
                once_ready(self)

    return Watched
