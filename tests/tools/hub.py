"""A real hub in its own process, on a free port and a data folder of its own, for tests and measurements."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast
from urllib.parse import urlsplit
from uuid import uuid4

import httpx

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.token import Token
from cdm_kiosk.domain.orders import GRANTED_ROLES, Principal, Role
from cdm_kiosk.station.membership import Membership
from cdm_kiosk.station.supervisor import free_port
from tests.tools.verbs import role_for

CHECKOUT = Path(__file__).resolve().parents[2]
DEMO_SITE = CHECKOUT / "resources" / "sites" / "demo.toml"


GRANTS: dict[str, Path] = {}
"""The folder with the tokens of each hub, by its host and port."""


def grants_for(port: int) -> list[str]:
    """The words on the command line of the hub at ``port`` that give these tests its tokens."""
    folder = Path(tempfile.mkdtemp(prefix="cdm-tokens-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    GRANTS[f"127.0.0.1:{port}"] = folder
    return [word for role in GRANTED_ROLES for word in ("--grant", f"{role}={folder / role}")]


def member(url: str, token_file: str) -> Membership:
    """The membership of a station of the hub at ``url``."""
    return Membership(url, Token(Path(token_file).read_text))


def token_of(url: str, role: str) -> str:
    """The token of ``role`` for the hub at ``url``, "" for what is no hub of these tests."""
    folder = GRANTS.get(urlsplit(url).netloc)
    if folder is None or not (folder / role).exists():
        # A hub that has not started yet has written none.
        return ""
    return (folder / role).read_text("ascii")


def shown(method: str, url: str, role: str = "") -> dict[str, str]:
    """What a station of ``role`` shows, else the one that may ask for this: its token, and its name where it is
    the one that the address is about.
    """
    token = token_of(url, role or role_for(method, url))
    own = re.search("/api/v1/stations/([^/]+)/", url)
    named = {"Cdm-Station": own[1]} if own else {}
    return named | ({"Authorization": f"Bearer {token}"} if token else {})


def ask(
    method: str, url: str, headers: Mapping[str, str | bytes] | None = None, *, role: str = "", **what: Any
) -> httpx.Response:
    """One request as the station that may send it, unless another ``role`` is named."""
    said: dict[str, str | bytes] = {**shown(method, url, role), **(headers or {})}
    # Without TLS there is nothing to verify, and reading the certificates would take longer than the request.
    return httpx.request(method, url, headers=cast(dict[str, str], said), **{"timeout": 20, "verify": False} | what)


class RunningHub:
    """Starts on entry and stops on exit; ``kill`` and ``start`` again for what a power cut does."""

    def __init__(
        self,
        data: Path,
        site: Path = DEMO_SITE,
        port: int = 0,
        more: Sequence[str] = (),
        program: Sequence[str] = ("-m", "cdm_kiosk"),
    ) -> None:
        self.data = data
        self.site = site
        self.port = port or free_port()
        self.visitors_port = free_port()
        self.more = more
        self.program = program
        self.pages_url = ""
        self.said_url = ""
        self.url = f"http://127.0.0.1:{self.port}"
        self.api = f"{self.url}/api/v1"
        self._process: subprocess.Popen[str] | None = None
        self.grants = grants_for(self.port)
        self._tokens = GRANTS[f"127.0.0.1:{self.port}"]

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self.terminate()

    def start(self) -> Self:
        """Start the process and wait for its "listening on" line."""
        command = [sys.executable, *self.program, "hub", "--site", str(self.site)]
        command += ["--data", str(self.data), "--port", str(self.port)]
        # No phone of anybody near this machine shall find a test.
        command += ["--visitors-host", "127.0.0.1", "--visitors-port", str(self.visitors_port)]
        command += [*self.grants, *self.more]
        self._process = subprocess.Popen(
            command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.startswith("listening on"), f"the hub did not start: {line!r}"
        self.said_url = line.removeprefix("listening on ").strip()
        self.pages_url = self._process.stdout.readline().removeprefix("ticket pages on ").strip()
        return self

    def reached(self, role: str) -> list[str]:
        """The words on a station's command line that lead it here."""
        return ["--hub", self.url, "--token-file", str(self._tokens / role)]

    def authorization(self, role: str) -> str:
        """The line of a request's head that shows a token of ``role``."""
        return f"Authorization: Bearer {token_of(self.url, role)}"

    def token(self, role: str) -> Token:
        """What a station of ``role`` shows, over the hub's restarts."""
        return Token((self._tokens / role).read_text)

    def membership(self, role: str) -> Membership:
        """What a station of ``role`` in this process shows, over the hub's restarts."""
        return member(*self.place(role))

    def place(self, role: str) -> tuple[str, str]:
        """The same for ``member`` in another process."""
        return self.url, str(self._tokens / role)

    def client(self, role: str, name: str = "") -> HubClient:
        """The line of a station."""
        return HubClient(self.url, Principal(Role(role), name), self.token(role))

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def next_line(self) -> str:
        """What the hub says next on its terminal."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        """As a power cut would: no goodbye."""
        self._end(signal.SIGKILL)

    def terminate(self) -> int:
        """As a service manager would; returns the exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals) -> int:
        assert self._process is not None
        process, self._process = self._process, None
        process.send_signal(number)
        code = process.wait(20)
        assert process.stdout is not None
        process.stdout.close()
        return code

    def post(self, path: str, body: dict[str, Any] | None = None, key: str | None = None) -> httpx.Response:
        """One command with a fresh key, unless ``key`` is given."""
        headers = {"Idempotency-Key": key or uuid4().hex}
        return ask("POST", self.api + path, headers, json=body)

    def tell(self, message: dict[str, str]) -> httpx.Response:
        """The house's message to everybody, by language; nothing takes it away."""
        headers = {"Idempotency-Key": uuid4().hex}
        return ask("PUT", self.api + "/message", headers, json={"message": message})

    def issue(self, theme: str = "emploi", **more: Any) -> dict[str, Any]:
        """A ticket, as the API answers it."""
        answer = self.post("/tickets", {"theme": theme, **more})
        assert answer.status_code == 201, answer.text
        issued: dict[str, Any] = answer.json()
        return issued

    def state(self, audience: str = "staff") -> dict[str, Any]:
        """The snapshot of one audience."""
        snapshot: dict[str, Any] = ask("GET", f"{self.api}/state", params={"audience": audience}).json()
        return snapshot
