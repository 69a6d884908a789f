"""A process that was asked to end does so, whatever its threads are still busy with."""

from __future__ import annotations

import logging
import os
import sys
import threading

logger = logging.getLogger(__name__)


def end_within(seconds: float, code: int = 0) -> threading.Timer:
    """End this process for good when its orderly end takes longer; cancel what this returns when it did not.

    Only for processes that lose nothing by it: what they acknowledged is on the disk.
    """

    def end() -> None:
        logger.warning(
            "something still ran %g s after this process was asked to end: it ends all the same", seconds
        )
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    return timer
