"""The administration's door: the PIN, and the session behind which everything of the site is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from cdm_kiosk.client.hub import Answered, Reply
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml


@dataclass(frozen=True, slots=True)
class DoorProps:
    is_open: bool = False
    stage: str = "closed"
    """ "closed", "loading", "pin", "choose_pin" or "editing"."""
    busy: bool = False
    choosing_again: bool = False
    """A first PIN was typed once; it is asked for again."""
    pin_notice: str = ""
    retry_s: int = 0


@known_to_qml
class DoorViewModel(ViewModel[DoorProps]):
    """One person's way in: ``entered`` when a session opens, ``said`` what the person should read."""

    entered = Signal()
    said = Signal(str)

    def __init__(self, orders: Orders, parent: QObject | None = None) -> None:
        super().__init__(DoorProps(), parent)
        self._orders = orders
        self._token = ""
        self._first_pin = ""

    @property
    def is_inside(self) -> bool:
        return self.props.stage == "editing"

    def begin(self) -> None:
        """Show the door; the hub's first answer says whether there is a PIN."""
        self._update(is_open=True, stage="loading", pin_notice="")

    def let_in(self) -> None:
        """All is there that can be changed."""
        self._update(stage="editing")

    def stay_outside(self, notice: str) -> None:
        """What can be changed could not be had."""
        if self.props.stage == "loading":
            self._update(stage="pin", pin_notice=notice)

    def leave(self) -> None:
        """The next person types the PIN; a delay after a wrong one is not forgiven."""
        self._token = self._first_pin = ""
        self._become(DoorProps(retry_s=self.props.retry_s))

    def ask(self, verb: str, values: Mapping[str, Any], answered: Answered) -> None:
        """Ask the hub within the session; ``answered`` hears the reply while the administration is open."""

        def heard(reply: Reply) -> None:
            if not self.props.is_open:
                return
            if reply.code == "pin_needed":
                notice = _tr("La séance a pris fin. Vos changements sont gardés ici.") if self._token else ""
                self._token = ""
                self._update(stage="pin", pin_notice=notice)
            elif reply.code == "no_pin":
                self._update(stage="choose_pin")
            answered(reply)

        self._orders.ask(verb, values, heard, session=self._token)

    @Slot()
    def tick(self) -> None:
        """One second passed: the delay after a wrong PIN counts down."""
        if self.props.retry_s > 0:
            left = self.props.retry_s - 1
            self._update(retry_s=left, pin_notice=_wrong_pin(left) if left else "")

    @Slot(str)
    def enterPin(self, pin: str) -> None:
        """Open a session; or, the first time, choose the PIN by typing it twice."""
        if self.props.busy or self.props.retry_s:
            return
        if self.props.stage == "choose_pin":
            self._choose_pin(pin)
        elif not pin:
            self._update(pin_notice=_tr("Tapez d’abord le code."))
        else:
            self._update(busy=True, pin_notice="")
            self._first_pin = pin
            self._orders.ask("enter", {"pin": pin}, self._session_answered)

    @Slot(str, str)
    def changePin(self, former: str, pin: str) -> None:
        """Another PIN for everybody."""
        self._update(busy=True)
        self.ask("change-pin", {"pin": pin, "former": former}, self._pin_changed)

    def _choose_pin(self, pin: str) -> None:
        if not (pin.isdecimal() and 4 <= len(pin) <= 12):
            self._update(pin_notice=_tr("Le code a de 4 à 12 chiffres."))
        elif not self._first_pin:
            self._first_pin = pin
            self._update(choosing_again=True, pin_notice="")
        elif pin != self._first_pin:
            self._first_pin = ""
            self._update(
                choosing_again=False, pin_notice=_tr("Les deux codes diffèrent. Choisissez-en un à nouveau.")
            )
        else:
            self._update(busy=True, pin_notice="")
            self._orders.ask("change-pin", {"pin": pin, "former": None}, self._pin_chosen)

    def _pin_chosen(self, reply: Reply) -> None:
        self._first_pin = ""
        self._update(choosing_again=False)
        if reply.ok:
            self._session_answered(reply)
        else:
            # Somebody else chose one meanwhile.
            self._update(busy=False, stage="pin", pin_notice=refusal(reply.code, reply.values))

    def _pin_changed(self, reply: Reply) -> None:
        self._update(busy=False)
        if reply.ok:
            # Every session with the former PIN has ended.
            self._token = str(reply.body["token"])
            self.said.emit(_tr("Le code est changé. Dites-le à qui en a besoin."))
        elif reply.code == "wrong_pin":
            self.said.emit(_tr("L’ancien code n’est pas celui-là : rien n’a été changé."))
        elif reply.code != "pin_needed":
            self.said.emit(refusal(reply.code, reply.values))

    def _session_answered(self, reply: Reply) -> None:
        typed, self._first_pin = self._first_pin, ""
        self._update(busy=False)
        if not self.props.is_open:
            return
        if reply.ok:
            self._token = str(reply.body["token"])
            self._update(stage="loading")
            self.entered.emit()
        elif reply.code == "no_pin":
            # Somebody took the PIN away meanwhile: what was typed is the first of the two times.
            self._update(stage="choose_pin")
            self._choose_pin(typed)
        elif reply.code == "wrong_pin":
            wait_s = int(reply.body.get("retry_after_s", 1))
            self._update(retry_s=wait_s, pin_notice=_wrong_pin(wait_s))
        else:
            self._update(pin_notice=refusal(reply.code, reply.values))


def _wrong_pin(wait_s: int) -> str:
    return _tr("Ce n’est pas ce code. Nouvel essai dans {seconds} s.").format(seconds=wait_s)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
