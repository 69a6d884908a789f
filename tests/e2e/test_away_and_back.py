"""A station that was away for an hour shows the truth within two seconds of coming back (issue 4)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from cdm_kiosk import wire
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.orders import Principal, Role
from tests.tools.fake_hub import dispose
from tests.tools.hub import RunningHub
from tests.tools.line import Line
from tests.tools.windows import wait_until

WITHIN_MS = 2_000
MANY = 150
"""Numbers that an hour of a crowded house gives."""


class Away:
    """A station at the end of a line that can die."""

    def __init__(self, hub: RunningHub, line: Line) -> None:
        self.hub = hub
        self.line = line
        self.client = HubClient(line.url, Principal(Role.RECEPTION), hub.token("reception"))
        self.mirror = StaffMirror(self.client)
        self.client.start()
        wait_until(lambda: self.client.connected, "the station to be connected")

    def an_hour_passes(self) -> None:
        """So much is done meanwhile that hardly anything on the floor is as it was."""
        for at in range(MANY):
            self.hub.issue("emploi" if at % 2 else "orientation")
        for counter in ("1", "2"):
            for act in ("call-next", "start", "finish", "call-next"):
                assert self.hub.post(f"/counters/{counter}/{act}").status_code == 200

    def shows_the_truth(self) -> bool:
        return self.mirror.floor == self.truth

    def remember_the_truth(self) -> None:
        self.truth = wire.Snapshot.model_validate(self.hub.state()).floor()

    def shows_the_truth_soon(self) -> None:
        """From here on, within two seconds; what is shown then is known to be the truth."""
        clock = QElapsedTimer()
        clock.start()
        wait_until(self.shows_the_truth, "the truth", WITHIN_MS)
        wait_until(lambda: self.client.connected, "the station to know that it is", WITHIN_MS)
        print(f"the truth after {clock.elapsed()} ms")
        assert clock.elapsed() <= WITHIN_MS


@pytest.fixture
def away(qtbot: QtBot, hub: RunningHub) -> Iterator[Away]:
    with Line(hub.port) as line:
        station = Away(hub, line)
        yield station
        station.client.stop()
        dispose(station.mirror, station.client)


def test_a_machine_that_slept_for_an_hour_shows_the_truth_at_once(away: Away) -> None:
    """It looks again as soon as its clock has jumped; nobody told it that its line is dead."""
    away.line.die()
    away.an_hour_passes()
    away.remember_the_truth()
    assert not away.shows_the_truth()
    away.line.revive()
    away.client.look_again()
    away.shows_the_truth_soon()


def test_a_machine_that_slept_while_the_day_was_closed_and_opened_anew_shows_the_new_day(away: Away) -> None:
    """What it has seen last is erased: it cannot go on from there."""
    away.hub.issue("emploi")
    wait_until(lambda: away.mirror.floor is not None and away.mirror.floor.tickets, "the last number it saw")
    away.line.die()
    away.an_hour_passes()
    assert away.hub.post("/day/close").status_code == 200
    assert away.hub.post("/day/open").status_code == 200
    away.hub.issue("creation")
    away.remember_the_truth()
    away.line.revive()
    away.client.look_again()
    away.shows_the_truth_soon()
    assert away.mirror.floor is not None
    assert [ticket.theme for ticket in away.mirror.floor.tickets.values()] == ["creation"]


def test_a_station_whose_line_was_dead_shows_the_truth_within_two_seconds_of_its_return(away: Away) -> None:
    """By then it tries to reach the hub as seldom as it ever does, and each try meets silence."""
    away.line.die()
    away.client.look_again()
    wait_until(lambda: not away.client.connected, "the station to know that it is lost", 15_000)
    away.an_hour_passes()
    away.remember_the_truth()
    away.line.revive()
    away.shows_the_truth_soon()


def test_a_hub_that_was_gone_is_found_within_two_seconds_of_its_return(away: Away, hub: RunningHub) -> None:
    away.an_hour_passes()
    hub.kill()
    wait_until(lambda: not away.client.connected, "the station to know that it is lost", 15_000)
    hub.start()
    away.remember_the_truth()
    away.shows_the_truth_soon()
