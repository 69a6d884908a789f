"""Hubs are found on the local network, wherever they are now, and told apart."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from tests.tools.hub import CHECKOUT
from tests.tools.namespaces import Host, Lan, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "several hosts can be made")

PATIENCE_S = 30.0
"""Until something that must come at all is missed; what must come soon is measured beside it."""
ONE, TWO = "1" * 64, "2" * 64
Heard = list[list[str]]


@contextlib.contextmanager
def started(host: Host, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A process of this project's tools on a host; it has said that it runs, and ends with the context."""
    command = [sys.executable, "-m", "tests.tools.announcing", *words]
    running = host.run(*command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        assert running.stdout.readline().strip() in ("announcing", "listening")
        yield running
    finally:
        running.terminate()
        running.wait(PATIENCE_S)
        running.stdout.close()


def hub_on(
    host: Host, site: str = "paris", fingerprint: str = ONE, listening: str = "0.0.0.0"
) -> contextlib.AbstractContextManager[subprocess.Popen[str]]:
    return started(host, "hub", site, fingerprint, listening, "8443")


class Listener:
    """Collects what a listening host hears."""

    def __init__(self, running: subprocess.Popen[str]) -> None:
        self._lines: queue.Queue[Heard] = queue.Queue()
        self.latest: Heard = []
        threading.Thread(target=self._read, args=(running,), daemon=True).start()

    def _read(self, running: subprocess.Popen[str]) -> None:
        assert running.stdout is not None
        with contextlib.suppress(ValueError):
            for line in running.stdout:
                self._lines.put(json.loads(line))

    def until(self, is_true: Callable[[Heard], bool], patience_s: float = PATIENCE_S) -> float:
        """Wait until what is heard is so; returns the seconds that it took, and fails when it never comes."""
        began = time.monotonic()
        while not is_true(self.latest):
            left = patience_s - (time.monotonic() - began)
            assert left > 0, self.latest
            with contextlib.suppress(queue.Empty):
                self.latest = self._lines.get(timeout=left)
        return time.monotonic() - began

    def hears_nothing(self, for_s: float) -> None:
        with pytest.raises(queue.Empty):
            self._lines.get(timeout=for_s)


@contextlib.contextmanager
def listening_on(host: Host) -> Iterator[Listener]:
    with started(host, "listener") as running:
        yield Listener(running)


def knows(*urls: str) -> Callable[[Heard], bool]:
    return lambda heard: {url for hub in heard for url in hub[2:]} >= {*urls}


def test_a_hub_is_found_whoever_starts_first() -> None:
    with Lan(["hub", "kiosk"]) as lan, hub_on(lan["hub"]), listening_on(lan["kiosk"]) as late:
        late.until(knows("https://10.78.0.1:8443"))
        assert [each[:2] for each in late.latest] == [["paris", ONE]]
    with Lan(["hub", "kiosk"]) as lan, listening_on(lan["kiosk"]) as early, hub_on(lan["hub"]):
        early.until(knows("https://10.78.0.1:8443"))


def test_a_hub_that_says_goodbye_is_not_offered_any_more() -> None:
    with Lan(["hub", "kiosk"]) as lan, listening_on(lan["kiosk"]) as listener:
        with hub_on(lan["hub"]):
            listener.until(knows("https://10.78.0.1:8443"))
        listener.until(lambda heard: not heard)


def test_a_hub_whose_address_changes_is_found_again_within_five_seconds() -> None:
    with Lan(["hub", "kiosk"]) as lan, hub_on(lan["hub"]), listening_on(lan["kiosk"]) as listener:
        listener.until(knows("https://10.78.0.1:8443"))
        lan["hub"].move_to("10.78.0.99")
        assert listener.until(knows("https://10.78.0.99:8443")) < 5
        # The newest comes first: the others are tried after it.
        assert listener.latest[0][2] == "https://10.78.0.99:8443"


def test_a_hub_that_gets_its_network_late_is_found_then() -> None:
    with Lan(["hub", "kiosk"]) as lan:
        lan["hub"].plug(False)
        lan["hub"].unaddressed()
        with hub_on(lan["hub"]), listening_on(lan["kiosk"]) as listener:
            listener.hears_nothing(2)
            lan["hub"].plug(True)
            lan["hub"].move_to("10.78.0.7")
            listener.until(knows("https://10.78.0.7:8443"))


def test_a_station_that_gets_its_network_late_finds_the_hub_then() -> None:
    with Lan(["hub", "kiosk"]) as lan, hub_on(lan["hub"]):
        lan["kiosk"].unaddressed()
        with listening_on(lan["kiosk"]) as listener:
            lan["kiosk"].move_to("10.78.0.8")
            listener.until(knows("https://10.78.0.1:8443"))


def test_a_link_of_version_6_alone_is_enough() -> None:
    with (
        Lan(["hub", "kiosk"], version_6_alone=True) as lan,
        hub_on(lan["hub"], listening="::"),
        listening_on(lan["kiosk"]) as listener,
    ):
        # The number behind the scope is the listener's own interface.
        listener.until(lambda heard: bool(heard))
        url = listener.latest[0][2]
        assert url.startswith(f"https://[{lan['hub'].link_local()}%25")
        assert url.endswith("]:8443")


def test_two_hubs_of_two_sites_are_told_apart_and_two_of_one_site_too() -> None:
    with (
        Lan(["one", "two", "three", "kiosk"]) as lan,
        hub_on(lan["one"], "paris", ONE),
        hub_on(lan["two"], "lyon", TWO),
        hub_on(lan["three"], "paris", "3" * 64),
        listening_on(lan["kiosk"]) as listener,
    ):
        listener.until(lambda heard: len(heard) == 3)
        found = {(site, fingerprint): urls for site, fingerprint, *urls in listener.latest}
        assert found[("paris", ONE)] == ["https://10.78.0.1:8443"]
        assert found[("lyon", TWO)] == ["https://10.78.0.2:8443"]
        assert found[("paris", "3" * 64)] == ["https://10.78.0.3:8443"]


def test_where_multicast_is_blocked_nothing_is_heard_and_the_address_still_leads_there() -> None:
    with Lan(["hub", "kiosk"]) as lan:
        for host in lan.hosts.values():
            host.pass_multicast(False)
        with hub_on(lan["hub"]), listening_on(lan["kiosk"]) as listener:
            listener.hears_nothing(3)
            reached = subprocess.run(lan["kiosk"].command("ping", "-c1", "-W5", "10.78.0.1"), capture_output=True)
            assert reached.returncode == 0


def test_what_is_no_hub_of_ours_is_not_offered() -> None:
    with (
        Lan(["stranger", "hub", "kiosk"]) as lan,
        listening_on(lan["kiosk"]) as listener,
        hub_on(lan["stranger"], "paris", "not a fingerprint"),
        hub_on(lan["hub"]),
    ):
        listener.until(lambda heard: bool(heard))
        assert [each[1] for each in listener.latest] == [ONE]
