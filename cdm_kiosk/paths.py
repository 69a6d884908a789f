"""Where the files that come with the program are, installed or in a checkout, and where data lie."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    # An installed wheel carries the folder inside the package; an editable install finds it in the checkout.
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


RESOURCES = _shipped("resources")
UI = _shipped("ui")
SAMPLE_SITE = RESOURCES / "sites" / "demo.toml"


def own_site() -> Path:
    """This machine's own site file; it may not exist yet."""
    return data_folder() / "site.toml"


def data_folder() -> Path:
    """This user's own data folder for the kiosk; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("cdm-kiosk", appauthor=False)
