"""The front of the house: the entry, pauses, what everybody is told, who asks for help, who needed no number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.site import Labels

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Front:
    """``entry_since`` is when the entry was last opened or closed; ``paused`` maps a theme to what is said of it,
    ``help`` a counter to when it asked; ``contacts`` counts those without a ticket.
    """

    entry_open: bool = True
    entry_since: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    paused: Mapping[str, Labels] = field(default_factory=dict)
    message: Labels = field(default_factory=dict)
    help: Mapping[str, datetime] = field(default_factory=dict)
    contacts: Mapping[e.Contact, int] = field(default_factory=dict)


def evolve_front(front: Front, event: e.FrontEvent) -> Front:
    """The front after ``event``."""
    match event:
        case e.EntryClosed():
            return replace(front, entry_open=False, entry_since=event.at)
        case e.EntryOpened():
            return replace(front, entry_open=True, entry_since=event.at)
        case e.ThemePaused():
            return replace(front, paused={**front.paused, event.theme: event.message})
        case e.ThemeResumed():
            return replace(front, paused=_without(front.paused, event.theme))
        case e.MessagePosted():
            return replace(front, message=event.message)
        case e.MessageRemoved():
            return replace(front, message={})
        case e.HelpAsked():
            return replace(front, help={**front.help, event.counter: event.at})
        case e.HelpCame():
            return replace(front, help=_without(front.help, event.counter))
        case e.ContactCounted():
            counted = front.contacts.get(event.contact, 0) + event.by
            others = _without(front.contacts, event.contact)
            return replace(front, contacts={**others, event.contact: counted} if counted else others)


def text_in_language(message: Labels, language: str, first_language: str) -> str:
    """What reception says, in ``language``, else in the site's first one, else in the first one written."""
    return text_with_language(message, language, first_language)[0]


def text_with_language(message: Labels, language: str, first_language: str) -> tuple[str, str]:
    """The same with the language that it is in; "" with ``language`` where nothing is said."""
    for own in (language, first_language, *message):
        if message.get(own):
            return message[own], own
    return "", language


def _without(mapping: Mapping[K, T], key: K) -> dict[K, T]:
    return {name: value for name, value in mapping.items() if name != key}
