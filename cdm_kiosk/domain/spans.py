"""Spans of hours as people write them: ``"09:00-12:30"``."""

from __future__ import annotations

from datetime import time
from typing import Literal


class NotHours(ValueError):
    """A text that is no span of hours, and why."""

    def __init__(self, why: Literal["empty", "unreadable", "offset", "ends_first"], text: str) -> None:
        super().__init__(why, text)
        # No code of a fault: kiosks and displays read hours, and start without the catalogue.
        self.why = why
        self.text = text


def parse_span(text: str) -> tuple[time, time | None]:
    """``"09:00-12:30"`` as two local times; raises NotHours."""
    start_text, dash, end_text = text.partition("-")
    try:
        start = time.fromisoformat(start_text.strip())
        end = None if end_text.strip() == "24:00" else time.fromisoformat(end_text.strip())
    except ValueError:
        raise NotHours("unreadable" if text else "empty", text) from None
    if start.tzinfo is not None or (end is not None and end.tzinfo is not None):
        raise NotHours("offset", text)
    if not dash or (end is not None and end <= start):
        raise NotHours("ends_first", text)
    return start, end


def is_within(span: str, local: time) -> bool:
    """Whether ``local`` is in the span; its end does not belong to it."""
    start, end = parse_span(span)
    return start <= local and (end is None or local < end)
