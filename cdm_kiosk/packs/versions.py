"""The site file on the disk: written whole or not at all, with every former version kept beside it."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from cdm_kiosk.disk import owners_folder, write_whole
from cdm_kiosk.packs import pictures
from cdm_kiosk.packs.archive import PICTURE_NAME


def fingerprint(content: bytes) -> str:
    """What tells two versions apart: SHA-256 of the file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_pictures(own: Path, wanted: Mapping[str, bytes]) -> None:
    """The pictures that the next site file names, before it names them. May raise OSError."""
    folder = pictures.folder_of(own)
    for name, content in wanted.items():
        owners_folder(folder, is_ours=True)
        write_whole(folder / name, content)


def drop_other_pictures(own: Path, wanted: Mapping[str, bytes]) -> None:
    """Forget the pictures that the site file names no more. May raise OSError."""
    for file in sorted(pictures.folder_of(own).glob("*")):
        if PICTURE_NAME.fullmatch(file.name) and file.name not in wanted:
            file.unlink()


def keep(former: Path, own: Path, content: bytes) -> Path:
    """Keep ``content`` of the ``former`` file or pack and its pictures beside ``own``, as ``site-1.toml`` …

    Numbers only rise: a version that somebody removed leaves a gap, or the order in time would be lost. May raise
    OSError.
    """
    kept = own.with_name(f"{own.stem}-{max(kept_versions(own), default=0) + 1}{own.suffix}")
    write_pictures(kept, pictures.lying_at(former))
    write_whole(kept, content)
    return kept


def forget(kept: Path) -> None:
    """Take back what ``keep`` did. May raise OSError."""
    kept.unlink(missing_ok=True)
    if pictures.folder_of(kept).is_dir():
        shutil.rmtree(pictures.folder_of(kept))


def kept_versions(own: Path) -> dict[int, Path]:
    """The former versions beside ``own`` by their number, oldest first."""
    pattern = re.compile(rf"{re.escape(own.stem)}-([1-9][0-9]{{0,8}}){re.escape(own.suffix)}")
    found = {
        int(match[1]): file for file in own.parent.glob("*") if (match := pattern.fullmatch(file.name)) is not None
    }
    return dict(sorted(found.items()))
