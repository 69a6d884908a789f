"""Windows' spooler for the tests, by the names and numbers of pywin32's win32print (those of winspool.h)."""

from dataclasses import dataclass, field
from typing import Any

from cdm_kiosk.printing.spooler import Windows


class SpoolerError(Exception):
    """What pywin32 raises, whatever goes wrong."""


@dataclass
class FakeWin32print:
    """One queue, "Tickets". Its job is in the states `to_come`, a look each, and then gone, unless it `stays`."""

    status: int = 0
    attributes: int = 0
    to_come: list[int] = field(default_factory=list)
    stays: bool = False
    refuses: bool = False
    breaks_after: int | None = None
    received: bytes = b""
    datatype: str = ""
    started: int = 0
    is_ended: bool = False
    is_deleted: bool = False
    handles: int = 0

    PRINTER_ENUM_LOCAL = 0x2
    PRINTER_ENUM_CONNECTIONS = 0x4
    PRINTER_STATUS_PAUSED = 0x1
    PRINTER_STATUS_ERROR = 0x2
    PRINTER_STATUS_PENDING_DELETION = 0x4
    PRINTER_STATUS_PAPER_JAM = 0x8
    PRINTER_STATUS_PAPER_OUT = 0x10
    PRINTER_STATUS_PAPER_PROBLEM = 0x40
    PRINTER_STATUS_OFFLINE = 0x80
    PRINTER_STATUS_NOT_AVAILABLE = 0x1000
    PRINTER_STATUS_USER_INTERVENTION = 0x100000
    PRINTER_STATUS_DOOR_OPEN = 0x400000
    PRINTER_ATTRIBUTE_WORK_OFFLINE = 0x400
    JOB_STATUS_PAUSED = 0x1
    JOB_STATUS_ERROR = 0x2
    JOB_STATUS_DELETING = 0x4
    JOB_STATUS_OFFLINE = 0x20
    JOB_STATUS_PAPEROUT = 0x40
    JOB_STATUS_PRINTED = 0x80
    JOB_STATUS_DELETED = 0x100
    JOB_STATUS_BLOCKED_DEVQ = 0x200
    JOB_STATUS_USER_INTERVENTION = 0x400
    JOB_STATUS_COMPLETE = 0x1000
    JOB_CONTROL_DELETE = 5

    def as_windows(self) -> Windows:
        return Windows(self, SpoolerError)

    def EnumPrinters(self, flags: int, name: None, level: int) -> tuple[tuple[int, str, str, str], ...]:
        assert (flags, level) == (6, 1)
        return ((0x800000, "Tickets,Generic,", "Tickets", ""),)

    def OpenPrinter(self, name: str) -> str:
        if name != "Tickets":
            raise SpoolerError(1801, "OpenPrinter", "The printer name is invalid.")
        self.handles += 1
        return "handle"

    def ClosePrinter(self, handle: str) -> None:
        self.handles -= 1

    def GetPrinter(self, handle: str, level: int) -> dict[str, Any]:
        assert level == 2
        return {"Status": self.status, "Attributes": self.attributes}

    def StartDocPrinter(self, handle: str, level: int, about: tuple[str, None, str]) -> int:
        if self.refuses:
            raise SpoolerError(5, "StartDocPrinter", "Access is denied.")
        self.started += 1
        _, _, self.datatype = about
        return 7

    def WritePrinter(self, handle: str, piece: bytes) -> int:
        if self.breaks_after is not None and len(self.received) >= self.breaks_after:
            raise SpoolerError(1722, "WritePrinter", "The RPC server is unavailable.")
        taken = piece[:4096]
        self.received += taken
        return len(taken)

    def EndDocPrinter(self, handle: str) -> None:
        self.is_ended = True

    def EnumJobs(self, handle: str, first: int, most: int, level: int) -> tuple[dict[str, int], ...]:
        assert (first, level) == (0, 1)
        others = {"JobId": 3, "Status": self.JOB_STATUS_ERROR}
        if self.is_deleted or not self.to_come:
            return (others,)
        status = self.to_come[0] if self.stays else self.to_come.pop(0)
        return (others, {"JobId": 7, "Status": status})

    def SetJob(self, handle: str, number: int, level: int, about: None, order: int) -> None:
        assert (number, level, order) == (7, 0, self.JOB_CONTROL_DELETE)
        self.is_deleted = True
