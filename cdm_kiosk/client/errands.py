"""Fetches what people elsewhere ask of a kiosk, when its hub says that there is something."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.orders import Orders


class ErrandFetcher(QObject):
    """``asked`` brings each errand as it travels (``wire.Errand``), once."""

    asked = Signal(dict)

    def __init__(self, client: HubClient, orders: Orders) -> None:
        super().__init__(client)
        self._client = client
        self._orders = orders
        client.frameReceived.connect(self._take_frame)

    @Slot(str, bytes)
    def _take_frame(self, kind: str, content: bytes) -> None:
        name = self._client.present.station
        if kind == "errands" and name in json.loads(content)["stations"]:
            self._orders.ask("errands", {"station": name}, self._take)

    def _take(self, reply: Reply) -> None:
        if reply.ok:
            errands: list[dict[str, Any]] = reply.body["errands"]
            for errand in errands:
                self.asked.emit(errand)
