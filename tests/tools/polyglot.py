"""The sample site in every language that the program speaks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from tests.tools.hub import DEMO_SITE


def polyglot(site: Site) -> Site:
    """The site with every language that the program speaks, French first."""
    return replace(site, languages=tuple(NAMES))


def polyglot_file(folder: Path) -> Path:
    """The file of such a site, for a hub to read."""
    ours = 'languages = ["fr", "en", "es"]'
    text = DEMO_SITE.read_text("utf-8")
    assert text.index(ours) < text.index("[["), "the site's own languages come before anybody else's"
    every = ", ".join(f'"{code}"' for code in NAMES)
    file = folder / "polyglot.toml"
    file.write_text(text.replace(ours, f"languages = [{every}]", 1), "utf-8")
    return file
