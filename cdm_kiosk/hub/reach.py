"""The address at which phones reach the ticket pages: the site's own, else this machine's in its network."""

from __future__ import annotations

import ipaddress
import socket

NOWHERE = ("192.0.2.1", 9)
"""An address kept for documentation (RFC 5737): asking for the way there sends nothing."""


def network_address() -> str | None:
    """This machine's own address in the network that it would use; ``None`` without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(NOWHERE)
        except OSError:
            return None
        address = str(asking.getsockname()[0])
    return None if ipaddress.ip_address(address).is_loopback else address


def pages_url(configured: str, listening: tuple[str, int], encrypted: bool) -> str:
    """The address that a ticket's QR code begins with, without a slash at its end.

    ``configured`` is the site's own ("https://tickets.example.org"), "" for none; ``listening`` is the host and the
    port of the visitors' listener. A listener on all addresses is reached at the network's own.
    """
    if configured:
        return configured.rstrip("/")
    host, port = listening
    if ipaddress.ip_address(host).is_unspecified:
        host = network_address() or "127.0.0.1"
    named = f"[{host}]" if ":" in host else host
    return f"{'https' if encrypted else 'http'}://{named}:{port}"
