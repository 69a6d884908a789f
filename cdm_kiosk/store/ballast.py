"""Room on the disk that is kept for a start: with none at all, SQLite cannot even read its log."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from cdm_kiosk.disk import write_whole

BALLAST_NAME = "day.ballast"
BALLAST_BYTES = 512 * 1024
LEAST_BYTES = 64 * 1024
"""With less than this nothing more is begun: a command and its journal need it."""


class Ballast:
    """A file of bytes that say nothing, given up when the disk is full and made again when there is room."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / BALLAST_NAME

    def give_up(self) -> bool:
        """Make room; returns whether there was any to make. May raise OSError."""
        if not self._path.exists():
            return False
        self._path.unlink()
        return True

    def keep(self) -> bool:
        """Whether it is there, or could be made again."""
        try:
            if self._path.exists() and self._path.stat().st_size == BALLAST_BYTES:
                return True
            if shutil.disk_usage(self._path.parent).free < 2 * BALLAST_BYTES:
                return False
            # Random, for a disk that keeps zeros in no room at all.
            write_whole(self._path, os.urandom(BALLAST_BYTES))
        except OSError:
            return False
        return True


def is_full(folder: Path) -> bool:
    """Whether nothing more can be begun on the disk of ``folder``."""
    try:
        return shutil.disk_usage(folder).free < LEAST_BYTES
    except OSError:
        return False
