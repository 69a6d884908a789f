"""The sockets at which a hub is reached: by stations, and by visitors' phones."""

from __future__ import annotations

import errno
import ipaddress
import socket
import sys

from cdm_kiosk.domain.faults import Code
from cdm_kiosk.hub.faults import HubFault
from cdm_kiosk.hub.reach import url_of
from cdm_kiosk.options import VisitorsListener

BACKLOG = 2048
DEAD_LINE = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 15_000}
"""A station that vanished without a word is noticed after some 11 s, or 15 s while the hub tells it something."""

FOREIGN_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def listen(host: str, port: int) -> socket.socket:
    """A bound socket for stations; raises HubFault for no address of this machine, or a port in use."""
    listening = _bound(host, port, "--host", "--port")
    if not is_this_machine(listening):
        # Each connection inherits these.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in DEAD_LINE.items():
            if hasattr(socket, name):
                listening.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
    return listening


def listen_for_visitors(listening: VisitorsListener) -> socket.socket:
    """A bound socket for ticket pages; raises HubFault for no address of this machine, or a port in use."""
    return _bound(listening.host, listening.port, "--visitors-host", "--visitors-port", socket.AI_NUMERICHOST)


def is_this_machine(listening: socket.socket) -> bool:
    """Whether nobody but this machine reaches a bound socket: only then may it speak without encryption."""
    return ipaddress.ip_address(listening.getsockname()[0]).is_loopback


def url(listening: socket.socket) -> str:
    """The address that a station is given for the hub at ``listening``."""
    return url_of(listening.getsockname()[:2], not is_this_machine(listening))


def _bound(host: str, port: int, host_option: str, port_option: str, flags: int = 0) -> socket.socket:
    try:
        # Without a host, the system would mean any.
        found = socket.getaddrinfo(host or " ", port, type=socket.SOCK_STREAM, flags=flags | socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise HubFault(Code.BAD_ADDRESS, host=host, option=host_option) from None
    family, _, _, _, address = found[0]
    listening = socket.socket(family, socket.SOCK_STREAM)
    # After a crash the port must be free at once; on Windows the same option would share it.
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6 and address[0] == "::":
        # All addresses means those of both kinds, whatever this machine does by itself.
        listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    try:
        listening.bind(address)
        # Two hubs may both bind before either listens; only one may listen.
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno in FOREIGN_ADDRESS:
            raise HubFault(Code.BAD_ADDRESS, host=host, option=host_option) from None
        raise HubFault(Code.PORT_IN_USE, port=port, why=str(error), option=port_option) from None
    return listening
