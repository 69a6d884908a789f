"""Where the whole picture stands: a screen that shows the same for weeks must not show it on the same pixels."""

from __future__ import annotations

REACH = 8
"""Steps to each side of the middle."""


def drift(minute: int) -> tuple[int, int]:
    """Steps to the right and down of the middle, -8 to 8, at a minute since midnight.

    At most one step a minute each way: nobody sees it move. It sweeps to and fro, and a line lower each time.
    """
    return _to_and_fro(minute), _to_and_fro(minute // (2 * REACH))


def _to_and_fro(at: int) -> int:
    return abs(at % (4 * REACH) - 2 * REACH) - REACH
