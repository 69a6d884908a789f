"""What every station's window needs: the Qt application, the typefaces, one QML engine a role, a clean end."""

from __future__ import annotations

import base64
import contextlib
import io
import math
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, QSocketNotifier, QTimer, QUrl, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QScreen
from PySide6.QtNetwork import QNetworkProxyFactory
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from cdm_kiosk import paths
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.domain.sentence_fault import SentenceFault
from cdm_kiosk.ending import end_within
from cdm_kiosk.printing.faces import Face, Faces
from cdm_kiosk.station.garbage import Collector
from cdm_kiosk.station.translations import Translations

if TYPE_CHECKING:
    from cdm_kiosk.printing.layout import TicketPaper

TEXT_FAMILY = "Cdm Text"
"""Atkinson Hyperlegible with a plain zero (``installer/plain_zero.py``)."""
OTHER_SCRIPTS = ("Cdm Arabic", "Cdm Cyrillic")
"""The families that have the letters which the typeface for low vision lacks."""
PLAUSIBLE_PIXELS_PER_MM = (1.5, 24.0)
DEFAULT_PIXELS_PER_MM = 3.78
MM_PER_INCH = 25.4
LOOK_EVERY_MS = 1_000
SLEPT_S = 5
ENDS_WITHIN_S = 5.0
"""As long as the paper of one ticket takes; one that a printer holds up is in the spool (printing/spool.py)."""


class StationFault(SentenceFault):
    """A window cannot be shown; ``sentence`` says why."""


def application(name: str) -> QGuiApplication:
    """The process's Qt application, with our typefaces; made once."""
    running = QGuiApplication.instance()
    app = cast(QGuiApplication, running) if running is not None else QGuiApplication([name])
    app.setApplicationName("cdm-kiosk")
    # The chime needs no video: what its library says of missing codecs would only alarm whoever reads the log.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    app.setDesktopFileName("cdm-kiosk")
    QNetworkProxyFactory.setUseSystemConfiguration(False)
    ours = faces()
    for file in (file for face in (ours.latin, ours.arabic, ours.cyrillic) for file in (face.regular, face.bold)):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise StationFault(f"The typeface {file} is missing. Run the set-up again.")
    # Ours alone, so that no machine's own typefaces decide what Arabic and Cyrillic look like.
    QFont.insertSubstitutions(TEXT_FAMILY, [*OTHER_SCRIPTS])
    app.setFont(QFont(TEXT_FAMILY))
    return app


def faces() -> Faces:
    """The typefaces of screens and paper."""
    ours = paths.RESOURCES / "fonts"
    names = ("CdmText", "CdmArabic", "CdmCyrillic")
    return Faces(*(Face(ours / f"{name}-Regular.ttf", ours / f"{name}-Bold.ttf") for name in names))


def own_pictogram_url(name: str) -> str:
    """The address of a pictogram of the program's own, the question mark's without a name; "" for no such one."""
    file = paths.RESOURCES / "pictograms" / f"{name or 'inconnu'}.svg"
    return QUrl.fromLocalFile(str(file)).toString() if file.is_file() else ""


def qr_image(url: str) -> str:
    """A QR code as a picture that QML can show; its library loads with the first ticket."""
    from cdm_kiosk.printing.qr import qr_png_data_url

    return qr_png_data_url(url)


def paper_image(paper: TicketPaper, width_mm: float) -> str:
    """A ticket as its print head would have it, as a picture that QML can show."""
    from cdm_kiosk.printing.dots import draw_ticket

    png = io.BytesIO()
    draw_ticket(paper, faces(), width_mm).save(png, "PNG")
    return "data:image/png;base64," + base64.b64encode(png.getvalue()).decode("ascii")


def plausible_pixels_per_mm(screen: QScreen) -> float:
    """As many as a screen says of itself, where that can be."""
    per_mm = screen.physicalDotsPerInch() / MM_PER_INCH
    low, high = PLAUSIBLE_PIXELS_PER_MM
    return per_mm if low <= per_mm <= high else DEFAULT_PIXELS_PER_MM


def pixels_per_mm_of(screen: QScreen, diagonal_inch: float) -> float:
    """As many as a screen has whose diagonal is known."""
    pixels = screen.geometry()
    return math.hypot(pixels.width(), pixels.height()) / (diagonal_inch * MM_PER_INCH)


