"""The call display: what is called in each waiting area it shows, and below that what everybody is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain.disclosure import NumberCalled, Sign
from cdm_kiosk.domain.languages import tag_of
from cdm_kiosk.domain.site import label_in
from cdm_kiosk.domain.sound import LOUDEST, loudness
from cdm_kiosk.options import ShownZone
from cdm_kiosk.viewmodels.display.announcements import Call, InLanguage
from cdm_kiosk.viewmodels.display.calls import ZoneCalls, occasion
from cdm_kiosk.viewmodels.display.drift import drift
from cdm_kiosk.viewmodels.display.notices import NOTICE_S, Notice, message_of, quieter
from cdm_kiosk.viewmodels.shared.searching import searching_text
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

ANNOUNCE_MS = 4_000
"""How long one call has the large place to itself; half as long while others wait to be announced."""
STALE_AFTER = timedelta(seconds=60)
"""A call heard this late (after a lost connection) is shown, not announced: its visitor was called already."""
QUIET_ROOM_PERCENT = 40
"""The chime in a room where people read, of what the hall hears."""

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""

ENTRY_CLOSED = str(
    QT_TRANSLATE_NOOP("DisplayViewModel", "Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.")
)


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """An area that is shown."""

    zone: str
    calls: ZoneCalls


@dataclass(frozen=True, slots=True)
class DisplayProps:
    connected: bool = False
    searching_text: str = ""
    """Where the hub is looked for; "" once it was heard."""
    doors_open: bool = False
    entry_open: bool = True
    sample: bool = False
    rehearsal: bool = False
    site_name: str = ""
    language: str = ""
    """The site's first language, in which the screen's own words stand."""
    zone_name: str = ""
    """The one area that this screen shows; "" where it shows several."""
    anybody_called: bool = False
    clock: str = ""
    message: str = ""
    message_right_to_left: bool = False
    notice: str = ""
    notice_right_to_left: bool = False
    message_turn: bool = True
    """Whose turn it is where message and notice have no room together."""
    zone_missing: bool = False
    """Whether an area that this screen was asked for is not among the site's."""
    shift_x: int = 0
    """How many small steps to the right of its middle the picture stands."""
    shift_y: int = 0
    """How many small steps it stands below its middle."""
    zones: tuple[ZoneRow, ...] = ()
    in_a_quiet_room: bool = False


