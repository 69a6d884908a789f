"""Composes the hub."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from cdm_kiosk import logs, paths
from cdm_kiosk.disk import owners_folder
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.hub import server
from cdm_kiosk.hub.site_book import SiteBook
from cdm_kiosk.options import HubOptions
from cdm_kiosk.packs.archive import SITE_FILE, is_pack
from cdm_kiosk.packs.site_file import read_site


def main(options: HubOptions) -> int:
    """Serve until asked to stop, on a rehearsal's clock if a tempo is given.

    Raises faults that carry a ``sentence``.
    """
    logs.set_up("hub")
    own = paths.own_site(options.data)
    path = options.site or (own if own.is_file() else paths.SAMPLE_SITE)
    described = read_site(path)
    folder = options.data or paths.data_folder() / described.id
    book = SiteBook(path, _own(path, own, folder, options.tempo), described.id)
    if options.data is None:
        with suppress(OSError):
            # What cannot be used is reported when it is used.
            owners_folder(paths.data_folder(), is_ours=True)
    server.run(described, book, folder, options)
    return 0


def _own(path: Path, own: Path, folder: Path, tempo: Tempo | None) -> Path:
    """Where changes of the site at ``path`` go: what came with the program stays as it is, and so does all that a
    rehearsal was given.
    """
    if tempo is not None:
        return folder / SITE_FILE
    came_along = path.resolve().is_relative_to(paths.RESOURCES.resolve())
    return own if came_along or is_pack(path) else path
