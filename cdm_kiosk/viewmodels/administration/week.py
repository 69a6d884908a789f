"""The week of permanences: a grid of tables and days, and what is changed in one cell of it or of an exception."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Slot

from cdm_kiosk.domain.site import RECEPTION, WEEKDAYS
from cdm_kiosk.viewmodels.administration import rows
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.draft import DraftViewModel
from cdm_kiosk.viewmodels.administration.site_draft import Permanence
from cdm_kiosk.viewmodels.shared.fault_sentences import day_label
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

WEEK = frozenset({"rota", "counters", "hours", "languages", "desk"})
"""What the grid is made of, in a draft, with the names of the themes."""
HALVES = ("09:00-12:30", "13:30-17:30")
"""A morning and an afternoon where the opening hours do not part them."""


@dataclass(frozen=True, slots=True)
class WeekProps:
    days: tuple[rows.DayRow, ...] = ()
    cells: tuple[rows.CellRow, ...] = ()
    cell: str = ""
    """The cell whose permanences are changed, "" when none are."""
    stretch: int = -1
    stretches: tuple[rows.StretchRow, ...] = ()
    stretch_themes: tuple[rows.ChoiceRow, ...] = ()
    stretch_languages: tuple[rows.ChoiceRow, ...] = ()
    copy_days: tuple[rows.ChoiceRow, ...] = ()
    """The other weekdays, marked where they are like the one that is changed."""
    cell_title: str = ""
    cell_faults: str = ""
    in_week: bool = True
    """Whether the cell is one of the week's, and not an exception's."""
    stretch_hours: str = ""


@known_to_qml
class WeekViewModel(ViewModel[WeekProps]):
    """A cell is named by its counter and its weekday ("3/monday") or its exception ("3/exceptions.0")."""

    def __init__(self, draft: DraftViewModel, parent: QObject | None = None) -> None:
        super().__init__(WeekProps(), parent)
        self._draft = draft
        self._labels: dict[str, str] = {}
        self._copied: tuple[Permanence, ...] | None = None
        draft.changed.connect(self._show)

    def forget(self) -> None:
        """Nobody remembers what the person before had copied."""
        self._copied = None
        self.chooseCell("")

    @Slot(str)
    def chooseCell(self, cell: str) -> None:
        """Change the permanences of a cell; "" for none."""
        self._update(cell=cell, stretch=0)
        self._show_cell()

    @Slot(int)
    def chooseStretch(self, at: int) -> None:
        self._update(stretch=at)
        self._show_cell()

    @Slot(bool)
    def addStretch(self, afternoon: bool) -> None:
        """One more permanence in the cell: the morning or the afternoon of the opening hours, themes as before."""
        counter, when = self._where()
        opening = drafts.hours_of(self._draft.content, when)
        hours = (opening[-1] if afternoon else opening[0]) if len(opening) > 1 else HALVES[afternoon]
        held = self._held()
        like = held[min(self.props.stretch, len(held) - 1)] if held else self._usual(counter)
        self._put(replace(like, hours=hours), None)

    @Slot()
    def removeStretch(self) -> None:
        held = self._held()
        if 0 <= self.props.stretch < len(held):
            left = [each for at, each in enumerate(held) if at != self.props.stretch]
            self._update(stretch=max(0, min(self.props.stretch, len(left) - 1)))
            self._draft.edit(drafts.with_permanences(self._draft.content, *self._where(), left))

    @Slot(str)
    def setStretchHours(self, text: str) -> None:
        """From when to when; empty for as long as the doors are open."""
        now = self._now()
        if now is not None:
            spans = drafts.spans_typed(text) or [""]
            self._put(replace(now, hours=spans[0]), self.props.stretch, f"{self.props.cell}.hours")

    @Slot(str)
    def cycleTheme(self, theme: str) -> None:
        """Each touch goes on: not received, first choice, to help out."""
        now = self._now()
        if now is None:
            return
        level = (now.level(theme) + 1) % 3
        themes = tuple(each for each in now.themes if each != theme) + ((theme,) if level == 1 else ())
        overflow = tuple(each for each in now.overflow if each != theme) + ((theme,) if level == 2 else ())
        self._put(replace(now, themes=themes, overflow=overflow), self.props.stretch)

    @Slot(str)
    def toggleLanguage(self, code: str) -> None:
        now = self._now()
        if now is not None:
            spoken = [each for each in now.languages if each != code]
            spoken += [code] if code not in now.languages else []
            order = drafts.languages(self._draft.content)
            spoken.sort(key=lambda each: order.index(each) if each in order else len(order))
            self._put(replace(now, languages=tuple(spoken)), self.props.stretch)

    @Slot(str)
    def copyToDay(self, day: str) -> None:
        """Another weekday of the counter like this one."""
        counter, _ = self._where()
        self._draft.edit(drafts.with_permanences(self._draft.content, counter, day, self._held()))

    @Slot(str)
    def copyCell(self, cell: str) -> None:
        """Remember a cell's permanences, to paste them elsewhere."""
        self._copied = drafts.permanences(self._draft.content, *_split(cell))

    @Slot(str)
    def pasteCell(self, cell: str) -> None:
        if self._copied is not None:
            self._draft.edit(drafts.with_permanences(self._draft.content, *_split(cell), self._copied))

    @Slot(str)
    def emptyCell(self, cell: str) -> None:
        self._draft.edit(drafts.with_permanences(self._draft.content, *_split(cell), ()))

    def _where(self) -> tuple[str, str]:
        return _split(self.props.cell)

    def _held(self) -> tuple[Permanence, ...]:
        return drafts.permanences(self._draft.content, *self._where()) if self.props.cell else ()

    def _now(self) -> Permanence | None:
        """The permanence that is changed."""
        held, at = self._held(), self.props.stretch
        return held[at] if 0 <= at < len(held) else None

    def _usual(self, counter: str) -> Permanence:
        """What a counter does on its other days, to begin a new one with; else nothing is chosen."""
        draft = self._draft.content
        for day in WEEKDAYS:
            for each in drafts.permanences(draft, counter, day):
                return each
        return Permanence("", (RECEPTION,) if counter == draft.get("desk") else (), (), ())

    def _put(self, stretch: Permanence, instead_of: int | None, typing: str = "") -> None:
        held = [each for at, each in enumerate(self._held()) if at != instead_of]
        draft = drafts.with_permanences(self._draft.content, *self._where(), [*held, stretch])
        placed = drafts.permanences(draft, *self._where())
        self._update(stretch=placed.index(stretch) if stretch in placed else 0)
        self._draft.edit(draft, typing)

    @Slot()
    def _show(self) -> None:
        """What follows from the draft, where that is another."""
        draft, touched = self._draft.content, self._draft.touched
        labels = rows.theme_labels(draft)
        if touched & WEEK or ("themes" in touched and self._labels != labels):
            self._labels = labels
            shown = rows.days_in_use(draft)
            self._update(
                days=tuple(row for row in rows.day_rows(draft) if row.day in shown),
                cells=tuple(rows.cell_rows(draft, shown, labels, self._draft.wrong)),
            )
        if self.props.cell and touched & (WEEK | {"themes", "exceptions"}):
            self._show_cell()

    def _show_cell(self) -> None:
        """The cell that is changed."""
        draft, held = self._draft.content, self._held()
        self._update(stretch=max(0, min(self.props.stretch, len(held) - 1)) if held else -1)
        now = self._now()
        counter, when = self._where()
        in_week = when in WEEKDAYS
        remarks = (*self._draft.wrong.items(), *self._draft.advised.items())
        wrong = [text for key, text in remarks if self.props.cell and drafts.is_about(draft, key, counter, when)]
        self._update(
            stretches=tuple(rows.stretch_rows(held)),
            stretch_themes=tuple(rows.stretch_theme_rows(draft, counter, now)) if now else (),
            stretch_languages=tuple(rows.language_rows(drafts.languages(draft), now.languages)) if now else (),
            copy_days=tuple(
                rows.ChoiceRow(each, day_label(each), "", int(drafts.permanences(draft, counter, each) == held))
                for each in rows.days_in_use(draft)
                if each != when and in_week and held
            ),
            cell_title=rows.cell_title(draft, counter, when) if self.props.cell else "",
            cell_faults="\n".join(dict.fromkeys(wrong)),
            in_week=in_week,
            stretch_hours=now.hours if now else "",
        )


def _split(cell: str) -> tuple[str, str]:
    counter, _, when = cell.rpartition("/")
    return counter, when
