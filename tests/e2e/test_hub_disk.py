"""A disk that takes no more: refused with a code, nothing half done, and all is well when there is room again."""

from __future__ import annotations

import resource
from uuid import uuid4

from cdm_kiosk.store.day_log import FILE_NAME
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
