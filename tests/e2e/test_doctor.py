"""``cdm-kiosk doctor`` beside real hubs: what it finds, and what it tells the installer to do."""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import trustme

from cdm_kiosk.hub.reach import network_address, pages_url
from tests.tools.hub import CHECKOUT, DEMO_SITE, RunningHub


def doctor(hub_url: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "cdm_kiosk", "doctor", "--hub", hub_url]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def site_with(folder: Path, address: str) -> Path:
    site = folder / "site.toml"
    site.write_text(f'ticket_pages = "{address}"\n' + DEMO_SITE.read_text())
    return site


def test_without_a_hub_it_says_how_to_start_one() -> None:
    code, said = doctor("http://127.0.0.1:9")
    assert code == 1
    assert "cdm-kiosk run" in said


def test_pages_that_only_this_machine_reaches_are_no_use_to_a_phone(hub: RunningHub) -> None:
    code, said = doctor(hub.url)
    assert code == 1
    assert "a phone takes for itself" in said


def test_pages_in_the_network_answer_and_a_phone_is_still_to_be_tried(tmp_path: Path) -> None:
    own = network_address()
    if own is None:
        pytest.skip("this machine is in no network")
    with RunningHub(tmp_path / "data", more=("--visitors-host", "0.0.0.0")) as hub:
        assert hub.pages_url == f"http://{own}:{hub.visitors_port}"
        code, said = doctor(hub.url)
    assert "That is this machine." in said
    assert "The ticket pages answer there." in said
    assert f"{hub.pages_url}/t/trial" in said
    assert code == 0


def test_a_name_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    with RunningHub(tmp_path / "data", site_with(tmp_path, "http://tickets.invalid")) as hub:
        assert hub.issue()["follow_url"].startswith("http://tickets.invalid/t/")
        code, said = doctor(hub.url)
    assert code == 1
    assert 'The name "tickets.invalid" leads nowhere' in said


@pytest.mark.parametrize("address", ["tickets.example.org", "ftp://x", "http://a/b", "http://a?b", "javascript:x"])
def test_an_address_of_pages_that_is_none_is_a_fault_of_the_site_file(tmp_path: Path, address: str) -> None:
    command = [sys.executable, "-m", "cdm_kiosk", "site", "check", str(site_with(tmp_path, address))]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "ticket_pages" in done.stdout + done.stderr


def test_somebody_elses_pages_are_found_out(tmp_path: Path) -> None:
    own = network_address()
    if own is None:
        pytest.skip("this machine is in no network")
    with http.server.ThreadingHTTPServer((own, 0), _Other) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        with RunningHub(tmp_path / "data", site_with(tmp_path, f"http://{own}:{other.server_port}")) as hub:
            code, said = doctor(hub.url)
        other.shutdown()
    assert code == 1
    assert "Something else" in said


def test_a_certificate_that_phones_do_not_trust_is_told(tmp_path: Path) -> None:
    own = network_address()
    if own is None:
        pytest.skip("this machine is in no network")
    trustme.CA().issue_cert(own).private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "own.pem"))
    pem = str(tmp_path / "own.pem")
    more = ("--visitors-certificate", pem, "--visitors-key", pem, "--visitors-host", "0.0.0.0")
    with RunningHub(tmp_path / "data", more=more) as hub:
        code, said = doctor(hub.url)
    assert code == 1
    assert "Phones will warn of the certificate" in said


class _Other(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"body {}")

    def log_message(self, *_said: object) -> None:
        """A test is quiet."""


@pytest.mark.parametrize(
    ("configured", "listening", "encrypted", "url"),
    [
        ("https://tickets.example.org/", ("0.0.0.0", 8081), False, "https://tickets.example.org"),
        ("", ("192.168.1.5", 8081), False, "http://192.168.1.5:8081"),
        ("", ("127.0.0.1", 8081), True, "https://127.0.0.1:8081"),
        ("", ("::1", 8081), False, "http://[::1]:8081"),
    ],
)
def test_the_sites_own_address_comes_before_the_one_that_is_found(
    configured: str, listening: tuple[str, int], encrypted: bool, url: str
) -> None:
    assert pages_url(configured, listening, encrypted) == url
