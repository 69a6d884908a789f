"""A wait as people read it, on a screen and on paper."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.bands import NO_WAIT, Band

FEW_MIN = 10

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""


class Translate(Protocol):
    """Puts a text of ours into a language."""

    def __call__(self, context: str, text: str, disambiguation: str | None = None, /) -> str: ...


def said_band(band: Band | None, translate: Translate = translate) -> str:
    """A wait as people say it: an interval in minutes, never a precise one; nothing where there is none.

    In the screen's language unless ``translate`` knows another.
    """
    if band is None:
        return ""
    if band == NO_WAIT:
        return translate("KioskViewModel", "Sans attente")
    # Arabic counts up to ten minutes with another word than more of them.
    match band.low_min == 0, band.high_min <= FEW_MIN:
        case True, True:
            text = translate("KioskViewModel", "moins de {high}\u00a0min", "ten at most")
        case True, False:
            text = translate("KioskViewModel", "moins de {high}\u00a0min")
        case False, True:
            text = translate("KioskViewModel", "{low} à {high}\u00a0min", "ten at most")
        case _:
            text = translate("KioskViewModel", "{low} à {high}\u00a0min")
    return text.format(low=band.low_min, high=band.high_min)
