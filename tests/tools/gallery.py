"""Renders every screen of every role, in its states and languages, to pictures for people to look at.

``python -m tests.tools.gallery OUT [role…]`` needs no screen, no hub and no printer; the ticket page's pictures
need chromium. File names tell role, state, language and size. OUT/sheets holds contact sheets.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.station import station
from tests.tools.hub import DEMO_SITE
from tests.tools.pictures.administration import administration_pictures
from tests.tools.pictures.advisor import advisor_pictures
from tests.tools.pictures.album import Album
from tests.tools.pictures.display import display_pictures
from tests.tools.pictures.kiosk import kiosk_pictures
from tests.tools.pictures.paper import paper_pictures
from tests.tools.pictures.phone import phone_pictures
from tests.tools.pictures.reception import reception_pictures

ROLES: dict[str, Callable[[Album, Site], None]] = {
    "kiosk": kiosk_pictures,
    "display": display_pictures,
    "advisor": advisor_pictures,
    "reception": reception_pictures,
    "administration": administration_pictures,
    "paper": paper_pictures,
    "phone": phone_pictures,
}


def main(arguments: Sequence[str]) -> int:
    """Render the roles named, or all, into the folder named first."""
    folder, *roles = [*arguments, ""][: len(arguments) or 1]
    if not folder or not set(roles) <= set(ROLES):
        print(f"{__doc__}\nRoles: {', '.join(ROLES)}", file=sys.stderr)
        return 2
    began = time.monotonic()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    station.application("gallery")
    site = read_site(DEMO_SITE)
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    album = Album(out)
    for role in roles or ROLES:
        ROLES[role](album, site)
    sheets = album.sheets()
    seconds = time.monotonic() - began
    print(f"{len(album.pictures)} pictures and {len(sheets)} contact sheets in {seconds:.0f} s: {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
