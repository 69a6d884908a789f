"""What a station believes: a snapshot folded with the feed by the house's own rules, one mirror an audience.

The rules load when the first snapshot comes: a window shows its first frame without them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_type_hints

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.clock import StationClock
from cdm_kiosk.client.decoding import decoded
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.domain.stations import PresentedStation, StationList, Stations
from cdm_kiosk.domain.tempo import Tempo

if TYPE_CHECKING:
    from cdm_kiosk.domain.bands import Outlook
    from cdm_kiosk.domain.disclosure import Offers, Sign
    from cdm_kiosk.domain.floor import Floor
    from cdm_kiosk.domain.site import Site


class Mirror(QObject):
    """Follows one hub, by whose ``clock`` it goes. A subclass says what a snapshot and a frame mean."""

    changed = Signal()

    def __init__(self, client: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = StationClock()
        client.snapshotReceived.connect(self._take_snapshot)
        client.frameReceived.connect(self._take_frame)
        client.connectedChanged.connect(self.changed)

    def _begin(self, snapshot: Mapping[str, Any]) -> None:
        """Believe a snapshot."""
        raise NotImplementedError

    def _follow(self, kind: str, body: object) -> bool:
        """Believe a frame of the feed; return whether it changed anything."""
        raise NotImplementedError

    @Slot(bytes)
    def _take_snapshot(self, content: bytes) -> None:
        snapshot: dict[str, Any] = json.loads(content)
        self._begin(snapshot)
        self.clock.tempo = decoded(Tempo | None, snapshot["tempo"])
        self.changed.emit()

    @Slot(str, bytes)
    def _take_frame(self, kind: str, content: bytes) -> None:
        if self._follow(kind, json.loads(content)):
            self.changed.emit()


class StaffMirror(Mirror):
    """The whole floor, as reception and advisors see it; ``floor`` is None until the hub answered once.

    ``outlook`` is what the hub last forecast, from the first snapshot on; ``stations`` is who listens to the hub,
    ``pending`` the station that wants to be paired, and ``paired`` those that are, None until the hub told of them.
    """

    floor: Floor | None = None
    outlook: Outlook
    stations = Stations()
    pending: PresentedStation | None = None
    paired: StationList | None = None

    def _begin(self, snapshot: Mapping[str, Any]) -> None:
        from cdm_kiosk.domain.bands import Outlook
        from cdm_kiosk.domain.floor import BEFORE_ALL, Floor, Shift, Ticket

        tickets = decoded(tuple[Ticket, ...], snapshot["tickets"])
        shifts = decoded(Mapping[str, Shift], snapshot["shifts"])
        kinds = get_type_hints(Floor)
        carried = snapshot.keys() & kinds.keys() - {"tickets", "shifts"}
        named = {name: decoded(kinds[name], snapshot[name]) for name in carried}
        self.floor = Floor.restored(tickets, shifts, **named)
        # The feed tells the newest next; of a day that closed while nobody listened there may be none.
        self.outlook = Outlook(BEFORE_ALL)

    def _follow(self, kind: str, body: object) -> bool:
        from cdm_kiosk.domain.bands import Outlook
        from cdm_kiosk.domain.events import Event
        from cdm_kiosk.domain.floor import evolve
        from cdm_kiosk.domain.site import Site

        match kind:
            case "outlook":
                self.outlook = decoded(Outlook, body)
            case "stations":
                self.stations = decoded(Stations, body)
            case "pairing":
                self.pending = decoded(Mapping[str, PresentedStation | None], body)["pending"]
            case "paired":
                self.paired = decoded(StationList, body)
            case "site":
                # Told to whoever comes back: the file may have changed while the hub was away.
                site = decoded(Site, body)
                if self.floor is None or self.floor.site == site:
                    return False
                self.floor = replace(self.floor, site=site)
            case _ if self.floor is not None:
                self.floor = evolve(self.floor, decoded(Event, body))
            case _:
                return False
        return True


class KioskMirror(Mirror):
    """What a kiosk may offer; ``site`` is None until the hub answered once, ``offers`` are there from then on."""

    site: Site | None = None
    offers: Offers

    def _begin(self, snapshot: Mapping[str, Any]) -> None:
        from cdm_kiosk.domain.disclosure import Offers
        from cdm_kiosk.domain.site import Site

        self.site, self.offers = decoded(Site, snapshot["site"]), decoded(Offers, snapshot["offers"])

    def _follow(self, kind: str, body: object) -> bool:
        from cdm_kiosk.domain.disclosure import Offers
        from cdm_kiosk.domain.site import Site

        match kind:
            case "site":
                self.site = decoded(Site, body)
            case "offers":
                self.offers = decoded(Offers, body)
            case _:
                return False
        return True


class PublicMirror(Mirror):
    """The calls that everybody may see; ``called`` also says each new call, in order.

    ``sign`` is None until the hub answered once.
    """

    called = Signal(object)
    sign: Sign | None = None

    def __init__(self, client: HubClient, parent: QObject | None = None) -> None:
        from cdm_kiosk.domain.disclosure import Board

        super().__init__(client, parent)
        self.board = Board()

    def _begin(self, snapshot: Mapping[str, Any]) -> None:
        from cdm_kiosk.domain.disclosure import Board, Sign

        self.sign, self.board = decoded(Sign, snapshot["sign"]), decoded(Board, snapshot["board"])

    def _follow(self, kind: str, body: object) -> bool:
        from cdm_kiosk.domain.disclosure import NumberCalled, PublicEvent, Sign, evolve_board

        if kind == "sign":
            self.sign = decoded(Sign, body)
            return True
        event: PublicEvent = decoded(PublicEvent, body)
        self.board = evolve_board(self.board, event)
        if isinstance(event, NumberCalled):
            self.called.emit(event)
        return True
