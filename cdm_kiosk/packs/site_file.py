"""Reads a site file, or says which line or key is wrong and what was expected there."""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.domain.languages import code_of, region_of
from cdm_kiosk.domain.site import PublicHolidays, ServiceKind, Site
from cdm_kiosk.domain.site_rules import faults
from cdm_kiosk.packs.advice import colour_faults
from cdm_kiosk.packs.archive import SiteFileFault, cannot_be_read, is_pack, read_pack
from cdm_kiosk.packs.bounds import bounds_fault
from cdm_kiosk.packs.pictures import picture_faults
from cdm_kiosk.packs.texts import IN_LANGUAGES, text_faults, too_many

MAX_SITE_FILE_BYTES = 1_000_000
FIRST_YEAR, LAST_YEAR = 2020, 2050
THEMES_FROM = "themes_from"
DEEPEST = 12
"""Levels of keys and lists; a site file has six."""
SHAPES = {
    "missing": Code.MISSING,
    "extra_forbidden": Code.UNKNOWN_KEY,
    "unexpected_keyword_argument": Code.UNKNOWN_KEY,
    "string_type": Code.NOT_A_TEXT,
    "bool_type": Code.NOT_A_TRUTH,
    "bool_parsing": Code.NOT_A_TRUTH,
    "tuple_type": Code.NOT_A_LIST,
    "mapping_type": Code.NOT_A_TABLE,
    "dataclass_type": Code.NOT_A_TABLE,
}
"""What pydantic finds in the shape of a site; its other types begin with what was expected."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A site as it is written; ``content`` holds the themes too where they are its Cité's, in ``themes_path``."""

    path: Path
    text: str
    content: Mapping[str, Any]
    themes_path: Path | None = None


def read_site(path: Path) -> Site:
    """The site that ``path`` (TOML, or a pack) describes; raises SiteFileFault."""
    site, found = described(open_site(path).content)
    if site is None or found:
        raise SiteFileFault(path, found[0])
    return site


def open_site(path: Path) -> SiteFile:
    """What is written at ``path``, not yet judged; raises SiteFileFault."""
    text, content = _written(path)
    if THEMES_FROM not in content:
        return SiteFile(path, text, content)
    themes_path = _themes_path(path, content)
    _, cite = _written(themes_path)
    if THEMES_FROM in cite:
        raise _themes_fault(path, Code.THEMES_ELSEWHERE, themes_path)
    if "themes" not in cite:
        raise _themes_fault(path, Code.NO_THEMES_THERE, themes_path)
    whole = {key: value for key, value in content.items() if key != THEMES_FROM}
    return SiteFile(path, text, {**whole, "themes": cite["themes"]}, themes_path)


def judged(content: Mapping[str, Any], lying: Mapping[str, bytes] | None = None) -> tuple[Site | None, list[Fault]]:
    """The site of a content that anybody may have written, with every fault of its texts and pictures too.

    ``lying`` are the pictures beside it, by file name; without them nothing is said of pictures.
    """
    found = [*text_faults(content)]
    if too_many(content):
        return None, found
    site, others = described(content)
    known = {each.field for each in found}
    found += [each for each in others if each.field not in known]
    if site is not None:
        found += colour_faults(site)
        found += picture_faults(site, lying) if lying is not None else ()
    return site, found


def described(content: Mapping[str, Any]) -> tuple[Site | None, list[Fault]]:
    """The site of a file's content, with every fault; no site where its shape is wrong."""
    if "regions" in content:
        return None, [Fault("regions", Code.UNKNOWN_KEY)]
    try:
        site = _adapter().validate_python(_by_language(content), extra="forbid")
    except ValidationError as error:
        return None, [_shape_fault(each) for each in error.errors()]
    found = [*faults(site)]
    if site.public_holidays is None:
        return site, found
    try:
        return replace(site, public_holidays=_with_dates(site.public_holidays)), found
    except _BadHolidays as bad:
        return site, [*found, bad.fault]


def _shape_fault(found: ErrorDetails) -> Fault:
    """One error of pydantic's, by its type alone."""
    key, kind = ".".join(map(str, found["loc"])), found["type"]
    if kind == "literal_error":
        return Fault(key, Code.NOT_ONE_OF, {"known": get_args(ServiceKind)})
    if kind in SHAPES:
        return Fault(key, SHAPES[kind])
    if kind.startswith("int_"):
        return Fault(key, Code.NOT_A_NUMBER)
    return Fault(key, Code.NOT_A_DATE) if kind.startswith("date_") else Fault(key, Code.NOT_FIT, {"what": kind})


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
    """The site file at ``path``, or in the pack there, to the byte; raises SiteFileFault."""
    return read_pack(path).site if is_pack(path) else _bytes(path)


def _written(path: Path) -> tuple[str, dict[str, Any]]:
    # Some editors put a mark before UTF-8 text.
    raw = raw_site(path).removeprefix(BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SiteFileFault(path, Fault(f"line {line}", Code.NOT_UTF_8)) from None
    fault = bounds_fault(text)
    if fault is not None:
        raise SiteFileFault(path, fault)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        raise SiteFileFault(path, Fault(where.rstrip(")") or "file", Code.NOT_TOML, {"reason": what})) from None
    except (ValueError, RecursionError):
        # Valid TOML in letter, but with a number or a nesting that no site has.
        raise SiteFileFault(path, Fault("file", Code.TOO_MUCH_FOR_TOML)) from None


def _bytes(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SiteFileFault(path, cannot_be_read(error)) from None
    if len(raw) > MAX_SITE_FILE_BYTES:
        raise SiteFileFault(path, Fault("file", Code.TOO_HEAVY, {"most": MAX_SITE_FILE_BYTES}))
    return raw


def _themes_path(path: Path, content: Mapping[str, Any]) -> Path:
    named = content[THEMES_FROM]
    if "themes" in content:
        raise _themes_fault(path, Code.THEMES_HERE_TOO)
    if is_pack(path):
        raise _themes_fault(path, Code.PACK_HAS_ITS_THEMES)
    if not isinstance(named, str) or not named.strip() or "\0" in named:
        raise _themes_fault(path, Code.NOT_A_CITES_FILE)
    themes_path = path.parent / named
    if not themes_path.is_file():
        raise _themes_fault(path, Code.CITES_FILE_NOT_THERE, themes_path)
    return themes_path


def _themes_fault(path: Path, code: Code, file: Path | None = None) -> SiteFileFault:
    return SiteFileFault(path, Fault(THEMES_FROM, code, {} if file is None else {"file": str(file)}))


class _BadHolidays(Exception):
    """Holidays that cannot be had."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def _with_dates(holidays: PublicHolidays) -> PublicHolidays:
    """The dates of all years that this installation can see, so that no clock decides what a site file says."""
    if holidays.dates:
        raise _BadHolidays(Fault("public_holidays.dates", Code.DATES_FOLLOW))
    try:
        return replace(holidays, dates=_dates(holidays.country, holidays.region))
    except NotImplementedError:
        place = " ".join(filter(None, (holidays.country, holidays.region)))
        raise _BadHolidays(Fault("public_holidays", Code.NO_HOLIDAYS, {"place": place})) from None


@lru_cache(maxsize=16)
def _dates(country: str, region: str | None) -> tuple[Date, ...]:
    from holidays import country_holidays

    return tuple(sorted(country_holidays(country, region, years=range(FIRST_YEAR, LAST_YEAR + 1))))
