"""A hub that other machines reach speaks TLS 1.3 and nothing else, and lets nobody keep its stations out."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import httpx
import pytest
import trustme

from cdm_kiosk.domain.trust import OWN_NAME, fingerprint
from cdm_kiosk.hub.certificate import FOLDER
from cdm_kiosk.hub.listeners import listen
from tests.tools.hub import CHECKOUT, RunningHub

HEALTH = b"GET /api/v1/health HTTP/1.1\r\nHost: hub\r\n\r\n"
A_DESK = "127.0.0.2"
"""Another address than that of whoever floods the hub."""


def on_a_network(folder: Path, *more: str, host: str = "0.0.0.0") -> RunningHub:
    return RunningHub(folder / "data", more=("--host", host, *more))


@pytest.fixture
def encrypted_hub(tmp_path: Path) -> Iterator[RunningHub]:
    with on_a_network(tmp_path) as hub:
        yield hub


def trust_in(file: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(file))


def own_trust(hub: RunningHub) -> ssl.SSLContext:
    return trust_in(hub.data / FOLDER / "hub.pem")


def connected(
    hub: RunningHub, trust: ssl.SSLContext, name: str = OWN_NAME, here: str = "", to: str = "127.0.0.1"
) -> ssl.SSLSocket:
    plain = socket.create_connection((to, hub.port), timeout=20, source_address=(here, 0) if here else None)
    return trust.wrap_socket(plain, server_hostname=name)


def is_served(line: ssl.SSLSocket) -> bool:
    """Whether the hub says over ``line`` that all is well."""
    line.sendall(HEALTH)
    said = b""
    while not said.endswith(b"}"):
        more = line.recv(4096)
        if not more:
            return False
        said += more
    return b'"status":"ok"' in said


@pytest.mark.parametrize(("host", "reached_at"), [("0.0.0.0", "127.0.0.1"), ("::", "::1"), ("::", "127.0.0.1")])
def test_a_hub_that_others_reach_is_encrypted_on_every_address(tmp_path: Path, host: str, reached_at: str) -> None:
    with on_a_network(tmp_path, host=host) as hub:
        assert hub.said_url.startswith("https://")
        with connected(hub, own_trust(hub), to=reached_at) as line:
            assert line.version() == "TLSv1.3"
            assert is_served(line)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_a_hub_of_this_machine_alone_has_no_certificate(tmp_path: Path, host: str) -> None:
    with on_a_network(tmp_path, host=host) as hub:
        assert hub.said_url.startswith("http://")
        assert httpx.get(f"{hub.said_url}/api/v1/health", verify=False).status_code == 200
        assert not (hub.data / FOLDER).exists()


def test_nothing_is_said_in_the_clear_to_another_machine(encrypted_hub: RunningHub) -> None:
    with socket.create_connection(("127.0.0.1", encrypted_hub.port), timeout=20) as line:
        line.sendall(HEALTH)
        try:
            answer = line.recv(4096)
        except ConnectionError:
            answer = b""
    # Seven bytes at the most: TLS's own word for what it could not read.
    assert b"HTTP" not in answer
    assert len(answer) <= 7


def test_older_tls_is_refused(encrypted_hub: RunningHub) -> None:
    old = own_trust(encrypted_hub)
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    with pytest.raises((ssl.SSLError, ConnectionError)):
        connected(encrypted_hub, old)
    with connected(encrypted_hub, own_trust(encrypted_hub)) as line:
        assert is_served(line)


def test_a_hub_shows_the_same_certificate_after_a_restart(encrypted_hub: RunningHub) -> None:
    trust = own_trust(encrypted_hub)
    encrypted_hub.kill()
    encrypted_hub.start()
    with connected(encrypted_hub, trust) as line:
        assert is_served(line)


@pytest.mark.parametrize("hello", [b"", b"\x16\x03\x01\x02\x00\x01\x00\x01"], ids=["silent", "half a hello"])
def test_handshakes_that_never_end_keep_no_station_out(encrypted_hub: RunningHub, hello: bytes) -> None:
    trust = own_trust(encrypted_hub)
    with ExitStack() as flood, connected(encrypted_hub, trust, here=A_DESK) as kept:
        for _ in range(600):
            line = flood.enter_context(closing(socket.create_connection(("127.0.0.1", encrypted_hub.port))))
            line.sendall(hello)
        with connected(encrypted_hub, trust, here=A_DESK) as fresh:
            assert is_served(fresh)
        with connected(encrypted_hub, trust) as beside_the_flood:
            assert is_served(beside_the_flood)
        assert is_served(kept)
        assert encrypted_hub.terminate() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name these otherwise, or have none")
def test_a_station_that_vanished_is_noticed_by_the_system(tmp_path: Path) -> None:
    with listen("0.0.0.0", 0) as listening, socket.create_connection(listening.getsockname()):
        line, _ = listening.accept()
        with line:
            of_tcp = [
                line.getsockopt(socket.IPPROTO_TCP, option)
                for option in (
                    socket.TCP_KEEPIDLE,
                    socket.TCP_KEEPINTVL,
                    socket.TCP_KEEPCNT,
                    socket.TCP_USER_TIMEOUT,
                )
            ]
            assert line.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
    assert of_tcp == [5, 2, 3, 15_000]


def refusal(folder: Path, *more: str | Path) -> str:
    """The one sentence with which a hub does not start."""
    command = [sys.executable, "-m", "cdm_kiosk", "hub", "--data", str(folder / "data")]
    command += ["--port", "0", "--visitors-port", "0", *map(str, more)]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Traceback" not in ended.stderr
    return str(ended.stderr).strip()


def test_a_certificate_that_was_cut_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    with on_a_network(tmp_path) as hub:
        pem = hub.data / FOLDER / "hub.pem"
    pem.write_bytes(pem.read_bytes()[:100])
    sentence = refusal(tmp_path, "--host", "0.0.0.0")
    assert (str(pem.parent) in sentence, "from a backup" in sentence, "\n" in sentence) == (True, True, False)
    assert len(pem.read_bytes()) == 100


class SitesOwn:
    """A site's CA, and what it signed for its hub."""

    def __init__(self, folder: Path) -> None:
        self.authority = trustme.CA()
        self.ca_file, self.file, self.key = folder / "ca.pem", folder / "site.pem", folder / "site.key"
        self.authority.cert_pem.write_to_path(self.ca_file)
        self.sign()

    def sign(self) -> str:
        """Put a fresh certificate in place; its fingerprint."""
        made = self.authority.issue_cert("hub.cite.example")
        self.key.write_bytes(made.private_key_pem.bytes())
        self.key.chmod(0o600)
        chain = (*made.cert_chain_pems, self.authority.cert_pem)
        self.file.write_bytes(b"".join(pem.bytes() for pem in chain))
        return fingerprint(self.file.read_text())


