"""A station's token is for its hub alone: nobody else on the machine sees it, and it is written nowhere else."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from cdm_kiosk.domain.orders import GRANTED_ROLES
from cdm_kiosk.station.supervisor import free_port
from tests.contract.listening import listen
from tests.tools.hub import CHECKOUT, DEMO_SITE, RunningHub, ask, grants_for, token_of
from tests.tools.windows import wait_until

TOKEN = re.compile(rb"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")
ELSEWHERE = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
NOBODY = 65534


def granted(hub: RunningHub) -> dict[str, str]:
    return {role: token_of(hub.url, role) for role in GRANTED_ROLES}


def everything_about(process: psutil.Process) -> Iterator[bytes]:
    """What another process can be told of one and of its children: their command lines and their environments."""
    for each in (process, *process.children(recursive=True)):
        for what in ("cmdline", "environ"):
            try:
                yield Path(f"/proc/{each.pid}/{what}").read_bytes()
            except OSError:
                continue


def test_each_grant_is_a_fresh_token_in_a_file_of_the_owner(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("open to everybody")
    file.chmod(0o644)
    before = os.umask(0)
    try:
        with RunningHub(tmp_path / "data", more=("--grant", f"kiosk={file}")) as hub:
            first = {*granted(hub).values(), file.read_text()}
            assert len(first) == len(GRANTED_ROLES) + 1
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
            shown = {"Authorization": f"Bearer {file.read_text()}"}
            assert httpx.get(f"{hub.api}/state", headers=shown, verify=False).status_code == 200
            hub.kill()
            hub.start()
            assert not first & {*granted(hub).values(), file.read_text()}
            assert httpx.get(f"{hub.api}/state", headers=shown, verify=False).status_code == 401
    finally:
        os.umask(before)


@pytest.mark.parametrize("grant", ["kiosk", "kiosk=", "=file", "hub=file", "visitor=file", "everybody=file"])
def test_a_grant_that_cannot_be_meant_is_told(tmp_path: Path, grant: str) -> None:
    command = [sys.executable, "-m", "cdm_kiosk", "hub", "--data", str(tmp_path), "--grant", grant]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "ROLE=FILE" in ended.stderr


def test_a_token_that_cannot_be_written_keeps_the_hub_from_starting(tmp_path: Path) -> None:
    file = tmp_path / "no folder" / "token"
    command = [sys.executable, "-m", "cdm_kiosk", "hub", "--site", str(DEMO_SITE), "--data", str(tmp_path / "data")]
    command += ["--port", "0", "--visitors-port", "0", "--grant", f"kiosk={file}"]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert str(file) in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_second_hub_that_cannot_start_leaves_the_firsts_tokens_alone(hub: RunningHub) -> None:
    before = granted(hub)
    command = [sys.executable, "-m", "cdm_kiosk", "hub", "--site", str(DEMO_SITE), "--data", str(hub.data)]
    command += ["--port", "0", "--visitors-port", "0", *hub.grants]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert granted(hub) == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become somebody else")
def test_another_user_of_the_machine_gets_nothing(hub: RunningHub) -> None:
    kept = [*map(str, hub.data.iterdir()), *(word.partition("=")[2] for word in hub.grants[1::2])]
    # All is loaded before: somebody else may not even read the libraries.
    program = f"""
import os, socket
os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})
for file in {kept!r}:
    try:
        open(file).read()
        print("read", file)
    except OSError:
        pass
for path in ("state", "events", "openapi.json", "pictures/x"):
    with socket.socket() as line:
        line.connect(("127.0.0.1", {hub.port}))
        line.sendall(f"GET /api/v1/{{path}} HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n".encode())
        print(line.recv(12))
"""
    tried = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert tried.stdout == 4 * "b'HTTP/1.1 401'\n"


def test_a_web_page_in_a_browser_gets_nothing_though_it_knew_a_token(hub: RunningHub) -> None:
    for headers in (ELSEWHERE, ELSEWHERE | {"Authorization": f"Bearer {token_of(hub.url, 'reception')}"}):
        for method, path in (("GET", "/state"), ("POST", "/tickets"), ("OPTIONS", "/tickets")):
            answer = httpx.request(method, hub.api + path, headers=headers, verify=False)
            assert answer.json()["code"] == "foreign_origin"
            assert not [name for name in answer.headers if name.startswith("access-control-")]


def test_a_phone_gets_nothing_with_a_stations_token(hub: RunningHub) -> None:
    for path in ("/api/v1/state", "/api/v1/health", "/api/v1/events"):
        shown = {"Authorization": f"Bearer {token_of(hub.url, 'reception')}"}
        assert httpx.get(hub.pages_url + path, headers=shown, verify=False).status_code == 404


def test_the_tokens_of_a_floor_are_in_no_command_line_no_environment_no_log_and_no_file(tmp_path: Path) -> None:
    port = free_port()
    words = (
        "--with",
        "reception,advisor",
        "--port",
        str(port),
        "--visitors-port",
        "0",
        "--data",
        str(tmp_path / "d"),
    )
    program = """
