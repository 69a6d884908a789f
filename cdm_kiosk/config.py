"""Reads a site file, or says which line or key is wrong and what was expected there."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from cdm_kiosk.domain.site import Site, faults

MAX_SITE_FILE_BYTES = 1_000_000


class SiteFileFault(Exception):
    """A site file that cannot be used. ``field`` is the line ("line 12") or the key ("themes.0.label.fr")."""

    def __init__(self, path: Path, field: str, expected: str) -> None:
        self.sentence = f"The site file {path} cannot be used. {field}: {expected}"
        super().__init__(self.sentence)
        self.code = "bad_site_file"
        self.path = path
        self.field = field
        self.expected = expected


def read_site(path: Path) -> Site:
    """The site that ``path`` (TOML) describes; raises SiteFileFault."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SiteFileFault(path, "file", f"cannot be read ({error.strerror})") from None
    if len(raw) > MAX_SITE_FILE_BYTES:
        raise SiteFileFault(path, "file", f"expected at most {MAX_SITE_FILE_BYTES:,} bytes")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SiteFileFault(path, f"line {line}", "expected UTF-8 text") from None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        raise SiteFileFault(path, where.rstrip(")") or "file", f"{what} (not valid TOML)") from None
    except (ValueError, RecursionError):
        # Valid TOML in letter, but with a number or a nesting that no site has.
        raise SiteFileFault(path, "file", "expected shorter numbers and fewer brackets") from None
    try:
        site = TypeAdapter(Site).validate_python(content, extra="forbid")
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SiteFileFault(path, key, first["msg"]) from None
    for key, expected in faults(site):
        raise SiteFileFault(path, key, expected)
    return site
