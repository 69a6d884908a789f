"""Looks at a station's way to its hub: the port, the certificate, the time, the token; no Qt, no proxy."""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import json
import logging
import os
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from cdm_kiosk import __version__
from cdm_kiosk.domain.announcement import SERVICE, heard
from cdm_kiosk.domain.trust import Trust
from cdm_kiosk.station.findings import Finding

ANSWER_WITHIN_S = 5.0
ROUNDS = 7
SLOW_MS = 500.0
CLOCK_APART_S = 2.0
EXPIRES_SOON_DAYS = 30
LISTENED_S = 2.5
NO_TIME_CHECK = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME: a pinned certificate holds whatever this machine's clock says."""
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy")
DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass
class HubLine:
    """What was learnt of the hub at ``url``; ``health`` is None where none answered."""

    url: str
    trust: Trust | None
    health: Mapping[str, Any] | None = None
    state: str = "answers"
    why: str = ""
    round_trips_ms: list[float] = field(default_factory=list)
    clock_apart_s: float | None = None
    shown: str = ""
    expires: datetime | None = None
    speaks_tls: bool = False

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def port(self) -> int:
        parts = urlsplit(self.url)
        return parts.port or DEFAULT_PORTS.get(parts.scheme, 80)

    @property
    def is_here(self) -> bool:
        """Whether the address is one that only this machine reaches."""
        return self.host == "localhost" or _is_loopback(self.host)


def examined(url: str, trust: Trust | None) -> HubLine:
    """Ask the hub at ``url`` for its health, some times over one line."""
    line = HubLine(url, trust)
    try:
        with closing(_connected(line)) as connection:
            for _ in range(ROUNDS):
                sent, began = datetime.now(UTC), time.perf_counter()
                line.health = _asked(connection, "/api/v1/health")
                took = time.perf_counter() - began
                line.round_trips_ms.append(took * 1000)
                line.clock_apart_s = _apart(line.health, sent, took)
    except ssl.SSLCertVerificationError as error:
        line.state, line.why = "another_certificate", error.verify_message
    except ssl.SSLError as error:
        line.state, line.why = "no_tls", error.reason or str(error)
    except ConnectionRefusedError:
        line.state = "refused"
    except TimeoutError:
        line.state = "silent"
    except socket.gaierror:
        line.state = "no_such_name"
    except (OSError, http.client.HTTPException) as error:
        line.state, line.why = "unreachable", str(error) or type(error).__name__
        line.speaks_tls = urlsplit(url).scheme == "http" and _answers_tls(line)
    except (ValueError, LookupError, TypeError):
        line.state = "no_hub"
    if line.state != "answers":
        line.health = None
    return line


def line_findings(line: HubLine) -> Iterator[Finding]:
    """Whether the hub answers, how soon, at what time, and by which certificate."""
    values = {"url": line.url, "host": line.host, "port": line.port}
    if line.health is None:
        sentence, advice = _no_answer(line)
        yield Finding("hub", line.state, sentence, advice, values)
        return
    yield Finding("hub", "answers", f"The hub answers at {line.url}.", values=values)
    yield from _round_trip(line)
    yield from _clock(line)
    yield from _certificate(line)
    yield from _versions(line.health)


def token_finding(line: HubLine, authorization: str, role: str) -> Finding:
    """Whether the hub knows this station; the token is shown to nobody but the hub that proves itself."""
    if line.trust is None and not line.is_here:
        return Finding(
            "token", "not_shown", "The token was not shown to a hub that cannot prove itself.", pair_it(role)
        )
    try:
        with closing(_connected(line)) as connection:
            connection.request("GET", "/api/v1/state", headers={"Authorization": authorization})
            status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return Finding("token", "unsure", "The hub did not say whether it knows this machine.", "Ask again.")
    if status == http.client.UNAUTHORIZED:
        sentence = "The hub does not know this machine: it was struck off, or belongs to another hub."
        return Finding("token", "unknown", sentence, pair_it(role))
    return Finding("token", "known", "The hub knows this machine.")


def pair_it(role: str) -> str:
    """What to do with a machine that no hub knows."""
    return f"Pair it at its window, or: cdm-kiosk pair --hub HOST --role {role or 'ROLE'} --name NAME."


def languages_of(line: HubLine, authorization: str) -> tuple[str, ...]:
    """The languages of the site, as far as the hub tells them to this station."""
    try:
        with closing(_connected(line)) as connection:
            state = _asked(connection, "/api/v1/state", {"Authorization": authorization})
        site = state.get("site") or state.get("sign") or {}
        return tuple(map(str, site["languages"]))
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError):
        return ()


def proxy_finding() -> Finding:
    """Variables that name a proxy: other programs go by them."""
    found = sorted(name for name, value in os.environ.items() if name.lower() in PROXY_VARIABLES and value.strip())
    if not found:
        return Finding("proxy", "none", "No proxy is set.")
    # Not its value, which may hold a password.
    sentence = f"A proxy is set ({', '.join(found)}); stations go to their hub past it."
    return Finding("proxy", "ignored", sentence, values={"variables": found})


