"""What the paper of a ticket looks like here: its lines to choose, and the paper itself while they are chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.schemas import load_schemas
from cdm_kiosk.domain.bands import Band
from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.site import Site, TicketLook
from cdm_kiosk.printing.layout import PRINTABLE_MM, TicketPaper
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.change_sentences import ticket_lines
from cdm_kiosk.viewmodels.administration.draft import DraftViewModel
from cdm_kiosk.viewmodels.administration.pictures import PicturesViewModel
from cdm_kiosk.viewmodels.administration.rows import ChoiceRow
from cdm_kiosk.viewmodels.administration.site_draft import Draft
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from cdm_kiosk.viewmodels.shared.shown import RecordsModel, emit_changes, once_a_turn

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SAMPLE_BAND = Band(25, 40)
SAMPLE_BACK = timedelta(minutes=25)
SAMPLE_NUMBER = 42
SAMPLE_PAGE = "http://192.168.1.20:8080/t/Exemple-sans-visiteur0"
"""As long as a real one, so that its code is as large."""

PaperOf = Callable[[TicketFacts, str], TicketPaper]
"""The paper of a ticket with the logo that stands at an address."""
PictureOf = Callable[[TicketPaper, float], str]
"""The address of a picture of a paper of this printable width, in millimetres."""


@dataclass(frozen=True, slots=True)
class TicketLineRow:
    """One line that a ticket may have; ``line_key`` is where its choice stands in the draft."""

    line_key: str
    label: str
    sentence: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TicketProps:
    roll_mm: int = 80
    language: str = ""
    large: bool = False
    picture: str = ""
    said: str = ""


@QmlElement
@QmlUncreatable("made by the administration")
class TicketViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """Draws a ticket that nobody has, as the draft would have it printed."""

    rollMmChanged = Signal()
    languageChanged = Signal()
    largeChanged = Signal()
    pictureChanged = Signal()
    saidChanged = Signal()

    def __init__(
        self,
        draft: DraftViewModel,
        pictures: PicturesViewModel,
        paper_of: PaperOf,
        picture_of: PictureOf,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._pictures = pictures
        self._paper_of = paper_of
        self._picture_of = picture_of
        self._now = clock
        self._props = TicketProps()
        self._is_shown = False
        self._lines = RecordsModel(TicketLineRow, self)
        self._languages = RecordsModel(ChoiceRow, self)
        self._draw_soon = once_a_turn(self._draw, self)

    @Property(QAbstractItemModel, constant=True)
    def lines(self) -> QAbstractItemModel:
        return self._lines

    @Property(QAbstractItemModel, constant=True)
    def languages(self) -> QAbstractItemModel:
        """The languages in which the ticket can be looked at."""
        return self._languages

    @Property(int, notify=rollMmChanged)
    def rollMm(self) -> int:
        return self._props.roll_mm

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._props.language

    @Property(bool, notify=largeChanged)
    def large(self) -> bool:
        return self._props.large

    @Property(str, notify=pictureChanged)
    def picture(self) -> str:
        return self._props.picture

    @Property(str, notify=saidChanged)
    def said(self) -> str:
        """All that the paper says, for those who do not see it."""
        return self._props.said

    @Slot(int)
    def chooseRoll(self, width_mm: int) -> None:
        self._tell(roll_mm=width_mm)
        self._draw()

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        self._tell(language=language)
        self._show_choices()
        self._draw()

    @Slot(bool)
    def setLarge(self, large: bool) -> None:
        self._tell(large=large)
        self._draw()

    @Slot()
    def refresh(self) -> None:
        """Draw again: a picture has come."""
        self._draw_soon.start()

    def show(self, is_shown: bool) -> None:
        """Follow the draft, which is only drawn while somebody looks."""
        self._is_shown = is_shown
        self._show_choices()
        self._draw_soon.start()

    def _show_choices(self) -> None:
        draft = self._draft.content
        usual = {each.name: each.default for each in fields(TicketLook)}
        rows = []
        for name, (label, sentence) in ticket_lines().items():
            found = drafts.value_at(draft, f"ticket.{name}")
            chosen = usual[name] if found is None else found
            key = f"ticket.{name}"
            told = self._draft.advised.get(key, sentence)
            rows.append(TicketLineRow(key, label, told, chosen is True))
        self._lines.show(rows)
        spoken = drafts.languages(draft)
        if self._props.language not in spoken:
            self._tell(language=spoken[0] if spoken else "")
        self._languages.show(
            [ChoiceRow(each, language_name(each), "", int(each == self._props.language)) for each in spoken]
        )

    def _draw(self) -> None:
        site = _site_of(self._draft.content) if self._is_shown else None
        # While a word is typed the draft may be no site: the paper stays as it last was.
        if site is None or not site.zones or not site.languages:
            return
        logo = self._pictures.url(site.logo) if site.logo and site.ticket.logo else ""
        paper = self._paper_of(self._sample(site), logo)
        picture = self._picture_of(paper, PRINTABLE_MM[self._props.roll_mm])
        self._tell(picture=picture, said=_all_of(paper))

    def _sample(self, site: Site) -> TicketFacts:
        now = self._now()
        return TicketFacts(
            site,
            SAMPLE_NUMBER,
            site.themes[0].id if site.themes else "",
            site.zones[0].id,
            SAMPLE_BAND,
            now + SAMPLE_BACK,
            SAMPLE_PAGE,
            self._props.language,
            now,
            large=self._props.large,
        )

    def _tell(self, **changes: Any) -> None:
        before, self._props = self._props, replace(self._props, **changes)
        emit_changes(self, before, self._props)


def _site_of(draft: Draft) -> Site | None:
    # With its schemas, which no reception needs before somebody looks at the ticket.
    load_schemas()
    from cdm_kiosk.packs.site_file import described

    return described(draft)[0]


def _all_of(paper: TicketPaper) -> str:
    texts = (
        paper.site_name,
        paper.welcome,
        paper.welcome_beneath,
        paper.number_heading,
        paper.number_heading_beneath,
        str(paper.number),
        paper.theme,
        paper.theme_beneath,
        *paper.where,
        paper.where_beneath,
        paper.band_text or "",
        paper.come_back_text,
        paper.wait_beneath,
        _tr("Code QR") if paper.has_code else "",
        paper.follow_text,
        paper.follow_beneath,
        paper.date_text,
    )
    return "\n".join(filter(None, texts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
