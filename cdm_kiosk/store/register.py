"""The paired stations on a disk: ``stations.json`` in the data folder, with the hash of each one's token."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Date
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError

from cdm_kiosk.disk import close_to_others, owners_folder, write_whole
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.store.errors import StoreFault

FILE = "stations.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class PairedStation:
    """A machine that was paired; ``place`` is its zone or counter, "" for none."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: str
    role: Role
    name: str
    place: str
    paired_on: Date
    token_sha256: str = field(repr=False)


_STATIONS: TypeAdapter[list[PairedStation]] = TypeAdapter(list[PairedStation])


def hashed(token: str) -> str:
    """What is kept of a token. It has 256 random bits, so nothing slower than one hash is needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def path_of_register(folder: Path) -> Path:
    """The file in a data folder."""
    return folder / FILE


def state_of(folder: Path) -> tuple[int, int]:
    """Something that differs once the file was written anew; (0, 0) without one."""
    try:
        found = path_of_register(folder).stat()
    except OSError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns


def read_register(folder: Path) -> tuple[PairedStation, ...]:
    """The stations paired so far, none where there is no file.

    Raises StoreFault for a file that is damaged, unreadable or of a newer program: nobody is unpaired by that.
    """
    path = path_of_register(folder)
    try:
        close_to_others(path)
        written = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StoreFault(Code.STATIONS_UNREADABLE, path=str(path), why=str(error.strerror)) from None
    try:
        content = json.loads(written)
        version = content["format"]
        if isinstance(version, int) and version > FORMAT:
            raise StoreFault(Code.STATIONS_NEWER, path=str(path))
        if version != FORMAT:
            raise ValueError
        stations = tuple(_STATIONS.validate_python(content["stations"]))
        for distinct in ("id", "name", "token_sha256"):
            if len({getattr(each, distinct) for each in stations}) < len(stations):
                raise ValueError
    except (ValueError, LookupError, TypeError, RecursionError, ValidationError):
        raise StoreFault(Code.STATIONS_UNREADABLE, path=str(path), why="it is damaged") from None
    return stations


def write_register(folder: Path, stations: Iterable[PairedStation]) -> None:
    """Keep these and no others; raises StoreFault when the disk does not take it, and the file is as before."""
    path = path_of_register(folder)
    content = {"format": FORMAT, "stations": _STATIONS.dump_python([*stations], mode="json")}
    try:
        owners_folder(folder)
        write_whole(path, json.dumps(content, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise StoreFault(Code.DATA_UNWRITABLE, path=str(path), why=str(error.strerror)) from None