def test_what_a_sites_ca_signed_anew_is_shown_without_a_restart(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path)
    with on_a_network(tmp_path, "--certificate", str(own.file), "--key", str(own.key)) as hub:
        trust = trust_in(own.ca_file)
        with connected(hub, trust, "hub.cite.example") as kept:
            fresh = own.sign()
            end = time.monotonic() + 30
            while shown_to(hub, trust) != fresh:
                assert time.monotonic() < end
            assert is_served(kept)


def shown_to(hub: RunningHub, trust: ssl.SSLContext) -> str:
    with connected(hub, trust, "hub.cite.example") as line:
        shown = line.getpeercert(binary_form=True)
    assert shown is not None
    return fingerprint(ssl.DER_cert_to_PEM_cert(shown))


def test_a_site_with_a_ca_of_its_own_is_known_by_it(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path)
    with on_a_network(tmp_path, "--certificate", str(own.file), "--key", str(own.key)) as hub:
        with connected(hub, trust_in(own.ca_file), "hub.cite.example") as line:
            assert is_served(line)
        with pytest.raises(ssl.SSLCertVerificationError):
            connected(hub, trust_in(own.ca_file), "other.cite.example")
        assert not (hub.data / FOLDER).exists()


def test_a_sites_certificate_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path)
    assert "--key" in refusal(tmp_path, "--host", "0.0.0.0", "--certificate", own.file)
    assert "--host" in refusal(tmp_path, "--certificate", own.file, "--key", own.key)
    missing = tmp_path / "missing.pem"
    assert str(missing) in refusal(tmp_path, "--host", "0.0.0.0", "--certificate", missing, "--key", own.key)
