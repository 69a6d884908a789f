"""The commands about a site file: look at it, hand it on, take one in, begin one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from cdm_kiosk import console, paths
from cdm_kiosk.disk import FOR_EVERYBODY, owners_folder, write_whole
from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.domain.sentence_fault import SentenceFault
from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs import pictures, versions
from cdm_kiosk.packs.advice import advice, spoken
from cdm_kiosk.packs.archive import Contents, SiteFileFault, is_pack, pack_bytes, printable
from cdm_kiosk.packs.changes import changes, lines, picture_changes
from cdm_kiosk.packs.questions import ask_all, site_text
from cdm_kiosk.packs.site_file import THEMES_FROM, SiteFile, judged, open_site, read_site
from cdm_kiosk.packs.toml_text import with_themes

SOUND, FAULTY = 0, 1
MOST_SAID = 100
"""Faults at once; nobody mends more before looking again."""
READY_MADE = ("paris", "bruxelles", "ticino")


class CannotDo(SentenceFault):
    """A command that is refused, with the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A site file or pack with all that is wrong with it; ``site`` is none where its shape cannot be read."""

    file: SiteFile
    site: Site | None
    faults: tuple[Fault, ...]
    pictures: Mapping[str, bytes]

    @property
    def whole_text(self) -> str:
        """The site file with the themes of its Cité written into it: it stands alone."""
        if self.file.themes_path is None:
            return self.file.text
        text = with_themes(self.file.text, self.file.content["themes"])
        try:
            same = tomllib.loads(text) == self.file.content
        except tomllib.TOMLDecodeError:
            same = False
        if not same:
            raise SiteFileFault(self.file.path, Fault(THEMES_FROM, Code.NOT_ON_ITS_LINE))
        return text


def examine(path: Path) -> Examined:
    """All that keeps a file or pack from being used; raises SiteFileFault where it cannot be read."""
    file = open_site(path)
    try:
        lying = {**(pictures.lying_at(file.themes_path) if file.themes_path else {}), **pictures.lying_at(path)}
    except OSError as error:
        unread = {"file": str(error.filename), "reason": str(error.strerror)}
        raise SiteFileFault(path, Fault("pictures", Code.FILE_CANNOT_BE_READ, unread)) from None
    site, found = judged(file.content, lying)
    if site is None:
        return Examined(file, None, tuple(found), {})
    used = pictures.used(site, lying)
    if is_pack(path):
        found += [Fault(f"pictures/{name}", Code.UNNAMED_PICTURE) for name in lying if name not in used]
    return Examined(file, site, tuple(found), used)


def check(path: Path) -> int:
    """Say every fault of a site file or pack, and advice; 0 when it is sound, 1 with faults."""
    try:
        examined = examine(path)
    except SiteFileFault as fault:
        _say(fault.sentence)
        return FAULTY
    if examined.faults or examined.site is None:
        _say_faults(examined)
        return FAULTY
    site = examined.site
    _say(
        f'"{site.name}" is sound: {len(site.themes)} themes, {len(site.counters)} counters, '
        f"{len(site.rota)} permanences, in {', '.join(site.languages)}."
    )
    remarks = [*advice(site, spoken())]
    if remarks:
        _say("", "Worth a look (nothing here keeps it from being used):")
        _say(*(f"  {each.field}: {each.sentence}" for each in remarks))
    return SOUND


def export(site: Path | None, out: Path, data: Path | None = None) -> int:
    """Write one pack of a site file, of this machine's own without it, and of the pictures it names."""
    path = site or paths.own_site(data)
    if not path.is_file():
        raise CannotDo(f"There is no site to export at {path}. Name one with --site FILE.")
    if out.suffix.lower() != ".zip":
        raise CannotDo(f'"{out}" is not the name of a pack. Expected one that ends with .zip.')
    examined = examine(path)
    if examined.faults:
        _say_faults(examined)
        _say("No pack was made.")
        return FAULTY
    content = pack_bytes(Contents(examined.whole_text.encode(), examined.pictures))
    _write(out, content)
    with_pictures = f" with {len(examined.pictures)} pictures" if examined.pictures else ""
    _say(
        f"{out}: {len(content):,} bytes, one site{with_pictures}. Another Cité takes it in with: "
        f"cdm-kiosk site import {out.name}"
    )
    return SOUND


