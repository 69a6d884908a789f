"""One figure of an earlier revision beside the working tree's, in alternating rounds of the same run.

Each side is measured by its own bench, as a process of its own in its own checkout: what else the machine does
falls on both. Only the ratios mean something on another machine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.report import Figure
from tests.tools.hub import CHECKOUT

NOT_COMPARED = frozenset({"samples"})


class RevisionFault(Exception):
    """The revision cannot be checked out or measured; the message is what the tool said."""


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """``revision`` as files in a temporary folder; raises RevisionFault where git knows none of that name."""
    with tempfile.TemporaryDirectory(prefix="cdm-against-") as folder:
        tree = Path(folder) / "tree"
        added = _git("worktree", "add", "--detach", str(tree), revision)
        if added.returncode:
            raise RevisionFault(added.stderr.strip())
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def compare(name: str, revision: str, rounds: int, quick: bool) -> Figure:
    """Every number of the figure ``name``: both medians over ``rounds``, and the median of now / before."""
    before: list[Mapping[str, float]] = []
    now: list[Mapping[str, float]] = []
    with checked_out(revision) as tree:
        for at in range(rounds):
            print(f"round {at + 1} of {rounds}", file=sys.stderr, flush=True)
            before.append(_measured(tree, name, quick))
            now.append(_measured(CHECKOUT, name, quick))
    shared = [key for key in now[0] if all(key in each for each in (*before, *now))]
    return {key: _beside([each[key] for each in before], [each[key] for each in now]) for key in shared}


def _beside(before: list[float], now: list[float]) -> Figure:
    ratios = [ours / theirs for theirs, ours in zip(before, now, strict=True) if theirs]
    return {
        "before": round(median(before), 3),
        "now": round(median(now), 3),
        "ratio": round(median(ratios), 3) if ratios else None,
        "ratios": [round(each, 3) for each in sorted(ratios)],
    }


def _measured(tree: Path, name: str, quick: bool) -> Mapping[str, float]:
    """One run of the bench of ``tree``, flattened; a missed target is no fault here."""
    command = [sys.executable, "-m", "tests.bench", "--only", name, *(["--quick"] if quick else [])]
    # The checkout's own code goes before what is installed.
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    ran = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    try:
        return dict(_numbers(json.loads(ran.stdout)["figures"][name]))
    except (ValueError, LookupError):
        raise RevisionFault(f"{tree}: the bench gave no figure ({ran.stderr.strip()[-500:]})") from None


def _numbers(figure: object, path: str = "") -> Iterator[tuple[str, float]]:
    if isinstance(figure, dict):
        for key, part in figure.items():
            if key not in NOT_COMPARED:
                yield from _numbers(part, f"{path}.{key}" if path else key)
    elif isinstance(figure, int | float) and not isinstance(figure, bool):
        yield path, float(figure)


def _git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *words], cwd=CHECKOUT, capture_output=True, text=True, check=False)
