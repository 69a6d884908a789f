"""The feed: resumable without a gap or a repeat, redacted for the public, and nobody's slowness is another's."""

from __future__ import annotations

import json
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psutil
import pytest

from cdm_kiosk.hub.feed import HEARTBEAT_S
from tests.contract.listening import listen
from tests.tools.hub import RunningHub

TOLD = ("offers", "outlook", "site", "sign", "paired", "pairing")
"""What is said beside the log."""


def events_url(hub: RunningHub) -> str:
    return f"{hub.api}/events"


@pytest.fixture
def own_hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub that the test may stop, kill and start again."""
    with RunningHub(tmp_path / "data") as running:
        yield running


def test_a_listener_hears_what_happens_after_the_snapshot_it_holds(hub: RunningHub) -> None:
    position = hub.state()["position"]
    with listen(events_url(hub), position) as feed:
        issued = hub.issue("emploi")
        hub.post("/counters/2/call-next")
        first, second = feed.events(2)
    assert (first.kind, first.id, first.content["ticket"]) == ("ticket_issued", str(position + 1), issued["id"])
    assert (second.kind, second.id, second.content["counter"]) == ("ticket_called", str(position + 2), "2")


def test_a_listener_without_a_position_hears_from_now_on(hub: RunningHub) -> None:
    hub.issue("emploi")
    with listen(events_url(hub)) as feed:
        next(feed)
        later = hub.issue("formation")
        assert feed.event().content["ticket"] == later["id"]


def test_resuming_anywhere_has_neither_a_gap_nor_a_repeat(hub: RunningHub) -> None:
    start = hub.state()["position"]
    for _ in range(10):
        hub.issue("emploi")
    with listen(events_url(hub), start) as feed:
        whole = feed.events(10)
    assert [int(frame.id or 0) for frame in whole] == list(range(start + 1, start + 11))
    for heard in range(11):
        with listen(events_url(hub), start + heard) as feed:
            assert feed.events(10 - heard) == whole[heard:]
            extra = hub.post("/counters/2/call-next" if heard % 2 == 0 else "/counters/2/no-show").json()["ticket"]
            # What comes next is the newest event, after whatever earlier rounds added.
            frame = feed.event()
            while int(frame.id or 0) < hub.state()["position"]:
                frame = feed.event()
            assert frame.content["ticket"] == extra["id"]


def test_a_listener_that_comes_back_all_the_time_hears_everything_once(hub: RunningHub) -> None:
    position = hub.state()["position"]
    numbers: list[int] = []
    for round_ in range(12):
        expected = [hub.issue("formation")["number"] for _ in range(round_ % 3)]
        with listen(events_url(hub), position) as feed:
            for number in expected:
                frame = feed.event()
                position = int(frame.id or 0)
                numbers.append(frame.content["number"])
                assert number == frame.content["number"]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@pytest.mark.parametrize("position", ["-1", "0", "999999999", "9" * 5000, "abc", "1.5", "", "٣", "0x10"])
@pytest.mark.parametrize("audience", ["staff", "kiosk", "public"])
def test_a_position_that_is_not_of_this_log_means_fetch_the_snapshot(
    hub: RunningHub, position: str, audience: str
) -> None:
    with listen(events_url(hub), position, audience=audience) as feed:
        assert feed.response.status_code == 200
        frames = [frame for frame in feed if frame.kind]
    assert [(frame.kind, frame.id) for frame in frames] == [("reset", None)]


def test_a_quiet_feed_shows_a_sign_of_life(hub: RunningHub) -> None:
    with listen(events_url(hub)) as feed:
        next(feed)
        assert any(frame.comment == "alive" for frame in feed)
    # A station says within 3 s that it lost its hub: one sign that comes late is not three that are missed.
    assert HEARTBEAT_S * 3 <= 3


def test_the_public_hears_numbers_and_places_only(hub: RunningHub) -> None:
    with listen(events_url(hub), hub.state()["position"], audience="public") as feed:
        next(feed)
        issued = [hub.issue(theme, language="es", accessible=True) for theme in ("emploi", "evolution")]
        for verb in ("call-next", "recall", "start", "finish", "call-next", "no-show"):
            hub.post(f"/counters/2/{verb}")
        hub.post(f"/tickets/{issued[1]['id']}/back")
        hub.post("/counters/2/call-next")
        board = hub.state("public")
        hub.post("/day/close")
        heard = [feed.event()]
        while heard[-1].kind != "doors_closed":
            heard.append(feed.event())
    # In which languages a call is said aloud is heard live, and stands nowhere (decision 0011).
    contents = [frame.content for frame in heard]
    aloud = [content.pop("aloud") for content in contents if content["kind"] == "number_called"]
    assert aloud == [["fr", "es"]] * len(aloud)
    said = json.dumps(contents) + json.dumps(board["board"])
    for secret in (
        "emploi",
        "evolution",
        '"es"',
        "accessible",
        "language",
        "theme",
        "counter",
        *(ticket["id"] for ticket in issued),
    ):
        assert secret not in said
    assert {frame.kind for frame in heard} == {"number_called", "doors_closed"}
    for content in contents[:-1]:
        assert set(content) == {"kind", "at", "number", "place", "zone", "recall", "occasion"}
        assert content["place"] == "Table 2"


def test_a_call_of_the_last_moment_is_heard_before_the_doors_close(hub: RunningHub) -> None:
    with listen(events_url(hub), hub.state()["position"], audience="public") as feed:
        next(feed)
        hub.issue("emploi")
        hub.post("/counters/2/call-next")
        hub.post("/day/close")
        assert [frame.kind for frame in feed.events(2)] == ["number_called", "doors_closed"]


def test_two_calls_at_the_same_moment_are_two_frames_in_order(hub: RunningHub) -> None:
    for theme in ("orientation", "emploi"):
        hub.issue(theme)
    with listen(events_url(hub), hub.state()["position"], audience="public") as feed:
        next(feed)
        numbers = [hub.post(f"/counters/{counter}/call-next").json()["ticket"]["number"] for counter in "12"]
        heard = feed.events(2)
    assert [frame.content["number"] for frame in heard] == numbers
    assert int(heard[0].id or 0) < int(heard[1].id or 0)


def offered(offers: dict[str, Any], theme: str) -> tuple[bool, int]:
    """Whether a theme is served, and how many wait for it."""
    return next((each["served"], each["waiting"]) for each in offers["themes"] if each["theme"] == theme)


def test_a_kiosk_hears_what_it_can_offer_and_nothing_about_anybody(hub: RunningHub) -> None:
    with listen(events_url(hub), hub.state()["position"], audience="kiosk") as feed:
        next(feed)
        issued = hub.issue("emploi", language="es")
        # The first that is told may still be about who waited before.
        frame = feed.told("offers", lambda content: offered(content, "emploi") == (True, 1))
    for secret in (issued["id"], '"es"', "number", "counter"):
        assert secret not in frame.data


def test_no_audience_hears_a_ticket_of_an_erased_day(hub: RunningHub) -> None:
    position = hub.state()["position"]
    hub.issue("emploi")
    hub.post("/day/close")
    hub.post("/day/open")
    for audience in ("staff", "kiosk", "public"):
        with listen(events_url(hub), position, audience=audience) as feed:
            assert feed.event().kind == "reset"


def test_a_restarted_hub_goes_on_where_the_listener_was(own_hub: RunningHub) -> None:
    own_hub.issue("emploi")
    position = own_hub.state()["position"]
    second = own_hub.issue("emploi")
    own_hub.kill()
    own_hub.start()
    with listen(events_url(own_hub), position) as feed:
        assert feed.event().content["ticket"] == second["id"]
        third = own_hub.issue("emploi")
        assert feed.event().content["ticket"] == third["id"]


def test_after_a_restart_a_listener_that_is_up_to_date_is_left_in_peace(own_hub: RunningHub) -> None:
    own_hub.issue("emploi")
    own_hub.kill()
    own_hub.start()
    for audience in ("staff", "kiosk", "public"):
        with listen(events_url(own_hub), own_hub.state()["position"], audience=audience) as feed:
            next(feed)
            issued = own_hub.issue("emploi")
            own_hub.post("/counters/2/call-next")
            frame = feed.told("offers") if audience == "kiosk" else feed.event()
            assert frame.kind != "reset"
            own_hub.post("/counters/2/no-show")
            own_hub.post(f"/tickets/{issued['id']}/withdraw")


class Deaf:
    """A station that asks for the feed and then never reads a byte of it."""

    def __init__(self, hub: RunningHub) -> None:
        self.line = socket.socket()
        # As little room as the kernel gives, so that the hub soon has nowhere to write.
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        self.line.connect(("127.0.0.1", hub.port))
        position = hub.state()["position"]
        head = f"GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n{hub.authorization('reception')}\r\n"
        self.line.sendall(f"{head}Last-Event-ID: {position}\r\n\r\n".encode())

    def close(self) -> None:
        self.line.close()


def test_a_station_that_stops_reading_does_not_hold_the_others(own_hub: RunningHub) -> None:
    deaf = [Deaf(own_hub) for _ in range(5)]
    slowest_s = 0.0
    try:
        with listen(events_url(own_hub), own_hub.state()["position"]) as feed:
            next(feed)
            for _ in range(60):
                begin = time.monotonic()
                issued = own_hub.issue("formation")
                for verb in ("call-next", "recall", "recall", "no-show"):
                    assert own_hub.post(f"/counters/1/{verb}").status_code == 200
                frames = feed.events(5)
                slowest_s = max(slowest_s, time.monotonic() - begin)
                assert {frame.content["ticket"] for frame in frames} == {issued["id"]}
    finally:
        for station in deaf:
            station.close()
    assert slowest_s < 5


def test_the_hub_stops_within_two_seconds_with_twenty_feeds_open(own_hub: RunningHub) -> None:
    issued = own_hub.issue("emploi")
    with ExitStack() as stack:
        feeds = [
            stack.enter_context(listen(events_url(own_hub), audience=("staff", "kiosk", "public")[index % 3]))
            for index in range(18)
        ]
        feeds += [stack.enter_context(listen(f"{issued['follow_url']}/events")) for _ in range(2)]
        for feed in feeds:
            next(feed)
        begin = time.monotonic()
        code = own_hub.terminate()
        took_s = time.monotonic() - begin
        ends = [[frame.kind for frame in feed if frame.kind not in (*TOLD, "message")] for feed in feeds]
    assert code == 0
    assert took_s < 2
    # Every stream ended as a stream ends, not as a broken line.
    assert ends == [[]] * 20


def test_an_interrupt_is_a_good_end_too(own_hub: RunningHub) -> None:
    process = psutil.Process(own_hub.pid)
    process.send_signal(signal.SIGINT)
    assert process.wait(10) in (0, None)
    assert own_hub.terminate() == 0
