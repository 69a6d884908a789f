"""One real hub with every station of a working day, and what must hold between them at every turn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Slot

from cdm_kiosk import wire
from cdm_kiosk.apps.advisor import AdvisorStation
from cdm_kiosk.apps.display import DisplayStation
from cdm_kiosk.apps.kiosk import KioskStation
from cdm_kiosk.apps.reception import ReceptionStation
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.domain.floor import Floor, TicketState
from cdm_kiosk.options import DisplayOptions, KioskOptions, shown_zones
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.viewmodels.advisor.advisor import AdvisorViewModel
from tests.tools.fake_hub import dispose
from tests.tools.hub import DEMO_SITE, RunningHub
from tests.tools.windows import calls_of, ready, touch, wait_until

S = TypeVar("S", bound=StationWindow)

WITH_WINDOW = "1"
TABLES = ("1", "2", "3", "4", "5", "6")
UPSTAIRS = {"4": "orientation", "5": "emploi", "6": "formation"}
ANNOUNCE_MS = 60
LEAVES_THE_TABLE = frozenset(
    {
        "call_undone",
        "interview_finished",
        "ticket_no_show",
        "ticket_handed_over",
        "ticket_parked",
        "ticket_withdrawn",
    }
)


def site_with_a_floor_above(folder: Path) -> Path:
    """The sample site with tables 4 to 6 and their permanences in a zone of their own."""
    text = DEMO_SITE.read_text()
    for counter, theme in UPSTAIRS.items():
        here = f'label = "Table {counter}"\nzone = "accueil"'
        assert here in text
        text = text.replace(here, here.replace("accueil", "etage"))
        text += f'\n[[rota]]\ncounter = "{counter}"\nthemes = ["{theme}"]\nlanguages = ["fr", "en", "es"]\n'
    text += '\n[[zones]]\nid = "etage"\nlabel = { fr = "l’étage", en = "upstairs", es = "la planta" }\n'
    site = folder / "site.toml"
    site.write_text(text)
    return site


class Witness(QObject):
    """Listens from the first moment on, and remembers every ticket and every call of the day."""

    def __init__(self, hub: RunningHub) -> None:
        super().__init__()
        self.client = hub.client("reception")
        self.mirror = StaffMirror(self.client)
        self.numbers: dict[str, int] = {}
        self.places: dict[str, str] = {}
        self.client.frameReceived.connect(self.take)

    @Slot(str, bytes)
    def take(self, kind: str, content: bytes) -> None:
        if kind not in {"ticket_issued", "ticket_called", *LEAVES_THE_TABLE}:
            return
        event: Any = wire.EVENT.validate_json(content)
        match event.kind:
            case "ticket_issued":
                assert event.number not in self.numbers.values(), "a number was given twice"
                self.numbers[event.ticket] = event.number
            case "ticket_called":
                elsewhere = self.places.get(event.ticket)
                assert elsewhere is None, f"{event.ticket} was called while at {elsewhere}"
                self.places[event.ticket] = event.counter
            case _:
                self.places.pop(event.ticket, None)


class Table:
    """An advisor's station without its window: one process of the house has one advisor's window, never two."""

    def __init__(self, hub: RunningHub, counter: str) -> None:
        self.client = hub.client("advisor")
        self.mirror = StaffMirror(self.client)
        self.view_model = AdvisorViewModel(
            self.mirror, self.client, Orders(self.client), counter, self.mirror.clock
        )

    def start(self) -> None:
        self.client.start()

    def close(self) -> None:
        self.client.stop()
        dispose(self.view_model, self.mirror, self.client)


class WorkingHouse:
    """Six tables, one of them with its window, and the windows of a reception, two kiosks and two displays."""

    def __init__(self, hub: RunningHub) -> None:
        self.hub = hub
        self.witness = Witness(hub)
        self.witness.client.start()
        self.stations: list[StationWindow] = []
        self.kiosks = [
            self._open(KioskStation(KioskOptions(), hub.membership("kiosk")), 540, 960) for _ in range(2)
        ]
        self.displays = {
            zone: self._open(
                DisplayStation(DisplayOptions(zones=shown_zones(zone)), hub.membership("display"), ANNOUNCE_MS),
                960,
                540,
            )
            for zone in ("accueil", "etage")
        }
        self.table = self._open(AdvisorStation(hub.membership("advisor"), WITH_WINDOW), 360, 640)
        self.others = {counter: Table(hub, counter) for counter in TABLES if counter != WITH_WINDOW}
        for other in self.others.values():
            other.start()
        self.tables = {counter: table.view_model for counter, table in self.others.items()}
        self.tables[WITH_WINDOW] = self.table.view_model
        self.reception = self._open(ReceptionStation(hub.membership("reception")), 1280, 800)
        wait_until(lambda: all(each.client.connected for each in self.stations), "every station to be connected")

    def close(self) -> None:
        for each in (*self.stations, *self.others.values()):
            each.close()
        self.witness.client.stop()
        dispose(self.witness, self.witness.mirror, self.witness.client)

    def _open(self, opened: S, width: int, height: int) -> S:
        opened.window.resize(width, height)
        opened.start()
        self.stations.append(opened)
        return opened

    # ----- what people do

    def number_taken(self, kiosk: int, theme: str, taps: int = 1) -> int:
        """A visitor's number from a kiosk, as many times as the visitor tapped."""
        station = self.kiosks[kiosk]
        vm = station.view_model
        wait_until(lambda: vm.page == "themes", "the themes")
        touch(station.window, f"theme-{theme}")
        ready(station.window, "takeTicket")
        touch(station.window, "takeTicket")
        for _ in range(taps - 1):
            vm.takeTicket()
        wait_until(lambda: vm.page == "ticket", "the ticket")
        number = int(str(vm.ticketNumber))
        touch(station.window, "finish")
        return number

    def asks(self, counter: str, act: str, *more: object) -> None:
        """What the advisor of that table does, as soon as the table may."""
        vm = self.tables[counter]
        wait_until(lambda: not vm.busy, f"table {counter} to be at rest")
        getattr(vm, act)(*more)

    def stands(self, counter: str, *stages: str) -> None:
        """Wait until that table is in one of these stages."""
        vm = self.tables[counter]
        wait_until(lambda: vm.stage in stages and not vm.busy, f"table {counter} to be {' or '.join(stages)}")

    def at(self, counter: str) -> int:
        """The number that the table shows, 0 for nobody."""
        return int(str(self.tables[counter].number) or 0)

    def finds(self, number: int) -> None:
        """Reception searches a number and picks it."""
        vm = self.reception.view_model
        vm.search(str(number))
        wait_until(lambda: [row.number for row in vm.tickets.rows][:1] == [str(number)], f"{number} to be found")
        vm.pick(vm.tickets.rows[0].ticket_id)

    def given_in_person(self, theme: str, people: int = 1, priority: bool = False) -> int:
        """A number given at the desk, in its window."""
        window = self.reception.window
        touch(window, "newTicket")
        for _ in range(people - 1):
            touch(window, "peopleMore")
        if priority:
            touch(window, "priorityOption")
        touch(window, f"issue-{theme}")
        ready(window, "dismissLast")
        number = int(str(self.reception.view_model.lastNumber))
        touch(window, "dismissLast")
        return number

    # ----- what everybody can rely on

    def floor(self) -> Floor:
        """The floor as the hub has it now."""
        return wire.Snapshot.model_validate(self.hub.state()).floor()

    def ticket(self, number: int) -> Any:
        return next(each for each in self.floor().tickets.values() if each.number == number)

    def state(self, number: int) -> TicketState:
        state: TicketState = self.ticket(number).state
        return state

    def agrees(self) -> None:
        """Every station shows the hub's floor, each number is one visitor's, each visitor in one place."""
        truth = self.floor()
        mirrors = [_mirror(self.table), _mirror(self.reception), *(each.mirror for each in self.others.values())]
        wait_until(
            lambda: all(mirror.floor == truth for mirror in mirrors), "every station's floor to be the hub's"
        )
        wait_until(lambda: self.witness.mirror.floor == truth, "the witness to have heard everything")
        numbers = [ticket.number for ticket in truth.tickets.values()]
        assert len(numbers) == len(set(numbers))
        for counter, tickets in truth.at_counter.items():
            assert all(self.witness.places[ticket] == counter for ticket in tickets)
        called = {zone: _called_in(truth, zone) for zone in self.displays}
        wait_until(
            lambda: all(called[zone].items() <= _on(display).items() for zone, display in self.displays.items()),
            f"the displays to show {called}",
        )
        for zone, display in self.displays.items():
            elsewhere = {number for other in self.displays if other != zone for number in called[other]}
            assert not elsewhere & set(_on(display)), f"the display of {zone} calls for another zone"

    def kept_on_disk(self) -> bytes:
        """Every byte of the data folder."""
        return b"".join(file.read_bytes() for file in sorted(self.hub.data.rglob("*")) if file.is_file())


def _mirror(station: StationWindow) -> StaffMirror:
    """What a station of the staff believes."""
    return next(each for each in station._kept if isinstance(each, StaffMirror))


def _called_in(floor: Floor, zone: str) -> Mapping[str, str]:
    """The numbers called in a zone and the place each is called to."""
    called = {}
    for ticket in floor.tickets.values():
        counter = floor.site.counter(ticket.counter or "")
        if ticket.state is TicketState.CALLED and counter is not None and counter.zone == zone:
            called[ticket.label] = counter.label
    return called


def _on(display: DisplayStation) -> dict[str, str]:
    """The numbers that a display shows and the place of each."""
    shown = calls_of(display.view_model)
    rows = [(str(shown.number), str(shown.place)), *((row.number, row.place) for row in shown.calls.rows)]
    return {number.strip(): place for numbers, place in rows for number in numbers.split(",") if number.strip()}
