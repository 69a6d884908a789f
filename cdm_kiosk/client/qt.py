"""Loads Qt for Python and keeps Python's own import."""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Import Qt for Python, then take back the import that it replaces.

    Its own reads the source of every module imported from then on, to look for switches of spelling that nothing
    here uses: a fifth of the time of our imports and 4 MB, and pydantic's lazy imports fail when their module is
    looked at half-way. Called at the top of a program, not while a module is being imported: the replaced import
    puts itself back when the import that it serves ends.
    """
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
