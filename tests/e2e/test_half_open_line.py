"""A line that died without a word, as when a cable is pulled, is noticed at both of its ends."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cdm_kiosk.hub.certificate import own_certificate
from tests.tools.hub import CHECKOUT, DEMO_SITE
from tests.tools.rough_network import Host, RoughNetwork, why_not

PORT = 8443
NOTICED_WITHIN_S = 40
"""Eleven seconds, and what a busy machine needs; nothing else ends an idle line before 75."""

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture
def network() -> Iterator[RoughNetwork]:
    with RoughNetwork(["hub", "station"]) as made:
        yield made


def until(condition: Callable[[], object], what: str, patience_s: float = 60) -> None:
    end = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < end, f"waited {patience_s} s for {what}"


def lines(host: Host, at: str) -> int:
    """How many connections to the hub's port the system of ``host`` believes in."""
    words = host.command("ss", "-Htn", "state", "established", f"{at} = :{PORT}")
    return len(subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines())


def said_by(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().decode().strip()


def test_an_idle_line_that_died_in_silence_is_given_up_at_both_ends(network: RoughNetwork, tmp_path: Path) -> None:
    hub, station = network["hub"], network["station"]
    trust = tmp_path / "trust.json"
    trust.write_text(json.dumps(own_certificate(tmp_path / "data").trust.said()))
    words = ["hub", "--site", str(DEMO_SITE), "--data", str(tmp_path / "data"), "--host", hub.address]
    words += ["--port", str(PORT), "--visitors-host", "127.0.0.1", "--visitors-port", "0"]
    serving = hub.run(
        sys.executable, "-m", "cdm_kiosk", *words, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert said_by(serving) == f"listening on https://{hub.address}:{PORT}"
    program = ["-m", "tests.tools.one_question", f"https://{hub.address}:{PORT}", str(trust), "stay"]
    asking = station.run(sys.executable, *program, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert said_by(asking).endswith(" 200")
    assert (lines(hub, "sport"), lines(station, "dport")) == (1, 1)

    network.set_all(cut=True)
    until(lambda: lines(hub, "sport") == 0, "the hub to give the line up", NOTICED_WITHIN_S)
    until(lambda: lines(station, "dport") == 0, "the station to give the line up", NOTICED_WITHIN_S)
    for process in (serving, asking):
        process.kill()
        process.communicate()
