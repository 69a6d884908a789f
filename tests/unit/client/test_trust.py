"""A station's requests go to this machine, or over TLS to the hub that it knows, and nowhere else."""

from __future__ import annotations

import pytest
import trustme

from cdm_kiosk.client.trust import AddressFault, Trust, check_address
from cdm_kiosk.domain.trust import OWN_NAME, fingerprint

PEM = trustme.CA().cert_pem.bytes().decode()
KNOWN = Trust((PEM,))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8080", "http://127.8.0.1", "http://[::1]:8080", "http://localhost:1"]
)
def test_the_hub_of_this_machine_may_be_asked_in_the_clear(url: str) -> None:
    check_address(url, None)


@pytest.mark.parametrize(
    "url",
    [
        "http://192.168.1.20:8080",
        "http://cite.example",
        "http://[fe80::1%252]:8080",
        "http://localhost.cite.example",
        "http://127.0.0.1.cite.example",
        "http://127.0.0.1@192.168.1.20",
        "http://[::ffff:192.168.1.20]",
        "HTTP://0.0.0.0:8080",
    ],
)
@pytest.mark.parametrize("trust", [None, KNOWN])
def test_the_hub_of_another_machine_is_never_asked_in_the_clear(url: str, trust: Trust | None) -> None:
    with pytest.raises(AddressFault) as caught:
        check_address(url, trust)
    assert caught.value.code == "hub_not_encrypted"
    assert url in caught.value.sentence


@pytest.mark.parametrize(
    "url", ["https://192.168.1.20:8080", "https://[fe80::1%252]:8080", "https://127.0.0.1:8080"]
)
def test_a_hub_that_nobody_vouched_for_is_not_asked(url: str) -> None:
    check_address(url, KNOWN)
    with pytest.raises(AddressFault) as caught:
        check_address(url, None)
    assert caught.value.code == "unknown_hub"


@pytest.mark.parametrize(
    "url", ["", "cite.example:8080", "ftp://127.0.0.1", "https://", "http://[::1", "file:///etc"]
)
def test_what_is_no_address_of_a_hub_is_told(url: str) -> None:
    with pytest.raises(AddressFault) as caught:
        check_address(url, KNOWN)
    assert caught.value.code == "bad_hub"


def test_what_a_station_trusts_is_kept_as_it_was_told() -> None:
    assert Trust.of(KNOWN.said()) == KNOWN
    assert KNOWN.fingerprints == (fingerprint(PEM),)
    assert (KNOWN.is_pin, Trust((PEM,), "hub.cite.example").is_pin) == (True, False)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"pems": [], "name": OWN_NAME},
        {"pems": [PEM], "name": ""},
        {"pems": PEM, "name": OWN_NAME},
        {"pems": ["nothing"], "name": OWN_NAME},
        {"pems": [PEM, 3], "name": OWN_NAME},
    ],
)
def test_what_is_no_trust_is_none(said: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no"):
        Trust.of(said)
