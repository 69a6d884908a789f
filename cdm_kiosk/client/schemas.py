"""Loads the wire's schemas when the hub's first answer comes: a window shows its first frame without them."""

from __future__ import annotations

import builtins
import importlib
from functools import cache


@cache
def load_schemas() -> None:
    """Import ``cdm_kiosk.wire`` once; afterwards importing it anywhere costs nothing.

    Qt for Python's import hook reads the source of modules while they load, which pydantic's own lazy imports do
    not survive; so the hook rests meanwhile.
    """
    hooked = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)
    try:
        importlib.import_module("cdm_kiosk.wire")
    finally:
        builtins.__import__ = hooked
