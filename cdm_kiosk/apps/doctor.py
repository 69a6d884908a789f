"""``cdm-kiosk doctor``: whether the house answers, and whether a visitor's phone could reach its ticket."""

from __future__ import annotations

import ipaddress
import json
import socket
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from cdm_kiosk.hub.reach import network_address
from cdm_kiosk.paths import RESOURCES

WELL, ILL = 0, 1
ANSWER_WITHIN_S = 5
SCREENS_WITHIN_S = 20
LONG_ADDRESS = 60
"""Beyond so many characters the QR code on 58 mm paper has modules that old phones hardly read."""
TOKEN_LENGTH = 22


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; what is wrong also says what to do."""

    is_well: bool
    sentence: str


def main(hub_url: str) -> int:
    """Print what was found, one line each; 0 when all is well."""
    findings = [*screens(), *examine(hub_url)]
    for finding in findings:
        print(f"{'ok ' if finding.is_well else '!! '} {finding.sentence}")  # noqa: T201
    return WELL if all(finding.is_well for finding in findings) else ILL


def screens() -> Iterator[Finding]:
    """The screens that a kiosk or a display started here could fill, by the names that --screen takes."""
    ask = "from cdm_kiosk.station.screens import print_screens; print_screens()"
    try:
        # In a process of its own: Qt ends the one that has no screen.
        asked = subprocess.run(
            [sys.executable, "-c", ask], capture_output=True, encoding="utf-8", timeout=SCREENS_WITHIN_S, check=True
        )
    except (OSError, subprocess.SubprocessError):
        yield Finding(True, "No screen can be filled from here: a session with screens is needed for that.")
        return
    found = [line.split("\t") for line in asked.stdout.splitlines()]
    screens = ", ".join(f"{at} {name} ({size})" for at, (name, size) in enumerate(found, start=1))
    yield Finding(True, f"Screens here, for --screen: {screens}.")


def examine(hub_url: str) -> Iterator[Finding]:
    """Everything that can be known from this machine, the next thing only where the one before is well."""
    try:
        told = json.loads(_fetched(f"{hub_url}/api/v1/health"))
        pages = str(told["ticket_pages"])
    except (OSError, ValueError, LookupError, TypeError) as error:
        yield Finding(False, f"No hub answers at {hub_url} ({_why(error)}). Start it with: cdm-kiosk run")
        return
    yield Finding(True, f"The hub answers at {hub_url}.")
    host = urlsplit(pages).hostname or ""
    addresses, sentence = _addresses(host)
    if not addresses:
        yield Finding(False, sentence)
        return
    if any(address.is_loopback for address in addresses):
        yield Finding(
            False,
            f"The QR codes say {pages}, which a phone takes for itself. Connect this machine to the network that "
            "visitors use and start the hub again, or give the site an address of its own (ticket_pages).",
        )
        return
    yield Finding(True, f"The QR codes say {pages}. {sentence}")
    yield from _answering(pages)
    if len(pages) + len("/t/") + TOKEN_LENGTH > LONG_ADDRESS:
        yield Finding(
            False, f"The address is long ({pages}): on 58 mm paper its QR code is hard to read. Shorten it."
        )
    if all(address.is_private for address in addresses):
        yield Finding(
            True,
            "Only phones in the same network reach it: the house's own Wi-Fi for visitors. Where that network "
            f"keeps guests apart, ask its keeper to let them through to port {urlsplit(pages).port or 80} here.",
        )
    yield Finding(
        True,
        f"What no machine can try for you: open {pages}/t/trial on a phone. It must say that this "
        "ticket is not valid any more.",
    )


def _addresses(host: str) -> tuple[set[ipaddress.IPv4Address | ipaddress.IPv6Address], str]:
    """Where a name leads, with a sentence on it; none where it leads nowhere."""
    try:
        found = {ipaddress.ip_address(info[4][0].split("%")[0]) for info in _looked_up(host)}
    except OSError:
        return set(), f'The name "{host}" leads nowhere from here: ask the keeper of the network to enter it.'
    own = network_address()
    if own is not None and ipaddress.ip_address(own) in found:
        return found, "That is this machine."
    if any(address.is_loopback for address in found):
        return found, ""
    said = ", ".join(sorted(map(str, found)))
    return found, f"It leads to {said}, not to this machine ({own or 'no network'}): a forwarder must stand there."


def _looked_up(host: str) -> Iterator[tuple[object, object, object, object, tuple[str, int]]]:
    for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM):
        yield (*info[:4], (str(info[4][0]), 0))


def _answering(pages: str) -> Iterator[Finding]:
    try:
        style = _fetched(f"{pages}/t/-/page.css")
    except OSError as error:
        if isinstance(error, urllib.error.URLError) and isinstance(error.reason, ssl.SSLError):
            yield Finding(
                False, f"Phones will warn of the certificate: {_why(error)}. It must be for the name in {pages}."
            )
            return
        yield Finding(
            False,
            f"Nothing answers at {pages} from here ({_why(error)}): does this machine's firewall let it through?",
        )
        return
    if style != (RESOURCES / "ticket_page" / "page.css").read_bytes():
        yield Finding(False, f"Something else than this house's ticket pages answers at {pages}.")
        return
    yield Finding(True, "The ticket pages answer there.")


def _fetched(url: str) -> bytes:
    # No proxy: a phone in the hall has none.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=ANSWER_WITHIN_S) as answer:
        content: bytes = answer.read()
    return content


def _why(error: Exception) -> str:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    return str(reason)
