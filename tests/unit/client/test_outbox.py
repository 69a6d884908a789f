"""What waits for the hub outlives the process, whatever happens to process, file and disk."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cdm_kiosk.client.outbox import KeptOrder, Outbox

NOW = datetime(2026, 11, 22, 14, 52, tzinfo=UTC)


def order(number: int, made_at: datetime = NOW) -> KeptOrder:
    return KeptOrder(f"{number:032x}", "withdraw", {"ticket": f"t-{number}"}, made_at)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "station" / "orders.jsonl"


def read_again(file: Path, now: datetime = NOW) -> list[KeptOrder]:
    return list(Outbox(file, now).orders)


def test_what_is_kept_is_read_again_in_order_until_it_is_struck_off(file: Path) -> None:
    outbox = Outbox(file, NOW)
    kept = [order(number) for number in (3, 1, 2)]
    for each in kept:
        outbox.put(each)
    assert read_again(file) == kept
    outbox.strike(kept[0].key)
    assert read_again(file) == kept[1:]
    for each in kept[1:]:
        outbox.strike(each.key)
    assert list(file.parent.iterdir()) == []
    assert outbox.fault == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_its_owners_alone(file: Path) -> None:
    Outbox(file, NOW).put(order(1))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (file, file.parent)] == [0o600, 0o700]


def test_a_line_is_one_order_with_what_its_command_holds_and_no_more(file: Path) -> None:
    outbox = Outbox(file, NOW)
    outbox.put(order(1))
    outbox.put(KeptOrder("a" * 32, "issue", {"ticket": "t-9", "theme": "emploi", "language": "fr"}, NOW))
    told = [json.loads(line) for line in file.read_bytes().splitlines()]
    assert [(each["format"], each["made_at"]) for each in told] == [(1, NOW.isoformat())] * 2
    assert [(each["verb"], each["values"]) for each in told] == [
        ("withdraw", {"ticket": "t-1"}),
        ("issue", {"ticket": "t-9", "theme": "emploi", "language": "fr"}),
    ]
    assert all(each.keys() == {"format", "key", "verb", "values", "made_at"} for each in told)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b"null",
        b'"format"',
        b"{}",
        b'{"format": 2, "key": "%032x", "verb": "withdraw", "values": {"ticket": "t"}, "made_at": "%b"}',
        b'{"format": 1, "key": "%032x", "verb": "unheard-of", "values": {"ticket": "t"}, "made_at": "%b"}',
        b'{"format": 1, "key": "%032x", "verb": ["withdraw"], "values": {"ticket": "t"}, "made_at": "%b"}',
        b'{"format": 1, "key": "%032x", "verb": "withdraw", "values": {}, "made_at": "%b"}',
        b'{"format": 1, "key": "%032x", "verb": "withdraw", "values": 7, "made_at": "%b"}',
        b'{"format": 1, "key": "%032x", "verb": "withdraw", "values": {"ticket": "t"}, "made_at": 7}',
        b'{"format": 1, "key": "%032x", "verb": "withdraw", "values": {"ticket": "t"}, "made_at": "2026-11-22"}',
        b'{"format": 1, "key": "a\\r\\nX-More: b", "verb": "withdraw", "values": {"ticket": "t"}, "made_at": "%b"}',
        b'{"format": 1, "key": 5, "verb": "withdraw", "values": {"ticket": "t"}, "made_at": "%b"}',
    ],
)
def test_a_damaged_line_blocks_no_whole_one(file: Path, line: bytes, caplog: pytest.LogCaptureFixture) -> None:
    outbox = Outbox(file, NOW)
    outbox.put(order(1))
    outbox.put(order(2))
    before, after = file.read_bytes().splitlines()
    damaged = line.replace(b"%032x", b"b" * 32).replace(b"%b", NOW.isoformat().encode())
    file.write_bytes(b"\n".join((before, damaged, after)))
    assert read_again(file) == [order(1), order(2)]
    assert "1 of 3 lines" in caplog.text
    assert file.read_bytes().splitlines() == [before, after]


def test_every_beginning_of_a_file_gives_the_orders_that_are_whole_in_it(file: Path) -> None:
    outbox = Outbox(file, NOW)
    for number in range(3):
        outbox.put(order(number))
    content = file.read_bytes()
    ends = [at for at, byte in enumerate(content, 1) if byte == ord("\n")]
    for length in range(len(content) + 1):
        file.write_bytes(content[:length])
        # A last line may be whole without its end.
        assert len(read_again(file)) == sum(end - 1 <= length for end in ends)


@pytest.mark.parametrize(
    ("made_at", "is_kept"),
    [
        (NOW - timedelta(hours=23, minutes=59), True),
        (NOW + timedelta(hours=3), True),
        (NOW - timedelta(hours=24, seconds=1), False),
        (NOW + timedelta(days=300), False),
    ],
)
def test_nothing_of_another_day_is_kept_though_a_clock_may_go_back(
    file: Path, made_at: datetime, is_kept: bool
) -> None:
    Outbox(file, made_at).put(order(1, made_at))
    assert bool(read_again(file)) is is_kept
    assert file.exists() is is_kept


DYING_STATION = """
import os, signal, sys
from pathlib import Path
from datetime import datetime
from cdm_kiosk.client.outbox import KeptOrder, Outbox

