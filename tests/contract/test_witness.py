"""What was acknowledged is there or is known to be missing, whatever became of the files of the day."""

from __future__ import annotations

import logging
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from peewee import SqliteDatabase
from playhouse.migrations import Runner

from cdm_kiosk.store.day_log import MIGRATIONS, DayLog, Entry, StoredAnswer
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.store.reading import INDEX_NAME, JOURNAL_NAME, LOG_NAME, WITNESS_NAME, read
from cdm_kiosk.store.witness import Today, known_by

TODAY = date(2026, 3, 2)
CLOSING = '{"kind":"day_closed"}'
SECRET = "very-secret"
FLIPS = 60
"""Of each file, drawn by the seed that is the file's own name."""

Kept = tuple[list[tuple[int, str]], list[StoredAnswer]]


def issue(log: DayLog, number: int) -> None:
    ticket = f"{SECRET}-{number}é"
    answer = StoredAnswer(f"key-{number}", "print", 201, f"answer to {ticket}")
    opening = ('{"kind":"day_opened"}',) if number == 1 else ()
    events = (*opening, f'{{"kind":"ticket_issued","ticket":"{ticket}"}}')
    log.append(number if number > 1 else 0, [Entry(events, answer)], Today(number, TODAY, True))


def kept_in(log: DayLog) -> Kept:
    return log.events_after(0), log.answers()


def halted(folder: Path, to: Path) -> None:
    """The files as a power cut leaves them: SQLite cleans up only when it is closed."""
    shutil.copytree(folder, to)


@pytest.fixture(scope="module", params=[False, True], ids=["all of it in the journal", "a part of it in the file"])
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Kept]:
    """A day of sixty tickets on a hub that was cut off, and what it had acknowledged."""
    made = tmp_path_factory.mktemp("day")
    log = DayLog(made / "data")
    for number in range(1, 61):
        issue(log, number)
        if request.param and number == 40:
            cast(Any, log)._db.execute_sql("PRAGMA wal_checkpoint(PASSIVE)")
    acknowledged = kept_in(log)
    halted(made / "data", made / "halted")
    log.close()
    return made / "halted", acknowledged


def is_there_or_refused(folder: Path, acknowledged: Kept) -> bool:
    """Whether it was refused; what was not is there, and is still there after one more number."""
    log: DayLog | None = None
    try:
        log = DayLog(folder)
        assert kept_in(log) == acknowledged
        issue(log, len(acknowledged[1]) + 1)
        return False
    except StoreFault as fault:
        return SECRET not in fault.sentence
    finally:
        if log is not None:
            log.close()
            assert read(folder).is_whole


@pytest.mark.parametrize("name", [LOG_NAME, JOURNAL_NAME, INDEX_NAME, WITNESS_NAME])
def test_with_one_flipped_bit_all_is_there_or_the_day_is_refused(
    day: tuple[Path, Kept], tmp_path: Path, name: str
) -> None:
    before, acknowledged = day
    content = (before / name).read_bytes()
    drawn = random.Random(name)
    refused = 0
    for at in range(FLIPS):
        folder = tmp_path / str(at)
        shutil.copytree(before, folder)
        damaged = bytearray(content)
        damaged[drawn.randrange(len(content))] ^= 1 << drawn.randrange(8)
        (folder / name).write_bytes(damaged)
        refused += is_there_or_refused(folder, acknowledged)
        shutil.rmtree(folder)
    if name == JOURNAL_NAME:
        assert refused > FLIPS // 4


@pytest.mark.parametrize("name", [LOG_NAME, JOURNAL_NAME, INDEX_NAME, WITNESS_NAME])
def test_a_file_that_was_cut_short_or_is_gone_takes_nothing_along_unseen(
    day: tuple[Path, Kept], tmp_path: Path, name: str
) -> None:
    before, acknowledged = day
    content = (before / name).read_bytes()
    drawn = random.Random(name)
    for at, length in enumerate([0, *(drawn.randrange(len(content)) for _ in range(15)), None]):
        folder = tmp_path / str(at)
        shutil.copytree(before, folder)
        (folder / name).unlink()
        if length is not None:
            (folder / name).write_bytes(content[:length])
        was_refused = is_there_or_refused(folder, acknowledged)
        if name in (LOG_NAME, JOURNAL_NAME) and not length:
            assert was_refused


