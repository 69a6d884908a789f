"""Starts a window as a user would and says when its first frame was swapped: ``… bare`` or ``… kiosk HUB_URL``.

With each moment it says how much of a processor the process had used, which other work does not stretch.
The product is not touched: a filter on the application sees the window come and listens to its frames. For the
kiosk it also says when the themes were drawn, which is when a visitor can begin.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

BARE = b"""
import QtQuick
Window { visible: true; width: 540; height: 960; Rectangle { anchors.fill: parent; color: "white" } }
"""


class FrameWatch(QObject):
    """Prints "frame SECONDS PROCESSOR_SECONDS" at the first frame, and "themes …" at the first one with themes."""

    def __init__(self, app: QGuiApplication, whole: bool) -> None:
        super().__init__(app)
        self._app = app
        self._whole = whole
        self._frames = 0
        self._window: QQuickWindow | None = None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.PlatformSurface and isinstance(watched, QQuickWindow):
            self._app.removeEventFilter(self)
            self._window = watched
            watched.frameSwapped.connect(self._frame)
        return False

    def _frame(self) -> None:
        now = f"{time.perf_counter()} {time.process_time()}"
        if not self._frames:
            print(f"frame {now}", flush=True)
        self._frames += 1
        if not self._whole:
            self._app.quit()
            return
        assert self._window is not None
        # A button that only the page of themes has.
        if self._window.findChild(QQuickItem, "dontKnow") is not None:
            print(f"themes {now}", flush=True)
            self._window.frameSwapped.disconnect(self._frame)
            self._app.quit()


def main() -> None:
    app = QGuiApplication(["bench"])
    watch = FrameWatch(app, whole=sys.argv[1] == "kiosk")
    if sys.argv[1] == "bare":
        engine = QQmlApplicationEngine()
        engine.loadData(BARE)
        app.exec()
        del engine
    else:
        from cdm_kiosk.cli import main as cdm_kiosk

        sys.argv = ["cdm-kiosk", "kiosk", "--windowed", "--hub", sys.argv[2], "--token-file", sys.argv[3]]
        cdm_kiosk()
    del watch


if __name__ == "__main__":
    main()
