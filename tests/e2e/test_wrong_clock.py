"""A hub whose machine's clock is dead, ahead or put right gives no number twice and loses nobody (issue 12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk import wire
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import PublicMirror, StaffMirror
from cdm_kiosk.viewmodels.reception import rows as reception_rows
from tests.tools.fake_hub import dispose
from tests.tools.hub import RunningHub
from tests.tools.windows import wait_until

DEAD = datetime(2000, 1, 1, 0, 0, 20, tzinfo=UTC)


class Machine:
    """A hub on a machine whose clock can be set, with reception and a display that listen to it."""

    def __init__(self, folder: Path) -> None:
        self._offset = folder / "offset"
        self.is_set_to(datetime.now(UTC))
        self.hub = RunningHub(folder / "data", program=("-m", "tests.tools.set_clock", str(self._offset)))
        self._clients: list[HubClient] = []

    def is_set_to(self, wall: datetime) -> None:
        fresh = self._offset.with_suffix(".new")
        fresh.write_text(str((wall - datetime.now(UTC)).total_seconds()))
        fresh.replace(self._offset)

    def starts(self) -> None:
        self.hub.start()
        wait_until(lambda: self.hub.state()["open"], "the doors to open")

    def listen(self, role: str) -> HubClient:
        client = self.hub.client(role)
        self._clients.append(client)
        return client

    def take(self) -> int:
        return int(self.hub.issue("emploi", anyway=True)["number"])

    def date(self) -> object:
        return self.hub.state()["date"]

    def ends(self) -> None:
        for client in self._clients:
            dispose(client)
        self.hub.terminate()


@pytest.fixture
def machine(tmp_path: Path, qtbot: QtBot) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    machine.ends()


def today(machine: Machine) -> str:
    site = wire.Snapshot.model_validate(machine.hub.state()).floor().site
    return site.local(datetime.now(UTC)).date().isoformat()


def test_a_dead_clock_put_right_with_people_inside(machine: Machine) -> None:
    machine.is_set_to(DEAD)
    machine.starts()
    reception, display = machine.listen("reception"), machine.listen("display")
    floors, board = StaffMirror(reception), PublicMirror(display)
    for client in (reception, display):
        client.start()
    assert [machine.take() for _ in range(4)] == [1, 2, 3, 4]
    waiting = machine.hub.issue("emploi", anyway=True)
    assert machine.hub.post("/counters/1/call-next").status_code == 200
    wait_until(lambda: bool(board.board.calls), "the display to show the call")
    wait_until(lambda: floors.floor is not None and floors.floor.last_number == 5, "reception to see the fifth")
    assert floors.floor is not None
    (first, *_) = reception_rows.alarm_rows(floors.floor, True, floors.stations, floors.floor.latest)
    assert "L’horloge du serveur semble fausse (01/01/2000" in first.text

    machine.is_set_to(datetime.now(UTC))
    wait_until(lambda: machine.date() == today(machine), "the day to be today's")
    assert machine.take() == 6
    truth = wire.Snapshot.model_validate(machine.hub.state()).floor()
    wait_until(lambda: floors.floor == truth, "reception to see the house as it is")
    assert [ticket.number for ticket in truth.waiting()] == [2, 3, 4, 5, 6]
    now = datetime.now(UTC)
    for ticket in truth.tickets.values():
        assert timedelta() <= now - ticket.arrival < timedelta(minutes=2)
    (call,) = board.board.calls
    assert (call.number, timedelta() <= now - call.at < timedelta(minutes=2)) == (1, True)
    (first, *_) = reception_rows.alarm_rows(truth, True, floors.stations, now)
    assert "L’horloge du serveur a changé" in first.text
    page = httpx.get(waiting["follow_url"], verify=False)
    assert (page.status_code, ">5<" in page.text.replace("\n", "").replace(" ", "")) == (200, True)


def test_a_power_cut_after_which_the_clock_is_dead_keeps_the_day_and_its_people(machine: Machine) -> None:
    machine.starts()
    assert [machine.take() for _ in range(3)] == [1, 2, 3]
    machine.hub.kill()
    machine.is_set_to(DEAD)
    machine.starts()
    assert machine.take() == 4
    machine.is_set_to(datetime.now(UTC))
    wait_until(lambda: machine.date() == today(machine), "the day to be today's")
    assert machine.take() == 5
    assert [ticket["number"] for ticket in machine.hub.state()["tickets"]] == [1, 2, 3, 4, 5]