@known_to_qml
class DisplayViewModel(ViewModel[DisplayProps]):
    """Shows the board of the areas asked for, each by itself; without any, of all of them together.

    Where an area asked for is not among the site's, all calls are shown: nobody's number may be lost with it.
    ``in_a_quiet_room``: people read here; the chime is soft and nothing is said.
    """

    announced = Signal(object)
    """A Call, when it takes the large place."""
    joined = Signal(object)
    """A Call of more numbers that are called together with those in the large place."""
    standing = Signal(object)
    """The numbers (a frozenset) that are still called, whenever they have changed."""
    chimed = Signal(float)
    """The chime, from 0 to 1 as loud as this screen can."""
    spokenLanguageChanged = Signal(str)

    def __init__(
        self,
        mirror: PublicMirror,
        client: HubClient,
        zones: Sequence[ShownZone] = (),
        announce_ms: int = ANNOUNCE_MS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        in_a_quiet_room: bool = False,
        in_language: InLanguage = lambda language, text: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(
            DisplayProps(searching_text=searching_text(client), in_a_quiet_room=in_a_quiet_room), parent
        )
        self._mirror = mirror
        self._client = client
        self._now = clock
        self._in_language = in_language
        # Whoever was asked for first stands first; all areas together stand by, in case one is not there.
        self._all = self._new_zone(ShownZone(), announce_ms)
        self._asked = [self._new_zone(each, announce_ms) for each in zones if each.zone]
        self._standing: frozenset[int] = frozenset()
        self._notices: tuple[Notice, ...] = ()
        self._notices_s = 0
        mirror.called.connect(self._take_call)
        mirror.changed.connect(self._refresh)

    def chime(self, volume: int) -> None:
        """Sound the chime, 0 to 100 loud; at 0 nothing is heard."""
        if volume > 0:
            self.chimed.emit(volume / LOUDEST)

    @Slot()
    def tick(self) -> None:
        """One second went by: the clock on the wall moves on, and notices take turns."""
        self._notices_s += 1
        self._refresh()

    def _new_zone(self, asked: ShownZone, announce_ms: int) -> ZoneCalls:
        made = ZoneCalls(asked.zone, asked.direction, announce_ms, self)
        made.announced.connect(self._announce)
        made.joined.connect(self._join)
        made.moved.connect(self._refresh)
        return made

    @Slot(object)
    def _take_call(self, call: NumberCalled) -> None:
        if self._now() - call.at < STALE_AFTER * self._mirror.clock.speed:
            for zone in self._shown_zones():
                zone.take(call)

    @Slot(object)
    def _announce(self, calls: tuple[NumberCalled, ...]) -> None:
        if self._mirror.sign is not None:
            self.announced.emit(self._call(self._mirror.sign, calls))

    @Slot(object)
    def _join(self, calls: tuple[NumberCalled, ...]) -> None:
        if self._mirror.sign is not None:
            self.joined.emit(self._call(self._mirror.sign, calls))

    def _call(self, sign: Sign, calls: tuple[NumberCalled, ...]) -> Call:
        volume = loudness(sign.sound, self._local(sign).time())
        first = calls[0]
        languages = dict.fromkeys(language for call in calls for language in call.aloud)
        return Call(
            tuple(call.number for call in calls),
            first.place,
            first.recall,
            () if self.props.in_a_quiet_room else tuple(tag_of(each, sign.regions) for each in languages),
            volume * QUIET_ROOM_PERCENT // 100 if self.props.in_a_quiet_room else volume,
            occasion(first),
        )

    @Slot()
    def _refresh(self) -> None:
        sign, board = self._mirror.sign, self._mirror.board
        if sign is None:
            return
        language = sign.languages[0]
        standing = frozenset(call.number for call in board.calls)
        if standing != self._standing:
            self._standing = standing
            self.standing.emit(standing)
        names = {zone.id: label_in(zone.label, language) for zone in sign.zones}
        shown = self._shown_zones()
        for zone in shown:
            tells_apart = zone is self._all and len(names) > 1
            zone.show(board, names.get(zone.zone, ""), names if tells_apart else {})
        message = message_of(board, language)
        notices = quieter(board, sign.languages, partial(self._entry_closed, language))
        if (message, *notices) != self._notices:
            self._notices, self._notices_s = (message, *notices), 0
        turn = self._notices_s // NOTICE_S
        # Each stands for two turns: where there is no room beside it, the message has one of them.
        notice = notices[turn // 2 % len(notices)] if notices else Notice()
        local = self._local(sign)
        shift_x, shift_y = drift(local.hour * 60 + local.minute)
        before = self.props.language
        self._become(
            DisplayProps(
                connected=self._client.connected,
                searching_text=searching_text(self._client),
                doors_open=board.is_open,
                entry_open=board.entry_open,
                sample=sign.sample,
                rehearsal=self._mirror.clock.tempo is not None,
                site_name=sign.name,
                language=language,
                zone_name=shown[0].props.zone_name if len(shown) == 1 else "",
                anybody_called=any(zone.props.number for zone in shown),
                clock=local.strftime("%H:%M"),
                message=message.text,
                message_right_to_left=message.is_right_to_left,
                notice=notice.text,
                notice_right_to_left=notice.is_right_to_left,
                message_turn=turn % 2 == 0,
                zone_missing=bool(self._asked) and shown == [self._all],
                shift_x=shift_x,
                shift_y=shift_y,
                zones=tuple(ZoneRow(zone.zone, zone) for zone in shown),
                in_a_quiet_room=self.props.in_a_quiet_room,
            )
        )
        if before != language:
            self.spokenLanguageChanged.emit(language)

    def _shown_zones(self) -> list[ZoneCalls]:
        sign = self._mirror.sign
        known = {zone.id for zone in sign.zones} if sign is not None else set()
        return self._asked if self._asked and all(each.zone in known for each in self._asked) else [self._all]

    def _entry_closed(self, first_language: str, language: str) -> str:
        if language == first_language:
            return translate("DisplayViewModel", ENTRY_CLOSED)
        return self._in_language(language, ENTRY_CLOSED)

    def _local(self, sign: Sign) -> datetime:
        return self._now().astimezone(ZoneInfo(sign.timezone))
