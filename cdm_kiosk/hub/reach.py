"""The addresses at which others reach this machine: phones its ticket pages, stations its hub."""

from __future__ import annotations

import ipaddress
import socket

NOWHERE = {socket.AF_INET: ("192.0.2.1", 9), socket.AF_INET6: ("2001:db8::1", 9)}
"""Addresses kept for documentation (RFC 5737, RFC 3849): asking for the way there sends nothing."""


def network_address(family: socket.AddressFamily = socket.AF_INET) -> str | None:
    """This machine's own address in the network that it would use; ``None`` without a network."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect(NOWHERE[family])
            address = str(asking.getsockname()[0])
    except OSError:
        return None
    return None if ipaddress.ip_address(address).is_loopback else address


def url_of(listening: tuple[str, int], encrypted: bool) -> str:
    """The address of whoever listens at a host and a port; on all addresses, the one in this machine's network."""
    host, port = listening
    if host == "::":
        host = network_address() or network_address(socket.AF_INET6) or "::1"
    elif ipaddress.ip_address(host).is_unspecified:
        host = network_address() or "127.0.0.1"
    # A link's own address names the link, behind a sign that means something else in an address (RFC 6874).
    named = f"[{host.replace('%', '%25')}]" if ":" in host else host
    return f"{'https' if encrypted else 'http'}://{named}:{port}"


def pages_url(configured: str, listening: tuple[str, int], encrypted: bool) -> str:
    """The address that a ticket's QR code begins with, without a slash at its end.

    ``configured`` is the site's own ("https://tickets.example.org"), "" for none; ``listening`` is the host and the
    port of the visitors' listener.
    """
    return configured.rstrip("/") or url_of(listening, encrypted)
