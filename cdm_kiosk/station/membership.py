"""Which house a station belongs to: its hub's address, and the token that was granted or that pairing gave it."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cdm_kiosk import paths
from cdm_kiosk.client.hub import HubClient, KeepTrust
from cdm_kiosk.client.hub_finder import HubFinder, KeepAddresses
from cdm_kiosk.client.token import Token
from cdm_kiosk.disk import close_to_others, owners_folder, write_whole
from cdm_kiosk.domain.hub_address import USUAL_PORT
from cdm_kiosk.domain.orders import Principal
from cdm_kiosk.domain.trust import Trust, certificates_in

if TYPE_CHECKING:
    from cdm_kiosk.client.pairing import Given

logger = logging.getLogger(__name__)

FORMAT = 1
OWN_HUB = f"http://127.0.0.1:{USUAL_PORT}"
"""Where a hub of this machine is, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Membership:
    """The hub of one station, what it shows there, and the name that pairing gave it, "" for none.

    ``trust`` is what the hub proves itself by, None for one of the station's own machine. A paired station looks
    for its hub where it was before, ``addresses``, and wherever the network says that the one of ``site`` is.
    """

    hub_url: str
    token: Token = field(repr=False)
    name: str = ""
    trust: Trust | None = None
    keep_trust: KeepTrust | None = None
    site: str = ""
    addresses: tuple[str, ...] = ()
    keep_addresses: KeepAddresses | None = None

    def client(self, present: Principal, parent: QObject | None = None) -> HubClient:
        """A connection to the hub as ``present``; raises AddressFault for a hub that no station may ask."""
        client = HubClient(self.hub_url, present, self.token, parent, self.trust, self.keep_trust)
        if self.keep_addresses is not None:
            HubFinder(client, self.site, self.addresses, self.keep_addresses)
        return client


@dataclass(frozen=True, slots=True)
class Pairing:
    """What pairing gave a station, kept in its data folder; the last good address comes first.

    ``trust`` is what it knows the hub by, None for the hub of its own machine.
    """

    role: str
    name: str
    place: str
    site: str
    addresses: tuple[str, ...]
    trust: Trust | None
    token: str = field(repr=False)


def membership(role: str, hub_url: str, token_file: Path | None, data: Path) -> Membership:
    """The membership of a station: by ``token_file``, else by the pairing kept in ``data``.

    A granted one shares its hub's machine, and knows it by the certificate in the hub's own folder. Without a
    ``hub_url`` the hub is where it was last, else on this machine.
    """
    if token_file is not None:
        return Membership(hub_url or OWN_HUB, Token(lambda: _text_of(token_file)), trust=_own_hubs_trust(data))
    kept = kept_pairing(data, role)

    def read() -> str:
        now = kept_pairing(data, role)
        return "" if now is None else now.token

    if kept is None:
        return Membership(hub_url or OWN_HUB, Token(read))

    def keep_trust(trust: Trust) -> None:
        now = kept_pairing(data, role)
        if now is not None:
            keep_pairing(data, replace(now, trust=trust))

    def keep_addresses(addresses: tuple[str, ...]) -> None:
        now = kept_pairing(data, role)
        if now is not None:
            keep_pairing(data, replace(now, addresses=addresses))

    return Membership(
        hub_url or kept.addresses[0],
        Token(read),
        kept.name,
        kept.trust,
        keep_trust,
        kept.site,
        kept.addresses,
        # The hub of this very machine is always where it was.
        None if kept.trust is None else keep_addresses,
    )


def granted(hub_url: str, token: str, trust: Trust | None = None) -> Membership:
    """The membership of a station to which its own process gave a token."""
    return Membership(hub_url, Token(lambda: token), trust=trust)


def pairing_file(data: Path, role: str) -> Path:
    """Where the pairing of a role is kept: several may share a folder."""
    return data / f"pairing-{role}.json"


def kept_pairing(data: Path, role: str) -> Pairing | None:
    """What pairing gave; None where there was none, or what is kept cannot be used, which is told in the log."""
    path = pairing_file(data, role)
    try:
        close_to_others(path)
        content = json.loads(path.read_bytes())
        addresses = tuple(map(str, content["addresses"]))
        if content.pop("format") != FORMAT or content["role"] != role or not addresses:
            raise ValueError
        trust = content.pop("trust")
        kept = {name: str(content[name]) for name in ("role", "name", "place", "site", "token")}
        return Pairing(
            addresses=addresses,
            trust=None if trust is None else Trust.of(trust),
            **kept,
        )
    except FileNotFoundError:
        return None
    except OSError as error:
        logger.warning("the pairing in %s cannot be read (%s)", path, error.strerror)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        logger.warning("the pairing in %s is damaged, or of another version: pair this station again", path)
    return None


def keep_pairing(data: Path, pairing: Pairing) -> None:
    """Keep what pairing gave, for its owner alone; may raise OSError, then nothing changed."""
    owners_folder(data)
    trust = None if pairing.trust is None else pairing.trust.said()
    content = {"format": FORMAT, **asdict(pairing), "trust": trust}
    write_whole(pairing_file(data, pairing.role), json.dumps(content, ensure_ascii=False, indent=1).encode())


def keep(data: Path, given: Given) -> None:
    """Keep what reception gave just now; may raise OSError, then nothing changed."""
    keep_pairing(
        data,
        Pairing(given.role, given.name, given.place, given.site_id, (given.url,), given.trust, given.token),
    )


def _own_hubs_trust(data: Path) -> Trust | None:
    try:
        found = certificates_in(paths.hubs_certificate(data).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return Trust(found) if found else None


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it holds no token"
        logger.warning("the token in %s cannot be read (%s)", file, why)
        return ""
