"""What CUPS says of a printer, in IPP's words, and what the house makes of it."""

import pytest

from cdm_kiosk.printing.cups import told_by
from cdm_kiosk.printing.status import PaperState, Problem


@pytest.mark.parametrize(
    ("reasons", "state"),
    [
        (["none"], PaperState()),
        (["media-empty-error"], PaperState(Problem.PAPER_OUT)),
        (["media-needed"], PaperState(Problem.PAPER_OUT)),
        (["cover-open", "media-low-report"], PaperState(Problem.COVER_OPEN, near_end=True)),
        (["offline-report"], PaperState(Problem.OFFLINE)),
        (["media-low-warning"], PaperState(near_end=True)),
        # One of two trays.
        (["media-empty-warning"], PaperState()),
        (["toner-low", "marker-supply-low-warning", "cups-waiting-for-job-completed"], PaperState()),
    ],
)
def test_a_printer_s_reasons_are_understood(reasons: list[str], state: PaperState) -> None:
    assert told_by(reasons) == state
