"""The rehearsal against what others know of queues: theory to the letter, and a simulator that shares no line.

Days that never end at a closing hour, of visitors drawn with seeded dice. Only visits away from the ends of a day
are measured, for theory knows no beginning. Intervals are of 99 %, from days that know nothing of each other, and a
test whose interval is too wide to prove anything fails.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import factorial, sqrt
from statistics import fmean, stdev
from typing import Any

import ciw
import pytest

from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.site import Counter, Expectations, Manners, RotaShift, Site
from cdm_kiosk.rehearsal.engine import Outcome, simulate
from cdm_kiosk.rehearsal.visits import PlannedVisit
from tests.unit.domain.stage import HOUSE

FIRST = datetime(2026, 3, 2, tzinfo=UTC)
DAY_MIN = 1200.0
"""Minutes of a day in which visitors come; the rest of it empties the house."""
MEASURED_MIN = (150.0, 1050.0)
DAYS = 15
OF_99 = {14: 2.977, 98: 2.627}
"""Student's t for 99 % on both sides, by degrees of freedom."""

Draw = Callable[[random.Random], float]


@dataclass(frozen=True)
class Stream:
    """Visitors of one kind: so many a minute by Poisson's law, each with a length drawn in minutes."""

    rate: float
    length: Draw
    theme: str = "work"
    precedence: Precedence = Precedence.NONE

    def day(self, dice: random.Random) -> Iterator[tuple[float, float]]:
        """Arrivals of one day in minutes from its beginning, with their lengths."""
        at = dice.expovariate(self.rate)
        while at < DAY_MIN:
            yield at, self.length(dice)
            at += dice.expovariate(self.rate)


def exponential(mean: float) -> Draw:
    return lambda dice: dice.expovariate(1 / mean)


def site(shifts: Sequence[RotaShift], overflow_after_min: int = 20, priority_credit_min: int = 30) -> Site:
    """A house that never shuts, where the next visitor is called as the last one leaves."""
    return replace(
        HOUSE,
        timezone="Etc/UTC",
        hours={"every_day": ("00:00-24:00",)},
        counters=tuple(Counter(shift.counter, shift.counter, "hall") for shift in shifts),
        rota=tuple(shifts),
        overflow_after_min=overflow_after_min,
        expectations=Expectations(turnover_min=0),
        manners=Manners(priority_credit_min=priority_credit_min),
    )


def mean_waits(house: Site, streams: Sequence[Stream], days: int, seed: int) -> list[list[float]]:
    """For each stream, the mean wait in minutes of each day's measured visits."""
    dice = random.Random(seed)
    visits = []
    for day in range(days):
        for index, stream in enumerate(streams):
            for at, length in stream.day(dice):
                arrive = FIRST + timedelta(days=day, minutes=at)
                ref = f"{day} {index} {MEASURED_MIN[0] <= at < MEASURED_MIN[1]}"
                visits.append(PlannedVisit(ref, arrive, stream.theme, length, precedence=stream.precedence))
    waits: dict[str | int, list[float]] = {}
    for result in simulate(house, visits):
        assert result.outcome is Outcome.DONE
        assert result.wait_min is not None
        waits.setdefault(result.visit.ref, []).append(result.wait_min)
    return [[fmean(waits[f"{day} {index} True"]) for day in range(days)] for index in range(len(streams))]


def agrees(daily: list[float], theory: float) -> bool:
    """Whether theory lies in the interval of 99 % around the mean of independent days."""
    half = OF_99[len(daily) - 1] * stdev(daily) / sqrt(len(daily))
    assert half < 0.25 * theory, f"an interval of ± {half:.3f} around {theory:.3f} proves nothing: more days"
    return abs(fmean(daily) - theory) <= half


def erlang_c_wait(rate: float, mean: float, servers: int) -> float:
    """Mean wait in M/M/c (Erlang 1917)."""
    offered = rate * mean
    all_busy = offered**servers / factorial(servers) * servers / (servers - offered)
    chance = all_busy / (sum(offered**k / factorial(k) for k in range(servers)) + all_busy)
    return chance * mean / (servers - offered)


@pytest.mark.parametrize(("counters", "use", "seed"), [(1, 0.4, 11), (1, 0.5, 12), (3, 0.6, 13)])
def test_everybody_waits_as_long_as_in_erlangs_formula(counters: int, use: float, seed: int) -> None:
    house = site([RotaShift(str(number), ("work",)) for number in range(counters)])
    mean = use * counters
    (daily,) = mean_waits(house, [Stream(1.0, exponential(mean))], DAYS, seed)
    assert agrees(daily, erlang_c_wait(1.0, mean, counters))


@pytest.mark.parametrize("seed", [21, 22])
def test_two_classes_wait_as_long_as_in_cobhams_formula(seed: int) -> None:
    # A credit longer than a day makes a precedence strict: whoever has it goes before all who have none.
    house = site([RotaShift("1", ("work",))], priority_credit_min=100_000)
    urgent = Stream(0.3, lambda dice: dice.choice((0.5, 1.0)), precedence=Precedence.PRIORITY)
    others = Stream(0.6, exponential(0.5))
    first, second = mean_waits(house, [urgent, others], DAYS, seed)
    # Cobham 1954: what is left of the interview under way, then who is ahead, for lengths of any kind.
    left = 0.3 * (0.25 + 1.0) / 2 / 2 + 0.6 * 2 * 0.5**2 / 2
    use_first, use = 0.3 * 0.75, 0.3 * 0.75 + 0.6 * 0.5
    assert agrees(first, left / (1 - use_first))
    assert agrees(second, left / (1 - use_first) / (1 - use))


