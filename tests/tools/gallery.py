"""Renders every screen of every role, in its states and languages, to pictures for people to look at.

``python -m tests.tools.gallery OUT [role…]`` needs no screen, no hub and no printer; the ticket page's pictures
need chromium. File names tell role, state, language and size. OUT/sheets holds contact sheets.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from operator import itemgetter
from pathlib import Path
from unittest import mock

from cdm_kiosk import wire  # noqa: F401  # before the import hook of Qt for Python, see decision 0005
from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.station import station
from tests.tools.contact_sheets import contact_sheets, four_screens
from tests.tools.hub import DEMO_SITE
from tests.tools.pictures.administration import administration_pictures
from tests.tools.pictures.advisor import advisor_pictures
from tests.tools.pictures.album import Album
from tests.tools.pictures.display import display_pictures
from tests.tools.pictures.kiosk import kiosk_pictures
from tests.tools.pictures.pairing import pairing_pictures
from tests.tools.pictures.paper import paper_pictures
from tests.tools.pictures.phone import phone_pictures
from tests.tools.pictures.reception import reception_pictures
from tests.tools.tickets import PAGE

WORKERS = (os.cpu_count() or 1) + 1
"""One more than cores: some of them wait for a pause to be over."""

ROLES: dict[str, Callable[[Album, Site], None]] = {
    "phone": phone_pictures,  # first: one process does all of them
    "kiosk": kiosk_pictures,
    "display": display_pictures,
    "advisor": advisor_pictures,
    "reception": reception_pictures,
    "administration": administration_pictures,
    "pairing": pairing_pictures,
    "paper": paper_pictures,
}


def draw(folder: Path, meanwhile: Path, roles: Sequence[str]) -> list[tuple[int, Path]]:
    """Draw those pictures that no other process has claimed; return them with their places among all."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    station.application("gallery")
    site = read_site(DEMO_SITE)
    album = Album(folder, meanwhile)
    gc.freeze()
    # One address for every ticket that is taken here: its code is drawn once, and two runs can be compared.
    with mock.patch("tests.tools.fake_hub.ticket_url", return_value=PAGE):
        for role in roles:
            ROLES[role](album, site)
    return album.pictures


def main(arguments: Sequence[str]) -> int:
    """Render the roles named, or all, into the folder named first."""
    folder, *roles = [*arguments, ""][: len(arguments) or 1]
    if not folder or not set(roles) <= set(ROLES):
        print(f"{__doc__}\nRoles: {', '.join(ROLES)}", file=sys.stderr)
        return 2
    began = time.monotonic()
    out = Path(folder)
    sheets_folder = out / "sheets"
    sheets_folder.mkdir(parents=True, exist_ok=True)
    # Forked, a process would share Qt's threads with this one.
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as made, ProcessPoolExecutor(WORKERS, spawn) as pool:
        meanwhile = Path(made)
        drawing = [pool.submit(draw, out, meanwhile, roles or [*ROLES]) for _ in range(WORKERS)]
        pictures = [
            picture
            for _, picture in sorted((each for some in drawing for each in some.result()), key=itemgetter(0))
        ]
        groups: dict[str, list[Path]] = {}
        for picture in pictures:
            role, _, language, _ = picture.stem.split("-")
            groups.setdefault(f"{role}-{language}", []).append(meanwhile / f"{picture.stem}.ppm")
        making = [pool.submit(contact_sheets, group, sheets_folder, name) for name, group in groups.items()]
        if {"kiosk-fr", "display-fr", "advisor-fr", "reception-fr"} <= groups.keys():
            four_screens(out).quantize(200).save(sheets_folder / "four-screens.png", optimize=True)
        sheets = [sheet for some in making for sheet in some.result()]
    assert len(pictures) == len({*pictures}), "a picture is taken twice"
    seconds = time.monotonic() - began
    print(f"{len(pictures)} pictures and {len(sheets)} contact sheets in {seconds:.0f} s: {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
