"""The administration's window above a reception, with its hub within reach."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtQuick import QQuickWindow

from cdm_kiosk.apps.reception import AdministrationDoor, administration_view_model
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.packs.site_file import open_site
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.administration import AdministrationViewModel
from cdm_kiosk.viewmodels.reception.reception import ReceptionViewModel
from tests.tools.fake_hub import PIN, AdministeredHub, FakeLine
from tests.tools.hub import DEMO_SITE
from tests.tools.shared_engine import station_window
from tests.tools.tickets import qr_image


@dataclass(frozen=True, slots=True)
class Office:
    """The administration above a reception, as the composition root builds it, with its hub within reach."""

    hub: AdministeredHub
    line: FakeLine
    vm: AdministrationViewModel
    station: StationWindow

    @property
    def window(self) -> QQuickWindow:
        return cast(QQuickWindow, self.station.engine.rootObjects()[-1])

    def enter(self, section: str = "rota") -> None:
        """Type the PIN, and go to a section."""
        self.vm.door.enterPin(PIN)
        self.vm.chooseSection(section)


def office_content(site_file: Path = DEMO_SITE) -> drafts.Draft:
    """A site file as administration gets it, with the hours and the plan of a real week."""
    content = json.loads(json.dumps(dict(open_site(site_file).content), default=str))
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday"):
        content = drafts.with_hours(content, day, ("09:00-12:30", "13:30-17:30"))
    for day in ("saturday", "sunday"):
        content = drafts.with_hours(content, day, ())
    morning = drafts.Permanence("09:00-12:30", ("orientation", "formation"), ("emploi",), ("fr", "en"))
    afternoon = drafts.Permanence("13:30-17:30", ("emploi", "evolution"), (), ("fr",))
    for counter, day, held in (
        ("4", "monday", (morning,)),
        ("4", "thursday", (morning, afternoon)),
        ("5", "tuesday", (afternoon,)),
        ("5", "friday", (morning, afternoon)),
    ):
        content = drafts.with_permanences(content, counter, day, held)
    closed = {"date": "2026-12-24", "last_date": "2027-01-02", "hours": []}
    instead = {"counter": "5", "themes": ["emploi"], "languages": ["fr"], "hours": ["09:00-11:00"]}
    short = {"date": "2026-12-04", "hours": ["09:00-12:30"], "absent": ["3"], "shifts": [instead]}
    strike = {
        "id": "transports",
        "label": "Grève des transports",
        "text": {"fr": "Grève des transports : comptez plus de temps pour rentrer", "en": "Transport strike today"},
    }
    forum = {"id": "forum", "label": "Forum", "text": {"fr": "Forum des métiers au rez-de-chaussée"}}
    return {**content, "exceptions": [closed, short], "messages": [strike, forum]}


def new_office(folder: Path, content: drafts.Draft, pin: str = PIN) -> Office:
    """The administration's window just after it was asked for; its hub keeps the site in ``folder``."""
    hub = AdministeredHub(folder, content, pin)
    line = hub.line("reception")
    mirror = StaffMirror(line)
    desk_vm = ReceptionViewModel(mirror, line, line.orders, qr_image, hub.clock)
    vm = administration_view_model(line, line.orders, mirror)
    built = station_window(line, desk_vm, [vm, mirror], "Cdm.Reception", "ReceptionWindow", "stations")
    line.start()
    desk_vm.administrationAsked.connect(AdministrationDoor(built, vm).open)
    desk_vm.askAdministration()
    return Office(hub, line, vm, built)
