"""Who comes next at a counter, and who is before whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Protocol

from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.floor import NOBODY, Floor, Place, Shift, Shifts, Ticket
from cdm_kiosk.domain.site import Zone


class Routing(Protocol):
    """A policy that chooses the next visitor; policies are compared by replaying the same day."""

    def next_ticket(self, floor: Floor, counter: str, shift: Shift, now: datetime) -> Ticket | None:
        """The ticket to call at ``counter``, or ``None`` when nobody there can be received."""


class EarliestArrival:
    """First come first served among those a shift may receive.

    First-choice themes go before overflow themes until an overflow visitor whose place is earlier has truly waited
    past the site's threshold; from then on places alone decide, so that nobody starves. A precedence moves a place,
    and makes no wait.
    """

    def next_ticket(self, floor: Floor, counter: str, shift: Shift, now: datetime) -> Ticket | None:
        own = min(
            filter(None, (self._first(floor, counter, shift, shift.themes, now), _sent_here(floor, counter, now))),
            default=None,
        )
        if own is None:
            place = self._first(floor, counter, shift, shift.overflow, now)
        else:
            place = min((own, *self._who_have_waited(floor, counter, shift, now, own)))
        return floor.tickets[place[2]] if place is not None else None

    def _who_have_waited(
        self, floor: Floor, counter: str, shift: Shift, now: datetime, own: Place
    ) -> Iterator[Place]:
        """Of each overflow theme the first before ``own`` who has waited past the threshold."""
        before = now - timedelta(minutes=floor.site.overflow_after_min)
        for theme in shift.overflow:
            for place in floor.queues.get(theme, NOBODY):
                ticket = floor.tickets[place[2]]
                if place >= own:
                    break
                if ticket.arrival < before and may_receive(floor, counter, shift, ticket, now):
                    yield place
                    break

    def _first(
        self, floor: Floor, counter: str, shift: Shift, themes: Iterable[str], now: datetime
    ) -> Place | None:
        heads: list[Place] = []
        for theme in themes:
            for place in floor.queues.get(theme, NOBODY):
                if may_receive(floor, counter, shift, floor.tickets[place[2]], now):
                    heads.append(place)
                    break
        return min(heads, default=None)


class FirstCome:
    """Arrival alone: no precedence moves anybody forward, and a theme to help with counts like one's own."""

    def next_ticket(self, floor: Floor, counter: str, shift: Shift, now: datetime) -> Ticket | None:
        received = waiting_for(floor, counter, shift, now)
        return min(received, key=lambda ticket: (ticket.arrival, ticket.number), default=None)


class OwnThemes:
    """Nobody helps out: each shift receives for the themes of its first choice and no other."""

    def next_ticket(self, floor: Floor, counter: str, shift: Shift, now: datetime) -> Ticket | None:
        # Of the whole floor, or a visitor would wait for a language that only a shift which helps out speaks.
        shifts = Shifts({name: replace(each, overflow=()) for name, each in floor.shifts.items()})
        apart = replace(floor, shifts=shifts)
        return EarliestArrival().next_ticket(apart, counter, replace(shift, overflow=()), now)


class PriorityFirst:
    """Those with a priority before all others, however long these have waited; among each, the house's own rule."""

    def next_ticket(self, floor: Floor, counter: str, shift: Shift, now: datetime) -> Ticket | None:
        received = waiting_for(floor, counter, shift, now)
        first = next((ticket for ticket in received if ticket.precedence is Precedence.PRIORITY), None)
        return first or EarliestArrival().next_ticket(floor, counter, shift, now)


POLICIES: Mapping[str, Routing] = MappingProxyType(
    {
        "fair": EarliestArrival(),
        "first-come": FirstCome(),
        "own-themes": OwnThemes(),
        "priority-first": PriorityFirst(),
    }
)
"""The policies that a rehearsal can compare, by name; the house itself routes by ``fair``."""


