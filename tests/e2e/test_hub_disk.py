"""A disk that takes no more: refused with a code, nothing half done, and all is well when there is room again."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from cdm_kiosk.store.ballast import BALLAST_BYTES, BALLAST_NAME
from cdm_kiosk.store.day_log import FILE_NAME, DayLog
from tests.contract.listening import listen
from tests.tools.hub import RunningHub


def allow_file_bytes(hub: RunningHub, limit: int) -> None:
    """How large the hub's files may grow: the nearest thing to a full disk that needs no disk of its own."""
    _, hard = resource.prlimit(hub.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(hub.pid, resource.RLIMIT_FSIZE, (limit, hard))


def test_a_full_disk_refuses_with_a_code_and_loses_nothing(hub: RunningHub) -> None:
    kept = [hub.issue("emploi") for _ in range(3)]
    before = hub.state()
    journal = hub.data / f"{FILE_NAME}-wal"
    allow_file_bytes(hub, journal.stat().st_size)
    key = uuid4().hex
    for path, body in (("/tickets", {"theme": "emploi"}), ("/counters/2/call-next", None), ("/day/close", None)):
        answer = hub.post(path, body, key if body else None)
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] in ("disk_full", "data_unwritable")
        assert str(hub.data) not in answer.text
    assert hub.state() == before
    allow_file_bytes(hub, resource.RLIM_INFINITY)
    again = hub.post("/tickets", {"theme": "emploi"}, key)
    assert (again.status_code, again.json()["number"]) == (201, 4)
    hub.kill()
    hub.start()
    assert [ticket["id"] for ticket in hub.state()["tickets"]] == [ticket["id"] for ticket in (*kept, again.json())]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may have a disk of its own here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Leave not one free page."""
    filling = disk / "filling"
    handle = os.open(filling, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        while os.write(handle, bytes(4096)):
            pass
    except OSError:
        return filling
    finally:
        os.close(handle)
    raise AssertionError("the disk has no end")


def test_a_hub_that_starts_on_a_wholly_full_disk_shows_who_waits_and_says_so_until_there_is_room(
    small_disk: Path,
) -> None:
    with RunningHub(small_disk / "data") as hub:
        kept = [hub.issue("emploi")["id"] for _ in range(3)]
        # Its journal and its index go with it: the next start needs room for new ones.
        hub.terminate()
        filling = fill(small_disk)
        hub.start()
        assert [ticket["id"] for ticket in hub.state()["tickets"]] == kept
        assert not (hub.data / BALLAST_NAME).exists()
        # What was given up for the start is not spent on numbers: the next start needs it, too.
        for _ in range(2):
            refused = hub.post("/tickets", {"theme": "emploi"})
            assert (refused.status_code, refused.json()["code"]) == (503, "disk_full")
        with listen(f"{hub.api}/events") as feed:
            feed.told("stations", lambda told: told["hub_trouble"] == "disk_full")
        hub.kill()
        hub.start()
        assert [ticket["id"] for ticket in hub.state()["tickets"]] == kept
        filling.unlink()
        assert hub.issue("emploi")["number"] == 4
        assert (hub.data / BALLAST_NAME).stat().st_size == BALLAST_BYTES


def test_the_room_for_a_start_is_real_and_the_owners_alone(tmp_path: Path) -> None:
    DayLog(tmp_path).close()
    about = (tmp_path / BALLAST_NAME).stat()
    assert about.st_size == BALLAST_BYTES
    assert about.st_blocks * 512 >= BALLAST_BYTES
    assert about.st_mode & 0o077 == 0
