"""A day written down is played again by the real command: the same bytes each time, or one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools.hub import CHECKOUT, DEMO_SITE

DAY: list[dict[str, Any]] = [
    {"at": "2026-11-23T09:00:00+01:00", "command": "issue", "theme": "emploi", "language": "fr"},
    {"at": "2026-11-23T09:01:00+01:00", "command": "issue", "theme": "emploi"},
    {"at": "2026-11-23T09:02:00+01:00", "command": "call-next", "counter": "2"},
    {"at": "2026-11-23T09:02:30+01:00", "command": "call-next", "counter": "2"},
    {"at": "2026-11-23T09:03:00+01:00", "command": "start", "counter": "2"},
    {"at": "2026-11-23T09:30:00+01:00", "command": "hand-over", "counter": "2", "theme": "creation"},
    {"at": "2026-11-23T09:31:00+01:00", "command": "call", "counter": "3", "ticket": "1"},
    {"at": "2026-11-23T09:32:00+01:00", "command": "withdraw", "ticket": "2"},
    {"at": "2026-11-23T18:00:00+01:00", "command": "close-day"},
]


def replay(folder: Path, lines: list[str], out: str = "out.jsonl") -> subprocess.CompletedProcess[str]:
    log = folder / "log.jsonl"
    log.write_text("".join(f"{line}\n" for line in lines))
    command = [sys.executable, "-m", "cdm_kiosk", "replay", str(log), "--out", str(folder / out)]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)


def test_a_written_day_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    lines = [json.dumps(line) for line in DAY]
    for out in ("first.jsonl", "second.jsonl"):
        answer = replay(tmp_path, lines, out)
        assert (answer.returncode, answer.stderr) == (0, "")
    first = (tmp_path / "first.jsonl").read_bytes()
    assert first == (tmp_path / "second.jsonl").read_bytes()
    results = [json.loads(line) for line in first.splitlines()]
    assert [result["line"] for result in results] == list(range(1, len(DAY) + 1))
    kinds = [[event["kind"] for event in result["events"]] for result in results]
    assert kinds[0] == ["day_opened", *["shift_opened"] * 4, "ticket_issued"]
    assert kinds[5:] == [["ticket_handed_over"], ["ticket_called"], ["ticket_withdrawn"], ["day_closed"]]
    assert results[3]["refused"] == "counter_busy"
    assert results[6]["events"][0]["number"] == 1


def played(folder: Path, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    answer = replay(folder, [json.dumps(line) for line in lines])
    assert (answer.returncode, answer.stderr) == (0, "")
    return [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]


def kinds(result: dict[str, Any]) -> list[str]:
    return [event["kind"] for event in result["events"]]


def test_a_session_in_common_and_a_break_are_played(tmp_path: Path) -> None:
    told: list[tuple[str, dict[str, Any]]] = [
        ("issue", {"theme": "emploi"}),
        ("issue", {"theme": "emploi"}),
        ("issue", {"theme": "reception", "people": 4, "anyway": True}),
        ("break", {"counter": "2", "minutes": 10}),
        ("call-together", {"counter": "2", "tickets": ["1", "2"]}),
        ("start", {"counter": "2", "ticket": "2"}),
        ("no-show", {"counter": "2"}),
        ("finish", {"counter": "2", "ticket": "2"}),
        ("break", {"counter": "2"}),
        ("back-to-work", {"counter": "2"}),
        ("call-next", {"counter": "accueil"}),
        ("hand-over", {"counter": "accueil", "theme": "emploi", "ticket": "3"}),
        ("call-together", {"counter": "2", "tickets": ["3", "3"]}),
    ]
    lines = [
        {"at": f"2026-11-23T09:{minute:02}:00+01:00", "command": command, **rest}
        for minute, (command, rest) in enumerate(told)
    ]
    results = played(tmp_path, lines)
    assert [kinds(result) for result in results[3:]] == [
        ["break_taken"],
        ["break_ended", "ticket_called", "ticket_called"],
        ["interview_started"],
        ["ticket_no_show"],
        ["interview_finished"],
        ["break_taken"],
        ["break_ended"],
        ["ticket_called"],
        ["ticket_handed_over"],
        [],
    ]
    assert (results[-1]["refused"], results[-1]["field"]) == ("ticket_named_twice", "tickets")


def test_a_clock_that_was_set_back_over_the_plan_is_played_to_the_end(tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    morning = 'counter = "1"\nhours = ["09:00-10:00"]'
    site.write_text(DEMO_SITE.read_text(encoding="utf-8").replace('counter = "1"', morning, 1), encoding="utf-8")
    lines = [
        {"at": "2026-11-23T08:00:00+01:00", "command": "issue", "theme": "orientation"},
        {"at": "2026-11-23T11:00:00+01:00", "command": "issue", "theme": "orientation"},
        {"at": "2026-11-23T09:30:00+01:00", "command": "call-next", "counter": "3"},
    ]
    log = tmp_path / "log.jsonl"
    log.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    words = ["replay", str(log), "--site", str(site), "--out", str(tmp_path / "out.jsonl")]
    command = [sys.executable, "-m", "cdm_kiosk", *words]
    answer = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)
    assert (answer.returncode, answer.stderr) == (0, "")
    last = json.loads((tmp_path / "out.jsonl").read_text().splitlines()[-1])
    assert kinds(last) == ["ticket_called"]
    assert last["events"][0]["at"] == "2026-11-23T10:00:00Z"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("not json", "line 2, line: expected one JSON object"),
        ("[]", "line 2, line: expected one JSON object"),
        ('{"command": "issue", "theme": "emploi"}', "line 2, at: "),
        ('{"at": "2026-11-23T09:00:00", "command": "issue", "theme": "emploi"}', "line 2, at: "),
        ('{"at": "2026-11-23T09:00:00Z", "command": "sing"}', "line 2, command: expected one of issue, shift"),
        ('{"at": "2026-11-23T09:00:00Z", "command": "issue"}', "line 2, theme: Field required"),
        ('{"at": "2026-11-23T09:00:00Z", "command": "start"}', "line 2, counter: "),
        ('{"at": "2026-11-23T09:00:00Z", "command": "start", "counter": "1", "x": 1}', "line 2, x: "),
        (
            '{"at": "2026-11-23T09:00:00Z", "command": "call-together", "counter": "1", "tickets": []}',
            "line 2, tickets: ",
        ),
        ('{"at": "2026-11-23T09:00:00Z", "command": "break", "counter": "1", "minutes": 0}', "line 2, minutes: "),
        ('{"at": "2026-11-23T09:00:00Z", "command": "park", "counter": "1", "minutes": 999}', "line 2, minutes: "),
    ],
)
def test_a_bad_line_is_named_and_no_result_appears(tmp_path: Path, line: str, sentence: str) -> None:
    answer = replay(tmp_path, [json.dumps(DAY[0]), line])
    assert answer.returncode == 2
    assert answer.stderr.startswith(sentence)
    assert "Traceback" not in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["log.jsonl"]


def test_a_log_is_never_written_over(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(f"{json.dumps(DAY[0])}\n")
    before = log.read_text()
    command = [sys.executable, "-m", "cdm_kiosk", "replay", str(log), "--out", str(log)]
    answer = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)
    assert (answer.returncode, log.read_text()) == (2, before)
    assert answer.stderr.strip() == f"{log} is needed as it is. Expected another name to write to."


def test_a_log_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cdm_kiosk", "replay", str(tmp_path / "none"), "--out", str(tmp_path / "out")]
    answer = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)
    assert answer.returncode == 2
    assert answer.stderr.strip() == f"{tmp_path / 'none'} cannot be used (No such file or directory)."
