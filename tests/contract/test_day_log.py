"""The day log keeps what it acknowledged, keeps nothing of what it refused, and forgets a closed day."""

from __future__ import annotations

import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from cdm_kiosk.store.day_log import FILE_NAME, DayLog, Entry, StoredAnswer
from cdm_kiosk.store.errors import PositionTaken, StoreFault
from tests.tools.hub import CHECKOUT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a" / "new" / "folder"


@pytest.fixture
def log(folder: Path) -> Iterator[DayLog]:
    opened = DayLog(folder)
    yield opened
    opened.close()


CLOSING = '{"kind":"day_closed"}'


def entry(*events: str, key: str | None = None) -> Entry:
    return Entry(events, StoredAnswer(key, "print", 201, f"answer to {key}") if key is not None else None)


def bytes_on_disk(folder: Path) -> bytes:
    """Every byte the log left on the disk: the file, its journal, its index."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_what_was_appended_is_read_back_in_order(folder: Path, log: DayLog) -> None:
    assert log.append(0, [entry("a", "b", key="k1"), entry("c"), entry("d", key="k2")]) == 4
    assert log.append(4, [entry("e")]) == 5
    again = DayLog(folder)
    assert again.events_after(0) == [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e")]
    assert again.events_after(3) == [(4, "d"), (5, "e")]
    assert again.events_after(5) == []
    assert [(answer.key, answer.status, answer.body) for answer in again.answers()] == [
        ("k1", 201, "answer to k1"),
        ("k2", 201, "answer to k2"),
    ]
    again.close()


@pytest.mark.parametrize("position", [0, 1, 3, 99])
def test_an_append_at_another_position_than_the_last_keeps_nothing(log: DayLog, position: int) -> None:
    log.append(0, [entry("a"), entry("b", key="k1")])
    with pytest.raises(PositionTaken):
        log.append(position, [entry("x", key="k2"), entry("y")])
    assert [body for _, body in log.events_after(0)] == ["a", "b"]
    assert [answer.key for answer in log.answers()] == ["k1"]
    assert log.append(2, [entry("c")]) == 3


def test_an_append_that_fails_half_way_keeps_nothing(log: DayLog) -> None:
    log.append(0, [entry("a", key="k1")])
    # The file may not grow any more: what a full disk answers in the middle of a transaction.
    connection: Any = log._db
    pages = connection.execute_sql("PRAGMA page_count").fetchone()[0]
    connection.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFault) as fault:
        log.append(1, [entry("b", key="k2"), entry("c" * 100_000, key="k3")])
    assert fault.value.code == "disk_full"
    assert log.events_after(0) == [(1, "a")]
    assert [answer.key for answer in log.answers()] == ["k1"]


def test_an_acknowledged_append_survives_a_power_cut(log: DayLog) -> None:
    # Durability is a setting of each connection, so the log's own connection is asked.
    connection: Any = log._db
    pragmas = {
        name: connection.execute_sql(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_two_logs_on_one_file_take_turns_and_the_second_catches_up(folder: Path, log: DayLog) -> None:
    other = DayLog(folder)
    log.append(0, [entry("a", key="k1")])
    with pytest.raises(PositionTaken):
        other.append(0, [entry("b")])
    assert other.events_after(0) == [(1, "a")]
    assert other.append(1, [entry("b")]) == 2
    with pytest.raises(PositionTaken):
        log.append(1, [entry("c")])
    assert log.events_after(1) == [(2, "b")]
    other.close()


def test_a_closed_day_leaves_no_byte_of_a_ticket_on_the_disk(folder: Path, log: DayLog) -> None:
    tickets = [secrets.token_urlsafe(16) for _ in range(300)]
    for position, ticket in enumerate(tickets):
        log.append(position, [entry(f'{{"ticket":"{ticket}"}}', key=f"key-{ticket}")])
    assert tickets[7].encode() in bytes_on_disk(folder)
    log.append(300, [entry('{"kind":"day_closed"}', key="closing")])
    log.erase_before(301)
    left = bytes_on_disk(folder)
    assert [ticket for ticket in tickets if ticket.encode() in left] == []
    assert log.events_after(0) == [(301, '{"kind":"day_closed"}')]
    assert [answer.key for answer in log.answers()] == ["closing"]


def test_a_day_that_a_reader_keeps_in_the_journal_is_not_taken_for_erased(folder: Path, log: DayLog) -> None:
    log.append(0, [entry('{"ticket":"very-secret"}'), entry("closed")])
    cast(Any, log)._db.execute_sql("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(folder / FILE_NAME)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM event").fetchall()
        with pytest.raises(StoreFault) as caught:
            log.erase_before(2)
        assert caught.value.code == "data_unwritable"
        assert b"very-secret" in bytes_on_disk(folder)
    log.erase_before(2)
    assert b"very-secret" not in bytes_on_disk(folder)


@pytest.mark.parametrize("put_another", [False, True])
def test_nothing_is_acknowledged_in_a_file_that_was_taken_away(
    folder: Path, log: DayLog, tmp_path: Path, put_another: bool
) -> None:
    log.append(0, [entry("a")])
    folder.rename(tmp_path / "elsewhere")
    if put_another:
        DayLog(folder).close()
    with pytest.raises(StoreFault) as caught:
        log.append(1, [entry("b")])
    assert caught.value.code == "data_gone"
    assert log.events_after(0) == [(1, "a")]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_other_users_of_the_machine_cannot_look_into_a_new_folder(folder: Path, log: DayLog) -> None:
    assert folder.stat().st_mode & 0o077 == 0


def test_positions_go_on_after_a_day_is_erased(folder: Path, log: DayLog) -> None:
    log.append(0, [entry("a"), entry("b"), entry(CLOSING)])
    log.erase_before(3)
    assert log.append(3, [entry("opened")]) == 4
    again = DayLog(folder)
    assert again.events_after(0) == [(3, CLOSING), (4, "opened")]
    again.close()


def test_a_day_is_erased_while_another_reads(folder: Path, log: DayLog) -> None:
    log.append(0, [entry("a"), entry("b"), entry("closed")])
    other = DayLog(folder)
    assert len(other.events_after(0)) == 3
    log.erase_before(3)
    assert other.events_after(0) == [(3, "closed")]
    other.close()


OPEN_ONE = """
import sys
from pathlib import Path
from cdm_kiosk.store.day_log import DayLog, Entry
log = DayLog(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
log.close()
"""


def test_several_hubs_may_open_a_new_folder_at_the_same_moment(folder: Path) -> None:
    several = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_ONE, str(folder)],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    ends = [process.communicate(timeout=60) for process in several]
    assert [out for out, _ in ends] == ["open\n"] * 4, [error for _, error in ends if error]
    log = DayLog(folder)
    assert log.append(0, [entry("a")]) == 1
    log.close()


def fault_of(folder: Path) -> StoreFault:
    with pytest.raises(StoreFault) as caught:
        DayLog(folder)
    assert caught.value.sentence.endswith(".")
    return caught.value


def test_a_file_in_place_of_the_folder_is_a_coded_fault(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    fault = fault_of(tmp_path / "data")
    assert fault.code == "data_unwritable"
    assert str(tmp_path / "data") in fault.sentence


def test_a_folder_whose_name_tells_of_a_full_disk_is_not_taken_for_one(tmp_path: Path) -> None:
    (tmp_path / "fullerton").write_text("", "utf-8")
    assert fault_of(tmp_path / "fullerton" / "corrupt").code == "data_unwritable"


def test_a_folder_that_nobody_may_write_in_is_a_coded_fault() -> None:
    # Tests may run as root, whom permissions do not stop; the kernel's own folder stops everybody.
    assert fault_of(Path("/proc/cdm-kiosk")).code == "data_unwritable"


def test_a_folder_in_place_of_the_file_is_a_coded_fault(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert fault_of(tmp_path).code == "data_unwritable"


def test_a_file_of_something_else_is_a_coded_fault_and_stays_as_it_is(tmp_path: Path) -> None:
    content = b"not a log, but somebody's letter. " * 300
    (tmp_path / FILE_NAME).write_bytes(content)
    fault = fault_of(tmp_path)
    assert fault.code == "data_damaged"
    assert str(tmp_path) in fault.sentence
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_a_damaged_page_is_a_coded_fault(tmp_path: Path) -> None:
    log = DayLog(tmp_path)
    log.append(0, [entry("x" * 500) for _ in range(200)])
    log.close()
    damage(tmp_path / FILE_NAME)
    assert fault_of(tmp_path).code == "data_damaged"


def damage(path: Path) -> None:
    """Overwrites every page but the first two, as a dying disk would."""
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(bytes(content))


def test_a_log_that_may_only_be_read_is_a_coded_fault_and_keeps_nothing(folder: Path, log: DayLog) -> None:
    log.append(0, [entry("a")])
    # What a read-only disk answers, from the one place where root meets it too.
    connection: Any = log._db
    connection.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(StoreFault) as caught:
        log.append(1, [entry("b")])
    assert caught.value.code == "data_unwritable"
    assert log.events_after(0) == [(1, "a")]


def test_a_full_disk_is_called_by_its_name_and_keeps_nothing(log: DayLog) -> None:
    log.append(0, [entry("a")])
    connection: Any = log._db
    (pages,) = connection.execute_sql("PRAGMA page_count").fetchone()
    # What SQLite answers on a full disk, from a limit that needs no disk of its own.
    connection.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFault) as caught:
        log.append(1, [entry("b" * 100_000)])
    assert caught.value.code == "disk_full"
    connection.execute_sql(f"PRAGMA max_page_count = {pages + 100}")
    assert log.append(1, [entry("c")]) == 2


def test_a_writer_that_holds_the_file_for_a_moment_is_waited_for(folder: Path, log: DayLog) -> None:
    holder = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    waiting = subprocess.Popen(
        [sys.executable, "-c", APPEND_ONE, str(folder)], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "asking\n"
    holder.execute("COMMIT")
    holder.close()
    out, _ = waiting.communicate(timeout=60)
    assert out == "kept at 1\n"


APPEND_ONE = """
import sys
from pathlib import Path
from cdm_kiosk.store.day_log import DayLog, Entry
print("asking", flush=True)
log = DayLog(Path(sys.argv[1]))
print("kept at", log.append(0, [Entry(("a",))]))
log.close()
"""
