"""Files that hold tokens are their owner's alone, whatever umask and folder they find."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cdm_kiosk.disk import owners_folder, write_whole
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.printing.printers import FilePrinter, PdfPrinter
from cdm_kiosk.printing.spool import Spool
from cdm_kiosk.station.station import faces
from cdm_kiosk.store.data_folder import LOCK_NAME
from cdm_kiosk.store.day_log import DayLog
from cdm_kiosk.store.pin import KeptPin
from cdm_kiosk.store.reading import FILES, LOG_NAME
from tests.tools.hub import DEMO_SITE, RunningHub
from tests.tools.tickets import paper_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")


@pytest.fixture
def generous() -> Iterator[None]:
    """An account that grants everything to everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_to_others(folder: Path) -> set[str]:
    return {path.name for path in (folder, *folder.rglob("*")) if mode(path) & 0o077}


@pytest.mark.usefixtures("generous")
def test_a_hub_closes_the_folder_that_was_made_for_it_and_everything_it_writes_there(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o777)
    with RunningHub(data) as hub:
        hub.issue("emploi")
        assert {*FILES, LOCK_NAME} <= {path.name for path in data.iterdir()}
        assert open_to_others(data) == set()


@pytest.mark.usefixtures("generous")
def test_files_of_an_earlier_day_that_others_could_read_are_closed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    DayLog(data).close()
    data.chmod(0o777)
    for path in data.iterdir():
        path.chmod(0o666)
    log = DayLog(data)
    assert open_to_others(data) == set()
    log.close()


@pytest.mark.usefixtures("generous")
def test_a_folder_of_somebody_else_stays_as_it_is_and_is_told_and_its_day_is_closed_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "letter.txt").write_text("not ours", "utf-8")
    tmp_path.chmod(0o755)
    with caplog.at_level(logging.WARNING):
        log = DayLog(tmp_path)
    assert mode(tmp_path) == 0o755
    assert str(tmp_path) in caplog.text
    assert "open to other users" in caplog.text
    assert all(mode(tmp_path / name) == 0o600 for name in FILES)
    log.close()


@pytest.mark.usefixtures("generous")
def test_pins_spools_and_printed_tickets_are_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir(mode=0o777)
    KeptPin(tmp_path / "house", "kiosk", lambda: 0.0).keep("2468")
    ticket = paper_of(read_site(DEMO_SITE), "fr")
    Spool(tmp_path / "house" / "spool" / "Borne 1", lambda: datetime.now(UTC)).put(ticket)
    PdfPrinter(tmp_path / "house" / "pdf", faces(), 80, date.today).print_ticket(ticket, lambda: None)
    FilePrinter(tmp_path / "house" / "bytes", faces(), 80).print_ticket(ticket, lambda: None)
    write_whole(tmp_path / "house" / "site.toml", b"")
    assert len([path for path in (tmp_path / "house").rglob("*") if path.is_file()]) == 5
    assert open_to_others(tmp_path / "house") == set()


@pytest.mark.usefixtures("generous")
def test_a_prepared_folder_with_a_site_file_is_ours_and_a_home_with_one_is_not(tmp_path: Path) -> None:
    prepared, home = tmp_path / "prepared", tmp_path / "home"
    for folder in (prepared, home):
        folder.mkdir(mode=0o755)
        (folder / "site.toml").write_text("", "utf-8")
    (home / "public").mkdir()
    for folder in (prepared, home):
        owners_folder(folder)
    assert (mode(prepared), mode(home)) == (0o700, 0o755)
    (home / LOG_NAME).write_text("", "utf-8")
    owners_folder(home)
    assert mode(home) == 0o700
