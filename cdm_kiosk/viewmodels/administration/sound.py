"""How the site's displays sound, as it is changed: volume, voice, quiet hours, and another volume at some hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Slot

from cdm_kiosk.domain.sound import LOUDEST, Sound
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.draft import PLACE_IN_LIST, DraftViewModel
from cdm_kiosk.viewmodels.administration.site_draft import Draft
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

USUAL = Sound()
BY_HOURS = "sound.volume_by_hours"
SOFTER = 30
"""The volume of hours that were just added."""


@dataclass(frozen=True, slots=True)
class LoudRow:
    """Hours with a volume of their own; at most one of the two faults is told."""

    place: int
    hours_text: str
    volume_text: str
    hours_fault: str
    volume_fault: str


@dataclass(frozen=True, slots=True)
class SoundProps:
    volume_text: str = str(USUAL.volume)
    voice: bool = USUAL.voice
    """Whether a voice follows the chime."""
    in_visitors_language: bool = USUAL.in_visitors_language
    """Whether the voice says a call again in the ticket's language."""
    quiet_text: str = ""
    loud: tuple[LoudRow, ...] = ()
    """The hours with a volume of their own."""


@known_to_qml
class SoundViewModel(ViewModel[SoundProps]):
    """Hours with a volume of their own are named by their place in the list, from 0."""

    def __init__(self, draft: DraftViewModel, parent: QObject | None = None) -> None:
        super().__init__(SoundProps(), parent)
        self._draft = draft
        draft.changed.connect(self._show)

    @Slot(str)
    def setVolume(self, text: str) -> None:
        self._draft.edit(drafts.with_number(self._draft.content, "sound.volume", text), "sound.volume")

    @Slot(bool)
    def setVoice(self, voice: bool) -> None:
        self._draft.edit(drafts.with_value(self._draft.content, "sound.voice", voice))

    @Slot(bool)
    def setInVisitorsLanguage(self, so: bool) -> None:
        self._draft.edit(drafts.with_value(self._draft.content, "sound.in_visitors_language", so))

    @Slot(str)
    def setQuiet(self, text: str) -> None:
        """The hours in which the screen alone calls; "" for none."""
        draft = drafts.with_value(self._draft.content, "sound.quiet", drafts.spans_typed(text))
        self._draft.edit(draft, "sound.quiet")

    @Slot()
    def addHours(self) -> None:
        """One more row of hours with a volume of its own, last."""
        content = self._draft.content
        self._draft.edit(with_loud(content, [*loud_of(content), ("", SOFTER)]))

    @Slot(int, str)
    def setHours(self, place: int, text: str) -> None:
        self._put(place, 0, span_typed(text))

    @Slot(int, str)
    def setHoursVolume(self, place: int, text: str) -> None:
        plain = text.strip()
        self._put(place, 1, int(plain) if plain.isdecimal() else plain)

    @Slot(int)
    def removeHours(self, place: int) -> None:
        content = self._draft.content
        left = [each for at, each in enumerate(loud_of(content)) if at != place]
        self._draft.edit(with_loud(content, left))

    def _put(self, place: int, part: int, value: Any) -> None:
        content = self._draft.content
        loud: list[Any] = [[*each] for each in loud_of(content)]
        loud[place][part] = value
        self._draft.edit(with_loud(content, loud), f"{BY_HOURS}.{place}.{part}")

    @Slot()
    def _show(self) -> None:
        if "sound" not in self._draft.touched:
            return
        draft = self._draft.content
        self._become(
            SoundProps(
                str(_value(draft, "volume", USUAL.volume)),
                bool(_value(draft, "voice", USUAL.voice)),
                bool(_value(draft, "in_visitors_language", USUAL.in_visitors_language)),
                drafts.spans_said(map(str, drafts.entries(draft, "sound.quiet"))),
                tuple(loud_rows(draft, self._draft.wrong)),
            )
        )


def loud_of(draft: Draft) -> list[tuple[str, Any]]:
    """The hours with a volume of their own, as they stand in the draft."""
    by_hours = drafts.value_at(draft, BY_HOURS)
    return [*by_hours.items()] if isinstance(by_hours, Mapping) else []


def with_loud(draft: Draft, loud: Iterable[tuple[str, Any]]) -> Draft:
    """The draft with these hours and their volumes, none of them lost.

    Hours that are already there get a space at their end, until they are others: the check says that they overlap.
    """
    by_hours: dict[str, Any] = {}
    for span, volume in loud:
        own = span.strip()
        while own in by_hours:
            own += " "
        by_hours[own] = volume
    return drafts.with_value(draft, BY_HOURS, by_hours)


def span_typed(text: str) -> str:
    """One span of hours as people type it; what is none, or more than one, stays as it was typed."""
    spans = drafts.spans_typed(text)
    return spans[0] if len(spans) == 1 else text.strip()


def loud_rows(draft: Draft, faults: Mapping[str, str]) -> list[LoudRow]:
    """A row for each, with what is wrong with its hours or its volume."""
    rows = []
    for place, (span, volume) in enumerate(loud_of(draft)):
        fault = faults.get(PLACE_IN_LIST.sub("", f"{BY_HOURS}.{span}"), "")
        is_volume = isinstance(volume, int) and 0 <= volume <= LOUDEST
        faulty = (fault, "") if is_volume else ("", fault)
        rows.append(LoudRow(place, span.strip(), str(volume), *faulty))
    return rows


def _value(draft: Draft, name: str, usual: Any) -> Any:
    found = drafts.value_at(draft, f"sound.{name}")
    return usual if found is None else found
