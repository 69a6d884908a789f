"""How a site's displays sound: chime and voice, how loud, at which hours, in whose language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from cdm_kiosk.domain.spans import is_within

LOUDEST = 100


@dataclass(frozen=True, slots=True)
class Sound:
    """What is heard when a number is called.

    ``voice`` follows the chime; ``in_visitors_language`` says a call a second time where the ticket has another
    language than the site's first (docs/decisions/0011). In the spans of ``quiet`` neither is heard: the screen
    alone calls. ``volume`` is 0 to 100; ``volume_by_hours`` maps spans like ``"09:00-12:30"``, in the site's time
    zone, to another.
    """

    voice: bool = True
    in_visitors_language: bool = True
    quiet: tuple[str, ...] = ()
    volume: int = 70
    volume_by_hours: Mapping[str, int] = field(default_factory=dict)


def loudness(sound: Sound, local: time) -> int:
    """How loud a call is at ``local``, on the clock of the site's door: 0 (the screen alone) to 100."""
    if any(is_within(span, local) for span in sound.quiet):
        return 0
    return next((loud for span, loud in sound.volume_by_hours.items() if is_within(span, local)), sound.volume)


def said_in(sound: Sound, first_language: str, language: str | None) -> tuple[str, ...]:
    """The languages a call is said in: the site's first, then the ticket's where it is another.

    None at all where the site has no voice: what is not said needs not be known by whoever would say it.
    """
    if not sound.voice:
        return ()
    if not sound.in_visitors_language or language in (None, first_language):
        return (first_language,)
    return (first_language, str(language))
