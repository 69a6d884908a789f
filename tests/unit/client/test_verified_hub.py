"""Over TLS a station says nothing to anybody but its hub: not one byte of what it would ask."""

from __future__ import annotations

import json
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.hub import HubClient, Reply, Request
from cdm_kiosk.client.trust import AddressFault
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.hub.certificate import Certificate, own_certificate, sites_certificate
from tests.tools.fake_hub import dispose
from tests.tools.hub import CHECKOUT
from tests.tools.wrong_year import WrongYear, why_not

STATE = b'{"position":5}'
SECRET = b"secret of the house"


class OtherEnd:
    """A server that shows a certificate, and keeps what it is asked in the clear after that."""

    def __init__(self, certificate: Certificate, newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> None:
        self._context = certificate.context()
        self._context.minimum_version = min(newest, ssl.TLSVersion.TLSv1_3)
        self._context.maximum_version = newest
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._door.getsockname()[1]}"
        self.asked: list[bytes] = []
        self.greeted = 0
        self.says: bytes | None = None
        """A frame that a feed begins with."""
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            plain, _ = self._door.accept()
            if plain.recv(3, socket.MSG_PEEK) == b"end":
                plain.close()
                return
            self.greeted += 1
            threading.Thread(target=self._answer, args=(plain,), daemon=True).start()

    def _answer(self, plain: socket.socket) -> None:
        with closing(plain), suppress(OSError), self._context.wrap_socket(plain, server_side=True) as line:
            while asked := line.recv(65536):
                self.asked.append(asked)
                if b"/events" in asked and self.says is not None:
                    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + self.says)
                else:
                    length = str(len(STATE)).encode()
                    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: " + length + b"\r\n\r\n" + STATE)

    def close(self) -> None:
        with socket.create_connection(self._door.getsockname()) as line:
            line.sendall(b"end")
            self._thread.join()
        self._door.close()


Serve = Callable[..., OtherEnd]


