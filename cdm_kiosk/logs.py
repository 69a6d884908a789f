"""One logging set-up for every process: to standard error, with nothing about visitors or their machines."""

from __future__ import annotations

import logging
import sys


def set_up(role: str) -> None:
    """Send this process's log lines to standard error, marked with its role."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(f"%(asctime)s {role} %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
