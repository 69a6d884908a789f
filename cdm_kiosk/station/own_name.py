"""A station's own name in its data folder: two that run at once never share one, nor what is kept under it."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

from cdm_kiosk.disk import HeldElsewhere, held, owners_folder
from cdm_kiosk.station.station import StationFault

logger = logging.getLogger(__name__)

LOCK = ".lock"
LOOKED_S = 0.05


class OwnName:
    """A name that no other station of ``folder`` bears while this one holds it: the first free one of ``names``.

    Raises StationFault where none is free.
    """

    def __init__(self, folder: Path, role: str, names: Iterable[str]) -> None:
        self._hold = contextlib.ExitStack()
        self.folder = folder
        self.role = role
        self.name = ""
        for self.name in names:
            try:
                owners_folder(folder)
                if self._takes() or self._takes():
                    return
            except OSError as error:
                logger.warning("the name %s is not kept from others: %s", self.name, error)
                return
        raise StationFault(
            f'Another {role} named "{self.name}" runs on the data folder {folder}. '
            "Give this one another --name, or another --data."
        )

    def file(self, ending: str) -> Path:
        """A file of this station's own in the data folder."""
        return self.folder / f"{self.role}-{quote(self.name, safe='')}{ending}"

    def others(self) -> Iterator[Path]:
        """Of each other station that runs on the data folder, its files' common beginning."""
        for lock in sorted(self.folder.glob(f"*-*{LOCK}")):
            if lock != self.file(LOCK):
                try:
                    with held(lock):
                        pass
                except HeldElsewhere:
                    yield lock.with_suffix("")
                except OSError:
                    continue

    def _takes(self) -> bool:
        try:
            self._hold.enter_context(held(self.file(LOCK)))
        except HeldElsewhere:
            # Or somebody just looked who is there.
            time.sleep(LOOKED_S)
            return False
        return True

    def release(self) -> None:
        """Let another bear it."""
        self._hold.close()


def names_of_a_kiosk(asked: str) -> Iterable[str]:
    """The name asked for, else "Borne 1", "Borne 2"…"""
    return (asked,) if asked else (f"Borne {at}" for at in count(1))


def names_of_a_display(asked: str, zones: str) -> Iterable[str]:
    """The name asked for, else "Écran" with its areas; a second one of the same has a number."""
    if asked:
        return (asked,)
    usual = f"Écran {zones}".strip()
    return (usual if at == 1 else f"{usual} {at}" for at in count(1))
