"""A machine that belongs to no Cité yet finds one, shows six digits, and waits for reception to compare them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.discovery import FoundHub, HubBrowser
from cdm_kiosk.client.pairing import Given, StationPairing, Step
from cdm_kiosk.domain.announcement import url_of
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.hub_address import LONGEST, BadAddress, HubAddress, read_address
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.pairing import LASTS_S
from cdm_kiosk.viewmodels.pairing import words
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

EXPIRED = (Code.PAIRING_TOO_SLOW, Code.PAIRING_OVER)
REFUSED = (Code.PAIRING_REFUSED, Code.WRONG_DIGITS)
OTHER_ROLE = "other_role"
NOT_KEPT = "pairing_not_kept"
ENDED = ("refused", "expired", "fault")


@dataclass(frozen=True, slots=True)
class HubRow:
    key: str
    name: str
    detail: str
    """What tells it from another of the same name: its site and its address."""


@dataclass(frozen=True, slots=True)
class PairingProps:
    """``stage`` is "searching", "address", "connecting", "number", "accepted", "refused", "expired" or "fault"."""

    role: str
    stage: str = "searching"
    heading: str = ""
    sentence: str = ""
    role_title: str = ""
    role_meaning: str = ""
    hubs: tuple[HubRow, ...] = ()
    searched_s: int = 0
    address: str = ""
    address_problem: str = ""
    hub: str = ""
    """The Cité that is asked: its name, or the address where no name is known."""
    was_typed: bool = False
    """Whether its address was typed rather than found."""
    waits_its_turn: bool = False
    """Another machine is being paired."""
    digits: str = field(default="", repr=False)
    time_left: str = ""
    confirmed_itself: bool = False
    """Nobody compared the digits: the hub had no reception yet."""
    problem: str = ""
    name: str = ""
    """What the station is called from now on."""
    language: str = "fr"
    large_text: bool = False
    high_contrast: bool = False


@known_to_qml
class PairingViewModel(ViewModel[PairingProps]):
    """``accepted`` when the station's own window may open. ``tick`` is called once a second.

    ``keep`` keeps what pairing gave, or says that it cannot.
    """

    accepted = Signal()

    def __init__(
        self,
        role: str,
        name: str,
        browser: HubBrowser,
        pairing: StationPairing,
        keep: Callable[[Given], bool],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(PairingProps(role), parent)
        self._name = name
        self._browser = browser
        self._pairing = pairing
        self._keep = keep
        self._clock = clock
        self._hubs: tuple[FoundHub, ...] = ()
        self._urls: tuple[str, ...] = ()
        self._given: Given | None = None
        self._ends_at_s = 0.0
        self._why: tuple[str, Mapping[str, Any]] = ("", {})
        self._address_code = ""
        browser.hubsChanged.connect(self._look)
        pairing.changed.connect(self._hear)
        self._look()

    @Slot()
    def retranslate(self) -> None:
        """Say the same in the language that is spoken now."""
        self._show()

    @Slot(str)
    def choose(self, key: str) -> None:
        """That one is our Cité."""
        found = next((hub for hub in self._hubs if _key(hub) == key), None)
        if found is not None and self.props.stage == "searching":
            self._show(hub=found.announced.site_name, was_typed=False)
            self._ask(found.urls)

    def ask(self, url: str) -> None:
        """Ask the hub at an address that somebody gave on the command line."""
        self.typeAddress()
        self.setAddress(url)
        self.enter()

    @Slot()
    def typeAddress(self) -> None:
        """Somebody knows the address, or mends it."""
        if self.props.stage in ("searching", "fault"):
            self._show(stage="address")

    @Slot(str)
    def setAddress(self, text: str) -> None:
        """What stands in the field now."""
        if self.props.stage == "address":
            self._address_code = ""
            self._show(address=text[:LONGEST])

    @Slot(str)
    def type(self, letter: str) -> None:
        """One more letter, from the keys on the screen."""
        self.setAddress(self.props.address + letter)

    @Slot()
    def erase(self) -> None:
        """One letter less."""
        self.setAddress(self.props.address[:-1])

    @Slot()
    def enter(self) -> None:
        """That was all of the address."""
        if self.props.stage != "address":
            return
        try:
            address = read_address(self.props.address)
        except BadAddress as bad:
            self._address_code = bad.code
            self._show()
            return
        self._show(hub=address.shown, was_typed=True)
        self._ask(_urls(address))

    @Slot()
    def search(self) -> None:
        """Give up what is under way and look for another Cité."""
        if self.props.stage != "accepted":
            self._pairing.cancel()
            self._show(stage="searching", searched_s=0)

    @Slot()
    def tryAgain(self) -> None:
        """Ask the same hub for new digits."""
        if self._urls and self.props.stage in ENDED:
            self._ask(self._urls)

    @Slot()
    def proceed(self) -> None:
        """Whoever sets up the first reception has seen that the hub's terminal shows the same digits."""
        if self.props.stage == "accepted" and self._given is not None:
            self._belong(self._given)

    @Slot()
    def disown(self) -> None:
        """The hub's terminal shows other digits: nothing of this hub is kept."""
        if self.props.stage == "accepted" and self.props.confirmed_itself:
            self._given = None
            self._end(Code.PAIRING_INTERCEPTED)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self._show(language=code)

    @Slot()
    def toggleLargeText(self) -> None:
        self._show(large_text=not self.props.large_text)

    @Slot()
    def toggleHighContrast(self) -> None:
        self._show(high_contrast=not self.props.high_contrast)

    @Slot()
    def tick(self) -> None:
        """One second went by."""
        if self.props.stage == "searching":
            self._show(searched_s=self.props.searched_s + 1)
        elif self.props.stage == "number":
            if self._left_s():
                self._show()
            else:
                self._pairing.cancel()
                self._end(Code.PAIRING_TOO_SLOW)

    @Slot()
    def _look(self) -> None:
        # In the order they were found: none moves away from under a finger.
        there = {_key(hub): hub for hub in self._browser.hubs}
        known = [there.pop(_key(hub)) for hub in self._hubs if _key(hub) in there]
        self._hubs = (*known, *there.values())
        self._show()

    def _ask(self, urls: tuple[str, ...]) -> None:
        self._urls = urls
        self._show(stage="connecting", confirmed_itself=False)
        self._pairing.begin(urls, Role(self.props.role), self._name)

    @Slot()
    def _hear(self) -> None:
        pairing = self._pairing
        match pairing.step:
            case Step.BUSY:
                self._show(waits_its_turn=True)
            case Step.SHOWING:
                self._ends_at_s = self._clock() + LASTS_S
                self._show(stage="number", digits=pairing.digits)
            case Step.ACCEPTED if pairing.given is not None:
                self._take(pairing.given)
            case Step.REFUSED:
                self._end(pairing.why, pairing.values)

    def _take(self, given: Given) -> None:
        self._given = given
        self._show(stage="accepted", name=given.name, hub=given.site_name, confirmed_itself=given.confirmed_itself)
        if not given.confirmed_itself:
            self._belong(given)

    def _belong(self, given: Given) -> None:
        if not self._keep(given):
            self._end(NOT_KEPT)
        elif given.role != self.props.role:
            self._end(OTHER_ROLE, {"role": given.role})
        else:
            self.accepted.emit()

    def _end(self, code: str, values: Mapping[str, Any] | None = None) -> None:
        self._why = code, values or {}
        self._show(stage="expired" if code in EXPIRED else "refused" if code in REFUSED else "fault")

    def _left_s(self) -> int:
        return max(0, math.ceil(self._ends_at_s - self._clock()))

    def _show(self, **changes: object) -> None:
        """The same with these fields changed, and all that is said of them."""
        now = replace(self.props, **changes)  # type: ignore[arg-type]
        # Digits that nobody compares any more are nobody's business.
        digits = now.digits if now.stage in ("number", "accepted") else ""
        left_s = self._left_s() if now.stage == "number" else 0
        now = replace(
            now,
            digits=digits,
            waits_its_turn=now.waits_its_turn and now.stage == "connecting",
            hubs=tuple(map(_row, self._hubs)),
            time_left=words.time_left(left_s) if left_s else "",
            role_title=words.role_title(now.role),
            role_meaning=words.role_meaning(now.role),
            problem=words.why_nothing(*self._why) if now.stage in ENDED else "",
            address_problem=words.address_problem(self._address_code) if self._address_code else "",
        )
        self._become(replace(now, heading=words.heading(now), sentence=words.sentence(now)))


def _urls(address: HubAddress) -> tuple[str, ...]:
    """Where a hub is asked; one of this machine alone may speak without encryption."""
    schemes = ("https", "http") if address.is_this_machine else ("https",)
    return tuple(url_of(address.host, address.port, scheme) for scheme in schemes)


def _key(hub: FoundHub) -> str:
    return f"{hub.announced.site_id}-{hub.announced.fingerprint}"


def _row(hub: FoundHub) -> HubRow:
    where = HubAddress(hub.addresses[0], hub.port).shown
    return HubRow(_key(hub), hub.announced.site_name, f"{hub.announced.site_id} · {where}")
