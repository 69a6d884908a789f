"""A machine that is being paired as its composition root builds it, with a network that does what a test says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from cdm_kiosk.client.discovery import FoundHub, HubBrowser
from cdm_kiosk.client.pairing import Given, StationPairing, Step
from cdm_kiosk.domain.announcement import Announcement
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.station.pairing_screen import PairingScreen
from cdm_kiosk.viewmodels.pairing.pairing import PairingViewModel
from cdm_kiosk.viewmodels.pairing.voice import PairingVoice
from tests.tools.speaker import RecordingSpeaker


def found(site: str, name: str, *addresses: str, port: int = 8080) -> FoundHub:
    """A hub as the network tells of it."""
    fingerprint = sha256(site.encode()).hexdigest()
    return FoundHub(Announcement(site, name, fingerprint, 1), addresses, port)


PARIS = found("paris", "Cité des métiers de Paris", "192.168.1.20")
OTHER_PARIS = found("essai", "Cité des métiers de Paris", "192.168.1.44", port=8443)
LYON = found("lyon-part-dieu", "Cité des métiers de Lyon et du Rhône", "fd00::21")


class FakeBrowser(HubBrowser):
    """A network on which hubs come and go as a test says."""

    def start(self) -> None:
        """Nothing is listened to."""

    def find(self, *hubs: FoundHub) -> None:
        """These are there now."""
        self._hubs = hubs
        self.hubsChanged.emit()


class FakePairing(StationPairing):
    """Writes down which hubs are asked; a test says with ``tell`` how it goes."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[tuple[str, ...], str, str]] = []
        self.cancelled = 0
        self.kept: list[Given] = []
        self.can_keep = True

    def begin(self, urls: Sequence[str], role: Role, name: str) -> None:
        self.asked.append((tuple(urls), role, name))
        self.tell(Step.CONNECTING)

    def cancel(self) -> None:
        self.cancelled += 1
        self.tell(Step.IDLE)

    def keep(self, given: Given) -> bool:
        """Keep what reception gave, where the disk has room."""
        if self.can_keep:
            self.kept.append(given)
        return self.can_keep

    def show(self, digits: str = "418203") -> None:
        self.tell(Step.SHOWING, digits=digits)

    def accept(self, role: str, name: str = "Borne 2", confirmed_itself: bool = False) -> None:
        given = Given(Role(role), name, "", "paris", PARIS.announced.site_name, PARIS.urls[0], None, "token")
        self.tell(Step.ACCEPTED, given=replace(given, confirmed_itself=confirmed_itself))

    def refuse(self, code: str, **values: object) -> None:
        self.tell(Step.REFUSED, why=code, values=values)


class Steady:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@dataclass(frozen=True)
class Newcomer:
    """A machine that is being paired."""

    vm: PairingViewModel
    browser: FakeBrowser
    pairing: FakePairing
    clock: Steady
    station: PairingScreen
    speaker: RecordingSpeaker
    voice: PairingVoice | None

    def choose(self) -> None:
        """Two were found, and one is ours."""
        self.browser.find(PARIS, LYON)
        self.vm.choose(self.vm.props.hubs[0].key)

    def number(self, digits: str = "418203") -> None:
        self.choose()
        self.pairing.show(digits)

    def accept(self, role: str = "", name: str = "Borne 2", confirmed_itself: bool = False) -> None:
        self.number()
        self.pairing.accept(role or self.vm.props.role, name, confirmed_itself)

    def refuse(self, code: str, **values: object) -> None:
        self.number()
        self.pairing.refuse(code, **values)

    def type_badly(self, address: str = "192.168.1.300") -> None:
        self.vm.typeAddress()
        self.vm.setAddress(address)
        self.vm.enter()

    def fail_typed(self) -> None:
        self.vm.typeAddress()
        self.vm.setAddress("192.168.1.30")
        self.vm.enter()
        self.pairing.refuse("hub_unreachable")

    def search_long(self) -> None:
        for _ in range(10):
            self.vm.tick()

    def pass_s(self, seconds: float) -> None:
        self.clock.now_s += seconds
        self.vm.tick()


def new_newcomer(role: str, language: str = "fr") -> Newcomer:
    """A machine that was just switched on and knows nobody."""
    browser, pairing, clock = FakeBrowser(), FakePairing(), Steady()
    vm = PairingViewModel(role, "", browser, pairing, pairing.keep, clock)
    speaker = RecordingSpeaker()
    voice = PairingVoice(vm, speaker, vm) if role == "kiosk" else None
    station = PairingScreen(vm, [browser, pairing], voice)
    vm.chooseLanguage(language)
    return Newcomer(vm, browser, pairing, clock, station, speaker, voice)
