"""The hub's certificate is made once, is never made anew by mistake, and is nobody else's to read."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from cdm_kiosk.domain.trust import OWN_NAME, Trust, certificates_in, fingerprint
from cdm_kiosk.hub.certificate import (
    FOLDER,
    change_over,
    make_next,
    next_certificate,
    own_certificate,
    sites_certificate,
)
from cdm_kiosk.hub.faults import HubFault

NAMES = ("hub.pem", "hub.key")


def files(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data / FOLDER).iterdir()}


def test_the_certificate_of_the_first_start_is_that_of_every_other(tmp_path: Path) -> None:
    first = own_certificate(tmp_path)
    made = files(tmp_path)
    assert own_certificate(tmp_path) == first
    assert files(tmp_path) == made
    assert sorted(made) == sorted(NAMES)
    assert first.trust == Trust((made["hub.pem"].decode(),), OWN_NAME)
    assert first.fingerprint == fingerprint(made["hub.pem"].decode())


def test_no_two_hubs_have_one_certificate(tmp_path: Path) -> None:
    assert own_certificate(tmp_path / "a").fingerprint != own_certificate(tmp_path / "b").fingerprint


def test_a_certificate_is_for_one_name_and_for_all_time(tmp_path: Path) -> None:
    from cryptography import x509

    own_certificate(tmp_path)
    read = x509.load_pem_x509_certificate((tmp_path / FOLDER / "hub.pem").read_bytes())
    names = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == [OWN_NAME]
    assert read.not_valid_before_utc == datetime(1950, 1, 1, tzinfo=UTC)
    assert read.not_valid_after_utc == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.skipif(os.name == "nt", reason="no such modes")
def test_nobody_else_reads_the_key_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        own_certificate(tmp_path)
        make_next(tmp_path)
    finally:
        os.umask(before)
    assert (tmp_path / FOLDER).stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / FOLDER).iterdir()} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="no such modes")
def test_a_key_that_a_group_could_read_is_closed_and_that_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = own_certificate(tmp_path)
    (tmp_path / FOLDER).chmod(0o750)
    first.key.chmod(0o640)
    assert own_certificate(tmp_path) == first
    assert first.key.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / FOLDER).stat().st_mode & 0o777 == 0o700
    assert "hub.key was open to other users" in caplog.text


def cut(folder: Path) -> None:
    path = folder / "hub.pem"
    path.write_bytes(path.read_bytes()[:200])


def cut_key(folder: Path) -> None:
    path = folder / "hub.key"
    path.write_bytes(path.read_bytes()[:100])


def emptied(folder: Path) -> None:
    (folder / "hub.pem").write_bytes(b"")


def of_another_hub(folder: Path) -> None:
    other = own_certificate(folder.parent / "other")
    (folder / "hub.pem").write_bytes(other.file.read_bytes())


def exchanged(folder: Path) -> None:
    pem, key = (folder / name for name in NAMES)
    pem.rename(folder / "third")
    key.rename(pem)
    (folder / "third").rename(key)


def two(folder: Path) -> None:
    path = folder / "hub.pem"
    path.write_bytes(path.read_bytes() * 2)


def of_another_name(folder: Path) -> None:
    made = trustme.CA().issue_cert("elsewhere.example")
    made.cert_chain_pems[0].write_to_path(folder / "hub.pem")
    made.private_key_pem.write_to_path(folder / "hub.key")


def without_key(folder: Path) -> None:
    (folder / "hub.key").unlink()


def without_certificate(folder: Path) -> None:
    (folder / "hub.pem").unlink()


def folder_in_its_place(folder: Path) -> None:
    (folder / "hub.key").unlink()
    (folder / "hub.key").mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        cut_key,
        emptied,
        of_another_hub,
        exchanged,
        two,
        of_another_name,
        without_key,
        without_certificate,
        folder_in_its_place,
    ],
)
def test_damaged_files_are_told_and_left_as_they_are(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    own_certificate(tmp_path)
    folder = tmp_path / FOLDER
    damage(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(HubFault) as caught:
        own_certificate(tmp_path)
    assert caught.value.code == "bad_own_certificate"
    assert str(folder) in caught.value.sentence
    assert "from a backup" in caught.value.sentence
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


class PowerCut(Exception):
    """The machine is off."""


@contextmanager
def power_cut_after(steps: int) -> Iterator[None]:
    """So many files take their names before the power goes, where there are as many."""
    replace, left = os.replace, iter(range(steps))

    def cut(source: Path, target: Path) -> None:
        if next(left, None) is None:
            raise PowerCut
        replace(source, target)

    with pytest.MonkeyPatch.context() as cutting, suppress(PowerCut):
        cutting.setattr(os, "replace", cut)
        yield


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_change_over_that_is_cut_short_is_finished_at_the_next_start(tmp_path: Path, steps: int) -> None:
    first = own_certificate(tmp_path)
    make_next(tmp_path)
    coming = next_certificate(tmp_path)
    assert coming is not None
    with power_cut_after(steps):
        change_over(tmp_path)
    assert own_certificate(tmp_path).fingerprint == (first if steps == 0 else coming).fingerprint
    assert (next_certificate(tmp_path) is None) is (steps > 0)


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_first_start_that_is_cut_short_leaves_nothing_in_the_way(tmp_path: Path, steps: int) -> None:
    with power_cut_after(steps):
        own_certificate(tmp_path)
    own_certificate(tmp_path)
    assert sorted(files(tmp_path)) == sorted(NAMES)


def test_a_next_certificate_is_made_once(tmp_path: Path) -> None:
    own_certificate(tmp_path)
    make_next(tmp_path)
    made = files(tmp_path)
    make_next(tmp_path)
    assert files(tmp_path) == made
    assert len(made) == 4


def test_a_hub_that_has_its_certificate_does_without_the_library_that_makes_it(tmp_path: Path) -> None:
    own_certificate(tmp_path)
    ask = (
        "import sys; from pathlib import Path; from cdm_kiosk.hub.certificate import own_certificate;"
        f"own_certificate(Path({str(tmp_path)!r})); print('cryptography' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


class SitesOwn:
    """A CA of a site, and a certificate for a hub that an authority beneath it signed."""

    def __init__(self, folder: Path, *names: str, expires_at: datetime | None = None) -> None:
        self.authority = trustme.CA()
        made = self.authority.create_child_ca().issue_cert(*names, not_after=expires_at)
        self.file, self.key = folder / "site.pem", folder / "site.key"
        for pem in (*made.cert_chain_pems, self.authority.cert_pem):
            pem.write_to_path(self.file, append=True)
        made.private_key_pem.write_to_path(self.key)
        self.key.chmod(0o640)


def test_a_site_with_a_ca_of_its_own_is_trusted_by_it_and_by_the_hubs_name(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path, "192.0.2.7", "*.cite.example", "hub.cite.example")
    used = sites_certificate(own.file, own.key)
    pems = certificates_in(own.file.read_text())
    assert used.trust == Trust((own.authority.cert_pem.bytes().decode(),), "hub.cite.example")
    assert used.fingerprint == fingerprint(pems[0])


def test_a_sites_certificate_that_a_wrong_clock_calls_expired_is_used(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path, "hub.cite.example", expires_at=datetime.now(UTC) - timedelta(days=1))
    assert sites_certificate(own.file, own.key).trust.name == "hub.cite.example"


def sentence(own: SitesOwn) -> str:
    with pytest.raises(HubFault) as caught:
        sites_certificate(own.file, own.key)
    assert caught.value.code == "bad_certificate"
    return caught.value.sentence


def test_a_sites_certificate_without_its_ca_is_told(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path, "hub.cite.example")
    own.file.write_text("".join(certificates_in(own.file.read_text())[:-1]))
    assert "up to the site's CA" in sentence(own)


def test_a_sites_certificate_for_no_name_is_told(tmp_path: Path) -> None:
    assert "it is for no name" in sentence(SitesOwn(tmp_path, "192.0.2.7"))


def test_a_sites_certificate_under_the_name_of_hubs_own_is_told(tmp_path: Path) -> None:
    assert "it is for no name" in sentence(SitesOwn(tmp_path, OWN_NAME))


def test_a_sites_key_that_everybody_reads_is_told(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path, "hub.cite.example")
    own.key.chmod(0o644)
    assert "everybody on this machine can read" in sentence(own)


def test_a_sites_key_behind_a_passphrase_is_told_and_nobody_is_asked(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives import serialization

    own = SitesOwn(tmp_path, "hub.cite.example")
    key = serialization.load_pem_private_key(own.key.read_bytes(), None)
    locked = serialization.BestAvailableEncryption(b"secret")
    own.key.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked))
    assert str(own.file) in sentence(own)


def test_a_sites_certificate_with_the_key_of_another_is_told(tmp_path: Path) -> None:
    own = SitesOwn(tmp_path, "hub.cite.example")
    (tmp_path / "other").mkdir()
    other = SitesOwn(tmp_path / "other", "hub.cite.example")
    own.key.write_bytes(other.key.read_bytes())
    assert "key" in sentence(own).lower()


def test_the_own_certificate_passes_the_strictest_verification(tmp_path: Path) -> None:
    own = own_certificate(tmp_path)
    judging = ssl.create_default_context(cafile=str(own.file))
    judging.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT
    to_hub, to_station = ssl.MemoryBIO(), ssl.MemoryBIO()
    hub = own.context().wrap_bio(to_hub, to_station, server_side=True)
    station = judging.wrap_bio(to_station, to_hub, server_hostname=OWN_NAME)
    for end in (station, hub):
        with pytest.raises(ssl.SSLWantReadError):
            end.do_handshake()
    station.do_handshake()
    assert station.version() == "TLSv1.3"