def test_a_day_without_its_journal_says_what_was_acknowledged_and_what_can_be_read(
    day: tuple[Path, Kept], tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    halted(day[0], folder)
    (folder / JOURNAL_NAME).unlink()
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(StoreFault) as caught:
        DayLog(folder)
    assert caught.value.code == "data_damaged"
    assert "61 events and numbers up to 60 were acknowledged" in caught.value.sentence
    assert f"day rescue --data {folder}" in caught.value.sentence
    # Whoever looks did not make it worse.
    assert {name: (folder / name).read_bytes() for name in files if name != INDEX_NAME} == {
        name: content for name, content in files.items() if name != INDEX_NAME
    }


def test_a_day_whose_witness_is_gone_is_refused_while_people_wait_and_not_when_it_is_closed(tmp_path: Path) -> None:
    log = DayLog(tmp_path)
    issue(log, 1)
    log.close()
    (tmp_path / WITNESS_NAME).unlink()
    with pytest.raises(StoreFault) as caught:
        DayLog(tmp_path)
    assert "how many numbers were given is not known" in caught.value.sentence
    shutil.rmtree(tmp_path)
    log = DayLog(tmp_path)
    issue(log, 1)
    log.append(2, [Entry((CLOSING,))], Today(1, TODAY))
    log.close()
    (tmp_path / WITNESS_NAME).unlink()
    DayLog(tmp_path).close()


def test_the_witness_of_an_erased_day_keeps_its_date_and_number_and_nothing_of_its_tickets(tmp_path: Path) -> None:
    log = DayLog(tmp_path)
    for number in range(1, 6):
        issue(log, number)
    with_tickets = known_by(tmp_path / WITNESS_NAME)
    log.append(6, [Entry((CLOSING,))], Today(5, TODAY))
    log.erase_before(7)
    log.close()
    known = known_by(tmp_path / WITNESS_NAME)
    assert known is not None
    assert with_tickets is not None
    assert (known.first, known.position, known.today) == (7, 7, Today(5, TODAY))
    assert with_tickets.chain not in (tmp_path / WITNESS_NAME).read_bytes()
    DayLog(tmp_path).close()


def test_a_hub_that_died_before_its_witness_heard_starts_with_all_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = DayLog(tmp_path / "data")
    issue(log, 1)
    witness = (tmp_path / "data" / WITNESS_NAME).read_bytes()
    issue(log, 2)
    log.append(3, [Entry((CLOSING,))], Today(2, TODAY))
    log.append(4, [Entry(('{"kind":"day_opened"}',))], Today(2, TODAY, True))
    halted(tmp_path / "data", tmp_path / "halted")
    log.close()
    (tmp_path / "halted" / WITNESS_NAME).write_bytes(witness)
    again = DayLog(tmp_path / "halted")
    assert [position for position, _ in again.events_after(0)] == [1, 2, 3, 4, 5]
    again.close()


def remove(path: Path) -> None:
    path.unlink()


def put_a_copy(path: Path) -> None:
    copy = path.with_suffix(".copy")
    shutil.copy(path, copy)
    copy.replace(path)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        (LOG_NAME, remove),
        (LOG_NAME, put_a_copy),
        (JOURNAL_NAME, remove),
        (JOURNAL_NAME, put_a_copy),
        (JOURNAL_NAME, empty),
        (WITNESS_NAME, remove),
        (WITNESS_NAME, put_a_copy),
    ],
)
def test_nothing_is_acknowledged_beside_files_that_were_taken_away(
    tmp_path: Path, name: str, harm: Callable[[Path], None]
) -> None:
    log = DayLog(tmp_path)
    issue(log, 1)
    harm(tmp_path / name)
    with pytest.raises(StoreFault) as of_a_command:
        issue(log, 2)
    with pytest.raises(StoreFault) as of_the_caretaker:
        log.look_after()
    assert of_a_command.value.code == of_the_caretaker.value.code == "data_gone"
    log.close()


def test_a_journal_that_another_program_has_put_into_the_file_is_not_missed(tmp_path: Path) -> None:
    log = DayLog(tmp_path)
    issue(log, 1)
    with closing(sqlite3.connect(tmp_path / LOG_NAME)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert (tmp_path / JOURNAL_NAME).stat().st_size == 0
    issue(log, 2)
    log.close()
    assert read(tmp_path).is_whole


@pytest.fixture
def from_before(tmp_path: Path) -> Path:
    """A folder of the version that knew no witness, with a day open in it."""
    database: Any = SqliteDatabase(str(tmp_path / LOG_NAME), pragmas={"journal_mode": "wal"})
    with database:
        runner: Any = Runner(database, directory=str(MIGRATIONS))
        runner.up("0001_day_log")
        for position in range(1, 4):
            row = (position, f'{{"ticket":"{position}"}}', f"key-{position}", "print", 201, "answer")
            database.execute_sql("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", row)
    return tmp_path


def test_a_folder_from_before_there_was_a_witness_opens_with_its_day_and_says_so(
    from_before: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        log = DayLog(from_before)
    assert "before there was a witness" in caplog.text
    assert [position for position, _ in log.events_after(0)] == [1, 2, 3]
    assert len(log.answers()) == 3
    log.append(3, [Entry(("more",))])
    log.close()
    assert read(from_before).is_whole
    again = DayLog(from_before)
    assert len(again.events_after(0)) == 4
    again.close()
    (from_before / WITNESS_NAME).unlink()
    assert not read(from_before).is_whole
