"""Who may do what: the roles of each verb, of its reserved fields, and a visitor's own ticket."""

from __future__ import annotations

from cdm_kiosk.domain.commands import BringBack
from cdm_kiosk.domain.errors import Forbidden
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor, TicketState
from cdm_kiosk.domain.orders import Order, Role
from cdm_kiosk.domain.verbs import OF_COMMAND


def check(floor: Floor, order: Order) -> None:
    """Raises Forbidden, with the field that this role may not give, where the verb itself is its own."""
    verb, role = OF_COMMAND[type(order.command)], order.by.role
    if role is Role.HUB:
        return
    if role not in verb.roles:
        raise Forbidden(Code.NOT_YOURS, role=role)
    for name, (roles, usual) in verb.reserved.items():
        if role not in roles and getattr(order.command, name) != usual:
            raise Forbidden(Code.NOT_YOURS, name, role=role)
    if role is Role.VISITOR:
        own = floor.tickets.get(order.by.station)
        # Whoever was called and did not come goes to reception, and is seen there.
        is_missed = isinstance(order.command, BringBack) and own is not None and own.state is TicketState.ABSENT
        if getattr(order.command, "ticket", None) != order.by.station or is_missed:
            raise Forbidden(Code.NOT_YOURS, "ticket", role=role)
