"""A network of several hosts that loses, delays and cuts, made of namespaces and a switch in user space.

Each host is a network namespace whose only way out is a TUN device; the switch, a process of its own, carries
packets between them. The kernel's netem would do the same, and is not everywhere. Needs root.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import heapq
import json
import os
import random
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self
from uuid import uuid4

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
CLONE_NEWNET = 0x40000000
LONGEST_PACKET = 65_536
DEVICE = "lan0"


def why_not() -> str:
    """Why no network can be made here, "" where it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "several hosts need network namespaces, and those need root on Linux"
    return "" if Path("/dev/net/tun").exists() else "there is no /dev/net/tun"


@dataclass(frozen=True, slots=True)
class Line:
    """A host's line to the switch: ``loss`` of its packets, ``delay_s`` each way; ``cut`` carries nothing."""

    loss: float = 0.0
    delay_s: float = 0.0
    cut: bool = False


class Host:
    """One machine of the network, by the names of its namespace."""

    def __init__(self, network: RoughNetwork, name: str, address: str) -> None:
        self.name = name
        self.address = address
        self.space = f"cdm-{network.id}-{name}"
        self._network = network
        self.line = Line()

    def run(self, *words: str, **options: object) -> subprocess.Popen[bytes]:
        """Start a program on this host."""
        return subprocess.Popen(self.command(*words), **options)  # type: ignore[call-overload, no-any-return]

    def command(self, *words: str) -> list[str]:
        """The words that run a program on this host."""
        return ["ip", "netns", "exec", self.space, *words]

    def set_line(self, *, loss: float = 0.0, delay_s: float = 0.0, cut: bool = False) -> None:
        """Change how this host's line carries from now on."""
        self.line = Line(loss, delay_s, cut)
        self._network.tell_switch()

    def move_to(self, address: str) -> None:
        """Give the host another address, as a router does that forgot it; what was open stays half-open."""
        _ip("-n", self.space, "addr", "del", f"{self.address}/24", "dev", DEVICE)
        _ip("-n", self.space, "addr", "add", f"{address}/24", "dev", DEVICE)
        self.address = address


class RoughNetwork(contextlib.AbstractContextManager["RoughNetwork"]):
    """Hosts by name with addresses 10.77.0.1, .2 and so on, in the order given, as long as the context lasts."""

    def __init__(self, names: Sequence[str]) -> None:
        self.id = uuid4().hex[:6]
        self.hosts = {name: Host(self, name, f"10.77.0.{at}") for at, name in enumerate(names, start=1)}
        self._switch: subprocess.Popen[bytes] | None = None

    def __getitem__(self, name: str) -> Host:
        return self.hosts[name]

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as undo:
            undo.callback(self.close)
            for host in self.hosts.values():
                _ip("netns", "add", host.space)
                _ip("-n", host.space, "link", "set", "lo", "up")
            spaces = [host.space for host in self.hosts.values()]
            words = [sys.executable, __file__, *spaces]
            self._switch = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            assert self._switch.stdout is not None
            if self._switch.stdout.readline() != b"ready\n":
                raise RuntimeError("the switch of the test network did not start")
            for host in self.hosts.values():
                _ip("-n", host.space, "addr", "add", f"{host.address}/24", "dev", DEVICE)
                _ip("-n", host.space, "link", "set", DEVICE, "multicast", "on", "up")
                _ip("-n", host.space, "route", "add", "224.0.0.0/4", "dev", DEVICE)
            undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the network down; whatever still runs on its hosts is killed."""
        if self._switch is not None:
            self._switch.kill()
            self._switch.communicate()
            self._switch = None
        for host in self.hosts.values():
            found = subprocess.run(["ip", "netns", "pids", host.space], capture_output=True, check=False, text=True)
            for each in found.stdout.split():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(each), 9)
            subprocess.run(["ip", "netns", "del", host.space], capture_output=True, check=False)

    def set_all(self, *, loss: float = 0.0, delay_s: float = 0.0, cut: bool = False) -> None:
        """Change the lines of all hosts at once: ``cut`` is a switch without power."""
        for host in self.hosts.values():
            host.line = Line(loss, delay_s, cut)
        self.tell_switch()

    def tell_switch(self) -> None:
        """Hand the lines over; they hold when this returns."""
        assert self._switch is not None
        assert self._switch.stdin is not None
        assert self._switch.stdout is not None
        lines = [asdict(host.line) for host in self.hosts.values()]
        self._switch.stdin.write(json.dumps(lines).encode() + b"\n")
        self._switch.stdin.flush()
        if self._switch.stdout.readline() != b"done\n":
            raise RuntimeError("the switch of the test network is gone")


class Switch:
    """Carries packets between TUN devices: each address is where it was last heard."""

    def __init__(self, devices: Sequence[int]) -> None:
        self._devices = devices
        self._lines = [Line()] * len(devices)
        self._where: dict[bytes, int] = {}
        self._random = random.Random(1)
        self._late: list[tuple[float, int, int, bytes]] = []
        self._count = 0

    def serve(self) -> None:
        """Carry packets, and take new lines from standard input, until it ends."""
        chosen = selectors.DefaultSelector()
        for at, device in enumerate(self._devices):
            chosen.register(device, selectors.EVENT_READ, at)
        chosen.register(sys.stdin.fileno(), selectors.EVENT_READ, None)
        while True:
            until = max(0.0, self._late[0][0] - time.monotonic()) if self._late else None
            for key, _ in chosen.select(until):
                if key.data is None:
                    said = sys.stdin.buffer.readline()
                    if not said:
                        return
                    self._lines = [replace(Line(), **each) for each in json.loads(said)]
                    _say("done")
                else:
                    self._take(key.data, os.read(self._devices[key.data], LONGEST_PACKET))
            while self._late and self._late[0][0] <= time.monotonic():
                _, _, to, packet = heapq.heappop(self._late)
                if not self._lines[to].cut:
                    with contextlib.suppress(OSError):
                        os.write(self._devices[to], packet)

    def _take(self, at: int, packet: bytes) -> None:
        source, target = _ends(packet)
        self._where[source] = at
        to = self._where.get(target)
        for each in (to,) if to is not None else range(len(self._devices)):
            if each != at:
                self._send(at, each, packet)

    def _send(self, at: int, to: int, packet: bytes) -> None:
        ways = (self._lines[at], self._lines[to])
        if any(way.cut or self._random.random() < way.loss for way in ways):
            return
        self._count += 1
        due = time.monotonic() + sum(way.delay_s for way in ways)
        heapq.heappush(self._late, (due, self._count, to, packet))


def _ends(packet: bytes) -> tuple[bytes, bytes]:
    """Where an IP packet comes from and goes to."""
    return (packet[12:16], packet[16:20]) if packet[0] >> 4 == 4 else (packet[8:24], packet[24:40])


@contextlib.contextmanager
def _inside(space: str) -> Iterator[None]:
    """In another network namespace, for this thread."""
    library = ctypes.CDLL(None, use_errno=True)
    with open("/proc/thread-self/ns/net") as home, open(f"/run/netns/{space}") as there:
        if library.setns(there.fileno(), CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")
        try:
            yield
        finally:
            library.setns(home.fileno(), CLONE_NEWNET)


def _device_of(space: str) -> int:
    with _inside(space):
        device = os.open("/dev/net/tun", os.O_RDWR)
        fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", DEVICE.encode(), IFF_TUN | IFF_NO_PI))
    return device


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def _say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    opened = [_device_of(space) for space in sys.argv[1:]]
    _say("ready")
    Switch(opened).serve()
