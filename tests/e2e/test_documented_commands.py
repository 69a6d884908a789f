"""Every replay and every rehearsal that the documentation shows is carried out as it is written there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.hub import CHECKOUT

DOCS = CHECKOUT / "docs"
FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INPUTS = {'"command"': "LOG.jsonl", '"arrive"': "VISITS.jsonl"}
"""What a line of an example says, and the name under which the commands of its page read it."""


def fences(page: Path) -> list[str]:
    return FENCE.findall(page.read_text(encoding="utf-8"))


def commands(page: Path) -> list[str]:
    """The commands of a page that begin and end by themselves."""
    lines = [line for fence in fences(page) for line in fence.replace("\\\n", " ").splitlines()]
    return [line for line in lines if line.startswith(("cdm-kiosk replay ", "cdm-kiosk simulate "))]


EXAMPLES = [(page.name, command) for page in sorted(DOCS.glob("*.md")) for command in commands(page)]


def test_both_commands_have_an_example() -> None:
    assert {command.split()[1] for _, command in EXAMPLES} == {"replay", "simulate"}


@pytest.mark.parametrize(("page", "command"), EXAMPLES)
def test_the_examples_of_the_documentation_run(tmp_path: Path, page: str, command: str) -> None:
    shutil.copytree(CHECKOUT / "resources" / "sites", tmp_path / "resources" / "sites")
    for fence in fences(DOCS / page):
        for word, name in INPUTS.items():
            if fence.startswith("{") and word in fence:
                (tmp_path / name).write_text(fence, encoding="utf-8")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    words = shlex.split(command)[1:]
    answer = subprocess.run(
        [sys.executable, "-m", "cdm_kiosk", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    made = {path.name for path in tmp_path.rglob("*") if path.is_file()} - {path.name for path in before}
    assert set(named_to_write(words)) <= made
    results = [json.loads(line) for line in (tmp_path / "OUT.jsonl").read_text(encoding="utf-8").splitlines()]
    assert results
    if words[0] == "replay":
        assert not [result for result in results if "refused" in result]
    if "--compare" in words or "--what-if" in words:
        assert "OUT.png" in made
        assert answer.stdout.strip()


def named_to_write(words: list[str]) -> list[str]:
    """The files that a command says it writes."""
    options = ["--out", "--visits"] if "--generate" in words else ["--out"]
    return [words[words.index(option) + 1] for option in options if option in words]
