"""Pairing by terminals: a hub on a host of its own, a machine that shows its digits, and reception's answer."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.tools.hub import CHECKOUT, DEMO_SITE
from tests.tools.namespaces import Host

PATIENCE_S = 60.0
PORT = 8443


def cdm(*words: object) -> list[str]:
    return [sys.executable, "-m", "cdm_kiosk", *map(str, words)]


class Terminal:
    """``cdm-kiosk pair`` as somebody sees it: the digits alone on a line, then how it ended."""

    def __init__(self, command: Sequence[str]) -> None:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        self.running = subprocess.Popen(command, cwd=CHECKOUT, text=True, **pipes)  # type: ignore[call-overload]

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.running.poll() is None:
            self.running.kill()
        self.running.communicate()

    def digits(self) -> str:
        line: str = self.running.stdout.readline()
        assert line.strip().isdigit(), (line, self.running.communicate())
        return line.strip()

    def end(self) -> tuple[int, str]:
        _, said = self.running.communicate(timeout=PATIENCE_S)
        return int(self.running.returncode), said


@contextlib.contextmanager
def hub_on(host: Host, folder: Path, listening: str = "0.0.0.0") -> Iterator[str]:
    """A hub on a host; gives reception's token."""
    grant = folder / "reception.token"
    words = ("hub", "--site", DEMO_SITE, "--data", folder / "hub", "--port", PORT, "--host", listening)
    more = ("--visitors-port", 0, "--grant", f"reception={grant}")
    running = host.run(*cdm(*words, *more), cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        assert running.stdout.readline().startswith("listening on https://")
        yield grant.read_text("ascii").strip()
    finally:
        running.terminate()
        running.wait(PATIENCE_S)
        running.stdout.close()


ACCEPT = """
import sys
from tests.tools.pairing_desk import PairingReception, reception_of
with PairingReception(sys.argv[1], sys.argv[2]) as reception:
    pending = reception.pending()
    answer = reception.accept(pending, sys.argv[3]) if sys.argv[3] else reception.refuse(pending)
    print(answer.status_code)
"""


def reception_says(host: Host, token: str, number: str, url: str = f"https://127.0.0.1:{PORT}") -> str:
    """Say yes to ``number`` on the hub's host, or no to whoever waits."""
    asked = subprocess.run(
        host.command(sys.executable, "-c", ACCEPT, url, token, number),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    return asked.stdout.strip()