def new_engine() -> QQmlApplicationEngine:
    """An engine that finds our QML modules."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(paths.UI))
    return engine


class StationWindow:
    """One role's window with all that keeps it alive: engine, view model, mirror and client.

    ``texts`` names the catalogues of its translations; ``properties`` are the root's own beside ``vm``. An
    ``engine`` that is given shows nothing else meanwhile, and outlives the window.
    """

    def __init__(
        self,
        client: HubClient,
        view_model: QObject,
        kept: Iterable[QObject],
        module: str,
        root: str,
        texts: str,
        engine: QQmlApplicationEngine | None = None,
        **properties: object,
    ) -> None:
        self.client = client
        self.view_model = view_model
        self._kept = [*kept]
        self._outlived = engine is not None
        self.engine = engine or new_engine()
        # Not the window's own answer: Qt for Python takes that screen for the window's child, and may delete
        # it, the process's only one, with what is left of a closed window (PySide6 6.11.3).
        self.screen = QGuiApplication.primaryScreen()
        # Texts and sizes first: a window whose texts or sizes change is laid out anew.
        self.translations = Translations(texts, self.engine, view_model)
        self.window = self.add_window(view_model, module, root, pixelsPerMm=self.pixels_per_mm(), **properties)
        self.window.screenChanged.connect(self._screen_changed)
        self._clock = QTimer()
        self._clock.setInterval(LOOK_EVERY_MS)
        self._looked_at = time.time()
        self._clock.timeout.connect(self._notice_sleep)
        tick: Callable[[], None] | None = getattr(view_model, "tick", None)
        if tick is not None:
            self._clock.timeout.connect(tick)

    def add_window(self, view_model: QObject, module: str, root: str, **properties: object) -> QQuickWindow:
        """A window of the station's engine."""
        before = len(self.engine.rootObjects())
        self.engine.setInitialProperties({"vm": view_model, **properties})
        self.engine.loadFromModule(module, root)
        if len(self.engine.rootObjects()) == before:
            raise StationFault(f"The screen {module}.{root} could not be loaded. Its errors are above.")
        return cast(QQuickWindow, self.engine.rootObjects()[-1])

    def each_second(self, tick: Callable[[], None]) -> None:
        """Call ``tick`` every second while the station runs."""
        self._clock.timeout.connect(tick)

    def start(self) -> None:
        """Begin to listen to the hub."""
        self._looked_at = time.time()
        self._clock.start()
        self.client.start()

    def _screen_changed(self, screen: QScreen) -> None:
        self.screen = screen

    def _notice_sleep(self) -> None:
        """A clock that jumped: the machine has slept, and the line to the hub may be dead without saying so."""
        now = time.time()
        slept = abs(now - self._looked_at) > SLEPT_S
        self._looked_at = now
        if slept:
            self.client.look_again()

    def set_scale(self) -> None:
        """Tell the sizes in millimetres how many pixels of this screen one is."""
        self.window.setProperty("pixelsPerMm", self.pixels_per_mm())

    def pixels_per_mm(self) -> float:
        """As many as the screen says of itself, where that can be."""
        return plausible_pixels_per_mm(self.screen)

    def close(self) -> None:
        """End in the order that Qt needs: the window's engine first, then what it showed."""
        self._clock.stop()
        self.client.stop()
        for each in self.engine.rootObjects() if self._outlived else [self.engine]:
            shiboken6.delete(each)
        for each in (self.view_model, *self._kept, self.client):
            if shiboken6.isValid(each):
                shiboken6.delete(each)


class HubWait(QObject):
    """Tells the terminal, once, that a station waits for a hub that does not answer; then that it is there."""

    def __init__(self, client: HubClient) -> None:
        super().__init__(client)
        self._client = client
        self._waits = False
        client.connectedChanged.connect(self._report)

    @Slot()
    def _report(self) -> None:
        address = self._client.address
        if self._client.connected:
            self._client.connectedChanged.disconnect(self._report)
            if self._waits:
                self._say(f"The hub at {address} is there.")
        elif self._client.unknown:
            self._waits = True
            self._say(f"The hub at {address} does not know this station yet: pair it, or give it a --token-file.")
        elif not self._waits:
            self._waits = True
            self._say(f"Waiting for the hub at {address}: it does not answer yet.")

    def _say(self, sentence: str) -> None:
        print(sentence, file=sys.stderr)  # noqa: T201


def run(app: QGuiApplication, stations: Iterable[StationWindow]) -> int:
    """Show the stations until the last window is closed or the process is asked to stop."""
    open_stations = [*stations]
    for each in open_stations[:1]:
        HubWait(each.client)  # those of one process go by one hub
    Collector(app)
    with signals_quit(app):
        for station in open_stations:
            station.start()
        code = app.exec()
    ending = end_within(ENDS_WITHIN_S, code)
    for station in open_stations:
        station.close()
    ending.cancel()
    return code


def place(window: QQuickWindow, screen: QScreen, full_screen: bool) -> None:
    """Put a window on a screen, full screen if asked."""
    window.setScreen(screen)
    if not full_screen and not screen.geometry().intersects(window.geometry()):
        window.setPosition(screen.availableGeometry().topLeft())
    if full_screen:
        from PySide6.QtCore import Qt

        window.setGeometry(screen.geometry())
        window.setFlag(Qt.WindowType.FramelessWindowHint)
        window.showFullScreen()


@contextlib.contextmanager
def signals_quit(app: QCoreApplication) -> Iterator[None]:
    """Let SIGINT and SIGTERM end the event loop: Qt's loop alone would not let Python notice them."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    # Not quit: that asks the windows first, and one with a visitor at its table would hold the session's end up.
    notifier.activated.connect(lambda *_: app.exit(0))
    previous_fd = signal.set_wakeup_fd(theirs.fileno())
    numbers = [signal.SIGINT, signal.SIGTERM] if sys.platform != "win32" else [signal.SIGINT]
    previous = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(previous_fd)
        for number, handler in previous.items():
            signal.signal(number, handler)
        ours.close()
        theirs.close()
