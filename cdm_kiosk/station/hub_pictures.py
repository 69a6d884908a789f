"""The pictures that a station shows: the program's own pictograms, else the site's, fetched from the hub once."""

from __future__ import annotations

import base64
from functools import partial
from urllib.parse import quote

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.hub import Fetched, HubClient
from cdm_kiosk.station.station import own_pictogram_url


class HubPictures(QObject):
    """Addresses of pictures by name. ``came`` says that one is there that was not, or is another now.

    A window's engine cannot show a token, so the site's pictures come through the station's client, and QML gets
    them as data.
    """

    came = Signal()

    def __init__(self, client: HubClient) -> None:
        super().__init__(client)
        self._client = client
        self._known: dict[str, str] = {}
        self._asked: set[str] = set()
        client.snapshotReceived.connect(self._fetch_again)
        client.frameReceived.connect(self._heard)

    def url(self, name: str) -> str:
        """Where a picture is shown from; "" until the hub gave it, or where there is none."""
        own = own_pictogram_url(name)
        if own:
            return own
        if name not in self._known and name not in self._asked:
            self._fetch(name)
        return self._known.get(name, "")

    @Slot(str, bytes)
    def _heard(self, kind: str, _body: bytes) -> None:
        if kind in ("site", "site_changed"):
            self._fetch_again()

    @Slot()
    def _fetch_again(self) -> None:
        """Another picture may have taken a name, or one that was missing may be there."""
        self._asked.clear()
        for name in self._known:
            self._fetch(name)

    def _fetch(self, name: str) -> None:
        self._asked.add(name)
        self._client.fetch(f"/pictures/{quote(name, safe='')}", partial(self._fetched, name))

    def _fetched(self, name: str, fetched: Fetched) -> None:
        if fetched.status == 0:
            self._asked.discard(name)
        if fetched.status != 200:
            return
        content = base64.b64encode(fetched.content).decode("ascii")
        url = f"data:{fetched.media_type};base64,{content}"
        if self._known.get(name) != url:
            self._known[name] = url
            self.came.emit()
