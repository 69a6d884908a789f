"""The front of the house at reception: entry, pauses, messages, help, contacts without a ticket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, Slot

from cdm_kiosk.client.hub import Answered
from cdm_kiosk.client.orders import NOTHING, Orders
from cdm_kiosk.domain.day import closes_at
from cdm_kiosk.domain.events import Contact
from cdm_kiosk.domain.floor import Floor, TicketState
from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.site import Labels, label_in
from cdm_kiosk.viewmodels.reception.ready_made import (
    FOR_A_THEME,
    FOR_EVERYBODY,
    QUARTER,
    ReadyMade,
    hour_text,
    next_quarter,
)
from cdm_kiosk.viewmodels.reception.rows import theme_label
from cdm_kiosk.viewmodels.shared.sentences import clock_text, minutes
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

STILL_IN_LINE = frozenset({TicketState.WAITING, TicketState.PARKED})
LONGEST_MESSAGE = 200
UNBROKEN = "\u00a0\u202f"
EVERYBODY = ""


@dataclass(frozen=True, slots=True)
class BannerRow:
    """Something that must not be overlooked, and the one thing to do about it.

    ``kind`` is "help", "station", "closing", "entry" or "message"; ``subject`` the counter that asks for help.
    """

    banner_id: str
    kind: str
    subject: str
    text: str
    verb: str
    key: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    contact: str
    label: str
    count: int
    key: str


@dataclass(frozen=True, slots=True)
class TextRow:
    """What is being written in one language; the site's first one is required."""

    code: str
    name: str
    text: str
    required: bool


@dataclass(frozen=True, slots=True)
class ReadyRow:
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class FrontProps:
    entry_open: bool = False
    day_explanation: str = ""
    """When the hours open and close the house by themselves."""
    closing_text: str = ""
    """Who would lose a number if the day closed now."""
    message: str = ""
    """What the displays show now, in the site's first language; "" when they show nothing."""
    last_contact: str = ""
    """The contact of the last tap, as long as it can be taken back."""
    subject: str = ""
    subject_label: str = ""
    paused: bool = False
    """Whether the theme that is written about is paused."""
    hour_text: str = ""
    """The hour that ready-made sentences name."""
    can_send: bool = False
    longest_message: int = LONGEST_MESSAGE
    banners: tuple[BannerRow, ...] = ()
    contacts: tuple[ContactRow, ...] = ()
    texts: tuple[TextRow, ...] = ()
    ready_made: tuple[ReadyRow, ...] = ()
    site_messages: tuple[ReadyRow, ...] = ()
    """What the site's administration has prepared, shown to everybody in one touch."""


