"""Sends what a station asks of its hub, each order under a key of its own, until it is answered."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Slot

from cdm_kiosk.client.addresses import addressed
from cdm_kiosk.client.hub import Answered, HubClient, Reply, Request, single_shot
from cdm_kiosk.client.outbox import LONGEST_DAY, KeptOrder, Outbox

RETRY_MS = (100, 250, 500, 1_000, 2_000)
PATIENCE_MS = 8_000
"""Two whole attempts and a third: a network that loses a third of what it carries answers most of them."""
NOTHING: Mapping[str, Any] = {}


class Orders(QObject):
    """One station's orders. The pauses between two attempts are ``retry_ms``, the last one again and again.

    An order that is asked for ``once`` keeps its key until the hub has decided: asked for again after no answer
    came, it is the same order, and makes nothing twice. What is kept waits in the ``outbox``; what an earlier
    process left there is sent when the hub is heard. ``now`` tells when orders are made (aware).
    """

    def __init__(
        self,
        client: HubClient,
        outbox: Outbox | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        retry_ms: Sequence[int] = RETRY_MS,
    ) -> None:
        super().__init__(client)
        self.client = client
        self._outbox = outbox or Outbox(None, now())
        self._now = now
        self.retry_ms = retry_ms
        self._undecided: dict[str, str] = {}
        self._lanes: dict[str, deque[_Sending]] = {}
        self._waiting: dict[str, Answered] = {}
        self._unanswered: set[str] = set()
        self._is_sending = False
        self._failures = 0
        self._again = single_shot(self, self._send_kept)
        client.connectedChanged.connect(self._connected)
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
        lane: str = "",
    ) -> None:
        """Ask for ``verb`` with ``values`` until the hub answers or ``patience_ms`` is over.

        ``answered`` is called once, on this thread, unless the client stops first. ``session`` is the token that
        administration asks for. Orders of one ``lane`` go one after the other, the others at once.
        """
        wish = _wish(verb, values) if once else ""
        key = self._undecided.setdefault(wish, _new_key()) if once else _new_key()
        waiting = self._lanes.setdefault(lane, deque()) if lane else deque()

        def heard(reply: Reply) -> None:
            if reply.is_decided and self._undecided.get(wish) == key:
                del self._undecided[wish]
            waiting.popleft()
            if waiting:
                waiting[0].begin()
            if answered is not None:
                answered(reply)

        request = Request(*addressed(verb, values), key, session)
        waiting.append(_Sending(self, request, heard, patience_ms))
        if len(waiting) == 1:
            waiting[0].begin()

    def keep(self, verb: str, values: Mapping[str, Any], answered: Answered | None = None) -> None:
        """Ask for ``verb`` until the hub decides, over the end of this process, too.

        What was asked for ``once`` without an answer goes on under its key, and is new when it is asked for next.
        Kept orders go one at a time, and those about one ticket in the order in which they were made.
        """
        key = self._undecided.pop(_wish(verb, values), "") or _new_key()
        if answered is not None:
            self._waiting[key] = answered
        self._outbox.put(KeptOrder(key, verb, values, self._now()))
        self._send_kept()

    @Slot()
    def _send_kept(self) -> None:
        if self._is_sending:
            return
        orders = self._outbox.orders
        order = next((each for each in orders if each.about not in self._unanswered), None)
        if order is not None:
            self._is_sending = True
            made_at = order.made_at.isoformat()
            request = Request(*addressed(order.verb, order.values), order.key, made_at=made_at)
            self.client.exchange(request, partial(self._kept_answered, order))
            return
        self._unanswered.clear()
        if orders and self.retry_ms:
            self._again.start(_pause(self.retry_ms, self._failures))
            self._failures += 1

    def _kept_answered(self, order: KeptOrder, reply: Reply) -> None:
        self._is_sending = False
        is_over = self._now() - order.made_at > LONGEST_DAY
        if reply.is_decided or is_over:
            self._failures = 0
            self._outbox.strike(order.key)
            answered = self._waiting.pop(order.key, None)
            if answered is not None:
                answered(reply)
        else:
            if self._outbox.fault:
                self._outbox.write()
            # A hub that fails at one order may decide the others; one that is away decides none.
            away = self._outbox.orders if reply.status == 0 else (order,)
            self._unanswered.update(each.about for each in away)
        self._send_kept()

    @Slot()
    def _connected(self) -> None:
        if self.client.connected:
            self._send_kept()

    @Slot()
    def _give_up(self) -> None:
        self._again.stop()
        self._is_sending = False
        self._lanes.clear()
        for sending in self.findChildren(_Sending):
            sending.give_up()


class _Sending(QObject):
    """One order on its way, sent again under the same key until it is answered."""

    def __init__(self, orders: Orders, request: Request, answered: Answered, patience_ms: int) -> None:
        super().__init__(orders)
        self._orders = orders
        self._request = request
        self._answered = answered
        self._patience_ms = patience_ms
        self._attempts = 0
        self._clock = QElapsedTimer()
        self._again = single_shot(self, self._attempt)

    def begin(self) -> None:
        """Send the order; its patience begins."""
        self._clock.start()
        self._attempt()

    @Slot()
    def _attempt(self) -> None:
        self._orders.client.exchange(self._request, self._heard)

    def give_up(self) -> None:
        """Send it no more; no callback is called."""
        self._again.stop()
        self.deleteLater()

    def _heard(self, reply: Reply) -> None:
        if not reply.is_decided and self._orders.retry_ms and self._clock.elapsed() < self._patience_ms:
            self._again.start(_pause(self._orders.retry_ms, self._attempts))
            self._attempts += 1
        else:
            self.deleteLater()
            self._answered(reply)


def _pause(retry_ms: Sequence[int], attempts: int) -> int:
    return retry_ms[min(attempts, len(retry_ms) - 1)]


def _wish(verb: str, values: Mapping[str, Any]) -> str:
    """What tells an order that is asked for once from another."""
    return f"{verb} {json.dumps(values, sort_keys=True)}"


def _new_key() -> str:
    return os.urandom(16).hex()
