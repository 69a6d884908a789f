"""What travels to the house: a command, who asks for it, under which key, and when it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

# A station names its role before its first frame, and loads no command for it.
if TYPE_CHECKING:
    from cdm_kiosk.domain.commands import Command


class Role(StrEnum):
    """What asks: a station of four kinds, a watch on the hub's health, a visitor's phone, or the hub itself."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    ADVISOR = "advisor"
    RECEPTION = "reception"
    METRICS = "metrics"
    VISITOR = "visitor"
    HUB = "hub"


PAIRED_ROLES = (Role.KIOSK, Role.DISPLAY, Role.ADVISOR, Role.RECEPTION)
"""What a station can be."""
GRANTED_ROLES = (*PAIRED_ROLES, Role.METRICS)
"""What a token can be for."""


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a role and a machine's name ("Borne 1"), never a person. A visitor's phone is known by its ticket.

    A station with a name is missed at reception when it is away.
    """

    role: Role
    station: str = ""


HUB = Principal(Role.HUB)


@dataclass(frozen=True, slots=True)
class Order:
    """A command as it is decided. ``key`` makes a repetition harmless.

    ``made_at`` (aware) is the station's own time, where the order was kept while the hub was away.
    """

    command: Command
    by: Principal
    key: str | None = None
    made_at: datetime | None = None


def by_hub(command: Command, key: str | None = None) -> Order:
    """An order that the hub gives itself: by the clock, by the site's file, or in a rehearsal."""
    return Order(command, HUB, key)
