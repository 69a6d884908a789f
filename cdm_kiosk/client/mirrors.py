"""What a station believes: a snapshot folded with the feed by the house's own rules, one mirror an audience.

The wire's schemas, and the rules with them, load when the first snapshot comes: a window shows its first frame
without them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.clock import StationClock
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.schemas import load_schemas
from cdm_kiosk.domain.stations import Stations

if TYPE_CHECKING:
    from cdm_kiosk.domain.bands import Outlook
    from cdm_kiosk.domain.disclosure import Offers, Sign
    from cdm_kiosk.domain.floor import Floor
    from cdm_kiosk.domain.site import Site
    from cdm_kiosk.domain.tempo import Tempo


class Mirror(QObject):
    """Follows one hub, by whose ``clock`` it goes. A subclass says what a snapshot and a frame mean."""

    changed = Signal()

    def __init__(self, client: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = StationClock()
        client.snapshotReceived.connect(self._take_snapshot)
        client.frameReceived.connect(self._take_frame)
        client.connectedChanged.connect(self.changed)

    def _begin(self, content: bytes) -> Tempo | None:
        """Believe a snapshot; return how fast its hub's clock runs."""
        raise NotImplementedError

    def _follow(self, kind: str, content: bytes) -> bool:
        """Believe a frame of the feed; return whether it changed anything."""
        raise NotImplementedError

    @Slot(bytes)
    def _take_snapshot(self, content: bytes) -> None:
        load_schemas()
        self.clock.tempo = self._begin(content)
        self.changed.emit()

    @Slot(str, bytes)
    def _take_frame(self, kind: str, content: bytes) -> None:
        if self._follow(kind, content):
            self.changed.emit()


class StaffMirror(Mirror):
    """The whole floor, as reception and advisors see it; ``floor`` is None until the hub answered once.

    ``outlook`` is what the hub last forecast, from the first snapshot on; ``stations`` is who listens to the hub.
    """

    floor: Floor | None = None
    outlook: Outlook
    stations = Stations()

    def _begin(self, content: bytes) -> Tempo | None:
        from cdm_kiosk import wire
        from cdm_kiosk.domain.bands import Outlook
        from cdm_kiosk.domain.floor import BEFORE_ALL

        snapshot = wire.Snapshot.model_validate_json(content)
        self.floor = snapshot.floor()
        # The feed tells the newest next; of a day that closed while nobody listened there may be none.
        self.outlook = Outlook(BEFORE_ALL)
        return snapshot.tempo

    def _follow(self, kind: str, content: bytes) -> bool:
        from cdm_kiosk import wire
        from cdm_kiosk.domain.floor import evolve

        match kind:
            case "outlook":
                self.outlook = wire.OUTLOOK.validate_json(content)
            case "stations":
                self.stations = wire.STATIONS.validate_json(content)
            case "site":
                # Told to whoever comes back: the file may have changed while the hub was away.
                site = wire.SITE.validate_json(content)
                if self.floor is None or self.floor.site == site:
                    return False
                self.floor = replace(self.floor, site=site)
            case _ if self.floor is not None:
                self.floor = evolve(self.floor, wire.EVENT.validate_json(content))
            case _:
                return False
        return True


class KioskMirror(Mirror):
    """What a kiosk may offer; ``site`` is None until the hub answered once, ``offers`` are there from then on."""

    site: Site | None = None
    offers: Offers

    def _begin(self, content: bytes) -> Tempo | None:
        from cdm_kiosk import wire

        snapshot = wire.KioskSnapshot.model_validate_json(content)
        self.site, self.offers = snapshot.site, snapshot.offers
        return snapshot.tempo

    def _follow(self, kind: str, content: bytes) -> bool:
        from cdm_kiosk import wire

        match kind:
            case "site":
                self.site = wire.SITE.validate_json(content)
            case "offers":
                self.offers = wire.OFFERS.validate_json(content)
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

    def _begin(self, content: bytes) -> Tempo | None:
        from cdm_kiosk import wire

        snapshot = wire.PublicSnapshot.model_validate_json(content)
        self.sign, self.board = snapshot.sign, snapshot.board
        return snapshot.tempo

    def _follow(self, kind: str, content: bytes) -> bool:
        from cdm_kiosk import wire
        from cdm_kiosk.domain.disclosure import NumberCalled, evolve_board

        if kind == "sign":
            self.sign = wire.SIGN.validate_json(content)
            return True
        event = wire.PUBLIC_EVENT.validate_json(content)
        self.board = evolve_board(self.board, event)
        if isinstance(event, NumberCalled):
            self.called.emit(event)
        return True