import sys
from cdm_kiosk import cli
from cdm_kiosk.apps import run

class Hub(run.HubProcess):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        # To the test alone, by its pipe.
        print("tokens", *self._tokens.values(), flush=True)

run.HubProcess = Hub
cli.main()
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path)}
    log = tmp_path / "log"
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            [sys.executable, "-c", program, "run", *words, *grants_for(port)],
            cwd=CHECKOUT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as floor,
    ):
        try:
            assert floor.stdout is not None
            line = next(line for line in floor.stdout if line.startswith("tokens"))
            tokens = [each.encode() for each in line.split()[1:]]
            assert len(tokens) == 4
            assert all(TOKEN.fullmatch(each) for each in tokens)
            api = f"http://127.0.0.1:{port}/api/v1"
            wait_until(lambda: _stations_there(api) >= 3, "the stations to be heard", patience_ms=60_000)
            seen = [*everything_about(psutil.Process(floor.pid))]
            assert len(seen) >= 4
        finally:
            floor.terminate()
            rest = floor.communicate(timeout=60)[0]
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for token in tokens:
        assert token not in b"".join(seen)
        assert token not in written
        assert token.decode() not in rest


def _stations_there(api: str) -> int:
    try:
        with listen(f"{api}/events") as feed:
            return len(feed.told("stations").content["seen"])
    except (httpx.TransportError, OSError, StopIteration):
        return 0


def test_a_token_is_in_no_log_of_the_hub_whatever_is_asked(tmp_path: Path) -> None:
    hub = RunningHub(tmp_path / "data")
    command = [sys.executable, "-m", "cdm_kiosk", "hub", "--site", str(DEMO_SITE), "--data", str(hub.data)]
    command += ["--port", str(hub.port), "--visitors-port", "0", *hub.grants]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("listening on")
        for method, path in (("GET", "/state"), ("GET", "/nowhere"), ("PUT", "/admin/site"), ("POST", "/tickets")):
            for role in GRANTED_ROLES:
                ask(method, hub.api + path, role=role, content=b"{" * 100)
        tokens = granted(hub)
        process.terminate()
        told = "".join(process.communicate(timeout=60))
    for token in tokens.values():
        assert token not in told


def test_a_pack_of_the_site_holds_no_token(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "site.toml").write_bytes(DEMO_SITE.read_bytes())
    with RunningHub(data, data / "site.toml") as hub:
        secrets = [token.encode() for token in granted(hub).values()]
        (data / "stations.json").write_text('{"format": 1, "stations": []}')
        (data / "pairing-kiosk.json").write_bytes(secrets[0])
        pack = tmp_path / "pack.zip"
        command = [sys.executable, "-m", "cdm_kiosk", "site", "export", "--data", str(data), str(pack)]
        subprocess.run(command, cwd=CHECKOUT, capture_output=True, timeout=60, check=True)
    import zipfile

    with zipfile.ZipFile(pack) as opened:
        content = b"".join(opened.read(name) for name in opened.namelist())
        assert not [name for name in opened.namelist() if name.endswith(".json")]
    assert not [secret for secret in secrets if secret in content]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_station_with_a_token_file_goes_on_when_its_hub_writes_another(hub: RunningHub, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "cdm_kiosk",
        "display",
        *hub.reached("display"),
        "--windowed",
        "--name",
        "Halle",
    ]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=CHECKOUT, env=environment, stderr=subprocess.DEVNULL) as station:
        try:
            for _ in range(2):
                with listen(f"{hub.api}/events") as reception:
                    reception.told("stations", lambda told: [each["name"] for each in told["seen"]] == ["Halle"])
                hub.kill()
                hub.start()
        finally:
            station.terminate()
            station.wait(20)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_station_without_a_token_says_calmly_that_it_is_not_paired(hub: RunningHub, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "cdm_kiosk",
        "display",
        "--hub",
        hub.url,
        "--windowed",
        "--data",
        str(tmp_path),
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=CHECKOUT, env=environment, stderr=subprocess.PIPE, text=True) as station:
        try:
            assert station.stderr is not None
            said = station.stderr.readline()
            assert said == "This display belongs to no hub yet: its window shows how to pair it.\n"
        finally:
            station.terminate()
            station.wait(20)
