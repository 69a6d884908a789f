"""What keeps the data folder from being read or written."""

from __future__ import annotations

from cdm_kiosk.domain.errors import Lack


class StoreFault(Lack):
    """The log cannot be read or written; nothing of the append in question is kept."""


class PositionTaken(Exception):
    """Another writer was first: catch up with the log, then decide again."""
