"""`cdm-kiosk` as people type it in a terminal."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.tools.hub import CHECKOUT


def typed(*words: str) -> tuple[int, str]:
    """The code that the command ends with, and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "cdm_kiosk", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    return done.returncode, done.stdout + done.stderr
