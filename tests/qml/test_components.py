"""Components that carry behaviour, each by the Qt Quick Tests of its ``components/tst_*.qml``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.hub import CHECKOUT
from tests.tools.windows import PATIENCE_MS

FILES = sorted((Path(__file__).parent / "components").glob("*.qml"))


def faults(file: Path) -> str:
    """What the runner says of a file when anything in it fails, warns or is missing; empty when all is well."""
    # A process for each file: what Qt warns of while it loads one belongs to no test.
    command = [sys.executable, "-m", "tests.tools.quick_tests", str(file)]
    ended = subprocess.run(
        command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=10 * PATIENCE_MS / 1000
    )
    said = ended.stdout + ended.stderr
    lines = [line.split() for line in ended.stdout.splitlines()]
    if not any(line[:1] == ["PASS"] and "::test_" in line[2] for line in lines):
        return f"no test of {file.name} passed:\n{said}"
    passed = {"PASS", "*********", "Config:", "Totals:"}
    if ended.returncode or ended.stderr or any(line and line[0] not in passed for line in lines):
        return said
    return ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem.removeprefix("tst_"))
def test_a_component_does_what_its_tests_say(file: Path) -> None:
    fault = faults(file)
    assert not fault, fault


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("function test_it(): void { compare(1, 2); }", "Compared values are not the same"),
        ("function test_it(): void { missing.there = 1; }", "missing is not defined"),
        ('function test_it(): void { console.warn("too late"); }', "too late"),
        ("property int size: parent.nothing.size; function test_it(): void {}", "TypeError"),
        ('function test_it(): void { skip("later"); }', "no test of tst_door.qml passed"),
        ("function helper(): void {}", "no test of tst_door.qml passed"),
        ("function test_it(): void {", "no test of tst_door.qml passed"),
    ],
    ids=["fails", "throws", "warns", "warns while it loads", "is skipped", "has no test", "is no QML"],
)
def test_a_file_that_is_not_in_order_fails(tmp_path: Path, body: str, told: str) -> None:
    file = tmp_path / "tst_door.qml"
    file.write_text(f'import QtQuick\nimport QtTest\nTestCase {{ name: "Door"; {body} }}\n')
    assert told in faults(file)
