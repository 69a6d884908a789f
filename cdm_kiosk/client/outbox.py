"""Keeps what the hub has not answered yet, in a file that outlives the process."""

from __future__ import annotations

import errno
import json
import logging
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cdm_kiosk.client.addresses import addressed
from cdm_kiosk.disk import owners_folder, settle, write_whole

logger = logging.getLogger(__name__)

FORMAT = 1
"""Stands in each line, so that a damaged line says nothing about the others."""
LONGEST_DAY = timedelta(hours=24)
KEY = re.compile("[0-9a-f]{32}")
FAULTS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "disk_read_only",
    errno.EACCES: "disk_read_only",
    errno.EPERM: "disk_read_only",
}


@dataclass(frozen=True, slots=True)
class KeptOrder:
    """What a verb was asked with, under which key, and when (aware)."""

    key: str
    verb: str
    values: Mapping[str, Any]
    made_at: datetime

    @property
    def about(self) -> str:
        """What it is about: orders about one ticket follow one another."""
        return str(self.values.get("ticket", self.key))


class Outbox:
    """The orders of one station that wait for an answer, oldest first; without a ``file``, in memory alone.

    A line is one order; the file is written whole and gone when nothing waits. Where the disk takes nothing,
    ``fault`` says why ("disk_full", "disk_read_only" or "disk_failed"), and the orders wait in memory.
    """

    def __init__(self, file: Path | None, now: datetime) -> None:
        self._file = file
        self._orders: dict[str, KeptOrder] = {}
        self.fault = ""
        if file is not None:
            self._read(file, now)

    @property
    def orders(self) -> tuple[KeptOrder, ...]:
        """All that waits."""
        return tuple(self._orders.values())

    def put(self, order: KeptOrder) -> None:
        """Keep an order, on the disk when this returns without a fault."""
        self._orders[order.key] = order
        self.write()

    def strike(self, key: str) -> None:
        """Forget an order: it is answered, or its day is over."""
        del self._orders[key]
        self.write()

    def write(self) -> None:
        """Bring the file to what waits now."""
        if self._file is None:
            return
        fault = ""
        try:
            if self._orders:
                if not self._file.parent.is_dir():
                    owners_folder(self._file.parent)
                write_whole(self._file, b"".join(map(_line, self._orders.values())))
            elif self._file.exists():
                self._file.unlink()
                settle(self._file.parent)
        except OSError as error:
            fault = FAULTS.get(error.errno or 0, "disk_failed")
            if fault != self.fault:
                logger.warning("%s: orders wait in memory, not in %s (%s)", fault, self._file, error)
        self.fault = fault

    def _read(self, file: Path, now: datetime) -> None:
        try:
            lines = file.read_bytes().splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            self.fault = FAULTS.get(error.errno or 0, "disk_failed")
            logger.warning("%s: the orders in %s cannot be read (%s)", self.fault, file, error)
            return
        read = [_order(line) for line in lines]
        if None in read:
            logger.warning("%d of %d lines of %s are no orders and left out", read.count(None), len(read), file)
        # Neither of another day, nor of a clock that ran ahead by more than one.
        kept = [order for order in read if order is not None and abs(now - order.made_at) <= LONGEST_DAY]
        self._orders = {order.key: order for order in kept}
        if len(kept) < len(read):
            self.write()


def _line(order: KeptOrder) -> bytes:
    fields = {"format": FORMAT, **asdict(order), "made_at": order.made_at.isoformat()}
    return json.dumps(fields).encode() + b"\n"


def _order(line: bytes) -> KeptOrder | None:
    try:
        fields = json.loads(line)
        if fields["format"] != FORMAT:
            return None
        order = KeptOrder(
            fields["key"], fields["verb"], fields["values"], datetime.fromisoformat(fields["made_at"])
        )
        addressed(order.verb, order.values)
        return order if KEY.fullmatch(order.key) and order.made_at.tzinfo is not None else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
