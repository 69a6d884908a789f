"""Brings a site's pictures to the paper of its tickets: fetched from the hub or this machine, drawn once."""

from __future__ import annotations

import base64

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QUrl, Signal, Slot
from PySide6.QtGui import QImageReader
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkReply, QNetworkRequest

LARGEST = QSize(720, 360)
"""Pixels: twice the dots that a logo takes on 80 mm paper, for the PDF."""
ANSWER_WITHIN_MS = 5_000


class PaperPictures(QObject):
    """Pictures by their address, as PNG in base64. ``came`` says that one more is there."""

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network = QNetworkAccessManager(self)
        self._network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._known: dict[str, str] = {}
        self._asked: set[str] = set()

    def at(self, address: str) -> str:
        """The picture at ``address``; "" until it came, or where there is none: then the next call asks again."""
        if address and address not in self._known and address not in self._asked:
            self._asked.add(address)
            request = QNetworkRequest(QUrl(address))
            request.setTransferTimeout(ANSWER_WITHIN_MS)
            line = self._network.get(request)
            line.setProperty("asked", address)
            line.finished.connect(self._finished)
        return self._known.get(address, "")

    def forget(self) -> None:
        """Ask for each again: another picture may have taken a name."""
        self._known = {}

    @Slot()
    def _finished(self) -> None:
        line = self.sender()
        assert isinstance(line, QNetworkReply)
        address = str(line.property("asked"))
        self._asked.discard(address)
        whole = line.error() is QNetworkReply.NetworkError.NoError
        drawn = _drawn(line.readAll()) if whole else ""
        line.deleteLater()
        if drawn:
            self._known[address] = drawn
            self.came.emit()


def _drawn(content: QByteArray) -> str:
    """A picture (SVG or PNG) as PNG in base64, as large as paper shows it; "" for what is none."""
    from PySide6.QtCore import Qt

    source = QBuffer(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    size = reader.size()
    if not size.isEmpty():
        reader.setScaledSize(size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return ""
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub asks for bytes where Qt takes the name of a format.
    image.save(target, "PNG")  # type: ignore[call-overload]
    return base64.b64encode(target.data().data()).decode("ascii")
