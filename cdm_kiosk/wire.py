"""Everything as it travels between hub, stations and disk, and the version of that language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date as Date
from datetime import datetime
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    create_model,
)

from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.disclosure import Board, Offers, PublicEvent, Sign
from cdm_kiosk.domain.events import Contact, Event, Precedence
from cdm_kiosk.domain.experience import Experience
from cdm_kiosk.domain.faults import Fault, Value
from cdm_kiosk.domain.floor import BEFORE_ALL, Clock, Floor, Shift, Ticket
from cdm_kiosk.domain.front import Front
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import MOST_FOUND, Paper, Stations
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.domain.verbs import Verb
from cdm_kiosk.packs.changes import Change

PROTOCOL = 1

EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])
PUBLIC_EVENT: TypeAdapter[PublicEvent] = TypeAdapter(Annotated[PublicEvent, Field(discriminator="kind")])
OFFERS: TypeAdapter[Offers] = TypeAdapter(Offers)
SITE: TypeAdapter[Site] = TypeAdapter(Site)
SIGN: TypeAdapter[Sign] = TypeAdapter(Sign)
OUTLOOK: TypeAdapter[Outlook] = TypeAdapter(Outlook)
STATIONS: TypeAdapter[Stations] = TypeAdapter(Stations)

MOST_PEOPLE = 60
LONGEST_ASIDE_MIN = 120
"""For a visitor who waits aside, and for a break."""
LONGEST_MESSAGE = 200
LONGEST_PRINTER = 200
UNBROKEN = "\u00a0\u202f"
"""The spaces that French puts before a colon: to be shown, though Python calls them unprintable."""
Name = Annotated[str, Field(min_length=1, max_length=64)]
TicketId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]
"""``TICKET_ID_BYTES`` in URL-safe base64, as Python's ``secrets`` makes it."""


def _written_out(value: object) -> object:
    """A bare number would be taken for seconds since 1970: nobody means that."""
    if value is None or isinstance(value, datetime) or (isinstance(value, str) and "-" in value):
        return value
    raise ValueError('expected a moment with an offset, like "2026-11-22T18:00:00+01:00"')


Moment = Annotated[AwareDatetime, BeforeValidator(_written_out, json_schema_input_type=AwareDatetime)]


class Body(BaseModel):
    """What a client sends: a field nobody knows is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _words(text: str) -> str:
    if any(not (each.isprintable() or each in UNBROKEN) for each in text) or not text.strip():
        raise ValueError("expected words that can be shown")
    return text.strip()


Words = Annotated[str, Field(min_length=1, max_length=LONGEST_MESSAGE), AfterValidator(_words)]
StationName = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_words)]
Printer = Annotated[str, Field(min_length=1, max_length=LONGEST_PRINTER)]
Message = Annotated[dict[Name, Words], Field(max_length=16)]


class Alive(Body):
    """A station of this ``name`` was heard."""

    name: str


class KnownHub(Body):
    """The SHA-256 of each certificate that a station knows its hub by, in hexadecimal."""

    fingerprints: Annotated[list[Annotated[str, Field(pattern="^[0-9a-f]{64}$")]], Field(max_length=8)]


class PaperBody(Body):
    """How a kiosk's paper is; its ``printer`` and others ``found`` there, as a configuration names them."""

    state: Annotated[Paper, Field(strict=False)]
    printer: Printer | Literal[""] = ""
    found: Annotated[tuple[Printer, ...], Field(max_length=MOST_FOUND, strict=False)] = ()


class TrialBody(Body):
    came: bool


class PrinterBody(Body):
    """``printer`` as a configuration names it: "tcp://HOST:PORT", "none"…"""

    printer: Printer


class PrintBody(Body):
    """``station`` is the kiosk whose printer it is for."""

    station: StationName


Names = Annotated[tuple[Name, ...], Field(max_length=64, strict=False)]

SENT: Mapping[str, Any] = {
    "contact": Annotated[Contact, Field(strict=False)],
    "language": Name,
    "languages": Names,
    "message": Message,
    "minutes": Annotated[int, Field(ge=1, le=LONGEST_ASIDE_MIN)],
    "overflow": Annotated[Names, Field(default=())],
    "people": Annotated[int, Field(ge=1, le=MOST_PEOPLE)],
    "precedence": Annotated[Precedence, Field(strict=False)],
    "theme": Name,
    "themes": Names,
    "ticket": Name,
    "tickets": Annotated[tuple[Name, ...], Field(min_length=1, max_length=MOST_PEOPLE, strict=False)],
    "to_counter": Name,
    "until": Annotated[Moment, Field(strict=False)],
}
"""What a command's field must be as it travels, where its type alone does not say it."""


