"""The day opens and closes by the clock at the site's door."""

from __future__ import annotations

from datetime import datetime

from cdm_kiosk.domain.commands import CloseDay, Command, OpenDay
from cdm_kiosk.domain.floor import Floor


def due(floor: Floor, now: datetime) -> tuple[Command, ...]:
    """The commands that the site's hours ask for at ``now`` (aware UTC), in order.

    A day that is no longer today is closed; inside the opening hours a day opens, unless reception shut the doors
    by hand. Reception alone shuts doors within the day: visitors may still wait when the hours end.
    """
    today = floor.site.local(now).date()
    commands: list[Command] = []
    if floor.date is not None and floor.date < today:
        commands.append(CloseDay(floor.date))
    elif floor.is_open or floor.closed_on == today:
        return ()
    if floor.site.open_until(now) is not None:
        commands.append(OpenDay(today))
    return tuple(commands)
