"""Sends what a station asks of its hub, each order under a key of its own, until it is answered."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from cdm_kiosk.client.addresses import addressed
from cdm_kiosk.client.hub import Answered, HubClient, Reply, Request

RETRY_MS = (100, 250, 500, 1_000, 2_000)
PATIENCE_MS = 6_000
UNTIL_ANSWERED_MS = 600_000
NOTHING: Mapping[str, Any] = {}


class Orders(QObject):
    """One station's orders. The pauses between two attempts are ``retry_ms``, the last one again and again.

    An order that is asked for ``once`` keeps its key until the hub has decided: asked for again after no answer
    came, it is the same order, and makes nothing twice.
    """

    def __init__(self, client: HubClient, retry_ms: Sequence[int] = RETRY_MS) -> None:
        super().__init__(client)
        self._client = client
        self._retry_ms = retry_ms
        self._undecided: dict[str, str] = {}
        client.stopping.connect(self._give_up)

    def ask(
        self,
        verb: str,
        values: Mapping[str, Any] = NOTHING,
        answered: Answered | None = None,
        *,
        patience_ms: int = PATIENCE_MS,
        session: str = "",
        once: bool = False,
    ) -> None:
        """Ask for ``verb`` with ``values`` until the hub answers or ``patience_ms`` is over.

        ``answered`` is called once, on this thread, unless the client stops first. ``session`` is the token that
        administration asks for.
        """
        if not once:
            self._send(verb, values, answered, _new_key(), patience_ms, session)
            return
        wish = _wish(verb, values)
        key = self._undecided.setdefault(wish, _new_key())

        def heard(reply: Reply) -> None:
            if reply.is_decided and self._undecided.get(wish) == key:
                del self._undecided[wish]
            if answered is not None:
                answered(reply)

        self._send(verb, values, heard, key, patience_ms)

    def ask_again(self, verb: str, values: Mapping[str, Any], answered: Answered) -> None:
        """Ask, for as long as it takes, for what was asked for ``once`` and is not decided; new afterwards."""
        wish = _wish(verb, values)
        self._send(verb, values, answered, self._undecided.pop(wish), UNTIL_ANSWERED_MS)

    def _send(
        self,
        verb: str,
        values: Mapping[str, Any],
        answered: Answered | None,
        key: str,
        patience_ms: int,
        session: str = "",
    ) -> None:
        request = Request(*addressed(verb, values), key, session)
        _Sending(self, self._client, request, answered, patience_ms, self._retry_ms).attempt()

    @Slot()
    def _give_up(self) -> None:
        for sending in self.findChildren(_Sending):
            sending.give_up()


class _Sending(QObject):
    """One order on its way, sent again under the same key until it is answered."""

    def __init__(
        self,
        orders: Orders,
        client: HubClient,
        request: Request,
        answered: Answered | None,
        patience_ms: int,
        retry_ms: Sequence[int],
    ) -> None:
        super().__init__(orders)
        self._client = client
        self._request = request
        self._answered = answered
        self._patience_ms = patience_ms
        self._retry_ms = retry_ms
        self._attempts = 0
        self._clock = QElapsedTimer()
        self._clock.start()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.attempt)

    @Slot()
    def attempt(self) -> None:
        """Send the order once more."""
        self._client.exchange(self._request, self._heard)

    def give_up(self) -> None:
        """Send it no more; nobody is told."""
        self._again.stop()
        self.deleteLater()

    def _heard(self, reply: Reply) -> None:
        if not reply.is_decided and self._retry_ms and self._clock.elapsed() < self._patience_ms:
            self._again.start(self._retry_ms[min(self._attempts, len(self._retry_ms) - 1)])
            self._attempts += 1
        else:
            self.deleteLater()
            if self._answered is not None:
                self._answered(reply)


def _wish(verb: str, values: Mapping[str, Any]) -> str:
    """What tells an order that is asked for once from another."""
    return f"{verb} {json.dumps(values, sort_keys=True)}"


def _new_key() -> str:
    return uuid.uuid4().hex
