"""The PIN of the administration, with a clock that tests move: guessing is slow, and a session ends by itself."""

from __future__ import annotations

import asyncio
import stat
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import argon2
import pytest

from cdm_kiosk.hub.pin import SESSION_S, PinLock, PinNeeded
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.store.pin import NoPin, WrongPinGiven

RIGHT, WRONG = "271828", "314159"
PIN_FILE, WRONG_FILE = "administration.pin", "administration.wrong"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(story)


async def delay_of(lock: PinLock, pin: str) -> int:
    with pytest.raises(WrongPinGiven) as caught:
        await lock.open_session(pin)
    assert (caught.value.code, caught.value.field) == ("wrong_pin", "pin")
    return caught.value.retry_after_s


def test_without_a_pin_there_is_no_session(tmp_path: Path) -> None:
    async def story() -> None:
        with pytest.raises(NoPin):
            await PinLock(tmp_path, Clock()).open_session(RIGHT)

    run(story())


def test_the_delay_after_a_wrong_pin_grows_to_a_minute_and_no_further(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        lock = PinLock(tmp_path, clock)
        await lock.change(RIGHT, None, None, "key 1")
        delays = []
        for _ in range(8):
            delays.append(await delay_of(lock, WRONG))
            clock.now += delays[-1]
        assert delays == [1, 2, 4, 8, 16, 32, 60, 60]

    run(story())


def test_during_the_delay_even_the_right_pin_is_not_looked_at(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        lock = PinLock(tmp_path, clock)
        await lock.change(RIGHT, None, None, "key 2")
        clock.now += await delay_of(lock, WRONG)
        assert await delay_of(lock, WRONG) == 2
        clock.now += 0.5
        assert await delay_of(lock, RIGHT) == 2  # a second and a half, said in whole seconds
        clock.now += 1.5
        assert await lock.open_session(RIGHT)

    run(story())


def test_the_right_pin_starts_the_delays_over(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        lock = PinLock(tmp_path, clock)
        await lock.change(RIGHT, None, None, "key 3")
        for _ in range(3):
            clock.now += await delay_of(lock, WRONG)
        await lock.open_session(RIGHT)
        assert await delay_of(lock, WRONG) == 1

    run(story())


def test_guesses_at_the_same_moment_are_one_guess(tmp_path: Path) -> None:
    async def story() -> None:
        lock = PinLock(tmp_path, Clock())
        await lock.change(RIGHT, None, None, "key 4")
        guesses = [f"{each:04}" for each in range(20)]
        answers = await asyncio.gather(*map(lock.open_session, [*guesses, RIGHT]), return_exceptions=True)
        assert all(isinstance(answer, WrongPinGiven) for answer in answers)
        # A second guess that is looked at doubles the delay.
        assert {answer.retry_after_s for answer in answers if isinstance(answer, WrongPinGiven)} == {1}

    run(story())


def test_a_session_lasts_while_it_is_used_and_then_asks_again(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        lock = PinLock(tmp_path, clock)
        token = await lock.change(RIGHT, None, None, "key 5")
        for _ in range(3):
            clock.now += SESSION_S - 1
            lock.use(token)
        clock.now += SESSION_S
        for gone in (token, None, "", "another"):
            with pytest.raises(PinNeeded):
                lock.use(gone)

    run(story())


def test_a_new_pin_needs_a_session_and_the_former_one(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        lock = PinLock(tmp_path, clock)
        token = await lock.change(RIGHT, None, None, "key 6")
        with pytest.raises(PinNeeded):
            await lock.change(WRONG, RIGHT, None, "key 7")
        for former in (None, WRONG):
            with pytest.raises(WrongPinGiven) as caught:
                await lock.change(WRONG, former, token, "key 8")
            clock.now += caught.value.retry_after_s
        assert await lock.open_session(RIGHT)

    run(story())


def test_a_new_pin_ends_every_session_but_the_one_that_set_it(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        lock = PinLock(tmp_path, clock)
        first = await lock.change(RIGHT, None, None, "key 9")
        other = await lock.open_session(RIGHT)
        fresh = await lock.change(WRONG, RIGHT, first, "key 10")
        for ended in (first, other):
            with pytest.raises(PinNeeded):
                lock.use(ended)
        lock.use(fresh)
        assert await delay_of(lock, RIGHT) == 1
        clock.now += 1
        assert await lock.open_session(WRONG)

    run(story())


def test_on_the_disk_there_is_a_hash_for_this_account_alone_and_nothing_else(tmp_path: Path) -> None:
    async def story() -> None:
        await PinLock(tmp_path, Clock()).change(RIGHT, None, None, "key")

    run(story())
    assert [file.name for file in tmp_path.iterdir()] == [PIN_FILE]
    assert stat.S_IMODE((tmp_path / PIN_FILE).stat().st_mode) == 0o600
    kept = (tmp_path / PIN_FILE).read_text()
    assert kept.startswith("$argon2id$")
    assert RIGHT not in kept
    assert argon2.PasswordHasher().verify(kept, RIGHT)


def test_a_restart_keeps_the_pin_and_ends_the_sessions(tmp_path: Path) -> None:
    async def story() -> None:
        before = await PinLock(tmp_path, Clock()).change(RIGHT, None, None, "key")
        lock = PinLock(tmp_path, Clock())
        with pytest.raises(PinNeeded):
            lock.use(before)
        assert await delay_of(lock, WRONG) == 1

    run(story())


@pytest.mark.parametrize("damaged", [b"", b"hello", b"\xff\xfe", b"$argon2id$v=19$m=65536"])
def test_a_damaged_hash_is_said_and_opens_to_nobody(tmp_path: Path, damaged: bytes) -> None:
    async def story() -> None:
        (tmp_path / PIN_FILE).write_bytes(damaged)
        with pytest.raises(StoreFault) as caught:
            await PinLock(tmp_path, Clock()).open_session(RIGHT)
        assert caught.value.code == "pin_unreadable"

    run(story())


def test_looking_at_a_pin_keeps_nobody_else_waiting(tmp_path: Path) -> None:
    async def story() -> None:
        lock = PinLock(tmp_path, time.monotonic)
        await lock.change(RIGHT, None, None, "key 11")
        opening = asyncio.create_task(lock.open_session(RIGHT))
        turns = 0
        while not opening.done():
            turns += 1
            await asyncio.sleep(0)
        assert turns > 10

    run(story())


def test_a_restart_is_no_way_around_the_delay(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        lock = PinLock(tmp_path, clock)
        await lock.change(RIGHT, None, None, "key 12")
        for _ in range(3):
            clock.now += await delay_of(lock, WRONG)
        later = Clock()
        # The machine was off meanwhile: its clock began anew.
        later.now = 5.0
        again = PinLock(tmp_path, later)
        assert await delay_of(again, RIGHT) == 4
        later.now += 4
        assert await delay_of(again, WRONG) == 8
        later.now += 8
        assert await again.open_session(RIGHT)
        assert await delay_of(PinLock(tmp_path, later), WRONG) == 1

    run(story())


def test_of_wrong_tries_nothing_but_their_number_is_kept(tmp_path: Path) -> None:
    async def story() -> None:
        lock = PinLock(tmp_path, Clock())
        await lock.change(RIGHT, None, None, "key 13")
        await delay_of(lock, WRONG)

    run(story())
    assert {file.name for file in tmp_path.iterdir()} == {PIN_FILE, WRONG_FILE}
    assert (tmp_path / WRONG_FILE).read_bytes() == b"1"


def test_who_takes_the_pin_away_chooses_another_at_once(tmp_path: Path) -> None:
    async def story() -> None:
        lock = PinLock(tmp_path, Clock())
        await lock.change(RIGHT, None, None, "key 14")
        await delay_of(lock, WRONG)
        (tmp_path / PIN_FILE).unlink()
        with pytest.raises(NoPin):
            lock.use(None)
        with pytest.raises(NoPin):
            await lock.open_session(RIGHT)
        await lock.change(WRONG, None, None, "key 15")
        assert await lock.open_session(WRONG)

    run(story())


@pytest.mark.parametrize("damaged", [b"", b"many", b"\xff", b"-3", b"9" * 400])
def test_a_damaged_count_of_wrong_tries_keeps_nobody_out(tmp_path: Path, damaged: bytes) -> None:
    async def story() -> None:
        await PinLock(tmp_path, Clock()).change(RIGHT, None, None, "key")
        (tmp_path / WRONG_FILE).write_bytes(damaged)
        assert await PinLock(tmp_path, Clock()).open_session(RIGHT)

    run(story())
