"""What is decided at the front: the entry, themes that pause, what is told to everybody, contacts, help."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.decisions.found import counter_named, theme_named
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor


def close_entry(floor: Floor, _command: c.CloseEntry, at: datetime) -> e.EntryClosed:
    if not floor.front.entry_open:
        raise errors.Conflict(Code.ENTRY_CLOSED)
    return e.EntryClosed(at)


def open_entry(floor: Floor, _command: c.OpenEntry, at: datetime) -> e.EntryOpened:
    if floor.front.entry_open:
        raise errors.Conflict(Code.ENTRY_OPEN)
    return e.EntryOpened(at)


def pause_theme(floor: Floor, command: c.PauseTheme, at: datetime) -> e.ThemePaused:
    theme_named(floor, command.theme)
    return e.ThemePaused(at, command.theme, command.message)


def resume_theme(floor: Floor, command: c.ResumeTheme, at: datetime) -> e.ThemeResumed:
    if command.theme not in floor.front.paused:
        raise errors.Conflict(Code.THEME_NOT_PAUSED, "theme")
    return e.ThemeResumed(at, command.theme)


def post_message(_floor: Floor, command: c.PostMessage, at: datetime) -> e.MessagePosted | e.MessageRemoved:
    return e.MessagePosted(at, command.message) if command.message else e.MessageRemoved(at)


def ask_help(floor: Floor, command: c.AskHelp, at: datetime) -> e.HelpAsked:
    counter_named(floor, command.counter)
    if command.counter in floor.front.help:
        raise errors.Conflict(Code.HELP_ASKED, "counter")
    return e.HelpAsked(at, command.counter)


def end_help(floor: Floor, command: c.EndHelp, at: datetime) -> e.HelpCame:
    if command.counter not in floor.front.help:
        raise errors.Conflict(Code.NO_HELP_ASKED, "counter")
    return e.HelpCame(at, command.counter)


def count_contact(floor: Floor, command: c.CountContact, at: datetime) -> e.ContactCounted:
    if command.undo and command.contact not in floor.front.contacts:
        raise errors.Conflict(Code.NOTHING_COUNTED, "contact")
    return e.ContactCounted(at, command.contact, -1 if command.undo else 1)


RULES: Mapping[type[c.Command], Any] = {
    c.CloseEntry: close_entry,
    c.OpenEntry: open_entry,
    c.PauseTheme: pause_theme,
    c.ResumeTheme: resume_theme,
    c.PostMessage: post_message,
    c.AskHelp: ask_help,
    c.EndHelp: end_help,
    c.CountContact: count_contact,
}
