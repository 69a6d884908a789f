"""Reads a site file, or says which line or key is wrong and what was expected there."""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cdm_kiosk.domain.languages import code_of, region_of
from cdm_kiosk.domain.site import PublicHolidays, Site, faults
from cdm_kiosk.packs.advice import colour_faults
from cdm_kiosk.packs.archive import is_pack, read_pack
from cdm_kiosk.packs.bounds import bounds_fault
from cdm_kiosk.packs.pictures import picture_faults
from cdm_kiosk.packs.texts import IN_LANGUAGES, text_faults, too_many

MAX_SITE_FILE_BYTES = 1_000_000
FIRST_YEAR, LAST_YEAR = 2020, 2050
THEMES_FROM = "themes_from"
DEEPEST = 12
"""Levels of keys and lists; a site file has six."""
PLAINLY = {
    "missing": "is missing",
    "extra_forbidden": "is not a key of a site file",
    "unexpected_keyword_argument": "is not a key of a site file",
    "string_type": "expected a text in quotes",
    "int_type": "expected a whole number",
    "int_parsing": "expected a whole number",
    "bool_type": "expected true or false",
    "bool_parsing": "expected true or false",
    "tuple_type": "expected a list, in brackets",
    "mapping_type": "expected keys with their values",
    "dataclass_type": "expected keys with their values",
}
"""The words for what is most often wrong in shape."""


class SiteFileFault(Exception):
    """A site file that cannot be used. ``field`` is the line ("line 12") or the key ("themes.0.label.fr")."""

    def __init__(self, path: Path, field: str, expected: str) -> None:
        self.sentence = f"The site file {path} cannot be used. {field}: {expected}"
        super().__init__(self.sentence)
        self.code = "bad_site_file"
        self.path = path
        self.field = field
        self.expected = expected


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A site as it is written; ``content`` holds the themes too where they are its Cité's, in ``themes_path``."""

    path: Path
    text: str
    content: Mapping[str, Any]
    themes_path: Path | None = None


def read_site(path: Path) -> Site:
    """The site that ``path`` (TOML, or a pack) describes; raises SiteFileFault or PackFault."""
    site, found = described(open_site(path).content)
    if site is None or found:
        raise SiteFileFault(path, *found[0])
    return site


def open_site(path: Path) -> SiteFile:
    """What is written at ``path``, not yet judged; raises SiteFileFault or PackFault."""
    text, content = _written(path)
    if THEMES_FROM not in content:
        return SiteFile(path, text, content)
    themes_path = _themes_path(path, content)
    _, cite = _written(themes_path)
    if THEMES_FROM in cite:
        raise SiteFileFault(path, THEMES_FROM, f"{themes_path} takes its own themes from elsewhere: name that file")
    if "themes" not in cite:
        raise SiteFileFault(path, THEMES_FROM, f"{themes_path} has no themes")
    whole = {key: value for key, value in content.items() if key != THEMES_FROM}
    return SiteFile(path, text, {**whole, "themes": cite["themes"]}, themes_path)


def judged(content: Mapping[str, Any], lying: Mapping[str, bytes]) -> tuple[Site | None, list[tuple[str, str]]]:
    """The site of a content that anybody may have written, with every fault of its texts and pictures too.

    ``lying`` are the pictures beside it, by file name.
    """
    found = [*text_faults(content)]
    if too_many(content):
        return None, found
    site, others = described(content)
    known = {key for key, _ in found}
    found += [(key, expected) for key, expected in others if key not in known]
    if site is not None:
        found += [*colour_faults(site), *picture_faults(site, lying)]
    return site, found


def described(content: Mapping[str, Any]) -> tuple[Site | None, list[tuple[str, str]]]:
    """The site of a file's content, with every fault as (key, what was expected); none where its shape is wrong."""
    if "regions" in content:
        return None, [("regions", PLAINLY["extra_forbidden"])]
    try:
        site = _adapter().validate_python(_by_language(content), extra="forbid")
    except ValidationError as error:
        return None, [
            (".".join(map(str, each["loc"])), PLAINLY.get(each["type"], each["msg"])) for each in error.errors()
        ]
    found = [*faults(site)]
    if site.public_holidays is None:
        return site, found
    try:
        return replace(site, public_holidays=_with_dates(site.public_holidays)), found
    except _BadHolidays as bad:
        return site, [*found, (bad.field, bad.expected)]


