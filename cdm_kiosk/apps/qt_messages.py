"""What Qt says of itself: passed on to standard error, but for what would only alarm whoever reads it."""

from __future__ import annotations

import logging
import sys
from functools import cache

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

logger = logging.getLogger(__name__)

OF_NO_SOUND = ("PulseAudioService:", "QSoundEffect:")
"""Qt gives these no category of their own that a filter rule could name."""


def begin() -> None:
    """Pass Qt's messages on until ``end``."""
    qInstallMessageHandler(_pass_on)


def end() -> None:
    """Let Qt speak for itself again: Python may be gone before its last words."""
    qInstallMessageHandler(None)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if message.startswith(OF_NO_SOUND):
        _tell_of_no_sound()
    else:
        print(qFormatLogMessage(kind, context, message), file=sys.stderr)  # noqa: T201


@cache
def _tell_of_no_sound() -> None:
    logger.info("This machine has no sound now: calls are shown, and no chime is heard.")
