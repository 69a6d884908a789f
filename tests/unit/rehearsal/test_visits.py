"""Visits as they are written down: read strictly, and a line that is none is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.rehearsal.lines import LineFault
from cdm_kiosk.rehearsal.visits import Onward, read_visits, written
from tests.unit.domain.stage import HOUSE

LINE: dict[str, Any] = {"ref": "a", "arrive": "2026-03-02T09:00:00+01:00", "theme": "work", "length_min": 20}


def line(**changes: Any) -> bytes:
    return json.dumps(LINE | changes).encode()


def test_a_line_may_say_as_little_as_who_when_what_and_how_long() -> None:
    (visit,) = read_visits([line()], HOUSE)
    assert (visit.ref, visit.arrive.isoformat(), visit.theme, visit.length_min) == (
        "a",
        "2026-03-02T09:00:00+01:00",
        "work",
        20,
    )
    assert (visit.language, visit.needs, visit.precedence) == (None, (), Precedence.NONE)
    assert (visit.patience_min, visit.hand_over) == (None, None)


def test_null_says_as_little_as_a_field_that_is_left_out() -> None:
    optional = ("language", "needs", "precedence", "patience_min", "hand_over")
    assert list(read_visits([line(**dict.fromkeys(optional))], HOUSE)) == list(read_visits([line()], HOUSE))


def test_what_is_written_is_read_as_the_same_visit() -> None:
    whole = line(
        ref=7,
        language="es",
        needs=["accessible"],
        precedence="priority",
        patience_min=12.5,
        hand_over={"theme": "training", "length_min": 4},
    )
    (visit,) = read_visits([whole], HOUSE)
    assert visit.hand_over == Onward("training", 4)
    assert list(read_visits([written(visit).encode()], HOUSE)) == [visit]


def test_empty_lines_are_passed_over_and_counted() -> None:
    assert len(list(read_visits([line(), b"\n", b"  \n", line()], HOUSE))) == 2
    with pytest.raises(LineFault, match=r"^line 3, "):
        list(read_visits([line(), b"\n", b"?"], HOUSE))


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (b"not json", "line 2, line: expected one JSON object"),
        (b"[]", "line 2, line: expected one JSON object"),
        (b"[" * 100_000, "line 2, line: expected one JSON object"),
        (b"\xff", "line 2, line: expected UTF-8 text"),
        (b"{}", "line 2, ref: Field required"),
        (line(ref=None), "line 2, ref: expected a text of at most 200 characters, or a whole number"),
        (line(ref=True), "line 2, ref: expected a text"),
        (line(ref="x" * 201), "line 2, ref: expected a text"),
        (line(ref=1.5), "line 2, ref: expected a text"),
        (line(arrive="2026-03-02T09:00:00"), "line 2, arrive: Input should have timezone info"),
        (line(arrive=5), "line 2, arrive: expected a moment with an offset"),
        (line(arrive="9999-12-31T23:00:00+01:00"), "line 2, arrive: expected a year from 2000 to 2100"),
        (line(theme="gardening"), 'line 2, theme: there is no theme "gardening" here: expected one of work, '),
        (line(theme="reception"), 'line 2, theme: there is no theme "reception" here'),
        (line(language="xx"), 'line 2, language: "xx" is not offered here: expected one of fr, en, es'),
        (line(needs=["lift"]), "line 2, needs.0: Input should be 'accessible'"),
        (line(precedence="vip"), "line 2, precedence: Input should be 'none', "),
        (line(length_min=0), "line 2, length_min: Input should be greater than 0"),
        (line(length_min="20"), "line 2, length_min: Input should be a valid number"),
        (line(length_min=True), "line 2, length_min: Input should be a valid number"),
        (line(length_min=float("nan")), "line 2, length_min: Input should be a finite number"),
        (line(length_min=1e9), "line 2, length_min: Input should be less than or equal to 1440"),
        (line(patience_min=-1), "line 2, patience_min: Input should be greater than or equal to 0"),
        (line(hand_over={"theme": "work"}), "line 2, hand_over.length_min: Field required"),
        (line(hand_over={"theme": "?", "length_min": 1}), 'line 2, hand_over.theme: there is no theme "?"'),
        (line(mood="good"), "line 2, mood: Unexpected"),
    ],
)
def test_a_bad_line_is_named_by_its_number_its_field_and_what_was_expected(bad: bytes, sentence: str) -> None:
    with pytest.raises(LineFault) as caught:
        list(read_visits([line(), bad], HOUSE))
    assert caught.value.sentence.startswith(sentence)