@cache
def body_of(verb: Verb) -> type[Body]:
    """What a client sends with a verb: the fields of its command that are not in the path."""
    kinds = get_type_hints(verb.command)
    sent: dict[str, Any] = {}
    for each in verb.in_body:
        if each.name == verb.proposed:
            sent[each.name] = (TicketId | None, None)
            continue
        kind = SENT.get(each.name, kinds[each.name])
        kind = kind | None if NoneType in get_args(kinds[each.name]) else kind
        if each.default_factory is not MISSING:
            sent[each.name] = Annotated[kind, Field(default_factory=each.default_factory)]
        else:
            sent[each.name] = kind if each.default is MISSING else (kind, each.default)
    return create_model(f"{verb.command.__name__}Body", __base__=Body, **sent)


Pin = Annotated[str, Field(pattern=r"^[0-9]{4,12}$")]
Version = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Remark = tuple[str, str]
"""A key like ``themes.0.label.fr``, and what is expected or worth knowing there; beside it the same as data."""


class PinBody(Body):
    pin: Pin


class NewPinBody(Body):
    """``former`` is the one that holds until now; null where there is none yet."""

    pin: Pin
    former: Pin | None = None


class SiteBody(Body):
    """A site as its file says it."""

    site: dict[str, Any]


class ChangeSiteBody(SiteBody):
    """``based_on`` is the version that was changed."""

    based_on: Version


class RestoreBody(Body):
    based_on: Version


class IssuedTicket(BaseModel):
    """The answer to a ticket asked for. ``zone`` is where to wait; ``people_ahead`` counts at issue.

    ``band`` is the wait in minutes, null where no forecast can be made; ``come_back_at`` is until when the visitor
    may leave the waiting area.
    """

    id: str
    number: int
    label: str
    theme: str
    zone: str
    follow_url: str
    band: Band | None
    come_back_at: datetime | None
    people_ahead: int


class TicketErrand(BaseModel):
    """Print a ticket once more, in its visitor's language; null is the site's first."""

    kind: Literal["ticket"] = "ticket"
    ticket: IssuedTicket
    language: str | None


class TrialErrand(BaseModel):
    """Print a trial."""

    kind: Literal["trial"] = "trial"


class PrinterErrand(BaseModel):
    """Use another printer from now on."""

    kind: Literal["printer"] = "printer"
    printer: str


Errand = TicketErrand | TrialErrand | PrinterErrand


class Errands(BaseModel):
    """What a kiosk is asked to do for people elsewhere; given once."""

    errands: tuple[Annotated[Errand, Field(discriminator="kind")], ...]


class Asked(BaseModel):
    """The kiosks that have errands to fetch."""

    stations: tuple[str, ...]


class TicketView(BaseModel):
    """A ticket as stations with full sight have it."""

    id: str
    number: int
    label: str
    theme: str
    language: str | None
    accessible: bool
    people: int
    precedence: Precedence
    state: str
    counter: str | None
    for_counter: str | None
    until: datetime | None
    arrival: datetime
    since: datetime
    recalls: int

    @classmethod
    def of(cls, ticket: Ticket) -> TicketView:
        # Our own ticket needs no checking; every call goes this way.
        return cls.model_construct(**{name: getattr(ticket, name) for name in cls.model_fields})


class TicketAnswer(BaseModel):
    ticket: TicketView


class TicketsAnswer(BaseModel):
    tickets: tuple[TicketView, ...]


class ShiftAnswer(BaseModel):
    counter: str
    shift: Shift | None


class FrontAnswer(BaseModel):
    front: Front


class DayAnswer(BaseModel):
    open: bool
    date: Date | None


class Snapshot(BaseModel):
    """All that reception and advisors see, at a position of the log. ``tempo`` is there in a rehearsal only."""

    protocol: int = PROTOCOL
    position: int
    tempo: Tempo | None = None
    site: Site
    open: bool
    date: Date | None
    closed_on: Date | None = None
    latest: datetime = BEFORE_ALL
    last_number: int
    tickets: tuple[Ticket, ...]
    shifts: Mapping[str, Shift]
    turned: Mapping[str, datetime] = Field(default_factory=dict)
    known: Experience = Field(default_factory=Experience)
    today: Experience = Field(default_factory=Experience)
    front: Front = Field(default_factory=Front)
    clock: Clock = Field(default_factory=Clock)
    occasions: int = 0

    @classmethod
    def of(cls, floor: Floor, position: int, tempo: Tempo | None = None) -> Snapshot:
        return cls.model_construct(
            protocol=PROTOCOL,
            position=position,
            tempo=tempo,
            open=floor.is_open,
            tickets=tuple(floor.tickets.values()),
            shifts=dict(floor.shifts),
            **{name: getattr(floor, name) for name in CARRIED},
        )

    def floor(self) -> Floor:
        return Floor.restored(self.tickets, self.shifts, **{name: getattr(self, name) for name in CARRIED})


CARRIED = ({each.name for each in fields(Floor)} & {*Snapshot.model_fields}) - {"tickets", "shifts"}
"""What a snapshot has as its floor has it."""


class PublicSnapshot(BaseModel):
    """All that a call display sees, at a position of the log."""

    protocol: int = PROTOCOL
    position: int
    tempo: Tempo | None = None
    sign: Sign
    board: Board


