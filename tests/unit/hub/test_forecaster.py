"""The process that forecasts says what the hub's own thread would, and a fault of it costs one forecast."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.hub.forecaster import Forecaster, forecast_here
from tests.unit.domain.stage import Stage, open_house


@pytest.fixture
def forecaster() -> Iterator[Forecaster]:
    process = Forecaster()
    yield process
    process.close()


def is_right(forecaster: Forecaster, stage: Stage) -> bool:
    return forecaster(stage.floor, stage.now) == forecast_here(stage.floor, stage.now)


def test_it_says_the_same_as_the_hub_would_while_a_day_goes_on(forecaster: Forecaster) -> None:
    stage = open_house()
    assert is_right(forecaster, stage)
    for _ in range(70):
        stage.take()
    assert is_right(forecaster, stage)
    stage.call()
    stage.do(c.StartInterview("1"))
    stage.take("training")
    stage.pass_min(7)
    assert is_right(forecaster, stage)
    stage.do(c.FinishInterview("1"))
    assert is_right(forecaster, stage)
    assert len(forecaster(stage.floor, stage.now).tickets) > 10


def test_after_a_fault_it_starts_anew_and_knows_the_whole_floor(forecaster: Forecaster) -> None:
    stage = open_house()
    stage.take()
    assert is_right(forecaster, stage)
    assert forecaster._process is not None
    forecaster._process.kill()
    forecaster._process.wait()
    with pytest.raises((OSError, EOFError)):
        forecaster(stage.floor, stage.now)
    assert is_right(forecaster, stage)


def test_nothing_runs_while_the_doors_are_closed(forecaster: Forecaster) -> None:
    stage = open_house()
    stage.take()
    assert is_right(forecaster, stage)
    process = forecaster._process
    assert process is not None
    stage.do(c.CloseDay())
    assert is_right(forecaster, stage)
    assert process.poll() is not None
