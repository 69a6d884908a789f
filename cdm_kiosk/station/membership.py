"""Which house a station belongs to: its hub's address, and the token that was granted or that pairing gave it."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path

from cdm_kiosk.client.token import Token
from cdm_kiosk.disk import close_to_others, owners_folder, write_whole

logger = logging.getLogger(__name__)

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Membership:
    """The hub of one station, what it shows there, and the name that pairing gave it, "" for none."""

    hub_url: str
    token: Token = field(repr=False)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """What pairing gave a station, kept in its data folder; ``trust`` is what it knows the hub by (PEM)."""

    role: str
    name: str
    site: str
    addresses: tuple[str, ...]
    trust: str
    token: str = field(repr=False)


def membership(role: str, hub_url: str, token_file: Path | None, data: Path) -> Membership:
    """The membership of a station: by ``token_file``, else by the pairing kept in ``data``."""
    if token_file is not None:
        return Membership(hub_url, Token(lambda: _text_of(token_file)))
    kept = kept_pairing(data, role)

    def read() -> str:
        now = kept_pairing(data, role)
        return "" if now is None else now.token

    return Membership(hub_url, Token(read), "" if kept is None else kept.name)


def granted(hub_url: str, token: str) -> Membership:
    """The membership of a station to which its own process gave a token."""
    return Membership(hub_url, Token(lambda: token))


def pairing_file(data: Path, role: str) -> Path:
    """Where the pairing of a role is kept: several may share a folder."""
    return data / f"pairing-{role}.json"


def kept_pairing(data: Path, role: str) -> Pairing | None:
    """What pairing gave; None where there was none, or what is kept cannot be used, which is told in the log."""
    path = pairing_file(data, role)
    try:
        close_to_others(path)
        content = json.loads(path.read_bytes())
        if content.pop("format") != FORMAT or content["role"] != role:
            raise ValueError
        return Pairing(**{**content, "addresses": tuple(content["addresses"])})
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
    content = {"format": FORMAT, **asdict(pairing)}
    write_whole(pairing_file(data, pairing.role), json.dumps(content, ensure_ascii=False, indent=1).encode())


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it holds no token"
        logger.warning("the token in %s cannot be read (%s)", file, why)
        return ""
