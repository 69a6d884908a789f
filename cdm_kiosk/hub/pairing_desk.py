"""Pairs stations, one at a time: the hub's side of the numeric comparison, and what reception says to it."""

from __future__ import annotations

import asyncio
import logging
import math
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from cdm_kiosk.domain.errors import Refusal, Unknown
from cdm_kiosk.domain.faults import Code, Value
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.pairing import (
    LASTS_S,
    NONCE_BYTES,
    Pairing,
    State,
    Terms,
    Turns,
    check_place,
    check_room,
    check_version,
)
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.hub.clock import wall_clock
from cdm_kiosk.hub.register import Register
from cdm_kiosk.wire import PairingOutcome, PendingPairing

logger = logging.getLogger(__name__)

ID_BYTES = 16
HELD_S = 10.0
"""How long a station that asks for the outcome is kept waiting for news."""
MOST_WAITING = 4
"""Questions for one outcome that are kept waiting: a station asks one after the other."""


class PairingBusy(Refusal):
    """Another station is being paired, or one was refused just now."""

    def __init__(self, wait_s: float) -> None:
        seconds = max(1, math.ceil(wait_s))
        super().__init__(Code.PAIRING_BUSY, None, seconds=seconds)
        self.retry_after_s = seconds


class PairingEnded(Refusal):
    """This pairing has come to nothing."""

    def __init__(self, code: Code, **values: Value) -> None:
        super().__init__(code, None, **values)


@dataclass
class _Asked:
    """One pairing and what is around it. Who has its ``id`` gets the token: reception knows it by ``shown_as``."""

    pairing: Pairing
    version: str
    id: str = field(default_factory=lambda: secrets.token_urlsafe(ID_BYTES), repr=False)
    shown_as: str = field(default_factory=lambda: secrets.token_urlsafe(ID_BYTES))
    given: PairingOutcome | None = field(default=None, repr=False)
    ended_s: float = math.inf
    news: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: int = 0


class Identity(Protocol):
    """By what stations of other machines know this hub: what it shows now, and what they shall keep."""

    @property
    def fingerprint(self) -> str: ...

    @property
    def trust(self) -> Trust: ...


