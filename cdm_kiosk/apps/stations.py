"""Composes ``cdm-kiosk stations``: who is paired with this machine's hub, and who is struck off."""

from __future__ import annotations

import sys
from pathlib import Path

from cdm_kiosk import paths
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.store.register import PairedStation, read_register, write_register

NOT_PAIRED = 1


def show(data: Path | None) -> int:
    """Print the paired stations, one a line: name, role, place and since when, parted by tabs."""
    for each in read_register(_folder(data)):
        print("\t".join((each.name, each.role, each.place, each.paired_on.isoformat())))  # noqa: T201
    return 0


def remove(name: str, data: Path | None) -> int:
    """Strike the station of that name off; a hub that runs ends its line within a second."""
    folder = _folder(data)
    stations = read_register(folder)
    others = [each for each in stations if not _is_called(each, name)]
    if len(others) == len(stations):
        print(f'No station named "{name}" is paired here. See: cdm-kiosk stations list', file=sys.stderr)  # noqa: T201
        return NOT_PAIRED
    write_register(folder, others)
    return 0


def _is_called(station: PairedStation, name: str) -> bool:
    return station.name.casefold() == name.strip().casefold()


def _folder(data: Path | None) -> Path:
    """The hub's data folder: the one given, else the one of this machine's own site."""
    if data is not None:
        return data
    own = paths.own_site()
    return paths.data_folder() / read_site(own if own.is_file() else paths.SAMPLE_SITE).id
