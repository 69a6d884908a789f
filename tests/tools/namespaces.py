"""Several hosts on one Ethernet: network namespaces, each with a cable to a bridge in a namespace of its own.

For what needs a true link (neighbours, IPv6 without a router, multicast, a pulled cable); a line that loses and
delays is ``rough_network``'s. Needs root.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Self
from uuid import uuid4

CABLE = "lan0"
BRIDGE = "bridge0"


def why_not() -> str:
    """Why no hosts can be made here, "" where they can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "several hosts need network namespaces, and those need root on Linux"
    tried = f"cdm-try-{uuid4().hex[:6]}"
    made = subprocess.run(["ip", "netns", "add", tried], capture_output=True, check=False)
    if made.returncode:
        return "this machine makes no network namespaces"
    ip("netns", "del", tried)
    return ""


def ip(*words: str) -> str:
    """Run one command of iproute2; raises when it fails."""
    return subprocess.run(["ip", *words], check=True, capture_output=True, text=True).stdout


class Host:
    """One machine: ``address`` is its own of version 4, "" on a link of version 6 alone."""

    def __init__(self, name: str, space: str, port: str, switch: str, address: str) -> None:
        self.name = name
        self.space = space
        self.address = address
        self._port = port
        self._switch = switch

    def command(self, *words: str) -> list[str]:
        """The words that run a program on this host."""
        return ["ip", "netns", "exec", self.space, *words]

    def run(self, *words: str, **options: Any) -> subprocess.Popen[Any]:
        """Start a program on this host."""
        return subprocess.Popen(self.command(*words), **options)

    def move_to(self, address: str) -> None:
        """Another address of version 4, as after a new lease; what was open stays half-open."""
        ip("-n", self.space, "-4", "addr", "flush", "dev", CABLE)
        ip("-n", self.space, "addr", "add", f"{address}/24", "dev", CABLE)
        ip("-n", self.space, "route", "replace", "default", "dev", CABLE)
        self.address = address

    def unaddressed(self) -> None:
        """No address of version 4, as before the first lease; ``move_to`` brings one."""
        ip("-n", self.space, "-4", "addr", "flush", "dev", CABLE)
        self.address = ""

    def link_local(self) -> str:
        """Its address of version 6 that every host has."""
        told = ip("-n", self.space, "-6", "-o", "addr", "show", "dev", CABLE, "scope", "link")
        return told.split()[3].partition("/")[0]

    def plug(self, is_in: bool) -> None:
        """Pull the cable out of the switch, or put it back."""
        ip("-n", self._switch, "link", "set", self._port, "up" if is_in else "down")

    def pass_multicast(self, does: bool) -> None:
        """Whether the switch passes multicast on to this host; some networks do not."""
        ip(
            "-n",
            self._switch,
            "link",
            "set",
            self._port,
            "type",
            "bridge_slave",
            "mcast_flood",
            "on" if does else "off",
        )


class Lan(contextlib.AbstractContextManager["Lan"]):
    """Hosts by name, as long as the context lasts: 10.78.0.1, .2 and so on in the order given.

    With ``version_6_alone`` they have nothing but the addresses that IPv6 gives every link by itself.
    """

    def __init__(self, names: Sequence[str], version_6_alone: bool = False) -> None:
        self._id = uuid4().hex[:6]
        self._switch = f"cdm-{self._id}-switch"
        self._version_6_alone = version_6_alone
        self.hosts = {
            name: Host(
                name,
                f"cdm-{self._id}-{name}",
                f"port{at}",
                self._switch,
                "" if version_6_alone else f"10.78.0.{at}",
            )
            for at, name in enumerate(names, start=1)
        }

    def __getitem__(self, name: str) -> Host:
        return self.hosts[name]

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as undo:
            undo.callback(self.close)
            ip("netns", "add", self._switch)
            # No snooping: it would learn from whoever asks for multicast, and these cables are there to be told.
            ip("-n", self._switch, "link", "add", BRIDGE, "type", "bridge", "mcast_snooping", "0")
            ip("-n", self._switch, "link", "set", BRIDGE, "up")
            for at, host in enumerate(self.hosts.values(), start=1):
                ip("netns", "add", host.space)
                ip("-n", host.space, "link", "set", "lo", "up")
                end = ("netns", self._switch, "name", f"port{at}")
                ip("-n", host.space, "link", "add", CABLE, "type", "veth", "peer", *end)
                ip("-n", self._switch, "link", "set", f"port{at}", "master", BRIDGE, "up")
                if not self._version_6_alone:
                    ip("-n", host.space, "addr", "add", f"{host.address}/24", "dev", CABLE)
                # No other host has its address: the second of looking for one is saved.
                with contextlib.suppress(OSError):
                    self._in(host, "sysctl", "-qw", f"net.ipv6.conf.{CABLE}.accept_dad=0")
                ip("-n", host.space, "link", "set", CABLE, "up")
                if not self._version_6_alone:
                    ip("-n", host.space, "route", "add", "default", "dev", CABLE)
            undo.pop_all()
        return self

    def _in(self, host: Host, *words: str) -> None:
        subprocess.run(host.command(*words), check=False, capture_output=True)

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the hosts down; whatever still runs on them is killed."""
        for space in (*(host.space for host in self.hosts.values()), self._switch):
            found = subprocess.run(["ip", "netns", "pids", space], capture_output=True, check=False, text=True)
            for each in found.stdout.split():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(each), 9)
            subprocess.run(["ip", "netns", "del", space], capture_output=True, check=False)
