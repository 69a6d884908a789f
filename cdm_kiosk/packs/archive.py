"""A pack as a file: a zip of one site file and its pictures, read with distrust, written to the byte the same."""

from __future__ import annotations

import re
import stat
import tomllib
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from cdm_kiosk.domain.faults import Code, Fault, Value
from cdm_kiosk.domain.sentence_fault import SentenceFault

FORMAT = 1
FORMAT_FILE = "pack.toml"
SITE_FILE = "site.toml"
PICTURES = "pictures/"
PICTURE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}\.(svg|png)")

MAX_PACK_BYTES = 8_000_000
MAX_ENTRIES = 64
MAX_FORMAT_BYTES = 1_000
MAX_SITE_BYTES = 1_000_000
MAX_PICTURE_BYTES = 500_000
MAX_RATIO = 100
"""What a text or a picture may shrink to; a bomb shrinks to a thousandth."""
RATIO_MATTERS_BYTES = 50_000

FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
ORDINARY_FILE = (stat.S_IFREG | 0o644) << 16
UNIX = 3
ENCRYPTED = 0x1
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeDecodeError,
    ValueError,
)


class SiteFileFault(SentenceFault):
    """A site file or pack that cannot be used.

    The ``field`` of the ``fault`` is a line ("line 12"), a key ("themes.0.label.fr"), or an entry of the pack.
    """

    kind = "site file"

    def __init__(self, path: Path, fault: Fault) -> None:
        reason = f"{printable(fault.field)}: {printable(fault.sentence, 300)}"
        super().__init__(f"The {self.kind} {path} cannot be used. {reason}")
        self.path = path
        self.fault = fault


class PackFault(SiteFileFault):
    kind = "pack"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack holds: the bytes of its site file, and of its pictures by file name ("logo.svg")."""

    site: bytes
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def printable(text: str, longest: int = 120) -> str:
    """``text`` as it can be shown in a terminal, whoever wrote it: no control characters, not endless."""
    shown = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text[:longest])
    return f"{shown}…" if len(text) > longest else shown


def cannot_be_read(error: OSError) -> Fault:
    """What the system says of a file that it does not give."""
    return Fault("file", Code.CANNOT_BE_READ, {"reason": str(error.strerror)})


def is_pack(path: Path) -> bool:
    """Whether ``path`` is meant to be a pack: by its name, or by its first bytes."""
    if path.suffix.lower() == ".zip":
        return True
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def read_pack(path: Path) -> Contents:
    """What the pack at ``path`` holds, once every entry is known to be harmless in name and size.

    Nothing is ever unpacked to the disk. Raises PackFault.
    """
    try:
        size = path.stat().st_size
        if size > MAX_PACK_BYTES:
            raise PackFault(path, Fault("file", Code.TOO_HEAVY, {"most": MAX_PACK_BYTES}))
        raw = path.read_bytes()
    except OSError as error:
        raise PackFault(path, cannot_be_read(error)) from None
    try:
        archive = zipfile.ZipFile(BytesIO(raw))
    except UNREADABLE:
        raise PackFault(path, Fault("file", Code.NOT_A_ZIP)) from None
    with archive:
        return _Reader(path, archive).contents()


class _Reader:
    """One open archive, whose entries are looked at before they are read."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive

    def contents(self) -> Contents:
        entries = self._archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise self._fault("file", Code.TOO_MANY_FILES, count=len(entries), most=MAX_ENTRIES)
        named: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if entry.orig_filename in named:
                raise self._fault(entry.orig_filename, Code.THERE_TWICE)
            named[entry.orig_filename] = entry
        # A newer format may hold what this one does not know: its number is read before anything else is judged.
        self._tell_format(named)
        for name in (SITE_FILE, *named):
            self._judge_name(named, name)
        pictures = {
            name.removeprefix(PICTURES): self._read(entry, MAX_PICTURE_BYTES)
            for name, entry in sorted(named.items())
            if name.startswith(PICTURES) and name != PICTURES
        }
        stems = [name.partition(".")[0] for name in pictures]
        for at, stem in enumerate(stems):
            if stem in stems[:at]:
                raise self._fault(f"{PICTURES}{stem}", Code.SVG_AND_PNG)
        return Contents(self._read(named[SITE_FILE], MAX_SITE_BYTES), pictures)

    def _tell_format(self, named: Mapping[str, zipfile.ZipInfo]) -> None:
        if FORMAT_FILE not in named:
            raise self._fault(FORMAT_FILE, Code.NOT_A_PACK)
        try:
            version = tomllib.loads(self._read(named[FORMAT_FILE], MAX_FORMAT_BYTES).decode()).get("pack")
        except (ValueError, RecursionError):
            version = None
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise self._fault(FORMAT_FILE, Code.NO_PACK_FORMAT, format=FORMAT)
        if version > FORMAT:
            raise self._fault(FORMAT_FILE, Code.NEWER_PACK, found=version, format=FORMAT)

    def _judge_name(self, named: Mapping[str, zipfile.ZipInfo], name: str) -> None:
        entry = named.get(name)
        if entry is None:
            raise self._fault(name, Code.MISSING)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise self._fault(name, Code.LINK)
        if name in (FORMAT_FILE, SITE_FILE) or (name == PICTURES and not entry.file_size):
            return
        if name.startswith(("/", "\\")) or ".." in name or ":" in name or "\\" in name:
            raise self._fault(name, Code.LEADS_OUT)
        if name.lower().endswith((".zip", ".gz", ".7z", ".tar")):
            raise self._fault(name, Code.PACK_IN_PACK)
        if not name.startswith(PICTURES) or not PICTURE_NAME.fullmatch(name.removeprefix(PICTURES)):
            raise self._fault(name, Code.NO_PLACE_IN_PACK)

    def _read(self, entry: zipfile.ZipInfo, most_bytes: int) -> bytes:
        name = entry.orig_filename
        if entry.flag_bits & ENCRYPTED:
            raise self._fault(name, Code.ENCRYPTED)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._fault(name, Code.NOT_DEFLATED)
        if entry.file_size > most_bytes:
            raise self._fault(name, Code.ENTRY_TOO_HEAVY, size=entry.file_size, most=most_bytes)
        if entry.file_size > max(RATIO_MATTERS_BYTES, entry.compress_size * MAX_RATIO):
            raise self._fault(name, Code.GROWS, most=MAX_RATIO)
        try:
            with self._archive.open(entry) as file:
                content = file.read(most_bytes + 1)
        except UNREADABLE:
            raise self._fault(name, Code.DAMAGED) from None
        if len(content) != entry.file_size:
            raise self._fault(name, Code.SIZE_DIFFERS)
        return content

    def _fault(self, field: str, code: Code, **values: Value) -> PackFault:
        return PackFault(self._path, Fault(field, code, values))


def pack_bytes(contents: Contents) -> bytes:
    """The pack of ``contents``: the same bytes whenever and wherever it is made."""
    pictures = {f"{PICTURES}{name}": contents.pictures[name] for name in sorted(contents.pictures)}
    entries = {FORMAT_FILE: f"pack = {FORMAT}\n".encode(), SITE_FILE: contents.site, **pictures}
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, FIRST_ZIP_DATE)
            entry.create_system, entry.external_attr = UNIX, ORDINARY_FILE
            # Stored: compressed bytes differ from one zlib to the next.
            archive.writestr(entry, content, zipfile.ZIP_STORED)
    return made.getvalue()
