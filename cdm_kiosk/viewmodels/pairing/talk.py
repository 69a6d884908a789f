"""What the screen needs of the talk with one hub: how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from cdm_kiosk.domain.orders import Role

BUSY, SHOWING, ACCEPTED, REFUSED = "busy", "showing", "accepted", "refused"


class Given(Protocol):
    """What pairing gave. ``confirmed_itself``: nobody compared the digits, for want of a reception."""

    @property
    def role(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def site_name(self) -> str: ...
    @property
    def confirmed_itself(self) -> bool: ...


class Talk(Protocol):
    """One pairing at a time; ``changed`` tells that something of it is another now."""

    @property
    def changed(self) -> SignalInstance: ...
    @property
    def step(self) -> str:
        """ "idle", "connecting", or one of the four above."""

    @property
    def digits(self) -> str: ...
    @property
    def why(self) -> str:
        """The code of what ended it; ``values`` are for its sentence."""

    @property
    def values(self) -> Mapping[str, Any]: ...
    @property
    def given(self) -> Given | None: ...
    def begin(self, urls: Sequence[str], role: Role, name: str) -> None:
        """Pair with the hub at the first of ``urls`` that answers; what was under way is given up."""

    def cancel(self) -> None:
        """Give up, and be idle."""
