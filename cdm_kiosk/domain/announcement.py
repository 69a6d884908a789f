"""What a hub tells the local network of itself, and what a station makes of such words, whoever says them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

SERVICE = "_cdm-kiosk._tcp.local."
LONGEST_ENTRY_BYTES = 255
"""Of one key with its value (RFC 6763, 6.1)."""
SITE_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
FINGERPRINT = re.compile(r"[0-9a-f]{64}")
PROTOCOL = re.compile(r"[0-9]{1,6}")
PATH = "/api/v1"


@dataclass(frozen=True, slots=True)
class Announcement:
    """A hub of a site; ``fingerprint`` is the SHA-256 of its certificate in hexadecimal digits.

    It proves nothing: anybody may say it. A paired station compares it with what it trusts, to know where to ask;
    one that is not paired shows the site's name.
    """

    site_id: str
    site_name: str
    fingerprint: str
    protocol: int

    def entries(self) -> dict[str, str]:
        """As it travels; a long name is cut."""
        room = LONGEST_ENTRY_BYTES - len("name=")
        name = self.site_name.encode()[:room].decode(errors="ignore")
        return {
            "site": self.site_id,
            "name": name,
            "fp": self.fingerprint,
            "protocol": str(self.protocol),
            "path": PATH,
        }


def heard(entries: Mapping[str, str | None]) -> Announcement | None:
    """The announcement that somebody made, None for what none of ours would say."""
    said = {name: entries.get(name) or "" for name in ("site", "name", "fp", "protocol", "path")}
    if (
        SITE_ID.fullmatch(said["site"]) is None
        or FINGERPRINT.fullmatch(said["fp"]) is None
        or PROTOCOL.fullmatch(said["protocol"]) is None
        or said["path"] != PATH
    ):
        return None
    name = "".join(each for each in said["name"] if each.isprintable()).strip()
    return Announcement(said["site"], name or said["site"], said["fp"], int(said["protocol"]))


def url_of(host: str, port: int, scheme: str = "https") -> str:
    """An address as a URL; a scope of version 6 ("fe80::1%2") is written as URLs take it."""
    named = f"[{host.replace('%', '%25')}]" if ":" in host else host
    return f"{scheme}://{named}:{port}"