@known_to_qml
class FrontViewModel(ViewModel[FrontProps]):
    """What reception says and counts for the whole house; one text at a time is being written.

    ``subject`` is the theme that the text is about, or "" for what everybody is told.
    """

    def __init__(self, orders: Orders, answered: Answered, parent: QObject | None = None) -> None:
        super().__init__(FrontProps(), parent)
        self._orders = orders
        self._answered = answered
        self._floor: Floor | None = None
        self._now = datetime(1970, 1, 1, tzinfo=UTC)
        self._presents_text = ""
        self._last_contact: Contact | None = None
        self._subject = EVERYBODY
        self._written: dict[str, str] = {}
        self._chosen: ReadyMade | None = None
        self._hour = self._now

    @Slot()
    def closeEntry(self) -> None:
        self._ask("close-entry")

    @Slot()
    def openEntry(self) -> None:
        self._ask("open-entry")

    @Slot(str)
    def helpCame(self, counter_id: str) -> None:
        """Somebody from reception goes to the counter that asked."""
        self._ask("help-came", {"counter": counter_id})

    @Slot(str)
    def count(self, contact: str) -> None:
        """One contact more; each tap counts."""
        self._last_contact = Contact(contact)
        self._ask("contact", {"contact": contact, "undo": False})
        self._show()

    @Slot()
    def undoCount(self) -> None:
        """The last tap was a mistake; only that one can be taken back."""
        if self._last_contact is not None:
            contact, self._last_contact = self._last_contact, None
            self._ask("contact", {"contact": contact, "undo": True})
            self._show()

    @Slot(str)
    def begin(self, subject: str) -> None:
        """Write about a theme, or for everybody; what is told now is where the writing begins."""
        if self._floor is None:
            return
        front = self._floor.front
        self._subject = subject
        self._written = dict(front.paused.get(subject, {}) if subject else front.message)
        self._chosen = None
        self._hour = next_quarter(self._floor.site.local(self._now))
        self._show()

    @Slot(str, str)
    def setText(self, code: str, text: str) -> None:
        """The text in one language, as it is typed."""
        self._chosen = None
        self._written[code] = "".join(each if each.isprintable() or each in UNBROKEN else " " for each in text)[
            :LONGEST_MESSAGE
        ]
        self._show()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Take a ready-made sentence, in every language of the site that has it."""
        self._chosen = next((each for each in self._sentences() if each.key == key), None)
        self._fill()

    @Slot(int)
    def moveHour(self, quarters: int) -> None:
        """The hour of the ready-made sentences, so many quarters later; it stays on its day."""
        moved = self._hour + quarters * QUARTER
        if moved.date() == self._hour.date():
            self._hour = moved
            self._fill()

    @Slot()
    def send(self) -> None:
        """Pause the theme with these words, or tell everybody."""
        if not self.props.can_send:
            return
        if self._subject:
            self._ask("pause", {"theme": self._subject, "message": self._message()})
        else:
            self._ask("message", {"message": self._message()})

    @Slot()
    def resume(self) -> None:
        """Give numbers for the theme again."""
        self._ask("resume", {"theme": self._subject})

    @Slot(str)
    def showPrepared(self, message_id: str) -> None:
        """Tell everybody one of ``siteMessages``, in each language that it was written in."""
        messages = self._floor.site.messages if self._floor is not None else ()
        for message in messages:
            if message.id == message_id:
                self._ask("message", {"message": dict(message.text)})

    @Slot()
    def removeMessage(self) -> None:
        self._ask("message", {"message": {}})

    def show(self, floor: Floor, now: datetime, presents_text: str = "") -> None:
        """Show the front of ``floor`` at ``now`` (aware UTC); ``presents_text`` tells of a new station."""
        self._floor, self._now, self._presents_text = floor, now, presents_text
        if not floor.is_open:
            self._last_contact = None
        self._show()

    def _ask(self, verb: str, values: Mapping[str, object] = NOTHING) -> None:
        # Closed and opened, counted and taken back: the last touch must be the last to arrive.
        self._orders.ask(verb, values, self._answered, lane="front")

    def _sentences(self) -> tuple[ReadyMade, ...]:
        return FOR_A_THEME if self._subject else FOR_EVERYBODY

    def _message(self) -> Labels:
        """What was written, without the languages left empty."""
        return {code: text.strip() for code, text in self._written.items() if text.strip()}

    def _fill(self) -> None:
        if self._chosen is not None and self._floor is not None:
            self._written = dict(self._chosen.texts(self._floor.site.languages, self._hour))
        self._show()

    def _show(self) -> None:
        if self._floor is not None:
            self._become(self._derive(self._floor))

    def _derive(self, floor: Floor) -> FrontProps:
        first = floor.site.languages[0]
        ready = [(each.key, each.texts([first], self._hour)) for each in self._sentences()]
        last = self._last_contact if self._last_contact in floor.front.contacts else None
        return FrontProps(
            entry_open=floor.front.entry_open,
            day_explanation=_day_explanation(floor, self._now),
            closing_text=_closing_text(floor),
            message=label_in(floor.front.message, first),
            last_contact=_contact_names()[last][0] if last is not None else "",
            subject=self._subject,
            subject_label=theme_label(floor, self._subject) if self._subject else "",
            paused=self._subject in floor.front.paused,
            hour_text=hour_text(self._hour, first),
            can_send=first in self._message(),
            banners=tuple(_banner_rows(floor, self._now, self._presents_text)),
            contacts=tuple(_contact_rows(floor)),
            texts=tuple(
                TextRow(code, language_name(code), self._written.get(code, ""), code == first)
                for code in floor.site.languages
            ),
            ready_made=tuple(ReadyRow(key, texts[first]) for key, texts in ready if texts),
            site_messages=tuple(ReadyRow(each.id, each.label) for each in floor.site.messages),
        )


def _banner_rows(floor: Floor, now: datetime, presents_text: str) -> list[BannerRow]:
    """What must not be overlooked, the most pressing first: people before machines."""
    new = [BannerRow("station", "station", "", presents_text, _tr("Comparer les nombres"), "S")]
    stations = new if presents_text else []
    if not floor.is_open:
        return stations
    asking = sorted(floor.front.help.items(), key=lambda asked: asked[1])
    banners = [_help_banner(floor, counter, asked_at, now) for counter, asked_at in asking] + stations
    if closes_at(floor, now) is not None:
        text = _last_look(floor, now)
        banners.append(BannerRow("closing", "closing", "", text, _tr("Fermer la journée maintenant"), ""))
    elif not floor.front.entry_open:
        text = _tr("L’entrée est fermée : plus de nouveau numéro, ceux qui en ont un sont reçus.")
        banners.append(BannerRow("entry", "entry", "", text, _tr("Rouvrir l’entrée"), ""))
    if floor.front.message:
        message = label_in(floor.front.message, floor.site.languages[0])
        text = _tr("Sur les écrans : « {message} »").format(message=message)
        banners.append(BannerRow("message", "message", "", text, _tr("Retirer"), ""))
    return [replace(banners[0], key="V"), *banners[1:]] if asking else banners


def _help_banner(floor: Floor, counter_id: str, asked_at: datetime, now: datetime) -> BannerRow:
    counter = floor.site.counter(counter_id)
    text, since = _tr("{place} demande de l’aide."), minutes(asked_at, now)
    if since > 0:
        text = _tr("{place} demande de l’aide depuis {minutes} min.")
    text = text.format(place=counter.label if counter is not None else counter_id, minutes=since)
    return BannerRow(f"help-{counter_id}", "help", counter_id, text, _tr("J’y vais"), "")


def _last_look(floor: Floor, now: datetime) -> str:
    """Who is still there when the hours are over, and when the day closes by itself."""
    closing = closes_at(floor, now)
    hour = clock_text(floor.site.local(closing)) if closing is not None else ""
    states = [ticket.state for ticket in floor.tickets.values()]
    waiting = sum(state in STILL_IN_LINE for state in states)
    if not waiting:
        return _tr("Plus personne n’attend. La journée se fermera d’elle-même, à {hour} au plus tard.").format(
            hour=hour
        )
    text = _tr("{count} personnes attendent encore. La journée se fermera d’elle-même à {hour}.")
    if waiting == 1:
        text = _tr("Une personne attend encore. La journée se fermera d’elle-même à {hour}.")
    return text.format(count=waiting, hour=hour)


def _day_explanation(floor: Floor, now: datetime) -> str:
    """What the site's hours will do by themselves."""
    until = floor.site.open_until(now)
    if not floor.is_open or until is None:
        return ""
    if until.hour == 0 and until.minute == 0:
        return _tr("Aujourd’hui, la maison reste ouverte jusqu’à minuit.")
    text = _tr("L’entrée se ferme d’elle-même à {hour}. La journée se ferme quand tout le monde a été reçu.")
    return text.format(hour=clock_text(until))


