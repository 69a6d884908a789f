"""The call display: every call in its turn, the newest large, the late ones shown without noise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.display import STALE_AFTER, DisplayViewModel
from tests.tools.fake_hub import FakeHub, dispose


class Display:
    def __init__(self, site: Site, announce_ms: int = 40) -> None:
        self.day = FakeHub(site)
        self.day.open_day()
        self.client = self.day.line("public")
        self.client.is_slow = True
        self.mirror = PublicMirror(self.client)
        self.vm = DisplayViewModel(
            self.mirror, self.client, announce_ms=announce_ms, clock=lambda: self.day.now + self.late
        )
        self.late = timedelta()
        self.chimes = 0
        self.vm.chimed.connect(self._chime)
        self.client.start()

    def close(self) -> None:
        dispose(self.vm, self.mirror, self.client)

    def _chime(self) -> None:
        self.chimes += 1

    def call(self, counter: str, theme: str) -> None:
        self.day.issue(theme)
        self.day.now += timedelta(seconds=1)
        self.day.do(c.CallNext(counter))

    def rows(self) -> list[tuple[str, str]]:
        return [(row.number, row.place) for row in self.vm.calls.rows]


@pytest.fixture
def display(site: Site, qapp: object) -> Iterator[Display]:
    opened = Display(site)
    yield opened
    opened.close()


def test_before_any_call_there_is_a_clock_and_no_number(display: Display) -> None:
    assert (display.vm.doorsOpen, display.vm.number, display.vm.clock) == (True, "", "14:52")


def test_calls_that_come_together_are_announced_one_after_the_other(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    display.call("2", "emploi")
    display.call("3", "creation")
    assert (display.vm.number, display.vm.place, display.chimes) == ("1", "Table 1", 1)
    assert display.rows() == []
    qtbot.waitUntil(lambda: display.vm.number == "2")
    assert display.rows() == [("1", "Table 1")]
    qtbot.waitUntil(lambda: display.vm.number == "3")
    qtbot.waitUntil(lambda: not display.vm.announcing)
    assert (display.chimes, display.rows()) == (3, [("2", "Table 2"), ("1", "Table 1")])


def test_a_recall_is_marked_and_announced_again(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    qtbot.waitUntil(lambda: not display.vm.announcing)
    assert not display.vm.recalled
    display.day.do(c.Recall("1"))
    qtbot.waitUntil(lambda: display.chimes == 2)
    assert (display.vm.number, display.vm.recalled, display.rows()) == ("1", True, [])


def test_calls_missed_while_the_line_was_lost_are_shown_without_noise(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    qtbot.waitUntil(lambda: not display.vm.announcing)
    display.client.lose()
    assert (display.vm.connected, display.vm.number) == (False, "1")
    display.client.is_deaf = True
    display.call("2", "emploi")
    display.client.is_deaf = False
    display.client.start()
    assert (display.vm.connected, display.vm.number, display.rows()) == (True, "2", [("1", "Table 1")])
    assert display.chimes == 1


def test_a_call_heard_too_late_is_shown_without_noise(display: Display) -> None:
    display.late = STALE_AFTER + timedelta(seconds=5)
    display.call("1", "orientation")
    assert (display.vm.number, display.chimes) == ("1", 0)


def test_a_call_that_is_taken_back_leaves_the_screen_and_is_not_announced(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    display.call("2", "emploi")
    display.day.do(c.UndoCall("2"))
    qtbot.waitUntil(lambda: not display.vm.announcing)
    assert (display.vm.number, display.chimes, display.rows()) == ("1", 1, [])
    display.day.do(c.UndoCall("1"))
    assert (display.vm.number, display.vm.place) == ("", "")


def test_closing_the_doors_clears_the_screen_even_in_mid_announcement(display: Display) -> None:
    display.call("1", "orientation")
    display.call("2", "emploi")
    display.day.do(c.CloseDay())
    assert (display.vm.doorsOpen, display.vm.number, display.rows()) == (False, "", [])


def test_nothing_that_a_display_hears_names_a_theme_or_a_person(display: Display) -> None:
    heard: list[bytes] = []
    display.client.snapshotReceived.connect(heard.append)
    display.client.frameReceived.connect(lambda _kind, body: heard.append(body))
    display.day.do(c.IssueTicket("secret-ticket", "emploi", "es", accessible=True))
    display.day.do(c.CallNext("2"))
    display.day.do(c.MarkNoShow("2"))
    display.client.start()
    told = b"".join(heard).decode()
    assert '"number":1' in told
    for secret in ("secret-ticket", "emploi", "accessible", '"language"', "ticket_", "shift"):
        assert secret not in told
