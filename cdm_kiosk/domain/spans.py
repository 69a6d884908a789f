"""Spans of hours as people write them: ``"09:00-12:30"``."""

from __future__ import annotations

from datetime import time


def parse_span(text: str) -> tuple[time, time | None]:
    """``"09:00-12:30"`` as two local times; raises ValueError with what was expected."""
    start_text, dash, end_text = text.partition("-")
    try:
        start = time.fromisoformat(start_text.strip())
        end = None if end_text.strip() == "24:00" else time.fromisoformat(end_text.strip())
    except ValueError:
        raise ValueError(f'"{text}" is not a span of hours like "09:00-12:30"') from None
    if start.tzinfo is not None or (end is not None and end.tzinfo is not None):
        raise ValueError(f'"{text}" is in the site\'s own time: expected no offset, like "09:00-12:30"')
    if not dash or (end is not None and end <= start):
        raise ValueError(f'"{text}" must end after it starts, like "09:00-12:30"')
    return start, end


def is_within(span: str, local: time) -> bool:
    """Whether ``local`` is in the span; its end does not belong to it."""
    start, end = parse_span(span)
    return start <= local and (end is None or local < end)
