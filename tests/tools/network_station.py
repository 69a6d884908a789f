"""A station without a window, for tests on several hosts: it says what it sees, and asks what it is told.

python -m tests.tools.network_station ROLE NAME URL TOKEN_FILE CERTIFICATE

Each line of its output is one JSON object with the seconds of the machine's monotonic clock as ``at``:
``connected`` when the line to the hub came or went, ``tickets`` by number after each change of the floor, ``reply``
to what was asked. Each line of its input asks for something, or is ``{"address": URL}``.
"""

from __future__ import annotations

import json
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.client.token import Token
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.domain.trust import Trust


class NetworkStation(QObject):
    """Follows the hub at ``url``, which proves itself by the certificate ``pem``."""

    def __init__(self, role: str, name: str, url: str, token_file: Path, pem: str) -> None:
        super().__init__()
        self._client = HubClient(
            url, Principal(Role(role), name), Token(token_file.read_text), self, trust=Trust((pem,))
        )
        self._orders = Orders(self._client)
        self._mirror = StaffMirror(self._client)
        self._client.connectedChanged.connect(self._say_connected)
        self._mirror.changed.connect(self._say_floor)
        self._rest = b""
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._hear)
        self._client.start()

    @Slot()
    def _say_connected(self) -> None:
        _say(connected=self._client.connected)

    @Slot()
    def _say_floor(self) -> None:
        floor = self._mirror.floor
        if floor is not None:
            tickets = {str(ticket.number): str(ticket.state) for ticket in floor.tickets.values()}
            _say(tickets=tickets)

    @Slot()
    def _hear(self) -> None:
        more = os.read(sys.stdin.fileno(), 65_536)
        if not more:
            QCoreApplication.quit()
        *lines, self._rest = (self._rest + more).split(b"\n")
        for line in lines:
            asked = json.loads(line)
            if "address" in asked:
                self._client.set_address(asked["address"])
            else:
                self._orders.ask(asked["verb"], asked["values"], partial(self._answered, asked["id"]))

    def _answered(self, asked: int, reply: Reply) -> None:
        _say(reply=asked, status=reply.status, code=reply.code)


def _say(**fields: Any) -> None:
    sys.stdout.write(json.dumps({"at": time.monotonic(), **fields}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = QCoreApplication([])
    role, name, url, token_file, certificate = sys.argv[1:]
    station = NetworkStation(role, name, url, Path(token_file), Path(certificate).read_text("ascii"))
    _say(started=True)
    sys.exit(app.exec())
