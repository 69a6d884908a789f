"""Who is there: a station with an open line whose own loop was heard a moment ago."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.stations import ALARM_AFTER, Paper, StationRole, Stations, Trouble
from cdm_kiosk.hub.stations import MOST_STATIONS, SILENT_LOOKS, StationBook
from tests.tools.refusals import refused_with

PROMISED = timedelta(seconds=20)
LOOK = timedelta(seconds=1)


class Hall:
    """A station book on a clock of its own, and what reception hears of it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 30, 9, tzinfo=UTC)
        self.told = Stations()
        self.book = StationBook(lambda: self.now, self._hear, lambda _: None)

    def _hear(self, stations: Stations) -> None:
        self.told = stations

    def pass_looks(self, looks: int) -> None:
        for _ in range(looks):
            self.now += LOOK
            self.book.look()

    def troubles(self) -> list[tuple[str, Trouble]]:
        return [(station.name, trouble) for station, trouble in self.told.troubles(self.now)]


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_a_frozen_kiosk_whose_line_is_open_raises_the_alarm_within_the_promised_time(hall: Hall) -> None:
    with hall.book.attend("Borne 1", StationRole.KIOSK):
        hall.pass_looks(3)
        hall.book.alive("Borne 1")
        frozen = hall.now
        while not hall.troubles():
            hall.pass_looks(1)
        assert hall.troubles() == [("Borne 1", Trouble.AWAY)]
        assert ALARM_AFTER < hall.now - frozen < PROMISED


def test_a_station_that_says_so_is_there_for_hours_and_one_that_thaws_is_missed_no_more(hall: Hall) -> None:
    with hall.book.attend("Borne 1", StationRole.KIOSK):
        for _ in range(2_000):
            hall.pass_looks(2)
            hall.book.alive("Borne 1")
            assert hall.told.seen[0].is_connected
        hall.pass_looks(SILENT_LOOKS)
        assert not hall.told.seen[0].is_connected
        hall.book.alive("Borne 1")
        assert hall.told.seen[0].is_connected


def test_a_hub_that_stood_still_itself_misses_nobody(hall: Hall) -> None:
    with hall.book.attend("Borne 1", StationRole.KIOSK):
        hall.now += timedelta(minutes=10)
        hall.book.look()
        assert hall.told.seen[0].is_connected


def test_a_frozen_station_that_is_then_cut_off_is_away_since_it_was_last_heard(hall: Hall) -> None:
    heard = hall.now
    with hall.book.attend("Écran", StationRole.DISPLAY):
        hall.book.alive("Écran")
        hall.pass_looks(SILENT_LOOKS + 5)
        hall.book.forget_the_absent()
    assert [each.away_since for each in hall.told.seen] == [heard]


def test_nobody_is_there_by_word_alone(hall: Hall) -> None:
    with refused_with(Code.UNKNOWN_STATION):
        hall.book.alive("Borne 9")
    assert hall.told.seen == ()


def test_a_name_that_only_listened_leaves_nothing_behind(hall: Hall) -> None:
    for stranger in range(2 * MOST_STATIONS):
        with hall.book.attend(f"Stranger {stranger}", StationRole.KIOSK):
            assert len(hall.told.seen) == 1
    assert hall.told.seen == ()


def test_who_is_there_takes_the_place_of_who_has_been_away_for_longest(hall: Hall) -> None:
    for name in range(MOST_STATIONS):
        with hall.book.attend(f"Borne {name}", StationRole.KIOSK):
            hall.book.alive(f"Borne {name}")
        hall.pass_looks(1)
    with hall.book.attend("Écran", StationRole.DISPLAY):
        names = {each.name for each in hall.told.seen}
    assert "Écran" in names
    assert "Borne 0" not in names
    assert len(names) == MOST_STATIONS


def test_a_full_house_has_no_place_for_one_more(hall: Hall) -> None:
    with ExitStack() as lines:
        for name in range(MOST_STATIONS + 1):
            lines.enter_context(hall.book.attend(f"Borne {name}", StationRole.KIOSK))
        assert len(hall.told.seen) == MOST_STATIONS


def test_who_is_struck_off_is_missed_by_nobody(hall: Hall) -> None:
    with hall.book.attend("Borne 1", StationRole.KIOSK):
        hall.book.alive("Borne 1")
        hall.book.forget("Borne 1")
    hall.pass_looks(20)
    assert hall.told.seen == ()


def test_one_that_is_away_when_it_is_struck_off_is_forgotten_at_once(hall: Hall) -> None:
    with hall.book.attend("Borne 1", StationRole.KIOSK):
        hall.book.alive("Borne 1")
    hall.book.forget("Borne 1")
    assert hall.told.seen == ()


def test_a_renamed_kiosk_keeps_what_it_said_and_is_missed_by_its_new_name_alone(hall: Hall) -> None:
    with hall.book.attend("Borne 1", StationRole.KIOSK, "1.2.0"):
        hall.book.alive("Borne 1")
        hall.book.paper("Borne 1", Paper.NEAR_END)
        hall.book.rename("Borne 1", "Borne 2")
    hall.pass_looks(3)
    assert hall.troubles() == []
    with hall.book.attend("Borne 2", StationRole.KIOSK, "1.2.0"):
        assert [(each.name, each.paper, each.version) for each in hall.told.seen] == [
            ("Borne 2", Paper.NEAR_END, "1.2.0")
        ]
    hall.pass_looks(20)
    assert hall.troubles() == [("Borne 2", Trouble.AWAY)]


def test_an_advisors_table_is_known_and_missed_by_no_alarm(hall: Hall) -> None:
    with hall.book.attend("Table 1", StationRole.ADVISOR):
        hall.book.alive("Table 1")
    hall.pass_looks(30)
    assert not hall.told.seen[0].is_connected
    assert hall.troubles() == []
