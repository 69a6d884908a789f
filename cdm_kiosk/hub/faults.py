"""What keeps a hub from starting."""

from __future__ import annotations

from cdm_kiosk.domain.errors import Lack


class HubFault(Lack):
    """The hub cannot start."""
