"""The language of a call: who listens at that moment learns it from a real hub, and nobody can ask for it later."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.mirrors import PublicMirror
from cdm_kiosk.domain.disclosure import NumberCalled
from tests.tools.fake_hub import dispose
from tests.tools.hub import RunningHub, shown
from tests.tools.windows import wait_until


@pytest.fixture
def listener(hub: RunningHub, qtbot: QtBot) -> Iterator[PublicMirror]:
    client = hub.client("display")
    mirror = PublicMirror(client)
    client.start()
    wait_until(lambda: client.connected, "the hub to be heard")
    yield mirror
    client.stop()
    dispose(mirror, client)


def test_the_language_is_heard_once_and_found_nowhere(hub: RunningHub, listener: PublicMirror) -> None:
    heard: list[NumberCalled] = []
    listener.called.connect(heard.append)
    hub.issue("emploi", language="es")
    assert hub.post("/counters/2/call-next").status_code == 200
    wait_until(lambda: heard, "the call")
    assert heard[0].aloud == ("fr", "es")
    state = hub.state("public")
    assert [call["aloud"] for call in state["board"]["calls"]] == [[]]
    assert listener.board.calls[0].aloud == ()
    # From the first event on, as whoever has a display's token would ask who comes when all is called.
    later = _first_call(f"{hub.url}/api/v1/events")
    assert (later["number"], later["aloud"]) == (heard[0].number, [])


def _first_call(url: str) -> dict[str, object]:
    with httpx.stream(
        "GET", url, headers={**shown("GET", url, "display"), "Last-Event-ID": "0"}, timeout=10
    ) as answer:
        for line in answer.iter_lines():
            if line.startswith("data:") and "number_called" in line:
                return dict(json.loads(line.removeprefix("data:")))
    raise AssertionError("the feed ended before the call")
