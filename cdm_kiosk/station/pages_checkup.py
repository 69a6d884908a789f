"""Looks at whether a visitor's phone could open its ticket's page."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

from cdm_kiosk.hub.reach import network_address
from cdm_kiosk.paths import RESOURCES
from cdm_kiosk.station.findings import Finding

ANSWER_WITHIN_S = 5
LONG_ADDRESS = 60
"""Beyond so many characters the QR code on 58 mm paper has modules that old phones hardly read."""
TOKEN_LENGTH = 22

Addresses = set[ipaddress.IPv4Address | ipaddress.IPv6Address]


def pages_findings(pages: str) -> Iterator[Finding]:
    """All that can be known from here of the ticket pages at ``pages``, each only where the one before is well."""
    values = {"url": pages}
    host = urlsplit(pages).hostname or ""
    addresses, sentence = _addresses(host)
    if not addresses:
        yield Finding("pages", "no_such_name", sentence, "Ask the keeper of the network to enter it.", values)
        return
    if any(address.is_loopback for address in addresses):
        yield Finding(
            "pages",
            "this_machine_alone",
            f"The QR codes say {pages}, which a phone takes for itself.",
            "Connect the hub's machine to the network that visitors use and start the hub again, or give the site "
            "an address of its own (ticket_pages).",
            values,
        )
        return
    yield Finding("pages", "named", f"The QR codes say {pages}. {sentence}", "", values)
    yield _answering(pages)
    if len(pages) + len("/t/") + TOKEN_LENGTH > LONG_ADDRESS:
        sentence = f"The address is long ({pages}): on 58 mm paper its QR code is hard to read."
        yield Finding("pages", "long", sentence, "Shorten it.", values)
    if all(address.is_private for address in addresses):
        sentence = (
            "Only phones in the same network reach it: the house's own Wi-Fi for visitors. Where that network "
            f"keeps guests apart, ask its keeper to let them through to port {urlsplit(pages).port or 80} here."
        )
        yield Finding("pages", "private", sentence, "", values)
    sentence = (
        f"What no machine can try for you: open {pages}/t/trial on a phone. It must say that this "
        "ticket is not valid any more."
    )
    yield Finding("pages", "to_try", sentence, "", values)


def _addresses(host: str) -> tuple[Addresses, str]:
    """Where a name leads, with a sentence on it; none where it leads nowhere."""
    try:
        told = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return set(), f'The name "{host}" leads nowhere from here.'
    found = {ipaddress.ip_address(str(info[4][0]).split("%")[0]) for info in told}
    own = network_address()
    if own is not None and ipaddress.ip_address(own) in found:
        return found, "That is this machine."
    said = ", ".join(sorted(map(str, found)))
    return found, f"It leads to {said}, not to this machine ({own or 'no network'})."


def _answering(pages: str) -> Finding:
    values = {"url": pages}
    # No proxy: a phone in the hall has none.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{pages}/t/-/page.css", timeout=ANSWER_WITHIN_S) as answer:
            style: bytes = answer.read()
    except OSError as error:
        why = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(why, ssl.SSLError):
            sentence = f"Phones will warn of the certificate: {why}."
            return Finding("pages", "bad_certificate", sentence, f"It must be for the name in {pages}.", values)
        sentence = f"Nothing answers at {pages} from here ({why})."
        return Finding("pages", "no_answer", sentence, "Let that port through the hub's firewall.", values)
    if style != (RESOURCES / "ticket_page" / "page.css").read_bytes():
        sentence = f"Something else than this house's ticket pages answers at {pages}."
        return Finding("pages", "something_else", sentence, "Give that port to the ticket pages.", values)
    return Finding("pages", "answer", "The ticket pages answer there.", "", values)
