"""Pairing by numeric comparison: what both sides commit to, the six digits that they show, and one pairing's life.

Both sides commit to a secret number (a nonce) before either is told. The station opens its own first, so that
whoever plays a station learns the digits only when reception sees them too, and cannot try many in silence. The
digits follow from both nonces and from the certificate as each side sees it: with somebody between, they differ.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cdm_kiosk.domain.errors import Invalid, Unknown
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import PAIRED_ROLES, Role
from cdm_kiosk.domain.site import Site

VERSION = 1
"""Of this agreement; part of every hash, so that nobody can talk two sides into different ones."""
LABEL = b"cdm-kiosk pairing %d" % VERSION
NONCE_BYTES = 16
DIGITS = 6
CHOICES = 3
LASTS_S = 120.0
"""From the first word to the token."""
OPENS_WITHIN_S = 10.0
"""A station opens its commitment at once; one that does not keeps others waiting for nothing."""
LONGEST_PAUSE_S = 32.0
FORGIVEN_AFTER_S = 600.0

Draw = Callable[[int], int]
"""A random whole number from 0 to below the one given, like ``secrets.randbelow``."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What both sides must see alike: the role and name asked for, and the SHA-256 of the hub's certificate.

    ``fingerprint`` is empty where the line has no certificate, because it never leaves the machine.
    """

    role: Role
    name: str
    fingerprint: bytes


def station_commitment(terms: Terms, nonce: bytes) -> bytes:
    """What the station says first: it holds the station to its nonce without telling it."""
    return hashlib.sha256(_framed(b"station", terms, nonce)).digest()


def hub_commitment(terms: Terms, of_station: bytes, nonce: bytes) -> bytes:
    """What the hub answers, to this station's commitment alone."""
    return hashlib.sha256(_framed(b"hub", terms, of_station, nonce)).digest()


def digits(terms: Terms, station_nonce: bytes, hub_nonce: bytes) -> str:
    """The six digits that both sides show; raises ValueError for a nonce of another length."""
    if len(station_nonce) != NONCE_BYTES or len(hub_nonce) != NONCE_BYTES:
        raise ValueError("a nonce of another length")
    made = hmac.digest(station_nonce + hub_nonce, _framed(b"digits", terms), "sha256")
    return f"{int.from_bytes(made) % 10**DIGITS:0{DIGITS}}"


def digits_at_station(terms: Terms, nonce: bytes, of_hub: bytes, hub_nonce: bytes) -> str | None:
    """The digits for the station's screen, None where the hub did not keep to what it committed to."""
    expected = hub_commitment(terms, station_commitment(terms, nonce), hub_nonce)
    if len(hub_nonce) != NONCE_BYTES or not hmac.compare_digest(expected, of_hub):
        return None
    return digits(terms, nonce, hub_nonce)


def _framed(what: bytes, terms: Terms, *more: bytes) -> bytes:
    """All parts with their lengths, so that no two lists of parts read alike."""
    parts = (LABEL, what, terms.role.encode(), terms.name.encode(), terms.fingerprint, *more)
    return b"".join(len(part).to_bytes(4) + part for part in parts)


def choices(right: str, draw: Draw) -> tuple[str, ...]:
    """Three numbers with the right one among them, each unlike the others in its first and in its second half."""
    half = DIGITS // 2
    numbers = [right]
    while len(numbers) < CHOICES:
        drawn = f"{draw(10**DIGITS):0{DIGITS}}"
        if all(drawn[:half] != each[:half] and drawn[half:] != each[half:] for each in numbers):
            numbers.append(drawn)
    numbers[0] = numbers[at := draw(CHOICES)]
    numbers[at] = right
    return tuple(numbers)


def check_version(version: int) -> None:
    """Raises Invalid for a station that pairs by another agreement, which says who must be updated."""
    if version > VERSION:
        raise Invalid(Code.STATION_TOO_NEW, "pairing", version=version, known=VERSION)
    if version < VERSION:
        raise Invalid(Code.STATION_TOO_OLD, "pairing", version=version, known=VERSION)


def check_room(site: Site, role: str) -> None:
    """Raises Invalid for a role that this site has no room for."""
    if role not in PAIRED_ROLES or (role == Role.ADVISOR and not site.counters):
        raise Invalid(Code.NO_ROOM_FOR_ROLE, "role", role=role)


