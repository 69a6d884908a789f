"""Every command in terminals that know few letters, or that stop listening: a sentence or nothing, no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from codecs import BOM_UTF8
from functools import partial
from pathlib import Path

import httpx
import pytest

from cdm_kiosk import __version__
from cdm_kiosk.station.supervisor import free_port
from tests.e2e.test_run import wait_until
from tests.tools.command import typed
from tests.tools.hub import CHECKOUT, DEMO_SITE, RunningHub

NAME = "Центр професій"
SHOWN = "????? ????????"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a Ukrainian name."""
    file = tmp_path / "given.toml"
    text = DEMO_SITE.read_text(encoding="utf-8").replace('"Cité des métiers"', f'"{NAME}"')
    assert NAME in text
    file.write_text(text, encoding="utf-8")
    return file


COMMANDS = {
    "no command": ("", 2),
    "help": ("--help", 0),
    "version": ("--version", 0),
    "check": ("site check {site}", 0),
    "check nothing": ("site check {site}.nowhere", 1),
    "export": ("site export --site {site} {folder}/out.zip", 0),
    "import": ("site import {site} --yes --data {folder}/data", 0),
    "new": ("site new {folder}/new.toml", 0),
    "doctor": ("doctor --hub http://127.0.0.1:9", 1),
    "printers": ("printer list", 0),
    "printer": ("printer status --printer tcp://127.0.0.1:9", 1),
    "trial": ("printer test --printer pdf:{folder}", 0),
    "replay": ("replay {folder}/nowhere.jsonl --out {folder}/out.jsonl", 2),
    "compared": ("simulate --site {site} --generate --tickets 1 --compare fair --out {folder}/out.jsonl", 0),
    "hub": ("hub --site {site}.nowhere --data {folder}/data", 2),
    "advisor": ("run --with {name} --data {folder}/data", 2),
    "kiosk": ("kiosk --diagonal {name}", 2),
    "display": ("display --diagonal {name}", 2),
}


def words(command: str, site: Path, folder: Path) -> list[str]:
    # A word of the command may hold a space.
    return [word.format(site=site, folder=folder, name=NAME) for word in COMMANDS[command][0].split()]


def environment(folder: Path, encoding: str) -> dict[str, str]:
    more = {"PYTHONIOENCODING": encoding, "XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **more, "PYTHONPATH": str(CHECKOUT)}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_minds_a_reader_who_has_left_nor_letters_that_cannot_be_shown(
    command: str, site: Path, tmp_path: Path
) -> None:
    read, written = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "cdm_kiosk", *words(command, site, tmp_path)],
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.PIPE,
            env=environment(tmp_path, "ascii"),
            check=False,
            timeout=60,
        )
    finally:
        os.close(written)
    said = done.stderr.decode("ascii")
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert done.returncode == COMMANDS[command][1]


def test_a_terminal_that_lacks_a_letter_is_shown_the_others(site: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cdm_kiosk", "site", "check", str(site)],
        capture_output=True,
        env=environment(tmp_path, "cp1252"),
        check=False,
        timeout=60,
    )
    assert done.stderr == b""
    assert done.stdout.decode("cp1252").startswith(f'"{SHOWN}" is sound')


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", b"10 h 30 - 11 h, \" l'accueil \" a l'etage... 1 200 ?"),
        ("cp1252", "10 h 30 - 11 h, «\u00a0l’accueil\u00a0» à l’étage… 1 200 ?".encode("cp1252")),
        ("cp850", "10 h 30 - 11 h, «\u00a0l'accueil\u00a0» à l'étage... 1 200 ?".encode("cp850")),
    ],
)
def test_spaces_dashes_and_quotes_become_plain_ones(encoding: str, shown: bytes) -> None:
    said = "10\u202fh\u202f30 \u2011 11\u2009h, «\u00a0l’accueil\u00a0» à l’étage… 1\u202f200 Ц"
    code = f"from cdm_kiosk import console; console.set_up(); print({said!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(Path(), encoding), check=True, timeout=60
    )
    assert done.stdout.rstrip() == shown


def test_a_floor_with_a_name_that_its_terminal_cannot_show_opens_and_ends(site: Path, tmp_path: Path) -> None:
    port = str(free_port())
    named = ["--site", str(site), "--data", str(tmp_path / "data"), "--port", port, "--visitors-port", "0"]
    health = f"http://127.0.0.1:{port}/api/v1/health"

    def answers() -> bool:
        try:
            return httpx.get(health, timeout=1).status_code == 200
        except httpx.TransportError:
            return False

    with (tmp_path / "said").open("wb") as said:
        floor = subprocess.Popen(
            [sys.executable, "-m", "cdm_kiosk", "run", *named],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=environment(tmp_path, "cp1252"),
        )
        try:
            wait_until(answers, "the hub", 60)
            floor.send_signal(signal.SIGTERM)
            assert floor.wait(30) == 0
        finally:
            floor.kill()
            floor.wait()
    told = (tmp_path / "said").read_text("cp1252")
    assert f'Site "{SHOWN}"' in told
    for noise in ("Traceback", "BrokenPipe", "PulseAudio", "QSoundEffect", "WARNING cdm_kiosk.station.voice"):
        assert noise not in told


def test_an_interrupted_command_says_nothing_of_its_inside(tmp_path: Path) -> None:
    command = subprocess.Popen(
        [sys.executable, "-m", "cdm_kiosk", "site", "new", str(tmp_path / "new.toml")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(tmp_path, "utf-8"),
        # Whoever runs the tests behind a shell may have told it to ignore the keyboard's interruption.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    assert command.stdout is not None
    said = b""
    # It has asked and waits.
    while not said.endswith(b"]: "):
        said += command.stdout.read(1)
    command.send_signal(signal.SIGINT)
    said, _ = command.communicate(timeout=60)
    assert b"Traceback" not in said
    assert command.returncode == 130


def test_it_says_its_version() -> None:
    assert typed("--version") == (0, f"cdm-kiosk {__version__}\n")


def test_a_hub_is_found_with_a_slash_at_the_end_of_its_address(hub: RunningHub) -> None:
    _, said = typed("doctor", "--hub", f"{hub.url}/")
    assert f"The hub answers at {hub.url}." in said


def test_a_site_file_with_a_mark_before_its_text_is_read(site: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.toml"
    marked.write_bytes(BOM_UTF8 + site.read_bytes())
    code, said = typed("site", "check", str(marked))
    assert code == 0, said
    code, said = typed("site", "import", str(marked), "--yes", "--data", str(tmp_path / "data"))
    assert code == 0, said
    assert typed("site", "check", str(tmp_path / "data" / "site.toml"))[0] == 0


def test_a_voice_whose_kiosk_has_gone_ends_in_silence(tmp_path: Path) -> None:
    read, written = os.pipe()
    os.close(read)
    try:
        voice = subprocess.run(
            [sys.executable, "-m", "cdm_kiosk.station.speech_engine"],
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.PIPE,
            env=environment(tmp_path, "utf-8"),
            check=False,
            timeout=60,
        )
    finally:
        os.close(written)
    assert b"BrokenPipe" not in voice.stderr