def mdns_finding(line: HubLine, listened_s: float = LISTENED_S) -> Finding:
    """Which hubs announce themselves on this network, and whether the own one is among them."""
    try:
        hubs = _announced(listened_s)
    except OSError as error:
        return Finding("mdns", "no_network", f"Nobody can be listened to on this network ({error}).")
    known = set() if line.trust is None else {*line.trust.fingerprints}
    known.add(line.shown)
    own = [each for each in hubs if each["fingerprint"] in known]
    others = sorted({each["name"] for each in hubs if each not in own})
    values = {"own": own, "others": [each for each in hubs if each not in own]}
    also = f" Others announce themselves, too: {', '.join(others)}." if others else ""
    if line.is_here and not line.shown:
        seen = (
            f"Hubs on this network: {', '.join(others)}." if others else "No hub announces itself on this network."
        )
        return Finding("mdns", "not_needed", f"A hub of this machine alone announces itself to nobody. {seen}")
    if own:
        where = ", ".join(own[0]["addresses"])
        return Finding("mdns", "own", f"The own hub announces itself on this network at {where}.{also}", "", values)
    if line.health is not None:
        sentence = f"The own hub was not heard on this network; its address leads there all the same.{also}"
        return Finding("mdns", "not_heard", sentence, "", values)
    return Finding(
        "mdns",
        "not_heard",
        f"The own hub was not heard on this network.{also}",
        "Let multicast DNS (UDP 5353) pass between the machines, or type the hub's address.",
        values,
    )


def _connected(line: HubLine) -> http.client.HTTPConnection:
    """A line to the hub, which has proved itself where this machine knows by what."""
    if urlsplit(line.url).scheme not in DEFAULT_PORTS or not line.host:
        raise ValueError(line.url)
    plain = socket.create_connection((line.host, line.port), ANSWER_WITHIN_S)
    connection = http.client.HTTPConnection(line.host, line.port, timeout=ANSWER_WITHIN_S)
    connection.sock = plain
    if urlsplit(line.url).scheme == "http":
        return connection
    try:
        connection.sock = encrypted = _context(line.trust).wrap_socket(plain, server_hostname=_name(line.trust))
        line.shown = hashlib.sha256(encrypted.getpeercert(binary_form=True) or b"").hexdigest()
        ends = (encrypted.getpeercert() or {}).get("notAfter")
        if isinstance(ends, str):
            line.expires = datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC)
        if line.trust is not None and line.trust.is_pin and line.shown not in line.trust.fingerprints:
            raise ssl.SSLCertVerificationError("another certificate")
    except BaseException:
        connection.close()
        raise
    return connection


def _context(trust: Trust | None) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if trust is None:
        # Nothing is told to a hub that this machine does not know, and nothing that it says is believed.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    if trust.is_pin:
        context.verify_flags |= NO_TIME_CHECK
    context.load_verify_locations(cadata="".join(trust.pems))
    return context


def _name(trust: Trust | None) -> str | None:
    return None if trust is None else trust.name


def _asked(
    connection: http.client.HTTPConnection, path: str, headers: Mapping[str, str] | None = None
) -> Mapping[str, Any]:
    """The JSON object that the hub answers with; raises ValueError for anything else."""
    connection.request("GET", path, headers=dict(headers or {}))
    with connection.getresponse() as answer:
        said = json.loads(answer.read())
    if answer.status != http.client.OK or not isinstance(said, dict):
        raise ValueError("no hub")
    return said


def _apart(health: Mapping[str, Any], sent: datetime, took_s: float) -> float | None:
    """How far this machine's clock is ahead of the hub's, in seconds, were both ways equally long."""
    if "now" not in health:
        return None
    return (sent - datetime.fromisoformat(str(health["now"]))).total_seconds() + took_s / 2


def _answers_tls(line: HubLine) -> bool:
    try:
        with closing(_connected(HubLine(line.url.replace("http:", "https:", 1), None))):
            return True
    except (OSError, ValueError):
        return False


def _no_answer(line: HubLine) -> tuple[str, str]:
    where = f"port {line.port} of {line.host}"
    start = "Start it with: cdm-kiosk run" if line.is_here else "Start the hub there, with --host and this port."
    if line.speaks_tls:
        encrypted = line.url.replace("http:", "https:", 1)
        return f"The hub at {line.url} speaks only encrypted.", f"Ask it at {encrypted}."
    match line.state:
        case "refused":
            return f"No hub answers at {line.url}: the machine is there and refuses {where}.", start
        case "silent":
            return (
                f"Nothing answers at {line.url}: {where} stays silent.",
                f"Switch that machine on, or let TCP port {line.port} through its firewall.",
            )
        case "no_such_name":
            return (
                f'The name "{line.host}" leads nowhere from here.',
                "Use the hub's address in figures, or ask the keeper of the network to enter the name.",
            )
        case "another_certificate":
            return (
                f"Another certificate than the own hub's is shown at {line.url} ({line.why}).",
                "Look whether somebody else's machine has this address; a hub set up anew needs a new pairing.",
            )
        case "no_tls":
            return (
                f"What answers at {line.url} is no encrypted hub ({line.why}).",
                "Look at the address and the port.",
            )
        case "no_hub":
            return f"What answers at {line.url} is no hub.", "Look at the address and the port."
    return (
        f"No hub answers at {line.url} ({line.why}).",
        "Look at this machine's cable or Wi-Fi, and at the hub's address.",
    )