def may_receive(floor: Floor, counter: str, shift: Shift, ticket: Ticket, now: datetime) -> bool:
    """Whether this counter, under this shift, may receive this visitor at ``now``.

    A visitor who is sent to one counter is that counter's until the time agreed, as long as its shift lasts;
    whoever is sent there may be received there whatever the themes of its shift.

    A language nobody on the floor speaks for the theme, or an accessible counter that no open shift offers, holds
    nobody back: waiting for ever would be worse than an interview with gestures or at another table. Who needs
    both where no shift has both gets the accessible counter: gestures can replace words, not a ramp.
    """
    if _is_reserved(floor, ticket, now):
        return ticket.for_counter == counter
    return shift.serves(ticket.theme) and any(name == counter for name, _ in _able(floor, ticket, now, counter))


def who_may_receive(floor: Floor, ticket: Ticket, now: datetime) -> list[tuple[str, Shift]]:
    """The counters that may receive this visitor at ``now``, of those that still call somebody."""
    if not _is_reserved(floor, ticket, now):
        return _able(floor, ticket, now)
    return [each for each in floor.shifts.items() if each[0] == ticket.for_counter]


def _able(floor: Floor, ticket: Ticket, now: datetime, counter: str | None = None) -> list[tuple[str, Shift]]:
    """Those whose shift serves the ticket's theme, ``counter`` among them, as far as they meet the needs."""
    # A shift whose time is over ends its last interview and calls nobody, and a break may find no end: neither is
    # worth waiting for.
    patience = timedelta(minutes=floor.site.manners.same_counter_min)
    able = [
        (name, rival)
        for name, rival in floor.serving(ticket.theme)
        if name == counter or not (rival.is_over(now) or rival.is_gone(now, patience))
    ]
    # One need after the other, so that two needs which no one shift meets together hold nobody back either.
    if ticket.accessible:
        able = [rival for rival in able if _is_accessible(floor, rival[0])] or able
    if ticket.language is not None:
        able = [rival for rival in able if ticket.language in rival[1].languages] or able
    return able


def people_ahead(floor: Floor, ticket: Ticket) -> int:
    """How many waiting visitors came before this one and are received by the same shifts."""
    themes = {ticket.theme}
    for _, shift in floor.serving(ticket.theme):
        themes.update(shift.themes, shift.overflow)
    return sum(floor.queues.get(theme, NOBODY).before(ticket.place) for theme in themes)


def zone_to_wait_in(floor: Floor, theme: str) -> Zone:
    """Where a visitor for ``theme`` waits: the zone of a counter that serves it now, else the site's first."""
    for counter_id, _ in floor.serving(theme):
        counter = floor.site.counter(counter_id)
        zone = floor.site.zone(counter.zone) if counter is not None else None
        if zone is not None:
            return zone
    return floor.site.zones[0]


def waiting_for(floor: Floor, counter: str, shift: Shift, now: datetime) -> list[Ticket]:
    """Who waits that this counter may receive at ``now``, first come first."""
    return [ticket for ticket in floor.waiting() if may_receive(floor, counter, shift, ticket, now)]


def _is_reserved(floor: Floor, ticket: Ticket, now: datetime) -> bool:
    shift = None if ticket.for_counter is None else floor.shifts.get(ticket.for_counter)
    in_time = ticket.until is None or now < ticket.until
    return shift is not None and not shift.is_over(now) and in_time


def _sent_here(floor: Floor, counter: str, now: datetime) -> Place | None:
    """The first in line who was sent to this very counter, whatever the themes of its shift."""
    tickets = (floor.tickets[name] for name in floor.sent)
    return min(
        (ticket.place for ticket in tickets if ticket.for_counter == counter and _is_reserved(floor, ticket, now)),
        default=None,
    )


def _is_accessible(floor: Floor, counter_id: str) -> bool:
    counter = floor.site.counter(counter_id)
    return counter is not None and counter.accessible
