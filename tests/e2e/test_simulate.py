"""Days are rehearsed by the real command: written or drawn visits, results that appear whole or not at all."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cdm_kiosk.apps import simulate as simulate_app
from cdm_kiosk.apps.simulate import Drawn, SimulateOptions, main
from cdm_kiosk.rehearsal.lines import FileFault
from tests.tools.hub import CHECKOUT, DEMO_SITE

VISITS: list[dict[str, Any]] = [
    {"ref": "second", "arrive": "2026-11-23T10:02:00+01:00", "theme": "emploi", "length_min": 20},
    {
        "ref": "first",
        "arrive": "2026-11-23T10:00:00+01:00",
        "theme": "emploi",
        "language": "fr",
        "needs": ["accessible"],
        "precedence": "none",
        "length_min": 25,
        "patience_min": None,
        "hand_over": {"theme": "creation", "length_min": 15},
    },
]
FIELDS = ["ref", "number", "band", "called_at", "counter", "started_at", "ended_at", "outcome"]


def simulate(folder: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cdm_kiosk", "simulate", "--site", str(DEMO_SITE), *asked]
    return subprocess.run(
        [*command, "--out", str(folder / "out.jsonl")],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def visits_file(folder: Path, *lines: str) -> str:
    file = folder / "visits.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(file)


def test_written_visits_become_results_in_the_order_of_arrival(tmp_path: Path) -> None:
    answer = simulate(tmp_path, "--visits", visits_file(tmp_path, *map(json.dumps, VISITS)))
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    first, second = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
    assert list(first) == [*FIELDS, "hand_over"]
    assert list(second) == FIELDS
    assert (first["ref"], first["number"], first["band"]) == ("first", 1, {"low_min": 0, "high_min": 5})
    assert first["called_at"] == first["started_at"] == "2026-11-23T10:00:00+01:00"
    assert first["ended_at"] == first["hand_over"]["called_at"] == "2026-11-23T10:25:00+01:00"
    assert first["hand_over"]["counter"] != first["counter"]
    assert {first["outcome"], second["outcome"]} == {"done"}


def test_a_drawn_day_is_the_same_bytes_each_time_and_can_be_read_again(tmp_path: Path) -> None:
    outs = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        asked = ("--generate", "--seed", "7", "--tickets", "40", "--visits", str(folder / "visits.jsonl"))
        assert simulate(folder, *asked).returncode == 0
        outs.append((folder / "visits.jsonl").read_bytes() + (folder / "out.jsonl").read_bytes())
    assert outs[0] == outs[1]
    drawn = (tmp_path / "two" / "out.jsonl").read_bytes()
    assert len(drawn.splitlines()) == 40
    assert simulate(tmp_path / "two", "--visits", str(tmp_path / "two" / "visits.jsonl")).returncode == 0
    assert (tmp_path / "two" / "out.jsonl").read_bytes() == drawn


def test_without_bands_the_day_goes_the_same_way(tmp_path: Path) -> None:
    lines = []
    for more in ((), ("--no-bands",)):
        assert simulate(tmp_path, "--generate", "--tickets", "25", *more).returncode == 0
        lines.append([json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()])
    assert all(line["band"] is None for line in lines[1])
    assert any(line["band"] is not None for line in lines[0])
    assert [line | {"band": None} for line in lines[0]] == lines[1]


def test_policies_and_plans_are_compared_in_a_table_and_a_picture(tmp_path: Path) -> None:
    more = "shift 6 monday 09:00-12:30 orientation,emploi"
    asked = ("--generate", "--no-bands", "--tickets", "60", "--compare", "fair,own-themes", "--what-if", more)
    answer = simulate(tmp_path, *asked)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert more in answer.stdout
    table = answer.stdout.splitlines()
    assert [" ".join(line.split()) for line in table if line.split()[:1] == ["fair"]] == [
        "fair own-themes",
        "fair + what if own-themes + what if",
    ]
    assert [len(line.split()) for line in table if line.lstrip().startswith("received")] == [5]
    assert "advisor" not in answer.stdout
    with Image.open(tmp_path / "out.png") as picture:
        assert picture.size[0] > 1500
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "out.png"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("not json", "line 3, line: expected one JSON object"),
        ('{"ref": "x", "arrive": "2026-11-23T10:00:00+01:00", "theme": "emploi"}', "line 3, length_min: "),
        (
            '{"ref": "x", "arrive": "2026-11-23T10:00:00+01:00", "theme": "jardin", "length_min": 5}',
            'line 3, theme: there is no theme "jardin" here: expected one of orientation, ',
        ),
    ],
)
def test_a_bad_line_is_named_and_no_result_appears(tmp_path: Path, line: str, sentence: str) -> None:
    answer = simulate(tmp_path, "--visits", visits_file(tmp_path, *map(json.dumps, VISITS), line))
    assert answer.returncode == 2
    assert answer.stderr.startswith(sentence)
    assert "Traceback" not in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["visits.jsonl"]


def test_what_is_read_is_never_written_over(tmp_path: Path) -> None:
    lines = "".join(f"{json.dumps(visit)}\n" for visit in VISITS)
    (tmp_path / "out.jsonl").write_text(lines)
    (tmp_path / "out.png").write_text(lines)
    for asked in (
        ("--visits", str(tmp_path / "out.jsonl")),
        ("--visits", str(tmp_path / "out.png"), "--compare", "fair"),
        ("--generate", "--visits", str(tmp_path / "." / "out.jsonl")),
    ):
        answer = simulate(tmp_path, *asked)
        assert answer.returncode == 2
        assert "is needed as it is. Expected another name to write to." in answer.stderr
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"out.jsonl": lines, "out.png": lines}


def test_an_out_that_names_no_file_is_said_in_one_sentence() -> None:
    with pytest.raises(FileFault) as caught:
        main(SimulateOptions(None, None, Path(""), Drawn()))
    assert caught.value.sentence == "--out: expected the name of a file, like OUT.jsonl."


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ((), "Expected --visits with a file, or --generate."),
        (("--generate", "--compare", "fair,luck"), '--compare: there is no policy "luck". Expected some of fair, '),
        (("--generate", "--what-if", "more people"), '--what-if "more people": expected "shift COUNTER '),
        (("--visits", "nowhere.jsonl"), "nowhere.jsonl cannot be used (No such file or directory)."),
        (("--generate", "--from", "2100-12-31", "--days", "9"), "--generate: from 2100-12-31 to 2100-12-31 "),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_sentence(
    tmp_path: Path, asked: tuple[str, ...], sentence: str
) -> None:
    answer = simulate(tmp_path, *asked)
    assert answer.returncode == 2
    assert answer.stderr.startswith(sentence)
    assert list(tmp_path.iterdir()) == []


def test_a_long_rehearsal_shows_on_a_terminal_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    asked = SimulateOptions(
        DEMO_SITE, None, tmp_path / "out.jsonl", Drawn(1, date(2026, 11, 23), 1, 300), bands=False
    )
    main(replace(asked, drawn=None, visits=Path(visits_file(tmp_path, json.dumps(VISITS[0])))))
    assert terminal.getvalue() == ""
    monkeypatch.setattr(simulate_app, "SILENT_S", 0.0)
    main(asked)
    assert "Rehearsing" in terminal.getvalue()


def test_the_examples_of_the_documentation_run(tmp_path: Path) -> None:
    page = (CHECKOUT / "docs" / "rehearsal.md").read_text(encoding="utf-8")
    commands = [
        line.removeprefix("cdm-kiosk ")
        for block in page.split("```")[1::2]
        for line in block.replace("\\\n", " ").splitlines()
        if line.startswith("cdm-kiosk simulate")
    ]
    assert len(commands) >= 4
    visits = next(block for block in page.split("```")[1::2] if block.lstrip().startswith('{"ref"'))
    (tmp_path / "VISITS.jsonl").write_text(visits.lstrip(), encoding="utf-8")
    (tmp_path / "resources").symlink_to(CHECKOUT / "resources")
    for command in commands:
        answer = subprocess.run(
            [sys.executable, "-m", "cdm_kiosk", *shlex.split(command)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert (answer.returncode, answer.stderr) == (0, ""), command


def test_options_about_drawn_visits_are_not_passed_over_where_none_are_drawn(tmp_path: Path) -> None:
    written = tmp_path / "visits.jsonl"
    written.write_text("")
    answer = simulate(tmp_path, "--visits", str(written), "--days", "3")
    assert answer.returncode == 2
    assert "--generate" in answer.stderr
    assert not (tmp_path / "out.jsonl").exists()
