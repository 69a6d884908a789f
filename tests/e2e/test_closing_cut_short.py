"""A hub that dies in the middle of closing the day finishes it when it starts again (issue 4)."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from cdm_kiosk.store.day_log import FILE_NAME
from tests.tools.hub import RunningHub


def test_a_hub_killed_after_closing_and_before_erasing_erases_when_it_starts(hub: RunningHub) -> None:
    """Somebody who reads the file keeps the day's bytes in its journal until the hub is dead."""
    tickets = [hub.issue("emploi")["follow_url"].rsplit("/", 1)[1].encode() for _ in range(20)]
    with closing(sqlite3.connect(hub.data / FILE_NAME)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM event").fetchall()
        assert hub.post("/day/close").status_code == 200
        hub.kill()
        left = {file: file.read_bytes() for file in hub.data.iterdir() if file.is_file()}
    # The reader tidies the journal up as it goes: put back what the hub itself had left.
    for file, content in left.items():
        file.write_bytes(content)
    assert any(ticket in _on_disk(hub) for ticket in tickets)
    hub.start()
    assert [ticket for ticket in tickets if ticket in _on_disk(hub)] == []
    assert hub.state()["tickets"] == []


def _on_disk(hub: RunningHub) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(hub.data.rglob("*")) if file.is_file())
