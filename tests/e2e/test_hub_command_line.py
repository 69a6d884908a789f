"""What the hub's keeper is told when it cannot start: one sentence, exit code 2, never a traceback."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cdm_kiosk.domain.events import DayOpened
from cdm_kiosk.station.supervisor import free_port
from cdm_kiosk.store.day_log import FILE_NAME, DayLog, Entry
from cdm_kiosk.wire import EVENT
from tests.tools.hub import CHECKOUT, DEMO_SITE, RunningHub

SAMPLE = DEMO_SITE.read_text(encoding="utf-8")


def hub_command(*arguments: str | Path) -> list[str]:
    command = [sys.executable, "-m", "cdm_kiosk", "hub", "--visitors-port", "0"]
    return [*command, *(str(argument) for argument in arguments)]


def refusal(*arguments: str | Path) -> str:
    """The one sentence with which a hub does not start."""
    ended = subprocess.run(
        hub_command(*arguments), cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout) == (2, ""), ended
    assert "Traceback" not in ended.stderr
    sentence = ended.stderr.strip()
    assert sentence
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        (
            'timezone = "Europe/Paris"',
            "timezone = Europe/Paris",
            f"line {SAMPLE[: SAMPLE.index('timezone')].count(chr(10)) + 1}",
        ),
        ("sample = true", 'sample = true\nmotto = "Libre"', "motto"),
        ("overflow_after_min = 20", 'overflow_after_min = "soon"', "overflow_after_min"),
        ('counter = "3"', 'counter = "33"', 'rota.2.counter: counter "33" is not among the counters'),
        ('timezone = "Europe/Paris"', 'timezone = "Mars/Olympus"', "timezone"),
        ('name = "Cité des métiers"', "", "name"),
    ],
    ids=[
        "syntax",
        "unknown key",
        "wrong type",
        "rota names an unknown counter",
        "no such time zone",
        "missing key",
    ],
)
def test_a_broken_site_file_is_told_by_file_and_line_or_key(
    tmp_path: Path, before: str, after: str, named: str
) -> None:
    site = tmp_path / "site.toml"
    site.write_text(SAMPLE.replace(before, after, 1), encoding="utf-8")
    sentence = refusal("--site", site, "--data", tmp_path / "data", "--port", "0")
    assert str(site) in sentence
    assert named in sentence
    assert not (tmp_path / "data").exists(), "nothing half done"


def test_a_site_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    sentence = refusal("--site", tmp_path / "missing.toml", "--data", tmp_path / "data")
    assert str(tmp_path / "missing.toml") in sentence


@pytest.mark.parametrize("place", ["a file", "the kernel's own folder"])
def test_a_data_folder_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    # Tests may run as root, whom permissions do not stop.
    folder = tmp_path / "data" if place == "a file" else Path("/proc/cdm-kiosk")
    if place == "a file":
        folder.write_text("")
    assert str(folder) in refusal("--data", folder, "--port", "0")


def test_a_file_of_something_else_in_the_data_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"somebody's letter " * 500)
    assert f"The day in {tmp_path} is damaged" in refusal("--data", tmp_path, "--port", "0")


@pytest.mark.parametrize("kind", ["a damaged page", "an event that nobody knows"])
def test_a_damaged_log_is_told(tmp_path: Path, kind: str) -> None:
    opened = EVENT.dump_json(DayOpened(datetime.now(UTC), date.today())).decode()
    log = DayLog(tmp_path)
    log.append(0, [Entry((opened if kind == "a damaged page" else '{"kind":"x"}',)) for _ in range(300)])
    log.close()
    if kind == "a damaged page":
        path = tmp_path / FILE_NAME
        content = path.read_bytes()
        path.write_bytes(content[:8192] + b"\xa5" * (len(content) - 8192))
    assert f"The day in {tmp_path} is damaged" in refusal("--data", tmp_path, "--port", "0")


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        sentence = refusal("--data", tmp_path, "--port", str(port))
    assert f"Port {port}" in sentence
    assert "--port" in sentence


def test_a_second_hub_on_the_same_port_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    with RunningHub(tmp_path / "data") as first:
        assert f"Port {first.port}" in refusal("--data", tmp_path / "other", "--port", str(first.port))
        assert first.issue()["number"] == 1


def test_of_hubs_that_start_on_one_port_at_the_same_moment_one_serves(tmp_path: Path) -> None:
    port = free_port()
    hubs = [
        subprocess.Popen(
            hub_command("--data", tmp_path / f"data-{index}", "--port", str(port), "--until-parent-leaves"),
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for index in range(3)
    ]
    first_lines = [hub.stdout.readline() if hub.stdout else "" for hub in hubs]
    ends = [(hub.communicate(timeout=60)[1], hub.returncode) for hub in hubs]
    serving = [index for index, line in enumerate(first_lines) if line.startswith("listening on")]
    assert len(serving) == 1
    for index, (told, code) in enumerate(ends):
        assert code == (0 if index in serving else 2)
        assert "Traceback" not in told


@pytest.mark.parametrize("host", ["8.8.8.8", "2001:db8::7", "hub.cite.invalid", "", "127.0.0.1:80"])
def test_an_address_that_is_not_this_machines_own_is_refused(tmp_path: Path, host: str) -> None:
    sentence = refusal("--data", tmp_path / "data", "--host", host, "--port", "0")
    assert "127.0.0.1" in sentence
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "arguments", [("--port", "many"), ("--port", "70000"), ("--port", "-1"), ("--colour", "blue"), ("extra",)]
)
def test_a_wrong_option_is_told_without_a_traceback(arguments: tuple[str, ...]) -> None:
    ended = subprocess.run(
        hub_command(*arguments), cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Traceback" not in ended.stderr
    assert "error" in ended.stderr.lower()


def test_a_hub_says_where_it_listens_and_nothing_about_visitors(tmp_path: Path) -> None:
    visitor = RunningHub(tmp_path)
    with subprocess.Popen(
        hub_command("--data", tmp_path, "--port", str(visitor.port), "--until-parent-leaves", *visitor.grants),
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line == f"listening on {visitor.url}\n"
        assert re.fullmatch(r"ticket pages on http://[\d.]+:\d+\n", process.stdout.readline())
        issued = visitor.issue("emploi", language="es")
        visitor.post("/counters/2/call-next")
        visitor.post("/tickets", {"theme": "voile", "language": "es"})
        visitor.post(f"/tickets/{issued['id']}/back")
        visitor.post("/day/close")
        rest, told = process.communicate(timeout=60)
    assert (rest, process.returncode) == ("", 0)
    for secret in (issued["id"], "emploi", "voile", 'es"', "127.0.0.1"):
        assert secret not in told
