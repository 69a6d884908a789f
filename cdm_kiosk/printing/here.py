"""What could print tickets on this machine."""

from __future__ import annotations

import logging
import sys

from cdm_kiosk.printing import cups, spooler

logger = logging.getLogger(__name__)


def printers_here() -> list[tuple[str, str]]:
    """The printers this machine knows of, as --printer takes them, each with what the machine says of it.

    Takes a second or more.
    """
    return [*_serial_ports(), *_usb_printers(), *_queues()]


def _serial_ports() -> list[tuple[str, str]]:
    from serial.tools import list_ports

    return [(f"serial:{port.device}", port.description) for port in list_ports.comports()]


def _usb_printers() -> list[tuple[str, str]]:
    import usb.core

    try:
        devices = list(usb.core.find(find_all=True))
    except usb.core.NoBackendError:
        logger.warning("USB cannot be looked at: libusb is not installed (Debian: libusb-1.0-0).")
        return []
    return [
        (f"usb:{device.idVendor:04x}:{device.idProduct:04x}", "")
        for device in devices
        if any(interface.bInterfaceClass == 7 for configuration in device for interface in configuration)
    ]


def _queues() -> list[tuple[str, str]]:
    is_windows = sys.platform == "win32"
    names = spooler.queue_names(spooler.this_machine()) if is_windows else cups.queue_names()
    return [(f"queue:{name}", "") for name in names]
