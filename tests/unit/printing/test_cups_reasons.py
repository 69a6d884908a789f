"""What CUPS says of a printer, in IPP's words, and what the house makes of it."""

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cdm_kiosk.printing.cups import _options, state_by
from cdm_kiosk.printing.status import PaperState, PrinterProblem


@pytest.mark.parametrize(
    ("reasons", "state"),
    [
        (["none"], PaperState()),
        (["media-empty-error"], PaperState(PrinterProblem.PAPER_OUT)),
        (["media-needed"], PaperState(PrinterProblem.PAPER_OUT)),
        (["cover-open", "media-low-report"], PaperState(PrinterProblem.COVER_OPEN, near_end=True)),
        (["offline-report"], PaperState(PrinterProblem.OFFLINE)),
        (["media-low-warning"], PaperState(near_end=True)),
        # One of two trays.
        (["media-empty-warning"], PaperState()),
        (["toner-low", "marker-supply-low-warning", "cups-waiting-for-job-completed"], PaperState()),
    ],
)
def test_a_printer_s_reasons_are_understood(reasons: list[str], state: PaperState) -> None:
    assert state_by(reasons) == state


@given(st.floats(100, 2000).map(lambda points: round(points, 4)))
@example(1748.00390625)
@example(360.0)
def test_the_paper_is_long_enough_for_a_driver_that_knows_whole_points_only(points: float) -> None:
    media = " ".join(_options(f"/MediaBox [ 0 0 226.7717 {points:.4f} ]".encode()))
    asked = re.search(r"Custom\.80x(\d+)mm", media)
    assert asked is not None
    assert points <= math.floor(int(asked[1]) * 72 / 25.4) < points + 6
