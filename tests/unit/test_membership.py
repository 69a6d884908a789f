"""What a station shows its hub: the token of a file, else that of its pairing, read again when it was refused."""

from __future__ import annotations

import logging
import stat
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.hub.certificate import own_certificate
from cdm_kiosk.station.membership import Pairing, keep_pairing, kept_pairing, membership, pairing_file

FIRST, SECOND = "first-token-of-this-station", "second-token-of-this-station"
KNOWN, NEXT = (Trust((trustme.CA().cert_pem.bytes().decode(),)) for _ in range(2))
ADDRESSES = ("192.168.1.20:8080", "[fe80::1]:8080")
PAIRING = Pairing("kiosk", "Borne 1", "hall", "demo", ADDRESSES, KNOWN, FIRST)
HUB = "http://127.0.0.1:8080"


def shown(token: str) -> bytes:
    return f"Bearer {token}".encode()


def test_what_pairing_gave_is_kept_for_its_owner_and_comes_back_whole(tmp_path: Path) -> None:
    keep_pairing(tmp_path, PAIRING)
    assert kept_pairing(tmp_path, "kiosk") == PAIRING
    assert stat.S_IMODE(pairing_file(tmp_path, "kiosk").stat().st_mode) == 0o600
    assert kept_pairing(tmp_path, "display") is None, "several roles share a folder, each with its own"


def test_a_paired_station_shows_its_token_and_has_the_name_that_it_was_given(tmp_path: Path) -> None:
    keep_pairing(tmp_path, PAIRING)
    member = membership("kiosk", HUB, None, tmp_path)
    assert (member.token.header, member.name) == (shown(FIRST), "Borne 1")
    assert FIRST not in repr(member)


def test_what_a_hub_will_prove_itself_by_is_kept_with_the_pairing(tmp_path: Path) -> None:
    keep_pairing(tmp_path, PAIRING)
    member = membership("kiosk", HUB, None, tmp_path)
    assert member.trust == KNOWN
    assert member.keep_trust is not None
    member.keep_trust(NEXT)
    assert kept_pairing(tmp_path, "kiosk") == replace(PAIRING, trust=NEXT)
    assert membership("kiosk", HUB, None, tmp_path).trust == NEXT


def test_a_station_goes_where_its_hub_was_last_unless_it_is_told_otherwise(tmp_path: Path) -> None:
    keep_pairing(tmp_path, PAIRING)
    member = membership("kiosk", "", None, tmp_path)
    assert member.hub_url == ADDRESSES[0]
    assert member.keep_addresses is not None
    member.keep_addresses(ADDRESSES[::-1])
    assert kept_pairing(tmp_path, "kiosk") == replace(PAIRING, addresses=ADDRESSES[::-1])
    assert membership("kiosk", "", None, tmp_path).hub_url == ADDRESSES[1]
    assert membership("kiosk", HUB, None, tmp_path).hub_url == HUB


def test_a_granted_station_knows_the_hub_whose_folder_it_shares(tmp_path: Path) -> None:
    assert membership("kiosk", HUB, tmp_path / "token", tmp_path).trust is None
    own = own_certificate(tmp_path)
    assert membership("kiosk", HUB, tmp_path / "token", tmp_path).trust == own.trust


def test_a_token_that_was_refused_is_read_again(tmp_path: Path) -> None:
    keep_pairing(tmp_path, PAIRING)
    token = membership("kiosk", HUB, None, tmp_path).token
    assert not token.read_again(shown(FIRST))
    keep_pairing(tmp_path, replace(PAIRING, token=SECOND))
    assert token.read_again(shown(FIRST))
    assert token.header == shown(SECOND)
    assert token.read_again(shown(FIRST)), "what was refused late is another one than the one now"


def test_a_file_of_its_own_goes_before_the_pairing(tmp_path: Path) -> None:
    keep_pairing(tmp_path, PAIRING)
    file = tmp_path / "token"
    token = membership("kiosk", HUB, file, tmp_path).token
    assert token.header == b""
    file.write_text(f"{SECOND}\n")
    assert token.read_again(b"")
    assert token.header == shown(SECOND)


def test_a_station_that_was_never_paired_shows_nothing(tmp_path: Path) -> None:
    member = membership("display", HUB, None, tmp_path / "none")
    assert (member.token.header, member.name) == (b"", "")


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"{}",
        b'{"format": 2, "role": "kiosk"}',
        b'{"format": 1, "role": "display"}',
        b'{"format": 1, "role": "kiosk", "addresses": []}',
    ],
)
def test_a_damaged_pairing_is_told_and_is_none(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, written: bytes
) -> None:
    pairing_file(tmp_path, "kiosk").write_bytes(written)
    with caplog.at_level(logging.WARNING):
        assert kept_pairing(tmp_path, "kiosk") is None
    assert "pair this station again" in caplog.text
