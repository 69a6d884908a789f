"""A command repeated with its key changes nothing, whatever the command and whatever happened in between."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.events import Event
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.hub import house as house_module
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.store.day_log import DayLog
from tests.unit.domain.watch import ACTS, HOUSES, OFTEN, Watched

COMMANDS = 400
REMEMBERED = 5


@dataclass
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Steady:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def told(_floor: Floor, event: Event) -> Answer:
    return Answer(200, f"{event.kind} {event.at.isoformat()}")


async def answer_of(house: House, command: c.Command, key: str) -> Answer | str:
    try:
        return await house.carry_out(by_hub(command, key), told)
    except Refusal as refusal:
        return refusal.code


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_command_repeated_with_its_key_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(house_module, "CARETAKER_PERIOD_S", 3600.0)
    dice = random.Random(seed)
    walked = Watched(HOUSES[seed % len(HOUSES)], check_every=50)
    walked.hours_have_their_say()
    opening = len(walked.tried)
    acts = [act for name, act in ACTS.items() for _ in range(OFTEN.get(name, 1)) if name != "the doors shut"]
    while walked.commands < COMMANDS:
        dice.choice(acts)(walked, dice.choice)

    async def story() -> None:
        clock = Clock(walked.tried[0][0])
        steady = Steady()
        house = House(walked.site, partial(DayLog, tmp_path), clock, steady=steady)
        await house.open()
        try:
            async with asyncio.timeout(10):
                while house.position < opening:
                    await asyncio.sleep(0.005)
            lately: list[tuple[c.Command, str, Answer]] = []
            for number, (clock.now, steady.now, command) in enumerate(walked.tried[opening:]):
                answer = await answer_of(house, command, f"key {number}")
                if isinstance(command, c.CloseDay):
                    lately.clear()
                elif isinstance(answer, Answer):
                    lately = [*lately, (command, f"key {number}", answer)][-REMEMBERED:]
                before, position = house.floor, house.position
                for again, key, first in dice.sample(lately, min(2, len(lately))):
                    assert await answer_of(house, again, key) == first
                assert (house.floor, house.position) == (before, position)
            assert house.floor == walked.floor
            assert house.position == len(walked.log)
        finally:
            await house.close()

    asyncio.run(story())
