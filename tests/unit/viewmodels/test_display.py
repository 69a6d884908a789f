"""The call display: every call in its turn, the newest large, the late ones shown without noise."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from cdm_kiosk import wire
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.disclosure import NumberCalled
from cdm_kiosk.domain.site import Site, Zone
from cdm_kiosk.domain.sound import Sound
from cdm_kiosk.options import ShownZone
from cdm_kiosk.viewmodels.display.announcements import Call, InLanguage
from cdm_kiosk.viewmodels.display.calls import ZoneCalls
from cdm_kiosk.viewmodels.display.display import STALE_AFTER, DisplayViewModel
from cdm_kiosk.viewmodels.display.drift import REACH, drift
from cdm_kiosk.viewmodels.display.notices import NOTICE_S
from cdm_kiosk.viewmodels.display.voice import DisplayVoice
from cdm_kiosk.viewmodels.shared.shown import RecordsModel
from tests.tools.fake_hub import FakeHub, dispose
from tests.tools.speaker import RecordingSpeaker
from tests.tools.windows import calls_of


class Forgetful(list[Call]):
    """Nothing that a test keeps for itself may count as kept by the display."""

    def append(self, announcement: Call) -> None:
        """Forgotten at once."""


class Display:
    def __init__(
        self,
        site: Site,
        announce_ms: int = 40,
        zones: Sequence[ShownZone] = (),
        in_a_quiet_room: bool = False,
        in_language: InLanguage = lambda language, text: "",
    ) -> None:
        self.day = FakeHub(site)
        self.day.open_day()
        self.client = self.day.line("display")
        self.client.is_slow = True
        self.mirror = PublicMirror(self.client)
        self.vm = DisplayViewModel(
            self.mirror,
            self.client,
            zones,
            announce_ms,
            lambda: self.day.now + self.late,
            in_a_quiet_room,
            in_language,
        )
        self.late = timedelta()
        self.announced: list[Call] = []
        self.vm.announced.connect(self.announced.append)
        self.client.start()

    def close(self) -> None:
        dispose(self.vm, self.mirror, self.client)

    def qt_works(self) -> None:
        QCoreApplication.processEvents()

    @property
    def calls(self) -> ZoneCalls:
        """The calls of the area that stands first."""
        return calls_of(self.vm)

    @property
    def chimes(self) -> int:
        return len(self.announced)

    def call(self, counter: str, theme: str) -> None:
        self.day.issue(theme)
        self.day.now += timedelta(seconds=1)
        self.day.do(c.CallNext(counter))

    def call_together(self, counter: str, theme: str, visitors: int) -> None:
        several = tuple(self.day.issue(theme) for _ in range(visitors))
        self.day.now += timedelta(seconds=1)
        self.day.do(c.CallTogether(counter, several))

    def rows(self) -> list[tuple[str, str]]:
        return [(row.number, row.place) for row in cast(RecordsModel, self.calls.calls).rows]


@pytest.fixture
def display(site: Site, qapp: object) -> Iterator[Display]:
    opened = Display(site)
    yield opened
    opened.close()


def test_before_any_call_there_is_a_clock_and_no_number(display: Display) -> None:
    assert (display.vm.doorsOpen, display.calls.number, display.vm.clock) == (True, "", "14:52")


def test_calls_that_come_together_are_announced_one_after_the_other(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    display.call("2", "emploi")
    display.call("3", "creation")
    assert (display.calls.number, display.calls.place, display.chimes) == ("1", "Table 1", 1)
    assert display.rows() == []
    qtbot.waitUntil(lambda: display.calls.number == "2")
    assert display.rows() == [("1", "Table 1")]
    qtbot.waitUntil(lambda: display.calls.number == "3")
    qtbot.waitUntil(lambda: not display.calls.announcing)
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
    qtbot.waitUntil(lambda: not unhurried.calls.announcing)
    assert time.monotonic() - began > 0.55


def test_in_a_burst_nobodys_call_is_hidden_for_long(unhurried: Display, qtbot: QtBot) -> None:
    for counter, theme in (("1", "orientation"), ("2", "emploi"), ("3", "creation"), ("2", "emploi")):
        if counter in unhurried.day.floor.at_counter:
            unhurried.day.do(c.StartInterview(counter))
            unhurried.day.do(c.FinishInterview(counter))
        unhurried.call(counter, theme)
    # Three announcements of half the time come before the fourth; whole ones would last 1.8 s.
    qtbot.waitUntil(lambda: unhurried.calls.number == "4", timeout=1500)
    assert unhurried.chimes == 4


def test_however_many_are_called_at_once_every_number_is_announced(display: Display, qtbot: QtBot) -> None:
    announced: list[str] = []
    display.calls.numberChanged.connect(lambda: announced.append(str(display.calls.number)))
    for at in range(12):
        if at:
            display.day.do(c.StartInterview("2"))
            display.day.do(c.FinishInterview("2"))
        display.call("2", "emploi")
    qtbot.waitUntil(lambda: not display.calls.announcing)
    assert announced == [str(number) for number in range(1, 13)]
    assert display.chimes == 12


def test_visitors_who_are_called_together_are_announced_together(display: Display, qtbot: QtBot) -> None:
    display.call_together("2", "emploi", 3)
    assert (display.calls.number, display.calls.place, display.chimes) == ("1, 2, 3", "Table 2", 1)
    display.call("1", "orientation")
    qtbot.waitUntil(lambda: display.calls.number == "4")
    assert (display.rows(), display.chimes) == ([("1, 2, 3", "Table 2")], 2)
    qtbot.waitUntil(lambda: not display.calls.announcing)
    assert display.chimes == 2


def test_visitors_who_are_called_together_wait_together_for_their_turn(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    display.call_together("2", "emploi", 12)
    assert display.calls.number == "1"
    qtbot.waitUntil(lambda: display.calls.number == "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13")
    display.call("3", "creation")
    qtbot.waitUntil(lambda: not display.calls.announcing)
    assert display.rows() == [
        ("2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13", "Table 2"),
        ("1", "Table 1"),
    ]
    assert display.chimes == 3


def test_calls_one_after_the_other_are_not_called_together_though_the_clock_stands_still(
    display: Display, qtbot: QtBot
) -> None:
    for _ in range(4):
        display.day.issue("orientation")
    for _ in range(4):
        display.day.do(c.CallNext("1"))
        display.day.do(c.Recall("1"))
        display.day.do(c.StartInterview("1"))
        display.day.do(c.FinishInterview("1"))
    announced = [str(display.calls.number)]
    display.calls.numberChanged.connect(lambda: announced.append(str(display.calls.number)))
    qtbot.waitUntil(lambda: not display.calls.announcing)
    assert announced == ["1", "2", "3", "4"]
    assert display.chimes == 8
    assert display.rows() == [("3", "Table 1"), ("2", "Table 1"), ("1", "Table 1")]


def test_who_was_called_with_others_by_mistake_is_no_longer_among_them(display: Display) -> None:
    display.call_together("2", "emploi", 3)
    second = next(ticket.id for ticket in display.day.floor.tickets.values() if ticket.number == 2)
    display.day.do(c.UndoCall("2", second))
    assert display.calls.number == "1, 3"


def test_a_recall_is_marked_and_announced_again(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    qtbot.waitUntil(lambda: not display.calls.announcing)
    assert not display.calls.recalled
    display.day.do(c.Recall("1"))
    qtbot.waitUntil(lambda: display.chimes == 2)
    assert (display.calls.number, display.calls.recalled, display.rows()) == ("1", True, [])


def test_calls_missed_while_the_line_was_lost_are_shown_without_noise(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    qtbot.waitUntil(lambda: not display.calls.announcing)
    display.client.lose()
    assert (display.vm.connected, display.calls.number) == (False, "1")
    display.client.is_deaf = True
    display.call("2", "emploi")
    display.client.is_deaf = False
    display.client.start()
    assert (display.vm.connected, display.calls.number, display.rows()) == (True, "2", [("1", "Table 1")])
    assert display.chimes == 1


def test_a_call_heard_too_late_is_shown_without_noise(display: Display) -> None:
    display.late = STALE_AFTER + timedelta(seconds=5)
    display.call("1", "orientation")
    assert (display.calls.number, display.chimes) == ("1", 0)


def test_a_call_that_is_taken_back_leaves_the_screen_and_is_not_announced(display: Display, qtbot: QtBot) -> None:
    display.call("1", "orientation")
    display.call("2", "emploi")
    display.day.do(c.UndoCall("2"))
    qtbot.waitUntil(lambda: not display.calls.announcing)
    assert (display.calls.number, display.chimes, display.rows()) == ("1", 1, [])
    display.day.do(c.UndoCall("1"))
    assert (display.calls.number, display.calls.place) == ("", "")


def test_closing_the_doors_clears_the_screen_even_in_mid_announcement(display: Display) -> None:
    display.call("1", "orientation")
    display.call("2", "emploi")
    display.day.do(c.CloseDay())
    assert (display.vm.doorsOpen, display.calls.number, display.rows()) == (False, "", [])


PAUSE = "Créer mon activité\u00a0: de retour à 15 h"
ENTRY = "Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons."


def told(display: Display) -> tuple[str, str]:
    return str(display.vm.message), str(display.vm.notice)


def test_the_house_tells_everybody_until_it_takes_its_words_back(display: Display) -> None:
    assert told(display) == ("", "")
    display.day.do(c.PostMessage({"en": "Workshop at 3", "fr": "Atelier à 15 h"}))
    assert told(display) == ("Atelier à 15 h", "Workshop at 3")
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


def told_in_turn(display: Display, turns: int) -> list[tuple[str, bool]]:
    heard = []
    for _ in range(turns):
        heard.append((str(display.vm.notice), bool(display.vm.noticeRightToLeft)))
        for _ in range(2 * NOTICE_S):
            display.vm.tick()
    return heard


def test_what_the_house_tells_in_other_languages_takes_turns_each_in_its_own_direction(
    site: Site, qapp: object
) -> None:
    display = Display(replace(site, languages=("fr", "en", "es", "ar")))
    display.day.do(c.PostMessage({"fr": "Atelier à 15 h", "ar": "ورشة عمل", "en": "Workshop"}))
    display.day.do(c.PauseTheme("creation", {"fr": "de retour à 15 h", "en": "back at 3"}))
    assert display.vm.message == "Atelier à 15 h"
    assert told_in_turn(display, 5) == [
        (PAUSE, False),
        ("Workshop", False),
        ("Start my business: back at 3", False),
        ("ورشة عمل", True),
        (PAUSE, False),
    ]
    display.close()


def test_a_closed_entry_is_told_in_every_language_that_somebody_has_translated(site: Site, qapp: object) -> None:
    display = Display(site, in_language=lambda language, text: {"en": "No more numbers"}.get(language, ""))
    display.day.do(c.CloseEntry())
    assert told_in_turn(display, 3) == [(ENTRY, False), ("No more numbers", False), (ENTRY, False)]
    display.close()


TWO = (ShownZone("etage", "up"), ShownZone("accueil", "left"))


@pytest.fixture
def house_of_two(site: Site) -> Site:
    """The sample site with every other counter upstairs."""
    zones = (Zone("accueil", {"fr": "l’espace d’attente"}), Zone("etage", {"fr": "l’étage"}))
    counters = tuple(replace(each, zone="etage") if at % 2 else each for at, each in enumerate(site.counters))
    return replace(site, zones=zones, counters=counters)


def test_each_area_has_its_own_newest_call_in_the_order_asked_for(house_of_two: Site, qapp: object) -> None:
    display = Display(house_of_two, announce_ms=0, zones=TWO)
    display.call("1", "orientation")
    display.call("2", "emploi")
    upstairs, hall = calls_of(display.vm, 0), calls_of(display.vm, 1)
    assert (upstairs.zoneName, upstairs.direction, upstairs.number) == ("l’étage", "up", "2")
    assert (hall.zoneName, hall.direction, hall.number) == ("l’espace d’attente", "left", "1")
    # Neither waits for the other to be shown; both are heard.
    assert display.chimes == 2
    display.close()


def test_a_display_of_one_area_hears_nothing_of_the_others(house_of_two: Site, qapp: object) -> None:
    display = Display(house_of_two, zones=(ShownZone("etage"),))
    display.call("1", "orientation")
    assert (display.calls.number, display.vm.zoneName, display.chimes) == ("", "l’étage", 0)
    display.call("2", "emploi")
    assert (display.calls.number, display.chimes) == ("2", 1)
    display.close()


def test_where_an_area_was_taken_out_of_the_site_all_calls_are_shown_each_with_its_area(
    house_of_two: Site, qapp: object
) -> None:
    display = Display(house_of_two, zones=(*TWO, ShownZone("annexe")), announce_ms=0)
    display.call("1", "orientation")
    display.qt_works()
    display.call("2", "emploi")
    assert display.vm.zoneMissing
    assert (display.calls.number, display.calls.where) == ("2", "l’étage")
    assert [(row.number, row.where) for row in display.calls.calls.rows] == [("1", "l’espace d’attente")]
    display.close()


def test_where_there_is_one_area_its_name_is_not_said_at_every_call(display: Display) -> None:
    display.call("1", "orientation")
    assert (display.calls.where, display.vm.zoneMissing) == ("", False)


def test_a_call_is_announced_aloud_in_its_languages_as_loud_as_the_hour_wants(site: Site, qapp: object) -> None:
    noon = Sound(quiet=("15:00-16:00",), volume=60)
    display = Display(replace(site, sound=noon), announce_ms=0)
    display.day.do(c.IssueTicket("one", "emploi", "es"))
    display.day.do(c.CallNext("2"))
    (announcement,) = display.announced
    assert (announcement.numbers, announcement.place) == ((1,), "Table 2")
    assert (announcement.aloud, announcement.volume) == (("fr", "es"), 60)
    display.day.now += timedelta(minutes=8)
    display.qt_works()
    display.day.do(c.Recall("2"))
    assert (display.announced[-1].recalled, display.announced[-1].volume) == (True, 0)
    display.close()


def test_a_call_is_said_in_the_words_of_the_site_s_region(site: Site, qapp: object) -> None:
    display = Display(replace(site, regions={"fr": "BE"}))
    speaker, now = RecordingSpeaker(), [100.0]
    voice = DisplayVoice(speaker, lambda language, text: text if language == "fr" else "", lambda: now[0])
    display.vm.announced.connect(voice.announce)
    display.day.floor = replace(display.day.floor, last_number=70)
    display.call("1", "orientation")
    now[0] += 30
    voice.move_on()
    assert [(said.text, said.language) for said in speaker.said] == [
        ("Numéro septante et un, table un.", "fr-BE"),
    ]
    dispose(voice)
    display.close()


def test_where_people_read_the_chime_is_soft_and_nothing_is_said(site: Site, qapp: object) -> None:
    display = Display(site, in_a_quiet_room=True)
    display.call("1", "orientation")
    assert (display.announced[0].aloud, display.announced[0].volume) == ((), 28)
    display.close()


def test_the_language_of_a_call_is_nowhere_on_the_screen(site: Site, qapp: object) -> None:
    display = Display(site, announce_ms=0)
    display.day.do(c.IssueTicket("one", "emploi", "es"))
    display.day.do(c.CallNext("2"))
    assert display.announced[0].aloud == ("fr", "es")
    for holder in (display.vm, display.calls):
        about = holder.metaObject()
        shown = [str(holder.property(about.property(at).name())) for at in range(about.propertyCount())]
        assert not {"es", "español", "Español"} & set(shown)
    assert all(call.aloud == () for call in display.mirror.board.calls)
    display.close()


def test_after_ten_thousand_calls_nothing_has_piled_up(site: Site, qapp: object, qtbot: QtBot) -> None:
    display = Display(site, announce_ms=0)
    display.vm.announced.disconnect()
    display.vm.announced.connect(Forgetful().append)

    def holdings() -> tuple[int, ...]:
        held = (display.vm, *display.vm.findChildren(ZoneCalls))
        inside = [
            each for holder in held for each in vars(holder).values() if isinstance(each, deque | tuple | list)
        ]
        return (len(display.vm.findChildren(QObject)), len(display.rows()), sum(map(len, inside)))

    def play(calls: int, first: int) -> None:
        for number in range(first, first + calls):
            display.day.now += timedelta(seconds=30)
            call = NumberCalled(
                display.day.now, number, f"Table {number % 7 + 1}", "accueil", recall=number % 5 == 0
            )
            display.client.hear(call.kind, wire.PUBLIC_EVENT.dump_json(call))
            display.vm.tick()
            if number % 100 == 0:
                display.qt_works()

    play(500, 1)
    qtbot.waitUntil(lambda: not display.calls.announcing)
    before = holdings()
    play(10_000, 501)
    qtbot.waitUntil(lambda: not display.calls.announcing)
    assert holdings() == before
    assert display.calls.number == "10500"
    display.close()


def test_the_picture_moves_a_little_every_minute_and_stays_in_its_box() -> None:
    places = [drift(minute) for minute in range(24 * 60)]
    assert all(abs(x) <= REACH and abs(y) <= REACH for x, y in places)
    moves = [(abs(x - a), abs(y - b)) for (x, y), (a, b) in pairwise(places)]
    assert all(move in {(1, 1), (1, 0)} for move in moves)
    assert len(set(places)) >= 250


def test_a_call_that_is_taken_back_before_its_turn_is_not_said(site: Site, qapp: object) -> None:
    display = Display(site, announce_ms=0)
    speaker, now = RecordingSpeaker(), [100.0]
    voice = DisplayVoice(speaker, lambda language, text: text, lambda: now[0])
    chimes: list[int] = []
    voice.chimed.connect(chimes.append)
    display.vm.announced.connect(voice.announce)
    display.vm.standing.connect(voice.keep)
    display.call("1", "orientation")
    display.qt_works()
    display.call("2", "emploi")
    assert len(chimes) == 1
    display.day.do(c.UndoCall("2"))
    for _ in range(20):
        now[0] += 30
        voice.move_on()
    assert len(chimes) == 1
    assert [said.text for said in speaker.said] == ["Numéro un, table un."]
    dispose(voice)
    display.close()


def test_everybody_who_is_called_together_in_a_quiet_hall_is_said_once(site: Site, qapp: object) -> None:
    display = Display(site)
    speaker, now = RecordingSpeaker(), [100.0]
    voice = DisplayVoice(speaker, lambda language, text: text, lambda: now[0])
    display.vm.announced.connect(voice.announce)
    display.vm.joined.connect(voice.join)
    display.call_together("2", "emploi", 3)
    for _ in range(5):
        now[0] += 30
        voice.move_on()
    assert [said.text for said in speaker.said] == ["Numéros un, deux, trois, table deux."]
    dispose(voice)
    display.close()


def test_behind_closed_doors_nobody_is_called_aloud_any_more(site: Site, qapp: object) -> None:
    display = Display(site, announce_ms=0)
    heard: list[frozenset[int]] = []
    display.vm.standing.connect(heard.append)
    display.call("1", "orientation")
    display.day.do(c.CloseDay())
    assert heard == [frozenset({1}), frozenset()]
    display.close()
