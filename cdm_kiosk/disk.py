"""Files on this machine's disk: whole or not at all whenever the power goes, and for their owner alone."""

from __future__ import annotations

import contextlib
import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

logger = logging.getLogger(__name__)

OWNERS_FILE = 0o600
OWNERS_FOLDER = 0o700
OF_OTHERS = 0o077
OURS = frozenset({"day.sqlite3", "administration.pin", "kiosk.pin", "stations.json"})
"""A folder that holds one of these was made for this program."""
PREPARED = frozenset({"site.toml"})
"""What is laid into a data folder before the program first sees it."""
FOR_EVERYBODY = 0o666
"""For what people hand on, less what this account never grants."""


def keep_to_owner() -> None:
    """Whatever this process makes from here on is its owner's alone, what libraries write included."""
    os.umask(OF_OTHERS)


def owners_folder(folder: Path, is_ours: bool = False) -> None:
    """Make ``folder`` if it lacks, closed to other users; may raise OSError.

    One that stands open is closed where it is ours: this user's, and empty but for a site file, or with a file of
    ours in it, or said to be so. Another is left as it is and named in the log, since others may need it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=OWNERS_FOLDER)
    # Windows keeps a user's files by other means, and has no such modes.
    if os.name == "nt" or not folder.is_dir():
        folder.mkdir(exist_ok=True)
        return
    about = folder.stat()
    if not about.st_mode & OF_OTHERS:
        return
    names = set(os.listdir(folder))
    is_mine = about.st_uid == os.getuid() and not about.st_mode & stat.S_ISVTX
    if is_mine and (is_ours or names <= PREPARED or names & OURS):
        folder.chmod(OWNERS_FOLDER)
        logger.info("the folder %s was open to other users of this machine, and is closed to them now", folder)
    else:
        logger.warning("the folder %s is open to other users of this machine: they see the names in it", folder)


def owners_file(path: Path) -> None:
    """Make an empty file if it lacks, and close it to other users; may raise OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNERS_FILE))
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take from everybody but the owner what an earlier installation or a copy granted; may raise OSError."""
    if os.name != "nt" and path.stat().st_mode & OF_OTHERS:
        path.chmod(OWNERS_FILE)


def write_whole(path: Path, content: bytes, mode: int = OWNERS_FILE) -> None:
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


class HeldElsewhere(Exception):
    """Another process holds the file."""


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold ``path`` against every other process that asks, for as long as this lasts or this process lives.

    Raises HeldElsewhere, or OSError.
    """
    owners_file(path)
    with path.open("r+b", buffering=0) as file:
        _lock(file)
        yield


def _lock(file: IO[bytes]) -> None:
    try:
        if os.name == "nt":
            import msvcrt

            getattr(msvcrt, "locking")(file.fileno(), getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009
        else:
            import fcntl

            # The kernel lets go of it however the process ends.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        raise HeldElsewhere from None
