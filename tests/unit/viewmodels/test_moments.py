"""Moments as people say them: in their language, at the clock of the door, and never a day wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from cdm_kiosk.station.translations import FOLDER
from cdm_kiosk.viewmodels.shared.moments import said_date, said_hour, said_moment, said_shortly

NOW = datetime(2026, 11, 22, 14, 52, tzinfo=UTC)
"""A Sunday."""
Speak = Callable[[str], None]


@pytest.fixture
def speak(qapp: object) -> Iterator[Speak]:
    """Installs the kiosk's texts in a language, as its window does."""
    installed: list[QTranslator] = []

    def to(language: str) -> None:
        translator = QTranslator()
        assert translator.load(f"kiosk_{language}", str(FOLDER))
        QCoreApplication.installTranslator(translator)
        installed.append(translator)

    yield to
    for each in installed:
        QCoreApplication.removeTranslator(each)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\n", " / ")


@pytest.mark.parametrize(
    ("language", "said"), [("fr", ["9 h", "13 h 05", "0 h"]), ("en", ["9:00", "13:05", "0:00"])]
)
def test_an_hour_is_said_as_in_its_language(language: str, said: list[str]) -> None:
    hours = [(9, 0), (13, 5), (0, 0)]
    assert [plain(said_hour(NOW.replace(hour=hour, minute=minute), language)) for hour, minute in hours] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", ["aujourd’hui à 16 h 30", "demain à 16 h 30", "mardi 24 novembre à 16 h 30"]),
        ("en", ["today at 16:30", "tomorrow at 16:30", "Tuesday 24 November at 16:30"]),
        ("es", ["hoy a las 16:30", "mañana a las 16:30", "martes 24 de noviembre a las 16:30"]),
        ("it", ["oggi alle 16:30", "domani alle 16:30", "martedì 24 novembre alle 16:30"]),
        ("pt", ["hoje às 16:30", "amanhã às 16:30", "terça-feira 24 de novembro às 16:30"]),
        ("de", ["heute um 16:30 Uhr", "morgen um 16:30 Uhr", "Dienstag, 24. November um 16:30 Uhr"]),
        ("nl", ["vandaag om 16:30", "morgen om 16:30", "dinsdag 24 november om 16:30"]),
        ("ar", ["اليوم على الساعة 16:30", "غدًا على الساعة 16:30", "الثلاثاء 24 نوفمبر على الساعة 16:30"]),
        ("uk", ["сьогодні о 16:30", "завтра о 16:30", "вівторок, 24 листопада о 16:30"]),
    ],
)
def test_a_day_is_named_by_how_near_it_is(speak: Speak, language: str, said: list[str]) -> None:
    speak(language)
    then = NOW.replace(hour=16, minute=30)
    assert [plain(said_moment(then + timedelta(days=days), NOW, language)) for days in range(3)] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", ["aujourd’hui / dès 9 h", "demain / dès 9 h", "samedi / dès 9 h", "dès le 29 novembre"]),
        ("en", ["today / from 9:00", "tomorrow / from 9:00", "Saturday / from 9:00", "from 29 November"]),
        (
            "es",
            [
                "hoy / desde las 9:00",
                "mañana / desde las 9:00",
                "sábado / desde las 9:00",
                "desde el 29 de noviembre",
            ],
        ),
    ],
)
def test_where_there_is_little_room_a_near_day_keeps_its_hour_and_a_far_one_its_date(
    speak: Speak, language: str, said: list[str]
) -> None:
    speak(language)
    then = NOW.replace(hour=9, minute=0)
    assert [plain(said_shortly(then + timedelta(days=days), NOW, language)) for days in (0, 1, 6, 7)] == said


def test_midnight_is_what_parts_today_from_tomorrow() -> None:
    late = NOW.replace(hour=23, minute=59)
    assert plain(said_moment(late + timedelta(minutes=2), late, "fr")) == "demain à 0 h 01"
    assert plain(said_moment(late, NOW.replace(hour=0, minute=0), "fr")) == "aujourd’hui à 23 h 59"


def test_french_months_begin_with_a_first() -> None:
    first = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    assert plain(said_moment(first, NOW, "fr")) == "mardi 1er décembre à 9 h"
    assert plain(said_shortly(first, NOW, "fr")) == "dès le 1er décembre"


def test_a_paper_carries_date_and_hour_in_full() -> None:
    assert plain(said_date(NOW, "fr")) == "dimanche 22 novembre 2026, 14 h 52"
    assert plain(said_date(NOW, "en")) == "Sunday, 22 November 2026, 14:52"
    # In the digits of the tickets, which are those of the displays.
    assert plain(said_date(NOW, "ar")) == "الأحد، 22 نوفمبر 2026، 14:52"
