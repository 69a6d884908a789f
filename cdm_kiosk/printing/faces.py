"""Where the typefaces of the paper lie, and the one proportion they share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

CAP_HEIGHT_EM: Final = 0.668
"""Height of H and of the digits of Cdm Text, in ems (its OS/2 table)."""


@dataclass(frozen=True)
class Face:
    """TrueType files of one script in two weights."""

    regular: Path
    bold: Path


@dataclass(frozen=True)
class Faces:
    """A face for each script, each with a plain zero.

    ``arabic`` and ``cyrillic`` have the Latin letters too: a line is drawn in one face, so that a name between
    Arabic words stands in its right place.
    """

    latin: Face
    arabic: Face
    cyrillic: Face

    def of(self, line: str, bold: bool) -> Path:
        """The file that has every letter of ``line``."""
        face = self._face_of(line)
        return face.bold if bold else face.regular

    def joins(self, line: str) -> bool:
        """Whether letters of ``line`` change their shape beside each other, and run from the right."""
        return self._face_of(line) is self.arabic

    def _face_of(self, line: str) -> Face:
        if any("\u0600" <= letter <= "\u06ff" for letter in line):
            return self.arabic
        if any("\u0400" <= letter <= "\u052f" for letter in line):
            return self.cyrillic
        return self.latin
