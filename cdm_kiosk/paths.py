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


def own_site(data: Path | None = None) -> Path:
    """The house's own site file, in its data folder; it may not exist yet."""
    return data_folder(data) / "site.toml"


def hubs_certificate(data: Path) -> Path:
    """The certificate of a hub whose data are in this folder; it may not exist."""
    return data / "tls" / "hub.pem"


def data_folder(chosen: Path | None = None) -> Path:
    """The folder that holds all of a house: the ``chosen`` one, else this user's own; it may not exist yet."""
    if chosen is not None:
        return chosen
    from platformdirs import user_data_path

    return user_data_path("cdm-kiosk", appauthor=False)
