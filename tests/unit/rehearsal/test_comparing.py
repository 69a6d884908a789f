"""Rehearsals side by side: policies, permanences that somebody wonders about, their figures and their picture."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from cdm_kiosk.domain.bands import Band
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.routing import POLICIES
from cdm_kiosk.domain.site import RotaShift
from cdm_kiosk.rehearsal.engine import Interview, Outcome, Result, simulate
from cdm_kiosk.rehearsal.figures import Figures, figures
from cdm_kiosk.rehearsal.generate import generate
from cdm_kiosk.rehearsal.picture import PAPER, draw
from cdm_kiosk.rehearsal.what_if import WhatIfFault, with_shift
from tests.tools.sites import brussels
from tests.unit.rehearsal.house import NINE, called, house, played, visit

HELPS = house(RotaShift("1", ("work",), ("training",)))
PRIORITY, HAND_OVER = Precedence.PRIORITY, Precedence.HAND_OVER


def order(policy: str) -> list[str]:
    """Who is called in which order while one counter is busy for half an hour."""
    lines = played(
        HELPS,
        visit(0, length=30, ref="busy"),
        visit(2, "training", ref="helped"),
        visit(20, ref="own"),
        visit(25, precedence=HAND_OVER, ref="credited"),
        visit(40, ref="late"),
        visit(41, precedence=PRIORITY, ref="priority"),
        routing=POLICIES[policy],
    )
    return sorted((ref for ref, at in called(lines).items() if at), key=lambda ref: called(lines)[ref] or 0)


def test_each_policy_calls_in_its_own_order() -> None:
    assert {policy: order(policy) for policy in POLICIES} == {
        "fair": ["helped", "credited", "priority", "own", "late"],
        "first-come": ["helped", "own", "credited", "late", "priority"],
        "own-themes": ["credited", "priority", "own", "late"],
        "priority-first": ["helped", "priority", "credited", "own", "late"],
    }


def test_without_help_a_language_that_only_a_helper_speaks_holds_nobody_back() -> None:
    site = house(RotaShift("1", ("work",)), RotaShift("2", ("training",), ("work",), ("fr", "es")))
    spanish = visit(0, language="es")
    assert played(site, spanish)[0]["counter"] == "2"
    assert played(site, spanish, routing=POLICIES["own-themes"])[0]["counter"] == "1"


def test_a_permanence_is_added_in_words() -> None:
    site = with_shift(
        brussels(), "shift 11 monday,wednesday 13:30-17:30 formation,mobilite overflow emploi languages nl"
    )
    assert site.rota[-1] == RotaShift(
        "11", ("formation", "mobilite"), ("emploi",), ("nl",), ("monday", "wednesday"), ("13:30-17:30",)
    )
    assert with_shift(brussels(), "shift 10 friday 14:00-15:00 emploi").rota[-1].languages == ("fr",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", 'expected "shift COUNTER DAYS HOURS THEMES [overflow THEMES] [languages CODES]", like "shift 4 '),
        ("open 8 friday 14:00-15:00 emploi", 'expected "shift COUNTER'),
        ("shift 10 friday 14:00-15:00 emploi overflow", 'expected "shift COUNTER'),
        ("shift 10 friday 14:00-15:00 emploi with formation", 'expected "shift COUNTER'),
        ("shift 99 friday 14:00-15:00 emploi", 'counter: counter "99" is not among the counters'),
        ("shift 8 freitag 14:00-15:00 emploi", 'expected a weekday in English ("monday")'),
        ("shift 10 friday 14-15h emploi", '"14-15h" is not a span of hours like "09:00-12:30"'),
        ("shift 10 friday 14:00-15:00 jardin", 'themes: theme "jardin" is not among the themes'),
        ("shift 10 friday 14:00-15:00 emploi languages xx", 'languages: language "xx" is not among the languages'),
        ("shift 1 friday 09:00-10:00 emploi", 'hours: counter "1" has '),
    ],
)
def test_a_permanence_that_cannot_be_is_told_with_what_was_expected(text: str, sentence: str) -> None:
    with pytest.raises(WhatIfFault) as caught:
        with_shift(brussels(), text)
    assert caught.value.sentence.startswith(f'--what-if "{text}": ')
    assert sentence in caught.value.sentence


def test_one_more_advisor_lets_more_be_received_sooner() -> None:
    days = [date(2026, 11, 25) + timedelta(days=7 * at) for at in range(4)]
    visits = generate(brussels(), days, seed=2, tickets_per_day=130)
    more = with_shift(brussels(), "shift 11 wednesday 13:30-17:30 formation,orientation overflow emploi")
    as_it_is, with_it = (figures("", site, simulate(site, visits)) for site in (brussels(), more))
    assert with_it.received > as_it_is.received
    assert (with_it.mean_min or 0) < (as_it_is.mean_min or 0)


def test_figures_are_of_the_house_as_a_whole() -> None:
    def result(wait: float | None, outcome: Outcome = Outcome.DONE, band: Band | None = None) -> Result:
        start = None if wait is None else NINE + timedelta(minutes=wait)
        talk = Interview() if start is None else Interview(start, "1", start, start + timedelta(minutes=54))
        return Result(visit(0), outcome, 1, band, talk)

    waits: list[float] = [3, 0, 1, 2, 4, 5, 6, 7, 8, 30]
    results = [result(wait, band=Band(0, 5)) for wait in waits]
    results += [result(None, Outcome.ABANDONED, Band(0, 5)), result(None, Outcome.TURNED_AWAY)]
    found = figures("fair", house(RotaShift("1", ("work",)), RotaShift("2", ("work",))), results)
    assert (found.received, found.abandoned, found.turned_away, found.unserved) == (10, 1, 1, 0)
    assert (found.mean_min, found.median_min, found.p90_min, found.longest_min) == (6.6, 4.5, 8, 30)
    assert found.inside == 0.6
    assert found.busy == 0.5


def test_nobody_at_all_has_no_mean() -> None:
    found = figures("fair", HELPS, [])
    assert (found.mean_min, found.p90_min, found.inside, found.busy) == (None, None, None, None)


def test_the_picture_has_a_row_for_each_rehearsal(tmp_path: Path) -> None:
    some = Figures("fair", (0.0, 3.0, 12.0, 75.0), 1, 1, 1, 0.8, 0.6)
    none = Figures("own-themes", (), 0, 0, 0, None, None)
    sizes = []
    for rehearsed in ([some], [some, none]):
        draw(rehearsed, "Cité des essais", "7 visits " * 40, tmp_path / "picture.png")
        with Image.open(tmp_path / "picture.png") as picture:
            assert picture.format == "PNG"
            assert picture.convert("RGB").getpixel((2, 2)) == tuple(bytes.fromhex(PAPER[1:]))
            assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 50
            sizes.append(picture.size)
    assert sizes[0][0] == sizes[1][0]
    assert sizes[0][1] < sizes[1][1]
