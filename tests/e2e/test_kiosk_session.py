"""The locked kiosk as its session sees it: one process, its end, and the code it ends with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdm_kiosk.station.kiosk_errors import GIVEN_UP
from tests.tools.hub import CHECKOUT, RunningHub

PATIENCE_S = 60.0

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from cdm_kiosk.apps import kiosk
from cdm_kiosk.options import KioskOptions
from tests.tools.watched import watched

def once_ready(self):
        {ready}

kiosk.KioskStation = watched(kiosk.KioskStation, once_ready)
sys.exit(kiosk.main(KioskOptions("{url}", name="Borne", windowed={windowed}, token_file=Path("{file}"))))
"""


class KioskProcess:
    """A kiosk in its own process, where something happens once its welcome is shown."""

    def __init__(self, hub: RunningHub, folder: Path, ready: str, windowed: bool = False) -> None:
        url, file = hub.place("kiosk")
        script = SCRIPT.format(url=url, file=file, ready=ready.strip(), windowed=windowed)
        environment = {**os.environ, "XDG_DATA_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", script],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
        )
        self._limit = threading.Timer(PATIENCE_S, self.process.kill)
        self._limit.start()

    def said(self, awaited: str) -> str:
        """What it said up to the line with ``awaited``."""
        assert self.process.stdout is not None
        heard = ""
        for line in self.process.stdout:
            heard += line
            if awaited in line:
                return heard
        raise AssertionError(heard)

    def drop(self) -> None:
        """Whatever became of it, nothing is left."""
        self._limit.cancel()
        with self.process:
            if self.process.poll() is None:
                self.process.kill()

    def end(self) -> tuple[int, str]:
        """Its code and what it said last."""
        rest = self.process.communicate()[0]
        self._limit.cancel()
        return self.process.returncode, rest


@pytest.fixture
def started(hub: RunningHub, tmp_path: Path) -> Iterator[list[KioskProcess]]:
    kiosks: list[KioskProcess] = []
    yield kiosks
    for each in kiosks:
        each.drop()


def start(
    started: list[KioskProcess], hub: RunningHub, folder: Path, ready: str, windowed: bool = False
) -> KioskProcess:
    kiosk = KioskProcess(hub, folder, ready, windowed)
    started.append(kiosk)
    return kiosk


CLOSE = 'print("closed", self.window.close(), flush=True)'


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_locked_kiosk_is_not_closed_but_ends_with_its_session(
    started: list[KioskProcess], hub: RunningHub, tmp_path: Path, number: signal.Signals
) -> None:
    kiosk = start(started, hub, tmp_path, CLOSE)
    kiosk.said("closed False")
    assert kiosk.process.poll() is None
    kiosk.process.send_signal(number)
    assert kiosk.end()[0] == 0


def test_a_kiosk_in_a_window_is_closed_like_every_window(
    started: list[KioskProcess], hub: RunningHub, tmp_path: Path
) -> None:
    code, said = start(started, hub, tmp_path, CLOSE, windowed=True).end()
    assert code == 0, said
    assert "closed True" in said


FAIL = """
        def fail():
            self.left -= 1
            if not self.left:
                self.again.stop()
            raise LookupError("what nobody foresaw")

        self.view_model.toggleHighContrast()
        self.left = {times}
        self.view_model.highContrastChanged.connect(lambda: print("welcome", flush=True))
        self.again = QTimer()
        self.again.timeout.connect(fail)
        self.again.start(1)
"""


def test_after_an_error_the_kiosk_shows_its_welcome_and_goes_on(
    started: list[KioskProcess], hub: RunningHub, tmp_path: Path
) -> None:
    kiosk = start(started, hub, tmp_path, FAIL.format(times=1))
    said = kiosk.said("welcome")
    assert "Traceback" in said
    assert "LookupError" in said
    assert "what nobody foresaw" not in said, "an error's own text may hold a visitor's"
    kiosk.process.send_signal(signal.SIGTERM)
    assert kiosk.end()[0] == 0


def test_an_error_of_the_screens_own_words_brings_back_the_welcome_too(
    started: list[KioskProcess], hub: RunningHub, tmp_path: Path
) -> None:
    fault = """
        from PySide6.QtQml import QQmlComponent
        self.view_model.toggleHighContrast()
        self.view_model.highContrastChanged.connect(lambda: print("welcome", flush=True))
        part = QQmlComponent(self.engine)
        part.setData(b'import QtQml; QtObject { Component.onCompleted: nobody.foresaw() }', "")
        self.part = part.create()
"""
    kiosk = start(started, hub, tmp_path, fault)
    kiosk.said("welcome")
    kiosk.process.send_signal(signal.SIGTERM)
    assert kiosk.end()[0] == 0


def test_errors_that_repeat_end_the_kiosk_for_its_session_to_start_it_again(
    started: list[KioskProcess], hub: RunningHub, tmp_path: Path
) -> None:
    code, said = start(started, hub, tmp_path, FAIL.format(times=6)).end()
    assert code == GIVEN_UP, said
    assert "to be started again" in said


def test_the_session_promises_no_restart_that_cage_cannot_tell() -> None:
    unit = (CHECKOUT / "installer" / "kiosk-session" / "cdm-kiosk-kiosk.service").read_text(encoding="utf-8")
    assert "/usr/bin/cage" in unit
    assert "\nRestart=" not in unit
