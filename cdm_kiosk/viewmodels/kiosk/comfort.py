"""How one visitor wants the kiosk to be: what it shows, says and where; the default again for the next."""

from __future__ import annotations

from dataclasses import dataclass

SAFE_VOLUME = 2
"""Of ``LOUDEST``: at most 65 dBA beside a kiosk that was set as docs/kiosk.md says (EN 301 549 5.1.3.11, .12)."""
LOUDEST = 5


@dataclass(frozen=True, slots=True)
class Comfort:
    """The modes of the kiosk. ``volume`` is from 1 to ``LOUDEST``, of the voice."""

    speech: bool = False
    large_text: bool = False
    high_contrast: bool = False
    low_reach: bool = False
    pictures_first: bool = False
    volume: int = SAFE_VOLUME