HELPED_AFTER_MIN = 12
SKILLS = site(
    [RotaShift("1", ("work",)), RotaShift("2", ("training",), overflow=("work",))],
    overflow_after_min=HELPED_AFTER_MIN,
)
WORK = Stream(1 / 11, exponential(7.0), "work")
TRAINING = Stream(1 / 16, exponential(8.0), "training")


class TwoTables(ciw.Node):  # type: ignore[misc]
    """Ciw's node with two servers: the first for work alone, the second for training and, where it can, work."""

    freed: Any = None

    def find_free_server(self, ind: Any) -> Any:
        able = self.servers[:2] if ind.customer_class == "work" else self.servers[1:2]
        return next((server for server in able if not server.busy), None)

    def begin_service_if_possible_release(self, next_individual: Any, newly_free_server: Any) -> None:
        self.freed = newly_free_server
        super().begin_service_if_possible_release(next_individual, newly_free_server)
        self.freed = None

    def choose_next_customer(self) -> Any:
        waiting = [one for one in self.all_individuals if not one.server]
        if self.freed is None:
            return waiting[-1]  # Everybody who came before found no free table that could take them.
        work = next((one for one in waiting if one.customer_class == "work"), None)
        training = next((one for one in waiting if one.customer_class == "training"), None)
        if self.freed is self.servers[0]:
            return work
        if training is None or work is None:
            return training or work
        impatient = self.now - work.arrival_date > HELPED_AFTER_MIN
        return work if impatient and work.arrival_date < training.arrival_date else training


class InTurn(ciw.dists.Distribution):  # type: ignore[misc]
    """Values one after the other. Ciw's own ``Sequential`` holds an iterator, whose copy Python 3.14 refuses."""

    def __init__(self, values: Sequence[float]) -> None:
        super().__init__()
        self._left = [*reversed(values)]

    def sample(self, t: float | None = None, ind: object = None) -> float:
        return self._left.pop()


def ciw_waits(arrivals: dict[str, Any], lengths: dict[str, Any], until: float) -> list[Any]:
    """Ciw's records of a day, by arrival."""
    network = ciw.create_network(
        arrival_distributions={kind: [dist] for kind, dist in arrivals.items()},
        service_distributions={kind: [dist] for kind, dist in lengths.items()},
        number_of_servers=[2],
    )
    simulation = ciw.Simulation(network, node_class=TwoTables)
    simulation.simulate_until_max_time(until)
    return sorted(simulation.get_all_records(), key=lambda record: record.arrival_date)


@pytest.mark.parametrize("seed", range(31, 37))
def test_with_the_same_visitors_everybody_waits_as_long_in_ciw(seed: int) -> None:
    dice = random.Random(seed)
    days = {stream.theme: list(stream.day(dice)) for stream in (WORK, TRAINING)}
    visits = [
        PlannedVisit(theme, FIRST + timedelta(minutes=at), theme, length)
        for theme, day in days.items()
        for at, length in day
    ]
    ours = [(result.visit.theme, result.wait_min) for result in simulate(SKILLS, visits)]
    records = ciw_waits(
        {
            theme: InTurn(
                [at - before for (at, _), before in zip(day, [0.0, *(at for at, _ in day)], strict=False)] + [1e9]
            )
            for theme, day in days.items()
        },
        {theme: InTurn([length for _, length in day]) for theme, day in days.items()},
        until=10 * DAY_MIN,
    )
    theirs = [(record.customer_class, pytest.approx(record.waiting_time, abs=1e-3)) for record in records]
    assert ours == theirs
    helped = sum(record.server_id == 2 for record in records if record.customer_class == "work")
    assert 10 < helped < len(days["work"]) - 10


def test_with_other_visitors_of_the_same_kind_people_wait_as_long_on_average_in_ciw() -> None:
    days = 50
    ours = mean_waits(SKILLS, [WORK, TRAINING], days, seed=41)
    theirs: list[list[float]] = [[], []]
    for day in range(days):
        ciw.seed(1000 + day)
        records = ciw_waits(
            {"work": ciw.dists.Exponential(1 / 11), "training": ciw.dists.Exponential(1 / 16)},
            {"work": ciw.dists.Exponential(1 / 7), "training": ciw.dists.Exponential(1 / 8)},
            until=DAY_MIN,
        )
        for index, kind in enumerate(("work", "training")):
            theirs[index].append(
                fmean(
                    record.waiting_time
                    for record in records
                    if record.customer_class == kind and MEASURED_MIN[0] <= record.arrival_date < MEASURED_MIN[1]
                )
            )
    for our, their in zip(ours, theirs, strict=True):
        half = OF_99[2 * days - 2] * sqrt((stdev(our) ** 2 + stdev(their) ** 2) / days)
        assert half < 0.3 * fmean(our)
        assert abs(fmean(our) - fmean(their)) <= half