def check_place(site: Site, role: Role, place: str) -> None:
    """``place`` is an advisor's counter, a kiosk's or a display's zone, or "" for any.

    Raises Invalid for a role without room, or one that has no place; Unknown for a place that the site lacks.
    """
    check_room(site, role)
    if not place:
        return
    if role is Role.RECEPTION:
        raise Invalid(Code.NO_PLACE_FOR_ROLE, "place", role=role)
    if role is Role.ADVISOR and site.counter(place) is None:
        raise Unknown(Code.UNKNOWN_COUNTER, "place", counter=place)
    if role is not Role.ADVISOR and site.zone(place) is None:
        raise Unknown(Code.UNKNOWN_ZONE, "place", zone=place)


class State(StrEnum):
    """How far a pairing is."""

    BEGUN = "begun"
    SHOWN = "shown"
    """Both nonces are told: the station shows its digits, reception its three numbers."""
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Pairing:
    """One pairing as the hub sees it; ``terms`` hold the hub's own fingerprint, never one that it was told.

    ``began_s`` counts on any steady clock. ``why`` says what a refused one was refused for.
    """

    terms: Terms
    of_station: bytes
    hub_nonce: bytes = field(repr=False)
    began_s: float
    state: State = State.BEGUN
    station_nonce: bytes = field(default=b"", repr=False)
    right: str = field(default="", repr=False)
    numbers: tuple[str, ...] = ()
    why: Code | None = None

    @property
    def commitment(self) -> bytes:
        """The hub's own."""
        return hub_commitment(self.terms, self.of_station, self.hub_nonce)

    @property
    def is_open(self) -> bool:
        """Whether it may still become a pairing."""
        return self.state in (State.BEGUN, State.SHOWN)

    def ends_at_s(self) -> float:
        return self.began_s + (OPENS_WITHIN_S if self.state is State.BEGUN else LASTS_S)

    def at(self, now_s: float) -> Pairing:
        """The same at that time: refused once it lasted too long."""
        return self.refused(Code.PAIRING_TOO_SLOW) if self.is_open and now_s >= self.ends_at_s() else self

    def opened(self, nonce: bytes, draw: Draw) -> Pairing:
        """The station tells its nonce: shown where it is the one that it was held to, refused otherwise.

        A repetition, after a lost answer, changes nothing.
        """
        if self.state is State.SHOWN and hmac.compare_digest(nonce, self.station_nonce):
            return self
        if self.state is not State.BEGUN:
            return self.refused(Code.PAIRING_REPEATED)
        right_length = len(nonce) == NONCE_BYTES
        if not right_length or not hmac.compare_digest(station_commitment(self.terms, nonce), self.of_station):
            return self.refused(Code.PAIRING_INTERCEPTED)
        right = digits(self.terms, nonce, self.hub_nonce)
        numbers = choices(right, draw)
        return replace(self, state=State.SHOWN, station_nonce=nonce, right=right, numbers=numbers)

    def chosen(self, number: str) -> Pairing:
        """Reception says which number the station shows. There is no second try."""
        if self.state is State.ACCEPTED and number == self.right:
            return self
        if self.state is not State.SHOWN:
            return self.refused(Code.PAIRING_REPEATED)
        if number != self.right:
            return self.refused(Code.WRONG_DIGITS)
        return replace(self, state=State.ACCEPTED)

    def refused(self, why: Code) -> Pairing:
        """Ended with nothing given; what has ended before stays as it is."""
        return replace(self, state=State.REFUSED, why=why) if self.is_open else self


@dataclass(frozen=True, slots=True)
class Turns:
    """When the next pairing may begin: later after each one that came to nothing, whoever began it."""

    failures: int = 0
    free_at_s: float = 0.0

    def wait_s(self, now_s: float) -> float:
        """How long until the next one may begin; 0 when it may now."""
        return max(0.0, self.free_at_s - now_s)

    def after(self, ended: Pairing, now_s: float) -> Turns:
        """The same once this one has ended."""
        if ended.state is State.ACCEPTED:
            return Turns()
        failures = 1 if now_s - self.free_at_s > FORGIVEN_AFTER_S else self.failures + 1
        return Turns(failures, now_s + min(2.0 ** min(failures, 10), LONGEST_PAUSE_S))
