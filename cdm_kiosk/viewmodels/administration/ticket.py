"""What the paper of a ticket looks like here: its lines to choose, and the paper itself while they are chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, Slot

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
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml, once_a_turn

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
    """All that the paper says, for those who do not see it."""
    lines: tuple[TicketLineRow, ...] = ()
    languages: tuple[ChoiceRow, ...] = ()
    """The languages in which the ticket can be looked at."""


@known_to_qml
class TicketViewModel(ViewModel[TicketProps]):
    """Draws a ticket that nobody has, as the draft would have it printed."""

    def __init__(
        self,
        draft: DraftViewModel,
        pictures: PicturesViewModel,
        paper_of: PaperOf,
        picture_of: PictureOf,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(TicketProps(), parent)
        self._draft = draft
        self._pictures = pictures
        self._paper_of = paper_of
        self._picture_of = picture_of
        self._now = clock
        self._is_shown = False
        self._draw_soon = once_a_turn(self._draw, self)

    @Slot(int)
    def chooseRoll(self, width_mm: int) -> None:
        self._update(roll_mm=width_mm)
        self._draw()

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        self._update(language=language)
        self._show_choices()
        self._draw()

    @Slot(bool)
    def setLarge(self, large: bool) -> None:
        self._update(large=large)
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
            hint = self._draft.advised.get(key, sentence)
            rows.append(TicketLineRow(key, label, hint, chosen is True))
        spoken = drafts.languages(draft)
        language = self.props.language if self.props.language in spoken else next(iter(spoken), "")
        languages = tuple(ChoiceRow(each, language_name(each), "", int(each == language)) for each in spoken)
        self._update(language=language, lines=tuple(rows), languages=languages)

    def _draw(self) -> None:
        site = _site_of(self._draft.content) if self._is_shown else None
        # While a word is typed the draft may be no site: the paper stays as it last was.
        if site is None or not site.zones or not site.languages:
            return
        logo = self._pictures.url(site.logo) if site.logo and site.ticket.logo else ""
        paper = self._paper_of(self._sample(site), logo)
        picture = self._picture_of(paper, PRINTABLE_MM[self.props.roll_mm])
        self._update(picture=picture, said=_all_of(paper))

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
            self.props.language,
            now,
            large=self.props.large,
        )


def _site_of(draft: Draft) -> Site | None:
    # With its schemas, which no reception needs before somebody looks at the ticket.
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
