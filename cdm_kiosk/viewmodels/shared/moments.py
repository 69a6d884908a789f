"""Moments as they are said at a site's door, in the visitor's language: "15 h 20", "demain à 9 h"."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from cdm_kiosk.domain.languages import is_right_to_left

NO_BREAK = "\u00a0"
DAYS_OF_A_WEEKDAY = 6
"""So many days ahead, a weekday alone names a day."""
COMMA_AFTER_WEEKDAY = frozenset({"de", "uk"})
COUNTRIES = {"en": "en_GB", "pt": "pt_PT", "ar": "ar_AE"}
"""Whose dates are meant: English with the day before the month, Arabic in the digits of the tickets."""

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""


def said_hour(local: datetime, language: str) -> str:
    """The hour on the clock of the door: "15 h 20" or "9 h" in French, "15:20" in other languages."""
    if language != "fr":
        return f"{local.hour}:{local.minute:02}"
    hour = f"{local.hour}{NO_BREAK}h"
    return f"{hour}{NO_BREAK}{local.minute:02}" if local.minute else hour


def said_moment(local: datetime, now: datetime, language: str) -> str:
    """When something begins: "demain à 9 h", "mardi 24 novembre à 13 h 30"; both on the clock of the door."""
    hour = said_hour(local, language)
    match (local.date() - now.date()).days:
        case 0:
            return translate("Moments", "aujourd’hui à\u00a0{hour}").format(hour=hour)
        case 1:
            return translate("Moments", "demain à\u00a0{hour}").format(hour=hour)
    comma = "," if language in COMMA_AFTER_WEEKDAY else ""
    day = f"{_written(local.date(), 'dddd', language)}{comma} {_date(local.date(), language)}"
    return translate("Moments", "{day} à\u00a0{hour}").format(day=day, hour=hour)


def said_shortly(local: datetime, now: datetime, language: str) -> str:
    """The same where there is little room: the day, and the hour below it unless the day is far."""
    hour = said_hour(local, language)
    match (local.date() - now.date()).days:
        case 0:
            return translate("Moments", "aujourd’hui\ndès\u00a0{hour}").format(hour=hour)
        case 1:
            return translate("Moments", "demain\ndès\u00a0{hour}").format(hour=hour)
        case days if days <= DAYS_OF_A_WEEKDAY:
            weekday = _written(local.date(), "dddd", language)
            return translate("Moments", "{weekday}\ndès\u00a0{hour}").format(weekday=weekday, hour=hour)
    return translate("Moments", "dès le\u00a0{date}").format(date=_date(local.date(), language))


def said_date(local: datetime, language: str) -> str:
    """Date and hour in full, for paper."""
    day = _locale(language).toString(QDate(local.year, local.month, local.day), QLocale.FormatType.LongFormat)
    return f"{day}{'،' if is_right_to_left(language) else ','} {said_hour(local, language)}"


def _date(day: Date, language: str) -> str:
    match language:
        case "fr" if day.day == 1:
            number = "'1er'"
        case "it" if day.day == 1:
            number = "'1º'"
        case "de":
            number = "d."
        case "es" | "pt":
            number = f"d{NO_BREAK}'de'"
        case _:
            number = "d"
    return _written(day, f"{number}{NO_BREAK}MMMM", language)


def _written(day: Date, pattern: str, language: str) -> str:
    return _locale(language).toString(QDate(day.year, day.month, day.day), pattern)


def _locale(language: str) -> QLocale:
    return QLocale(COUNTRIES.get(language, language))
