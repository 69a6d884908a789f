"""Paired stations, and one that wants to be, as a reception hears of them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from cdm_kiosk import __version__, wire
from cdm_kiosk.client.hub import Request
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.pairing import NONCE_BYTES, VERSION, Terms, digits_at_station, station_commitment
from tests.tools.fake_hub import FakeHub, FakeLine

NUMBERS = ("418203", "650971", "237586")
PAIRED_ON = date(2026, 11, 16)


def hear_new_station(
    line: FakeLine, role: str = "kiosk", name: str = "", pairing: str = "pairing-1", waits_s: float = 118
) -> wire.PendingPairing:
    """A station shows a number at its screen."""
    until = line.hub.now + timedelta(seconds=waits_s)
    pending = wire.PendingPairing(
        id=pairing, role=role, name=name, version=__version__, numbers=NUMBERS, until=until
    )
    line.hear("pairing", wire.Pairings(pending=pending).model_dump_json().encode())
    return pending


def hear_nobody_new(line: FakeLine) -> None:
    """Nobody wants to be paired any more."""
    line.hear("pairing", wire.Pairings(pending=None).model_dump_json().encode())


def hear_paired(line: FakeLine, *stations: tuple[str, str, str], version: str = __version__) -> None:
    """These are paired: role, name and place of each."""
    views = tuple(
        wire.StationView(id=f"station-{at}", role=role, name=name, place=place, paired_on=PAIRED_ON)
        for at, (role, name, place) in enumerate(stations)
    )
    line.hear("paired", wire.StationsAnswer(version=version, stations=views).model_dump_json().encode())


class NewStation:
    """A station without Qt that wants to be paired with a hub of the same process, and shows its ``digits``."""

    def __init__(self, hub: FakeHub, role: Role = Role.KIOSK, name: str = "") -> None:
        self._hub = hub
        terms, nonce = Terms(role, name, b""), secrets.token_bytes(NONCE_BYTES)
        wish: dict[str, str | int] = {"pairing": VERSION, "version": __version__, "role": role.value, "name": name}
        begun = self._say("", {**wish, "commitment": station_commitment(terms, nonce).hex()})
        self._id = str(begun["id"])
        told = self._say(f"/{self._id}/nonce", {"nonce": nonce.hex()})
        shown = digits_at_station(
            terms, nonce, bytes.fromhex(str(begun["commitment"])), bytes.fromhex(str(told["nonce"]))
        )
        assert shown is not None
        self.digits = shown

    def outcome(self) -> Mapping[str, Any]:
        """How it stands once reception has decided."""
        return self._hub.answer(Request("GET", f"/pairing/{self._id}"), {}).body

    def _say(self, path: str, body: Mapping[str, str | int]) -> Mapping[str, Any]:
        reply = self._hub.answer(Request("POST", f"/pairing{path}", body), {})
        assert reply.ok, reply
        return reply.body
