"""The call display: every call in its turn, the newest large, the late ones shown without noise."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from cdm_kiosk.viewmodels.display import NOTICE_S, STALE_AFTER, DisplayViewModel
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

    def call_together(self, counter: str, theme: str, visitors: int) -> None:
        several = tuple(self.day.issue(theme) for _ in range(visitors))
        self.day.now += timedelta(seconds=1)
        self.day.do(c.CallTogether(counter, several))

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


@pytest.fixture
def unhurried(site: Site, qapp: object) -> Iterator[Display]:
    """A display that leaves a test time to look."""
    opened = Display(site, announce_ms=600)
    yield opened
    opened.close()


def test_a_call_that_comes_alone_keeps_the_large_place_for_its_whole_time(unhurried: Display, qtbot: QtBot) -> None:
    began = time.monotonic()
    unhurried.call("1", "orientation")
    qtbot.waitUntil(lambda: not unhurried.vm.announcing)
    assert time.monotonic() - began > 0.55


def test_in_a_burst_nobodys_call_is_hidden_for_long(unhurried: Display, qtbot: QtBot) -> None:
    for counter, theme in (("1", "orientation"), ("2", "emploi"), ("3", "creation"), ("2", "emploi")):
        if counter in unhurried.day.floor.at_counter:
            unhurried.day.do(c.StartInterview(counter))
            unhurried.day.do(c.FinishInterview(counter))
        unhurried.call(counter, theme)
    # Three announcements of half the time come before the fourth; whole ones would last 1.8 s.
    qtbot.waitUntil(lambda: unhurried.vm.number == "4", timeout=1500)
    assert unhurried.chimes == 4


def test_however_many_are_called_at_once_every_number_is_announced(display: Display, qtbot: QtBot) -> None:
    announced: list[str] = []
    display.vm.numberChanged.connect(lambda: announced.append(display.vm.number))
    for at in range(12):
        if at:
            display.day.do(c.StartInterview("2"))
            display.day.do(c.FinishInterview("2"))
        display.call("2", "emploi")
    qtbot.waitUntil(lambda: not display.vm.announcing)
    assert announced == [str(number) for number in range(1, 13)]
    assert display.chimes == 12


def test_visitors_who_are_called_together_are_announced_together(display: Display, qtbot: QtBot) -> None:
    display.call_together("2", "emploi", 3)
    assert (display.vm.number, display.vm.place, display.chimes) == ("1, 2, 3", "Table 2", 1)
    display.call("1", "orientation")
    qtbot.waitUntil(lambda: display.vm.number == "4")
    assert (display.rows(), display.chimes) == ([("1, 2, 3", "Table 2")], 2)
    qtbot.waitUntil(lambda: not display.vm.announcing)
    assert display.chimes == 2


def test_visitors_who_are_called_together_wait_together_for_their_turn(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    display.call_together("2", "emploi", 12)
    assert display.vm.number == "1"
    qtbot.waitUntil(lambda: display.vm.number == "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13")
    display.call("3", "creation")
    qtbot.waitUntil(lambda: not display.vm.announcing)
    assert display.rows() == [("2, 3, 4 +9", "Table 2"), ("1", "Table 1")]
    assert display.chimes == 3


def test_who_was_called_with_others_by_mistake_is_no_longer_among_them(display: Display) -> None:
    display.call_together("2", "emploi", 3)
    second = next(ticket.id for ticket in display.day.floor.tickets.values() if ticket.number == 2)
    display.day.do(c.UndoCall("2", second))
    assert display.vm.number == "1, 3"


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


PAUSE = "Créer mon activité\u00a0: de retour à 15 h"
ENTRY = "Nous ne donnons plus de numéro. Les personnes qui en ont un sont reçues."


def told(display: Display) -> tuple[str, str]:
    return str(display.vm.message), str(display.vm.notice)


def test_the_house_tells_everybody_until_it_takes_its_words_back(display: Display) -> None:
    assert told(display) == ("", "")
    display.day.do(c.PostMessage({"en": "Workshop at 3", "fr": "Atelier à 15 h"}))
    assert told(display) == ("Atelier à 15 h", "")
    display.day.do(c.PostMessage({}))
    assert told(display) == ("", "")


def test_a_pause_is_told_with_the_themes_own_words_until_it_is_over(display: Display) -> None:
    display.day.do(c.PauseTheme("creation", {"fr": "de retour à 15 h"}))
    assert told(display) == ("", PAUSE)
    display.day.do(c.ResumeTheme("creation"))
    assert told(display) == ("", "")


def test_a_pause_that_lost_its_words_is_no_longer_told(display: Display) -> None:
    display.day.do(c.PauseTheme("creation", {"fr": "de retour à 15 h"}))
    display.day.do(c.PauseTheme("creation"))
    assert told(display) == ("", "")


def test_behind_a_closed_entry_the_display_says_that_numbers_are_still_received(display: Display) -> None:
    display.day.do(c.CloseEntry())
    assert (display.vm.entryOpen, told(display)) == (False, ("", ENTRY))
    display.day.do(c.OpenEntry())
    assert (display.vm.entryOpen, told(display)) == (True, ("", ""))


def test_several_notices_take_turns_and_the_houses_message_stays(display: Display) -> None:
    display.day.do(c.PostMessage({"fr": "Atelier à 15 h"}))
    display.day.do(c.PauseTheme("creation", {"fr": "de retour à 15 h"}))
    display.day.do(c.CloseEntry())
    heard = []
    for _ in range(4 * NOTICE_S):
        heard.append((*told(display), display.vm.messageTurn))
        display.vm.tick()
    assert heard == [
        *[("Atelier à 15 h", ENTRY, True)] * NOTICE_S,
        *[("Atelier à 15 h", ENTRY, False)] * NOTICE_S,
        *[("Atelier à 15 h", PAUSE, True)] * NOTICE_S,
        *[("Atelier à 15 h", PAUSE, False)] * NOTICE_S,
    ]
    assert told(display) == ("Atelier à 15 h", ENTRY)


def test_what_was_told_while_the_line_was_lost_is_there_when_it_is_back(display: Display) -> None:
    display.client.lose()
    display.client.is_deaf = True
    display.day.do(c.PostMessage({"fr": "Atelier à 15 h"}))
    display.day.do(c.CloseEntry())
    display.client.is_deaf = False
    display.client.start()
    assert told(display) == ("Atelier à 15 h", ENTRY)


def test_a_new_day_begins_without_the_words_of_the_one_before(display: Display) -> None:
    display.day.do(c.PostMessage({"fr": "Atelier à 15 h"}))
    display.day.do(c.CloseEntry())
    display.day.do(c.CloseDay())
    assert told(display) == ("", "")
    display.day.open_day()
    assert (display.vm.entryOpen, told(display)) == (True, ("", ""))


def test_a_display_learns_the_name_of_a_paused_theme_and_of_no_other(display: Display) -> None:
    heard: list[bytes] = []
    display.client.snapshotReceived.connect(heard.append)
    display.client.frameReceived.connect(lambda _kind, body: heard.append(body))
    display.day.do(c.IssueTicket("secret-ticket", "emploi", "es"))
    display.day.do(c.PauseTheme("creation", {"fr": "de retour à 15 h"}))
    display.day.do(c.PauseTheme("formation"))
    display.client.start()
    said = b"".join(heard).decode()
    assert "Créer mon activité" in said
    others = [theme for theme in display.day.floor.site.themes if theme.id != "creation"]
    for secret in ("secret-ticket", "emploi", *(theme.label["fr"] for theme in others)):
        assert secret not in said


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