file, now, dies_at = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), sys.argv[3]

def dying(name, real):
    def act(*args, **named):
        if dies_at == f"before {name}":
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*args, **named)
        if dies_at == f"after {name}":
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    return act

outbox = Outbox(file, now)
first, second = (KeptOrder(f"{at:032x}", "withdraw", {"ticket": f"t-{at}"}, now) for at in (1, 2))
outbox.put(first)
os.fsync, os.replace = dying("fsync", os.fsync), dying("replace", os.replace)
outbox.put(second)
if dies_at == "put":
    os.kill(os.getpid(), signal.SIGKILL)
outbox.strike(first.key)
if dies_at == "struck":
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by SIGKILL")
@pytest.mark.parametrize(
    ("dies_at", "left"),
    [
        ("before fsync", [1]),
        ("after fsync", [1]),
        ("before replace", [1]),
        ("after replace", [1, 2]),
        ("put", [1, 2]),
        ("struck", [2]),
    ],
)
def test_a_station_killed_at_any_step_finds_all_that_it_had_kept(file: Path, dies_at: str, left: list[int]) -> None:
    command = [sys.executable, "-c", DYING_STATION, str(file), NOW.isoformat(), dies_at]
    died = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])})
    assert died.returncode == -signal.SIGKILL
    assert read_again(file) == [order(number) for number in left]
    # What a write left half done is gone with the next one.
    outbox = Outbox(file, NOW)
    outbox.put(order(9))
    assert list(file.parent.iterdir()) == [file]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may have a disk of its own here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_what_waits_is_written_when_there_is_room(disk: Path) -> None:
    outbox = Outbox(disk / "orders.jsonl", NOW)
    outbox.put(order(1))
    filling = disk / "filling"
    with contextlib.suppress(OSError), filling.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    outbox.put(order(2))
    assert (outbox.fault, [each.key for each in outbox.orders]) == ("disk_full", [order(1).key, order(2).key])
    assert read_again(disk / "orders.jsonl") == [order(1)]
    filling.unlink()
    outbox.write()
    assert outbox.fault == ""
    assert read_again(disk / "orders.jsonl") == [order(1), order(2)]


def test_a_read_only_disk_is_told_and_the_orders_wait_in_memory(disk: Path) -> None:
    outbox = Outbox(disk / "orders.jsonl", NOW)
    outbox.put(order(1))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    outbox.put(order(2))
    assert outbox.fault == "disk_read_only"
    outbox.strike(order(1).key)
    assert outbox.orders == (order(2),)
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    outbox.write()
    assert (outbox.fault, read_again(disk / "orders.jsonl")) == ("", [order(2)])


def test_where_a_folder_stands_in_the_files_place_orders_wait_in_memory(file: Path) -> None:
    file.mkdir(parents=True)
    outbox = Outbox(file, NOW)
    assert outbox.fault == "disk_failed"
    outbox.put(order(1))
    assert (outbox.fault, outbox.orders) == ("disk_failed", (order(1),))
