"""``cdm-kiosk doctor`` beside real hubs: what it finds, and what it tells the installer to do."""

from __future__ import annotations

import http.server
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from cdm_kiosk.domain.trust import Trust, certificates_in
from cdm_kiosk.hub.reach import network_address, pages_url
from cdm_kiosk.station.membership import Pairing, keep_pairing
from tests.tools.hub import CHECKOUT, DEMO_SITE, RunningHub, token_of


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


PAIRED_NAME = "Borne de l’entrée"


@dataclass
class Said:
    """What the doctor said: its exit code, and its findings by what they are about."""

    code: int
    text: str
    findings: dict[str, dict[str, Any]]

    def state(self, what: str) -> str:
        return str(self.findings[what]["state"])


def asked(*words: str, data: Path, **environment: str) -> Said:
    """The doctor's findings, as programs read them."""
    done = subprocess.run(
        [sys.executable, "-m", "cdm_kiosk", "doctor", "--json", "--data", str(data), *words],
        cwd=CHECKOUT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.stderr == ""
    said = json.loads(done.stdout)
    assert said["format"] == 1
    assert said["well"] is (done.returncode == 0)
    for each in said["findings"]:
        assert each.keys() == {"what", "state", "well", "sentence", "advice", "values"}
        assert each["well"] is not bool(each["advice"])
    return Said(done.returncode, done.stdout, {each["what"]: each for each in said["findings"]})


@pytest.fixture(scope="module")
def far_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """A hub that other machines reach."""
    with RunningHub(tmp_path_factory.mktemp("far") / "data", more=("--host", "0.0.0.0")) as hub:
        yield hub


def encrypted_url(hub: RunningHub) -> str:
    return f"https://127.0.0.1:{hub.port}"


def paired_with(hub: RunningHub, folder: Path, **changed: Any) -> Path:
    """A data folder with the pairing of a kiosk."""
    token = token_of(hub.url, "kiosk")
    trust = Trust(certificates_in((hub.data / "tls" / "hub.pem").read_text()))
    pairing = Pairing("kiosk", PAIRED_NAME, "accueil", "paris", (encrypted_url(hub),), trust, token)
    keep_pairing(folder, replace(pairing, **changed))
    return folder


def test_a_paired_kiosk_is_looked_at_from_its_name_to_its_paper(far_hub: RunningHub, tmp_path: Path) -> None:
    data = paired_with(far_hub, tmp_path)
    said = asked("--printer", f"file:{tmp_path / 'paper'}", data=data)
    assert said.findings["station"]["values"] | {"kept_since": ""} == {
        "role": "kiosk",
        "name": PAIRED_NAME,
        "place": "accueil",
        "site": "paris",
        "kept_since": "",
    }
    told = {
        what: said.state(what) for what in ("hub", "clock", "certificate", "token", "versions", "data", "reach")
    }
    assert told == {
        "hub": "answers",
        "clock": "well",
        "certificate": "pinned",
        "token": "known",
        "versions": "same",
        "data": "well",
        "reach": "network",
    }
    assert said.findings["round_trip"]["values"]["median_ms"] > 0
    assert said.state("printer") == "ready"
    assert {"mdns", "proxy", "screens", "voices", "pages"} <= said.findings.keys()
    assert token_of(far_hub.url, "kiosk") not in said.text


def test_a_station_that_was_struck_off_is_told_to_be_paired_again(far_hub: RunningHub, tmp_path: Path) -> None:
    secret = "0123456789abcdefghijklmnopqrstuvwxyz_-ABCDE"
    said = asked(data=paired_with(far_hub, tmp_path, token=secret))
    assert (said.code, said.state("token")) == (1, "unknown")
    assert "cdm-kiosk pair" in said.findings["token"]["advice"]
    assert secret not in said.text


def test_no_token_is_shown_to_a_machine_that_took_the_hubs_address(far_hub: RunningHub, tmp_path: Path) -> None:
    other = trustme.CA()
    pem = other.cert_pem.bytes().decode()
    said = asked(data=paired_with(far_hub, tmp_path, trust=Trust((pem,))))
    assert (said.code, said.state("hub")) == (1, "another_certificate")
    assert "token" not in said.findings


def test_refused_silent_unknown_and_foreign_are_four_different_sentences(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, socket.create_server(("127.0.0.1", 0)) as closing:
        ports = silent.getsockname()[1], closing.getsockname()[1]
        closing.close()
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Other) as other:
            threading.Thread(target=other.serve_forever, daemon=True).start()
            urls = [f"http://127.0.0.1:{port}" for port in (*ports, other.server_port)]
            said = [asked("--hub", url, data=tmp_path) for url in (*urls, "http://hub.invalid")]
            other.shutdown()
    assert [each.state("hub") for each in said] == ["silent", "refused", "no_hub", "no_such_name"]
    assert len({each.findings["hub"]["sentence"] for each in said}) == 4
    assert {each.code for each in said} == {1}


def test_on_the_hubs_machine_its_own_certificate_is_known(far_hub: RunningHub) -> None:
    said = asked("--hub", encrypted_url(far_hub), data=far_hub.data)
    assert (said.state("certificate"), said.state("reach")) == ("pinned", "network")
    assert far_hub.port == said.findings["reach"]["values"]["port"]


def test_a_hub_that_is_not_known_here_is_not_believed(far_hub: RunningHub, tmp_path: Path) -> None:
    said = asked("--hub", encrypted_url(far_hub), "--role", "display", data=tmp_path)
    assert (said.code, said.state("station"), said.state("certificate")) == (1, "not_paired", "unknown")
    plainly = asked("--hub", f"http://127.0.0.1:{far_hub.port}", data=tmp_path)
    assert plainly.findings["hub"]["advice"] == f"Ask it at {encrypted_url(far_hub)}."


def test_a_clock_that_is_apart_and_an_older_hub_are_told(tmp_path: Path) -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _OldHub) as old:
        threading.Thread(target=old.serve_forever, daemon=True).start()
        said = asked("--hub", f"http://127.0.0.1:{old.server_port}", data=tmp_path)
        old.shutdown()
    assert (said.state("clock"), said.state("versions")) == ("apart", "apart")
    assert 9 < said.findings["clock"]["values"]["ahead_s"] < 11
    assert said.findings["versions"]["advice"] == "Update the hub."


def test_a_proxy_is_named_without_its_password_and_stations_pass_it_by(hub: RunningHub, tmp_path: Path) -> None:
    proxy = "http://somebody:secret@127.0.0.1:9"
    said = asked("--hub", hub.url, data=tmp_path, http_proxy=proxy, HTTPS_PROXY=proxy)
    assert (said.state("hub"), said.state("proxy")) == ("answers", "ignored")
    assert said.findings["proxy"]["values"] == {"variables": ["HTTPS_PROXY", "http_proxy"]}
    assert "secret" not in said.text
    assert said.state("reach") == "this_machine"


def test_a_printer_that_is_away_is_told_with_what_to_do(tmp_path: Path) -> None:
    said = asked("--printer", "tcp://127.0.0.1:9", "--hub", "http://127.0.0.1:9", data=tmp_path)
    assert said.state("printer") == "unreachable"
    assert "printer list" in said.findings["printer"]["advice"]


class _OldHub(http.server.BaseHTTPRequestHandler):
    """A hub of an earlier version, ten seconds behind."""

    def do_GET(self) -> None:
        now = (datetime.now(UTC) - timedelta(seconds=10)).isoformat()
        pages = "http://127.0.0.1:9"
        body = json.dumps({"status": "ok", "version": "0.0.1", "now": now, "ticket_pages": pages}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """A test is quiet."""
