"""The house on a real log, with a clock that tests move: midnight, crashes between two steps, a failing disk."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from fastapi.sse import ServerSentEvent

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import day, errors
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.hub import house as house_module
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.forecaster import forecast_here
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.store.day_log import FILE_NAME, DayLog, Entry, StoredAnswer
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.wire import EVENT, OUTLOOK
from tests.unit.domain.stage import HOUSE, STANDING

SITE = replace(HOUSE, hours={"every_day": ("00:00-24:00",)}, rota=(STANDING,), rota_opens_shifts=True)
NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
PATIENCE_S = 60.0

Open = Callable[[], AbstractAsyncContextManager[House]]


class Clock:
    now = NOON

    def __call__(self) -> datetime:
        return self.now


def ok(_floor: Floor, event: e.Event) -> Answer:
    return Answer(200, event.kind)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not true():
            await asyncio.sleep(0.005)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(house_module, "CARETAKER_PERIOD_S", 0.01)
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Open:
    @asynccontextmanager
    async def open_house() -> AsyncIterator[House]:
        house = House(SITE, partial(DayLog, tmp_path), clock)
        await house.open()
        try:
            await until(lambda: house.floor.is_open)
            yield house
        finally:
            await house.close()

    return open_house


async def heard(listening: AsyncIterator[ServerSentEvent], kind: str) -> ServerSentEvent:
    """The next frame of a kind."""
    async with asyncio.timeout(PATIENCE_S):
        async for frame in listening:
            if frame.event == kind:
                return frame
    raise AssertionError(f"the feed ended before {kind}")


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(story)


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob(f"{FILE_NAME}*"))


def logged(folder: Path) -> list[e.Event]:
    log = DayLog(folder)
    events = [EVENT.validate_json(body) for _, body in log.events_after(0)]
    log.close()
    return events


def test_what_everybody_was_told_is_still_told_after_a_restart(opened: Open) -> None:
    async def story() -> None:
        async with opened() as house:
            await house.carry_out(by_hub(c.PostMessage({"fr": "Atelier à 14 h"})), ok)
            await house.carry_out(by_hub(c.PauseTheme("work", {"fr": "De retour à 15 h"})), ok)
            await house.carry_out(by_hub(c.CloseEntry()), ok)
            told = house.board
        async with opened() as house:
            assert house.board == told
            assert [notice.text["fr"] for notice in told.notices] == ["Atelier à 14 h", "De retour à 15 h"]
            assert not told.entry_open

    run(story())


def test_at_midnight_the_day_is_closed_erased_and_a_new_one_opened(
    tmp_path: Path, clock: Clock, opened: Open
) -> None:
    async def story() -> None:
        async with opened() as house:
            await house.carry_out(by_hub(c.IssueTicket("very-secret", "work"), "key-of-very-secret"), ok)
            assert b"very-secret" in on_disk(tmp_path)
            clock.now = MIDNIGHT
            await house.carry_out(by_hub(c.Withdraw("very-secret")), ok)
            await until(lambda: house.floor.date == date(2026, 3, 3))
            await until(lambda: b"very-secret" not in on_disk(tmp_path))
            assert set(house.floor.shifts) == {"1"}
            await house.carry_out(by_hub(c.IssueTicket("next", "work")), ok)
            assert house.floor.tickets["next"].number == 1

    run(story())
    assert [event.kind for event in logged(tmp_path)] == [
        "day_closed",
        "day_opened",
        "shift_opened",
        "ticket_issued",
    ]


def test_two_hubs_at_midnight_close_the_old_day_once_and_never_the_new_one(
    tmp_path: Path, clock: Clock, opened: Open
) -> None:
    async def story() -> None:
        async with opened() as first, opened() as second:
            await first.carry_out(by_hub(c.IssueTicket("old", "work")), ok)
            await first.carry_out(by_hub(c.Withdraw("old")), ok)
            clock.now = MIDNIGHT
            await until(lambda: all(house.floor.date == date(2026, 3, 3) for house in (first, second)))
            await first.carry_out(by_hub(c.IssueTicket("new-1", "work")), ok)
            await second.carry_out(by_hub(c.IssueTicket("new-2", "work")), ok)
            assert [second.floor.tickets[name].number for name in ("new-1", "new-2")] == [1, 2]

    run(story())
    kinds = [event.kind for event in logged(tmp_path)]
    assert kinds == ["day_closed", "day_opened", "shift_opened", "ticket_issued", "ticket_issued"]


def test_a_hub_that_died_between_closing_and_erasing_erases_when_it_starts(
    tmp_path: Path, clock: Clock, opened: Open
) -> None:
    story_of_yesterday = [
        e.DayOpened(NOON, date(2026, 3, 2)),
        e.TicketIssued(NOON, "very-secret", 1, "work", None, False, 1, e.Precedence.NONE, NOON),
        e.DayClosed(NOON, date(2026, 3, 2), 1),
    ]
    log = DayLog(tmp_path)
    for position, event in enumerate(story_of_yesterday):
        answer = StoredAnswer(f"key-{position}", "x", 200, "very-secret" if position < 2 else "closed")
        log.append(position, [Entry((EVENT.dump_json(event).decode(),), answer)])
    log.close()
    clock.now = MIDNIGHT

    async def story() -> None:
        async with opened() as house:
            assert house.floor.date == date(2026, 3, 3)

    run(story())
    assert b"very-secret" not in on_disk(tmp_path)
    assert logged(tmp_path)[0].kind == "day_closed"


def test_a_day_closed_and_opened_again_in_one_breath_is_erased_all_the_same(tmp_path: Path, opened: Open) -> None:
    async def story() -> None:
        async with opened() as house:
            await house.carry_out(by_hub(c.IssueTicket("very-secret", "work")), ok)
            # All four wait in the queue together, so the house decides them as one batch.
            await asyncio.gather(
                house.carry_out(by_hub(c.CloseDay()), ok),
                house.carry_out(by_hub(c.OpenDay(date(2026, 3, 2))), ok),
                house.carry_out(by_hub(c.IssueTicket("later", "work")), ok),
            )
            await until(lambda: b"very-secret" not in on_disk(tmp_path))
            assert house.floor.tickets["later"].number == 2

    run(story())


def test_a_disk_that_cannot_erase_is_asked_again(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    erase = DayLog.erase_before

    def failing(_log: DayLog, _position: int) -> None:
        raise StoreFault(Code.DISK_FULL, path="the log")

    async def story() -> None:
        async with opened() as house:
            await house.carry_out(by_hub(c.IssueTicket("very-secret", "work")), ok)
            monkeypatch.setattr(DayLog, "erase_before", failing)
            await house.carry_out(by_hub(c.CloseDay()), ok)
            assert b"very-secret" in on_disk(tmp_path)
            monkeypatch.setattr(DayLog, "erase_before", erase)
            await house.carry_out(by_hub(c.OpenDay(date(2026, 3, 2))), ok)
            await until(lambda: b"very-secret" not in on_disk(tmp_path))

    run(story())


def test_a_disk_that_cannot_erase_is_asked_again_in_the_night_when_nobody_commands(
    tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    erase = DayLog.erase_before
    refused: list[int] = []

    def failing(_log: DayLog, position: int) -> None:
        refused.append(position)
        raise StoreFault(Code.DISK_FULL, path="the log")

    async def story() -> None:
        async with opened() as house:
            await house.carry_out(by_hub(c.IssueTicket("very-secret", "work")), ok)
            monkeypatch.setattr(DayLog, "erase_before", failing)
            await house.carry_out(by_hub(c.CloseDay()), ok)
            await until(lambda: bool(refused))
            monkeypatch.setattr(DayLog, "erase_before", erase)
            await until(lambda: b"very-secret" not in on_disk(tmp_path))

    run(story())


def test_a_caretaker_that_cannot_read_the_hours_asks_again(
    clock: Clock, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[datetime] = []
    due = day.due

    def failing(floor: Floor, now: datetime) -> tuple[c.Command, ...]:
        asked.append(now)
        if len(asked) == 1:
            raise OSError("the time zones are being updated")
        return due(floor, now)

    async def story() -> None:
        async with opened() as house:
            monkeypatch.setattr(day, "due", failing)
            clock.now = MIDNIGHT
            await until(lambda: house.floor.date == date(2026, 3, 3))

    run(story())


def test_a_bug_that_one_command_meets_does_not_fail_its_neighbours(opened: Open) -> None:
    def broken(_floor: Floor, _event: e.Event) -> Answer:
        raise ZeroDivisionError

    async def story() -> None:
        async with opened() as house:
            answers = await asyncio.gather(
                house.carry_out(by_hub(c.IssueTicket("first", "work")), ok),
                house.carry_out(by_hub(c.IssueTicket("broken", "work")), broken),
                house.carry_out(by_hub(c.IssueTicket("second", "sailing")), ok),
                house.carry_out(by_hub(c.IssueTicket("third", "work")), ok),
                return_exceptions=True,
            )
            assert isinstance(answers[1], ZeroDivisionError)
            assert isinstance(answers[2], errors.Unknown)
            assert answers[2].code == Code.UNKNOWN_THEME
            assert (answers[0], answers[3]) == (Answer(200, "ticket_issued"),) * 2
            assert [ticket.number for ticket in house.floor.waiting()] == [1, 2]
            assert set(house.floor.tickets) == {"first", "third"}

    run(story())


def test_the_same_key_in_the_same_breath_is_one_command(opened: Open) -> None:
    async def story() -> None:
        async with opened() as house:
            answers = await asyncio.gather(
                *(
                    house.carry_out(by_hub(c.IssueTicket(f"ticket-{turn}", "work"), "one key"), ok)
                    for turn in range(20)
                )
            )
            assert len(set(answers)) == 1
            assert len(house.floor.tickets) == 1

    run(story())


def test_a_caretaker_that_meets_a_fault_keeps_the_day_all_the_same(
    clock: Clock, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = DayLog.append
    failed: list[int] = []

    def failing(_log: DayLog, position: int, *_rest: Any) -> int:
        failed.append(position)
        if len(failed) == 1:
            raise RuntimeError("a bug")
        raise StoreFault(Code.DISK_FULL, path="the log")

    async def story() -> None:
        async with opened() as house:
            monkeypatch.setattr(DayLog, "append", failing)
            clock.now = MIDNIGHT
            await until(lambda: len(failed) >= 3)
            assert house.floor.date == date(2026, 3, 2)
            monkeypatch.setattr(DayLog, "append", append)
            await until(lambda: house.floor.date == date(2026, 3, 3))

    run(story())


def test_without_a_forecast_kiosks_still_hear_what_is_offered_and_no_wait_is_shown(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house_module, "LOOK_AGAIN_S", 0.01)

    def broken(_floor: Floor, _now: datetime) -> Outlook:
        raise ArithmeticError("no numbers today")

    async def story() -> None:
        async with opened() as house:
            await until(lambda: bool(house.outlook.themes))
            house.forecast = broken
            await house.carry_out(by_hub(c.IssueTicket("a", "work")), ok)
            await until(lambda: not house.outlook.themes)
            listening = house.feed.follow(Audience.KIOSK, house.position)
            told = await heard(listening, "offers")
            assert '"waiting":1,' in str(told.raw_data)
            await listening.aclose()

    run(story())


def test_staff_hear_that_no_wait_can_be_told_for_somebody_whom_nobody_receives(
    clock: Clock, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house_module, "LOOK_AGAIN_S", 0.01)

    async def story() -> None:
        async with opened() as house:
            await until(lambda: bool(house.outlook.themes))
            clock.now = NOON + timedelta(minutes=1)
            await house.carry_out(by_hub(c.IssueTicket("a", "business")), ok)
            await until(lambda: house.outlook.at >= clock())
            listening = house.feed.follow(Audience.STAFF, house.position)
            told = await heard(listening, "outlook")
            outlook = OUTLOOK.validate_json(str(told.raw_data))
            assert "a" not in outlook.tickets
            assert outlook.at >= house.floor.tickets["a"].since
            await listening.aclose()

    run(story())


def test_a_forecast_of_a_day_that_closed_meanwhile_is_told_to_nobody(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house_module, "LOOK_AGAIN_S", 0.01)
    looking, may_end = threading.Event(), threading.Event()

    def slow(floor: Floor, now: datetime) -> Outlook:
        if "a" in floor.tickets:
            looking.set()
            assert may_end.wait(PATIENCE_S)
        return forecast_here(floor, now)

    async def story() -> None:
        async with opened() as house:
            house.forecast = slow
            await house.carry_out(by_hub(c.IssueTicket("a", "work")), ok)
            await until(looking.is_set)
            told: list[Outlook] = []
            foresee = house.foresee

            def noting(outlook: Outlook) -> None:
                told.append(outlook)
                foresee(outlook)

            monkeypatch.setattr(house, "foresee", noting)
            await house.carry_out(by_hub(c.CloseDay()), ok)
            await house.carry_out(by_hub(c.OpenDay(NOON.date())), ok)
            may_end.set()
            await until(lambda: len(told) > 1)
            assert all("a" not in outlook.tickets for outlook in told)

    run(story())


def test_a_clock_set_back_over_midnight_does_not_disturb_the_new_day(clock: Clock, opened: Open) -> None:
    async def story() -> None:
        async with opened() as house:
            clock.now = MIDNIGHT
            await until(lambda: house.floor.date == date(2026, 3, 3))
            await house.carry_out(by_hub(c.IssueTicket("one", "work")), ok)
            clock.now = MIDNIGHT - timedelta(minutes=10)
            await house.carry_out(by_hub(c.IssueTicket("two", "work")), ok)
            await house.carry_out(by_hub(c.CallNext("1")), ok)
            assert house.floor.is_open
            one, two = (house.floor.tickets[name] for name in ("one", "two"))
            assert (one.number, two.number) == (1, 2)
            assert one.since >= one.arrival
            assert two.arrival >= one.arrival

    run(story())


@pytest.mark.parametrize(
    "body",
    [
        "not json",
        '{"kind":"ticket_flown","at":"2026-03-02T11:00:00Z"}',
        '{"kind":"ticket_called","at":"2026-03-02T11:00:00Z","ticket":"nobody","number":1,"counter":"1"}',
    ],
    ids=["not json", "unknown event", "an event about nobody"],
)
def test_a_log_that_makes_no_sense_is_a_coded_fault(tmp_path: Path, clock: Clock, body: str) -> None:
    log = DayLog(tmp_path)
    log.append(0, [Entry((body,))])
    log.close()

    async def story() -> None:
        house = House(SITE, partial(DayLog, tmp_path), clock)
        with pytest.raises(StoreFault) as caught:
            await house.open()
        assert caught.value.code == "data_damaged"
        assert str(tmp_path) in caught.value.sentence

    run(story())


def test_kiosks_hear_of_a_pause_while_a_forecast_takes_long(opened: Open) -> None:
    looking, may_end = threading.Event(), threading.Event()

    def slow(floor: Floor, now: datetime) -> Outlook:
        looking.set()
        assert may_end.wait(2 * PATIENCE_S)
        return forecast_here(floor, now)

    async def story() -> None:
        async with opened() as house:
            house.forecast = slow
            await house.carry_out(by_hub(c.IssueTicket("a", "work")), ok)
            await until(looking.is_set)
            await house.carry_out(by_hub(c.PauseTheme("work", {"fr": "De retour à 15 h"})), ok)
            kiosk = house.feed.follow(Audience.KIOSK, house.position)
            try:
                while "De retour" not in ((await heard(kiosk, "offers")).raw_data or ""):
                    pass
            finally:
                may_end.set()

    run(story())
