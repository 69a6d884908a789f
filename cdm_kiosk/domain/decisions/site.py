"""Changing the site while people are in it: what has to stay, and what ends with what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import OVER, Floor, Ticket, TicketState
from cdm_kiosk.domain.site import RECEPTION, Labels, Site


def change_site(floor: Floor, command: c.ChangeSite, at: datetime) -> tuple[e.Event, ...]:
    """The events of a new site; raises a Conflict where somebody counts on what would go.

    Before the change a shift at a counter that goes ends, a pause of a theme that goes is over, and so is a call
    for help; after it, what is said of a paused theme is said again under the theme's new words.
    """
    after = command.site
    if not command.anyway:
        for missing in _missed(floor, after, at):
            raise missing
    shifts = (e.ShiftClosed(at, name) for name in floor.shifts if after.counter(name) is None)
    pauses = (e.ThemeResumed(at, name) for name in floor.front.paused if after.theme(name) is None)
    helped = (e.HelpCame(at, name) for name in floor.front.help if after.counter(name) is None)
    told_again = (
        e.ThemePaused(at, name, message)
        for name, message in floor.front.paused.items()
        if _label(after, name) not in (None, _label(floor.site, name))
    )
    return (*shifts, *pauses, *helped, e.SiteChanged(at, after), *told_again)


def _label(site: Site, theme_id: str) -> Labels | None:
    theme = site.theme(theme_id)
    return None if theme is None else theme.label


def _missed(floor: Floor, after: Site, at: datetime) -> Iterator[errors.Conflict]:
    """What somebody would look for in vain."""
    if floor.date is not None and after.local(at).date() != floor.site.local(at).date():
        yield errors.Conflict(Code.IN_USE, "timezone", what=after.timezone)
    for ticket in floor.tickets.values():
        if not _counts(floor, ticket, at):
            continue
        label = ticket.label
        if after.theme(ticket.theme) is None:
            field = "desk" if ticket.theme == RECEPTION else "themes"
            yield errors.Conflict(Code.IN_USE, field, what=ticket.theme, number=label)
        for counter in (ticket.counter, _sent_to(ticket, at)):
            if counter is not None and after.counter(counter) is None:
                yield errors.Conflict(Code.IN_USE, "counters", what=counter, number=label)
        is_called = ticket.counter is not None
        if ticket.language is not None and ticket.language not in after.languages and not is_called:
            yield errors.Conflict(Code.IN_USE, "languages", what=ticket.language, number=label)


def _sent_to(ticket: Ticket, at: datetime) -> str | None:
    """The counter that the visitor was sent to, as long as it is not just anybody's to call."""
    is_anybodys = ticket.state is TicketState.WAITING and ticket.until is not None and ticket.until <= at
    return None if is_anybodys else ticket.for_counter


def _counts(floor: Floor, ticket: Ticket, at: datetime) -> bool:
    """Whether the visitor is still to be received, or may come back to be."""
    if ticket.state is TicketState.ABSENT:
        return at - ticket.since <= timedelta(minutes=floor.site.manners.grace_min)
    return ticket.state not in OVER
