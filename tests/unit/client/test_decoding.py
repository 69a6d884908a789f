"""A station reads what the hub wrote: the same records, by their own types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from datetime import date as Date
from enum import EnumType
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from pydantic import TypeAdapter

from cdm_kiosk import wire
from cdm_kiosk.client.decoding import decoded
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.disclosure import Board, Offers, PublicEvent, Sign
from cdm_kiosk.domain.events import EntryClosed, Event
from cdm_kiosk.domain.floor import Ticket
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import Stations
from cdm_kiosk.domain.tempo import Tempo

TOLD: Mapping[Any, TypeAdapter[Any]] = {
    Event: wire.EVENT,
    PublicEvent: wire.PUBLIC_EVENT,
    Offers: wire.OFFERS,
    Outlook: wire.OUTLOOK,
    Sign: wire.SIGN,
    Site: wire.SITE,
    Stations: wire.STATIONS,
    Board: TypeAdapter(Board),
    Ticket: TypeAdapter(Ticket),
    Tempo: TypeAdapter(Tempo),
}
RECORDS = [(told, record) for told in TOLD for record in get_args(told) or (told,)]
PLAIN = {
    str: "été",
    int: 3,
    float: 2.0,
    bool: True,
    datetime: datetime(2026, 12, 1, 8, 30, 15, 250_000, UTC),
    Date: Date(2026, 12, 1),
}


@pytest.mark.parametrize(("told", "record"), RECORDS, ids=lambda each: getattr(each, "__name__", ""))
@pytest.mark.parametrize("is_full", [True, False], ids=["full", "empty"])
def test_a_station_reads_what_the_hub_wrote(told: Any, record: type, is_full: bool) -> None:
    value = sample(record, is_full)
    assert decoded(told, json.loads(TOLD[told].dump_json(value))) == value


def test_what_a_newer_hub_adds_is_left_out_and_what_an_older_one_lacks_is_the_usual() -> None:
    offers = {"is_open": True, "themes": [], "weather": "fine"}
    assert decoded(Offers, offers) == Offers(is_open=True, themes=())


@pytest.mark.parametrize(
    "body",
    [
        {"is_open": "yes", "themes": []},
        {"is_open": True, "themes": {}},
        {"is_open": True},
        {"is_open": True, "themes": [], "opens_at": "tomorrow"},
        {"is_open": True, "themes": [], "kind": "orders"},
        [],
    ],
    ids=["text for a truth", "no list", "a field lacks", "no moment", "another kind", "no record"],
)
def test_what_makes_no_record_is_refused(body: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        decoded(Offers, body)


def test_an_event_that_nobody_knows_is_refused() -> None:
    closed = json.loads(wire.PUBLIC_EVENT.dump_json(sample(EntryClosed, is_full=True)))
    with pytest.raises(KeyError):
        decoded(PublicEvent, closed | {"kind": "moon_rose"})


def sample(kind: Any, is_full: bool) -> Any:
    """A value of this type with something in every place, or with nothing wherever there may be nothing."""
    inner = get_args(kind)
    if is_dataclass(kind):
        kinds = get_type_hints(kind)
        return kind(**{each.name: sample(kinds[each.name], is_full) for each in fields(kind)})
    if get_origin(kind) is Literal:
        return inner[-1]
    if NoneType in inner:
        return sample(inner[0], is_full) if is_full else None
    if get_origin(kind) is tuple:
        return (sample(inner[0], is_full),) * (2 if is_full else 0)
    if inner:
        return {sample(inner[0], is_full): sample(inner[1], is_full)} if is_full else {}
    return list(kind)[-1] if isinstance(kind, EnumType) else PLAIN[kind]
