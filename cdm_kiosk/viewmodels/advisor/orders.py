"""What one counter asks of the hub: one thing at a time, and a sentence when it was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cdm_kiosk.client.hub import Reply
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.viewmodels.advisor.counter import CounterState
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal

NOBODY_WAITING = "nobody_waiting"
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Next:
    """What is asked for as soon as the first thing was done; ``done`` says that it was, should this be refused."""

    verb: str
    done: str
    values: Values


class CounterOrders:
    """``state`` tells the counter’s state now; ``changed`` is called when ``busy`` or ``notice`` may differ."""

    def __init__(self, orders: Orders, state: Callable[[], CounterState], changed: Callable[[], None]) -> None:
        self._orders = orders
        self._state = state
        self._changed = changed
        self._under_way = False
        self._settling: CounterState | None = None
        self._noticed: tuple[CounterState, ...] = ()
        self.notice = ""

    @property
    def busy(self) -> bool:
        """Whether an answer, or what followed from it, is still on its way."""
        return self._under_way or self._settling is not None

    def ask(self, verb: str, values: Values, then: Next | None = None, done: str = "") -> None:
        """Ask for one thing, and for what comes ``then``; ``done`` says what was done before this one."""
        if self._under_way:
            return
        asked_at = self._state()

        def answered(reply: Reply) -> None:
            self._under_way = False
            # Where nobody waits any more, what was done before is all there was to do.
            refused = not reply.ok and not (done and reply.code == NOBODY_WAITING)
            self.tell(f"{done} {refusal(reply.code, reply.values)}".strip() if refused else "")
            if done:
                # The feed may still have to tell of what was done before: that makes this no old news.
                self._noticed = (asked_at, replace(asked_at, there=()))
            # Until the feed has brought what was answered, the old button must not be pressed again.
            self._settling = asked_at if reply.ok else None
            if reply.ok and then is not None:
                self.ask(then.verb, then.values, done=then.done)
            self._changed()

        self._under_way = True
        self._orders.ask(verb, values, answered)
        self._changed()

    def tell(self, sentence: str) -> None:
        """Show a sentence until it is dismissed, or the counter has moved on."""
        self.notice, self._noticed = sentence, (self._state(),)

    def look(self) -> None:
        """Forget what the counter's state has overtaken."""
        state = self._state()
        if self._settling != state:
            self._settling = None
        if state not in self._noticed:
            self.notice = ""

    def rest(self) -> None:
        """What the feed has not told by now, it will tell in its own time."""
        self._settling = None
