"""The table of accessibility names only tests that there are."""

from __future__ import annotations

import re

from tests.tools.hub import CHECKOUT

TABLE = CHECKOUT / "docs" / "accessibility.md"
CLAUSES = [
    "5.1.2.1",
    "5.1.2.2",
    *(f"5.1.3.{at}" for at in range(1, 17)),
    "5.1.4",
    "5.1.5",
    "5.1.6.1",
    "5.1.6.2",
    "5.1.7",
]
CLAUSES += ["5.2", "5.3", "5.4", "5.5.1", "5.5.2", "5.6.1", "5.6.2", "5.7", "5.8", "5.9"]


def test_each_test_that_the_table_names_exists() -> None:
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", TABLE.read_text())
    assert len(named) > 30
    for file, test in named:
        assert f"def {test}(" in (CHECKOUT / "tests" / file).read_text(), f"{file}::{test}"


def test_each_clause_has_one_line_and_what_is_met_has_a_test_or_a_reason() -> None:
    lines = [line.split(" | ") for line in TABLE.read_text().splitlines() if re.match(r"\| [58]\.", line)]
    told = [cells[0].removeprefix("| ") for cells in lines]
    assert [clause for clause in told if clause.startswith("5")] == CLAUSES
    for clause, (*_, answer, how, shown) in zip(told, lines, strict=True):
        assert answer, clause
        assert how, clause
        assert "::" in shown or "no test" in shown or answer == "does not apply" or clause == "5.1.7", clause


def test_each_criterion_that_wcag_2_2_adds_has_an_answer() -> None:
    text = TABLE.read_text()
    for criterion in ("2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"):
        assert re.search(rf"^\| {re.escape(criterion)} .+ \| (met|does not apply) \|", text, re.MULTILINE), (
            criterion
        )
