"""Whatever people do, in whatever order, with whatever clock: the house's rules hold.

Hypothesis looks for short stories that break a rule, about 10,000 commands of them; long walks by seeded dice try
many more. ``CDM_COMMANDS`` says how many the walks carry out or see refused, 100,000 without it. For a million, in
little more than a minute: ``CDM_COMMANDS=1000000 python -m pytest tests/unit/domain/test_house_rules.py``. A walk
that fails names its seed; with that seed after ``-k`` it is walked again.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from tests.unit.domain.stage import OPENING, TODAY
from tests.unit.domain.watch import ACTS, HOUSES, OFTEN, Watched

COMMANDS = int(os.environ.get("CDM_COMMANDS", "100000"))
WALK = 10_000
STARTS = (OPENING, datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC))
"""An ordinary Monday, and the evenings before the clocks change."""


class HouseRules(RuleBasedStateMachine):
    """Drives every command against a floor under watch, and looks at everything after each."""

    @initialize(site=st.sampled_from(HOUSES))
    def doors_open(self, site: Site) -> None:
        self.house = Watched(site)
        self.house.do(c.OpenDay(TODAY))

    @rule(act=st.sampled_from(list(ACTS)), data=st.data())
    def somebody_acts(self, act: str, data: st.DataObject) -> None:
        ACTS[act](self.house, lambda options: data.draw(st.sampled_from(options)))

    def teardown(self) -> None:
        if hasattr(self, "house"):
            self.house.finish()


# The default example database would write into the checkout; a deadline would measure the machine.
HouseRules.TestCase.settings = settings(
    max_examples=200,
    stateful_step_count=50,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestHouseRules = HouseRules.TestCase


@pytest.mark.parametrize("seed", range(-(-COMMANDS // WALK)))
def test_the_rules_hold_on_a_long_walk(seed: int) -> None:
    dice = random.Random(seed)
    house = Watched(HOUSES[seed % len(HOUSES)], check_every=20, now=STARTS[seed // len(HOUSES) % len(STARTS)])
    house.hours_have_their_say()
    acts = [act for name, act in ACTS.items() for _ in range(OFTEN.get(name, 1))]
    while house.commands < WALK:
        dice.choice(acts)(house, dice.choice)
    house.finish()
    assert house.accepted > 0.3 * WALK, "a walk on which nearly everything is refused proves little"
