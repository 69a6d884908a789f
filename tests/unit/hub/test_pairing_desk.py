"""The hub's side of pairing: one station at a time, one try each, and nothing given before reception said yes."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cdm_kiosk.domain.errors import Conflict, Invalid, Refusal, Unknown
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.domain.pairing import (
    LASTS_S,
    NONCE_BYTES,
    OPENS_WITHIN_S,
    VERSION,
    Terms,
    digits_at_station,
    station_commitment,
)
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.hub.pairing_desk import PairingBusy, PairingDesk, PairingEnded
from cdm_kiosk.hub.register import Register
from cdm_kiosk.wire import PairingOutcome, PendingPairing

FINGERPRINT, ANOTHERS = "aa" * 32, "bb" * 32
TRUST = Trust(("a certificate",))


@dataclass(frozen=True)
class Shown:
    """The certificate that the hub shows."""

    fingerprint: str = FINGERPRINT
    trust: Trust = TRUST


@dataclass
class Bench:
    """A desk with its register, what it told reception, and what it printed."""

    desk: PairingDesk
    register: Register
    told: list[PendingPairing | None]
    said: list[str]
    now: float = 0.0

    @property
    def pending(self) -> PendingPairing:
        assert self.told
        assert self.told[-1] is not None
        return self.told[-1]


@pytest.fixture
def bench(tmp_path: Path, site: Site) -> Bench:
    """A hub that has a reception already."""
    register = Register(tmp_path, lambda: date(2026, 11, 24))
    register.grant(Role.RECEPTION)
    return made(register, site)


def made(register: Register, site: Site) -> Bench:
    told: list[PendingPairing | None] = []
    said: list[str] = []
    bench: Bench
    desk = PairingDesk(register, lambda: site, Shown(), lambda: bench.now, told.append, said.append)
    bench = Bench(desk, register, told, said)
    return bench


@dataclass
class Station:
    """A station's side, which sees the certificate with ``fingerprint``."""

    desk: PairingDesk
    role: Role = Role.KIOSK
    name: str = "Borne 1"
    fingerprint: str = FINGERPRINT
    nonce: bytes = field(default_factory=lambda: secrets.token_bytes(NONCE_BYTES))
    id: str = ""
    digits: str = ""

    @property
    def terms(self) -> Terms:
        return Terms(self.role, self.name, bytes.fromhex(self.fingerprint))

    def begin(self, pairing: int = VERSION) -> bytes:
        said = station_commitment(self.terms, self.nonce)
        self.id, of_hub = self.desk.begin(pairing, "1.2.3", self.role, self.name, said)
        return of_hub

    def show(self) -> str:
        """Everything up to the digits on its screen."""
        of_hub = self.begin()
        seen = digits_at_station(self.terms, self.nonce, of_hub, self.desk.reveal(self.id, self.nonce))
        assert seen is not None
        self.digits = seen
        return seen


def story(steps: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(steps, 30))


def accept(bench: Bench, number: str, **otherwise: Any) -> None:
    said = {"role": Role.KIOSK, "name": "Borne 1", "place": "", "replace": "", **otherwise}
    bench.desk.accept(bench.pending.id, number, **said)


def test_a_station_whose_number_reception_picks_gets_a_token_of_its_role(bench: Bench, site: Site) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        assert station.show() in bench.pending.numbers
        assert (bench.pending.name, bench.pending.version) == ("Borne 1", "1.2.3")
        accept(bench, station.digits, name="  Borne du hall ", place=site.zones[0].id)
        assert bench.told[-1] is None
        given = await bench.desk.outcome(station.id)
        assert bench.register.principal(given.token) == Principal(Role.KIOSK, "Borne du hall")
        assert given.trust == TRUST.said()
        assert (given.site_id, given.name, given.place) == (site.id, "Borne du hall", site.zones[0].id)
        # The answer may have been lost on its way.
        assert await bench.desk.outcome(station.id) == given
        accept_again = PairingOutcome(**given.model_dump())
        assert accept_again == given
        assert len(bench.register.stations) == 1

    story(steps())