def import_(pack: Path, yes: bool, data: Path | None = None) -> int:
    """Show what a pack changes in this machine's own site; once agreed to, change it and keep what was there."""
    try:
        examined = examine(pack)
    except SiteFileFault as fault:
        _say(fault.sentence, "Nothing was changed.")
        return FAULTY
    if examined.faults or examined.site is None:
        _say_faults(examined)
        _say("Nothing was changed.")
        return FAULTY
    own = paths.own_site(data)
    changes_found = _differences(own, examined, examined.site)
    if not changes_found:
        _say(f"This machine's site is already the same ({own}). Nothing was changed.")
        return SOUND
    _say(*changes_found)
    if not yes and not console.agreed(f"Replace {own}?"):
        _say("Nothing was changed.")
        return SOUND
    kept = _replace(own, examined)
    _say(f"Done: {own}. It counts from the next start of the hub.")
    if kept is not None:
        _say(f"The former site is kept. To go back: cdm-kiosk site import {kept}")
    return SOUND


def new(out: Path) -> int:
    """Ask a few questions on the terminal and write the site that they make."""
    if out.exists():
        raise CannotDo(f"{out} is there already. Name another file, or move that one away.")
    ready = {name: open_site(_ready_made(name)).content["themes"] for name in READY_MADE}
    _say("A few questions. Enter alone takes what is in brackets; everything can be changed in the file later.")
    answers = ask_all(_ask, _say, ready, _zones(), _has_holidays)
    _write(out, site_text(answers).encode())
    _say(f"Written: {out}")
    return check(out)


def _ready_made(name: str) -> Path:
    return paths.RESOURCES / "sites" / f"{name}.toml"


def _differences(own: Path, examined: Examined, site: Site) -> list[str]:
    themes = f"{len(site.themes)} themes, {len(site.counters)} counters, {len(site.rota)} permanences"
    whole = f'"{site.name}": {themes}, in {", ".join(site.languages)}.'
    if not own.exists():
        return [f"This machine has no site of its own yet. It would get {whole}"]
    try:
        before = open_site(own)
        lying = pictures.lying_at(own)
        site_before = read_site(own)
    except (SiteFileFault, OSError) as fault:
        return [f"This machine's own site cannot be read ({fault}). It would be replaced as a whole by {whole}"]
    differing = picture_changes(pictures.used(site_before, lying), examined.pictures)
    changed = lines([*changes(site_before, site), *differing])
    if before.themes_path is not None and not _stays_beside(own, examined):
        changed.append(
            f"~ {THEMES_FROM}: the themes no longer follow {before.themes_path.name}, they are written here"
        )
    return [f"What changes in {own}:", *(f"  {each}" for each in changed)] if changed else []


def _stays_beside(own: Path, examined: Examined) -> bool:
    """Whether what the file names relative to itself is still there when it becomes this machine's own."""
    return examined.file.path.resolve().parent == own.resolve().parent and not is_pack(examined.file.path)


def _replace(own: Path, examined: Examined) -> Path | None:
    """Put the site in place, the file last and in one step; returns where the former one is kept."""
    text = examined.file.text if _stays_beside(own, examined) else examined.whole_text
    try:
        owners_folder(own.parent)
        kept = versions.keep(own, own, own.read_bytes()) if own.exists() else None
        versions.write_pictures(own, examined.pictures)
        write_whole(own, text.encode())
        versions.drop_other_pictures(own, examined.pictures)
    except OSError as error:
        raise CannotDo(f"{own.parent} cannot be written ({error.strerror}).") from None
    return kept


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content, FOR_EVERYBODY)
    except OSError as error:
        raise CannotDo(f"{path} cannot be written ({error.strerror}). Nothing was changed.") from None


def _zones() -> dict[str, str]:
    """The first time zone of every country by its two letters, as the time zone database lists them."""
    table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    zones: dict[str, str] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            zones.setdefault(country, zone)
    return zones


def _has_holidays(country: str) -> bool:
    from holidays import list_supported_countries

    return country in list_supported_countries()


def _ask(question: str, default: str) -> str:
    return console.ask(f"{question} [{default}]: ")


def _say_faults(examined: Examined) -> None:
    many = len(examined.faults)
    _say(f"{examined.file.path} cannot be used yet. To mend ({many}):")
    _say(*(f"  {each.field}: {each.sentence}" for each in examined.faults[:MOST_SAID]))
    if many > MOST_SAID:
        _say(f"  and {many - MOST_SAID} more")
    if examined.site is None:
        _say("What follows from these is looked at when they are mended.")


def _say(*lines: Any) -> None:
    for line in lines:
        print(printable(str(line), 500), flush=True)  # noqa: T201
