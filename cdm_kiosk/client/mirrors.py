"""What a station believes: a snapshot folded with the feed by the house's own rules, one mirror an audience.

Each has the ``clock`` that its hub goes by.
The wire's schemas load when the first snapshot comes, after a window has shown its first frame.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.clock import StationClock
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.schemas import load_schemas
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.disclosure import Board, NumberCalled, Offers, Sign, evolve_board
from cdm_kiosk.domain.floor import BEFORE_ALL, Floor, evolve
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import Stations


class StaffMirror(QObject):
    """The whole floor, as reception and advisors see it; ``floor`` is None until the hub answered once.

    ``outlook`` is what the hub last forecast, ``stations`` who listens to it.
    """

    changed = Signal()

    def __init__(self, client: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = StationClock()
        self.floor: Floor | None = None
        self.outlook = Outlook(BEFORE_ALL)
        self.stations = Stations()
        client.snapshotReceived.connect(self._take_snapshot)
        client.frameReceived.connect(self._take_frame)
        client.connectedChanged.connect(self.changed)

    @Slot(bytes)
    def _take_snapshot(self, content: bytes) -> None:
        load_schemas()
        from cdm_kiosk import wire

        snapshot = wire.Snapshot.model_validate_json(content)
        self.clock.tempo = snapshot.tempo
        self.floor = snapshot.floor()
        # The feed tells the newest next; of a day that closed while nobody listened there may be none.
        self.outlook = Outlook(BEFORE_ALL)
        self.changed.emit()

    @Slot(str, bytes)
    def _take_frame(self, kind: str, content: bytes) -> None:
        from cdm_kiosk import wire

        if kind == "outlook":
            self.outlook = wire.OUTLOOK.validate_json(content)
            self.changed.emit()
        elif kind == "stations":
            self.stations = wire.STATIONS.validate_json(content)
            self.changed.emit()
        elif kind == "site":
            # Told to whoever comes back: the file may have changed while the hub was away.
            site = wire.SITE.validate_json(content)
            if self.floor is not None and self.floor.site != site:
                self.floor = replace(self.floor, site=site)
                self.changed.emit()
        elif self.floor is not None:
            self.floor = evolve(self.floor, wire.EVENT.validate_json(content))
            self.changed.emit()


class KioskMirror(QObject):
    """What a kiosk may offer; ``site`` is None until the hub answered once."""

    changed = Signal()

    def __init__(self, client: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = StationClock()
        self.site: Site | None = None
        self.offers = Offers(False, ())
        client.snapshotReceived.connect(self._take_snapshot)
        client.frameReceived.connect(self._take_frame)
        client.connectedChanged.connect(self.changed)

    @Slot(bytes)
    def _take_snapshot(self, content: bytes) -> None:
        load_schemas()
        from cdm_kiosk import wire

        snapshot = wire.KioskSnapshot.model_validate_json(content)
        self.clock.tempo = snapshot.tempo
        self.site, self.offers = snapshot.site, snapshot.offers
        self.changed.emit()

    @Slot(str, bytes)
    def _take_frame(self, kind: str, content: bytes) -> None:
        from cdm_kiosk import wire

        if kind == "site":
            self.site = wire.SITE.validate_json(content)
        elif kind == "offers":
            self.offers = wire.OFFERS.validate_json(content)
        else:
            return
        self.changed.emit()


class PublicMirror(QObject):
    """The calls that everybody may see; ``called`` also says each new call, in order."""

    changed = Signal()
    called = Signal(object)

    def __init__(self, client: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = StationClock()
        self.sign: Sign | None = None
        self.board = Board()
        client.snapshotReceived.connect(self._take_snapshot)
        client.frameReceived.connect(self._take_frame)
        client.connectedChanged.connect(self.changed)

    @Slot(bytes)
    def _take_snapshot(self, content: bytes) -> None:
        load_schemas()
        from cdm_kiosk import wire

        snapshot = wire.PublicSnapshot.model_validate_json(content)
        self.clock.tempo = snapshot.tempo
        self.sign, self.board = snapshot.sign, snapshot.board
        self.changed.emit()

    @Slot(str, bytes)
    def _take_frame(self, kind: str, content: bytes) -> None:
        from cdm_kiosk import wire

        if kind == "sign":
            self.sign = wire.SIGN.validate_json(content)
            self.changed.emit()
            return
        event = wire.PUBLIC_EVENT.validate_json(content)
        self.board = evolve_board(self.board, event)
        if isinstance(event, NumberCalled):
            self.called.emit(event)
        self.changed.emit()
