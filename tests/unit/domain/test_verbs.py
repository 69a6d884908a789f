"""The table of verbs: whole, and kept to by the house."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.decisions import decide, may
from cdm_kiosk.domain.events import Precedence, TicketIssued
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Order, Principal, Role
from cdm_kiosk.domain.verbs import VERBS, Verb, fingerprint
from tests.unit.domain.stage import OPENING, Stage, open_house

KIOSK = Principal(Role.KIOSK, "Borne 1")
RECEPTION = Principal(Role.RECEPTION, "Accueil")


@pytest.fixture
def stage() -> Stage:
    return open_house()


def bare(verb: Verb) -> c.Command:
    """A command of this verb that says nothing sensible: who may say it is asked first."""
    return verb.command(**{each.name: None for each in fields(verb.command) if each.name not in verb.reserved})


def test_every_command_has_one_row_with_a_name_and_an_address_of_its_own() -> None:
    named = [each for name, each in vars(c).items() if not name.startswith("_")]
    commands = {each for each in named if isinstance(each, type) and issubclass(each, c.Command)}
    assert {verb.command for verb in VERBS} == commands - {c.Command}
    addressed = [verb.address for verb in VERBS if verb.address]
    for column in ([verb.command for verb in VERBS], [verb.name for verb in VERBS], addressed):
        assert len(set(column)) == len(column)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_row_names_fields_of_its_command_and_says_what_is_asked(verb: Verb) -> None:
    names = {each.name for each in fields(verb.command)}
    assert {*verb.in_path, *verb.reserved, *filter(None, [verb.made])} <= names
    assert verb.summary.endswith(".")
    assert not verb.summary.startswith(verb.command.__name__)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_who_is_not_in_a_row_may_not_say_it(stage: Stage, verb: Verb, role: Role) -> None:
    if role is Role.HUB or role in verb.roles:
        return
    refusal = may(stage.floor, Order(bare(verb), Principal(role)), stage.now)
    assert refusal is not None
    assert refusal.code is Code.NOT_YOURS
    assert (refusal.field, refusal.values) == (None, {"role": role})


@pytest.mark.parametrize(
    ("field", "command"),
    [
        ("people", c.IssueTicket("a", "work", people=2)),
        ("precedence", c.IssueTicket("a", "work", precedence=Precedence.PRIORITY)),
        ("anyway", c.IssueTicket("a", "work", anyway=True)),
    ],
)
def test_what_reception_alone_may_give_is_refused_from_a_kiosk(
    stage: Stage, field: str, command: c.IssueTicket
) -> None:
    refusal = may(stage.floor, Order(command, KIOSK), stage.now)
    assert refusal is not None
    assert refusal.code is Code.NOT_YOURS
    assert refusal.field == field
    assert may(stage.floor, Order(command, RECEPTION), stage.now) is None


def test_a_visitor_speaks_for_the_own_ticket_only(stage: Stage) -> None:
    mine, other = stage.take(), stage.take()
    phone = Principal(Role.VISITOR, mine.id)
    for command in (c.Withdraw(mine.id), c.TakeTime(mine.id)):
        assert may(stage.floor, Order(command, phone), stage.now) is None
    for not_mine in (c.Withdraw(other.id), c.TakeTime(other.id), c.BringBack(other.id)):
        refusal = may(stage.floor, Order(not_mine, phone), stage.now)
        assert refusal is not None
        assert refusal.code is Code.NOT_YOURS
        assert refusal.field == "ticket"


def place_of(stage: Stage, order: Order) -> timedelta:
    """How long after the opening a ticket counts as asked for."""
    (issued,) = decide(stage.floor, order, stage.now)
    assert isinstance(issued, TicketIssued)
    assert issued.at == stage.now
    return issued.place_at - OPENING


def test_a_kiosk_that_was_away_costs_nobody_the_place(stage: Stage) -> None:
    stage.pass_min(60)
    asked_for = OPENING + timedelta(minutes=10)
    command = c.IssueTicket("a", "work")
    assert place_of(stage, Order(command, KIOSK, made_at=asked_for)) == timedelta(minutes=10)
    assert place_of(stage, Order(command, KIOSK)) == timedelta(minutes=60)
    assert place_of(stage, Order(command, RECEPTION, made_at=asked_for)) == timedelta(minutes=60)


def test_a_kiosks_own_time_is_neither_in_the_future_nor_of_another_day(stage: Stage) -> None:
    stage.pass_min(60)
    command = c.IssueTicket("a", "work")
    tomorrow, last_week = OPENING + timedelta(days=1), OPENING - timedelta(days=7)
    assert place_of(stage, Order(command, KIOSK, made_at=tomorrow)) == timedelta(minutes=60)
    # Nine o'clock in Paris is nine hours after the day began there.
    assert place_of(stage, Order(command, KIOSK, made_at=last_week)) == timedelta(hours=-9)


def test_a_fingerprint_tells_all_that_was_given_and_nothing_that_the_hub_made() -> None:
    first = fingerprint(Order(c.IssueTicket("a", "work"), KIOSK))
    assert fingerprint(Order(c.IssueTicket("b", "work"), KIOSK, "key", OPENING)) == first
    others = [
        Order(c.IssueTicket("a", "work", "fr"), KIOSK),
        Order(c.IssueTicket("a", "work"), RECEPTION),
        Order(c.Withdraw("a"), KIOSK),
        Order(c.BringBack("a"), KIOSK),
    ]
    assert len({first, *map(fingerprint, others)}) == 5


def test_who_did_not_come_when_called_goes_to_reception_rather_than_back_by_phone(stage: Stage) -> None:
    missed = stage.take().id
    stage.call()
    stage.do(c.MarkNoShow("1"))
    refusal = may(stage.floor, Order(c.BringBack(missed), Principal(Role.VISITOR, missed)), stage.now)
    assert refusal is not None
    assert (refusal.code, refusal.field) == (Code.NOT_YOURS, "ticket")
    assert may(stage.floor, Order(c.BringBack(missed), RECEPTION), stage.now) is None