class PairingDesk:
    """Lives on the hub's event loop. ``clock`` counts seconds and never runs backwards.

    ``identity`` is None for a hub that is reached from its own machine alone. ``tell`` hears who wants to be
    paired, None for nobody; ``say`` prints a line on the hub's terminal; ``now`` is the hour on the wall.
    """

    def __init__(
        self,
        register: Register,
        site: Callable[[], Site],
        identity: Identity | None,
        clock: Callable[[], float],
        tell: Callable[[PendingPairing | None], None],
        say: Callable[[str], None] = print,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        self._register = register
        self._site = site
        self._identity = identity
        self._clock = clock
        self._tell = tell
        self._say = say
        self._now = now
        self._turns = Turns()
        self._current: _Asked | None = None
        self._ended: dict[str, _Asked] = {}
        self._end: asyncio.TimerHandle | None = None

    # ----- what a station says

    def begin(self, pairing: int, version: str, role: str, name: str, commitment: bytes) -> tuple[str, bytes]:
        """The pairing's id, and the hub's commitment.

        Raises PairingBusy, and Invalid for a station of another age or a role that the site has no room for.
        """
        check_version(pairing)
        check_room(self._site(), role)
        now = self._clock()
        self._look(now)
        if self._current is not None:
            raise PairingBusy(self._current.pairing.ends_at_s() - now)
        if (wait_s := self._turns.wait_s(now)) > 0:
            raise PairingBusy(wait_s)
        shown = "" if self._identity is None else self._identity.fingerprint
        terms = Terms(Role(role), name, bytes.fromhex(shown))
        asked = _Asked(Pairing(terms, commitment, secrets.token_bytes(NONCE_BYTES), now), version)
        self._current = asked
        self._end_later(asked)
        return asked.id, asked.pairing.commitment

    def reveal(self, pairing: str, nonce: bytes) -> bytes:
        """The hub's nonce, for the station's; raises PairingEnded, or Unknown for no pairing of now."""
        asked = self._of(pairing)
        was = asked.pairing.state
        self._move(asked, asked.pairing.opened(nonce, secrets.randbelow))
        if asked.pairing.state is State.REFUSED:
            raise self._why(asked)
        if was is State.BEGUN:
            self._end_later(asked)
            if asked.pairing.terms.role is Role.RECEPTION and self._is_nobodys():
                self._be_ones_own_reception(asked)
            else:
                self._tell_pending()
        return asked.pairing.hub_nonce

    async def outcome(self, pairing: str) -> PairingOutcome:
        """How the pairing stands, as soon as it is decided, or after a while; raises Unknown for none of now."""
        asked = self._of(pairing)
        if asked.pairing.is_open and asked.waiting < MOST_WAITING:
            asked.waiting += 1
            try:
                async with asyncio.timeout(HELD_S):
                    await asked.news.wait()
            except TimeoutError:
                pass
            finally:
                asked.waiting -= 1
        self._look(self._clock())
        match asked.pairing.state:
            case State.ACCEPTED:
                assert asked.given is not None
                return asked.given
            case State.REFUSED:
                return PairingOutcome(state="refused", code=self._why(asked).code)
        return PairingOutcome(state="waiting")

    # ----- what reception says

    def accept(self, shown_as: str, number: str, role: Role, name: str, place: str, replace: str) -> None:
        """Take the station in, as what reception says, if ``number`` is the one that it shows.

        Raises Unknown for no pairing of now, PairingEnded for another number; and Invalid, Unknown or Conflict for
        a role, a name or a place that cannot be: then nothing has ended, and reception may say it otherwise.
        """
        asked = self._shown(shown_as)
        if asked.pairing.state is State.ACCEPTED and number == asked.pairing.right:
            return
        check_place(self._site(), role, place)
        moved = asked.pairing.chosen(number)
        if moved.state is State.ACCEPTED:
            self._take_in(asked, role, name, place, replace)
        self._move(asked, moved)
        if moved.state is State.REFUSED:
            raise self._why(asked)

    def refuse(self, shown_as: str) -> None:
        """Send the station away; raises Unknown for no pairing of now."""
        asked = self._shown(shown_as)
        self._move(asked, asked.pairing.refused(Code.PAIRING_REFUSED))

    # ----- within

    def _is_nobodys(self) -> bool:
        """Whether nobody could say yes to a station, nor ever could: the first one is its own reception."""
        return not self._register.stations and not self._register.has_reception

    def _be_ones_own_reception(self, asked: _Asked) -> None:
        self._say(f"pairing: the first reception shows {asked.pairing.right}")
        moved = asked.pairing.chosen(asked.pairing.right)
        self._take_in(asked, Role.RECEPTION, asked.pairing.terms.name or "Accueil", "", "")
        assert asked.given is not None
        asked.given = asked.given.model_copy(update={"confirmed_itself": True})
        self._move(asked, moved)

    def _take_in(self, asked: _Asked, role: Role, name: str, place: str, replace: str) -> None:
        site = self._site()
        # Somebody at this machine may have struck one off just now.
        self._register.read_again()
        before = {*self._register.stations}
        token = self._register.pair(role, name, place, replace=replace)
        (paired,) = {*self._register.stations} - before
        asked.given = PairingOutcome(
            state="accepted",
            token=token,
            role=paired.role,
            name=paired.name,
            place=paired.place,
            site_id=site.id,
            site_name=site.name,
            trust=None if self._identity is None else self._identity.trust.said(),
        )
        logger.info("paired: %s (%s)", paired.name, paired.role)

    def _of(self, pairing: str) -> _Asked:
        """The pairing that a station means."""
        self._look(self._clock())
        if self._current is not None and self._current.id == pairing:
            return self._current
        if pairing in self._ended:
            return self._ended[pairing]
        raise Unknown(Code.PAIRING_OVER, "pairing")

    def _shown(self, shown_as: str) -> _Asked:
        """The pairing that reception means."""
        self._look(self._clock())
        for asked in (self._current, *self._ended.values()):
            if asked is not None and asked.shown_as == shown_as:
                return asked
        raise Unknown(Code.PAIRING_OVER, "pairing")

    def _move(self, asked: _Asked, moved: Pairing) -> None:
        asked.pairing = moved
        if asked is not self._current or moved.is_open:
            return
        # An answer that was lost on its way can be asked for again, until the time is up.
        now = self._clock()
        asked.ended_s = now
        self._ended[asked.id] = asked
        self._current = None
        self._turns = self._turns.after(moved, now)
        if self._end is not None:
            self._end.cancel()
        asked.news.set()
        self._tell_pending()

    def _look(self, now: float) -> None:
        """End what has lasted too long, and forget what has ended long ago."""
        if self._current is not None:
            self._move(self._current, self._current.pairing.at(now))
        for asked in [*self._ended.values()]:
            if now - asked.ended_s > LASTS_S:
                del self._ended[asked.id]

    def _end_later(self, asked: _Asked) -> None:
        """Have it end by itself: reception's notice goes away although nobody asks any more."""
        if self._end is not None:
            self._end.cancel()
        # A little after: the two clocks need not agree to the millisecond.
        left_s = max(0.0, asked.pairing.ends_at_s() - self._clock()) + 0.05
        self._end = asyncio.get_running_loop().call_later(left_s, lambda: self._look(self._clock()))

    def _tell_pending(self) -> None:
        asked = self._current
        if asked is None or asked.pairing.state is not State.SHOWN:
            self._tell(None)
        else:
            terms = asked.pairing.terms
            self._tell(
                PendingPairing(
                    id=asked.shown_as,
                    role=terms.role,
                    name=terms.name,
                    version=asked.version,
                    numbers=asked.pairing.numbers,
                    until=self._now() + timedelta(seconds=asked.pairing.ends_at_s() - self._clock()),
                )
            )

    def _why(self, asked: _Asked) -> PairingEnded:
        return PairingEnded(asked.pairing.why or Code.PAIRING_OVER)
