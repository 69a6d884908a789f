"""What is said when a ticket does not reach its paper."""

from __future__ import annotations

from cdm_kiosk.domain.sentence_fault import SentenceFault
from cdm_kiosk.printing.status import PrinterProblem


class PrinterFault(SentenceFault):
    """A ticket did not reach its paper, or a printer is written wrongly in the configuration.

    `code` is "bad_printer", "printer_unknown" (no machine of that name), "printer_unreachable", "printer_" and
    a PrinterProblem (the printer said so before anything was sent), or "printer_interrupted" (a part was sent:
    paper may have come out). `sentence` is for logs and the command line; screens say their own by `code`.
    """

    def __init__(self, code: str, sentence: str, problem: PrinterProblem = PrinterProblem.NONE) -> None:
        super().__init__(sentence)
        self.code = code
        self._problem = problem

    @property
    def problem(self) -> PrinterProblem:
        """What is the matter with the printer."""
        if self._problem is not PrinterProblem.NONE:
            return self._problem
        said = self.code.removeprefix("printer_")
        return PrinterProblem(said) if said in list(PrinterProblem) else PrinterProblem.UNREACHABLE

    @property
    def is_doubtful(self) -> bool:
        """Whether paper may have come out all the same."""
        return self.code == "printer_interrupted"
