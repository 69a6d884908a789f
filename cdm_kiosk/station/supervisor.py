"""Keeps a hub running beside the windows: started first, restarted when it dies, gone when they are."""

from __future__ import annotations

import hashlib
import ipaddress
import json
import logging
import secrets
import socket
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from cdm_kiosk.client.hub import single_shot
from cdm_kiosk.domain.announcement import url_of
from cdm_kiosk.domain.orders import PAIRED_ROLES, Role
from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.options import HubOptions
from cdm_kiosk.station.membership import Membership, granted

logger = logging.getLogger(__name__)

CANNOT_START = 2
LOOPBACK = "127.0.0.1"
TOKEN_BYTES = 32
RESTART_MS = (100, 500, 1_000, 2_000, 5_000)
STOP_WITHIN_MS = 4_000


class HubProcess(QObject):
    """One hub as a child process.

    The hub watches its standard input, which ends with this process however this process ends: no hub is left.
    There it is told, each time it starts, the hashes of the tokens of this process's stations.
    """

    gaveUp = Signal()

    def __init__(self, options: HubOptions, data: Path, parent: QObject | None = None) -> None:
        """``data`` is the folder of the hub's own; raises HubFault for a certificate there that is damaged."""
        super().__init__(parent)
        self.port = options.port or free_port()
        self.url = own_way_to(options.host, self.port)
        self._trust = _trust(data) if self.url.startswith("https:") else None
        served = replace(options, port=self.port, until_parent_leaves=True, takes_grants=True)
        self._tokens = {role: secrets.token_urlsafe(TOKEN_BYTES) for role in PAIRED_ROLES}
        self._arguments = ["-m", "cdm_kiosk", "hub", *served.arguments()]
        self._deaths = 0
        self._has_served = False
        self._stopping = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._again = single_shot(self, self.start)

    def membership(self, role: Role) -> Membership:
        """What a station of this process shows to the hub."""
        return granted(self.url, self._tokens[role], self._trust)

    @Slot()
    def start(self) -> None:
        """Start the hub, or start it again."""
        self._process.start(sys.executable, self._arguments)
        hashes = {role: hashlib.sha256(token.encode("ascii")).hexdigest() for role, token in self._tokens.items()}
        self._process.write(json.dumps(hashes).encode("ascii") + b"\n")

    def stop(self) -> None:
        """Ask the hub to stop, and see that it does."""
        self._stopping = True
        self._again.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(STOP_WITHIN_MS):
                self._process.kill()
                self._process.waitForFinished()

    @Slot()
    def _hear(self) -> None:
        if b"listening on" in self._process.readAllStandardOutput().data():
            self._deaths = 0
            self._has_served = True

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        # Every other error is also an end, and told as one.
        if error is QProcess.ProcessError.FailedToStart:
            self._ended(1)

    @Slot(int)
    def _ended(self, code: int) -> None:
        if self._stopping:
            return
        if code == CANNOT_START and not self._has_served:
            # It said why on standard error; trying again would say it for ever. A hub that did serve may again: a
            # full disk is emptied, a port becomes free.
            self.gaveUp.emit()
            return
        logger.warning("the hub ended with code %s and is started again", code)
        self._again.start(RESTART_MS[min(self._deaths, len(RESTART_MS) - 1)])
        self._deaths += 1


def own_way_to(host: str, port: int) -> str:
    """The address at which this machine reaches a hub of its own that listens on ``host``.

    One that cannot be meant is the hub's to refuse.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        address = str(found[0][4][0])
    except (OSError, UnicodeError):
        address = LOOPBACK
    meant = ipaddress.ip_address(address)
    if meant.is_unspecified:
        # Every address of this machine: the one that no router takes away.
        return url_of(LOOPBACK, port)
    return url_of(address, port, "http" if meant.is_loopback else "https")


def _trust(data: Path) -> Trust:
    # A hub of this machine alone needs no certificate.
    from cdm_kiosk.hub.certificate import next_certificate, own_certificate

    shown, following = own_certificate(data), next_certificate(data)
    return Trust(shown.trust.pems if following is None else (*shown.trust.pems, *following.trust.pems))


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
