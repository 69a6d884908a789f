"""The address of a hub as people type it: a name, an IPv4 or an IPv6 address, with or without a port."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

USUAL_PORT = 8080
LONGEST = 253
PREFIX = re.compile(r"^https?://", re.I)
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.I)
SCOPE = re.compile(r"[\w.-]{1,32}", re.A)
PORT = re.compile(r"[0-9]{1,5}")


class BadAddress(Exception):
    """An address that cannot be meant; ``code`` is "empty", "number", "name" or "port"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class HubAddress:
    """Where a hub listens; ``host`` is a name or an address without brackets."""

    host: str
    port: int = USUAL_PORT

    @property
    def authority(self) -> str:
        """Host and port as they stand in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_this_machine(self) -> bool:
        """Whether it names the machine that it is typed on."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def shown(self) -> str:
        """As people read it: the usual port goes without saying."""
        return self.host if self.port == USUAL_PORT else self.authority


def read_address(typed: str) -> HubAddress:
    """What ``typed`` means; raises BadAddress. The head of a URL and its last slash are forgiven."""
    text = PREFIX.sub("", typed.strip()).rstrip("/")
    if not text:
        raise BadAddress("empty")
    if text.startswith("["):
        host, closed, rest = text[1:].partition("]")
        if not closed or (rest and not rest.startswith(":")):
            raise BadAddress("number")
        return HubAddress(_ipv6(host), _port(rest[1:]) if rest else USUAL_PORT)
    if text.count(":") > 1:
        return HubAddress(_ipv6(text))
    host, colon, port = text.partition(":")
    return HubAddress(_host(host), _port(port) if colon else USUAL_PORT)


def _host(text: str) -> str:
    labels = text.removesuffix(".").split(".")
    # A last label of digits alone makes a number of it, for every resolver.
    if labels[-1].isdecimal():
        return _ipv4(text)
    if not text or len(text) > LONGEST or not all(LABEL.fullmatch(label) for label in labels):
        raise BadAddress("name")
    return text.lower()


def _ipv4(text: str) -> str:
    try:
        address = IPv4Address(text)
    except ValueError:
        raise BadAddress("number") from None
    if address.is_unspecified or address.is_multicast or address == IPv4Address("255.255.255.255"):
        raise BadAddress("number")
    return str(address)


def _ipv6(text: str) -> str:
    try:
        address = IPv6Address(text)
    except ValueError:
        raise BadAddress("number") from None
    if (
        address.is_unspecified
        or address.is_multicast
        or (address.scope_id and not SCOPE.fullmatch(address.scope_id))
    ):
        raise BadAddress("number")
    return str(address)


def _port(text: str) -> int:
    if not PORT.fullmatch(text) or not 0 < int(text) < 65536:
        raise BadAddress("port")
    return int(text)