def test_a_station_that_waits_hears_of_it_at_once(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        station.show()
        asked = asyncio.create_task(bench.desk.outcome(station.id))
        await asyncio.sleep(0)
        accept(bench, station.digits)
        assert (await asked).state == "accepted"

    story(steps())


def test_another_number_sends_the_station_away_with_nothing(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        station.show()
        pending = bench.pending
        wrong = next(each for each in pending.numbers if each != station.digits)
        with pytest.raises(PairingEnded) as refused:
            accept(bench, wrong)
        assert refused.value.code == Code.WRONG_DIGITS
        with pytest.raises(PairingEnded):
            bench.desk.accept(pending.id, station.digits, Role.KIOSK, "Borne 1", "", "")
        assert await bench.desk.outcome(station.id) == PairingOutcome(state="refused", code="wrong_digits")
        assert bench.register.stations == ()
        assert bench.told[-1] is None

    story(steps())


def test_reception_sends_a_station_away(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        station.show()
        bench.desk.refuse(bench.pending.id)
        assert (await bench.desk.outcome(station.id)).code == "pairing_refused"

    story(steps())


def test_somebody_between_is_found_by_the_hub_itself(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk, fingerprint=ANOTHERS)
        station.begin()
        with pytest.raises(PairingEnded) as refused:
            bench.desk.reveal(station.id, station.nonce)
        assert refused.value.code == Code.PAIRING_INTERCEPTED
        assert [each for each in bench.told if each is not None] == []

    story(steps())


def test_what_reception_knows_does_not_fetch_the_token(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        station.show()
        with pytest.raises(Unknown):
            await bench.desk.outcome(bench.pending.id)
        with pytest.raises(Unknown):
            bench.desk.accept(station.id, station.digits, Role.RECEPTION, "Accueil", "", "")

    story(steps())


def test_stations_are_paired_one_at_a_time(bench: Bench) -> None:
    async def steps() -> None:
        Station(bench.desk).show()
        bench.now += 20
        with pytest.raises(PairingBusy) as busy:
            Station(bench.desk).begin()
        assert busy.value.retry_after_s == LASTS_S - 20
        assert busy.value.values == {"seconds": 100}

    story(steps())


def test_whoever_does_not_go_on_makes_room(bench: Bench) -> None:
    async def steps() -> None:
        Station(bench.desk).begin()
        bench.now += OPENS_WITHIN_S + 2
        late = Station(bench.desk)
        with pytest.raises(PairingBusy):
            late.begin()
        bench.now += 2
        late.show()
        bench.now += LASTS_S
        assert (await bench.desk.outcome(late.id)).code == "pairing_too_slow"
        assert bench.told[-1] is None

    story(steps())


def test_the_notice_goes_away_by_itself_though_nobody_asks_any_more(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def steps() -> None:
        monkeypatch.setattr("cdm_kiosk.domain.pairing.LASTS_S", 0.05)
        Station(bench.desk).show()
        bench.now += 1
        while bench.told[-1] is not None:
            await asyncio.sleep(0.01)

    story(steps())


def test_guessing_is_slow(bench: Bench) -> None:
    async def steps() -> None:
        waits = []
        for _ in range(7):
            Station(bench.desk).show()
            bench.desk.refuse(bench.pending.id)
            with pytest.raises(PairingBusy) as busy:
                Station(bench.desk).begin()
            waits.append(busy.value.retry_after_s)
            bench.now += waits[-1]
        assert waits == [2, 4, 8, 16, 32, 32, 32]

    story(steps())


def test_a_repeated_begin_is_another_pairing_and_an_old_one_opens_nothing(bench: Bench) -> None:
    async def steps() -> None:
        first = Station(bench.desk)
        first.show()
        bench.desk.refuse(bench.pending.id)
        bench.now += 10
        replayed = Station(bench.desk, nonce=first.nonce)
        assert replayed.show() != first.digits
        with pytest.raises(PairingEnded):
            bench.desk.reveal(first.id, first.nonce)

    story(steps())


def test_an_answer_that_was_lost_is_given_again_for_a_while_only(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        station.show()
        accept(bench, station.digits)
        bench.now += LASTS_S - 1
        assert (await bench.desk.outcome(station.id)).token
        bench.now += 2
        with pytest.raises(Unknown):
            await bench.desk.outcome(station.id)

    story(steps())


def test_what_cannot_be_leaves_reception_a_second_try(bench: Bench, site: Site) -> None:
    async def steps() -> None:
        bench.register.pair(Role.KIOSK, "Borne 1")
        station = Station(bench.desk)
        station.show()
        refused: list[tuple[Code, str | None, Any]] = []
        for otherwise in (
            {},
            {"name": "a\nb"},
            {"place": "nowhere"},
            {"role": Role.ADVISOR, "place": "nowhere"},
            {"role": Role.RECEPTION, "place": site.zones[0].id},
        ):
            with pytest.raises(Refusal) as caught:
                accept(bench, station.digits, **{"name": "Borne 2", **otherwise} if otherwise else {})
            refused.append((caught.value.code, caught.value.field, dict(caught.value.values)))
        assert refused == [
            (Code.STATION_NAME_TAKEN, "name", {"name": "Borne 1"}),
            (Code.BAD_STATION_NAME, "name", {"most": 40}),
            (Code.UNKNOWN_ZONE, "place", {"zone": "nowhere"}),
            (Code.UNKNOWN_COUNTER, "place", {"counter": "nowhere"}),
            (Code.NO_PLACE_FOR_ROLE, "place", {"role": Role.RECEPTION}),
        ]
        accept(bench, station.digits, name="Borne 2")
        assert (await bench.desk.outcome(station.id)).name == "Borne 2"

    story(steps())


def test_a_broken_station_is_replaced_under_its_name(bench: Bench) -> None:
    async def steps() -> None:
        broken = bench.register.pair(Role.KIOSK, "Borne 1")
        (before,) = bench.register.stations
        station = Station(bench.desk)
        station.show()
        accept(bench, station.digits, replace=before.id)
        assert bench.register.principal(broken) is None
        assert [each.name for each in bench.register.stations] == ["Borne 1"]

    story(steps())


@pytest.mark.parametrize(("pairing", "code"), [(VERSION + 1, Code.STATION_TOO_NEW), (0, Code.STATION_TOO_OLD)])
def test_a_station_of_another_age_is_told_so_before_anything_else(bench: Bench, pairing: int, code: Code) -> None:
    async def steps() -> None:
        with pytest.raises(Invalid) as refused:
            bench.desk.begin(pairing, "9", "hologram", "", b"\0" * 99)
        assert refused.value.code == code

    story(steps())


def test_a_role_that_the_site_has_no_room_for_is_refused_before_digits_are_shown(bench: Bench, site: Site) -> None:
    async def steps() -> None:
        small = made(bench.register, replace(site, counters=()))
        for role in ("advisor", "hub", "visitor", "metrics", "hologram"):
            with pytest.raises(Invalid) as refused:
                small.desk.begin(VERSION, "1", role, "", b"\0" * 32)
            assert (refused.value.code, refused.value.field) == (Code.NO_ROOM_FOR_ROLE, "role")
            assert refused.value.values == {"role": role}

    story(steps())


def test_the_first_station_of_a_new_hub_is_its_own_reception(tmp_path: Path, site: Site) -> None:
    async def steps() -> None:
        bench = made(Register(tmp_path, lambda: date(2026, 11, 24)), site)
        # Another kind of station has nobody who could say yes.
        kiosk = Station(bench.desk)
        kiosk.show()
        asked = asyncio.create_task(bench.desk.outcome(kiosk.id))
        await asyncio.sleep(0)
        assert not asked.done()
        bench.desk.refuse(bench.pending.id)
        await asked
        bench.now += 10
        first = Station(bench.desk, Role.RECEPTION, "")
        first.show()
        assert bench.said == [f"pairing: the first reception shows {first.digits}"]
        given = await bench.desk.outcome(first.id)
        assert bench.register.principal(given.token) == Principal(Role.RECEPTION, "Accueil")
        second = Station(bench.desk, Role.RECEPTION, "Accueil 2")
        second.show()
        assert bench.pending.name == "Accueil 2"
        assert len(bench.register.stations) == 1

    story(steps())


def test_a_hub_that_granted_a_reception_takes_no_first_one_by_itself(bench: Bench) -> None:
    async def steps() -> None:
        Station(bench.desk, Role.RECEPTION, "Accueil").show()
        assert bench.pending.role == "reception"
        assert bench.register.stations == ()

    story(steps())


def test_a_name_that_is_taken_while_it_waits_is_told_so(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        station.show()
        bench.register.pair(Role.DISPLAY, "borne 1")
        with pytest.raises(Conflict):
            accept(bench, station.digits)

    story(steps())


def test_questions_for_one_outcome_pile_up_nowhere(bench: Bench) -> None:
    async def steps() -> None:
        station = Station(bench.desk)
        station.show()
        asked = [asyncio.create_task(bench.desk.outcome(station.id)) for _ in range(50)]
        await asyncio.sleep(0.05)
        assert sum(not each.done() for each in asked) == 4
        bench.desk.refuse(bench.pending.id)
        assert {(await each).state for each in asked} == {"waiting", "refused"}

    story(steps())
