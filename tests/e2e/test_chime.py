"""The chime as it leaves a real sound server, which may be restarted while the display goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.hub import CHECKOUT, RunningHub
from tests.tools.sound_server import SoundServer

CALLS = 40
HEARD_WITHIN_S = 0.7

pytestmark = pytest.mark.skipif(not SoundServer.is_installed(), reason="needs pulseaudio and pulseaudio-utils")


@pytest.fixture
def sound(tmp_path: Path) -> Iterator[SoundServer]:
    server = SoundServer(tmp_path / "sound")
    yield server
    server.stop()


@pytest.fixture
def display(hub: RunningHub, sound: SoundServer, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {
        **os.environ,
        **sound.environment,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(tmp_path),
    }
    with subprocess.Popen(
        # People read here: nothing but the chime is heard.
        [
            sys.executable,
            "-m",
            "cdm_kiosk",
            "display",
            *hub.reached("display"),
            "--room",
            "documentation",
            "--windowed",
        ],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        yield process
        process.terminate()


def is_heard(hub: RunningHub, sound: SoundServer) -> bool:
    """Whether one of a few calls is heard: the display may just have begun to listen to its hub."""
    ear = sound.listen()
    try:
        for _ in range(CALLS):
            hub.issue("emploi")
            assert hub.post("/counters/2/call-next").status_code == 200
            heard = ear.hears_something(HEARD_WITHIN_S)
            assert hub.post("/counters/2/no-show").status_code == 200
            if heard:
                return True
        return False
    finally:
        ear.close()


def test_the_chime_is_heard_of_a_sound_server_that_comes_late_and_of_one_that_was_restarted(
    hub: RunningHub, sound: SoundServer, display: subprocess.Popen[bytes]
) -> None:
    hub.issue("emploi")
    assert hub.post("/counters/2/call-next").status_code == 200
    assert hub.post("/counters/2/no-show").status_code == 200
    sound.start()
    assert is_heard(hub, sound)
    sound.stop()
    sound.start()
    assert is_heard(hub, sound)
    assert display.poll() is None
