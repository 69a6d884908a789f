"""A hub that is asked to stop does so, whatever it is busy with, and nothing that it acknowledged is lost."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from cdm_kiosk.station.supervisor import free_port
from cdm_kiosk.store.day_log import DayLog
from tests.tools.hub import CHECKOUT, DEMO_SITE, ask, grants_for, token_of

WITHIN_S = 60
"""Two seconds are promised; a busy test machine may need longer for everything. What is awaited never ends."""

HUB = """
import sys, time
from cdm_kiosk.{module} import {name}
def for_ever(*_):
    print("busy", flush=True)
    time.sleep(3600)
{patch} = for_ever
from cdm_kiosk.cli import main
main()
"""
FORECAST = HUB.format(module="hub.forecaster", name="Forecaster", patch="Forecaster.__call__")
SLOW_HASH = HUB.format(module="store.pin", name="KeptPin", patch="KeptPin.keep")


def started(program: str, data: Path, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, "hub", "--site", str(DEMO_SITE), "--data", str(data)]
    command += ["--port", str(port), "--visitors-host", "127.0.0.1", "--visitors-port", "0", *grants_for(port)]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def wait_for(process: subprocess.Popen[str], told: set[str]) -> None:
    assert process.stdout is not None
    while told:
        line = process.stdout.readline()
        assert line, "the hub ended before"
        told = {each for each in told if not line.startswith(each)}


def ask_for_ever(port: int) -> None:
    """A request whose answer takes for ever; nobody waits for it."""
    with pytest.raises(httpx.ReadTimeout):
        ask(
            "PUT",
            f"http://127.0.0.1:{port}/api/v1/admin/pin",
            {"Idempotency-Key": "k"},
            json={"pin": "24680"},
            timeout=0.5,
        )


@pytest.mark.parametrize("program", [FORECAST, SLOW_HASH], ids=["a long forecast", "a long answer"])
def test_a_hub_stops_in_the_middle_of_what_never_ends_with_feeds_held_and_requests_half_sent(
    tmp_path: Path, program: str
) -> None:
    port = free_port()
    process = started(program, tmp_path / "data", port)
    try:
        wait_for(process, {"listening on", "ticket pages on"} | ({"busy"} if program is FORECAST else set()))
        url = f"http://127.0.0.1:{port}/api/v1/tickets"
        answer = ask("POST", url, {"Idempotency-Key": "k"}, json={"theme": "emploi"})
        assert answer.status_code == 201
        if program is SLOW_HASH:
            ask_for_ever(port)
            wait_for(process, {"busy"})
        with (
            socket.create_connection(("127.0.0.1", port)) as feed,
            socket.create_connection(("127.0.0.1", port)) as unfinished,
        ):
            token = f"Authorization: Bearer {token_of(url, 'kiosk')}\r\n".encode()
            feed.sendall(b"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + token + b"\r\n")
            assert feed.recv(1)
            unfinished.sendall(
                b"POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\n" + token + b"Idempotency-Key: k2\r\n"
                b"Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{"
            )
            process.send_signal(signal.SIGTERM)
            assert process.wait(WITHIN_S) == 0
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
    log = DayLog(tmp_path / "data")
    assert answer.json()["id"] in "".join(body for _, body in log.events_after(0))
    log.close()


@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGINT])
def test_a_hub_that_listens_to_its_supervisor_ends_well_when_a_signal_comes_first(
    tmp_path: Path, signal_number: signal.Signals
) -> None:
    command = [sys.executable, "-m", "cdm_kiosk", "hub", "--site", str(DEMO_SITE), "--data", str(tmp_path / "data")]
    command += ["--port", str(free_port()), "--visitors-host", "127.0.0.1", "--visitors-port", "0"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, "--until-parent-leaves"], cwd=CHECKOUT, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        wait_for(process, {"listening on", "ticket pages on"})
        process.send_signal(signal_number)
        assert process.wait(WITHIN_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
