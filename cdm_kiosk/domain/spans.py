"""Spans of hours as people write them: ``"09:00-12:30"``."""

from __future__ import annotations

from datetime import time

from cdm_kiosk.domain.faults import Code


class NotHours(ValueError):
    """A text that is no span of hours; ``code`` says why."""

    def __init__(self, code: Code, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text


def parse_span(text: str) -> tuple[time, time | None]:
    """``"09:00-12:30"`` as two local times; raises NotHours."""
    start_text, dash, end_text = text.partition("-")
    try:
        start = time.fromisoformat(start_text.strip())
        end = None if end_text.strip() == "24:00" else time.fromisoformat(end_text.strip())
    except ValueError:
        raise NotHours(Code.NOT_HOURS if text else Code.NO_HOURS, text) from None
    if start.tzinfo is not None or (end is not None and end.tzinfo is not None):
        raise NotHours(Code.HOURS_OFFSET, text)
    if not dash or (end is not None and end <= start):
        raise NotHours(Code.HOURS_END_FIRST, text)
    return start, end


def is_within(span: str, local: time) -> bool:
    """Whether ``local`` is in the span; its end does not belong to it."""
    start, end = parse_span(span)
    return start <= local and (end is None or local < end)
