"""Where the typefaces of the paper lie, and the one proportion they share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

CAP_HEIGHT_EM: Final = 0.668
"""Height of H in Atkinson Hyperlegible and of the digits of Cdm Numerals, in ems (both fonts' OS/2 table)."""


@dataclass(frozen=True)
class Faces:
    """TrueType files: text in two weights, and bold digits with a plain zero for the number."""

    regular: Path
    bold: Path
    numerals: Path
