"""A hub's address as people type it, on a kiosk's keys or in a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.domain.hub_address import BadAddress, HubAddress, read_address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.20", HubAddress("192.168.1.20")),
        (" 192.168.1.20:8443 ", HubAddress("192.168.1.20", 8443)),
        ("accueil", HubAddress("accueil")),
        ("Accueil.Cite.example:8080", HubAddress("accueil.cite.example")),
        ("pc-2.local.", HubAddress("pc-2.local.")),
        ("poste_1", HubAddress("poste_1")),
        ("fd00::7", HubAddress("fd00::7")),
        ("[fd00::7]", HubAddress("fd00::7")),
        ("[FD00::7]:9000", HubAddress("fd00::7", 9000)),
        ("fe80::1%eth0", HubAddress("fe80::1%eth0")),
        ("https://192.168.1.20:8443/", HubAddress("192.168.1.20", 8443)),
        ("127.0.0.1:1", HubAddress("127.0.0.1", 1)),
        ("127.0.0.1:65535", HubAddress("127.0.0.1", 65535)),
    ],
)
def test_a_good_address_is_understood(typed: str, meant: HubAddress) -> None:
    assert read_address(typed) == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("http://", "empty"),
        ("192.168.1", "number"),
        ("192.168.1.256", "number"),
        ("192.168.1.20.5", "number"),
        ("192.168.01.20", "number"),
        ("12345", "number"),
        ("0.0.0.0", "number"),
        ("224.0.0.1", "number"),
        ("255.255.255.255", "number"),
        ("::", "number"),
        ("ff02::1", "number"),
        ("fd00::7::1", "number"),
        ("[fd00::7", "number"),
        ("[fd00::7]8080", "number"),
        ("[accueil]:80", "number"),
        ("fe80::1%a/b", "number"),
        ("cité.local", "name"),
        ("-accueil", "name"),
        ("a..b", "name"),
        (".local", "name"),
        ("mon accueil", "name"),
        ("a@b", "name"),
        ("hub/chemin", "name"),
        (":8080", "name"),
        ("a" * 64, "name"),
        (".".join(["abcdefg"] * 40), "name"),
        ("accueil:", "port"),
        ("accueil:0", "port"),
        ("accueil:65536", "port"),
        ("accueil:80a", "port"),
        ("accueil:+80", "port"),
        ("accueil:٨٠", "port"),
        ("[fd00::7]:", "port"),
    ],
)
def test_an_address_that_cannot_be_meant_is_refused_with_what_is_wrong(typed: str, code: str) -> None:
    with pytest.raises(BadAddress) as refused:
        read_address(typed)
    assert refused.value.code == code


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_or_is_refused(typed: str) -> None:
    try:
        address = read_address(typed)
    except BadAddress:
        return
    assert read_address(address.authority) == address
    assert read_address(address.shown) == address