def _round_trip(line: HubLine) -> Iterator[Finding]:
    took_ms = median(line.round_trips_ms)
    values = {"median_ms": round(took_ms, 1), "tries": len(line.round_trips_ms)}
    sentence = f"An answer takes {took_ms:.1f} ms (median of {ROUNDS})."
    is_slow = took_ms > SLOW_MS
    advice = "Use a cable rather than Wi-Fi, or look for what fills the network." if is_slow else ""
    yield Finding("round_trip", "slow" if is_slow else "well", sentence, advice, values)


def _clock(line: HubLine) -> Iterator[Finding]:
    if line.clock_apart_s is None:
        yield Finding("clock", "unknown", "This hub does not say what time it is.")
        return
    apart_s = line.clock_apart_s
    values = {"ahead_s": round(apart_s, 1)}
    if abs(apart_s) <= CLOCK_APART_S:
        yield Finding("clock", "well", "This machine's clock agrees with the hub's.", values=values)
        return
    way = "ahead of" if apart_s > 0 else "behind"
    sentence = f"This machine's clock is {abs(apart_s):,.0f} s {way} the hub's."
    yield Finding(
        "clock",
        "apart",
        sentence,
        "Let both machines set their clocks by the network (timedatectl set-ntp true).",
        values,
    )


def _certificate(line: HubLine) -> Iterator[Finding]:
    if not line.shown:
        yield Finding("certificate", "not_needed", "Nothing is encrypted: the line does not leave this machine.")
        return
    values: dict[str, Any] = {"fingerprint": line.shown}
    if line.trust is None:
        sentence = f"The hub's certificate is not known here ({line.shown[:16]}…): it could be anybody's."
        yield Finding("certificate", "unknown", sentence, pair_it(""), values)
        return
    following = line.trust.is_pin and len(line.trust.pems) > 1
    values |= {"pinned": line.trust.is_pin, "next_is_known": following}
    if line.trust.is_pin:
        also = " The next one is known already: the hub will go over to it." if following else ""
        yield Finding(
            "certificate", "pinned", f"The hub proved itself by its own certificate, without end.{also}", "", values
        )
        return
    days = (line.expires - datetime.now(UTC)).days if line.expires is not None else EXPIRES_SOON_DAYS
    until = f"{line.expires:%Y-%m-%d}" if line.expires is not None else "a day that it does not tell"
    values["until"] = until
    soon = days < EXPIRES_SOON_DAYS
    sentence = f"The hub proved itself by a certificate of the site's CA, until {until}."
    advice = "Have the site's CA sign the next one, and start the hub with it." if soon else ""
    yield Finding("certificate", "expires_soon" if soon else "signed", sentence, advice, values)


def _versions(health: Mapping[str, Any]) -> Iterator[Finding]:
    theirs, ours = str(health.get("version", "")), __version__
    values = {"here": ours, "hub": theirs, "hub_protocol": health.get("protocol")}
    if theirs == ours:
        yield Finding("versions", "same", f"Here and at the hub it is version {ours}.", values=values)
        return
    older = "this machine" if _as_numbers(ours) < _as_numbers(theirs) else "the hub"
    sentence = f"Here it is version {ours}, at the hub {theirs}."
    yield Finding("versions", "apart", sentence, f"Update {older}.", values)


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _announced(listened_s: float) -> list[dict[str, Any]]:
    """The hubs that are heard within so many seconds."""
    from zeroconf import IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

    # It tells of each interface that carries no multicast.
    logging.getLogger("zeroconf").setLevel(logging.CRITICAL)
    names: set[str] = set()

    def hear(name: str, state_change: ServiceStateChange, **_: object) -> None:
        if state_change is not ServiceStateChange.Removed:
            names.add(name)

    with closing(Zeroconf(ip_version=IPVersion.All)) as network:
        browser = ServiceBrowser(network, SERVICE, handlers=[hear])
        time.sleep(listened_s)
        browser.cancel()
        found = []
        for name in sorted(names):
            info = network.get_service_info(SERVICE, name, 1_000)
            announced = heard(info.decoded_properties) if info is not None else None
            if info is None or announced is None:
                continue
            found.append(
                {
                    "site": announced.site_id,
                    "name": announced.site_name,
                    "fingerprint": announced.fingerprint,
                    "addresses": info.parsed_scoped_addresses(),
                    "port": info.port,
                }
            )
        return found


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
