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


class PackFault(Exception):
    """A pack that cannot be used; ``field`` is the entry at fault, ``code`` is bad_pack or newer_pack."""

    def __init__(self, path: Path, field: str, expected: str, code: str = "bad_pack") -> None:
        self.sentence = f"The pack {path} cannot be used. {printable(field)}: {printable(expected, 300)}"
        super().__init__(self.sentence)
        self.code = code
        self.path = path
        self.field = field
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack holds: the bytes of its site file, and of its pictures by file name ("logo.svg")."""

    site: bytes
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def printable(text: str, longest: int = 120) -> str:
    """``text`` as it can be shown in a terminal, whoever wrote it: no control characters, not endless."""
    shown = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text[:longest])
    return f"{shown}…" if len(text) > longest else shown


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
            raise PackFault(path, "file", f"expected at most {MAX_PACK_BYTES:,} bytes")
        raw = path.read_bytes()
    except OSError as error:
        raise PackFault(path, "file", f"cannot be read ({error.strerror})") from None
    try:
        archive = zipfile.ZipFile(BytesIO(raw))
    except UNREADABLE:
        raise PackFault(path, "file", "is damaged, or not a pack: expected a zip file") from None
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
            raise self._fault("file", f"holds {len(entries)} files: expected at most {MAX_ENTRIES}")
        named: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            if entry.orig_filename in named:
                raise self._fault(entry.orig_filename, "is there twice: expected each name once")
            named[entry.orig_filename] = entry
        # A newer format may hold what this one does not know: its number is told before anything else is judged.
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
                raise self._fault(f"{PICTURES}{stem}", "is there as SVG and as PNG: expected one of them")
        return Contents(self._read(named[SITE_FILE], MAX_SITE_BYTES), pictures)

    def _tell_format(self, named: Mapping[str, zipfile.ZipInfo]) -> None:
        if FORMAT_FILE not in named:
            raise self._fault(FORMAT_FILE, "is missing: this zip file is not a pack of a site")
        try:
            told = tomllib.loads(self._read(named[FORMAT_FILE], MAX_FORMAT_BYTES).decode()).get("pack")
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, int) or isinstance(told, bool) or told < 1:
            raise self._fault(FORMAT_FILE, f"expected the version of its format, like pack = {FORMAT}")
        if told > FORMAT:
            expected = (
                f"was made by a newer version of the program (pack = {told}, and this one reads pack = {FORMAT}): "
                "update this one first"
            )
            raise PackFault(self._path, FORMAT_FILE, expected, code="newer_pack")

    def _judge_name(self, named: Mapping[str, zipfile.ZipInfo], name: str) -> None:
        entry = named.get(name)
        if entry is None:
            raise self._fault(name, "is missing")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise self._fault(name, "is a link to another file: expected the file itself")
        if name in (FORMAT_FILE, SITE_FILE) or (name == PICTURES and not entry.file_size):
            return
        if name.startswith(("/", "\\")) or ".." in name or ":" in name or "\\" in name:
            raise self._fault(name, "leads out of the pack: expected pictures/NAME.svg or pictures/NAME.png")
        if name.lower().endswith((".zip", ".gz", ".7z", ".tar")):
            raise self._fault(name, "is a pack inside the pack: expected one site only")
        if not name.startswith(PICTURES) or not PICTURE_NAME.fullmatch(name.removeprefix(PICTURES)):
            raise self._fault(
                name,
                f"has no place in a pack: expected {SITE_FILE}, and pictures like pictures/name.svg "
                "(a to z without accents, digits, - and _)",
            )

    def _read(self, entry: zipfile.ZipInfo, most_bytes: int) -> bytes:
        name = entry.orig_filename
        if entry.flag_bits & ENCRYPTED:
            raise self._fault(name, "is encrypted: expected a pack that everybody can read")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._fault(name, "is compressed in a way that packs do not use: expected deflate")
        if entry.file_size > most_bytes:
            raise self._fault(name, f"has {entry.file_size:,} bytes: expected at most {most_bytes:,}")
        if entry.file_size > max(RATIO_MATTERS_BYTES, entry.compress_size * MAX_RATIO):
            raise self._fault(name, f"grows more than {MAX_RATIO} times when unpacked: no text or picture does")
        try:
            with self._archive.open(entry) as file:
                content = file.read(most_bytes + 1)
        except UNREADABLE:
            raise self._fault(name, "is damaged: ask for the pack once more") from None
        if len(content) != entry.file_size:
            raise self._fault(name, "is damaged: its size is not the one that the pack names")
        return content

    def _fault(self, field: str, expected: str) -> PackFault:
        return PackFault(self._path, field, expected)


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
