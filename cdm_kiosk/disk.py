"""Files on this machine's disk that are there whole or not at all, whenever the power goes."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Whole or not at all, and on the disk before it takes its name. May raise OSError; then nothing changed.

    ``mode`` is who may read it, where the system knows such a thing, less what this account never grants.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        # What a crash left may be open to more people than this file shall be.
        unfinished.unlink(missing_ok=True)
        with open(unfinished, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    settle(path.parent)


def settle(folder: Path) -> None:
    """A name that came or went is on the disk once its folder is; Windows has no such step."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
