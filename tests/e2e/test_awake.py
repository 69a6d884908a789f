"""A screen that nobody touches stays lit: under a real X server that blanks after a second, and on real buses."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from ctypes.util import find_library
from pathlib import Path

import pytest

from tests.tools.hub import CHECKOUT

PATIENCE_S = 60
BLANKS_AFTER_S = 1
LIT_FOR_MS = 3_000
ON = 1

LACKING = shutil.which("Xvfb") is None or find_library("Xss") is None
pytestmark = pytest.mark.skipif(LACKING, reason="there is no Xvfb, or no libXss to ask it")


class Info(ctypes.Structure):
    """XScreenSaverInfo."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("till_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("mask", ctypes.c_ulong),
    )


class Screen:
    """The X server's own word on its screen."""

    def __init__(self, name: str) -> None:
        self._x11, self._saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(name.encode()))
        assert self._display

    def blank_soon(self) -> None:
        self._x11.XSetScreenSaver(self._display, BLANKS_AFTER_S, 0, 1, 1)
        self._x11.XSync(self._display, 0)

    def touched(self) -> None:
        """As if somebody had: lit again, and idle from now."""
        self._x11.XForceScreenSaver(self._display, 0)
        self._x11.XSync(self._display, 0)

    def look(self) -> Info:
        info = Info()
        root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))
        self._saver.XScreenSaverQueryInfo(self._display, root, ctypes.byref(info))
        return info

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)


class Session:
    """An X server, a bus for the session and one for the system, a desktop and a login manager on them."""

    def __init__(self, folder: Path, ends: ExitStack) -> None:
        self._ends = ends
        self._token = folder / "token"
        self._token.touch(0o600)
        self._token.write_text("A" * 43)
        self.environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_DATA_HOME": str(folder),
        }
        server = self._start("Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp")
        self.environment["DISPLAY"] = f":{_line(server)}"
        for which in ("SESSION", "SYSTEM"):
            bus = self._start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
            self.environment[f"DBUS_{which}_BUS_ADDRESS"] = _line(bus)
        self.desktop = self.start_desktop()
        self.screen = Screen(self.environment["DISPLAY"])
        ends.callback(self.screen.close)

    def start_desktop(self) -> subprocess.Popen[str]:
        desktop = self._start(sys.executable, "-m", "tests.tools.sleepy_desktop")
        assert _line(desktop) == "ready"
        return desktop

    def station(self, role: str) -> None:
        paired = ("--hub", "http://127.0.0.1:9", "--token-file", str(self._token))
        self._start(sys.executable, "-m", "cdm_kiosk", role, *paired)

    def _start(self, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            words,
            cwd=CHECKOUT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._ends.enter_context(process)
        self._ends.callback(process.kill)
        return process


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def wait_until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"waited for {what}"
        time.sleep(0.02)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with ExitStack() as ends:
        yield Session(tmp_path, ends)


@pytest.mark.parametrize("role", ["kiosk", "display"])
def test_a_screen_that_nobody_touches_stays_lit(session: Session, role: str) -> None:
    session.screen.blank_soon()
    wait_until(lambda: session.screen.look().state == ON, "the server to blank an empty screen")
    session.station(role)
    told = {_line(session.desktop) for _ in range(2)}
    assert told == {"the desktop: cdm-kiosk", "the login: idle cdm-kiosk block"}
    session.screen.touched()
    while (seen := session.screen.look()).idle < LIT_FOR_MS:
        assert seen.state != ON


def test_a_desktop_that_was_started_again_is_asked_again(session: Session) -> None:
    session.station("display")
    assert {_line(session.desktop) for _ in range(2)} >= {"the desktop: cdm-kiosk"}
    session.desktop.kill()
    session.desktop.wait()
    assert _line(session.start_desktop()) == "the desktop: cdm-kiosk"
