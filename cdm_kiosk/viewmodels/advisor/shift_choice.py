"""What a shift to be opened would receive: proposed from the plan, changed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cdm_kiosk.domain.floor import Floor, Shift
from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.rota import proposal, usual
from cdm_kiosk.domain.site import RECEPTION, label_in
from cdm_kiosk.viewmodels.advisor.counter import LanguageChoiceRow, ThemeChoiceRow

NOT_SERVED, FIRST_CHOICE, OVERFLOW = range(3)


class ShiftChoice:
    """The themes and languages chosen for one counter. Until a hand changes them, they follow the plan."""

    def __init__(self, counter: str = "") -> None:
        self._counter = counter
        self._levels: dict[str, int] = {}
        self._spoken: set[str] = set()
        self._by_hand = False
        self._shift_before: Shift | None = None

    def cycle_theme(self, theme_id: str) -> None:
        """Not served, first choice, overflow, and round again."""
        self._levels[theme_id] = (self._levels.get(theme_id, NOT_SERVED) + 1) % 3
        self._by_hand = True

    def toggle_language(self, code: str) -> None:
        """Spoken or not."""
        self._spoken ^= {code}
        self._by_hand = True

    def opened(self, shift: Shift) -> None:
        """A shift is open: what was chosen by hand has served."""
        self._by_hand = False
        self._shift_before = shift

    def propose(self, floor: Floor, now: datetime) -> None:
        """Follow the plan, else the shift before, else what is usual here."""
        if self._by_hand:
            return
        site = floor.site
        planned = proposal(floor, self._counter, now) or self._shift_before or usual(site, self._counter)
        if planned is not None:
            self._levels = dict.fromkeys(planned.themes, FIRST_CHOICE)
            self._levels |= dict.fromkeys(planned.overflow, OVERFLOW)
            self._spoken = set(planned.languages)
        else:
            self._levels = {RECEPTION: FIRST_CHOICE} if self._counter == site.desk else {}
            self._spoken = {site.languages[0]}

    def is_enough(self, floor: Floor) -> bool:
        """A shift needs a theme of its own and a language."""
        return bool(self._themes_at(floor, FIRST_CHOICE)) and bool(self._languages(floor))

    def body(self, floor: Floor, until: datetime | None) -> Mapping[str, object]:
        """The shift as the hub is asked to open it."""
        first, overflow = self._themes_at(floor, FIRST_CHOICE), self._themes_at(floor, OVERFLOW)
        return shift_body(first, overflow, self._languages(floor), until)

    def theme_rows(self, floor: Floor) -> tuple[ThemeChoiceRow, ...]:
        """Every theme that may be received here."""
        language = floor.site.languages[0]
        return tuple(
            ThemeChoiceRow(each.id, label_in(each.label, language), each.colour, self._level(each.id))
            for each in floor.site.themes_at(self._counter)
        )

    def language_rows(self, floor: Floor) -> tuple[LanguageChoiceRow, ...]:
        """Every language of the site."""
        return tuple(
            LanguageChoiceRow(code, language_name(code), code in self._spoken) for code in floor.site.languages
        )

    def _level(self, theme_id: str) -> int:
        return self._levels.get(theme_id, NOT_SERVED)

    def _themes_at(self, floor: Floor, level: int) -> list[str]:
        themes = floor.site.themes_at(self._counter)
        return [theme.id for theme in themes if self._level(theme.id) == level]

    def _languages(self, floor: Floor) -> list[str]:
        return [code for code in floor.site.languages if code in self._spoken]


def planned_end(floor: Floor, counter: str, now: datetime) -> datetime | None:
    """When the plan ends a shift that begins now, whatever themes the advisor chooses for it."""
    planned = proposal(floor, counter, now)
    return planned.until(floor.site) if planned is not None else None


def shift_body(
    themes: list[str], overflow: list[str], languages: list[str], until: datetime | None
) -> Mapping[str, object]:
    """A shift as the hub is asked to open it."""
    return {
        "themes": themes,
        "overflow": overflow,
        "languages": languages,
        "until": None if until is None else until.isoformat(),
    }
