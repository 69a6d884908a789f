"""One visitor's visit, and the record of all that the kiosk shows: all that its first frame needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cdm_kiosk.client.decoding import decoded
from cdm_kiosk.domain.colours import PRIMARY
from cdm_kiosk.viewmodels.kiosk.comfort import SAFE_VOLUME, Comfort

if TYPE_CHECKING:
    from cdm_kiosk.domain.bands import Band

ASK_AFTER_S = 45
"""Seconds without a touch before "are you still there?" (interface brief)."""
ANSWER_WITHIN_S = 15
TICKET_SHOWN_S = 30
FIRST_LANGUAGE = "fr"
NO_THEME_COLOUR = PRIMARY
STARTING = "starting"
LANGUAGES = "languages"
CHOOSING = frozenset({"themes", "theme", "help", "look"})

PictogramUrl = Callable[[str], str]


class Supply(StrEnum):
    """Whether tickets come on paper here: never, as usual, for as long as the roll lasts, or not now."""

    NEVER = "never"
    READY = "ready"
    LOW = "low"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Given:
    """A ticket as the hub answered it. ``number`` 0 is no ticket."""

    number: int = 0
    theme: str = ""
    follow_url: str = ""
    zone: str = ""
    people_ahead: int = 0
    band: Band | None = None
    come_back_at: datetime | None = None
    qr: str = ""
    id: str = ""

    @classmethod
    def of(cls, body: Mapping[str, Any], qr: str) -> Given:
        """The hub's answer (``wire.IssuedTicket``), with the picture of its address."""
        from cdm_kiosk.domain.bands import Band

        told = {each.name: body[each.name] for each in fields(cls) if each.name != "qr"}
        told |= {"band": decoded(Band | None, body["band"])}
        told |= {"come_back_at": decoded(datetime | None, body["come_back_at"])}
        return cls(**told, qr=qr)


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that one visitor's touches made; replaced whole for the next visitor, so that no trace remains.

    ``asked`` is the theme that a number was last asked for. ``choosing_language`` covers the page with
    the languages.
    """

    language: str = FIRST_LANGUAGE
    choosing_language: bool = False
    page: str = "themes"
    theme: str = ""
    asked: str = ""
    issuing: bool = False
    ticket: Given = Given()
    print_state: str = ""
    notice_code: str = ""
    idle_s: int = 0
    comfort: Comfort = Comfort()  # noqa: RUF009  # frozen

    @property
    def patience_s(self) -> int:
        """Seconds without a touch after which the visit is over."""
        is_at_rest = self.page == "ticket" and not self.is_without_paper
        return TICKET_SHOWN_S if is_at_rest else ASK_AFTER_S + ANSWER_WITHIN_S

    @property
    def is_without_paper(self) -> bool:
        """The paper that was asked for did not come: the visitor must say that the number is kept in mind."""
        return self.page == "ticket" and self.print_state == "failed"


@dataclass(frozen=True, slots=True)
class KioskLanguageRow:
    code: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class KioskThemeRow:
    theme_id: str
    label: str
    word: str
    pictogram: str
    colour: str
    served: bool
    full: bool
    paused: bool
    waiting: int
    band: str
    next_time: str


@dataclass(frozen=True, slots=True)
class ServiceRow:
    key: str
    kind: str
    label: str
    word: str
    place: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class KioskProps:
    """What the screen shows; a pure function of the visit and its surroundings.

    The language stands first: texts that change with it are asked for while its change is told.
    """

    language: str = FIRST_LANGUAGE

    connected: bool = False
    searching_text: str = ""
    """Where the hub is looked for; "" once it was heard."""
    doors_open: bool = False
    sample: bool = False
    rehearsal: bool = False
    site_name: str = ""
    tagline: str = ""
    accent: str = PRIMARY
    language_name: str = ""
    other_languages: str = ""
    unnamed_languages: int = 0
    page: str = STARTING
    opens_text: str = ""
    opens_today: bool = False
    may_open_sooner: bool = False
    theme_label: str = ""
    theme_pictogram: str = ""
    theme_colour: str = NO_THEME_COLOUR
    theme_served: bool = False
    theme_full: bool = False
    theme_paused: bool = False
    theme_message: str = ""
    theme_message_said: str = ""
    """For the voice alone: the message without the name of its language."""
    theme_message_in: str = ""
    """For the voice alone: the language of the message."""
    theme_waiting: int = 0
    theme_band: str = ""
    theme_next: str = ""
    desk_served: bool = False
    desk_waiting: int = 0
    desk_band: str = ""
    reception_place: str = ""
    issuing: bool = False
    ticket_number: str = ""
    ticket_at_desk: bool = False
    ticket_zone: str = ""
    people_ahead: int = 0
    band_text: str = ""
    ticket_no_wait: bool = False
    """Whether a table is free for the number: the wait is said without minutes, and without a lead."""
    come_back_text: str = ""
    ticket_qr: str = ""
    follow_url: str = ""
    paper: str = Supply.NEVER
    print_state: str = ""
    notice: str = ""
    still_there: bool = False
    seconds_left: int = 0
    speech: bool = False
    volume: int = SAFE_VOLUME
    large_text: bool = False
    high_contrast: bool = False
    low_reach: bool = False
    pictures_first: bool = False
    languages: tuple[KioskLanguageRow, ...] = ()
    themes: tuple[KioskThemeRow, ...] = ()
    """The themes that there are today, each with what is offered for it now."""
    services: tuple[ServiceRow, ...] = ()
    """What needs no ticket: the theme's own on its page, else the site's."""


def unheard(visit: Visit, connected: bool, looking: bool, searching_text: str) -> KioskProps:
    """The screen before the hub was heard."""
    page = STARTING if looking else "offline"
    return comfortable(KioskProps(connected=connected, searching_text=searching_text, page=page), visit)


def comfortable(props: KioskProps, visit: Visit) -> KioskProps:
    """How the visitor wants the screen to be; before the hub was heard, too."""
    return replace(props, **asdict(visit.comfort))
