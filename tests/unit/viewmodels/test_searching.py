"""A station that has not heard its hub says where it looks for it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from cdm_kiosk.client.mirrors import KioskMirror, PublicMirror, StaffMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from cdm_kiosk.viewmodels.display.display import DisplayViewModel
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from tests.tools.fake_hub import FakeHub, FakeLine, dispose

LOOKING = "Je cherche le serveur à http://127.0.0.1:9"
ViewModel = KioskViewModel | DisplayViewModel | ReceptionViewModel | AdvisorViewModel


def no_paper(_: TicketFacts) -> TicketPaper:
    raise AssertionError("nothing is printed before the hub was heard")


class Unheard:
    """A station of one role whose hub has not been heard yet."""

    def __init__(self, site: Site, role: str) -> None:
        self.hub = FakeHub(site)
        self.line: FakeLine = self.hub.line(role)
        self.mirror: KioskMirror | PublicMirror | StaffMirror
        self.vm: ViewModel
        match role:
            case "kiosk":
                self.mirror = KioskMirror(self.line)
                self.vm = KioskViewModel(
                    self.mirror, self.line, self.line.orders, str, str, no_paper, self.hub.clock
                )
            case "display":
                self.mirror = PublicMirror(self.line)
                self.vm = DisplayViewModel(self.mirror, self.line, clock=self.hub.clock)
            case "reception":
                self.mirror = StaffMirror(self.line)
                self.vm = ReceptionViewModel(self.mirror, self.line, self.line.orders, str, self.hub.clock)
            case _:
                self.mirror = StaffMirror(self.line)
                self.vm = AdvisorViewModel(self.mirror, self.line, self.line.orders, "2", self.hub.clock)

    def end(self) -> None:
        dispose(self.vm, self.mirror, self.line)


@pytest.fixture
def unheard(site: Site, qapp: object, request: pytest.FixtureRequest) -> Iterator[Unheard]:
    station = Unheard(site, request.param)
    yield station
    station.end()


@pytest.mark.parametrize("unheard", ["kiosk", "display", "reception", "advisor"], indirect=True)
def test_a_station_says_which_address_it_tries_until_it_has_heard_its_hub(unheard: Unheard) -> None:
    unheard.line.lose()
    QCoreApplication.processEvents()
    assert unheard.vm.property("searchingText") == LOOKING
    unheard.line.start()
    QCoreApplication.processEvents()
    assert unheard.vm.property("searchingText") == ""
    unheard.line.lose()
    QCoreApplication.processEvents()
    assert unheard.vm.property("searchingText") == "", "it was heard: it is lost now, not looked for"


@pytest.mark.parametrize("unheard", ["advisor"], indirect=True)
def test_a_table_that_opens_while_its_station_starts_is_no_line_that_came_back(unheard: Unheard) -> None:
    unheard.hub.do(c.OpenDay(unheard.hub.today))
    unheard.line.snapshotReceived.emit(unheard.hub.snapshot("staff"))
    QCoreApplication.processEvents()
    unheard.hub.do(c.OpenShift("2", ("emploi",), (), ("fr",)))
    unheard.line.start()
    QCoreApplication.processEvents()
    assert isinstance(unheard.vm, AdvisorViewModel)
    assert (unheard.vm.stage, unheard.vm.notice) == ("free", "")