def _by_language(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with plain languages everywhere, and the regions that the site's own name: "fr-BE" is "fr"."""
    named = content.get("languages")
    tags = [each for each in named if isinstance(each, str)] if isinstance(named, list | tuple) else []
    regions = {code_of(tag): region_of(tag) for tag in tags if region_of(tag)}
    return {**_plain(content, "", DEEPEST), "regions": regions}


def _plain(value: Any, key: str, levels: int) -> Any:
    if levels and isinstance(value, Mapping):
        named = code_of if key in IN_LANGUAGES else str
        return {named(name): _plain(each, name, levels - 1) for name, each in value.items()}
    if levels and isinstance(value, list | tuple):
        return [_plain(each, key, levels - 1) for each in value]
    return code_of(value) if key == "languages" and isinstance(value, str) else value


@cache
def _adapter() -> TypeAdapter[Site]:
    return TypeAdapter(Site)


def raw_site(path: Path) -> bytes:
    """The site file at ``path``, or in the pack there, to the byte; raises SiteFileFault or PackFault."""
    return read_pack(path).site if is_pack(path) else _bytes(path)


def _written(path: Path) -> tuple[str, dict[str, Any]]:
    # Some editors put a mark before UTF-8 text.
    raw = raw_site(path).removeprefix(BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SiteFileFault(path, f"line {line}", "expected UTF-8 text") from None
    fault = bounds_fault(text)
    if fault is not None:
        raise SiteFileFault(path, *fault)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        raise SiteFileFault(path, where.rstrip(")") or "file", f"{what} (not valid TOML)") from None
    except (ValueError, RecursionError):
        # Valid TOML in letter, but with a number or a nesting that no site has.
        raise SiteFileFault(path, "file", "expected shorter numbers and fewer brackets") from None


def _bytes(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SiteFileFault(path, "file", f"cannot be read ({error.strerror})") from None
    if len(raw) > MAX_SITE_FILE_BYTES:
        raise SiteFileFault(path, "file", f"expected at most {MAX_SITE_FILE_BYTES:,} bytes")
    return raw


def _themes_path(path: Path, content: Mapping[str, Any]) -> Path:
    named = content[THEMES_FROM]
    if "themes" in content:
        raise SiteFileFault(path, THEMES_FROM, "the themes are written here too: expected one or the other")
    if is_pack(path):
        raise SiteFileFault(path, THEMES_FROM, "a pack carries its themes itself: make it with site export")
    if not isinstance(named, str) or not named.strip() or "\0" in named:
        raise SiteFileFault(path, THEMES_FROM, 'expected the file or pack of the Cité, like "cite.toml"')
    themes_path = path.parent / named
    if not themes_path.is_file():
        raise SiteFileFault(path, THEMES_FROM, f"{themes_path} is not there: expected the file or pack of the Cité")
    return themes_path


class _BadHolidays(Exception):
    """Holidays that cannot be had: the key, and what was expected there."""

    def __init__(self, field: str, expected: str) -> None:
        super().__init__(field)
        self.field = field
        self.expected = expected


def _with_dates(holidays: PublicHolidays) -> PublicHolidays:
    """The dates of all years that this installation can see, so that no clock decides what a site file says."""
    if holidays.dates:
        raise _BadHolidays("public_holidays.dates", "follow from the country: write others as exceptions")
    try:
        return replace(holidays, dates=_dates(holidays.country, holidays.region))
    except NotImplementedError as error:
        raise _BadHolidays("public_holidays", f"{error}") from None


@lru_cache(maxsize=16)
def _dates(country: str, region: str | None) -> tuple[Date, ...]:
    from holidays import country_holidays

    return tuple(sorted(country_holidays(country, region, years=range(FIRST_YEAR, LAST_YEAR + 1))))
