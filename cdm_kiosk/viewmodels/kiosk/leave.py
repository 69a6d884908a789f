"""The way out of the kiosk: the administration's PIN, typed on the screen, then leaving or staying."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

PIN_LENGTHS = (4, 12)
SILENCE_S = 20
WRONG_SHOWN_S = 5


@dataclass(frozen=True, slots=True)
class Tried:
    """What the station itself says of a PIN: ``is_known`` is whether it keeps one to compare it with."""

    opens: bool
    retry_s: int = 0
    is_known: bool = True


class KeptDoor(Protocol):
    """Keeps the last right PIN's hash, for while the hub is away."""

    def keep(self, pin: str) -> None:
        """The hub took this PIN."""

    def try_pin(self, pin: str) -> Tried:
        """Whether this PIN opens while the hub is away."""


@dataclass(frozen=True, slots=True)
class LeaveProps:
    stage: str = ""
    """ "" while nobody asks, then "pin", then "choice"."""
    typed: int = 0
    problem: str = ""
    """ "", "wrong", "no_pin", "unknown" (the hub is away, and no PIN was ever right here) or "failed"."""
    retry_s: int = 0
    busy: bool = False


@known_to_qml
class LeaveViewModel(ViewModel[LeaveProps]):
    """``opened`` when somebody knows the hidden way, ``leaving`` when the PIN was right and the kiosk shall end.

    ``tick`` is called once a second.
    """

    opened = Signal()
    leaving = Signal()

    def __init__(self, client: HubClient, orders: Orders, kept: KeptDoor, parent: QObject | None = None) -> None:
        super().__init__(LeaveProps(), parent)
        self._client = client
        self._orders = orders
        self._kept = kept
        self._pin = ""
        self._silent_s = 0
        self._visits = 0

    @Slot()
    def open(self) -> None:
        """Ask for the PIN; the delay after a wrong one is not forgiven."""
        if not self.props.stage:
            self._visits += 1
            self._forget()
            self.opened.emit()
            self._update(stage="pin", problem="wrong" if self.props.retry_s else "")

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._silent_s = 0

    @Slot(str)
    def type(self, digit: str) -> None:
        """One more digit."""
        if self._may_type() and len(self._pin) < PIN_LENGTHS[1] and digit in "0123456789":
            self._pin += digit
            self._typed()

    @Slot()
    def erase(self) -> None:
        """One digit less."""
        if self._may_type():
            self._pin = self._pin[:-1]
            self._typed()

    @Slot()
    def enter(self) -> None:
        """That was all of the PIN."""
        if not self._may_type() or len(self._pin) < PIN_LENGTHS[0]:
            return
        pin, visit = self._pin, self._visits
        self._forget()
        if not self._client.connected:
            self._try_here(pin)
            return
        self._update(busy=True, problem="")

        def answered(reply: Reply) -> None:
            self._answered(reply, pin, visit)

        self._orders.ask("enter", {"pin": pin}, answered)

    @Slot()
    def stay(self) -> None:
        """Back to the welcome."""
        self._forget()
        self._visits += 1
        self._update(stage="", problem="", busy=False)

    @Slot()
    def leave(self) -> None:
        """End the kiosk."""
        if self.props.stage == "choice":
            self.leaving.emit()

    @Slot()
    def tick(self) -> None:
        """One second went by."""
        self._update(retry_s=max(0, self.props.retry_s - 1))
        if self.props.stage:
            self._silent_s += 1
            was_wrong = self.props.problem == "wrong" and not self.props.busy
            if self._silent_s >= SILENCE_S or (was_wrong and self._silent_s >= WRONG_SHOWN_S):
                self.stay()

    def _may_type(self) -> bool:
        return self.props.stage == "pin" and not self.props.busy and not self.props.retry_s

    def _typed(self) -> None:
        self._silent_s = 0
        self._update(typed=len(self._pin), problem="")

    def _forget(self) -> None:
        self._pin = ""
        self._silent_s = 0
        self._update(typed=0)

    def _answered(self, reply: Reply, pin: str, visit: int) -> None:
        if reply.ok:
            self._kept.keep(pin)
        retry_s = int(reply.body.get("retry_after_s", 1)) if reply.code == "wrong_pin" else self.props.retry_s
        if visit != self._visits:
            self._update(retry_s=retry_s)
        elif reply.ok:
            self._let_out()
        elif reply.status == 0:
            self._try_here(pin)
        elif reply.code == "wrong_pin":
            self._silent_s = 0
            self._update(busy=False, problem="wrong", retry_s=retry_s)
        else:
            self._update(busy=False, problem="no_pin" if reply.code == "no_pin" else "failed")

    def _try_here(self, pin: str) -> None:
        tried = self._kept.try_pin(pin)
        if tried.opens:
            self._let_out()
        else:
            self._update(busy=False, problem="wrong" if tried.is_known else "unknown", retry_s=tried.retry_s)

    def _let_out(self) -> None:
        self._silent_s = 0
        self._update(stage="choice", busy=False, problem="")