def _closing_text(floor: Floor) -> str:
    states = [ticket.state for ticket in floor.tickets.values()]
    losing = sum(state in STILL_IN_LINE or state is TicketState.CALLED for state in states)
    received = states.count(TicketState.IN_INTERVIEW)
    parts = [_tr("Personne n’attend.")]
    if losing:
        parts = [_tr("{count} personnes perdront leur numéro.").format(count=losing)]
    if losing == 1:
        parts = [_tr("Une personne perdra son numéro.")]
    if received:
        several = _tr("{count} entretiens sont encore en cours.").format(count=received)
        parts.append(several if received > 1 else _tr("Un entretien est encore en cours."))
    return " ".join([*parts, _tr("Les tables seront libérées.")])


def _contact_names() -> dict[Contact, tuple[str, str]]:
    """Each contact's name and key."""
    return {
        Contact.DOCUMENTATION: (_tr("Documentation"), "D"),
        Contact.COMPUTERS: (_tr("Ordinateurs"), "O"),
        Contact.EVENT: (_tr("Événement"), "E"),
        Contact.QUICK: (_tr("Renseignement rapide"), "R"),
        Contact.CLOSED: (_tr("Demande hors service"), "H"),
    }


def _contact_rows(floor: Floor) -> list[ContactRow]:
    return [
        ContactRow(contact.value, label, floor.front.contacts.get(contact, 0), key)
        for contact, (label, key) in _contact_names().items()
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("FrontViewModel", text)
