"""The site file that a hub runs on: read, judged, replaced, gone back to. All of it blocks: not for the loop."""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from datetime import date as Date
from pathlib import Path
from typing import Any, TypeVar

from cdm_kiosk.disk import owners_folder, write_whole
from cdm_kiosk.domain.errors import Conflict, Invalid, Unknown
from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs import pictures, versions
from cdm_kiosk.packs.advice import advice, spoken
from cdm_kiosk.packs.archive import SiteFileFault, printable
from cdm_kiosk.packs.changes import Change, changes
from cdm_kiosk.packs.site_file import THEMES_FROM, SiteFile, described, judged, open_site, raw_site
from cdm_kiosk.packs.toml_text import whole
from cdm_kiosk.store.errors import StoreFault

HEADING = "Written by the administration; the versions before it are kept beside it."
PNG = b"\x89PNG"
LONGEST_STEM = 28
MOST_UNNAMED = 20
"""How many pictures are kept for drafts that nobody has saved yet."""
LISTED = 50
"""How many former versions are listed; those before them stay on the disk."""

Content = Mapping[str, Any]
T = TypeVar("T")


class BadSite(Invalid):
    """A site with ``faults``."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(Code.BAD_SITE, faults[0].field)
        self.faults = faults

    @property
    def message(self) -> str:
        return f"{self.faults[0].field}: {self.faults[0].sentence}"


class SiteMoved(Conflict):
    """The site is not the one that was changed any more: ``version`` is, and ``changes`` led there."""

    def __init__(self, version: str, found: list[Change]) -> None:
        super().__init__(Code.SITE_CHANGED)
        self.version = version
        self.changes = found


class SiteUnreadable(Conflict):
    """The site file was changed by hand and cannot be read any more. It is ``version``, to go back from."""

    def __init__(self, unread: SiteFileFault, version: str = "") -> None:
        super().__init__(Code.BAD_SITE_FILE, unread.fault.field, fault=unread.fault.code, **unread.fault.values)
        self.unread = unread
        self.version = version

    @property
    def message(self) -> str:
        return self.unread.sentence


class BadPicture(Invalid):
    """A file that is no picture, or more than one; ``fault`` among its values is the code of what is wrong."""

    def __init__(self, wrong: Fault) -> None:
        super().__init__(Code.BAD_PICTURE, "content", fault=wrong.code, **wrong.values)
        self.wrong = wrong

    @property
    def message(self) -> str:
        return self.wrong.sentence


@dataclass(frozen=True, slots=True)
class SiteVersion:
    """The site file as it is; ``version`` tells it from every other."""

    version: str
    content: Content
    advice: list[Fault]


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """A sound site, ready to become the file: its bytes, and the pictures to lay beside them first."""

    site: Site
    content: Content
    raw: bytes
    advice: list[Fault]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def as_version(self) -> SiteVersion:
        return SiteVersion(versions.fingerprint(self.raw), self.content, self.advice)


@dataclass(frozen=True, slots=True)
class Kept:
    """A former version, when it was replaced, and what the next one changed."""

    number: int
    at: datetime
    changes_to_next: list[Change]


class SiteBook:
    """``path`` is the file (or pack) that the hub runs on, ``own`` where changes go.

    The two differ where the file is not this machine's to change: the first change makes ``own``, which counts from
    then on. ``site_id`` names the data folder and stays.
    """

    def __init__(self, path: Path, own: Path, site_id: str) -> None:
        self._path = path
        self._own = own
        self._site_id = site_id

    def look(self) -> SiteVersion:
        """The site as it is written now; raises SiteUnreadable."""
        # The version first: a file replaced in between is told as the older one, and a change of it is refused.
        version = self._version()
        try:
            file = self._file()
        except SiteUnreadable as unreadable:
            raise SiteUnreadable(unreadable.unread, version) from None
        site, faults = judged(file.content, self._lying())
        advice = advice_on(site) if site is not None and not faults else []
        if file.themes_path is not None:
            advice.insert(0, _follows(file.themes_path))
        return SiteVersion(version, file.content, advice)

    def take_picture(self, name: str, in_base64: str) -> str:
        """Keep a picture beside the own site file, for a site to name; returns that name.

        It is called after its bytes, so that no picture of a former version is ever another one. Raises
        BadPicture, or a StoreFault.
        """
        try:
            content = base64.b64decode(in_base64, validate=True)
        except ValueError:
            raise BadPicture(Fault("content", Code.NOT_BASE64)) from None
        ending = ".png" if content.startswith(PNG) else ".svg"
        for wrong in pictures.faults_of(ending, content):
            raise BadPicture(wrong)
        stem = "-".join(re.findall(r"[a-z0-9]+", Path(name).stem.lower()))[:LONGEST_STEM].strip("-")
        own = f"{stem or 'image'}-{hashlib.sha256(content).hexdigest()[:8]}"
        with _as_store_fault(self._own):
            owners_folder(self._own.parent)
            self._forget_unnamed()
            versions.write_pictures(self._own, {f"{own}{ending}": content})
        return own

    def picture(self, site: Site, name: str) -> tuple[str, bytes]:
        """The file name and the bytes of a picture that ``site`` names; raises Unknown."""
        if name in pictures.named_by(site):
            for file_name, content in self._lying().items():
                if Path(file_name).stem == name:
                    return file_name, content
        raise Unknown(Code.UNKNOWN_PICTURE, "picture")

    def judge(self, content: Content) -> tuple[list[Fault], list[Fault]]:
        """The faults of a content that anybody may have typed, and advice where there are none."""
        site, faults = self._judged(content, self._lying())
        return faults, advice_on(site) if site is not None and not faults else []

    def draft(self, content: Content) -> CheckedSite:
        """``content`` ready to be written; raises BadSite."""
        lying = self._lying()
        site, faults = self._judged(content, lying)
        if site is None or faults:
            raise BadSite(faults)
        written = _as_written(content)
        if self._path != self._own:
            written.pop("sample", None)
        final, _ = described(written)
        assert final is not None
        if self._path != self._own:
            beside = pictures.used(final, lying)
            return CheckedSite(final, written, whole(written, HEADING).encode(), advice_on(final), beside)
        to_write, about = written, advice_on(final)
        with suppress(SiteUnreadable):
            now = self._file()
            if now.themes_path is not None and written["themes"] == now.content["themes"]:
                rest = {key: value for key, value in written.items() if key != "themes"}
                to_write = {**rest, THEMES_FROM: tomllib.loads(now.text)[THEMES_FROM]}
                about = [_follows(now.themes_path), *about]
            if written == _as_written(now.content):
                # Nothing changes, not even its comments.
                return CheckedSite(final, now.content, self._raw(), about)
        return CheckedSite(final, written, whole(to_write, HEADING).encode(), about)

    def earlier(self, number: int) -> CheckedSite:
        """A former version ready to be the file again; raises Unknown or BadSite."""
        kept = versions.kept_versions(self._own).get(number)
        if kept is None:
            raise Unknown(Code.UNKNOWN_VERSION, "version", version=number)
        try:
            raw, content = raw_site(kept), open_site(kept).content
        except SiteFileFault as unread:
            raise BadSite([unread.fault]) from None
        site, faults = self._judged(content, pictures.lying_at(kept))
        if site is None or faults:
            raise BadSite(faults)
        return CheckedSite(site, content, raw, advice_on(site), pictures.lying_at(kept))

    def is_now(self, draft: CheckedSite) -> bool:
        """Whether the file says this already."""
        return self._version() == versions.fingerprint(draft.raw)

    def replace(self, draft: CheckedSite, based_on: str) -> Callable[[], None]:
        """Put ``draft`` in the place of the version ``based_on``, which is kept; returns what takes it back.

        Raises SiteMoved, another Conflict, or a StoreFault when the disk refuses; then nothing is changed.
        """
        former = self._path
        raw = self._raw()
        if versions.fingerprint(raw) != based_on:
            raise SiteMoved(versions.fingerprint(raw), self._changes_since(based_on))
        if former != self._own and self._own.exists():
            raise Conflict(Code.SITE_NOT_OWN, path=str(self._own))
        kept: Path | None = None

        def take_back() -> None:
            with _as_store_fault(self._own):
                if former != self._own:
                    self._own.unlink(missing_ok=True)
                else:
                    write_whole(self._own, raw)
                    if kept is not None:
                        versions.write_pictures(self._own, pictures.lying_at(kept))
                if kept is not None:
                    versions.forget(kept)
            self._path = former

        with _as_store_fault(self._own):
            try:
                owners_folder(self._own.parent)
                kept = versions.keep(former, self._own, raw)
                versions.write_pictures(self._own, draft.pictures)
                write_whole(self._own, draft.raw)
            except OSError:
                with suppress(OSError, StoreFault):
                    take_back()
                raise
        self._path = self._own
        return take_back

    def history(self) -> list[Kept]:
        """The former versions that can be read, newest first."""
        kept: list[Kept] = []
        after = _site_at(self._path)
        for number, path in [*reversed(versions.kept_versions(self._own).items())][:LISTED]:
            site = _site_at(path)
            if site is not None:
                at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                kept.append(Kept(number, at, changes(site, after) if after is not None else []))
                after = site
        return kept

    def _changes_since(self, version: str) -> list[Change]:
        """What led from a former version to the file as it is; nothing where that version was never seen here."""
        for path in reversed(versions.kept_versions(self._own).values()):
            with suppress(SiteFileFault, OSError):
                if versions.fingerprint(raw_site(path)) == version:
                    before, now = _site_at(path), _site_at(self._path)
                    return changes(before, now) if before is not None and now is not None else []
        return []

    def _lying(self) -> dict[str, bytes]:
        """The pictures of the file as it is, and those that were brought for the next one."""
        return {**pictures.lying_at(self._path), **pictures.lying_at(self._own)}

    def _forget_unnamed(self) -> None:
        """Pictures that were brought long ago, and that the site does not name."""
        site = _site_at(self._path)
        named = pictures.named_by(site) if site is not None else {}
        files = [pictures.folder_of(self._own) / name for name in pictures.lying_at(self._own)]
        stray = sorted((file for file in files if file.stem not in named), key=lambda file: file.stat().st_mtime)
        for file in stray[:-MOST_UNNAMED]:
            file.unlink()

    def _judged(self, content: Content, lying: Mapping[str, bytes]) -> tuple[Site | None, list[Fault]]:
        site, faults = judged(content, lying)
        if site is not None and site.id != self._site_id:
            faults.append(Fault("id", Code.SITE_ID_STAYS, {"id": self._site_id}))
        return site, [_printable(fault) for fault in faults]

    def _version(self) -> str:
        return versions.fingerprint(self._raw())

    def _raw(self) -> bytes:
        return self._read(raw_site)

    def _file(self) -> SiteFile:
        return self._read(open_site)

    def _read(self, read: Callable[[Path], T]) -> T:
        try:
            return read(self._path)
        except SiteFileFault as unread:
            raise SiteUnreadable(unread) from None


def advice_on(site: Site) -> list[Fault]:
    """What is worth a second look in a sound site."""
    return [*advice(site, spoken())]


def _site_at(path: Path) -> Site | None:
    try:
        return described(open_site(path).content)[0]
    except SiteFileFault:
        return None


def _as_written(content: Content) -> dict[str, Any]:
    """What came as JSON the way that TOML says it: without nulls, and with dates that are dates."""
    written = {key: _without_nulls(value) for key, value in content.items() if value is not None}
    for entry in (*written.get("exceptions", ()), *written.get("themes", ())):
        for key in ("date", "last_date", "from_date", "until_date"):
            # Whatever else counts as a date stays as it was written.
            if isinstance(entry.get(key), str):
                with suppress(ValueError):
                    entry[key] = Date.fromisoformat(entry[key])
    return written


def _without_nulls(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_nulls(each) for key, each in value.items() if each is not None}
    return [_without_nulls(each) for each in value] if isinstance(value, list) else value


def _follows(themes_path: Path) -> Fault:
    return Fault("themes", Code.FOLLOWS_CITE, {"file": themes_path.name})


def _printable(fault: Fault) -> Fault:
    """A fault as it can be shown, whatever somebody typed."""
    values = {name: printable(each, 300) if isinstance(each, str) else each for name, each in fault.values.items()}
    return Fault(printable(fault.field), fault.code, values)


@contextmanager
def _as_store_fault(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreFault(Code.SITE_UNWRITABLE, path=str(path), why=str(error.strerror)) from None
