"""``cdm-kiosk doctor``: how this station is, its way to the hub, and whether a phone could reach its ticket."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cdm_kiosk import logs, paths
from cdm_kiosk.domain.trust import Trust, certificates_in
from cdm_kiosk.hub.reach import network_address
from cdm_kiosk.options import DoctorOptions
from cdm_kiosk.station.findings import Finding
from cdm_kiosk.station.hub_checkup import (
    HubLine,
    examined,
    languages_of,
    line_findings,
    mdns_finding,
    pair_it,
    proxy_finding,
    token_finding,
)
from cdm_kiosk.station.machine_checkup import data_finding, printer_finding, screens_finding, voices_finding
from cdm_kiosk.station.pages_checkup import pages_findings

if TYPE_CHECKING:
    from cdm_kiosk.station.membership import Pairing

WELL, ILL = 0, 1
FORMAT = 1
THIS_MACHINES_HUB = "http://127.0.0.1:8080"
ROLES = ("reception", "kiosk", "display", "advisor")


@dataclass(frozen=True, slots=True)
class _Station:
    """What this machine knows of itself before it asks anybody."""

    role: str
    pairing: Pairing | None
    trust: Trust | None
    authorization: str = field(repr=False)


def main(options: DoctorOptions) -> int:
    """Print what was found, one line each, or as JSON; 0 when all is well."""
    logs.set_up("doctor")
    found = []
    for finding in _findings(options, paths.data_folder(options.data)):
        found.append(finding)
        if not options.as_json:
            print(f"{'ok ' if finding.is_well else '!! '} {finding.sentence} {finding.advice}".rstrip(), flush=True)  # noqa: T201
    is_well = all(finding.is_well for finding in found)
    if options.as_json:
        said = {"format": FORMAT, "well": is_well, "findings": [finding.as_json() for finding in found]}
        json.dump(said, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    return WELL if is_well else ILL


def _findings(options: DoctorOptions, data: Path) -> Iterator[Finding]:
    station = _station(options, data)
    line = _line(options, station, data)
    yield _who(station, line, options)
    yield from line_findings(line)
    if line.health is not None and station.authorization:
        yield token_finding(line, station.authorization, station.role)
    yield proxy_finding()
    yield mdns_finding(line)
    yield data_finding(data)
    yield screens_finding(station.role)
    asks = line.health is not None and station.authorization and (line.is_here or line.trust is not None)
    yield voices_finding(station.role, languages_of(line, station.authorization) if asks else ())
    if options.printer or station.role == "kiosk":
        yield printer_finding(options.printer or _chosen_printer(data))
    if line.health is not None:
        yield _reached_by(line)
        yield from pages_findings(str(line.health.get("ticket_pages", "")))


def _station(options: DoctorOptions, data: Path) -> _Station:
    try:
        from cdm_kiosk.station.membership import kept_pairing, membership
    except ImportError:
        # A hub's machine needs no Qt, and is no station then.
        return _Station(options.role, None, None, "")
    roles = (options.role,) if options.role else ROLES
    kept = {} if options.token_file is not None else {role: kept_pairing(data, role) for role in roles}
    role = options.role or next((role for role in ROLES if kept.get(role) is not None), "")
    member = membership(role, options.hub_url, options.token_file, data)
    return _Station(role, kept.get(role), member.trust, member.token.header.decode("ascii"))


def _line(options: DoctorOptions, station: _Station, data: Path) -> HubLine:
    trust = station.trust or _own_hubs_trust(data)
    if options.hub_url or station.pairing is None or not station.pairing.addresses:
        url = options.hub_url or THIS_MACHINES_HUB
        line = examined(url, trust if url.startswith("https:") else None)
        if not options.hub_url and line.speaks_tls:
            return examined(url.replace("http:", "https:", 1), trust)
        return line
    # The last good address comes first; the first that answers is the one.
    tried = [examined(url, station.trust) for url in station.pairing.addresses[:3]]
    return next((line for line in tried if line.health is not None), tried[0])


def _own_hubs_trust(data: Path) -> Trust | None:
    with suppress(OSError, ValueError):
        found = certificates_in(paths.hubs_certificate(data).read_text("ascii"))
        return Trust(found) if found else None
    return None


def _who(station: _Station, line: HubLine, options: DoctorOptions) -> Finding:
    pairing = station.pairing
    if pairing is not None:
        from cdm_kiosk.station.membership import pairing_file

        kept = pairing_file(paths.data_folder(options.data), pairing.role).stat().st_mtime
        since = datetime.fromtimestamp(kept).astimezone().strftime("%Y-%m-%d")
        values = {"role": pairing.role, "name": pairing.name, "place": pairing.place, "site": pairing.site}
        sentence = (
            f'This is the {pairing.role} "{pairing.name}" of the Cité {pairing.site} (pairing kept since {since}).'
        )
        return Finding("station", "paired", sentence, "", values | {"kept_since": since})
    values = {"role": station.role}
    if station.authorization:
        return Finding(
            "station", "granted", f"This is a {station.role or 'station'} with a token of its own.", "", values
        )
    is_bare = not station.role and line.is_here
    sentence = "This machine is not paired."
    if is_bare:
        sentence += " What cdm-kiosk run starts needs no pairing."
    return Finding("station", "not_paired", sentence, "" if is_bare else pair_it(station.role), values)


def _reached_by(line: HubLine) -> Finding:
    own = network_address()
    if line.is_here and not line.shown:
        sentence = "No other machine reaches this hub. For several machines it is started with --host 0.0.0.0."
        return Finding("reach", "this_machine", sentence)
    if line.is_here or line.host == own:
        where = f"{own or 'its address'} at TCP port {line.port}"
        sentence = f"Other machines reach this hub at {where}, where this machine's firewall lets them through."
        return Finding("reach", "network", sentence, "", {"address": own, "port": line.port})
    return Finding("reach", "elsewhere", "The hub is on another machine.")


def _chosen_printer(data: Path) -> str:
    """The printer that was chosen for a kiosk of this machine, "" where none was."""
    for file in sorted(data.glob("printer-*.json")):
        with suppress(OSError, ValueError, LookupError, TypeError):
            return str(json.loads(file.read_text("utf-8"))["printer"])
    return ""
