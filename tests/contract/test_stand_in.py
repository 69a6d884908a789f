"""The hub that view models' tests use against one that listens: the same conversations, and what stations see.

Each name that a station can ask for has a conversation here. Around it the same questions are asked badly: by other
roles, about what nobody knows, with a field missing or senseless, again, without a key, after the day has closed.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import uuid4

import pytest

from cdm_kiosk import paths, wire
from cdm_kiosk.client.addresses import HUBS_OWN, addressed, addresses
from cdm_kiosk.client.hub import HubClient, Reply, Request
from cdm_kiosk.domain.commands import ChangeSite, OpenDay
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import PAIRED_ROLES, Role
from cdm_kiosk.domain.verbs import IN_PATH, VERBS
from tests.tools.administration_window import office_content
from tests.tools.fake_hub import PIN, AdministeredHub, dispose
from tests.tools.hub import RunningHub
from tests.tools.windows import wait_until

KIOSK = "Borne 1"
PATIENCE_MS = 20_000
LISTENERS = ("kiosk", "display", "reception")
ADMINISTRATIONS = {"kiosk", "reception"}
VERSION = "the version that was seen last"
NONSENSE = [{"no": "sense"}]
TOLD = ("site", "sign", "offers", "stations", "errands", "pairing", "paired")
"""What is told beside the log: the last one counts, and how often it was told does not."""
WITHOUT_A_DAY = {verb.name for verb in VERBS if verb.command in (OpenDay, ChangeSite)}
WITH_A_NEW_STATION = {"accept-station", "refuse-station", "change-station", "strike-off"}
"""Who asks for these needs a station that wants to be paired: their tests have one."""
OF_VERB = {verb.name: verb for verb in VERBS}

Values = Mapping[str, Any]
Step = tuple[str, str, Values]
NOTHING: Values = {}


@dataclass(frozen=True)
class Talk:
    """A good question of a station, what it needs ``before``, and ``others`` of the same name."""

    role: str
    values: Values
    before: tuple[Step, ...] = ()
    others: tuple[tuple[str, Values], ...] = ()
    roles: frozenset[str] = field(default=frozenset())


@dataclass
class Hall:
    """One hub and its stations; ``transcript`` is what they were answered."""

    clients: Mapping[str, HubClient]
    begin_request: Callable[[], None]
    session: str = ""
    version: str = "0" * 64
    frames: dict[str, list[tuple[str, Any]]] = field(default_factory=lambda: {role: [] for role in LISTENERS})
    transcript: list[Any] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for role in LISTENERS:
            self.clients[role].frameReceived.connect(self._noting(role))
            self.clients[role].start()
            wait_until(lambda role=role: self.clients[role].connected, f"the {role}")  # type: ignore[misc]

    def _noting(self, role: str) -> Callable[[str, bytes], None]:
        return lambda kind, body: self.frames[role].append((kind, normal(json.loads(body))))

    def send(self, role: str, request: Request) -> Reply:
        """One request to its end."""
        replies: list[Reply] = []
        self.begin_request()
        self.clients[role].exchange(request, replies.append)
        wait_until(lambda: replies, f"an answer to {request}")
        return replies[0]

    def expect(self, is_true: bool, what: str) -> None:
        """Note what is wrong: the conversation goes on to its end, or the next ones would begin apart."""
        if not is_true:
            self.wrong.append(what)

    def ask(
        self, step: Step, key: str | None = None, has_session: bool = True, expected: tuple[int, ...] = ()
    ) -> Reply:
        """Ask, and note the answer; ``key`` "" is none, and without ``expected`` any status will do."""
        role, verb, values = step
        given = {name: self.version if value is VERSION else value for name, value in values.items()}
        method, path, body = addressed(verb, given)
        session = self.session if has_session and path.startswith("/admin") else ""
        reply = self.send(role, Request(method, path, body, uuid4().hex if key is None else key, session))
        self.transcript.append((step, key is None, has_session, reply.status, normal(dict(reply.body))))
        self.expect(not expected or reply.status in expected, f"{step}: {reply}, expected {expected}")
        self.session = str(reply.body.get("token", self.session))
        version = reply.body.get("version")
        self.version = version if isinstance(version, str) else self.version
        if reply.code == "wrong_pin":
            wait_until(self._enter, "the PIN to be looked at again")
        return reply

    def _enter(self) -> bool:
        reply = self.send("reception", Request(*addressed("enter", {"pin": PIN})))
        self.session = str(reply.body.get("token", self.session))
        return reply.ok

    def forget(self) -> None:
        """A new conversation begins; what was told beside the log holds on."""
        self.wrong.clear()
        self.transcript.clear()
        for role in LISTENERS:
            self.frames[role][:] = [*self.told(role).items()]

    def heard(self, role: str) -> list[tuple[str, Any]]:
        """The frames of the log, in order."""
        return [frame for frame in self.frames[role] if frame[0] not in (*TOLD, "outlook")]

    def told(self, role: str) -> dict[str, Any]:
        """The last of each kind that is told beside the log."""
        return {kind: body for kind, body in self.frames[role] if kind in TOLD}

    def snapshots(self) -> list[Any]:
        """What each audience is sent first."""
        replies = [self.send(role, Request("GET", "/state")) for role in LISTENERS]
        return [normal({**reply.body, "position": 0}) for reply in replies]


def normal(value: Any) -> Any:
    """What two hubs say alike: without times, ids that a hub makes, and waits that only one of them forecasts."""
    if isinstance(value, dict):
        forecast = ("band", "wait", "come_back_at")
        return {name: None if name in forecast else normal(each) for name, each in value.items()}
    if isinstance(value, list):
        return [normal(each) for each in value]
    if not isinstance(value, str):
        return value
    text = re.sub(r"^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$", "a time", value)
    text = re.sub(r"^http://[\d.:]+/t/", "/t/", text)
    made = r"ticket-\d{4}-of-the-sample-site|(?!conversation-)[\w-]{22}"
    return re.sub(rf"^(/t/)?({made}|[\w-]{{43}})$", r"\1made", text)


CONTENT = {**office_content(), "rota": [], "hours": {"every_day": ["00:00-24:00"]}, "exceptions": []}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'
NUMBERS = count(1)


@pytest.fixture(scope="module")
def halls(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hall, Hall]]:
    """The hub that listens and the one in this process, of the same site, in which nothing happens by itself."""
    stand_in = AdministeredHub(tmp_path_factory.mktemp("stand-in"), CONTENT, pin="")
    stand_in.now = datetime.now(UTC)
    stand_in.floor = Floor(stand_in.floor.site)
    data = tmp_path_factory.mktemp("listening")
    file = paths.own_site(data)
    file.write_bytes(stand_in.file.read_bytes())
    names = {"kiosk": KIOSK}

    def go_with_the_clock() -> None:
        stand_in.now = datetime.now(UTC)

    with RunningHub(data, file) as hub:
        here = {role: hub.client(role, names.get(role, "")) for role in PAIRED_ROLES}
        there = {role: stand_in.line(role, names.get(role, "")) for role in PAIRED_ROLES}
        for line in there.values():
            line._set_connected(True)
        both = Hall(here, lambda: None), Hall(there, go_with_the_clock)
        wait_until(lambda: both[0].send("kiosk", Request("GET", "/health")).body["open"], "the doors to open")
        for hall in both:
            hall.ask(("reception", "change-pin", {"pin": PIN}))
            hall.ask(("reception", "site", {}))
            hall.ask(("reception", "open-day", {}))
            hall.ask(("reception", "close-day", {}))
            wait_until(lambda hall=hall: "day_closed" in dict(hall.heard("reception")), "the end of the first day")  # type: ignore[misc]
            hall.forget()
        yield both
        for client in here.values():
            client.stop()
        dispose(*here.values(), *there.values())


def talks() -> dict[str, Talk]:
    """A conversation for each name that a station can ask for, with tickets of its own."""
    number = next(NUMBERS)
    first, second = (f"conversation-{number:04}-{at:04}" for at in (1, 2))
    shift = {"counter": "2", "themes": ["emploi"], "overflow": [], "languages": ["fr"]}
    at_2, one = {"counter": "2"}, {"ticket": first}
    begun: tuple[Step, ...] = (("advisor", "shift", shift),)
    waits: tuple[Step, ...] = (*begun, ("kiosk", "issue", {**one, "theme": "emploi"}))
    two: tuple[Step, ...] = (*waits, ("kiosk", "issue", {"ticket": second, "theme": "emploi"}))
    called: tuple[Step, ...] = (*two, ("advisor", "call-next", at_2))
    received: tuple[Step, ...] = (*called, ("advisor", "start", at_2))
    missed: tuple[Step, ...] = (*called, ("advisor", "no-show", at_2))
    words = {"fr": "Atelier à 15 h"}
    pause = {"theme": "emploi", "message": words}
    station = {"station": KIOSK}
    changed = {**CONTENT, "name": "Maison des métiers"}
    no_name = {**CONTENT, "name": ""}
    elsewhere = {**at_2, "theme": "orientation"}
    own = {
        "issue": Talk(
            "kiosk",
            {**one, "theme": "emploi"},
            begun,
            (
                ("kiosk", {"theme": "emploi", "people": 3}),
                ("kiosk", {"theme": "emploi", "precedence": "priority"}),
                ("kiosk", {"theme": "sailing"}),
                ("kiosk", {"theme": "creation"}),
                ("reception", {"theme": "emploi", "people": 0}),
            ),
        ),
        "shift": Talk("advisor", shift, (), (("advisor", {**shift, "themes": ["sailing"]}),)),
        "end-shift": Talk("advisor", at_2, begun),
        "break": Talk("advisor", {**at_2, "minutes": 10}, begun, (("advisor", {**at_2, "minutes": 0}),)),
        "back-to-work": Talk("advisor", at_2, (*begun, ("advisor", "break", at_2))),
        "call-next": Talk("advisor", at_2, waits),
        "call": Talk("advisor", {**at_2, **one}, two, (("advisor", {**at_2, "ticket": "nobody"}),)),
        "call-together": Talk("advisor", {**at_2, "tickets": [first, second]}, two),
        "undo": Talk("advisor", at_2, called),
        "recall": Talk("advisor", {**at_2, **one}, called),
        "start": Talk("advisor", at_2, called),
        "finish": Talk("advisor", at_2, received),
        "no-show": Talk("advisor", at_2, called),
        "hand-over": Talk("advisor", elsewhere, received, (("advisor", {**elsewhere, "theme": "sailing"}),)),
        "park": Talk("advisor", {**at_2, "minutes": 10}, called),
        "back": Talk("reception", one, missed),
        "precedence": Talk("reception", {**one, "precedence": "priority"}, two),
        "correct": Talk(
            "reception", {**one, "theme": "orientation"}, two, (("reception", {**one, "theme": "sailing"}),)
        ),
        "paper": Talk("kiosk", {**one, "came": True}, two),
        "withdraw": Talk("kiosk", one, two),
        "open-day": Talk("reception", {}, (("reception", "close-day", {}),)),
        "close-day": Talk("reception", {}, two),
        "close-entry": Talk("reception", {}),
        "open-entry": Talk("reception", {}, (("reception", "close-entry", {}),)),
        "pause": Talk("reception", pause, two),
        "resume": Talk("reception", {"theme": "emploi"}, (("reception", "pause", pause),)),
        "message": Talk("reception", {"message": words}),
        "contact": Talk("reception", {"contact": "documentation", "undo": False}),
        "help": Talk("advisor", at_2, begun),
        "help-came": Talk("reception", at_2, (*begun, ("advisor", "help", at_2))),
        "alive": Talk("kiosk", station, roles=frozenset(PAIRED_ROLES)),
        "know": Talk("kiosk", {"fingerprints": ["0" * 64]}, roles=frozenset(PAIRED_ROLES)),
        "errands": Talk("kiosk", station, (("reception", "try-printer", station),)),
        "station-paper": Talk("kiosk", {**station, "state": "ready", "printer": "none", "found": ["none"]}),
        "trial-came": Talk("kiosk", {**station, "came": True}, (("reception", "try-printer", station),)),
        "print": Talk("reception", {**one, **station}, waits, (("reception", {**one, "station": "nobody"}),)),
        "entrance": Talk("kiosk", {}, roles=frozenset({"kiosk", "reception"})),
        "enter": Talk("kiosk", {"pin": PIN}, (), (("kiosk", {"pin": "0000"}), ("kiosk", {"pin": "1"}))),
        "change-pin": Talk(
            "reception", {"pin": PIN, "former": PIN}, (), (("reception", {"pin": PIN, "former": "0000"}),)
        ),
        "site": Talk("reception", {}),
        "check-site": Talk("reception", {"site": CONTENT}, (), (("reception", {"site": no_name}),)),
        "change-site": Talk(
            "reception",
            {"site": changed, "based_on": VERSION},
            (*waits, ("reception", "site", {})),
            (
                ("reception", {"site": {**CONTENT, "tagline": {}}, "based_on": "0" * 64}),
                ("reception", {"site": no_name, "based_on": VERSION}),
                ("reception", {"site": {**CONTENT, "themes": CONTENT["themes"][:1]}, "based_on": VERSION}),
            ),
        ),
        "versions": Talk("reception", {}),
        "restore": Talk(
            "reception",
            {"version": 1, "based_on": VERSION},
            (
                ("reception", "site", {}),
                ("reception", "change-site", {"site": CONTENT, "based_on": VERSION}),
                ("reception", "change-site", {"site": changed, "based_on": VERSION}),
            ),
            (("reception", {"version": 999, "based_on": VERSION}),),
        ),
        "bring-picture": Talk(
            "reception",
            {"name": "cite.svg", "content": base64.b64encode(DRAWING).decode()},
            (),
            tuple(("reception", {"name": "cite.svg", "content": content}) for content in ("aGVsbG8=", "?")),
        ),
        "use-printer": Talk("reception", {**station, "printer": "none"}),
        "try-printer": Talk("reception", station),
    }
    may = {"enter": ADMINISTRATIONS, "errands": {"kiosk"}, "station-paper": {"kiosk"}, "trial-came": {"kiosk"}}
    return {
        name: replace(
            talk,
            roles=talk.roles or frozenset(OF_VERB[name].roles if name in OF_VERB else may.get(name, {"reception"})),
        )
        for name, talk in own.items()
    }


ASKED_FOR = [verb.name for verb in VERBS if verb.address] + [
    each for each in HUBS_OWN if each not in WITH_A_NEW_STATION
]


def test_each_name_that_a_station_can_ask_for_has_a_conversation() -> None:
    assert set(talks()) == set(addresses()) - WITH_A_NEW_STATION
    assert {verb.name for verb in VERBS if not verb.roles <= {Role.VISITOR}} <= set(addresses())


@pytest.mark.parametrize("name", ASKED_FOR)
def test_stations_see_of_the_stand_in_what_they_see_of_a_hub(halls: tuple[Hall, Hall], name: str) -> None:
    talk = talks()[name]
    marker = uuid4().hex[:12]
    for hall in halls:
        hall.forget()
        converse(hall, name, talk, marker)
    here, there = halls
    assert (here.wrong, there.wrong) == ([], [])
    for one, other in zip(here.transcript, there.transcript, strict=True):
        assert one == other
    assert here.snapshots() == there.snapshots()
    for role in LISTENERS:
        # The hub that listens tells what kiosks may offer when it has looked ahead.
        with suppress(AssertionError):
            wait_until(lambda role=role: here.told(role) == there.told(role), patience_ms=PATIENCE_MS)  # type: ignore[misc]
        assert here.told(role) == there.told(role)
        assert here.heard(role) == there.heard(role)


def converse(hall: Hall, name: str, talk: Talk, marker: str) -> None:
    """The good case of a conversation amid its bad ones, until every listener has heard the ``marker``."""
    method, _, path = addresses()[name].partition(" ")
    in_path = IN_PATH.findall(path)
    verb = OF_VERB.get(name)
    if verb is not None and verb.command is ChangeSite:
        # Administration answers it, with a body of its own.
        verb = None
    good = (talk.role, name, talk.values)

    def without(field_name: str) -> Step:
        rest = {each: value for each, value in talk.values.items() if each != field_name}
        return (talk.role, name, rest)

    hall.ask(("reception", "open-day", {}))
    for step in talk.before:
        hall.ask(step, expected=(200, 201, 202))
    for stranger in PAIRED_ROLES:
        if stranger not in talk.roles:
            hall.ask((stranger, name, talk.values), expected=(403,))
    for nobody in in_path:
        hall.ask((talk.role, name, {**talk.values, nobody: "nobody"}))
    if path.startswith("/admin") and name not in ("entrance", "enter", "change-pin"):
        hall.ask(good, has_session=False, expected=(401,))
    key = uuid4().hex
    done = hall.ask(good, key, expected=(200, 201, 202))
    hall.ask(good, key, expected=(200, 202) if name != "alive" else (200,))
    if verb is not None:
        other = (
            ("message", {"message": {"fr": "Bonjour"}})
            if name == "contact"
            else ("contact", {"contact": "documentation"})
        )
        reused = hall.ask(("reception", *other), key)
        hall.expect(reused.code == "key_reused", f"the key of {done} is used already: {reused}")
    hall.ask(good)
    hall.ask(good, "", expected=(400,) if verb is not None else ())
    for each in talk.values:
        if each not in in_path:
            is_required = verb is not None and wire.body_of(verb).model_fields[each].is_required()
            hall.ask(without(each), expected=(422,) if is_required else ())
            hall.ask((talk.role, name, {**talk.values, each: NONSENSE}), expected=(422,))
    if method != "GET":
        hall.ask((talk.role, name, {**talk.values, "more": 1}))
    for role, values in talk.others:
        hall.ask((role, name, values))
    hall.ask(("reception", "close-day", {}))
    is_of_the_day = verb is not None and name not in WITHOUT_A_DAY
    closed = hall.ask(good, expected=(409,) if is_of_the_day else ())
    hall.expect(not is_of_the_day or closed.code == "day_not_open", f"the day is over: {closed}")
    hall.ask(("reception", "open-day", {}))
    hall.ask(("reception", "message", {"message": {"fr": f"Fin {marker}"}}))
    for role in ("reception", "display"):
        wait_until(
            lambda role=role: any(marker in str(frame) for frame in hall.frames[role]),  # type: ignore[misc]
            f"the {role} to hear the end",
        )
