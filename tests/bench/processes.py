"""The processes that a measurement starts, and the bench's own site; every one of them ends with its block."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.tools.hub import CHECKOUT, DEMO_SITE, shown

COUNTERS = [str(number) for number in range(1, 9)]
"""Enough for eight advisors at once."""
STOP_WITHIN_S = 10
SILENT_FOR_S = 60
QUIET_FOR_S = 0.3


def bench_site(folder: Path) -> Path:
    """The sample site with as many counters as there are clients."""
    text = DEMO_SITE.read_text()
    for counter in COUNTERS[6:]:
        text += f'\n[[counters]]\nid = "{counter}"\nlabel = "Table {counter}"\nzone = "accueil"\n'
    site = folder / "site.toml"
    site.write_text(text)
    return site


@contextmanager
def child(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """``python ARGUMENTS`` from the checkout, with pipes for what it is told and says."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


def say(process: subprocess.Popen[str], line: str) -> None:
    """One line to a child."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> str:
    """The next line of a child; RuntimeError when it ended, or said nothing for too long."""
    assert process.stdout is not None
    give_up = threading.Timer(SILENT_FOR_S, process.kill)
    give_up.start()
    line = process.stdout.readline()
    give_up.cancel()
    if not line:
        raise RuntimeError(f"a measured process said no more (code {process.wait(STOP_WITHIN_S)})")
    return line.strip()


def hear_json(process: subprocess.Popen[str]) -> Any:
    return json.loads(hear(process))


class Caller:
    """One connection to a hub that stays open, so that a request costs a request and no more."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def __call__(self, method: str, path: str, body: object = None) -> Any:
        """The parsed answer; RuntimeError when it is not a success."""
        headers = {
            **shown(method, f"http://127.0.0.1:{self.port}/api/v1{path}"),
            "Idempotency-Key": uuid4().hex,
            "Content-Type": "application/json",
        }
        content = None if body is None else json.dumps(body)
        self._line.request(method, f"/api/v1{path}", content, headers)
        answer = self._line.getresponse()
        text = answer.read()
        if not 200 <= answer.status < 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text)

    def open_shifts(self) -> None:
        """Every counter receives for everything, so that any of them can call any ticket."""
        for counter in COUNTERS:
            shift = {"themes": ["emploi"], "overflow": [], "languages": ["fr", "en", "es"]}
            self("PUT", f"/counters/{counter}/shift", shift)

    def new_day(self) -> None:
        """Forget the tickets so far: a round must not pay for the rounds before it."""
        self("POST", "/day/close")
        self("POST", "/day/open")
        self.open_shifts()

    def close(self) -> None:
        self._line.close()


def wait_until_quiet(processes: list[Any], patience_s: float = 20.0) -> None:
    """Return once psutil ``processes`` used no processor for a moment."""
    end = time.monotonic() + patience_s
    used, since = -1.0, time.monotonic()
    while time.monotonic() < end:
        now_used = sum(sum(process.cpu_times()[:2]) for process in processes)
        if now_used > used + 0.011:
            used, since = now_used, time.monotonic()
        elif time.monotonic() - since > QUIET_FOR_S:
            return
        time.sleep(0.05)