@pytest.fixture
def serve(qapp: object) -> Iterator[Serve]:
    ends: list[OtherEnd] = []

    def started(certificate: Certificate, newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> OtherEnd:
        ends.append(OtherEnd(certificate, newest))
        return ends[-1]

    yield started
    for end in ends:
        end.close()


def answers(qtbot: QtBot, url: str, trust: Trust, questions: int = 1) -> list[Reply]:
    """What comes of so many commands at once."""
    client = HubClient(url, Principal(Role.RECEPTION), trust=trust)
    replies: list[Reply] = []
    for _ in range(questions):
        client.exchange(Request("POST", "/tickets", {"note": SECRET.decode()}), replies.append)
    qtbot.waitUntil(lambda: len(replies) == questions)
    dispose(client)
    return replies


def test_the_hub_that_a_station_knows_is_asked(tmp_path: Path, serve: Serve, qtbot: QtBot) -> None:
    hub = own_certificate(tmp_path)
    end = serve(hub)
    assert answers(qtbot, end.url, hub.trust)[0].ok
    assert SECRET in b"".join(end.asked)


@pytest.mark.parametrize("questions", [1, 40])
def test_another_certificate_for_the_same_name_hears_nothing(
    tmp_path: Path, serve: Serve, qtbot: QtBot, questions: int
) -> None:
    known, other = own_certificate(tmp_path / "known"), own_certificate(tmp_path / "other")
    end = serve(other)
    replies = answers(qtbot, end.url, known.trust, questions)
    assert {reply.status for reply in replies} == {0}
    assert end.greeted > 0
    assert end.asked == []


def test_a_certificate_that_the_hub_gave_up_hears_nothing_any_more(
    tmp_path: Path, serve: Serve, qtbot: QtBot
) -> None:
    old, new = own_certificate(tmp_path / "old"), own_certificate(tmp_path / "new")
    end = serve(old)
    end.says = b"event: trust\ndata: " + json.dumps(new.trust.said()).encode() + b"\n\n"
    kept: list[Trust] = []
    client = HubClient(end.url, Principal(Role.RECEPTION), trust=old.trust, keep_trust=kept.append)
    client.start()
    qtbot.waitUntil(lambda: kept == [new.trust])
    replies: list[Reply] = []
    client.exchange(Request("POST", "/tickets", {"note": SECRET.decode()}), replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    assert replies[0].status == 0
    assert SECRET not in b"".join(end.asked)
    dispose(client)


def test_older_tls_hears_nothing(tmp_path: Path, serve: Serve, qtbot: QtBot) -> None:
    hub = own_certificate(tmp_path)
    end = serve(hub, ssl.TLSVersion.TLSv1_2)
    assert answers(qtbot, end.url, hub.trust)[0].status == 0
    assert (end.greeted > 0, end.asked) == (True, [])


class SitesOwn:
    """A site's CA, and what it signed."""

    def __init__(self, folder: Path) -> None:
        self.authority = trustme.CA()
        self._folder = folder

    def certificate(self, name: str) -> Certificate:
        made = self.authority.issue_cert(name, not_after=datetime(2040, 1, 1, tzinfo=UTC))
        file, key = self._folder / f"{name}.pem", self._folder / f"{name}.key"
        for pem in (*made.cert_chain_pems, self.authority.cert_pem):
            pem.write_to_path(file, append=True)
        made.private_key_pem.write_to_path(key)
        key.chmod(0o600)
        return sites_certificate(file, key)


def test_a_site_with_a_ca_of_its_own_is_known_by_it_and_by_the_hubs_name_alone(
    tmp_path: Path, serve: Serve, qtbot: QtBot
) -> None:
    own = SitesOwn(tmp_path)
    hub, printer = own.certificate("hub.cite.example"), own.certificate("printer.cite.example")
    right, wrong = serve(hub), serve(printer)
    assert answers(qtbot, right.url, hub.trust)[0].ok
    assert answers(qtbot, wrong.url, hub.trust, 12)[0].status == 0
    assert wrong.asked == []


def test_a_certificate_of_the_sites_ca_does_not_pass_for_a_hubs_own(
    tmp_path: Path, serve: Serve, qtbot: QtBot
) -> None:
    """The CA stands among what Qt trusts and signed for the right name: the pin alone says no."""
    authority = trustme.CA()
    made = authority.issue_cert("hub.cdm.internal")
    file, key = tmp_path / "shown.pem", tmp_path / "shown.key"
    made.cert_chain_pems[0].write_to_path(file)
    made.private_key_pem.write_to_path(key)
    trust = Trust((authority.cert_pem.bytes().decode(),))
    end = serve(Certificate(file, key, "", trust))
    replies = answers(qtbot, end.url, trust, 40)
    assert {reply.status for reply in replies} == {0}
    assert end.asked == []


def test_a_proxy_named_by_the_environment_is_passed_by(
    tmp_path: Path, serve: Serve, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://192.0.2.1:9")
    from PySide6.QtNetwork import QNetworkProxyFactory

    hub = own_certificate(tmp_path)
    end = serve(hub)
    QNetworkProxyFactory.setUseSystemConfiguration(True)
    try:
        assert answers(qtbot, end.url, hub.trust)[0].ok
    finally:
        QNetworkProxyFactory.setUseSystemConfiguration(False)


@pytest.mark.parametrize("url", ["http://192.0.2.7:8080", "http://cite.example"])
def test_a_hub_elsewhere_is_not_asked_in_the_clear(tmp_path: Path, qapp: object, url: str) -> None:
    trust = own_certificate(tmp_path).trust
    with pytest.raises(AddressFault):
        HubClient(url, Principal(Role.DISPLAY), trust=trust)
    client = HubClient("http://127.0.0.1:1", Principal(Role.DISPLAY), trust=trust)
    with pytest.raises(AddressFault):
        client.set_address(url)
    assert client.address == "http://127.0.0.1:1"
    dispose(client)


@pytest.fixture(scope="module")
def wrong_year(tmp_path_factory: pytest.TempPathFactory) -> WrongYear:
    if why := why_not():
        pytest.skip(why)
    return WrongYear(tmp_path_factory.mktemp("clock"))


def asked_in(year: int, wrong_year: WrongYear, end: OtherEnd, trust: Trust, folder: Path) -> str:
    """What a station on a machine whose clock stands in ``year`` hears of a hub: the year, and a status."""
    file = folder / "trust.json"
    file.write_text(json.dumps(trust.said()))
    command = [sys.executable, "-m", "tests.tools.one_question", end.url, str(file)]
    ended = subprocess.run(
        command,
        cwd=CHECKOUT,
        env=wrong_year.environment(year),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return ended.stdout.strip()


@pytest.mark.parametrize("year", [1970, 2000, 2050, 2200])
def test_a_clock_that_is_wrong_by_years_keeps_no_station_from_its_hub(
    tmp_path: Path, serve: Serve, wrong_year: WrongYear, year: int
) -> None:
    hub = own_certificate(tmp_path)
    assert asked_in(year, wrong_year, serve(hub), hub.trust, tmp_path) == f"{year} 200"


@pytest.mark.parametrize("year", [1970, 2050])
def test_a_clock_that_is_wrong_by_years_lets_no_other_hub_pass(
    tmp_path: Path, serve: Serve, wrong_year: WrongYear, year: int
) -> None:
    end = serve(own_certificate(tmp_path / "other"))
    assert asked_in(year, wrong_year, end, own_certificate(tmp_path).trust, tmp_path) == f"{year} 0"
    assert (end.greeted > 0, end.asked) == (True, [])


@pytest.mark.parametrize(("year", "status"), [(1970, 0), (2030, 200), (2050, 0)])
def test_what_a_sites_ca_signed_counts_from_its_first_day_to_its_last(
    tmp_path: Path, serve: Serve, wrong_year: WrongYear, year: int, status: int
) -> None:
    hub = SitesOwn(tmp_path).certificate("hub.cite.example")
    end = serve(hub)
    assert asked_in(year, wrong_year, end, hub.trust, tmp_path) == f"{year} {status}"
    assert (end.asked == []) is (status == 0)
