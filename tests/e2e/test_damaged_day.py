"""A day whose files were damaged: the hub says what is known, a rescue goes on, and nobody gets a number twice."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cdm_kiosk.store.reading import JOURNAL_NAME, LOG_NAME, WITNESS_NAME
from tests.tools.hub import CHECKOUT, DEMO_SITE, RunningHub


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "cdm_kiosk", *map(str, arguments)]
    return subprocess.run(asked, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)


def started_on(data: Path) -> subprocess.CompletedProcess[str]:
    return command("hub", "--site", DEMO_SITE, "--data", data, "--port", "0", "--visitors-port", "0")


def flip_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)


@pytest.fixture
def day(hub: RunningHub) -> list[str]:
    """Thirty numbers, and a hub that was cut off."""
    tokens = [hub.issue("emploi")["id"] for _ in range(30)]
    hub.kill()
    return tokens


def test_a_flipped_bit_in_the_journal_is_told_and_the_day_goes_on_above_the_highest_number(
    hub: RunningHub, day: list[str]
) -> None:
    flip_in_the_middle(hub.data / JOURNAL_NAME)
    refused = started_on(hub.data)
    assert refused.returncode == 2
    assert "numbers up to 30 were acknowledged" in refused.stderr
    assert f"day rescue --data {hub.data}" in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
    looked = command("day", "check", "--data", hub.data)
    assert looked.returncode == 1
    rescued = command("day", "rescue", "--site", DEMO_SITE, "--data", hub.data, "--yes")
    assert rescued.returncode == 0, rescued.stderr
    assert "the next number will be 31" in rescued.stdout
    for told in (refused, looked, rescued):
        assert not any(token in told.stdout + told.stderr for token in day)
    hub.start()
    waiting = [ticket["id"] for ticket in hub.state()["tickets"]]
    assert waiting == day[: len(waiting)]
    assert 0 < len(waiting) < 30
    assert f"Lost: {len(waiting) + 1} to 30." in rescued.stdout
    assert hub.issue("emploi")["number"] == 31
    assert (hub.data / "damaged-1" / JOURNAL_NAME).exists()
    # What was put aside holds tickets: it goes with the day.
    hub.post("/day/close")
    hub.terminate()
    assert {path.name for path in hub.data.glob("damaged*")} == set()
    assert command("day", "check", "--data", hub.data).returncode == 0


@pytest.mark.parametrize("names", [[JOURNAL_NAME], [LOG_NAME], [LOG_NAME, JOURNAL_NAME]])
def test_a_day_whose_files_are_gone_never_starts_at_one(hub: RunningHub, day: list[str], names: list[str]) -> None:
    for name in names:
        (hub.data / name).unlink()
    assert "numbers up to 30 were acknowledged" in started_on(hub.data).stderr
    # Nor does it after somebody has tried to start it again and again.
    assert "numbers up to 30 were acknowledged" in started_on(hub.data).stderr
    assert command("day", "rescue", "--site", DEMO_SITE, "--data", hub.data, "--yes").returncode == 0
    hub.start()
    assert hub.issue("emploi")["number"] == 31


def test_a_log_of_another_day_put_back_brings_nobody_of_it_back(hub: RunningHub, day: list[str]) -> None:
    hub.start()
    hub.terminate()
    former = (hub.data / LOG_NAME).read_bytes()
    hub.start()
    assert hub.post("/day/close").status_code == 200
    assert hub.post("/day/open").status_code in (200, 201, 409)
    assert hub.issue("emploi")["number"] == 31
    hub.terminate()
    (hub.data / LOG_NAME).write_bytes(former)
    assert "numbers up to 31 were acknowledged" in started_on(hub.data).stderr
    rescued = command("day", "rescue", "--site", DEMO_SITE, "--data", hub.data, "--yes")
    assert "0 events go on, and the next number will be 32" in rescued.stdout
    hub.start()
    assert hub.state()["open"]
    assert hub.state()["tickets"] == []
    assert hub.issue("emploi")["number"] == 32


def test_a_number_written_by_a_former_version_without_a_chain_is_not_given_again(
    hub: RunningHub, day: list[str]
) -> None:
    with closing(sqlite3.connect(hub.data / LOG_NAME)) as connection, connection:
        (last,) = connection.execute("SELECT body FROM event ORDER BY position DESC LIMIT 1").fetchone()
        another = last.replace('"number":30', '"number":31').replace(day[-1], "x" * len(day[-1]))
        connection.execute("INSERT INTO event (body) VALUES (?)", (another,))
    assert "day rescue" in started_on(hub.data).stderr
    rescued = command("day", "rescue", "--site", DEMO_SITE, "--data", hub.data, "--yes")
    assert "the next number will be 32" in rescued.stdout
    assert "Lost: 31. Whoever" in rescued.stdout


def test_a_row_that_is_no_text_any_more_is_refused_without_showing_it(hub: RunningHub, day: list[str]) -> None:
    hub.start()
    hub.terminate()
    content = (hub.data / LOG_NAME).read_bytes()
    at = content.index(day[7].encode()) + 3
    (hub.data / LOG_NAME).write_bytes(content[:at] + bytes([content[at] | 0x80]) + content[at + 1 :])
    refused = started_on(hub.data)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.strip().splitlines()) == 1
    rescued = command("day", "rescue", "--site", DEMO_SITE, "--data", hub.data, "--yes")
    assert "Lost: 8. Whoever" in rescued.stdout
    shown = refused.stderr + rescued.stdout + rescued.stderr
    assert not any(token[:3] + token[4:] in shown or token in shown for token in day)
    hub.start()
    assert [ticket["number"] for ticket in hub.state()["tickets"]] == [*range(1, 8), *range(9, 31)]
    assert hub.issue("emploi")["number"] == 31


def test_a_rescue_asks_first_and_leaves_a_whole_day_alone(hub: RunningHub, day: list[str]) -> None:
    whole = command("day", "rescue", "--site", DEMO_SITE, "--data", hub.data, "--yes")
    assert (whole.returncode, "Nothing is to be done" in whole.stdout) == (0, True)
    flip_in_the_middle(hub.data / JOURNAL_NAME)
    before = {name: (hub.data / name).read_bytes() for name in (LOG_NAME, JOURNAL_NAME, WITNESS_NAME)}
    unasked = command("day", "rescue", "--site", DEMO_SITE, "--data", hub.data)
    assert unasked.returncode == 2
    assert "add --yes" in unasked.stdout
    assert {name: (hub.data / name).read_bytes() for name in before} == before


def test_a_journal_removed_under_a_running_hub_is_noticed_at_the_next_command(hub: RunningHub) -> None:
    hub.issue("emploi")
    (hub.data / JOURNAL_NAME).unlink()
    refused = hub.post("/tickets", {"theme": "emploi"})
    assert (refused.status_code, refused.json()["code"]) == (503, "data_gone")
    hub.kill()
    assert "numbers up to 1 were acknowledged" in started_on(hub.data).stderr


def test_a_second_hub_on_a_folder_is_told_by_one_sentence_and_a_killed_one_leaves_it_free(hub: RunningHub) -> None:
    hub.issue("emploi")
    for second in (started_on(hub.data), command("day", "rescue", "--data", hub.data, "--yes")):
        assert second.returncode == 2
        assert second.stderr.strip() == (
            f"Another hub works with the folder {hub.data}. One hub at a time: stop that one first."
        )
    hub.kill()
    hub.start()
    assert hub.issue("emploi")["number"] == 2
