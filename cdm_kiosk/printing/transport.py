"""The wires to a receipt printer: bytes go out, answers come back, over the network, a serial port or USB.

TCP is a plain socket: python-escpos's Network knows no IPv6 and cannot tell a wrong name from a silent machine.
Serial is pyserial itself: python-escpos's Serial sets no limit to a write, and a printer out of paper would hold
it for ever. Libraries load when a line is opened.
"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Protocol

CONNECT_S = 2.0
"""How long a printer may take to answer a connection."""
SEND_BUFFER_BYTES = 8192
"""What the system keeps of a ticket that a printer has not taken: little, or nobody sees that it stopped."""
LOOK_EVERY_S = 0.02
SIP_BYTES = 256
"""2.1 s at 1200 baud, the slowest that printers know."""


class HungUp(ConnectionError):
    """The other side said goodbye."""


class Line(Protocol):
    """An open line to a printer. A line that breaks raises OSError."""

    def send(self, piece: bytes, stall_s: float) -> None:
        """Send all of a piece. Raises TimeoutError when the printer takes nothing more for ``stall_s``."""

    def receive(self, patience_s: float) -> bytes:
        """What came, as soon as there is anything; nothing when none did within this time."""

    def close(self) -> None:
        """Let the line go, after what was sent."""


class Wire(Protocol):
    """Where a printer hangs."""

    def open(self) -> Line:
        """A line. Raises OSError when there is none (socket.gaierror for a wrong name)."""


@contextmanager
def opened(wire: Wire) -> Iterator[Line]:
    """A line that is closed whatever happens on it."""
    line = wire.open()
    try:
        yield line
    finally:
        with suppress(OSError):
            line.close()


@dataclass(frozen=True)
class Tcp:
    """A port on the network, usually 9100."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"

    def open(self) -> Line:
        connection = socket.create_connection((self.host, self.port), CONNECT_S)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
        return _TcpLine(connection)


class _TcpLine:
    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, piece: bytes, stall_s: float) -> None:
        self._connection.settimeout(stall_s)
        rest = memoryview(piece)
        try:
            while rest:
                rest = rest[self._connection.send(rest) :]
        except TimeoutError:
            # What the system still holds would come out later: closing drops it.
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise

    def receive(self, patience_s: float) -> bytes:
        self._connection.settimeout(patience_s)
        try:
            answer = self._connection.recv(256)
        except TimeoutError:
            return b""
        if not answer:
            raise HungUp("the printer closed the line")
        return answer

    def close(self) -> None:
        self._connection.close()


@dataclass(frozen=True)
class Serial:
    """A serial port, `/dev/ttyS0` or `COM3`, 8 bits, no parity, held up by the printer through DSR."""

    port: str
    baud: int

    def __str__(self) -> str:
        return self.port

    def open(self) -> Line:
        import serial

        # pyserial's own errors are OSErrors.
        return _SerialLine(serial.Serial(self.port, self.baud, dsrdtr=True))


class _SerialLine:
    def __init__(self, port: Any) -> None:
        self._port = port

    def send(self, piece: bytes, stall_s: float) -> None:
        import serial

        self._port.write_timeout = stall_s
        try:
            for start in range(0, len(piece), SIP_BYTES):
                self._port.write(piece[start : start + SIP_BYTES])
                self._drain(stall_s)
        except OSError as fault:
            # What the system still holds would come out later, and closing would wait for it.
            with suppress(OSError):
                self._port.reset_output_buffer()
            if isinstance(fault, serial.SerialTimeoutException):
                raise TimeoutError(str(fault)) from fault
            raise

    def _drain(self, stall_s: float) -> None:
        """Wait until the system has nothing left to send: at 9600 baud it keeps four seconds of a ticket."""
        held = self._port.out_waiting
        end = time.monotonic() + stall_s
        while held:
            time.sleep(LOOK_EVERY_S)
            left = self._port.out_waiting
            if left < held:
                end = time.monotonic() + stall_s
            elif time.monotonic() > end:
                raise TimeoutError("the printer takes no more bytes")
            held = left

    def receive(self, patience_s: float) -> bytes:
        self._port.timeout = patience_s
        first: bytes = self._port.read(1)
        return first + self._port.read(self._port.in_waiting) if first else b""

    def close(self) -> None:
        self._port.close()


@dataclass(frozen=True)
class Usb:
    """A receipt printer on USB, by its vendor's and product's numbers."""

    vendor: int
    product: int

    def __str__(self) -> str:
        return f"usb:{self.vendor:04x}:{self.product:04x}"

    def open(self) -> Line:
        import usb.core
        from escpos.exceptions import Error
        from escpos.printer import Usb as EscposUsb

        try:
            found = usb.core.find(idVendor=self.vendor, idProduct=self.product)
            if found is None:
                raise OSError(f"no USB device {self}")
            outward, inward = _endpoints(found)
            printer = EscposUsb(self.vendor, self.product, in_ep=inward, out_ep=outward)
            printer.open()
        except (Error, usb.core.NoBackendError) as fault:
            raise OSError(str(fault)) from fault
        return _UsbLine(printer, inward)


class _UsbLine:
    def __init__(self, printer: Any, inward: int) -> None:
        self._printer = printer
        self._inward = inward

    def send(self, piece: bytes, stall_s: float) -> None:
        import usb.core

        self._printer.timeout = round(stall_s * 1000)
        try:
            # usb.core.USBError is an OSError.
            self._printer._raw(piece)
        except usb.core.USBTimeoutError as fault:
            raise TimeoutError(str(fault)) from fault

    def receive(self, patience_s: float) -> bytes:
        import usb.core

        end = time.monotonic() + patience_s
        while (left := end - time.monotonic()) > 0:
            try:
                answer = bytes(self._printer.device.read(self._inward, 64, max(1, round(left * 1000))))
            except usb.core.USBTimeoutError:
                return b""
            if answer:
                return answer
        return b""

    def close(self) -> None:
        self._printer.close()


def _endpoints(device: Any) -> tuple[int, int]:
    """The addresses outward and inward of the device's printer interface (class 7), or of its first."""
    interfaces = list(device[0])
    printer = next((each for each in interfaces if each.bInterfaceClass == 7), interfaces[0])
    addresses = [endpoint.bEndpointAddress for endpoint in printer]
    outward = [address for address in addresses if not address & 0x80]
    inward = [address for address in addresses if address & 0x80]
    if not outward or not inward:
        raise OSError("this USB device cannot answer: a printer that tells its state is needed")
    return outward[0], inward[0]
