"""What the house answers to each order: the events that follow, or a refusal; one file a thing decided about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.decisions import allowed, counters, day, front, site, tickets
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import Order
from cdm_kiosk.domain.routing import EarliestArrival, Routing

FAIR = EarliestArrival()
RULES: Mapping[type[c.Command], Any] = {
    **tickets.RULES,
    **counters.RULES,
    **day.RULES,
    **front.RULES,
    c.ChangeSite: site.change_site,
}
BEFORE_THE_DAY = (c.OpenDay, c.ChangeSite)
"""What needs no open doors."""


def decide(floor: Floor, order: Order, now: datetime, routing: Routing = FAIR) -> tuple[e.Event, ...]:
    """The events that ``order`` makes on ``floor`` at ``now`` (aware UTC); raises a coded Refusal.

    Time never runs backwards within a day: a clock that jumps back counts as standing still. A new day begins when
    it is, so that a clock that once ran ahead freezes one day and not all that follow.
    """
    allowed.check(floor, order)
    command = order.command
    if isinstance(command, c.CheckClock):
        return tuple(day.check_clock(floor, command, now))
    at = max(now, floor.latest) if floor.is_open else now
    if not floor.is_open and not isinstance(command, BEFORE_THE_DAY):
        raise errors.Conflict(Code.DAY_NOT_OPEN)
    if isinstance(command, c.CallNext):
        return counters.call_next(floor, command, at, routing)
    if isinstance(command, c.IssueTicket):
        return (tickets.issue(floor, command, at, tickets.came_at(floor, order, at)),)
    made: e.Event | tuple[e.Event, ...] = RULES[type(command)](floor, command, at)
    return made if isinstance(made, tuple) else (made,)


def may(floor: Floor, order: Order, now: datetime) -> errors.Refusal | None:
    """Why ``order`` would be refused at ``now``; ``None`` where it would be carried out."""
    try:
        decide(floor, order, now)
    except errors.Refusal as refusal:
        return refusal
    return None
