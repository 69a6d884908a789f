"""A screen, a session and an independent assistive technology that looks at the real stations from outside."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.tools.hub import CHECKOUT

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("assistive_client.py")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SCREEN = (1920, 1920)
PATIENCE_S = 60.0
LOOK_EVERY_S = 0.05
PRESS_AGAIN_S = 1.0
STILL_S = 0.4
"""Longer than a station's buttons and keys rest after a change."""
TYPE_AGAIN_S = 5.0
"""Longer than any answer takes: pressed twice, a key that means the next thing would do two."""
KEYS = {"Return": 0xFF0D, "Escape": 0xFF1B, "Left": 0xFF51, "Right": 0xFF53, "Down": 0xFF54}
KEYS |= {f"F{number}": 0xFFBD + number for number in range(1, 13)}
"""X11's numbers of the keys that are no letters or digits."""


@dataclass(frozen=True)
class Seen:
    """One thing that an assistive technology finds on a screen; ``box`` is x, y, width, height in pixels."""

    name: str
    description: str
    role: str
    states: frozenset[str]
    actions: tuple[str, ...]
    box: tuple[int, ...]
    path: tuple[int, ...]
    children: tuple[Seen, ...] = field(repr=False)

    @classmethod
    def read(cls, told: dict[str, Any], path: tuple[int, ...] = ()) -> Seen:
        """The thing that the client told of, and all below it."""
        children = tuple(cls.read(child, (*path, child.get("at", at))) for at, child in enumerate(told["children"]))
        name, description, role = told["name"], told["description"], told["role"]
        states, actions = frozenset(told["states"]), tuple(told["actions"])
        return cls(name, description, role, states, actions, tuple(told["box"]), path, children)

    def all(self) -> Iterator[Seen]:
        """This thing and all below it, in the order in which they are read out."""
        yield self
        for child in self.children:
            yield from child.all()

    def showing(self) -> list[Seen]:
        """What is on the screen now, in the order in which it is read out."""
        return [each for each in self.all() if "showing" in each.states]

    def named(self, start: str, role: str = "") -> Seen | None:
        """The first thing on the screen whose name begins so."""
        found = (each for each in self.showing() if each.name.startswith(start) and role in ("", each.role))
        return next(found, None)


def lacking() -> str:
    """What this machine lacks for it, or nothing."""
    for program in ("Xvfb", "dbus-daemon"):
        if shutil.which(program) is None:
            return f"there is no {program}"
    if not _launcher():
        return "there is no at-spi-bus-launcher"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "the system's Python has no pyatspi" if asked.returncode else ""


class AssistiveSession:
    """An X11 screen and a session bus of their own; stations open on it, and the client looks at them.

    Everything ends with the ``with`` block. ``folder`` holds the settings and data of the stations.
    """

    def __init__(self, folder: Path) -> None:
        self._environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_RUNTIME_DIR": str(folder),
            "PYTHONPATH": str(CHECKOUT),
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._ends = contextlib.ExitStack()
        self._client: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as ends:
            self._ends = ends
            width, height = SCREEN
            screen = self._start(
                "Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"
            )
            self._environment["DISPLAY"] = f":{_line_of(screen)}"
            bus = self._start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
            self._environment["DBUS_SESSION_BUS_ADDRESS"] = _line_of(bus)
            self._start(_launcher(), "--launch-immediately")
            self._client = self._start(SYSTEM_PYTHON, str(CLIENT))
            self._ends = ends.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    def open(self, *words: str) -> int:
        """Start ``cdm-kiosk`` with these words; its process id."""
        return self._start(sys.executable, "-m", "cdm_kiosk", *words).pid

    def look(self, pid: int, window: int | None = None) -> Seen | None:
        """What the client sees of a station now, or of one of its windows; None while it shows none."""
        told = self._ask({"see": pid} if window is None else {"see": pid, "window": window})
        return None if told is None else Seen.read(told)

    def wait(self, pid: int, condition: Callable[[Seen], object], what: str, window: int | None = None) -> Seen:
        """What the client sees of a station, or one of its windows, once ``condition`` holds.

        ``what`` says what was waited for.

        It is seen twice alike: a look may fall between the end of one page and the whole of the next.
        """
        end = time.monotonic() + PATIENCE_S
        before: Seen | None = None
        while True:
            seen = self.look(pid, window)
            if seen is not None and condition(seen) and seen == before:
                return seen
            before = seen
            if time.monotonic() > end:
                shown = [] if seen is None else [(each.role, each.name) for each in seen.showing()]
                raise AssertionError(f"{what} never came; on the screen: {shown}")
            time.sleep(LOOK_EVERY_S)

    def press(self, pid: int, name: str, condition: Callable[[Seen], object]) -> Seen:
        """Press what has a name that begins so, as an assistive technology does, until ``condition`` holds.

        A button that has only just appeared takes no press, so one may be needed again.
        """

        pressed_at = -PRESS_AGAIN_S

        def press_and_look(seen: Seen) -> bool:
            nonlocal pressed_at
            if condition(seen):
                return True
            pressable = (each for each in seen.showing() if "Press" in each.actions)
            target = next((each for each in pressable if each.name.startswith(name)), None)
            if target is not None and time.monotonic() > pressed_at + PRESS_AGAIN_S:
                pressed_at = time.monotonic()
                self._ask({"press": pid, "at": target.path})
            return False

        return self.wait(pid, press_and_look, f"what follows “{name}”")

    def type(self, pid: int, window: int, key: str, condition: Callable[[Seen], object]) -> Seen:
        """Press a key in the window that has the keyboard until ``condition`` holds in that ``window``.

        It is pressed once the window stands still, as by somebody who looks first: a table that has only just
        changed takes no key. Should one have come too early all the same, it is pressed again.
        """
        stands: Seen | None = None
        since = pressed_at = -TYPE_AGAIN_S

        def type_and_look(seen: Seen) -> bool:
            nonlocal stands, since, pressed_at
            if condition(seen):
                return True
            now = time.monotonic()
            if seen != stands:
                stands, since = seen, now
            elif now > since + STILL_S and now > pressed_at + TYPE_AGAIN_S:
                pressed_at = now
                self._ask({"key": KEYS.get(key) or ord(key.lower())})
            return False

        return self.wait(pid, type_and_look, f"what follows the key {key}", window)

    def touch(self, *points: tuple[int, int]) -> None:
        """Touch the screen at these places in turn: what no control is for."""
        self._ask({"touch": points})

    def _ask(self, request: dict[str, object]) -> Any:
        assert self._client is not None
        assert self._client.stdin is not None
        self._client.stdin.write(json.dumps(request) + "\n")
        self._client.stdin.flush()
        return json.loads(_line_of(self._client))

    def _start(self, *command: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._ends.callback(_end, process)
        return process


def _launcher() -> str:
    return next((path for path in LAUNCHERS if Path(path).exists()), "")


def _line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, f"{process.args!r} ended without an answer"
    return line


def _end(process: subprocess.Popen[str]) -> None:
    """End a process and what it started, the bus of the accessibility launcher too."""
    for number, patience_s in ((signal.SIGTERM, 5.0), (signal.SIGKILL, 5.0)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience_s)
            break
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