class KioskSnapshot(BaseModel):
    """All that a kiosk sees, at a position of the log."""

    protocol: int = PROTOCOL
    position: int
    tempo: Tempo | None = None
    site: Site
    offers: Offers


class Problem(BaseModel):
    """An error as people and programs read it (RFC 9457, application/problem+json)."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    field: str | None = None
    values: dict[str, Value] = {}
    detail: str


class BadSiteProblem(Problem):
    """A site that cannot be used, with all that is to mend."""

    faults: list[Remark]
    faults_data: list[Fault]


class SiteMovedProblem(Problem):
    """Somebody else changed the site meanwhile, and how."""

    version: str
    changes: list[str]
    changes_data: list[Change]


class WrongPinProblem(Problem):
    """The next try is looked at after so many seconds, whoever makes it."""

    retry_after_s: int


class Entrance(BaseModel):
    """``has_pin``: without one, the next reception that comes chooses it."""

    has_pin: bool


class Session(BaseModel):
    """``token`` opens administration, until it is not used for so long."""

    token: str
    expires_s: int


class SiteAnswer(BaseModel):
    """The site as its file says it, and ``version``, the SHA-256 of that file."""

    version: str
    site: dict[str, Any]
    advice: list[Remark]
    advice_data: list[Fault]


class SiteJudgement(BaseModel):
    """What keeps a site from being used, and what is worth a second look once nothing does."""

    faults: list[Remark]
    advice: list[Remark]
    faults_data: list[Fault]
    advice_data: list[Fault]


class PictureBody(Body):
    """A picture of the site's own: what its file is called, and its bytes in base64 (the gate counts them)."""

    name: Annotated[str, Field(max_length=255)]
    content: str


class PictureAnswer(BaseModel):
    """The name by which the site can show it from now on."""

    name: str


class KeptVersion(BaseModel):
    """A former site file: its number, when it was replaced, and what the next one changed."""

    version: int
    at: datetime
    changes_to_next: list[str]
    changes_to_next_data: list[Change]


class Health(BaseModel):
    """``ticket_pages`` is where phones find them: it stands on every ticket. ``now`` is by the hub's machine."""

    status: str
    protocol: int
    version: str
    position: int
    open: bool
    ticket_pages: str
    now: datetime


Nonce = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Digits = Annotated[str, Field(pattern=r"^[0-9]{6}$")]
AnyRole = Annotated[Role, Field(strict=False)]
Place = Annotated[str, Field(max_length=64)]


def _shown_or_none(text: str) -> str:
    return _words(text) if text else ""


NameWished = Annotated[str, Field(max_length=40), AfterValidator(_shown_or_none)]


class PairingBody(BaseModel):
    """A station wants to be paired, by ``pairing`` of the agreement and with this ``version`` of the program.

    A station of tomorrow may say more, or otherwise: it is told which side must be updated, not what is unknown.
    """

    model_config = ConfigDict(strict=True)

    pairing: Annotated[int, Field(ge=0, le=999_999)]
    version: StationName
    role: Name
    name: NameWished
    commitment: Annotated[str, Field(pattern=r"^([0-9a-f]{2}){1,128}$")]


class PairingBegun(BaseModel):
    """``id`` is this pairing's, for the station alone; ``commitment`` is the hub's."""

    id: str
    commitment: str


class NonceBody(Body):
    """The number that the station committed to."""

    nonce: Nonce


class NonceTold(BaseModel):
    """The number that the hub committed to."""

    nonce: str


class PairingOutcome(BaseModel):
    """How a pairing stands: "waiting", "accepted" with all that the station needs, or "refused" with a code.

    ``trust`` is what the station knows the hub by from now on, null where the line never leaves the machine.
    ``confirmed_itself``: nobody compared the digits, because the hub had no reception yet.
    """

    state: Literal["waiting", "accepted", "refused"]
    code: str = ""
    token: str = ""
    role: str = ""
    name: str = ""
    place: str = ""
    site_id: str = ""
    site_name: str = ""
    trust: dict[str, Any] | None = None
    confirmed_itself: bool = False


class PendingPairing(BaseModel):
    """A station that reception sees: it shows one of three ``numbers``, and waits ``until`` then."""

    id: str
    role: str
    name: str
    version: str
    numbers: tuple[str, ...]
    until: datetime


class Pairings(BaseModel):
    """What reception is told of pairing, null when nobody wants to be paired."""

    pending: PendingPairing | None


class AcceptBody(Body):
    """``number`` is the one that the station shows; ``replace`` is the id of a station whose place it takes."""

    number: Digits
    role: AnyRole
    name: StationName
    place: Place = ""
    replace: Annotated[str, Field(max_length=64)] = ""


class StationBody(Body):
    """Another name or another place for a paired station; null leaves it."""

    name: StationName | None = None
    place: Place | None = None


class StationView(BaseModel):
    """A paired station, as reception has it."""

    id: str
    role: str
    name: str
    place: str
    paired_on: Date


class StationsAnswer(BaseModel):
    """The paired stations by name, and the hub's own ``version``."""

    version: str
    stations: tuple[StationView, ...]
